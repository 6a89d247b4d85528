/** The part of a question that is answered: what every control can do, options in rows or a kind's own. */

/** What was answered: ids of options, `part.option` pairs, or what was typed. */
export type Response = string[];

export interface Control {
  /** The phrase that asks for an answer. */
  ask: string;
  /** What is answered now; empty if nothing is. */
  read(): Response;
  write(response: Response): void;
  /** `held` are the parts that were right last time: they stay as they are while the rest is tried again. */
  lock(locked: boolean, held: string[]): void;
  /** Show how parts came out. Once `settled`, also what is said to one who rightly left an option. */
  mark(marks: Record<string, Mark>, settled: boolean): void;
  /** Put options in an order: `order` sorts ids. */
  arrange?(order: (ids: string[]) => string[]): void;
  /** How an answer went, in the kind's own words. Left out: right, partly right, not quite. */
  verdict?(response: Response): string;
  /** What to say of an answer that cannot be one, such as a number without digits: then it is asked for again, and nothing is graded. */
  refuse?(response: Response): string | undefined;
  /** Take an answer one step further before it is graded: what it is then, and where the learner goes on. */
  advance?(response: Response): { response: Response; at: HTMLElement } | undefined;
}

export interface Mark {
  as: "right" | "wrong" | "missed";
  words: string;
  /** Show what is said to one who chose it, or to one who left it. */
  feedback?: "chosen" | "unchosen";
  /** What would have been right here, once it may be known. */
  answer?: string;
  /** What is said before `answer` to those who do not see the sign and the colour. */
  label?: string;
}

/** What a control is handed by its question. */
export interface Tools<Data> {
  data: Data;
  /** A phrase of the course, in its language. */
  say(phrase: string, places?: Record<string, string | number>): string;
  /** Say something to those who do not see it: one message for one action. */
  tell(text: string): void;
  /** Tell that the answer is another now, where no input of the page has told it. */
  changed(): void;
  /** The language of the question's text, for comparing what is typed. */
  language: string;
}

export type MakeControl<Data> = (root: HTMLElement, tools: Tools<Data>) => Control | undefined;

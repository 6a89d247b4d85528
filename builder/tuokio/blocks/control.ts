/** The part of a question that is answered: what every control can do, options in rows or a kind's own. */

/** What was answered: ids of options, or what was typed. */
export type Response = string[];

export interface Control {
  read(root: HTMLElement): Response;
  write(root: HTMLElement, response: Response): void;
  lock(root: HTMLElement, locked: boolean): void;
  /** Show how options came out. Once `settled`, also what is said to one who rightly left an option. */
  mark(root: HTMLElement, marks: Record<string, Mark>, settled: boolean): void;
  /** Put options in an order: `order` sorts ids. */
  arrange(root: HTMLElement, order: (ids: string[]) => string[]): void;
  /** The phrase that asks for an answer. */
  ask: string;
}

export interface Mark {
  as: "right" | "wrong" | "missed";
  words: string;
  /** Show what is said to one who chose it, or to one who left it. */
  feedback?: "chosen" | "unchosen";
}

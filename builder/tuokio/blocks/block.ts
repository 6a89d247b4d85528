/** A block that is no question and still does something on its page: its kind's `play.ts` has a `wake`. */

export interface Around<Data> {
  /** What its model says in `data()`, with its kind and revision. */
  data: Data;
  say(phrase: string, places?: Record<string, string | number>): string;
}

/** What the script of such a kind hands over. `root` is the element with `data-block`. */
export interface Wakeful<Data> {
  wake(root: HTMLElement, around: Around<Data>): void;
}

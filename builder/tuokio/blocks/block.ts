/** A block that is no question and still does something on its page: its kind's `play.ts` has a `wake`. */
import type { ItemState, Own } from "../record/fold.ts";
import type { NewEvent } from "../record/log.ts";

export interface Around<Data> {
  id: string;
  /** What its model says in `data()`, with its kind and revision. */
  data: Data & { rev: string };
  say(phrase: string, places?: Record<string, string | number>): string;
  /** What the record holds of it. */
  state(): ItemState | undefined;
  /** Keep an event. Resolves to true once it is safe. */
  record(event: NewEvent): Promise<boolean>;
  /** What the learner has written of their own, here or in another block, oldest first. */
  own(of?: string): Own[];
  /** Keep what the learner wrote: a new entry, or another wording of one. It is never scored, and no export reads it. */
  write(fields: Record<string, string>, entry?: string): Promise<boolean>;
  /** Delete an entry for good, here and wherever this record is joined. */
  erase(entry: string): Promise<boolean>;
  now(): Date;
  /** Put ids in an order of this learner's own, another for every `of`: all the chance a block has. */
  order(ids: string[], of?: string): string[];
}

/** What the script of such a kind hands over. `root` is the element with `data-block`. */
export interface Wakeful<Data> {
  /** Returns a function that shows anew what the record says, where it shows any of it. */
  wake(root: HTMLElement, around: Around<Data>): (() => void) | void;
}

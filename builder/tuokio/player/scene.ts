/** What questions and draws are handed by the step they stand in. */
import type { Log } from "../record/log.ts";
import type { Drawable, Entry } from "./outline.ts";
import type { Say } from "./say.ts";

/** Where questions stand. */
export interface Scene {
  module: Entry;
  /** The id of the step. */
  step: string;
  log: Log;
  say: Say;
  /** The questions of banks, in their authors' order. */
  pool(banks: string[]): Drawable[];
  /** The questions that a block of the module made. */
  made(block: string): Drawable[];
}

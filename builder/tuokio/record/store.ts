/** Where events are kept. Each target brings a store of its own; nothing else touches one. */
import type { Event } from "./event.d.ts";

export interface Store<Kept extends { id: string } = Event> {
  /** How long what is kept stays: across restarts and crashes, restarts only, or not at all. */
  readonly keeps: "always" | "mostly" | "never";
  /** What its learner is called, where several learn on this device. */
  nickname?: string;
  /** Another tab has a newer Tuokio's course, whose database this one cannot open: nothing is written over. */
  newer?: boolean | undefined;
  /** What was kept has gone, as when site data is cleared, and the store begins anew: all that is known is to be kept once more. */
  emptied?: boolean;
  /** All that is kept so far, and whatever else is found there. */
  read(): Promise<unknown[]>;
  /**
   * Keep something, all or nothing, in the place of what has the same id. Resolves only when it would survive the browser being killed (where
   * `keeps` is "always"). With `known`, only what is there already is replaced: what was deleted meanwhile does not come back.
   */
  append(kept: Kept[], known?: boolean): Promise<void>;
  /** Delete for good. Of ids that are not there nothing is said. */
  remove(ids: string[]): Promise<void>;
  /** Call back when another tab may have added something. */
  watch(changed: () => void): void;
}

/** All that is kept of a course here, one drawer a learner: "" is the drawer of the first, who need not have a name. */
export interface Cabinet {
  /** The record of someone who is alone. Where several learn, nothing: `resources/learners` asks who it is. */
  sole?: Store;
  /** Whether several have come to learn here. Where the target knows who learns, nobody needs be asked, and this is left out with the rest. */
  isShared?(): Promise<boolean>;
  /** Open a drawer; a new one if `anew`, else it rejects with an `AbortError` if there is none (any longer). A tab whose drawer is dropped loads its page anew. */
  open?<Kept extends { id: string } = Event>(drawer: string, anew?: boolean): Promise<Store<Kept>>;
  /** Throw away a drawer with all that is in it. */
  drop?(drawer: string): Promise<void>;
}

/** The drawer that holds who learns here; it is there once somebody has said that others do too. */
export const LEARNERS = "?learners";

/** The name of the error by which IndexedDB refuses a database of a newer version. */
export const NEWER = "VersionError";

/** The name of the error by which a target refuses to keep anything of whoever learns. */
export const GUEST = "GuestError";

/** Opens the cabinet of a course. Where it rejects, the target's fallback opens it, which must not: a store that cannot keep anything says so in `keeps`. */
export type OpenCabinet = (course: string, refused?: Error) => Promise<Cabinet>;

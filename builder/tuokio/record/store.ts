/** Where events are kept. Each target brings a store of its own; nothing else touches one. */
import type { Event } from "./event.d.ts";

export interface Store {
  /** How long what is kept stays: across restarts and crashes, restarts only, or not at all. */
  readonly keeps: "always" | "mostly" | "never";
  /** Another tab has a newer Tuokio's course, whose database this one cannot open: nothing is written over. */
  newer?: boolean | undefined;
  /** All events kept so far, and whatever else is found there. */
  read(): Promise<unknown[]>;
  /** Keep events, all or none. Resolves only when they would survive the browser being killed (where `keeps` is "always"). */
  append(events: Event[]): Promise<void>;
  /** Delete events for good. Of ids that are not there nothing is said. */
  remove(ids: string[]): Promise<void>;
  /** Call back when another tab may have added events. */
  watch(changed: () => void): void;
}

/** Makes the store for a course. Must not throw: a store that cannot keep anything says so in `keeps`. */
export type OpenStore = (course: string) => Promise<Store>;

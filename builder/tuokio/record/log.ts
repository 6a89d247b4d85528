/** The learner record in use: appends events, joins other tabs', tells who listens. */
import type { Event } from "./event.d.ts";
import { compare, emptyState, fold, ownKey, type State } from "./fold.ts";
import type { Store } from "./store.ts";

type Plain<E> = E extends Event ? Omit<E, "id" | "n" | "at" | "tz"> : never;
/** An event before the log has numbered and dated it. */
export type NewEvent = Plain<Event>;

export interface Device {
  now(): Date;
  /** A random name for this page load, `[a-z0-9]{1,16}`. */
  writer: string;
}

export class Log {
  /** What the record says, as the course regards it. */
  state: State = emptyState();
  /** Set while the latest events could not be kept; they are tried again with the next one. */
  failing = false;
  private fold: (events: Event[], onto?: State) => State = fold;
  private known = new Map<string, Event>();
  private waiting: Event[] = [];
  private writing: Promise<void> = Promise.resolve();
  private newest?: Event;
  private greatest = 0;
  private count = 0;
  private listeners = new Set<() => void>();

  constructor(readonly store: Store, private readonly device: Device) {}

  /** Read what is kept and join it: a union, so nothing of ours is lost and order does not matter. */
  async refresh(): Promise<void> {
    this.join((await this.store.read()).filter(isEvent));
  }

  /** Regard the record as a course does that has changed since: `make` is given `fold` and makes another. What that is to add to is what it returned last. */
  regard(make: (usual: typeof fold) => (events: Event[], onto?: State) => State): void {
    this.fold = make(fold);
    this.state = this.fold([...this.known.values()]);
  }

  /**
   * Keep an event. It enters the state only when the store has it (or has refused it), so that
   * whatever is shown as done is safe. Resolves to true if it is.
   */
  async append(event: NewEvent): Promise<boolean> {
    const now = this.device.now();
    const whole = { id: `${this.device.writer}-${++this.count}`, n: ++this.greatest, at: now.toISOString(), tz: -now.getTimezoneOffset(), ...event } as Event;
    this.waiting.push(whole);
    this.writing = this.writing.then(() => this.write());
    await this.writing;
    this.join([whole]);
    return !this.waiting.includes(whole) && this.store.keeps !== "never";
  }

  subscribe(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Try again what could not be kept. */
  retry(): void {
    if (this.waiting.length) this.writing = this.writing.then(() => this.write()).then(() => this.tell());
  }

  private join(events: Event[]): void {
    const fresh = events.filter((event) => !this.known.has(event.id)).sort(compare);
    if (!fresh.length) return;
    const inOrder = !this.newest || compare(this.newest, fresh[0]!) < 0;
    for (const event of fresh) this.known.set(event.id, event);
    this.state = inOrder ? this.fold(fresh, this.state) : this.fold([...this.known.values()]);
    if (fresh.some(({ kind }) => kind === "wrote" || kind === "erased")) this.forget();
    const last = fresh.at(-1)!;
    if (!this.newest || compare(this.newest, last) < 0) this.newest = last;
    this.greatest = Math.max(this.greatest, last.n);
    this.tell();
  }

  /** What was erased is deleted wherever it still is, also when an older copy brings it back; and so are earlier wordings of what was written anew. */
  private forget(): void {
    const gone: string[] = [];
    const newest = new Map<string, string>();
    for (const event of [...this.known.values()].filter(({ kind }) => kind === "wrote").sort(compare)) {
      if (event.kind !== "wrote") continue;
      const key = ownKey(event.of, event.entry || event.id);
      const before = newest.get(key);
      if (this.state.erased.has(key)) gone.push(event.id);
      else newest.set(key, event.id);
      if (before && !this.waiting.length) gone.push(before); // as long as the newer one is safe
    }
    if (!gone.length) return;
    for (const id of gone) this.known.delete(id);
    this.waiting = this.waiting.filter(({ id }) => !gone.includes(id));
    void this.store.remove(gone).catch(() => undefined); // the next reading finds it again, and tries again
  }

  private async write(): Promise<void> {
    const events = this.waiting;
    if (!events.length) return;
    this.waiting = [];
    try {
      await this.store.append(events);
      this.failing = false;
    } catch {
      this.waiting = [...events, ...this.waiting];
      this.failing = true;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A record that was damaged, or written by a newer Tuokio, is left where it is and passed over. */
function isEvent(event: Partial<Event> | undefined): event is Event {
  return typeof event?.id === "string" && typeof event.n === "number" && typeof event.of === "string";
}

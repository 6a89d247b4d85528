/** The learner record in use: appends events, joins other tabs', tells who listens. */
import type { Event } from "./event.d.ts";
import { fits, LATEST } from "./fits.ts";
import { compare, emptyState, fold, ownKey, type State } from "./fold.ts";
import type { Store } from "./store.ts";

type Plain<E> = E extends Event ? Omit<E, "id" | "n" | "at" | "tz"> : never;
/** An event before the log has numbered and dated it. */
export type NewEvent = Plain<Event>;

export interface Device {
  now(): Date;
  /** Do something after so many milliseconds. Returns what takes it back. */
  later(ms: number, run: () => void): () => void;
  /** A random name for this page load, `[a-z0-9]{1,16}`. */
  writer: string;
}

const PATIENCE = [2000, 300]; // ms a learner is kept waiting for the store: as long as it works, and while it fails
const PAUSE = 5000; // ms before what failed is tried again, if nothing else tries it before

export class Log {
  /** What the record says, as the course regards it. */
  state: State = emptyState();
  /** Set while the latest events could not be kept; they are tried again with the next one, and by and by. */
  failing = false;
  private make: (usual: typeof fold) => (events: Event[], onto?: State) => State = (usual) => usual;
  private around: (usual: typeof fold, suits: typeof fits) => typeof fold = (usual) => usual;
  private fold = this.make(fold);
  /** Tells a learning platform of an event that the state knows of by now. Resolves to true once it has it, and never rejects. */
  report?: (event: Event) => Promise<boolean>;
  /** What the store holds that is no event: left where it is, passed over, and part of every copy. */
  damaged: unknown[] = [];
  private known = new Map<string, Event>();
  /** What the store has not confirmed. Never changed in place: another list is another reason to try. */
  private waiting: Event[] = [];
  private writing?: Promise<void>;
  private reading?: Promise<void>;
  private stale = false;
  private resting?: () => void;
  private newest?: Event;
  private greatest = 0;
  private count = 0;
  private listeners = new Set<(fresh: Event[]) => void>();

  constructor(readonly store: Store, private readonly device: Device) {}

  /** What this learner's option orders are drawn from; where nothing is kept yet, what the first event will make it. */
  get seed(): string {
    return this.state.seed || this.device.writer;
  }

  /** Read what is kept and join it: a union, so nothing of ours is lost and order does not matter. */
  async refresh(): Promise<void> {
    this.stale = true;
    await (this.reading ??= this.read().finally(() => (this.reading = undefined)));
  }

  /** All that is known, whether it could be kept or not. */
  list(): Event[] {
    return [...this.known.values()];
  }

  /**
   * Regard the record as a course does that has changed since: `make` is given `fold` and makes another. What that is to add to is what it returned last.
   * `around` makes `fold` one that knows of more. What is left out stays as it was.
   */
  regard(make = this.make, around = this.around): void {
    this.fold = (this.make = make)((this.around = around)(fold, fits));
    this.state = this.fold([...this.known.values()]);
  }

  /**
   * Keep an event. It enters the state only when the store has it (or has refused it), so that
   * whatever is shown as done is safe. A store that neither keeps nor refuses it holds nobody up for long. Resolves to true if it is safe.
   */
  async append(event: NewEvent): Promise<boolean> {
    const now = this.device.now();
    const whole = { id: `${this.device.writer}-${++this.count}`, n: Math.min(++this.greatest, LATEST), at: now.toISOString(), tz: -now.getTimezoneOffset(), ...event } as Event;
    this.waiting = [...this.waiting, whole];
    await this.inTime(this.flush());
    this.join([whole]);
    const told = await this.report?.(whole);
    return told || (!this.waiting.includes(whole) && this.store.keeps !== "never");
  }

  /** `fresh` are the events that came; none where it is something else that is to be shown anew. */
  subscribe(listener: (fresh: Event[]) => void): void {
    this.listeners.add(listener);
  }

  /** Try again what could not be kept. */
  retry(): void {
    if (this.waiting.length) void this.flush();
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
    this.tell(fresh);
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

  /** Read until nothing was said to be new since: many tabs may have called meanwhile. */
  private async read(): Promise<void> {
    while (this.stale) {
      this.stale = false;
      const events: Event[] = [];
      this.damaged = (await this.store.read()).filter((record) => !(fits(record) && events.push(record)));
      this.join(events);
    }
  }

  private flush(): Promise<void> {
    return (this.writing ??= this.write().finally(() => (this.writing = undefined)));
  }

  private async write(): Promise<void> {
    let events: Event[] | undefined;
    while (this.waiting.length && this.waiting !== events) {
      events = this.waiting;
      try {
        await this.store.append(events);
        const erased = events.filter((event) => !this.waiting.includes(event)); // while they were being kept
        if (erased.length) void this.store.remove(erased.map(({ id }) => id)).catch(() => undefined);
        const { emptied } = this.store;
        this.waiting = emptied ? [...new Set([...this.known.values(), ...this.waiting])] : this.waiting.filter((event) => !events!.includes(event));
        this.store.emptied = false;
        this.fail(false);
      } catch {
        this.fail(true);
      }
    }
    this.resting?.();
    if (this.waiting.length) this.resting = this.device.later(PAUSE, () => this.retry());
  }

  /** Wait for a store that may never answer. */
  private async inTime(written: Promise<void>): Promise<void> {
    let stop!: () => void;
    const late = new Promise<void>((resolve) => (stop = this.device.later(PATIENCE[+this.failing]!, resolve))).then(() => this.fail(true));
    await Promise.race([written, late]);
    stop();
  }

  private fail(failing: boolean): void {
    if (failing === this.failing) return;
    this.failing = failing;
    this.tell();
  }

  /** Tell who listens that something is to be shown anew. */
  tell(fresh: Event[] = []): void {
    for (const listener of this.listeners) listener(fresh);
  }
}

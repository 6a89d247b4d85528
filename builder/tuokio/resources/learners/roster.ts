/** Who learns on this device, and who of them is here now: a drawer of the cabinet with a row for each, and one row for whoever is here. */
import { LEARNERS, type Cabinet, type Store } from "../../record/store.ts";

export interface Learner {
  id: string;
  name: string;
  /** When they were last here, by the device's clock, in milliseconds. */
  seen: number;
  /** What their PIN came to (`pin.ts`); empty where they have none. */
  pin: string;
}

/** Who is here: nobody while the picker is shown. A tab where somebody else is steps aside. */
export interface Here {
  id: typeof HERE;
  of: string;
  /** When somebody last touched the course, in any tab. */
  at: number;
}

type Row = Learner | Here;
type Drawers = Required<Omit<Cabinet, "sole">>;

const HERE = "-here";
/** Whoever learnt here while nobody else did. */
export const FIRST = "first";
/** Milliseconds without a touch after which it is asked anew who learns. */
export const IDLE = 10 * 60_000;

const NOBODY: Here = { id: HERE, of: "", at: 0 };
const drawerOf = (id: string) => (id === FIRST ? "" : `:${id}`);

export class Roster {
  private constructor(private cabinet: Drawers, readonly list: Store<Row>, private now: () => Date) {}

  /** Open the list; a new one if `anew`. Rejects with an `AbortError` where nobody has begun one. */
  static async open(cabinet: Drawers, now: () => Date, anew = false): Promise<Roster> {
    return new Roster(cabinet, await cabinet.open<Row>(LEARNERS, anew), now);
  }

  /** Everyone who learns here, in the order of their nicknames, and who is here now. A row that was damaged is passed over. */
  async read(): Promise<{ learners: Learner[]; here: Here }> {
    const rows = (await this.list.read()) as (Partial<Row> | null)[];
    const learners = rows.filter((row): row is Learner => row?.id !== HERE && typeof (row as Learner)?.name === "string");
    return { learners: learners.sort((a, b) => a.name.localeCompare(b.name)), here: rows.find((row): row is Here => row?.id === HERE) ?? NOBODY };
  }

  /** Let somebody learn here: the first with the record that is there already, others with one of their own. Resolves to their id. */
  async add(name: string, id = randomId()): Promise<string> {
    if (id !== FIRST) await this.cabinet.open(drawerOf(id), true);
    await this.list.append([{ id, name, seen: 0, pin: "" }]);
    return id;
  }

  /** Change what is said of a learner. Who was removed meanwhile stays so. */
  async change(id: string, change: Partial<Pick<Learner, "name" | "pin" | "seen">>): Promise<void> {
    const learner = (await this.read()).learners.find((one) => one.id === id);
    if (learner) await this.list.append([{ ...learner, ...change }], true);
  }

  /** Open a learner's record. Rejects with an `AbortError` if it was removed, and then nobody is listed under it either. */
  async enter(id: string): Promise<Store> {
    const store = await this.cabinet.open(drawerOf(id)).catch(async (error) => {
      if (error.name === "AbortError") await this.list.remove([id]);
      throw error;
    });
    await this.change(id, { seen: this.now().getTime() });
    await this.touch(id);
    return store;
  }

  /** Note that a learner is here and doing something. */
  touch(id: string): Promise<void> {
    return this.list.append([{ id: HERE, of: id, at: this.now().getTime() }]);
  }

  /** Note that nobody is here any more; every tab then asks who learns. */
  leave(): Promise<void> {
    return this.list.append([{ ...NOBODY, at: this.now().getTime() }]);
  }

  /** Remove a learner and all that is kept of them, and the list with the last of them. The record goes first: who is still listed can try again. */
  async remove(id: string): Promise<void> {
    await this.cabinet.drop(drawerOf(id)).catch((error) => error.name === "AbortError" || Promise.reject(error));
    await this.list.remove([id]);
    const { learners, here } = await this.read();
    if (!learners.length) await this.cabinet.drop(LEARNERS);
    else if (here.of === id) await this.leave();
  }

  /** How long ago somebody touched the course, in milliseconds. A clock that was set back tells nothing, and is as good as long ago. */
  sinceTouch({ at }: Here): number {
    const since = this.now().getTime() - at;
    return since < 0 ? IDLE : since;
  }
}

/** Whether it is to be asked who learns: not of someone who is alone and needs no PIN. */
export const asks = (learners: Learner[]) => learners.length > 1 || learners.some(({ pin }) => pin);

/** Whether somebody is called so already. */
export const isTaken = (learners: Learner[], name: string, except = "") => learners.some((one) => one.id !== except && one.name.toLowerCase() === name.toLowerCase());

/** A nickname as it is kept. */
export const tidy = (name: string) => name.replace(/\s+/g, " ").trim();

function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join("");
}

/**
 * The cabinet of a course in this browser: IndexedDB, a database per learner and one record per event.
 *
 * After a killed browser localStorage had lost up to 30 s of answers and IndexedDB none (measured),
 * and only an IndexedDB transaction is atomic across tabs. Where it is refused this rejects, and `fallback.ts` is loaded.
 */
import { deleteDB, openDB, type IDBPDatabase } from "idb";
import { LEARNERS, NEWER, type OpenCabinet, type Store } from "../store.ts";

const PATIENCE = 4000; // ms; on some machines opening hangs for good
const AFTER = 1000; // ms from when the page has loaded until it is looked for what was kept elsewhere

export const openCabinet: OpenCabinet = async (id) => {
  const course = `tuokio:${id}`;
  let dropped = ""; // by this tab, which goes on by itself

  async function open<Kept extends { id: string }>(drawer: string, anew?: boolean): Promise<Store<Kept>> {
    const name = course + drawer;
    let database!: IDBPDatabase;
    let gone = false;
    const reopen = async () => {
      database?.close(); // or it would stand in the way of whoever deletes it
      database = await within(
        PATIENCE,
        openDB(name, 1, {
          upgrade(fresh, _, __, transaction) {
            if (anew) {
              store.emptied = Boolean(database);
              return void fresh.createObjectStore("events", { keyPath: "id" });
            }
            transaction.done.catch(() => undefined);
            transaction.abort();
            if (database) location.reload(); // it was there before
          },
          // Another tab wants a newer shape of the database: step aside, and open again with the next answer. Or it was deleted: whoever learnt here has gone.
          blocking(_, version) {
            database.close();
            if (version !== null) return;
            gone = true;
            if (dropped !== name) location.reload();
          },
        }),
      );
    };
    const channel = openChannel(name);
    const change = async (kept: Kept[], ids: string[] = [], known = false) => {
      const transaction = database.transaction("events", "readwrite", { durability: "strict" });
      for (const one of kept) if (!known || (await transaction.store.getKey(one.id))) void transaction.store.put(one);
      for (const id of ids) void transaction.store.delete(id);
      transaction.commit?.(); // a page that is being left does not live to see it done
      await transaction.done;
    };
    const attempt = async <Result>(work: () => Promise<Result>, patience = PATIENCE) => {
      try {
        return await within(patience, work());
      } catch (error) {
        if (gone) throw error;
        // The connection may have been closed under us (site data cleared, another version): once more. Where others learn too by now, only what is still there.
        anew &&= !(await within(PATIENCE, isShared()));
        await reopen().catch((error) => {
          store.newer = error.name === NEWER;
          throw error;
        });
        return within(patience, work());
      }
    };
    const store: Store<Kept> = {
      keeps: "always",
      read() {
        const all = first ?? attempt(() => database.getAll("events"));
        first = undefined;
        return all;
      },
      async append(kept, known) {
        await attempt(() => change(kept, [], known), PATIENCE + kept.length); // a copy of a year takes its time
        channel?.postMessage(0);
      },
      async remove(ids) {
        await attempt(() => change([], ids));
        if (dropped !== name) channel?.postMessage(0); // this page listens too, and is not to be loaded anew before all is gone
      },
      watch(changed) {
        if (channel) channel.onmessage = changed;
        document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && changed());
        addEventListener("pageshow", (event) => event.persisted && changed());
        if (anew && !drawer) void gather(store, `${name}:`).then((found) => found && changed(), () => undefined);
      },
    };
    await reopen();
    let first: Promise<unknown[]> | undefined = database.getAll("events");
    await within(PATIENCE, first); // what opens may still refuse to be read
    return store;
  }

  async function isShared(): Promise<boolean> {
    const name = course + LEARNERS;
    // WebKit keeps, as version 0, the name of what was only asked for. Firefox before 126 lists nothing.
    if (indexedDB.databases) return (await indexedDB.databases()).some((one) => one.name === name && Boolean(one.version));
    return open(LEARNERS).then(() => true, (error) => error.name !== "AbortError" && Promise.reject(error));
  }

  const cabinet = {
    open,
    isShared,
    async drop(drawer: string) {
      dropped = course + drawer;
      // Emptied first: a tab that sleeps may hold the database open, but what was in it is gone.
      const store = await open(drawer);
      await store.remove(((await store.read()) as { id: string }[]).map(({ id }) => id));
      await within(PATIENCE, deleteDB(dropped));
    },
  };
  if (await within(PATIENCE, isShared())) return cabinet;
  return { ...cabinet, sole: await open("", true) };
};

/** What had to be put into localStorage when the database was refused (`fallback.ts`) comes home; what is damaged stays there. */
async function gather(home: Store<never>, prefix: string): Promise<boolean> {
  // Before this moment Chromium may hand out an empty one on file://.
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve));
  // And whoever asks holds up the page until the browser has found it: not while the page is being drawn.
  await new Promise((resolve) => setTimeout(resolve, AFTER));
  const found = Object.entries<string>(localStorage).flatMap(([key, text]) => {
    try {
      return key.startsWith(prefix) ? [{ id: key.slice(prefix.length), ...JSON.parse(text) }] : [];
    } catch {
      return [];
    }
  });
  if (found.length) await home.append(found as never[]);
  for (const { id } of found) localStorage.removeItem(prefix + id);
  return found.length > 0;
}

/** Refuses in sandboxed frames and where site data is blocked: another tab is then heard when this one is looked at. */
function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<T>((_, reject) => (timer = setTimeout(() => reject(new Error("timeout")), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer)); // or whoever goes quickly through a course leaves hundreds behind
}

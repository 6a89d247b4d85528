/**
 * The cabinet of a course in a folder or on a plain web server: IndexedDB, a database per learner and one record per event.
 *
 * After a killed browser localStorage had lost up to 30 s of answers and IndexedDB none (measured),
 * and only an IndexedDB transaction is atomic across tabs. Where it is refused, events go to
 * localStorage, one key each; where that is refused too, the course runs in memory and says so.
 */
import { deleteDB, openDB, type IDBPDatabase } from "idb";
import { LEARNERS, type Cabinet, type Store } from "../../record/store.ts";

const PATIENCE = 4000; // ms; on some machines opening hangs for good

tuokio.store(async (course) => {
  const name = `tuokio:${course}`;
  return (await first(inDatabases(name))) ?? (await first(inLocalStorage(name))) ?? { sole: inMemory() };
});

/** A cabinet with the drawer of someone who is alone, if there are no others. */
async function first(coming: Promise<Required<Omit<Cabinet, "sole">>>): Promise<Cabinet | null> {
  try {
    const cabinet = await coming;
    return (await within(PATIENCE, cabinet.isShared())) ? cabinet : { ...cabinet, sole: await cabinet.open("", true) };
  } catch (error) {
    return isNewer(error) ? { sole: inMemory(true) } : null;
  }
}

async function inDatabases(course: string): Promise<Required<Omit<Cabinet, "sole">>> {
  let dropped = ""; // by this tab, which goes on by itself

  async function open<Kept extends { id: string }>(drawer: string, anew?: boolean): Promise<Store<Kept>> {
    const name = course + drawer;
    let database: IDBPDatabase;
    let gone = false;
    const reopen = async () => {
      database = await within(
        PATIENCE,
        openDB(name, 1, {
          upgrade(fresh, _, __, transaction) {
            if (anew) return void fresh.createObjectStore("events", { keyPath: "id" });
            transaction.done.catch(() => undefined);
            transaction.abort();
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
    await reopen();
    await within(PATIENCE, database!.count("events")); // what opens may still refuse to be read
    const channel = openChannel(name);
    const change = async (kept: Kept[], ids: string[] = [], known = false) => {
      const transaction = database.transaction("events", "readwrite", { durability: "strict" });
      for (const one of kept) if (!known || (await transaction.store.getKey(one.id))) void transaction.store.put(one);
      for (const id of ids) void transaction.store.delete(id);
      transaction.commit?.(); // a page that is being left does not live to see it done
      await transaction.done;
    };
    const store: Store<Kept> = {
      keeps: "always",
      read: () => database.getAll("events"),
      async append(kept, known) {
        try {
          await within(PATIENCE, change(kept, [], known));
        } catch (error) {
          if (gone) throw error;
          // The connection may have been closed under us (site data cleared, another version): once more.
          await reopen().catch((error) => {
            store.newer = isNewer(error);
            throw error;
          });
          await within(PATIENCE, change(kept, [], known));
        }
        channel?.postMessage(0);
      },
      async remove(ids) {
        await within(PATIENCE, change([], ids));
        channel?.postMessage(0);
      },
      watch(changed) {
        if (channel) channel.onmessage = changed;
        document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && changed());
        addEventListener("pageshow", (event) => event.persisted && changed());
      },
    };
    return store;
  }

  return {
    open,
    async isShared() {
      const name = course + LEARNERS;
      // WebKit keeps, as version 0, the name of what was only asked for. Firefox before 126 lists nothing.
      if (indexedDB.databases) return (await indexedDB.databases()).some((one) => one.name === name && one.version);
      return open(LEARNERS).then(() => true, (error) => error.name !== "AbortError" && Promise.reject(error));
    },
    async drop(drawer) {
      dropped = course + drawer;
      // Emptied first: a tab that sleeps may hold the database open, but what was in it is gone.
      const store = await open(drawer);
      await store.remove(((await store.read()) as { id: string }[]).map(({ id }) => id));
      await within(PATIENCE, deleteDB(dropped));
    },
  };
}

/** The database is of a newer Tuokio: it is left alone, since what we know of it may be wrong. */
const isNewer = (error: unknown) => (error as DOMException).name === "VersionError";

/** Refuses in sandboxed frames and where site data is blocked: another tab is then heard when this one is looked at. */
function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

async function inLocalStorage(course: string): Promise<Required<Omit<Cabinet, "sole">>> {
  // On file:// Chromium may hand out an empty, detached localStorage before this moment (measured: up to 8 % of loads).
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const storage = window.localStorage;
  const isThere = (drawer: string) => storage.getItem(`${course}${drawer}?`) !== null;
  const list = (prefix: string) => Object.keys(storage).filter((key) => key.startsWith(prefix) && /^[\w-]+$/.test(key.slice(prefix.length)));
  return {
    isShared: async () => isThere(LEARNERS),
    async open(drawer, anew) {
      const prefix = `${course}${drawer}:`;
      if (anew) storage.setItem(`${course}${drawer}?`, ""); // so one sees whether there is such a drawer
      const check = () => {
        if (!isThere(drawer)) throw new DOMException(drawer, "AbortError");
      };
      check();
      return {
        keeps: "mostly",
        read: async () => list(prefix).map((key) => parse(storage.getItem(key))),
        async append(kept, known) {
          check();
          const now = kept.filter(({ id }) => !known || storage.getItem(prefix + id));
          const before = now.map(({ id }) => storage.getItem(prefix + id));
          try {
            for (const one of now) storage.setItem(prefix + one.id, JSON.stringify(one));
          } catch (error) {
            now.forEach(({ id }, at) => (before[at] === null ? storage.removeItem(prefix + id) : storage.setItem(prefix + id, before[at]!))); // all or none
            throw error;
          }
        },
        async remove(ids) {
          for (const id of ids) storage.removeItem(prefix + id);
        },
        watch(changed) {
          addEventListener("storage", ({ key }) => (isThere(drawer) ? key?.startsWith(prefix) && changed() : location.reload()));
        },
      };
    },
    async drop(drawer) {
      storage.removeItem(`${course}${drawer}?`);
      for (const key of list(`${course}${drawer}:`)) storage.removeItem(key);
    },
  };
}

/** What was kept as a text; the text itself if it was damaged. */
function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return text;
  }
}

function inMemory(newer?: boolean): Store {
  let kept: { id: string }[] = [];
  return {
    keeps: "never",
    newer,
    read: async () => kept,
    append: async (events) => void (kept = [...kept, ...events]),
    remove: async (ids) => void (kept = kept.filter(({ id }) => !ids.includes(id))),
    watch: () => {},
  };
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return Promise.race([promise, new Promise<T>((_, reject) => setTimeout(() => reject(new Error("timeout")), ms))]);
}

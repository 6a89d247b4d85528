/**
 * The store of a course in a folder or on a plain web server: IndexedDB, one record per event.
 *
 * After a killed browser localStorage had lost up to 30 s of answers and IndexedDB none (measured),
 * and only an IndexedDB transaction is atomic across tabs. Where it is refused, events go to
 * localStorage, one key each; where that is refused too, the course runs in memory and says so.
 */
import { openDB, type IDBPDatabase } from "idb";
import type { Event } from "../../record/event.d.ts";
import type { Store } from "../../record/store.ts";

const PATIENCE = 4000; // ms; on some machines opening hangs for good

tuokio.store(async (course) => {
  const name = `tuokio:${course}`;
  return (await inDatabase(name)) ?? (await inLocalStorage(name)) ?? inMemory();
});

async function inDatabase(name: string): Promise<Store | null> {
  let database: IDBPDatabase;
  const open = () =>
    openDB(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("events", { keyPath: "id" }),
      // Another tab wants a newer shape of the database: step aside, and open again with the next answer.
      blocking: () => database.close(),
    });
  try {
    database = await within(PATIENCE, open());
    await within(PATIENCE, database.count("events")); // what opens may still refuse to be read
  } catch (error) {
    return isNewer(error) ? inMemory(true) : null;
  }
  const channel = openChannel(name);
  const change = async (events: Event[], gone: string[] = []) => {
    const transaction = database.transaction("events", "readwrite", { durability: "strict" });
    for (const event of events) void transaction.store.put(event);
    for (const id of gone) void transaction.store.delete(id);
    transaction.commit?.(); // a page that is being left does not live to see it done
    await transaction.done;
  };
  const store: Store = {
    keeps: "always",
    read: () => database.getAll("events"),
    async append(events) {
      try {
        await within(PATIENCE, change(events));
      } catch {
        // The connection may have been closed under us (site data cleared, another version): once more.
        database = await within(PATIENCE, open()).catch((error) => {
          store.newer = isNewer(error);
          throw error;
        });
        await within(PATIENCE, change(events));
      }
      channel?.postMessage(0);
    },
    remove: (ids) => within(PATIENCE, change([], ids)),
    watch(changed) {
      if (channel) channel.onmessage = changed;
      document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && changed());
      addEventListener("pageshow", (event) => event.persisted && changed());
    },
  };
  return store;
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

async function inLocalStorage(name: string): Promise<Store | null> {
  // On file:// Chromium may hand out an empty, detached localStorage before this moment (measured: up to 8 % of loads).
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    const storage = window.localStorage;
    const prefix = `${name}:`;
    storage.setItem(`${name}?`, "");
    storage.removeItem(`${name}?`);
    return {
      keeps: "mostly",
      async read() {
        const keys = Object.keys(storage).filter((key) => key.startsWith(prefix));
        return keys.map((key) => parse(storage.getItem(key)));
      },
      async append(events) {
        try {
          for (const event of events) storage.setItem(prefix + event.id, JSON.stringify(event));
        } catch (error) {
          for (const { id } of events) storage.removeItem(prefix + id); // all or none
          throw error;
        }
      },
      async remove(ids) {
        for (const id of ids) storage.removeItem(prefix + id);
      },
      watch(changed) {
        addEventListener("storage", (event) => event.key?.startsWith(prefix) && changed());
      },
    };
  } catch {
    return null;
  }
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
  let kept: Event[] = [];
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

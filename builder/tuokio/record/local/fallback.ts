/**
 * The cabinet where IndexedDB is refused, which is seldom, so it is a script of its own: localStorage, one key per event.
 * Where that is refused too, the course runs in memory and says so.
 */
import { GUEST, LEARNERS, NEWER, type Cabinet, type Store } from "../store.ts";
import { inMemory } from "./memory.ts";

tuokio.fallback(async (course, refused) => {
  const name = `tuokio:${course}`;
  if (refused?.name === NEWER) return { sole: inMemory(true) }; // left alone, since what we know of it may be wrong
  if (refused?.name === GUEST) return { sole: inMemory() };
  try {
    const cabinet = await inLocalStorage(name);
    return (await cabinet.isShared()) ? cabinet : { ...cabinet, sole: await cabinet.open("", true) };
  } catch {
    return { sole: inMemory() };
  }
});

async function inLocalStorage(course: string): Promise<Required<Omit<Cabinet, "sole">>> {
  // On file:// Chromium may hand out an empty, detached localStorage before this moment (measured: up to 8 % of loads).
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const storage = window.localStorage;
  const sign = (drawer: string) => `${course}${drawer}?`; // a key that says there is such a drawer
  const list = (prefix: string) => Object.keys(storage).filter((key) => key.startsWith(prefix) && /^[\w-]+$/.test(key.slice(prefix.length)));

  async function open<Kept extends { id: string }>(drawer: string, anew?: boolean): Promise<Store<Kept>> {
    const prefix = `${course}${drawer}:`;
    const isThere = () => storage.getItem(sign(drawer)) !== null;
    const check = () => {
      if (!isThere()) throw new DOMException(drawer, "AbortError");
    };
    if (anew) storage.setItem(sign(drawer), "");
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
        addEventListener("storage", ({ key }) => (isThere() ? key?.startsWith(prefix) && changed() : location.reload()));
      },
    };
  }

  return {
    open,
    isShared: async () => storage.getItem(sign(LEARNERS)) !== null,
    async drop(drawer) {
      storage.removeItem(sign(drawer)); // first, so that another tab writes nothing more
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

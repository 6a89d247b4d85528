/** A store that keeps nothing beyond the page, and says so. */
import type { Store } from "../store.ts";

/** Make one; `newer` if there is a database of a newer Tuokio that is to be left alone. */
export function inMemory(newer?: boolean): Store {
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

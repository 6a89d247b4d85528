/**
 * Gates left open while an author looks round. The course itself knows nothing of it: modules pass by here on their way to the player, and
 * of their questions only the word that holds "next" is changed, in this page's memory.
 */
const held: { gate?: boolean }[] = [];
let open = false;

/** Watch modules arrive; to be called before the first does. */
export function watchGates(): void {
  const register = tuokio.module;
  tuokio.module = (language, id, module) => {
    for (const { items } of module.steps) held.push(...Object.values(items).filter(({ gate }) => gate));
    openGates(open);
    register(language, id, module);
  };
}

export function openGates(wanted: boolean): void {
  open = wanted;
  for (const item of held) item.gate = !open;
}

/** Where the reader is, kept across a reload: in the history entry, which dies with its tab. */

const FRAMES = 90; // how long a page may go on growing (pictures, fonts) before the reader is where they were

interface Kept {
  hash: string;
  top: number;
}

export function keepPlace(): void {
  const kept: Kept = { hash: location.hash, top: scrollY };
  history.replaceState({ ...history.state, tuokio: kept }, "");
}

/** Go back to the place, once there is a page long enough for it, unless the reader has begun to move. */
export function restorePlace(): void {
  const { tuokio: kept, ...rest } = (history.state ?? {}) as { tuokio?: Kept };
  if (!kept) return;
  history.replaceState(rest, ""); // a reload by the reader's own hand goes where the course leads
  if (kept.hash !== location.hash) return;
  let left = FRAMES;
  for (const type of ["wheel", "touchstart", "pointerdown", "keydown", "hashchange"]) addEventListener(type, () => (left = 0), { once: true, passive: true });
  const settle = () => {
    if (left <= 0) return;
    if (document.querySelector("main h1")) {
      left -= 1;
      if (Math.abs(scrollY - kept.top) > 1) scrollTo({ top: kept.top, behavior: "instant" as ScrollBehavior });
    }
    requestAnimationFrame(settle);
  };
  requestAnimationFrame(settle);
}

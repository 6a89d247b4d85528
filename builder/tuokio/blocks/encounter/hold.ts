/** Something is shown while it is held by a finger, a mouse or a key, and no longer. */

/** Tell `show` when the area begins to be held and when it no longer is; `button` is what the keyboard holds. */
export function whileHeld(area: HTMLElement, button: HTMLElement, show: (held: boolean) => void): void {
  const leave = () => show(false);

  area.addEventListener("pointerdown", ({ button: which, isPrimary, pointerId }) => {
    if (which || !isPrimary) return;
    area.setPointerCapture(pointerId); // so that letting go is told wherever the finger has slid
    show(true);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) area.addEventListener(end, leave);
  area.addEventListener("contextmenu", (event) => event.preventDefault()); // which a long touch opens on Android

  button.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) show(true);
  });
  button.addEventListener("keyup", leave);
  button.addEventListener("blur", leave);
}

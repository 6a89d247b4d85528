/** Something is shown while it is held by a finger, a mouse or a key, and no longer. */

/** Tell `show` when the area begins to be held and when it no longer is; `button` is what the keyboard holds. Who can only press it, as a screen reader does, is told of to `stay`. */
export function whileHeld(area: HTMLElement, button: HTMLElement, show: (held: boolean) => void, stay: () => void): void {
  function begin(): void {
    show(true);
    addEventListener("blur", leave); // another program has come in front, and the finger or key is let go of there
    document.addEventListener("visibilitychange", leave);
  }

  function leave(): void {
    removeEventListener("blur", leave);
    document.removeEventListener("visibilitychange", leave);
    show(false);
  }

  area.addEventListener("pointerdown", ({ button: which, isPrimary, pointerId }) => {
    if (which || !isPrimary) return;
    area.setPointerCapture(pointerId); // so that letting go is told wherever the finger has slid
    begin();
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) area.addEventListener(end, leave);
  area.addEventListener("contextmenu", (event) => event.preventDefault()); // which a long touch opens on Android

  button.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) begin();
  });
  button.addEventListener("keyup", (event) => {
    event.preventDefault(); // in Firefox Space clicks when it is let go
    leave();
  });
  button.addEventListener("click", ({ detail }) => detail || stay());
  button.addEventListener("blur", leave);
}

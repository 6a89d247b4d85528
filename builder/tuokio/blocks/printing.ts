/** Paper that is one sheet and no page of the course: a slip, a form. The looks are `printing.css`. */

/** Print an element by itself; what stands on the page is copied first. It is taken away again once the print dialog is closed. */
export function printAlone(sheet: HTMLElement): void {
  document.querySelectorAll(".printing-sheet").forEach((before) => before.remove());
  const page = document.documentElement;
  sheet.classList.add("printing-sheet");
  document.body.append(sheet);
  page.classList.add("printing-alone");
  const done = () => {
    page.classList.remove("printing-alone");
    sheet.remove();
    for (const event of ENDS) removeEventListener(event, done, true);
  };
  window.print();
  // Phones return from print() while their dialog is still open, and older ones never say that it was closed: then the next touch does.
  for (const event of ENDS) addEventListener(event, done, true);
}

const ENDS = ["afterprint", "pointerdown", "keydown", "hashchange"];

/** One thing of a page on paper, such as a card to put in a pocket: `writing.css` hides all else while it is printed. */

/** Print a copy of an element alone. What was typed in it goes along as it stands. */
export function printOne(thing: HTMLElement): void {
  document.querySelector(".print-one")?.remove(); // where the browser did not say that it was done with it
  const sheet = document.createElement("div");
  sheet.className = "print-one";
  sheet.append(thing.cloneNode(true));
  for (const named of sheet.querySelectorAll("[id]")) named.removeAttribute("id");
  const all = document.documentElement;

  function done(): void {
    removeEventListener("afterprint", done);
    all.classList.remove("printing-one");
    sheet.remove();
  }

  document.body.append(sheet);
  all.classList.add("printing-one");
  addEventListener("afterprint", done);
  print();
}

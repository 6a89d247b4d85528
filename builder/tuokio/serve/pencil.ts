/** Beside a block under the pointer: the way to where it is written. By keyboard the tools have it. */
import { drawIcon, make, makeRoot } from "./problem.ts";
import { findBlock, idOf } from "./sheet.ts";

const SIZE = 44; // px
const GAP = 8;
const LINGER = 500; // ms, to get there

export class Pencil {
  private host = document.createElement("tuokio-pencil");
  private link = make("a", "pencil");
  private leaving?: ReturnType<typeof setTimeout>;

  /** `find` tells where a block is written, by its id. */
  constructor(private find: (id: string) => string | undefined) {
    this.link.tabIndex = -1;
    this.link.hidden = true;
    this.link.append(drawIcon("M4 20l1-5L16 4l4 4L9 19z M13 7l4 4"));
    makeRoot(this.host).append(this.link);
    document.body.append(this.host);
    document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && this.follow(event.target as Element));
    for (const moving of ["scroll", "resize", "hashchange"]) addEventListener(moving, () => this.leave(), { passive: true });
  }

  private follow(target: Element): void {
    if (target === this.host) return clearTimeout(this.leaving);
    const id = idOf(target);
    const href = id && this.find(id);
    if (!href) {
      clearTimeout(this.leaving);
      this.leaving = setTimeout(() => this.leave(), LINGER);
      return;
    }
    clearTimeout(this.leaving);
    const box = findBlock(id)?.getBoundingClientRect();
    if (!box) return;
    const hasMargin = box.left > SIZE + GAP;
    const left = hasMargin ? box.left - SIZE - GAP : box.right - SIZE;
    this.host.style.transform = `translate(${left}px, ${Math.max(GAP, hasMargin ? box.top : box.top - SIZE / 2)}px)`;
    this.link.href = href;
    this.link.title = `Edit \`${id}\``;
    this.link.setAttribute("aria-label", `Edit ${id}`);
    this.link.hidden = false;
  }

  private leave(): void {
    this.link.hidden = true;
  }
}

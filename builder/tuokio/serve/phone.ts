/** The course in a frame as wide as a phone. It is the page itself once more, so its styles meet a real width; what is done there is done in the same record. */
import { make, makeRoot } from "./problem.ts";
import { keep, recall } from "./store.ts";

export class Phone {
  private host = document.createElement("tuokio-phone");
  private frame?: HTMLIFrameElement;
  private stale = false;
  private root = makeRoot(this.host);

  get isOn(): boolean {
    return this.frame !== undefined;
  }

  static get wasOn(): boolean {
    return recall("phone") === "on";
  }

  toggle(on = !this.isOn): void {
    keep("phone", on ? "on" : "");
    on ? this.open() : this.close();
    for (const element of document.body.children) if (element instanceof HTMLElement && !element.localName.startsWith("tuokio-")) element.inert = on;
    document.documentElement.style.overflow = on ? "hidden" : "";
  }

  /** The page under it is not the newest: it is fetched when it is wanted again. */
  age(): void {
    this.stale = true;
  }

  private open(): void {
    const frame = (this.frame = make("iframe", "phone"));
    frame.title = "The course at the width of a phone";
    frame.src = location.href;
    // The frame's own address is nobody's to see, so this page has the same: loaded anew, it leads to the same place.
    frame.addEventListener("load", () => frame.contentWindow?.addEventListener("hashchange", () => history.replaceState(history.state, "", frame.contentWindow!.location.hash)));
    this.root.append(frame);
    document.body.append(this.host);
  }

  private close(): void {
    this.frame?.remove();
    this.frame = undefined;
    this.host.remove();
    if (this.stale) location.reload();
    else dispatchEvent(new HashChangeEvent("hashchange"));
  }
}

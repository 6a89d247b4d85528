import type { Wakeful } from "../block.ts";
import { printAlone } from "../handing.ts";

export default {
  wake(root) {
    const button = root.querySelector<HTMLElement>(".debrief-print")!;
    button.hidden = false;
    button.addEventListener("click", () => {
      const sheet = root.querySelector("template")!.content.firstElementChild!.cloneNode(true) as HTMLElement;
      sheet.lang = root.closest<HTMLElement>("[lang]")?.lang || document.documentElement.lang;
      printAlone(sheet);
    });
  },
} satisfies Wakeful<unknown>;

import { options } from "../options.ts";
import type { Question, QuestionData } from "../question.ts";
import { gradeTicks } from "../ticks.ts";
import type { Hotspot, Region } from "./model.d.ts";

const THUMB = 22; // pixels around a number or a small region that still mean it: targets of 44
const SIGNS = { right: "✓", wrong: "✗", missed: "→" };

/** The region that a press on the picture means: the number it is on, else the nearest region, of two the smaller. */
export function hit(regions: Region[], x: number, y: number, width: number, height: number): Region | undefined {
  const near = regions.map((region) => {
    const [left, top, wide, high] = region.at.map((share, side) => (share / 100) * (side % 2 ? height : width)) as [number, number, number, number];
    const number = Math.hypot(x - left, y - top);
    const gap = Math.hypot(Math.max(left - x, 0, x - left - wide), Math.max(top - y, 0, y - top - high));
    return { region, rank: number <= THUMB ? [0, number] : [1 + gap, wide * high], meant: Math.min(number, gap) <= THUMB };
  });
  return near.filter(({ meant }) => meant).sort((one, other) => one.rank[0]! - other.rank[0]! || one.rank[1]! - other.rank[1]!)[0]?.region;
}

export default {
  grade: ({ regions }, response) => gradeTicks(regions, response),

  // The list is what is answered; the picture only presses its rows, for those who point.
  control(root, { data }) {
    const rows = options(root);
    const picture = root.querySelector<SVGElement>(".spots svg")!;
    const spots = [...root.querySelectorAll<SVGElement>("[data-spot]")];
    const input = (id: string) => root.querySelector<HTMLInputElement>(`input[value="${id}"]`)!;

    function showChosen(): void {
      for (const spot of spots) spot.classList.toggle("chosen", input(spot.dataset.spot!).checked);
    }

    picture.addEventListener("click", (event) => {
      const { left, top, width, height } = picture.getBoundingClientRect();
      const region = hit(data.regions, event.clientX - left, event.clientY - top, width, height);
      if (!region || input(region.id!).disabled) return;
      input(region.id!).focus({ preventScroll: true });
      input(region.id!).click();
    });
    // Numbers around a picture that did not come would only puzzle; the list goes on without it.
    root.querySelector(".spots img")?.addEventListener("error", () => picture.remove());
    root.addEventListener("change", showChosen);

    return {
      ...rows,
      ask: "choose-place-first",
      write(response) {
        rows.write(response);
        showChosen();
      },
      mark(marks, settled) {
        rows.mark(marks, settled);
        for (const spot of spots) {
          const as = marks[spot.dataset.spot!]?.as;
          spot.dataset.mark = as ?? "";
          spot.querySelector(".sign")!.textContent = as ? SIGNS[as] : "";
        }
      },
      arrange: undefined,
    };
  },
} satisfies Question<Hotspot & QuestionData>;

/** Where the reader and the focus are put when a view has come. */
import type { State } from "../record/fold.ts";
import { toResource, type Route } from "./route.ts";

/** What is on screen: the route's view, or why it cannot be shown. */
export type View = Route | { view: "opening" } | { view: "trouble"; what: "cannot-load" | "not-found" };

/** Put the reader where the view begins, and the focus with them. `moved` if they came by a step in the course; `step` is the one that is shown, `last` where they were. */
export function settle(main: HTMLElement, route: View, step: string | undefined, moved: boolean, last: State["last"]): void {
  // After a reload or a crash: the question that was being answered.
  const touched = !moved && step && last?.step.endsWith(`/${step}`) ? last.item : undefined;
  const place = route.view === "step" ? (route.place ?? touched) : undefined;
  const named = place && route.view === "step" ? `/${route.module}/${step}/${place}` : route.view === "resource" && route.rest ? toResource(route.name, route.rest).slice(1) : "";
  const target = named ? document.getElementById(named) : null;
  if (target) {
    target.scrollIntoView();
    const focus = target.querySelector<HTMLElement>("[tabindex='-1']") ?? target;
    if (focus.tabIndex < 0 && !focus.hasAttribute("tabindex")) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
    focus.scrollIntoView({ block: "nearest" }); // it may stand far below where its block begins
    return;
  }
  if (!moved) return;
  scrollTo(0, 0);
  const heading = main.querySelector<HTMLElement>(".prose > h2:first-child, [autofocus]") ?? main.querySelector<HTMLElement>("h1");
  heading?.focus({ preventScroll: true });
}

/** Do something once what was drawn is on screen: the frame after the next begins. A tab that nobody looks at paints nothing. */
export function whenPainted(run: () => void): void {
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}

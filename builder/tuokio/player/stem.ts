/** The words of a question, which stand in its page. */
import { findItem } from "./outline.ts";

/** What is claimed or asked by a question, where it stands. */
export function readStem(html: string, item: string): string {
  const page = document.createElement("template");
  page.innerHTML = html;
  const root = page.content.querySelector(findItem(item));
  return (root?.querySelector(".statement") ?? root?.querySelector(".stem"))?.textContent?.trim() ?? "";
}

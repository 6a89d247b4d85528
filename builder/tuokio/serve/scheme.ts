/** The course by day and by night, whatever this machine is set to: what its styles and pictures ask of the machine is answered here. */
import { keep, recall } from "./store.ts";

interface Asking {
  mediaText: string;
}

const ASKED = /\(prefers-color-scheme:\s*(dark|light)\)/g;
const written = new WeakMap<object, string>();

/** Whether the course has two looks. */
export const hasSchemes = () => listAsking().length > 0;

export const isDark = () => (recall("scheme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

/** Take the other look. */
export function turn(): void {
  keep("scheme", isDark() ? "light" : "dark");
  wear();
}

/** Look as was chosen, also with the styles that come later. */
export function wearScheme(): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLLinkElement) node.addEventListener("load", wear);
  }).observe(document.head, { childList: true });
  wear();
}

export function wear(): void {
  const chosen = recall("scheme");
  if (!chosen) return;
  document.documentElement.style.colorScheme = chosen;
  for (const media of listAsking()) {
    const asked = written.get(media) ?? media.mediaText;
    written.set(media, asked);
    media.mediaText = asked.replace(ASKED, (_, scheme) => (scheme === chosen ? "(min-width: 0)" : "(max-width: 0)"));
  }
}

/** Everything that asks: rules of styles, and pictures there are two of. */
function listAsking(): Asking[] {
  const all: Asking[] = [];
  const collect = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) all.push(rule.media);
      if ("cssRules" in rule) collect(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) {
    try {
      collect(sheet.cssRules);
    } catch {
      // what an extension of the author's browser brought is not ours to read
    }
  }
  for (const source of document.querySelectorAll("source")) all.push(ofSource(source));
  return all.filter((media) => written.has(media) || media.mediaText.search(ASKED) >= 0);
}

const sources = new WeakMap<HTMLSourceElement, Asking>();

/** A picture's condition, read and written as that of a rule. */
function ofSource(source: HTMLSourceElement): Asking {
  const media = sources.get(source) ?? Object.defineProperty({ mediaText: "" }, "mediaText", { get: () => source.media, set: (text: string) => (source.media = text) });
  sources.set(source, media);
  return media;
}

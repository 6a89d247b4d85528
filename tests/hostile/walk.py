"""Going through hostile courses in a browser, with an eye on everything that a text must not become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from browser import Browser
from conftest import WATCH
from learner import ANSWER, SETTLED, follow, open_course

HOOKS = (
    WATCH
    + """
window.hacked = () => seen.push("a payload ran");
for (const name of ["alert", "confirm", "prompt", "open", "print"]) window[name] = () => void seen.push(name);
window.fetch = window.XMLHttpRequest = window.WebSocket = window.EventSource = () => { throw seen.push("asked outside"); };
navigator.sendBeacon = () => seen.push("asked outside");
window.postMessage = () => seen.push("postMessage");
"""
)
"""Put before all scripts of a page."""
SCAN = r"""
const found = [];
const harmless = /^(?:[^:]*$|#|\?|\.{0,2}\/|(?:https?|mailto|tel|file|blob|vscode):|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/i;
const here = new URL(".", location.href).href;
const scan = (root) => {
  for (const one of root.querySelectorAll("*")) {
    const name = one.localName;
    if (/^(iframe|frame|frameset|object|embed|applet|base|portal|foreignobject|animate|set|handler|isindex|marquee|plaintext|xmp|math|noembed)$/i.test(name)) found.push(one.outerHTML.slice(0, 150));
    if (name === "script" && (root !== document || !document.head.contains(one) && !/^(text\/plain|application\/json)$/.test(one.type) && !/^(const own = document\.currentScript|coming\.then)/.test(one.text) && !arguments[0])) found.push(one.outerHTML.slice(0, 150));
    if ((name === "meta" || name === "link" || name === "title" || name === "style") && root === document && !document.head.contains(one) && one.namespaceURI.endsWith("xhtml")) found.push(one.outerHTML.slice(0, 150));
    for (const { name: key, value } of one.attributes) {
      const bare = value.replace(/[\0-\x20]/g, "");
      if (/^on/i.test(key)) found.push(`${key} in ${one.outerHTML.slice(0, 150)}`);
      if (/^(srcdoc|ping|background|manifest|codebase|archive|formaction|popovertarget|dynsrc|lowsrc)$/i.test(key)) found.push(`${key} in ${one.outerHTML.slice(0, 150)}`);
      if (/^(href|src|action|data|poster|xlink:href|cite|srcset)$/i.test(key) && !harmless.test(bare)) found.push(`${key}=${bare.slice(0, 100)}`);
      if (/^(src|srcset|poster|data|action)$/i.test(key) && !/^(blob|data):/.test(bare) && !new URL(bare, location.href).href.startsWith(here)) found.push(`outside: ${key}=${bare.slice(0, 100)}`);
      if (key === "style" && /url\(|expression|@import/i.test(value)) found.push(`style=${value.slice(0, 100)}`);
    }
    if (one.content instanceof DocumentFragment) scan(one.content);
    if (one.shadowRoot) scan(one.shadowRoot);
  }
};
scan(document);
return [...found, ...(window.seen ?? [])];
"""
ANSWER_ALL = f"""
const answer = function () {{ {ANSWER} }};
for (const one of document.querySelectorAll("[data-item]")) {{
  if (!one.querySelector("form")) continue;
  answer(`[data-item="${{one.dataset.item}}"]`);
  one.querySelector(".check")?.click();
}}
for (const one of document.querySelectorAll("details:not([open])")) one.open = true;
"""


def watch(page: Path, *, policy: bool = True) -> None:
    """Have a page tell what happens in it; without its policy what gets in would run."""
    text = page.read_text("utf-8", "surrogatepass")
    (page.parent / "watch.js").write_text(HOOKS, "utf-8")
    if not policy:
        text = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    page.write_text(text.replace('<meta charset="utf-8">', '<meta charset="utf-8"><script src="watch.js"></script>', 1), "utf-8", "surrogatepass")


def walk(browser: Browser, site: Path, modules: Iterable[str], *, languages: Iterable[str] = ("en",)) -> Iterator[str]:
    """Go through all views of a built site that is watched; yield what was wrong in each."""
    open_course(browser, (site / "index.html").as_uri())
    yield from _look(browser, "home")
    for language in languages:
        for module in modules:
            for step in ("start", "one", "asked", "read", "-end"):
                follow(browser, f"#/{module}/{step}")
                if step == "asked":
                    browser.wait("document.querySelector('[data-item] form')")
                    browser.run(ANSWER_ALL)
                    browser.wait(f"{SETTLED} && document.querySelector('.outcome:not([hidden])')")
                yield from _look(browser, f"{language} {module}/{step}")
        for file in sorted((site / "resources" / language).glob("*.js")):
            name = file.name.split(".")[0]
            follow(browser, f"#/-{name}")
            yield from _look(browser, f"{language} {name}")


def walk_routes(browser: Browser, payloads: Iterable[str]) -> Iterator[str]:
    """Follow routes that are payloads, and search for them, in the course that is open."""
    for payload in payloads:
        for route in (payload, f"/{payload}", f"/m0/{payload}", f"/m0/one/{payload}", f"/-{payload}", f"/-search/{payload}"):
            browser.run("location.hash = arguments[0]", route.encode("utf-8", "replace").decode())
            browser.wait(SETTLED)
            yield from _look(browser, f"#{route}")


def look_at(browser: Browser, pages: Iterable[Path]) -> Iterator[str]:
    """Open pages that stand for themselves, such as those to print; yield what was wrong in each."""
    for page in pages:
        browser.goto(page)
        yield from _look(browser, page.name)


def _look(browser: Browser, where: str) -> Iterator[str]:
    for one in browser.run(SCAN):
        yield f"{where}: {one}"
    browser.run("if (window.seen) window.seen.length = 0")



"""What a page watches of itself while it is measured: scripts that run before all others, and what they tell.

A page is interactive when what is waited for has been painted and the last of the long tasks around it is over: half a second
passed without another. Feedback is counted in frames from the event of the press: 1 is the very next one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from browser import Browser

QUIET = 500  # ms
PAGE = """
window.long = []; window.answers = [];
new PerformanceObserver((list) => long.push(...list.getEntries().map((task) => ({ start: task.startTime, ms: task.duration, where: location.hash || "home" })))).observe({ type: "longtask", buffered: true });
const [ready, pressed, said] = %s;
const shows = (css) => [...document.querySelectorAll(css)].filter((element) => element.checkVisibility({ visibilityProperty: true })).length;
window.interactive = new Promise((done) => {
  const watcher = new MutationObserver(look);
  function look() {
    if (!document.querySelector(ready)) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      const shown = performance.now();
      (function rest() {
        const last = Math.max(shown, ...long.map(({ start, ms }) => start + ms));
        if (performance.now() - last > %d) done({ last, needed: performance.getEntriesByType("resource").filter(({ startTime }) => startTime <= last).map(({ name }) => name) });
        else setTimeout(rest, 50);
      })();
    }));
  }
  watcher.observe(document, { childList: true, subtree: true, attributes: true });
});
addEventListener("click", ({ target, timeStamp }) => {
  if (!target.closest?.(pressed)) return;
  const before = shows(said);
  let frames = 0;
  requestAnimationFrame(function look() {
    frames++;
    if (shows(said) === before && frames < 600) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => answers.push({ frames, ms: performance.now() - timeStamp });
    port2.postMessage(0);
  });
}, true);
"""


def page(ready: str, pressed: str = ".check", said: str = ".outcome") -> str:
    """Return the script for a page: what it waits for, what sends an answer, and what appears then, as selectors."""
    return "(() => {" + PAGE % (json.dumps([ready, pressed, said]), QUIET) + "})();"


def interactive(browser: Browser) -> tuple[float, list[str]]:
    """Wait until the page is interactive; return when that was, in ms from when it was asked for, and all else that had been asked for by then."""
    seen = browser.run_async("const [done] = arguments; interactive.then(done)")
    return seen["last"], seen["needed"]


def asked(browser: Browser) -> list[str]:
    """Return all that the page has asked for by itself, two seconds after."""
    return browser.run_async("const [done] = arguments; setTimeout(() => done(performance.getEntriesByType('resource').map(({ name }) => name)), 2000)")

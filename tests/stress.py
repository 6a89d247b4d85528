"""What a learner's record is put through: tabs that write at once, stores that refuse. For tests/test_stress.py and for tests/bench."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

from browser import Browser, poll
from learner import item, open_course

QUESTION = "choose-several"  # of tests/courses/tiny: four boxes to tick
STEP = "#/first/several"

# Notes what the store has acknowledged, as the page itself learns it; and ticks boxes, each a draft to keep. Hidden tabs have slow timers: this uses none.
TICKING = """
window.made = 0, window.acknowledged = [], window.refused = [];
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (event, ...rest) {
  this.transaction.addEventListener("complete", () => acknowledged.push(event.id));
  return put.call(this, event, ...rest);
};
window.tick = (times, chance, question, start) => {
  const { port1, port2 } = new MessageChannel();
  const next = () => (chance = (chance * 48271) % 2147483647);
  port1.onmessage = () => {
    if (Date.now() >= start) {
      const boxes = document.querySelectorAll(`[data-item=${question}] input[type=checkbox]`);
      boxes[next() % boxes.length].click();
      made++;
      start = Date.now() + (next() % 16); // a random while
    }
    if (made < times) port2.postMessage(0);
  };
  port2.postMessage(0);
};
"""
KEPT = """
const done = arguments[0];
indexedDB.databases().then((all) => {
  const opening = indexedDB.open(all.find(({ name }) => name.startsWith("tuokio:")).name);
  opening.onsuccess = () => {
    const all = opening.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => (opening.result.close(), done(all.result));
  };
});
"""
TICKED = "return [...document.querySelectorAll(`[data-item=${arguments[0]}] input:checked`)].map((input) => input.value).sort()"


def tick_in_tabs(browser: Browser, address: str, tabs: int, events: int, chance: random.Random, patience: float = 60) -> Counter[str]:
    """
    Tick boxes in several tabs at once, `events` times in all, and count what came of it: `made` and `acknowledged` events,
    those that are `lost` though acknowledged, those kept `twice`, `tabs apart`, which do not show what the record says, and the
    `turns` they took: how often an event was another tab's than the one before.
    """
    open_course(browser, address, STEP)
    handles = [browser.tabs[-1], *(browser.new_tab(address + STEP) for _ in range(tabs - 1))]
    counts: Counter[str] = Counter(made=0, acknowledged=0, lost=0, twice=0)
    for tab in handles:
        browser.switch(tab)
        browser.wait("document.querySelector(arguments[0])", item(QUESTION))
    each = [events // tabs + (number < events % tabs) for number in range(tabs)]
    start = browser.run("return Date.now()") + 200 * tabs  # all together
    for tab, times in zip(handles, each, strict=True):
        browser.switch(tab)
        browser.run("tick(arguments[0], arguments[1], arguments[2], arguments[3])", times, chance.randrange(1, 2**31 - 1), QUESTION, start)
    known: set[str] = set()
    for tab, times in zip(handles, each, strict=True):
        browser.switch(tab)
        browser.wait("made >= arguments[0] && acknowledged.length >= arguments[0]", times, timeout=patience)
    for tab in handles:
        browser.switch(tab)
        counts["made"] += browser.run("return made")
        known |= set(browser.run("return acknowledged"))
    kept = browser.run_async(KEPT)
    drafts = [event for event in kept if event["kind"] == "drafted"]
    counts["acknowledged"] = len(known & {event["id"] for event in kept if event["kind"] == "drafted"})
    counts["lost"] = len(known - {event["id"] for event in kept})
    counts["twice"] = len(drafts) - counts["made"]
    by_time = sorted(drafts, key=lambda event: event["at"])
    counts["turns"] = sum(one["id"].split("-")[0] != other["id"].split("-")[0] for one, other in pairwise(by_time))
    newest = sorted(max(drafts, key=lambda event: (event["n"], event["id"]))["response"])
    for tab in handles:
        browser.switch(tab)
        counts["tabs apart"] += not poll(lambda: browser.run(TICKED, QUESTION) == newest, timeout=20)
    return counts

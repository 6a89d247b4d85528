"""A store that refuses, breaks off or hangs at a chosen call, and a learner who takes the tiny course all the same. For tests/test_stress.py and tests/bench/failures.py."""

from __future__ import annotations

from typing import Any

from browser import Browser

ERRORS = ("quota", "abort", "hang")

# Counts every call by which something is written, and lets the one that the address names fail, or all from there on until `fault.healed`. Long waits are
# four times shorter. Every run has a course of its own, since nothing kept for one may help another.
FAULTS = """
const asked = new URLSearchParams(location.search);
window.fault = { at: Number(asked.get("at") ?? Infinity), error: asked.get("error"), lasting: asked.has("lasting"), count: 0, struck: "", healed: false };
window.acknowledged = [];
window.timeout = window.setTimeout;
window.setTimeout = (run, ms = 0, ...rest) => timeout(run, ms < 300 ? ms : ms / 4, ...rest);
const { append } = Element.prototype;
Element.prototype.append = function (...parts) {
  for (const { dataset } of parts) if (dataset?.course) dataset.course += asked.get("run") ?? "";
  append.apply(this, parts);
};

function strikes(what) {
  if (++fault.count < fault.at || fault.healed || (fault.count > fault.at && !fault.lasting)) return false;
  fault.struck ||= what;
  if (!fault.lasting && fault.error === "hang") timeout(() => (fault.healed = true), 1300); // longer than the store's patience
  return true;
}
function refuse() {
  throw new DOMException("injected", fault.error === "quota" ? "QuotaExceededError" : "UnknownError");
}
for (const name of ["put", "add", "delete", "clear"]) {
  const real = IDBObjectStore.prototype[name];
  IDBObjectStore.prototype[name] = function (...args) {
    const { transaction } = this;
    const struck = strikes(`${name} ${args[0]?.kind ?? args[0] ?? ""}`);
    if (struck && fault.error === "quota") refuse();
    const request = real.apply(this, args);
    if (name === "put") transaction.addEventListener("complete", () => acknowledged.push(args[0]));
    if (struck && fault.error === "abort") transaction.abort();
    if (struck && fault.error === "hang") {
      const again = () => fault.healed || (this.get("-").onsuccess = again); // as long as something is asked of it, a transaction is not complete
      transaction.commit = () => undefined;
      again();
    }
    return request;
  };
}
for (const name of ["open", "deleteDatabase"]) {
  const real = IDBFactory.prototype[name];
  IDBFactory.prototype[name] = function (...args) {
    if (!strikes(`${name}`)) return real.apply(this, args);
    if (fault.error === "quota") refuse();
    const request = real.call(this, `fault-${fault.count}-${asked.get("run")}`);
    if (fault.error === "abort" && name === "open") request.addEventListener("upgradeneeded", (event) => (event.stopImmediatePropagation(), request.transaction.abort()));
    else for (const type of ["upgradeneeded", "success", "error", "blocked"]) request.addEventListener(type, (event) => event.stopImmediatePropagation());
    return request;
  };
}
for (const name of ["setItem", "removeItem"]) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (strikes(`${name} ${key.replace(/.*:|[^?]*(?=\\?)/, "").slice(0, 9)}`) && fault.error !== "hang") refuse();
    return real.call(this, key, ...rest);
  };
}

const seenIn = (css, root = document) => [...root.querySelectorAll(css)].find((element) => element.offsetParent);
const until = async (probe, what) => {
  for (const end = performance.now() + 8000; performance.now() < end; await new Promise((next) => timeout(next, 5))) {
    const found = probe();
    if (found) return found;
  }
  throw new Error(`stuck, waiting for ${what} at ${location.hash}`);
};
const press = async (css) => (await until(() => seenIn(css + ":not([aria-disabled=true])"), css)).click();
const arrive = (route) => until(() => location.hash.startsWith(route) && seenIn(route.endsWith("-end") ? ".end" : `[id="${route.slice(1)}"], [data-item], .bar .button`), route);
window.banner = () => seenIn(".notice")?.textContent ?? "";

/** Take the whole course as a learner does, and note of each answer whether it had its tick, and whether the store had it by then. */
window.take = async () => {
  const answers = [];
  const answer = async (item, ...options) => {
    const root = `[data-item=${item}] `;
    for (const option of options) await press(`${root}[data-option="${option}"] input`);
    await press(root + ".check");
    await until(() => seenIn(root + ".outcome"), root + ".outcome");
    const told = await until(() => (seenIn(root + ".saved") ? "tick" : banner() && "banner"), "a tick or a banner");
    answers.push({ item, told, kept: acknowledged.some((event) => event.kind === "answered" && event.of === item) });
  };
  await press(".onward");
  await arrive("#/first/");
  await press(".bar .button");
  await arrive("#/first/one-choice");
  await press("[data-item=choose-one] .ask-hint");
  await answer("choose-one", "b");
  await press("[data-item=choose-one] .again");
  await answer("choose-one", "a");
  await press(".bar .button");
  await arrive("#/first/several");
  await answer("choose-several", "a", "c");
  await press("[data-item=choose-several] .reveal");
  await press(".bar .button");
  await arrive("#/first/-end");
  await press(".end .button");
  await arrive("#/second/");
  await press(".bar .button");
  await arrive("#/second/gated");
  await answer("is-it-true", "true");
  // The banner of one thing may stand when another is not in the record yet, and then the gate holds for a moment.
  for (let n = 0; n < 20 && location.hash !== "#/second/-end"; n++) {
    await press(".bar .button");
    await new Promise((next) => timeout(next, 50));
  }
  await arrive("#/second/-end");
  return answers;
};
/** What the learner sees of all they did. */
window.lookThrough = async () => {
  const views = [];
  for (const [route, item] of [["#/first/one-choice", "choose-one"], ["#/first/several", "choose-several"], ["#/second/gated", "is-it-true"]]) {
    location.hash = route;
    const root = await until(() => location.hash === route && seenIn(`[data-item=${item}]`), item);
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const { went } = root.querySelector(".verdict").dataset;
    views.push([item, seenIn(".outcome", root) && went, [...root.querySelectorAll("input:checked")].map(({ value }) => value).sort().join(), root.querySelectorAll(".hint:not([hidden])").length]);
  }
  for (const route of ["#/first/-end", "#/second/-end"]) {
    location.hash = route;
    await arrive(route);
    views.push([route, seenIn(".end h1").textContent]);
  }
  return views;
};
"""

TAKE = """
const done = arguments[0], about = { trouble: "" };
(async () => {
  about.first = (await new Promise((next) => setTimeout(next)), banner());
  about.answers = await take();
  about.banner = banner();
  about.screen = await lookThrough();
  for (const end = performance.now() + 1000; fault.struck && !banner() && performance.now() < end; ) await new Promise((next) => timeout(next, 20));
  about.later = banner();
  fault.healed = true;
  const end = performance.now() + 4000;
  while (banner() && performance.now() < end) await new Promise((next) => timeout(next, 20));
  about.last = banner();
})().catch((error) => (about.trouble = String(error))).then(() => done({ ...about, struck: fault.struck, count: fault.count, seen: window.seen ?? [] }));
"""
LOOK = """
const done = arguments[0];
(async () => done({ screen: await lookThrough().catch(String), banner: banner() }))();
"""


def take(browser: Browser, address: str, run: str, at: int | None = None, error: str = "quota", lasting: bool = False) -> tuple[dict[str, Any], list[str]]:
    """
    Take the tiny course while the store fails at its `at`-th call, once or from there on; let it heal, and come back. Returns what was
    seen, and all that should not be: `run` names a record of its own.
    """
    fault = f"&at={at}&error={error}{'&lasting' if lasting else ''}" if at else ""
    browser.goto(f"{address}?run={run}{fault}")
    browser.wait("document.querySelector('.onward')")
    about = browser.run_async(TAKE)
    complaints = [about["trouble"]] if about["trouble"] else []
    about["told"] = next((banner for banner in (about.get("first"), about.get("banner"), about.get("later")) if banner), "")
    for answer in about.get("answers", []):
        if answer["told"] == "tick" and not answer["kept"] and "short delay" not in about["banner"]:
            complaints.append(f"{answer['item']} had its ✓ and was not kept")
    browser.goto(f"{address}?run={run}&again")
    browser.wait("document.querySelector('.onward, .home')")
    again = browser.run_async(LOOK)
    for _ in range(4):
        if again["screen"] != about.get("screen"):  # what comes home from localStorage comes a moment after the page
            again = browser.run_async(LOOK)
    nothing_kept = "does not save" in about.get("first", "")
    if not about["trouble"] and again["screen"] != about["screen"] and not nothing_kept:
        complaints.append(f"afterwards {again['screen']}, not {about['screen']}")
    if about.get("last") and "not saved yet" in about["last"]:
        complaints.append("the banner stayed when the store was well again")
    if lasting and about["struck"].startswith("put") and not about["told"]:
        complaints.append("nobody was told")
    complaints += [f"unheard: {what}" for what in about["seen"]]
    return about, complaints

"""Random days on a shared computer: learners come, write, leave and are removed, in several tabs. Of nobody anything is found with another, in any store or on any page.

    .venv/bin/python tests/bench/learners.py [engine …] [--runs 50]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from stage import TESTS, build, conclude

from browser import ENGINES, Browser  # after stage, which says where it is
from learner import go, open_course
from test_learners import KEPT, fill, remove_me, share

COURSE = TESTS / "courses/writing"
STEPS = 14
# The nickname of whoever is here, "?" where it is asked, "" for someone alone: once the page and the list agree.
WHO = """
const done = arguments[0];
const shown = () => document.querySelector(".learners-one") ? "?" : document.querySelector("#main h1") ? document.querySelector(".learners-switch > bdi")?.textContent ?? "" : undefined;
indexedDB.databases().then((all) => {
  const list = all.find(({ name, version }) => version && name.endsWith("?learners"));
  if (!list) return done(shown());
  const opening = indexedDB.open(list.name);
  opening.onsuccess = () => {
    const rows = opening.result.transaction("events").objectStore("events").getAll();
    rows.onsuccess = () => {
      opening.result.close();
      const here = rows.result.find(({ id }) => id === "-here");
      const learners = rows.result.filter(({ name }) => name);
      const now = shown();
      const is = learners.find(({ id }) => id === here?.of)?.name;
      done(learners.length < 2 ? (now === "" ? "" : undefined) : now === "?" || now === is ? now : undefined);
    };
  };
});
"""


def who(browser: Browser) -> str:
    """Return who is here in this tab, once that has come to rest."""
    calm, before, until = 0, None, time.monotonic() + 20
    while time.monotonic() < until:
        try:
            now = browser.run_async(WHO)
        except Exception:  # noqa: BLE001 – a page that comes or goes
            now = None
        calm = calm + 1 if now is not None and now == before else 0
        before = now
        if calm > 2:
            return now
        time.sleep(0.1)
    raise AssertionError(f"nobody knows who is here: {browser.text('body')[:300]}")


def write(browser: Browser, text: str) -> None:
    """Write something of one's own, and wait until it is kept."""
    go(browser, "#/own/back")
    browser.wait("document.querySelector('textarea')")
    browser.run("const field = document.querySelector('textarea'); field.value += ' ' + arguments[0]; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))", text)
    browser.wait("[...document.querySelectorAll('.saved')].some((mark) => !mark.hidden)")


def mark(name: str) -> str:
    """What a learner writes, by their nickname."""
    return f"mark{name.removeprefix('Nick')}x"


def look(browser: Browser, names: list[str], gone: list[str], here: str) -> None:
    """Assert that every mark stands in one drawer at most, those of the removed nowhere, and on the page only those of who is here."""
    kept = browser.run_async(KEPT)
    for name in [*names, *gone]:
        drawers = [drawer for drawer, events in kept.items() if mark(name) in str(events)]
        assert len(drawers) <= (name in names), f"{name}: {drawers}"
    for drawer, events in kept.items():
        assert len([name for name in names if mark(name) in str(events)]) <= 1, drawer
    page = browser.run("return document.documentElement.outerHTML + document.title + location.href")
    for name in [*names, *gone]:
        if name != here:
            assert mark(name) not in page, f"{name} is seen by {here or 'someone'}"
            assert here == "?" or f">{name}<" not in page, f"the nickname {name} is seen by {here}"


def day(browser: Browser, url: str, chance: random.Random) -> Counter[str]:
    """Play one random day, from the first learner to the last who is removed."""
    done: Counter[str] = Counter()
    open_course(browser, url)
    names, gone = ["Nick1", "Nick2"], list[str]()
    write(browser, mark("Nick1"))
    share(browser, *names)
    count = 2
    browser.new_tab(url)
    for _ in range(STEPS):
        browser.switch(chance.choice(browser.tabs))
        here = who(browser) or names[0]
        look(browser, names, gone, here)
        act = "enter" if here == "?" else chance.choice(["write", "write", "leave", "leave", "reload", "remove"])
        if act == "enter" and chance.random() < 0.3:
            act, count = "come", count + 1
        done[act] += 1
        if act == "enter":
            browser.click(".learners-one > bdi", text=chance.choice(names))
            browser.wait("!document.querySelector('.learners-one')")
        elif act == "come":
            names.append(f"Nick{count}")
            browser.click(".learners-one", text="I am new here")
            browser.wait("document.querySelector('#learners-name')")
            browser.run("const field = document.querySelector('#learners-name'); field.value = arguments[0]; field.form.querySelector('.button').click()", names[-1])
            browser.wait("!document.querySelector('#learners-name')")
        elif act == "write":
            write(browser, mark(here))
        elif act == "leave" and browser.run("return document.querySelector('.learners-switch') !== null"):
            browser.click(".learners-switch")
            browser.wait("document.querySelector('.learners-one')")
        elif act == "reload":
            browser.reload()
        elif act == "remove" and len(names) > 1:
            remove_me(browser)
            names.remove(here)
            gone.append(here)
            if len(names) == 1:
                who(browser)
                go(browser, "#/-learners")
                count += 1
                names.append(f"Nick{count}")
                fill(browser, "#learners-other", names[-1], "can now learn")
    while names:
        here = who(browser)
        if here == "?":
            browser.click(".learners-one > bdi", text=names[0])
            here = who(browser)
        here = here or names[0]
        remove_me(browser)
        names.remove(here)
        gone.append(here)
    for tab in browser.tabs:
        browser.switch(tab)
        open_course(browser, url)
        browser.wait("document.querySelector('.home')")
    kept = browser.run_async(KEPT)
    assert list(kept) == ["tuokio:writing"] and "mark" not in str(kept), kept
    assert 0 == browser.run("return localStorage.length")
    return done


def main() -> int:
    """Play the days, and say what was done in them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("engines", nargs="*", default=ENGINES)
    parser.add_argument("--runs", type=int, default=50)
    options = parser.parse_args()
    runs, failed = options.runs, 0
    with tempfile.TemporaryDirectory() as folder:
        result = build(COURSE, Path(folder), ["site"])
        assert not result.failed, result.findings
        [index] = Path(folder).glob("*/site/index.html")
        for engine in options.engines:
            done: Counter[str] = Counter()
            for run in range(runs):
                browser = Browser.launch(engine, Path(folder) / f"{engine}{run}")
                try:
                    done += day(browser, index.as_uri(), random.Random(run))
                except Exception as error:  # noqa: BLE001 – whatever it was, the other days are tried too
                    failed += 1
                    print(f"{engine}, run {run}, tab at {browser.url}: {error}", flush=True)
                finally:
                    browser.quit()
            print(f"{engine}: {runs} days, {done.total()} things done ({', '.join(f'{n} × {what}' for what, n in done.most_common())})", flush=True)
    return conclude("R14", runs * len(options.engines), failed, f"{failed} days with a leak or a key left")


if __name__ == "__main__":
    sys.exit(main())

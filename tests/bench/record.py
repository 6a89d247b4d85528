"""The record under stress: prints a table of figures. An hour's work in all; name parts to run only these.

    .venv/bin/python tests/bench/record.py [year] [damage] [moves] [--times N]

`year`: a year of daily use on three devices, joined: how large its copy is and how long a start takes in Chromium at a quarter of the CPU.
`damage`: 1,000 corrupted stores in Chromium: is the page ever blank, is anything deleted? `moves`: 500 records saved in Chromium and joined
in Firefox. What can be tried without a browser is in laws.py.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from stage import build, conclude

from browser import Browser  # after stage, which says where it is
from learner import open_course
from review import CARDS, MODULES, write_course

Event = dict[str, object]
THROTTLE, RUNS, STORES, MOVES = 4, 5, 1000, 500
HEAVIEST, LATEST = 2, 1000  # megabytes of a copy, milliseconds of a start
QUESTIONS = [f"q{m}-{n}" for m in range(MODULES) for n in range(CARDS // MODULES)]
CATCH = "{ const give = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return give.call(URL, blob); }; }\n"
WATCH = "window.seen = []; addEventListener('error', (event) => seen.push(event.message)); addEventListener('unhandledrejection', (event) => seen.push(String(event.reason)));\n"
DATABASE = "const act = (done, act) => { const opening = indexedDB.open('tuokio:year'); opening.onsuccess = () => { const request = act(opening.result.transaction('events', 'readwrite').objectStore('events')); request.transaction.oncomplete = () => { opening.result.close(); done(request.result); }; }; };\n"
# What JSON cannot say travels under a sign.
REPLACE = DATABASE + "const [events, done] = arguments; const odd = { nan: NaN, infinite: Infinity, big: 10n, bytes: new Uint8Array(9), date: new Date(NaN), map: new Map([[1, 2]]), none: undefined }; act(done, (store) => { store.clear(); for (const event of events) store.put(Object.fromEntries(Object.entries(event).map(([name, value]) => [name, value?.odd ? odd[value.odd] : value]))); return store.count(); })"
COUNT = DATABASE + "act(arguments[0], (store) => store.count())"
STORED = DATABASE + "act(arguments[0], (store) => store.getAll())"
TAKE = "const box = document.querySelector('.backup-box'); box.querySelector('textarea').value = arguments[0]; box.requestSubmit()"


def write_use(seed: str, days: int, answers: int, devices: int = 1, drafts: bool = True) -> list[Event]:
    """Return what was done in so many days on each device: a step opened, questions drafted and answered, some of it finished, now and then a note."""
    chance, events, began = random.Random(seed), [], datetime(2025, 11, 22, 6, tzinfo=UTC)
    names = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=9)) for _ in range(devices * days)]
    for day in range(days):
        for device in range(devices):
            at, name, number = began + timedelta(days=day, hours=device * 3), names[day * devices + device], 0
            for kind, rest in _list_done(chance, answers, drafts, day):
                at += timedelta(seconds=chance.randint(2, 90))
                number += 1
                events.append({"id": f"{name}-{number}", "n": 0, "at": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"), "tz": 120, "kind": kind, **rest})
    events.sort(key=lambda event: event["at"])
    return [event | {"n": n} for n, event in enumerate(events, 1)]


def _list_done(chance: random.Random, answers: int, drafts: bool, day: int) -> Iterator[tuple[str, Event]]:
    module = f"m{chance.randrange(MODULES)}"
    yield "opened", {"of": f"{module}/start"}
    for turn in range(answers):
        about = {"of": chance.choice(QUESTIONS), "rev": f"{chance.randrange(65536):04x}", "response": [chance.choice("ab")]} | ({"round": f"-review#{day + 1}"} if turn % 3 else {})
        if drafts:
            yield "drafted", about | {"sure": chance.randrange(3)}
        yield "answered", about | {"sure": chance.randrange(3), "score": int(chance.random() > 0.1), "points": 1, "attempt": 1}
    if chance.random() < 0.3:
        yield "finished", {"of": f"{module}/start"}
    if chance.random() < 0.1:
        yield "wrote", {"of": "diary", "rev": "x", "entry": "", "fields": {"text": " ".join(chance.choices("asiakas palautus kuitti jono palaute sääntö takuu vuoro".split(), k=25))}}


def live_years(site: Path, folder: Path, runs: int) -> int:
    """Print what a year weighs and how long a start takes with it. That of somebody who answers every card every day is only told."""
    figures: list[tuple[float, float]] = []
    for what, events in {
        "365 days, 3 devices, 15 events a day": write_use("a", 365, 6, 3),
        "365 days, 120 answers a day, their drafts": write_use("b", 365, 120),
    }.items():
        with Browser.launch("chromium", folder / what, size=(360, 740)) as browser:
            address = (site / "index.html").as_uri()
            open_course(browser, address)
            for at in range(0, len(events), 20_000):  # the driver takes no more at once
                browser.run_async(REPLACE.replace("store.clear(); ", "") if at else REPLACE, events[at : at + 20_000])
            browser.throttle(THROTTLE)
            times: dict[str, list[float]] = {"home is there": [], "home knows what waits": []}
            for turn in range(runs):
                browser.goto(f"{address}?{turn}")
                times["home is there"].append(browser.wait("document.querySelector('.home .onward') && performance.now()", timeout=60))
                times["home knows what waits"].append(browser.wait("document.querySelector('.due, .backup-reminder') && performance.now()", timeout=60))
            browser.throttle(1)
            text = save(browser)
        print(f"{len(events):8} events    {what}: {len(json.dumps(events)) / 1e6:.1f} MB, as a copy {len(text.encode()) / 1e6:.2f} MB")
        for place, took in times.items():
            print(f"{statistics.median(took):8.0f} ms        {place}, throttle {THROTTLE}, median of {runs} (worst {max(took):.0f})", flush=True)
        figures.append((len(text.encode()) / 1e6, statistics.median(times["home is there"])))
    weight, start = figures[0]
    told = "; ".join(f"{weight:.2f} MB as a copy, {start:.0f} ms to start" for weight, start in figures)
    return conclude("R25", 2, int(weight >= HEAVIEST or start >= LATEST), told)


def save(browser: Browser) -> str:
    """Save a copy and return its text."""
    browser.run("location.hash = '#/-backup'; window.saved = ''")
    browser.wait("document.querySelector('.resource.backup .button')")
    browser.run("document.querySelector('.resource.backup .button').click()")
    return browser.wait("window.saved", timeout=60)


def damage(site: Path, folder: Path, times: int) -> int:
    """Print how a thousand stores with something wrong in them fared."""
    chance, blank, told, lost, aside = random.Random(2), [], [], 0, 0
    routes = ["", "#/m0/start", "#/m1/start", "#/-review", "#/m0/-end", "#/-end", "#/-backup"]
    with Browser.launch("chromium", folder / "damaged", size=(360, 740)) as browser:
        address = (site / "index.html").as_uri()
        open_course(browser, address)
        for turn in range(times):
            events = [_hurt(chance, event) if chance.random() < 0.2 else event for event in write_use(str(turn), 3, 4)]
            stored = {str(event["id"]) for event in events}
            browser.run_async(REPLACE, events)
            browser.goto(f"{address}?{turn}{routes[turn % len(routes)]}")
            try:
                browser.wait("document.querySelector('#main h1, #main h2') && document.querySelector('#main').innerText.length > 20")
            except AssertionError as error:
                blank.append((turn, str(error)[:300]))
            told += [(turn, *browser.run("return seen"))] if browser.run("return seen.length") else []
            if turn % len(routes) == 6:
                aside += int(browser.run("return document.querySelector('.resource.backup').innerText.match(/(\\d+|One) records? could not/)?.[1].replace('One', '1') ?? 0"))
            lost += len(stored) > browser.run_async(COUNT)
    print(f"{times:8} stores    damaged: {len(blank)} blank pages, {len(told)} errors, {lost} with a record gone; {aside} records set aside where it was asked\n{blank[:3]}\n{told[:3]}", flush=True)
    return conclude("R04", times, len(blank) + len(told) + lost, f"{len(blank)} blank pages, {lost} records gone")


def _hurt(chance: random.Random, event: Event) -> Event:
    """Return an event with something wrong in it: a bit flipped, cut short, of another type, left out. Its id stays a key."""
    hurt, name = dict(event), chance.choice([name for name in event if name != "id"])
    value = hurt[name]
    match chance.randrange(4):
        case 0:
            text = str(value)
            at = chance.randrange(len(text) or 1)
            flipped = text[:at] + chr(ord(text[at : at + 1] or "x") ^ 1 << chance.randrange(7)) + text[at + 1 :]
            hurt[name] = value ^ 1 << chance.randrange(31) if isinstance(value, int) else flipped if isinstance(value, str) else value
        case 1:
            hurt[name] = value[: len(value) // 2] if isinstance(value, str | list) else None
        case 2:
            hurt[name] = chance.choice(["", "x", -1, 1e300, 2**53, [], [1], {}, {"then": "x"}, True, None, *({"odd": odd} for odd in ("nan", "infinite", "big", "bytes", "date", "map", "none"))])
        case _:
            del hurt[name]
    return hurt


def move(site: Path, folder: Path, times: int) -> int:
    """Print how many of many records that moved from one engine to another came there whole."""
    same, took = 0, []
    with Browser.launch("chromium", folder / "from") as here, Browser.launch("firefox", folder / "to") as there:
        address = (site / "index.html").as_uri()
        open_course(here, address)
        open_course(there, address)
        for turn in range(times):
            events = write_use(f"move {turn}", random.Random(turn).randint(1, 6), 5)
            here.run_async(REPLACE, events)
            there.run_async(REPLACE, [])
            for browser in (here, there):
                browser.goto(f"{address}?{turn}#/-backup")
                browser.wait("location.search === arguments[0] && document.querySelector('.backup-box')", f"?{turn}")
            start = time.monotonic()
            there.run(TAKE, save(here))
            there.wait("document.querySelector('.backup-found .button')")
            there.run("document.querySelector('.backup-found .button').click()")
            there.wait("document.querySelector('.backup-told').textContent")
            took.append(time.monotonic() - start)
            by_id = {event["id"]: event for event in there.run_async(STORED)}
            same += by_id == {event["id"]: event for event in events}
    print(f"{times:8} records   from Chromium to Firefox: {same} the same there, {statistics.median(took):.1f} s each", flush=True)
    return conclude("R12", times, times - same, f"{same} the same in the other browser")


def main() -> int:
    """Build the course and try what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", default=["year", "damage", "moves"])
    parser.add_argument("--times", type=int, help=f"instead of {STORES} stores and {MOVES} moves")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_course(folder / "year")
        site = build(folder / "year", folder / "out", ["site"]).files[0].parent
        (site / "watch.js").write_text(WATCH + CATCH, "utf-8")
        index = site / "index.html"
        index.write_text(index.read_text("utf-8").replace("<meta http", '<script src="watch.js"></script><meta http', 1), "utf-8")
        trials = {"year": (live_years, RUNS), "damage": (damage, STORES), "moves": (move, MOVES)}
        return max(try_it(site, folder, options.times or usual) for try_it, usual in map(trials.__getitem__, options.parts))


if __name__ == "__main__":
    sys.exit(main())

"""Everything that wants to do harm, in its full amount: an hour's work in all. Exit code 1 if anything got through.

    hostile.py [--only R15 R16 R17 R18 R19 R20 R24 ReDoS] [--engines chromium firefox] [--notes FILE]

R15: payloads in every sink of a course, of imports, of what people write, paste and drop, and of what an author is told, in two browsers, with the policy (no report of it) and without (no run). R16: what ends or upsets
a script, in the data of a folder and of one file. R17: traps for the parser. R18: ways out of the folder. R19: hostile workbooks. R20: themes.
R24: nothing outside is asked in a whole course, from files and over http. ReDoS: every pattern against what nearly matches.
With --notes what is done is not done again. Each part ends with a line such as `R17: done=53 failed=0 figure=0.2 s the slowest`.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from itertools import chain
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402 – found by the line above
from conftest import COURSES, Server  # noqa: E402
from hostile import archives, course, desk, folders, patterns, payloads, people  # noqa: E402
from hostile.walk import SCAN, look_at, walk, walk_routes, watch  # noqa: E402
from learner import follow, open_course  # noqa: E402
from tuokio.build import build  # noqa: E402
from tuokio.exchange.carry import bring  # noqa: E402

ENGINES = ("chromium", "firefox")
SHARE = 10
"""Payloads that share a module; in it each stands in one sink of ten, and in ten modules in all."""
Trial = tuple[str, list[str]]


@contextmanager
def browsing(engine: str) -> Iterator[Browser]:
    """Launch a browser with a profile of its own, and quit it."""
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser.launch(engine, Path(profile))
        try:
            yield browser
        finally:
            browser.quit()


def go_everywhere(browser: Browser, site: Path) -> Iterator[str]:
    """Go to every view of the course that is open; yield the route of each when it is there."""
    language = browser.run("return document.documentElement.lang")
    for script in sorted((site / "modules" / language).glob("*.js")):
        follow(browser, f"#/{script.name.split('.')[0]}/")
        for route in browser.run("return [...document.querySelectorAll('.steps a')].map(a => a.getAttribute('href'))"):
            follow(browser, route)
            yield route
    for script in sorted((site / "resources" / language).glob("*.js")):
        follow(browser, f"#/-{script.name.split('.')[0]}")
        yield f"#/-{script.name.split('.')[0]}"


def group(texts: list[str], size: int) -> list[list[str]]:
    """Return payloads in groups, each of which makes a course of as many modules, in which every payload takes every place once."""
    return [texts[at : at + size] for at in range(0, len(texts), size)]


def go_through(folder: Path, engines: Sequence[str], texts: list[str], targets: list[str], *, policies: tuple[bool, ...], routes: bool, html: bool = True) -> Iterator[Trial]:
    """Build courses of payloads and go through them in each engine. A trial is a course in an engine."""
    for number, some in enumerate(group(texts, SHARE)):
        shares = [some[at:] + some[:at] for at in range(len(some))]
        for html in (True, False) if number % 4 == 0 else (True,):
            name = f"payloads {number * SHARE}–{number * SHARE + len(some)}{'' if html else ', no HTML'}"
            try:
                _, refused = course.build_around(folder / "c", folder / "output", shares, targets, html=html)
            except Exception as error:  # what this looks for
                yield name, [f"{type(error).__name__}: {error}"]
                continue
            modules = [f"m{at}" for at in range(len(shares)) if not any(share is shares[at] for share in refused)]
            site = folder / "output/c/site"
            pages = [*(page for page in site.glob("*.html") if page.name != "index.html"), *(folder / "output/c").glob("*-print*.html")]
            for policy in policies:
                watch(site / "index.html", policy=policy)
                for engine in engines:
                    with browsing(engine) as browser:
                        try:
                            wrong = [*walk(browser, site, modules, languages=("en",)), *look_at(browser, pages)]
                            if routes and policy:
                                open_course(browser, (site / "index.html").as_uri())
                                wrong += walk_routes(browser, some)
                        except AssertionError as error:
                            wrong = [str(error)[:300]]
                    yield f"{name} in {engine}, {'policy' if policy else 'no policy'}", list(dict.fromkeys(wrong))
                index = site / "index.html"
                index.write_text(re.sub(r'<script src="watch.js"></script>', "", index.read_text("utf-8")), "utf-8")


def try_imports(folder: Path, engines: Sequence[str]) -> Iterator[Trial]:
    """R15, files of questions: what was taken over is built and gone through."""
    texts = payloads.every()[:260]
    flat = [" ".join(text.split()) or "x" for text in texts]
    gift = "\n\n".join("::{0}:: {0} {{\n={0} # {0}\n~2 {0} # {0}\n}}".format(re.sub(r"([~=#{}:\\])", r"\\\1", text)) for text in flat)
    raw = "\n\n".join("[html]{0} {{=a # {0}\n~b}}".format(re.sub(r"([~=#{}:])", r"\\\1", text)) for text in flat)
    aiken = "\n\n".join(f"{text} ?\nA. {text}\nB. 2 {text}\nANSWER: A" for text in flat)
    sheet = "Question;Option 1;Option 2;Correct;Feedback\n" + "\n".join(";".join('"' + one.replace('"', '""') + '"' for one in (text, text, f"2 {text}", "1", text)) for text in flat)
    marked = "\n\n".join(f"{text}\n\n- [x] {text}\n- [ ] 2 {text}" for text in flat)
    xml = "<quiz>" + "".join(f'<question type="multichoice"><name><text>{escape(text)}</text></name><questiontext format="html"><text>{escape(text)}</text></questiontext><single>true</single><answer fraction="100" format="html"><text>{escape(text)}</text><feedback><text>{escape(text)}</text></feedback></answer><answer fraction="0"><text>2 {escape(text)}</text></answer></question>' for text in (re.sub(r"[^\t\n -\ud7ff\ue000-\ufffd]", "", one) for one in texts)) + "</quiz>"
    for name, data in {"q.gift": gift, "r.gift": raw, "q.txt": aiken, "q.csv": sheet, "q.md": marked, "q.xml": xml}.items():
        place, file = folder / "imported/c", folder / name
        folders.put(place, {"00-a.md": "# A\n\nx\n"})
        file.write_bytes(data.encode("utf-8", "replace"))
        try:
            delivery = bring(file, place, None, bank=False, into_folder=True)
            result = build(place, folder / "imported/output", ["site", "print"])
            if not delivery.file or result.failed:
                yield name, [f"{one.span.line}: {one.message}" for one in (delivery.findings + result.findings) if one.severity.name == "ERROR"][:3] or ["nothing came"]
                continue
        except Exception as error:  # what this looks for
            yield name, [f"{type(error).__name__}: {error}"]
            continue
        site = folder / "imported/output/c/site"
        watch(site / "index.html")
        for engine in engines:
            with browsing(engine) as browser:
                wrong = list(look_at(browser, (folder / "imported/output").rglob("*print*.html")))
                open_course(browser, (site / "index.html").as_uri())
                wrong += [f"{route}: {one}" for route in go_everywhere(browser, site) for one in browser.run(SCAN)]
            yield f"{name} in {engine}, {delivery.questions} questions", list(dict.fromkeys(wrong))


def try_people(folder: Path, engines: Sequence[str]) -> Iterator[Trial]:
    """R15, what learners and managers type, paste and drop."""
    site = people.build_for(folder / "people")
    for number, some in enumerate(group(payloads.every(), 20)):
        for engine in engines:
            with browsing(engine) as browser:
                yield f"people {number * 20}–{number * 20 + len(some)} in {engine}", list(dict.fromkeys([*people.write(browser, site, some), *people.send(browser, site, some)]))


def try_desk(folder: Path, engines: Sequence[str]) -> Iterator[Trial]:
    """R15, what an author is told while the course is served."""
    for engine in engines:
        with desk.served(folder / "desk/c") as address, browsing(engine) as browser:
            open_course(browser, address)
            for number, some in enumerate(group(payloads.every(), 40)):
                yield f"desk {number * 40}–{number * 40 + len(some)} in {engine}", list(dict.fromkeys(desk.spoil(browser, folder / "desk/c", some)))


def try_xss(folder: Path, engines: Sequence[str]) -> Iterator[Trial]:
    """R15."""
    yield from go_through(folder, engines, payloads.every(), ["site", "print"], policies=(True, False), routes=True)
    yield from try_imports(folder, engines)
    yield from try_people(folder, engines)
    yield from try_desk(folder, engines)


def try_data(folder: Path, engines: Sequence[str]) -> Iterator[Trial]:
    """R16."""
    yield from go_through(folder, engines, payloads.DATA, ["site", "print"], policies=(True,), routes=False)
    for number, some in enumerate(group(payloads.DATA, 25)):
        course.build_around(folder / "c", folder / "output", [some, some[7:] + some[:7]], ["single"])
        page = folder / "output/c/c.html"
        for engine in engines:
            with browsing(engine) as browser:
                try:
                    open_course(browser, page.as_uri())
                    for module in ("m0", "m1"):
                        for step in ("one", "asked", "read"):
                            follow(browser, f"#/{module}/{step}")
                    wrong = [one for one in browser.console() if "evil.example" not in one]
                except AssertionError as error:
                    wrong = [str(error)[:300]]
            yield f"one file, {number}, in {engine}", wrong


def try_offline(folder: Path) -> Iterator[Trial]:
    """R24. Every view of every course here is opened; what it asked for is all its own."""
    asked = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !/^(data|blob):/.test(name) && !name.startsWith(new URL('.', location.href).href))"
    for name, source in COURSES.items():
        if build(source, folder, ["site"]).failed:
            continue
        site = folder / name / "site"
        watch(site / "index.html")
        server = Server(site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for address in ((site / "index.html").as_uri(), f"http://intranet.test:{server.server_port}/"):
            with browsing("chromium") as browser:
                try:
                    open_course(browser, address)
                    for _ in go_everywhere(browser, site):
                        pass
                    wrong = [f"asked for {one}" for one in browser.run(asked)] + browser.run("return seen")
                except AssertionError as error:
                    wrong = [str(error)[:300]]
            yield f"{name} from {address.partition(':')[0]}", wrong
        server.shutdown()
        server.server_close()


PARTS: dict[str, Callable[[Path, Sequence[str]], Iterator[Trial]]] = {"R15": try_xss, "R16": try_data, "R17": lambda folder, _: folders.try_traps(folder), "R18": lambda folder, _: folders.try_ways_out(folder), "R19": lambda folder, _: archives.try_archives(folder), "R20": lambda folder, _: chain(folders.try_themes(folder), folders.try_our_own_templates(folder)), "R24": lambda folder, _: try_offline(folder), "ReDoS": lambda *_: patterns.try_patterns()}
FIGURE = {"R15": lambda engines: f"{len(payloads.every())} payloads × {course.FRONT.count('$') + course.SETTINGS.count('$p') + course.SVG.count('$') + people.PLACES + desk.QUIZ.count('$')} places in {' and '.join(engines)}", "R16": lambda engines: f"{len(payloads.DATA)} texts in {' and '.join(engines)}"}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    options.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES, help="of R15 and R16")
    options.add_argument("--notes", type=Path)
    given = options.parse_args()
    before = dict.fromkeys(line.split("\t")[0] for line in given.notes.read_text("utf-8").splitlines()) if given.notes and given.notes.is_file() else {}
    failed_at_all = 0
    for part in given.only:
        if part in before:
            continue
        done = failed = 0
        slowest, start = 0.0, time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / part).mkdir()
            for name, wrong in PARTS[part](Path(folder) / part, given.engines):
                done, failed = done + 1, failed + bool(wrong)
                slowest, start = max(slowest, time.perf_counter() - start), time.perf_counter()
                if wrong:
                    print(f"{part} {name}: {'; '.join(wrong[:5])}", flush=True)
        figure = FIGURE.get(part, lambda _: f"{slowest:.1f} s the slowest")(given.engines)  # noqa: B023 – called at once
        print(f"{part}: done={done} failed={failed} figure={figure}", flush=True)
        failed_at_all += failed
        if given.notes:
            with given.notes.open("a", encoding="utf-8") as notes:
                notes.write(f"{part}\t{done}\t{failed}\t{figure}\n")
    return bool(failed_at_all)


if __name__ == "__main__":
    sys.exit(main())

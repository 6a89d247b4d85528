"""Everything that wants to do harm, in its full amount: an hour's work in all. Exit code 1 if anything got through.

    hostile.py [--only R15 R16 R17 R18 R19 R20 R24 ReDoS] [--notes FILE]

R15: payloads in every sink of a course and of imports, in two browsers, with the policy (no report of it) and without (no run). R16: what ends or upsets
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
from collections.abc import Callable, Iterator
from html import escape
from itertools import chain
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402 – found by the line above
from conftest import COURSES, Server  # noqa: E402
from hostile import archives, course, folders, patterns, payloads  # noqa: E402
from hostile.walk import look_at, walk, walk_routes, watch  # noqa: E402
from learner import follow, open_course  # noqa: E402
from tuokio.build import build  # noqa: E402
from tuokio.exchange.carry import bring  # noqa: E402

ENGINES = ("chromium", "firefox")
SHARE = 10
"""Payloads that share a module; in it each stands in one sink of ten, and in ten modules in all."""
Trial = tuple[str, list[str]]


def group(texts: list[str], size: int) -> list[list[str]]:
    """Return payloads in groups, each of which makes a course of as many modules, in which every payload takes every place once."""
    return [texts[at : at + size] for at in range(0, len(texts), size)]


def go_through(folder: Path, texts: list[str], targets: list[str], *, policies: tuple[bool, ...], routes: bool, html: bool = True) -> Iterator[Trial]:
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
                for engine in ENGINES:
                    with tempfile.TemporaryDirectory() as profile:
                        browser = Browser.launch(engine, Path(profile))
                        try:
                            wrong = [*walk(browser, site, modules, languages=("en",)), *look_at(browser, pages)]
                            if routes and policy:
                                open_course(browser, (site / "index.html").as_uri())
                                wrong += walk_routes(browser, some)
                        except AssertionError as error:
                            wrong = [str(error)[:300]]
                        finally:
                            browser.quit()
                    yield f"{name} in {engine}, {'policy' if policy else 'no policy'}", list(dict.fromkeys(wrong))
                index = site / "index.html"
                index.write_text(re.sub(r'<script src="watch.js"></script>', "", index.read_text("utf-8")), "utf-8")


def try_imports(folder: Path) -> Iterator[Trial]:
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
        for engine in ENGINES:
            with tempfile.TemporaryDirectory() as profile:
                browser = Browser.launch(engine, Path(profile))
                try:
                    yield f"{name} in {engine}, {delivery.questions} questions", list(look_at(browser, (folder / "imported/output").rglob("*print*.html")))
                finally:
                    browser.quit()


def try_xss(folder: Path) -> Iterator[Trial]:
    """R15."""
    yield from go_through(folder, payloads.every(), ["site", "print"], policies=(True, False), routes=True)
    yield from try_imports(folder)


def try_data(folder: Path) -> Iterator[Trial]:
    """R16."""
    yield from go_through(folder, payloads.DATA, ["site", "print"], policies=(True,), routes=False)
    for number, some in enumerate(group(payloads.DATA, 25)):
        course.build_around(folder / "c", folder / "output", [some, some[7:] + some[:7]], ["single"])
        page = folder / "output/c/c.html"
        for engine in ENGINES:
            with tempfile.TemporaryDirectory() as profile:
                browser = Browser.launch(engine, Path(profile))
                try:
                    open_course(browser, page.as_uri())
                    for module in ("m0", "m1"):
                        for step in ("one", "asked", "read"):
                            follow(browser, f"#/{module}/{step}")
                    wrong = [one for one in browser.console() if "evil.example" not in one]
                except AssertionError as error:
                    wrong = [str(error)[:300]]
                finally:
                    browser.quit()
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
            with tempfile.TemporaryDirectory() as profile:
                browser = Browser.launch("chromium", Path(profile))
                try:
                    open_course(browser, address)
                    language = browser.run("return document.documentElement.lang")
                    for script in sorted((site / "modules" / language).glob("*.js")):
                        follow(browser, f"#/{script.name.split('.')[0]}/")
                        for route in browser.run("return [...document.querySelectorAll('.steps a')].map(a => a.getAttribute('href'))"):
                            follow(browser, route)
                    for script in sorted((site / "resources" / language).glob("*.js")):
                        follow(browser, f"#/-{script.name.split('.')[0]}")
                    wrong = [f"asked for {one}" for one in browser.run(asked)] + browser.run("return seen")
                except AssertionError as error:
                    wrong = [str(error)[:300]]
                finally:
                    browser.quit()
            yield f"{name} from {address.partition(':')[0]}", wrong
        server.shutdown()
        server.server_close()


PARTS: dict[str, Callable[[Path], Iterator[Trial]]] = {"R15": try_xss, "R16": try_data, "R17": folders.try_traps, "R18": folders.try_ways_out, "R19": archives.try_archives, "R20": lambda folder: chain(folders.try_themes(folder), folders.try_our_own_templates(folder)), "R24": try_offline, "ReDoS": lambda folder: patterns.try_patterns()}  # noqa: ARG005
FIGURE = {"R15": lambda done: f"{len(payloads.every())} payloads × {course.FRONT.count('$') + course.SETTINGS.count('$p') + course.SVG.count('$')} places × {len(ENGINES)} browsers", "R16": lambda done: f"{len(payloads.DATA)} texts"}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
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
            for name, wrong in PARTS[part](Path(folder) / part):
                done, failed = done + 1, failed + bool(wrong)
                slowest, start = max(slowest, time.perf_counter() - start), time.perf_counter()
                if wrong:
                    print(f"{part} {name}: {'; '.join(wrong[:5])}", flush=True)
        figure = FIGURE.get(part, lambda done: f"{slowest:.1f} s the slowest")(done)  # noqa: B023 – called at once
        print(f"{part}: done={done} failed={failed} figure={figure}", flush=True)
        failed_at_all += failed
        if given.notes:
            with given.notes.open("a", encoding="utf-8") as notes:
                notes.write(f"{part}\t{done}\t{failed}\t{figure}\n")
    return bool(failed_at_all)


if __name__ == "__main__":
    sys.exit(main())

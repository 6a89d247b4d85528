"""Reference pictures: what a course looks like, screen by screen, on a phone and a desktop, by day, by night, in forced colours and on paper.

    .venv/bin/python tests/screenshots.py
    .venv/bin/python tests/screenshots.py --course asiakaspalvelu --language sv --only phone --only sheet
    .venv/bin/python tests/screenshots.py --readme

They go to `output/screenshots/`, with an index.html that shows them side by side: look at it after every visible change.
Screens are found by what they have in them and not by their texts, so they follow the courses. `--readme` makes README.md's own in
`tests/screenshots/`. Chromium makes them all; paper is drawn by pdftoppm (of Debian's poppler-utils).
"""

from __future__ import annotations

import argparse
import base64
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
sys.path.insert(0, str(TESTS))

from browser import Browser  # noqa: E402
from conftest import COURSES  # noqa: E402
from gallery import KINDS, SAME_ORDER  # noqa: E402
from learner import SETTLED, best_replies, check, choose_any, follow, item, open_course, press, wait_for_frames  # noqa: E402
from test_flagship import HELD, read_data  # noqa: E402
from test_manager import DROP, PEOPLE, complete, read_facts  # noqa: E402
from test_paper import A4  # noqa: E402
from tuokio.build import build  # noqa: E402

STILL = {"prefers-reduced-motion": "reduce"}
NIGHT = STILL | {"prefers-color-scheme": "dark"}
PHONE, DESKTOP = (360, 740), (1280, 800)
LOOKS = {
    "phone": (PHONE, STILL),
    "phone-dark": (PHONE, NIGHT),
    "phone-forced": (PHONE, NIGHT | {"forced-colors": "active"}),
    "desktop": (DESKTOP, STILL),
    "desktop-dark": (DESKTOP, NIGHT),
}
TAKEN = {"asiakaspalvelu": ["fi", "sv", "en"], "handbook": ["en"]}  # all of the first language, a sample of the others on a phone
USUAL = {"asiakaspalvelu": ["phone", "phone-dark", "phone-forced", "desktop"], "handbook": ["phone", "desktop-dark"]}
SAMPLE = {"home", "choice", "scenario", "match", "module-end", "rules"}  # what the others show
PRESSED = {"rule": ".turn", "encounter": ".encounter-phase:not([hidden]) .encounter-on"}  # what shows more of a block
PAGES = 3  # of each sheet
STYLE = "body{font:15px system-ui;margin:2rem;background:#ddd}section{display:flex;gap:1rem;overflow-x:auto}h2{flex:0 0 9rem;font-size:1rem}figure{margin:0 0 2rem}img{height:40rem;box-shadow:0 1px 6px #0004}"


@dataclass
class Camera:
    """Photographs what a browser shows, in all the looks that are wanted."""

    browser: Browser
    folder: Path
    looks: list[str]

    def take(self, name: str) -> None:
        browser = self.browser
        for look in self.looks:
            size, media = LOOKS[look]
            browser.emulate(media)
            if browser.size != size:
                browser.resize(*size)
            browser.run("document.activeElement.blur()")
            wait_for_frames(browser)
            browser.resize(size[0], max(size[1], browser.run("return document.documentElement.scrollHeight")))  # so high that all is in view, and the bar at its foot
            browser.screenshot(self.folder / f"{name}.{look}.png")
        browser.resize(*PHONE)


def main() -> None:
    """Build what is wanted and photograph it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=TESTS.parent / "output/screenshots")
    parser.add_argument("--course", action="append", choices=TAKEN)
    parser.add_argument("--language", action="append")
    parser.add_argument("--only", action="append", choices=[*LOOKS, "sheet"], help="a look; may be given again")
    parser.add_argument("--readme", action="store_true", help="make the pictures of README.md instead")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        built = {name: make(name, Path(folder)) for name in (TAKEN if args.readme else args.course or TAKEN)}
        with Browser.launch("chromium", Path(folder) / "profile") as browser:
            if args.readme:
                return compose(browser, built, TESTS / "screenshots")
            for name, output in built.items():
                for number, language in enumerate(TAKEN[name]):
                    if language in (args.language or TAKEN[name]):
                        looks = [look for look in args.only or (["phone"] if number else USUAL[name]) if look in LOOKS]
                        photograph(browser, output, language, args.to / name / language, looks, set() if not number else SAMPLE)
                        if "sheet" in (args.only or ["sheet"]) and not number:
                            photograph_sheets(output, browser, args.to / name / language)
    write_index(args.to)
    print(args.to / "index.html")


def make(name: str, folder: Path) -> Path:
    """Build a course in which everybody gets the same order, and return its output."""
    result = build(COURSES[name], folder, ["site", "print"])
    if result.failed:
        sys.exit(f"{name} has errors: tuokio check courses/{name}")
    page = folder / name / "site/index.html"
    (page.parent / "first.js").write_text(SAME_ORDER, "utf-8")
    page.write_text(page.read_text("utf-8").replace("<meta http", '<script src="first.js"></script><meta http', 1), "utf-8")
    return folder / name


def photograph(browser: Browser, output: Path, language: str, folder: Path, looks: list[str], wanted: set[str]) -> None:
    """Take all screens of a course, in the order in which its record grows."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    camera = Camera(browser, folder, looks)
    browser.renew()
    browser.resize(*PHONE)
    browser.emulate(STILL)
    begin(browser, output, language)
    for number, name in enumerate(screens(browser, output / "site", language, wanted)):
        camera.take(f"{number:02}-{name}")


def read_held(path: Path) -> dict[str, Any]:
    """Return what a module's script brings."""
    return json.loads(HELD.fullmatch(path.read_text("utf-8"))[1])


def begin(browser: Browser, output: Path, language: str) -> None:
    open_course(browser, (output / "site/index.html").as_uri())
    browser.run("const s = document.querySelector('#languages select'); if (s) { s.value = arguments[0]; s.dispatchEvent(new Event('change', { bubbles: true })) }", language)
    browser.wait(f"document.documentElement.lang === arguments[0] && {SETTLED}", language)


def show(browser: Browser, route: str, css: str = "main h1") -> None:
    """Go to a screen and wait until it has what is to be seen on it."""
    follow(browser, route)
    browser.wait(f"{SETTLED} && document.querySelector(arguments[0])", css)


def first_with(site: Path, language: str) -> dict[str, tuple[str, str]]:
    """Return where each kind of block is met first, as a route, and its id. In the handbook that is its gallery."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted((site / "modules" / language).glob("*.js")):
        for step in read_held(path).get("steps", []):
            for id, data in step["items"].items():
                if data["kind"] not in found or id == f"example-{data['kind']}":
                    found[data["kind"]] = (f"#/{path.name.split('.')[0]}/{step['id']}", id)
    return found


def screens(browser: Browser, site: Path, language: str, wanted: set[str]) -> Iterator[str]:
    """Bring up one screen after the other, and yield its name. No name that is wanted: all."""

    def is_wanted(name: str) -> bool:
        return not wanted or name in wanted

    known, routes = read_data(site, language), dict[str, dict[str, str]]()
    for kind, (route, id) in first_with(site, language).items():
        routes.setdefault(route, {})[kind] = id
    yield "home"
    for route, kinds in routes.items():
        if not any(map(is_wanted, kinds)):
            continue
        show(browser, route, ", ".join([*(item(id) for kind, id in kinds.items() if kind in KINDS), *(".scenario-reply" for kind in kinds if kind == "scenario")]) or "main h1")
        if "choice" in kinds or "scenario" in kinds:
            yield f"{'-'.join(kinds)}-asked"
        for kind, id in kinds.items():
            if kind in KINDS:
                choose_any(browser, id)
                check(browser, id)
            elif kind == "scenario":
                talk(browser, known[id])
            elif kind in PRESSED:
                press(browser, PRESSED[kind])
        yield "-".join(kinds)
    if is_wanted("module-end"):
        show(browser, f"{next(iter(routes)).rpartition('/')[0]}/-end", ".end")
        yield "module-end"
    if is_wanted("exam-result"):
        yield from exam_screens(browser, site, language)
    for name in sorted({path.name.split(".")[0] for path in (site / "resources").rglob("*.js")}):
        if is_wanted(name):
            show(browser, f"#/-{name}")
            if name == "search":
                title = browser.run("return document.title.match(/\\p{L}{5,}/u)[0]")
                show(browser, f"#/-search/{title}", "#search-told:not(:empty)")
            yield name
    if is_wanted("home-later"):
        show(browser, "#/", ".onward")
        yield "home-later"
    if is_wanted("manager"):
        yield from manager_screens(browser, site)


def talk(browser: Browser, scenario: dict[str, Any], turns: int = 99) -> None:
    """Have a conversation, or begin it, always by what is most right and then kindest."""
    for reply in islice(best_replies(scenario), turns):
        press(browser, f'[data-reply="{reply}"]')
        browser.wait("document.activeElement.matches('.scenario-next')")
        browser.run("const onward = document.querySelector('.scenario-onward'); if (onward?.offsetParent) onward.click()")


def exam_screens(browser: Browser, site: Path, language: str) -> Iterator[str]:
    """Sit the exam, answering anything, and yield each of its views."""
    exam = next(f"#/{path.name.split('.')[0]}/exam" for path in sorted((site / "modules" / language).glob("*.js")) if read_held(path).get("exam"))
    show(browser, exam, ".terms")
    yield "exam-start"
    press(browser, ".bar .button")
    browser.wait(f"{SETTLED} && document.querySelector('#main [data-item]')")
    show(browser, f"{exam}/-review", ".review")
    asked = browser.run("return [...document.querySelectorAll('.review a')].map(a => a.hash)")
    for number, route in enumerate(asked):
        id = route.rpartition("/")[2]
        show(browser, route, item(id))
        choose_any(browser, id)
        if number == 1:
            yield "exam-question"
    show(browser, f"{exam}/-review", ".review")
    yield "exam-review"
    press(browser, ".bar .button")
    browser.wait("document.querySelector('.exam .seal')")
    yield "exam-result"


def manager_screens(browser: Browser, site: Path) -> Iterator[str]:
    """Open the manager's page, and bring it what a dozen people sent."""
    page = site / "manager.html"
    browser.goto(page)
    browser.wait("document.querySelector('#files')")
    yield "manager-empty"
    modules = read_facts(page)["modules"]
    sent = [complete(page, name, passed=modules if number % 3 else modules[: number + 1], day=f"2026-11-{number + 3:02}") for number, name in enumerate(PEOPLE[:12])]
    browser.run(DROP, [[f"{number}.tuokio", text] for number, text in enumerate(sent)])
    browser.wait("document.querySelectorAll('.people tbody tr').length === 12")
    yield "manager"
    browser.run("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")


def photograph_sheets(output: Path, browser: Browser, folder: Path) -> None:
    """Print each printable page of the course's first language, and draw the first pages of it."""
    for page in sorted(output.glob("*.html")):
        if page.name.count(".") > 1:
            continue
        browser.goto(page)
        pdf = folder / f"{page.stem}.pdf"
        browser.pdf(pdf, A4)
        subprocess.run(["pdftoppm", "-png", "-r", "50", "-l", str(PAGES), pdf, folder / f"sheet-{page.stem}"], check=True)
        pdf.unlink()


def write_index(folder: Path) -> None:
    """Write a page that shows a screen a row, its looks side by side."""
    rows: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*/*/*.png")):
        name = path.relative_to(folder).as_posix()
        rows.setdefault(name.rpartition("-")[0] if "sheet-" in name else name.split(".")[0], []).append(name)
    shown = "".join(
        f"<section><h2>{title}</h2>" + "".join(f'<figure><a href="{name}"><img loading="lazy" alt="" src="{name}"></a></figure>' for name in names) + "</section>"
        for title, names in rows.items()
    )
    (folder / "index.html").write_text(f'<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>{STYLE}</style>{shown}\n', "utf-8")


SCENES = {"phones": (1200, 800), "conversation": (1200, 870), "brands": (1200, 800)}  # README.md's pictures
QUALITY = 52  # of WebP
FRAME = """
body { margin: 0; display: flex; justify-content: center; align-items: center; gap: 32px; block-size: 100vh; background: linear-gradient(160deg, #f3eee6, #e4e0ee) }
img { display: block; border: 1px solid #0002; border-radius: 22px; box-shadow: 0 18px 40px -18px #2a1f4d80 }
"""


def compose(browser: Browser, built: dict[str, Path], folder: Path) -> None:
    """Make README.md's pictures: screens in English, side by side."""
    folder.mkdir(exist_ok=True)
    browser._devtools("Emulation.setScrollbarsHidden", hidden=True)
    wood, café = built["handbook"], built["asiakaspalvelu"]
    known = read_data(café / "site", "en")

    def shoot(css: str = "") -> str:
        browser.run("document.activeElement.blur(); scrollTo(0, 0); if (arguments[0]) scrollBy(0, document.querySelector(arguments[0]).getBoundingClientRect().top - 12)", css)
        wait_for_frames(browser)
        browser.screenshot(folder / "one.png")
        return "data:image/png;base64," + base64.b64encode((folder / "one.png").read_bytes()).decode()

    def open_in(output: Path, size: tuple[int, int], media: dict[str, str] = STILL) -> None:
        browser.resize(*size)
        browser.emulate(media)
        begin(browser, output, "en")

    open_in(café, PHONE)
    browser.wait("document.querySelector('main select')")
    browser.run("const s = document.querySelector('main select'); s.selectedIndex = 1; s.dispatchEvent(new Event('change', { bubbles: true }))")
    show(browser, "#/kuitti/start", "main img")
    browser.wait("document.querySelector('main img').complete")
    pictures = {"phones": [shoot(".module-head .eyebrow")]}
    show(browser, "#/kohtaamiset/harmi")
    choice = browser.run("return document.querySelector('#main [data-item]').dataset.item")
    show(browser, f"#/kohtaamiset/harmi/{choice}", item(choice))
    choose_any(browser, choice)
    check(browser, choice)
    pictures["phones"].append(shoot(item(choice)))
    show(browser, "#/", ".onward")
    pictures["phones"].insert(0, shoot())

    browser.resize(1120, 800)
    show(browser, "#/kohtaamiset/laksiaiset", ".scenario-reply")
    talk(browser, known["pala-laksiaisiin"], 1)
    browser.wait("document.querySelectorAll('.scenario-reply').length > 0")
    pictures["conversation"] = [shoot(".scenario-bubble")]

    open_in(café, PHONE, NIGHT)
    show(browser, "#/taipua/jousto", ".turn")
    press(browser, ".turn")
    pictures["brands"] = [shoot("[data-block], .rule")]
    open_in(wood, PHONE)
    show(browser, "#/kinds/hotspot", item("example-hotspot"))
    choose_any(browser, "example-hotspot")
    check(browser, "example-hotspot")
    pictures["brands"].append(shoot(item("example-hotspot")))
    open_in(wood, PHONE, NIGHT)
    pictures["brands"].append(shoot())
    (folder / "one.png").unlink()
    with tempfile.TemporaryDirectory() as made:
        for name, size in SCENES.items():
            page = Path(made) / f"{name}.html"
            page.write_text(f"<!doctype html><style>{FRAME}</style>" + "".join(f'<img src="{one}">' for one in pictures[name]), "utf-8")
            browser.emulate({})
            browser.resize(*size)
            browser.goto(page)
            shot = base64.b64decode(browser._devtools("Page.captureScreenshot", format="webp", quality=QUALITY)["data"])
            (folder / f"{name}.webp").write_bytes(shot)
            print(f"{len(shot) / 1024:6.1f} KiB  {name}.webp")


if __name__ == "__main__":
    main()

"""The whole story, in two browsers and on the real screens: a shared PC and a phone, a rule that changes, a certificate, and the manager's table."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser import Browser, poll
from conftest import COURSES, Server
from gallery import chromium
from learner import check, choose, follow, go, item, open_course, press
from test_learners import KEPT, enter, fill, leave
from test_looks import PHONE
from test_manager import ROWS as TABLE
from test_manager import fill as fill_in
from test_manager import read_facts
from tuokio.record.parcel import pack, unpack

Serve = Callable[[Path], tuple[str, Server]]

NAME = "Aino Järvinen"
PEOPLE = [f"{first} {last}" for last in ("Virtanen", "Meri", "Åkerblom", "O'Neill") for first in ("Eino", "Helmi", "Väinö", "Ella", "Otso", "Saga", "Hugo", "Pia", "Leo")]
DONE, OLD, UNDER_WAY, HURT, TWICE = PEOPLE[:20], PEOPLE[20:28], PEOPLE[28:32], PEOPLE[32:34], PEOPLE[34:36]
SILENT = "Tuomas Tyyni"
OPEN = ".modules li:not(.done) .row-title"
ANSWERED = "document.querySelector(arguments[0] + ' .outcome:not([hidden]) .verdict')?.dataset.went === arguments[1]"
THIRTY = [
    ("taken for 14 days", "taken for 30 days"),
    ("**14** days", "**30** days"),
    ("14 days, correct: true, feedback: Just so.", "14 days, feedback: It was 14 days until this autumn."),
    ("30 days, feedback: That is too long.", "30 days, correct: true, feedback: Just so."),
]


class House:
    """Where the course is written and published."""

    def __init__(self, folder: Path) -> None:
        self.course = shutil.copytree(COURSES["story"], folder / "closing")
        self.output = folder / "a course & ä"
        self.site = self.output / "closing/site"

    def tuokio(self, *arguments: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([sys.executable, "-m", "tuokio", *map(str, arguments)], capture_output=True)

    def publish(self) -> tuple[int, str]:
        """Publish as an author does; return the exit code and what was said."""
        done = self.tuokio("publish", self.course, "--output", self.output)
        return done.returncode, (done.stdout + done.stderr).decode()

    def change_rule(self) -> None:
        path = self.course / "02-returns.md"
        text = path.read_text("utf-8")
        for old, new in THIRTY:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def class_change(self, told: str) -> None:
        """Write what was proposed to the ledger, with the reason."""
        entry = re.search(r"`(- \{date: [^`]*, of: time, kind: changed, note: )…\}`", told)[1]
        path = self.course / "02-returns.md"
        path.write_text(path.read_text("utf-8").replace("id: returns\n", f"id: returns\nchanges:\n  {entry}Customers have asked for more time.}}\n", 1), "utf-8")


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a second browser, of another make than the first."""
    with Browser.launch("firefox", tmp_path_factory.mktemp("phone"), size=PHONE) as browser:
        yield browser


def turn_to(browser: Browser, text: str, until: str) -> None:
    """Press on a link or button by its words and wait until the page has a heading that says this, and is there to be used."""
    browser.click("a, button", text=text)
    browser.wait("[...document.querySelectorAll('h1, h2')].some(h => h === document.activeElement && h.textContent.includes(arguments[0]))", until)


def forward(browser: Browser) -> None:
    """Go on, and wait until one is there."""
    before = browser.run("return location.hash")
    press(browser, ".bar .button")
    browser.wait("location.hash !== arguments[0] && document.activeElement.matches('h1, h2')", before)


def answer(browser: Browser, question: str, text: str) -> None:
    choose(browser, question, text)
    check(browser, question)


def take(browser: Browser, module: str, **answers: str) -> None:
    """Open a module from the home page and take all of it."""
    go_home(browser)
    browser.click(".row-title", text=module)
    browser.wait("document.querySelector('.bar .button') && document.activeElement.matches('h1, h2')")
    while "/-end" not in browser.run("return location.hash"):
        question = browser.run("return document.querySelector('[data-item]')?.dataset.item ?? ''")
        if question:
            answer(browser, question, answers[question.replace("-", "_")])
        forward(browser)


def go_home(browser: Browser) -> None:
    follow(browser, "#/")
    browser.wait("document.querySelector('.modules')")


def saved(browser: Browser, name: str) -> Path:
    """Return a file that the browser has saved."""
    return poll(lambda: next((path for path in browser.profile.rglob(name) if path.stat().st_size), None), 20)


def events(browser: Browser) -> dict[str, list[str]]:
    """Return the ids of what each store holds, in order; what says that it was copied is of this device alone."""
    return {name: sorted(event["id"] for event in all if event["kind"] != "copied") for name, all in browser.run_async(KEPT).items() if "?" not in name}


def copy_text(browser: Browser) -> str:
    """Copy the record as text, and return what is on the clipboard."""
    go_home(browser)
    turn_to(browser, "Save a copy", "Save a copy")
    browser.click("button", text="Copy as text")
    browser.wait("document.querySelector('.backup-told').textContent.startsWith('Copied.')")
    return read_clipboard(browser)


def read_clipboard(browser: Browser) -> str:
    """Paste what was copied into a field, as one would into a message."""
    browser.run("const field = document.body.appendChild(document.createElement('textarea')); field.id = 'message'; field.focus()")
    browser.press("Control+v")
    text = browser.wait("document.querySelector('#message').value")
    browser.run("document.querySelector('#message').remove()")
    return text


def add_seen(browser: Browser) -> str:
    """Add the copy whose content is shown, and return what that was."""
    browser.wait("document.activeElement.matches('#backup-found')")
    seen = browser.text(".backup-found")
    press(browser, ".backup-found .button")
    browser.wait("document.querySelector('.backup-told').textContent.includes('was added')")
    return seen


def paste(browser: Browser, text: str) -> str:
    go_home(browser)
    turn_to(browser, "Save a copy", "Save a copy")
    browser.run("document.querySelector('#backup-text').value = arguments[0]", text)
    browser.click("button", text="See what is in it")
    return add_seen(browser)


def begin_on_the_shared_pc(pc: Browser, address: str) -> None:
    open_course(pc, address)
    turn_to(pc, "Who is learning", "Who is learning")
    fill(pc, "#learners-name", "Aino", "is saved")
    fill(pc, "#learners-other", "Bertil", "Bertil can now learn")
    leave(pc)
    assert ["Aino", "Bertil", "I am new here"] == pc.run("return [...document.querySelectorAll('.learners-one')].map(one => one.innerText.split('\\n')[0])")
    enter(pc, "Aino")
    take(pc, "The till", counted="Twice")


def move_to_the_phone(pc: Browser, phone: Browser, address: str) -> None:
    go_home(pc)
    turn_to(pc, "Save a copy", "Save a copy")
    pc.click("button", text="Save as a file")
    copy = saved(pc, "closing-time*.tuokio.txt")
    assert "aino" in copy.name.lower()
    open_course(phone, address)
    turn_to(phone, "Save a copy", "Save a copy")
    phone.choose_files(".backup-box input", copy)
    assert "It holds: 1 answer, 1 finished module." in add_seen(phone)
    take(phone, "Returns", how_long="14 days")


def bring_both_together(pc: Browser, phone: Browser) -> None:
    go(pc, "#/lights/start")
    answer(pc, "last", "The last to leave")
    of_pc, of_phone = copy_text(pc), copy_text(phone)
    assert "New here: 1 answer." in paste(phone, of_pc)
    assert "New here: 1 answer, 1 finished module." in paste(pc, of_phone)
    kept = events(pc)
    assert kept["tuokio:closing-time"] == events(phone)["tuokio:closing-time"], "both have everything"
    assert all(len(ids) == len(set(ids)) for ids in kept.values()), "and nothing twice"
    assert [[]] == [ids for name, ids in kept.items() if name != "tuokio:closing-time"], "and Bertil nothing at all"
    for browser in (pc, phone):
        go_home(browser)
        assert ["The lights"] == browser.run("return [...document.querySelectorAll(arguments[0])].map(row => row.textContent)", OPEN)
        go(browser, "#/lights/start")
        browser.wait(ANSWERED, item("last"), "right")


def complete(pc: Browser) -> None:
    go(pc, "#/lights/start")
    forward(pc)
    go_home(pc)
    press(pc, ".onward[href='#/-completion']")
    assert "version 1" in pc.wait("document.querySelector('.certificate-facts')?.innerText")


def catch_up(browser: Browser, address: str) -> None:
    """Open the new version, and do what is to be done again."""
    open_course(browser, address)
    enter(browser, "Aino")
    news = browser.wait("document.querySelector('.changes-news')?.innerText")
    assert "One thing has changed since you finished" in news and "Customers have asked for more time." in news
    assert ["Returns"] == browser.run("return [...document.querySelectorAll(arguments[0])].map(row => row.textContent)", OPEN)
    turn_to(browser, "Catch up", "How long")
    assert "Customers have asked for more time." in browser.text(".change-mark") and "30 days" in browser.text("#main")
    assert not browser.run(f"return {ANSWERED}", item("how-long"), "right"), "it is asked anew"
    answer(browser, "how-long", "30 days")
    forward(browser)
    assert "#/returns/-end" == browser.run("return location.hash"), "one step, and no more"
    go_home(browser)
    assert [] == browser.run("return [...document.querySelectorAll(arguments[0])].map(row => row.textContent)", OPEN)


def print_certificate(pc: Browser, paper: Path) -> None:
    press(pc, ".onward[href='#/-completion']")
    pc.wait("document.querySelector('.certificate')")
    press(pc, ".completion-name")
    pc.type(NAME)
    code = pc.wait("document.querySelector('.certificate-code')?.textContent")
    pc.run("window.print = () => {}")  # its dialog is the browser's own
    pc.click("button", text="Print the certificate")
    pc.wait("document.querySelector('.printing-sheet')")
    pc.pdf(paper)
    pages = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True).stdout.decode().split("\f")[:-1]
    assert 1 == len(pages)
    assert all(text in pages[0] for text in (NAME, "Closing time", "version 2", "Returns are taken for 30 days.", code))
    assert not re.search(r"^\s*1$", pages[0], re.MULTILINE), "one sheet has no number"


def hand_over(pc: Browser) -> tuple[Path, str]:
    """Return the completion as a file, and as the message that was copied."""
    press(pc, ".completion-offer")
    pc.wait("document.activeElement.textContent === 'This is what leaves your device'")
    pc.click("button", text="Save as a file")
    pc.click("button", text="Copy as a message")
    pc.wait("document.querySelector('.completion-hand [role=status]').textContent.startsWith('Copied.')")
    return saved(pc, "closing-time-aino-järvinen-done.txt"), read_clipboard(pc)


def write_completions(page: Path, folder: Path) -> list[Path]:
    """Write what forty devices sent."""
    facts = read_facts(page)

    def send(name: str, *passed: str, day: str = "2026-11-20", **other: object) -> str:
        met = len(passed) == 3
        return pack("completion", {"course": facts["id"], "version": 2, "content": facts["content"], "title": "Closing time", "name": name, "met": met, **({"on": day} if met else {}), "asked": 3, "passed": {day: passed} if passed else {}, "made": day, "tool": "tuokio", **other})

    everything = ("till", "returns", "lights")
    texts = [send(name, *everything) for name in DONE]
    texts += [send(name, *everything, day="2026-10-01", version=1, content="0" * 12) for name in OLD]
    texts += [send(name, "till") for name in UNDER_WAY]
    texts += [send(HURT[0], *everything)[:-12], re.sub(r"(?<=\.)(.)", lambda sign: "A" if sign[0] != "A" else "B", send(HURT[1], *everything), count=1)]
    texts += [text for name in TWICE for text in (send(name, "till", "returns"), send(name, "lights", day="2026-11-21"))]
    texts += [send("Ville Vieras", *everything, course="another"), pack("backup", {"course": facts["id"], "events": []})]
    folder.mkdir()
    for number, text in enumerate(texts, 1):
        (folder / f"completion {number:02} ä.txt").write_text(f"Here you are!\n\n{text}\n", "utf-8")
    return sorted(folder.iterdir())


def read_rows(sheet: bytes) -> list[dict[str, str]]:
    """Return a table's rows by name: the page shows them alphabetically, the command line in the order of the list."""
    return sorted(csv.DictReader(sheet.decode("utf-8-sig").splitlines(), delimiter=";"), key=lambda row: row["Name"])


def show_table(manager: Browser, house: House, post: Path, message: str) -> None:
    """Drop everything on the manager's page, and ask the command line the same."""
    names = [*PEOPLE, NAME, SILENT]
    manager.goto(house.site / "manager.html")
    fill_in(manager, "#names", "\n".join(names))
    manager.choose_files("#files", *sorted(post.iterdir()))
    manager.wait("document.querySelector('.told').textContent.startsWith('37 completions added.')")
    fill_in(manager, "#codes", message)
    manager.click("button", text="Add")
    manager.wait("document.querySelector('.told').textContent === '1 was here already.'")

    assert "23 of 38 are done. 8 must take something again. 4 have started. 3 have sent nothing." == manager.text(".tally")
    said = dict(manager.run(TABLE))
    assert {name: "Nothing received" for name in (*HURT, SILENT)} | {name: "Not done yet" for name in UNDER_WAY} | {name: "Must take a part again" for name in OLD} == {name: state for name, state in said.items() if not state.startswith("Done")}
    assert all("(version 2)" in said[name] for name in (*DONE, *TWICE, NAME))
    assert ["To be taken again: Returns"] * 8 == manager.run("return [...document.querySelectorAll('.is-again p:first-of-type')].map(p => p.innerText)")
    assert 4 == manager.run("return document.querySelectorAll('.troubles tbody tr').length")

    manager.click("button", text="Table for Excel (CSV)")
    sheet = read_rows(saved(manager, "*closing-time*.csv").read_bytes())
    (house.course.parent / "names.txt").write_text("\n".join(names), "utf-8")
    told = house.tuokio("report", post, "--names", house.course.parent / "names.txt", "--course", house.course, "--csv")
    assert sheet == read_rows(told.stdout) and 38 == len(sheet)
    assert 4 == len(told.stderr.decode().splitlines())


@chromium
def test_the_story_from_a_shared_pc_to_the_managers_table(house: House, browser: Browser, phone: Browser, serve: Serve, tmp_path: Path) -> None:
    code, told = house.publish()
    assert 0 == code and "Published version 1 of closing-time." in told
    at_pc, at_phone = (house.site / "index.html").as_uri(), serve(house.site)[0]
    begin_on_the_shared_pc(browser, at_pc)
    move_to_the_phone(browser, phone, at_phone)
    bring_both_together(browser, phone)
    complete(browser)

    house.change_rule()
    code, told = house.publish()
    assert 1 == code and "`how-long` is not as in version 1, and nothing says whether what learners did still counts." in told and "learners still have version 1" in told
    house.class_change(told)
    code, told = house.publish()
    assert 0 == code and "Published version 2, after version 1, of closing-time." in told and "Changed, asked again: two-weeks, how-long" in told
    phone.reload()
    go_home(phone)
    assert "One thing has changed since you finished" in phone.wait("document.querySelector('.changes-news')?.innerText")
    catch_up(browser, at_pc)
    print_certificate(browser, tmp_path / "certificate.pdf")
    file, message = hand_over(browser)
    assert [True] == [one.intact and one.content["version"] == 2 and one.content["name"] == NAME for one in unpack(message)]

    post = tmp_path / "post"
    assert 40 == len(write_completions(house.site / "manager.html", post))
    shutil.copy(file, post)
    show_table(browser, house, post, message)
    assert [] == browser.console() + phone.console()

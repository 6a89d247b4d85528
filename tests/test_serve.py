"""`tuokio serve` as an author meets it: the real command, real files, real browsers."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from browser import Browser, poll
from learner import check, choose_any, follow, open_course, verdict
from test_looks import AXE, RULES

COURSE = {
    "course.yaml": "id: c\ntitle: Course\nlanguages: [en]\n",
    "01-a.md": "---\nid: a\n---\n\n# A\n\nThe first word.\n\n```quiz\nid: q\nquestion: Which letter is the first of the alphabet?\noptions:\n  - {text: A, correct: true, feedback: Every list by letters begins with it.}\n  - {text: B, feedback: It comes after A and before C in every list.}\n```\n",
    "02-b.md": "---\nid: b\n---\n\n# B\n\n## One {#one}\n\nText.\n\n## Long {#long}\n\n" + "A line among many.\n\n" * 80 + "The last line.\n",
}
BROKEN = "# A\n\n```quiz\nid: q\nquestion: Which one?\n```\n"
DESK = "document.querySelector('tuokio-desk').shadowRoot"
MARK = "document.querySelector('tuokio-mark')?.shadowRoot"
BUG = """
import os, tuokio.check
check = tuokio.check.check
tuokio.check.check = lambda *given: 1 / 0 if os.path.exists("bites") else check(*given)
"""
"""A Tuokio with a bug in it, while there is a file `bites`."""
OVERLAY = "document.querySelector('tuokio-findings')?.shadowRoot.querySelector('.panel')"


def write(folder: Path, files: dict[str, str] = COURSE) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


# Starting a browser takes longer than most of these tests, so what hangs on the browser least is tried in one.
in_one = pytest.mark.parametrize("engine", ["chromium"], indirect=True)


class Command:
    """The command, running."""

    def __init__(self, here: Path, *arguments: str) -> None:
        self.log = here / "serve.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen([sys.executable, "-m", "tuokio", "serve", "--port", "0", *arguments], cwd=here, stdout=log, stderr=log, env={**os.environ, "PYTHONUTF8": "1"})
        assert poll(lambda: " at http" in self.said() or self.process.poll() is not None, timeout=20)
        assert self.process.poll() is None, self.said()
        self.address = "http" + self.said().split(" at http")[1].split()[0]

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str, dict[str, str]]:
        """Ask for a path as it is written, `..` and all."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=10)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders())

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write(tmp_path / "courses/c")
    return tmp_path


@pytest.fixture
def serve_it(here: Path) -> Iterator[Callable[..., Command]]:
    running: list[Command] = []

    def start(*arguments: str) -> Command:
        running.append(Command(here, *(arguments or ("courses/c",))))
        return running[-1]

    yield start
    for command in running:
        command.end()


def shows(browser: Browser, text: str, timeout: float = 20) -> None:
    browser.wait("document.querySelector('main').innerText.includes(arguments[0])", text, timeout=timeout)


def assert_accessible(browser: Browser, where: str) -> None:
    """As in test_looks.py, but for one thing: axe takes no skip link for one where the page has links in a shadow root."""
    found = [(violation["id"], [node["html"] for node in violation["nodes"]]) for violation in browser.axe(AXE, RULES)]
    assert [] == [(rule, nodes) for rule, nodes in found if rule != "region" or not all('class="skip"' in node for node in nodes)], where


@pytest.mark.everywhere
def test_what_is_saved_is_on_screen_and_twenty_edits_all_arrive(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    open_course(browser, serve_it().address, "#/a/")
    module = here / "courses/c/01-a.md"
    for number in range(20 if browser.engine == "chromium" else 3):
        module.write_text(COURSE["01-a.md"].replace("first word", f"word number {number}"), "utf-8")
        shows(browser, f"The word number {number}.")
    assert [] == [error for error in browser.console() if "WebSocket" not in error and "/-/live" not in error]


@pytest.mark.parametrize("course", ["courses/c", "courses/c/01-a.md"])
def test_an_edit_of_a_bank_is_built_whether_the_folder_is_served_or_one_file(course: str, here: Path, serve_it: Callable[..., Command]) -> None:
    bank = "- {{id: t, statement: The {} statement., correct: true, explanation: E}}\n"
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"] + "\n```quiz\nid: d\ndraw: 1\nfrom: tools\n```\n", "banks/tools.yaml": bank.format("first")})
    serve_it(course)
    paper = here / "output" / Path(course).stem / "site/print.html"  # on paper the first of a bank is printed
    assert poll(lambda: paper.is_file() and "The first statement." in paper.read_text("utf-8"), timeout=10)
    write(here / "courses/c", {"banks/tools.yaml": bank.format("second")})
    assert poll(lambda: "The second statement." in paper.read_text("utf-8"), timeout=10)


@in_one
def test_an_edit_while_a_build_runs_is_not_lost(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    command = serve_it()
    open_course(browser, command.address, "#/a/")
    module = here / "courses/c/01-a.md"
    for number in range(60):  # a save every few milliseconds: many fall into a build
        module.write_text(COURSE["01-a.md"].replace("first word", f"word number {number}"), "utf-8")
        time.sleep(0.007)
    shows(browser, "The word number 59.")


def test_a_mistake_is_shown_over_the_last_good_course_and_leaves_when_mended(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    command = serve_it()
    browser.resize(360, 740)
    open_course(browser, command.address, "#/a/")
    module = here / "courses/c/01-a.md"
    module.write_text(BROKEN, "utf-8")
    said = browser.wait(f"{OVERLAY}?.innerText.includes('01-a.md:') && {OVERLAY}.innerText")
    assert "courses/c/01-a.md:4:1" in said and "1 error" in said
    assert "last course that could be built" in said
    assert browser.wait(f"{OVERLAY}.querySelector('.cure').innerText") and browser.wait(f"{OVERLAY}.querySelector('pre').innerText.includes('id: q')")
    assert_accessible(browser, "the overlay")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    choose_any(browser, "q")
    check(browser, "q")
    assert verdict(browser, "q"), "the course under the overlay works"
    module.write_text(COURSE["01-a.md"], "utf-8")
    browser.wait(f"{OVERLAY}.hidden")
    assert "01-a.md:4:1" in command.said() and "Built in" in command.said()


@in_one
def test_the_overlay_closes_by_keyboard_and_comes_again_with_another_mistake(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    open_course(browser, serve_it().address, "#/a/")
    module = here / "courses/c/01-a.md"
    module.write_text(BROKEN, "utf-8")
    browser.wait(f"{OVERLAY}.querySelector('button')?.getClientRects().length")
    browser.run(f"{OVERLAY}.querySelector('button').focus()")
    browser.press("Escape")
    browser.wait(f"{OVERLAY}.hidden")
    module.write_text(BROKEN + "\nText with {{ nothing }}\n", "utf-8")
    browser.wait(f"!{OVERLAY}.hidden && {OVERLAY}.innerText.includes('2 errors')")


def test_the_reader_stays_where_they_are(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    open_course(browser, serve_it().address, "#/b/long")
    shows(browser, "The last line.")
    browser.run("scrollTo(0, 900)")
    browser.wait("scrollY === 900")
    write(here / "courses/c", {"02-b.md": COURSE["02-b.md"].replace("The last line", "The very last line")})
    shows(browser, "The very last line.")
    browser.wait("scrollY === 900")
    assert "#/b/long" == browser.run("return location.hash")
    browser.run("window.mark = 1")
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("first", "other")})  # another module than the one shown
    browser.wait("!window.mark && document.querySelector('main h1') && scrollY === 900")
    assert "#/b/long" == browser.run("return location.hash")


@in_one
def test_an_edit_that_changes_nothing_does_nothing(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    command = serve_it()
    open_course(browser, command.address, "#/a/")
    browser.run("window.mark = 1")
    write(here / "courses/c")
    (here / "courses/c/notes.txt").write_text("for myself", "utf-8")
    (here / "courses/c/01-a.md~").write_text("an editor's copy", "utf-8")
    # The next real change is told of alone: whatever came before it brought nothing new.
    built = command.said().count("Built in")
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("first", "other")})
    shows(browser, "The other word.")
    assert poll(lambda: command.said().count("Built in") == built + 1, timeout=5)
    assert not browser.run("return window.mark")


@in_one
def test_a_course_that_cannot_be_built_at_first_comes_alive_when_mended(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    write(here / "courses/c", {"01-a.md": BROKEN})
    browser.goto(serve_it().address)
    assert "The course appears when this is mended." in browser.wait(f"{OVERLAY}?.innerText")
    assert_accessible(browser, "no course yet")
    write(here / "courses/c")
    shows(browser, "Course")
    browser.wait("document.querySelector('.brand')")


@in_one
def test_it_survives_what_happens_to_files(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    command = serve_it()
    open_course(browser, command.address, "#/a/")
    course = here / "courses/c"
    (course / "course.yaml").write_text("title: [\n", "utf-8")
    browser.wait(f"{OVERLAY}?.innerText.includes('course.yaml')")
    write(course)
    browser.wait(f"{OVERLAY}.hidden")
    course.rename(here / "courses/d")
    browser.wait(f"{OVERLAY}.innerText.includes('no such folder')")
    (here / "courses/d").rename(course)
    browser.wait(f"{OVERLAY}.hidden")
    write(course, {"01-a.md": COURSE["01-a.md"].replace("first word", "word of the folder that came back")})
    shows(browser, "The word of the folder that came back.")
    (course / "02-b.md").unlink()
    follow(browser, "#/")
    browser.wait("document.querySelectorAll('.modules li').length === 1")
    assert command.process.poll() is None


@in_one
def test_a_theme_made_later_is_seen_and_a_broken_one_is_told(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    write(here / "courses/c", {"course.yaml": COURSE["course.yaml"] + "theme: own\n"})
    open_course(browser, serve_it().address)
    write(here / "themes/own", {"theme.yaml": "name: Our Firm\ncolours: {brand: '#0a5c36'}\n"})
    browser.wait("document.querySelector('.brand').innerText.includes('Our Firm')")
    write(here / "themes/own", {"theme.yaml": "name: Our Firm\ncolours: {brand: nonsense}\n"})
    browser.wait(f"{OVERLAY}?.textContent.includes('theme.yaml')")


@pytest.mark.everywhere
def test_a_page_finds_the_server_again(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    first = serve_it()
    open_course(browser, first.address, "#/a/")
    port = str(urlsplit(first.address).port)
    assert 0 == first.end(), "Ctrl+C ends it quietly"
    assert "Traceback" not in first.said() and "Aborted" not in first.said()
    gone = "document.querySelector('tuokio-findings').shadowRoot.querySelector('.gone')"
    browser.wait(f"{gone}.innerText.includes('The preview has stopped.')", timeout=15)
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("first", "meanwhile")})
    second = serve_it("courses/c", "--port", port)
    assert first.address == second.address
    shows(browser, "The meanwhile word.", timeout=15)
    assert browser.run(f"return {gone}.hidden")


@in_one
def test_a_finding_stands_beside_what_it_speaks_of_and_leads_to_the_line(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    course = write(here / "omat kurssit/ääni & #1", COURSE)
    open_course(browser, serve_it("omat kurssit/ääni & #1").address, "#/a/")
    fine = (COURSE["01-a.md"] + "\nThe *last* “words” {#here}.\n").replace("correct: true, ", "")
    (course / "01-a.md").write_text(fine, "utf-8")
    browser.wait(f"{MARK}?.querySelector('.told')?.innerText === '1 error'")
    assert browser.run("return document.querySelector('tuokio-mark').previousElementSibling.matches('[data-item=q]') && document.querySelectorAll('tuokio-mark').length === 1"), "beside the question that is on screen"
    browser.run(f"{OVERLAY}.querySelector('.close').click(); {MARK}.querySelector('button').focus()")
    before = browser.run("return document.documentElement.scrollHeight")
    browser.press("Enter")
    assert "None of the options is marked correct" in browser.wait(f"!{MARK}.querySelector('.card').hidden && {MARK}.querySelector('.card').innerText")
    place = f"vscode://file{quote((course / '01-a.md').resolve().as_posix())}:13:3"
    assert "%C3%A4%C3%A4ni%20%26%20%231" in place and place == browser.run(f"return {MARK}.querySelector('.ways a').href")
    assert before == browser.run("return document.documentElement.scrollHeight"), "in the margin it pushes nothing"
    assert_accessible(browser, "a finding in the margin")
    browser.press("Escape")
    assert browser.run(f"return {MARK}.querySelector('.card').hidden && {MARK}.activeElement === {MARK}.querySelector('button')")
    browser.resize(320, 640)
    browser.wait("!document.querySelector('tuokio-mark').hasAttribute('data-margin')")
    browser.run(f"{MARK}.querySelector('button').click()")
    assert_accessible(browser, "a finding under its question")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    write(course)
    browser.wait("!document.querySelector('tuokio-mark')")


@in_one
def test_the_list_leads_to_the_place_of_a_finding_in_another_module(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    write(here / "courses/c", {"02-b.md": COURSE["02-b.md"] + "\nA [way](nowhere.md) that ends.\n"})
    open_course(browser, serve_it("courses/c", "--editor", "vscodium").address, "#/a/")
    browser.wait(f"{DESK}.querySelector('.number').textContent")
    browser.run(f"[...{DESK}.querySelectorAll('.tools button')][0].click()")
    assert "1 warning" == browser.wait(f"{OVERLAY}.querySelector('h2').innerText")
    assert browser.run(f"return {OVERLAY}.querySelector('.ways a + a').href").startswith("vscodium://file/")
    browser.run(f"{OVERLAY}.querySelector('.ways a').click()")
    browser.wait(f"{MARK}?.activeElement")
    assert "A way that ends." == browser.run("return document.querySelector('tuokio-mark').previousElementSibling.innerText") and "#/b/long" == browser.run("return location.hash")
    assert browser.run("const { top } = document.querySelector('tuokio-mark').previousElementSibling.getBoundingClientRect(); return top > 0 && top < innerHeight")


@in_one
def test_a_phone_has_the_same_place_and_the_same_answers(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    open_course(browser, serve_it().address, "#/a/")
    choose_any(browser, "q")
    check(browser, "q")
    assert verdict(browser, "q")
    phone = "document.querySelector('tuokio-phone')?.shadowRoot.querySelector('iframe').contentWindow"
    press_phone = f"{DESK}.querySelector('[data-tool=phone]').click()"
    browser.run(press_phone)
    assert 360 == browser.wait(f"{phone}?.document.querySelector('[data-item=q] .verdict')?.dataset.went && {phone}.innerWidth")
    assert browser.run(f"return !{phone}.document.querySelector('tuokio-desk') && document.querySelector('main').inert")
    before = browser.run(f"return {phone}.getComputedStyle({phone}.document.body).backgroundColor")
    browser.run(f"{DESK}.querySelector('[data-tool=dark]').click()")
    browser.wait(f"{phone}.getComputedStyle({phone}.document.body).backgroundColor !== arguments[0]", before)
    browser.run(f"{phone}.location.assign('#/b/long')")
    browser.wait(f"{phone}.document.querySelector('main').innerText.includes('The last line.')")
    write(here / "courses/c", {"02-b.md": COURSE["02-b.md"].replace("The last line", "The very last line")})
    browser.wait(f"{phone}?.document.querySelector('main')?.innerText.includes('The very last line.')")
    browser.run(press_phone)
    shows(browser, "The very last line.")
    assert "#/b/long" == browser.run("return location.hash") and not browser.run("return document.querySelector('tuokio-phone') || document.querySelector('main').inert")


@in_one
def test_gates_open_only_when_asked_and_only_on_screen(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("id: q\n", "id: q\ngate: true\n") + "\n## Behind {#behind}\n\nThe open field.\n"})
    command = serve_it()
    open_course(browser, command.address, "#/a/")
    browser.click(".bar .button")
    browser.wait("document.querySelector('.bar .message').innerText")
    assert "false" == browser.run(f"return {DESK}.querySelector('[data-tool=gates]').getAttribute('aria-pressed')")
    browser.run(f"{DESK}.querySelector('[data-tool=gates]').click()")
    assert_accessible(browser, "the tools")
    browser.click(".bar .button")
    shows(browser, "The open field.")
    browser.reload()
    open_course(browser, command.address, "#/a/start")
    browser.click(".bar .button")  # still open in this tab
    shows(browser, "The open field.")
    kept = browser.run("return indexedDB.databases().then(all => all.map(({ name }) => name))")
    assert ["tuokio:preview/c"] == kept, "what is tried out is kept apart from what a learner does"
    module = next((here / "output/c/site/modules/en").glob("a.*.js"))
    assert '"gate":true' in module.read_text("utf-8") and "preview" not in (here / "output/c/site/index.html").read_text("utf-8")


def test_hints_leave_the_language_switch_and_the_way_onward_free(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    write(here / "courses/c", {"course.yaml": COURSE["course.yaml"].replace("languages: [en]", "languages: [en, fi]")})
    open_course(browser, serve_it().address, "#/a/")
    browser.wait(f"{DESK}.querySelector('.number').textContent === '1 finding'")
    for size in [(360, 740), (1280, 800)]:
        browser.resize(*size)
        for css in ("#languages select", ".bar .button", ".bar .quiet"):
            assert browser.run("const box = document.querySelector(arguments[0]).getBoundingClientRect(); return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.matches(arguments[0] + ', ' + arguments[0] + ' *')", css), (size, css)


@in_one
def test_two_courses_have_an_address_each_and_a_list(here: Path, serve_it: Callable[..., Command], browser: Browser) -> None:
    write(here / "courses/two words & ä", {"01-x.md": "# X\n\nThe other course.\n"})
    command = serve_it("courses/c", "courses/two words & ä")
    assert "default-src 'none'; script-src 'none'; style-src 'self'" in command.ask("/")[1]
    browser.goto(command.address)
    assert_accessible(browser, "the list")
    browser.click("a", text="two words & ä")
    browser.wait("document.querySelector('.brand')")
    browser.run("location.hash = '#/x/'; window.mark = 1")
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("first", "other")})
    assert poll(lambda: "Built in" in command.said().split(" at http")[1], timeout=5)
    assert browser.run("return window.mark"), "the other course does not reload"
    write(here / "courses/two words & ä", {"01-x.md": "# X\n\nThe edited course.\n"})
    shows(browser, "The edited course.")


def test_a_foreign_name_is_refused_and_a_foreign_page_hears_nothing(serve_it: Callable[..., Command]) -> None:
    command = serve_it()
    port = urlsplit(command.address).port
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1:1", "127.0.0.1", f"127.0.0.1:{port}.evil.example", f"127.0.0.1.evil.example:{port}", f"localhost.evil.example:{port}", f"2130706433:{port}", f"127.1:{port}", f"0.0.0.0:{port}", f"evil.example@127.0.0.1:{port}"):
        for path in ("/", "/c/", "/-/live", "/-/serve.js", "/nothing"):
            assert command.ask(path, Host=host)[0] in (400, 403), (host, path)
    for host in ("localhost", "127.0.0.1", "[::1]", "LOCALHOST"):
        assert 200 == command.ask("/c/", Host=f"{host}:{port}")[0]
    socket = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    for origin in ("http://evil.example", "null", "file://", f"http://127.0.0.1.evil.example:{port}", f"http://localhost:{port}", "http://127.0.0.1"):  # a name that is ours, but not that of the page
        assert 403 == command.ask("/-/live", Origin=origin, **socket)[0], origin
    assert {405, 404} >= {command.ask("/c/", method)[0] for method in ("POST", "PUT", "DELETE")}


def test_nothing_outside_the_output_is_served(here: Path, serve_it: Callable[..., Command]) -> None:
    secret = here / "secret.txt"
    secret.write_text("SECRET", "utf-8")
    command = serve_it()
    site = here / "output/c/site"
    (site / "link.txt").symlink_to(secret)
    (site / "link.html").symlink_to(secret)
    (site / "up").symlink_to(here)
    up = ["..", "%2e%2e", "..%2f..", "%2e%2e%2f%2e%2e", "..%5c..", "modules/../../../..", "%252e%252e", "..;", "%c0%ae%c0%ae", "\\..\\..", "....//", "%00..", ".%2e"]
    paths = [f"/c/{way}/{way}/{way}/secret.txt" for way in up] + ["/../secret.txt", "/c/link.txt", "/c/link.html", "/c/up/secret.txt", f"/c/{secret}", f"//{secret}", "/c/.tuokio.json", "/c/%00", "/c/%0aindex.html", "/c/modules/%00.js", "/c/%2etuokio.json", "/c/modules/", "/c/modules", "/-/player.js", "/-/../cli.py"]
    for path in paths:
        status, text, _ = command.ask(path)
        assert status in (400, 403, 404), (path, status, text[:200])
        assert "SECRET" not in text
    assert 200 == command.ask("/c/print.html")[0]


def test_only_pages_are_changed_on_their_way_and_none_on_disk(here: Path, serve_it: Callable[..., Command]) -> None:
    command = serve_it()
    _, page, headers = command.ask("/c/")
    on_disk = (here / "output/c/site/index.html").read_text("utf-8")
    assert "/-/serve.js" in page and "ws://127.0.0.1:" in page
    assert "/-/" not in on_disk and "no-store" == headers["Cache-Control"] and "same-origin" == headers["Cross-Origin-Resource-Policy"]
    assert "frame-ancestors 'self'" == headers["Content-Security-Policy"], "nobody lays it under a page of theirs"
    script = next((here / "output/c/site").glob("course.*.js"))
    _, text, headers = command.ask(f"/c/{script.name}")
    assert script.read_text("utf-8") == text and "immutable" in headers["Cache-Control"]


def test_without_lan_no_other_machine_is_answered(here: Path, serve_it: Callable[..., Command]) -> None:
    from tuokio.serve.address import find_lan_address

    own = find_lan_address()
    if not own:
        pytest.skip("this machine is in no network")
    port = urlsplit(serve_it().address).port
    with pytest.raises(ConnectionRefusedError):
        HTTPConnection(own, port, timeout=5).request("GET", "/")
    write(here / "courses/c", {"02-b.md": COURSE["02-b.md"] + "\nA [way](nowhere.md).\n"})
    command = serve_it("courses/c", "--lan")
    port = urlsplit(command.address).port
    assert poll(lambda: "Anyone in this network" in command.said(), timeout=5)
    assert f"http://{own}:{port}/c/" in command.said() and "█" in command.said()
    connection = HTTPConnection(own, port, timeout=5)
    connection.request("GET", "/c/")
    assert 200 == connection.getresponse().status
    own_page, foreign_page = (asyncio.run(hear(f"ws://{name}:{port}/-/live")) for name in ("127.0.0.1", own))
    assert "vscode://file/" in own_page and str(here) in own_page
    assert "nowhere.md" in foreign_page and "vscode:" not in foreign_page and str(here) not in foreign_page, "others learn nothing of the machine"


async def hear(address: str) -> str:
    """Return what a page is told that comes."""
    from tornado.websocket import websocket_connect

    socket = await websocket_connect(address)
    for said in ({"command": "info", "url": "x", "course": "c", "revision": ""}, {"command": "look", "module": "b", "language": "en"}):
        await socket.write_message(json.dumps(said))
    told = ""
    while '"command": "sheet"' not in told:
        told += str(await socket.read_message())
    return told


@in_one
def test_a_bug_of_ours_is_told_and_the_course_goes_on(here: Path, serve_it: Callable[..., Command], browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "bug", {"sitecustomize.py": BUG})
    monkeypatch.setenv("PYTHONPATH", str(here / "bug"))
    command = serve_it()
    open_course(browser, command.address, "#/a/")
    shutil.rmtree(here / "output/c/site/modules")
    (here / "output/c/site/modules").write_text("in the way", "utf-8")
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("first", "other")})
    assert "Cannot write" in browser.wait(f"{OVERLAY}?.querySelector('.message')?.innerText")
    (here / "output/c/site/modules").unlink()
    (here / "bites").touch()
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("first", "third")})
    browser.wait(f"{OVERLAY}.querySelector('.message')?.innerText.includes('bug of ours')")
    assert poll(lambda: "Traceback" in command.said(), timeout=5)
    (here / "bites").unlink()
    write(here / "courses/c", {"01-a.md": COURSE["01-a.md"].replace("first", "fourth")})
    shows(browser, "The fourth word.")

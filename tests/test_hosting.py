"""Where a course lives: on a real nginx with the very lines that the handbook gives, and in folders that are carried elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from xml.etree import ElementTree

import pytest

from browser import Browser, poll
from conftest import ROOT, Server
from learner import check, choose, follow, go, open_course, verdict
from tuokio.build import build
from tuokio.page.test_fonts import make_font

CHAPTER = ROOT / "courses/handbook/18-hosting.md"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
HASHED = re.compile(r"\.[0-9a-f]{8}\.\w+$")
TYPES = {".html": {"text/html"}, ".js": {"application/javascript", "text/javascript"}, ".css": {"text/css"}, ".svg": {"image/svg+xml"}, ".webp": {"image/webp"}, ".woff2": {"font/woff2"}, ".mp4": {"video/mp4"}, ".mp3": {"audio/mpeg"}}
DRESSED = {"theme.yaml": "fonts: {heading: Kulma}\nlogo: logo.svg\n", "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'}
AROUND = """
daemon off;
user root;
worker_processes 1;
pid {here}/nginx.pid;
error_log {here}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    log_format asked '$request_uri $status';
    access_log {here}/access.log asked;
    client_body_temp_path {here}/t1; proxy_temp_path {here}/t2; fastcgi_temp_path {here}/t3; uwsgi_temp_path {here}/t4; scgi_temp_path {here}/t5;
    include {here}/courses.conf;
}}
"""  # what Debian's nginx.conf says, for a server that anyone may start


def read_fence(kind: str) -> str:
    """Return what the handbook tells an author to copy."""
    return re.search(rf"```{kind}\n(.*?)```", CHAPTER.read_text("utf-8"), re.S)[1]


class Hosted:
    """Courses on nginx, each in a folder below `root`."""

    def __init__(self, here: Path) -> None:
        self.here, self.root = here, here / "courses"
        self.root.mkdir(parents=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        Server.taken.add(self.port)
        self.address = f"http://intranet.test:{self.port}/"
        lines = read_fence("nginx")
        for given, ours in (("listen 80;", f"listen 127.0.0.1:{self.port};"), ("courses.example.com", "intranet.test"), ("/srv/courses", str(self.root))):
            assert 1 == lines.count(given), given
            lines = lines.replace(given, ours)
        (here / "courses.conf").write_text(lines, "utf-8")
        (here / "nginx.conf").write_text(AROUND.format(here=here), "utf-8")

    def __enter__(self) -> Hosted:
        self.process = subprocess.Popen([NGINX, "-p", self.here, "-e", self.here / "error.log", "-c", self.here / "nginx.conf"])
        assert poll(self.answers, timeout=10), (self.here / "error.log").read_text("utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)

    def answers(self) -> bool:
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) == 0

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", f"/{path}", headers={"Host": "intranet.test"} | {name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response, response.read()

    def asked(self) -> list[tuple[str, int]]:
        """Return what was asked for since the last call, and how it was answered, but for the browser's own wish for an icon."""
        log = self.here / "access.log"
        lines = log.read_text("utf-8").split("\n")[:-1]
        new, self.told = lines[getattr(self, "told", 0) :], len(lines)
        return [(path, int(code)) for path, code in (line.split() for line in new) if "favicon" not in path]


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    if sys.platform != "linux":
        pytest.skip("our nginx is Debian's")
    assert NGINX, "nginx is missing. Run: apt-get install nginx"  # not a skipped test: that would hide a hole
    with Hosted(tmp_path / "server") as server:
        yield server


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Build the tiny course in a brand with a font and a logo, perhaps in other words; return its site."""

    def run(old: str = "", new: str = "") -> Path:
        folder, theme = tmp_path / "courses/tiny", tmp_path / "themes/own"
        shutil.copytree(ROOT / "tests/courses/tiny", folder, dirs_exist_ok=True)
        if not theme.is_dir():
            (theme / "fonts").mkdir(parents=True)
            (theme / "fonts/Kulma-Bold.ttf").write_bytes(make_font())
            for name, text in DRESSED.items():
                (theme / name).write_text(text, "utf-8")
        with (folder / "course.yaml").open("a", encoding="utf-8") as config:
            config.write("theme: own\n")
        module = folder / "01-first.md"
        module.write_text(module.read_text("utf-8").replace(old, new), "utf-8")
        result = build(folder, tmp_path / "output", ["site"])
        assert not result.failed, result.findings
        return tmp_path / "output/tiny/site"

    return run


def test_nginx_gives_every_file_its_type_and_lets_only_hashed_ones_be_kept(hosted: Hosted, write: Callable[..., Path], built: Callable[[str], Path]) -> None:
    shutil.copytree(write(), hosted.root / "tiny")
    shutil.copytree(built("handbook") / "site", hosted.root / "handbook")
    files = [path for path in hosted.root.rglob("*") if path.is_file() and not path.name.startswith(".")]
    assert TYPES.keys() == {path.suffix for path in files}, "one of each sort that a course can have"
    for path in files:
        name = path.relative_to(hosted.root).as_posix()
        response, body = hosted.get(name)
        kind = response.headers.get_content_type()
        assert (200, "nosniff", True, len(body)) == (response.status, response.headers["X-Content-Type-Options"], kind in TYPES[path.suffix], path.stat().st_size), (name, kind)
        assert ("no-cache" if path.suffix == ".html" else "max-age=31536000, immutable") == response.headers["Cache-Control"], name
    script = next(path for path in files if path.name.startswith("course."))
    response, body = hosted.get(script.relative_to(hosted.root).as_posix(), Accept_Encoding="gzip")
    assert ("gzip", True) == (response.headers["Content-Encoding"], len(body) < script.stat().st_size / 2)
    response, _ = hosted.get("tiny/")
    again, body = hosted.get("tiny/", If_None_Match=response.headers["ETag"])
    assert (304, b"", "no-cache") == (again.status, body, again.headers["Cache-Control"])
    gone, _ = hosted.get("tiny/style.00000000.css")
    assert (404, None) == (gone.status, gone.headers["Cache-Control"]), "what is not there yet is not missing for a year"
    film = next(path for path in files if path.suffix == ".mp4")
    assert 206 == hosted.get(film.relative_to(hosted.root).as_posix(), Range="bytes=0-1")[0].status, "a phone asks for a video in pieces"


def test_the_lines_for_iis_are_xml_and_name_types_as_nginx_does(hosted: Hosted) -> None:
    content = ElementTree.fromstring(read_fence("xml").encode()).find("system.webServer/staticContent")
    given = {line.get("fileExtension"): line.get("mimeType") for line in content.findall("mimeMap")}
    assert {".webp", ".woff2"} == given.keys() == {line.get("fileExtension") for line in content.findall("remove")}
    for suffix, kind in given.items():
        (hosted.root / f"a{suffix}").write_bytes(b"x")
        assert kind == hosted.get(f"a{suffix}")[0].headers.get_content_type()


FONT = "[...document.fonts].some(font => font.family.includes('Kulma') && font.status === 'loaded')"
LOGO = "document.querySelector('.logo')?.naturalWidth"
ELSEWHERE = "return performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.startsWith(arguments[0]))"


def reload(browser: Browser) -> None:
    """Reload as a learner does: Firefox's driver would ask for everything anew. Wait until what was answered is there."""
    browser.run("window.before = true; location.reload()")
    browser.wait("!window.before && document.querySelector('.outcome:not([hidden])')")


def test_a_rebuilt_course_is_there_on_reload_with_what_was_done_and_nothing_is_asked_for_twice(hosted: Hosted, write: Callable[..., Path], browser: Browser) -> None:
    course = hosted.root / "tiny"
    shutil.copytree(write(), course)
    open_course(browser, hosted.address + "tiny/", "#/first/one-choice")
    browser.wait(FONT)
    browser.wait(LOGO)
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")
    had = {path for path, _ in hosted.asked()}

    reload(browser)
    again = [(path, code) for path, code in hosted.asked() if path in had]
    assert {"/tiny/"} >= {path for path, code in again if code != 304}
    if browser.engine != "webkit":  # which asks of every file whether it has changed, though it may keep it
        assert [("/tiny/", 304)] == again

    shutil.copytree(write("Half of it is milk", "Milk is half of it"), course, dirs_exist_ok=True)
    later = time.time() + 9
    os.utime(course / "index.html", (later, later))  # nginx tells versions apart by their second and size, and this test is quicker
    reload(browser)
    assert "right" == verdict(browser, "choose-one")
    renewed: list[str] = []

    def is_renewed() -> bool:
        renewed.extend(path for path, code in hosted.asked() if code == 200)
        return {"tiny", "outline.en", "first"} <= {Path(HASHED.sub("", path)).name for path in renewed}

    assert poll(is_renewed, 10)  # the server writes its log when it has answered
    assert ["/tiny/"] == [path for path in renewed if path in had], "what has not changed was kept"
    go(browser, "#/first/several")
    choose(browser, "choose-several", "Cappuccino", "Cortado")
    check(browser, "choose-several")
    browser.wait("document.body.innerText.includes('Milk is half of it')")
    assert [] == browser.run(ELSEWHERE, hosted.address) == browser.console()

    course.rename(hosted.root / "moved")
    open_course(browser, hosted.address + "moved/", "#/first/one-choice")
    browser.wait("document.querySelector('.outcome:not([hidden])')")
    assert "right" == verdict(browser, "choose-one"), "another folder of the same server is the same place"


def test_a_folder_that_is_moved_while_it_is_read_loses_nothing_that_the_handbook_does_not_tell(write: Callable[..., Path], tmp_path: Path, browser: Browser) -> None:
    stick, shelf = tmp_path / "stick/first", tmp_path / "a shelf & ä/second"
    shutil.copytree(write(), stick)
    shelf.parent.mkdir()
    for path in (*stick.rglob("*"), stick):
        path.chmod(0o555 if path.is_dir() else 0o444)  # as on a share that may only be read
    open_course(browser, (stick / "index.html").as_uri(), "#/first/one-choice")
    choose(browser, "choose-one", "Espresso")
    check(browser, "choose-one")

    stick.chmod(0o755)
    stick.rename(shelf)
    shelf.chmod(0o555)
    follow(browser, "#/-backup")
    browser.wait("document.querySelector('main').innerText.includes('Your answers are safe on this device')")

    for folder, kept in ((shelf, browser.engine != "firefox"), (stick, True)):  # Firefox keeps a record for each path
        if folder == stick:
            shelf.chmod(0o755)
            shelf.rename(stick)
        open_course(browser, (folder / "index.html").as_uri())
        assert kept == ("One choice" in browser.text(".onward")), folder
    go(browser, "#/first/one-choice")
    browser.wait("document.querySelector('.outcome:not([hidden])')")
    assert "right" == verdict(browser, "choose-one")

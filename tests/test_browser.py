"""The harness itself: what every journey takes for granted about the browsers."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import Browser, DriverError, Unsupported, poll

pytestmark = pytest.mark.everywhere

PAGE = """<!doctype html><html lang="fi"><meta charset="utf-8"><title>Page</title>
<style>.cover { position: fixed; inset: 0 } button:focus-visible { outline: 3px solid rgb(1, 2, 3) }</style>
<main><label>Name <input id="name"></label><button id="check">Check  <b>it</b></button><p id="said"></p><noscript><p class="plain">No scripts</p></noscript></main>
<script>
const open = indexedDB.open("progress", 1);
open.onupgradeneeded = () => open.result.createObjectStore("kept");
check.onclick = (event) => setTimeout(() => {
    const change = open.result.transaction("kept", "readwrite");
    change.objectStore("kept").put(document.querySelector("#name").value, "name");
    change.oncomplete = () => said.textContent = `Kept, ${event.isTrusted ? "really" : "falsely"} clicked`;
}, 100);
open.onsuccess = () => open.result.transaction("kept").objectStore("kept").get("name").onsuccess = (event) => document.title = `Found ${event.target.result}`;
</script>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a page & ä.html"
    path.write_text(PAGE, "utf-8")
    return path


def commands(profile: Path) -> list[str]:
    """Return the command lines of all processes that speak of a profile."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(path.read_bytes().decode(errors="replace"))
        except OSError:
            pass
    return [command for command in found if str(profile) in command]


def test_what_is_kept_survives_a_kill_and_a_web_server_is_no_secure_context(engine: str, page: Path, serve, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Browser.launch(engine, profile) as browser:
        browser.goto(page)
        browser.wait("document.title === 'Found undefined'")
        browser.click("#name")
        browser.type("Äiti ☃ 1+1")
        browser.click(text="Check it")
        browser.wait("said.textContent")
        assert commands(profile)
        browser.kill()
    assert poll(lambda: not commands(profile), timeout=5)
    with Browser.launch(engine, profile) as browser:
        browser.goto(page)
        browser.wait("document.title === 'Found Äiti ☃ 1+1'")
        browser.goto(serve(page.parent)[0] + page.name)
        assert [False, "intranet.test"] == browser.run("return [isSecureContext, location.hostname]")
    assert poll(lambda: not commands(profile), timeout=5)


def test_a_page_is_clicked_typed_seen_and_sized(engine: str, page: Path, tmp_path: Path) -> None:
    with Browser.launch(engine, tmp_path / "profile", size=(320, 256)) as browser:
        browser.goto(page)
        assert [320, 256] == browser.run("return [innerWidth, innerHeight]")
        browser.resize(1280, 860)
        assert [1280, 860] == browser.run("return [innerWidth, innerHeight]")
        browser.press("Tab")
        browser.type("ab")
        browser.press("Shift+Home")
        browser.press("Delete")
        assert {"tag": "input", "id": "name", "text": ""}.items() <= browser.focused().items()
        browser.press("Tab")
        assert {"style": "solid", "width": "3px", "color": "rgb(1, 2, 3)"} == browser.focused()["outline"]
        browser.press("Enter")
        browser.wait("said.textContent")
        assert "Kept, really clicked" == browser.text("#said")
        assert [] == browser.console()
        browser.run("document.body.append(Object.assign(document.createElement('div'), {className: 'cover'})); console.error('covered')")
        with pytest.raises(DriverError, match="intercepted"):
            browser.click(text="Check it")
        with pytest.raises(AssertionError, match=r"(?s)waited 0.1 s for missing.*a%20page.*Kept, really.*covered"):
            browser.wait("missing", timeout=0.1)
        first = browser.tabs[0]
        second = browser.new_tab(page)
        assert [first, second] == browser.tabs
        assert [1280, "visible"] == browser.run("return [innerWidth, document.visibilityState]")
        browser.close_tab()
        assert "Kept, really clicked" == browser.text("#said")
        browser.screenshot(tmp_path / "view.png", full=True)
        browser.pdf(tmp_path / "print.pdf")
    assert (tmp_path / "view.png").read_bytes().startswith(b"\x89PNG") and (tmp_path / "print.pdf").read_bytes().startswith(b"%PDF")


def test_a_page_meets_the_circumstances_of_its_reader(browser: Browser, page: Path) -> None:
    browser.goto(page)
    for wish in ({"prefers-color-scheme": "dark", "prefers-reduced-motion": "reduce"}, {"prefers-color-scheme": "dark"}, {"forced-colors": "active"}, {"media": "print"}, {}):
        try:
            browser.emulate(wish)
        except Unsupported:
            assert browser.engine == "webkit" and wish.keys() <= {"forced-colors", "media"}
            continue
        found = browser.run("return ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)', 'print'].map(media => matchMedia(media).matches)")
        assert ["prefers-color-scheme" in wish, "prefers-reduced-motion" in wish, "forced-colors" in wish, "media" in wish] == found


def test_a_page_can_be_read_without_javascript(engine: str, page: Path, serve, tmp_path: Path) -> None:
    with Browser.launch(engine, tmp_path / "profile", javascript=False) as browser:
        for address in (page, serve(page.parent)[0] + page.name):
            browser.goto(address)
            assert "Page" == browser.title and "No scripts" == browser.text(".plain")


def test_a_missing_browser_fails_and_names_its_package(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(FileNotFoundError, match=f"apt-get install {engine}"):
        Browser.launch(engine, tmp_path / "profile")

"""A course that is one file: by double-click, in three engines, with nothing beside it and nothing asked for."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from conftest import COURSES, WATCH
from gallery import KINDS, chromium, open_kind
from learner import check, choose_any, follow, go, item, open_course, open_module, open_step, press
from test_brands import NIGHT
from test_languages import speak
from test_looks import assert_accessible
from test_played import BOTH
from tuokio import blocks
from tuokio.build import build
from tuokio.targets import bundle
from tuokio.targets.container import Call, Text
from tuokio.targets.single.document import PIECES, Document

Launch = Callable[..., Browser]
ASKED = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !/^(data|blob):/.test(name))"
FOUND = "[...document.querySelectorAll('.found li a')].map(a => a.getAttribute('href'))"


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Build a course into one file, once a session, that writes down what a page must never do."""
    output = tmp_path_factory.mktemp("a course & ä")
    done: dict[Path, Path] = {}

    def get(course: Path) -> Path:
        if course not in done:
            result = build(course, output, ["single"])
            assert not result.failed, result.findings
            done[course] = result.files[0]
            page = done[course].read_text("utf-8")  # what runs before the policy is known needs no leave
            done[course].write_text(page.replace("<meta http-equiv", f"<script>{WATCH}</script><meta http-equiv", 1), "utf-8")
        return done[course]

    return get


@pytest.mark.everywhere
def test_a_course_of_three_languages_is_taken_searched_and_kept(files: Callable[[Path], Path], launch: Launch) -> None:
    page = files(COURSES["asiakaspalvelu"])
    browser = launch(size=(360, 740))
    open_course(browser, page.as_uri())
    speak(browser, "fi")
    step = next(step for step in open_module(browser, "kuitti") if open_step(browser, step))
    question = open_step(browser, step)[0]
    choose_any(browser, question)
    check(browser, question)
    speak(browser, "sv")
    browser.wait("document.querySelector(arguments[0]).classList.contains('answered') || document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item(question))
    speak(browser, "fi")
    follow(browser, "#/-search/kuitin")
    browser.wait(f"{FOUND}.includes('#/kuitti/kuitti') && document.querySelector('.excerpt mark')")
    for resource in ("rules", "glossary", "backup", "completion"):
        follow(browser, f"#/-{resource}")
        browser.wait("document.querySelector('.resource.' + arguments[0] + ' h1')", resource)
    assert [] == browser.run("return seen") + browser.run(ASKED)
    browser.quit()

    browser = launch(size=(360, 740))
    open_course(browser, page.as_uri())
    browser.wait("document.documentElement.lang === 'fi' && document.querySelector('.minutes *')")
    assert [] == browser.run("return [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')).filter(href => !href.startsWith('#'))"), "nothing leads to what is not there"
    go(browser, step)
    browser.wait("document.querySelector(arguments[0] + ' .outcome:not([hidden])')", item(question))
    assert [] == browser.run("return seen") + browser.run(ASKED)


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a course with a video, a sound, a picture and a file."""
    course = tmp_path_factory.mktemp("courses") / "shown"
    for kind in ("video", "audio"):
        shutil.copytree(blocks.folder(kind) / "media", course / "media", dirs_exist_ok=True)
    (course / "media/en.vtt").write_text("1\n00:00:00,400 --> 00:00:03,600\nOut it comes.\n", "utf-8")
    (course / "media/prices.pdf").write_text("%PDF-1.4", "utf-8")
    (course / "course.yaml").write_text("id: shown\ntitle: Shown\nlanguages: [en]\n", "utf-8")
    (course / "a.md").write_text(f"# A\n\n![A receipt](media/receipt.png)\n\n[Prices](media/prices.pdf)\n\n{BOTH}", "utf-8")
    return course


def test_pictures_are_seen_recordings_play_and_files_are_saved(shown: Path, files: Callable[[Path], Path], launch: Launch) -> None:
    browser = launch()
    open_course(browser, files(shown).as_uri(), "#/a/start")
    browser.wait("document.querySelector('.prose img').naturalWidth")
    browser.wait("document.querySelector('audio').readyState && document.querySelector('video').readyState")
    press(browser, ".chapters li:nth-child(2) button")
    browser.wait("document.querySelector('video').currentTime >= 4 && !document.querySelector('video').paused")
    browser.run("addEventListener('click', event => event.preventDefault())")
    press(browser, "a[href^='media/']")
    assert ["prices.pdf", "blob:"] == browser.run("const link = document.querySelector('a[download]'); return [link.download, link.href.slice(0, 5)]")
    assert [] == browser.run("return seen") + browser.run(ASKED)


TOKENS = ["</script>", "</SCRIPT ", "<script", "<!--", "-->", "<!", "</style>", "]]>", "\r\n", "\r", "\0", "\u2028", "\ufeff", "\uffff", "😀", "\\", "'", '"', "`", "&lt;", "$&", " ", "a"]


@chromium
def test_no_text_breaks_out_or_comes_back_changed(tmp_path: Path, browser: Browser) -> None:
    """Whatever stands in code, styles and data, the parser gives back: else its hash would not be that of the policy."""
    chance = random.Random(9)
    texts = ["".join(chance.choices(TOKENS, k=chance.randint(1, 6))) for _ in range(300)]
    plain = [text for text in texts if not set(text) & set("\0\r\n\\'\"")]
    with Document(tmp_path / "nasty.html") as document:
        start = document.add("course", ".js", "globalThis.tuokio = { store() {}, eat(...all) { window.eaten = all } };\n", bundle._load("targets/single.js"))
        pattern = """['<!--', 'x</Script', '!--/c'].map((text) => /\\<!--|x[</script]{2}/i.test(text))"""
        code = document.add("code", ".js", f"window.ran = [{json.dumps(texts, ensure_ascii=False)}, {pattern}, `<!--${{1}}</script>`]")
        style = document.add("style", ".css", "".join(f'#s{number}::after {{ content: "{text}" }}' for number, text in enumerate(plain)))
        data = document.add("data", ".js", Call("eat", (texts, {"data": Text(json.dumps(texts))})))
        script, policy = document.take(start), document.policy
        ids = "".join(f'<i id="s{number}"></i>' for number in range(len(plain)))
        document.put("nasty.html", f'<!doctype html><meta charset="utf-8"><script>{WATCH}</script><meta http-equiv="Content-Security-Policy" content="{policy}"><body>{ids}<p class="stuck"></p><main id="main"></main><script>{script}</script>{PIECES}<script type="text/plain" data-of="end"></script>')
    browser.goto(tmp_path / "nasty.html")
    assert [] == browser.run("return seen")
    for file in (code, style, data):
        browser.run("return tuokio.pieces(arguments[0])", file)
    assert [texts, [True, True, False], "<!--1</script>"] == browser.run("return ran")
    eaten, given = browser.run("return eaten")
    assert texts == eaten and texts == json.loads(given["data"])
    assert plain == browser.run("return [...document.querySelectorAll('i')].map(one => JSON.parse(getComputedStyle(one, '::after').content))")
    assert [] == browser.run("return seen") and not browser.run("return document.querySelector('script[data-of]:not([data-of=text], [data-of=end])')")


@chromium
def test_half_a_file_says_so_and_one_without_its_last_pictures_opens(shown: Path, files: Callable[[Path], Path], serve, browser: Browser, tmp_path: Path) -> None:
    whole = files(shown).read_bytes()
    text = whole.index(b'data-of="text"')
    for name, length in (("half", text // 2 + whole.index(b"data-course") // 2), ("pictureless", text + (len(whole) - text) * 9 // 10), ("whole", len(whole))):
        (tmp_path / f"{name}.html").write_bytes(whole[:length])
    address, server = serve(tmp_path)
    browser.goto(address + "half.html")
    browser.wait("document.querySelector('.notice')?.textContent.includes('this file is incomplete')")
    assert not browser.run("return document.querySelector('#main h1')")
    open_course(browser, address + "pictureless.html")
    browser.wait("document.querySelector('.notice')?.textContent.includes('this file is incomplete')")
    go(browser, "#/a/start")
    browser.wait("document.querySelector('audio')")
    open_course(browser, address + "whole.html", "#/a/start")
    browser.wait("document.querySelector('video')?.readyState")
    assert not browser.run("return document.querySelector('.notice')")
    assert ["/half.html", "/pictureless.html", "/whole.html"] == [path for path, _ in server.asked], "nothing else is asked for"


@chromium
def test_every_kind_is_asked_in_it_and_where_the_store_is_refused_it_says_so(files: Callable[[Path], Path], launch: Launch, tmp_path: Path) -> None:
    page = files(COURSES["handbook"])
    browser = launch(size=(320, 640))
    browser.emulate(NIGHT)
    open_course(browser, page.as_uri())
    assert_accessible(browser, "home")
    for kind in KINDS:
        question = open_kind(browser, kind)
        choose_any(browser, question)
        check(browser, question)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), kind
    assert_accessible(browser, kind)
    assert [] == browser.run("return seen")

    refusal = "for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError') }});"
    refused = tmp_path / "refused.html"
    refused.write_text(page.read_text("utf-8").replace("<script>", f"<script>{refusal}", 1), "utf-8")
    open_course(browser, refused.as_uri())
    browser.wait("document.querySelector('#notice .notice')?.textContent.includes('does not save your progress')")
    assert [] == browser.run("return seen"), "what runs then is in the file too"

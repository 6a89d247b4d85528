"""Videos and sounds, played in real browsers from a plain folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from conftest import WATCH
from gallery import chromium
from learner import open_course, press
from tuokio import blocks
from tuokio.build import build

Launch = Callable[..., Browser]

BOTH = """```video
id: receipt
title: A receipt
src: media/receipt.mp4
poster: media/receipt.png
captions: {fi: media/receipt.vtt, en: media/en.vtt}
alt: A receipt is printed.
chapters:
  - {at: "0:00", title: Printing}
  - {at: "0:04", title: The date}
```

```audio
id: terminal
title: The terminal
src: media/terminal.mp3
captions: media/terminal.vtt
chapters:
  - {at: "0:03", title: Declined}
```
"""
ENGLISH = "1\n00:00:00,400 --> 00:00:03,600\nOut it comes.\n\n2\n00:00:04,000 --> 00:00:12,800\nDate & time < 30 days\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Build a course of one step with a video and a sound in it."""
    course = tmp_path / "c"
    for kind in ("video", "audio"):
        shutil.copytree(blocks.folder(kind) / "media", course / "media", dirs_exist_ok=True)
    (course / "media/en.vtt").write_text(ENGLISH, "utf-8")
    (course / "course.yaml").write_text("id: c\ntitle: C\nlanguages: [en]\n", "utf-8")
    (course / "a.md").write_text(BOTH, "utf-8")
    assert not build(course, tmp_path / "a course & ä", ["site"]).failed
    site = tmp_path / "a course & ä/c/site"
    (site / "watch.js").write_text(WATCH, "utf-8")
    index = site / "index.html"
    index.write_text(index.read_text("utf-8").replace("<meta http", '<script src="watch.js"></script><meta http', 1), "utf-8")
    return site


def test_captions_show_chapters_lead_and_one_plays_at_a_time(folder: Path, launch: Launch) -> None:
    browser = launch()
    open_course(browser, (folder / "index.html").as_uri(), "#/a/start")
    browser.wait("document.querySelector('audio')?.readyState && document.querySelector('video').readyState")
    assert [True, True, 0, "showing", "disabled"] == browser.run("const v = document.querySelector('video'); return [v.paused, document.querySelector('audio').paused, v.currentTime, ...[...v.textTracks].map(t => t.mode)]"), "nothing plays by itself"
    assert browser.run("return document.querySelector('video').poster").startswith(folder.as_uri() + "/media/receipt.")
    press(browser, ".chapters li:nth-child(2) button")
    browser.wait("document.querySelector('video').currentTime >= 4 && !document.querySelector('video').paused")
    browser.wait("document.querySelector('.chapters [aria-current]')?.textContent.includes('The date')")
    browser.wait("document.querySelector('video').textTracks[0].activeCues.length")
    assert "Date & time < 30 days" == browser.run("return document.querySelector('video').textTracks[0].activeCues[0].getCueAsHTML().textContent")
    press(browser, "audio ~ .chapters button")
    browser.wait("document.querySelector('video').paused && !document.querySelector('audio').paused")
    browser.wait("document.querySelector('audio ~ details .now')?.textContent.includes('declined')")
    # A machine without a loudspeaker may report that, and plays.
    asked = browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [] == browser.run("return seen.filter(one => !one.includes('terminal.'))") + [name for name in asked if not name.startswith((folder.as_uri(), "data:", "blob:"))]


@chromium
def test_a_recording_that_is_gone_leaves_its_text(folder: Path, browser: Browser) -> None:
    next(folder.glob("media/*.mp4")).unlink()
    open_course(browser, (folder / "index.html").as_uri(), "#/a/start")
    browser.wait("document.querySelector('.unplayable')?.textContent.includes('cannot be played')")
    assert [True, True] == browser.run("return [document.querySelector('.film').hidden, document.querySelector('details').open]")
    assert "Out it comes." in browser.run("return document.querySelector('.said').innerText")

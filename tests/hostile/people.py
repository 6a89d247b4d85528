"""What people type, paste and drop: nicknames, a learner's own words, names on certificates, codes, lists and files for the manager, all hostile."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from browser import Browser
from hostile.walk import SCAN, SETTLED, watch
from learner import follow, open_course
from tuokio import blocks
from tuokio.build import build
from tuokio.record.parcel import pack

KINDS = ("reflect", "plan", "successes", "open", "text", "signal", "promises", "scale")
"""Kinds that keep what somebody types."""
PLACES = 12
"""Where a text goes: nicknames (two), own words, their overview, certificate, preview of what leaves; names, titles and modules in codes, what the manager lists, files, figures."""
TYPE = """
const [text] = arguments;
for (const field of document.querySelectorAll("main textarea, main input[type=text], main input:not([type])")) {
  if (field.readOnly || field.disabled) continue;
  field.value = text;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}
for (const input of document.querySelectorAll("main input[type=radio], main input[type=checkbox]")) if (input.offsetParent) input.click();
for (const button of document.querySelectorAll("main .button, main .check")) if (button.offsetParent && !button.closest(".bar") && button.getAttribute("aria-disabled") !== "true") button.click();
"""
"""Fill in all that can be filled in with a text, and press what ends it."""
DROP = """
const carried = new DataTransfer();
for (const [name, text] of arguments[0]) carried.items.add(new File([text], name));
document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
"""


def build_for(folder: Path) -> Path:
    """Build a course in which all that learners write has a place; return the folder of its site."""
    course = folder / "c"
    course.mkdir(parents=True)
    settings = (blocks.folder("signal") / "course.yaml").read_text("utf-8")
    (course / "course.yaml").write_text(re.sub("(?m)^id: .*$", "id: c", settings) + "languages: [en]\nresults: {mail: results@example.com, item_statistics: true}\n", "utf-8")
    for kind in KINDS:
        (course / f"{kind}.md").write_text(f"---\nid: {kind}\ntitle: {kind}\n---\n\n## One {{#one}}\n\n" + (blocks.folder(kind) / "example.md").read_text("utf-8"), "utf-8")
    result = build(course, folder / "output", ["site"])
    assert not result.failed, [f"{one.span.path.name}:{one.span.line} {one.message}" for one in result.findings][:5]
    site = folder / "output/c/site"
    for page in ("index.html", "manager.html"):
        watch(site / page)
    return site


def write(browser: Browser, site: Path, texts: Sequence[str]) -> Iterator[str]:
    """Write texts wherever a learner may, one after the other, and look at each place that shows them."""
    open_course(browser, (site / "index.html").as_uri())
    for text in texts:
        text = text.encode("utf-8", "replace").decode()
        for route in (*(f"#/{kind}/one" for kind in KINDS), "#/-completion", "#/-learners"):
            follow(browser, route)
            for _ in range(2):  # what was pressed shows more to fill in
                browser.run(TYPE, text)
                browser.wait(SETTLED)
            yield from (f"{route}: {one}" for one in browser.run(SCAN))
            browser.run("document.querySelector('.learners-switch')?.blur(); seen.length = 0")
        for route in ("#/-own", "#/-backup", "#/"):
            follow(browser, route)
            yield from (f"{route}: {one}" for one in browser.run(SCAN))
    browser.reload()
    browser.wait("document.querySelector('#main h1')")
    yield from (f"who is learning: {one}" for one in browser.run(SCAN))


def send(browser: Browser, site: Path, texts: Sequence[str]) -> Iterator[str]:
    """Hand the manager codes, names and files of which every text is hostile, and look at what is made of them."""
    browser.goto(site / "manager.html")
    browser.wait("document.querySelector('#files')")
    facts = json.loads(browser.run("return document.querySelector('#course').textContent"))
    whole = {"course": facts["id"], "version": facts["version"], "content": facts["content"], "asked": len(facts["modules"]), "made": "2026-11-10", "tool": "tuokio"}
    dropped = []
    for text in (one.encode("utf-8", "replace").decode() for one in texts):
        line = " ".join(text.split()) or "x"
        codes = [
            pack("completion", {**whole, "title": text[:200], "name": line[:80], "met": True, "on": "2026-11-10", "passed": {"2026-11-10": facts["modules"]}}),
            pack("completion", {**whole, "title": text[:200], "name": f"2 {line}"[:80], "met": False, "passed": {"2026-11-10": [line]}, "again": [line]}),
            pack("completion", {**whole, "course": line, "title": text[:200], "name": line[:80], "met": False, "passed": {}, "tool": line[:40]}),
            pack("statistics", {"course": facts["id"], "version": 0, "content": facts["content"], "sheet": line, "items": {line: {"rev": line, "score": 1, "options": [line]}}}),
        ]
        dropped.append([f"{line}.txt".replace("/", "\u2215")[:200], "\n\n".join([*codes, codes[0][:60] + "AAAA" + codes[0][64:], text])])
    browser.run(DROP, dropped)
    browser.wait("document.querySelector('.told').textContent")
    names = "\n".join(f"{' '.join(text.split())};{text}" for text in texts).encode("utf-8", "replace").decode()
    browser.run("for (const field of document.querySelectorAll('main textarea')) { field.value = arguments[0]; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true })); }", names)
    browser.run("for (const field of document.querySelectorAll('main input:not([type=file], [type=date])')) { field.value = arguments[0]; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true })); }", texts[0].encode("utf-8", "replace").decode())
    browser.run("for (const one of document.querySelectorAll('details')) one.open = true")
    yield from (f"manager: {one}" for one in browser.run(SCAN))
    if not browser.run("return document.querySelectorAll('.people tbody tr, .troubles tbody tr').length"):
        yield "manager: nothing came"
    browser.run("onbeforeunload = null; addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")

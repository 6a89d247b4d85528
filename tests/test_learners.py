"""Several learners on one device: nothing of one is seen or touched by another, in any tab, and whoever is removed leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser import Browser
from learner import READY, check, choose, go, open_course

Site = Callable[..., Path]
Launch = Callable[..., Browser]

KEPT = """
const done = arguments[0];
const read = (name) => new Promise((give) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => {
    const all = opening.result.transaction("events").objectStore("events").getAll();
    all.onsuccess = () => { opening.result.close(); give([name, all.result]); };
  };
});
indexedDB.databases().then((all) => Promise.all(all.filter(({ version }) => version).map(({ name }) => read(name)))).then((all) => done(Object.fromEntries(all)));
"""


def share(browser: Browser, name: str, other: str) -> None:
    """Give oneself a nickname, and let somebody else learn here too."""
    go(browser, "#/-learners")
    browser.wait("document.querySelector('#learners-name')")
    write(browser, "#learners-name", name, "is saved")
    write(browser, "#learners-other", other, f"{other} can now learn")


def write(browser: Browser, field: str, text: str, told: str) -> None:
    """Fill in the form of a field and send it, and wait until this is told."""
    browser.wait("document.querySelector(arguments[0])", field)
    browser.run("const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.form.querySelector('.button').click()", field, text)
    browser.wait("document.body.textContent.includes(arguments[0])", told)


def test_smoke(site: Site, browser: Browser) -> None:
    url = (site("tiny") / "index.html").as_uri()
    open_course(browser, url)
    print(browser.run_async(KEPT))
    share(browser, "Aino", "Bertil")
    print(browser.run_async(KEPT))
    print(browser.text(".learners"))
    browser.run("location.reload()")
    browser.wait("document.querySelector('.learners-switch')")
    print(browser.text("body"))
    browser.click(".learners-switch")
    browser.wait("document.querySelector('.learners-one')")
    print(browser.text("body"))
    print(browser.run("return window.seen"))
    browser.click(".learners-one", text="Bertil")
    browser.wait("document.querySelector('.home')")
    print(browser.text("body"))
    print(browser.run("return window.seen"))

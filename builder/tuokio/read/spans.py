"""A short way through paragraphs whose only signs are `**words**`, `*words*`, `` `code` ``, `[words](address)` and `![words](address)`.

markdown-it makes a token of each sign and finds the pairs later, since stars may open, close, nest and mean nothing. Here
only what can mean one thing is read: stars that stand at a word's edges and hold no other sign, addresses of letters that
need no escape. One sign more and the whole paragraph goes the long way.
"""

from __future__ import annotations

import re

from markdown_it.token import Token

WORDS = r"(?:[^\n\\`*_~\[\]<>&{!]|!(?!\[))"
ADDRESS = r"(?:https://(?!xn-)[a-z0-9]+(?:[.-](?!xn-)[a-z0-9]+)*(?:/[A-Za-z0-9_./-]*)?|[a-z0-9][A-Za-z0-9_./-]*)"
PIECE = re.compile(
    rf"""({WORDS}+)                                                   # 1 words
    | (?<![^ \n(])(\*\*?)(?=[^\W_])({WORDS}*                              # 2 stars, 3 what they hold:
        (?:(?<=[^\W_])(?=\2(?:[ \n.,;:?)]|!(?!\[)|$))|(?<=[.,;:?!)])(?=\2(?:[ \n]|$))))\2
    | (?<!`)`(?![` ])([^`\n]+)(?<! )`(?!`)                            # 4 code
    | (!?)\[(?!\^)({WORDS}+)\]\(({ADDRESS})\)                         # 5 a picture's mark, 6 its words, 7 address
    | (?<![ \n])(\n)(?![ \t\n])                                       # 8 the end of a line""",
    re.X,
)


def read_spans(text: str) -> list[Token] | None:
    """Return the tokens of a paragraph, or None where it must go the long way."""
    tokens: list[Token] = []
    at, end = 0, len(text)
    strong = False  # strong words stand between texts, empty ones too
    for piece in PIECE.finditer(text):
        if piece.start() != at:
            return None
        at, group = piece.end(), piece.lastindex
        if group == 1:
            tokens.append(Token("text", "", 0, content=piece[1]))
            strong = False
            continue
        if strong:
            tokens.append(Token("text", "", 0))
            strong = False
        if group == 3:
            marks = piece[2]
            if len(marks) > 1:
                strong = True
                if not tokens or tokens[-1].type != "text":
                    tokens.append(Token("text", "", 0))
            tag = "strong" if strong else "em"
            tokens += (
                Token(f"{tag}_open", tag, 1, markup=marks),
                Token("text", "", 0, level=1, content=piece[3]),
                Token(f"{tag}_close", tag, -1, markup=marks),
            )
        elif group == 4:
            tokens.append(Token("code_inline", "code", 0, content=piece[4], markup="`"))
        elif group == 8:
            tokens.append(Token("softbreak", "br", 0))
        elif piece[5]:
            tokens.append(Token("image", "img", 0, {"src": piece[7], "alt": ""}, children=[Token("text", "", 0, content=piece[6])], content=piece[6]))
        else:
            tokens += (
                Token("link_open", "a", 1, {"href": piece[7]}),
                Token("text", "", 0, level=1, content=piece[6]),
                Token("link_close", "a", -1),
            )
    if at != end:
        return None
    if strong:
        tokens.append(Token("text", "", 0))
    return tokens

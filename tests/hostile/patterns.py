"""Every regular expression of the builder against texts that it nearly matches: the time may grow with the square of a text, and no faster."""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as signs
from re import _parser as parser

TUOKIO = Path(__file__).parent.parent.parent / "builder/tuokio"
TAKING = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
TOLERANCE = 5.5
"""What twice the text may take. Four times is that of a search which begins anew at every sign, as many do, and no text here is long; eight, and all that grows without end, is an attack."""
SHORTEST = 0.01
"""Seconds; what is quicker tells nothing."""
LONGEST = 16_000


def collect() -> dict[str, tuple[re.Pattern, str]]:
    """Return all patterns with how each is used, by the place where it is written. Of an f-string the parts stand in as `x`.

    Those of models (`matching`, `written`) are not among them: pydantic's own engine, Rust's, knows no slow ones.
    """
    found: dict[str, tuple[re.Pattern, str]] = {}
    sources = "".join(path.read_text("utf-8") for path in TUOKIO.rglob("*.py"))
    for path in sorted(TUOKIO.rglob("*.py")):
        if path.name.startswith("test_"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id == "re" else node.func.id if isinstance(node.func, ast.Name) else ""
            if name not in TAKING:
                continue
            text = _spell(node.args[0])
            flags = re.NOFLAG
            for one in ast.walk(ast.Expression(node)):
                if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == "re" and hasattr(re.RegexFlag, one.attr):
                    flags |= getattr(re.RegexFlag, one.attr)
            try:
                found[f"{path.relative_to(TUOKIO)}:{node.lineno} {text!r}"] = re.compile(text, flags), "match" if name in ("match", "fullmatch") else "search"
            except (TypeError, re.error):
                continue  # put together as the program runs: the next loop has it
    for path in sorted(TUOKIO.rglob("*.py")):
        if path.name.startswith(("test_", "__main__")):
            continue
        module = importlib.import_module(".".join(["tuokio", *path.relative_to(TUOKIO).with_suffix("").parts]).removesuffix(".__init__"))
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found[f"{path.relative_to(TUOKIO)} {name}"] = value, "search" if re.search(rf"\b{name}\.(?!match|fullmatch)\w+\(", sources) else "match"
    return found


def _spell(node: ast.expr) -> str | bytes | None:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return None


def attacks(pattern: re.Pattern) -> Iterator[tuple[str, str]]:
    """Yield a beginning and what to repeat after it: each stretch of the pattern as it would match, one, two and three of them together."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    try:
        parts = list(dict.fromkeys(one for one in _samples(parser.parse(text, pattern.flags & ~re.UNICODE)) if one))[:14]
    except (re.error, RecursionError):
        parts = []
    parts += [" ", "\n", "a"]
    for repeated in dict.fromkeys([*parts, *(one + other for one in parts[:7] for other in parts[:7] if one != other), "".join(parts[:6])]):
        yield "", repeated
        for start in parts[:3]:
            yield start, repeated


def _samples(tree: parser.SubPattern) -> Iterator[str]:
    """Yield texts that parts of a pattern match, and what they come to one after the other."""
    whole = ""
    for op, value in tree:
        one = ""
        if op is signs.LITERAL:
            one = chr(value)
        elif op is signs.NOT_LITERAL:
            one = "a" if value != ord("a") else "b"
        elif op is signs.ANY:
            one = "a"
        elif op is signs.IN:
            one = _pick(value)
        elif op in (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT):
            inner = list(_samples(value[2]))
            yield from inner
            one = (inner[-1] if inner else "") * max(1, min(value[0], 4))
        elif op is signs.SUBPATTERN:
            inner = list(_samples(value[3]))
            yield from inner
            one = inner[-1] if inner else ""
        elif op is signs.BRANCH:
            for branch in value[1]:
                inner = list(_samples(branch))
                yield from inner
                one = inner[-1] if inner else one
        elif op is signs.ATOMIC_GROUP:
            inner = list(_samples(value))
            yield from inner
            one = inner[-1] if inner else ""
        if one and one != whole:
            yield one
        whole += one
    yield whole


def _pick(choices: list) -> str:
    """Return a sign that a set holds."""
    negated = choices and choices[0][0] is signs.NEGATE
    for sign in (" ", "a", "1", "-", "A", "*", "{", "\n", "<", "'", '"', "_", ".", "ä", "\u200b", "\x01", "Ã"):
        if negated != _holds(choices, sign):
            return sign
    first = choices[0]
    return chr(first[1]) if first[0] is signs.LITERAL else chr(first[1][0]) if first[0] is signs.RANGE else "a"


_CATEGORIES = {signs.CATEGORY_DIGIT: r"\d", signs.CATEGORY_NOT_DIGIT: r"\D", signs.CATEGORY_SPACE: r"\s", signs.CATEGORY_NOT_SPACE: r"\S", signs.CATEGORY_WORD: r"\w", signs.CATEGORY_NOT_WORD: r"\W"}


def _holds(choices: list, sign: str) -> bool:
    for op, value in choices:
        if op is signs.LITERAL and ord(sign) == value:
            return True
        if op is signs.RANGE and value[0] <= ord(sign) <= value[1]:
            return True
        if op is signs.CATEGORY and re.match(_CATEGORIES[value], sign):
            return True
    return False


def measure(pattern: re.Pattern, how: str, start: str, repeated: str) -> tuple[float, int]:
    """Return how much longer twice the text took, at least, in the last two steps, and its length; 0 if all was quick."""
    before, length = 0.0, 500
    last = worst = 0.0
    while length <= LONGEST:
        text = start + repeated * max(1, length // len(repeated)) + "\x00"
        if isinstance(pattern.pattern, bytes):
            text = text.encode("latin-1", "replace")
        begin = time.process_time()
        if how == "match":
            pattern.match(text)
        else:
            for _ in pattern.finditer(text):
                pass
        took = time.process_time() - begin
        growth = took / before if before and took > SHORTEST else 0.0
        worst, last = min(growth, last), growth  # twice in a row, or it was the machine
        if took > 20 * SHORTEST:
            break
        before, length = max(took, 1e-5), length * 2
    return worst, length


BOUNDED = {"blocks/typed.py FIGURE": "a number has 200 signs at most"}
"""Patterns that are slow on long texts, and never see one."""


def try_patterns() -> Iterator[tuple[str, list[str]]]:
    """ReDoS. Yield each pattern once, and on what it takes ever longer."""
    met = set()
    for place, (pattern, how) in collect().items():
        if (pattern, how) in met or place in BOUNDED or not re.search(r"[*+}]", str(pattern.pattern)):
            continue
        met.add((pattern, how))
        found = (f"{measured[0]:.1f} times as long at {measured[1]} for {start!r} and many {repeated!r}" for start, repeated in attacks(pattern) if (measured := measure(pattern, how, start, repeated))[0] > TOLERANCE)
        first = next(found, None)
        yield place, [first] if first else []

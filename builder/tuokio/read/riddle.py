"""What a YAML parser says of a text, in an author's words."""

from __future__ import annotations

import re

ESCAPE = re.compile("unknown escape|hexdecimal")
"""What the parser says of a backslash; the second, misspelt, of `\\x` and `\\U` without their digits."""


NO_COLON = "This line has no colon, so it is not `key: value`."
GO_ON = "Write `key: value`, or indent the line to go on with the text above."


TEXT = r"""(?![\[{|>"'&*!])(\S.*?)\s*$"""
VALUE, ENTRY = re.compile(rf"(\s*(?:- +)*(?:[\w-]+: +|(?<=- )(?![\w-]+:(?: |$)))){TEXT}"), re.compile(rf"(\s*(?:- +)+){TEXT}")
"""A line with a text behind its key or hyphen, and one with all behind its hyphen."""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def explain_comma(key: str, before: str, text: str) -> tuple[str, str, str]:
    """Say what makes a key between braces that has no colon: a comma in the text before. Return a finding's id, fault and cure.

    `text` is what stands from the value of the key `before` to the end of this one; empty if it is not one text.
    """
    whole = f'`{before}: "{text}"`' if text else f'`"{key}"`'
    return "comma-in-text", f"Between braces a comma ends a text, so `{key}` does not belong to it.", f"Put the whole text in double quotes: {whole}."


def _show_quoted(here: str) -> str:
    """Return how a sentence ends that says to quote a line's text: with the text in quotes that do not stand in it, or a full stop."""
    match = re.fullmatch(r"\s*(?:- )?\s*(?:([\w-]+):\s+)?(.*?)\s*", here)
    key, text = match.groups() if match else ("", here.strip())
    mark = '"' if '"' not in text and "\\" not in text else "'"
    return "." if mark in text else f": {f'{key}: ' if key else ''}{mark}{text}{mark}"


def quote(lines: list[str], number: int, *, entry: bool = False) -> tuple[int, int, str] | None:
    """Return how the text on a line is put in quotation marks: from which column (from 0), how many characters, by what. None where it may go on below, or is no text.

    It is the value of the line's key, or with `entry` all that comes after a hyphen.
    """
    line = lines[number]
    match = (ENTRY if entry else VALUE).match(line)
    below = next((other for other in lines[number + 1 :] if other.strip()), "")
    if not match or " #" in match[2] or _indent(below) > _indent(line) and not re.match(r"\s*(?:- |[\w-]+:(?: |$))", below):
        return None
    text = re.fullmatch("[“”„](.*)[“”]", match[2])
    bare = (text[1] if text else match[2]).replace("\\", "\\\\").replace('"', '\\"')
    return match.end(1), len(match[2]), f'"{bare}"'


def explain(problem: str, line: int, column: int, lines: list[str]) -> tuple[int, int, str, str]:
    """Turn a parser's riddle into a place, a fault and a cure."""
    here = lines[line] if line < len(lines) else ""
    if "\t" in here[: column + 1]:
        return line, here.index("\t"), "A tab is used for indentation here.", "Use spaces: two for each level."
    if match := re.match(r"\s*-(?=[a-z_]+:(?: |$))", here):
        return line, match.end() - 1, "There is no space after this hyphen.", f"Write `- {here[match.end() :].strip()}`."
    tight = next((number for number in range(min(line, len(lines) - 1), max(-1, line - 2), -1) if re.match(r"\s*(?:- )?[a-z_]+:[^\s/]", lines[number])), None)
    if tight is not None:
        at = lines[tight].index(":")
        return tight, at, "There is no space after this colon.", "Write `key: value`, with a space between."
    if ESCAPE.search(problem):
        return line, max(0, here.rfind("\\", 0, column + 1)), "In double quotes a backslash means something of its own to YAML.", "Write two of them, `\\\\`, or put the whole text in single quotes."
    if "',' or" in problem and here[column : column + 1] in ("[", "{"):
        closing = "]" if here[column] == "[" else "}"
        return line, column, f"`{here[column]}` begins {'a list' if closing == ']' else 'a set of keys'} here that never ends.", f"Write `{closing}` after its last entry, or put the text in double quotes if it is one."
    if "',' or" in problem and here[column : column + 1] == ":":
        key = re.search(r"([\w-]+):\s+([^,{\[]*)$", here[:column])
        at = key.end(0) - len(key[2]) if key else column
        return line, at, "A text with a colon in it reads as a key.", "Put the text in double quotes: " + (f'{key[1]}: "{re.split("[,}]", here[key.end(1) + 1 :])[0].strip()}"' if key else '"…"')
    if "node content" in problem and here[column : column + 1] in (",", "]", "}"):
        return line, column, "Something is missing before this comma." if here[column] == "," else "Something is missing before this.", "Write it, or remove a comma."
    if "block sequence entries" in problem and (match := re.match(r"\s*(?:- )?\s*([\w-]+):\s+(-)\s*(.*)", here)):
        if not match[3]:
            return line, match.start(2), "A hyphen alone begins an entry of a list.", f'Remove it if nothing is meant. If the sign itself is, put it in double quotes: `{match[1]}: "-"`.'
        return line, match.start(2), "A list begins on a line of its own.", f"Write `{match[1]}:` alone, and each entry on its own line below, after two spaces and `- `. For a text with a list in it write `{match[1]}: |`, and its lines below."
    if "end of stream" in problem:
        return line, column, "A quotation mark is opened but not closed.", 'Close it with the same mark, or write \\" for a mark inside the text.'
    if "mapping values are not allowed" in problem:
        match = re.match(r"\s*(?:- )?\s*([\w-]+):\s+(.*)", here)
        if match and ": " in match[2] + " ":
            text = re.fullmatch(r"[“”„](.*)[“”]", match[2].rstrip())  # curly marks are not quotation marks to YAML
            return line, match.start(2), "A text with a colon in it reads as a key.", f'Put the text in{" straight" if text else ""} double quotes: {match[1]}: "{text[1] if text else match[2]}"'
        above = next((number for number in range(min(line, len(lines)) - 1, -1, -1) if lines[number].strip()), None)
        if above is not None and ":" not in lines[above] and _indent(lines[above]) == _indent(here):
            return above, _indent(here), NO_COLON, GO_ON
        above_key = re.match(r"\s*(?:- +)?(?=([a-z_]+): +\S)", lines[above]) if above is not None else None
        if above_key and re.match(r"\s*(?:- )?[a-z_]+:(?: |$)", here) and _indent(here) > above_key.end():
            return line, _indent(here), "This line is indented further than the one above, so the two read as one text.", f"Let it begin straight below `{above_key[1]}`."
        return line, column, "A colon here reads as a key.", "Put the text in double quotes, or check the indentation of the line above."
    if "cannot start any token" in problem:
        sign = here[column] if column < len(here) else ""
        return line, column, f"A text may not begin with {'a backtick' if sign == '`' else f'`{sign}`'}.", f"Put the whole text in quotes{_show_quoted(here)}"
    if "could not find expected ':'" in problem or "simple key" in problem:
        at = line
        while at and (not lines[at].strip() if at < len(lines) else True):
            at -= 1
        key = next((n for n in range(min(line, len(lines) - 1), -1, -1) if lines[n].strip() and ":" not in lines[n]), at)
        return key, _indent(lines[key]), NO_COLON, GO_ON
    match = re.match(r"""\s*(?:- )?\s*[\w-]+:\s+([\[{*&!%@`'">|]|[-?](?= ))""", here)
    if match and match[1] in "'\"":
        return line, match.start(1), "Something stands after a closing quotation mark, or a mark stands inside the text.", f"Put the whole text in {'single' if match[1] == chr(34) else 'double'} quotes{_show_quoted(here)}"
    if match:
        return line, match.start(1), f"A text may not begin with {'a backtick' if match[1] == '`' else f'`{match[1]}`'}.", f"Put the whole text in quotes{_show_quoted(here)}"
    if "'-' indicator" in problem and (match := re.match(r"\s*- (\[[ xX]?\])\s*(.*)", here)):
        return line, match.start(1), "Brackets begin a list here, and no box to tick.", f"Leave them out, the box is drawn by itself: `- {match[2]}`."
    if "'-' indicator" in problem:
        return line, column, "The lines above are entries of a list, but this line neither begins an entry nor goes on with one.", "Begin a new entry with `- `, or put the line straight below the first key of the entry above."
    if "did not find expected" in problem:
        return line, column, "The indentation does not fit the lines above.", "Line it up with the key above."
    return line, column, f"YAML cannot read this: {problem}.", "Put texts with special characters in double quotes."

"""Where the values of a YAML text stand, to the letter, so that one can be replaced and everything else stays as it was typed."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from tuokio.read.yaml import CLOSE, HARD_SPACES, OPEN, TYPESET, VALUE, Loader, set_straight, show_values

Path = tuple[str | int, ...]


class Stand(NamedTuple):
    """A value or a key. Offsets count characters of the text from 0."""

    start: int
    end: int
    column: int
    """Where the key or hyphen begins under which it stands, from 0."""
    flow: bool
    """It stands between brackets."""
    style: str
    """Empty if it is written plainly; `|`, `>`, `"`, `'`, `[`, `{`."""


def find_places(text: str) -> tuple[dict[Path, Stand], dict[Path, Stand]]:
    """Return where values and where keys stand. Both are empty if the text cannot be read."""
    same = TYPESET.sub(set_straight, HARD_SPACES.sub(lambda match: match[0].replace("\u00a0", " "), VALUE.sub(lambda match: OPEN + match[1] + CLOSE, text)))
    lines = [0]
    for line in text.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    values: dict[Path, Stand] = {}
    keys: dict[Path, Stand] = {}
    stack: list[Any] = []  # path, next key or number, flow, start, column

    def offset(mark: Any) -> int:
        return min(lines[mark.line] + mark.column, len(text)) if mark.line < len(lines) else len(text)

    def where() -> tuple[Path, int]:
        """Return the path of what comes next and the column it stands under."""
        if not stack:
            return (), 0
        frame = stack[-1]
        return (*frame["path"], frame["next"]), frame["column"]

    def done() -> None:
        if stack:
            frame = stack[-1]
            frame["next"] = frame["next"] + 1 if frame["list"] else None

    try:
        for event in yaml.parse(same, Loader=Loader):
            if isinstance(event, yaml.ScalarEvent):
                frame = stack[-1] if stack else None
                start, end = offset(event.start_mark), offset(event.end_mark)
                if frame and not frame["list"] and frame["next"] is None:
                    frame["next"] = show_values(event.value)
                    frame["column"] = event.start_mark.column
                    keys[where()[0]] = Stand(start, end, event.start_mark.column, frame["flow"], event.style or "")
                    continue
                path, column = where()
                values[path] = Stand(start, end, column, bool(frame and frame["flow"]), event.style or "")
                done()
            elif isinstance(event, yaml.CollectionStartEvent):
                path, column = where()
                flow = bool(event.flow_style) or bool(stack and stack[-1]["flow"])
                listed = isinstance(event, yaml.SequenceStartEvent)
                stack.append({"path": path, "next": 0 if listed else None, "list": listed, "flow": flow, "start": offset(event.start_mark), "column": event.start_mark.column, "under": column})
            elif isinstance(event, yaml.CollectionEndEvent):
                frame = stack.pop()
                style = ("[" if frame["list"] else "{") if text[frame["start"] : frame["start"] + 1] in ("[", "{") and frame["flow"] else ""
                values[frame["path"]] = Stand(frame["start"], offset(event.end_mark), frame["under"], frame["flow"], style)
                done()
    except yaml.YAMLError:
        return {}, {}
    return values, keys

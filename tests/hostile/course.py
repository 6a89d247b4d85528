"""Courses in which hostile texts stand wherever an author's may: each sink is a place, and a module takes one payload to all of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

from tuokio import blocks
from tuokio.build import Build, build
from tuokio.finding import Severity
from tuokio.words import every_phrase

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>$raw</title><desc>$raw</desc>$raw<text x="$raw">$raw</text><path d="M0 0h9v9z"/></svg>'
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v $line>$line</v>\n\n00:02.000 --> 00:04.000\n$line\n"
SETTINGS = """id: c
title: {en: $p, fi: $p}
description: $p
languages: [en, fi]
theme: own
html: true
areas: {rule: $p}
roles: {staff: $p, other: $p}
values: {firm: $p}
service_model: {greet: $p, listen: $p}
contacts:
  products: {name: $p, mail: products@example.com, replies_in: $p}
"""
FRONT = """---
id: m$n
title: $p
area: rule
audience: [staff, other]
why: $p
objectives:
  known: $p
changes:
  - {date: 2026-11-01, of: m$n, kind: clarified, note: $p}
---

$raw

{{ firm }}

## $line {#one}

Text $line and **$line** and `$line` and [$line](https://example.com "$line") ![$line](media/k.svg "$line") ![$line](media/t$n.svg) ![$line](<media/$file.svg>) [$line](<media/$file.pdf>)

$link

| $cell | b |
|---|---|
| $cell | $cell |

> [!TIP]
> $line

Note[^1] and [$line]{lang=fi}.

[^1]: $line

## Asked {#asked}

```quiz
id: c$n
objective: known
question: $p
options:
  - {text: $p, correct: true, feedback: $p}
  - {text: $two, feedback: $p}
hint: $p
explanation: $p
```

```quiz
type: truefalse
id: t$n
statement: $p
correct: true
explanation: $p
```

```quiz
type: text
id: x$n
question: $p
answers: [$p]
explanation: $p
```

```quiz
type: match
id: a$n
question: $p
match:
  - {left: $p, right: $p}
  - {left: $two, right: $two}
explanation: $p
```

```quiz
type: order
id: o$n
question: $p
order: [$p, $two, $three]
explanation: $p
```

## Read {#read}

```rule
id: r$n
rule: $p
force: house
why: $p
hold: $p
flex: $p
decides: $p
example: $p
cases:
  - {case: $p, bend: true, feedback: $p}
  - {case: $two, bend: false, feedback: $p}
not_why: [$p]
```

```cards
id: k$n
title: $p
cards:
  - {id: one, front: $p, back: $p, benefit: $p}
  - {id: two, front: $two, back: $two, benefit: $p}
  - {id: three, front: $three, back: $three, benefit: $p}
```

```tabs
id: b$n
tabs:
  - {title: $p, text: $p}
  - {title: $two, text: $p}
```

```details
id: d$n
title: $p
text: $p
```

```signal
id: s$n
title: $p
topics: {$p: products}
```

```video
id: v$n
title: $p
src: media/k.mp4
poster: media/k.svg
captions: media/t$n.vtt
alt: $p
chapters:
  - {at: "0:00", title: $p}
  - {at: "0:04", title: $two}
```

```checklist
id: l$n
title: $p
for: $p
items: [{text: $p, why: $p}, $two]
```
"""
FINNISH = FRONT.partition("## Asked")[0].replace('audience: [staff, other]\n', "").replace("area: rule\n", "")


class Sinks(dict):
    """What stands in a file's sinks: payloads in turn, each in the notation of its place."""

    def __init__(self, payloads: Sequence[str], number: int) -> None:
        self.turn, self.number, self.name = cycle(payloads), number, name_after(payloads[0])

    def __getitem__(self, sink: str) -> str:
        if sink == "n":
            return str(self.number)
        if sink == "file":
            return quote(self.name)
        payload = settle(next(self.turn))
        line = " ".join(payload.split()) or "x"
        return {"p": json.dumps(payload), "two": json.dumps(f"2 {payload}"), "three": json.dumps(f"3 {payload}"), "raw": payload, "line": line, "cell": line.replace("|", "\\|"), "link": f"[x]({line}) ![x]({line}) <{line}>"}[sink]


def settle(payload: str) -> str:
    """Return a payload as a file can hold it and no rule takes it for nothing: half a pair is a fault, which R17 has, and so is a text without a sign."""
    text = payload.encode("utf-8", "replace").decode()
    return text if any(sign.isprintable() and not sign.isspace() for sign in text) else f"x{text}x"


def name_after(payload: str) -> str:
    """Return a payload as the name of a file, as far as a disk can hold one."""
    return "".join(sign for sign in " ".join(payload.split()) if sign.isprintable() and sign not in "/\\").strip(". ")[:50] or "x"


def fill(text: str, payloads: Sequence[str], number: int) -> str:
    """Return a file with payloads in all its sinks, one after the other."""
    return Template(text).substitute(Sinks(payloads, number))


def write(folder: Path, shares: Sequence[Sequence[str]], *, html: bool = True) -> dict[Path, Sequence[str]]:
    """Write a course with a module for each share of the payloads; return the modules' files, each with what is in it."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "media").mkdir(parents=True)
    (folder / "words").mkdir()
    (folder / "themes/own").mkdir(parents=True)
    every = [settle(payload) for share in shares for payload in share] or ["x"]
    first = every[0]
    modules = {}
    put(folder / "course.yaml", fill(SETTINGS, every, 0).replace("html: true", f"html: {str(html).lower()}"))
    put(folder / "themes/own/theme.yaml", f"name: {json.dumps(first)}\n")
    shutil.copy(blocks.folder("video") / "media/receipt.mp4", folder / "media/k.mp4")
    put(folder / "media/k.svg", fill(SVG, ["x"], 0))
    for number, share in enumerate(shares):
        modules[folder / f"m{number}.md"] = share
        put(folder / f"m{number}.md", fill(FRONT, share, number))
        put(folder / f"m{number}.fi.md", fill(FINNISH, share, number))
        put(folder / f"media/t{number}.svg", fill(SVG, share, number))
        put(folder / f"media/{name_after(share[0])}.svg", fill(SVG, share, number))
        put(folder / f"media/{name_after(share[0])}.pdf", share[0])
        put(folder / f"media/t{number}.vtt", fill(CAPTIONS, [text.replace("-->", "--") for text in share], number))
    terms = [f"{json.dumps(f'term{number} {payload}'[:60])}: {json.dumps(payload)}" for number, payload in enumerate(every)]
    put(folder / "glossary.yaml", "\n".join(dict.fromkeys(terms)) + "\n")
    put(folder / "words/en.yaml", "".join(f"{key}: {json.dumps(every[number % len(every)])}\n" for number, key in enumerate(PHRASES)))
    return modules


PHRASES = tuple(sorted(key for key, text in every_phrase().items() if isinstance(text, str) and "{" not in text))
"""All phrases that have no places."""


def put(path: Path, text: str) -> None:
    """Write a file as an author's program would, lone surrogates and all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "replace"))


def build_around(folder: Path, output: Path, shares: Sequence[Sequence[str]], targets: list[str], **more: Any) -> tuple[Build, list[Sequence[str]]]:
    """Build a course of payloads without those modules that are errors; return how it went and what was refused."""
    modules = write(folder, shares, **more)
    refused = []
    for _ in range(8):
        result = build(folder, output, targets)
        faulty = {finding.span.path for finding in result.findings if finding.severity is Severity.ERROR}
        if not faulty:
            return result, refused
        for path in faulty:
            if (source := path.with_name(path.name.replace(".fi.md", ".md"))) in modules:
                refused.append(modules.pop(source))
                source.unlink()
                source.with_name(source.name.replace(".md", ".fi.md")).unlink()
            else:
                raise AssertionError([f"{finding.span.path.name}:{finding.span.line} {finding.message}" for finding in result.findings if finding.severity is Severity.ERROR][:5])
    raise AssertionError("whatever is left out, there is an error")

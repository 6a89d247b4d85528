"""The texts of a question in Moodle XML: Markdown of whatever they are written in, with the pictures that lie beside them."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from tuokio.exchange import markup, picture
from tuokio.exchange.arriving import Say
from tuokio.exchange.moodle.tree import Node
from tuokio.exchange.original import LONGEST
from tuokio.finding import Severity

HERE = "@@PLUGINFILE@@/"
DATA = re.compile(r"^data:image/[\w.+-]+;base64,(.*)$", re.S)
INLINE = re.compile(r"!\[([^\]\n]{0,500})\]\(<?@@PLUGINFILE@@/([^)>]*)>?\)")
EMBEDDED = re.compile(r"""(<img\b[^<>]*?\bsrc\s*=\s*["'])(data:image/[^"']*)(["'])""", re.I)


class Texts:
    """Reads the texts of one question and collects its pictures."""

    def __init__(self, line: int, say: Say) -> None:
        self.line, self._say = line, say
        self.pictures: dict[str, bytes] = {}
        self.raw: list[str] = []
        """All that was read, for what is looked for in the whole."""
        self._named: dict[str, str] = {}

    def read(self, node: Node | None, style: str = "html") -> str:
        """Return the text of an element as Markdown."""
        if node is None:
            return ""
        inner = node.find("text")
        text = (inner if inner is not None else node).text.strip()
        for file in node.children:
            if file.tag == "file":
                self.take(file)
        return self.convert(text, node.attributes.get("format") or style) if text else ""

    def convert(self, text: str, style: str) -> str:
        """Return a text as Markdown."""
        if "data:image" in text and style != "plain_text":
            text = EMBEDDED.sub(self._take_embedded, text)
        if len(text) > LONGEST:
            return text  # is left out as a whole, so it is not worth the work
        if "<" in text or "$$" in text or "\\" in text:
            self.raw.append(text)
        if style == "markdown":
            return INLINE.sub(self._show, text) if HERE in text else text
        if style == "plain_text" or style == "moodle_auto_format" and not markup.is_html(text):
            return markup.from_plain(text)
        if "<" not in text and "&" not in text:
            return markup.from_plain(" ".join(text.split()))
        return markup.from_html(text, self._place if "<img" in text else None)

    def take(self, file: Node) -> None:
        """Keep a picture that lies beside a text."""
        name = file.attributes.get("name", "")
        if picture.leads_out(name) or picture.leads_out(file.attributes.get("path", "/").strip("/")):
            self.say("unsafe-name", f"A file is called `{name[:60]}`, which means a place outside of the course. It was left out.", "Rename it where it comes from.")
            return
        self._keep(file.text, (file.attributes.get("path") or "/").strip("/"), name)

    def take_old(self, name: str, text: str) -> str:
        """Return the place of a picture as Moodle kept one until version 1.9."""
        safe = self._keep(text, "", name.replace("\\", "/").rpartition("/")[2])
        return f"media/{safe}" if safe else ""

    def _keep(self, text: str, folder: str, name: str) -> str:
        data = picture.decode(text)
        ending = picture.tell_kind(data) if data else ""
        if not data or not ending:
            large = len(text) > picture.LARGEST
            why = "is larger than 10 MB" if large else "is no picture that a course shows" if data else "cannot be read"
            self.say("file-left-out", f"The file `{name[:60]}` {why}, so it was left out.", "Put it into `media/` by hand: pictures as PNG, JPEG, WebP or SVG; sounds and videos with a block of their own.")
            return ""
        safe = picture.name_picture(name, data, ending)
        self.pictures[safe] = data
        self._named[f"{folder}/{name}" if folder else name] = safe
        return safe

    def _take_embedded(self, match: re.Match[str]) -> str:
        data = DATA.match(match[2])
        safe = self._keep(data[1], "", "picture") if data else ""
        return f"{match[1]}{HERE}{safe}{match[3]}" if safe else match[0]

    def _place(self, source: str) -> str:
        """Return where the picture of an `<img>` is now, nothing if it did not come."""
        source = unescape(source)
        name = unquote(source.removeprefix(HERE)).partition("?")[0]
        if name in self.pictures:
            return f"media/{name}"
        if found := self._named.get(name) or self._named.get(name.rpartition("/")[2]):
            return f"media/{found}"
        if not source.startswith(("http:", "https:")) and picture.leads_out(name):
            self.say("unsafe-name", f"A picture is said to be at `{source[:60]}`, which is not in this file. It was left out.", "Save it, put it into `media/`, and show it with `![…](media/…)`.")
        else:
            self.say("missing-picture", f"The picture `{source[:60]}` is not in this file.", "Save it from where it is, put it into `media/`, and show it with `![…](media/…)`.")
        return ""

    def _show(self, match: re.Match[str]) -> str:
        place = self._place(match[2])
        return f"![{match[1]}]({place})" if place else match[1]

    def say(self, id: str, message: str, cure: str) -> None:
        """Tell of something in the question."""
        self._say(id, Severity.WARNING, self.line, message, cure)

"""What the server answers: the built files, its own script on every page, and the socket that tells of news."""

from __future__ import annotations

import json
import re
import secrets
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from livereload.handlers import LiveReloadHandler
from tornado.httputil import HTTPServerRequest
from tornado.web import Application, HTTPError, RedirectHandler, RequestHandler, StaticFileHandler

from tuokio.serve.preview import Preview
from tuokio.targets.policy import BEGUN

BUNDLE = Path(__file__).parent.parent / "bundle"
HASHED = re.compile(r"\.[0-9a-f]{8}\.\w+$")
NONE = "(?:(?:&#39;|')none(?:&#39;|'))?"
SAFE = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer", "Content-Security-Policy": "frame-ancestors 'self'"}
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'none'; style-src 'self'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/-/serve.css"></head>
<body class="plain"><main><h1>{title}</h1>{body}</main></body></html>
"""


class Site(Application):
    """Everything that is served. A request under a foreign name gets a refusal, whatever it asks for."""

    def __init__(self, previews: list[Preview], hosts: set[str]) -> None:
        self.previews = {preview.name: preview for preview in previews}
        self.hosts = hosts
        first = previews[0].name
        start = (r"/", RedirectHandler, {"url": f"/{quote(first)}/", "permanent": False}) if len(previews) == 1 else (r"/", List)
        handlers = [start, (r"/-/live", Live), (r"/-/(serve\.(?:js|css))", Own, {"path": str(BUNDLE)}), (r"/(.+)", Course, {"path": ""})]
        super().__init__(handlers, log_function=lambda handler: None, default_handler_class=Missing)

    def find_handler(self, request: HTTPServerRequest, **more: Any) -> Any:
        """Look at the name in the request before anything else."""
        if request.host.lower() not in self.hosts:
            return self.get_handler_delegate(request, Refusal)
        return super().find_handler(request, **more)


class Plain(RequestHandler):
    """Answers in plain words."""

    def set_default_headers(self) -> None:
        """Let no other site use what we serve."""
        for name, value in SAFE.items():
            self.set_header(name, value)

    def write_error(self, status_code: int, **more: Any) -> None:
        """Say what is the matter, without a trace."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish({403: "This is not served.\n", 404: "There is no such page.\n", 405: "Only reading is possible here.\n"}.get(status_code, f"{status_code}\n"))


class Refusal(Plain):
    """For a request that came under a foreign name."""

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("This course is served under other names only. Open the address that `tuokio serve` printed; `--lan` serves other devices.\n")


class Missing(Plain):
    """For an address that means nothing here."""

    def prepare(self) -> None:
        """Refuse, whatever the method."""
        raise HTTPError(404)


class List(Plain):
    """The courses, when there are several."""

    def get(self) -> None:
        """Name each with a link."""
        self.set_header("Cache-Control", "no-store")
        rows = "".join(f'<li><a href="/{quote(name)}/">{escape(name)}</a></li>' for name in self.application.previews)
        self.write(PAGE.format(title="Courses", body=f"<ul>{rows}</ul>"))


class Own(Plain, StaticFileHandler):
    """Our script and its stylesheet."""

    def set_extra_headers(self, path: str) -> None:
        """Another version of Tuokio has others."""
        self.set_header("Cache-Control", "no-store")


class Course(Plain, StaticFileHandler):
    """One course's files: those of its output folder that a page may ask for, and nothing else."""

    async def get(self, path: str, include_body: bool = True) -> None:
        """Answer with a file; a page gets our script on its way."""
        name, slash, path = path.partition("/")
        if name not in self.application.previews:
            raise HTTPError(404)
        if not slash:
            return self.redirect(f"/{quote(name)}/")
        self.preview = self.application.previews[name]
        self.root = str(self.preview.site)  # tornado lets no address and no link lead out of it
        path = path or "index.html"
        if not path.isprintable() or any(part.startswith(".") or part.endswith(".part") for part in re.split(r"[/\\]", path)):
            raise HTTPError(404)
        if not path.endswith(".html"):
            return await super().get(path, include_body)
        if path == "index.html" and not self.preview.revision:
            text = PAGE.format(title=escape(self.preview.name), body="<p>There is no course to show yet. This page comes alive when it can be built.</p>")
        else:
            self.path = self.parse_url_path(path)
            file = self.validate_absolute_path(self.root, self.get_absolute_path(self.root, self.path))
            text = Path(file).read_text("utf-8")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(self._enliven(text))

    def compute_etag(self) -> None:
        """A page is always fetched anew and all else is kept, so no browser has to ask whether it changed."""

    def set_extra_headers(self, path: str) -> None:
        """A name that carries its content's hash may be kept for good."""
        self.set_header("Cache-Control", "max-age=31536000, immutable" if HASHED.search(path) else "no-store")

    def _enliven(self, text: str) -> str:
        """Add our script to a page, and to its policy the way back to us. The file itself stays as it was built."""
        # The frame is ours: it shows the page once more, as wide as a phone.
        text = re.sub(rf"connect-src {NONE}", f"frame-src 'self'; connect-src ws://{escape(self.request.host)} ", text, count=1)
        ours = secrets.token_urlsafe()
        text = re.sub(rf"script-src {NONE}", f"script-src 'nonce-{ours}' ", text)
        # What an author tries out is no result: it is kept under a name of its own, which no course can have.
        text = text.replace(' data-course="', ' data-course="preview/', 1)
        script = f'<script nonce="{ours}" src="/-/serve.js" data-course="{escape(self.preview.name)}" data-revision="{self.preview.revision}"></script>'
        start = f"<script>{BEGUN}</script>"  # before the course begins, since its modules are to pass by us
        before = start if start in text else "</body>"
        return text.replace(before, script + before, 1)


class Live(LiveReloadHandler):
    """livereload's socket and protocol: `reload` when a course is new, and `report` for what the author should know."""

    course = ""

    def check_origin(self, origin: str) -> bool:
        """Only a page of ours may listen; the Host it is compared with has been looked at."""
        return urlsplit(origin).netloc.lower() == self.request.host.lower()

    def on_message(self, message: str) -> None:
        """Greet, and tell a page that comes what it may have missed."""
        super().on_message(message)
        said = json.loads(message)
        preview = self.application.previews.get(said.get("course")) if said["command"] == "info" else None
        if preview:
            self.course = preview.name
            self.send_message(preview.report(linked=self.is_author))
            if said.get("revision") != preview.revision:
                self.send_message({"command": "reload", "path": preview.name})
        preview = self.application.previews.get(self.course) if said["command"] == "look" else None
        if preview:
            self.send_message(preview.sheet(str(said.get("module")), str(said.get("language")), linked=self.is_author))

    @property
    def is_author(self) -> bool:
        """Whether it is a page on this machine: others open no editor, and need not know where its files lie."""
        return self.request.remote_ip in ("127.0.0.1", "::1")

    @classmethod
    def tell(cls, preview: Preview, *, anew: bool) -> None:
        """Tell every page what came of a build, and those of this course to load themselves anew."""
        for waiter in cls.waiters.copy():
            if waiter.course == preview.name:
                waiter.send_message(preview.report(linked=waiter.is_author))
        if anew:
            cls.reload_waiters(preview.name)

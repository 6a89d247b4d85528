"""The language server of VS Code's YAML extension (yaml-language-server, from npm), as VS Code drives it: over its standard input and output, with a workspace's own settings."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

SERVER = Path(__file__).parent.parent / "builder/node_modules/yaml-language-server/bin/yaml-language-server"


class LanguageServer:
    """A server for one workspace. `|` in a text is where the author's cursor is."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.settings: dict[str, Any] = {"http": {}, "yaml": {"validate": True, "completion": True, "hover": True, "yamlVersion": "1.2"}}
        for key, value in json.loads((workspace / ".vscode/settings.json").read_text("utf-8")).items():
            if key.startswith("yaml."):
                *rooms, last = key.removeprefix("yaml.").split(".")
                at = self.settings["yaml"]
                for one in rooms:
                    at = at.setdefault(one, {})
                at[last] = value
        self.process = subprocess.Popen(["node", SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.count = 0
        self.opened: set[str] = set()
        root = workspace.as_uri()
        able = {"workspace": {"configuration": True, "workspaceFolders": True}, "textDocument": {"completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}, "hover": {"contentFormat": ["markdown"]}}}
        self._ask("initialize", {"processId": None, "rootUri": root, "capabilities": able, "workspaceFolders": [{"uri": root, "name": "course"}]})
        self._send({"method": "initialized", "params": {}})
        self._wait(lambda message: message.get("method") == "workspace/configuration")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def underlined(self, name: str, text: str) -> list[str]:
        """Return what is told of a file as soon as it says this, as `line: message`."""
        _, told = self._open(name, text)
        return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in sorted(told, key=lambda one: one["range"]["start"]["line"])]

    def offered(self, name: str, text: str) -> list[str]:
        """Return what is offered where the cursor is."""
        uri, _ = self._open(name, text.replace("|", ""))
        found = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": _position(text)})
        return [one["label"] for one in (found["items"] if isinstance(found, dict) else found)]

    def explained(self, name: str, text: str) -> str:
        """Return what is shown over the word at the cursor."""
        uri, _ = self._open(name, text.replace("|", ""))
        found = self._ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": _position(text)})
        return found["contents"]["value"] if found else ""

    def _open(self, name: str, text: str) -> tuple[str, list[dict[str, Any]]]:
        """Open a file, or type into it; return its address and what the server then tells of it, as it does once each time."""
        path = self.workspace / name
        uri = path.as_uri()
        self.count += 1
        if uri in self.opened:
            self._send({"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri, "version": self.count}, "contentChanges": [{"text": text}]}})
        else:
            self._send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "yaml", "version": self.count, "text": text}}})
        self.opened.add(uri)
        told = self._wait(lambda message: message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri)
        return uri, told["params"]["diagnostics"]

    def _ask(self, method: str, params: Any) -> Any:
        self.count += 1
        number = self.count
        self._send({"id": number, "method": method, "params": params})
        return self._wait(lambda message: message.get("id") == number and "method" not in message)["result"]

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def _wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Read until a message is wanted, answering what the server asks meanwhile as VS Code does."""
        while True:
            message = self._read()
            if "id" in message and "method" in message:
                items = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
                answer = [self.settings.get(item.get("section", ""), {}) for item in items] if message["method"] == "workspace/configuration" else None
                self._send({"id": message["id"], "result": answer})
            if wanted(message):
                return message

    def _read(self) -> dict[str, Any]:
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if not length:
            raise EOFError("the language server has ended")
        return json.loads(self.process.stdout.read(length))


def _position(text: str) -> dict[str, int]:
    before = text.partition("|")[0]
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}

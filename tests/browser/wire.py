"""The wires to the drivers: one call for each classic WebDriver command, whatever carries it."""

from __future__ import annotations

import json
import socket
from http.client import HTTPConnection
from typing import Any

# The commands by their common names, and where HTTP has them under /session/{id}.
ROUTES = {
    "NewSession": "POST ", "Quit": "DELETE ", "Navigate": "POST /url", "Back": "POST /back", "Refresh": "POST /refresh",
    "GetCurrentURL": "GET /url", "GetTitle": "GET /title", "GetPageSource": "GET /source", "ExecuteScript": "POST /execute/sync",
    "ExecuteAsyncScript": "POST /execute/async", "ElementClick": "POST /element/{id}/click", "GetElementText": "GET /element/{id}/text", "ElementSendKeys": "POST /element/{id}/value", "PerformActions": "POST /actions",
    "TakeScreenshot": "GET /screenshot", "Print": "POST /print", "NewWindow": "POST /window/new", "SwitchToWindow": "POST /window", "SwitchToFrame": "POST /frame", "SetWindowRect": "POST /window/rect",
    "CloseWindow": "DELETE /window", "GetWindowHandle": "GET /window", "GetWindowHandles": "GET /window/handles", "DevTools": "POST /goog/cdp/execute", "Log": "POST /se/log",
}


class DriverError(Exception):
    """The browser's own refusal, such as “element click intercepted”."""


class Http:
    """The wire to a driver program that listens to HTTP."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=90)
        self.path = "/session"

    def call(self, command: str, **params: Any) -> Any:
        method, path = ROUTES[command].split(" ")
        self.connection.request(method, self.path + path.format(**params), json.dumps(params) if method == "POST" else None)
        value = json.load(self.connection.getresponse())["value"]
        if isinstance(value, dict) and "error" in value:
            raise DriverError(f"{command}: {value['error']}: {value['message']}")
        if command == "NewSession":
            self.path += "/" + value["sessionId"]
        return value


class Marionette:
    """The wire to Firefox itself: JSON arrays, each after its length in bytes."""

    def __init__(self, port: int) -> None:
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=90).makefile("rwb")
        self._receive()  # the greeting

    def call(self, command: str, **params: Any) -> Any:
        message = json.dumps([0, 1, ("Marionette:" if command in ("Quit", "SetContext") else "WebDriver:") + command, params]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, result = self._receive()
        if error:
            raise DriverError(f"{command}: {error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def _receive(self) -> Any:
        length = b""
        while (byte := self.stream.read(1)) != b":":
            if not byte:
                raise ConnectionError("Firefox has gone away.")
            length += byte
        return json.loads(self.stream.read(int(length)))

"""Chromium, through chromedriver and, for what WebDriver has no word for, the DevTools protocol."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browser.browser import ELEMENT, Browser
from browser.wire import Http

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --disable-dev-shm-usage""".split() + ["--host-resolver-rules=MAP intranet.test 127.0.0.1"]


class Chromium(Browser):
    engine = "chromium"
    lasting = True
    packages = {"chromium": "chromium", "chromedriver": "chromium-driver"}
    outlived = 1  # chromedriver outlives its browser

    def _start(self, javascript: bool, prefs: dict[str, Any]) -> None:
        flags = [*FLAGS, f"--user-data-dir={self.profile}"] + ([] if javascript else ["--blink-settings=scriptEnabled=false"])
        options = {"binary": shutil.which("chromium"), "args": flags, "prefs": prefs}
        port = None
        while port is None:  # the port it finds for IPv6 may be taken for IPv4, and then it gives up
            self._spawn("chromedriver", "--port=0")
            said = self.process.wait_for(lambda: re.search(r"successfully on port (\d+)|port not available", self.process.log.read_text("utf-8")))
            port = said[1] and int(said[1])
        self._call = Http(port).call
        self._call("NewSession", capabilities={"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "SEVERE"}}})

    def _devtools(self, command: str, **params: Any) -> Any:
        return self._call("DevTools", cmd=command, params=params)

    def console(self) -> list[str]:
        return [entry["message"] for entry in self._call("Log", type="browser") if "/favicon.ico - Failed" not in entry["message"]]

    def _set_size(self, width: int, height: int) -> None:
        self._devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def emulate(self, media: dict[str, str]) -> None:
        features = [{"name": name, "value": value} for name, value in media.items() if name != "media"]
        self._devtools("Emulation.setEmulatedMedia", media=media.get("media", ""), features=features)

    @contextmanager
    def holding(self, css: str) -> Iterator[None]:
        """By its own protocol: the driver does not lift a finger that an earlier command has put down."""
        place = self.run("const box = arguments[0].getBoundingClientRect(); return {x: box.x + box.width / 2, y: box.y + box.height / 2}", {ELEMENT: self.find(css)})
        self._devtools("Input.dispatchTouchEvent", type="touchStart", touchPoints=[place])
        yield
        self._devtools("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def throttle(self, rate: float) -> None:
        self._devtools("Emulation.setCPUThrottlingRate", rate=rate)

    def reckon(self) -> float:
        self._devtools("Performance.enable", timeDomain="threadTicks")
        spent = {one["name"]: one["value"] for one in self._devtools("Performance.getMetrics")["metrics"]}["TaskDuration"] * 1000
        self._devtools("Performance.disable")
        self._devtools("Performance.enable", timeDomain="threadTicks")
        return spent

    def heap(self) -> int:
        self._devtools("HeapProfiler.collectGarbage")
        return self._devtools("Runtime.getHeapUsage")["usedSize"]

    def clear_site_data(self, origin: str) -> None:
        self._devtools("Storage.clearDataForOrigin", origin=origin, storageTypes="all")

    def tree(self, css: str) -> str:
        """Return what a screen reader is told of an element and all in it, a line a node: role, "name", states, (description)."""
        element = self._devtools("Runtime.evaluate", expression=f"document.querySelector({css!r})")["result"]["objectId"]
        root = self._devtools("DOM.describeNode", objectId=element)["node"]["backendNodeId"]
        nodes = {node["nodeId"]: node for node in self._devtools("Accessibility.getFullAXTree")["nodes"]}
        return "\n".join(_describe(next(node for node in nodes.values() if node.get("backendDOMNodeId") == root), nodes, 0))

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        if not full:
            return super().screenshot(path)
        page = self._devtools("Page.getLayoutMetrics")["cssContentSize"]
        path.write_bytes(base64.b64decode(self._devtools("Page.captureScreenshot", captureBeyondViewport=True, clip={**page, "scale": 1})["data"]))

    def switch(self, tab: str) -> None:
        self._call("SwitchToWindow", handle=tab)
        self._devtools("Page.bringToFront")
        self.resize(*self.size)


SILENT = {"InlineTextBox", "none", "generic", "LineBreak", "ListMarker", "Legend", "LabelText", "MenuListPopup", "paragraph"}
STATES = ("checked", "disabled", "readonly", "expanded", "pressed", "required", "invalid")


def _describe(node: dict[str, Any], nodes: dict[str, Any], depth: int, named: str = "") -> Iterator[str]:
    """Yield the lines of a node and of what is in it; what says nothing by itself, or only the name it gives, leaves no line."""
    role = node.get("role", {}).get("value", "none")
    name = node.get("name", {}).get("value", "").strip()
    if role == "StaticText":
        if name and name != named:
            yield "  " * depth + f'"{name}"'
        return
    if not node.get("ignored") and role not in SILENT:
        value = node.get("value", {}).get("value", "")
        states = [one["name"] for one in node.get("properties", []) if one["name"] in STATES and one["value"].get("value") not in (False, "false")]
        told = node.get("description", {}).get("value", "")
        yield "  " * depth + " ".join(filter(None, [role, f'"{name}"' if name else "", f"= {value}" if value else "", *states, f"({told})" if told else ""]))
        depth, named = depth + 1, name
        if role == "textbox":
            return
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _describe(nodes[child], nodes, depth, named)

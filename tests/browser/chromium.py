"""Chromium, through chromedriver and, for what WebDriver has no word for, the DevTools protocol."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path
from typing import Any

from browser.browser import Browser
from browser.wire import Http

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --disable-dev-shm-usage""".split() + ["--host-resolver-rules=MAP intranet.test 127.0.0.1"]


class Chromium(Browser):
    engine = "chromium"
    packages = {"chromium": "chromium", "chromedriver": "chromium-driver"}
    outlived = 1  # chromedriver outlives its browser

    def _start(self, javascript: bool, prefs: dict[str, Any]) -> None:
        flags = [*FLAGS, f"--user-data-dir={self.profile}"] + ([] if javascript else ["--blink-settings=scriptEnabled=false"])
        options = {"binary": shutil.which("chromium"), "args": flags, "prefs": prefs}
        self._spawn("chromedriver", "--port=0")
        self._call = Http(self.process.number_in(self.process.log, r"successfully on port (\d+)")).call
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

    def throttle(self, rate: float) -> None:
        self._devtools("Emulation.setCPUThrottlingRate", rate=rate)

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        if not full:
            return super().screenshot(path)
        page = self._devtools("Page.getLayoutMetrics")["cssContentSize"]
        path.write_bytes(base64.b64decode(self._devtools("Page.captureScreenshot", captureBeyondViewport=True, clip={**page, "scale": 1})["data"]))

    def switch(self, tab: str) -> None:
        self._call("SwitchToWindow", handle=tab)
        self._devtools("Page.bringToFront")
        self.resize(*self.size)

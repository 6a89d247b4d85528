"""Firefox, through Marionette, its own remote control."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browser.browser import Browser
from browser.wire import Marionette

# The prefs recommended for remote control let pages from files read each other; a learner's Firefox does not. So what
# a steady run needs is named here: no greeting, updating or restoring, no question about slow scripts or a crash, and
# real input from the first moment in a window that no screen shows.
OFF = """remote.prefs.recommended browser.aboutwelcome.enabled browser.sessionstore.resume_from_crash browser.shell.checkDefaultBrowser dom.ipc.reportProcessHangs
    browser.translations.enable datareporting.policy.dataSubmissionEnabled network.captive-portal-service.enabled network.connectivity-service.enabled""".split()
PREFS = dict.fromkeys(OFF, False) | {
    "network.dns.localDomains": "intranet.test", "security.fileuri.strict_origin_policy": True, "marionette.port": 0, "focusmanager.testmode": True,
    "dom.input_events.security.minNumTicks": 0, "dom.max_script_run_time": 0, "browser.startup.page": 0, "browser.startup.homepage_override.mstone": "ignore",
    "dom.file.createInChild": True,  # else a page of a server is given no file
    "fission.bfcacheInParent": False,  # else a page that is left takes its reader's wishes along
    "toolkit.legacyUserProfileCustomizations.stylesheets": True, "toolkit.shutdown.fastShutdownStage": 3, "toolkit.startup.max_resumed_crashes": -1,
}
STYLE = ":root { min-width: 0 !important } #navigator-toolbox { display: none }"  # a window that is all page, narrow as a phone
MEDIA = {"media": "medium", "prefers-color-scheme": "prefersColorScheme", "prefers-reduced-motion": "prefersReducedMotion", "forced-colors": "forcedColors"}
ERRORS = """const logs = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
const logged = logs.getEvents().filter(event => event.level === 'error').map(event => [event.filename, event.lineNumber, ...event.arguments]);
const thrown = Services.console.getMessageArray().filter(error => error instanceof Ci.nsIScriptError
    && (error.category === 'Script Loader' || !(error.flags & error.warningFlag))).map(error => [error.sourceName, error.lineNumber, error.errorMessage]);
logs.clearEvents(), Services.console.reset(); return [...thrown, ...logged].map(error => error.join(' '));"""

FORGET = "Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_DOM_QUOTA, {onDataDeleted: arguments[0]})"


class Firefox(Browser):
    engine = "firefox"
    lasting = True
    packages = {"firefox-esr": "firefox-esr"}

    def _start(self, javascript: bool, prefs: dict[str, Any]) -> None:
        prefs = PREFS | {"javascript.enabled": javascript} | prefs
        (self.profile / "user.js").write_text("\n".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items()), "utf-8")
        (self.profile / "chrome").mkdir(exist_ok=True)
        (self.profile / "chrome/userChrome.css").write_text(STYLE, "utf-8")
        port = self.profile / "MarionetteActivePort"
        port.unlink(missing_ok=True)  # an earlier run may have left its own
        flags = "--headless --no-remote --marionette --remote-allow-system-access --profile".split()
        self._spawn("firefox-esr", *flags, str(self.profile))
        self._call = Marionette(self.process.number_in(port, r"(\d+)")).call
        self._call("NewSession")

    def _privileged(self, script: str, *args: Any) -> Any:
        return self._call("ExecuteScript", script=script, args=args, sandbox="system")

    def renew(self) -> None:
        super().renew()
        self.clear_site_data("")  # each file has a store of its own, which only the browser itself can reach

    def clear_site_data(self, origin: str) -> None:
        """Of every origin: the browser's own way asks for a principal of each."""
        with self._chrome():
            self._call("ExecuteAsyncScript", script=FORGET, args=[])

    @contextmanager
    def _chrome(self) -> Iterator[None]:
        """Speak to the browser itself, not to its page."""
        self._call("SetContext", value="chrome")
        yield
        self._call("SetContext", value="content")

    def console(self) -> list[str]:
        return self._privileged(ERRORS)

    def emulate(self, media: dict[str, str]) -> None:
        overrides = {f"{MEDIA[name]}Override": value for name, value in (dict.fromkeys(MEDIA, "none") | {"media": ""} | media).items()}
        with self._chrome():
            self._call("ExecuteScript", script="Object.assign(gBrowser.selectedBrowser.browsingContext, arguments[0])", args=[overrides])

    def screenshot(self, path: Path, *, full: bool = False) -> None:
        path.write_bytes(base64.b64decode(self._call("TakeScreenshot", full=full)))

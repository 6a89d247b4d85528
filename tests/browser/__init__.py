"""Drive real browsers through one small interface.

The courses must work in the browsers people have, opened from a plain file, and survive a browser that dies in the
middle of a lesson. So this talks straight to each browser's own driver, loosens none of its policies, and can kill
a browser and start it again on the same profile. `Browser` is the interface; each engine is a module of its own and
says there what it does in another way, or cannot do.
"""

import sys

from browser.browser import Browser, Unsupported
from browser.chromium import Chromium
from browser.firefox import Firefox
from browser.process import poll
from browser.webkit import WebKit
from browser.wire import DriverError

# Our WebKit is Debian's; on other systems there is none to drive.
ENGINES = tuple(name for name in Browser.engines if name != "webkit" or sys.platform == "linux")

__all__ = ["ENGINES", "Browser", "Chromium", "DriverError", "Firefox", "Unsupported", "WebKit", "poll"]

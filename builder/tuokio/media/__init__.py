"""Pictures and other files of a course, made fit to ship: small, upright, and telling nothing of who took them."""

from tuokio.media.medium import Fault, Medium
from tuokio.media.prepare import prepare

__all__ = ["Fault", "Medium", "prepare"]

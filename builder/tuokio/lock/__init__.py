"""What was published of a course, and what came since."""

from tuokio.lock.compare import Comparison, compare
from tuokio.lock.lock import NAME, Entry, Known, Lock, read_lock
from tuokio.lock.news import tell

__all__ = ["NAME", "Comparison", "Entry", "Known", "Lock", "compare", "read_lock", "tell"]

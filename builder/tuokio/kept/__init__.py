"""What one build leaves for the next: in memory for a server, in a store for the next process."""

from tuokio.kept.fingerprint import fingerprint
from tuokio.kept.kept import Facts, Kept, make_serial
from tuokio.kept.standing import Standing
from tuokio.kept.store import Store, open_store

__all__ = ["Facts", "Kept", "Standing", "Store", "fingerprint", "make_serial", "open_store"]

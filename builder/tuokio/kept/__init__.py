"""What one build leaves for the next: in memory for a server, in a store for the next process."""

from tuokio.kept.fingerprint import fingerprint
from tuokio.kept.kept import Facts, Kept, Wanted, make_serial
from tuokio.kept.labour import count_hands
from tuokio.kept.store import Store, open_store

__all__ = ["Facts", "Kept", "Store", "Wanted", "count_hands", "fingerprint", "make_serial", "open_store"]

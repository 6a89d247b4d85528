"""Where a course is served: a free port, the machine's names, and a code to point a phone at."""

from __future__ import annotations

import errno
import io
import socket

LOOPBACK = "127.0.0.1"
TRIES = 50


def open_port(host: str, port: int) -> list[socket.socket]:
    """Listen on the port, or on the next free one; 0 means any. OSError if there is none."""
    from tornado.netutil import bind_sockets

    for candidate in range(port, port + TRIES if port else 1):
        try:
            return bind_sockets(candidate, host, family=socket.AF_INET)
        except OSError as error:
            # Windows answers "access denied" for a port that another program holds for itself.
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise OSError(errno.EADDRINUSE, "every port is taken", f"{port}-{port + TRIES - 1}")


def find_lan_address() -> str:
    """Return this machine's address in its network, or an empty text without one. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address kept for examples: only the way there is looked up
        except OSError:
            return ""
        address = probe.getsockname()[0]
    return "" if address.startswith(("127.", "0.")) else address


def name_hosts(port: int, lan: str) -> set[str]:
    """Return what a request's Host header may say.

    A page of a stranger can make its own name point at this machine (DNS rebinding) and would then read
    the course with the author's browser; but it cannot change the name in the header.
    """
    names = {"localhost", LOOPBACK, "[::1]"}
    if lan:
        own = socket.gethostname().lower()
        names |= {lan, own, own.removesuffix(".local") + ".local"}
    return {f"{name}:{port}" for name in names}


def draw_code(address: str) -> str:
    """Return a QR code of the address, in half blocks for a terminal."""
    import segno

    out = io.StringIO()
    segno.make(address, micro=False, error="l").terminal(out, border=2, compact=True)
    return out.getvalue().rstrip("\n")

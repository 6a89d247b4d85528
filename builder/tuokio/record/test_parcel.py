"""What is packed arrives whole, in both languages alike; what was damaged on the way is told apart."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from pathlib import Path

import pytest

from tuokio.record.parcel import pack, unpack

CASES = json.loads(Path(__file__).with_name("parcels.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_parcels_are_read_as_the_browser_reads_them(case: dict) -> None:
    assert case["found"] == [{"kind": one.kind, "schema": one.schema, "check": one.check, "intact": one.intact, "content": one.content} for one in unpack(case["text"])]


def test_what_is_packed_is_found_again_in_a_mail() -> None:
    content = {"name": "Äijä 😀 </script>", "passed": {"2026-11-22": ["a", "b"]}}
    text = pack("completion", content)
    wrapped = "\n".join("> " + text[at : at + 60] for at in range(0, len(text), 60))
    found = list(unpack(f"Hei,\n\ntässä.\n{wrapped}\n> \n> Terveisin Aino"))
    assert [(True, content)] == [(one.intact, one.content) for one in found]


def test_every_single_wrong_sign_is_noticed() -> None:
    text = pack("completion", {"name": "Aino", "passed": {}})
    start = text.index(".") + 1
    for at in range(start, len(text)):
        other = "B" if text[at] != "B" else "C"
        damaged = text[:at] + other + text[at + 1 :]
        assert not any(one.intact for one in unpack(damaged)), at


def test_what_swells_is_not_unpacked() -> None:
    deflater = zlib.compressobj(9, wbits=-15)
    bomb = deflater.compress(b'"' + b"a" * (65 << 20) + b'"') + deflater.flush()
    (found,) = unpack(f"TUOKIO-BACKUP-1.{b64encode(bomb).decode().rstrip('=')}.00000000")
    assert found.content is None

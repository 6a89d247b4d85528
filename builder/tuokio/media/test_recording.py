"""What a file is said to be by its content, whatever its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio import blocks
from tuokio.finding import Severity
from tuokio.media import Fault, Recording, examine

VIDEO, AUDIO = blocks.folder("video"), blocks.folder("audio")
OURS = VIDEO / "media/receipt.mp4"


def write(tmp_path: Path, data: bytes, name: str = "clip.mp4") -> Recording | Fault:
    """Examine bytes as a file."""
    (tmp_path / name).write_bytes(data)
    return examine(tmp_path / name)


def test_an_mp4_tells_its_length_its_size_and_that_it_is_silent() -> None:
    assert Recording(13.0, moving=True, audible=False, width=640, height=360) == examine(OURS)


def test_a_video_with_sound_says_so_and_a_sound_has_no_pictures() -> None:
    talk, call = examine(VIDEO / "broken/media/talk.mp4"), examine(AUDIO / "media/terminal.mp3")
    assert (True, True) == (talk.moving, talk.audible)
    assert (False, True, ()) == (call.moving, call.audible, call.faults) and 9 < call.seconds < 10


def test_a_phone_held_upright_gives_an_upright_picture(tmp_path: Path) -> None:
    data = OURS.read_bytes()
    at = data.index(b"tkhd") + 4 + 40
    one, zero = (1 << 16).to_bytes(4, "big"), bytes(4)
    turned = data[:at] + zero + one + zero + (0xFFFF0000).to_bytes(4, "big") + zero + data[at + 20 :]
    looked = write(tmp_path, turned)
    assert (360, 640) == (looked.width, looked.height)


@pytest.mark.parametrize(
    "start",
    [b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", b"RIFF\0\0\0\0AVI LIST", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", b"\x1aE\xdf\xa3\x93B\x82\x88matroska", b"FLV\x01", b"\0\0\0\x14ftyp3gp4", b"FORM\0\0\0\0AIFF", b"#!AMR\n", b"\0\0\x01\xba"],
)
def test_what_some_browsers_cannot_play_gets_a_way_to_convert_it(tmp_path: Path, start: bytes) -> None:
    (fault,) = write(tmp_path, start + bytes(100)).faults
    assert ("unplayable-recording", Severity.WARNING) == (fault.id, fault.severity)
    assert "`clip.mp4` is a" in fault.message and ("HandBrake" in fault.cure or "Audacity" in fault.cure)


def test_an_mp4_coded_in_what_only_new_phones_play_is_told_of() -> None:
    (fault,) = examine(VIDEO / "broken/media/phone.mp4").faults
    assert "coded as H.265" in fault.message


def test_a_video_that_tells_where_it_was_taken_is_told_of(tmp_path: Path) -> None:
    data = OURS.read_bytes()
    at = data.index(b"moov") - 4
    size = int.from_bytes(data[at : at + 4], "big")
    place = b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7+60.1699+024.9384/"
    (hint,) = write(tmp_path, data[:at] + (size + len(place)).to_bytes(4, "big") + data[at + 4 : at + size] + place + data[at + size :]).faults
    assert ("place-in-recording", Severity.HINT) == (hint.id, hint.severity)


def test_webm_and_ogg_are_told_of_with_a_hint() -> None:
    for path in (VIDEO / "broken/media/talk.webm", AUDIO / "broken/media/call.ogg"):
        assert [Severity.HINT] == [fault.severity for fault in examine(path).faults]


@pytest.mark.parametrize("data, id", [(b"", "empty-file"), (bytes(64), "empty-file"), (b"<html>", "not-a-recording"), (b"\x89PNG\r\n\x1a\n" + bytes(9), "not-a-recording"), (b"\0\0\0\x1cftypavif" + bytes(20), "not-a-recording"), (OURS.read_bytes()[:900], "broken-recording")])
def test_what_nothing_plays_is_a_fault(tmp_path: Path, data: bytes, id: str) -> None:
    said = write(tmp_path, data)
    assert isinstance(said, Fault) and id == said.id and "clip.mp4" in said.message and said.cure


@pytest.mark.parametrize("cut", range(20, 1200, 59))
def test_a_damaged_file_is_never_an_exception(tmp_path: Path, cut: int) -> None:
    data = OURS.read_bytes()
    for hurt in (data[:cut], data[:cut] + b"\xff" * 200 + data[cut + 200 :], data[:cut] + bytes(200) + data[cut + 200 :]):
        assert isinstance(write(tmp_path, hurt), Recording | Fault)

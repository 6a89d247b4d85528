"""Captions as programs really write them."""

from __future__ import annotations

import pytest

from tuokio.media import read_captions

SAID = [(1.0, 2.5, "Good morning.")]


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:01.000 --> 00:02.500\nGood morning.",
        "WEBVTT - made by hand\n\nNOTE a note\n\nSTYLE\n::cue { color: red }\n\nintro\n00:00:01.000 --> 00:00:02.500 line:0 align:start\n<c.loud>Good <i>morning</i></c>.",
        "1\n00:00:01,000 --> 00:00:02,500\n<font color=\"#fff\">Good morning.</font>",
        "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}Good morning.\n\n",
        "00:01.000 --> 00:02.500\nGood morning.",
        "\n\n00:00:01.000 --> 00:00:02.500\nGood morning.",
        "WEBVTT\n\n0:00:01,0 --> 0:00:02.5\n  Good   morning. ",
        "WEBVTT\n\n00:01.000 --> 00:02.500\nGood morning.\n\n00:03.000 --> 00:04.000\n \n",
    ],
)
def test_vtt_and_srt_and_what_lies_between_say_the_same(text: str) -> None:
    assert (SAID, []) == read_captions(text)


def test_who_speaks_signs_and_lines_are_kept() -> None:
    cues, _ = read_captions("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Tea &amp; milk?\n\n00:02.000 --> 00:03.000\n– Yes.\n– R&D < 5")
    assert ["Anna: Tea & milk?", "– Yes.\n– R&D < 5"] == [text for _, _, text in cues]


def test_captions_come_in_the_order_they_are_said() -> None:
    assert ["a", "b"] == [text for _, _, text in read_captions("WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na")[0]]


@pytest.mark.parametrize("line", ["00:01 --> 00:02", "00:01.000 -> 00:02.500", "00:01.000 –> 00:02.500", "00:01.000 → 00:02.500", "00:71.000 --> 01:02.500", "00:02.500 --> 00:01.000", "--> 00:02.500"])
def test_times_that_cannot_be_used_name_their_line_and_leave_the_rest(line: str) -> None:
    cues, (slip,) = read_captions(f"WEBVTT\n\n7\n{line}\nLost.\n\n00:01.000 --> 00:02.500\nGood morning.")
    assert (4, SAID) == (slip.line, cues) and slip.cure


@pytest.mark.parametrize("text", ["", "WEBVTT", "Good morning.\n\nHow can I help?", "{\"cues\": []}"])
def test_a_file_in_which_nothing_is_said_is_told_of(text: str) -> None:
    cues, slips = read_captions(text)
    assert ([], [1]) == (cues, [slip.line for slip in slips])

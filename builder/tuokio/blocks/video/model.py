"""A video."""

from __future__ import annotations

from typing import ClassVar

from tuokio.blocks.recording import Recording
from tuokio.fields import Prose


class Video(Recording):
    """A video with its captions, its transcript and chapters to go to.

    Put the video into `media/` as an **MP4** (H.264 with AAC sound): it plays on every phone. The free
    program HandBrake makes one of whatever you have, with the preset *Fast 720p30*. Keep it short:
    a minute takes 5 to 15 MB, and `tuokio check` tells you of a video over 10 MB.

    Write what is said into **captions**, a `.vtt` or `.srt` file. Clipchamp, Teams and YouTube
    make a first version that you only need to correct. On the shop floor the sound is usually off, so
    captions are shown from the start. Give them in several languages with one file for each,
    `{fi: media/receipt.fi.vtt, en: media/receipt.en.vtt}`.

    The text below the video is made of the captions. Write `transcript` yourself where much is
    shown and little is said. `alt` tells in a sentence or two what the video shows.

    A video never plays by itself, and only one plays at a time. It is inside the course, so nothing is
    fetched from the internet; videos of a video service cannot be put in.
    """

    fence: ClassVar[str] = "video"
    budget: ClassVar[int] = 10_000_000
    moving: ClassVar[bool] = True
    noun: ClassVar[str] = "video"

    poster: Prose = ""
    """A picture that stands there until the video plays: `media/receipt.webp`. Left out: its first picture, which iPhones do not show."""

    @property
    def picture(self) -> str:
        """The poster as Markdown, or nothing. What it shows is told beside it."""
        return f"![](<{self.poster.strip()}>)" if self.poster.strip() else ""


Kind = Video

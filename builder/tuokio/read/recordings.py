"""The videos and sounds of a course: their files are looked into when every module is read, since their length is its module's too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from tuokio import words
from tuokio.blocks.recording import Captions, Cue, Recording, Tape, write_moment
from tuokio.course import Course, Module
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept
from tuokio.media import Fault, Medium, examine, read_captions
from tuokio.media import Recording as Recorded
from tuokio.read.module import time
from tuokio.read.neighbours import SCHEME, Neighbours
from tuokio.read.source import Source, load

ENDINGS = (".vtt", ".srt")
LATE = 1.5
"""Seconds that the last words may begin after the end: programs round."""
MAKE = "Clipchamp, Teams and YouTube make a first version. Correct it, save it into `media/` and name it here"


def read_recordings(course: Course, findings: list[Finding], kept: Kept) -> None:
    """Give each recording what its files hold, and each module with one the time it takes."""
    reader = _Reader(course, findings, kept)
    for edition in course.editions:
        for module in edition.modules:
            recordings = [block for block in module.blocks if isinstance(block, Recording)]
            for block in recordings:
                reader.read(block, module)
            if recordings or (module.source and module.minutes != module.source.minutes):
                time(module)


class _Reader:
    def __init__(self, course: Course, findings: list[Finding], kept: Kept) -> None:
        self.findings, self.kept = findings, kept
        self.neighbours = Neighbours(course, kept)

    def read(self, block: Recording, module: Module) -> None:
        """Look into a block's files, and tell what is wrong with them."""
        # A kind's own example, shown by the handbook, lies with its files in Tuokio's folder and not in the course's.
        beside = module.beside if self.neighbours.is_ours(block.span().path) else block.span().path
        block.attach(None)
        found = self._examine(block, beside) if block.src.strip() else None
        if isinstance(found, Fault):
            self._say(block, ("src",), found.id, found.message, found.cure, found.severity)
        elif found:
            medium, recorded = found
            address = f"media/{medium.name}"
            tape = Tape(address, medium.path.stat().st_size, recorded.seconds, recorded.width, recorded.height, self._read_captions(block, beside), {address: medium.path})
            block.attach(tape)
            for fault in recorded.faults:
                self._say(block, ("src",), fault.id, fault.message, fault.cure, fault.severity)
            if not block.source or block.src != block.source.src:  # else it was told of the source
                self._describe(block, recorded)
            self._measure(block, tape)

    def _examine(self, block: Recording, beside: Path) -> tuple[Medium, Recorded] | Fault:
        """Return the file of a recording, fit to ship, and what is known of it; or why it cannot be played."""
        src = block.src.strip()
        if "://" in src and SCHEME.match(src):
            return Fault("remote-recording", f"This {block.noun} is on another computer; a course is played offline.", "Ask whoever made it for the file, save it into `media/` and name it here. You can link to a page of a video service: `[…](https://…)`.")
        file = self.neighbours.find(unquote(src), beside)
        medium = self.neighbours.prepare(file, shown=False) if isinstance(file, Path) else file
        if not isinstance(medium, Medium):
            id, severity, message, cure = medium
            return Fault(id, message, cure, severity)
        stat = file.stat()
        recorded = self.kept.get(("recording", file), (stat.st_mtime_ns, stat.st_size), lambda: examine(file))
        return recorded if isinstance(recorded, Fault) else (medium, recorded)

    def _read_captions(self, block: Recording, beside: Path) -> tuple[Captions, ...]:
        found = []
        for language, path in block.caption_files.items():
            at = ("captions",) if isinstance(block.captions, str) else ("captions", language)
            if not words.is_known(language):
                self._say(block, at, "unknown-language", f"There is no language `{language}`.", "Write its short code: `fi`, `sv`, `en`.")
                continue
            file = self.neighbours.find(unquote(path.strip()), beside)
            if not isinstance(file, Path):
                self._say(block, at, file[0], *file[2:])
            elif file.suffix.lower() not in ENDINGS:
                self._say(block, at, "not-captions", f"`{path}` is not a file of captions.", "Name a `.vtt` or `.srt` file.")
            elif cues := self._read_cues(self.neighbours.name(file)):
                found.append(Captions(language, cues))
        return tuple(found)

    def _read_cues(self, file: Path) -> tuple[Cue, ...]:
        told: list[Finding] = []
        source = load(file, told)
        cues, found = self.kept.get(("captions", file), source.text, lambda: _parse(source)) if source else ((), [])
        for finding in [*told, *found]:
            # Without its captions a recording still plays.
            finding = replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding
            if finding not in self.findings:  # two editions may show the same
                self.findings.append(finding)
        return cues

    def _describe(self, block: Recording, recorded: Recorded) -> None:
        """Tell what keeps someone from taking part in a recording: its kind, or words that are lacking."""
        named = any(block.caption_files.values())
        if recorded.moving and not block.moving:
            self._say(block, ("src",), "video-as-sound", "This is a video, of which only the sound is played here.", "Begin the block with ```video if its pictures matter. Else nothing need be done, but the sound alone is a smaller file.", Severity.HINT)
        if not recorded.moving and block.moving:
            self._say(block, ("src",), "sound-as-video", "This has no pictures.", "Begin the block with ```audio.")
        if recorded.audible and recorded.moving and block.moving and not named:
            self._say(block, (), "no-captions", f"Whoever does not hear this {block.noun}, or has the sound off, is not told what is said.", f"{MAKE}: `captions: media/{Path(block.src).stem}.vtt`.")
        elif not named and not block.transcript.strip():
            verb = "see" if recorded.moving and block.moving else "hear"
            self._say(block, (), "no-transcript", f"Whoever does not {verb} this {block.noun} is not told what one {verb}s in it.", "Add `transcript:` with what is seen, said and heard, or `captions:`.")
        if not block.alt.strip() and not block.transcript.strip() and recorded.moving and block.moving:
            self._say(block, (), "undescribed-video", "Whoever does not see this video is not told what it shows.", "Add `alt:` with a sentence or two of what is seen.", Severity.HINT)

    def _measure(self, block: Recording, tape: Tape) -> None:
        """Tell where a recording is large, or shorter than what is written of it."""
        if tape.size > block.budget:
            cure = "Make it shorter or smaller: in HandBrake with the preset Fast 480p30, in Audacity as MP3 in mono at 64 kbps."
            self._say(block, ("src",), "heavy-recording", f"This {block.noun} is {tape.size / 1_000_000:.0f} MB, and an old phone waits long for it.", cure, Severity.HINT)
        if tape.seconds is None:
            return
        end = f"The {block.noun} ends at {write_moment(tape.seconds)}"
        for number, chapter in enumerate(block.chapters):
            if chapter.at >= tape.seconds:
                self._say(block, ("chapters", number, "at"), "chapter-after-end", f"{end}, and this chapter would begin at {chapter.moment}.", "Correct the time, or remove the chapter.")
        for captions in tape.captions:
            if captions.cues[-1].start > tape.seconds + LATE:
                at = ("captions",) if isinstance(block.captions, str) else ("captions", captions.language)
                self._say(block, at, "late-captions", f"{end}, and the captions go on until {write_moment(captions.cues[-1].end)}.", "They may belong to another version of it; take those that were made for this one.")

    def _say(self, block: Recording, at: tuple[str | int, ...], id: str, message: str, cure: str, severity: Severity = Severity.WARNING) -> None:
        finding = Finding(id, severity, block.span(*at), message, cure)
        if finding not in self.findings:  # a translation shows the source's own
            self.findings.append(finding)


def _parse(source: Source) -> tuple[tuple[Cue, ...], list[Finding]]:
    cues, slips = read_captions(source.text)
    return tuple(Cue(*cue) for cue in cues), [Finding("unreadable-captions", Severity.WARNING, source.span(slip.line), slip.message, slip.cure) for slip in slips]

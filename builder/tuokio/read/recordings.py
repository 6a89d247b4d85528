"""The films and sounds of a course: their files are looked into when every module is read, since their length is its module's too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from tuokio import words
from tuokio.blocks.recording import Captions, Cue, Recording, Tape, write_moment
from tuokio.course import Course, Module
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept
from tuokio.media import Fault as Unusable
from tuokio.media import Recording as Recorded
from tuokio.media import examine, read_captions
from tuokio.read.module import time
from tuokio.read.neighbours import SCHEME, Neighbours
from tuokio.read.source import Source, load

ENDINGS = (".vtt", ".srt")
LATE = 1.5
"""Seconds that the last words may begin after the end: programs round."""
MAKE = "Clipchamp, Word for the web, YouTube and Teams make a first version; correct it, save it into `media/` and name it here"


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
        src = block.src.strip()
        # A kind's own example, shown by the handbook, lies with its files in Tuokio's folder and not in the course's.
        beside = module.beside if self.neighbours.is_ours(block.span().path) else block.span().path
        if not src:
            return block.attach(None)
        if SCHEME.match(src) and "://" in src:
            self._say(block, ("src",), "remote-recording", f"This {block.noun} is on another computer; a course is played offline.", "Ask whoever made it for the file, save it into `media/` and name it here. To a page of a video service you can link: `[…](https://…)`.")
            return block.attach(None)
        file = self.neighbours.find(unquote(src), beside)
        if not isinstance(file, Path):
            self._say(block, ("src",), file[0], *file[2:])
            return block.attach(None)
        try:
            stat = file.stat()
            recorded = self.kept.get(("recording", file), (stat.st_mtime_ns, stat.st_size), lambda: examine(file))
        except OSError as error:
            self._say(block, ("src",), "unreadable-file", f"`{file.name}` cannot be read: {error.strerror or error}.", "Close the program that has it open, and see that you may open it yourself.")
            return block.attach(None)
        medium = self.neighbours.prepare(file, shown=False)
        if isinstance(recorded, Unusable) or isinstance(medium, tuple):
            fault = (recorded.id, recorded.message, recorded.cure) if isinstance(recorded, Unusable) else (medium[0], *medium[2:])
            self._say(block, ("src",), *fault)
            return block.attach(None)
        for fault in recorded.faults:
            self._say(block, ("src",), fault.id, fault.message, fault.cure, fault.severity)
        address = f"media/{medium.name}"
        captions = self._read_captions(block, beside)
        block.attach(Tape(address, stat.st_size, recorded.seconds, recorded.width, recorded.height, captions, {address: file}))
        self._compare(block, recorded)

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
            elif cues := self._read_cues(file):
                found.append(Captions(language, cues))
        return tuple(found)

    def _read_cues(self, file: Path) -> tuple[Cue, ...]:
        told: list[Finding] = []
        source = load(file, told)
        cues, found = self.kept.get(("captions", file), source.text, lambda: _parse(source)) if source else ((), [])
        for finding in [*told, *found]:
            if finding not in self.findings:  # two editions may show the same
                # Without its captions a recording still plays.
                self.findings.append(replace(finding, severity=Severity.WARNING if finding.severity is Severity.ERROR else finding.severity))
        return cues

    def _compare(self, block: Recording, recorded: Recorded) -> None:
        """Tell where a recording and what is written of it do not go together."""
        tape = block.attachment
        named = any(block.caption_files.values())
        if recorded.moving and not block.moving:
            self._say(block, ("src",), "film-as-sound", "This is a film, of which only the sound is played here.", "Begin the block with ```video if its pictures matter. Else nothing need be done, but the sound alone is a smaller file.", Severity.HINT)
        if not recorded.moving and block.moving:
            self._say(block, ("src",), "sound-as-film", "This has no pictures.", "Begin the block with ```audio.")
        if recorded.audible and recorded.moving and not named:
            self._say(block, (), "no-captions", f"Whoever does not hear this {block.noun}, or has the sound off, is not told what is said.", f"{MAKE}: `captions: media/{Path(block.src).stem}.vtt`.")
        elif not named and not block.transcript.strip():
            what = "sees" if recorded.moving else "hears"
            self._say(block, (), "no-transcript", f"Whoever {'does not see' if recorded.moving else 'does not hear'} this {block.noun} is not told what one {what} in it.", "Add `transcript:` with what is seen, said and heard, or `captions:`.")
        if not block.alt.strip() and not block.transcript.strip() and recorded.moving:
            self._say(block, (), "undescribed-film", "Whoever does not see this film is not told what it shows.", "Add `alt:` with a sentence or two of what is seen.", Severity.HINT)
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

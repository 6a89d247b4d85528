"""What a course makes of the files of its videos and sounds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tuokio import blocks
from tuokio.build import build, prepare
from tuokio.kept import Kept

FILM = (blocks.folder("video") / "media/receipt.mp4").read_bytes()
TALK = (blocks.folder("video") / "broken/media/talk.mp4").read_bytes()
SAID = "WEBVTT\n\n00:01.000 --> 00:02.000\n{}\n"
BLOCK = "```video\nid: v\ntitle: {}\nsrc: media/film.mp4\nalt: x\n{}```\n"
Course = Callable[..., tuple]


def ids(findings: list) -> list[str]:
    return [finding.id for finding in findings]


def test_a_module_takes_the_time_its_recordings_take(check_course: Course) -> None:
    text = "---\nminutes: {}\n---\n" + BLOCK.format("Till", "captions: media/c.vtt\n").replace("film", "long")
    files = {"course.yaml": "id: c\ntitle: C", "media/c.vtt": SAID.format("Hei"), "media/long.webm": b""}
    files["media/long.webm"] = (blocks.folder("video") / "broken/media/talk.webm").read_bytes()
    files["media/c.vtt"] = "WEBVTT\n\n04:58.000 --> 05:00.000\nHei\n"
    pages, findings = check_course(files | {"a.md": text.format(2).replace(".mp4", ".webm")})
    assert "minutes-off" in ids(findings) and "takes about 5" in next(one.message for one in findings if one.id == "minutes-off")
    pages, findings = check_course(files | {"a.md": text.replace("minutes: {}", "area: rule").replace(".mp4", ".webm")})
    page = pages.editions[0].pages[0]
    assert 5 == page.minutes and 5 == page.steps[0].minutes
    assert "5\u00a0min" in page.steps[0].paper


def test_each_language_has_its_own_captions_and_may_have_its_own_recording(check_course: Course) -> None:
    captions = "captions: {fi: media/fi.vtt, en: media/en.vtt}\n"
    files = {"course.yaml": "id: c\ntitle: C\nlanguages: [fi, en, sv]", "media/film.mp4": FILM, "media/talk.mp4": TALK} | {f"media/{one}.vtt": SAID.format(one) for one in ("fi", "en", "sv")}
    chapter = 'chapters:\n  - {at: "0:01", title: Alku}\n'
    files["a.md"] = BLOCK.format("Kassa", captions + chapter)
    files["a.en.md"] = "```video\nid: v\ntitle: Till\nalt: y\nchapters:\n  - {title: Start}\n```\n"
    files["a.sv.md"] = "```video\nid: v\ntitle: Kassa\nalt: z\nsrc: media/talk.mp4\ncaptions: media/sv.vtt\nchapters:\n  - {at: \"0:02\", title: Början}\n```\n"
    pages, findings = check_course(files)
    assert not [one for one in findings if one.id not in ("missing-id", "minutes-off")], findings
    steps = [edition.pages[0].steps[0] for edition in pages.editions]
    assert [["fi", "en"], ["en", "fi"], ["sv"]] == [[track[0] for track in step.items["v"]["captions"]] for step in steps]
    assert [["Suomi", "English"]] == [[track[1] for track in step.items["v"]["captions"]] for step in steps[:1]]
    assert 'src="media/film.' in steps[1].html and 'src="media/talk.' in steps[2].html
    assert ['data-at="1.0"', 'data-at="1.0"', 'data-at="2.0"'] == [step.html[step.html.index("data-at") :][:13] for step in steps]
    assert [">en</span>" in step.html for step in steps] == [False, True, False]
    assert {"media/film", "media/talk"} == {name.split(".")[0] for name in pages.files}


def test_what_is_wrong_with_a_recording_is_told_once_for_all_languages(check_course: Course) -> None:
    files = {"course.yaml": "id: c\ntitle: C\nlanguages: [fi, en]", "media/film.mp4": TALK, "media/fi.vtt": "WEBVTT\n\n00:01 --> 00:02\nHei\n\n00:40.000 --> 00:41.000\nHei\n"}
    files["a.md"] = "```video\nid: v\ntitle: Kassa\nsrc: media/film.mp4\n```\n\n" + BLOCK.format("Kassa", "captions: media/fi.vtt\nchapters:\n  - {at: 0:20, title: Loppu}\n").replace("id: v", "id: w") + BLOCK.format("Kassa", "").replace("id: v", "id: x").replace("film", "none")
    files["a.en.md"] = "".join(f"```video\nid: {id}\ntitle: Till\n```\n\n" for id in "vwx")
    findings = check_course(files)[1]
    told = [one for one in ids(findings) if one not in ("missing-id", "untranslated")]
    assert sorted(["no-captions", "undescribed-video", "unreadable-captions", "late-captions", "chapter-after-end", "missing-file"]) == sorted(told)


def test_captions_of_another_language_are_marked_with_it(check_course: Course) -> None:
    files = {"course.yaml": "id: c\ntitle: C\nlanguages: [en, ar]", "media/film.mp4": FILM, "media/ar.vtt": SAID.format("x")}
    pages, _ = check_course(files | {"a.md": BLOCK.format("Till", "captions: {ar: media/ar.vtt}\nchapters:\n  - {at: 0:00, title: Open}\n")})
    assert '<div class="said" lang="ar" dir="rtl">' in pages.editions[0].pages[0].steps[0].html


def test_a_transcript_of_captions_has_a_paragraph_for_each_chapter_and_silence(check_course: Course) -> None:
    said = "WEBVTT\n\n00:00.000 --> 00:01.000\na\n\n00:01.500 --> 00:02.000\nb <&\n\n00:05.000 --> 00:06.000\nc\n\n00:06.000 --> 00:07.000\nd\n"
    files = {"course.yaml": "id: c\ntitle: C", "media/film.mp4": FILM, "media/c.vtt": said}
    pages, _ = check_course(files | {"a.md": BLOCK.format("Till", 'captions: media/c.vtt\nchapters:\n  - {at: "0:06", title: Last}\n')})
    html = pages.editions[0].pages[0].steps[0].paper
    text = [line.split(">", 1)[1] for line in html.replace("</span>", "").split("<p")[3:]]
    assert 4 == len(text) and "b &lt;&amp;" in text[0] and "Last" in text[2]


def test_a_recording_that_cannot_be_played_still_says_what_is_in_it(check_course: Course) -> None:
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C", "a.md": BLOCK.format("Till", "transcript: Open it *slowly*.\n")})
    step = pages.editions[0].pages[0].steps[0]
    assert ["missing-file"] == [one for one in ids(findings) if one != "missing-id"]
    assert "<video" not in step.html and "<em>slowly</em>" in step.html and " open>" in step.html
    assert "<em>slowly</em>" in step.paper and "href" not in step.paper


def test_another_recording_or_other_captions_make_another_page(tmp_path: Path) -> None:
    kept = Kept()
    (tmp_path / "c/media").mkdir(parents=True)
    (tmp_path / "c/a.md").write_text(BLOCK.format("Till", "captions: media/c.vtt\n"), "utf-8")
    captions, film = tmp_path / "c/media/c.vtt", tmp_path / "c/media/film.mp4"
    captions.write_text(SAID.format("Good morning"), "utf-8")
    film.write_bytes(FILM)

    def page():
        return prepare(tmp_path / "c", kept=kept)[0].editions[0].pages[0]

    first = page()
    assert page() is first, "nothing changed"
    captions.write_text(SAID.format("Good evening"), "utf-8")
    assert "Good evening" in page().steps[0].html
    film.write_bytes(TALK)
    assert page().steps[0].html.split('src="')[1][:25] != first.steps[0].html.split('src="')[1][:25]


def test_a_recording_is_shipped_as_it_is_under_a_name_of_its_content(tmp_path: Path) -> None:
    (tmp_path / "c/media").mkdir(parents=True)
    (tmp_path / "c/a.md").write_text(BLOCK.format("Till", "") + "\n[The video](media/film.mp4)\n", "utf-8")
    (tmp_path / "c/media/film.mp4").write_bytes(FILM)
    assert not build(tmp_path / "c", tmp_path / "out", ["site", "print"]).failed
    (shipped,) = (tmp_path / "out/c/site/media").iterdir()
    assert FILM == shipped.read_bytes()
    paper = (tmp_path / "out/c/site/print.html").read_text("utf-8")
    assert f'<a href="media/{shipped.name}">Video, 13\u00a0s</a>' in paper
    assert "film" not in (tmp_path / "out/c/c-print.html").read_text("utf-8").split("<body")[1]


def test_large_recordings_are_told_of_alone_and_together(check_course: Course) -> None:
    padded = {f"media/{name}.mp4": TALK + (13_000_000).to_bytes(4, "big") + b"free" + bytes(13_000_000 - 8) for name in "abcd"}
    text = "".join(f"```video\nid: {name}\ntitle: {name}\nsrc: media/{name}.mp4\ntranscript: x\n```\n\n" for name in "abcd")
    findings = check_course({"course.yaml": "id: c\ntitle: C", "a.md": text} | padded)[1]
    assert 4 == ids(findings).count("heavy-recording") and 1 == ids(findings).count("heavy-recordings")
    assert "52 MB together" in next(one.message for one in findings if one.id == "heavy-recordings")

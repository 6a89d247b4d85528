"""Pictures as authors write them, on their way to the page."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tuokio.build import build

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def photo(size: tuple[int, int]) -> bytes:
    """Return a JPEG as a phone that was held upright writes it."""
    tags = Image.Exif()
    tags[0x0112] = 6
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, "JPEG", exif=tags)
    return stream.getvalue()


def test_a_picture_keeps_its_room_on_the_page_until_it_is_there(check_course) -> None:
    pages, findings = check_course({"1-a.md": "![Cup](media/cup.jpg)", "media/cup.jpg": photo((3200, 1600))})
    assert [] == findings
    html = pages.editions[0].pages[0].steps[0].html
    assert 'alt="Cup" width="800" height="1600" loading="lazy" decoding="async">' in html
    assert 'src="media/cup.' in html and '.webp"' in html


def test_a_check_and_a_build_give_the_same_page(check_course, tmp_path: Path) -> None:
    pages, _ = check_course({"1-a.md": "![Cup](media/cup.jpg) [Cup](media/cup.jpg) [Plan](media/plan.pdf)", "media/cup.jpg": photo((30, 20)), "media/plan.pdf": b"%PDF"})
    result = build(tmp_path / "course", tmp_path / "out", ["site", "print"])
    assert not result.failed
    shipped = sorted(path.name for path in (tmp_path / "out/course/site/media").iterdir())
    assert [".pdf", ".webp"] == sorted(Path(name).suffix for name in shipped)
    assert all(f"media/{name}" in pages.editions[0].pages[0].steps[0].html for name in shipped)
    assert 'src="data:image/webp;base64,' in (tmp_path / "out/course/course-print.html").read_text("utf-8")


def test_a_picture_that_cannot_be_used_is_told_of_once_and_its_text_is_shown_wherever_it_stands(check_course) -> None:
    pages, findings = check_course({"1-a.md": "![Cup](media/cup.heic)\n\n![Pot](media/cup.heic)\n\n![Plan](media/plan.pdf)", "media/cup.heic": HEIC, "media/plan.pdf": b"%PDF"})
    assert [("heic-picture", 1), ("not-a-picture", 5)] == [(finding.id, finding.span.line) for finding in findings]
    assert '<em class="missing">Pot</em>' in pages.editions[0].pages[0].steps[0].html


def test_a_drawing_that_was_cleaned_is_told_of_once(check_course) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    _, findings = check_course({"1-a.md": "![A](media/a.svg)\n\n![A](media/a.svg)", "media/a.svg": drawing})
    assert [("drawing-cleaned", 1)] == [(finding.id, finding.span.line) for finding in findings]

"""Names, the shelf, and what is said of files that are no pictures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import __version__

from tuokio.media import photo, prepare
from tuokio.media.shelf import Shelf
from tuokio.media.test_photo import draw, exif, fault, noise, save, ship


def test_the_second_build_encodes_nothing(tmp_path: Path) -> None:
    medium, _ = ship(tmp_path, save(draw(), "JPEG"))
    # Were it encoded again, real pixels would lie there again: so put other bytes on the shelf, as it keeps them.
    Shelf(tmp_path / "shelf").keep(medium.path.stem, ".webp", b"kept", {"width": 7, "height": 5})
    again = prepare(tmp_path / "cup.jpg", tmp_path / "shelf")
    assert (b"kept", 7, 5, medium.name) == (again.path.read_bytes(), again.width, again.height, again.name)


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(path.read_bytes()[:50]), lambda path: path.unlink(), lambda path: path.with_suffix(".json").write_text("[]"), lambda path: path.with_suffix(".json").write_text("{"), lambda path: path.with_suffix(".json").unlink()])
def test_what_is_damaged_on_the_shelf_is_made_anew(tmp_path: Path, damage: Any) -> None:
    first, _ = ship(tmp_path, save(draw(), "JPEG"))
    good = first.path.read_bytes()
    damage(first.path)
    again, _ = ship(tmp_path, save(draw(), "JPEG"))
    assert good == again.path.read_bytes()
    assert not list((tmp_path / "shelf").glob("*.part"))


def test_the_same_picture_gives_the_same_bytes_and_name_and_another_one_another_name(tmp_path: Path) -> None:
    data = save(noise((300, 200)), "JPEG")
    (tmp_path / "cup.jpg").write_bytes(data)
    one, two = prepare(tmp_path / "cup.jpg", tmp_path / "one"), prepare(tmp_path / "cup.jpg", tmp_path / "two")
    assert (one.name, one.path.read_bytes()) == (two.name, two.path.read_bytes())
    (tmp_path / "cup.jpg").write_bytes(save(noise((300, 200)), "JPEG"))
    assert one.name != prepare(tmp_path / "cup.jpg", None).name


def test_another_recipe_makes_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = ship(tmp_path, save(draw(), "JPEG"))
    monkeypatch.setattr(photo, "RECIPE", "photo 2")
    assert before.name != ship(tmp_path, save(draw(), "JPEG"))[0].name


def test_the_recipe_names_the_pillow_that_draws() -> None:
    assert f"Pillow {__version__}," in photo.RECIPE


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "cup.jpg").write_bytes(save(draw(), "JPEG"))
    medium = prepare(tmp_path / "cup.jpg", None)
    assert medium.path is None and ["cup.jpg"] == [path.name for path in tmp_path.iterdir()]


def test_names_fit_any_file_system(tmp_path: Path) -> None:
    assert ship(tmp_path, save(draw(), "JPEG"), "Näin me: kuva (1).JPG")[0].name.startswith("Nain-me-kuva-1.")


def test_a_file_that_is_linked_to_passes_unchanged_and_a_linked_photo_does_not(tmp_path: Path) -> None:
    (tmp_path / "prices.PDF").write_bytes(b"%PDF-1.7")
    medium = prepare(tmp_path / "prices.PDF", None, shown=False)
    assert (tmp_path / "prices.PDF", None) == (medium.path, medium.width)
    assert medium.name.startswith("prices.") and medium.name.endswith(".pdf")
    (tmp_path / "cup.jpg").write_bytes(save(draw(), "JPEG", exif=exif()))
    assert b"Maija" not in prepare(tmp_path / "cup.jpg", tmp_path / "shelf", shown=False).path.read_bytes()


@pytest.mark.parametrize(
    "id, cure, data",
    [
        ("empty-file", "anew", b""),
        ("empty-file", "anew", b"\0" * 4096),
        ("heic-picture", "Most Compatible", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("heic-picture", "Windows", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"),
        ("not-a-picture", "Save picture as", b"\n<!DOCTYPE html><html><body><svg/></body></html>"),
        ("not-a-picture", "export", b"8BPS\0\1"),
        ("not-a-picture", "Link to it", b"%PDF-1.4"),
        ("not-a-picture", "Link to it", b"\0\0\0\x18ftypmp42\0\0\0\0isom"),
        ("packed-drawing", ".svg", b"\x1f\x8b\x08\0"),
        ("broken-picture", "JPEG or PNG", b"Hello"),
    ],
)
def test_what_is_no_usable_picture_gets_a_cure(tmp_path: Path, id: str, cure: str, data: bytes) -> None:
    said = fault(tmp_path, data)
    assert id == said.id and cure in said.cure


def test_a_build_whose_pictures_are_ready_does_not_load_pillow(tmp_path: Path) -> None:
    ship(tmp_path, save(draw(), "JPEG"))
    code = "import sys; from pathlib import Path; from tuokio.media import prepare; assert prepare(Path('cup.jpg'), Path('shelf')).width; assert 'PIL' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)


def test_a_file_that_cannot_be_opened_is_told_of(tmp_path: Path) -> None:
    for shown in (True, False):
        said = prepare(tmp_path / "gone.pdf", None, shown=shown)
        assert "unreadable-file" == said.id and "`gone.pdf` cannot be read" in said.message

"""What becomes of photos and screenshots."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageOps

from tuokio.media import Fault, Medium, photo, prepare


def draw(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Return a white picture with a red corner at the top left and a blue one at the bottom right."""
    width, height = size
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, width // 4, height // 2))
    image.paste("blue", (width - width // 4, height // 2, width, height))
    return image.convert(mode)


def noise(size: tuple[int, int]) -> Image.Image:
    """Return a picture of many colours."""
    return Image.merge("RGB", [Image.effect_noise(size, 80) for _ in range(3)])


def save(image: Image.Image, format: str, **options: Any) -> bytes:
    """Return a picture as a file of a format."""
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def exif(orientation: int = 1) -> bytes:
    """Return what a phone writes: how it was held, who holds it, and where."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x013B] = "Maija Meikalainen"
    tags.get_ifd(0x8825).update({1: "N", 2: (60.0, 10.0, 0.0), 3: "E", 4: (24.0, 56.0, 0.0)})
    return tags.tobytes()


def ship(tmp_path: Path, data: bytes, name: str = "cup.jpg") -> tuple[Medium, Image.Image]:
    """Prepare a picture as a build does, and open what would be shipped."""
    (tmp_path / name).write_bytes(data)
    medium = prepare(tmp_path / name, tmp_path / "shelf")
    assert isinstance(medium, Medium), medium
    looked = prepare(tmp_path / name, None)
    assert (medium.name, medium.width, medium.height) == (looked.name, looked.width, looked.height), "check and build differ"
    image = Image.open(io.BytesIO(medium.path.read_bytes()))
    assert ("WEBP", (medium.width, medium.height)) == (image.format, image.size)
    return medium, image


def fault(tmp_path: Path, data: bytes, name: str = "cup.jpg") -> Fault:
    """Return what is said of a file, by a build and by a check alike."""
    (tmp_path / name).write_bytes(data)
    said = prepare(tmp_path / name, tmp_path / "shelf")
    assert isinstance(said, Fault), said
    assert said == prepare(tmp_path / name, None)
    assert name in said.message and said.cure
    assert not (tmp_path / "shelf").exists()
    return said


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_however_the_phone_was_held_the_picture_stands_upright(tmp_path: Path, format: str, orientation: int) -> None:
    data = save(draw(), format, exif=exif(orientation))
    _, image = ship(tmp_path, data)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    assert upright.size == image.size
    for place in ((2, 2), (2, image.height - 3), (image.width - 3, 2), (image.width - 3, image.height - 3)):
        assert all(abs(one - other) < 40 for one, other in zip(upright.getpixel(place), image.convert("RGB").getpixel(place), strict=True))


@pytest.mark.parametrize("said", [0, 9, 400])
def test_a_phone_that_does_not_know_how_it_was_held_loses_no_picture(tmp_path: Path, said: int) -> None:
    tags = Image.Exif()
    tags[0x0112] = said
    assert (40, 20) == ship(tmp_path, save(draw(), "PNG", exif=tags.tobytes()))[1].size


@pytest.mark.parametrize("moving", [False, True])
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_a_picture_tells_neither_who_took_it_nor_where(tmp_path: Path, format: str, moving: bool) -> None:
    more = {"save_all": True, "append_images": [noise((60, 60))]} if moving and format in ("PNG", "WEBP", "AVIF") else {}
    data = save(noise((60, 60)), format, exif=exif(), xmp=b"<x:xmpmeta>Maija</x:xmpmeta>", **more)
    assert b"Maija" in data
    medium, image = ship(tmp_path, data)
    shipped = medium.path.read_bytes()
    assert not [mark for mark in (b"Maija", b"EXIF", b"XMP", b"ICCP") if mark in shipped]
    assert not image.getexif() and not {"exif", "xmp", "icc_profile"} & set(image.info)


def test_a_webp_that_is_small_already_keeps_its_pixels_and_loses_its_metadata(tmp_path: Path) -> None:
    data = save(noise((200, 100)), "WEBP", quality=20, exif=exif(), xmp=b"<x:xmpmeta>Maija</x:xmpmeta>")
    medium, image = ship(tmp_path, data, "cup.webp")
    assert medium.path.stat().st_size < len(data)
    assert b"Maija" not in medium.path.read_bytes()
    assert Image.open(io.BytesIO(data)).convert("RGB").tobytes() == image.convert("RGB").tobytes()


@pytest.mark.parametrize("given, shipped", [((4000, 1000), (1600, 400)), ((1000, 4000), (400, 1600)), ((1600, 1200), (1600, 1200)), ((3, 2), (3, 2)), ((9000, 1), (1600, 1))])
def test_the_longer_side_has_at_most_1600_pixels_and_nothing_is_enlarged(tmp_path: Path, given: tuple[int, int], shipped: tuple[int, int]) -> None:
    medium, _ = ship(tmp_path, save(draw(size=given) if min(given) > 3 else Image.new("RGB", given), "JPEG"))
    assert shipped == (medium.width, medium.height)


def test_a_photo_never_grows(tmp_path: Path) -> None:
    data = save(noise((400, 300)), "JPEG", quality=70)
    medium, _ = ship(tmp_path, data)
    assert medium.path.stat().st_size <= len(data)


def test_a_screenshot_keeps_every_pixel(tmp_path: Path) -> None:
    medium, image = ship(tmp_path, save(draw(size=(800, 400)), "PNG"), "till.png")
    assert draw(size=(800, 400)).tobytes() == image.convert("RGB").tobytes()
    assert medium.path.stat().st_size < 1000


def test_a_colour_profile_is_applied_and_dropped(tmp_path: Path) -> None:
    swapped = _profile_with_red_and_blue_swapped()
    _, image = ship(tmp_path, save(Image.new("RGB", (40, 40), (250, 10, 10)), "PNG", icc_profile=swapped), "red.png")
    red, _, blue = image.convert("RGB").getpixel((20, 20))
    assert blue > 200 > 60 > red
    assert "icc_profile" not in image.info


def test_a_broken_colour_profile_costs_no_picture(tmp_path: Path) -> None:
    _, image = ship(tmp_path, save(draw(), "PNG", icc_profile=b"not a profile"), "red.png")
    assert (255, 0, 0) == image.convert("RGB").getpixel((2, 2))


@pytest.mark.parametrize("mode, format", [("CMYK", "JPEG"), ("CMYK", "TIFF"), ("L", "JPEG"), ("1", "PNG"), ("P", "GIF"), ("P", "BMP"), ("YCbCr", "JPEG"), ("LAB", "TIFF"), ("RGB", "BMP"), ("RGBA", "PNG")])
def test_any_way_of_keeping_colours_is_understood(tmp_path: Path, mode: str, format: str) -> None:
    medium, image = ship(tmp_path, save(draw(mode, (200, 100)), format))
    image = image.convert("RGB")
    white = image.getpixel((100, 10))
    assert min(white) > 230
    assert sum(image.getpixel((10, 10))) < 500


def test_sixteen_bits_of_grey_are_scaled_and_not_cut_off(tmp_path: Path) -> None:
    grey = Image.new("I;16", (64, 64), 32768)
    for format in ("PNG", "TIFF"):
        _, image = ship(tmp_path, save(grey, format), "xray.png")
        assert abs(image.convert("L").getpixel((9, 9)) - 128) <= 3


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_stays_so(tmp_path: Path, mode: str) -> None:
    image = Image.new("RGBA", (2000, 1000), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (0, 0, 1000, 1000))
    _, shipped = ship(tmp_path, save(image.convert(mode) if mode != "P" else image.quantize(4), "PNG"), "logo.png")
    assert [255, 0] == [shipped.convert("RGBA").getpixel(place)[3] for place in ((10, 10), (1500, 700))]


def test_a_moving_picture_still_moves(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (2000, 100), colour) for colour in ("red", "green", "blue")]
    data = save(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0)
    _, image = ship(tmp_path, data, "wave.gif")
    assert (3, 0, (1600, 80)) == (image.n_frames, image.info["loop"], image.size)
    image.seek(2)
    image.load()
    assert (300, True) == (image.info["duration"], image.convert("RGB").getpixel((9, 9))[2] > 200)


@pytest.mark.parametrize("given, shipped", [({}, 1), ({"loop": 0}, 0), ({"loop": 2}, 3)])
def test_a_moving_picture_stops_when_it_did(tmp_path: Path, given: dict[str, int], shipped: int) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green")]
    _, image = ship(tmp_path, save(frames[0], "GIF", save_all=True, append_images=frames[1:], **given), "wave.gif")
    assert shipped == image.info["loop"]


def test_a_moving_picture_of_few_colours_does_not_grow(tmp_path: Path) -> None:
    steps = [noise((64, 64)).quantize(4) for _ in range(3)]
    data = save(steps[0], "GIF", save_all=True, append_images=steps[1:], duration=100)
    medium, image = ship(tmp_path, data, "wave.gif")
    assert 3 == image.n_frames and medium.path.stat().st_size <= len(data)


def test_a_picture_of_the_wrong_suffix_is_what_it_is(tmp_path: Path) -> None:
    ship(tmp_path, save(draw(), "JPEG"), "cup.png")
    ship(tmp_path, save(draw(), "GIF"), "cup.webp")
    (tmp_path / "cup.png").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert prepare(tmp_path / "cup.png", None).name.endswith(".svg")


def test_a_picture_of_eighty_megapixels_is_told_what_to_do(tmp_path: Path) -> None:
    said = fault(tmp_path, save(Image.new("1", (10000, 8000)), "PNG"), "floor.png")
    assert "huge-picture" == said.id and "10000 × 8000" in said.message and "6000 px" in said.cure


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 6, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    idat = zlib.compress(b"\0" * 1000)
    data = b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", len(idat)) + b"IDAT" + idat + struct.pack(">I", zlib.crc32(b"IDAT" + idat))
    assert "huge-picture" == fault(tmp_path, data, "bomb.png").id


def test_a_film_of_too_many_frames_is_refused(tmp_path: Path) -> None:
    frames = [Image.new("P", (3000, 3000), number) for number in range(8)]
    data = save(frames[0], "GIF", save_all=True, append_images=frames[1:], palette=bytes(range(256)) * 3)
    assert "mp4" in fault(tmp_path, data, "long.gif").cure


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_a_copy_that_broke_off_is_told_of(tmp_path: Path, format: str) -> None:
    data = save(noise((300, 200)), format)
    assert "broken-picture" == fault(tmp_path, data[: len(data) // 2]).id


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF"])
def test_no_damaged_byte_is_an_error_of_ours(tmp_path: Path, format: str) -> None:
    data = bytearray(save(draw(size=(64, 64)), format))
    for at in range(12, len(data), max(1, len(data) // 60)):
        hurt = bytes([*data[:at], data[at] ^ 0xFF, *data[at + 1 :]])
        (tmp_path / "hurt").write_bytes(hurt)
        assert isinstance(prepare(tmp_path / "hurt", None), Medium | Fault)
        assert isinstance(prepare(tmp_path / "hurt", tmp_path / "shelf"), Medium | Fault)


def _profile_with_red_and_blue_swapped() -> bytes:
    """Return an sRGB profile whose tags for red and blue point at each other's values."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    entries = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * struct.unpack_from(">I", data, 128)[0], 12)}
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = data[blue + 4 : blue + 12], data[red + 4 : red + 12]
    return bytes(data)

"""Photos and screenshots: Pillow's room. Whatever comes in, WebP goes out: small, upright, sRGB and without metadata."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from tuokio.media import webp
from tuokio.media.medium import Unusable

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

SUFFIX = ".webp"
LONGEST = 1600
"""Pixels of the longer side: sharp over the width of a laptop's page, and on a phone when zoomed."""
QUALITIES = 80, 70, 60
"""Tried in turn while the result is larger than what the author had."""
MOST_PIXELS = 60_000_000
MOST_MOVING = 60_000_000
"""Pixels of all the frames of a moving picture together; they are in memory at once."""
FLAT = 1 << 14
"""Colours of a screenshot or a line drawing, at most; for these lossless is tried as well."""
SPARSE = 20
"""Pixels in a byte from which a lossless picture is small enough, and sharper than any other."""
RECIPE = f"photo 1, Pillow 13.0.0, {LONGEST}, {QUALITIES}, {FLAT}, {SPARSE}"
"""Names all that decides the bytes, so that a new way of making pictures makes new names."""
FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"]  # MPO, the JPEG of some phones, comes with JPEG
SMALLER = "Save it as JPEG, at most 6000 px wide."
AGAIN = "Copy it here anew from where it came, or open it in a picture program and save it as JPEG or PNG."


def look(data: bytes, name: str) -> dict[str, Any]:
    """Make sure that a picture can be used, as cheaply as can be, and return its size. Raises Unusable."""
    image = _open(data, name)
    size, sideways = _fit(*image.size), image.format != "TIFF" and _orientation(image) >= 5
    try:
        image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))  # a JPEG is decoded at an eighth
        for frame in range(_frames(image)):
            image.seek(frame)
            image.load()
    except Exception as error:  # noqa: BLE001 – see `_broken`
        raise _broken(name) from error
    return _facts(size[::-1] if sideways else size)


def make(data: bytes, name: str) -> tuple[bytes, dict[str, Any]]:
    """Return a picture as WebP, and its size. Raises Unusable."""
    image = _open(data, name)
    if _frames(image) > 1:
        return _make_moving(image, data, name)
    format, given, profile, turned = image.format, image.size, image.info.get("icc_profile"), _turn(image)
    try:
        still = _develop(image)
    except Exception as error:  # noqa: BLE001 – see `_broken`
        raise _broken(name) from error
    candidates = []
    if format == "WEBP" and given == still.size and not profile and not turned:
        candidates.append(webp.strip(data))
    if format not in ("JPEG", "MPO") and still.getcolors(FLAT):
        candidates.append(_encode(still, lossless=True, quality=80))
        if len(candidates[-1]) * SPARSE <= still.width * still.height:
            return candidates[-1], _facts(still.size)
    for quality in QUALITIES:
        candidates.append(_encode(still, quality=quality))
        if len(candidates[-1]) <= len(data):
            break
    return min(candidates, key=len), _facts(still.size)


def _open(data: bytes, name: str) -> Image:
    """Open a picture without decoding it. It is refused before it can fill the memory."""
    from PIL import AvifImagePlugin, BmpImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin  # noqa: F401 – makes `FORMATS` known; all that Pillow knows would take it three times as long

    Image.MAX_IMAGE_PIXELS = None  # we have a limit of our own, with a cure
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
        frames, pixels = _frames(image), image.width * image.height
    except Exception as error:  # noqa: BLE001 – see `_broken`
        raise _broken(name) from error
    if pixels > MOST_PIXELS:
        raise Unusable("huge-picture", f"`{name}` has {image.width} × {image.height} pixels, more than {MOST_PIXELS // 1_000_000} million.", SMALLER)
    if frames > 1 and pixels * frames > MOST_MOVING:
        raise Unusable("huge-picture", f"`{name}` moves for {frames} frames of {image.width} × {image.height} pixels, too much for a phone.", "Make it shorter or smaller, or save it as a film (.mp4).")
    return image


def _broken(name: str) -> Unusable:
    """Return what to say of a picture that cannot be read. Pillow raises whatever a broken file makes it stumble over."""
    return Unusable("broken-picture", f"`{name}` is broken, or not a picture that can be read.", AGAIN)


def _frames(image: Image) -> int:
    """Return how many frames move. The second picture in a phone's JPEG or a page of a TIFF does not."""
    return getattr(image, "n_frames", 1) if image.format in ("GIF", "PNG", "WEBP", "AVIF") else 1


def _fit(width: int, height: int) -> tuple[int, int]:
    """Return the size that a picture is shrunk to; none is enlarged."""
    longer = max(width, height)
    return (width, height) if longer <= LONGEST else (max(1, round(width * LONGEST / longer)), max(1, round(height * LONGEST / longer)))


def _facts(size: tuple[int, int]) -> dict[str, Any]:
    return {"width": size[0], "height": size[1]}


def _orientation(image: Image) -> int:
    """Return how the camera was held, as EXIF counts it: 1 is upright, from 5 on the sides are swapped."""
    try:
        said = image.getexif().get(0x0112)
    except Exception:  # noqa: BLE001 – broken metadata is no reason to lose a good picture
        return 1
    return said if said in range(1, 9) else 1


def _turn(image: Image) -> Transpose | None:
    """Return how a picture must be turned to stand upright. Pillow itself turns a TIFF."""
    from PIL.Image import Transpose

    turns = {2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE, 6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90}
    return None if image.format == "TIFF" else turns.get(_orientation(image))


def _develop(image: Image) -> Image:
    """Return a still picture shrunk, upright, in sRGB, as RGB or RGBA."""
    turn, profile, size = _turn(image), image.info.get("icc_profile"), _fit(*image.size)
    if size != image.size:
        image.draft(None, (size[0] * 2, size[1] * 2))  # a JPEG need not be decoded larger than this
    image.load()
    image = _finish(_plain(image), size, profile, turn)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    return image


def _finish(image: Image, size: tuple[int, int], profile: bytes | None, turn: Transpose | None) -> Image:
    from PIL.Image import Resampling

    if size != image.size:
        image = image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
    image = _to_srgb(image, profile)
    return image if turn is None else image.transpose(turn)


def _plain(image: Image) -> Image:
    """Return a picture in a mode that can be shrunk and coloured: L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off instead of scaling
        wide = image.convert("I")
        return wide.point(lambda value: value * (1 / 257) + 0).convert("L") if wide.getextrema()[1] > 255 else wide.convert("L")
    if image.mode == "F":
        low, high = image.getextrema()
        return image.point(lambda value: value * (255 / ((high - low) or 1)) - low * 255 / ((high - low) or 1)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _to_srgb(image: Image, profile: bytes | None) -> Image:
    """Return the colours as a browser without colour management shows them: those of the profile, or as they are."""
    target = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        from PIL import ImageCms

        try:
            return ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=target)
        except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile, or one of other colours than the picture's
            pass
    return image if image.mode == target else image.convert(target)


def _encode(image: Image, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "WEBP", method=4, **options)
    return stream.getvalue()


def _make_moving(image: Image, data: bytes, name: str) -> tuple[bytes, dict[str, Any]]:
    """Return a moving picture as moving WebP."""
    turn, profile, size, loop = _turn(image), image.info.get("icc_profile"), _fit(*image.size), image.info.get("loop")
    if image.format == "GIF":  # it counts the repeats, WebP the showings; 0 is without end in both
        loop = 1 if loop is None else loop and loop + 1
    frames, durations = [], []
    try:
        for number in range(_frames(image)):
            image.seek(number)
            frames.append(_finish(image.convert("RGBA"), size, profile, turn))
            pause = round(image.info.get("duration", 0))
            durations.append(pause if pause > 10 else 100)  # as browsers do
    except Exception as error:  # noqa: BLE001 – see `_broken`
        raise _broken(name) from error
    moving = {"save_all": True, "append_images": frames[1:], "duration": durations, "loop": loop or 0}
    candidates = [_encode(frames[0], quality=QUALITIES[0], **moving)]
    if len(candidates[0]) > len(data):  # few colours, as GIFs often have
        candidates.append(_encode(frames[0], lossless=True, **moving))
    return min(candidates, key=len), _facts(frames[0].size)

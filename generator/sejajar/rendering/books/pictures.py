"""Pictures as e-readers show them: of the formats that all of them know, upright, no larger than need be."""

from __future__ import annotations

import io

from sejajar.rendering.books.book import Illustration

WIDEST = 1600
"""Pixels of the longer side: more than any e-reader's screen shows."""
_KNOWN = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/svg+xml": "svg"}
"""Core media types of EPUB since 3.0, with the ending that each gets. WebP came with 3.3, AVIF never."""
_UPRIGHT = 0x0112
"""Where a camera says how it was held."""


def illustration(number: int, data: bytes, media_type: str) -> Illustration:
    """A picture under a name of its own. What it tells of camera and place goes where it is drawn anew.

    Raises OSError where what is there cannot be decoded.
    """
    if media_type == "image/svg+xml":
        return Illustration(f"{number:04}.svg", media_type, data)
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        kind = Image.MIME.get(picture.format or "", "")
        fits = max(picture.size) <= WIDEST and picture.getexif().get(_UPRIGHT, 1) == 1
        if kind in _KNOWN and fits and not picture.info.get("exif"):
            return Illustration(f"{number:04}.{_KNOWN[kind]}", kind, data)
        return _anew(number, picture)


def _anew(number: int, picture: object) -> Illustration:
    from PIL import Image, ImageOps

    assert isinstance(picture, Image.Image)
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((WIDEST, WIDEST))
    out = io.BytesIO()
    if upright.mode in ("RGB", "L", "CMYK", "YCbCr") and "transparency" not in upright.info:
        upright.convert("RGB").save(out, "JPEG", quality=88, optimize=True)
        return Illustration(f"{number:04}.jpg", "image/jpeg", out.getvalue())
    upright.convert("RGBA").save(out, "PNG", optimize=True)
    return Illustration(f"{number:04}.png", "image/png", out.getvalue())

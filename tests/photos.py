"""Small pictures for tests."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image


@cache
def photo(format: str = "JPEG", size: tuple[int, int] = (4, 3), mode: str = "RGB") -> bytes:
    """A picture of one colour, in a format that Pillow writes."""
    data = io.BytesIO()
    Image.new(mode, size, "#886644" if mode == "RGB" else 1).save(data, format)
    return data.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="4" height="3"/></svg>'

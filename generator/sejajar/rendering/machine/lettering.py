"""Type for pictures: each letter is measured and drawn once a process, and pasted wherever it comes again.

Pillow gives each letter's place in sixty-fourths of a pixel and draws it at the nearest whole one. So a line
that is set letter by letter is the line that Pillow draws at once, in a tenth of the time.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

_PLAIN = re.compile(r"[ -~\u00a1-\u024f–—‘’‚“”„•…′″‹›€™−]*")
"""Text in which each letter stands for itself, whatever is beside it: no mark, no script that joins."""
_LETTERS = re.compile(r"ff[ijlt]?|f[ijlt]|.")
"""What is drawn as one: letters, and those that a font may join to one after an f."""


class Face:
    """A font in one size and weight."""

    def __init__(self, font: bytes, size: int, weight: int) -> None:
        """`font`: a variable font with axes of weight and optical size; `size` in pixels."""
        self._face = ImageFont.truetype(io.BytesIO(font), size)
        self._face.set_variation_by_axes([weight, min(60, size)])
        self._widths: dict[tuple[str, str], float] = {}
        self._drawn: dict[str, _Drawn | None] = {}

    def length(self, text: str) -> float:
        """How wide a line is, in pixels."""
        if not _PLAIN.fullmatch(text):
            return self._face.getlength(text)
        return sum(self._width(*pair) for pair in pairwise([*_LETTERS.findall(text), ""]))

    def write(self, text: str, picture: Image.Image, left: int, top: int) -> None:
        """Draws a line from its left and its ascenders' top: 255 where a pixel is covered, 127 where half."""
        if not _PLAIN.fullmatch(text):
            _paste(self._draw(text), picture, left, top)
            return
        at = left + 0.5
        for letter, follower in pairwise([*_LETTERS.findall(text), ""]):
            if letter not in self._drawn:
                self._drawn[letter] = self._draw(letter)
            _paste(self._drawn[letter], picture, int(at), top)
            at += self._width(letter, follower)

    def _width(self, letter: str, follower: str) -> float:
        """From where a letter begins to where the one after it does: the less, the better the two fit."""
        width = self._widths.get((letter, follower))
        if width is None:
            both = self._face.getlength(letter + follower)
            width = both - (self._width(follower, "") if follower else 0)
            self._widths[letter, follower] = width
        return width

    def _draw(self, text: str) -> _Drawn | None:
        left, top, right, bottom = map(int, self._face.getbbox(text))
        picture = Image.new("L", (max(right - left, 0), max(bottom - top, 0)))
        ImageDraw.Draw(picture).text((-left, -top), text, 255, self._face)
        return _Drawn(picture, left, top, right, bottom) if picture.getbbox() else None


class _Drawn(NamedTuple):
    """How much of each pixel some letters cover, and where that lies from where they are written."""

    covered: Image.Image
    left: int
    top: int
    right: int
    bottom: int


def _paste(drawn: _Drawn | None, picture: Image.Image, left: int, top: int) -> None:
    if drawn:
        covered, *box = drawn
        place = (left + box[0], top + box[1], left + box[2], top + box[3])
        picture.im.paste(255, place, covered.im)  # a third of what `Image.paste` takes, and does the same


@lru_cache(maxsize=64)
def typeface(font: bytes, size: int, weight: int) -> Face:
    return Face(font, size, weight)

"""The picture that a shared link shows: both titles, place and day, in the site's type and colours.

Drawn with Pillow from a font's bytes, so nothing is fetched and one card always gives the same picture.
Sixteen colours are enough for type on paper; with them a card weighs 4 to 25 KB.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from PIL import Image

from sejajar.language.wording import long_date, say
from sejajar.model import Edition
from sejajar.rendering.machine.icons import COLUMNS, INK, MUTED, PAPER, SOGA, rgb
from sejajar.rendering.machine.lettering import Face, typeface
from sejajar.rendering.machine.png import LEFT, Band, band, blank, empty, png
from sejajar.site.addresses import other
from sejajar.site.publication import Publication
from sejajar.site.view import View

WIDTH, HEIGHT = 1200, 630
"""Pixels: what Open Graph's readers show without cutting."""
MARGIN, BAR = 84, 10
TOP, BOTTOM = 156, 520
"""Between them stand the titles."""
DRAWING = "1"
"""Changes with how cards are drawn, so that those kept from an older drawing are not taken for new ones."""


@dataclass(frozen=True)
class Card:
    """All that a card shows; nothing else makes two cards differ."""

    edition: Edition
    site: str
    title: str
    counterpart: str = ""
    """The title in the other language, where there is one."""
    dateline: str = ""

    @cached_property
    def key(self) -> str:
        """A hash of what it shows, hexadecimal."""
        shown = (DRAWING, self.edition, self.site, self.title, self.counterpart, self.dateline)
        return hashlib.sha256(repr(shown).encode()).hexdigest()[:32]


def card_of(view: View, site: str) -> Card:
    article = view.briefing.article
    has_both = view.own(article.title)[1] == view.edition and view.english(article.title)
    place = view.name(article.metadata.place)
    dateline = " · ".join(filter(None, (place, long_date(article.metadata.date, view.edition))))
    own = view.stated(article.title, view.edition)
    counterpart = view.stated(article.title, other(view.edition)) if has_both else ""
    return Card(view.edition, site, own, counterpart, dateline)


def site_card(edition: Edition, publication: Publication) -> Card:
    """For pages that are no article."""
    return Card(edition, publication.name, say(edition, "home-title"), say(other(edition), "home-title"))


def card_path(page: str) -> str:
    """Where the card of a page (its Markdown file below `docs/`) lies in the built site."""
    return f"cards/{page.removesuffix('.md')}.png"


def card_alt(card: Card) -> str:
    """What the picture shows, for those who do not see it."""
    return " · ".join(filter(None, (card.title, card.counterpart, card.dateline, card.site)))


class Line(NamedTuple):
    text: str
    top: int
    size: int
    weight: int
    colour: str


def draw(card: Card, font: bytes) -> bytes:
    """The card as PNG. `font`: Source Serif 4 as a variable font, with axes of weight and optical size."""
    masthead, *others = lines(card, font)
    bands = [(masthead.top, _masthead(masthead, font))]
    for _, group in groupby(others, key=lambda line: line.colour):
        # Lines of different colours share no row of pixels.
        together = tuple(group)
        bands.append((together[0].top, band(_written(together, font, MARGIN))))
    return png(WIDTH, _stacked([*bands, (HEIGHT - BAR, _bar())]), PALETTE)


def _stacked(bands: Iterable[tuple[int, Band]]) -> Iterator[Band]:
    """The bands, each from its row on, with paper between them."""
    row = 0
    for top, drawn in bands:
        yield blank(WIDTH, top - row)
        yield drawn
        row = top + drawn.rows


def _written(together: Sequence[Line], font: bytes, left: int) -> Image.Image:
    """Lines of one colour, from the top of the first to below the last's descenders."""
    first, last = together[0], together[-1]
    picture = empty(WIDTH, last.top - first.top + round(last.size * 1.35))
    for line in together:
        typeface(font, line.size, line.weight).write(line.text, picture, LEFT + left, line.top - first.top)
    return picture.point(SHADES[first.colour])


@lru_cache(maxsize=8)
def _masthead(line: Line, font: bytes) -> Band:
    """The site's name beside its mark."""
    picture = _written((line,), font, MARGIN + 50)
    for colour, (left, top, right, bottom) in zip((INK, SOGA), COLUMNS, strict=True):
        across, down = LEFT + MARGIN, 74 - line.top
        edges = [round(edge * 32) for edge in (left, top, right, bottom)]
        box = (across + edges[0], down + edges[1], across + edges[2] + 1, down + edges[3] + 1)
        picture.paste(SHADES[colour][255], box)
    return band(picture)


@lru_cache(maxsize=1)
def _bar() -> Band:
    picture = empty(WIDTH, BAR)
    picture.paste(SHADES[SOGA][255], (LEFT, 0, *picture.size))
    return band(picture)


# Type: as large as it fits.


def lines(card: Card, font: bytes) -> Iterator[Line]:
    """The lines of type, each with its top edge in pixels: none wider than the card less its margins."""
    width = WIDTH - 2 * MARGIN
    site = _cut([card.site], 1, width - 50, typeface(font, 32, 600))
    yield Line(site[0], 68, 32, 600, INK)
    size, titles, seconds = _fitted(card, font, width)
    top = TOP
    for text in titles:
        yield Line(text, top, size, 600, INK)
        top += round(size * 1.16)
    small = _second(size)
    top += round(size * 0.5)
    for text in seconds:
        yield Line(text, top, small, 400, MUTED)
        top += round(small * 1.28)
    if card.dateline:
        yield Line(_cut([card.dateline], 1, width, typeface(font, 28, 400))[0], 546, 28, 400, SOGA)


def _second(size: int) -> int:
    return max(28, round(size * 0.55))


def _fitted(card: Card, font: bytes, width: int) -> tuple[int, list[str], list[str]]:
    """The largest size at which both titles fit; at the smallest they are cut."""
    for size in (76, 68, 60, 54, 48, 42):
        face, small = typeface(font, size, 600), typeface(font, _second(size), 400)
        titles, seconds = _wrapped(card.title, width, face), _wrapped(card.counterpart, width, small)
        height = len(titles) * size * 1.16 + size * 0.5 + len(seconds) * _second(size) * 1.28
        if height <= BOTTOM - TOP and all(face.length(line) <= width for line in titles):
            break
    return size, _cut(titles, 5, width, face), _cut(seconds, 3, width, small)


def _wrapped(text: str, width: int, face: Face) -> list[str]:
    """Lines of about the same length: as few as there must be, each as short as that allows."""
    words = [(word, face.length(word + " ")) for word in text.split()]
    fewest = _broken(words, width)
    low, high = 0, width
    while high - low > 16:
        middle = (low + high) // 2
        if len(_broken(words, middle)) > len(fewest):
            low = middle
        else:
            high = middle
    return _broken(words, high)


def _broken(words: Sequence[tuple[str, float]], width: int) -> list[str]:
    found: list[str] = []
    room = 0.0
    for word, length in words:
        if found and length <= room:
            found[-1] += f" {word}"
        else:
            found.append(word)
            room = float(width)
        room -= length
    return found


def _cut(found: list[str], most: int, width: int, face: Face) -> list[str]:
    """At most so many lines, none too wide; what was left out shows as an ellipsis."""
    kept = found[:most]
    if len(found) > most:
        kept[-1] += " …"
    return [_shortened(line, width, face) for line in kept]


def _shortened(line: str, width: int, face: Face) -> str:
    if face.length(line) <= width:
        return line
    text = line.removesuffix(" …")
    ends = range(1, len(text) + 1)
    most = bisect_left(ends, True, key=lambda end: face.length(text[:end] + "…") > width)
    return text[:most].rstrip() + "…"


# Colours: sixteen, of which the first is paper.

LEVELS = {INK: 8, MUTED: 4, SOGA: 3}
"""How many shades of each colour there are."""


def _mixed(colour: str, share: float) -> tuple[int, ...]:
    return tuple(
        round(ground + (ink - ground) * share) for ground, ink in zip(rgb(PAPER), rgb(colour), strict=True)
    )


def _shades() -> Iterator[tuple[str, list[int]]]:
    """Each colour with the place in PALETTE for each of the 256 degrees to which a pixel may be covered."""
    first = 1
    for colour, count in LEVELS.items():
        steps = (round(level / 255 * count) for level in range(256))
        yield colour, [first + step - 1 if step else 0 for step in steps]
        first += count


SHADES = dict(_shades())
PALETTE = [
    *rgb(PAPER),
    *(
        part
        for colour, count in LEVELS.items()
        for step in range(1, count + 1)
        for part in _mixed(colour, step / count)
    ),
]

"""Bar and line charts as SVG: in the text's own colour, so that they are read on paper and in the dark too.

A drawing is for the eye alone; its figures stand in the table that it is drawn from. Measures are units of
the picture, which is as wide as its place and 320 of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from sejajar.language.cells import grouped
from sejajar.model import Edition

WIDTH = 320
_LETTER = 6.2
"""As wide as a letter is at most, on average."""
_ROW, _BAR = 15, 9
_SHORT = 16
"""Letters of the longest name that stands beside its bars; longer ones stand above."""


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[Decimal | None, ...]
    """One a row; none where the table has no single figure."""
    written: tuple[str, ...]
    """The same as the table has them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a chart shows: rows by their names, a series a column."""

    names: tuple[str, ...]
    series: tuple[Series, ...]
    edition: Edition

    @property
    def values(self) -> list[float]:
        return [float(value) for one in self.series for value in one.values if value is not None]


def bars(drawn: Drawn) -> str:
    """Bars from left to right, a row of the table below the other; negative ones go left of zero."""
    low, high = min(0.0, *drawn.values), max(0.0, *drawn.values)
    longest = max(map(len, drawn.names))
    beside = longest <= _SHORT
    left = longest * _LETTER + 9 if beside else 0.0
    room = max(len(text) for one in drawn.series for text in one.written) * _LETTER + 6
    scale = max(WIDTH - left - room, 40) / ((high - low) or 1)
    zero = left - low * scale
    top = _legend_height(drawn)
    parts = list(_legend(drawn))
    for at, name in enumerate(drawn.names):
        middle = top + _ROW * (len(drawn.series) / 2 if beside else 0.5) + 3.5
        parts.append(_text(0, middle, name))
        top += 0 if beside else _ROW
        first = top
        for number, one in enumerate(drawn.series):
            value = one.values[at]
            if value is not None:
                width = float(abs(value)) * scale
                start = zero if value >= 0 else zero - width
                parts.append(_rect(start, top + (_ROW - _BAR) / 2, width, number))
            end = zero + max(float(value or 0) * scale, 0)
            parts.append(_text(end + 4, top + _ROW / 2 + 3.5, one.written[at]))
            top += _ROW
        parts.append(_line(zero, first - (2 if beside else 0), zero, top + (2 if beside else 0), "sj-axis"))
        top += 4
    return _svg(top, parts)


def lines(drawn: Drawn) -> str:
    """A line a series, from left to right in the order of the rows, broken where there is no figure."""
    ticks = _ticks(drawn.values)
    marks = [grouped(tick, drawn.edition) for tick in ticks]
    left, right = max(map(len, marks)) * _LETTER + 6, WIDTH - 14.0
    top = _legend_height(drawn) + 8
    bottom = top + 130
    low, high = float(ticks[0]), float(ticks[-1])
    count = len(drawn.names)

    def place(at: int, value: Decimal) -> tuple[float, float]:
        across = left + 10 + (right - left - 10) * (at / (count - 1) if count > 1 else 0.5)
        return across, bottom - (float(value) - low) / (high - low) * (bottom - top)

    parts = list(_legend(drawn))
    for tick, mark in zip(ticks, marks, strict=True):
        height = place(0, tick)[1]
        parts += [_line(left, height, right, height, "sj-grid"), _text(0, height + 3.5, mark)]
    for number, one in enumerate(drawn.series):
        parts += _series(number, [v if v is None else place(at, v) for at, v in enumerate(one.values)])
    for at in _spread(drawn.names, right - left):
        across = place(at, ticks[0])[0]
        anchor = "end" if at == count - 1 and count > 1 else "middle"
        across = across + 12 if anchor == "end" else across
        parts.append(_text(across, bottom + 15, drawn.names[at], anchor))
    return _svg(bottom + 20, parts)


def _series(number: int, places: Sequence[tuple[float, float] | None]) -> Iterator[str]:
    run: list[str] = []
    for place in (*places, None):
        if place:
            run.append(f"{_short(place[0])},{_short(place[1])}")
            centre = f'cx="{_short(place[0])}" cy="{_short(place[1])}"'
            yield f'<circle {_colour(number)} {centre} r="2.6"/>'
        elif run:
            points = " ".join(run)
            yield f'<polyline {_colour(number, "stroke")} points="{points}" fill="none" stroke-width="1.8"/>'
            run = []


def _spread(names: Sequence[str], width: float) -> list[int]:
    """Which names there is room for below the line: the first, the last, and as many between as fit."""
    each = max(map(len, names)) * _LETTER + 10
    step = max(1, -(-len(names) * each // max(width, each)))
    last = len(names) - 1
    return [at for at in range(len(names)) if at == last or (at % step == 0 and last - at >= step)]


def _ticks(values: Sequence[float]) -> list[Decimal]:
    """Three to six round numbers that hold all values; from zero, unless all lie far from it."""
    low, high = min(values), max(values)
    if low > 0 and low < high * 0.6:
        low = 0.0
    if high < 0 and high > low * 0.6:
        high = 0.0
    span = Decimal(repr((high - low) or abs(high) or 1.0))
    power = Decimal(10) ** (span.adjusted() - 1)
    step = next(step for times in (1, 2, 5, 10, 20, 25, 50) if span / (step := times * power) <= 4)
    first = Decimal(repr(low)) // step * step
    first -= step if first > Decimal(repr(low)) else 0
    ticks = [first]
    while ticks[-1] < Decimal(repr(high)) or len(ticks) < 2:
        ticks.append(ticks[-1] + step)
    return ticks


def _legend_height(drawn: Drawn) -> float:
    return len(drawn.series) * _ROW + 4


def _legend(drawn: Drawn) -> Iterator[str]:
    """What is drawn; by which colour, where there is a choice."""
    several = len(drawn.series) > 1
    for number, one in enumerate(drawn.series):
        if several:
            yield _rect(0, number * _ROW + 3, _BAR, number)
        yield _text(_BAR + 5 if several else 0, number * _ROW + _ROW / 2 + 3.5, one.name)


_COLOURS = ("#8a4b1c", "#24507a", "#8b8375", "#23211e")
"""Where no style sheet of the site has a say: in books."""


def _colour(number: int, what: str = "fill") -> str:
    return f'class="sj-c{number % 4 + 1}" {what}="{_COLOURS[number % 4]}"'


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _rect(x: float, y: float, width: float, number: int) -> str:
    size = f'width="{_short(width)}" height="{_BAR}"'
    return f'<rect {_colour(number)} x="{_short(x)}" y="{_short(y)}" {size}/>'


def _line(x: float, y: float, right: float, bottom: float, name: str) -> str:
    ends = f'x1="{_short(x)}" y1="{_short(y)}" x2="{_short(right)}" y2="{_short(bottom)}"'
    return f'<line class="{name}" {ends} stroke="currentColor"/>'


def _text(x: float, y: float, text: str, anchor: str = "") -> str:
    placed = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{_short(x)}" y="{_short(y)}"{placed}>{escape(text, quote=False)}</text>'


def _svg(height: float, parts: Sequence[str]) -> str:
    box = f'viewBox="0 0 {WIDTH} {_short(height)}"'
    return f'<svg {box} font-size="10.5" fill="currentColor">{"".join(parts)}</svg>'

"""What a number measures: the unit after it, of length, mass, time and the like."""

from __future__ import annotations

import re

from sejajar.language.figures import Figure
from sejajar.language.tables import toml

_UNITS = {
    word: unit
    for dimension in toml("measures").values()
    for unit, words in dimension.items()
    for word in words.split()
}
_BETWEEN = re.compile(r"[\s-]*(?:(?:more|additional|straight|consecutive|full|square|cubic|nautical)[\s-]+)?")
_UNIT = re.compile(r"[^\W\d_]+|°[CF]")
_WORDS = re.compile(r"[^\W\d_]+")
_RAISED = re.compile(r"[^\W\d_]([23²³])(?!\d)")
_POWERS = {"square": "²", "sq": "²", "persegi": "²", "cubic": "³", "kubik": "³"}


def measure_after(text: str, figure: Figure) -> tuple[str, str] | None:
    """The unit by its short name (`km`, `km²`, `week`) and number and unit as they stand there."""
    own = re.search(r"[^\W\d_]+$", figure.text)
    if own and own[0].lower() in _UNITS and own.start() > 0:
        return _with_power(_UNITS[own[0].lower()], text, figure, figure.start + len(figure.text))
    end = figure.start + len(figure.text)
    gap = _BETWEEN.match(text, end)
    at = gap.end() if gap else end
    match = _UNIT.match(text, at)
    if not match or (at == end and match[0][:1].isalpha() and not text[end - 1 : end].isdigit()):
        return None
    unit = _UNITS.get(match[0].lower())
    return _with_power(unit, text, figure, match.end()) if unit else None


def _with_power(unit: str, text: str, figure: Figure, end: int) -> tuple[str, str]:
    around = _WORDS.findall(text[figure.start : end + 10].lower())
    power = next((_POWERS[word] for word in around if word in _POWERS), "")
    if not power and (raised := _RAISED.match(text, end - 1)):
        power = "²" if raised[1] in "2²" else "³"
    return unit + power, text[figure.start : end]

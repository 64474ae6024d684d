"""Currencies and units of measure, as both languages write them beside a number."""

from __future__ import annotations

from fractions import Fraction

from sejajar.language.figures import Token
from sejajar.language.tables import toml

_CURRENCIES = toml("currencies")


def _codes(table: dict[str, str]) -> dict[str, str]:
    return {word: code for code, forms in table.items() for word in forms.split()}


DOLLARS = _codes(_CURRENCIES["dollars"])
"""The words and letters that say whose dollar it is; before `$`, after `dolar`, before `dollars`."""
CURRENCIES = _codes(_CURRENCIES["words"])
"""Written out rather than taken from CLDR, whose names (`Rupiah Indonesia`) nobody writes."""
_PREFIXES = frozenset(_CURRENCIES["place"]["before"].split())
_ONLY_BEFORE = frozenset(_CURRENCIES["place"]["only_before"].split())

_DIMENSIONS = toml("units")
UNITS = {
    word: name
    for dimension in _DIMENSIONS.values()
    for name, unit in dimension.items()
    for word in unit["words"].split()
}
_SIZES = {
    name: (dimension, Fraction(unit["size"]))
    for dimension, units in _DIMENSIONS.items()
    for name, unit in units.items()
    if dimension != "heat"
}


def converted(value: Fraction, unit: str, other: Fraction, other_unit: str) -> bool:
    """Whether the one measure is the other in another unit, within the rounding of print (6 %)."""
    if {unit, other_unit} == {"°C", "°F"}:
        celsius, fahrenheit = (value, other) if unit == "°C" else (other, value)
        return abs(celsius * 9 / 5 + 32 - fahrenheit) <= 2
    if unit == other_unit or unit not in _SIZES or other_unit not in _SIZES:
        return False
    (dimension, size), (other_dimension, other_size) = _SIZES[unit], _SIZES[other_unit]
    return dimension == other_dimension and abs(value * size - other * other_size) * 100 <= 6 * value * size


def currency_before(tokens: list[Token], index: int) -> tuple[str, int]:
    """The currency right before the number at `index` (`Rp`, `US$`, `Rp.`) and the index where it begins."""
    before = index - 1
    if before > 0 and tokens[before].low == "." and tokens[before - 1].low == "rp":
        before -= 1
    if before < 0 or tokens[before].low not in _PREFIXES:
        return "", index
    code = CURRENCIES[tokens[before].low]
    glued = before > 0 and tokens[before - 1].end == tokens[before].start
    if code == "$" and glued and (owner := DOLLARS.get(tokens[before - 1].low)):
        return owner, before - 1
    return code, before


def currency_after(tokens: list[Token], index: int) -> tuple[str, int]:
    """The currency after the number, at `index` (`dolar AS`, `US dollars`), and where it ends."""
    if tokens[index].text == "-":
        index += 1
    token, following = tokens[index], tokens[index + 1]
    if (code := CURRENCIES.get(token.low)) and token.low not in _ONLY_BEFORE:
        owner = DOLLARS.get(following.low) if code == "$" and following.text[:1].isupper() else None
        return (owner, following.end) if owner else (code, token.end)
    if token.low in DOLLARS and token.text[0].isupper():
        ahead = index + 1
        while tokens[ahead].low in (".", "s", "kong", "zealand") and ahead < index + 4:
            ahead += 1
        if CURRENCIES.get(tokens[ahead].low) == "$" and tokens[ahead].text != "$":
            return DOLLARS[token.low], tokens[ahead].end
    if token.text[:1].isupper() and following.low in CURRENCIES and following.low not in _ONLY_BEFORE:
        return CURRENCIES[following.low], following.end  # `100 Indonesian rupiah`
    return "", -1


def same_currency(one: str, other: str) -> bool:
    """`$` is anybody's dollar."""
    dollars = {"$", *DOLLARS.values()}
    return one == other or ("$" in (one, other) and one in dollars and other in dollars)

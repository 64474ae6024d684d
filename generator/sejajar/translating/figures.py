"""Indonesian figures with their units, and how English writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SCALES = {
    "ribu": "thousand",
    "juta": "million",
    "miliar": "billion",
    "milyar": "billion",
    "triliun": "trillion",
}
_UNITS = (
    "km/jam|km²|km2|km|kg|cm|mm|m²|m2|m³|m3|kWh|MWh|GWh|TWh|kW|MW|GW|°C|°F|GB|MB|TB|Mbps|GHz|MHz|ha|%|persen"
)
"""Symbols, which English does not inflect; `ton` or `meter` is left to the engine, which knows its plural."""
_ENGLISH_UNITS = {"km/jam": "km/h", "persen": "percent"}

_FIGURE = re.compile(
    r"(?<![\w.,/:-])"
    r"(?:(?P<currency>Rp\.?|US\$|USD|A\$|S\$|\$|€|£|¥)\s?)?"
    rf"(?P<first>{_NUMBER})(?:(?P<dash>\s?[-–]\s?)(?P<second>{_NUMBER}))?"
    rf"(?:\s(?P<scale>{'|'.join(_SCALES)})\b|\s(?P<short>[MT])\b)?"
    rf"(?:\s?(?P<unit>{_UNITS})(?!\w))?"
    r"(?![\w²³]|[-–]an\b|[.,/:]\d|[-–]\d)"
)
_CLOCK_OR_ADDRESS = re.compile(r"\b(?:pukul|jam|nomor|no\.|pasal|ayat|versi|bab)\s$", re.IGNORECASE)


def figures(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, English) of the figures that English writes otherwise, or that a unit belongs to.

    Those are: `1.234,5`, a scale (`20 ribu`, `Rp1,5 triliun`, `Rp5 M`), a currency or a unit's symbol. Bare
    whole numbers, dates, times and identifiers are not among them, nor is `1,500`, which may be of either
    language.
    """
    for found in _FIGURE.finditer(text):
        numbers = [number for number in (found["first"], found["second"]) if number]
        named = found["currency"] or found["scale"] or found["unit"]
        if not named and not any(mark in number for number in numbers for mark in ".,"):
            continue
        if any(re.search(r",\d{3}$", number) and "." not in number for number in numbers):
            continue
        if _CLOCK_OR_ADDRESS.search(text[: found.start()]):
            continue
        if found["short"] and not (found["currency"] or "").startswith("Rp"):
            continue
        yield found.start(), found.end(), _english(found, numbers)


def _english(found: re.Match[str], numbers: list[str]) -> str:
    scale = found["scale"] or {"M": "miliar", "T": "triliun"}.get(found["short"] or "", "")
    values = [Decimal(number.replace(".", "").replace(",", ".")) for number in numbers]
    if scale == "ribu":  # English prefers 20,000 to 20 thousand
        values, scale = [(value * 1000).normalize() for value in values], ""
    written = (found["dash"] or "").strip().join(f"{value:,f}" for value in values)
    currency = (found["currency"] or "").rstrip(".")
    unit = _ENGLISH_UNITS.get(found["unit"] or "", found["unit"] or "")
    space = "" if not unit or found[0][: -len(found["unit"] or "")][-1:].isdigit() else " "
    return f"{currency}{' ' if currency.isalpha() and currency != 'Rp' else ''}{written}" + (
        (f" {_SCALES[scale]}" if scale else "") + space + unit
    )

"""*names*: a country of the source that is gone while the English has one that the source lacks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair

_INDONESIAN = {
    "AS": "US",
    "Amerika": "US",
    "USA": "US",
    "Cina": "CN",
    "China": "CN",
    "RRT": "CN",
    "Korsel": "KR",
    "Korut": "KP",
    "Britania": "GB",
    "Britania Raya": "GB",
    "UEA": "AE",
    "Timor Timur": "TL",
    "Turkiye": "TR",
    "Palestina": "PS",
    "Vatikan": "VA",
}
_ENGLISH = {
    "US": "US",
    "USA": "US",
    "America": "US",
    "UK": "GB",
    "Britain": "GB",
    "UAE": "AE",
    "East Timor": "TL",
    "Turkey": "TR",
    "Palestine": "PS",
    "Czech Republic": "CZ",
    "Ivory Coast": "CI",
    "Burma": "MM",
}
"""What the press writes and CLDR does not."""
_PEOPLES = {
    "AE": "Emirat",
    "CH": "Swiss",
    "CN": "Beijing|Sino",
    "DK": "Dan",
    "ES": "Spani|Spain",
    "FR": "French|Paris",
    "GB": "British|Briton|England|English|Scot|Wales|Welsh|London",
    "GR": "Greek",
    "IE": "Irish",
    "MM": "Burm",
    "NL": "Dutch|Holland|Hague",
    "PH": "Filipin|Manila",
    "PL": "Polish|Pole",
    "US": r"American|U\.S\.|Washington",
}
"""How the English may speak of a country without a word that begins like its name."""
_NO_COUNTRIES = frozenset(("ID", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))


_COMPASS = re.compile(r"\b(?:Utara|Selatan|Timur|Barat|Tengah|Kor(?:ut|sel)|North|South|East|West)")


class _Names(NamedTuple):
    codes: dict[str, str]
    pattern: re.Pattern[str]

    def find(self, text: str) -> dict[str, str]:
        """The countries that a text names, by their codes, as it names them."""
        return {self.codes[match[0]]: match[0] for match in self.pattern.finditer(text)}


def check_territories(pair: Pair) -> list[Finding]:
    """One finding a pair: a country lost on the way and another one won."""
    there, here = _names("id").find(pair.source), _names("en").find(pair.target)
    missing = [name for code, name in there.items() if code not in here and not _spoken_of(code, pair.target)]
    added = [name for code, name in here.items() if code not in there and name not in pair.source]
    if not missing or not added or (_COMPASS.search(missing[0]) and _COMPASS.search(added[0])):
        return []  # North Korea for South Korea is a matter of *opposites*
    message = f"the source names “{missing[0]}”, the English “{added[0]}”"
    return [warning("names", message, "if both are right, enter them in the glossary")]


def is_territory(name: str) -> bool:
    """Whether this is a country's Indonesian name and nothing more."""
    return name in _names("id").codes


def _spoken_of(code: str, english: str) -> bool:
    return bool(_people(code).search(english))


@cache
def _people(code: str) -> re.Pattern[str]:
    """Words for what is of a country: `German`, `South Korean`, `Dutch`."""
    names = [name for name, known in _names("en").codes.items() if known == code]
    stems = [re.escape(name if " " in name else name[:4]) for name in names]
    return re.compile(rf"\b(?:{'|'.join([*stems, *_PEOPLES.get(code, '').split('|')]).rstrip('|')})")


@cache
def _names(language: str) -> _Names:
    """CLDR's names of one word or more, longest first, so that `Papua Nugini` is not `Guinea`."""
    from babel import Locale

    codes = {
        name: code
        for code, name in Locale(language).territories.items()
        if code.isalpha() and code not in _NO_COUNTRIES and re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", name)
    } | (_INDONESIAN if language == "id" else _ENGLISH)
    names = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
    return _Names(codes, re.compile(rf"\b(?:{names})\b"))

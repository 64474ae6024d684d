"""Currencies and units of measure, as both languages write them beside a number."""

from __future__ import annotations

from fractions import Fraction

from sejajar.checking.figures import Token

DOLLARS = {
    "as": "USD",
    "us": "USD",
    "u": "USD",
    "amerika": "USD",
    "american": "USD",
    "singapura": "SGD",
    "singapore": "SGD",
    "s": "SGD",
    "australia": "AUD",
    "australian": "AUD",
    "a": "AUD",
    "au": "AUD",
    "hong": "HKD",
    "hk": "HKD",
    "kanada": "CAD",
    "canadian": "CAD",
    "c": "CAD",
    "ca": "CAD",
    "selandia": "NZD",
    "nz": "NZD",
    "taiwan": "TWD",
    "nt": "TWD",
}
"""The words and letters that say whose dollar it is; before `$`, after `dolar`, before `dollars`."""

CURRENCIES = {
    word: code
    for code, words in {
        "IDR": "rp rupiah rupiahs idr",
        "$": "$ dolar dollar dollars",
        "USD": "usd",
        "SGD": "sgd",
        "AUD": "aud",
        "HKD": "hkd",
        "EUR": "€ euro euros eur",
        "GBP": "£ pound pounds sterling poundsterling pondsterling gbp quid",
        "JPY": "¥ yen jpy",
        "CNY": "yuan renminbi rmb cny",
        "KRW": "₩ krw",
        "INR": "₹ rupee rupees rupe inr",
        "MYR": "ringgit ringgits rm myr",
        "THB": "฿ baht thb",
        "PHP": "₱ php",
        "SAR": "riyal riyals sar",
        "RUB": "₽ rubel ruble rubles rouble roubles rub",
        "CHF": "franc francs chf",
        "VND": "₫ dong vnd",
        "TRY": "lira liras",
        "UAH": "hryvnia hryvnias uah",
    }.items()
    for word in words.split()
}
"""Written out rather than taken from CLDR, whose names (`Rupiah Indonesia`) nobody writes. Without
`won` and `real`, which are English words."""

_LENGTH = {
    "mm": ("milimeter millimetre millimetres millimeter millimeters mm", Fraction(1, 1000)),
    "cm": ("sentimeter centimetre centimetres centimeter centimeters cm", Fraction(1, 100)),
    "m": ("meter metres metre meters", Fraction(1)),
    "km": ("kilometer kilometre kilometres kilometers km kph kmh", Fraction(1000)),
    "in": ("inci inch inches", Fraction(254, 10000)),
    "ft": ("kaki foot feet ft", Fraction(3048, 10000)),
    "yd": ("yard yards", Fraction(9144, 10000)),
    "mi": ("mil mile miles mph", Fraction(1609344, 1000)),
}
_MASS = {
    "g": ("gram gramme grams grammes", Fraction(1, 1000)),
    "kg": ("kilogram kilograms kilo kilos kg", Fraction(1)),
    "t": ("ton tons tonne tonnes", Fraction(1000)),
    "lb": ("lb lbs pon pound pounds", Fraction(45359237, 10**8)),
    "oz": ("ons ounce ounces", Fraction(28349523, 10**9)),
}
_AREA = {
    "ha": ("hektar hektare hectare hectares ha", Fraction(10000)),
    "acre": ("acre acres", Fraction(40468564224, 10**7)),
}
_VOLUME = {
    "l": ("liter liters litre litres", Fraction(1)),
    "gal": ("galon gallon gallons", Fraction(3785411784, 10**9)),
    "bbl": ("barel barrel barrels", Fraction(158987294928, 10**9)),
}
_HEAT = {"°C": ("celsius celcius", Fraction(1)), "°F": ("fahrenheit", Fraction(5, 9))}
UNITS = {
    word: name
    for dimension in (_LENGTH, _MASS, _AREA, _VOLUME, _HEAT)
    for name, (words, _) in dimension.items()
    for word in words.split()
}
_SIZES = {
    name: (number, size)
    for number, dimension in enumerate((_LENGTH, _MASS, _AREA, _VOLUME))
    for name, (_, size) in dimension.items()
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


_PREFIXES = frozenset(
    "rp idr $ usd sgd aud hkd € eur £ gbp ¥ jpy rmb cny ₩ krw ₹ inr rm myr ฿ thb ₱ ₽ ₫".split()
)


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


_ONLY_BEFORE = frozenset("rp $ € £ ¥ ₩ ₹ ฿ ₱ ₽ ₫ rm".split())


def same_currency(one: str, other: str) -> bool:
    """`$` is anybody's dollar."""
    dollars = {"$", *DOLLARS.values()}
    return one == other or ("$" in (one, other) and one in dollars and other in dollars)

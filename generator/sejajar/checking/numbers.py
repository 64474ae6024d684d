"""*numbers*, *units*, *money* and *dates*: every figure of the one side is on the other, by value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from sejajar.checking.finding import Finding, error, warning
from sejajar.checking.pair import Pair
from sejajar.language.figures import DIGITS, LONGEST, SILENT, WORDS, Figure, Value
from sejajar.language.quantities import CURRENCIES, converted, same_currency

Figures = tuple[Figure, ...]


def check_figures(pair: Pair) -> list[Finding]:
    """What is changed, lost or added, each under the rule whose matter it is."""
    source, english = pair.source_figures, pair.target_figures
    if not source and not english:
        return []
    missing = [figure for figure in _unmatched(source, english) if not _carried(figure, pair.target)]
    added = [figure for figure in _unmatched(english, source) if not _carried(figure, pair.source)]
    findings = [*_conversions(missing, added, source, english)]
    findings.extend(_changed(missing, added))
    findings.extend(_fewer(source, english))
    findings.extend(_currencies(source, english, pair))
    return list(dict.fromkeys(findings))


def _carried(figure: Figure, other_text: str) -> bool:
    """Words that stand in the other text as they are, in a name: `Six Flags`, `Kepulauan Seribu`."""
    return figure.weight < DIGITS and figure.text in other_text


def _unmatched(figures: Figures, others: Figures) -> list[Figure]:
    values = {value for other in others for value in other.values}
    loose = {value for other in others for value in other.loose}
    offered = values | loose
    left = [
        figure
        for figure in figures
        if figure.weight > SILENT and figure.values.isdisjoint(offered) and figure.loose.isdisjoint(values)
    ]
    if not left:
        return []
    spare = Counter(_bare(others))
    spare.subtract(_bare(figures))
    months = {int(value[-1]) for value in values if isinstance(value, tuple) and value[0] in ("day", "month")}
    return [figure for figure in left if not any(_in_dates(value, spare, months) for value in figure.values)]


def _bare(figures: Figures) -> Iterator[Value | tuple[str, int]]:
    """The numbers outside dates, and the days of dates as `("date", day)`."""
    for figure in figures:
        for value in figure.values:
            if not isinstance(value, tuple):
                yield value
            elif value[0] == "day":
                yield ("date", int(value[1]))


def _in_dates(value: Value, spare: Counter[Value | tuple[str, int]], months: set[int]) -> bool:
    """A bare day beside a date (`tanggal 6`), a month beside a date in it, a date told in two places.

    What has a counterpart of its own is not spare."""
    if not isinstance(value, tuple):
        return isinstance(value, int) and spare["date", value] > 0
    if value[0] == "month":
        return value[1] in months
    return value[0] == "day" and int(value[-1]) in months and spare[int(value[1])] > 0


def _fewer(source: Figures, english: Figures) -> list[Finding]:
    """A value that the source has more than once, in digits, and the English less often, but does."""
    findings: list[Finding] = []
    counts = Counter(value for figure in source if figure.weight > SILENT for value in figure.values)
    digits = {value for figure in source if figure.weight == DIGITS for value in figure.values}
    for value, times in counts.items():
        if times < 2 or value not in digits:
            continue
        there = sum(value in figure.values or value in figure.loose for figure in english)
        if 0 < there < times:
            text = next(figure.text for figure in source if value in figure.values)
            message = f"the source says “{text}” {_times(times)}, the English {_times(there)}"
            findings.append(warning("numbers", message))
    return findings


def _times(count: int) -> str:
    return ("once", "twice")[count - 1] if count < 3 else f"{count} times"


def _conversions(
    missing: list[Figure], added: list[Figure], source: Figures, english: Figures
) -> list[Finding]:
    """Takes the measures that were converted out of both lists.

    A measure that only stands beside its conversion, as in `40 mph (64 km/h)`, is no finding."""
    findings: list[Finding] = []
    for figure in _measures(missing):
        if any(figure.unit == other.unit for other in added):
            continue
        if other := next((other for other in english if _is_converted(figure, other)), None):
            missing.remove(figure)
            done = "has converted it to" if other in added or other.weight == SILENT else "only"
            message = f"the source says “{figure.text}”, the English {done} “{other.text}”"
            findings.append(warning("units", message, "keep the source's unit, or silence the rule"))
            if other in added:
                added.remove(other)
    for other in _measures(added):
        if any(_is_converted(figure, other) for figure in source):
            added.remove(other)
    return findings


def _measures(figures: list[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.unit and figure.unit != "%"]


def _is_converted(figure: Figure, other: Figure) -> bool:
    one, two = _plain(figure), _plain(other)
    return one is not None and two is not None and converted(one, figure.unit, two, other.unit)


def _plain(figure: Figure) -> Fraction | None:
    return next((Fraction(value) for value in figure.values if not isinstance(value, tuple)), None)


def _changed(missing: list[Figure], added: list[Figure]) -> list[Finding]:
    """Each lost figure beside the added one that most likely took its place."""
    findings: list[Finding] = []
    added = list(added)
    for figure in missing:
        if other := _counterpart(figure, added):
            added.remove(other)
            findings.append(_replaced(figure, other))
        elif figure.weight > SILENT:
            code = _code(figure)
            message = f"the source says {quoted(figure)}, the English has no such figure"
            findings.append(error(code, message) if figure.weight == DIGITS else warning(code, message))
    for other in added:
        if other.weight > SILENT:
            code = _code(other)
            message = f"the English says {quoted(other)}, the source has no such figure"
            findings.append(error(code, message) if other.weight == DIGITS else warning(code, message))
    return findings


def _counterpart(figure: Figure, added: list[Figure]) -> Figure | None:
    """Of the same kind, and a share for a share, a sum for a sum where there is one; a year for a year."""

    def likeness(other: Figure) -> tuple[bool, bool, bool]:
        return figure.currency == other.currency, figure.unit == other.unit, figure.weight == other.weight

    alike = [other for other in added if figure.kind == other.kind and _is_year(figure) == _is_year(other)]
    return max(alike, key=likeness, default=None)


def _is_year(figure: Figure) -> bool:
    value = _plain(figure)
    return figure.text.isdecimal() and len(figure.text) == 4 and value is not None and 1000 < value < 2101


def _replaced(figure: Figure, other: Figure) -> Finding:
    message = f"the source says {quoted(figure)}, the English {quoted(other)}"
    code = _code(figure)
    return error(code, message) if max(figure.weight, other.weight) >= WORDS else warning(code, message)


def _code(figure: Figure) -> str:
    if figure.kind in ("day", "month"):
        return "dates"
    return "money" if figure.currency and not figure.unit else "numbers"


def _currencies(source: Figures, english: Figures, pair: Pair) -> list[Finding]:
    """The same sum in another currency."""
    findings: list[Finding] = []
    if not any(figure.currency for figure in source):
        return findings
    named = {figure.currency for figure in english if figure.currency}
    named.update(CURRENCIES[word] for word in pair.target_words if word in CURRENCIES)
    for figure in source:
        if not figure.currency:
            continue
        same = [other for other in english if not figure.values.isdisjoint(other.values | other.loose)]
        if not same or any(same_currency(figure.currency, other.currency) for other in same):
            continue
        said = f"the source says “{figure.text}” ({figure.currency}), the English"
        if other := next((other for other in same if other.currency), None):
            findings.append(error("money", f"{said} “{other.text}” ({other.currency})"))
        elif not any(same_currency(figure.currency, code) for code in named):
            findings.append(warning("money", f"{said} “{same[0].text}” without the currency"))
    return findings


_MONTHS = "January February March April May June July August September October November December".split()


def quoted(figure: Figure) -> str:
    """The figure as it stands, and what was read where that is not the same: `“20 ribu” (20,000)`."""
    if len(figure.text) > 2 * LONGEST:
        figure = replace(figure, text=f"{figure.text[:LONGEST]} …")
    meanings = sorted((shown(value) for value in figure.values), key=lambda text: (len(text), text))
    if not meanings:
        return f"“{figure.text}”, which is no English number"
    meaning = " or ".join(meanings[:2])
    return (
        f"“{figure.text}”"
        if figure.text in (meaning, meaning.replace(",", ""))
        else f"“{figure.text}” ({meaning})"
    )


def shown(value: Value) -> str:
    """A value for a message: `20,000`, `1/3`, `22:00`, `6 March`."""
    match value:
        case ("day", day, month):
            return f"{day} {_MONTHS[int(month) - 1]}"
        case ("month", month):
            return _MONTHS[int(month) - 1]
        case ("time", minutes):
            return f"{int(minutes) // 60}:{int(minutes) % 60:02}"
        case ("about", size):
            return f"about {int(size):,}"
        case ("digits", count, _):
            return f"{count:,} digits"
        case Fraction() as fraction:
            decimals = fraction.limit_denominator(10**9)
            power = 10**6 * decimals
            return f"{float(fraction):,.6g}" if power.denominator == 1 else str(fraction)
        case _:
            return f"{value:,}"

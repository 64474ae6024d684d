"""How far each article's English is, as bars on a terminal and as numbers elsewhere."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sejajar.cli.printing import count, styled
from sejajar.commands import ArticleStatus
from sejajar.i18n import gettext, translated
from sejajar.model import State
from sejajar.visible import visible

_LOOKS: dict[State, tuple[str, str, str]] = {
    State.REVIEWED: ("█", "#", "green"),
    State.MACHINE: ("▓", "=", "cyan"),
    State.NEEDS_WORK: ("▒", "~", "yellow"),
    State.STALE: ("░", "!", "magenta"),
    State.UNTRANSLATED: ("·", ".", "bright_black"),
}
"""The best first: sign, sign where the terminal knows no blocks, colour. The sign alone says the state."""
WIDTH = 80
"""Columns, at most: bars are for comparing, not for filling a screen."""


def worst_first(rows: Sequence[ArticleStatus]) -> list[ArticleStatus]:
    """Those with the smallest reviewed part first; of equals the newest."""
    newest = sorted(rows, key=lambda row: row.date, reverse=True)
    return sorted(newest, key=lambda row: row.counts.get(State.REVIEWED, 0) / max(row.total, 1))


def chart(rows: Sequence[ArticleStatus], encoding: str) -> Iterator[str]:
    """A bar an article, a bar of all, and what the signs mean; never wider than the terminal."""
    width = min(WIDTH, max(40, shutil.get_terminal_size().columns))
    blocks = _encodes(encoding)
    names = [_name(row) for row in rows]
    label = min(max(map(len, [*names, "12345 articles"])), width * 2 // 5)
    digits = len(str(sum(row.total for row in rows)))
    standings = ["" if row.standing == "published" else f"  {gettext(row.standing)}" for row in rows]
    bar = max(8, width - label - 2 * digits - 5 - max(map(len, standings), default=0))
    everything: Counter[State] = Counter()
    for row, name, standing in zip(rows, names, standings, strict=True):
        everything.update(row.counts)
        yield _line(_cut(name, label, blocks), row.counts, label, bar, digits, blocks) + standing
    if len(rows) != 1:
        yield _line(count(len(rows), "article"), everything, label, bar, digits, blocks)
    yield ""
    words = max(12, *(len(gettext(str(state))) for state in _LOOKS))
    for state, (sign, plain, colour) in _LOOKS.items():
        key = styled((sign if blocks else plain) * 2, fg=colour)
        yield f"  {key} {gettext(str(state)).ljust(words)} {everything[state]:>{digits}}"
    signed = sum(row.signed for row in rows)
    yield f"     {translated(f'of the reviewed, {signed} signed by name')}"
    unseen = Counter(row.standing for row in rows if row.standing in ("draft", "scheduled"))
    if unseen:
        told = f"readers do not see yet: {unseen['draft']} draft, {unseen['scheduled']} scheduled"
        yield f"     {translated(told)}"


def table(rows: Sequence[ArticleStatus]) -> Iterator[str]:
    """The same as numbers in columns, for files and other programs."""
    paths = [visible(row.path) for row in rows]
    width = max(map(len, paths), default=5)
    names = [str(state) for state in State]
    yield "  ".join(["article".ljust(width), "segments", *names, "status"])
    for row, path in zip(rows, paths, strict=True):
        numbers = [str(row.counts.get(state, 0)).rjust(len(state)) for state in State]
        yield "  ".join([path.ljust(width), str(row.total).rjust(8), *numbers, row.standing])
    total = [str(sum(row.counts.get(state, 0) for row in rows)).rjust(len(state)) for state in State]
    segments = str(sum(row.total for row in rows)).rjust(8)
    yield "  ".join([count(len(rows), "article").ljust(width), segments, *total])


def parts(counts: Mapping[State, int], width: int) -> dict[State, int]:
    """Each state's columns of a bar: together the whole width, and one at least for what there is.

    What is left over by rounding goes to the largest remainders (Hamilton's method).
    """
    there = {state: counts.get(state, 0) for state in _LOOKS if counts.get(state, 0)}
    total = sum(there.values())
    if not total:
        return {}
    exact = {state: number * width / total for state, number in there.items()}
    found = {state: max(1, int(share)) for state, share in exact.items()}
    while (missing := width - sum(found.values())) != 0:
        step = 1 if missing > 0 else -1
        able = [state for state in found if step > 0 or found[state] > 1]
        found[max(able, key=lambda state: step * (exact[state] - found[state]))] += step
    return found


def _line(name: str, counts: Mapping[State, int], label: int, bar: int, digits: int, blocks: bool) -> str:
    drawn = "".join(
        styled(_LOOKS[state][0 if blocks else 1] * columns, fg=_LOOKS[state][2])
        for state, columns in parts(counts, bar).items()
    )
    total = sum(counts.values())
    blank = " " * (0 if total else bar)
    return f"{name.ljust(label)}  {drawn}{blank}  {counts.get(State.REVIEWED, 0):>{digits}}/{total}"


def _name(row: ArticleStatus) -> str:
    """The article's folder, which begins with its date."""
    return visible(row.path.split("/")[-2])


def _cut(name: str, width: int, blocks: bool) -> str:
    return name if len(name) <= width else name[: width - 1] + ("…" if blocks else "~")


def _encodes(encoding: str) -> bool:
    try:
        "".join(sign for sign, *_ in _LOOKS.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True

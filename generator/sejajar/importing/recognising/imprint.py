"""When a text appeared, who wrote and edited it and for whom, by the lines around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sejajar.importing.blocks import Block, Facts
from sejajar.importing.outlets import outlet_at, outlet_named
from sejajar.importing.recognising import report
from sejajar.importing.recognising.bylines import Bylines, names_beside, persons
from sejajar.importing.recognising.dateline import read_dateline
from sejajar.importing.recognising.dates import Dated, article_date, date_of_address, publication_in
from sejajar.importing.recognising.noise import Aside, is_prose
from sejajar.model import Problem


def publication_lines(blocks: Sequence[Block]) -> tuple[dict[tuple[Dated, bool], Aside], tuple[Block, ...]]:
    """The lines that say when the article appeared or was changed, and all others."""
    found: dict[tuple[Dated, bool], Aside] = {}
    kept = []
    for block in blocks:
        if published := publication_in(block):
            # One word beside the date, or none: a line of a list may look so, a sentence never does.
            key = (replace(published[0], line=block.line), published[1])
            found[key] = Aside(block.line, block.text, "date-line")
        else:
            kept.append(block)
    return found, tuple(kept)


def beside(blocks: Sequence[Block], dates: Mapping[tuple[Dated, bool], Aside]) -> set[int]:
    """The lines above and below those that say when the article appeared, and the one below its headline."""
    lines = [block.line for block in blocks]
    at = [lines.index(one.line) for one in dates.values() if one.line in lines]
    near = {lines[other] for index in at for other in (index - 1, index + 1) if 0 <= other < len(lines)}
    return near | set(lines[:1])


def without_labels(
    blocks: tuple[Block, ...], *, labelled: bool
) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    """Takes out captions and labels above the first paragraph, where date or byline stand there too."""
    first = head_length(blocks)
    if not labelled or first == len(blocks):
        return blocks, ()
    plain = [
        index
        for index in range(first)
        if not blocks[index].is_figure
        and _is_label(blocks[index].text)
        and not read_dateline(blocks[index].text)
    ]
    aside = tuple(Aside(blocks[index].line, blocks[index].text, "page-head") for index in plain)
    return tuple(block for index, block in enumerate(blocks) if index not in plain), aside


def _is_label(text: str) -> bool:
    return (
        len(text) <= 80
        and text[-1] not in '.!?:;”"-–—'
        and text[0] not in '-*•–—“"'
        and not text[0].isdigit()
    )


def completed(facts: Facts, url: str, dates: Sequence[tuple[Dated, bool]], bylines: Bylines) -> Facts:
    """What the source says of itself, then what its lines say."""
    url = url or facts.url
    published = next((dated for dated, changed in dates if not changed and dated.day), None)
    changed = next((dated.day for dated, changed in dates if changed), None)
    date, origin = facts.date, facts.date_from
    if not date and published:
        date, origin = published.day, _from_line(published)
    if not date and (day := date_of_address(url)):
        date, origin = day, "from the address"
    named = next(filter(None, (names_beside(dated.beside) for dated, _ in dates)), ())
    told = dict.fromkeys(name for text in facts.authors for name in persons(text))
    # Some sites say the editor's name where the author's belongs.
    edited = bylines.authors and set(told) <= set(bylines.editors)
    authors = () if edited else tuple(told)
    outlet = outlet_at(url) or outlet_named(facts.outlet) or facts.outlet
    return Facts(
        facts.title,
        outlet,
        url,
        date,
        origin,
        facts.updated or changed,
        authors or bylines.authors or named,
        facts.editors or bylines.editors,
    )


def date_of(
    given: dt.date | None,
    facts: Facts,
    blocks: Sequence[Block],
    aside: Sequence[Aside],
    path: str,
    today: dt.date,
) -> tuple[report.Day, tuple[Problem, ...]]:
    """The article's day: as given, as its source says, as its lines say, as its text says."""
    if given:
        return report.Day(given, "as given"), ()
    if facts.date and facts.date <= today:
        return report.Day(facts.date, facts.date_from), ()
    signed = tuple(Block(one.line, one.text) for one in aside if one.rule == "copyright")
    printed = (date_of_address(one.text) for one in aside if one.rule == "first-published")
    if (day := next(filter(None, printed), None)) and day <= today:
        return report.Day(day, "from the address where it first appeared"), ()
    dated, problems = article_date((*blocks, *signed), path, today)
    if not dated:
        return report.Day(None, ""), problems
    return report.Day(dated.day, _from_line(dated)), problems


def _from_line(dated: Dated) -> str:
    return f"from line {dated.line}: “{dated.words}”"


def head_length(blocks: Sequence[Block]) -> int:
    return next((index for index, block in enumerate(blocks) if is_prose(block)), len(blocks))

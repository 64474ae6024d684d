"""The dates that an article mentions, in order, each leading to the passage that mentions it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sejajar.language.inline import literal, plain
from sejajar.language.lexicon import INDONESIAN
from sejajar.language.reading import read
from sejajar.language.sentence_ends import pieces
from sejajar.language.wording import long_date, say
from sejajar.model import Article, Kind, Segment
from sejajar.rendering.html.markup import Element, element, spaced
from sejajar.rendering.lists.rows import state_word
from sejajar.site.view import View

FEWEST = 2
"""A single date is no timeline."""
NEAR = dt.timedelta(days=120)
"""How far from the article a day without a year may be, if its year is to be the article's."""
EXCERPT = 110

_TEXT = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE})
_DAY_AND_MONTH = re.compile(
    r"\d\s*[/-]\s*\d|\d (?:Jan|Feb|Peb|Mar|Apr|Mei|Jun|Jul|Ag[us]|Agt|Sep|Okt|No[vp]|Des)"
)
"""What every date has that can be read; most passages have none, and reading figures is slow."""
_YEAR = re.compile(r"(?<![\d.,/-])[12]\d{3}(?![\d.,/-]*\d)")
_ANOTHER_YEAR = re.compile(r"\b(?:tahun|setahun)\s+(?:lalu|silam|depan|sebelumnya|berikutnya|kemudian)", re.I)


class Mention(NamedTuple):
    date: dt.date
    segment: Segment
    """Where the article mentions it first, its key points aside."""
    sentence: int
    """Which of the segment's sentences it is, from 0."""


def mentions(article: Article) -> tuple[Mention, ...]:
    """Each date once, the earliest first.

    A day without a year has the article's, unless the passage speaks of another year, or the day would be far
    from the article: at New Year nobody can know which December is meant.
    """
    found: dict[dt.date, Mention] = {}
    for segment in article.segments:
        if segment.kind not in _TEXT:
            continue
        text = plain(segment.text)
        for date, start in dates_in(text, article.metadata.date):
            if date not in found:
                sentence = sum(end <= start for _, end in pieces(text))
                found[date] = Mention(date, segment, sentence)
    return tuple(sorted(found.values(), key=lambda mention: mention.date))


def dates_in(text: str, published: dt.date) -> Iterator[tuple[dt.date, int]]:
    """The full dates in an Indonesian text, and where each begins: `20/7/2025`, `20 Juli 2025`, `29 Juli`."""
    if not _DAY_AND_MONTH.search(text):
        return
    years = {int(found[0]) for found in _YEAR.finditer(text)}
    sure = years <= {published.year} and not _ANOTHER_YEAR.search(text)
    for figure in read(text, INDONESIAN):
        for value in figure.values:
            if isinstance(value, tuple) and len(value) == 3 and (figure.year or sure):
                date = _date(figure.year or published.year, value[2], value[1])
                if date and (figure.year or abs(date - published) <= NEAR):
                    yield date, figure.start


def _date(year: int, month: int, day: int) -> dt.date | None:
    """None for the thirtieth of February."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def timeline(view: View) -> Element | None:
    """The dates as a list for the foot of the article; None where there are too few."""
    found = mentions(view.briefing.article)
    if len(found) < FEWEST:
        return None
    rows = [
        _row(view, list(of_sentence))
        for _, of_sentence in groupby(found, key=lambda mention: (mention.segment.key, mention.sentence))
    ]
    label = element("p", view.say("dates"), class_="sj-label")
    name = say(view.edition, "dates")
    return element(
        "section", label, element("ol", *rows), class_="sj-timeline", aria_label=name, data_nosnippet=""
    )


def _row(view: View, found: list[Mention]) -> Element:
    """Days that follow each other out of one sentence share its words."""
    first = found[0]
    days = [
        element("time", long_date(item.date, view.edition), datetime=item.date.isoformat()) for item in found
    ]
    text, language = view.own(first.segment)
    words = excerpt(_sentence(plain(first.segment.text), plain(text), first.sentence))
    link = element("a", words, href=f"#{view.pair(first.segment).entry.anchor}", lang=language)
    said = element("p", link, state_word(view, first.segment, view.edition, view.edition), class_="sj-said")
    return element("li", element("p", *spaced(days), class_="sj-days"), said)


def _sentence(source: str, text: str, sentence: int) -> str:
    """The sentence of `text` that answers to one of `source`, if they have as many; else all of it."""
    spans = pieces(text)
    if len(spans) != len(pieces(source)):
        return text
    start, end = spans[sentence]
    return text[start:end].strip()


def excerpt(text: str, length: int = EXCERPT) -> str:
    """HTML of a text's first words."""
    if len(text) > length:
        text = text[: length - 1].rpartition(" ")[0].rstrip(" ,;:–—") + "…"
    return literal(text)

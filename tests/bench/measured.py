"""One import against what readers found in the same text: tallies, and a line for each fault."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from bench.truth import Said, Truth, bag, mark_of, tokens, within
from sejajar.importing import Recognised
from sejajar.model import Article, Kind, Quote, Segment

_BODY = (Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM, Kind.HEADING)


@dataclass(frozen=True, slots=True)
class Measured:
    """Tallies by name (`title` of `titles` right, …) and what was wrong, in words."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: tuple[str, ...] = ()
    f1: float | None = None
    """Of the words of a page's body."""


def measured(
    truth: Truth, article: Article | None, recognised: Recognised, asked: frozenset[str]
) -> Measured:
    """`asked`: what the import wanted to be told, and `article` was then made up with."""
    counts: Counter[str] = Counter(files=1)
    faults: list[str] = []
    if article is None:
        return Measured(
            counts + Counter(refused=1), ("refused: " + "; ".join(map(str, recognised.problems)),)
        )
    for found in (
        _head(truth, article, asked),
        _headings(truth, article),
        _noise(truth, article, recognised),
        _seams(truth, article),
        _quotes(truth, article),
    ):
        for name, fault in found:
            counts[name] += 1
            if fault:
                faults.append(f"{name}: {fault}")
    own = _page_words(truth, article) if truth.page and truth.words else None
    f1 = None if own is None else f1_of(own, truth.words)
    return Measured(counts, tuple(faults), f1)


Finding = tuple[str, str]
"""A tally's name, and what is wrong (empty if all is well)."""


def f1_of(own: Counter[str], truth: Counter[str]) -> float:
    return 2 * (own & truth).total() / (own.total() + truth.total())


def _folded(text: str) -> str:
    return " ".join(tokens(text))


def _head(truth: Truth, article: Article, asked: frozenset[str]) -> Iterator[Finding]:
    title = "" if "title" in asked else article.title.text
    right = mark_of(title) == truth.title if truth.title else not title
    yield "titles", ""
    yield ("titles right", "") if right else ("titles wrong", repr(title))
    date = "" if "date" in asked else str(article.metadata.date)
    if truth.dated and truth.date:
        yield "dates stated", ""
        yield (
            ("dates exact", "")
            if date[-6:] == truth.date[-6:] and (truth.date[:4] == "????" or date == truth.date)
            else ("dates asked for" if not date else "dates wrong", f"{date or 'none'} for {truth.date}")
        )
    elif truth.dated:
        yield "dates not stated", ""
        if date:
            yield "dates made up", date
    source = article.metadata.source
    yield from _named("outlets", source.outlet if source else "", truth.outlets)
    yield from _named("places", article.metadata.place, truth.places)
    yield from _persons("authors", article.metadata.authors, truth.authors)
    yield from _persons("editors", article.metadata.editors, truth.editors)


def _named(what: str, own: str, names: tuple[str, ...]) -> Iterator[Finding]:
    if names:
        yield f"{what} stated", ""
        same = {_plain(own), _plain(own.partition(",")[0])} & {_plain(name) for name in names}
        yield (
            (f"{what} right", "")
            if same
            else (f"{what} wrong", f"{own or 'none'} for {names[0] or names[1]}")
        )
    elif own:
        yield f"{what} made up", own


def _plain(name: str) -> str:
    """`Kompas.com`, `KOMPAS` and `kompas` are one outlet."""
    return re.sub(
        r"\W+|com$|co\.?id$", "", re.sub(r"\.(?:com|co(?:\.id)?|id|net)$", "", name.casefold().strip())
    )


def _persons(what: str, own: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Finding]:
    left = {_folded(name) for name in names}
    for name in own:
        if _folded(name) in left:
            left.discard(_folded(name))
            yield f"{what} right", ""
        else:
            yield f"{what} wrong", name
    for name in left:
        yield f"{what} missed", name


def _headings(truth: Truth, article: Article) -> Iterator[Finding]:
    found = [section.heading for section in article.sections]
    for kind, places in (("numbered", truth.numbered), ("unnumbered", truth.unnumbered)):
        for place in places:
            yield f"{kind} headings", ""
            section = next((one for one in article.sections if _at(one.heading, place)), None)
            right = section is not None and (kind == "unnumbered" or section.number is not None)
            yield (f"{kind} found", "") if right else (f"{kind} missed", str(place))
    known = (*truth.numbered, *truth.unnumbered, *truth.unsure)
    for heading in found:
        if not any(_at(heading, place) for place in known):
            yield "headings false", f"line {heading.line}: {heading.text}"


def _at(heading: Segment, place: int | str) -> bool:
    if isinstance(place, int):
        return heading.line == place
    # A word or two may stand anywhere: they have to be the whole of it.
    few = int(place.partition(":")[0]) < 3
    return mark_of(heading.text) == place if few else within(place, heading.text) is not None


def _texts(article: Article) -> list[Segment]:
    return [one for one in article.segments if one.kind not in (Kind.TITLE, Kind.SPEAKER)]


def _noise(truth: Truth, article: Article, recognised: Recognised) -> Iterator[Finding]:
    left = []
    texts = _texts(article)
    for noise in truth.noise:
        if noise.mark:
            small = truth.page and int(noise.mark.partition(":")[0]) < 3
            hits = [
                one
                for one in texts
                if (truth.page or noise.first in (0, one.line))
                and (mark_of(one.text) == noise.mark if small else within(noise.mark, one.text))
            ]
        else:
            lines = range(noise.first, noise.last + 1)
            hits = [one for one in texts if one.line in lines and one.line not in truth.body]
        hits = hits[1:] if noise.twice else hits
        name = "meta left" if noise.meta else "noise left"
        for hit in hits:
            left.append(name)
            yield name, f"line {hit.line}: {hit.text[:80]}"
    for place in truth.captions:
        yield "captions", ""
        for one in texts:
            if one.kind is not Kind.CAPTION and _at(one, place):
                yield "captions left", f"line {one.line}: {one.text[:80]}"
    if "noise left" in left:
        yield "files with noise", ""
    yield from _set_aside(truth, article, recognised)


def _set_aside(truth: Truth, article: Article, recognised: Recognised) -> Iterator[Finding]:
    if truth.page or not truth.body:
        return
    texts = " | ".join(_folded(one.text) for one in article.segments)
    wrong = False
    for part in recognised.aside:
        noisy = [one.mark for one in truth.noise if one.first == part.line and one.mark]
        own = part.line in truth.body and part.line not in truth.free and part.rule != "dateline"
        # A word that the noise was glued to is shown with it.
        parted = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", part.text)
        sentence = len(tokens(part.text)) > 2 and _folded(part.text) not in texts
        if own and sentence and not any(within(mark, parted) for mark in noisy):
            wrong = True
            yield "body set aside", f"line {part.line}: {part.rule}: {part.text[:80]}"
    if wrong:
        yield "files with body set aside", ""


def _seams(truth: Truth, article: Article) -> Iterator[Finding]:
    texts = [one.text for one in article.segments]
    for seam in truth.seams:
        if seam.sure:
            yield "seams", ""
            whole = any(within(seam.mark, text) for text in texts)
            yield ("seams missed", f"line {seam.line}") if whole else ("seams split", "")
    yield from _false_splits(truth, article)


def _false_splits(truth: Truth, article: Article) -> Iterator[Finding]:
    """More parts of a line than its seams and its noise make; a quote in it is a part of its own."""
    quoted = {segment for block in article.blocks if isinstance(block, Quote) for segment in block.paragraphs}
    cuts = Counter(
        one.line
        for one, next_ in pairwise(_texts(article))
        if one.line == next_.line and not {one, next_} & quoted and not _is_seam(truth, one, next_)
    )
    for line in sorted(truth.body):
        noise = sum(one.first == line and bool(one.mark) for one in truth.noise)
        for _ in range(cuts[line] - noise):
            yield "splits false", f"line {line}"


def _is_seam(truth: Truth, left: Segment, right: Segment) -> bool:
    return any(
        within(seam.mark, f"{left.text} {right.text}") for seam in truth.seams if seam.line == left.line
    )


def _quotes(truth: Truth, article: Article) -> Iterator[Finding]:
    quotes = [block for block in article.blocks if isinstance(block, Quote)]
    judged: set[int] = set()
    for said in truth.quotes:
        index = next((i for i, one in enumerate(quotes) if _holds(one, said)), None)
        name = _speaker(quotes[index]) if index is not None else ""
        if not said.certain:
            judged |= {index} if index is not None else set()
            continue
        if said.person:
            yield "speakers", ""
        right = bool(name) and _folded(name) in {_folded(one) for one in said.names}
        if right and said.person:
            yield "speakers right", ""
        elif name and not right:
            wanted = said.names[0] if said.names else "nobody"
            clean = any(_folded(one) in _folded(name) or _folded(name) in _folded(one) for one in said.names)
            yield ("speakers not clean" if clean else "speakers wrong"), f"{name} for {wanted}"
        elif said.person:
            where = "is no quote" if index is None else "has no speaker"
            yield "speakers missed", f"line {said.line} {where}: {said.names[0]}"
        judged |= {index} if index is not None else set()
    for index, quote in enumerate(quotes):
        if index not in judged and (name := _speaker(quote)):
            yield (
                "speakers unjudged",
                f"line {quote.paragraphs[0].line}: {name}: {quote.paragraphs[0].text[:60]}",
            )


def _holds(quote: Quote, said: Said) -> bool:
    return any(within(said.mark, one.text) for one in quote.paragraphs if said.line in (0, one.line))


def _speaker(quote: Quote) -> str:
    return quote.speaker.text.partition(", ")[0] if quote.speaker else ""


def _page_words(truth: Truth, article: Article) -> Counter[str]:
    kinds = _BODY if truth.headed else tuple(kind for kind in _BODY if kind is not Kind.HEADING)
    texts = [one.text for one in article.segments if one.kind in kinds]
    own = bag(" ".join(texts))
    for text in texts[:2]:
        if truth.dateline and (found := within(truth.dateline, text)):
            return own - bag(" ".join(tokens(text)[found[0] : found[1]]))
    return own

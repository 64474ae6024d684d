"""A book of briefings: which articles are in it, what it is called, and what it is made from."""

from __future__ import annotations

import contextlib
import datetime as dt
import posixpath
import re
import uuid
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from itertools import count
from typing import get_args

from sejajar import storage
from sejajar.build.pages import options_of
from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.language.inline import plain
from sejajar.language.wording import month_name
from sejajar.model import EDITIONS, Edition, Problem, Status, has_errors
from sejajar.rendering.books.book import Book, Illustration, Layout, last_change
from sejajar.rendering.books.package import MADE_BY
from sejajar.rendering.books.pictures import illustration
from sejajar.rendering.pages import article_view
from sejajar.site.facets import name_slug
from sejajar.site.lifecycle import listed, published
from sejajar.site.pictures import find_pictures, published_pictures
from sejajar.site.readiness import GAPS, gaps
from sejajar.site.view import View
from sejajar.site.workspace import Site, Workspace

LAYOUTS: tuple[Layout, ...] = get_args(Layout)
FORMATS = ("epub", "pdf")
"""By the ending of the file."""
Report = Callable[[str, int], None]
"""Hears how many of what are done: articles read, pages laid out."""
_FONTS = "theme/assets/fonts"
_CSS = "rendering/books"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a book is asked to be."""

    format: str
    layout: Layout = "columns"
    edition: Edition = "id"
    month: tuple[int, int] | None = None
    """Year and month."""
    tags: tuple[str, ...] = ()
    """In either language; an article bears any of them."""
    since: dt.date | None = None
    until: dt.date | None = None
    title: str = ""
    rights: str = ""
    epoch: dt.datetime | None = None
    """The moment that the book is dated; None: that of its articles' last change."""


@dataclass(frozen=True, slots=True)
class Chosen:
    briefings: tuple[Briefing, ...]
    """In the order of their dates: a book is read from its beginning."""
    left_out: tuple[tuple[str, str], ...]
    """The paths of articles that readers do not see, and what they are: draft, scheduled, retracted."""
    problems: tuple[Problem, ...]
    """Of these, and of what could not be read, which nobody knows whether it belongs."""


class UnknownTagError(LookupError):
    """No article bears the tag; `near` are those that are spelt alike."""

    def __init__(self, tag: str, near: tuple[str, ...]) -> None:
        super().__init__(tag)
        self.tag, self.near = tag, near


def choose(site: Site, workspace: Workspace, wanted: Wanted, now: dt.datetime) -> Chosen:
    """The articles of a book among those of the workspace, as readers see them at the moment `now`.

    Raises UnknownTagError.
    """
    wanted_slugs = tuple(_tag_slug(tag, workspace) for tag in wanted.tags)
    visible = published(workspace, now)
    found = [one for one in reversed(listed(visible.briefings)) if _fits(one, wanted, wanted_slugs)]
    shown = {one.article.path for one in found}
    left_out = tuple(
        (one.article.path, _standing(one))
        for one in workspace.briefings
        if one.article.path not in shown and _fits(one, wanted, wanted_slugs)
    )
    counts = ((one.catalog.path, Counter(pair.entry.state for pair in one.pairs.values())) for one in found)
    others = {one.article.folder for one in workspace.briefings if one.article.path not in shown}
    problems = [one for one in visible.problems if posixpath.dirname(one.location.path) not in others]
    problems += gaps(counts, GAPS[site.settings.on_incomplete])
    return Chosen(tuple(found), left_out, tuple(problems))


def _standing(briefing: Briefing) -> str:
    status = briefing.article.metadata.status
    return "scheduled" if status is Status.PUBLISHED else str(status)


def _fits(briefing: Briefing, wanted: Wanted, slugs: tuple[str, ...]) -> bool:
    metadata = briefing.article.metadata
    day = metadata.date
    return (
        (wanted.month is None or (day.year, day.month) == wanted.month)
        and (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
        and (not slugs or bool({name_slug(tag) for tag in metadata.tags} & set(slugs)))
    )


def _tag_slug(tag: str, workspace: Workspace) -> str:
    """What the tag is called in addresses, whichever language and case it was typed in."""
    known: dict[str, str] = {}
    for one in workspace.briefings:
        for said in one.article.metadata.tags:
            known[said.casefold()] = known[name_slug(said)] = name_slug(said)
            if english := workspace.glossary.english_of(said):
                known[english.casefold()] = name_slug(said)
    if slug := known.get(tag.casefold()) or known.get(name_slug(tag)):
        return slug
    raise UnknownTagError(tag, tuple(get_close_matches(tag.casefold(), known, n=3)))


def made(
    site: Site,
    glossary: Glossary,
    chosen: Chosen,
    wanted: Wanted,
    told_of: Report = lambda _what, _done: None,
) -> Book:
    """The book of the chosen articles. `told_of` hears of each article whose pictures are ready.

    Raises PictureError where a picture is none any more, and OSError.
    """
    views, pictures = [], {}
    numbers = count(1)
    for done, one in enumerate(chosen.briefings, 1):
        options = replace(options_of(site), suggestions="")
        plainer = article_view(one, wanted.edition, glossary, options)
        views.append(replace(plainer, extras=replace(plainer.extras, explain=False)))
        pictures.update(_pictures(site, one, numbers))
        told_of("article", done)
    told = site.publication
    names = (one.article.path for one in chosen.briefings)
    kind = (wanted.format, wanted.layout, wanted.edition)
    return Book(
        title=_title(site, glossary, views, wanted),
        edition=wanted.edition,
        views=tuple(views),
        told=told,
        identifier=str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join([site.url or site.name, *kind, *names]))),
        changed=wanted.epoch or last_change(tuple(views)),
        layout=wanted.layout,
        rights=wanted.rights,
        pictures=pictures,
        fonts=_screen_fonts() if wanted.format == "epub" else _paper_fonts(),
        css=_css(wanted.format),
    )


def _screen_fonts() -> dict[str, bytes]:
    """The text's own, and its licence; the interface's is for pages."""
    found = storage.package_bytes(_FONTS)
    return {name: data for name, data in found.items() if name.startswith(("OFL.txt", "source-serif"))}


def _paper_fonts() -> dict[str, bytes]:
    """Whole, for names in all Latin letters; what is embedded is what is used of them."""
    import fontpkg  # type: ignore[import-untyped]

    return {
        f"{name}.ttf": fontpkg.path("Source Serif 4", style=style).read_bytes()
        for name, style in (("roman", "normal"), ("italic", "italic"))
    }


def _css(sort: str) -> str:
    texts = storage.package_texts(_CSS)
    return texts["book.css"] + texts[f"{sort}.css"]


def _pictures(site: Site, briefing: Briefing, numbers: Iterator[int]) -> dict[str, Illustration]:
    article = briefing.article
    found = find_pictures(site.root, article.path, published_pictures(article))
    return {
        path: illustration(next(numbers), picture.read(), storage.media_type(picture.name))
        for path, picture in found.items()
    }


def _title(site: Site, glossary: Glossary, views: Sequence[View], wanted: Wanted) -> dict[Edition, str]:
    """That which was asked for; a single article's own; or the site's name with what was chosen."""
    if wanted.title:
        return dict.fromkeys(EDITIONS, wanted.title)
    if len(views) == 1:
        title = views[0].briefing.article.title
        return {edition: plain(views[0].text(title, edition) or title.text) for edition in EDITIONS}
    return {edition: _of_selection(site, glossary, wanted, edition) for edition in EDITIONS}


def _of_selection(site: Site, glossary: Glossary, wanted: Wanted, edition: Edition) -> str:
    parts = [(edition == "en" and glossary.english_of(tag)) or tag for tag in wanted.tags]
    if wanted.month:
        parts.append(f"{month_name(wanted.month[1], edition)} {wanted.month[0]}")
    return f"{site.name}: {', '.join(parts)}" if parts else site.name


def is_ours(data: bytes) -> bool:
    """Whether a file is a book that we made, which a new one may replace."""
    if data.startswith(b"PK"):
        return data.endswith(MADE_BY)
    if not data.startswith(b"%PDF-"):
        return False
    return any(b"<xmp:CreatorTool>Sejajar" in stream for stream in _streams(data))


def _streams(data: bytes) -> Iterator[bytes]:
    """What a PDF holds in compressed form, from its end, where its own description is."""
    for packed in reversed(re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(packed, 100_000)


def stopped(chosen: Chosen) -> bool:
    """Whether something is wrong with the articles that a book must not be made with."""
    return has_errors(chosen.problems)


def bound(
    site: Site,
    glossary: Glossary,
    chosen: Chosen,
    wanted: Wanted,
    told_of: Report = lambda _what, _done: None,
) -> bytes:
    """The book as the file that was asked for."""
    book = made(site, glossary, chosen, wanted, told_of)
    if wanted.format == "epub":
        from sejajar.rendering.books.package import epub

        return epub(book)
    from sejajar.rendering.books.paper import pdf

    return pdf(book, partial(told_of, "page"))

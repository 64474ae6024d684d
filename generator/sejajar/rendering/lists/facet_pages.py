"""A page for each tag, place and outlet, and an index of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from sejajar.language.inline import literal
from sejajar.language.wording import count, say
from sejajar.model import Edition
from sejajar.rendering.html.markup import Element, Link, Node, element, link, spaced
from sejajar.rendering.lists.archive import Listing, numbered
from sejajar.rendering.lists.rows import (
    LONGEST,
    by_year,
    counted,
    in_pages,
    main_heading,
    nothing_yet,
    pager,
    rows,
)
from sejajar.site.addresses import FACETS, PLACES, Facet, other
from sejajar.site.facets import Name, Register
from sejajar.site.view import View


def linked_name(name: Name, edition: Edition) -> Link:
    """A link to the page of a name, in the edition's own words for it."""
    text, language = name.in_edition(edition)
    return link(PLACES.facet(edition, name.facet, name.slug), literal(text), lang=_lang(language, edition))


def _lang(language: Edition, edition: Edition) -> str | None:
    """For what the glossary does not know. What is the same in both languages needs no mark."""
    return None if language == edition else language


def frequent(register: Register, facet: Facet) -> list[Name]:
    """The names of one kind, those with most briefings first."""
    return sorted(
        register.by_facet[facet], key=lambda name: (-len(register.articles[name]), name.indonesian.casefold())
    )


def indexes(register: Register, edition: Edition) -> Iterator[Listing]:
    """All tags, all places, all outlets: each a page, which leads to the other two."""
    for facet in FACETS:
        title = say(edition, f"all-{facet}")
        others = (
            link(PLACES.facet(edition, one), literal(say(edition, f"all-{one}")))
            for one in FACETS
            if one != facet
        )
        names = sorted(register.by_facet[facet], key=lambda name: name.in_edition(edition)[0].casefold())
        counts = [(name, len(register.articles[name])) for name in names]
        make = partial(_index, title, tuple(others), counts, edition)
        yield Listing(
            PLACES.facet(edition, facet), title, say(edition, f"all-{facet}-intro"), make, besides=counts
        )


def _index(
    title: str, others: Sequence[Link], counts: Sequence[tuple[Name, int]], edition: Edition
) -> Element:
    items = [element("li", *counted(linked_name(name, edition), str(number))) for name, number in counts]
    return element(
        "div",
        main_heading(literal(title)),
        element("p", *spaced(others), class_="sj-facets"),
        element("ul", *items) if items else nothing_yet(edition),
        class_="sj-names",
    )


def listings(
    register: Register, views: Mapping[str, View], edition: Edition, longest: int = LONGEST
) -> Iterator[Listing]:
    """The pages of every name. `views`: each article's, by its path."""
    for name, articles in sorted(register.articles.items(), key=lambda item: (item[0].facet, item[0].slug)):
        yield from _name(name, [views[path] for path in articles], edition, longest)


def _name(name: Name, views: Sequence[View], edition: Edition, longest: int) -> Iterator[Listing]:
    title, _ = name.in_edition(edition)
    pages = in_pages(views, longest)
    paths = [PLACES.facet(edition, name.facet, name.slug, page) for page in range(1, len(pages) + 1)]
    for at, (path, of_page) in enumerate(zip(paths, pages, strict=True)):
        words = numbered(title, edition, at, len(paths))
        said = say(edition, "about-list", title=words, count=count(edition, len(views)))
        make = partial(_name_body, name, of_page, edition, len(views), paths, at)
        yield Listing(path, words, said, make, of_page, (name, len(views), len(paths)))


def _name_body(
    name: Name, views: Sequence[View], edition: Edition, many: int, paths: Sequence[str], at: int
) -> Element:
    title, language = name.in_edition(edition)
    parts: list[Node | None] = [main_heading(literal(title), _lang(language, edition))]
    parts += _about(name, edition) if at == 0 else []
    up = link(PLACES.facet(edition, name.facet), literal(say(edition, f"all-{name.facet}")), class_="sj-up")
    parts.append(element("p", *counted(up, count(edition, many)), class_="sj-up-line"))
    for year, of_year in by_year(views):
        parts += [element("h2", str(year), id=f"y{year}"), rows(of_year)]
    parts.append(pager(edition, paths, at))
    return element("div", *parts, class_="sj-archive sj-rows sj-name")


def _about(name: Name, edition: Edition) -> list[Element]:
    """What the other language calls it, where that differs, and the glossary's note."""
    there = other(edition)
    parts = []
    if name.term and name.term.indonesian != name.term.english:
        text = literal(name.in_edition(there)[0])
        parts.append(element("p", text, class_="sj-subtitle", lang=there))
    if note := name.note(edition):
        parts.append(element("p", literal(note), class_="sj-note"))
    return parts


def of_facet(names: Sequence[Name]) -> dict[Facet, list[Name]]:
    """An article's names by their kinds, in their order."""
    ordered = sorted(names, key=lambda name: FACETS.index(name.facet))
    return {facet: list(of) for facet, of in groupby(ordered, key=lambda name: name.facet)}

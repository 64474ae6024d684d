"""A page for each tag, place and outlet, and an index of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sejajar.model import Edition
from sejajar.rendering.addresses import FACETS, PLACES, Facet, Places, other, relative
from sejajar.rendering.archive import Listing, numbered
from sejajar.rendering.inline import literal
from sejajar.rendering.naming import Name, Register
from sejajar.rendering.rows import LONGEST, by_year, in_pages, pager, row, wrapped
from sejajar.rendering.view import View
from sejajar.rendering.wording import count, say


def linked_name(name: Name, edition: Edition, page: str, places: Places) -> str:
    """A Markdown link to the page of a name, in the edition's own words for it."""
    text, language = name.in_edition(edition)
    target = relative(places.facet(edition, name.facet, name.slug), page)
    return f"[{literal(text)}]({target}){_in(language, edition)}"


def _in(language: Edition, edition: Edition) -> str:
    """For what the glossary does not know. What is the same in both languages needs no mark."""
    return "" if language == edition else f'{{ lang="{language}" }}'


def frequent(register: Register, facet: Facet) -> list[Name]:
    """The names of one kind, those with most briefings first."""
    return sorted(
        register.by_facet[facet], key=lambda name: (-len(register.articles[name]), name.indonesian.casefold())
    )


def indexes(register: Register, edition: Edition, places: Places = PLACES) -> Iterator[Listing]:
    """All tags, all places, all outlets: each a page, which leads to the other two."""
    for facet in FACETS:
        path = places.facet(edition, facet)
        title = say(edition, f"all-{facet}")
        others = (
            f"[{say(edition, f'all-{one}')}]({relative(places.facet(edition, one), path)})"
            for one in FACETS
            if one != facet
        )
        names = sorted(register.by_facet[facet], key=lambda name: name.in_edition(edition)[0].casefold())
        counts = (f'<span class="sj-count">{len(register.articles[name])}</span>' for name in names)
        links = (linked_name(name, edition, path, places) for name in names)
        items = "\n".join(f"- {link} {many}" for link, many in zip(links, counts, strict=True))
        parts = [f"# {title}", f'<p class="sj-facets" markdown="span">{" ".join(others)}</p>']
        parts.append(items or literal(say(edition, "nothing-yet")))
        yield Listing(path, title, wrapped("sj-names", parts), say(edition, f"all-{facet}-intro"))


def listings(
    register: Register,
    views: Mapping[str, View],
    edition: Edition,
    longest: int = LONGEST,
    places: Places = PLACES,
) -> Iterator[Listing]:
    """The pages of every name. `views`: each article's, by its path."""
    for name, articles in sorted(register.articles.items(), key=lambda item: (item[0].facet, item[0].slug)):
        yield from _name(name, [views[article.path] for article in articles], edition, longest, places)


def _name(
    name: Name, views: Sequence[View], edition: Edition, longest: int, places: Places
) -> Iterator[Listing]:
    title, language = name.in_edition(edition)
    pages = in_pages(views, longest)
    paths = [places.facet(edition, name.facet, name.slug, page) for page in range(1, len(pages) + 1)]
    for at, (path, of_page) in enumerate(zip(paths, pages, strict=True)):
        up = relative(places.facet(edition, name.facet), path)
        parts = [f'<h1{_lang(language, edition)} markdown="span">{literal(title)}</h1>']
        parts += _about(name, edition) if at == 0 else []
        many = f'<span class="sj-count">{count(edition, len(views))}</span>'
        all_of = say(edition, f"all-{name.facet}")
        parts.append(f'<p class="sj-up-line" markdown="span">[{all_of}]({up}){{ .sj-up }} {many}</p>')
        for year, of_year in by_year(of_page):
            parts += [f"## {year}", "\n".join(row(view, path) for view in of_year)]
        parts.append(pager(edition, path, paths, at))
        words = numbered(title, edition, at, len(paths))
        said = say(edition, "about-list", title=words, count=count(edition, len(views)))
        yield Listing(path, words, wrapped("sj-archive sj-rows sj-name", parts), said)


def _lang(language: Edition, edition: Edition) -> str:
    return "" if language == edition else f' lang="{language}"'


def _about(name: Name, edition: Edition) -> list[str]:
    """What the other language calls it, where that differs, and the glossary's note."""
    there = other(edition)
    parts = []
    if name.term and name.term.indonesian != name.term.english:
        text = literal(name.in_edition(there)[0])
        parts.append(f'<p class="sj-subtitle" lang="{there}">{text}</p>')
    if note := name.note(edition):
        parts.append(f'<p class="sj-note">{literal(note)}</p>')
    return parts


def of_facet(names: Sequence[Name]) -> dict[Facet, list[Name]]:
    """An article's names by their kinds, in their order."""
    ordered = sorted(names, key=lambda name: FACETS.index(name.facet))
    return {facet: list(of) for facet, of in groupby(ordered, key=lambda name: name.facet)}

"""A page for each person: the articles they wrote, translated, edited or signed; and an index of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from sejajar.language.inline import literal
from sejajar.language.wording import count, in_sentence, long_date, say
from sejajar.model import Edition
from sejajar.rendering.html.markup import Element, Link, Node, element, link
from sejajar.rendering.lists.archive import Listing, numbered
from sejajar.rendering.lists.rows import LONGEST, by_year, counted, in_pages, main_heading, pager, row
from sejajar.site.addresses import PLACES
from sejajar.site.people import Named, Part, Person
from sejajar.site.view import View

BUSIEST = 20
"""Those whom the editors' page names; the index has all."""


def person_link(who: Named, edition: Edition) -> Link:
    return link(PLACES.person(edition, who.slug), literal(who.name))


def busiest(people: Sequence[Person]) -> list[Person]:
    """Those who have signed, who signed most first."""
    signers = (person for person in people if person.signed)
    return sorted(signers, key=lambda person: (-person.signed, person.who.slug))[:BUSIEST]


def said(people: Sequence[Person]) -> object:
    """What a list says of each person."""
    return [(person.who, len(person.parts), person.signed, person.last) for person in people]


def index(people: Sequence[Person], edition: Edition) -> Listing:
    title, words = say(edition, "people"), say(edition, "people-intro")
    make = partial(_index, people, edition, title, words)
    return Listing(PLACES.person(edition), title, words, make, besides=said(people))


def _index(people: Sequence[Person], edition: Edition, title: str, words: str) -> Element:
    items = [
        element("li", *counted(person_link(person.who, edition), str(len(person.parts)))) for person in people
    ]
    return element(
        "div",
        main_heading(literal(title)),
        element("p", literal(words), class_="sj-intro"),
        element("ul", *items) if items else element("p", literal(say(edition, "people-none"))),
        class_="sj-names",
    )


def listings(
    people: Sequence[Person], views: Mapping[str, View], edition: Edition, longest: int = LONGEST
) -> Iterator[Listing]:
    """The pages of all people. `views`: each article's, by its path, in the order of the people's parts."""
    for person in people:
        pages = in_pages(person.parts, longest)
        slug, name = person.who.slug, person.who.name
        paths = [PLACES.person(edition, slug, page) for page in range(1, len(pages) + 1)]
        for at, (path, parts) in enumerate(zip(paths, pages, strict=True)):
            words = numbered(name, edition, at, len(paths))
            description = f"{words}: {_summary(person, edition)}."
            make = partial(_body, person, parts, views, edition, paths, at)
            shows = [views[of] for of, _ in parts]
            besides = (said([person]), parts, len(paths))
            yield Listing(path, words, description, make, shows, besides, profile=name)


def _summary(person: Person, edition: Edition) -> str:
    """`3 briefings, 40 passages signed, last on 24 November 2026`."""
    parts = [count(edition, len(person.parts))]
    if person.signed and person.last:
        parts.append(say(edition, "did-signed-all", count=person.signed))
        parts.append(say(edition, "did-last", date=long_date(person.last, edition)))
    return ", ".join(parts)


def _body(
    person: Person,
    parts: Sequence[tuple[str, Part]],
    views: Mapping[str, View],
    edition: Edition,
    paths: Sequence[str],
    at: int,
) -> Element:
    up = link(PLACES.person(edition), literal(say(edition, "people-all")), class_="sj-up")
    nodes: list[Node | None] = [
        main_heading(literal(person.who.name)),
        element("p", *counted(up, literal(_summary(person, edition))), class_="sj-up-line"),
    ]
    did = dict(parts)
    for year, of_year in by_year(views[path] for path, _ in parts):
        items = []
        for view in of_year:
            words = literal(_did(did[view.briefing.article.path], edition))
            items.append(row(view, " ", element("span", words, class_="sj-did")))
        nodes += [element("h2", str(year), id=f"y{year}"), element("ul", *items)]
    nodes.append(pager(edition, paths, at))
    return element("div", *nodes, class_="sj-archive sj-rows sj-person")


def _did(part: Part, edition: Edition) -> str:
    """`Author; signed 24 of 25 passages, last on 24 November 2026`."""
    done = [say(edition, f"did-{role}") for role in part.roles]
    if part.signed and part.last:
        signed = say(edition, "did-signed", count=part.signed, total=part.passages)
        done.append(f"{signed}, {say(edition, 'did-last', date=long_date(part.last, edition))}")
    first, *rest = done
    return "; ".join([first, *map(in_sentence, rest)])

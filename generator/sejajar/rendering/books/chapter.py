"""One article as a chapter: the tree of its page, less what only a screen with scripts has a use for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from sejajar.language.wording import say
from sejajar.rendering.article.body import article_tree
from sejajar.rendering.books.book import Book, Illustration, reviewers
from sejajar.rendering.books.xhtml import classes, el, having, neutral, parsed, without
from sejajar.site.view import View

_SCREEN = {"sj-contents", "sj-mark", "sj-findings", "sj-spoken", "sj-noted"}
"""The classes of what is taken out: contents that unfold, marks at the edge that the word beside repeats."""
_OUTSIDE = ("http://", "https://", "mailto:")


LONG = 1200
"""Characters of a passage that may go on on the next page."""


class Heading(NamedTuple):
    id: str
    text: str
    lang: str


class Chapter(NamedTuple):
    view: View
    body: ET.Element
    """The `section` that holds all of it."""
    headings: tuple[Heading, ...]
    """Its title and its sections, in the order of reading."""


def chapter(book: Book, view: View, number: int, prefix: str = "a") -> Chapter:
    """The article as the chapter `number` of the book; all its names begin with prefix and number."""
    tree = parsed(article_tree(view))
    without(tree, lambda one: one.tag == "details" or bool(_SCREEN & set(classes(one))))
    name = f"{prefix}{number}"
    address = book.address(view)
    _rename(tree, name)
    _links(tree, address, book.told.url)
    _pictures(tree, book.pictures)
    _sides(tree)
    _states(tree)
    neutral(tree)
    if (origin := _origin(view, address)) is not None:
        tree.append(origin)
    title = next(tree.iter("h1"))
    body = el(
        "section",
        tree,
        epub__type="chapter",
        role="doc-chapter",
        aria_labelledby=title.get("id"),
        lang=view.edition,
        id=name,
    )
    return Chapter(view, body, _headings(body, view.edition))


def _rename(tree: ET.Element, name: str) -> None:
    """Names of passages are one article's own; those of a book have its number before them."""
    for one in tree.iter():
        for key in ("id", "aria-labelledby", "aria-describedby", "headers", "for"):
            if value := one.get(key):
                one.set(key, " ".join(f"{name}-{part}" for part in value.split()))
        for key in ("href", "xlink:href"):
            if (href := one.get(key, "")).startswith("#"):
                one.set(key, f"#{name}-{href[1:]}")
    title = next(tree.iter("h1"))
    title.set("id", title.get("id") or f"{name}-title")


def _links(tree: ET.Element, address: str, site: str) -> None:
    """Links into the site have their whole address; where the site has none they are words."""
    known = {one.get("id") for one in tree.iter()}
    for one in list(tree.iter("a")):
        href = one.get("href", "")
        if href.startswith(_OUTSIDE) or (href.startswith("#") and href[1:] in known):
            continue
        if site and not href.startswith("#") and not urlsplit(href).scheme:
            one.set("href", urljoin(site.rstrip("/") + "/", href))
        elif address and href.startswith("#"):
            one.set("href", f"{address}#{href.partition('-')[2]}")
        else:
            one.tag = "span"
            one.attrib.pop("href", None)


def _pictures(tree: ET.Element, pictures: Mapping[str, Illustration]) -> None:
    for one in tree.iter("img"):
        found = pictures.get(unquote(one.get("src", "")))
        one.set("src", f"images/{found.name}" if found else "")
        one.set("alt", one.get("alt", ""))
    without(tree, lambda one: one.tag == "img" and not one.get("src"))


def _sides(tree: ET.Element) -> None:
    """The two languages of a pair in an element of their own, laid out inside a list's item."""
    for pair in list(having(tree, "sj-pair")):
        sides = [child for child in pair if child.tag == "div" and child.get("lang")]
        if len(sides) != 2:
            continue
        place = list(pair).index(sides[0])
        box = el("div", class_="sj-sides")
        for side in sides:
            pair.remove(side)
            side.tail = None
            box.append(side)
        pair.insert(place, box)
        if max(len("".join(side.itertext())) for side in sides) > LONG:
            pair.set("class", f"{pair.get('class')} sj-long")


def _states(tree: ET.Element) -> None:
    """The word for a state is for everybody: in a book nothing else says it."""
    for one in having(tree, "sj-state"):
        one.attrib.pop("aria-hidden", None)


def _origin(view: View, address: str) -> ET.Element | None:
    """Where the article is on the site, and who has signed its English."""
    edition = view.edition
    rows: list[ET.Element] = []
    if address:
        link = el("a", address, href=address)
        rows += [el("dt", say(edition, "book-address")), el("dd", link, class_="sj-address")]
    if names := reviewers((view,)):
        rows += [el("dt", say(edition, "book-reviewed-by")), el("dd", ", ".join(names))]
    return el("dl", *rows, class_="sj-sources sj-origin") if rows else None


def _headings(body: ET.Element, edition: str) -> tuple[Heading, ...]:
    found = []
    language = {child: parent for parent in body.iter() for child in parent}
    for one in body.iter():
        if one.tag in ("h1", "h2") and one.get("id"):
            lang = one.get("lang") or language[one].get("lang") or edition
            found.append(Heading(one.get("id", ""), " ".join("".join(one.itertext()).split()), lang))
    return tuple(found)

"""The article as its readers see it, each pair named: the tree that a build writes its page from."""

from __future__ import annotations

from collections.abc import Iterator

from sejajar import storage
from sejajar.commands.deciding import name_of
from sejajar.desk.office import Office, Opened
from sejajar.model import Edition, Image
from sejajar.rendering.article.body import article_tree
from sejajar.rendering.html.markup import Element, Form, Node, Place, write
from sejajar.site.view import Extras, View

PLACE = Place("article/page.md")
"""As deep as the desk's own addresses, so that a picture's leads to `/media/`."""


def tree(office: Office, opened: Opened, edition: Edition) -> Element:
    briefing = opened.briefing
    assert briefing is not None
    named = {key: name_of(key) for key in briefing.pairs}
    extras = Extras(sizes=_sizes(office, opened), named=named)
    return article_tree(View(briefing, edition, office.glossary, extras=extras, places=office.site.places))


def whole(office: Office, opened: Opened, edition: Edition) -> str:
    return write(tree(office, opened, edition), Form.HTML, PLACE)


def by_pair(office: Office, opened: Opened, edition: Edition) -> dict[str, str]:
    """The HTML of each pair by its name, for a page that shows one anew."""
    named = _named(tree(office, opened, edition))
    return {element.attributes["data-pair"]: write(element, Form.HTML, PLACE) for element in named}


def _named(node: Node) -> Iterator[Element]:
    if isinstance(node, Element):
        if "data-pair" in node.attributes:
            yield node
        for child in node.children:
            yield from _named(child)


def _sizes(office: Office, opened: Opened) -> dict[str, tuple[int, int]]:
    sizes: dict[str, tuple[int, int]] = {}
    article = opened.briefing.article if opened.briefing else None
    for block in article.blocks if article else ():
        if article and isinstance(block, Image):
            try:
                size = storage.find_picture(office.root, f"{article.folder}/{block.src}").size
            except (OSError, ValueError):
                continue
            sizes |= {block.src: size} if size else {}
    return sizes

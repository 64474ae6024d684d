"""A small tree of elements with two written forms: HTML, and the `md_in_html` Markdown that converts to it.

Text inside is HTML already (see `inline`). In Markdown a plain paragraph is set off by blank lines; a heading
is parsed, for the table of contents; an image and a link to another page are Markdown's, so that MkDocs
resolves their paths. The HTML is, byte for byte, what Python-Markdown and MkDocs make of that Markdown: their
order of attributes, their line breaks, their relative addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from html import unescape

from sejajar.language.inline import attribute
from sejajar.site.addresses import PLACES, Places, address_from, relative


class Form(StrEnum):
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tree is written to, which its links are relative to."""

    page: str = "index.md"
    """Below `docs/`."""
    directory_urls: bool = True
    places: Places = PLACES
    """Where the editions are; the links of a tree name pages as if they were where they usually are."""

    def address(self, target: str) -> str:
        """As the built page writes it."""
        return address_from(self.places.moved(target), self.page, self.directory_urls)

    def link(self, target: str) -> str:
        """As the Markdown file writes it."""
        return relative(self.places.moved(target), self.page)


@dataclass(frozen=True, slots=True)
class Element:
    name: str
    children: tuple[Node, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page of the site."""

    target: str
    """The page's file below `docs/`, perhaps with `#` and an anchor."""
    text: str
    """HTML."""
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    src: str
    """The file below `docs/`, percent-encoded: nothing in it needs escaping."""
    alt: str
    """Not escaped."""
    lang: str
    size: tuple[int, int] | None = None
    """Width and height in pixels, so that nothing moves when it comes."""

    @property
    def attributes(self) -> dict[str, str]:
        named = {"lang": self.lang, "loading": "lazy"}
        return named | ({"width": str(self.size[0]), "height": str(self.size[1])} if self.size else {})


@dataclass(frozen=True, slots=True)
class Written:
    """An element on lines of its own that was written as HTML before, and can be written as nothing else."""

    html: str


Node = Element | Link | Picture | Written | str
"""A string is HTML."""

_HEADINGS = frozenset({"h1", "h2", "h3"})
_BLOCKS = frozenset(
    """
    blockquote body dd details div dl dt figcaption figure h1 h2 h3 legend li nav ol p section summary table
    tbody td tfoot th thead tr ul
    """.split()
)
"""Of the elements that we write those that Python-Markdown sets on lines of their own."""
_WORDS = frozenset({"p", "dd", "dt", "td", "th", "summary", *_HEADINGS})
"""Of these, those that hold running text."""
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.I)
"""One that begins no character reference, in Python-Markdown's eyes."""


def element(name: str, *children: Node | None, **attributes: str | None) -> Element:
    """Underscores in attribute names are hyphens (`class_` is `class`); what is None is left out."""
    return Element(name, tuple([child for child in children if child is not None]), _named(attributes))


def link(to: str, text: str, **attributes: str | None) -> Link:
    return Link(to, text, _named(attributes))


def _named(attributes: dict[str, str | None]) -> dict[str, str]:
    return {_name(key): value for key, value in attributes.items() if value is not None}


@cache
def _name(key: str) -> str:
    return key.strip("_").replace("_", "-")


def spaced(items: Iterable[Node]) -> list[Node]:
    """With a space between, so that the words stay apart where no style sheet sets them apart."""
    return [node for item in items for node in (" ", item)][1:]


def write(node: Node, form: Form, place: Place | None = None) -> str:
    place = place or Place()
    if form is Form.MARKDOWN:
        return _markdown(node, place)
    out: list[str] = []
    _html(node, place, out)
    return "".join(out).strip("\n")


def headings(node: Node) -> Iterator[Element]:
    """The headings of a tree, in order: what its table of contents is made of."""
    if isinstance(node, Element):
        if node.name in _HEADINGS:
            yield node
        for child in node.children:
            yield from headings(child)


def words(node: Node) -> str:
    """The text of a tree, without tags, unescaped."""
    return unescape(without_tags(node))


def without_tags(node: Node) -> str:
    """The HTML of a tree less its tags, on one line."""
    return " ".join(_text(node).split())


def _text(node: Node) -> str:
    if isinstance(node, Element):
        return "".join(map(_text, node.children))
    if isinstance(node, Picture | Written):
        return ""
    return re.sub(r"<[^<>]*>", "", node.text if isinstance(node, Link) else node)


# HTML, as Python-Markdown's serializer and MkDocs write it.


def _html(node: Node, place: Place, out: list[str]) -> None:
    """Appends the HTML of a node to what is written already."""
    if isinstance(node, str):
        out.append(node)
    elif isinstance(node, Element):
        if node.name in _BLOCKS:
            _html_block(node, place, out)
        else:
            out.append(f"<{node.name}{_attributes(node.attributes)}>")
            for child in node.children:
                _html(child, place, out)
            out.append(f"</{node.name}>")
    elif isinstance(node, Written):
        out.append(f"{node.html}\n")
    elif isinstance(node, Picture):
        src = {"src": place.address(node.src)}
        # Python-Markdown leaves the references in an image's text as they are.
        named = {name: _serialized(value) for name, value in (node.attributes | src).items()}
        named["alt"] = _AMPERSAND.sub("&amp;", attribute(node.alt))
        out.append(f"<p><img{_joined(sorted(named.items()))} /></p>\n")
    else:
        href = {"href": place.address(node.target)}
        out.append(f"<a{_sorted(node.attributes | href)}>{node.text}</a>")


def _html_block(node: Element, place: Place, out: list[str]) -> None:
    out.append(f"<{node.name}{_sorted(node.attributes)}>")
    in_line = True
    for child in node.children:
        if isinstance(child, str):
            out.append(child)
            in_line = True
            continue
        is_block = _is_block(child)
        if in_line and is_block:
            out.append("\n")
        _html(child, place, out)
        in_line = not is_block
    out.append(f"</{node.name}>\n")


def _sorted(attributes: dict[str, str]) -> str:
    return "".join([f' {name}="{_serialized(attributes[name])}"' for name in sorted(attributes)])


def _joined(attributes: Iterable[tuple[str, str]]) -> str:
    return "".join([f' {name}="{value}"' for name, value in attributes])


@lru_cache(maxsize=5_000)
def _serialized(value: str) -> str:
    text = unescape(attribute(value))  # what the parser of raw HTML makes of the attribute in the Markdown
    text = _AMPERSAND.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("\n", "&#10;")


def _attributes(attributes: dict[str, str]) -> str:
    return "".join([f' {name}="{attribute(value)}"' for name, value in attributes.items()])


# Markdown.


def _markdown(node: Node, place: Place) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Written):
        raise TypeError("HTML is not written as Markdown")
    if isinstance(node, Picture):
        said = " ".join(f'{name}="{value}"' for name, value in node.attributes.items())
        return f"\n![{attribute(node.alt)}]({place.link(node.src)}){{ {said} }}\n"
    if isinstance(node, Link):
        return _markdown_link(node, place)
    if node.name == "p" and not node.attributes:
        return f"\n{_inline(node, place)}\n"
    if node.name in _HEADINGS:
        tag = f'<{node.name}{_attributes(node.attributes)} markdown="span">'
        return f"\n{tag}{_inline(node, place)}</{node.name}>\n"
    if node.name not in _BLOCKS or not any(map(_holds_markdown, node.children)):
        return _raw(node, place)
    tag = f"{node.name}{_attributes(node.attributes)}"
    if node.name in _WORDS:
        return f'<{tag} markdown="span">{_inline(node, place)}</{node.name}>'
    # Left to itself, `md_in_html` takes an item's content for one line of text.
    is_item = node.name == "li"
    if is_item and not any(map(_is_block, node.children)):
        return f'<{tag} markdown="span">{_inline(node, place)}</li>'
    inner = "\n".join([_markdown(child, place) for child in node.children])
    parsed = "block" if is_item else "1"
    return f'<{tag} markdown="{parsed}">\n{inner}\n</{node.name}>'


def _markdown_link(node: Link, place: Place) -> str:
    target, mark, anchor = node.target.partition("#")
    said = " ".join(f'{name}="{attribute(value)}"' for name, value in node.attributes.items())
    attributes = f"{{ {said} }}" if said else ""
    return f"[{node.text}]({place.link(target)}{mark}{anchor}){attributes}"


def _inline(node: Element, place: Place) -> str:
    """What is in an element of running text: raw HTML but for its links."""
    return "".join(
        [
            _raw(child, place) if isinstance(child, Element) else _markdown(child, place)
            for child in node.children
        ]
    )


def _raw(node: Element, place: Place) -> str:
    """HTML as it stands, each block on a line of its own: only there does `md_in_html` see that it is one."""
    inner = "".join([_within_raw(child, place) for child in node.children])
    end = "\n" if node.children and _is_block(node.children[-1]) else ""
    return f"<{node.name}{_attributes(node.attributes)}>{inner}{end}</{node.name}>"


def _within_raw(node: Node, place: Place) -> str:
    if not isinstance(node, Element):
        return _markdown(node, place)
    return f"\n{_raw(node, place)}" if node.name in _BLOCKS else _raw(node, place)


def _is_block(node: Node) -> bool:
    return node.name in _BLOCKS if isinstance(node, Element) else isinstance(node, Picture | Written)


def _holds_markdown(node: Node) -> bool:
    """Whether anything in it is written as Markdown, so that the element must be parsed."""
    if isinstance(node, Element):
        plain_paragraph = node.name == "p" and not node.attributes
        return plain_paragraph or node.name in _HEADINGS or any(map(_holds_markdown, node.children))
    return not isinstance(node, str)

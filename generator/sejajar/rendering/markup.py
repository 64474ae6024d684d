"""A small tree of elements with two written forms: HTML, and the `md_in_html` Markdown that converts to it.

Text inside is HTML already (see `inline`). In Markdown a plain paragraph is set off by blank lines; a heading
is parsed, for the table of contents; an image is a Markdown image, so that MkDocs resolves its path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sejajar.rendering.inline import attribute


class Form(StrEnum):
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Element:
    name: str
    children: tuple[Node, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    src: str
    """An address, percent-encoded: nothing in it needs escaping."""
    alt: str
    """Not escaped."""
    lang: str
    size: tuple[int, int] | None = None
    """Width and height in pixels, so that nothing moves when it comes."""

    @property
    def attributes(self) -> str:
        size = f' width="{self.size[0]}" height="{self.size[1]}"' if self.size else ""
        return f'lang="{self.lang}" loading="lazy"{size}'


Node = Element | Picture | str
"""A string is HTML."""

_HEADINGS = frozenset({"h1", "h2", "h3"})


def element(name: str, *children: Node | None, **attributes: str | None) -> Element:
    """Underscores in attribute names are hyphens (`class_` is `class`); what is None is left out."""
    named = {
        key.strip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None
    }
    return Element(name, tuple(child for child in children if child is not None), named)


def spaced(items: Iterable[Node]) -> list[Node]:
    """With a space between, so that the words stay apart where no style sheet sets them apart."""
    return [node for item in items for node in (" ", item)][1:]


def write(node: Node, form: Form) -> str:
    return _markdown(node) if form is Form.MARKDOWN else _html(node)


def _attributes(attributes: dict[str, str], extra: str = "") -> str:
    return "".join(f' {name}="{attribute(value)}"' for name, value in attributes.items()) + extra


def _html(node: Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Picture):
        return f'<p><img alt="{attribute(node.alt)}" src="{node.src}" {node.attributes}></p>'
    inner = "".join(map(_html, node.children))
    return f"<{node.name}{_attributes(node.attributes)}>{inner}</{node.name}>"


def _markdown(node: Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Picture):
        return f"\n![{attribute(node.alt)}]({node.src}){{ {node.attributes} }}\n"
    if node.name == "p" and not node.attributes:
        return f"\n{_html_all(node)}\n"
    if node.name in _HEADINGS:
        return (
            f'\n<{node.name}{_attributes(node.attributes)} markdown="span">{_html_all(node)}</{node.name}>\n'
        )
    if _holds_markdown(node):
        inner = "\n".join(map(_markdown, node.children))
        # Left to itself, `md_in_html` takes an item's content for one line of text.
        parsed = "block" if node.name == "li" else "1"
        return f'<{node.name}{_attributes(node.attributes)} markdown="{parsed}">\n{inner}\n</{node.name}>'
    return _html(node)


def _html_all(node: Element) -> str:
    return "".join(map(_html, node.children))


def _holds_markdown(node: Node) -> bool:
    """Whether anything in it is written as Markdown, so that the element must be parsed."""
    if isinstance(node, Element):
        plain_paragraph = node.name == "p" and not node.attributes
        return plain_paragraph or node.name in _HEADINGS or any(map(_holds_markdown, node.children))
    return isinstance(node, Picture)

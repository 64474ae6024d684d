"""A page's tree as a flat sequence of text blocks, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any

from sejajar.importing.blocks import Form, words_of
from sejajar.importing.sources.cleaning import clean
from sejajar.importing.sources.surroundings import Sizes, around_of, hidden_of
from sejajar.importing.sources.tables import Found, Rows, html_table

_BLOCKS = frozenset(
    """address article aside blockquote body button center dd details dialog div dl dt fieldset
    figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section select summary table tbody td
    template tfoot th thead
    tr ul""".split()
)
_SILENT = frozenset(
    "script style noscript head svg iframe object canvas math textarea audio video map".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset("b strong".split())
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|foto-?teks|(?:photo|img|image|pic|foto)[_-]?(?:caption|desc(?:ription)?|credit|info))(?=$|[\s_-])|wp-caption-text",
    re.IGNORECASE,
)
"""Classes by which sites call what stands below a picture."""
_PICTURE = re.compile(r"(?:^|\s)(?:photo|foto|gambar|picture|image)(?=$|\s)", re.IGNORECASE)
"""Classes of what holds a picture and, beside it, its caption."""


@dataclass(slots=True)
class Segment:
    """One block's text with what its elements say of it."""

    line: int
    text: str = ""
    form: Form = Form.PARAGRAPH
    level: int = 0
    linked: int = 0
    """Characters inside links."""
    bold: int = 0
    around: bool = False
    """Inside an element that is around the article by its name or by what its site calls it."""
    hidden: bool = False
    quoted: bool = False
    address: str = ""
    rows: Rows = ()
    """A table's."""
    caption: str = ""
    box: Any = field(default=None, repr=False, compare=False)
    """The element that holds the block's own: an article's paragraphs share one."""
    parts: list[str] = field(default_factory=list, repr=False)

    @property
    def link_density(self) -> float:
        return self.linked / len(self.text) if self.text else 0.0

    @property
    def strong(self) -> bool:
        return bool(self.text) and self.bold >= len(self.text) * 0.95


@dataclass(slots=True)
class _State:
    links: int = 0
    bolds: int = 0
    around: int = 0
    hidden: int = 0
    quoted: int = 0


def segments_of(tree: Any) -> list[Segment]:
    """The blocks of an lxml tree; linear in it, and without recursion, however deep it is."""
    found: list[Segment] = []
    sizes = Sizes()
    around, hidden = around_of(tree, sizes), hidden_of(tree, sizes)
    boxes: list[Any] = [None]
    state = _State()
    current = Segment(1)
    forms: list[tuple[Form, int]] = [(Form.PARAGRAPH, 0)]

    def close(line: int) -> None:
        nonlocal current
        current.text = clean(" ".join("".join(current.parts).split()))
        if current.text:
            found.append(current)
        form, level = forms[-1]
        current = Segment(
            line,
            form=form,
            level=level,
            around=state.around > 0,
            hidden=state.hidden > 0,
            quoted=state.quoted > 0,
            box=boxes[-1],
        )

    def add(text: str | None) -> None:
        if text:
            current.parts.append(text)
            size = len(" ".join(text.split()))
            current.linked += size if state.links else 0
            current.bold += size if state.bolds else 0

    tables = {table: read for table in tree.iter("table") if (read := html_table(table))}
    for event, element in _walk(tree, tables):
        tag = element.tag
        line = element.sourceline or current.line
        if event == "tail":
            add(element.tail)
            continue
        if element in tables:
            close(line)
            found.append(_table(tables[element], line, boxes[-1], state))
            continue
        opening = event == "start"
        step = 1 if opening else -1
        if tag in _BLOCKS or (tag == "span" and _is_caption(element)):
            state.around += step * (element in around)
            state.quoted += step * (tag == "blockquote")
            state.hidden += step * (element in hidden)
            if opening:
                forms.append(_form_of(element, forms[-1]))
                boxes.append(element.getparent())
            else:
                forms.pop()
                boxes.pop()
            close(line)
            if opening and tag == "li" and (number := _lone_number(element)):
                current.parts.append(f"{number}. ")
                current.bold += len(number) + 2
        elif tag == "br" and opening:
            _break(element, close, current, line)
        elif tag == "img" and opening:
            _image(element, found, line, state)
        elif tag == "a":
            state.links += step
        elif tag in _BOLD:
            state.bolds += step
        if opening:
            add(element.text)
    close(0)
    return found


def _table(table: Found, line: int, box: Any, state: _State) -> Segment:
    around, hidden = state.around > 0, state.hidden > 0
    return Segment(
        line,
        words_of(table.rows),
        Form.TABLE,
        around=around,
        hidden=hidden,
        box=box,
        rows=table.rows,
        caption=table.caption,
    )


def _walk(tree: Any, whole: Container[Any]) -> Iterator[tuple[str, Any]]:
    """`start` and `end` of each element, and its `tail`, silent ones left out with all that they hold.

    `whole`: elements that have a `start` and nothing in them.
    """
    stack: list[tuple[str, Any]] = [("start", tree)]
    while stack:
        event, element = stack.pop()
        if event != "start":
            yield event, element
            continue
        silent = not isinstance(element.tag, str) or element.tag in _SILENT
        after = [("tail", element)] if element is not tree else []
        if silent:
            stack += after
            continue
        yield "start", element
        stack += after
        if element in whole:
            continue
        stack.append(("end", element))
        stack += [("start", child) for child in reversed(element)]


def _is_caption(element: Any) -> bool:
    kind = element.get("class") or ""
    return bool(_CAPTION.search(kind) or (_PICTURE.search(kind) and element.find("img") is not None))


def _lone_number(element: Any) -> str:
    """The number of a list's only item: a numbered heading, as many an editor's program writes one."""
    parent = element.getparent()
    if parent is None or parent.tag != "ol" or len(parent.findall("li")) != 1:
        return ""
    start = parent.get("start") or element.get("value") or "1"
    return start if start.isdigit() and len(start) < 3 else ""


def _form_of(element: Any, outer: tuple[Form, int]) -> tuple[Form, int]:
    tag = element.tag
    if tag in _HEADINGS:
        return Form.HEADING, _HEADINGS[tag]
    if tag == "li":
        if _lone_number(element):
            return Form.PARAGRAPH, 0
        parent = element.getparent()
        ordered = parent is not None and parent.tag == "ol"
        return (Form.NUMBERED if ordered else Form.ITEM), 0
    if tag == "figcaption" or (tag in ("p", "div", "span") and _is_caption(element)):
        return Form.CAPTION, 0
    if tag in ("p", "div", "span", "blockquote", "section") and outer[0] in (
        Form.ITEM,
        Form.NUMBERED,
        Form.CAPTION,
    ):
        return outer
    return Form.PARAGRAPH, 0


def _break(element: Any, close: Any, current: Segment, line: int) -> None:
    """Two breaks part paragraphs, one is a line's end; a heading's or caption's own stay one."""
    following = element.getnext()
    bold = (
        current.bold >= max(1, len(" ".join("".join(current.parts).split())) * 0.95)
        and len(current.parts) < 6
    )
    double = not (element.tail or "").strip() and following is not None and following.tag == "br"
    text = "".join(current.parts).rstrip()
    if (
        double
        or (bold and 0 < len(text) <= 120)
        or (text.endswith((".", "!", "?", "”", '"', ":")) and len(text) > 60)
    ):
        close(line)
    else:
        current.parts.append(" ")


def _image(element: Any, found: list[Segment], line: int, state: _State) -> None:
    address = element.get("data-src") or element.get("data-original") or element.get("src") or ""
    if address and not address.startswith("data:"):
        alt = clean(element.get("alt") or "")
        found.append(
            Segment(
                line,
                alt,
                Form.IMAGE,
                around=state.around > 0,
                hidden=state.hidden > 0,
                address=address.strip(),
            )
        )

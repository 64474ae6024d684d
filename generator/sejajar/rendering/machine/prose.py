"""A briefing in one language only, as plain HTML that needs no style sheet: what a feed carries."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from sejajar.language.cells import figure_html
from sejajar.language.inline import attribute, inline, link, literal
from sejajar.language.wording import long_date, reviewed, say
from sejajar.model import Block, Cell, Image, ItemList, Paragraph, Quote, Segment, Table
from sejajar.site.view import View


def prose(view: View, media: str) -> str:
    """The text in the edition's language, Indonesian where it has no English yet; without the title.

    `media` is the absolute address of the article's images, ending in `/`. Ends with what was corrected, how
    much of the translation a person has checked, and whose text it is.
    """
    return "".join(_parts(view, media))


def _parts(view: View, media: str) -> Iterator[str]:
    article = view.briefing.article
    if article.points:
        yield f"<ul>{''.join(_element(view, 'li', point) for point in article.points)}</ul>"
    for block in article.lead:
        yield _block(view, block, media)
    for section in article.sections:
        yield _element(view, "h2", section.heading)
        for block in section.blocks:
            yield _block(view, block, media)
    for correction in article.metadata.corrections:
        day = long_date(correction.date, view.edition)
        yield _element(view, "p", correction.text, f"<strong>{view.say('corrections')}, {day}.</strong> ")
    yield from _foot(view)


def _element(view: View, name: str, segment: Segment, before: str = "", after: str = "") -> str:
    text, language = view.own(segment)
    lang = "" if language == view.edition else f' lang="{language}"'
    return f"<{name}{lang}>{before}{inline(text)}{after}{_state(view, segment)}</{name}>"


def _state(view: View, segment: Segment) -> str:
    """In words, since feed readers know no marks."""
    remark = view.remark(segment, view.edition).strip()
    return f' <small lang="{view.edition}">{remark}</small>' if remark else ""


def _block(view: View, block: Block, media: str) -> str:
    match block:
        case Paragraph(text):
            return _element(view, "p", text)
        case ItemList(items, ordered):
            name = "ol" if ordered else "ul"
            return f"<{name}>{''.join(_element(view, 'li', item) for item in items)}</{name}>"
        case Quote():
            return _quote(view, block)
        case Image():
            return _figure(view, block, media)
        case Table():
            return _table(view, block)


def _quote(view: View, said: Quote) -> str:
    words = "".join(_element(view, "p", text) for text in said.paragraphs)
    language = view.own(said.speaker)[1] if said.speaker else view.edition
    via = literal(say(language, "via", outlet=said.outlet)) if said.outlet else ""
    if said.speaker:
        words += _element(view, "p", said.speaker, "— ", f", {via}" if via else "")
    elif via:
        words += f"<p>— {via}</p>"
    return f"<blockquote>{words}</blockquote>"


def _figure(view: View, image: Image, media: str) -> str:
    alt = attribute(view.stated(image.alt, view.edition)) if image.alt else ""
    caption = _element(view, "figcaption", image.caption) if image.caption else ""
    address = escape(media + quote(image.src))
    return f'<figure><img alt="{alt}" src="{address}">{caption}</figure>'


def _table(view: View, table: Table) -> str:
    head, *rows = (
        "".join(_cell(view, cell, name) for cell in row)
        for name, row in zip(("th", *("td" for _ in table.rows)), table.all_rows, strict=True)
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    caption = _element(view, "figcaption", table.caption) if table.caption else ""
    return f"<figure><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{caption}</figure>"


def _cell(view: View, cell: Cell, name: str) -> str:
    if isinstance(cell, Segment):
        return _element(view, name, cell)
    return f"<{name}>{figure_html(cell, view.edition)}</{name}>"


def _foot(view: View) -> Iterator[str]:
    metadata = view.briefing.article.metadata
    yield "<hr>"
    if view.edition == "en":
        states = [view.state(segment) for segment in view.briefing.article.segments]
        yield f"<p>{literal(reviewed(view.edition, states.count('reviewed'), len(states)))}</p>"
    if metadata.source:
        named = link(metadata.source.url, literal(metadata.source.outlet))
        rights = literal(metadata.source.rights) or view.say("source-note")
        yield f"<p>{view.say('source')}: {named} · {rights}</p>"

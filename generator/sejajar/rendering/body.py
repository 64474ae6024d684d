"""One article's body: the same tree for both editions and for both written forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from sejajar.catalog import Briefing
from sejajar.glossary import Glossary
from sejajar.model import (
    EDITIONS,
    Block,
    Edition,
    Image,
    ItemList,
    Paragraph,
    Quote,
    Reference,
    Section,
    Segment,
    Source,
    Status,
)
from sejajar.rendering.addresses import article_path, media_path, other, relative
from sejajar.rendering.inline import inline, link, literal, plain
from sejajar.rendering.markup import Element, Form, Node, Picture, element, write
from sejajar.rendering.view import Extras, View
from sejajar.rendering.wording import long_date, long_moment, say

EXCEPTIONAL = ("untranslated", "pending", "machine", "needs-work", "stale")
"""The states that a page marks, in the order of its legend. What is reviewed needs no mark."""


def article_body(
    briefing: Briefing,
    edition: Edition,
    form: Form,
    glossary: Glossary | None = None,
    *,
    reviewed_only: bool = False,
    media: str | None = None,
    extras: Extras | None = None,
) -> str:
    """One article as `md_in_html` Markdown or as HTML; converting the first gives the second.

    `media`: the address of the article's images, ending in `/`; by default relative to the Markdown file.
    """
    view = View(briefing, edition, glossary or Glossary(()), reviewed_only, extras or Extras())
    if media is None:
        article = briefing.article
        media = relative(media_path(article, ""), article_path(article, edition)) + "/"
    return write(article_tree(view, media), form)


def article_tree(view: View, media: str) -> Element:
    article = view.briefing.article
    if article.metadata.status is Status.RETRACTED:
        return _article(view, [_retracted(view), _corrections(view)])
    nodes: list[Node | None] = [_head(view), _points(view)]
    nodes += [_block(view, block, media) for block in article.lead]
    nodes += [_section(view, section, media) for section in article.sections]
    nodes += [_corrections(view), _sources(view)]
    return _article(view, nodes)


def _article(view: View, nodes: Iterable[Node | None]) -> Element:
    draft = "draft" if view.briefing.article.metadata.status is Status.DRAFT else None
    return element("div", *nodes, class_="sj-article", data_edition=view.edition, data_status=draft)


def _retracted(view: View) -> Element:
    title = element("h1", view.say("retracted"), id="retracted")
    return element("div", title, element("p", view.say("retracted-note")), class_="sj-notice")


# The head: where, when, who; the title in both languages; how much a person has checked.


def _head(view: View) -> Element:
    title = view.briefing.article.title
    own, own_language = view.own(title)
    there = other(view.edition)
    counterpart = view.text(title, there) if own_language == view.edition else ""
    subtitle = (
        element("p", inline(counterpart), class_="sj-subtitle", lang=there)
        if counterpart
        else element("p", view.say(_gap(view, title)), class_="sj-subtitle sj-gap")
    )
    heading = element("h1", inline(own), id=_anchor(view, title), lang=own_language)
    return element(
        "div",
        _draft(view),
        _dateline(view),
        heading,
        element("div", subtitle, data_side=there if counterpart else None, data_nosnippet=""),
        _people(view),
        _progress(view),
        class_="sj-head",
    )


def _gap(view: View, segment: Segment) -> str:
    return "pending" if view.state(segment) == "pending" else "untranslated"


def _draft(view: View) -> Element | None:
    if view.briefing.article.metadata.status is not Status.DRAFT:
        return None
    moment = view.briefing.article.metadata.publish_at  # kept only where it will publish the article
    badge = element("strong", view.say("scheduled" if moment else "draft"))
    note = (
        view.say("scheduled-note", moment=long_moment(moment, view.edition))
        if moment
        else view.say("draft-note")
    )
    return element("p", badge, " ", note, class_="sj-draft")


def _dateline(view: View) -> Element:
    metadata = view.briefing.article.metadata
    items: list[Node] = []
    if metadata.place:
        items.append(element("span", literal(view.name(metadata.place)), class_="sj-place"))
    day = long_date(metadata.date, view.edition)
    items.append(element("time", day, datetime=metadata.date.isoformat()))
    if metadata.source:
        items.append(element("span", literal(metadata.source.outlet), class_="sj-outlet"))
    if metadata.updated:
        day = view.say("updated", date=long_date(metadata.updated, view.edition))
        items.append(element("time", day, datetime=metadata.updated.isoformat(), class_="sj-updated"))
    return element("p", *_spaced(items), class_="sj-dateline")


def _spaced(items: Iterable[Node]) -> list[Node]:
    """With a space between, so that the words stay apart where no style sheet sets them apart."""
    return [node for item in items for node in (" ", item)][1:]


def _people(view: View) -> Element | None:
    metadata = view.briefing.article.metadata
    groups = (
        ("by", metadata.authors),
        ("translated-by", metadata.translators),
        ("edited-by", metadata.editors),
    )
    said = [element("span", view.say(key, names=", ".join(names))) for key, names in groups if names]
    return element("p", *_spaced(said), class_="sj-people") if said else None


def _progress(view: View) -> Element:
    states = Counter(view.state(segment) for segment in view.briefing.article.segments)
    total, reviewed = states.total(), states["reviewed"]
    key = "reviewed-all" if reviewed == total else "reviewed" if reviewed else "reviewed-none"
    said = element("span", view.say(key, count=reviewed, total=total), class_="sj-reviewed")
    legend = [
        element(
            "span", _glyph(state), view.say(state), f" {states[state]}", class_="sj-key", data_state=state
        )
        for state in EXCEPTIONAL
        if states[state]
    ]
    return element("p", *_spaced([said, *legend]), class_="sj-progress")


def _glyph(state: str) -> Element:
    return element("span", class_="sj-glyph", data_state=state, aria_hidden="true")


# The text: pairs.


def _anchor(view: View, segment: Segment) -> str | None:
    return view.pair(segment).entry.anchor or None


def _pair(
    view: View,
    segment: Segment,
    name: str = "div",
    class_: str = "",
    after: Mapping[Edition, str] = MappingProxyType({}),
    anchored: bool = True,
) -> Element:
    """Both languages of a segment, the edition's own first; `after` is HTML that ends each."""
    there = other(view.edition)
    state = view.state(segment)
    classes = f"sj-pair {class_}".strip()
    mark = None if state == "reviewed" else _mark(view, state)
    return element(
        name,
        _side(view, segment, view.edition, after),
        _side(view, segment, there, after),
        mark,
        class_=classes,
        id=_anchor(view, segment) if anchored else None,
        data_state=state,
    )


def _side(view: View, segment: Segment, language: Edition, after: Mapping[Edition, str]) -> Element:
    text = view.text(segment, language)
    counterpart = None if language == view.edition else ""
    if not text:
        gap = element("p", view.say(_gap(view, segment)), class_="sj-gap")
        return element("div", gap, lang=view.edition, data_side=language, data_nosnippet=counterpart)
    paragraph = element("p", inline(text) + after.get(language, ""))
    return element("div", paragraph, lang=language, data_side=language, data_nosnippet=counterpart)


def _mark(view: View, state: str) -> Element:
    note = say(view.edition, f"{state}-note")
    spoken = element("span", literal(note), class_="sj-spoken")
    return element("div", _glyph(state), spoken, class_="sj-mark", title=note)


def _points(view: View) -> Element | None:
    if not view.briefing.article.points:
        return None
    label = element("p", view.say("points"), class_="sj-label")
    return element("section", label, points(view), class_="sj-points", aria_label=say(view.edition, "points"))


def points(view: View, *, anchored: bool = True) -> Element:
    """The key points as pairs; without anchors where they stand outside their article."""
    pairs = (_pair(view, point, "li", anchored=anchored) for point in view.briefing.article.points)
    return element("ul", *pairs, class_="sj-list")


def _section(view: View, section: Section, media: str) -> Element:
    blocks = (_block(view, block, media) for block in section.blocks)
    return element("section", _heading(view, section), *blocks, class_="sj-section")


def _heading(view: View, section: Section) -> Element:
    """A heading in the edition's own language; its counterpart a paragraph: one outline, one language."""
    segment, number = section.heading, section.number
    before = "" if number is None else f'<span class="sj-number">{number}<span>.</span></span> '
    own, own_language = view.own(segment)
    there = other(view.edition)
    heading = element("h2", before + inline(own), id=_anchor(view, segment))
    text = view.text(segment, there) if own_language == view.edition else ""
    state = view.state(segment)
    if text:
        counterpart = element("p", before + inline(text), class_="sj-heading-other")
        second = element("div", counterpart, lang=there, data_side=there, data_nosnippet="")
    else:
        gap = element("p", view.say(_gap(view, segment)), class_="sj-gap")
        second = element("div", gap, lang=view.edition, data_side="en")
    side = own_language if text else "id"
    first = element("div", heading, lang=own_language, data_side=side)
    mark = None if state == "reviewed" else _mark(view, state)
    return element("div", first, second, mark, class_="sj-pair sj-heading", data_state=state)


def _block(view: View, block: Block, media: str) -> Element:
    match block:
        case Paragraph(text):
            return _pair(view, text)
        case Quote():
            return _quote(view, block)
        case ItemList(items, ordered):
            pairs = (_pair(view, item, "li") for item in items)
            return element("ol" if ordered else "ul", *pairs, class_="sj-list")
        case Image():
            return _figure(view, block, media)


def _quote(view: View, said: Quote) -> Element:
    words = element("blockquote", *(_pair(view, text) for text in said.paragraphs))
    if said.speaker:
        by: Node | None = _pair(view, said.speaker, class_="sj-speaker", after=_via(said.outlet))
    else:
        by = element("p", view.say("via", outlet=said.outlet), class_="sj-via") if said.outlet else None
    return element("figure", words, element("figcaption", by) if by else None, class_="sj-quote")


def _via(outlet: str) -> dict[Edition, str]:
    """The outlet after a speaker's name, in each language."""
    if not outlet:
        return {}
    words = {edition: literal(say(edition, "via", outlet=outlet)) for edition in EDITIONS}
    return {edition: f'<span class="sj-via">, {text}</span>' for edition, text in words.items()}


def _figure(view: View, image: Image, media: str) -> Element:
    alt, language = view.own(image.alt) if image.alt else ("", view.edition)
    picture = Picture(media + quote(image.src), plain(alt), language)
    caption = element("figcaption", _pair(view, image.caption)) if image.caption else None
    return element("figure", picture, caption, class_="sj-figure")


# The foot: what was corrected, whose text it is, whose facts.


def _corrections(view: View) -> Element | None:
    corrections = view.briefing.article.metadata.corrections
    if not corrections:
        return None
    label = element("p", view.say("corrections"), class_="sj-label")
    rows: list[Node] = []
    for item in corrections:
        day = element("time", long_date(item.date, view.edition), datetime=item.date.isoformat())
        rows += [element("p", day, class_="sj-day"), _pair(view, item.text)]
    name = say(view.edition, "corrections")
    return element("section", label, *rows, class_="sj-corrections", aria_label=name)


def _sources(view: View) -> Element | None:
    metadata = view.briefing.article.metadata
    rows: list[Node] = []
    if metadata.source:
        rows += [element("dt", view.say("source")), element("dd", *_source(view, metadata.source))]
    if metadata.references:
        items = (element("dd", *_reference(item)) for item in metadata.references)
        rows += [element("dt", view.say("references")), *items]
    if metadata.tags:
        tags = [element("span", literal(view.name(tag)), class_="sj-tag") for tag in metadata.tags]
        rows += [element("dt", view.say("tags")), element("dd", *_spaced(tags))]
    return element("dl", *rows, class_="sj-sources") if rows else None


def _source(view: View, source: Source) -> list[Node]:
    nodes: list[Node] = [_named(source.outlet, source.url)]
    nodes += [f", {literal(source.author)}"] if source.author else []
    note = literal(source.rights) if source.rights else view.say("source-note")
    return [*nodes, " ", element("span", note, class_="sj-rights")]


def _reference(reference: Reference) -> list[Node]:
    named = _named(reference.outlet, reference.url)
    return [named, ", ", element("cite", literal(reference.title))] if reference.title else [named]


def _named(outlet: str, url: str) -> str:
    return link(url, literal(outlet))

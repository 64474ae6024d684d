"""What an article is made of: key points, sections, paragraphs, quotes, lists, images."""

from __future__ import annotations

from urllib.parse import quote

from sejajar.language.inline import literal, plain
from sejajar.language.wording import say
from sejajar.model import EDITIONS, Block, Edition, Image, ItemList, Paragraph, Quote, Section, Table
from sejajar.rendering.article import tables
from sejajar.rendering.article.pair import findings, heading, pair
from sejajar.rendering.html.markup import Element, Node, Picture, element
from sejajar.site.addresses import media_path
from sejajar.site.view import View


def points_box(view: View) -> Element | None:
    if not view.briefing.article.points:
        return None
    label = element("p", view.say("points"), class_="sj-label")
    return element("section", label, points(view), class_="sj-points", aria_label=say(view.edition, "points"))


def points(view: View, *, anchored: bool = True) -> Element:
    """The key points as pairs; without anchors where they stand outside their article."""
    pairs = (pair(view, point, "li", anchored=anchored) for point in view.briefing.article.points)
    return element("ul", *pairs, class_="sj-list")


def section(view: View, part: Section) -> Element:
    blocks = (block(view, item) for item in part.blocks)
    return element("section", heading(view, part), *blocks, class_="sj-section")


def block(view: View, part: Block) -> Element:
    match part:
        case Paragraph(text):
            return pair(view, text)
        case Quote():
            return _quote(view, part)
        case ItemList(items, ordered):
            pairs = (pair(view, item, "li") for item in items)
            return element("ol" if ordered else "ul", *pairs, class_="sj-list")
        case Image():
            return _figure(view, part)
        case Table():
            return tables.figure(view, part)


def _quote(view: View, said: Quote) -> Element:
    words = element("blockquote", *(pair(view, text) for text in said.paragraphs))
    if said.speaker:
        by: Node | None = pair(view, said.speaker, class_="sj-speaker", after=_via(view, said.outlet))
    else:
        by = (
            element("p", view.say("via", outlet=view.outlet(said.outlet)), class_="sj-via")
            if said.outlet
            else None
        )
    return element("figure", words, element("figcaption", by) if by else None, class_="sj-quote")


def _via(view: View, outlet: str) -> dict[Edition, str]:
    """The outlet after a speaker's name, in each language."""
    if not outlet:
        return {}
    words = {
        edition: literal(say(edition, "via", outlet=view.outlet(outlet, edition))) for edition in EDITIONS
    }
    return {edition: f'<span class="sj-via">, {text}</span>' for edition, text in words.items()}


def _figure(view: View, image: Image) -> Element:
    alt, language = view.own(image.alt) if image.alt else ("", view.edition)
    src = media_path(view.briefing.article, quote(image.src))
    picture = Picture(src, plain(alt), language, view.extras.sizes.get(image.src))
    caption = element("figcaption", pair(view, image.caption)) if image.caption else None
    described: Node | None = None
    if image.alt and view.extras.named:
        label = element("p", view.say("alt"), class_="sj-label")
        described = element("div", label, pair(view, image.alt, anchored=False), class_="sj-alt")
    elif image.alt:
        described = findings(view, image.alt)  # of a text that is not to be seen
    return element("figure", picture, caption, described, class_="sj-figure")

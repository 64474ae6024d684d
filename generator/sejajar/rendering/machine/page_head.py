"""What stands in a page's `<head>` for those who share, follow and index it: HTML, escaped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from sejajar.formats.glossary import Glossary
from sejajar.language.inline import plain
from sejajar.language.wording import say
from sejajar.model import Edition, Status
from sejajar.rendering.citing.tags import tags
from sejajar.rendering.machine.article_data import DATA, data_addresses
from sejajar.rendering.machine.cards import HEIGHT, WIDTH, card_alt, card_of, card_path, site_card
from sejajar.rendering.machine.feeds import TYPES, feed_path, feed_title
from sejajar.rendering.machine.linked_data import Data, news_article, profile_page, script
from sejajar.rendering.machine.more_feeds import bilingual_path, bilingual_title, topic_feed_path, topic_of
from sejajar.site.addresses import other
from sejajar.site.publication import LOCALES, Publication, modified
from sejajar.site.rights import terms_of
from sejajar.site.view import View


@dataclass(frozen=True, slots=True)
class Described:
    """A page as its own front matter describes it."""

    path: str
    """Its Markdown file below `docs/`."""
    edition: Edition
    title: str
    description: str
    has_counterpart: bool = False
    url: str = ""
    """Its absolute address, where it does not follow from its path: `README.md`, a blog's post."""
    profile: str = ""
    """Whose page it is, where it is a person's."""


def page_head(
    page: Described,
    publication: Publication,
    view: View | None = None,
    *,
    cards: bool = True,
    data: bool = False,
    licence: str = "",
    glossary: Glossary | None = None,
) -> str:
    """Open Graph, the edition's feeds; for an article (`view`) what it is cited by, and JSON-LD; for a
    person's page JSON-LD too.

    Everything in it is an absolute address or needs one, so it is empty where the site has none. Without
    `cards` no picture is named; with `data` the files beside it are. `licence`: of the site's own texts.
    Of a draft and of a retracted article it says no more than of any page.
    """
    if not publication.url:
        return ""
    article = view if view and view.briefing.article.metadata.status is Status.PUBLISHED else None
    image = _image(page.edition, publication, article) if cards else None
    lines = [_property(name, content) for name, content in _open_graph(page, publication, article, image)]
    lines.append(f'<meta name="twitter:card" content="{"summary_large_image" if image else "summary"}">')
    lines += _feeds(page, publication)
    if article:
        terms = terms_of(article.briefing.article.metadata, licence)
        lines += tags(article, publication, terms)
        if data:
            lines += _data(article, publication)
        lines.append(script(news_article(article, publication, page.description, image)))
    if page.profile:
        address = page.url or publication.address(page.path)
        lines.append(script(profile_page(page.profile, address, page.edition, glossary)))
    return "\n".join(lines)


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(content)}">'


def _image(edition: Edition, publication: Publication, view: View | None) -> Data:
    """The page's card as schema.org's `ImageObject`. Others keep copies: its address tells a new one."""
    card = card_of(view, publication.name) if view else site_card(edition, publication)
    page = (
        publication.places.article(view.briefing.article, edition)
        if view
        else publication.places.home(edition)
    )
    return {
        "@type": "ImageObject",
        "url": f"{publication.absolute(card_path(page))}?{card.key[:8]}",
        "width": WIDTH,
        "height": HEIGHT,
        "caption": card_alt(card),
    }


def _open_graph(
    page: Described, publication: Publication, view: View | None, image: Data | None
) -> Iterator[tuple[str, str]]:
    """https://ogp.me"""
    yield "og:type", "article" if view else "website"
    yield "og:site_name", publication.name
    yield "og:title", page.title
    if page.description:
        yield "og:description", page.description
    yield "og:url", page.url or publication.address(page.path)
    yield "og:locale", LOCALES[page.edition]
    if page.has_counterpart:
        yield "og:locale:alternate", LOCALES[other(page.edition)]
    if image:
        yield "og:image", image["url"]
        yield "og:image:type", "image/png"
        yield "og:image:width", str(image["width"])
        yield "og:image:height", str(image["height"])
        yield "og:image:alt", image["caption"]
    if view:
        metadata = view.briefing.article.metadata
        yield "article:published_time", metadata.date.isoformat()
        yield "article:modified_time", modified(metadata).isoformat()
        yield from (("article:tag", plain(view.name(tag))) for tag in metadata.tags)


def _data(view: View, publication: Publication) -> Iterator[str]:
    """The space in `rel`: see `_feeds`."""
    for name, address in data_addresses(view, publication).items():
        yield f'<link rel="alternate " type="{DATA[name]}" href="{escape(address)}">'


def _feeds(page: Described, publication: Publication) -> Iterator[str]:
    """The space in `rel` is a valid one; Material fetches a sitemap beside each link that has none there."""
    edition, places, atom = page.edition, publication.places, TYPES["atom.xml"]
    title = feed_title(edition, publication)
    found = [(kind, title, feed_path(places, edition, name)) for name, kind in TYPES.items()]
    found.append((atom, bilingual_title(publication), bilingual_path(places)))
    if slug := topic_of(places, edition, page.path):
        title = say(edition, "feed-topic", topic=page.title, site=publication.name)
        found.append((atom, title, topic_feed_path(places, edition, slug)))
    for kind, title, path in found:
        address = escape(publication.absolute(path))
        yield f'<link rel="alternate " type="{kind}" title="{escape(title)}" href="{address}">'

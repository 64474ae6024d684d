"""Briefings become pages: Markdown for MkDocs, or the same body as HTML.

- `pages`: every generated page of both editions
- `latest`: what replaces the mark in a page written by hand
- `listed`: which briefings lists, search and feeds name
- `redirect`: the page at an old address
- `policy`, `with_policy`, `refused`, `hash_of`, `inline_scripts`, `origin`: what a browser may run and fetch
- `article_body`: one article, in either form
- `header`, `is_product`: how a generated file names itself
- `Places`, `below_edition`: where the editions lie, and which page lies where in them
- `page_url`: the address that MkDocs gives a page
- `media_path`: where an article's image is copied to
- `suggestions`: where readers suggest a better translation
- `text_document`: what search is to know of a page written by hand
- `page_head`: what a page's `<head>` says to those who share, follow and index it
- `EXCEPTIONAL`: the states that are named wherever English is shown
- `topic_feed`, `bilingual_feed`, `feed_links`: the feeds beside those of the editions, and the ways to them
- `feeds`, `robots`, `manifest`, `icons`, `last_changes`: what stands beside the pages of a built site
- `worker`, `no_worker`, `offline_page`, `retracted`, `dressed_with`, `fonts_of`: reading without a network
- `card_of`, `site_card`, `card_path`, `draw`: the pictures that shared links show
- `text_document`: what search is to know of a page written by hand
- `with_banner`: a page that says what is broken, under `mkdocs serve`
- `strings`: the interface's strings for the templates
"""

from sejajar.language.wording import strings
from sejajar.rendering.article.body import article_body
from sejajar.rendering.article.pair import EXCEPTIONAL
from sejajar.rendering.html.banner import with_banner
from sejajar.rendering.html.files import LATEST, Converted, Page, header, is_product
from sejajar.rendering.html.markup import Form, Place, write
from sejajar.rendering.html.policy import (
    Refused,
    hash_of,
    inline_scripts,
    origin,
    policy,
    refused,
    with_policy,
)
from sejajar.rendering.lists.home import LATEST_NUMBER, latest
from sejajar.rendering.lists.status import Riskiest
from sejajar.rendering.machine.cards import Card, card_of, card_path, draw, site_card
from sejajar.rendering.machine.feeds import NEWEST, feeds
from sejajar.rendering.machine.icons import ICONS, MANIFEST, icons, manifest
from sejajar.rendering.machine.more_feeds import (
    OF_TOPIC,
    bilingual_feed,
    bilingual_path,
    feed_links,
    topic_feed,
    topic_feed_path,
)
from sejajar.rendering.machine.offline import (
    OFFLINE,
    RETRACTED,
    WORKER,
    dressed_with,
    fonts_of,
    no_worker,
    offline_page,
    retracted,
    worker,
)
from sejajar.rendering.machine.page_head import Described, page_head
from sejajar.rendering.machine.redirect import MOVED, redirect
from sejajar.rendering.machine.search_documents import Document, text_document
from sejajar.rendering.machine.sitemap import last_changes, robots
from sejajar.rendering.pages import Options, pages
from sejajar.site.addresses import PLACES, Facet, Places, below_edition, media_path, page_url
from sejajar.site.facets import declared
from sejajar.site.lifecycle import listed
from sejajar.site.publication import Publication
from sejajar.site.repository import suggestions
from sejajar.site.view import View

__all__ = [
    "EXCEPTIONAL",
    "ICONS",
    "LATEST",
    "LATEST_NUMBER",
    "MANIFEST",
    "MOVED",
    "NEWEST",
    "OFFLINE",
    "OF_TOPIC",
    "PLACES",
    "RETRACTED",
    "WORKER",
    "Card",
    "Converted",
    "Described",
    "Document",
    "Facet",
    "Form",
    "Options",
    "Page",
    "Place",
    "Places",
    "Publication",
    "Refused",
    "Riskiest",
    "View",
    "article_body",
    "below_edition",
    "bilingual_feed",
    "bilingual_path",
    "card_of",
    "card_path",
    "declared",
    "draw",
    "dressed_with",
    "feed_links",
    "feeds",
    "fonts_of",
    "hash_of",
    "header",
    "icons",
    "inline_scripts",
    "is_product",
    "last_changes",
    "latest",
    "listed",
    "manifest",
    "media_path",
    "no_worker",
    "offline_page",
    "origin",
    "page_head",
    "page_url",
    "pages",
    "policy",
    "redirect",
    "refused",
    "retracted",
    "robots",
    "site_card",
    "strings",
    "suggestions",
    "text_document",
    "topic_feed",
    "topic_feed_path",
    "with_banner",
    "with_policy",
    "worker",
    "write",
]

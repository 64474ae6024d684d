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
- `feeds`, `robots`, `manifest`, `icons`, `last_changes`: what stands beside the pages of a built site
- `card_of`, `site_card`, `card_path`, `draw`: the pictures that shared links show
- `text_document`: what search is to know of a page written by hand
- `with_banner`: a page that says what is broken, under `mkdocs serve`
- `strings`: the interface's strings for the templates
"""

from sejajar.rendering.addresses import PLACES, Facet, Places, below_edition, media_path, page_url
from sejajar.rendering.banner import with_banner
from sejajar.rendering.body import article_body
from sejajar.rendering.cards import Card, card_of, card_path, draw, site_card
from sejajar.rendering.feeds import feeds
from sejajar.rendering.files import LATEST, Converted, Page, header, is_product
from sejajar.rendering.findable import Document, text_document
from sejajar.rendering.icons import MANIFEST, icons, manifest
from sejajar.rendering.lists import latest, listed
from sejajar.rendering.markup import Form
from sejajar.rendering.naming import declared
from sejajar.rendering.pair import EXCEPTIONAL
from sejajar.rendering.policy import Refused, hash_of, inline_scripts, origin, policy, refused, with_policy
from sejajar.rendering.publication import Publication
from sejajar.rendering.redirect import MOVED, redirect
from sejajar.rendering.repository import suggestions
from sejajar.rendering.sharing import Described, page_head
from sejajar.rendering.site import Options, pages
from sejajar.rendering.sitemap import last_changes, robots
from sejajar.rendering.status import Riskiest
from sejajar.rendering.view import View
from sejajar.rendering.wording import strings

__all__ = [
    "EXCEPTIONAL",
    "LATEST",
    "MANIFEST",
    "MOVED",
    "PLACES",
    "Card",
    "Converted",
    "Described",
    "Document",
    "Facet",
    "Form",
    "Options",
    "Page",
    "Places",
    "Publication",
    "Refused",
    "Riskiest",
    "View",
    "article_body",
    "below_edition",
    "card_of",
    "card_path",
    "declared",
    "draw",
    "feeds",
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
    "origin",
    "page_head",
    "page_url",
    "pages",
    "policy",
    "redirect",
    "refused",
    "robots",
    "site_card",
    "strings",
    "suggestions",
    "text_document",
    "with_banner",
    "with_policy",
]

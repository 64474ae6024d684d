"""Briefings become pages: Markdown for MkDocs, or the same body as HTML.

- `pages`: every generated page of both editions
- `latest`: what replaces the mark in a page written by hand
- `listed`: which briefings lists, search and feeds name
- `redirect`: the page at an old address
- `article_body`: one article, in either form
- `header`, `is_product`: how a generated file names itself
- `media_path`: where an article's image is copied to
- `text_document`: what search is to know of a page written by hand
- `strings`: the interface's strings for the templates
"""

from sejajar.rendering.addresses import article_path, counterpart, media_path
from sejajar.rendering.body import article_body
from sejajar.rendering.findable import Document, text_document
from sejajar.rendering.files import LATEST, Page, header, is_product
from sejajar.rendering.lists import latest, listed
from sejajar.rendering.markup import Form
from sejajar.rendering.redirect import redirect
from sejajar.rendering.site import Options, pages
from sejajar.rendering.wording import strings

__all__ = [
    "LATEST",
    "Document",
    "Form",
    "Options",
    "Page",
    "article_body",
    "article_path",
    "counterpart",
    "header",
    "is_product",
    "latest",
    "listed",
    "media_path",
    "pages",
    "redirect",
    "strings",
    "text_document",
]

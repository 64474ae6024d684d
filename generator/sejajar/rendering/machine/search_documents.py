"""What search reads of each page: the edition's own words, paragraph by paragraph, and nothing around them.

These documents are made for the indexer alone and never published. So nothing of the theme, of the other
language or of a plugin gets into the index, and published pages carry no marks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from sejajar.language.inline import attribute, literal, plain
from sejajar.model import Edition, Segment, Status
from sejajar.site.addresses import other
from sejajar.site.facets import Name
from sejajar.site.view import View

_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.S)
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"\d+(?:[.,:]\d+)+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)+")
_INNER = re.compile(r"[.,:'’ʼ](?=\w)")
"""What every such compound has."""
_EDGES = re.compile(r"^\W+|\W+$")
UNSEEN = "\u2061"
"""Begins a word that is there to be found and not to be shown: the search's script skips it in excerpts."""


@dataclass(frozen=True, slots=True)
class Document:
    """One page as search knows it."""

    path: str
    """The page's file below the built site, with forward slashes: `id/2025/03/panen/index.html`."""
    html: str

    def words(self) -> Iterator[str]:
        """Its words, each once, in lower case."""
        return map(str.lower, set(_WORD.findall(unescape(_TAG.sub(" ", self.html)))))


@dataclass(frozen=True, slots=True)
class Findable:
    """What search knows of an article by itself; how the site calls its tags and outlets is added."""

    edition: Edition
    facts: str
    text: str

    def document(self, path: str, names: Sequence[Name] = ()) -> Document:
        """`names`: its tags and outlets as the site knows them."""
        filters = [_named(name) for name in names if name.facet in ("tag", "outlet")]
        return Document(path, _page(self.edition, [self.facts, *filters, self.text]))


def findable(view: View) -> Findable | None:
    """An article's own language; None for what is not to be found: drafts and retracted articles.

    Each segment keeps the anchor it has on the page. What is not translated, or is held back, is no text of
    this edition; an article without any is left out.
    """
    article = view.briefing.article
    if article.metadata.status in (Status.DRAFT, Status.RETRACTED):
        return None
    text = "\n".join(_segments(view, article.segments))
    facts = "\n".join(_facts(view))
    return Findable(view.edition, facts, text) if text else None


def text_document(title: str, html: str, edition: Edition, path: str) -> Document:
    """A page written by hand, of which `html` is the content; marked, so that results can say what it is.

    The articles and commands that it shows as examples are not to be found as if they were the site's.
    """
    text = html.replace("<pre", "<pre data-pagefind-ignore")
    return Document(path, _page(edition, [_meta("title", title), _meta("kind", "page"), text]))


def _segments(view: View, segments: Iterable[Segment]) -> Iterator[str]:
    for segment in segments:
        if segment.kind == "alt":  # its words are no text that a reader can be led to
            continue
        words = plain(view.text(segment, view.edition))
        anchor = view.pair(segment).entry.anchor
        if words:
            name = {"title": "h1", "heading": "h2"}.get(segment.kind, "p")
            place = f' id="{attribute(anchor)}"' if anchor else ""
            yield f"<{name}{place}>{literal(with_parts(words))}</{name}>"


def with_parts(text: str) -> str:
    """The text, each compound word followed by those of its parts that Pagefind tears: `Rp1,5` by `1,5`.

    Pagefind indexes a compound's parts itself, but cuts them at points, commas and apostrophes too.
    """
    words = text.split()
    if _INNER.search(text):
        words = [f"{word}{''.join(_torn(word))}" if _INNER.search(word) else word for word in words]
    return " ".join(words)


def _torn(word: str) -> Iterator[str]:
    for part in _PART.findall(word):
        if part != _EDGES.sub("", word):
            said = part.replace("’", "'")
            yield f" {UNSEEN}{said}"


def _facts(view: View) -> Iterator[str]:
    """What a result shows beside its text, and what can be chosen among results."""
    metadata = view.briefing.article.metadata
    there = other(view.edition)
    yield _meta("title", view.stated(view.briefing.article.title, view.edition))
    yield _meta("date", metadata.date.isoformat())
    title = view.briefing.article.title
    if plain(view.text(title, there)):
        yield _meta("alt", view.stated(title, there))
    if metadata.source:
        yield _meta("outlet", view.outlet(metadata.source.outlet))
    yield _filter("year", str(metadata.date.year))


def _named(name: Name) -> str:
    """Filtered by its names in both languages at once: one choice holds in both editions."""
    return _filter(name.facet, f"{name.in_edition('id')[0]}|{name.in_edition('en')[0]}")


def _meta(name: str, value: str) -> str:
    return f'<span data-pagefind-meta="{name}[data-value]" data-value="{attribute(value)}"></span>'


def _filter(name: str, value: str) -> str:
    return f'<span data-pagefind-filter="{name}[data-value]" data-value="{attribute(value)}"></span>'


def _page(edition: Edition, parts: Iterable[str]) -> str:
    body = "\n".join(parts)
    return f'<!doctype html>\n<html lang="{edition}"><body data-pagefind-body>\n{body}\n</body></html>\n'

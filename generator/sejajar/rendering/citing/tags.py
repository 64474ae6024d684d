"""What reference managers and academic search engines read in a page's head: Highwire's tags and Dublin Core.

Zotero's translator *Embedded Metadata* takes the type from `DC.type` (`newsitem` of the Eprints vocabulary,
which beats the `journalArticle` that it guesses of `citation_title`), title, date, language and address from
the `citation_` tags, the publication from `og:site_name` as long as no `DC.source` is there, rights from
`DC.rights` and the abstract from `og:description`. Google Scholar reads the same tags, with dates as
`2025/07/20`: https://scholar.google.com/intl/en/scholar/inclusion.html. Dublin Core is written as in DC-HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sejajar.language.inline import plain, safe_url
from sejajar.rendering.citing.work import Name, names, own_work
from sejajar.site.agents import Kinds
from sejajar.site.publication import Publication
from sejajar.site.view import View

SCHEMA = '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">'


def tags(view: View, publication: Publication, rights: str) -> list[str]:
    """Of a published article on a site with an address. `rights`: on which terms its text is there."""
    made = [(name, content) for name, content in _tags(view, publication, rights) if content]
    return [SCHEMA, *(f'<meta name="{name}" content="{escape(content)}">' for name, content in made)]


def _tags(view: View, publication: Publication, rights: str) -> Iterator[tuple[str, str]]:
    work, metadata = own_work(view, publication), view.briefing.article.metadata
    authors = work.authors or (Name(literal=publication.name),)
    yield "citation_title", work.title
    for author in authors:
        yield "citation_author", _highwire(author)
    yield "citation_publication_date", f"{work.date:%Y/%m/%d}"
    yield "citation_language", work.language
    yield "citation_public_url", work.url
    yield "citation_abstract_html_url", work.url
    yield "citation_keywords", "; ".join(plain(view.name(tag)).replace(";", ",") for tag in metadata.tags)
    yield "DC.title", work.title
    for author in authors:
        yield "DC.creator", author.natural
    kinds = Kinds.of(metadata, publication.name, view.glossary)
    for name in (*work.translators, *names(metadata.editors, kinds)):
        yield "DC.contributor", name.natural
    yield "DC.date", work.date.isoformat()
    yield "DC.language", work.language
    yield "DC.publisher", work.site
    yield "DC.identifier", work.url
    yield "DC.type", "NewsItem"
    yield "DC.rights", rights
    if metadata.source:
        yield "DC.relation", safe_url(metadata.source.url)


def _highwire(name: Name) -> str:
    """A comma parts the family name; one at the end says that all of it is one name, an organisation's.

    Zotero would take `Kementerian Pertanian` for a Ms Pertanian. Where both parts have several words it would
    read two authors, so such a name stands in its natural order.
    """
    if name.literal:
        return f"{name.literal}," if " " in name.literal else name.literal
    return name.natural if " " in name.family and " " in name.given else name.inverted

"""What an article's page tells machines about itself: schema.org's `NewsArticle`, as JSON-LD.

Terms and their shapes are those of https://schema.org/NewsArticle; what search engines ask for is in
https://developers.google.com/search/docs/appearance/structured-data/article.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from sejajar.formats.glossary import Glossary
from sejajar.language.inline import plain, safe_url
from sejajar.model import Edition, Reference, Source
from sejajar.rendering.citing.work import credited
from sejajar.site.addresses import other
from sejajar.site.agents import Kinds, is_organisation
from sejajar.site.publication import Publication, modified
from sejajar.site.view import View

Data = dict[str, Any]


def script(data: Data) -> str:
    """JSON for inside a `<script>` element, whatever the texts in it: no `<`, `>` or `&` is left in it.

    The HTML parser looks for `</script` and `<!--` alone and knows no escapes; JSON writes them as `\\u003c`.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def news_article(view: View, publication: Publication, description: str, image: Data | None) -> Data:
    """One edition of a briefing. What is not known is left out, never empty."""
    article, metadata = view.briefing.article, view.briefing.article.metadata
    url = publication.address(view.places.article(article, view.edition))
    title, language = view.own(article.title)
    agent = _agents(view, publication)
    data: Data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "url": url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url, **_reviewed(view, agent)},
        "headline": plain(title),
        "description": description,
        "inLanguage": language,
        "datePublished": metadata.date.isoformat(),
        "dateModified": modified(metadata).isoformat(),
        "author": _authors(view, publication, agent),
        "translator": [agent(name) for name in metadata.translators if view.edition == "en"],
        "editor": [agent(name) for name in metadata.editors],
        "publisher": _organization(publication.name, publication.url),
        "image": image,
        "keywords": [view.name(tag) for tag in metadata.tags],
        "contentLocation": {"@type": "Place", "name": view.name(metadata.place)} if metadata.place else None,
        "isBasedOn": _source(view, metadata.source, agent) if metadata.source else None,
        "copyrightNotice": metadata.source.rights if metadata.source else "",
        "citation": [_reference(view, item) for item in metadata.references],
        "correction": list(_corrections(view)),
    }
    return _known(data | _translation(view, publication))


def _known(data: Data) -> Data:
    return {key: value for key, value in data.items() if value}


Agent = Callable[[str], Data]
"""A name as schema.org's `Person` or `Organization`."""


def _agents(view: View, publication: Publication) -> Agent:
    kinds = Kinds.of(view.briefing.article.metadata, publication.name, view.glossary)
    slugs = {part.who.name: part.who.slug for part in view.extras.signers} | dict(view.extras.people)

    def agent(name: str) -> Data:
        slug = slugs.get(name)
        page = publication.address(view.places.person(view.edition, slug)) if slug else ""
        if not kinds.is_organisation(name):
            return _known({"@type": "Person", "name": name, "url": page})
        is_own = name.casefold() == publication.name.casefold()
        return _organization(name if is_own else view.outlet(name), publication.url if is_own else page)

    return agent


def _reviewed(view: View, agent: Agent) -> Data:
    """Who has signed the English, and when last: https://schema.org/reviewedBy is said of pages."""
    signers = view.extras.signers
    last = max((part.last for part in signers if part.last), default=None)
    found = {
        "reviewedBy": [agent(part.who.name) for part in signers],
        "lastReviewed": last.isoformat() if last else "",
    }
    return _known(found)


def profile_page(name: str, url: str, edition: Edition, glossary: Glossary | None) -> Data:
    """The page of a person, or of a desk: https://schema.org/ProfilePage."""
    kind = "Organization" if is_organisation(name, glossary or Glossary(())) else "Person"
    entity = {"@type": kind, "@id": f"{url}#person", "name": name, "url": url}
    return {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": url,
        "inLanguage": edition,
        "mainEntity": entity,
    }


def _organization(name: str, url: str = "") -> Data:
    return _known({"@type": "Organization", "name": name, "url": safe_url(url)})


def _authors(view: View, publication: Publication, agent: Agent) -> list[Data]:
    """As a citation names them; else the site."""
    metadata = view.briefing.article.metadata
    if written_by := credited(metadata):
        return [agent(name) for name in written_by]
    if metadata.source:
        return [_organization(view.outlet(metadata.source.outlet))]
    return [_organization(publication.name, publication.url)]


def _source(view: View, source: Source, agent: Agent) -> Data:
    """The text that this one was taken from."""
    return _known(
        {
            "@type": "CreativeWork",
            "url": safe_url(source.url),
            "author": agent(source.author) if source.author else None,
            "publisher": _organization(view.outlet(source.outlet)),
        }
    )


def _reference(view: View, reference: Reference) -> Data:
    """A text that facts were taken from."""
    return _known(
        {
            "@type": "CreativeWork",
            "name": reference.title,
            "url": safe_url(reference.url),
            "publisher": _organization(view.outlet(reference.outlet)),
        }
    )


def _corrections(view: View) -> Iterator[Data]:
    for item in view.briefing.article.metadata.corrections:
        text, language = view.own(item.text)
        yield {
            "@type": "CorrectionComment",
            "text": plain(text),
            "inLanguage": language,
            "datePublished": item.date.isoformat(),
        }


def _translation(view: View, publication: Publication) -> Data:
    """The other edition of the same briefing; nothing where it has no English yet."""
    title = view.briefing.article.title
    if not view.english(title):
        return {}
    there: Edition = other(view.edition)
    url = publication.address(view.places.article(view.briefing.article, there))
    work = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "url": url,
        "headline": plain(view.text(title, there)),
        "inLanguage": there,
    }
    return {"translationOfWork" if view.edition == "en" else "workTranslation": work}

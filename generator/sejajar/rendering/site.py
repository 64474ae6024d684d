"""All generated pages of a site: each edition's articles, home and archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from sejajar.catalog import Briefing
from sejajar.glossary import Glossary
from sejajar.model import EDITIONS, Edition, Image, Status
from sejajar.rendering import lists
from sejajar.rendering.addresses import archive_path, article_path, counterpart, home_path, media_path
from sejajar.rendering.body import article_body
from sejajar.rendering.files import Page, page
from sejajar.rendering.inline import plain
from sejajar.rendering.markup import Form
from sejajar.rendering.view import Extras, Findings, Size, View
from sejajar.rendering.wording import long_date, say


@dataclass(frozen=True, slots=True)
class Options:
    content: str = "content"
    """The folder that list pages name as their source."""
    reviewed_only: bool = False
    """English that no person has reviewed is shown as pending."""
    findings: Mapping[str, Findings] = field(default_factory=dict)
    """By the article's path: what its page shows on the pairs. Empty for what is to be published."""
    sizes: Mapping[str, Size] = field(default_factory=dict)
    """Of the articles' images, by `media_path`."""
    repository: str = ""
    """Where the repository's host shows files: the address that a path is appended to. Empty: nowhere."""


def pages(
    briefings: Iterable[Briefing], glossary: Glossary | None = None, options: Options | None = None
) -> tuple[Page, ...]:
    """Every generated page of both editions. Which briefings are to be shown is the caller's choice."""
    glossary, options = glossary or Glossary(()), options or Options()
    everything = tuple(briefings)
    shown = lists.listed(everything)
    made: list[Page] = []
    for edition in EDITIONS:
        views = [View(item, edition, glossary, options.reviewed_only) for item in shown]
        made += (
            article(View(item, edition, glossary, options.reviewed_only, _extras(item, options)))
            for item in everything
        )
        made += _lists(views, edition, options.content)
    return tuple(made)


def _extras(briefing: Briefing, options: Options) -> Extras:
    article = briefing.article
    sizes = {
        block.src: size
        for block in article.blocks
        if isinstance(block, Image) and (size := options.sizes.get(media_path(article, block.src)))
    }
    catalog_url = options.repository + quote(briefing.catalog.path) if options.repository else ""
    return Extras(options.findings.get(article.path, {}), sizes, catalog_url)


def article(view: View) -> Page:
    """One article's page in one edition."""
    source = view.briefing.article
    path = article_path(source, view.edition)
    body = article_body(
        view.briefing,
        view.edition,
        Form.MARKDOWN,
        view.glossary,
        reviewed_only=view.reviewed_only,
        extras=view.extras,
    )
    return page(path, source.path, _article_meta(view, path), body)


def _article_meta(view: View, path: str) -> dict[str, object]:
    source = view.briefing.article
    meta: dict[str, object] = {
        "title": "",
        "description": "",
        "lang": view.edition,
        "counterpart": counterpart(path),
    }
    meta |= {"kind": "article", "date": source.metadata.date.isoformat(), "hide": ["navigation"]}
    if source.metadata.status is Status.RETRACTED:
        title, description = say(view.edition, "retracted"), say(view.edition, "retracted-note")
        kind = "article" if source.metadata.corrections else "notice"  # pairs need the language control
        meta |= {"kind": kind, "robots": "noindex", "search": {"exclude": True}}
    else:
        title = plain(view.own(source.title)[0])
        description = _description(view)
    if source.metadata.status is Status.DRAFT or (view.edition == "en" and _mostly_unreviewed(view)):
        meta["robots"] = "noindex"
    return meta | {"title": title, "description": description}


def _description(view: View) -> str:
    """The first key point, or else the first words of the text, or else the date."""
    source = view.briefing.article
    for segment in source.segments:
        if segment.kind in ("point", "paragraph"):
            return _shortened(plain(view.own(segment)[0]))
    return long_date(source.metadata.date, view.edition)


def _shortened(text: str, length: int = 200) -> str:
    """At most `length` characters, cut between words: more is not shown by search engines."""
    return text if len(text) <= length else text[: length - 1].rpartition(" ")[0] + "…"


def _mostly_unreviewed(view: View) -> bool:
    states = [view.state(segment) for segment in view.briefing.article.segments]
    return states.count("reviewed") * 2 < len(states)


def _lists(views: list[View], edition: Edition, content: str) -> Iterator[Page]:
    source = f"{content}/"

    def made(path: str, title: str, description: str, body: str, *hide: str) -> Page:
        meta = {"title": title, "description": description, "lang": edition, "counterpart": counterpart(path)}
        return page(path, source, {**meta, "kind": "list", "hide": ["navigation", *hide]}, body)

    words = say(edition, "home-intro")
    yield made(home_path(edition), say(edition, "home-title"), words, lists.home(views, edition), "toc")
    words = say(edition, "archive-intro")
    yield made(
        archive_path(edition), say(edition, "archive-title"), words, lists.archive(views, edition), "toc"
    )
    for year, body in lists.years(views, edition):
        title = say(edition, "archive-year", year=year)
        yield made(archive_path(edition, year), title, words, body)

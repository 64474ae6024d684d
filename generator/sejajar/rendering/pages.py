"""All generated pages of a site: each edition's articles, and the pages around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.language.inline import plain
from sejajar.language.wording import long_date, say
from sejajar.model import EDITIONS, Image, Status
from sejajar.rendering.article.body import article_tree
from sejajar.rendering.article.footer import article_footer
from sejajar.rendering.html.files import Page
from sejajar.rendering.lists.pages import list_pages
from sejajar.rendering.lists.status import Riskiest, standing
from sejajar.site.addresses import PLACES, Places, media_path
from sejajar.site.connections import Around, connect
from sejajar.site.lifecycle import listed
from sejajar.site.repository import suggestion
from sejajar.site.view import Extras, Findings, Size, View


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
    suggestions: str = ""
    """Where a better translation is suggested: an address with `{path}` and `{line}`. Empty: nowhere."""
    places: Places = PLACES
    riskiest: Sequence[Riskiest] = ()
    """What a person should read first, for the editors' page."""
    flagged: Mapping[str, int] | None = None
    """How many findings each article has, by its path, for the editors' page. None: nobody has looked."""


def pages(
    briefings: Iterable[Briefing], glossary: Glossary | None = None, options: Options | None = None
) -> tuple[Page, ...]:
    """Every generated page of both editions. Which briefings are to be shown is the caller's choice."""
    glossary, options = glossary or Glossary(()), options or Options()
    everything = tuple(briefings)
    shown = listed(everything)
    connections, now = connect(shown, glossary), standing(shown, options.flagged, options.riskiest)
    made: list[Page] = []
    for edition in EDITIONS:
        views = [
            View(item, edition, glossary, options.reviewed_only, places=options.places) for item in shown
        ]
        made += (
            article(
                View(
                    item,
                    edition,
                    glossary,
                    options.reviewed_only,
                    _extras(item, options),
                    places=options.places,
                ),
                connections.around.get(item.article.path, Around()),
            )
            for item in everything
        )
        made += list_pages(
            views, edition, glossary, connections.register, now, options.content, options.places
        )
    return tuple(made)


def _extras(briefing: Briefing, options: Options) -> Extras:
    article = briefing.article
    sizes = {
        block.src: size
        for block in article.blocks
        if isinstance(block, Image) and (size := options.sizes.get(media_path(article, block.src)))
    }
    suggest = suggestion(options.suggestions, briefing.catalog.path)
    return Extras(options.findings.get(article.path, {}), sizes, suggest, explain=True)


def article(view: View, around: Around) -> Page:
    """One article's page in one edition."""
    source = view.briefing.article
    path = view.places.article(source, view.edition)
    foot = article_footer(view, around)
    nodes = (article_tree(view), foot) if foot else (article_tree(view),)
    return Page(path, source.path, _article_meta(view, path), nodes, view.places)


def _article_meta(view: View, path: str) -> dict[str, object]:
    source = view.briefing.article
    meta: dict[str, object] = {
        "title": "",
        "description": "",
        "lang": view.edition,
        "counterpart": view.places.counterpart(path),
    }
    meta |= {"kind": "article", "date": source.metadata.date, "hide": ["navigation"]}
    if source.metadata.status is Status.RETRACTED:
        title, description = say(view.edition, "retracted"), say(view.edition, "retracted-note")
        kind = "article" if source.metadata.corrections else "notice"  # pairs need the language control
        meta |= {"kind": kind, "robots": "noindex", "search": {"exclude": True}}
    else:
        title = view.stated(source.title, view.edition)
        description = _description(view)
    if source.metadata.status is Status.DRAFT or (view.edition == "en" and _mostly_unreviewed(view)):
        meta["robots"] = "noindex"
    return meta | {"title": title, "description": description}


def _description(view: View) -> str:
    """The first key point, or else the first words of the text, or else the date."""
    source = view.briefing.article
    for segment in source.segments:
        if segment.kind in ("point", "paragraph"):
            return _shortened(plain(view.own(segment)[0])) + view.remark(segment, view.edition)
    return long_date(source.metadata.date, view.edition)


def _shortened(text: str, length: int = 200) -> str:
    """At most `length` characters, cut between words: more is not shown by search engines."""
    return text if len(text) <= length else text[: length - 1].rpartition(" ")[0] + "…"


def _mostly_unreviewed(view: View) -> bool:
    states = [view.state(segment) for segment in view.briefing.article.segments]
    return states.count("reviewed") * 2 < len(states)

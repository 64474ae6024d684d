"""All generated pages of a site: each edition's articles, and the pages around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary
from sejajar.language.inline import plain
from sejajar.language.wording import long_date, say
from sejajar.model import EDITIONS, Edition, Image, Status
from sejajar.rendering.article.body import article_tree
from sejajar.rendering.article.footer import Briefings, article_footer
from sejajar.rendering.article.timeline import timeline
from sejajar.rendering.html.files import Page
from sejajar.rendering.lists.pages import planned_lists
from sejajar.rendering.lists.status import Riskiest, standing
from sejajar.site.addresses import PLACES, Places, media_path
from sejajar.site.connections import Around, connect
from sejajar.site.lifecycle import listed
from sejajar.site.people import NOBODY, Naming, parts_of, slugs_of
from sejajar.site.publication import Publication
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
    cited_as: Publication | None = None
    """What the citation below each article names; None: there is none."""
    data: bool = False
    """Whether each article's data lie beside its page."""
    licence: str = ""
    """Under which the site's own texts may go into a corpus; empty: they may not."""
    riskiest: Sequence[Riskiest] = ()
    """What a person should read first, for the editors' page."""
    people: Naming = NOBODY
    """Who has a page, and by which name."""
    flagged: Mapping[str, int] | None = None
    """How many findings each article has, by its path, for the editors' page. None: nobody has looked."""


def pages(
    briefings: Iterable[Briefing], glossary: Glossary | None = None, options: Options | None = None
) -> tuple[Page, ...]:
    """Every generated page of both editions. Which briefings are to be shown is the caller's choice."""
    glossary, options = glossary or Glossary(()), options or Options()
    everything = tuple(briefings)
    shown = listed(everything)
    connections = connect(shown, glossary, options.people)
    now = standing(shown, options.flagged, options.riskiest)
    by_path = {item.article.path: item for item in everything}
    made: list[Page] = []
    for edition in EDITIONS:
        views = [
            View(item, edition, glossary, options.reviewed_only, places=options.places) for item in shown
        ]
        made += (
            article(
                article_view(item, edition, glossary, options),
                connections.around.get(item.article.path, Around()),
                by_path,
            )
            for item in everything
        )
        made += (
            planned.page(options.content, options.places)
            for planned in planned_lists(views, edition, glossary, connections, now)
        )
    return tuple(made)


def article_view(briefing: Briefing, edition: Edition, glossary: Glossary, options: Options) -> View:
    """An article as its own page shows it."""
    extras = _extras(briefing, options)
    return View(briefing, edition, glossary, options.reviewed_only, extras, places=options.places)


def _extras(briefing: Briefing, options: Options) -> Extras:
    article = briefing.article
    sizes = {
        block.src: size
        for block in article.blocks
        if isinstance(block, Image) and (size := options.sizes.get(media_path(article, block.src)))
    }
    suggest = suggestion(options.suggestions, briefing.catalog.path)
    signers = tuple(part for part in parts_of(briefing, options.people) if part.signed)
    slugs = slugs_of(briefing, options.people)
    return Extras(
        options.findings.get(article.path, {}),
        sizes,
        suggest,
        explain=True,
        publication=options.cited_as,
        data=options.data,
        people=slugs,
        signers=signers,
    )


def article(view: View, around: Around, briefings: Briefings) -> Page:
    """One article's page in one edition. `briefings`: those whose titles its footer names."""
    source = view.briefing.article
    foot = article_footer(view, around, briefings, timeline(view))
    nodes = (article_tree(view), foot) if foot else (article_tree(view),)
    path = view.places.article(source, view.edition)
    return Page(path, source.path, article_meta(view), nodes, view.places)


def article_meta(view: View) -> dict[str, object]:
    """The front matter of an article's page."""
    source = view.briefing.article
    path = view.places.article(source, view.edition)
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

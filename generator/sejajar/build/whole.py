"""The site as one value: what is shown, how it hangs together, and every page by what it is made of.

A page is known by its digest and is made only where it has to be written. Whatever a build adds to the site
(pages, feeds, cards, sitemap, search) is taken from here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from typing import Any

from sejajar import rendering, storage
from sejajar.build import codec
from sejajar.build.headlines import Headlines
from sejajar.build.reading import Reading
from sejajar.build.records import Pages, PageSummary, Summary
from sejajar.build.risks import riskiest
from sejajar.catalogs import Briefing
from sejajar.model import EDITIONS, Edition
from sejajar.rendering import Form, Place, View
from sejajar.rendering.article.footer import article_footer
from sejajar.rendering.html.files import Heading, headings_of, with_header
from sejajar.rendering.html.markup import Written
from sejajar.rendering.lists.pages import PlannedList, planned_lists
from sejajar.rendering.lists.status import Standing
from sejajar.rendering.machine.sitemap import Changed
from sejajar.site.connections import Around, Connections, Linked, connected
from sejajar.site.related import Feature, related


@dataclass(frozen=True, slots=True)
class Content:
    """What stands on a page."""

    html: str
    headings: tuple[Heading, ...]
    head: str
    """What its `<head>` says to those who share, follow and index it."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A generated page of one edition."""

    path: str
    """Below `docs/`."""
    edition: Edition
    source: str
    meta: Mapping[str, Any]
    """Its front matter."""
    levels: tuple[int, ...]
    """Of its headings."""
    digest: str
    """Of all that `make` gives."""
    make: Callable[[], Content]


@dataclass(frozen=True)
class Whole:
    """What readers see. Made once for each build."""

    reading: Reading
    shown: tuple[Summary, ...]
    """In the order of paths."""

    def take_over(self, before: Whole) -> None:
        """Has what hangs together as it did in the build before, and takes long to find out, from there.

        An edit changes few articles, and the summaries of all others are the very same objects. Nothing of
        `before` is held that holds `before`.
        """
        mine, theirs = self.reading, before.reading
        if (mine.index.recipe, mine.recipe.glossary) != (theirs.index.recipe, theirs.recipe.glossary):
            return
        self.briefings.take_over(before.briefings)
        taken = vars(self)
        if self._linked == before._linked:
            taken["connections"] = before.connections
            if self._digests == before._digests:
                taken["_around_digest"] = before._around_digest
            if (self._in_lists, self._standing.riskiest) == (before._in_lists, before._standing.riskiest):
                taken["_kept_lists"] = before._kept_lists

    @cached_property
    def listed(self) -> tuple[Summary, ...]:
        """What lists show, the newest first."""
        found = (summary for summary in self.shown if summary.listed)
        return tuple(sorted(found, key=lambda summary: (-summary.date.toordinal(), summary.path)))

    @cached_property
    def connections(self) -> Connections:
        linked, recipe = self._linked, self.reading.recipe
        return connected(linked, recipe.glossary, recipe.options.people, partial(_alike, self._cache, linked))

    @cached_property
    def _linked(self) -> list[Linked]:
        return [summary.linked for summary in self.listed if summary.linked]

    @cached_property
    def briefings(self) -> Headlines:
        """Title and key points of each article, by its path."""
        return Headlines({summary.path: summary for summary in self.shown})

    def pages(self) -> Iterator[SitePage]:
        """Every generated page: of each edition the articles, and then the lists."""
        lists = list(self._lists())
        for edition in EDITIONS:
            for summary in self.shown:
                if summary.pages:
                    yield self._article(summary, edition, summary.pages[edition])
            yield from (page for page in lists if page.edition == edition)

    def latest(self, edition: Edition, path: str) -> str:
        """HTML of the newest briefings, for the page written by hand at `path` below `docs`."""
        recipe = self.reading.recipe
        return rendering.latest(
            [self.briefings[one.path] for one in self.listed[: rendering.LATEST_NUMBER]],
            edition,
            path,
            reviewed_only=recipe.options.reviewed_only,
            places=recipe.options.places,
            directory_urls=recipe.publication.directory_urls,
        )

    def path_of(self, summary: Summary, edition: Edition) -> str:
        """An article's page below `docs`."""
        return f"{self._options.places.root(edition)}/{summary.below}.md"

    def changed(self) -> Iterator[Changed]:
        """When each article last changed, and which lists name it."""
        for summary in self.shown:
            names = self.connections.register.of.get(summary.path, ())
            people = tuple(part.who.slug for part in summary.linked.parts) if summary.linked else ()
            yield Changed(
                summary.path, summary.below, summary.date, summary.modified, summary.listed, names, people
            )

    @property
    def _cache(self) -> storage.Cache:
        return self.reading.cache

    # Articles.

    def _article(self, summary: Summary, edition: Edition, page: PageSummary) -> SitePage:
        around = self.connections.around.get(summary.path, Around())
        path = self.path_of(summary, edition)
        digest = f"{page.digest}{self._around_digest(summary.path)}"
        make = partial(self._article_content, summary, edition, around, path)
        return SitePage(path, edition, summary.path, page.meta, page.levels, digest, make)

    @cached_property
    def _around_digest(self) -> Callable[[str], str]:
        """Of what an article's pages say of others: both editions ask for it, one after the other."""

        every, digests = self.connections.around, self._digests

        def made(path: str) -> str:
            around = every.get(path, Around())
            others = [digests[other] for other in around.others]
            return codec.digest((around.names, around.related, around.newer, around.older, others))

        return cache(made)

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        return {summary.path: summary.headline_digest for summary in self.shown}

    def _article_content(self, summary: Summary, edition: Edition, around: Around, path: str) -> Content:
        parts = self._pages_of(summary.path).of[edition]
        view = self._view(self.briefings[summary.path], edition)
        foot = article_footer(view, around, self.briefings, Written(parts.dates) if parts.dates else None)
        html = f"{parts.html}\n{rendering.write(foot, Form.HTML, self._place(path))}" if foot else parts.html
        return Content(html, parts.headings, parts.head)

    @cached_property
    def _pages_of(self) -> Callable[[str], Pages]:
        """The last one is kept: both editions of an article are written one after the other."""
        return lru_cache(maxsize=1)(self.reading.pages)

    # Lists.

    @cached_property
    def _in_lists(self) -> list[tuple[object, ...]]:
        """What lists are made of, besides the glossary."""
        said = {
            path: [(name.facet, name.slug, name.indonesian) for name in names]
            for path, names in self.connections.register.of.items()
        }
        return [
            (one.path, one.headline_digest, one.tally, said[one.path], one.linked and one.linked.parts)
            for one in self.listed
        ]

    @cached_property
    def _kept_lists(self) -> Lists:
        name = f"{self.reading.index.recipe}-lists"
        key = codec.digest((self._in_lists, self._standing.riskiest, self.reading.recipe.glossary.terms))
        kept = codec.unpack(Lists, self._cache.get(name))
        if kept is None or kept.key != key:
            before = {page.key: page.levels for page in kept.pages} if kept else {}
            kept = Lists(key, tuple(self._planned(before)))
            self._cache.put(name, codec.pack(kept))
            if self._cache.folder:  # what they give is kept there now, and they hold every headline
                vars(self).pop("_plans", None)
        return kept

    def _lists(self) -> Iterator[SitePage]:
        for one in self._kept_lists.pages:
            yield SitePage(
                one.path,
                one.edition,
                f"{self._options.content}/",
                one.meta,
                one.levels,
                one.key,
                partial(self._list_content, one),
            )

    def _planned(self, before: Mapping[str, tuple[int, ...]]) -> Iterator[ListPage]:
        """`before`: the levels of headings of the lists that were made before, by their keys."""
        for planned in self._plans.values():
            shows = [self._digests[view.briefing.article.path] for view in planned.listing.shows]
            meta = planned.meta(self._options.places)
            said = (self.reading.index.recipe, meta, shows, planned.listing.besides)
            path = planned.path(self._options.places)
            key = codec.digest(said)
            levels = before.get(key)
            if levels is None:
                levels = tuple(heading.level for heading in self._parts(path, key).headings)
            yield ListPage(path, planned.edition, meta, levels, key, planned.listing.profile)

    @cached_property
    def _plans(self) -> dict[str, PlannedList]:
        """Every list by its path."""
        glossary = self.reading.recipe.glossary
        plans: dict[str, PlannedList] = {}
        for edition in EDITIONS:
            views = [self._view(self.briefings[one.path], edition) for one in self.listed]
            for planned in planned_lists(views, edition, glossary, self.connections, self._standing):
                plans[planned.path(self._options.places)] = planned
        return plans

    def _list_content(self, page: ListPage) -> Content:
        parts = self._parts(page.path, page.key)
        recipe = self.reading.recipe
        title, words = str(page.meta["title"]), str(page.meta["description"])
        described = rendering.Described(page.path, page.edition, title, words, True, profile=page.profile)
        head = rendering.page_head(
            described, recipe.publication, None, cards=not recipe.drafts, glossary=recipe.glossary
        )
        ways = rendering.feed_links(page.path, page.edition, recipe.publication)
        html = with_header(page.path, f"{self._options.content}/", f"{ways}{parts.html}")
        return Content(html, parts.headings, head)

    def _parts(self, path: str, key: str) -> ListParts:
        kept = codec.unpack(ListParts, self._cache.get(f"list-{key}"))
        if kept is None:
            tree = self._plans[path].listing.make()
            kept = ListParts(rendering.write(tree, Form.HTML, self._place(path)), headings_of((tree,)))
            self._cache.put(f"list-{key}", codec.pack(kept))
        return kept

    @cached_property
    def _standing(self) -> Standing:
        of = {summary.path: summary.tally for summary in self.listed if summary.tally}
        risky = ((one.path, one.risk_points, one.risky) for one in self.shown)
        return Standing(of, True, riskiest(risky))

    # What both have.

    @property
    def _options(self) -> rendering.Options:
        return self.reading.recipe.options

    def _view(self, briefing: Briefing, edition: Edition) -> View:
        options = self._options
        glossary = self.reading.recipe.glossary
        return View(briefing, edition, glossary, options.reviewed_only, places=options.places)

    def _place(self, path: str) -> Place:
        return Place(path, self.reading.recipe.publication.directory_urls, self._options.places)


@dataclass(frozen=True, slots=True)
class ListPage:
    path: str
    edition: Edition
    meta: Mapping[str, Any]
    levels: tuple[int, ...]
    key: str
    profile: str
    """Whose page it is, where it is a person's."""


@dataclass(frozen=True, slots=True)
class Lists:
    key: str
    pages: tuple[ListPage, ...]


@dataclass(frozen=True, slots=True)
class ListParts:
    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    of: tuple[tuple[int, ...], ...]


def _alike(
    cache: storage.Cache, linked: Sequence[Linked], features: Sequence[Collection[Feature]]
) -> list[list[int]]:
    """As `related`, kept for as long as no article's features change."""
    key = codec.digest([sorted(one.features) for one in linked])
    kept = codec.unpack(Alike, cache.get(f"alike-{key}"))
    if kept is None:
        kept = Alike(tuple(map(tuple, related(features))))
        cache.put(f"alike-{key}", codec.pack(kept))
    return list(map(list, kept.of))

"""A site that another builder has built becomes ours: what the plugin's hooks do, over its files.

The builder gives each page what stands around its text. All else comes from the content: the text itself,
what the page says of itself, its edition's menu and search, and the files beside the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from sejajar import rendering, storage
from sejajar.build.beside import add
from sejajar.build.built_pages import BuiltPage, built_pages, expected, file_of
from sejajar.build.dressing import Dressing
from sejajar.build.known import Known
from sejajar.build.policies import policy_around, refusals
from sejajar.build.publishing import publish
from sejajar.build.redirects import redirects
from sejajar.build.release import release
from sejajar.build.search import Finding, findable
from sejajar.build.whole import SitePage, Whole
from sejajar.model import Edition, Location, Problem, Severity, has_errors
from sejajar.rendering.dress.page import UnknownThemeError, around, content_of, is_dressed
from sejajar.rendering.dress.partials import THEME
from sejajar.rendering.html.minifying import minified
from sejajar.rendering.machine.sitemap import merged_sitemap, sitemap
from sejajar.site.workspace import Site

_SEARCHES = ("search.json", "search/search_index.json")
"""The indexes that Zensical and Material make, which nothing reads once search is ours."""
_BUILD = "run `sejajar generate --for zensical` and `zensical build`, then this again"


@dataclass(frozen=True, slots=True)
class Finished:
    """What has been done to a built site."""

    pages: int = 0
    written: tuple[str, ...] = ()
    """The pages that have changed."""
    removed: tuple[str, ...] = ()
    """Those of articles that are not shown any more."""
    problems: tuple[Problem, ...] = ()


def finish(site: Site, whole: Whole, folder: Path, *, pool: Executor | None = None) -> Finished:
    """Brings what is ours into the site built in `folder`. Run again it changes what has changed."""
    made = tuple(whole.pages())
    problems = (*storage.linked(site.root, site.docs, folder), *_unfit(site, made, folder))
    if has_errors(problems):
        return Finished(problems=problems)
    found = [page for page in built_pages(site, made, folder) if not _is_redirect(folder, page)]
    moved = redirects(
        (one.addressed for one in whole.shown if one.addressed),
        {page.path: page.url for page in found if page.made},
        {page.file for page in found},
        site_url=site.url,
        directory_urls=site.directory_urls,
        places=site.places,
    )
    if has_errors(moved.problems):
        return Finished(problems=moved.problems)
    return _Run(site, whole, folder, found, Dressing(site, whole, found)).done(moved.pages, pool)


def _unfit(site: Site, made: Iterable[SitePage], folder: Path) -> Iterator[Problem]:
    """Why nothing can be done in a folder."""
    place = Location(storage.relative(folder, site.root))
    wanted = expected(site, made)
    there = [file for file in wanted if (folder / file).is_file()]
    if not there or folder.resolve() in (site.root.resolve(), site.docs.resolve()):
        message = "this folder holds no built site of these articles"
        yield Problem(place, Severity.ERROR, "built", message, _BUILD)
        return
    missing = sorted(wanted.keys() - set(there))
    if missing:
        message = f"pages are missing that the content gives, {len(missing)} of {len(wanted)}: {missing[0]}"
        yield Problem(place, Severity.ERROR, "built", message, _BUILD)
    html = _read(folder, there[0])
    if not is_dressed(html) and "assets/sejajar.css" in html:
        message = "the plugin has built this site, and nothing is missing in it"
        yield Problem(place, Severity.ERROR, "built", message, "publish it as it is")


def _is_redirect(folder: Path, page: BuiltPage) -> bool:
    """Whether it is one of ours, at an old address."""
    return not page.path and rendering.MOVED in _read(folder, page.file)


def _read(folder: Path, file: str) -> str:
    return (folder / file).read_bytes().decode("utf-8", errors="surrogateescape")


@dataclass
class _Run:
    site: Site
    whole: Whole
    folder: Path
    found: list[BuiltPage]
    dressing: Dressing
    written: list[str] = field(default_factory=list)
    by_hand: list[tuple[Edition, rendering.Document]] = field(default_factory=list)

    def done(self, moved: Mapping[str, str], pool: Executor | None) -> Finished:
        gone = dict.fromkeys(page.file for page in self.found if self._is_gone(page))
        kept = [page for page in self.found if page.file not in gone]
        covered = [page for page in kept if self.dressing.covers(page)]
        parts = (around(_read(self.folder, page.file)) for page in covered)
        policy = policy_around(parts, self.site.settings)
        problems = tuple(self._dress(covered, policy))
        if has_errors(problems):
            return Finished(problems=problems)
        built = storage.Built(self.folder, storage.cache(self.site.root, "finished"), release())
        built.resume()
        for file in gone:
            built.remove(file)
        self._beside(built, moved, pool)
        problems += self._search(built)
        built.finish()
        return Finished(len(covered), tuple(self.written), tuple(gone), problems)

    def _is_gone(self, page: BuiltPage) -> bool:
        """Whether it is of an article that is not shown any more, or of a list that has none any more."""
        if page.path or not self.site.places.edition(page.file):
            return False
        return "<!-- Made by sejajar from " in _read(self.folder, page.file)

    def _dress(self, pages: Iterable[BuiltPage], policy: str) -> Iterator[Problem]:
        told: set[rendering.Refused] = set()
        kept = Known(storage.cache(self.site.root, "finished"), self.folder)
        for page in pages:
            html = _read(self.folder, page.file)
            key = self.dressing.key(page, policy)
            if kept.has(page.file, key, html):
                continue
            try:
                new = self.dressing.dressed(page, html, policy)
            except UnknownThemeError:
                if page.made:
                    message = "this page is of no theme that can be finished"
                    hint = "build it with Zensical’s own theme or with Material for MkDocs"
                    yield Problem(
                        Location(storage.relative(self.folder / page.file, self.site.root)),
                        Severity.ERROR,
                        "built",
                        message,
                        hint,
                    )
                    return
                continue
            self._remember(page, html)
            if policy:
                yield from refusals(new, policy, page.path or page.file, told)
            if new != html:
                data = new.encode("utf-8", errors="surrogateescape")
                storage.write_bytes(self.folder, page.file, data, durable=False)
                self.written.append(page.file)
            kept.put(page.file, key, new)
        kept.save()

    def _remember(self, page: BuiltPage, html: str) -> None:
        """What search is to know of a page written by hand."""
        if page.is_text and not page.made and rendering.LATEST not in html:
            edition = self.dressing.edition(page, html)
            title = self.dressing.title(page, html)
            document = rendering.text_document(title, content_of(html), edition, page.file)
            self.by_hand.append((edition, document))

    def _beside(self, built: storage.Built, moved: Mapping[str, str], pool: Executor | None) -> None:
        """All that is no page."""
        site = self.site
        for place in sorted((THEME / "assets").rglob("*.*")):
            add(built, site, place.relative_to(THEME).as_posix(), _published(place))
        for path, html in moved.items():
            add(built, site, path, html.encode())
        publish(site, self.whole, built, pool=pool)
        if self.dressing.whole:
            for path in _SEARCHES:
                if (self.folder / path).is_file() and not (site.docs / path).exists():
                    built.remove(path)
        self._sitemap()

    def _sitemap(self) -> None:
        if not self.site.url:
            return
        changed = rendering.last_changes(self.whole.changed(), self.site.places)
        listed = [one for page in self.found if (one := self.dressing.listed(page.path))]
        entries = sitemap((one for one in listed if one.is_indexed), changed, self.dressing.listed)
        if self.dressing.whole:
            text = self.dressing.partials.sitemap(entries)
        elif (self.folder / "sitemap.xml").is_file():
            ours = {one.address for one in listed if self.site.places.edition(one.path)}
            text = merged_sitemap(_read(self.folder, "sitemap.xml"), ours, entries)
        else:
            return
        storage.write_built(self.folder, {"sitemap.xml": text})
        storage.compress(self.folder, "sitemap.xml")

    def _search(self, built: storage.Built) -> tuple[Problem, ...]:
        there = {page.path for page in self.found}

        def address(path: str) -> str | None:
            return file_of(self.site, path) if path in there else None

        return Finding(self.site, findable(self.whole, address, self.by_hand), built).finish()


def _published(asset: Path) -> bytes:
    """A style or a script as short as can be; any other file as it is."""
    data = asset.read_bytes()
    return minified(data.decode(), asset.name).encode() if asset.suffix in (".css", ".js") else data

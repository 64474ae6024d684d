"""One build: what MkDocs is given, what it is told of each page, and what is added to what it writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

from sejajar import commands, rendering, storage
from sejajar.build.context import page_context, text_head
from sejajar.build.policies import refusals
from sejajar.build.shells import UnfitError
from sejajar.build.whole import Content
from sejajar.commands import Site, SitePage, Whole
from sejajar.model import EDITIONS, Edition, Problem
from sejajar.plugin.editions import navigation
from sejajar.plugin.emptying import NotThere
from sejajar.plugin.generated import OwnFile, OwnFiles, bring_in
from sejajar.plugin.listed import ListedPages
from sejajar.plugin.policy import policy_of
from sejajar.plugin.reporting import log, tell
from sejajar.plugin.splicing import Remembered, Splicer, Stand
from sejajar.plugin.theming import Theming
from sejajar.rendering import Converted
from sejajar.rendering.html.files import converted
from sejajar.rendering.machine.sitemap import SITEMAP, merged_sitemap, sitemap

_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Given:
    """What a build is made from, and where to."""

    site: Site
    whole: Whole
    pictures: Mapping[str, storage.Picture]
    """By where they lie below `docs`."""
    own: storage.RunFolder
    built: storage.Built
    theming: Theming
    serving: bool
    splice: bool  # no other plugin wants to see each page
    remembered: Remembered
    """Of the pages that earlier builds of this process have written."""
    pool: Executor | None = None


class Build:
    def __init__(
        self,
        config: MkDocsConfig,
        given: Given,
        broken: tuple[Problem, ...],
        report: Callable[[tuple[Problem, ...]], None],
    ) -> None:
        """Empties the built site of all but what may stay. `broken`: why what is shown is not the newest."""
        self.config, self.given, self.broken, self.report = config, given, broken, report
        self.pages: Mapping[str, SitePage] = {page.path: page for page in given.whole.pages()}
        self._contents: dict[str, Content] = {}
        self._stands: dict[str, tuple[str, Stand]] = {}
        self.by_hand: list[tuple[Edition, rendering.Document]] = []
        """What search is to find in the pages that nobody generated."""
        self._put_by: frozenset[str] = frozenset()
        self.env: Any = None
        """Where the sitemap is made after the reload: what renders it."""
        self._site_dir = config.site_dir
        given.built.prune()
        config.site_dir = NotThere(config.site_dir)

    # Files.

    def with_ours(self, files: Files) -> Files:
        self.config.site_dir = self._site_dir
        for file in files:
            file.dest_dir = self._site_dir
        texts = {} if self.given.splice else self._markdown.pages
        pictures = (
            self.given.own.fill({}, self.given.pictures) if self.given.splice else self._markdown.pictures
        )
        own = OwnFiles(files)
        in_menu = self.given.theming.in_menu()
        pages = (self._file(path, texts.get(path), in_menu) for path in self.pages)
        bring_in(own, pages, pictures, self.config, self.given.site.folders)
        self.given.theming.bring_assets(own, self.config)
        if self.given.splice:
            own.hidden = frozenset(self.pages.keys() - in_menu)
        return own

    def _file(self, path: str, place: Path | None, in_menu: Collection[str]) -> OwnFile:
        return OwnFile(
            path,
            place,
            self._text,
            self._site_dir,
            directory_urls=self.given.site.directory_urls,
            inclusion=InclusionLevel.UNDEFINED if path in in_menu else InclusionLevel.NOT_IN_NAV,
        )

    @cached_property
    def _markdown(self) -> commands.Prepared:
        """The pages as Markdown, and the pictures, as real files, for others to read."""
        site = self.given.site
        shown = commands.published(commands.load(site), get_build_datetime(), drafts=self.given.serving)
        found = commands.check_results(site, shown)
        return commands.prepare(site, shown, self.given.own, found, marked=self.given.serving)

    def _text(self, path: str) -> str:
        """What MkDocs reads of a page whose content we know."""
        page = self.pages[path]
        return rendering.Page(path, page.source, page.meta, (), self.given.site.places).text

    def navigate(self, nav: Navigation, files: Files) -> None:
        self.nav, self.files = nav, files
        editions, site_url = self.given.theming.editions, self.config.site_url or ""
        self._listed = ListedPages(files, self.pages, editions, site_url)
        if self.given.splice and isinstance(files, OwnFiles):
            files.hidden = frozenset(self.pages) - {page.file.src_uri for page in nav.pages}
        elif self.given.splice:
            self._give_markdown()
        self.redirects = made = self._moved(files)
        self.report(made.problems)
        self.broken += made.problems
        if made.problems and not self.given.serving:
            raise Abort("The content has errors; nothing was built.")

    def _moved(self, files: Files) -> commands.Redirects:
        moved = [one.addressed for one in self.given.whole.shown if one.addressed and one.addressed.aliases]
        return commands.redirects(
            moved,
            {file.src_uri: file.url for file in files} if moved else {},
            {file.dest_uri for file in files} if moved else (),
            site_url=self.config.site_url or "",
            directory_urls=self.config.use_directory_urls,
            places=self.given.site.places,
        )

    def _give_markdown(self) -> None:
        """Has MkDocs build every page after all."""
        for path, place in self._markdown.pages.items():
            file = self.files.get_file_from_path(path)
            if file:
                file.src_dir, file.abs_src_path = str(place)[: -len(path)], str(place)

    # Pages.

    def converted(self, page: Page) -> Converted | None:
        """What a page of ours becomes."""
        path = page.file.src_uri
        if path not in self.pages:
            return None
        content = self.content(path)
        return converted(page.file.content_string, content.html, content.headings)

    def content(self, path: str) -> Content:
        if path not in self._contents:
            self._contents[path] = self.pages[path].make()
        return self._contents[path]

    def latest(self, page: Page) -> str:
        """HTML of the newest briefings, for a page written by hand."""
        return self.given.whole.latest(self.given.theming.editions.of(page), page.file.src_uri)

    def render(self, env: Any) -> None:
        """Once the templates are known: writes the pages that MkDocs need not."""
        offline = commands.offline(self.given.site, preview=self.given.serving)
        self.given.theming.layer(env, self.config, offline=offline)
        # Not under `serve`: MkDocs puts a script of its own into each page, another one at each build.
        self.policy = "" if self.given.serving else self._policy(env)
        self.refused: set[rendering.Refused] = set()
        if not (isinstance(self.files, OwnFiles) and self.files.hidden):
            return
        if self.given.serving and self.given.theming.whole and SITEMAP in self.config.theme.static_templates:
            self.config.theme.static_templates.remove(SITEMAP)
            self.env = env
        self._settle_anchors(self.files)
        # what both editions of an article need is read once
        pages = sorted(self.pages.items(), key=lambda item: item[1].source)
        hidden = {path: page for path, page in pages if path in self.files.hidden}
        places = self.given.site.places
        linked = [
            path
            for one in EDITIONS
            for path in (places.status(one), *places.doors(one))
            if path in self.pages
        ]
        splicer = Splicer(
            self.config, self.nav, self.files, env, self._stand_in, linked, self.given.remembered
        )
        try:
            splicer.write(hidden, self._stand, self.given.built)
        except UnfitError as error:
            log.info("Every page is rendered by itself: %s.", error)
            self._render_all(self.files)

    def _policy(self, env: Any) -> str:
        every = [file.url for file in self.files if file.is_documentation_page()]
        return policy_of(env, self.config, every, self.given.site.settings)

    def _render_all(self, files: OwnFiles) -> None:
        hidden, files.hidden = files.hidden, frozenset()
        self._give_markdown()
        for path in hidden:
            file = files.src_uris[path]
            _populate_page(Page(None, file, self.config), self.config, files)

    def _settle_anchors(self, files: OwnFiles) -> None:
        """So that MkDocs can tell whether links to our pages name what is there."""
        for file in files.documentation_pages():
            for target in (file.page.links_to_anchors or {}) if file.page else ():
                if target.src_uri in files.hidden and target.page is None:
                    html = self.content(target.src_uri).html
                    Page(None, target, self.config).present_anchor_ids = set(_ID.findall(html))

    def _stand_in(self, page: Page, path: str, stand: Stand) -> None:
        """`page` is rendered in the place of the page at `path`, and of all that are like it."""
        self._stands[page.file.src_uri] = (path, stand)
        self.given.theming.mark(page)

    def _stand(self, page: SitePage) -> Stand:
        file = self.files.src_uris[page.path]
        counterpart = self.files.get_file_from_path(str(page.meta["counterpart"]))
        url = counterpart.url_relative_to(file) if counterpart else None
        return Stand(url, self._listed.alternates(page.path, str(page.meta["counterpart"])), "")

    def tell(self, context: Any, page: Page) -> None:
        """What the templates know of a page: `sejajar`."""
        theming = self.given.theming
        editions, path = theming.editions, page.file.src_uri
        edition = editions.of(page)
        if page.meta.get("kind", "text") == "text":  # written by hand: the guide, about
            title = str(page.meta.get("title") or page.title or "")
            document = rendering.text_document(title, page.content or "", edition, page.file.dest_uri)
            self.by_hand.append((edition, document))
        _, stand = self._stands.get(path) or ("", self._own_stand(page))
        status = self.files.get_file_from_path(editions.places.status(edition))
        context["sejajar"] = page_context(
            self.given.site,
            edition,
            counterpart_url=stand.counterpart_url,
            alternates=stand.alternates,
            head=stand.head,
            status_url=status.url_relative_to(page.file) if status else None,
        )
        if theming.whole:
            context["nav"] = navigation(self.nav, edition, editions)
            for name in ("previous_page", "next_page"):  # not from one edition into the other
                neighbour = getattr(page, name)
                if neighbour and editions.said(neighbour) not in (edition, None):
                    setattr(page, name, None)

    def _own_stand(self, page: Page) -> Stand:
        """Of a page that MkDocs builds."""
        named = str(page.meta.get("counterpart", ""))
        counterpart = self.files.get_file_from_path(named)
        url = counterpart.url_relative_to(page.file) if counterpart else None
        return Stand(url, self._listed.alternates(page.file.src_uri, named), self._head(page))

    def _head(self, page: Page) -> str:
        """What the page says to those who share, follow and index it."""
        if page.file.src_uri in self.pages:
            return self.content(page.file.src_uri).head
        site = self.given.site
        return text_head(
            site,
            page.file.src_uri,
            self.given.theming.editions.of(page),
            str(page.meta.get("title") or page.title or site.name),
            page.meta,
            url=page.canonical_url or "",
            cards=not self.given.serving,
        )

    def finished(self, html: str, page: Page | None = None) -> str:
        """A rendered page as it is written; without `page`, 404.html."""
        editions = self.given.theming.editions
        return rendering.with_banner(
            self._guarded(html, page), self.broken, editions.of(page) if page else "id"
        )

    def _guarded(self, html: str, page: Page | None) -> str:
        """The page with its policy, where it is to have one."""
        theming = self.given.theming
        if not self.policy or not (theming.covers(page) if page else theming.whole):
            return html
        path = page.file.src_uri if page else "404.html"
        named = self._stands[path][0] if path in self._stands else path
        tell(refusals(html, self.policy, named, self.refused))
        return rendering.with_policy(html, self.policy)

    def sitemap(self) -> list[dict[str, Any]]:
        """What the template `sitemap.xml` lists."""
        changed = rendering.last_changes(self.given.whole.changed(), self.given.site.places)
        return sitemap(self._listed.indexed(), changed, self._listed.get)

    def show_all(self) -> None:
        """Has a template that lists all pages list ours too, as far as it asks for their addresses."""
        if isinstance(self.files, OwnFiles):
            self.files.hidden, self._put_by = frozenset(), self.files.hidden
            for path in self._put_by:
                file = self.files.src_uris[path]
                if file.page is None:
                    Page(None, file, self.config)

    def merged_sitemap(self, xml: str) -> str:
        """Our pages in a sitemap that somebody else's template has made."""
        if isinstance(self.files, OwnFiles):
            self.files.hidden = self._put_by
        return merged_sitemap(xml, {one.address for one in self._listed.generated()}, self.sitemap())

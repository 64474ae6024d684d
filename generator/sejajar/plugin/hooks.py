"""MkDocs's events, in the order in which they come."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime, is_error_template
from mkdocs.utils.templates import TemplateContext

from sejajar import commands, rendering, storage
from sejajar.commands import Site, Workspace
from sejajar.i18n import language_of, speak_if_none_chose
from sejajar.model import Edition, Problem, errors, has_errors
from sejajar.plugin.build_lock import BuildLock, abort_if_refused
from sejajar.plugin.editions import navigation, page_context, sitemap
from sejajar.plugin.generated import add_own
from sejajar.plugin.logs import make_log_visible
from sejajar.plugin.other_plugins import leave_out
from sejajar.plugin.policy import policy_of, refusals
from sejajar.plugin.reporting import Said, log, report, tell
from sejajar.plugin.requirements import unfit
from sejajar.plugin.sitemaps import merged_sitemap
from sejajar.plugin.theming import THEME, Theming
from sejajar.plugin.watching import ignore_products
from sejajar.site import settings as settings_format
from sejajar.visible import visible


class SejajarPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """`plugins: - sejajar` in mkdocs.yml."""

    settings = settings_format.Settings()
    build_lock: BuildLock
    workspace: Workspace | None = None
    """As last read."""
    shown: Workspace | None = None
    """What readers see: of the content as it last was without errors."""
    broken: tuple[Problem, ...] = ()
    """The errors for which `serve` does not show what is on the disk now."""
    said: Said = frozenset()
    prepared: commands.Prepared | None = None
    """The pages and pictures of the last build."""
    own: storage.RunFolder | None = None
    """Where this run has its pages."""
    serving = False
    command = "build"
    policy = ""
    """The Content-Security-Policy of the last build's pages."""
    check_results: commands.CheckResults | None = None
    """What the checks found in the last build."""
    finding: commands.Finding | None = None
    """The search index of the last build, which `serve` makes in the background."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Our own reading instead of MkDocs's: all mistakes at once, an unknown setting among them."""
        make_log_visible()
        self.build_lock = BuildLock()
        speak_if_none_chose(language_of(os.environ))
        self.config = LegacyConfig((), config_file_path=config_file_path)
        self.settings, mistakes = settings_format.read(options)
        return [(mistake.name, ValidationError(visible(mistake.message))) for mistake in mistakes], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this object, and so what was read, from one rebuild of `serve` to the next."""
        self.serving = command == "serve"
        self.command = command

    @event_priority(-200)  # when others have said what they want of theme and languages
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        site = site_of(config, self.settings)
        problems = (
            *unfit(config, self.settings),
            *storage.linked(site.root, site.docs, Path(config.site_dir)),
        )
        if problems:
            tell(problems)
            raise Abort("Nothing was built.")
        leave_out(config, site_of(config, self.settings).folders)
        self.theming = Theming(config, self.settings)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self.stop_finding()  # MkDocs empties the built site before it writes it anew
        self.by_hand: list[tuple[Edition, rendering.Document]] = []
        site = site_of(config, self.settings)
        if not self.serving:
            self.build_lock.take(site.root, Path(config.site_dir))
        storage.sweep(Path(config.site_dir))
        self.workspace = commands.load(site, self.workspace)
        shown = commands.published(self.workspace, get_build_datetime(), drafts=self.serving)
        problems = (*shown.problems, *commands.incomplete(site, shown))
        if not has_errors(problems):
            problems += self.take(site, shown)
        elif self.serving and not self.shown:  # else it would not even begin, and nobody would see the banner
            problems += self.take(site, commands.sound(shown))
        self.said = report(problems, self.said)
        self.broken = errors(problems)
        if self.broken and not self.serving:
            raise Abort("The content has errors; nothing was built.")
        if self.broken:
            log.error("The content has errors; the pages stay as they were.")
        self.views = commands.views(site, self.shown) if self.shown else {}
        self.publication = commands.publication(site)
        if not site.url:
            log.info("site_url is not set: without it there are no feeds, no sitemap and no cards of links.")

    def take(self, site: Site, shown: Workspace) -> tuple[Problem, ...]:
        """Prepares a build of what is shown; returns what is to be said. With an error nothing changes."""
        self.check_results = commands.check_results(site, shown, self.check_results)
        if self.own is None or self.own.root != site.root:
            self.own = storage.run_folder(site.root)
        prepared = commands.prepare(site, shown, self.own, self.check_results, marked=self.serving)
        if not has_errors(prepared.problems):
            self.shown, self.prepared = shown, prepared
        return (*commands.published_findings(site, shown, self.check_results), *prepared.problems)

    @event_priority(100)  # before the plugins that want to know what pages there are
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        add_own(files, self.prepared or commands.Prepared(), site_of(config, self.settings).folders, config)
        self.theming.settle(files, config)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        self.files = files
        self.redirects = self.redirecting(config, files)
        return nav

    def redirecting(self, config: MkDocsConfig, files: Files) -> commands.Redirects:
        """The pages at old addresses; where another page stands at one, nothing is built."""
        if not self.shown:
            return commands.Redirects({})
        made = commands.redirects(
            self.shown,
            {file.src_uri: file.url for file in files},
            {file.dest_uri for file in files},
            site_url=config.site_url or "",
            directory_urls=config.use_directory_urls,
            places=self.theming.editions.places,
        )
        self.said |= report(made.problems, self.said)
        self.broken += made.problems
        if made.problems and not self.serving:
            raise Abort("The content has errors; nothing was built.")
        return made

    @event_priority(-100)  # when others have written what they write
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        built = Path(config.site_dir)
        storage.write_built(built, self.redirects.pages)
        commands.publish(site_of(config, self.settings), self.views, built, cards=not self.serving)
        self.make_findable(config)
        if self.command != "gh-deploy":  # which takes the built site from there
            self.build_lock.end()

    def on_build_error(self, *, error: Exception) -> None:
        self.stop_finding()
        self.build_lock.end()
        abort_if_refused(error)

    def make_findable(self, config: MkDocsConfig) -> None:
        """The search index: a build waits for it, `serve` shows the pages first."""
        if not self.shown:
            return

        def address(path: str) -> str | None:
            file = self.files.get_file_from_path(path)
            return file.dest_uri if file else None

        site = site_of(config, self.settings)
        texts = commands.findable(site, self.shown, address, self.by_hand)
        self.finding = commands.Finding(site, texts, Path(config.site_dir), meanwhile=self.serving)
        if self.serving:
            self.finding.finish_later(tell)
        else:
            tell(self.finding.finish())

    def stop_finding(self) -> None:
        if self.finding:
            self.finding.stop()

    def on_shutdown(self) -> None:
        self.stop_finding()
        self.build_lock.end()
        if self.own:
            self.own.release()
            self.own = None

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:
        self.theming.layer(env, config)
        # Not under `serve`: MkDocs puts a script of its own into each page, another one at each build.
        self.policy = "" if self.serving else policy_of(env, config, files, self.settings)
        self.refused: set[rendering.Refused] = set()
        return env

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        converted = self.prepared.converted.get(page.file.src_uri) if self.prepared else None
        self.theming.prepare(page, converted, config)
        return page

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self.theming.mark(page)
        return markdown

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if rendering.LATEST not in html or not self.shown:
            return html
        newest = rendering.latest(
            self.shown.briefings,
            self.theming.editions.of(page),
            page.file.src_uri,
            reviewed_only=self.settings.publish_english == "reviewed",
            places=self.theming.editions.places,
            directory_urls=config.use_directory_urls,
        )
        page.meta.setdefault("kind", "list")
        return html.replace(rendering.LATEST, newest)

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if not self.theming.covers(page):
            return context
        editions = self.theming.editions
        edition = editions.of(page)
        if page.meta.get("kind", "text") == "text":  # written by hand: the guide, about
            self.by_hand.append((edition, document(page, edition)))
        context["sejajar"] = page_context(page, self.files, editions)  # type: ignore[typeddict-unknown-key]
        context["sejajar"]["head"] = self.head(page, config)  # type: ignore[typeddict-item]
        if self.theming.whole:
            context["nav"] = navigation(self.nav, edition, editions)
            for name in ("previous_page", "next_page"):  # not from one edition into the other
                neighbour = getattr(page, name)
                if neighbour and editions.said(neighbour) not in (edition, None):
                    setattr(page, name, None)
        self.theming.put_on(page, context, config)
        return context

    def head(self, page: Page, config: MkDocsConfig) -> str:
        """What the page says to those who share, follow and index it."""
        described = rendering.Described(
            page.file.src_uri,
            self.theming.editions.of(page),
            str(page.meta.get("title") or page.title or config.site_name),
            str(page.meta.get("description") or config.site_description or ""),
            has_counterpart="counterpart" in page.meta,
            url=page.canonical_url or "",
        )
        view = self.views.get(page.file.src_uri)
        return rendering.page_head(described, self.publication, view, cards=not self.serving)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        html = self.guarded(self.theming.take_off(output, config), page)
        return rendering.with_banner(html, self.broken, self.theming.editions.of(page))

    def guarded(self, html: str, page: Page | None = None) -> str:
        """The page with its policy, where it is to have one; without `page`, 404.html."""
        if not self.policy or not (self.theming.covers(page) if page else self.theming.whole):
            return html
        path = page.file.src_uri if page else "404.html"
        tell(refusals(html, self.policy, path, self.refused))
        return rendering.with_policy(html, self.policy)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == "sitemap.xml":
            context["sejajar_sitemap"] = self.sitemap()  # type: ignore[typeddict-unknown-key]
        elif is_error_template(template_name):
            self.theming.put_on_template(context)
        return context

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name == "sitemap.xml" and not self.theming.whole:
            pages = (file.page for file in self.files if file.page and self.theming.editions.generated(file))
            addresses = {str(page.canonical_url) for page in pages}
            return merged_sitemap(output_content, addresses, self.sitemap())
        dressed = self.theming.take_off(output_content, config)
        if not template_name.endswith(".html"):
            return dressed
        return rendering.with_banner(self.guarded(dressed), self.broken, "id")

    def sitemap(self) -> list[dict[str, Any]]:
        pages = [file.page for file in self.files.documentation_pages() if file.page]
        changed = rendering.last_changes(self.views.values())
        return sitemap(pages, changed, self.files, self.theming.editions)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        server.watch(str(site_of(config, self.settings).root / self.settings.content))
        server.watch(str(THEME))
        ignore_products(server, Path(config.docs_dir), site_of(config, self.settings).folders)
        return server


def site_of(config: MkDocsConfig, settings: settings_format.Settings) -> Site:
    """What our verbs need of mkdocs.yml."""
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
    return Site(
        root,
        Path(config.docs_dir),
        settings,
        name=config.site_name,
        url=config.site_url or "",
        repo_url=config.repo_url or "",
        edit_uri=config.edit_uri or "",
        description=config.site_description or "",
        directory_urls=config.use_directory_urls,
    )


def document(page: Page, edition: Edition) -> rendering.Document:
    """What search is to know of a page written by hand."""
    return rendering.text_document(str(page.title or ""), page.content or "", edition, page.file.dest_uri)

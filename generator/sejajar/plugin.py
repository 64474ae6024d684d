"""The MkDocs door: the plugin unpacks what MkDocs gives, calls the verbs, and reports."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from sejajar import project, rendering, settings
from sejajar.model import EDITIONS, Edition, Problem, Severity, has_errors
from sejajar.project import Desk, Site
from sejajar.store import PRODUCT_FOLDERS

log = get_plugin_logger("sejajar")
THEME = Path(__file__).parent / "theme"
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}


class SejajarPlugin(BasePlugin[LegacyConfig]):
    """`plugins: - sejajar` in mkdocs.yml."""

    settings = settings.Settings()
    desk: Desk | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Our own reading instead of MkDocs's: all mistakes at once, an unknown setting among them."""
        self.config = LegacyConfig((), config_file_path=config_file_path)
        self.settings, mistakes = settings.read(options)
        return [(mistake.name, ValidationError(mistake.message)) for mistake in mistakes], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence keeps this object, and so what was read, from one rebuild of `serve` to the next."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        # After the site's own overrides, before the theme's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        site = site_of(config, self.settings)
        self.desk = desk = project.load(site, self.desk)
        problems = (*desk.problems, *project.incomplete(site, desk))
        if not has_errors(problems):
            problems = (*problems, *project.generate(site, desk).problems)
        report(problems)
        if has_errors(problems):
            raise Abort("The content has errors; nothing was built.")

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        self.files = files
        return nav

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if rendering.LATEST in markdown and self.desk:
            return markdown.replace(rendering.LATEST, rendering.latest(self.desk.briefings, edition_of(page)))
        return markdown

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        edition = edition_of(page)
        config.theme["language"] = edition  # read while the template renders: Material's words, <html lang>
        context["nav"] = self.navigation(edition)
        context["sejajar"] = page_context(page, self.files, config)
        for name in ("previous_page", "next_page"):  # not from one edition into the other
            neighbour = getattr(page, name)
            if neighbour and edition_of(neighbour) != edition:
                setattr(page, name, None)
        return context

    def navigation(self, edition: Edition) -> Navigation:
        """The site's navigation, less what belongs to the other edition."""
        items = [item for item in self.nav.items if _belongs(item, edition)]
        pages = [page for page in self.nav.pages if edition_of(page) == edition]
        nav = Navigation(items, pages)
        nav.homepage = next(
            (page for page in pages if page.file.src_uri == f"{edition}/index.md"), nav.homepage
        )
        return nav

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        server.watch(str(site_of(config, self.settings).root / self.settings.content))
        server.watch(str(THEME))
        ignore_products(server, Path(config.docs_dir))
        return server


def site_of(config: MkDocsConfig, wanted: settings.Settings) -> Site:
    """What our verbs need of mkdocs.yml. `edit_uri` leads to `docs/`, whose parent is the repository's folder."""
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
    return Site(
        root,
        Path(config.docs_dir),
        wanted,
        name=config.site_name,
        url=config.site_url or "",
    )


def edition_of(page: Page) -> Edition:
    """A page says its language in its front matter; what says none is Indonesian, or below `en/`."""
    language = page.meta.get("lang")
    if language in EDITIONS:
        return language
    return "en" if page.file.src_uri.startswith("en/") else "id"


def _belongs(item: Page | Section | Link, edition: Edition) -> bool:
    if isinstance(item, Page):
        return edition_of(item) == edition
    if isinstance(item, Section):
        return any(_belongs(child, edition) for child in item.children)
    return True


def page_context(page: Page, files: Files, config: MkDocsConfig) -> dict[str, Any]:
    """What the templates know as `sejajar`."""
    edition = edition_of(page)
    other: Edition = "en" if edition == "id" else "id"
    counterpart = files.get_file_from_path(str(page.meta.get("counterpart", "")))
    addresses = {edition: page.canonical_url}
    if counterpart and counterpart.page:
        addresses[other] = counterpart.page.canonical_url
    default = addresses.get("id")
    alternates = [(name, addresses[name]) for name in EDITIONS if addresses.get(name)]
    if default:
        alternates.append(("x-default", default))
    return {
        "edition": edition,
        "counterpart_url": counterpart.url_relative_to(page.file) if counterpart else None,
        "alternates": alternates,
        "strings": rendering.strings(edition),
    }


def report(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        log.log(LEVELS[problem.severity], "%s", problem)


def ignore_products(server: LiveReloadServer, docs: Path) -> None:
    """Keeps `mkdocs serve` from building once more because of what a build has just generated.

    MkDocs watches the whole of `docs` and offers no filter, so its own handler is scheduled anew inside one.
    """
    products = tuple(str(docs / name) for name in (*PRODUCT_FOLDERS, "media"))
    schedule = server.observer.schedule

    def schedule_filtered(handler: FileSystemEventHandler, *args: Any, **kwargs: Any) -> Any:
        return schedule(_Unless(handler, products), *args, **kwargs)

    server.unwatch(str(docs))
    server.observer.schedule = schedule_filtered  # type: ignore[method-assign]
    try:
        server.watch(str(docs))
    finally:
        server.observer.schedule = schedule  # type: ignore[method-assign]


class _Unless(FileSystemEventHandler):
    """Hands on the events outside the given folders."""

    def __init__(self, handler: FileSystemEventHandler, folders: tuple[str, ...]) -> None:
        self.handler = handler
        self.folders = folders

    def dispatch(self, event: FileSystemEvent) -> None:
        if not any(Path(str(event.src_path)).is_relative_to(folder) for folder in self.folders):
            self.handler.dispatch(event)

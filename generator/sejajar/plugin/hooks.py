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
from mkdocs.utils import is_error_template
from mkdocs.utils.templates import TemplateContext

from sejajar import rendering, storage
from sejajar.i18n import language_of, speak_if_none_chose
from sejajar.plugin.at_work import AtWork
from sejajar.plugin.build_lock import abort_if_refused
from sejajar.plugin.logs import make_log_visible
from sejajar.plugin.other_plugins import leave_out
from sejajar.plugin.reporting import log, tell
from sejajar.plugin.requirements import unfit
from sejajar.plugin.sites import site_of
from sejajar.plugin.theming import Theming
from sejajar.plugin.watching import watch_closely
from sejajar.rendering.dress.partials import THEME
from sejajar.rendering.machine.sitemap import SITEMAP
from sejajar.site import settings as settings_format
from sejajar.visible import visible


class SejajarPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """`plugins: - sejajar` in mkdocs.yml."""

    settings = settings_format.Settings()
    command = "build"
    work: AtWork
    """What builds of one process hand on to each other, and the build that is at work. `serve` reads its
    configuration again for each, and MkDocs keeps this object."""

    def __init__(self) -> None:
        super().__init__()
        self.work = AtWork()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Our own reading instead of MkDocs's: all mistakes at once, an unknown setting among them."""
        make_log_visible()
        speak_if_none_chose(language_of(os.environ))
        self.config = LegacyConfig((), config_file_path=config_file_path)
        self.settings, mistakes = settings_format.read(options)
        return [(mistake.name, ValidationError(visible(mistake.message))) for mistake in mistakes], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this object, and so what was read, from one rebuild of `serve` to the next."""
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
        leave_out(config, site.folders)
        self.theming = Theming(config, self.settings)
        return config

    @event_priority(-200)  # when others have written what they want to be emptied
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self.work.begin(config, self.settings, self.theming, self, self.command)
        if not config.site_url:
            log.info("site_url is not set: without it there are no feeds, no sitemap and no cards of links.")

    @event_priority(100)  # before the plugins that want to know what pages there are
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return self.work.build.with_ours(files)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.work.build.navigate(nav, files)
        return nav

    @event_priority(-100)  # when others have changed how pages are rendered
    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:
        self.work.build.render(env)
        return env

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        self.theming.prepare(page, self.work.build.converted(page), config)
        return page

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        self.theming.mark(page)
        return markdown

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if rendering.LATEST not in html:
            return html
        page.meta.setdefault("kind", "list")
        return html.replace(rendering.LATEST, self.work.build.latest(page))

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if self.theming.covers(page):
            self.work.build.tell(context, page)
            self.theming.put_on(page, context, config)
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        return self.work.build.finished(self.theming.take_off(output, config), page)

    def on_pre_template(self, template: Any, /, *, template_name: str, config: MkDocsConfig) -> Any:
        if template_name == SITEMAP and not self.theming.whole:
            self.work.build.show_all()
        return template

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == SITEMAP:
            context["sejajar_sitemap"] = self.work.build.sitemap()  # type: ignore[typeddict-unknown-key]
        elif is_error_template(template_name):
            self.theming.put_on_template(context)
        return context

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        build = self.work.build
        if template_name == SITEMAP and not self.theming.whole:
            return build.merged_sitemap(output_content)
        dressed = self.theming.take_off(output_content, config)
        return build.finished(dressed) if template_name.endswith(".html") else dressed

    @event_priority(-100)  # when others have written what they write
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.work.end()

    def on_build_error(self, *, error: Exception) -> None:
        self.work.give_up()
        abort_if_refused(error)

    def on_shutdown(self) -> None:
        self.work.give_up()
        self.work.release()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        site = site_of(config, self.settings)
        server.watch(str(site.root / self.settings.content))
        server.watch(str(THEME))
        watch_closely(server, Path(config.docs_dir), site.folders)
        return server

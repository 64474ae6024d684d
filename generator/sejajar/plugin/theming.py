"""Our look, languages and search on the pages that are to have them, and nothing of it on the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from sejajar import rendering
from sejajar.model import EDITIONS
from sejajar.plugin import templates
from sejajar.plugin.converting import convert_by, converting
from sejajar.plugin.editions import Editions
from sejajar.plugin.minifying import minify
from sejajar.rendering import Converted
from sejajar.rendering.dress.partials import THEME, template_globals
from sejajar.rendering.html.flaws import without_flaws
from sejajar.site.settings import Settings

COUNTERPART = "<template data-sj-counterpart="
"""The first of what stands above a page's content: see `sejajar-above.html`."""


class Additions(NamedTuple):
    """HTML that goes into a rendered page."""

    head: str
    scripts: str
    switch: str = ""
    """The way to the other edition, for a page whose header is not ours."""


class Theming:
    """How one build dresses its pages.

    MkDocs keeps the interface's language and features in one place for all pages; so they are set for each
    page of ours, and set back when it is rendered.
    """

    def __init__(self, config: MkDocsConfig, settings: Settings) -> None:
        self.whole = settings.dress == "site"
        self.language = str(config.theme.get("language") or "en")
        self.features: Sequence[str] = tuple(config.theme.get("features") or ())
        self.editions = Editions(rendering.Places(settings.paths.id, settings.paths.en), self.language)
        self.additions: Additions | None = None
        if self.whole:
            config.theme.dirs[:] = _with_ours(config)
        templates.list_visible(config.theme)

    def covers(self, page: Page) -> bool:
        return self.whole or self.editions.generated(page.file) is not None

    def in_menu(self) -> frozenset[str]:
        """Which pages of ours a menu that nobody has written has: with articles it would be on every page.

        Only a site that is ours as a whole gets the first page of each kind of list there; what `nav` names
        stands in any case.
        """
        doors = (self.editions.places.doors(edition) for edition in EDITIONS) if self.whole else ()
        return frozenset(path for paths in doors for path in paths)

    def bring_assets(self, files: Files, config: MkDocsConfig) -> None:
        """Our style sheets and scripts."""
        if not self.whole:
            for path in sorted((THEME / "assets").rglob("*.*")):
                name = path.relative_to(THEME).as_posix()
                if files.get_file_from_path(name) is None:
                    files.append(File(name, str(THEME), config.site_dir, config.use_directory_urls))
        minify(files, THEME)

    def layer(self, env: Any, config: MkDocsConfig, *, offline: bool) -> None:
        """Lets MkDocs's templates know ours. `offline`: the site can be read without a network."""
        self.render = templates.layer(env, config.theme.dirs, _with_ours(config))
        env.globals |= template_globals(
            self.editions.places,
            directory_urls=config.use_directory_urls,
            whole=self.whole,
            offline=offline,
        )

    def prepare(self, page: Page, known: Converted | None, config: MkDocsConfig) -> None:
        """Before a page of ours is read; `known` is what its Markdown becomes."""
        if self.editions.generated(page.file):
            convert_by(page, converting(config), known)
            page.edit_url = None  # it is a product: what can be edited is its article

    def mark(self, page: Page) -> None:
        """Once a page's front matter is known."""
        if self.editions.generated(page.file) and not self.whole:
            page.meta["template"] = f"{templates.OURS}main.html"
            page.meta["search"] = {"exclude": True}  # the site's own search knows one language a page

    def put_on(self, page: Page, context: Any, config: MkDocsConfig) -> None:
        """Before a page is rendered, once `context` has what our partials read."""
        if self.whole:
            config.theme["language"] = self.editions.said(page) or self.language
        else:
            # Instant navigation would take our styles and scripts for those of the next page, or lack them.
            mine = [one for one in self.features if not one.startswith("navigation.instant")]
            config.theme["features"] = [*dict.fromkeys([*mine, "navigation.tabs"])]
            config.theme["language"] = self.editions.of(page)
        switch = self.render("alternate", context) if context["sejajar"]["counterpart_url"] else ""
        self.additions = self._additions(context)._replace(switch=switch)
        page.content = f"{self.render('sejajar-above', context)}\n{page.content or ''}"

    def put_on_template(self, context: Any) -> None:
        """As `put_on`, for a page that is none to MkDocs: 404.html."""
        self.additions = self._additions(context) if self.whole else None

    def _additions(self, context: Any) -> Additions:
        return Additions(
            self.render("sejajar-head", context),
            self.render("sejajar-scripts", context),
        )

    def take_off(self, html: str, config: MkDocsConfig) -> str:
        """The rendered page, whole; the next one begins anew."""
        config.theme["language"], config.theme["features"] = self.language, list(self.features)
        if self.additions is None:
            return html
        head, scripts, switch = self.additions
        self.additions = None
        if "data-sj-switch" not in html:
            html = html.replace(COUNTERPART, f"{switch}{COUNTERPART}", 1)
        return templates.with_additions(without_flaws(html), head, scripts)


def _with_ours(config: MkDocsConfig) -> list[str]:
    """The folders of templates, first come first: the site's own overrides, ours, the theme's."""
    folders = [folder for folder in config.theme.dirs if folder != str(THEME)]
    custom = config.theme.custom_dir
    place = folders.index(custom) + 1 if custom in folders else 0
    return [*folders[:place], str(THEME), *folders[place:]]

"""Whether a site is ground that our pages can stand on; where it is not, what to do."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from sejajar.model import Location, Problem, Severity
from sejajar.site.settings import Settings


def unfit(config: MkDocsConfig, settings: Settings) -> tuple[Problem, ...]:
    """All that is wrong, errors alone."""
    found = (_theme(config), _languages(config), _content(config, settings))
    return tuple(problem for problem in found if problem)


def _theme(config: MkDocsConfig) -> Problem | None:
    if _is_material(config):
        return None
    theme = config.theme.name or "a theme of your own"
    message = f"the pages are made for Material, and the site's theme is {theme}"
    hint = "write `theme: {name: material}`, or build the articles as a site of their own (`sejajar init`)"
    return _problem(config, "theme", message, hint)


def _languages(config: MkDocsConfig) -> Problem | None:
    if "i18n" not in config.plugins:
        return None
    message = (
        "mkdocs-static-i18n builds the site once for each language and moves pages; ours hold both "
        "languages, and would be lost"
    )
    hint = "build the articles as a site of their own (`sejajar init`), and link to it"
    return _problem(config, "languages", message, hint)


def _content(config: MkDocsConfig, settings: Settings) -> Problem | None:
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    docs = Path(config.docs_dir).resolve()
    if not (root / settings.content).resolve().is_relative_to(docs):
        return None
    message = (
        f"the articles' folder, {settings.content}, lies in {docs.name}, and all there is published: "
        "drafts and catalogs too"
    )
    hint = f"move it beside {docs.name}, and name its new place as `content`"
    return _problem(config, "content-published", message, hint)


def _problem(config: MkDocsConfig, code: str, message: str, hint: str) -> Problem:
    name = Path(config.config_file_path).name if config.config_file_path else "mkdocs.yml"
    return Problem(Location(name), Severity.ERROR, code, message, hint)


def _is_material(config: MkDocsConfig) -> bool:
    """By what the theme has, so that a theme which extends Material, or follows it, is one too."""
    needed = ("base.html", "partials/language.html", "partials/languages/id.html", "partials/toc-item.html")
    return all(any((Path(folder) / name).is_file() for folder in config.theme.dirs) for name in needed)

"""Whether a site is ground that our pages can stand on; where it is not, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from sejajar.model import Location, Problem, Severity
from sejajar.settings import Settings


def unfit(config: MkDocsConfig, settings: Settings) -> tuple[Problem, ...]:
    """All that is wrong, errors alone."""
    name = Path(config.config_file_path).name if config.config_file_path else "mkdocs.yml"
    return tuple(
        Problem(Location(name), Severity.ERROR, code, message, hint)
        for code, message, hint in _faults(config, settings)
    )


def _faults(config: MkDocsConfig, settings: Settings) -> Iterator[tuple[str, str, str]]:
    if not _is_material(config):
        theme = config.theme.name or "a theme of your own"
        yield (
            "theme",
            f"the pages are made for Material, and the site's theme is {theme}",
            "write `theme: {name: material}`, or build the articles as a site of their own (`sejajar init`)",
        )
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    docs = Path(config.docs_dir).resolve()
    if (root / settings.content).resolve().is_relative_to(docs):
        yield (
            "content-published",
            f"the articles' folder, {settings.content}, lies in {docs.name}, and all there is published: "
            "drafts and catalogs too",
            f"move it beside {docs.name}, and name its new place as `content`",
        )


def _is_material(config: MkDocsConfig) -> bool:
    """By what the theme has, so that a theme which extends Material, or follows it, is one too."""
    needed = ("base.html", "partials/language.html", "partials/languages/id.html", "partials/toc-item.html")
    return all(any((Path(folder) / name).is_file() for folder in config.theme.dirs) for name in needed)

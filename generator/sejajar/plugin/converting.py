"""Our Markdown becomes HTML by our own extensions, whatever the site enables for its own pages."""

from __future__ import annotations

import copy

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

EXTENSIONS = ("attr_list", "md_in_html", "toc")
"""What generated pages are written in. Nothing of the site's own may change the words of an article."""


def converting(config: MkDocsConfig) -> MkDocsConfig:
    """The site's configuration, but for how Markdown is converted."""
    own = copy.copy(config)
    own["markdown_extensions"] = list(EXTENSIONS)
    own["mdx_configs"] = {"toc": {"permalink": False}}
    return own


def convert_by(page: Page, own: MkDocsConfig) -> None:
    """Has MkDocs convert this page so when its turn comes."""

    def render(config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
        Page.render(page, own, files)

    page.render = render  # type: ignore[method-assign]

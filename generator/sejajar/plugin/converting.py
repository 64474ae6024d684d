"""Our Markdown becomes HTML: as we know it already, or by our own extensions where a plugin changed it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sejajar.rendering import Converted
from sejajar.rendering.html.files import Heading

EXTENSIONS = ("attr_list", "md_in_html", "toc")
"""What generated pages are written in. Nothing of the site's own may change the words of an article."""
_ID = re.compile(r' id="([^"]+)"')


def converting(config: MkDocsConfig) -> MkDocsConfig:
    """The site's configuration, but for how Markdown is converted."""
    own = copy.copy(config)
    own["markdown_extensions"] = list(EXTENSIONS)
    own["mdx_configs"] = {"toc": {"permalink": False}}
    return own


def convert_by(page: Page, own: MkDocsConfig, known: Converted | None) -> None:
    """Has MkDocs take what is `known` of this page, or convert it by `own` if a plugin has changed it."""

    def render(config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
        if known is None or page.markdown != known.markdown:
            Page.render(page, own, files)
            return
        page.content = known.html
        page.toc = contents(known.headings)
        page.present_anchor_ids = set(_ID.findall(known.html))

    page.render = render  # type: ignore[method-assign]


def contents(headings: Iterable[Heading]) -> TableOfContents:
    """The table of contents, each heading below the last one of a higher level."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for level, anchor, title in headings:
        link = AnchorLink(title, anchor, level)
        while above and above[-1].level >= level:
            above.pop()
        (above[-1].children if above else top).append(link)
        above.append(link)
    if top:
        top[0].active = True  # type: ignore[attr-defined]
    return TableOfContents(top)

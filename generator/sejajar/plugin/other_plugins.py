"""Other plugins of the site, and what they must know of our pages."""

from __future__ import annotations

from collections.abc import Collection

from mkdocs.config.defaults import MkDocsConfig

BY_HISTORY = ("git-revision-date-localized", "git-authors", "git-committers")
"""They say of each page what git knows of its file. Of a product it knows nothing: they would say today, and
nobody; an article says its own dates and names. Each has a setting `exclude`, a list of patterns."""


def leave_out(config: MkDocsConfig, folders: Collection[str]) -> None:
    """Has those who read git's history leave out our pages."""
    for name in BY_HISTORY:
        if plugin := config.plugins.get(name):
            known = plugin.config.get("exclude") or []
            ours = [f"{folder}/*" for folder in folders]
            plugin.config["exclude"] = [*dict.fromkeys([*known, *ours])]

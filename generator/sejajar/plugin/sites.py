"""What mkdocs.yml says, in the words of our verbs."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from sejajar.commands import Site
from sejajar.site.settings import Settings


def site_of(config: MkDocsConfig, settings: Settings) -> Site:
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
        has_logo=bool(config.theme.get("logo") or (config.theme.get("icon") or {}).get("logo")),
        directory_urls=config.use_directory_urls,
    )

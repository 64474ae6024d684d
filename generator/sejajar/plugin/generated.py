"""A build's own pages and pictures, in place of those that another run has below `docs`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from sejajar import storage

if TYPE_CHECKING:
    from sejajar.commands import Prepared  # it loads the rules, of which only a build has need


def add_own(files: Files, prepared: Prepared, folders: Collection[str], config: MkDocsConfig) -> None:
    """Puts what was prepared into `files`, at its paths below `docs`; what `docs` has of ours goes out."""
    is_generated = storage.is_generated(Path(config.docs_dir), folders)
    for file in list(files):
        if is_generated(file.src_uri):
            files.remove(file)
    for path, place in prepared.pages.items():
        # real files in a folder laid out like `docs`, which other plugins read as they read those of `docs`
        folder = str(place)[: -len(path)]
        page = File(path, folder, config.site_dir, config.use_directory_urls)
        page.edit_uri = None
        files.append(page)
    for path, place in prepared.pictures.items():
        included = InclusionLevel.INCLUDED
        files.append(File.generated(config, path, abs_src_path=str(place), inclusion=included))

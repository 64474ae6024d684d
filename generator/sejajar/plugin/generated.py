"""A build's own pages and pictures, in place of those that another run has below `docs`."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from sejajar import storage


class OwnFile(File):
    """A page whose content is known: its Markdown is made only where somebody reads it."""

    def __init__(
        self,
        path: str,
        place: Path | None,
        text: Callable[[str], str],
        site_dir: str,
        *,
        directory_urls: bool,
        inclusion: InclusionLevel,
    ) -> None:
        """`place`: where the page lies as Markdown, if it does; else `text` makes its Markdown."""
        # a real file, in a folder laid out like `docs`, which other plugins read as they read those there
        folder = str(place)[: -len(path)] if place else None
        super().__init__(path, folder, site_dir, directory_urls, inclusion=inclusion)
        self.edit_uri = None
        self._text = text

    @property
    def src_path(self) -> str:
        return os.path.normpath(self.src_uri)

    @src_path.setter
    def src_path(self, value: str) -> None:
        """As MkDocs does it, which makes a `Path` of each: there are thousands."""
        self.src_uri = value.replace(os.sep, "/")

    def is_documentation_page(self) -> bool:
        return True

    @property
    def content_string(self) -> str:
        return super().content_string if self.abs_src_path else self._text(self.src_uri)

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._content = value


class OwnFiles(Files):
    """Files of which those in `hidden` are found by their paths, and built by somebody else."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.hidden: frozenset[str] = frozenset()

    def get_file_from_path(self, path: str) -> File | None:
        return self.src_uris.get(path) or super().get_file_from_path(path)

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        seen = (file for path, file in self.src_uris.items() if path not in self.hidden)
        return [file for file in seen if file.is_documentation_page() and inclusion(file.inclusion)]


def is_published(file: File) -> bool:
    """Whether it is on the site that readers see."""
    return bool(file.inclusion.value > InclusionLevel.DRAFT.value)


def bring_in(
    files: Files,
    pages: Iterable[OwnFile],
    pictures: Mapping[str, Path],
    config: MkDocsConfig,
    folders: Collection[str],
) -> None:
    """Puts our pages and pictures into `files`, by their paths below `docs`; what is ours there goes out."""
    is_generated = storage.is_generated(Path(config.docs_dir), folders)
    for file in list(files):
        if is_generated(file.src_uri):
            files.remove(file)
    for page in pages:
        files.append(page)
    for path, place in pictures.items():
        included = InclusionLevel.INCLUDED
        files.append(File.generated(config, path, abs_src_path=str(place), inclusion=included))

"""A build's own pages and pictures, in place of those that another run has below `docs`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from sejajar import storage


class OwnFile(File):
    """A page whose content is known: its Markdown is made only where somebody reads it."""

    def __init__(
        self, path: str, place: Path | None, text: Callable[[str], str], config: MkDocsConfig
    ) -> None:
        """`place`: where the page lies as Markdown, if it does; else `text` makes its Markdown."""
        # a real file, in a folder laid out like `docs`, which other plugins read as they read those there
        folder = str(place)[: -len(path)] if place else None
        super().__init__(path, folder, config.site_dir, config.use_directory_urls)
        self.edit_uri = None
        self._text = text

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

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if file.src_uri not in self.hidden] if self.hidden else pages


def is_in_nav(file: File) -> bool:
    """Whether a menu that nobody has written would have it."""
    return bool(file.inclusion.value > InclusionLevel.NOT_IN_NAV.value)


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

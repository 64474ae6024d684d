"""Our styles and scripts, written by MkDocs as short as can be."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import Files

from sejajar.rendering.html.minifying import minified


def minify(files: Files, theme: Path) -> None:
    """Has MkDocs write the styles and scripts of `theme` as short as can be; a site's own stay."""
    for file in files:
        path = file.abs_src_path
        if path and file.src_uri.endswith((".css", ".js")) and Path(path).is_relative_to(theme):
            file.content_string = minified(Path(path).read_text(encoding="utf-8"), file.src_uri)

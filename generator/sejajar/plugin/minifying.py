"""Our styles and scripts without their comments and indents: a seventh of what a first visit weighs is ours.

The only file that imports `rcssmin` and `rjsmin`. Where files are read from disk and written as text of their
own, MkDocs writes the text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mkdocs.structure.files import Files


def minify(files: Files, theme: Path) -> None:
    """Has MkDocs write the styles and scripts of `theme` as short as can be; a site's own stay."""
    for file in files:
        path = file.abs_src_path
        if path and file.src_uri.endswith((".css", ".js")) and Path(path).is_relative_to(theme):
            file.content_string = minified(Path(path).read_text(encoding="utf-8"), file.src_uri)


@cache  # `mkdocs serve` asks at every edit
def minified(text: str, name: str) -> str:
    if name.endswith(".css"):
        import rcssmin  # type: ignore[import-untyped]  # not at start: a command needs neither

        return str(rcssmin.cssmin(text))
    import rjsmin  # type: ignore[import-untyped]

    return str(rjsmin.jsmin(text))

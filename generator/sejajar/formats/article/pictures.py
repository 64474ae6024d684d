"""A picture's line, and whether the file that it names may be and is there."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import unquote

from sejajar.bounds import composed, short, unfit_name
from sejajar.formats.article.lines import IMAGE, Line, segment
from sejajar.formats.article.report import Report
from sejajar.model import Image, Kind, Segment

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


class Pictures:
    """The pictures of one article. `files`: the names in its folder; with None, none is missing."""

    def __init__(self, files: Collection[str] | None) -> None:
        self._files = None
        if files is not None:
            self._files = {composed(name): name for name in files}

    def read(self, line: Line, report: Report) -> Image:
        """The picture of a line that begins one."""
        match = IMAGE.match(line.text)
        assert match
        src = composed(unquote(match["src"].strip("<>")).removeprefix("./"))
        self._check_src(src, line.number, report)
        if self._files is not None:
            src = self._files.get(src, src)  # as the disk has it: the same letters, composed otherwise
        alt = _text(Kind.ALT, match["alt"], line, report)
        if not alt:
            message = f"the image {short(src)} has no alternative text"
            hint = "say between the brackets what it shows, for those who do not see it"
            report.warning(line.number, "image-alt", message, hint)
        caption = _text(Kind.CAPTION, match["double"] or match["single"] or "", line, report)
        return Image(src, alt, caption, line.number)

    def _check_src(self, src: str, number: int, report: Report) -> None:
        hint = "put the file beside the article and write its name only"
        if _REMOTE.match(src):
            message = f"{short(src)} is not a file in the article's folder"
            report.error(number, "image-remote", message, hint)
        elif "/" in src or "\\" in src or src in (".", ".."):
            message = f"{short(src)} lies outside the article's folder"
            report.error(number, "image-path", message, hint)
        elif unfit := unfit_name(src):
            message = f"the name “{short(src)}” {unfit}"
            report.error(number, "image-name", message, "rename the picture, and write its new name here")
        elif self._files is not None and src not in self._files:
            message = f"there is no file {short(src)} in the article's folder"
            report.error(number, "image-missing", message, "add it, or correct the name")


def _text(kind: Kind, text: str, line: Line, report: Report) -> Segment | None:
    return segment(kind, [line._replace(text=text)], report) if text.strip() else None

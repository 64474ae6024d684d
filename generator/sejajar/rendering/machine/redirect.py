"""The page at an old address: it leads on by itself, and says where to for those whom it does not."""

from __future__ import annotations

from sejajar.language.inline import attribute, literal
from sejajar.language.wording import say
from sejajar.model import Edition

_PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<script src="{script}" data-to="{target}"></script>
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p>{title}. <a href="{target}">{link}</a></p>
</body>
</html>
"""


MOVED = "assets/sejajar-moved.js"


def redirect(target: str, canonical: str, edition: Edition, script: str) -> str:
    """HTML that leads to `target`, relative to itself; `canonical` is the same absolute, where that is known.

    `script`: where MOVED is, since a refresh would lose the `#…` by which people cite a paragraph.
    """
    return _PAGE.format(
        lang=edition,
        title=literal(say(edition, "moved")),
        link=literal(say(edition, "moved-link")),
        target=attribute(target),
        canonical=attribute(canonical or target),
        script=attribute(script),
    )

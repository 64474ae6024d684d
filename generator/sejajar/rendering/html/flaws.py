"""What the theme writes that HTML does not allow, and that no block of its templates lets us change."""

from __future__ import annotations

FLAWS = (
    (' id="__drawer" autocomplete="off"', ' id="__drawer"'),  # `autocomplete` is not for checkboxes
    (' id="__search" autocomplete="off"', ' id="__search"'),
    (' tabindex=""', ""),  # on the labels of sections that need none
)


def without_flaws(html: str) -> str:
    """The page without them; one that has none stays as it is."""
    for wrong, right in FLAWS:
        html = html.replace(wrong, right)
    return html

"""The table of contents of a page of ours: by its own headings, in the words of which builders put markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sejajar.rendering.dress.tags import Edit, Found
from sejajar.rendering.html.files import Heading


def with_contents(found: Sequence[Found], headings: Sequence[Heading]) -> Iterator[Edit]:
    """The entries of every table of contents that a builder has made of the page; the title is none."""
    below = headings[1:] if headings[0].level == 1 else headings
    text = _listed(below)
    for one in found:
        if one.name == "ul" and one.attributes.get("data-md-component") == "toc":
            yield Edit(one.inside, one.after, f"\n{text}\n")


def _listed(headings: Sequence[Heading]) -> str:
    """Each with those below it."""
    items = []
    at = 0
    while at < len(headings):
        level, anchor, title = headings[at]
        end = at + 1
        while end < len(headings) and headings[end].level > level:
            end += 1
        inner = ""
        if end > at + 1:
            label = title.replace('"', "&quot;")
            rows = _listed(headings[at + 1 : end])
            inner = f'<nav class="md-nav" aria-label="{label}"><ul class="md-nav__list">{rows}</ul></nav>'
        link = f'<a href="#{anchor}" class="md-nav__link"><span class="md-ellipsis">{title}</span></a>'
        items.append(f'<li class="md-nav__item">{link}{inner}</li>')
        at = end
    return "\n".join(items)

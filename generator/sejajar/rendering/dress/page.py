"""One page, as Material for MkDocs, Zensical or what extends them has built it, and what is ours in it.

What is put in stands between marks, so that the next time it is taken out first: dressing a dressed page
gives the same bytes, or those of what it is to have by now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from sejajar.model import Edition
from sejajar.rendering.dress.chrome import in_language
from sejajar.rendering.dress.contents import with_contents
from sejajar.rendering.dress.partials import DEFAULT_ICON
from sejajar.rendering.dress.tags import Edit, Found, edited, elements
from sejajar.rendering.html.files import LATEST, Heading
from sejajar.rendering.html.flaws import without_flaws
from sejajar.rendering.html.policy import policy_meta, policy_place

_ARTICLE = re.compile(r"<article\b[^>]*\bmd-content__inner\b[^>]*>")
_SKIP = re.compile(r'<a id="__skip"[^>]*></a>')
_ASKS = ' data-md-component="source"'
"""By this the theme asks the repository's host for numbers of stars, at each visit."""
_OURS = re.compile(r"<!-- sejajar:(\w+) -->.*?<!-- /sejajar:\1 -->", re.S)


@dataclass(frozen=True, slots=True)
class Own:
    """What stands on a page that we know the content of."""

    title: str
    """Of the window."""
    heading: str
    """In the header, once the page is scrolled."""
    description: str
    content: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Dress:
    """What one page is to have."""

    edition: Edition | None
    """None: the page says no language, and its words stay as they are."""
    head: str
    icons: str
    """For a page that has its builder's own."""
    header: str
    """The way to the other edition, and search."""
    above: str
    """What stands above the content."""
    footer: str
    scripts: str
    home: str
    """The address of the edition's first page; empty: as the builder has it."""
    logo: str
    """For a site that names none."""
    belongs: Callable[[str], bool]
    """Whether what an address in a menu leads to is of the page's edition."""
    latest: str = ""
    own: Own | None = None
    words: Mapping[str, str] | None = None
    """The interface's, in the page's language."""


class UnknownThemeError(Exception):
    """The page has not the elements by which those of Material and Zensical are known."""


def bare(html: str) -> str:
    """A page without what dressing has put into it."""
    return _OURS.sub("", html)


def is_dressed(html: str) -> bool:
    return "<!-- sejajar:head -->" in html


def content_of(html: str) -> str:
    """What the page says, without what is around it; empty where it is of no theme that we know."""
    start, end = _bounds(html)
    return _SKIP.sub("", bare(html[start:end]), count=1).strip()


def around(html: str) -> str:
    """What the theme has put around what the page says."""
    html = bare(html)
    start, end = _bounds(html)
    return html[:start] + html[end:]


def _bounds(html: str) -> tuple[int, int]:
    """Where the page's content begins and ends, without looking at each element."""
    start = _ARTICLE.search(html)
    end = html.rfind("</article>")
    return (start.end(), end) if start and end > start.end() else (len(html), len(html))


def dressed(html: str, dress: Dress, policy: str = "") -> str:
    """The page with all that it is to have. Raises UnknownThemeError."""
    html = without_flaws(bare(html)).replace(_ASKS, "")
    found = list(elements(html))
    edits = [*_around(found, dress), *_inside(html, found, dress)]
    if dress.words is not None:
        edits += in_language(found, dress.words)
    html = edited(html, edits)
    if policy:
        place = policy_place(html)
        html = html[:place] + region("policy", policy_meta(policy)) + html[place:]
    return html


def region(name: str, text: str) -> str:
    """A text that can be taken out again; nothing where there is none."""
    return f"<!-- sejajar:{name} -->{text}<!-- /sejajar:{name} -->" if text else ""


def _around(found: list[Found], dress: Dress) -> Iterator[Edit]:
    """What changes in head, header, menus and footer."""
    head, body, header = (_first(found, name) for name in ("head", "body", "header"))
    inner = next((one for one in found if one.has("md-header__inner")), None)
    if not head or not body or not header or not inner:
        raise UnknownThemeError
    (root,) = (one for one in found if one.name == "html")
    if dress.edition:
        yield root.with_attribute("lang", dress.edition)
    yield from _head(found, head, dress)
    yield from _header(found, inner, dress)
    yield from _menus(found, dress)
    if dress.own and dress.own.headings:
        yield from with_contents(found, dress.own.headings)
    footer = next((one for one in found if one.has("md-copyright")), None)
    if footer:
        yield _at(footer.after, "footer", dress.footer)
    yield _at(body.after, "scripts", dress.scripts)


def _head(found: list[Found], head: Found, dress: Dress) -> Iterator[Edit]:
    has_icon, has_description = False, False
    for one in found:
        if one.start > head.end:
            break
        kind = one.attributes.get("rel", "")
        href = one.attributes.get("href", "")
        if one.name == "title" and dress.own:
            yield Edit(one.inside, one.after, escape(dress.own.title, quote=False))
        elif one.name == "meta" and one.attributes.get("name") == "description" and dress.own:
            has_description = True
            yield one.with_attribute("content", dress.own.description)
        elif one.name == "link" and kind == "icon":
            if dress.icons and href.endswith(DEFAULT_ICON):
                yield Edit(one.start, one.end, "")
            else:
                has_icon = True
        elif one.name == "link" and (
            (kind in ("prev", "next") and not dress.belongs(href))
            or (kind == "alternate" and "hreflang" in one.attributes)
        ):
            yield Edit(one.start, one.end, "")
    lines = [dress.head] if has_icon else [dress.icons, dress.head]
    if dress.own and dress.own.description and not has_description:
        lines.insert(0, f'<meta name="description" content="{escape(dress.own.description)}">')
    yield _at(head.after, "head", "\n".join(filter(None, lines)))


def _header(found: list[Found], inner: Found, dress: Dress) -> Iterator[Edit]:
    """The way to the other edition and our search, in the place of the builder's own."""
    place = inner.after
    for one in found:
        if one.has("md-logo") and one.name == "a":
            mark = next((svg for svg in found if svg.name == "svg" and one.holds(svg)), None)
            if dress.home:
                yield one.with_attribute("href", dress.home)
            if mark and dress.logo and not mark.has("sj-logo"):
                yield Edit(mark.start, mark.end, dress.logo)
        elif not inner.holds(one):
            continue
        elif dress.header and (
            (one.name == "label" and one.attributes.get("for") == "__search" and one.has("md-header__button"))
            or (one.has("md-search") and "data-sj-search" not in one.attributes)
            or (one.has("md-header__option") and 'class="md-select"' in one.content)
        ):
            yield Edit(one.start, one.end, "")
        elif one.has("md-header__source"):
            place = one.start
        elif dress.own and one.attributes.get("data-md-component") == "header-topic":
            name = next(span for span in found if span.has("md-ellipsis") and one.holds(span))
            yield Edit(name.inside, name.after, escape(dress.own.heading))
    yield _at(place, "header", dress.header)


def _menus(found: list[Found], dress: Dress) -> Iterator[Edit]:
    """Entries of the other edition go; what has a page of this one among its own, stays."""
    links = [one for one in found if one.name == "a" and "href" in one.attributes]
    for nav in found:
        if nav.has("md-nav--primary") or nav.has("md-tabs"):
            items = [one for one in found if one.name == "li" and nav.holds(one)]
            top = [one for one in items if not any(other.holds(one) for other in items)]
            gone = [item for item in top if not _stays(item, links, dress)]
            yield from (Edit(item.start, item.end, "") for item in gone)
    for one in links:
        if one.has("md-footer__link") and not dress.belongs(one.attributes["href"]):
            yield Edit(one.start, one.end, "")


def _stays(item: Found, links: list[Found], dress: Dress) -> bool:
    addresses = [one.attributes["href"] for one in links if item.holds(one)]
    return not addresses or any(map(dress.belongs, addresses))


def _inside(html: str, found: list[Found], dress: Dress) -> Iterator[Edit]:
    """What the page says."""
    article = _content(found)
    if not article:
        raise UnknownThemeError
    children = [one for one in found if article.holds(one)]
    skip = next((one for one in children if one.attributes.get("id") == "__skip"), None)
    place = skip.end if skip else article.inside
    if dress.own:
        above = region("above", dress.above)
        yield Edit(place, _end_of_ours(html, children, article), f"\n{above}\n{dress.own.content}\n")
        return
    yield _at(place, "above", dress.above)
    mark = html.find(LATEST, place, article.after)
    if mark >= 0 and dress.latest:
        yield _at(mark + len(LATEST), "latest", dress.latest)


def _end_of_ours(html: str, children: list[Found], article: Found) -> int:
    """Behind the last of what we generate, and the space after it; a theme may put more there (comments)."""
    end = article.after
    ours = [one for one in children if one.attributes.get("class", "").startswith("sj-")]
    if ours:
        end = max(one.end for one in ours)
        end += len(html[end : article.after]) - len(html[end : article.after].lstrip())
    return end


def _content(found: list[Found]) -> Found | None:
    return next((one for one in found if one.has("md-content__inner")), None)


def _first(found: list[Found], name: str) -> Found | None:
    return min((one for one in found if one.name == name), key=lambda one: one.start, default=None)


def _at(place: int, name: str, text: str) -> Edit:
    return Edit(place, place, region(name, text))

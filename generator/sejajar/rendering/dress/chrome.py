"""The theme's own words in each page's language, where a builder knows one language for all pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from sejajar.rendering.dress.tags import Edit, Found

_NAMES = {
    "md-header__inner": "theme-header",
    "md-tabs": "theme-tabs",
    "md-nav--primary": "theme-nav",
    "md-nav--secondary": "theme-toc",
    "md-footer__inner": "theme-footer",
}
"""What a screen reader calls a part of the page: `aria-label`, by its class."""
_SCRIPTS = {
    "clipboard.copy": "theme-copy",
    "clipboard.copied": "theme-copied",
    "select.version": "theme-version",
}
"""What the theme's own script says, by its names."""
_TEXT = re.compile(r">([^<]*)")
_DIRECTION = re.compile(r'md-footer__direction">\s*([^<]*?)\s*</span>')
_MADE = re.compile(r"(?:Made with|Dibuat dengan)(?=\s*<a\b)")


def in_language(found: list[Found], words: Mapping[str, str]) -> Iterator[Edit]:
    """The theme's words in those of the page's language; what is not known stays."""
    scheme = ""
    for one in found:
        classes = one.classes
        named = next((_NAMES[name] for name in classes if name in _NAMES), "")
        if named and "aria-label" in one.attributes:
            yield one.with_attribute("aria-label", words[named])
        elif "md-skip" in classes:
            yield from _said(one, words["theme-skip"])
        elif "md-top" in classes:
            yield from _said(one, words["theme-top"])
        elif "md-source" in classes and "title" in one.attributes:
            yield one.with_attribute("title", words["theme-source"])
        elif one.name == "label" and one.attributes.get("for") == "__toc" and "md-nav__title" in classes:
            yield from _said(one, words["theme-toc"])
        elif "md-option" in classes and "aria-label" in one.attributes:
            scheme = one.attributes.get("data-md-color-scheme", "")
            yield from _toggle(one, "aria-label", scheme, words)
        elif one.name == "label" and one.attributes.get("for", "").startswith("__palette_"):
            yield from _toggle(one, "title", scheme, words)
        elif "md-copyright" in classes:
            yield from _made(one, words)
        elif one.attributes.get("id") == "__config":
            yield from _translations(one, words)
        elif one.name == "label" and one.attributes.get("for") == "__drawer" and "md-icon" in classes:
            yield from _said(one, words["theme-nav"])
        elif "md-footer__link" in classes:
            yield from _neighbour(one, words["previous" if "md-footer__link--prev" in classes else "next"])


def _neighbour(one: Found, direction: str) -> Iterator[Edit]:
    """A link to the page before or after, which names its direction twice."""
    said = _DIRECTION.search(one.html, one.inside, one.after)
    if said:
        yield Edit(said.start(1), said.end(1), direction)
        label = one.attributes.get("aria-label", "").partition(":")
        yield one.with_attribute("aria-label", f"{direction}:{label[2]}")


def _said(one: Found, words: str) -> Iterator[Edit]:
    """The last text in an element, behind an icon perhaps."""
    texts = [text for text in _TEXT.finditer(one.html, one.inside - 1, one.after) if text[1].strip()]
    if texts:
        text = texts[-1]
        at = text.start(1) + len(text[1]) - len(text[1].lstrip())
        yield Edit(at, at + len(text[1].strip()), words)


def _toggle(one: Found, name: str, scheme: str, words: Mapping[str, str]) -> Iterator[Edit]:
    if f"palette-{scheme}" in words and name in one.attributes:
        yield one.with_attribute(name, words[f"palette-{scheme}"])


def _made(one: Found, words: Mapping[str, str]) -> Iterator[Edit]:
    made = _MADE.search(one.html, one.inside, one.after)
    if made:
        yield Edit(made.start(), made.end(), words["made-with"].partition("{tool}")[0].strip())


def _translations(one: Found, words: Mapping[str, str]) -> Iterator[Edit]:
    try:
        config = json.loads(one.content)
        known = config["translations"]
    except (ValueError, TypeError, KeyError):
        return
    wanted = known | {name: words[key] for name, key in _SCRIPTS.items() if name in known}
    if wanted != known:
        text = json.dumps({**config, "translations": wanted}, ensure_ascii=False, separators=(",", ":"))
        yield Edit(one.inside, one.after, text.replace("<", "\\u003c"))

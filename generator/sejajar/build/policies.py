"""What browsers may run and fetch for the pages of a built site, and what they will refuse."""

from __future__ import annotations

from collections.abc import Iterable

from sejajar import rendering
from sejajar.model import Location, Problem, Severity
from sejajar.rendering.html.policy import GOOGLE, GOOGLE_FONT_FILES, GOOGLE_FONTS, GOOGLE_TAGS, fetched
from sejajar.site.settings import Settings


def policy_around(parts: Iterable[str], settings: Settings) -> str:
    """One policy for all pages, by what their builder has put around their texts; empty where none is wanted.

    What a page itself says may neither run nor fetch what its builder does not.
    """
    if settings.policy is False:
        return ""
    scripts: set[str] = set()
    hosts: dict[str, set[str]] = {}
    for html in parts:
        scripts |= {*rendering.inline_scripts(html)}
        for directive, source, _ in fetched(html):
            hosts.setdefault(directive, set()).add(source)
    if GOOGLE_FONTS in hosts.get("style-src", ()):
        hosts.setdefault("font-src", set()).add(GOOGLE_FONT_FILES)
    if any(GOOGLE_TAGS in script for script in scripts):
        hosts.setdefault("script-src", set()).add(GOOGLE_TAGS)
        hosts.setdefault("connect-src", set()).update((GOOGLE_TAGS, GOOGLE))
        hosts.setdefault("img-src", set()).add(GOOGLE)
    own = {} if settings.policy is True else settings.policy
    return rendering.policy({"script-src": map(rendering.hash_of, scripts)}, hosts, own)


def refusals(html: str, policy: str, path: str, told: set[rendering.Refused]) -> tuple[Problem, ...]:
    """What a browser will refuse of a page, each with what would allow it, and each told once."""
    found = [one for one in dict.fromkeys(rendering.refused(html, policy)) if one not in told]
    told.update(found)
    return tuple(
        Problem(
            Location(path),
            Severity.WARNING,
            "policy",
            f"browsers will refuse “{what}”: the site’s Content-Security-Policy does not allow it",
            f'allow it in mkdocs.yml, `policy: {{{directive}: ["{source}"]}}`, or take it out of the page',
        )
        for what, directive, source in found
    )

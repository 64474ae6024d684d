"""In which language the desk speaks to a browser: as was chosen there, else as the browser asks."""

from __future__ import annotations

import re
from functools import cache
from http.cookies import CookieError, SimpleCookie
from pathlib import Path

from starlette.datastructures import Headers

from sejajar.i18n import LANGUAGES, gettext, speaking

COOKIE = "sejajar_language"
ASSETS = Path(__file__).parent / "assets"
_SAID = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')


def language_of(headers: Headers) -> str:
    """`id` or `en`."""
    try:
        chosen = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        chosen = None
    if chosen and chosen.value in LANGUAGES:
        return chosen.value
    wanted = sorted(_wanted(headers.get("accept-language", "")), key=lambda item: -item[1])
    return next((code for code, _ in wanted if code in LANGUAGES), "en")


def _wanted(header: str) -> list[tuple[str, float]]:
    """`id-ID,id;q=0.9,en;q=0.8` by languages, `in` being what old systems call Indonesian."""
    found = []
    for part in header[:500].split(","):
        code, _, quality = part.strip().partition(";q=")
        code = code.partition("-")[0].lower()
        try:
            found.append(("id" if code == "in" else code, float(quality or 1)))
        except ValueError:
            continue
    return found


@cache
def said_by_scripts() -> tuple[str, ...]:
    """What our scripts say, in English: each calls `say("…")` with it."""
    texts = (path.read_text("utf-8") for path in sorted(ASSETS.glob("*.js")))
    return tuple(dict.fromkeys(found for text in texts for found in _SAID.findall(text)))


@cache
def words_of_scripts(language: str) -> dict[str, str]:
    """The same in another language, for the page that loads them."""
    if language == "en":
        return {}
    with speaking(language):
        return {text: gettext(text) for text in said_by_scripts()}

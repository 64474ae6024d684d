"""What programs that keep references read: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from sejajar.rendering.citing.work import Name, Work

_TEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # BibTeX counts braces, also those with a backslash before them
    "}": r"{\textbraceright}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "\N{NO-BREAK SPACE}": "~",
}
_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")
_BARE = {"\\": "%5C", "{": "%7B", "}": "%7D"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""BibTeX's own words, whatever the locale."""
_LANGUAGES = {"id": "indonesian", "en": "english"}
"""As babel and polyglossia call them; what biblatex hyphenates by."""


def bibtex(work: Work) -> str:
    """An `@online` entry, for biblatex and, with year and month, for BibTeX, which sets what it does not know
    as `@misc`. Titles are in a second pair of braces, which keeps their capitals."""
    url = "".join(_BARE.get(character, character) for character in work.url)
    fields = {
        "author": _bibtex_names(work.authors),
        "title": f"{{{_tex(work.title)}}}",
        "translator": _bibtex_names(work.translators),
        "organization": _tex(work.site),
        "date": work.date.isoformat(),
        "year": str(work.date.year),
        "note": _tex(work.state),
        "langid": _LANGUAGES[work.language],
        "url": url,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    month = f"  month = {_MONTHS[work.date.month - 1]}"
    return f"@online{{{work.key},\n{''.join(lines)}{month}\n}}\n"


def _bibtex_names(names: tuple[Name, ...]) -> str:
    """An organisation is in braces, so that nothing takes it apart; so is a name that holds an *and*."""
    return " and ".join(
        f"{{{_tex(one.literal)}}}" if one.literal else _braced(_tex(one.inverted)) for one in names
    )


def _braced(name: str) -> str:
    return f"{{{name}}}" if re.search(r"\band\b", name) else name


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _TEX[found[0]], _line(text))


def ris(work: Work) -> str:
    """A record of the type `NEWS`: a tag, two spaces, a hyphen; its lines end in CR LF."""
    rows = [
        ("TY", "NEWS"),
        *(("AU", one.inverted) for one in work.authors),
        *(("A4", one.inverted) for one in work.translators),
        ("TI", work.title),
        ("T2", work.site),
        ("PY", str(work.date.year)),
        ("DA", f"{work.date:%Y/%m/%d}"),
        ("LA", work.language),
        ("N1", work.state),
        ("ID", work.key),
        ("UR", work.url),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in rows if value) + "ER  - \r\n"


_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")


def _line(text: str) -> str:
    """In one line: in both formats a line's end may end the value."""
    return _SPACES.sub(" ", text).strip()


def csl(work: Work) -> dict[str, Any]:
    """An item of CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html"""
    item = {
        "id": work.key,
        "type": "article-newspaper",
        "title": work.title,
        "author": [_csl_name(one) for one in work.authors],
        "translator": [_csl_name(one) for one in work.translators],
        "container-title": work.site,
        "issued": {"date-parts": [[work.date.year, work.date.month, work.date.day]]},
        "language": {"id": "id-ID", "en": "en-GB"}[work.language],
        "note": work.state,
        "URL": work.url,
    }
    return {key: value for key, value in item.items() if value}


def csl_json(work: Work) -> str:
    return json.dumps([csl(work)], ensure_ascii=False, separators=(",", ":"))


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {"family": name.family} | ({"given": name.given} if name.given else {})

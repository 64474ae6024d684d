"""*terms*: approved terms come through in an approved form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair
from sejajar.formats.glossary import Match, Term
from sejajar.language.quantities import CURRENCIES, same_currency

_SAME = {
    "US": ("USA",),
    "billion": ("bn",),
    "million": ("mn", "m"),
    "trillion": ("tn", "trn"),
    "percent": ("per cent", "%", "pct"),
    "per cent": ("percent", "%", "pct"),
}
"""Other spellings of an approved form that are no other word; letters are found with stops and without."""


def check_terms(pair: Pair) -> list[Finding]:
    """Every glossary term of the source comes in one of its approved forms: in the plural or as a possessive,
    written together, apart or with a hyphen; for a country, also its adjective or its people."""
    if not pair.glossary.terms:
        return []
    findings: list[Finding] = []
    matches = {match.term: match for match in reversed(pair.source_terms)}
    for term, match in reversed(matches.items()):
        if _accepted(term.accepted).search(pair.target) or _otherwise(pair, match):
            continue
        forms = " or ".join(f"“{form}”" for form in term.accepted)
        message = f"the source says “{term.indonesian}”, the English has no {forms}"
        findings.append(warning("terms", message, "use the approved term, or add the form to the glossary"))
    return findings


@lru_cache(maxsize=4096)
def _accepted(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms as whole words, in either case, a plural or possessive included."""
    written = "|".join(dict.fromkeys(_spelt(spelling) for form in forms for spelling in _spellings(form)))
    return re.compile(rf"(?<![^\W\d])(?:{written})(?:['’]?s|['’]|es)?(?!\w)", re.IGNORECASE)


def _spellings(form: str) -> Iterator[str]:
    yield form
    bare = form.replace(".", "")
    if bare.isupper() and 1 < len(bare) < 6:
        yield bare
        yield "".join(f"{letter}." for letter in bare)
    if re.search(r"[^aeiou]y$", form):
        yield f"{form[:-1]}ies"
    yield from _SAME.get(bare, _SAME.get(form, ()))


def _spelt(form: str) -> str:
    return r"[\s-]*".join(re.escape(part) for part in re.split(r"[\s-]+", form))


def _otherwise(pair: Pair, match: Match) -> bool:
    return _together(pair, match.term) or _as_currency(pair, match) or _as_country(pair, match.term)


def _together(pair: Pair, term: Term) -> bool:
    """`policy maker` for *policymaker*; only long words, which no others make by chance."""
    forms = [form for form in _squeezed(term.accepted) if len(form) > 7]
    return bool(forms) and any(form in _GAPS.sub("", pair.target.lower()) for form in forms)


_GAPS = re.compile(r"[\s-]+")


@lru_cache(maxsize=4096)
def _squeezed(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_GAPS.sub("", form.lower()) for form in forms)


def _as_currency(pair: Pair, match: Match) -> bool:
    """`$12` where the source says `12 dolar AS`: the currency, or the *AS* in it."""
    first = match.term.indonesian.lower().split()[0]
    before = pair.source[: match.start].rstrip().rsplit(" ", 1)[-1].lower()
    code = CURRENCIES.get(first) or CURRENCIES.get(before)
    used = {figure.currency for figure in pair.target_figures if figure.currency}
    return code is not None and any(same_currency(code, other) for other in used)


_ADJECTIVE = re.compile(r"(?:ans?|ish|ese|is?|ch|ss|ks?|ics?|ers?|Thais?|Lao|Danes?|Swedes?|Turks?)$")


def _as_country(pair: Pair, term: Term) -> bool:
    """*Pemerintah Jerman*, the German government."""
    keys = {
        mention.concept.key
        for group, mentions in pair.source_mentions.items()
        if group[0] in ("countries", "exonyms")
        for mention in mentions
        if mention.text(pair.source_split, pair.source) == term.indonesian
    }
    if not keys or term.indonesian.isupper():
        return False
    return any(
        mention.concept.key in keys and _ADJECTIVE.search(mention.text(pair.target_split, pair.target))
        for group, mentions in pair.target_mentions.items()
        if group[0] in ("countries", "exonyms")
        for mention in mentions
    )

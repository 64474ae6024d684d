"""Whether a word is an ordinary one: a capital does not make those a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sejajar.language.tables import rows, words

_SHAPE = re.compile(
    r"(?:me(?:ng|ny|m|n)?|ber|ter|di|pe(?:ng|ny|m|n|r)?|ke(?=\w{6}))\w{3,}(?:kan|an|nya)|\w{4,}(?:nya"
    r"|kannya|lah|kah|isasi|itas|asi|ologi|isme)"
    r"|(?:meng|meny|memp|mend|menc|menj|peng|peny|pemb|pend|penj|penc|pert|perk|pers|pelay|pelat"
    r"|pemer)\w{3,}|ber[bdgjklnpstw][aeiou]\w{3,}"
    r"|(?:wa|ke|per)?men(?:ko|neg|eg|dag|keu|kes|hut|dik|kop|tan|lu|han|hub|kum|pora|pan|sos|pupr"
    r"|parekraf|dagri)\w{0,4}|dep(?:keu|dag|lu|kes|dik|hub)\w*"
    r"|sul(?:ut|sel|tra|teng|bar)|kal(?:sel|tim|bar|teng|tara)|sum(?:ut|bar|sel)|ja(?:bar|teng|tim"
    r"|bodetabek)|wa(?:kil|pres|li)\w*|dubes|pan(?:ja|sus)"
)
"""What only Indonesian's own affixes and abbreviations make."""
_ENGLISH_SHAPE = re.compile(
    r"\w{2,}(?:tions?|sions?|ments?|ings?|it(?:y|ies)|ness|ship|isms?|ives?|ous|ences?|ances?|enc(?:y"
    r"|ies)|anc(?:y|ies)|able|ible|ology"
    r"|graphy|ical|craft|wards?|hood|ful|ized|ised|ated|ically|lly|fully|ously|ively|tors?|tional"
    r"|keepers?|fighters?|makers?|holders?)"
)
_ENDINGS = (
    *(("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")),
    *(("er", ""), ("er", "e"), ("ly", "")),
)


@cache
def is_english(low: str) -> bool:
    """A word of English, inflected or not, by its folded form."""
    known, common = words("en/words"), words("en/common")
    if low in known or low in common or _ENGLISH_SHAPE.fullmatch(low):
        return True
    return any(
        low[: -len(ending)] + rest in known
        for ending, rest in _ENDINGS
        if low.endswith(ending) and len(low) > len(ending) + 2
    )


@cache
def is_indonesian(low: str) -> bool:
    """A word of Indonesian, by its folded form or by a root that its affixes leave."""
    if _SHAPE.fullmatch(low):
        return True
    return any(form in words("id/common") or form in _roots() for form in stripped(low))


_PREFIXES = (
    *(("meny", "s"), ("peny", "s"), ("meng", ""), ("peng", ""), ("meng", "k"), ("peng", "k")),
    *(("mem", ""), ("pem", ""), ("mem", "p"), ("pem", "p"), ("men", ""), ("pen", ""), ("men", "t")),
    *(("pen", "t"), ("me", ""), ("pe", ""), ("ber", ""), ("ter", ""), ("di", ""), ("ke", ""), ("se", "")),
    *(("per", ""), ("memper", ""), ("diper", ""), ("pel", ""), ("bel", "")),
)


def stripped(low: str) -> Iterator[str]:
    """The word, and what is left of it without its affixes: `kepolisian`, `polisi`."""
    for ending in ("", "nya", "an", "kan", "i", "annya", "kannya"):
        if not low.endswith(ending) or len(low) - len(ending) < 3:
            continue
        stem = low[: len(low) - len(ending)]
        yield stem
        for prefix, first in _PREFIXES:
            if stem.startswith(prefix) and len(stem) - len(prefix) > 2:
                yield first + stem[len(prefix) :]


@cache
def _roots() -> frozenset[str]:
    return frozenset(row[0] for row in rows("dictionary"))

"""*names*: a name of the source that is gone while the English has another one that the source lacks."""

from __future__ import annotations

import re
from functools import cache

from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair
from sejajar.checking.territories import check_territories
from sejajar.language.folding import folded
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.tables import words

_CAPITALISED = re.compile(r"(?<![\w'’])[^\W\d_a-z][^\W\d_]*(?:['’](?!s\b)[^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:;…][\"”’)]*\s+|[\"“‘(\[]|\s[-–—]\s*)$")
_GOES_ON = re.compile(r" (?:[A-Z]\w*[a-z]|\()")
_INDONESIAN_SHAPE = re.compile(
    r"(?:me(?:ng|ny|m|n)?|ber|ter|di|pe(?:ng|ny|m|n|r)?|ke(?=\w{6}))\w{3,}(?:kan|an|nya)|\w{4,}(?:nya"
    r"|kannya|lah|kah|isasi|itas|asi|ologi|isme)"
    r"|(?:meng|meny|memp|mend|menc|menj|peng|peny|pemb|pend|penj|penc|pert|perk|pers|pelay|pelat"
    r"|pemer)\w{3,}|ber[bdgjklnpstw][aeiou]\w{3,}"
    r"|(?:wa|ke|per)?men(?:ko|neg|eg|dag|keu|kes|hut|dik|kop|tan|lu|han|hub|kum|pora|pan|sos|pupr"
    r"|parekraf|dagri)\w{0,4}|dep(?:keu|dag|lu|kes|dik|hub)\w*"
    r"|sul(?:ut|sel|tra|teng|bar)|kal(?:sel|tim|bar|teng|tara)|sum(?:ut|bar|sel)|ja(?:bar|teng|tim"
    r"|bodetabek)|wa(?:kil|pres|li)\w*|dubes|pan(?:ja|sus)"
)
_ENGLISH_SHAPE = re.compile(
    r"\w{2,}(?:tions?|sions?|ments?|ings?|it(?:y|ies)|ness|ship|isms?|ives?|ous|ences?|ances?|enc(?:y"
    r"|ies)|anc(?:y|ies)|able|ible|ology"
    r"|graphy|ical|craft|wards?|hood|ful|ized|ised|ated|ically|lly|fully|ously|ively|tors?|tional"
    r"|keepers?|fighters?|makers?|holders?)"
)


def check_names(pair: Pair) -> list[Finding]:
    """One finding a pair; titles in capitals throughout are left alone: every word there looks like one."""
    if _is_headline(pair.source):
        return []
    return _replaced(pair) or check_territories(pair)


def _replaced(pair: Pair) -> list[Finding]:
    there, here = _names(pair.source), _names(pair.target)
    glossary = _glossary_words(pair)
    added = [
        name
        for name, inside in here.items()
        if inside and _is_added(name, pair, there) and folded(name) not in glossary
    ]
    if not added:
        return []
    target = folded(pair.target)
    missing = [
        name
        for name, inside in there.items()
        if inside
        and folded(name) not in glossary
        and folded(name) not in target
        and not _like_any(name, here)
        and _is_name(name)
    ]
    if not missing:
        return []
    message = f"the source names “{missing[0]}”, the English “{added[0]}”"
    return [warning("names", message, "if both are right, enter them in the glossary")]


def _is_headline(text: str) -> bool:
    if text.rstrip().endswith("."):
        return False  # a sentence of hardly more than names
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 10 > 8 * len(words)


def _names(text: str) -> dict[str, bool]:
    """Words in capitals but for abbreviations, each with whether it stands as a name: inside a sentence,
    or at its head before another capital."""
    found: dict[str, bool] = {}
    for match in _CAPITALISED.finditer(text):
        word = match[0]
        if len(word) > 2 and not word.isupper():
            inside = not _BEGINS.search(text, max(0, match.start() - 6), match.start())
            inside = inside or bool(_GOES_ON.match(text, match.end()))
            found[word] = found.get(word, False) or inside
    return found


def _is_name(word: str) -> bool:
    low = folded(word)
    if low in INDONESIAN.starts or "Ã" in word:  # the latter is UTF-8 read as Windows text
        return False
    return (
        low not in words("id/common")
        and low not in _territory_words()[0]
        and not _INDONESIAN_SHAPE.fullmatch(low)
    )


def _is_added(word: str, pair: Pair, there: dict[str, bool]) -> bool:
    low = folded(word)
    if (
        low in ENGLISH.starts
        or low == "indonesia"  # RI, Tanah Air
        or low in words("en/common")
        or low.removesuffix("s") in words("en/common")
        or low in _territory_words()[1]
        or _ENGLISH_SHAPE.fullmatch(low)
    ):
        return False
    return low not in folded(pair.source) and not _like_any(word, there)


def _glossary_words(pair: Pair) -> set[str]:
    words: set[str] = set()
    if not pair.glossary.terms:
        return words
    for match in pair.glossary.find(pair.source):
        for form in (match.term.indonesian, *match.term.accepted):
            words.update(folded(form).split())
    return words


def _like_any(word: str, others: dict[str, bool]) -> bool:
    return any(_alike(folded(word), folded(other)) for other in others)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be one name in two spellings: `Meksiko` and `Mexico`, `Ibanov` and `Ivanov`."""
    if "w" in one + other:
        one, other = one.replace("w", "v"), other.replace("w", "v")  # `Jawa`, `Wina`
    if one[:4] == other[:4] or (min(len(one), len(other)) > 4 and _one_letter_off(one, other)):
        return True
    short, long = sorted((_skeleton(one), _skeleton(other)), key=len)
    return len(short) > 1 and (short == long or (len(short) > 2 and long.startswith(short)))


def _one_letter_off(one: str, other: str) -> bool:
    """One letter changed, lost or added: `Ibanov` and `Ivanov`."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return (
        one[same + 1 :] == other[same + 1 :]
        or one[same:] == other[same + 1 :]
        or one[same + 1 :] == other[same:]
    )


_SPELLINGS = (
    (("ce",), "se"),
    (("ci",), "si"),
    ("sch sy sh".split(), "s"),
    (("x",), "ks"),
    ("ch c q kh".split(), "k"),
    (("ph",), "f"),
    (("gh",), "g"),
    (("th",), "t"),
    (("v",), "f"),
    (("z",), "s"),
    ("dj j y".split(), "i"),
    (("oe",), "u"),
)


@cache
def _skeleton(word: str) -> str:
    """The consonants, spelled one way, none twice in a row."""
    for spellings, one in _SPELLINGS:
        for spelling in spellings:
            word = word.replace(spelling, one)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<!^)[aeiouhw]", "", word))


@cache
def _territory_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words of CLDR's territory names, Indonesian and English; names that are the same in both apart."""
    from babel import Locale

    indonesian, english = Locale("id").territories, Locale("en").territories
    there: set[str] = set()
    here: set[str] = set()
    same: set[str] = set()
    for code in english:
        names = folded(indonesian.get(code, "")), folded(english[code])
        if names[0] == names[1]:
            same.add(names[0])
        else:
            there.update(re.findall(r"\w{3,}", names[0]))
            here.update(re.findall(r"\w{3,}", names[1]))
    return frozenset(there - here - same), frozenset(here - there - same)

"""*language*, *untranslated*, *length*, *doubled*: whether the English is English, whole, and there once."""

from __future__ import annotations

import re

from sejajar.checking.finding import Finding, error, warning
from sejajar.checking.pair import Pair
from sejajar.language.sentences import sentences
from sejajar.language.tables import words as word_list

_INDONESIAN = frozenset(
    "yang dan dari untuk dengan pada ini itu adalah tidak akan telah sudah oleh dalam juga sebagai "
    "karena bahwa mereka kami "
    "dia saya kita ada lebih bisa dapat para serta atau namun saat tersebut menjadi hingga antara "
    "secara belum bukan "
    "seperti setelah sebelum ketika sedang masih harus hanya jika maka agar kepada terhadap tentang "
    "melalui sehingga "
    "merupakan yaitu yakni ia di ke tanpa sejumlah beberapa seorang sebuah banyak lain lagi pun "
    "sangat kata ujar sampai "
    "tetapi tapi apa siapa bagaimana mengapa dimana selama sejak orang tahun hari baru besar satu "
    "dua tiga anda".split()
)
_ENGLISH = frozenset(
    "the of and to in is was for that on with as by at from are were be has have had it its this "
    "which their they he she "
    "his her not but or an a will would said who more than been after also into about over when "
    "while there we you i one "
    "all if no so out up can could may between during before new other some what how my our your "
    "because through two do".split()
)
_AFFIXED = re.compile(
    r"(?:me(?:ng|ny|m|n)?|ber|ter|di|pe(?:ng|ny|m|n|r)?|ke|se)[a-z]{3,}(?:kan|annya|an|nya)"
    r"|[a-z]{4,}(?:nya|kannya|lah|kah)"
    r"|(?:meng|meny|memp|mend|menc|menj)[a-z]{4,}|ber[bdgjklnpstw][aeiou][a-z]{3,}"
)
"""Words that only Indonesian morphology makes."""
_LIKE_ENGLISH = re.compile(r".*(?:tion|sion|ment|able|ible|ing|ed|ly|ity|ness|ous|ive|ism|ist|ence|ance|ian)")


def check_language(pair: Pair) -> list[Finding]:
    """A text, or a sentence of it, with the little words of Indonesian and not those of English."""
    words = pair.target_words
    foreign = [word for word in words if word in _INDONESIAN]
    if not foreign and not _same(pair):
        return []
    native = sum(word in _ENGLISH for word in words)
    if len(foreign) > native and (len(foreign) > 1 or _mostly_copied(pair)):
        return [error("language", f"the English “{_shortened(pair.target)}” is Indonesian", "translate it")]
    if len(foreign) > 2:
        for sentence in sentences(pair.target):
            parts = re.findall(r"[^\W\d_]+", sentence.lower())
            foreign_here = sum(word in _INDONESIAN for word in parts)
            if foreign_here > 2 and foreign_here > sum(word in _ENGLISH for word in parts):
                return [error("language", f"“{_shortened(sentence)}” is still Indonesian", "translate it")]
    return []


def _same(pair: Pair) -> bool:
    return pair.source == pair.target


def _mostly_copied(pair: Pair) -> bool:
    """Most of the words that are no names stand in the source as they are."""
    plain = [word for word in re.findall(r"[^\W\d_]+", pair.target) if word.islower()] or pair.target_words
    source = set(pair.source_words)
    return bool(plain) and sum(word.lower() in source for word in plain) * 10 > 6 * len(plain)


def check_untranslated(pair: Pair) -> list[Finding]:
    """The source unchanged, where a good part of it is words of Indonesian and no names."""
    words = pair.target_words
    if len(words) < 2 or pair.source.strip().casefold() != pair.target.strip().casefold():
        return []
    known = sum(
        word in _INDONESIAN or word in word_list("id/common") or bool(_AFFIXED.fullmatch(word))
        for word in words
    )
    if known * 4 <= len(words):
        return []
    return [error("untranslated", f"the English is the source: “{_shortened(pair.source)}”", "translate it")]


def check_left(pair: Pair) -> list[Finding]:
    """Indonesian words left among the English."""
    for word in pair.target_words:
        known = len(word) > 5 and (word in _INDONESIAN or _AFFIXED.fullmatch(word))
        if known and word in pair.source_words and _is_left(word, pair.target):
            return [warning("untranslated", f"“{word}” is left from the source")]
    return []


def _is_left(word: str, target: str) -> bool:
    return not _LIKE_ENGLISH.fullmatch(word) and bool(
        re.search(rf"(?<![\w\"“‘'(-]){re.escape(word)}(?!\w)", target)
    )


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57].rsplit(' ', 1)[0]} …"


def check_length(pair: Pair) -> list[Finding]:
    """Text lost or added: English takes 0.70 to 1.25 of the Indonesian's characters in 98 % of FLORES."""
    source, target = len(pair.source), len(pair.target)
    if source < 24:
        return []
    ratio = target / source
    if ratio < (0.35 if source < 60 else 0.55):
        message = f"the source has {source:,} characters, the English only {target:,}: text was lost"
        return [error("length", message) if ratio < 0.4 and source > 99 else warning("length", message)]
    if ratio > (2.2 if source < 60 else 1.7):
        message = f"the source has {source:,} characters, the English {target:,}: text may have been added"
        return [warning("length", message)]
    if ratio < 0.82 and source >= 60:
        there, here = len(sentences(pair.source)), len(sentences(pair.target))
        if here < there:
            said = f"the source has {there} sentences, the English {here} and little text"
            return [warning("length", f"{said}: text may have been lost")]
    return []


_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+(?: [^\W\d_]+){0,7}) \1(?![\w-])", re.IGNORECASE)
_RIGHTLY = frozenset(
    ("had", "that", "very", "bye", "no", "ha", "so", "many", "never", "again", "yes", "long", "hear", "is")
)


def check_doubled(pair: Pair) -> list[Finding]:
    """A word or phrase twice in a row, a sentence twice, unless the source has it so."""
    for match in _TWICE.finditer(pair.target):
        again = match[0].lower()
        if match[1].lower() not in _RIGHTLY and again not in pair.source.lower().replace("-", " "):
            return [warning("doubled", f"“{match[0]}” says the same twice", "take one out")]
    if len(pair.target) < 50:
        return []
    said = [sentence.strip().casefold() for sentence in sentences(pair.target)]
    if len(said) > 1:
        for sentence in said:
            if (
                len(sentence) > 20
                and said.count(sentence) > 1
                and len(set(said)) < len(set(sentences(pair.source))) + 1
            ):
                return [warning("doubled", f"the English has “{_shortened(sentence)}” twice", "take one out")]
    return []

"""Whether an answer may stand as the English of a sentence. Only what is surely wrong is refused."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache
from html import unescape
from typing import Any

from sejajar.language.sentence_ends import sentences
from sejajar.language.tables import words
from sejajar.model import Kind
from sejajar.translating.protection import PLACEHOLDER
from sejajar.translating.translator import Refusal

SHORTEST = 0.55
"""English to Indonesian in characters. Google's English of 997 FLORES sentences is never below 0.60; the
nine of OPUS-MT's below 0.55 have all lost text. The longest are 1.43."""
SHORTEST_OF_FEW = 0.45
"""The same for texts of 12 to 39 characters (`Perserikatan Bangsa-Bangsa` → `United Nations`: 0.54)."""
LONGEST = 2.0
_FEW, _JUDGED_FROM = 12, 40
"""Characters: a ratio says nothing of shorter texts (`mengatakan` → `say`)."""

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_TAG = re.compile(r"<\s*[/!?a-z]", re.IGNORECASE)
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:;][\W_]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ERROR_TEXT = re.compile(
    r"\b(MYMEMORY WARNING|QUERY LENGTH LIMIT|unusual traffic|captcha|too many requests|error \d{3}"
    r"|service unavailable|rate limit|enable javascript|access denied)\b",
    re.IGNORECASE,
)


def judged(source: str, answer: str, kind: Kind = Kind.PARAGRAPH) -> str | Refusal:
    """The answer, cleaned (entities unescaped, on one line), or why it cannot be the English of `source`.

    Both are as they were sent, with placeholders; `kind` is that of the segment.
    """
    text = cleaned(answer, source)
    if _letters(source) == _letters(text) and names_only(source, kind):
        return text
    faults = (_empty, _error_text, _chatter, _echo, _indonesian, _markup, _length, _cut)
    found = (fault(source, text) for fault in faults)
    return next((refusal for refusal in found if refusal), text)


def cleaned(answer: str, source: str = "") -> str:
    """Engines escape entities, some of them twice; a source that talks of `&amp;` keeps its own."""
    for _ in range(2):
        if _ENTITY.search(answer) and not _ENTITY.search(source):
            answer = unescape(answer)
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", answer)).split())


def _empty(_source: str, answer: str) -> Refusal | None:
    if any(char.isalnum() for char in answer):
        return None
    return Refusal("empty", "an empty answer")


def _error_text(source: str, answer: str) -> Refusal | None:
    found = _ERROR_TEXT.search(answer)
    if not found or found[0].casefold() in source.casefold():
        return None
    return Refusal("warning", "a warning instead of a translation")


_CHATTER = re.compile(
    r"```|^\W*(?:sure|certainly|of course|(?:english )?translation\s*:)"
    r"|^\W*here(?:’s|'s| is| are)\b[^.:]{0,40}\btranslat"
    r"|\bas an ai\b|\btranslat(?:ed|ion) (?:of|from) the (?:text|indonesian)\b",
    re.IGNORECASE,
)
_DECLINED = re.compile(
    r"\bI(?:’m| am|'m) (?:sorry|unable|not able)\b"
    r"|\bI (?:cannot|can’t|can't|won’t|won't) (?:translate|assist|help|comply)\b",
    re.IGNORECASE,
)
_SORRY = re.compile(r"\b(?:maaf|menyesal|(?:tak|tidak) (?:bisa|dapat|mampu|akan))\b", re.IGNORECASE)


def _chatter(source: str, answer: str) -> Refusal | None:
    """What a language model says about a translation, or in its place."""
    if _CHATTER.search(answer) and not _CHATTER.search(source):
        return Refusal("chatter", "remarks instead of a translation")
    if _DECLINED.search(answer) and not _SORRY.search(source):
        return Refusal("declined", "the model declined to translate")
    return None


def _echo(source: str, answer: str) -> Refusal | None:
    if _letters(source) != _letters(answer):
        return None
    return Refusal("echo", "the Indonesian text came back")


def _letters(text: str) -> str:
    return "".join(char for char in PLACEHOLDER.sub("", text).casefold() if char.isalnum())


_PARTICLES = frozenset(["al", "bin", "binti", "da", "de", "di", "el", "la", "of", "the", "van", "von"])
_TITLES = words("id/beside_names")
"""Words that news writes with a capital beside a name, and that English writes otherwise."""


def names_only(text: str, kind: Kind) -> bool:
    """Whether nothing in it has an English of its own: figures, and names such as `Andrei Lankov`.

    A speaker is a name unless a word of it is known not to be. Elsewhere a single word is none, and more must
    not look Indonesian: in a headline every word has a capital. A full stop makes it a sentence.
    """
    text = PLACEHOLDER.sub(" ", text)
    words = _WORD.findall(text)
    if not words:
        return True
    if _STOP.search(text.strip()):
        return False
    if any(word.casefold() in _TITLES or word.casefold() in _territories() for word in words):
        return False
    if not all(word[0].isupper() or word in _PARTICLES for word in words):
        return False
    if kind is Kind.SPEAKER:
        return True
    return len(words) > 1 and indonesian(" ".join(words)) < 0.75


@cache
def _territories() -> frozenset[str]:
    """Single words that name a country in Indonesian but not in English: Rusia, Jepang."""
    from babel import Locale

    ours, theirs = Locale("id").territories, Locale("en").territories
    return frozenset(
        name.casefold() for code, name in ours.items() if " " not in name and theirs.get(code) != name
    )


def _indonesian(_source: str, answer: str) -> Refusal | None:
    words = _WORD.findall(PLACEHOLDER.sub(" ", answer))
    small = [word for word in words if word.islower()]
    if len(small) >= 2:  # names say nothing of the language
        found = indonesian(" ".join(small)) > 0.9
    else:  # a headline in capitals: `Indonesia Tsunami Toll Soars` looks rather Indonesian
        found = len(words) >= 3 and indonesian(" ".join(words)) > 0.98
    return Refusal("language", "the answer is not English") if found else None


def indonesian(text: str) -> float:
    """How likely it is Indonesian rather than English, from 0 to 1."""
    with _LOADING:  # four threads would read the model four times
        identifier = _identifier()
    probabilities: list[tuple[str, float]] = identifier.rank(text)
    return float(dict(probabilities)["id"])


_LOADING = threading.Lock()


@cache
def _identifier() -> Any:
    # Here, since it brings numpy: 0.6 seconds.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["id", "en"])
    return identifier


def _length(source: str, answer: str) -> Refusal | None:
    asked, got = len(PLACEHOLDER.sub("", source)), len(PLACEHOLDER.sub("", answer))
    if got > max(LONGEST * asked, 60):
        return Refusal("length", f"{got} characters for {asked}: more than was asked")
    if asked < _FEW:
        return None
    if got < (SHORTEST if asked >= _JUDGED_FROM else SHORTEST_OF_FEW) * asked:
        return Refusal("length", f"{got} characters for {asked}: text is missing")
    # Quoted sentences are sent together, and engines drop the second of two.
    if got < 0.75 * asked and _sentences(answer) < _sentences(source):
        return Refusal("length", "a sentence is missing")
    return None


def _sentences(text: str) -> int:
    return len(sentences(_QUOTES.sub("", text)))


_QUOTES = re.compile('[“”"«»]')


def _cut(source: str, answer: str) -> Refusal | None:
    """No sentence of 997 that ended in a stop lost it, with any of three engines."""
    if not _STOP.search(source) or _STOP.search(answer):
        return None
    return Refusal("cut", "the answer breaks off")


def _markup(source: str, answer: str) -> Refusal | None:
    """Tags, control characters and what turns the direction of writing, where the source has none."""
    if len(_TAG.findall(answer)) > len(_TAG.findall(source)):
        return Refusal("markup", "HTML in the answer")
    if len(_CONTROL.findall(answer)) > len(_CONTROL.findall(source)):
        return Refusal("markup", "control characters in the answer")
    return None

"""Lines that say who wrote or edited: `Editor: Nama`, `Nama - detikINET`, `Pewarta: … Editor: …`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sejajar.importing.blocks import Block
from sejajar.importing.outlets import outlet_named, rules
from sejajar.importing.recognising.noise import Aside, is_caption
from sejajar.importing.words import DATELINES, OPENERS, news
from sejajar.language.phrases import longest_first
from sejajar.language.tables import words as common
from sejajar.language.titles import INSTITUTIONS

_EDITORS = news("editors")
_LABEL = (
    r"(?P<label>oleh|by|(?:penulis|redaktur)(?:\s*(?:&|dan)\s*(?:editor|reporter))?|pewarta(?:\s+foto)?|reporter|jurnalis|kontributor|laporan(?:\s+wartawan)?"
    r"|author|wartawan|editor|uploader|redaktur(?:\s+pelaksana)?|penyunting|pengunggah|publisher|rep"
    r"|red|fotografer|sumber berita|penerjemah)"
)
_LABELLED = re.compile(rf"\b{_LABEL}\s*(?::|\|)\s*(?=[A-Z@])", re.IGNORECASE)
_WORDED = re.compile(rf"(?:{_LABEL})\s+(?P<name>[A-Z].*)", re.IGNORECASE)
_COMMA = re.compile(rf"{_LABEL}\s*,\s*(?P<name>[A-Z].*)", re.IGNORECASE)
_SOURCE = re.compile(r"^\s*sumber\s*:\s*[\w. ]{2,40}\|\s*(?=\w)", re.IGNORECASE)
_ALONE = re.compile(rf"{_LABEL}\s*:?", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,5})(?:\s*(?:,|/|&|\bdan\b|;)\s*[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){0,5})*"
)
_AND = re.compile(r"\s*(?:,|/|&|;|\||\bdan\b|\band\b)\s*")
_WITH_OUTLET = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,4})\s*(?:[-–—|,]|•)\s*(?P<outlet>[\w. ]{2,40})"
)
_NO_PERSON = re.compile(
    rf"\b(?:admin\w*|{longest_first(news('impersonal'))})\b"
    r"|facebook|https?:|@|\d|\.(?:com|co|id|net|org|tv)\b",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"^(?:kontributor|wartawan|jurnalis|reporter)\b(?:\s+\w+(?=\s*$))?\s*", re.IGNORECASE)
"""Before a name in a byline; a single word behind it is a town: `Kontributor Karawang`."""
_OTHERS = frozenset("fotografer uploader pengunggah publisher penerjemah sumber".split())
"""First words of labels of those who neither wrote nor edited."""
_DEGREES = news("degrees")
_CREDIT = re.compile(r"[(\[]?(?P<outlet>[\w.-]{3,30})\s*/\s*(?P<name>[A-Z][\w .,'’-]{2,60})[)\]]?\.?")
_PERSON = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:bin|binti|van|de|al-)?\s*[A-Z][\w'’.-]*){1,4}")
_SIGNED = re.compile(
    r"©|\bcopyright\b|\bhak cipta\b|\b(?:artikel|berita|tulisan|konten) ini (?:telah|sudah|pernah)? ?"
    r"(?:tayang|terbit|dimuat|ditayangkan|diterbitkan|dipublikasikan)\b"
    r"|\b(?:akun|saluran|channel|kanal)\s+(?:whatsapp|telegram)\b",
    re.IGNORECASE,
)
_LONGEST = 160
_REST = re.compile(r"(?:copyright|hak cipta|©|\d{1,2}\s+\w+\s+\d{4}|\|).*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bylines:
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    kept: tuple[Block, ...]
    aside: tuple[Aside, ...]


def is_byline(text: str) -> bool:
    """Whether a line says who wrote or edited, by its labels."""
    return len(text) <= _LONGEST and _labelled(text) is not None


def is_label(text: str) -> bool:
    """Whether a line says *Editor* or the like, and nothing else: the name is on the next one."""
    return bool(_ALONE.fullmatch(text))


def persons(text: str) -> tuple[str, ...]:
    """The names in a byline; a publisher's or a content system's name is none."""
    names = []
    for name in _AND.split(text):
        name = _REPORTER.sub("", name.strip(" .:|-–—"))
        plain = name.casefold()
        known = plain in DATELINES or plain in _DEGREES or _NO_PERSON.search(name)
        if not name or known or name.islower() or outlet_named(name) or outlet_named(name.split()[0]):
            continue
        if len(name) <= 60 and len(name.split()) <= 6 and len(name) > 2:
            names.append(name.title() if name.isupper() and len(name) > 4 else name)
    return tuple(dict.fromkeys(names))


def read_bylines(blocks: Sequence[Block], head: int, dated: Collection[int] = ()) -> Bylines:
    """Takes bylines out; `head`: blocks at the beginning among which one may stand without a label.

    `dated`: lines beside one that says when the article appeared; bare names there are its authors'.
    """
    authors: dict[str, None] = {}
    editors: dict[str, None] = {}
    kept: list[Block] = []
    aside: list[Aside] = []
    label = ""
    for index, block in enumerate(blocks):
        text = block.text
        found: list[tuple[str, str]] | None = None
        if len(text) <= _LONGEST:
            if label and _NAMES.fullmatch(text.lstrip(": ")) and persons(text.lstrip(": ")):
                found = [(label, text.lstrip(": "))]
            else:
                found = _labelled(text)
                if found is None and index < head:
                    found = _unlabelled(text)
                    bare = found is None and block.line in dated and are_names(text)
                    if bare and not _is_named(text, blocks):
                        found = [("oleh", text)]
        alone = _ALONE.fullmatch(text) if found is None else None
        label = alone["label"].casefold() if alone else ""
        if label == "jurnalis" and kept and index <= head and _is_name(kept[-1].text):
            # Okezone writes the name first, and what it is below.
            name = kept.pop()
            aside.append(Aside(name.line, name.text, "byline"))
            found, label = [(label, name.text)], ""
        if found is None and alone is None:
            kept.append(block)
            continue
        for said, names in found or ():
            label_word = said.split()[0]
            target = editors if label_word in _EDITORS and "reporter" not in said else authors
            if label_word not in _OTHERS:
                target.update(dict.fromkeys(persons(names)))
        aside.append(Aside(block.line, text, "byline"))
    if not authors and kept and (signed := _signature(kept)):
        authors.update(dict.fromkeys(persons(signed.text)))
        aside.append(Aside(signed.line, signed.text, "byline"))
        kept.remove(signed)
    # A label that stood without a name below it was in the same list of aside lines: nothing is lost.
    return Bylines(tuple(authors), tuple(editors), tuple(kept), tuple(aside))


def credited(aside: Sequence[Aside]) -> tuple[str, ...]:
    """The author in what closes an article: `(Tribunnews.com/Nama)`, `(Surya/Nama Lengkap)`."""
    for one in aside:
        match = _CREDIT.fullmatch(one.text) if one.rule == "credit" else None
        if match and (outlet_named(match["outlet"]) or are_names(match["name"])):
            return persons(match["name"])
    return ()


def are_names(text: str) -> bool:
    """Whether a line is made of persons' names and nothing else, as far as their form shows."""
    parts = [part.strip() for part in re.split(r"\s*(?:,|\||&|/|;|\bdan\b)\s*", text)]
    return len(parts) <= 4 and all(_PERSON.fullmatch(part) and _is_personal(part) for part in parts)


def _is_named(name: str, blocks: Sequence[Block]) -> bool:
    """Whether an article is about this person: then a line with the name is a tag of its."""
    first = re.split(r"\s*[,|&]\s*", name)[0]
    return any(
        first in block.text and not is_caption(block) for block in blocks if len(block.text) > len(name) + 20
    )


def _is_personal(name: str) -> bool:
    words = [word.casefold() for word in name.split()]
    known = outlet_named(name) or name.casefold() in DATELINES or _NO_PERSON.search(name)
    if known or words[0] in OPENERS or not INSTITUTIONS.isdisjoint(words):
        return False
    return any(word not in common("id/common") and word not in _channels() for word in words)


@cache
def _channels() -> frozenset[str]:
    """The words of menus, which name sections too."""
    return frozenset().union(*(rule.words for rule in rules() if rule.name == "menu"))


def names_beside(text: str) -> tuple[str, ...]:
    """The authors in a line that dates the article: `Nama , Jurnalis · Selasa 21 Oktober 2025`."""
    pieces = (" ".join(piece.split()) for piece in re.split(r"[|·•,]|\s[-–—]\s", text))
    return tuple(piece for piece in pieces if len(piece.split()) > 1 and are_names(piece))


def _signature(blocks: Sequence[Block]) -> Block | None:
    """A name in capitals that is the last line, below a paragraph's end."""
    *above, last = blocks
    words = last.text.split()
    signed = 2 <= len(words) <= 4 and last.text.isupper() and len(last.text) <= 40
    if not (signed and _NAMES.fullmatch(last.text) and persons(last.text)):
        return None
    return last if above and re.search(r"[.!?”\"’)]$", above[-1].text) else None


def signed_outlet(aside: Sequence[Aside]) -> str:
    """The outlet that a byline, a date's or a copyright line names, or where the text says it appeared."""
    for one in aside:
        if one.rule in ("byline", "date-line", "page-head"):
            pieces = re.split(r"\s*(?:[|,·•]|\s[-–—]\s|\bon\b)\s*", one.text)
            if outlet := next(filter(None, map(outlet_named, pieces)), ""):
                return outlet
    for one in aside:
        if match := _SIGNED.search(one.text):
            found = (outlet_named(name.strip(" .,:;|()")) for name in _candidates(one.text[match.end() :]))
            if outlet := next(filter(None, found), ""):
                return outlet
    return ""


def _candidates(text: str) -> Iterator[str]:
    """Runs of up to three words, the longest first where they begin alike."""
    words = text.split()[:12]
    for start in range(len(words)):
        yield from (" ".join(words[start : start + length]) for length in (3, 2, 1))


def _is_name(text: str) -> bool:
    return len(text) <= 40 and 2 <= len(text.split()) <= 4 and bool(_NAMES.fullmatch(text)) and text.istitle()


def _labelled(text: str) -> list[tuple[str, str]] | None:
    """`Pewarta: A Editor: B Copyright © …` → both, if the line is made of nothing else."""
    text = _SOURCE.sub("", text)
    if match := _COMMA.fullmatch(text):
        return [(match["label"].casefold(), match["name"])] if are_names(match["name"]) else None
    labels = list(_LABELLED.finditer(text))
    if not labels and "|" in text:
        parts = [_WORDED.fullmatch(part.strip()) for part in text.split("|")]
        if all(part and are_names(part["name"]) for part in parts):
            return [(part["label"].casefold(), part["name"]) for part in parts if part]
    if not labels or not re.fullmatch(
        r"[\s(\[|*-]*(?:tim redaksi)?[\s:|]*", text[: labels[0].start()], re.IGNORECASE
    ):
        return None
    found = []
    for match, end in zip(labels, [*(other.start() for other in labels[1:]), len(text)], strict=True):
        names = _REST.sub("", text[match.end() : end]).strip(" ,.|()[]/-")
        if len(names) > 90 or re.search(r"[a-z]{3,}[.!?]\s+[A-Z]|[“”\"]", names):
            return None
        found.append((match["label"].casefold(), names))
    return found


def _unlabelled(text: str) -> list[tuple[str, str]] | None:
    if (
        (match := _WORDED.fullmatch(text))
        and match["label"].casefold() in ("oleh", "by", "laporan wartawan", "penulis")
        and len(match["name"]) <= 60
        and _NAMES.fullmatch(match["name"].rstrip(".:"))
        and match["name"][0].isupper()
    ):
        return [(match["label"].casefold(), match["name"])]
    match = _WITH_OUTLET.fullmatch(text)
    if (
        match
        and persons(match["name"])
        and (outlet_named(match["outlet"]) or match["outlet"].casefold() == "jurnalis")
    ):
        return [("oleh", match["name"])]
    return None

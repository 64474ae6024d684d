"""What readers who never saw the code found in real articles and pages, as facts without the texts' words.

A truth is a TOML file an article: its lines and names, and marks for words that have to be found again. A
mark is how many words there are and a hash of them (`4:1a2b3c4d5e`). Files that have the words instead of
marks are read too; `python tests/bench/truth.py FOLDER OUT` writes theirs as facts.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FACTS = Path(__file__).parent / "facts"
_MARK = re.compile(r"\d+:[0-9a-f]{10}")
_PLAIN = (
    "file form language date date_unsure date_year_unsure outlet place authors editors numbered_headings"
    " unnumbered_headings headings_unsure list_items captions meta_lines title_also body either words"
).split()
_META = ("byline", "publication-line", "date", "editor")
"""Kinds of noise that an import may read, as a date or a name, and must not leave in the body."""


def tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def mark_of(text: str) -> str:
    """`text`'s mark; a mark is its own."""
    if _MARK.fullmatch(text):
        return text
    words = tokens(text)
    return f"{len(words)}:{_hash(' '.join(words))}"


def _hash(text: str, digits: int = 10) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:digits]


def within(mark: str, text: str) -> tuple[int, int] | None:
    """The first and last words' places in `text` that a mark stands for."""
    words, size = tokens(text), int(mark.partition(":")[0])
    for start in range(len(words) - size + 1 if size else 0):
        if f"{size}:{_hash(' '.join(words[start : start + size]))}" == mark:
            return start, start + size
    return None


def bag(text: str) -> Counter[str]:
    """How often each word is in a text, words as short hashes."""
    return Counter(_hash(word, 6) for word in tokens(text))


@dataclass(frozen=True, slots=True)
class Noise:
    first: int
    last: int
    """Lines; 0 in a page."""
    mark: str
    """Of its first words, where it is a part of a line."""
    meta: bool
    twice: bool = False
    """The article has the words too, once."""


@dataclass(frozen=True, slots=True)
class Seam:
    line: int
    mark: str
    """Of the words before and after it."""
    sure: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Direct speech, and who is to be named for it: none of the names is a wrong one."""

    line: int
    mark: str
    names: tuple[str, ...]
    person: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class Truth:
    name: str
    file: str
    """Below the folder with the sources."""
    page: bool
    english: bool
    title: str
    """Its mark; empty if the text has none."""
    date: str
    """Empty if the text states none; its year is `????` where the text does not tell it."""
    dated: bool
    """The date is certain."""
    outlets: tuple[str, ...]
    places: tuple[str, ...]
    dateline: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    numbered: tuple[int | str, ...]
    unnumbered: tuple[int | str, ...]
    unsure: tuple[int | str, ...]
    body: frozenset[int]
    free: frozenset[int]
    """Lines that may stand in the article or not."""
    captions: tuple[int | str, ...]
    noise: tuple[Noise, ...]
    seams: tuple[Seam, ...]
    quotes: tuple[Said, ...]
    headed: bool
    """Its headings are among the words of its body."""
    words: Counter[str]
    """A page's body, without its dateline."""


def truths(folder: Path, names: frozenset[str] | None = None) -> list[Truth]:
    """The truths of a folder, by name; `names` leaves out all others."""
    files = (path for path in sorted(folder.rglob("*.toml")) if names is None or path.stem in names)
    return [_truth(path, tomllib.loads(path.read_text("utf-8"))) for path in files]


def _none(text: str) -> str:
    return "" if text == "none" else text


def _names(raw: dict[str, Any], key: str) -> tuple[str, ...]:
    """All names that are right; the empty one is right where a name need not be found."""
    more = raw.get(f"{key}_accept", [])
    both = re.fullmatch(r"(.+?) \((.+)\)", raw.get(key, ""))
    names = (*(both.groups() if both else (raw.get(key, ""),)), *([more] if isinstance(more, str) else more))
    return tuple(map(_none, names)) if any(map(_none, names)) else ()


def _truth(path: Path, raw: dict[str, Any]) -> Truth:
    source = raw.get("file") or _beside(path)
    page = raw.get("form", "") == "html" or source.endswith((".html", ".htm"))
    lines = [] if page else _lines(path, source)
    date = _none(raw.get("date", ""))
    if raw.get("date_year_unsure"):
        date = f"????{date[4:]}"
    return Truth(
        name=path.stem,
        file=source,
        page=page,
        english=raw.get("language") == "en",
        title=_title(raw.get("title", {}), lines),
        date=date,
        dated=not raw.get("date_unsure", False),
        outlets=_names(raw, "outlet"),
        places=_names(raw, "place"),
        dateline=mark_of(raw.get("dateline", "")),
        authors=tuple(raw.get("authors", [])),
        editors=tuple(raw.get("editors", [])),
        numbered=_places(raw.get("numbered_headings", [])),
        unnumbered=_places(raw.get("unnumbered_headings", [])),
        unsure=_places(raw.get("headings_unsure", [])) + _places(raw.get("list_items", [])),
        body=frozenset(_ranges(raw.get("body", []))),
        free=frozenset(_ranges(raw.get("either", []))) | frozenset(_ranges(raw.get("title_also", []))),
        captions=_places([one for one in raw.get("captions", []) if not isinstance(one, dict)]),
        noise=tuple(_noise(raw)),
        seams=tuple(map(_seam, raw.get("seams", []))),
        quotes=tuple(map(_said, raw.get("quotes", []))),
        headed="html_body" not in raw.get("body_file", ""),
        words=_words(path, raw),
    )


def _beside(path: Path) -> str:
    """A source that has its truth's name."""
    found = (
        name
        for name in (f"pasted/{path.stem}.txt", f"html/{path.stem}.html")
        if (path.parent / name).exists()
    )
    return next(found, path.stem)


def _lines(path: Path, source: str) -> list[str]:
    file = path.parent / source
    return file.read_text("utf-8", errors="replace").splitlines() if file.exists() else []


def _title(raw: dict[str, Any], lines: list[str]) -> str:
    if raw.get("none"):
        return ""
    text = raw.get("text") or raw.get("mark") or lines[raw["line"] - 1]
    return mark_of(text)


def _places(raw: list[Any]) -> tuple[int | str, ...]:
    # A heading's number is no part of its text.
    return tuple(one if isinstance(one, int) else mark_of(re.sub(r"^\d+[.)]\s+", "", one)) for one in raw)


def _ranges(raw: list[Any]) -> Iterator[int]:
    for one in raw:
        if isinstance(one, int):
            yield one
        elif isinstance(one, list):
            yield from range(one[0], one[1] + 1)


def _beginning(text: str) -> str:
    """A few words: a text may be cut off within a later one, or leave some out."""
    return text if _MARK.fullmatch(text) else " ".join(text.partition(" … ")[0].split()[:6])


def _noise(raw: dict[str, Any]) -> Iterator[Noise]:
    for one in raw.get("noise", []):
        line = one.get("line", 0)
        whole = line and one.get("whole_line")
        part = "" if whole or not one.get("text") else _beginning(one["text"])
        kind = one.get("kind", "")
        mark = mark_of(part) if part else ""
        yield Noise(line, one.get("to", line), mark, kind in _META, twice="pull quote" in kind)
    for line in raw.get("meta_lines", []):
        yield Noise(line, line, "", True) if isinstance(line, int) else Noise(0, 0, mark_of(line), True)


def _seam(raw: dict[str, Any]) -> Seam:
    if "mark" in raw:
        return Seam(raw.get("line", 0), raw["mark"], not raw.get("unsure", False))
    # Words that a lost link glued together are no seam between sentences.
    ended = bool(re.search(r"[.!?…:)”\"’]\s*$", raw["before"])) or "kind" in raw
    mark = mark_of(f"{raw['before']} {raw['after']}")
    return Seam(raw.get("line", 0), mark, ended and not raw.get("unsure", False))


def _said(raw: dict[str, Any]) -> Said:
    accept = raw.get("accept", [])
    names = (_none(raw["speaker"]), *([accept] if isinstance(accept, str) else accept))
    person = raw.get("speaker_kind", "person") == "person" and bool(_none(raw["speaker"]))
    certain = raw.get("certain", True)
    return Said(raw.get("line", 0), mark_of(raw["start"]), tuple(filter(None, names)), person, certain)


def _words(path: Path, raw: dict[str, Any]) -> Counter[str]:
    if "words" in raw:
        return Counter(
            {word: int(times or 1) for word, _, times in (one.partition("*") for one in raw["words"].split())}
        )
    file = raw.get("body_file")
    if not file and (path.parent / f"{path.stem}.body.txt").exists():
        file = f"{path.stem}.body.txt"
    if not file:
        return Counter()
    # An import takes the dateline off: it is left out on both sides, as is noise within a paragraph.
    noise = (one["text"] for one in raw["noise"] if one.get("whole_line") is False)
    without = bag(" ".join((raw.get("dateline", ""), *noise)))
    return bag((path.parent / file).read_text("utf-8")) - without


def facts(path: Path) -> str:
    """A truth's TOML without the words of its text."""
    raw = tomllib.loads(path.read_text("utf-8"))
    raw.setdefault("file", _beside(path))
    kept = {key: raw[key] for key in _PLAIN if raw.get(key)}
    for key in ("outlet_accept", "place_accept"):
        if key in raw:
            kept[key] = raw[key]
    for key in (
        "numbered_headings",
        "unnumbered_headings",
        "headings_unsure",
        "captions",
        "meta_lines",
        "either",
    ):
        if key in kept:
            kept[key] = [
                mark_of(one) if isinstance(one, str) else one
                for one in kept[key]
                if not isinstance(one, dict)
            ]
    title = _title(raw["title"], _lines(path, raw["file"]))
    kept["title"] = {"mark": title} if title else {"none": True}
    if raw.get("dateline"):
        kept["dateline"] = mark_of(raw["dateline"])
    if words := _words(path, raw):
        kept["words"] = " ".join(f"{word}*{n}" if n > 1 else word for word, n in sorted(words.items()))
    kept["quotes"] = [_plain_quote(one) for one in raw.get("quotes", [])]
    kept["noise"] = [_plain_noise(one) for one in raw.get("noise", [])]
    for key in ("seams", "false_seams"):
        kept[key] = [_plain_seam(one) for one in raw.get(key, [])]
    return "".join(f"{key} = {_toml(value)}\n" for key, value in kept.items() if value != [])


def _plain_quote(raw: dict[str, Any]) -> dict[str, Any]:
    keys = ("line", "speaker", "accept", "speaker_kind", "certain")
    return {"start": mark_of(raw["start"]), **{key: raw[key] for key in keys if key in raw}}


def _plain_noise(raw: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {key: raw[key] for key in ("line", "to", "whole_line") if key in raw}
    if raw.get("kind", "") in _META:
        plain["kind"] = raw["kind"]
    if raw.get("text") and not raw.get("whole_line"):
        plain["text"] = mark_of(_beginning(raw["text"]))
    return plain


def _plain_seam(raw: dict[str, Any]) -> dict[str, Any]:
    seam = _seam(raw)
    return {"line": seam.line, "mark": seam.mark, **({} if seam.sure else {"unsure": True})}


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            return "[\n" + "".join(f"  {_toml(one)},\n" for one in value) + "]"
        return "[" + ", ".join(map(_toml, value)) + "]"
    return (
        str(value)
        if isinstance(value, int) and not isinstance(value, bool)
        else json.dumps(value, ensure_ascii=False)
    )


if __name__ == "__main__" and len(sys.argv) == 3:
    source, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for file in sorted(source.glob("*.toml")):
        (target / file.name).write_text(facts(file), encoding="utf-8")

"""The front matter: YAML, each value checked strictly, each problem with its own line.

Nodes are read instead of values, since only they know their lines, and since YAML makes of `no` a truth
value, of `22:30` a number and of `2025-02-30` an exception.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import yaml

from sejajar import bounds
from sejajar.bounds import short, unfit_name
from sejajar.formats.article.lines import Line, segment
from sejajar.formats.article.report import Report
from sejajar.formats.article.tree import described, read_tree
from sejajar.model import Correction, Kind, Reference, Source, Status

_EXAMPLE = "begin the file with three lines such as ---, date: 2025-07-20, ---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    values: Mapping[str, Any]
    """By `Metadata`'s field names; what is missing or could not be read is left out."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key that stands in the file."""
    end: int = 0
    """How many lines of the file it takes, fences included."""
    is_whole: bool = False
    """False where it is missing or no YAML mapping: then it makes no sense to say which keys it lacks."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A YAML node with its name for messages, and where to report."""

    node: yaml.Node
    name: str
    report: Report

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    def error(self, code: str, message: str, hint: str = "") -> None:
        self.report.error(self.line, code, message, hint)

    def wrong_type(self, wanted: str, example: str) -> None:
        self.error("wrong-type", f"{self.name} is {described(self.node)}, not {wanted}", f"write {example}")

    @property
    def text(self) -> str:
        """A scalar's text as messages quote it."""
        return short(self.node.value) if isinstance(self.node, yaml.ScalarNode) else ""

    @property
    def is_null(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag.endswith(":null")


def read_front_matter(lines: Sequence[str], report: Report) -> FrontMatter:
    """The front matter at the beginning of a file's lines."""
    first = next(number for number, line in enumerate(lines) if line.strip())
    if lines[first].rstrip() != "---":
        report.error(first + 1, "no-front-matter", "there is no front matter", _EXAMPLE)
        return FrontMatter({}, end=first)
    rest = range(first + 1, len(lines))
    close = next((number for number in rest if lines[number].rstrip() in ("---", "...")), None)
    if close is None:
        report.error(
            first + 1, "open-front-matter", "the front matter has no end", "write --- on a line after it"
        )
        ends = (number for number in rest if not lines[number].strip() or lines[number].startswith("# "))
        last = next(ends, len(lines))
    else:
        last = close
    # Empty lines in front keep the lines' numbers right in all that YAML says.
    root = read_tree("\n" * (first + 1) + "\n".join(lines[first + 1 : last]), report, first + 1)
    end = last + 1 if close is not None else last
    if root is None:
        return FrontMatter({}, end=end)
    entries = dict(_entries(_Value(root, "", report), _READERS))
    read = {key: _READERS[key](value) for key, value in entries.items()}
    values = {key: value for key, value in read.items() if value is not None}
    return FrontMatter(values, {key: value.line for key, value in entries.items()}, end, is_whole=True)


def _entries(mapping: _Value, known: Collection[str]) -> Iterator[tuple[str, _Value]]:
    """The known keys of a mapping with their values; those left empty are not set."""
    seen: set[str] = set()
    within = f"{mapping.name}." if mapping.name else ""
    assert isinstance(mapping.node, yaml.MappingNode)
    for key_node, value_node in mapping.node.value:
        key = _Value(key_node, "the key", mapping.report)
        if not isinstance(key_node, yaml.ScalarNode):
            key.error("unknown-key", f"{described(key_node)} cannot be a key", _known(known))
            continue
        name = key_node.value
        if name not in known:
            name = key.text
            near = get_close_matches(name.lower(), known, 1)
            hint = f"did you mean {near[0]}?" if near else _known(known)
            key.error("unknown-key", f"the front matter has no key {within}{name}", hint)
        elif name in seen:
            key.error("duplicate-key", f"{within}{name} is set twice", "keep one of the two")
        else:
            seen.add(name)
            value = _Value(value_node, f"{within}{name}", mapping.report)
            if not value.is_null:
                yield name, value


def _known(known: Collection[str]) -> str:
    return f"the keys are {', '.join(known)}"


def _text(value: _Value) -> str | None:
    node = value.node
    if not isinstance(node, yaml.ScalarNode):
        value.wrong_type("a text", "one text without brackets")
        return None
    text = " ".join(node.value.split())
    if node.tag != "tag:yaml.org,2002:str":
        hint = f"put it in quotes: '{value.text}'"
        value.error("wrong-type", f"{value.name} is {described(node)}, not a text", hint)
    return text


def _name(value: _Value) -> str | None:
    """A short text: a name, a place, rights."""
    text = _text(value)
    if text and len(text) > bounds.NAME:
        message = f"{value.name} has {len(text):,} characters, and {bounds.NAME} are the most"
        value.error("too-long", message, "shorten it")
        return text[: bounds.NAME]
    return text


def _texts(value: _Value) -> tuple[str, ...] | None:
    if isinstance(value.node, yaml.ScalarNode):
        value.wrong_type("a list", f"{value.name}: [{value.text}]")
        return (name,) if (name := _name(value)) else ()
    texts = []
    for item in _items(value):
        text = _name(item)
        if text == "":
            item.error("wrong-type", f"{value.name} has an empty text in it", "write or delete it")
        elif text:
            texts.append(text)
    return tuple(texts)


def _items(value: _Value) -> list[_Value]:
    if not isinstance(value.node, yaml.SequenceNode) or value.node.tag != "tag:yaml.org,2002:seq":
        value.wrong_type("a list", f"{value.name} as a list, with - before each item")
        return []
    return [_Value(node, value.name, value.report) for node in value.node.value]


def _date(value: _Value) -> dt.date | None:
    written = value.node.value if isinstance(value.node, yaml.ScalarNode) else ""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        is_loose = value.node.tag.endswith(":timestamp")  # a day with a time
        message = f"{value.name} is {described(value.node)}, not a date"
        if is_loose:
            message = f"{value.name} is {value.text}, which is not a date of the form YYYY-MM-DD"
        value.error("date", message, "write year, month and day: 2025-07-20")
        return None
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        value.error("date", f"{value.name} is {written}, a day that no calendar has", "correct the date")
        return None
    return day if _is_our_time(value, day.year) else None


def _is_our_time(value: _Value, year: int) -> bool:
    """Feeds, time zones and file names want a year of four digits with others around it."""
    if 1000 <= year < 9999:
        return True
    value.error("date", f"{value.name} is in the year {year}", "correct the date")
    return False


def _moment(value: _Value) -> dt.datetime | None:
    hint = "write day, time and zone: 2025-07-20T08:00:00+07:00"
    written = value.node.value if isinstance(value.node, yaml.ScalarNode) else ""
    try:
        if len(written) > _LONGEST_MOMENT:
            raise ValueError
        moment = dt.datetime.fromisoformat(re.sub(r"\s+(?=[Z+-])", "", written))
    except ValueError:
        value.error("publish-at", f"{value.name} is {described(value.node)}, not a moment", hint)
        return None
    if moment.tzinfo is None:
        value.error("publish-at", f"{value.name} is {value.text}, which lacks its time zone", hint)
        return None
    return moment if _is_our_time(value, moment.year) else None


_LONGEST_MOMENT = 60


def _status(value: _Value) -> Status | None:
    text = _text(value)
    if text is None or text in list(Status):
        return Status(text) if text else None
    near = get_close_matches(value.text.lower(), list(Status), 1)
    hint = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(Status)}"
    value.error("status", f"there is no status {value.text}", hint)
    return None


def _flag(value: _Value) -> bool | None:
    if value.node.tag != "tag:yaml.org,2002:bool":
        value.wrong_type("true or false", f"{value.name}: true")
        return None
    return value.node.value.lower() in ("true", "yes", "on")


def _url(value: _Value) -> str | None:
    text = _text(value)
    if text and not re.match(r"https?://[^\s/]\S*$", text):
        message = f"{value.name} is {value.text}, not a web address"
        value.error("url", message, "write it in full, from https:// on")
        return None
    if text and len(text) > bounds.URL:
        message = f"{value.name} has {len(text):,} characters, and {bounds.URL:,} are the most"
        value.error("too-long", message, "write the address without what stands after its ?")
        return None
    return text


def _alias(value: _Value) -> str | None:
    """Only plain names: a redirect's page is written to this path."""
    text = _text(value)
    path = (text or "").strip("/")
    parts = path.split("/")
    hint = "write the path of an old page, such as 2025/07/slug-lama"
    if not all(re.fullmatch(r"[A-Za-z0-9_.~-]+", part) and part.strip(".") for part in parts):
        message = f"{value.text or described(value.node)} cannot be an address on this site"
        value.error("alias", message, hint)
    elif unfit := next(filter(None, map(unfit_name, parts)), ""):
        value.error("alias", f"{value.text} cannot be an address on this site: a part of it {unfit}", hint)
    elif len(path) > bounds.ADDRESS:
        message = f"an alias has {len(path):,} characters, and {bounds.ADDRESS} are the most"
        value.error("alias", message, hint)
    else:
        return path
    return None


def _aliases(value: _Value) -> tuple[str, ...]:
    return tuple(path for item in _items(value) if (path := _alias(item)))


def _group(value: _Value, readers: Mapping[str, Callable[[_Value], Any]], needed: Sequence[str]) -> Any:
    """The values of a nested mapping by key; None where a needed one is missing or it is no mapping."""
    if not isinstance(value.node, yaml.MappingNode) or value.node.tag != "tag:yaml.org,2002:map":
        example = ", ".join(f"{key}: …" for key in readers)
        value.wrong_type("a group of keys", f"{{{example}}}")
        return None
    entries = dict(_entries(value, readers))
    read = {key: readers[key](item) for key, item in entries.items()}
    missing = [key for key in needed if key not in entries or read[key] == ""]
    for key in missing:
        value.error("missing-key", f"{value.name} has no {key}", f"write {key}: … into it")
    if any(read.get(key) in (None, "") for key in needed):
        return None
    return {key: item for key, item in read.items() if item is not None}


def _source(value: _Value) -> Source | None:
    readers = {"outlet": _name, "url": _url, "author": _name, "rights": _name}
    read = _group(value, readers, ["outlet"])
    return Source(**read) if read else None


def _references(value: _Value) -> tuple[Reference, ...]:
    readers = {"outlet": _name, "url": _url, "title": _name}
    read = [_group(item, readers, ["outlet"]) for item in _items(value)]
    return tuple(Reference(**values) for values in read if values)


def _corrections(value: _Value) -> tuple[Correction, ...]:
    read = [(item, _group(item, {"date": _date, "text": _text}, ["date", "text"])) for item in _items(value)]
    return tuple(
        Correction(
            values["date"], segment(Kind.CORRECTION, [Line(item.line, 0, values["text"])], item.report)
        )
        for item, values in read
        if values
    )


_READERS: Mapping[str, Callable[[_Value], Any]] = {
    "date": _date,
    "status": _status,
    "publish_at": _moment,
    "updated": _date,
    "place": _name,
    "authors": _texts,
    "translators": _texts,
    "editors": _texts,
    "source": _source,
    "references": _references,
    "tags": _texts,
    "aliases": _aliases,
    "corrections": _corrections,
    "confidential": _flag,
}
"""What each key may hold, in the order in which `dumps` writes them."""
KEYS = tuple(_READERS)

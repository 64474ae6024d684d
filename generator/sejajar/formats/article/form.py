"""A front matter as a form: a text a field, in and out, and each problem beside the field that it is about.

What the fields say is written as a front matter of one line a field, and read by what reads all front
matters: so a form accepts what a file may hold and nothing else, and says the same of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import yaml

from sejajar.bounds import one_line
from sejajar.formats.article.editing import Rewritten, first_right, lines_of_file
from sejajar.formats.article.entries import plain, with_entries
from sejajar.formats.article.frontmatter import KEYS
from sejajar.formats.article.reading import loads
from sejajar.formats.article.report import Report
from sejajar.formats.article.tree import read_tree
from sejajar.formats.article.writing import plain_of, written_value
from sejajar.model import Article, Metadata, Problem, numbered

PLAIN = ("date", "status", "publish_at", "updated", "place", "confidential")
LISTS = ("authors", "translators", "editors", "tags", "aliases")
"""An item a line: names hold commas."""
GROUPS = {"source": ("outlet", "url", "author", "rights")}
ROWS = {"references": ("outlet", "url", "title"), "corrections": ("date", "text")}
_ROW = re.compile(r"(reference|correction)_([a-z]+)_([0-9]{1,4})")


def row_field(key: str, part: str, number: int) -> str:
    """`correction_text_0`."""
    return f"{key.removesuffix('s')}_{part}_{number}"


@dataclass(frozen=True, slots=True)
class FrontText:
    """A file in three: up to the line after the opening fence, what the fences hold, and the rest."""

    head: str
    inner: str
    rest: str


def split_front(raw: str) -> FrontText | None:
    """None where the file has no front matter with a beginning and an end."""
    lines = lines_of_file(raw)
    bare = [line.rstrip("\r\n").removeprefix("\ufeff") if not at else line for at, line in enumerate(lines)]
    first = next((at for at, line in enumerate(bare) if line.strip()), None)
    if first is None or bare[first].rstrip() != "---":
        return None
    stops = range(first + 1, len(lines))
    close = next((at for at in stops if lines[at].rstrip() in ("---", "...")), None)
    if close is None:
        return None
    parts = lines[: first + 1], lines[first + 1 : close], lines[close:]
    return FrontText(*("".join(part) for part in parts))


def front_revision(raw: str) -> str:
    """What tells one state of a front matter from any other, whatever stands below it."""
    front = split_front(raw)
    return sha256((front.inner if front else raw).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def values_of(raw: str) -> dict[str, str] | None:
    """What the fields show of a file, wrong values as they are written; None where it has no keys to show."""
    front = split_front(raw)
    tree = read_tree(front.inner, Report(""), 1) if front else None
    if tree is None:
        return None
    found = {
        str(key.value): plain(value)
        for key, value in tree.value
        if isinstance(key, yaml.ScalarNode) and not _is_null(value)
    }
    values = {key: _text(found.get(key, "")) for key in PLAIN}
    values["status"] = values["status"] or "published"
    values["confidential"] = "true" if values["confidential"].lower() in ("true", "yes", "on") else ""
    for key in LISTS:
        values[key] = "\n".join(map(_text, _items(found.get(key))))
    for key, parts in GROUPS.items():
        group = found.get(key)
        for part in parts:
            values[f"{key}_{part}"] = _text(group.get(part, "")) if isinstance(group, dict) else ""
    for key, columns in ROWS.items():
        for number, row in enumerate(_items(found.get(key))):
            for part in columns:
                text = _text(row.get(part, "")) if isinstance(row, dict) else ""
                values[row_field(key, part, number)] = text
    return values


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")


def _items(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if value else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form's values are as a front matter."""

    article: Article | None
    """The file's, with this front matter; None where date or title are missing."""
    problems: tuple[Problem, ...]
    text: str
    """The file with a front matter of a line a field, for whoever looks for problems by its lines."""
    fields: Mapping[int, tuple[str, ...]]
    """Those of each line of that text."""
    shift: int
    """By how many lines the body stands further down in the file itself."""

    def beside(self, problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
        """Problems of `text` by field; under the empty name those of the body, with the file's own lines."""
        found: dict[str, list[Problem]] = {}
        for problem in problems:
            names = _about(problem, self.fields)
            line = problem.location.line + self.shift if names == ("",) and problem.location.line else 0
            placed = replace(problem, location=replace(problem.location, line=line))
            for name in names:
                if placed not in found.setdefault(name, []):
                    found[name].append(placed)
        return {name: tuple(one) for name, one in found.items()}


def filled_in(raw: str, path: str, values: Mapping[str, str], files: Collection[str] | None = None) -> Filled:
    """Reads a form's values with the body of its file. Fields that `values` lacks stay as they are."""
    now = values_of(raw) or {}
    given = {key: value for key, value in now.items() if not (_ROW.fullmatch(key) and _has_rows(values, key))}
    lines, fields = _written({**given, **values})
    front = split_front(raw)
    body = re.sub(r"\A(?:---|\.\.\.)", "---", front.rest) if front else f"---\n{raw}"
    text = "---\n" + "".join(f"{line}\n" for line in lines) + body.replace("\r\n", "\n")
    loaded = loads(text, path, files)
    above = len(lines_of_file(front.head + front.inner)) if front else -1
    return Filled(loaded.article, loaded.problems, text, fields, above - len(lines) - 1)


def _has_rows(values: Mapping[str, str], key: str) -> bool:
    """Whether the values speak of the rows that the field is of: then they speak of all of them."""
    stem = key.partition("_")[0]
    return any(name.startswith(f"{stem}_") for name in values)


def _written(values: Mapping[str, str]) -> tuple[list[str], dict[int, tuple[str, ...]]]:
    """The lines of a front matter, a field each, and the fields by line, which begin below the fence."""
    lines: list[str] = []
    fields: dict[int, tuple[str, ...]] = {}

    def add(line: str, *names: str) -> None:
        lines.append(line)
        fields[len(lines) + 1] = names

    for key in KEYS:
        if key in PLAIN:
            if text := one_line(values.get(key, "")):
                add(f"{key}: {text if key == 'confidential' and text == 'true' else _quoted(text)}", key)
        elif key in LISTS:
            items = [one_line(item) for item in values.get(key, "").splitlines()]
            if items := [item for item in items if item]:
                add(f"{key}:", key)
                for item in items:
                    add(f"- {_quoted(item)}", key)
        elif key in GROUPS:
            parts = {part: one_line(values.get(f"{key}_{part}", "")) for part in GROUPS[key]}
            if any(parts.values()):
                add(f"{key}:", f"{key}_outlet")
                _add_parts(add, "  ", {f"{key}_{part}": text for part, text in parts.items()}, GROUPS[key])
        elif rows := list(_rows(key, values)):
            add(f"{key}:", "")
            for number, parts in rows:
                names = {row_field(key, part, number): text for part, text in parts.items()}
                _add_parts(add, "- ", names, ROWS[key])
    return lines, fields


def _add_parts(add: Any, mark: str, parts: Mapping[str, str], keys: tuple[str, ...]) -> None:
    """The parts that have a text; a problem of the group itself stands in the first one's line."""
    first = True
    for key, (name, text) in zip(keys, parts.items(), strict=True):
        if text:
            add(f"{mark if first else '  '}{key}: {_quoted(text)}", name)
            first = False


def _rows(key: str, values: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows that have a text, with their numbers in the form."""
    stem = key.removesuffix("s")
    matches = (match for name in values if (match := _ROW.fullmatch(name)) and match[1] == stem)
    for number in sorted({int(match[3]) for match in matches}):
        parts = {part: one_line(values.get(row_field(key, part, number), "")) for part in ROWS[key]}
        if any(parts.values()):
            yield number, parts


def _quoted(text: str) -> str:
    return written_value([text], flow=True).strip()[1:-1] if _is_text(text) else f"'{text}'"


def _is_text(text: str) -> bool:
    """Whether YAML would not take what is written bare for something else: a day, a number."""
    return not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)


def _about(problem: Problem, fields: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The fields that a problem is about; the empty name for none of them."""
    if problem.code in ("no-date", "folder-date"):
        return ("date",)
    if problem.code == "rights":
        return ("source_rights",)
    names = fields.get(problem.location.line, ("",))
    lacking = re.search(r" has no ([a-z]+)$", problem.message)
    if problem.code != "missing-key" or not lacking:
        return names
    row = _ROW.fullmatch(names[0])
    return (f"{row[1]}_{lacking[1]}_{row[3]}" if row else f"source_{lacking[1]}",)


def with_metadata(
    raw: str, path: str, new: Metadata, files: Collection[str] | None = None
) -> Rewritten | None:
    """The file with this metadata, only the lines of what differs changed; None without a front matter."""
    front, before = split_front(raw), loads(raw, path, files)
    if front is None or before.article is None or values_of(raw) is None:
        return None
    old = before.article.metadata
    values = {key: plain_of(getattr(new, key)) for key in KEYS if getattr(new, key) != getattr(old, key)}
    meant = numbered(replace(before.article, metadata=new))
    made = (with_entries(front.inner, values, coarse=coarse) for coarse in (False, True))
    candidates = (f"{front.head}{inner}{front.rest}" for inner in made if inner is not None)
    return first_right(raw, candidates, meant, before.problems, path, files)

"""Values of a front matter changed where they stand; what is not meant stays, comments and order included.

Nodes know where they begin and end in the text, so that a value is cut out and another put in. A YAML library
that writes whole documents would write the rest anew as well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

import yaml

from sejajar.formats.article.frontmatter import KEYS
from sejajar.formats.article.writing import written_value


@dataclass(slots=True)
class _Edits:
    """Replacements in a text, gathered, then made from its end on."""

    text: str
    end: str
    """How its lines end."""
    made: list[tuple[int, int, str]] = field(default_factory=list)

    def replace(self, start: int, end: int, new: str) -> None:
        """Comments within what goes are kept above it, on lines of their own."""
        lost = [comment for at, comment in _comments(self.text) if start <= at < end]
        if lost:
            line = self.line_start(start)
            indent = re.match(r"[ ]*", self.text[line:])
            lead = indent[0] if indent else ""
            self.made.append((line, line, "".join(f"{lead}{comment}{self.end}" for comment in lost)))
        self.made.append((start, end, new))

    def remove(self, start: int, end: int) -> None:
        """What goes takes the comments behind its values along; those on lines of their own stay."""
        lines = (self.text[self.line_start(at) : self.after_line(at)] for at in self._own_lines(start, end))
        self.made.append((start, end, "".join(lines)))

    def _own_lines(self, start: int, end: int) -> Iterator[int]:
        for at, _ in _comments(self.text):
            if start <= at < end and not self.before(at).strip():
                yield at

    def insert(self, at: int, new: str) -> None:
        self.made.append((at, at, new))

    def line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def before(self, at: int) -> str:
        """What stands before a place on its line."""
        return self.text[self.line_start(at) : at]

    def line_stop(self, at: int) -> int:
        """The end of a line, what ends it not included."""
        found = re.compile(r"[\r\n]").search(self.text, at)
        return found.start() if found else len(self.text)

    def after_line(self, at: int) -> int:
        """The beginning of the next line."""
        found = re.compile(r"\r\n|\r|\n").search(self.text, at)
        return found.end() if found else len(self.text)

    def result(self) -> str:
        text = self.text
        # of those at one place the first made comes first in the text
        for _, (start, end, new) in sorted(
            enumerate(self.made), key=lambda item: (item[1][0], item[1][1], item[0]), reverse=True
        ):
            text = text[:start] + new + text[end:]
        return text


def with_entries(text: str, values: Mapping[str, Any], *, coarse: bool = False) -> str | None:
    """The front matter, without its fences, with other values for some keys; empty ones go.

    Values are what YAML has: texts, dates, lists, groups by key. With `coarse` a key that changes is written
    anew with all that it holds. None where the text is no front matter of keys with values.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    ending = re.search(r"\r\n|\r|\n", text)
    edits = _Edits(text, ending[0] if ending else "\n")
    if root is None:
        return text + "".join(_lines(key, value, edits.end) for key, value in values.items() if value)
    if not isinstance(root, yaml.MappingNode):
        return None
    _group(root, values, edits, top=True, coarse=coarse)
    return edits.result()


def _lines(key: str, value: Any, ending: str, indent: str = "") -> str:
    """A key with its value as `dumps` writes it: on one line, or a line for each group of a list."""
    groups = _is_list(value) and any(isinstance(item, Mapping) for item in value)
    lines = [f"{key}:", *(f"- {_flow(item)}" for item in value)] if groups else [f"{key}: {_flow(value)}"]
    return "".join(f"{indent}{line}{ending}" for line in lines)


def _flow(value: Any) -> str:
    """A value on one line that may stand anywhere, also within brackets."""
    if isinstance(value, dt.datetime):
        return str(value)  # YAML's own writer would put its type before it, for the colons in it
    return written_value([value], flow=True).strip()[1:-1]


def _value(node: yaml.Node, value: Any, edits: _Edits) -> None:
    """Puts a value in the place of a node's, and leaves alone what is the same."""
    if plain(node) == plain_value(value):
        return
    start, end = int(node.start_mark.index), _end(node, edits.text)
    match node:
        case yaml.MappingNode() if isinstance(value, Mapping):
            _group(node, {**dict.fromkeys(plain(node)), **value}, edits)
        case yaml.SequenceNode() if _is_block(node) and _is_list(value) and not edits.before(start).strip():
            _list(node, value, edits)
        case yaml.SequenceNode(flow_style=True) if _is_list(value) and node.value:
            _flow_list(node, value, edits)
        case yaml.ScalarNode() if start == end:  # nothing after the colon
            edits.insert(start, f" {_flow(value)}")
        case _:
            edits.replace(start, end, _flow(value))


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _group(
    node: yaml.MappingNode,
    values: Mapping[str, Any],
    edits: _Edits,
    *,
    top: bool = False,
    coarse: bool = False,
) -> None:
    pairs = {key.value: (key, child) for key, child in node.value if isinstance(key, yaml.ScalarNode)}
    removed = [key for key, value in values.items() if key in pairs and not value]
    added = [key for key, value in values.items() if key not in pairs and value]
    if node.flow_style and len(removed) < len(pairs):
        _flow_group(pairs, removed, {key: values[key] for key in added}, edits)
    elif removed and (node.flow_style or not all(_begins_line(edits, pairs[key][0]) for key in removed)):
        new = {key: values.get(key, old) for key, old in plain(node).items() if values.get(key, old)}
        new |= {key: values[key] for key in added}
        edits.replace(int(node.start_mark.index), _end(node, edits.text), _flow(new))
        return
    for key, value in values.items():
        if key not in pairs or not value or plain(pairs[key][1]) == plain_value(value):
            continue
        if not node.flow_style and (coarse or _is_other(pairs[key][1], value)):
            _anew(pairs[key], key, value, edits)
        else:
            _value(pairs[key][1], value, edits)
    if node.flow_style:
        return
    for key in removed:
        start = edits.line_start(int(pairs[key][0].start_mark.index))
        edits.remove(start, edits.after_line(_end(pairs[key][1], edits.text)))
    left = {key: pair for key, pair in pairs.items() if key not in removed}
    for key in added:
        _add(node, left, key, values[key], edits, top=top)


def _flow_group(
    pairs: Mapping[str, tuple[yaml.Node, yaml.Node]],
    removed: Sequence[str],
    added: Mapping[str, Any],
    edits: _Edits,
) -> None:
    """Keys within braces go with their commas, and come after the last one."""
    spans = [(int(key.start_mark.index), _end(value, edits.text)) for key, value in pairs.values()]
    first = 0
    for goes, run in groupby(pairs, key=lambda key: key in removed):
        stop = first + len([*run])
        if goes:
            _cut(spans, first, stop, edits)
        first = stop
    if added:
        edits.insert(spans[-1][1], "".join(f", {key}: {_flow(value)}" for key, value in added.items()))


def _cut(spans: Sequence[tuple[int, int]], first: int, stop: int, edits: _Edits) -> None:
    """Takes items out of brackets, with the comma that parts them from those that stay."""
    if first:
        edits.replace(spans[first - 1][1], spans[stop - 1][1], "")
    else:
        edits.replace(spans[0][0], spans[stop][0], "")


def _flow_list(node: yaml.SequenceNode, value: Sequence[Any], edits: _Edits) -> None:
    """A list within brackets: the items that stay are left alone."""
    spans = [(int(item.start_mark.index), _end(item, edits.text)) for item in node.value]
    for i, k, j, m in _differences(node, value):
        both = min(k - i, m - j)
        for at in range(both):
            _value(node.value[i + at], value[j + at], edits)
        if i + both < k:
            _cut(spans, i + both, k, edits)
        if rest := [_flow(item) for item in value[j + both : m]]:
            if i + both:
                edits.insert(spans[i + both - 1][1], "".join(f", {item}" for item in rest))
            else:
                edits.insert(spans[0][0], "".join(f"{item}, " for item in rest))


def _differences(node: yaml.SequenceNode, value: Sequence[Any]) -> Iterator[tuple[int, int, int, int]]:
    """Which items differ: from where to where in the node and in the value."""
    old = [repr(plain(item)) for item in node.value]
    new = [repr(plain_value(item)) for item in value]
    for tag, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield places[0], places[1], places[2], places[3]


def _is_other(node: yaml.Node, value: Any) -> bool:
    """Whether a block on several lines cannot become the value where it stands."""
    match node:
        case yaml.ScalarNode():
            return node.style in ("|", ">")
        case yaml.MappingNode():
            return _is_block(node) and not isinstance(value, Mapping)
        case yaml.SequenceNode():
            return _is_block(node) and not _is_list(value)
    return False


def _is_block(node: yaml.CollectionNode) -> bool:
    """None stands for a list that is no further indented than its key."""
    return not node.flow_style


def _anew(pair: tuple[yaml.Node, yaml.Node], key: str, value: Any, edits: _Edits) -> None:
    """A key and all that it holds, written as `dumps` would."""
    start = int(pair[0].start_mark.index)
    first, *rest = _lines(key, value, edits.end, " " * int(pair[0].start_mark.column)).splitlines(True)
    edits.replace(start, _end(pair[1], edits.text), "".join([first.lstrip(" "), *rest]).rstrip("\r\n"))


def _add(
    node: yaml.MappingNode,
    pairs: Mapping[str, tuple[yaml.Node, yaml.Node]],
    key: str,
    value: Any,
    edits: _Edits,
    *,
    top: bool,
) -> None:
    """A new key: at the top below the last one that comes before it in the order of `dumps`."""
    order = {name: at for at, name in enumerate(KEYS)}
    before = [name for name in pairs if not top or order.get(name, -1) < order.get(key, len(KEYS))]
    written = _lines(key, value, edits.end, " " * int(node.start_mark.column))
    if not before:
        edits.insert(edits.line_start(int(node.start_mark.index)), written)
        return
    last = max(before, key=lambda name: int(pairs[name][0].start_mark.index))
    edits.insert(edits.line_stop(_end(pairs[last][1], edits.text)), edits.end + written.rstrip("\r\n"))


def _list(node: yaml.SequenceNode, value: Sequence[Any], edits: _Edits) -> None:
    """A list with an item a line: the items that stay are left alone."""
    mark = edits.before(int(node.start_mark.index))
    for i, k, j, m in _differences(node, value):
        both = min(k - i, m - j)
        for at in range(both):
            _value(node.value[i + at], value[j + at], edits)
        for item in node.value[i + both : k]:
            start = edits.line_start(int(item.start_mark.index))
            edits.remove(start, edits.after_line(_end(item, edits.text)))
        if rest := value[j + both : m]:
            lines = "".join(f"{mark}- {_flow(item)}{edits.end}" for item in rest)
            if i + both:
                at = edits.line_stop(_end(node.value[i + both - 1], edits.text))
                edits.insert(at, edits.end + lines.removesuffix(edits.end))
            else:
                edits.insert(edits.line_start(int(node.start_mark.index)), lines)


def _begins_line(edits: _Edits, key: yaml.Node) -> bool:
    return not edits.before(int(key.start_mark.index)).strip()


def _end(node: yaml.Node, text: str) -> int:
    """Where a node's last line is; a block's own mark lies behind the empty lines and comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return start + len(text[start:end].rstrip())
    return end


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Each comment with its place: what begins with # where no value stands."""
    at = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start, end = int(token.start_mark.index), int(token.end_mark.index)
        yield from ((at + found.start(), found[0].rstrip()) for found in _COMMENT.finditer(text[at:start]))
        at = max(at, end)
    yield from ((at + found.start(), found[0].rstrip()) for found in _COMMENT.finditer(text[at:]))


_COMMENT = re.compile(r"#[^\r\n]*")


def plain(node: yaml.Node) -> Any:
    """A node's value with every scalar as the text that it is written as."""
    match node:
        case yaml.ScalarNode():
            return " ".join(node.value.split())
        case yaml.SequenceNode():
            return [plain(item) for item in node.value]
        case yaml.MappingNode():
            return {str(key.value): plain(value) for key, value in node.value}
    return None


def plain_value(value: Any) -> Any:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return " ".join(value.split())
        case Mapping():
            return {str(key): plain_value(item) for key, item in value.items()}
        case Sequence():
            return [plain_value(item) for item in value]
    return str(value)

"""The tree of a front matter's YAML, bounded and filtered before anybody reads a value from it.

Nodes are read instead of values, since only they know their lines, and since YAML makes of `no` a truth
value, of `22:30` a number and of `2025-02-30` an exception.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from sejajar import bounds
from sejajar.bounds import short
from sejajar.formats.article.report import Report


def read_tree(text: str, report: Report, first: int) -> yaml.MappingNode | None:
    """The mapping that the text is; None where it is none, with the problem. `first` is its first line."""
    if len(text) > bounds.FRONT_MATTER:
        message = f"the front matter has {len(text):,} characters, and {bounds.FRONT_MATTER:,} are the most"
        report.error(first, "too-long", message, "move what is text into the article")
        return None
    try:
        node = _parse(text)
    except _RefusedError as error:
        report.error(error.line, error.code, str(error), error.hint)
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"the front matter is not YAML: {short(str(error.problem or error.context), 120)}"
        hint = "put quotes around a text with a colon, a bracket or another mark of YAML's in it"
        report.error(mark.line + 1 if mark else first, "yaml", message, hint)
        return None
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: an escape of no character
        hint = "write a key, a colon and a value on each line"
        report.error(first, "yaml", "the front matter is not YAML", hint)
        return None
    if node is None:
        node = yaml.MappingNode("tag:yaml.org,2002:map", [], yaml.Mark("", 0, first, 0, None, 0))
    if not isinstance(node, yaml.MappingNode):
        message = f"the front matter is {described(node)}, not keys with values"
        report.error(line_of(node), "front-matter", message, "write lines such as date: 2025-07-20")
        return None
    for scalar in _scalars(node):
        _filter(scalar, report)
    return node


def line_of(node: yaml.Node | yaml.Event) -> int:
    """1-based, in the file."""
    return int(node.start_mark.line) + 1  # type: ignore[union-attr]


class _RefusedError(Exception):
    """YAML that is none of the front matter's, though it is YAML."""

    def __init__(self, line: int, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.code, self.hint = line, code, hint


def _refused(code: str, event: yaml.Event, message: str, hint: str) -> _RefusedError:
    return _RefusedError(line_of(event), code, message, hint)


def _parse(text: str) -> yaml.Node | None:
    """By libyaml, ten times as fast; on failure again by PyYAML, whose messages are the same everywhere."""
    fast: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _composed(text, fast)
    except yaml.YAMLError:
        return _composed(text, yaml.SafeLoader)


def _composed(text: str, loader: type[yaml.SafeLoader]) -> yaml.Node | None:
    """The tree of a document of which it is known that it has an end.

    Its events are gone through first: ten aliases of ten aliases, nine times over, are 477 characters and a
    thousand million values, and lists nested 100,000 deep crash the parser.
    """
    depth = nodes = 0
    for event in yaml.parse(text, Loader=loader):
        nodes += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            message = "the front matter repeats a value by its name, with *"
            hint = "write the value out, or put quotes around a text that begins with *"
            raise _refused("yaml-alias", event, message, hint)
        if depth > bounds.DEPTH:
            message = f"the front matter has more than {bounds.DEPTH} lists and groups within each other"
            raise _refused("too-long", event, message, _TOO_MUCH)
        if nodes > bounds.NODES:
            message = f"the front matter has more than {bounds.NODES:,} keys and values"
            raise _refused("too-long", event, message, _TOO_MUCH)
    return yaml.compose(text, Loader=loader)


_TOO_MUCH = "take out what none of the format's keys needs"


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    match node:
        case yaml.ScalarNode():
            yield node
        case yaml.SequenceNode(value=items):
            for item in items:
                yield from _scalars(item)
        case yaml.MappingNode(value=pairs):
            for pair in pairs:
                for item in pair:
                    yield from _scalars(item)


def _filter(scalar: yaml.ScalarNode, report: Report) -> None:
    """Takes out what an escape such as `"\\u202e"` has brought in, and what the file itself may not hold."""
    for character in dict.fromkeys(bounds.CONTROL.findall(scalar.value)):
        message = f"there is an invisible control character, {bounds.named(character)}, written as an escape"
        report.error(line_of(scalar), "control-character", message, "delete it")
    scalar.value = bounds.clean(scalar.value)


_TYPES = {
    "bool": "a truth value",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
    "str": "a text",
    "merge": "a mark of YAML's",
    "value": "a mark of YAML's",
    "seq": "a list",
    "map": "a group of keys",
}


def described(node: yaml.Node) -> str:
    """What YAML sees in a node: `a list`, `a number (1)`."""
    described = _TYPES.get(node.tag.removeprefix("tag:yaml.org,2002:"))
    if not described:
        return f"of the unknown type {short(node.tag)}"
    return f"{described} ({short(node.value)})" if isinstance(node, yaml.ScalarNode) else described

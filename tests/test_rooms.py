"""The rooms of the package: who may import whom. The list is the one in CONTRIBUTING.md."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator" / "sejajar"

ROOMS = (
    "visible",
    "bounds",
    "lazy",
    "model",
    "i18n",
    "language",
    "formats",
    "storage",
    "catalogs",
    "checking",
    "translating",
    "importing",
    "site",
    "rendering",
    "search",
    "build",
    "commands",
    "plugin",
    "desk",
    "cli",
)
"""Each room may import those above it."""

GUESTS = {
    "click": ("cli",),
    "deep_translator": ("translating",),
    "distributed": ("build",),
    "filelock": ("storage",),
    "openpyxl": ("formats",),
    "mkdocs": ("plugin", "cli"),
    "starlette": ("desk",),
    "uvicorn": ("desk",),
    "weasyprint": ("rendering",),
    "polib": ("formats", "i18n"),
}
"""Third parties that we keep at one door each: who may import them."""


class Import(NamedTuple):
    room: str
    module: str
    """Absolute: `sejajar.model`, `mkdocs.plugins`."""
    place: str
    """`generator/sejajar/cli.py:12`"""


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(source: str, path: Path) -> Iterator[Import]:
    """Every import of a file, also those inside functions and those for type checkers only."""
    package = ("sejajar", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(source)):
        place = f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"
        match node:
            case ast.Import(names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module, names, level):
                above = package[: len(package) - level + 1] if level else ()
                origin = ".".join([*above, *([module] if module else [])])
                # `from sejajar import model` imports a room by its name
                modules = [f"{origin}.{alias.name}" for alias in names] if origin == "sejajar" else [origin]
            case _:
                continue
        yield from (Import(room_of(path), module, place) for module in modules)


@cache
def all_imports() -> list[Import]:
    files = sorted(PACKAGE.rglob("*.py"))
    return [found for path in files for found in imports(path.read_text(encoding="utf-8"), path)]


def test_every_file_of_the_package_is_in_a_room_of_the_list() -> None:
    """A new room is a decision: it gets its place in the order before it gets code."""
    strangers = {room_of(path) for path in PACKAGE.rglob("*.py")} - {*ROOMS, "__init__", "__main__"}
    assert not strangers, f"not in ROOMS (tests/test_rooms.py) and CONTRIBUTING.md: {sorted(strangers)}"


def test_imports_point_upwards_only() -> None:
    """A room knows those above it and nothing of those below, so that each can be read and tested alone."""
    wrong = []
    for room, module, place in all_imports():
        own = module.split(".")
        if own[0] != "sejajar" or len(own) == 1 or own[1] not in ROOMS or own[1] == room:
            continue
        if room not in ROOMS:
            wrong.append(f"{place}: {room}.py imports no room, and here it imports {own[1]}")
        elif ROOMS.index(own[1]) > ROOMS.index(room):
            wrong.append(
                f"{place}: {room} imports {own[1]}, which stands below it; move what both need upwards"
            )
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("guest", sorted(GUESTS))
def test_a_third_party_stays_at_its_door(guest: str) -> None:
    """MkDocs, click, polib and deep-translator can each be replaced by changing one room."""
    wrong = [
        f"{place}: {room} imports {module}; only {' and '.join(GUESTS[guest])} may"
        for room, module, place in all_imports()
        if module.split(".")[0] == guest and room not in GUESTS[guest]
    ]
    assert not wrong, "\n".join(wrong)


def test_deep_translator_is_imported_by_one_engine() -> None:
    """The engines are separate files, and the library that scrapes pages is behind one of them."""
    files = {
        place.partition(":")[0] for _, module, place in all_imports() if module.startswith("deep_translator")
    }
    assert len(files) <= 1, f"deep_translator is imported by {sorted(files)}"


def test_the_model_stands_alone() -> None:
    """The data that everything speaks, and how it is shown, need the standard library only."""
    foreign = {
        module
        for room, module, _ in all_imports()
        if room in ("visible", "bounds", "model")
        and module.split(".")[0] not in sys.stdlib_module_names
        and module.split(".")[:2] not in (["sejajar", "visible"], ["sejajar", "bounds"], ["sejajar", "model"])
    }
    assert not foreign


def test_an_import_is_seen_wherever_it_stands() -> None:
    """The tests above would be worth nothing if they overlooked relative, aliased or late imports."""
    path = PACKAGE / "checking" / "sample.py"
    source = (
        "from .. import cli\nfrom ..model import Kind\nfrom . import rules\n"
        "from sejajar import storage as s\n"
        "def late():\n    import mkdocs.plugins as p\n    from sejajar.model import Key\n"
    )
    found = [module for _, module, _ in imports(source, path)]
    assert sorted(found) == sorted(
        [
            "sejajar.cli",
            "sejajar.model",
            "sejajar.checking",
            "sejajar.storage",
            "mkdocs.plugins",
            "sejajar.model",
        ]
    )


LONGEST = 350
"""Lines of a file."""


def test_no_file_is_long() -> None:
    """Who looks for something in a file of four hundred lines does not find it; two files have two names."""
    lengths = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in PACKAGE.rglob("*.py")
    }
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


MOST_WORDS = 15
LITTLE = frozenset("a the is are it or and to of in for by that with this you".split())
"""English prose has two of them; a list of words has not."""
NO_WORDS = {
    "checking/untranslated.py": "patterns of affixes",
    "language/vocabulary.py": "patterns of affixes",
    "importing/sources/segments.py": "the names of HTML's elements",
    "rendering/html/markup.py": "the names of HTML's elements",
}
"""What reads like a list of words and is none."""


def listed(text: str) -> int:
    """How many words a text lists: all of it, or the longest row of alternatives of a regular expression."""
    if "|" in text:
        groups = re.split(r"\((?:\?(?:[:!=]|<[!=]|P<\w+>))?|\)", text)
        rows = (re.findall(r"(?:^|(?<=\|))[^\W\d_][\w ’'-]{2,}(?=\||$)", group) for group in groups)
        return max(map(len, rows))
    words = text.split()
    plain = [word for word in words if re.fullmatch(r"[a-z][a-z’'-]*", word)]
    return len(plain) if len(plain) * 5 > len(words) * 4 and len(LITTLE & set(plain)) < 2 else 0


def spoken(source: str) -> Iterator[ast.Constant]:
    """The texts of a file but for docstrings."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def test_no_list_of_words_is_in_code() -> None:
    """Words are data, in `language/data/`: who knows Indonesian adds one without reading Python."""
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}": node.value
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() not in NO_WORDS
        for node in spoken(path.read_text(encoding="utf-8"))
        if listed(str(node.value)) > MOST_WORDS
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dr drs dra prof ir", 5),
        (r"\b(?:kata|ujar|ucap|tutur)(?:nya)?\b", 4),
        (r"\b(?:kata|ujar)(?:\s+(?:itu|ini|tersebut))\b", 3),
        ("look at the quotation marks and at letters with accents, or save the file again", 0),
        ("Rp IDR US$ USD S$ SGD", 0),
    ],
)
def test_a_list_of_words_is_told_from_prose(text: str, words: int) -> None:
    """By its lack of little words, or by the bars between them."""
    assert listed(text) == words


def test_the_drawing_has_every_room_in_its_place() -> None:
    """Who comes new looks at the drawing first."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawing = text.partition("what is drawn above it, and left of it:")[2].partition("###")[0]
    assert tuple(word for word in re.findall(r"\w+", drawing) if word in ROOMS) == ROOMS


def test_files_that_contributing_names_are_there() -> None:
    """A file that was parted or renamed takes the description of its work along."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*/(?:[a-z_]+\.py)?)`", text)
    rooms = [path for path in named if path.split("/")[0] in ROOMS]
    assert len(rooms) > 15
    assert [path for path in rooms if not (PACKAGE / path).exists()] == []

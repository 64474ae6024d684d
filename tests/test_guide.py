"""The guide: it says all there is to say, in both languages alike, and what it shows is true."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python  # type: ignore[import-untyped]
import click
import pytest
import yaml
from PIL import Image
from playwright.sync_api import Browser

import sejajar
from article_problems import CASES
from browsing import build, opened
from sejajar import bounds, checking
from sejajar import catalogs as catalog_format
from sejajar.cli import main
from sejajar.cli.screen import KEYS as REVIEW_KEYS
from sejajar.formats import article as article_format
from sejajar.formats import glossary
from sejajar.formats.article.frontmatter import KEYS
from sejajar.model import State
from sejajar.site import settings
from served import served
from sites import make_site

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PACKAGE = Path(sejajar.__file__).parent
GUIDES = {"id": "panduan", "en": "guide"}
BY_HAND = sorted([*DOCS.glob("*.md"), *DOCS.glob("panduan/*.md"), *DOCS.glob("guide/*.md")])
IN_GUIDE = [path for path in BY_HAND if path.parent != DOCS]


def name_of(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def without_code(body: str) -> str:
    return re.sub(r"^```.*?^```$", "", body, flags=re.MULTILINE | re.DOTALL)


def blocks(path: Path, language: str) -> list[str]:
    """The code blocks of one language."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", parts(path)[1], re.MULTILINE | re.DOTALL)
    return [str(block) for block in found]


@cache
def text_of(edition: str) -> str:
    """The whole guide in one language."""
    return "\n".join(parts(path)[1] for path in IN_GUIDE if path.parent.name == GUIDES[edition])


@cache
def explained(edition: str) -> frozenset[str]:
    """What stands as code in the first cell of a table's row, or in a heading."""
    lines = re.findall(r"^(?:\|([^|]*)\||#+ (.*)$)", text_of(edition), re.MULTILINE)
    return frozenset(code for pair in lines for part in pair for code in re.findall(r"`([^`]+)`", part))


# What code can say.

_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SAYING = re.compile(r"_?(?:problem|error|warning|refused|report|flaw)", re.IGNORECASE)
"""Functions that a problem's code is given to."""
_PREFIXES = {
    "formats/glossary.py": "glossary-",
    "commands/spreadsheet.py": "csv-",
    "commands/spreadsheet_rows.py": "csv-",
}
"""Rooms that put a word before their codes."""
_IN_TUPLES = ("formats/article/inline.py", *_PREFIXES)
"""Rooms that keep codes beside their messages: (…, code, message, hint)."""


def literals(nodes: Iterable[ast.expr]) -> Iterator[str]:
    for node in nodes:
        for one in (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and _CODE.fullmatch(one.value):
                yield one.value


def is_message(node: ast.expr) -> bool:
    """Words, or a variable that holds them."""
    if isinstance(node, ast.Constant):
        return " " in str(node.value)
    return isinstance(node, ast.Name | ast.JoinedStr)


def codes_in(path: Path) -> set[str]:
    """The codes of the problems that a file of ours makes."""
    room = path.relative_to(PACKAGE).as_posix()
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            said = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if _SAYING.fullmatch(said):
                found.update(literals(node.args))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code":
            found.update(literals([node.value]))
        elif isinstance(node, ast.Tuple) and room in _IN_TUPLES and len(node.elts) > 2:
            codes, messages = node.elts[:-2], node.elts[-2:]
            if all(map(is_message, messages)):
                found.update(literals(codes))
    return {_PREFIXES.get(room, "") + code for code in found}


@cache
def all_codes() -> frozenset[str]:
    rooms = [
        path
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in ("rendering", "cli")
    ]
    return frozenset(code for path in rooms for code in codes_in(path))


def commands() -> dict[str, click.Command]:
    return dict(main.commands)


def settings_of(kind: type, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every setting with its default."""
    for field in fields(kind):
        value = getattr(kind(), field.name)
        if is_dataclass(value):
            yield from settings_of(type(value), f"{prefix}{field.name}.")
        else:
            yield prefix + field.name, value


@pytest.mark.parametrize("edition", GUIDES)
def test_every_code_is_explained(edition: str) -> None:
    """Whatever code a message has, an editor finds it in the guide: of articles, catalogs, imports, all."""
    assert sorted(all_codes() - explained(edition)) == []


def test_the_codes_are_those_that_are_reported() -> None:
    """What is read from the code holds at least every code that the tests of broken articles see."""
    lines = [line for *_, printed in CASES for line in printed]
    seen = {code for line in lines for code in re.findall(r"^.*?: \w+ ([\w-]+):", line)}
    assert len(seen) > 40
    assert seen <= all_codes()


@pytest.mark.parametrize("edition", GUIDES)
def test_no_code_is_explained_that_is_not_there(edition: str) -> None:
    """The page of messages has no row for a message that no longer exists."""
    page = {"id": "panduan/pesan.md", "en": "guide/messages.md"}[edition]
    rows = re.findall(r"^\| `([^`]+)` \|", parts(DOCS / page)[1], re.MULTILINE)
    assert sorted(set(rows) - all_codes()) == []
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("edition", GUIDES)
def test_every_rule_has_its_section(edition: str) -> None:
    """Each rule that compares the languages has a section of its own, in the rules' order."""
    page = {"id": "panduan/aturan.md", "en": "guide/checks.md"}[edition]
    assert tuple(re.findall(r"^### `(.*)`$", parts(DOCS / page)[1], re.MULTILINE)) == checking.CODES


@pytest.mark.parametrize("edition", GUIDES)
def test_every_command_and_option_is_explained(edition: str) -> None:
    """A section for each command, in it a row for each of its options and arguments, and none besides."""
    page = {"id": "panduan/perintah.md", "en": "guide/commands.md"}[edition]
    sections = re.split(r"^## ", parts(DOCS / page)[1], flags=re.MULTILINE)[1:]
    told = {
        heading.strip("`").removeprefix("sejajar "): set(re.findall(r"`([^`]+)`", "".join(first_cells(body))))
        for heading, _, body in (section.partition("\n") for section in sections)
    }
    del told["mkdocs"]
    assert told == {name: set(words_of(command)) for name, command in commands().items()}
    for parameter in main.params:
        assert set(parameter.opts) <= explained(edition)


def words_of(command: click.Command) -> Iterator[str]:
    """Options as they are typed, arguments as `--help` shows them."""
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            yield parameter.make_metavar(click.Context(command))
        else:
            yield from parameter.opts


def first_cells(body: str) -> list[str]:
    return re.findall(r"^\|([^|]*)\|", body, re.MULTILINE)


GROUPS = ("paths", "people", "translate")
"""Settings that hold others."""


@pytest.mark.parametrize("edition", GUIDES)
def test_every_setting_is_explained_with_its_default(edition: str) -> None:
    """All settings have a row; the block that shows the defaults shows them as they are."""
    page = DOCS / {"id": "panduan/mengatur.md", "en": "guide/configure.md"}[edition]
    assert {name for name, _ in settings_of(settings.Settings)} <= explained(edition)
    (shown,) = (yaml.safe_load(block)["plugins"][0]["sejajar"] for block in blocks(page, "yaml"))
    assert settings.read(shown) == (settings.Settings(), ())
    nested = {f"{group}.{name}" for group in GROUPS for name in shown[group]}
    flat = ({*shown} | nested) - {*GROUPS}
    assert flat == {name for name, _ in settings_of(settings.Settings)}


@pytest.mark.parametrize("edition", GUIDES)
def test_formats_are_explained_whole(edition: str) -> None:
    """Every key of the front matter and of the review screen, every state, every column of the glossary."""
    wanted = {*KEYS, *State, *glossary.COLUMNS, *(key for key, _ in REVIEW_KEYS)}
    assert sorted(wanted - explained(edition)) == []


# Both languages alike.


@pytest.mark.parametrize("path", BY_HAND, ids=name_of)
def test_every_page_has_its_counterpart(path: Path) -> None:
    """Both pages name each other, each in its own language; headings, tables and code have the same shape."""
    front, body = parts(path)
    if path == DOCS / "index.md":
        return  # it is in both languages itself
    other = DOCS / front["counterpart"]
    other_front, other_body = parts(other)
    assert other_front["counterpart"] == name_of(path)
    assert {front["lang"], other_front["lang"]} == {"id", "en"}
    assert front["title"]
    assert front["description"]
    assert shape(body) == shape(other_body)


def shape(body: str) -> list[str]:
    """Headings by level, tables by their rows, code by its language, in order."""
    found = re.findall(r"^(#+ `?[\w ]*`?|\||```\w*)", body, re.MULTILINE)
    return [part if "`" in part else part.partition(" ")[0] for part in found]


def test_the_menu_has_every_page_of_the_guide() -> None:
    """Both guides stand in the menu, whole and in the same order."""
    nav = re.findall(r"(?:panduan|guide)/\w+\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sorted(nav) == [name_of(path) for path in sorted(IN_GUIDE, key=name_of)]
    half = len(nav) // 2
    counterparts = [parts(DOCS / name)[0]["counterpart"] for name in nav[:half]]
    assert counterparts == nav[half:]


# What it shows is true.


@pytest.mark.parametrize("path", IN_GUIDE, ids=name_of)
def test_articles_shown_are_right(path: Path) -> None:
    """An article in the guide can be typed as it stands: no problem in it."""
    for block in blocks(path, "markdown"):
        day = re.search(r"^date: (.*)$", block, re.MULTILINE)
        assert day
        loaded = article_format.loads(block, f"content/2025/{day[1]}-pasar-pagi/article.id.md", ["pasar.jpg"])
        assert loaded.problems == ()


@pytest.mark.parametrize("path", IN_GUIDE, ids=name_of)
def test_catalogs_and_glossaries_shown_are_right(path: Path) -> None:
    """Entries and terms in the guide are read without a problem."""
    for block in blocks(path, "po"):
        if "msgid" in block:
            assert catalog_format.loads(block, "article.en.po")[1] == ()
    for block in blocks(path, "csv"):
        assert glossary.loads(block).problems == ()


@pytest.mark.parametrize("edition", GUIDES)
def test_the_silenced_rule_would_speak(edition: str) -> None:
    """The entry that shows how to silence a rule would be questioned by that rule."""
    page = DOCS / {"id": "panduan/katalog.md", "en": "guide/catalog.md"}[edition]
    (block,) = (block for block in blocks(page, "po") if "# silence" in block)
    catalog, _ = catalog_format.loads(block, "article.en.po")
    assert catalog
    (entry,) = catalog.entries
    findings = checking.check_pair(entry.msgid, entry.msgstr)
    assert [finding.code for finding in findings] == [code for code, _ in entry.silenced]


@pytest.mark.parametrize("edition", GUIDES)
def test_the_finding_shown_is_one(edition: str) -> None:
    """The line that shows what a finding looks like says what the rule says."""
    page = DOCS / {"id": "panduan/aturan.md", "en": "guide/checks.md"}[edition]
    (shown,) = blocks(page, "text")
    (finding,) = checking.check_pair("Harganya Rp45.000 per kilogram.", "The price is Rp54,000 a kilogram.")
    assert shown.strip().endswith(f":31: {finding.severity} {finding.code}: {finding.message}")


@pytest.mark.parametrize("path", IN_GUIDE, ids=name_of)
def test_commands_shown_exist(path: Path) -> None:
    """Every `sejajar …` and `make …` in the guide is a command with such options and arguments."""
    body = parts(path)[1]
    lines = [line for block in blocks(path, "sh") for line in block.splitlines()]
    lines += re.findall(r"`((?:sejajar|make) [^`\n]+)`", without_code(body))
    words = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert words
    for line in lines:
        program, *arguments = shlex.split(line)
        if program == "make":
            assert arguments[0] in words[1].split(), line
        elif program == "sejajar":
            run_to(arguments)


def run_to(arguments: list[str]) -> None:
    """Lets click read a command line without doing what it says; its own words are the failure."""
    if arguments[:1] == ["-f"]:
        arguments = arguments[2:]
    name, *rest = arguments
    command = commands()[name]
    if rest:
        with click.Context(command, info_name=name) as context:
            command.make_parser(context).parse_args([word for word in rest if word != "--help"])


@pytest.mark.parametrize("path", [*IN_GUIDE, ROOT / "README.md"], ids=lambda path: path.name)
def test_pictures_are_there_and_light(path: Path) -> None:
    """Every picture exists, weighs under 120 KB, says in words what it shows, and has the size given."""
    body = path.read_text(encoding="utf-8")
    for alt, source, attributes in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)(\{[^}]*\})?", without_code(body)):
        picture = (path.parent / source).resolve()
        if not source.startswith("http") and "pictures/" in source:
            assert picture.stat().st_size < 120_000, source
            assert len(alt.split()) > 4, source
            if attributes:
                width, height = (int(number) for number in re.findall(r"=(\d+)", attributes))
                with Image.open(picture) as opened:
                    assert opened.size == (width, height)
            name = picture.stem
            if path.parent.name in GUIDES.values() and name[-3:] in ("-id", "-en"):
                assert GUIDES[name[-2:]] == path.parent.name, f"{source} shows the other edition"


def test_no_picture_is_idle() -> None:
    """Each picture that `make pictures` takes is shown somewhere."""
    pages = [*IN_GUIDE, ROOT / "README.md"]
    shown = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    pictures = sorted((DOCS / "pictures").iterdir())
    assert pictures
    assert [one.name for one in pictures if one.name not in shown] == []


# What it looks like.

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Our own pages and settings with one small article, built strictly and served."""
    root = make_site(tmp_path_factory.mktemp("guide"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(
        DOCS, root / "docs", ignore=shutil.ignore_patterns("id", "en", "media"), dirs_exist_ok=True
    )
    build(root, root / "site")
    with served(root / "site", "https://example.github.io/sejajar/") as address:
        yield address


@pytest.mark.parametrize(
    ("place", "width", "scheme"),
    [
        *((f"guide/{name}", 390, "dark") for name in ("", "write/", "translate/")),
        *((f"panduan/{name}", 1280, "light") for name in ("katalog/", "mengatur/")),
    ],
)
def test_pages_are_good_to_read(browser: Browser, built: str, place: str, width: int, scheme: str) -> None:
    """Nothing for axe to find, nothing wider than the screen; search has its own tests."""
    with opened(browser, built + place, width, color_scheme=scheme) as page:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run().then(result => result.violations)")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("edition", GUIDES)
def test_every_bound_is_named(edition: str) -> None:
    """How much a file may hold is no secret: both guides have each figure, written as their language does."""
    page = text_of(edition).replace(".", ",") if edition == "id" else text_of(edition)
    values = {
        name: value for name, value in vars(bounds).items() if name.isupper() and isinstance(value, int)
    }
    assert len(values) > 10
    assert {name for name, value in values.items() if not re.search(rf"\b{value:,}\b", page)} == set()

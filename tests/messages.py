"""What the program says, from its source: the messages that the Indonesian catalog has to know.

Run by `make messages`, which brings the Indonesian catalog up to date: new messages come in untranslated,
those that are said no longer go.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
import polib

from sejajar.cli import main
from sejajar.desk.language import said_by_scripts

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator" / "sejajar"
CATALOG = PACKAGE / "locale" / "id" / "LC_MESSAGES" / "sejajar.po"
SILENT_ROOMS = ("rendering", "theme", "language", "start", "i18n")
"""What these say is for readers, in both languages already; or is no message."""
SPEAKERS = re.compile(
    r"Problem|\w*_?(problem|syntax|misplaced|report|finding|flaw|mistake|wrong|warning|info)\w*|Finding|Mistake"
    r"|Refusal|Table"
    r"|refuse|say|say_error|styled|show|gettext|ngettext|count|\w*Error|Abort|Malformed|click\.prompt|prompt"
    r"|paper\.styled|_section|BadParameter|Obstacle|Refused|Flaw|error|warn|info"
)
"""Functions whose strings people read."""
NAMES = re.compile(r"message|hint|why|reason|what|notice|title|line|lines|hints?|words?|_?[A-Z_]+")


def said() -> dict[str, str]:
    """Each message, with numbered fields, and the place of its first use; what click says among them."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") in SILENT_ROOMS:
            continue
        if path in (
            PACKAGE / "lazy.py",
            PACKAGE / "commands" / "__init__.py",
            PACKAGE / "importing" / "__init__.py",
        ):
            continue  # names and where they lie, which are no messages
        for text, line in _messages(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, f"{path.relative_to(ROOT).as_posix()}:{line}")
    for text in _on_pages():
        found.setdefault(text, "desk/pages")
    for text in (*_helped(), *CLICKS, *WORDS, *COMPOSED):
        found.setdefault(text, "help")
    return found


def _on_pages() -> Iterator[str]:
    """What the desk's templates and scripts say."""
    for path in sorted((PACKAGE / "desk" / "templates").glob("*.html")):
        for said in re.finditer(r"""_\(("|')(.*?)\1""", path.read_text("utf-8")):
            yield said[2]
    yield from said_by_scripts()


def _helped() -> Iterator[str]:
    """What `--help` says of each command and option."""
    for command in (main, *main.commands.values()):
        yield cleandoc(command.help or "").partition("\f")[0]
        yield from (one.help for one in command.params if isinstance(one, click.Option) and one.help)


CLICKS = (
    "Usage: ", "Options", "Commands", "Show this message and exit.", "Show the version and exit.", "default",
    "required", "error", "No such option: {0}", "No such option: {0} Did you mean {1}?",
    "No such option: {0} (Possible options: {1})", "No such option {0}.",
    "No such option {0}. Did you mean {1}?", "No such command {0}.", "No such command {0}. Did you mean {1}?",
    "Missing argument '{0}'.",
    "Missing command.", "Got unexpected extra argument ({0})", "Got unexpected extra arguments ({0})",
    "Invalid value for {0}: {1}", "Option {0} requires an argument.", "{0} is not one of {1}.",
    "{0} does not match the format {1}.", "{0} is not a valid integer.", "{0} is not a valid float.",
    "{0} is not in the range {1}.", "Error: {0}", "Try '{0}' for help.", "Aborted.",
)  # fmt: skip
"""What click itself says."""
WORDS = (
    "article", "articles", "page", "pages", "pair", "pairs", "segment", "segments", "file", "files",
    "catalog", "catalogs", "request", "requests", "character", "characters", "warning", "warnings", "errors",
    "untranslated", "machine", "needs-work", "stale", "reviewed", "draft", "scheduled", "retracted",
    "published", "date", "place", "outlet", "authors", "editors", "key points", "lead", "sections", "quotes",
    "title", "point", "heading", "paragraph", "item", "quote", "speaker", "caption", "alt", "correction",
)  # fmt: skip
"""What is said by itself or beside a number."""


COMPOSED = (
    "{0} is {1}, not a date",
    "a text",
    "a text ({0})",
    "a number",
    "a number ({0})",
    "a date",
    "a date ({0})",
    "a list",
    "a truth value ({0})",
    "write it in Markdown; a plain < before a letter is written &lt;",
    "take the backticks away, or write \\` for a plain one",
    "write [text](address) where the link stands, or \\[ for a plain bracket",
    "write [text](address), or \\[ and \\] for plain brackets",
    "next: {0}",
    "the same without --dry-run",
    "once it has been reviewed, {0}",
    "would write {0}",
    "made {0}",
    "would make {0}",
    "{0}, {1} checked: {2}, {3}",
    "{0}, {1} checked: {2}, {3}, {4} silenced",
    "{0} accepted, {1} edited, {2} marked, {3} unchanged, {4} refused",
    "{0} accepted, {1} edited, {2} marked as needs-work",
    "{0} accepted, {1} edited, {2} marked as needs-work; {3} not looked at",
    "a decision of yours was saved again: another program had saved an older file",
    "{0} decisions of yours were saved again: another program had saved an older file",
    "machine ({0}, {1})",
    "readers do not see yet: {0} draft, {1} scheduled",
    "{0} translated by {1}, {2} from memory, {3}",
    "{0} lost markup, figures or terms on the way: a note in the catalog says which",
    "{0} asked for again, since the checks found an error",
    "{0} without an error after that",
    "{0} kept with an error: a comment in the catalog says which",
    "{0} tokens sent and {1} received",
    "{0} tokens sent and {1} received, at a cost of {2}",
    "{0} somebody else filled meanwhile; theirs stays",
    "{0} of confidential articles held back",
    "{0} refused; see above",
    "{0} not asked for yet",
    "stopped: {0}; run it again after {1}",
    "interrupted; what had arrived is saved, and the next run goes on from there",
)
"""What is put together of several parts."""


def _messages(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call():
                name = ast.unparse(node.func).rpartition(".")[2]
                if name in ("gettext", "N_"):
                    texts = [one for one in node.args if isinstance(one, ast.Constant)]
                    yield from ((str(one.value), one.lineno) for one in texts)
                elif name in ("say", "say_next", "translated", "refuse", "say_error"):
                    yield from _spoken(node.args)
                elif SPEAKERS.fullmatch(name):
                    yield from _strings([*node.args, *(item.value for item in node.keywords)])
            case ast.Assign(targets=[target]):
                if any(NAMES.fullmatch(name) for name in _names(target)):
                    yield from _strings([node.value])
            case ast.AnnAssign(target=ast.Name(name), value=value) if value and NAMES.fullmatch(name):
                yield from _strings([value])
            case ast.Return(value=value) | ast.Yield(value=value) if value:
                yield from _strings([value])


def _spoken(nodes: list[ast.expr]) -> Iterator[tuple[str, int]]:
    """What is printed as it stands, a word and a field included; what the fields hold is said elsewhere."""
    for node in nodes:
        text = template(node) if isinstance(node, ast.JoinedStr) else getattr(node, "value", "")
        if re.match(r"\s*(sejajar|mkdocs|cd) ", str(text)):
            continue  # a command is the same in every language
        if isinstance(text, str) and re.search(r"[A-Za-z]{2}", re.sub(r"\{\d+\}", "", text)):
            yield text, node.lineno
    yield from _strings(nodes)


def _names(target: ast.expr) -> list[str]:
    return [node.id for node in ast.walk(target) if isinstance(node, ast.Name)]


def _strings(nodes: list[ast.expr]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        match node:
            case ast.Constant(str(text)) if _is_prose(text):
                numbers = itertools.count()
                yield re.sub("%s", lambda _: f"{{{next(numbers)}}}", text), node.lineno  # noqa: B023
            case ast.JoinedStr():
                text = template(node)
                if _is_prose(re.sub(r"\{\w*\}", " ", text)):
                    yield text, node.lineno
                for part in node.values:
                    if isinstance(part, ast.FormattedValue):
                        yield from _strings([part.value])
            case ast.IfExp(body=one, orelse=other):
                yield from _strings([one, other])
            case ast.BoolOp(values=parts):
                yield from _strings(parts)
            case ast.BinOp(left=left, right=right):
                yield from _strings([left, right])
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                yield from _strings(parts)
            case ast.Dict(values=parts):
                yield from _strings(parts)
            case ast.Starred(value=one):
                yield from _strings([one])


def template(node: ast.JoinedStr) -> str:
    """An f-string with its fields numbered."""
    parts, number = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            parts.append(f"{{{number}}}")
            number += 1
    return "".join(parts)


def _is_prose(text: str) -> bool:
    if len(text) > 400 or text.count("|") > 2 or re.match(r"(# )?[\w-]+: \S+( \d|$|.*charset)", text):
        return False
    reads = re.search(r"[A-Za-z]{2,}\S* +\S*[a-z]{2,}", text)
    return bool(reads) and not re.search(r"[\\<\n]|\(\?|^\W*$|^ id=|^# |^(sejajar|mkdocs) ", text)


def template_fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\d+)\}", text))


def update() -> None:
    """Writes the catalog anew: what is still said, in the order of the source, with the texts that it has."""
    old = {entry.msgid: entry.msgstr for entry in polib.pofile(str(CATALOG))} if CATALOG.exists() else {}
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "Sejajar",
        "Language": "id",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for text, place in said().items():
        name = place.rpartition(":")[0].removeprefix("generator/sejajar/") or place
        file.append(polib.POEntry(msgid=text, msgstr=old.get(text, ""), comment=name))
    CATALOG.parent.mkdir(parents=True, exist_ok=True)
    CATALOG.write_text(str(file) + "\n", "utf-8")


if __name__ == "__main__":
    update()
    missing = [entry.msgid for entry in polib.pofile(str(CATALOG)) if not entry.msgstr]
    print(f"{len(missing)} messages have no Indonesian yet")

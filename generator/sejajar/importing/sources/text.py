"""From bytes to text, from text to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sejajar.importing.blocks import Block, Form, Material, words_of
from sejajar.importing.sources.cleaning import CONTROL, clean, has_control
from sejajar.importing.sources.markdown import as_markdown, is_markdown
from sejajar.importing.sources.repairs import repaired, without_written_breaks
from sejajar.importing.sources.seams import at_stops, at_wide_spaces, is_typists
from sejajar.importing.sources.tables import pasted_tables
from sejajar.model import Location, Problem, Severity


def decode(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of pasted bytes: UTF-8, UTF-16 by its mark, else Windows-1252 with a warning. Never fails."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("cp1252", errors="replace")
        if "\0" in text:
            return text, ()
        message = "the text is not UTF-8; it was read as Windows-1252"
        hint = (
            "look at quotation marks and letters with accents, or save the text as UTF-8 and import it again"
        )
        return text, (Problem(Location(path, line), Severity.WARNING, "encoding", message, hint),)


def is_binary(text: str) -> bool:
    return "\0" in text or len(CONTROL.findall(text)) * 20 > len(text) > 0


_BREAKS = re.compile("[\v\f\x85\u2028\u2029]")
_MARKER_ONLY = re.compile(r"(?:[-•*·●▪‣◦○∙‧–—]|\d{1,2}[.)])")


def read_text(text: str, path: str) -> Material:
    """Pasted text as blocks, a line or paragraph each; what was put right on the way is a remark."""
    if is_binary(text):
        return refused(path, "binary", "this is not text", "save the article as plain text, in UTF-8")
    text = without_written_breaks(text)
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fixed = [repaired(line) for line in raw]
    problems = (*_about_fixes(fixed, path), *_about_controls(fixed, path))
    lines = [part for line, _ in fixed for part in _BREAKS.split(line)]
    typists = is_typists(lines)
    tables = pasted_tables([line for line, _ in fixed])
    in_tables = {at for table in tables for at in range(table.start, table.end)}
    found = [
        Block(number, clean(part))
        for number, (line, _) in enumerate(
            (("", "") if at in in_tables else line for at, line in enumerate(fixed)), 1
        )
        for broken in _BREAKS.split(line)
        for part in at_wide_spaces(broken, typists=typists)
    ]
    whole = [block for block in _unwrapped(_with_markers(found)) if block.text]
    marked = is_markdown(block.text for block in whole)
    blocks = [part for block in whole for part in _apart(block)]
    seams = len(blocks) - len(whole)
    if seams:
        problems = (*problems, _about_seams(whole, path, seams))
    read = [as_markdown(block, whole=marked) for block in blocks]
    read += [Block(table.start + 1, words_of(table.rows), Form.TABLE, rows=table.rows) for table in tables]
    return Material(path, tuple(sorted(read, key=lambda block: block.line)), problems=problems)


def lines_of(text: str) -> tuple[Block, ...]:
    """A text's lines as blocks, without a guess at what its form does not say."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [Block(number, clean(part)) for number, line in enumerate(raw, 1) for part in _BREAKS.split(line)]
    return tuple(block for block in _unwrapped(_with_markers(lines)) if block.text)


def _apart(block: Block) -> list[Block]:
    return [replace(block, text=part) for part in at_stops(block.text) if part]


def refused(path: str, code: str, message: str, hint: str) -> Material:
    """A source that cannot be read, and why."""
    return Material(path, problems=(Problem(Location(path), Severity.ERROR, code, message, hint),))


def _about_fixes(fixed: Sequence[tuple[str, str]], path: str) -> Iterator[Problem]:
    """One remark for each kind of damage, at its first line."""
    hint = "compare with the original where a word looks wrong"
    misread = [number for number, (_, what) in enumerate(fixed, 1) if what == "encoding"]
    entities = [number for number, (_, what) in enumerate(fixed, 1) if what == "entities"]
    if misread:
        message = (
            "letters or quotation marks were misread, as if UTF-8 had been taken for Windows-1252; "
            f"they were put right {_where(misread)}"
        )
        yield Problem(Location(path, misread[0]), Severity.INFO, "encoding", message, hint)
    if entities:
        message = f"HTML entities stood in the text; they were put right {_where(entities)}"
        yield Problem(Location(path, entities[0]), Severity.INFO, "entities", message, hint)


def _where(numbers: Sequence[int]) -> str:
    return f"here and in {len(numbers) - 1} more lines" if len(numbers) > 1 else "here"


def _about_controls(fixed: Sequence[tuple[str, str]], path: str) -> Iterator[Problem]:
    for number, (line, _) in enumerate(fixed, 1):
        if has_control(line):
            yield Problem(
                Location(path, number),
                Severity.WARNING,
                "control-characters",
                "there are characters here that cannot be shown; they were replaced by spaces",
                "compare the line with the original",
            )


def _about_seams(whole: Sequence[Block], path: str, count: int) -> Problem:
    first = next(block for block in whole if len(at_stops(block.text)) > 1)
    where = "in one place" if count == 1 else f"in {count} places"
    words = at_stops(first.text)[1][:40].strip()
    message = f"sentences were stuck together {where}, first before “{words}”; each begins a paragraph now"
    hint = "join what belongs to one paragraph in the article file"
    return Problem(Location(path, first.line), Severity.INFO, "glued-sentences", message, hint)


def _with_markers(lines: Sequence[Block]) -> list[Block]:
    """Browsers paste a list's marker and its text as two lines; here they become one again."""
    result: list[Block] = []
    marker: Block | None = None
    for line in lines:
        if marker and line.text:
            result.append(Block(marker.line, f"{marker.text} {line.text}"))
            marker = None
        elif not marker and _MARKER_ONLY.fullmatch(line.text):
            marker = line
        else:
            result.append(line)
    return [*result, marker] if marker else result


def _unwrapped(lines: Sequence[Block]) -> list[Block]:
    """Paragraphs that a mail program or terminal broke into short lines, put together again.

    A line was broken there when the next line's first word would not have fit into the longest line's width.
    """
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.text and b.text]
    broken = [a for a, b in pairs if _goes_on(a, b, width)]
    open_ended = [a for a in broken if a[-1] not in ".!?:;”\"'’)"]
    if not 40 <= width <= 100 or len(open_ended) < 3 or len(open_ended) * 2 < len(pairs):
        return list(lines)
    result: list[Block] = []
    before = ""
    for line in lines:
        if result and before and line.text and _goes_on(before, line.text, width):
            result[-1] = Block(result[-1].line, f"{result[-1].text} {line.text}")
        else:
            result.append(line)
        before = line.text
    return result


def _goes_on(line: str, following: str, width: int) -> bool:
    starts_anew = re.match(r"(?:[-•*]|\d{1,2}[.)])\s", following)
    return not starts_anew and len(line) + 1 + len(following.split()[0]) > width

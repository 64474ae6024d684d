"""One text of an article's file changed where it stands; every other byte of the file stays.

`dumps` writes the same article in one form only: it would take a person's line breaks, quotes and comments
with it. So what changes is cut out and replaced, and the result is read again: it counts only if it is the
article that was meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sejajar.bounds import one_line
from sejajar.formats.article.inline import normal
from sejajar.formats.article.lines import IMAGE
from sejajar.formats.article.reading import loads
from sejajar.formats.article.tables import spans_of, written_cell
from sejajar.formats.article.writing import written_heading, written_image, written_line, written_speaker
from sejajar.model import (
    Article,
    Block,
    Image,
    Key,
    Kind,
    Location,
    Problem,
    Quote,
    Segment,
    Severity,
    Table,
    block_segments,
    errors,
    mapped,
    numbered,
)

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BETWEEN = r"(?:[^\S\r\n]+|[^\S\r\n]*(?:\r\n|\r|\n)[ \t]*(?:>[ \t]*)?)"
"""What may stand between two words of one segment: spaces, or a line's end and the next one's mark."""
_BULLET = re.compile(r"\s*(?:[-*+]|[0-9]{1,9}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file after an edit, or why there is none."""

    text: str
    article: Article | None
    """None where the edit came to nothing."""
    problems: tuple[Problem, ...] = ()
    """Of the file after the edit; where it came to nothing, the errors that it would have brought."""


def lines_of_file(raw: str) -> list[str]:
    """The file's lines with their ends, numbered as messages number them."""
    return [line for line in _LINE.findall(raw) if line]


def line_end(raw: str) -> str:
    """How the file ends its lines."""
    found = re.search(r"\r\n|\r|\n", raw)
    return found[0] if found else "\n"


def with_text(
    raw: str, path: str, key: Key, text: str, files: Collection[str] | None = None
) -> Rewritten | None:
    """The file with another text for the segment `key`; None where it has no such segment.

    `raw` is the file as it is, its mark at the beginning and its line ends included.
    """
    before = loads(raw, path, files)
    segments = before.article.segments if before.article else ()
    segment = next((one for one in segments if one.key == key), None)
    if before.article is None or segment is None:
        return None
    new = normal(one_line(text))
    if not new:
        return Rewritten(raw, None, (_nothing(path, segment),))
    meant = numbered(mapped(before.article, lambda one: replace(one, text=new) if one.key == key else one))
    made = (_candidates(raw, before.article, segment, new)) if segment.kind is not Kind.CORRECTION else ()
    return first_right(raw, made, meant, before.problems, path, files)


def first_right(
    raw: str,
    candidates: Iterator[str] | Collection[str],
    meant: Article,
    known: tuple[Problem, ...],
    path: str,
    files: Collection[str] | None,
) -> Rewritten:
    """The first of several files that reads as the article that is meant, without an error more."""
    failed: tuple[Problem, ...] = ()
    for candidate in candidates:
        got = loads(candidate, path, files)
        new = new_errors(got.problems, known)
        if got.article == meant and not new:
            return Rewritten(candidate, got.article, got.problems)
        failed = new or failed
    return Rewritten(raw, None, failed or (_impossible(path),))


def new_errors(problems: tuple[Problem, ...], known: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The errors that were not there before, wherever they stood."""
    left = Counter((one.code, one.message) for one in errors(known))
    more = []
    for problem in errors(problems):
        left[problem.code, problem.message] -= 1
        if left[problem.code, problem.message] < 0:
            more.append(problem)
    return tuple(more)


def _nothing(path: str, segment: Segment) -> Problem:
    message = f"the {segment.kind} would have no text"
    hint = "write one; to take it out of the article, edit the whole text"
    return Problem(Location(path, segment.line), Severity.ERROR, "no-words", message, hint, segment.text)


def _impossible(path: str) -> Problem:
    message = "this cannot be changed where it stands"
    return Problem(Location(path), Severity.ERROR, "in-place", message, "edit the whole text of the article")


def _candidates(raw: str, article: Article, segment: Segment, new: str) -> Iterator[str]:
    """The file with as little changed as possible; then with the segment's lines written anew."""
    lines = lines_of_file(raw)
    tables = [one for one in article.blocks if isinstance(one, Table) and segment in block_segments(one)]
    if tables and segment.kind in (Kind.HEADER, Kind.CELL):
        yield _with_cells(lines, tables[0], segment, new)
        return
    start = sum(map(len, lines[: segment.line - 1]))
    region = "".join(lines[segment.line - 1 : segment.end])
    place, image = (0, len(region)), None
    if segment.kind in (Kind.ALT, Kind.CAPTION) and not tables:
        image = IMAGE.match(region.strip())
        if image is None:
            return
        shift = len(region) - len(region.lstrip())
        place = tuple(shift + at for at in _span(image, segment.kind))  # type: ignore[assignment]
    for changed in _by_words(region, place, segment.text, new):
        yield raw[:start] + changed + raw[start + len(region) :]
    whole = _anew(region, article, segment, new, image)
    if whole is not None:
        ending = region[len(region.rstrip("\r\n")) :]
        yield raw[:start] + whole + ending + raw[start + len(region) :]


def _with_cells(lines: list[str], table: Table, segment: Segment, new: str) -> str:
    """The file with the new text in every cell of the table that has the old one."""
    first = table.line - 1
    rows = [first] if segment.kind is Kind.HEADER else range(first + 2, first + 2 + len(table.rows))
    written = written_cell(replace(segment, text=new))
    changed = list(lines)
    for row in rows:
        line = lines[row].rstrip("\r\n")
        for start, end in reversed(spans_of(line)):
            cell = line[start:end]
            if normal(cell) == segment.text:
                space = len(cell) - len(cell.lstrip()), len(cell.rstrip())
                line = f"{line[:start]}{cell[: space[0]]}{written}{cell[space[1] :]}{line[end:]}"
        changed[row] = line + lines[row][len(lines[row].rstrip("\r\n")) :]
    return "".join(changed)


def _span(image: re.Match[str], kind: Kind) -> tuple[int, int]:
    if kind is Kind.ALT:
        return image.span("alt")
    return image.span("double") if image["double"] is not None else image.span("single")


def _by_words(region: str, place: tuple[int, int], old: str, new: str) -> Iterator[str]:
    """The region with the words exchanged that differ, wherever in it the old text stands as it reads."""
    words = old.split(" ")
    pattern = _BETWEEN.join(f"({re.escape(word)})" for word in words)
    found = list(re.finditer(pattern, region[place[0] : place[1]]))
    if not found:
        return
    match = found[-1]
    spans = [tuple(place[0] + at for at in match.span(number)) for number in range(1, len(words) + 1)]
    yield _exchanged(region, [(start, end) for start, end in spans], words, new.split(" "))


def _exchanged(region: str, spans: list[tuple[int, int]], old: list[str], new: list[str]) -> str:
    operations = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, i, k, j, m in reversed(operations):
        words = " ".join(new[j:m])
        match tag:
            case "replace":
                start, end = spans[i][0], spans[k - 1][1]
            case "delete" if i:
                start, end = spans[i - 1][1], spans[k - 1][1]
            case "delete":
                start, end = spans[i][0], spans[k][0]
            case "insert" if i:
                start = end = spans[i - 1][1]
                words = f" {words}"
            case "insert":
                start = end = spans[0][0]
                words = f"{words} "
            case _:
                continue
        region = region[:start] + words + region[end:]
    return region


def _anew(
    region: str, article: Article, segment: Segment, new: str, image: re.Match[str] | None
) -> str | None:
    """The segment's lines as one line, with the mark that they had; None for what has no line of its own."""
    text = replace(segment, text=new)
    indent = region[: len(region) - len(region.lstrip())]
    match segment.kind:
        case Kind.TITLE:
            return indent + written_heading("#", text)
        case Kind.HEADING:
            section = next(one for one in article.sections if one.heading.key == segment.key)
            number = "" if section.number is None else f" {section.number}."
            return indent + written_heading(f"##{number}", text)
        case Kind.PARAGRAPH:
            return indent + written_line(text)
        case Kind.POINT | Kind.ITEM:
            mark = _BULLET.match(region)
            # where the mark has a line of its own, the text begins on the next one
            return (mark[0] if mark else indent) + written_line(text)
        case Kind.QUOTE:
            return f"{indent}> {written_line(text, quoted=True)}"
        case Kind.SPEAKER:
            quote = next(
                one
                for one in article.blocks
                if isinstance(one, Quote) and one.speaker and one.speaker.key == segment.key
            )
            return f"{indent}> — {written_speaker(text, quote.outlet)}"
        case Kind.ALT | Kind.CAPTION if image:
            return indent + with_picture_texts(image, **{str(segment.kind): new})
        case _:
            return None


def with_picture_texts(image: re.Match[str], alt: str | None = None, caption: str | None = None) -> str:
    """A picture's line with other texts, the file's name as it is written; None leaves a text as it is."""
    line = image[0]
    src = line[image.start("src") : image.end("src")]
    old_caption = image["double"] or image["single"] or ""
    made = written_image(Image("x", _segment(Kind.ALT, alt), _segment(Kind.CAPTION, caption)))
    new_alt, new_caption = made[2 : made.rindex("](x")], made[made.rindex("](x") + 3 : -1]
    if alt is None:
        new_alt = image["alt"]
    if caption is None:
        title = line[image.end("src") : -1]
        new_caption = title.rstrip() if old_caption else ""
    return f"![{new_alt}]({src}{new_caption})"


def _segment(kind: Kind, text: str | None) -> Segment | None:
    return Segment(kind, text) if text else None


def with_picture(
    raw: str,
    path: str,
    picture: Image,
    alt: str,
    caption: str,
    files: Collection[str] | None = None,
) -> Rewritten:
    """The file with these texts for a picture that it has; empty ones are none."""
    before = loads(raw, path, files)
    alt, caption = normal(one_line(alt)), normal(one_line(caption))
    lines = lines_of_file(raw)
    region = lines[picture.line - 1]
    image = IMAGE.match(region.strip())
    if before.article is None or image is None:
        return Rewritten(raw, None, (_impossible(path),))
    indent, ending = region[: len(region) - len(region.lstrip())], region[len(region.rstrip("\r\n")) :]
    start = sum(map(len, lines[: picture.line - 1]))
    written = indent + with_picture_texts(image, alt, caption) + ending
    made = raw[:start] + written + raw[start + len(region) :]
    meant = numbered(_with_picture(before.article, picture, alt, caption))
    return first_right(raw, [made], meant, before.problems, path, files)


def _with_picture(article: Article, picture: Image, alt: str, caption: str) -> Article:
    new = replace(picture, alt=_segment(Kind.ALT, alt), caption=_segment(Kind.CAPTION, caption))

    def changed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(new if isinstance(one, Image) and one.line == picture.line else one for one in blocks)

    sections = tuple(replace(one, blocks=changed(one.blocks)) for one in article.sections)
    return replace(article, lead=changed(article.lead), sections=sections)

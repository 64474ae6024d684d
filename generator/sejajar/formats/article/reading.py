"""A whole article from its file: front matter, title, key points, lead, sections."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from sejajar import bounds
from sejajar.formats.article.blocks import Element, read_blocks
from sejajar.formats.article.frontmatter import FrontMatter, read_front_matter
from sejajar.formats.article.lines import Heading, Line, lines_of, segment
from sejajar.formats.article.report import Report
from sejajar.model import (
    Article,
    Block,
    ItemList,
    Kind,
    Metadata,
    Paragraph,
    Problem,
    Section,
    Segment,
    numbered,
)

_FOLDER = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-[a-z0-9]+(?:-[a-z0-9]+)*$")
_SECTION_NUMBER = re.compile(r"([0-9]{1,3})[.)](?:\s+|$)(.*)")


class Loaded(NamedTuple):
    article: Article | None
    """With errors in it: what could be read, for whoever wants to show it; None without any title or date."""
    problems: tuple[Problem, ...]
    """All of the file's, in the order of its lines."""


def loads(text: str, path: str, files: Collection[str] | None = None) -> Loaded:
    """Read an article's file.

    `path` is relative to the site's folder: `content/2025/2025-07-20-slug/article.id.md`.
    `files` are the names in the article's folder; with None, no image is said to be missing. Never raises.
    """
    report = Report(path)
    if len(text) > bounds.ARTICLE:
        message = f"the file has {len(text):,} characters, and an article may have {bounds.ARTICLE:,}"
        report.error(0, "too-long", message, "divide it into several articles")
        return Loaded(None, report.problems())
    lines = _clean_lines(text, report)
    if not any(line.strip() for line in lines):
        report.error(
            0, "empty-file", "the file is empty", "write at least front matter, title and a paragraph"
        )
        return Loaded(None, report.problems())
    front = read_front_matter(lines, report)
    body = lines_of(lines[front.end :], front.end + 1)
    date = _check_date(path, front, report)
    outline = _outline(read_blocks(body, report, files), body, report)
    if not (date and outline.title):
        return Loaded(None, report.problems())
    metadata = Metadata(**{**front.values, "date": date})
    article = Article(path, metadata, outline.title, outline.points, outline.lead, outline.sections)
    return Loaded(numbered(article), report.problems())


def _clean_lines(text: str, report: Report) -> list[str]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = bounds.composed(text).split("\n")
    if not bounds.CONTROL.search(text):
        return lines
    for index, line in enumerate(lines):
        for found in bounds.CONTROL.finditer(line):
            message = f"there is an invisible control character, {bounds.named(found[0])}"
            report.error(
                index + 1, "control-character", message, f"delete it; it is in column {found.start() + 1}"
            )
        lines[index] = bounds.CONTROL.sub("", line)
    return lines


def _check_date(path: str, front: FrontMatter, report: Report) -> dt.date | None:
    """The article's date: the front matter's, else its folder's, so that the rest can be read as well."""
    *above, name = path.rpartition("/")[0].split("/")
    in_name = _date_in(name)
    slug = name[11:]
    year = above[-1] if above and re.fullmatch("[0-9]{4}", above[-1]) else ""
    if not in_name:
        message = f"{bounds.short(name) or 'the folder'} is not the name of an article's folder"
        hint = "name it YYYY-MM-DD-slug; the slug has small letters a to z, digits and hyphens"
        report.error(0, "folder-name", message, hint)
    elif unfit := bounds.unfit_name(slug):
        message = f"the name “{bounds.short(slug)}” cannot be an address, since it {unfit}"
        report.error(0, "folder-name", message, "give the folder a shorter or another name")
    elif year and year != name[:4]:
        message = f"the folder {name} lies in the folder of another year, {year}"
        report.error(0, "folder-year", message, f"move it to {'/'.join([*above[:-1], name[:4], name])}")
    date: dt.date | None = front.values.get("date")
    if date and in_name and date != in_name:
        message = f"date is {date}, and the folder's name says {in_name}"
        report.error(front.lines["date"], "folder-date", message, "change the one that is wrong")
    if front.is_whole and "date" not in front.lines:
        report.error(
            1, "no-date", "the front matter has no date", f"write date: {in_name or '2025-07-20'} into it"
        )
    return date or in_name


def _date_in(folder: str) -> dt.date | None:
    match = _FOLDER.match(folder)
    try:
        return dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


class _Outline(NamedTuple):
    title: Segment | None
    points: tuple[Segment, ...]
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]


def _outline(elements: Sequence[Element], body: Sequence[Line], report: Report) -> _Outline:
    """Title, key points, lead and sections from the body's elements."""
    at = next((index for index, element in enumerate(elements) if _is_heading(element, 1)), None)
    title, first, rest = None, elements, elements[:0]
    if at is None:
        line = next((line.number for line in body if line.text), body[-1].number if body else 1)
        report.error(line, "no-title", "the article has no title", "begin the text with a line # Judul")
    else:
        heading = elements[at].content
        assert isinstance(heading, Heading)
        title = _heading_text(Kind.TITLE, heading.lines, report)
        first, rest = elements[:at], elements[at + 1 :]
        _check_before_title(first, elements[at].line, report)
    points: tuple[Segment, ...] = ()
    if rest and isinstance(rest[0].content, ItemList):
        points = _points(rest[0], report)
        rest = rest[1:]
    elements = [*first, *rest]
    if title and not points and not elements:
        report.warning(
            title.line, "no-text", "the article has a title and no text", "write a paragraph under it"
        )
    lead = list(takewhile(lambda element: not _is_section(element), elements))
    sections = _sections(elements[len(lead) :], title, report)
    return _Outline(title, points, _blocks(lead, report), sections)


def _is_heading(element: Element, level: int) -> bool:
    return isinstance(element.content, Heading) and element.content.level == level


def _is_section(element: Element) -> bool:
    """A second title begins a section too, so that what stands under it is read as well."""
    return _is_heading(element, 1) or _is_heading(element, 2)


def _heading_text(kind: Kind, lines: Sequence[Line], report: Report) -> Segment | None:
    if any(line.text for line in lines):
        return segment(kind, lines, report)
    report.error(
        lines[0].number, "empty-heading", "the heading has no text", "write it after the #, or delete it"
    )
    return None


def _check_before_title(elements: Sequence[Element], title: int, report: Report) -> None:
    if not elements:
        return
    if isinstance(elements[0].content, Heading):
        message = f"a section stands before the title in line {title}"
        report.error(elements[0].line, "heading-order", message, "begin with the title, # Judul")
    else:
        message = f"there is text before the title in line {title}"
        report.error(elements[0].line, "text-before-title", message, "move it below the title")


def _points(element: Element, report: Report) -> tuple[Segment, ...]:
    points = element.content
    assert isinstance(points, ItemList)
    if points.ordered:
        message = "the list right after the title holds the key points, and this one is numbered"
        report.error(
            element.line, "numbered-points", message, "write - before each, or a paragraph before the list"
        )
    return tuple(replace(item, kind=Kind.POINT) for item in points.items)


def _blocks(elements: Iterable[Element], report: Report) -> tuple[Block, ...]:
    return tuple(block for element in elements if (block := _block(element, report)))


def _block(element: Element, report: Report) -> Block | None:
    """The block; a heading of a lower level as a paragraph."""
    content = element.content
    if not isinstance(content, Heading):
        return content
    message = f"headings with {'#' * content.level} are not part of the article format"
    report.error(element.line, "heading-level", message, "write ##, or a paragraph in **bold**")
    text = _heading_text(Kind.PARAGRAPH, content.lines, report)
    return Paragraph(text) if text else None


def _sections(elements: Sequence[Element], title: Segment | None, report: Report) -> tuple[Section, ...]:
    sections: list[Section] = []
    starts = [index for index, element in enumerate(elements) if _is_section(element)]
    count = 0
    for start, end in pairwise([*starts, len(elements)]):
        heading = elements[start].content
        assert isinstance(heading, Heading)
        if heading.level == 1:
            message = f"there is a second title; the first is in line {title.line if title else 0}"
            report.error(elements[start].line, "second-title", message, "write ## before a section's heading")
        number, lines = _without_number(heading.lines)
        text = _heading_text(Kind.HEADING, lines, report)
        if end == start + 1 and text:
            message = f"the section “{text.text}” is empty"
            report.error(
                elements[start].line, "empty-section", message, "write a paragraph under it, or delete it"
            )
        if number is not None:
            count += 1
            if number != count:
                message = f"the section's number is {number}, and {count} comes next"
                report.warning(elements[start].line, "section-number", message, f"write ## {count}.")
        blocks = _blocks(elements[start + 1 : end], report)
        sections.append(Section(text or Segment(Kind.HEADING, ""), blocks, number))
    return tuple(sections)


def _without_number(lines: Sequence[Line]) -> tuple[int | None, Sequence[Line]]:
    match = _SECTION_NUMBER.match(lines[0].text)
    return (int(match[1]), [lines[0]._replace(text=match[2]), *lines[1:]]) if match else (None, lines)

"""The body's lines as blocks and headings, in file order; what the format lacks is reported and left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sejajar.formats.article.cursor import Cursor
from sejajar.formats.article.inline import VIA
from sejajar.formats.article.lines import (
    BULLET_SIGN,
    DASH,
    DEFINITION,
    HEADING,
    HEADING_WITHOUT_SPACE,
    TABLE_LINE,
    UNDERLINE,
    Heading,
    Item,
    Line,
    begins,
    interrupts,
    item_of,
    segment,
    without_closing_hashes,
)
from sejajar.formats.article.pictures import Pictures
from sejajar.formats.article.report import Report
from sejajar.formats.article.tables import heads_table, table_at
from sejajar.model import Block, Image, ItemList, Kind, Paragraph, Quote, Segment, Table


class Element(NamedTuple):
    line: int
    content: Block | Heading


_ATTRIBUTION_HINT = "end the quote with a line such as > — Nama, jabatan (via Media)"


def read_blocks(lines: Sequence[Line], report: Report, files: Collection[str] | None) -> list[Element]:
    """All blocks and headings. `files`: the names in the article's folder; with None, none is missing."""
    return list(_Reader(lines, report, files).elements())


class _Reader(Cursor):
    """Goes through the lines once; a method for each thing that a line can begin."""

    def __init__(self, lines: Sequence[Line], report: Report, files: Collection[str] | None) -> None:
        super().__init__(lines)
        self._report = report
        self._pictures = Pictures(files)
        self._readers: dict[str, Callable[[], Block | Heading | None]] = {
            "indented": self._indented,
            "fence": self._fence,
            "html": self._html,
            "heading": self._heading,
            "heading-space": self._heading_without_space,
            "rule": self._rule,
            "quote": self._quote,
            "list": self._list,
            "table": self._table,
            "definition": self._definition,
            "image": self._image,
            "paragraph": self._paragraph,
        }

    def elements(self) -> Iterator[Element]:
        self.skip_blank()
        first = self.at
        while line := self.peek():
            start = begins(line)
            if start == "paragraph" and heads_table(line, self.peek(1)):
                start = "table"
            if self.at == first and start == "paragraph" and HEADING_WITHOUT_SPACE.match(line.text):
                start = "heading-space"  # further down, #Kata is a hashtag
            content = self._readers[start]()
            if content:
                yield Element(line.number, content)
            self.skip_blank()

    def _indented(self) -> None:
        message = (
            "a line that begins with four spaces is a code block, which the article format does not know"
        )
        self._report.error(self.take().number, "code", message, "take the spaces away")
        while (line := self.peek()) and line.text and line.indent >= 4:
            self.at += 1

    def _fence(self) -> None:
        line = self.take()
        message = "code blocks are not part of the article format"
        self._report.error(line.number, "code", message, "write it as a paragraph")
        fence = line.text[:3]
        self.skip_past(fence, lambda text: text.startswith(fence) and not text.strip(fence[0]))

    def _html(self) -> None:
        line = self.peek()
        assert line
        if line.text.startswith("<!--"):
            message, hint = "comments are not part of the article format", "delete the comment"
            self.skip_past("-->", lambda text: "-->" in text)
        else:
            message = "HTML is not part of the article format"
            hint = "write it in Markdown; a plain < before a letter is written &lt;"
            raw = re.match(r"<(script|style|pre|textarea)\b", line.text, re.IGNORECASE)
            if raw:
                end = f"</{raw[1].lower()}"
                self.skip_past(end, lambda text: end in text.lower())
            else:
                self.skip_to_blank()
        self._report.error(line.number, "html", message, hint)

    def _heading(self) -> Heading:
        line = self.take()
        match = HEADING.match(line.text)
        assert match
        text = without_closing_hashes(match[2] or "")
        return Heading(len(match[1]), (Line(line.number, 0, text),))

    def _heading_without_space(self) -> Heading:
        line = self.take()
        match = HEADING_WITHOUT_SPACE.match(line.text)
        assert match
        message = f"there is no space after {match[1]}, so this is not a heading"
        self._report.error(line.number, "heading-space", message, f"write {match[1]} {match[2]}")
        return Heading(len(match[1]), (Line(line.number, 0, match[2]),))

    def _rule(self) -> None:
        message = "horizontal rules are not part of the article format"
        self._report.error(
            self.take().number, "rule", message, "begin a section with ## instead, or delete it"
        )

    def _table(self) -> Table | None:
        return table_at(self, self._report)

    def _definition(self) -> None:
        line = self.take()
        match = DEFINITION.match(line.text)
        if match and match[1]:
            message, hint = "footnotes are not part of the article format", "put the note into the text"
            self._report.error(line.number, "footnote", message, hint)
        else:
            message = "links by reference are not part of the article format"
            hint = "write [text](address) where the link stands, or \\[ for a plain bracket"
            self._report.error(line.number, "reference-link", message, hint)
        while (line_after := self.peek()) and line_after.text and not interrupts(line_after):
            self.at += 1

    def _paragraph(self) -> Paragraph | Heading | None:
        lines = [self.take()]
        while (line := self.peek()) and line.text:
            if UNDERLINE.match(line.text) and line.indent < 4:
                return self._underlined(lines)
            if interrupts(line) or heads_table(line, self.peek(1)):
                break
            lines.append(self.take())
        if signs := [line for line in lines if BULLET_SIGN.match(line.text)]:
            message = f"{signs[0].text[0]} begins no list in Markdown"
            self._report.warning(signs[0].number, "bullet", message, "write - before each item")
        return Paragraph(segment(Kind.PARAGRAPH, lines, self._report)) if lines else None

    def _underlined(self, lines: list[Line]) -> Heading:
        line = self.take()
        mark = "#" if line.text[0] == "=" else "##"
        message = (
            f"a text underlined with {line.text[:3]} is a heading in Markdown, which the article format lacks"
        )
        hint = f"write {mark} before the heading; a text needs an empty line after it"
        self._report.error(line.number, "heading-underlined", message, hint)
        return Heading(len(mark), tuple(lines))

    def _list(self) -> ItemList | None:
        line = self.peek()
        first = item_of(line) if line else None
        assert first
        if first.number not in (None, 1):
            message = f"a numbered list begins with 1, and this one with {first.number}"
            hint = f"a paragraph that begins so is written {first.number}\\{first.mark}"
            self._report.warning(first.text.number, "list-number", message, hint)
        items: list[list[Line]] = []
        while (line := self._next_in_list(first.mark)) is not None:
            item = item_of(line)
            self.at += 1
            if item and (item.mark == first.mark or line.indent >= 2):
                self._check_item(line, item)
                items.append([item.text])
            else:
                items[-1].append(line)
        return self._item_list(items, ordered=first.number is not None)

    def _next_in_list(self, mark: str) -> Line | None:
        """The next line that belongs to the list, with the empty lines before it skipped; or None."""
        at = self.at
        self.skip_blank()
        line, after_blank = self.peek(), self.at > at
        if line:
            item = None if begins(line) == "rule" else item_of(line)
            if item and (item.mark == mark or line.indent >= 2):
                return line
            if line.indent >= 2 and (after_blank or begins(line) not in ("paragraph", "indented")):
                message = "a list item is one paragraph and nothing else in the article format"
                hint = "take the spaces away to make this a block of its own"
                self._report.error(line.number, "list-content", message, hint)
                return line
            if not after_blank and not interrupts(line):
                return line
        self.at = at
        return None

    def _check_item(self, line: Line, item: Item) -> None:
        start = begins(item.text) if item.text.text else "paragraph"
        if line.indent >= 2 or start == "list":
            message = "lists inside lists are not part of the article format"
            self._report.error(line.number, "nested-list", message, "make it one list, or write paragraphs")
        elif start != "paragraph":
            message = "a list item is one paragraph and nothing else in the article format"
            self._report.error(line.number, "list-content", message, "write the item's text only")

    def _item_list(self, items: list[list[Line]], ordered: bool) -> ItemList | None:
        full = []
        for lines in items:
            written = [line for line in lines if line.text]
            if written:
                full.append(segment(Kind.ITEM, written, self._report))
            else:
                self._report.error(
                    lines[0].number, "empty-item", "the list item has no text", "write or delete it"
                )
        return ItemList(tuple(full), ordered) if full else None

    def _quote(self) -> Quote | None:
        first, paragraphs = self.peek(), self._quoted_paragraphs()
        assert first
        attribution: list[Line] = []
        if paragraphs and DASH.match(paragraphs[-1][0].text):
            attribution = paragraphs.pop()
        elif paragraphs and DASH.match(paragraphs[-1][-1].text):
            attribution = [paragraphs[-1].pop()]
        speaker, outlet = self._attribution(attribution) if attribution else (None, "")
        if not paragraphs:
            self._report.error(
                first.number, "empty-quote", "the quote has no text", "write it after >, or delete it"
            )
            return None
        for lines in paragraphs:
            if DASH.match(lines[0].text):
                message = "the attribution is the last line of a quote, and this one has more text after it"
                hint = "end the quote here with an empty line, or write &mdash; for a dash of the text"
                self._report.error(lines[0].number, "attribution-place", message, hint)
        texts = tuple(segment(Kind.QUOTE, lines, self._report) for lines in paragraphs)
        if not attribution:
            message = "the quote does not say who speaks"
            self._report.warning(first.number, "quote-attribution", message, _ATTRIBUTION_HINT, texts[0].text)
        return Quote(texts, speaker, outlet)

    def _quoted_paragraphs(self) -> list[list[Line]]:
        paragraphs: list[list[Line]] = [[]]
        while (line := self.peek()) and line.text.startswith(">") and line.indent < 4:
            self.at += 1
            content = Line(line.number, 0, line.text[1:].strip())
            if not content.text:
                paragraphs.append([])
            else:
                self._check_quoted(content, is_first=not paragraphs[-1])
                paragraphs[-1].append(content)
        if line and line.text and not interrupts(line):
            message = "a line without > directly under a quote would belong to the quote"
            self._report.error(
                line.number, "quote-end", message, "put > before it, or an empty line above it"
            )
        return [lines for lines in paragraphs if lines]

    def _check_quoted(self, line: Line, is_first: bool) -> None:
        start = begins(line)
        if is_first:
            strange = start != "paragraph"
        else:
            strange = interrupts(line) or bool(UNDERLINE.match(line.text) or TABLE_LINE.match(line.text))
        if strange:
            message = "a quote holds paragraphs and nothing else in the article format"
            hint = _ATTRIBUTION_HINT if start == "list" else "write plain paragraphs after >"
            self._report.error(line.number, "quote-content", message, hint)

    def _attribution(self, lines: list[Line]) -> tuple[Segment | None, str]:
        text = DASH.sub("", " ".join(line.text for line in lines), count=1)
        via = VIA.search(text)
        outlet = " ".join(via["outlet"].split()) if via else ""
        speaker = (text[: via.start()] if via else text).strip()
        number = lines[0].number
        if via and not outlet:
            message = "there is no outlet after via in the attribution"
            self._report.error(number, "empty-attribution", message, _ATTRIBUTION_HINT)
        elif not via and not speaker:
            self._report.error(number, "empty-attribution", "the attribution names nobody", _ATTRIBUTION_HINT)
        if outlet:
            segment(Kind.SPEAKER, [Line(number, 0, outlet)], self._report)  # for the problems in it
        if not speaker:
            return None, outlet
        named = segment(Kind.SPEAKER, [Line(number, 0, speaker)], self._report)
        return replace(named, end=lines[-1].number), outlet

    def _image(self) -> Image:
        return self._pictures.read(self.take(), self._report)

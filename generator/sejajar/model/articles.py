"""The words of the project as data: articles, segments, problems. Frozen, and without any input or output."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

Edition = Literal["id", "en"]
EDITIONS: tuple[Edition, Edition] = ("id", "en")
"""Indonesian first: it is the source, and `x-default`."""


class Kind(StrEnum):
    """What a segment is; the `msgctxt` of its catalog entry begins with it."""

    TITLE = "title"
    POINT = "point"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    SPEAKER = "speaker"
    CAPTION = "caption"
    ALT = "alt"
    HEADER = "header"
    CELL = "cell"
    CORRECTION = "correction"


Key = tuple[str, str]
"""What identifies an entry in one article's catalog: (`msgctxt`, `msgid`)."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest thing that is translated: one line of text with inline Markdown and nothing else."""

    kind: Kind
    text: str
    ordinal: int = 1
    """Counts segments of the same kind and text within one article, from 1; see `numbered`."""
    line: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    """The last of its lines in the file."""
    key: Key = field(init=False, repr=False, compare=False)
    """Worked out once: a page asks for it twenty times."""

    def __post_init__(self) -> None:
        context = str(self.kind) if self.ordinal == 1 else f"{self.kind}/{self.ordinal}"
        object.__setattr__(self, "key", (context, self.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Segment


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech, its sentence whole; the attribution is what the page and the checks know about it."""

    paragraphs: tuple[Segment, ...]
    speaker: Segment | None = None
    """`Nama` or `Nama, jabatan`."""
    outlet: str = ""
    """The outlet that the quote came through: `UNN`. A proper name, not translated."""


@dataclass(frozen=True, slots=True)
class ItemList:
    items: tuple[Segment, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    src: str
    """A file name inside the article's folder."""
    alt: Segment | None = None
    caption: Segment | None = None
    line: int = field(default=0, compare=False)


Cell = Segment | str
"""A cell of words is a segment; a figure, a date or nothing at all is no text to translate, and stands as it
was written."""


class Chart(StrEnum):
    """How a table's figures are drawn above it."""

    BAR = "bar"
    LINE = "line"


class Alignment(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below a header, all of them as long as it. Cells with the same words are one segment."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alignment: tuple[Alignment | None, ...] = ()
    """One a column; none where the file says nothing."""
    caption: Segment | None = None
    chart: Chart | None = None
    line: int = field(default=0, compare=False)
    """The header's; the marks of alignment have the next one, and each row one after that."""

    @property
    def all_rows(self) -> Iterator[tuple[Cell, ...]]:
        """The header, and what is below it."""
        yield self.header
        yield from self.rows


Block = Paragraph | Quote | ItemList | Image | Table


@dataclass(frozen=True, slots=True)
class Section:
    heading: Segment
    """Its text is without the number."""
    blocks: tuple[Block, ...]
    number: int | None = None


class Status(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text was taken from: it is theirs."""

    outlet: str
    url: str = ""
    author: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where facts were taken from; the words are our own."""

    outlet: str
    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    date: dt.date
    text: Segment


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter. Only `date` is required."""

    date: dt.date
    status: Status = Status.PUBLISHED
    publish_at: dt.datetime | None = None
    """With its zone; the article is held back until then."""
    updated: dt.date | None = None
    place: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    source: Source | None = None
    references: tuple[Reference, ...] = ()
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Old addresses below an edition's prefix, such as `2025/07/old-slug`, that redirect here."""
    corrections: tuple[Correction, ...] = ()
    confidential: bool = False
    """Translated only by engines that the settings list as private."""


def slug_of(folder: str) -> str:
    """What an article's folder is called without its date."""
    name = folder.rpartition("/")[2]
    return name[11:] if len(name) > 11 else name


@dataclass(frozen=True, slots=True)
class Article:
    path: str
    """The source file's: `content/2025/2025-07-20-slug/article.id.md`."""
    metadata: Metadata
    title: Segment
    points: tuple[Segment, ...] = ()
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def slug(self) -> str:
        """The folder's name without its date; the address is made of it, so a new headline moves nothing."""
        return slug_of(self.folder)

    @property
    def blocks(self) -> Iterator[Block]:
        yield from self.lead
        for section in self.sections:
            yield from section.blocks

    @property
    def segments(self) -> Iterator[Segment]:
        """In reading order; corrections last, since they grow at the end."""
        yield self.title
        yield from self.points
        for block in self.lead:
            yield from block_segments(block)
        for section in self.sections:
            yield section.heading
            for block in section.blocks:
                yield from block_segments(block)
        for correction in self.metadata.corrections:
            yield correction.text


def block_segments(block: Block) -> Iterator[Segment]:
    """A block's segments in reading order."""
    match block:
        case Paragraph(text):
            yield text
        case Quote(paragraphs, speaker):
            yield from paragraphs
            if speaker:
                yield speaker
        case ItemList(items):
            yield from items
        case Image(_, alt, caption):
            if alt:
                yield alt
            if caption:
                yield caption
        case Table(caption=caption):
            cells = (cell for row in block.all_rows for cell in row if isinstance(cell, Segment))
            yield from {cell.key: cell for cell in cells}.values()
            if caption:
                yield caption


def mapped(article: Article, made: Callable[[Segment], Segment]) -> Article:
    """The article with another segment in place of each, made in reading order."""

    def block(block: Block) -> Block:
        match block:
            case Paragraph(text):
                return Paragraph(made(text))
            case Quote(paragraphs, speaker, outlet):
                return Quote(tuple(map(made, paragraphs)), speaker and made(speaker), outlet)
            case ItemList(items, ordered):
                return ItemList(tuple(map(made, items)), ordered)
            case Image(src, alt, caption, line):
                return Image(src, alt and made(alt), caption and made(caption), line)
            case Table():
                return _mapped_table(block, made)

    title = made(article.title)
    points = tuple(map(made, article.points))
    lead = tuple(map(block, article.lead))
    sections = tuple(
        Section(made(section.heading), tuple(map(block, section.blocks)), section.number)
        for section in article.sections
    )
    corrections = tuple(replace(item, text=made(item.text)) for item in article.metadata.corrections)
    metadata = replace(article.metadata, corrections=corrections)
    return Article(article.path, metadata, title, points, lead, sections)


def _mapped_table(table: Table, made: Callable[[Segment], Segment]) -> Table:
    """Each segment is made once, however many cells it stands in."""
    done: dict[Key, Segment] = {}

    def cell(old: Cell) -> Cell:
        if isinstance(old, str):
            return old
        if old.key not in done:
            done[old.key] = made(old)
        return replace(done[old.key], line=old.line, end=old.end)

    header = tuple(map(cell, table.header))
    rows = tuple(tuple(map(cell, row)) for row in table.rows)
    return replace(table, header=header, rows=rows, caption=table.caption and made(table.caption))


def numbered(article: Article) -> Article:
    """The same article with each segment's `ordinal` counted afresh, in reading order."""
    seen: Counter[tuple[Kind, str]] = Counter()

    def count(segment: Segment) -> Segment:
        ordinal = seen[segment.kind, segment.text] = seen[segment.kind, segment.text] + 1
        return segment if segment.ordinal == ordinal else replace(segment, ordinal=ordinal)

    return mapped(article, count)

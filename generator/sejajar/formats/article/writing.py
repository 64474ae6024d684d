"""An article as its file: one line a segment, front matter in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from urllib.parse import quote as percent_encoded

import yaml

from sejajar.formats.article.frontmatter import KEYS
from sejajar.formats.article.inline import VIA, normal, with_start_escape
from sejajar.formats.article.lines import DASH
from sejajar.formats.article.tables import apart, written_table
from sejajar.model import (
    Article,
    Block,
    Correction,
    Image,
    ItemList,
    Metadata,
    Paragraph,
    Quote,
    Section,
    Segment,
    Table,
)

_DASHES = {"—": "&mdash;", "–": "&ndash;"}


def dumps(article: Article) -> str:
    """The article's file; `loads` reads the same article from it, if its texts are in normal form."""
    title = written_heading("#", article.title)
    points = [_list(ItemList(article.points), "-")] if article.points else []
    chunks = [
        _front_matter(article.metadata),
        title,
        *points,
        *_blocks(article.lead, after="-" if points else ""),
    ]
    for section in article.sections:
        chunks += [_section_heading(section), *_blocks(section.blocks)]
    return "\n\n".join(chunks) + "\n"


class _Dumper(yaml.SafeDumper):
    """Writes a value out wherever it stands, though it be one object: reading takes no names for values."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _front_matter(metadata: Metadata) -> str:
    """Only what is set; the status always. A list of plain values or a group of keys takes one line."""
    values = {key: plain_of(getattr(metadata, key)) for key in KEYS}
    return f"---\n{written_value({key: value for key, value in values.items() if value})}---"


def written_value(value: Any, *, flow: bool = False) -> str:
    """A value as YAML; with `flow` on one line."""
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        default_flow_style=True if flow else None,
        sort_keys=False,
        allow_unicode=True,
        width=float("inf"),
    )
    return text


def plain_of(value: Any) -> Any:
    """A value of the front matter as YAML has it: texts, days, lists, groups."""
    match value:
        case Correction(date, text):
            return {"date": date, "text": normal(text.text)}
        case tuple():
            return [plain_of(item) for item in value]
        case str():
            return str(value)
        case _ if hasattr(value, "__dataclass_fields__"):
            return {key: item for key, item in asdict(value).items() if item}
        case _:
            return value


def written_heading(marks: str, text: Segment) -> str:
    """Hashes at its end would be taken for closing marks, a number at its beginning for the section's."""
    line = re.sub(r"(?:^|(?<= ))#+$", r"\\\g<0>", normal(text.text))
    return f"{marks} {with_start_escape(line) if marks == '##' and line[:1].isdigit() else line}"


def _section_heading(section: Section) -> str:
    return written_heading("##" if section.number is None else f"## {section.number}.", section.heading)


def _blocks(blocks: tuple[Block, ...], after: str = "") -> Iterator[str]:
    """`after`: the mark of a list right before. Another mark begins another list."""
    mark = after
    for above, block, below in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        match block:
            case Paragraph(text):
                mark = ""
                line = written_line(text)
                yield apart(line) if isinstance(above, Table) else line
            case Quote():
                mark = ""
                yield _quote(block)
            case ItemList(_, ordered):
                own, other = (".", ")") if ordered else ("-", "*")
                mark = other if mark == own else own
                yield _list(block, mark)
            case Image():
                mark = ""
                yield written_image(block)
            case Table():
                mark = ""
                yield written_table(block, below)


def _list(block: ItemList, mark: str) -> str:
    lines = map(written_line, block.items)
    if block.ordered:
        return "\n".join(f"{number}{mark} {line}" for number, line in enumerate(lines, 1))
    return "\n".join(f"{mark} {line}" for line in lines)


def _quote(quote: Quote) -> str:
    paragraphs = [written_line(text, quoted=True) for text in quote.paragraphs]
    attribution = written_speaker(quote.speaker, quote.outlet)
    return "\n>\n".join(f"> {line}" for line in [*paragraphs, *([f"— {attribution}"] if attribution else [])])


def written_speaker(speaker: Segment | None, outlet: str) -> str:
    """An attribution without its dash; a speaker whose name ends like an outlet's mark keeps it."""
    text = normal(speaker.text) if speaker else ""
    if via := VIA.search(text):
        text = f"{text[: via.start()]}\\{text[via.start() :]}"
    return " ".join(filter(None, (text, f"(via {outlet})" if outlet else "")))


def written_line(text: Segment, *, quoted: bool = False) -> str:
    """A text as a line that opens no block; in a quote a dash at its beginning would be the attribution's."""
    line = normal(text.text)
    if quoted and DASH.match(line) and line[0] in _DASHES:
        return _DASHES[line[0]] + line[1:]
    return with_start_escape(line)


def written_image(image: Image) -> str:
    alt = normal(image.alt.text) if image.alt else ""
    if not re.fullmatch(r"(?:\\.|\[(?:\\.|[^\[\]\\])*\]|[^\[\]\\])*", alt):
        alt = re.sub(r"\\.|[\[\]]", lambda match: match[0] if len(match[0]) == 2 else f"\\{match[0]}", alt)
    caption = normal(image.caption.text).replace('"', '\\"') if image.caption else ""
    title = f' "{caption}"' if caption else ""
    src = re.sub(r"[\s%<>()\"\\#?]", lambda match: percent_encoded(match[0]), image.src)
    return f"![{alt}]({src}{title})"

"""What an engine must not touch: markup, figures with units and glossary terms, as placeholders.

A placeholder is `[X0X]`, the form that Weblate settled on: short, no word of any language, in brackets that
engines keep with the text. What Google is known to do to it (spaces inside, other case, other order:
mozilla/pontoon#2181, googleapis/google-cloud-dotnet#3126) is undone; anything else (lost, doubled, without
its brackets) is not guessed at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Literal

from sejajar.formats.article.inline import from_plain
from sejajar.formats.glossary import Glossary
from sejajar.language.sentence_ends import pieces
from sejajar.translating.figures import figures

PLACEHOLDER = re.compile(r"[\[［【]\s*[xX]\s*(?P<number>\d+)\s*[xX]\s*[\]］】]")
_REMAINS = re.compile(r"(?<![^\W_])[xX]\s?\d+\s?[xX](?![^\W_])")
"""A placeholder without its brackets."""

_BRACKET = re.compile(r"[\[\]［］【】]")

Role = Literal["value", "open", "close"]


def placeholder(number: int) -> str:
    return f"[X{number}X]"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the source that the engine does not see."""

    start: int
    end: int
    role: Role
    english: str
    """What stands for it in the English: Markdown for a marker, words or figures for a value."""
    what: str
    """For the note: `link`, `emphasis`, `figure`, `term`, `address`."""
    plain: str
    """What is sent in its place without protection."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence, or a group that quotation marks or markup hold together, ready to be sent."""

    text: str
    """With placeholders, numbered from 0 in reading order."""
    plain: str
    """The same without protection: no markup, figures and terms as in the source."""
    spans: tuple[Span, ...]
    """Their positions are those in `source`."""
    source: str
    """As it stands in the article, without the white space around it."""

    @property
    def needs_engine(self) -> bool:
        """False where nothing with a letter is left to translate."""
        return any(char.isalpha() for char in PLACEHOLDER.sub("", self.text))

    @property
    def lost(self) -> tuple[str, ...]:
        """What its unprotected translation lacks or leaves to the engine."""
        return tuple(dict.fromkeys(span.what for span in self.spans))


def protect(
    text: str, glossary: Glossary, *, whole_text: bool = False, apart: bool = False
) -> tuple[Piece, ...]:
    """The pieces of a segment, in order; joined by spaces they are the segment.

    `whole_text`: only one. `apart`: sentences of one quotation go apart too.
    """
    spans = tuple(_spans(text, glossary))
    whole = [(span.start, span.end) for span in spans] + _pairs(spans)
    starts = [span.start for span in spans]
    found = []
    for start, end in [(0, len(text))] if whole_text else pieces(text, whole, quotations=not apart):
        source = text[start:end].strip()
        inside = tuple(
            replace(span, start=span.start - start, end=span.end - start)
            for span in spans[bisect_left(starts, start) : bisect_left(starts, end)]
            if span.end <= end
        )
        sent = _substitute(source, inside, [placeholder(number) for number in range(len(inside))])
        plain = _substitute(source, inside, [span.plain for span in inside])
        found.append(Piece(sent, plain, inside, source))
    return tuple(found)


def restore(answer: str, piece: Piece) -> str | None:
    """The answer as a segment's text, with its markup, figures and terms.

    None unless each placeholder is there exactly once, and markup closes what it opened around some text.
    """
    found = list(PLACEHOLDER.finditer(answer))
    numbers = [int(match["number"]) for match in found]
    if sorted(numbers) != list(range(len(piece.spans))) or _remains(answer, piece.text):
        return None
    spans = [piece.spans[number] for number in numbers]
    texts = [_as_markdown(text) for text in PLACEHOLDER.split(answer)[::2]]
    if not _nested(spans, texts[1:]):
        return None
    return " ".join(_spaced(texts, spans, piece.source).split())


def _remains(answer: str, sent: str) -> bool:
    """Whether a part of a placeholder is left over: its letters without brackets, or brackets of its own."""
    rest = PLACEHOLDER.sub("", answer)
    own = len(_BRACKET.findall(PLACEHOLDER.sub("", sent)))
    return bool(_REMAINS.search(rest)) or len(_BRACKET.findall(rest)) > own


def restore_plain(answer: str) -> str:
    """The answer to a piece's `plain` as a segment's text."""
    return from_plain(answer)


_LINK = (
    r"\[(?P<label>(?:\\.|[^\[\]\\])+)\]"
    r"(?P<target>\((?:[^()\s\"]|\([^()\s]*\))+(?:\s+\"[^\"]*\")?\))"
)
# Bounded, so that what is opened and never closed does not make each mark look through the rest of the text.
_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"  # found so that what it escapes is not taken for markup
    rf"|{_LINK}"
    r"|(?P<address><(?:https?://|mailto:)[^<>\s]+>|\bhttps?://[^\s<>()\[\]*]*[\w/]|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{0,190}\w)"
    r"|(?P<star>\*{1,3})(?=\S)(?P<starred>(?:\\.|[^\\]){1,2000}?)(?<=\S)(?P=star)(?!\*)"
    r"|(?<!\w)(?P<bar>_{1,3})(?=\S)(?P<barred>(?:\\.|[^\\]){1,2000}?)(?<=\S)(?P=bar)(?!\w)"
)


def _spans(text: str, glossary: Glossary) -> Iterator[Span]:
    """In reading order, none overlapping."""
    spans = list(_markup(text, 0, len(text)))
    for start, end, english in figures(text):
        if _free(spans, start, end):
            spans.append(Span(start, end, "value", english, "figure", text[start:end]))
    for start, end, term in glossary.find(text):
        if _free(spans, start, end):
            spans.append(Span(start, end, "value", term.english, "term", text[start:end]))
    return iter(sorted(spans, key=lambda span: span.start))


def _free(spans: list[Span], start: int, end: int) -> bool:
    return not any(span.start < end and start < span.end for span in spans)


def _markup(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _INLINE.finditer(text, start, end):
        whole = found.span()
        if found["escape"]:
            continue
        if found["address"]:
            yield Span(*whole, "value", found[0], "address", found[0])
        else:
            inner = next(name for name in ("label", "starred", "barred") if found[name])
            what = "link" if inner == "label" else "emphasis"
            begin, stop = found.span(inner)
            yield Span(whole[0], begin, "open", text[whole[0] : begin], what, "")
            yield from _markup(text, begin, stop)
            yield Span(stop, whole[1], "close", text[stop : whole[1]], what, "")


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """(start, end) of what lies between an opening marker and its closing one, with both."""
    opened: list[int] = []
    pairs = []
    for span in spans:
        if span.role == "open":
            opened.append(span.start)
        elif span.role == "close":
            pairs.append((opened.pop(), span.end))
    return pairs


def _substitute(source: str, spans: tuple[Span, ...], values: list[str]) -> str:
    out, position = [], 0
    for span, value in zip(spans, values, strict=True):
        out += [_as_plain(source[position : span.start]), value]
        position = span.end
    return "".join([*out, _as_plain(source[position:])])


_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def _as_plain(text: str) -> str:
    """Markdown without markers as the words it shows."""
    return unescape(_ESCAPE.sub(r"\1", text))


def _as_markdown(text: str) -> str:
    core = text.strip()
    if not core:
        return text
    before, _, after = text.partition(core)
    return before + from_plain(core) + after


def _nested(spans: list[Span], texts: list[str]) -> bool:
    """Markers in the answer's order, each with the text after it: each closing one belongs to the last that
    was opened, and something stands between them.

    Which opening marker a closing one belongs to follows from their order in the source.
    """
    partner: dict[int, int] = {}
    opened: list[int] = []
    for span in sorted(spans, key=lambda span: span.start):
        if span.role == "open":
            opened.append(span.start)
        elif span.role == "close":
            partner[span.start] = opened.pop()
    inside: list[int] = []
    bare = False
    for span, text in zip(spans, texts, strict=True):
        if span.role == "open":
            inside.append(span.start)
        elif span.role == "close" and (bare or not inside or inside.pop() != partner[span.start]):
            return False
        bare = span.role == "open" and not text.strip()
    return True


def _spaced(texts: list[str], spans: list[Span], source: str) -> str:
    """The answer's texts with the spans between them; engines add and drop spaces around placeholders."""
    for at, span in enumerate(spans):
        if span.role == "open":
            texts[at + 1] = texts[at + 1].lstrip()
        elif span.role == "close":
            texts[at] = texts[at].rstrip()
    out = texts[0]
    before = None
    for span, text in zip(spans, texts[1:], strict=True):
        value = _fitting(span, out, source)
        if _needs_space(out, before, span, source):
            out += " "
        out += value
        if span.role != "open" and text[:1].isalnum() and not source[span.end : span.end + 1].isalnum():
            out += " "
        out += text
        before = None if text else span
    return out


def _needs_space(out: str, before: Span | None, span: Span, source: str) -> bool:
    if span.role == "close":
        return False
    if before:  # two placeholders side by side: as far apart as in the source
        return before.role != "open" and before.end != span.start
    return out[-1:].isalnum() and not source[: span.start][-1:].isalnum()


def _fitting(span: Span, out: str, source: str) -> str:
    """A value as it stands after `out`: no second article, a capital where the sentence begins with it."""
    if span.role != "value" or not span.english:
        return span.english
    value = span.english
    if value[:4].casefold() == "the " and re.search(r"(?<!\w)the\s*$", out, re.IGNORECASE):
        value = value[4:]
    first = next((char for char in source if char.isalpha()), "")
    if first.isupper() and not any(char.isalnum() for char in out):
        value = value[0].upper() + value[1:]
    return value

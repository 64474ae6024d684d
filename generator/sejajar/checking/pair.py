"""One pair as the rules see it: both texts without their Markdown, their words and figures read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from sejajar.checking.figures import Figure
from sejajar.checking.lexicon import ENGLISH, INDONESIAN
from sejajar.checking.reading import read
from sejajar.glossary import Glossary

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|<(https?://[^<>]+)>"
)
_EMPHASIS = re.compile(
    r"(?<!\\)(\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,!?])_{1,3}(?!\w))|\\(?=[!-/:-@\[-`{-~])"
)
_SENTENCE_END = re.compile(r"(?<=[^.A-Z][.!?])[\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])")
_SHORTENED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|No|Jl|Tn|Ny|Ir|Drs|dr|vs|etc|Inc|Co|Jr)\.$"
)


@dataclass(frozen=True)
class Pair:
    indonesian: str
    """As it stands in the article, with its Markdown."""
    english: str
    glossary: Glossary

    @cached_property
    def source(self) -> str:
        return plain(self.indonesian)

    @cached_property
    def target(self) -> str:
        return plain(self.english)

    @cached_property
    def source_words(self) -> list[str]:
        """In lower case, hyphenated words whole: `sebut-sebut`."""
        return _WORD.findall(self.source.lower())

    @cached_property
    def target_words(self) -> list[str]:
        return _WORD.findall(self.target.lower())

    @cached_property
    def source_figures(self) -> tuple[Figure, ...]:
        return read(self.source, INDONESIAN)

    @cached_property
    def target_figures(self) -> tuple[Figure, ...]:
        return read(self.target, ENGLISH)


def plain(markdown: str) -> str:
    """The text that a reader sees: links by their words, no emphasis marks or backslashes."""
    if "&" in markdown:
        markdown = unescape(markdown)
    if not any(mark in markdown for mark in "[*_<\\"):
        return markdown
    return _EMPHASIS.sub("", _LINK.sub(lambda match: match[1] or match[2] or "", markdown))


def sentences(text: str) -> Sequence[str]:
    """The sentences of a text; an abbreviation such as `Dr.` ends none."""
    found: list[str] = []
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        if not _SHORTENED.search(text, start, gap.start()):
            found.append(text[start : gap.start()])
            start = gap.end()
    return [*found, text[start:]]

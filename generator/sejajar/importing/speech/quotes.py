"""Direct speech: which sentences of a text are quotes, and who says them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sejajar.importing.blocks import Block
from sejajar.importing.speech.attribution import NOBODY, Named, speaker_after
from sejajar.importing.speech.cuts import parts_of
from sejajar.importing.speech.names import RUN, bare_name
from sejajar.importing.speech.people import NO_SPEAKER, People, Speaker, called
from sejajar.importing.speech.sources import sources_in
from sejajar.importing.speech.spans import Sentence, Span, opens, sentences_of, spans_of
from sejajar.importing.speech.subjects import PRONOUN, reporter, subject
from sejajar.language.titles import PASSIVE, POINTED, REPORTING, SAYING

_ATTRIBUTION = re.compile(
    r"\s*[,.]?\s*(?:(?:demikian(?:lah)?|begitu(?:lah)?|seperti|sebagaimana)\s+(?:yang\s+)?)?"
    rf"(?:(?P<verb>{SAYING})(?P<nya>nn?ya)?|menurut"
    r"|(?:demikian|bunyi)\s+(?:bunyi\s+)?(?:pernyataan|keterangan|laporan|penjelasan|penuturan)"
    r"(?:\s+(?:resmi|tertulis|bersama|dari|tim)\b)*"
    r"|(?<=demikian )(?=(?-i:[A-Z])))(?:\b|(?<= ))(?:\s+oleh\b)?(?P<rest>)",
    re.IGNORECASE,
)
_FAR = 300
"""Characters of an attribution that are read."""
_SAID_BELOW = re.compile(
    rf"(?:begitu(?:lah)?\s+kata\s+)|(?:(?:{POINTED})\s+)+"
    rf"(?:(?:itu|ini|tersebut|demikian|yang|juga|pun|telah)\s+)*(?:{PASSIVE})\s+(?:langsung\s+)?(?:oleh\s+)?",
    re.IGNORECASE,
)
_REPORTED = re.compile(rf"\s*[,.]?\s*(?:demikian\s+)?(?P<who>[^.“\"]{{2,120}}?),?\s+(?:{REPORTING})\b")
_THROUGH = re.compile(
    r"\s*[,.]?\s*(?:seperti\s+|sebagaimana\s+|demikian\s+)?(?:dilansir|melansir|dikutip|mengutip)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*(?:[—–]|-\s)\s*(?=[A-Z])")
_SAYS_BEFORE = re.compile(
    rf"(?:^|[,;:]\s+)(?:menurut|{SAYING})\s+(?P<name>[^“\"]{{2,90}}?)\s*[,:]\s*$", re.IGNORECASE
)
_LEADS = re.compile(rf"(?:[,:]|\b(?:{REPORTING})(?:\s+bahwa)?)\s*$", re.IGNORECASE)
_SAID_INSIDE = re.compile(rf"[,.?!]\s+(?:{SAYING})(?:nya)?\b")
"""A quotation that holds this has lost its closing mark."""
_SPOKEN = 4
"""Words of a quotation that is taken for speech wherever it stands."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a quote, and through whom."""

    speaker: Speaker
    outlet: str
    narrates: bool = False
    """More sentences stand in the quote than are said."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph: what somebody says, with the words that say so, or what is told."""

    block: Block
    speech: Speech | None = None
    continues: bool = False
    """The quotation was opened in the piece before."""


@dataclass(slots=True)
class _Run:
    """Sentences of a paragraph that are one quote, or are told."""

    start: int
    end: int
    speech: Speech | None
    goes_on: bool = False
    """The quotation is closed in the next paragraph only."""
    continues: bool = False


def speeches(blocks: Sequence[Block]) -> Mapping[Block, tuple[Piece, ...]]:
    """The paragraphs in which somebody speaks, each in its pieces: together they are its text."""
    reader = _Reader(blocks)
    found: dict[Block, list[_Run]] = {}
    pending: list[_Run] = []
    for index, block in enumerate(blocks):
        if block.is_figure or block.is_item or not block.text:
            continue
        runs = reader.read(index, bool(pending))
        found[block] = runs
        if pending and runs and (speech := runs[0].speech):
            for number, run in enumerate(pending):
                run.speech, run.continues = speech, number > 0
            runs[0].continues = True
        pending = [*pending, runs[-1]] if runs and runs[-1].goes_on else []
    return {
        block: tuple(_pieces(block, runs)) for block, runs in found.items() if any(run.speech for run in runs)
    }


class _Reader:
    """Reads the paragraphs in order, and knows whom they have named."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._people = People(called([block.text for block in blocks]))

    def read(self, index: int, inside: bool) -> list[_Run]:
        """A paragraph's runs; the last one goes on where the quotation is closed in a later paragraph.

        `inside`: a quotation of the paragraph before goes on in this one.
        """
        block = self._blocks[index]
        spans = spans_of(block.text, inside=inside)
        sentences = list(sentences_of(block.text, spans))
        open_end = bool(spans) and not spans[-1].closed and self._closes_below(index, spans[-1])
        self._people.begin()
        runs: list[_Run] = []
        for number, sentence in enumerate(sentences):
            goes_on = open_end and number == len(sentences) - 1
            speech = self._speech(index, sentences, number, runs)
            if speech:
                self._people.note(_without_speech(sentence), block.line)
            else:
                self._people.read(_without_speech(sentence), block.line)
            _join(runs, _Run(sentence.start, sentence.end, speech, goes_on))
        return runs

    def _closes_below(self, index: int, span: Span) -> bool:
        if (
            len(span.said.split()) < _SPOKEN
            or index + 1 == len(self._blocks)
            or _SAID_INSIDE.search(span.said)
        ):
            return False
        below = self._blocks[index + 1]
        if below.is_figure or not below.text:
            return False
        return opens(below.text) or "”" in below.text.partition("“")[0]

    def _speech(
        self, index: int, sentences: Sequence[Sentence], number: int, runs: Sequence[_Run]
    ) -> Speech | None:
        sentence = sentences[number]
        if not sentence.spans:
            return None
        outlet = next(sources_in(_without_speech(sentence)), "")
        said = _attributed(sentence, self._people.known)
        if said is not _NOTHING:
            speaker = self._who(said)
        elif _is_bare(sentence) and sentence.spans[0].closed:
            beside = self._beside(index, sentences, number, runs)
            if not beside:
                return None
            speaker = beside
        else:
            return None
        self._people.spoke(speaker, self._blocks[index].line)
        return Speech(speaker, outlet)

    def _who(self, named: Named | None) -> Speaker:
        """`named` as `speaker_after` gives it: None points back, without a name it is somebody unknown."""
        if named is None:
            return self._people.last_named()
        if named.name:
            return self._people.full_name(named.name, named.role)
        return self._people.holder(named.role) if named.role else NO_SPEAKER

    def _beside(
        self, index: int, sentences: Sequence[Sentence], number: int, runs: Sequence[_Run]
    ) -> Speaker | None:
        """Who speaks a quotation that is a sentence alone: said in the sentence below it, or above it."""
        if runs and (speech := runs[-1].speech):
            return speech.speaker
        after = sentences[number + 1].text if number + 1 < len(sentences) else self._text(index + 1)
        if match := _SAID_BELOW.match(after):
            named = speaker_after(after[match.end() : match.end() + _FAR], self._people.known)
            if named and named.name:
                return self._who(named)
        before = sentences[number - 1].text if number else self._last_sentence(index - 1)
        if before and reporter(before, self._people.known):
            return self._people.last_named()
        return None

    def _text(self, index: int) -> str:
        if not 0 <= index < len(self._blocks) or self._blocks[index].is_figure:
            return ""
        return self._blocks[index].text

    def _last_sentence(self, index: int) -> str:
        text = self._text(index)
        *_, last = (
            ("", *(sentence.text for sentence in sentences_of(text, spans_of(text)))) if text else ("",)
        )
        return "" if _MARKS.search(last) else last


_MARKS = re.compile('[“”"]')
_NOTHING = Named("", "nothing says who speaks")


def _attributed(sentence: Sentence, known: frozenset[str]) -> Named | None:
    """Who a sentence says is speaking its quotations; `_NOTHING` where it does not say so.

    None where it points back (`katanya`, `kata dia`).
    """
    text, spans = sentence.text, sentence.spans
    for number, span in enumerate(spans):
        end = span.end - sentence.start
        until = spans[number + 1].start - sentence.start if number + 1 < len(spans) else len(text)
        if not _may_be_said(span, text[: span.start - sentence.start], text[end:until]):
            continue
        tail = text[end : min(until, end + _FAR)]
        if attribution := _ATTRIBUTION.match(tail):
            return None if attribution["nya"] else speaker_after(tail[attribution.start("rest") :], known)
        reported = _REPORTED.match(tail)
        if reported and ("," not in reported["who"] or span.said.rstrip()[-1:] in tuple(",?!")):
            named = subject(reported["who"], known)
            return None if named is PRONOUN else named or NOBODY
        if _THROUGH.match(tail):
            return NOBODY
        if signed := _SIGNED.match(tail):
            return speaker_after(tail[signed.end() :], known)
    return _introduced(text[: spans[0].start - sentence.start], spans[0], known)


def _may_be_said(span: Span, before: str, after: str) -> bool:
    said = span.said.strip()
    ended = said[-1:] in tuple(",.!?…-") or after.lstrip().startswith(",")
    if not before.strip():
        return ended or len(said.split()) >= _SPOKEN
    return ended and len(said.split()) >= _SPOKEN and (not said[0].islower() or before.rstrip()[-1] in ",:")


def _introduced(before: str, span: Span, known: frozenset[str]) -> Named | None:
    """Who is said to speak before a quotation: `Menurut Ana, “…”`, `Ana mengatakan: “…”`."""
    said = span.said.strip()
    if len(said.split()) < _SPOKEN:
        return _NOTHING
    before = before[-_FAR:]
    if says := _SAYS_BEFORE.search(before):
        return speaker_after(says["name"], known)
    if not _LEADS.search(before) or (said[0].islower() and before.rstrip()[-1] not in ",:"):
        return _NOTHING
    if name := RUN.fullmatch(before.rstrip().removesuffix(":")):
        return Named(bare_name(name[0])) if before.rstrip().endswith(":") and " " in name[0] else _NOTHING
    named = reporter(before, known)
    return None if named is PRONOUN else named or _NOTHING


def _is_bare(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but what is quoted."""
    (span, *others) = sentence.spans
    end = span.end - sentence.start
    return (
        not others
        and span.start <= sentence.start
        and len(span.said.split()) >= _SPOKEN
        and not sentence.text[end:].strip(" .")
    )


def _without_speech(sentence: Sentence) -> str:
    parts: list[str] = []
    at = sentence.start
    for span in sentence.spans:
        parts.append(sentence.text[at - sentence.start : span.start - sentence.start])
        at = span.end
    return "“”".join([*parts, sentence.text[max(0, at - sentence.start) :]])


def _join(runs: list[_Run], run: _Run) -> None:
    """Adds a sentence to the run before it where both are told, or said by one speaker."""
    last = runs[-1] if runs else None
    if last and not run.goes_on:
        told = not last.speech and not run.speech
        one = last.speech and run.speech and last.speech.speaker.name == run.speech.speaker.name
        if told or one:
            last.end = run.end
            if last.speech and run.speech:
                outlet = last.speech.outlet or run.speech.outlet
                last.speech = replace(last.speech, outlet=outlet)
            return
    runs.append(run)


def _pieces(block: Block, runs: Sequence[_Run]) -> list[Piece]:
    """A paragraph's pieces; one that cannot be parted, for a link across its sentences, stays whole."""
    parts = parts_of(block, [run.start for run in runs[1:]])
    if parts:
        # What is told between two quotes is a paragraph of its own.
        return [Piece(part, run.speech, run.continues) for part, run in zip(parts, runs, strict=True)]
    first = runs[0].speech
    return [Piece(block, replace(first, narrates=True) if first else None)]

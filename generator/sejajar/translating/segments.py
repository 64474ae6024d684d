"""From segments to English: protect, send sentence by sentence, judge each answer, put it together again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sejajar.formats.glossary import Glossary
from sejajar.model import Kind, Segment
from sejajar.translating.guards import judged
from sejajar.translating.protection import Piece, protect, restore, restore_plain
from sejajar.translating.translator import Limits, Refusal

Ask = Callable[[Sequence[str]], Sequence[str | Refusal]]


@dataclass(frozen=True, slots=True)
class Translated:
    text: str
    """A segment's text: one line of inline Markdown."""
    note: str = ""
    """For the catalog, where a person should look: what the English lacks."""


Outcome = Translated | Refusal

NOTE = "unprotected: "
"""What a note begins with, in the catalog."""


def translate_segments(
    segments: Sequence[Segment], ask: Ask, glossary: Glossary, *, whole: bool = False, apart: bool = False
) -> tuple[Outcome, ...]:
    """The English of each segment, or the refusal of the first of its sentences that has none.

    All sentences are asked in one call of `ask`, and those without a good answer once more: in plain words
    where placeholders were lost, in the same words where the answer was bad in another way. `whole`: segments
    are sent whole; `apart`: even the sentences of one quotation are sent apart.
    """
    cut = [protect(segment.text, glossary, whole_text=whole, apart=apart) for segment in segments]
    pieces = [(segment.kind, piece) for segment, parts in zip(segments, cut, strict=True) for piece in parts]
    found: dict[int, Outcome] = {
        at: Translated(_untouched(piece)) for at, (_, piece) in enumerate(pieces) if not piece.needs_engine
    }
    asked = [at for at in range(len(pieces)) if at not in found]
    found |= _asked(asked, pieces, ask, _accepted)
    plain = [at for at in asked if _code(found[at]) == "placeholders"]
    again = [at for at in asked if _code(found[at]) in BAD_ANSWERS]
    found |= _asked(plain, pieces, ask, _accepted_plain)
    found |= _asked(again, pieces, ask, _accepted)
    outcomes = (found[at] for at in range(len(pieces)))
    return tuple(_assembled([next(outcomes) for _ in parts]) for parts in cut)


def requests_for(texts: Sequence[str], glossary: Glossary, limits: Limits) -> int:
    """How many requests a fault-free run sends for these segments when they go together."""
    pieces = sum(
        piece.needs_engine for text in texts for piece in protect(text, glossary, whole_text=limits.whole)
    )
    return -(-pieces // limits.texts)


BAD_ANSWERS = frozenset(
    ["empty", "warning", "chatter", "declined", "echo", "language", "length", "cut", "markup"]
)
"""Codes of the refusals that `guards` gives: an answer arrived, and is none."""


def _code(outcome: Outcome) -> str:
    return outcome.code if isinstance(outcome, Refusal) else ""


def _untouched(piece: Piece) -> str:
    return restore(piece.text, piece) or piece.source


def _asked(
    which: Sequence[int],
    pieces: Sequence[tuple[Kind, Piece]],
    ask: Ask,
    accept: Callable[[Kind, Piece, str], Outcome],
) -> Iterator[tuple[int, Outcome]]:
    if not which:
        return
    plain = accept is _accepted_plain
    answers = ask([piece.plain if plain else piece.text for _, piece in (pieces[at] for at in which)])
    for at, answer in zip(which, answers, strict=True):
        yield at, answer if isinstance(answer, Refusal) else accept(*pieces[at], answer)


def _accepted(kind: Kind, piece: Piece, answer: str) -> Outcome:
    good = judged(piece.text, answer, kind)
    if isinstance(good, Refusal):
        return good
    text = restore(good, piece)
    if text is None:
        return Refusal("placeholders", "links, emphasis, figures or terms were lost")
    return Translated(text)


def _accepted_plain(kind: Kind, piece: Piece, answer: str) -> Outcome:
    good = judged(piece.plain, answer, kind)
    if isinstance(good, Refusal):
        return good
    note = f"{NOTE}{', '.join(piece.lost)}: “{piece.source}”" if piece.lost else ""
    return Translated(restore_plain(good), note)


def _assembled(outcomes: Sequence[Outcome]) -> Outcome:
    texts, notes = [], []
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            return outcome
        texts.append(outcome.text)
        notes.append(outcome.note)
    return Translated(" ".join(texts), " ".join(note for note in notes if note))

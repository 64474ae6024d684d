"""A briefing as one edition shows it: which text, in which language, in which state."""

from __future__ import annotations

from dataclasses import dataclass

from sejajar.catalog import Briefing, Pair, State
from sejajar.glossary import Glossary
from sejajar.model import Edition, Segment
from sejajar.rendering.inline import literal, plain
from sejajar.rendering.wording import say


@dataclass(frozen=True, slots=True)
class View:
    """A briefing as one edition shows it."""

    briefing: Briefing
    edition: Edition
    glossary: Glossary
    reviewed_only: bool = False
    """English that no person has reviewed is held back."""

    def say(self, key: str, **values: object) -> str:
        return literal(say(self.edition, key, **values))

    def pair(self, segment: Segment) -> Pair:
        return self.briefing[segment]

    def state(self, segment: Segment) -> str:
        state = self.pair(segment).entry.state
        if self.reviewed_only and state not in (State.REVIEWED, State.UNTRANSLATED):
            return "pending"
        return str(state)

    def english(self, segment: Segment) -> str:
        """Empty where there is none to show."""
        text = self.pair(segment).entry.msgstr
        return text if self.state(segment) != "pending" and plain(text) else ""

    def text(self, segment: Segment, edition: Edition) -> str:
        return segment.text if edition == "id" else self.english(segment)

    def own(self, segment: Segment) -> tuple[str, Edition]:
        """The text to stand alone in this edition, and its language: Indonesian where there is no English."""
        text = self.text(segment, self.edition)
        return (text, self.edition) if text else (segment.text, "id")

    def name(self, indonesian: str) -> str:
        """A place or a tag as this edition calls it."""
        return (self.edition == "en" and self.glossary.english_of(indonesian)) or indonesian

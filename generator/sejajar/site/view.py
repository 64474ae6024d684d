"""A briefing as one edition shows it: which text, in which language, in which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sejajar.catalogs import Briefing, Pair
from sejajar.formats.glossary import Glossary
from sejajar.language.inline import inline, literal, plain
from sejajar.language.wording import in_sentence, say
from sejajar.model import Edition, Key, Problem, Segment, State
from sejajar.site.addresses import PLACES, Places
from sejajar.site.cited import outlet_name
from sejajar.site.notes import Notes
from sejajar.site.people import Part
from sejajar.site.publication import Publication

Findings = Mapping[Key, tuple[Problem, ...]]
"""What the checks found in one article, by the entry's key."""
Size = tuple[int, int]
"""Width and height of an image in pixels, as it is shown."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What an article's page shows that is not in the article; each part may be missing."""

    findings: Findings = field(default_factory=dict)
    """Each stands on its pair. For `mkdocs serve` alone."""
    sizes: Mapping[str, Size] = field(default_factory=dict)
    """By the image's file name."""
    suggest: str = ""
    """Where a better translation is suggested, with `{line}` where the line of the catalog goes."""
    explain: bool = False
    """Whether the glossary's notes are at hand where their terms stand."""
    people: Mapping[str, str] = field(default_factory=dict)
    """The slugs of those in the front matter who have a page, by their names there."""
    signers: tuple[Part, ...] = ()
    """Those who have signed its English, and may be named."""
    named: Mapping[Key, str] = field(default_factory=dict)
    """By the entry's key: what each pair is called where it is worked on (`data-pair`).

    The text that describes a picture stands below it then, to be seen."""
    publication: Publication | None = None
    """What a citation names; None where none is shown."""
    data: bool = False
    """Whether the article's data lie beside its page."""


@dataclass(frozen=True, slots=True)
class View:
    """A briefing as one edition shows it."""

    briefing: Briefing
    edition: Edition
    glossary: Glossary
    reviewed_only: bool = False
    """English that no person has reviewed is held back."""
    extras: Extras = field(default_factory=Extras)
    notes: Notes = field(default_factory=Notes)
    places: Places = PLACES

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

    def html(self, segment: Segment, edition: Edition) -> str:
        return self.notes.html.get((segment.key, edition)) or inline(self.text(segment, edition))

    def own(self, segment: Segment) -> tuple[str, Edition]:
        """The text to stand alone in this edition, and its language: Indonesian where there is no English."""
        text = self.text(segment, self.edition)
        return (text, self.edition) if text else (segment.text, "id")

    def caveat(self, segment: Segment, edition: Edition) -> str:
        """The state that has to be said wherever a segment stands in one language.

        Nothing of Indonesian, and nothing of English that a person has reviewed.
        """
        state = self.state(segment)
        return "" if edition == "id" or state == State.REVIEWED else state

    def stated(self, segment: Segment, edition: Edition) -> str:
        """The words of a segment, Indonesian where it has no English, with its state where it needs one.

        For where no mark can stand: `Main harvest begins (machine translation)`.
        """
        return plain(self.text(segment, edition) or segment.text) + self.remark(segment, edition)

    def remark(self, segment: Segment, edition: Edition) -> str:
        """What `stated` adds to the words."""
        caveat = self.caveat(segment, edition)
        return f" ({in_sentence(say(edition, caveat))})" if caveat else ""

    def name(self, indonesian: str) -> str:
        """A place or a tag as this edition calls it."""
        return (self.edition == "en" and self.glossary.english_of(indonesian)) or indonesian

    def outlet(self, name: str, edition: Edition | None = None) -> str:
        """An outlet as this edition calls it, or another: the same name wherever it stands."""
        return outlet_name(name, edition or self.edition, self.glossary)[0]

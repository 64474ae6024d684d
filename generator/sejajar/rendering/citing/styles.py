"""The two styles that readers paste into a text: APA (7th edition) and Chicago (18th, bibliography of notes).

By rule, since a work here is always of one kind, a text on a news site. A processor of CSL was tried
(citeproc-py 0.11 with the published styles): 17 to 31 ms an entry, more than all else that a page costs. It
wrote `2025, Juli 20` and an empty “Edition.”, and put Indonesian headlines into English title case. Its
styles weigh 15 MB and are CC BY-SA.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sejajar.language.wording import day_in, long_date, say, strings
from sejajar.rendering.citing.work import Name, Work

_APA_MOST = 20
"""Authors that APA names; of more the first nineteen and the last (Publication Manual 7, 9.8)."""
_CHICAGO_MOST, _CHICAGO_FIRST = 6, 3
"""Authors that Chicago names in a bibliography; of more only the first three (Manual of Style 18, 13.23)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a bibliography, in the parts that a page sets apart."""

    before: str
    italic: str
    after: str
    accessed: str
    """How the style says when it was read, with `{date}`: a page that stands for years cannot know."""
    url: str
    end: str = ""

    @property
    def text(self) -> str:
        return f"{self.before}{self.italic}{self.after}{self.url}{self.end}"


def apa(work: Work) -> Entry:
    """`Aminah, S., & Wibowo, B. (2025, July 20). Main harvest begins. Sejajar. https://…`"""
    authors = _apa_names(work.authors)
    date = f"({work.date:%Y}, {day_in(work.date, work.edition, american=True)})."
    notes = ""
    if work.translators:
        names = _and([f"{one.initials} {one.family}".strip() or one.literal for one in work.translators], "&")
        notes += f" ({say(work.edition, 'cite-translator', names=names)})"
    notes += f" [{work.state}]" if work.state else ""
    stop = "" if not notes and _is_ended(work.title) else "."
    # whose site it is goes without saying where they are the authors (Publication Manual 7, 9.29)
    site = "" if authors == work.site else f"{_ended(work.site)} "
    accessed = strings(work.edition)["cite-retrieved"]
    if not authors:
        return Entry("", work.title, f"{notes}{stop} {date} {site}", accessed, work.url)
    return Entry(f"{_ended(authors)} {date} ", work.title, f"{notes}{stop} {site}", accessed, work.url)


def chicago(work: Work) -> Entry:
    """`Aminah, Siti, and Budi Wibowo. “Main Harvest Begins.” Sejajar, July 20, 2025. https://….`

    Headlines keep their capitals: Chicago's are for English titles, and these may be Indonesian.
    """
    authors = _chicago_names(work)
    title = _nested(work.title)
    parts = [f"{_ended(authors)} " if authors else "", f"“{_ended(title)}” "]
    if work.translators:
        names = _and([one.natural for one in work.translators], _word(work))
        parts.append(_ended(say(work.edition, "cite-translated-by", names=names)) + " ")
    parts.append(f"{work.state}. " if work.state else "")
    date = long_date(work.date, work.edition, american=True)
    return Entry(
        "".join(parts), work.site, f", {date}. ", strings(work.edition)["cite-accessed"], work.url, "."
    )


def _apa_names(those: Sequence[Name]) -> str:
    written = [one.literal or ", ".join(filter(None, (one.family, one.initials))) for one in those]
    if len(written) > _APA_MOST:
        return ", ".join(written[: _APA_MOST - 1]) + f", . . . {written[-1]}"
    return ", & ".join([", ".join(written[:-1]), written[-1]]) if len(written) > 1 else "".join(written)


def _chicago_names(work: Work) -> str:
    """The first name is inverted, since the list is in its order; a comma parts it from the next."""
    written = [one.natural if at else one.inverted for at, one in enumerate(work.authors)]
    if len(written) > _CHICAGO_MOST:
        return ", ".join(written[:_CHICAGO_FIRST]) + f", {say(work.edition, 'cite-others')}"
    if len(written) == 2:
        return f"{written[0]}, {_word(work)} {written[1]}"
    return _and(written, _word(work))


def _word(work: Work) -> str:
    return say(work.edition, "and")


def _and(names: Sequence[str], word: str) -> str:
    """`A`, `A and B`, `A, B, and C`."""
    if len(names) < 3:
        return f" {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def _is_ended(text: str) -> bool:
    return text.rstrip("”’\"')").endswith((".", "?", "!", "…"))


def _ended(text: str) -> str:
    """With one full stop, or the mark that it ends in."""
    return text if _is_ended(text) else f"{text}."


def _nested(title: str) -> str:
    """A headline for inside quotation marks: its own are single ones."""
    opened = False
    out = []
    for character in title:
        if character == '"':
            opened = not opened
            character = "‘" if opened else "’"
        out.append({"“": "‘", "”": "’", "„": "‘"}.get(character, character))
    return "".join(out)

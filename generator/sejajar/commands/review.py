"""The verb by which a person answers for English: what waits, what there is to see, and each decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.bounds import one_line
from sejajar.build.checks import CheckResults
from sejajar.build.risks import risks
from sejajar.catalogs import Briefing, Pair
from sejajar.checking import Finding, Risk, check_pair, switched
from sejajar.commands.history import approved_english
from sejajar.formats import article as article_format
from sejajar.formats.glossary import Glossary
from sejajar.language.changes import Change, changes
from sejajar.model import Entry, Key, Problem, Severity, State, Status, has_errors, signed
from sejajar.site.workspace import Site, Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pair is to be found, whatever has been written since."""

    article: str
    """The article file's path."""
    catalog: str
    key: Key
    risk: Risk = field(default_factory=Risk, compare=False)
    """As it was when the queue was made."""


@dataclass(frozen=True, slots=True)
class Accept:
    """The English on the screen is right: it is signed."""

    reason: str = ""
    """Why it is right all the same, where the checks find an error in it; see `Look.unanswered`."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Another English, still to be accepted."""

    text: str


@dataclass(frozen=True, slots=True)
class NeedsWork:
    """The English is not right yet; what is wrong stays as a translator comment."""

    remark: str = ""


Decision = Accept | Edit | NeedsWork


def decided(entry: Entry, decision: Decision, name: str, date: dt.date) -> Entry:
    """The entry after a decision. Raises ValueError where there is no English to accept."""
    match decision:
        case Accept(_):
            if entry.signed and entry.reviewed and entry.reviewed.who == name:
                return entry
            return signed(entry, entry.msgstr, name, date)
        case Edit(text):
            text = one_line(text)
            if not text or text == entry.msgstr:
                return entry
            return replace(entry, msgstr=text, fuzzy=True, previous="")
        case NeedsWork(remark):
            # neither the machine's stamp, which would call it untouched, nor one's own approval may stand
            withdrawn = entry.reviewed is not None and entry.reviewed.who == name
            entry = replace(
                entry,
                fuzzy=bool(entry.msgstr),
                machine=None,
                reviewed=None if withdrawn else entry.reviewed,
            )
            return with_remark(entry, remark, name, date)


def unanswered(entry: Entry, glossary: Glossary, codes: frozenset[str]) -> tuple[Finding, ...]:
    """The errors that the checks find in an entry's English and that nobody has given a reason for.

    A strict build stops at them, signed or not.
    """
    silenced = {code for code, _ in entry.silenced}
    found = check_pair(entry.msgid, entry.msgstr, glossary, codes)
    return tuple(
        finding for finding in found if finding.severity is Severity.ERROR and finding.code not in silenced
    )


def silencing(entry: Entry, found: Iterable[Finding], reason: str) -> Entry:
    """The entry with a person's reason beside each rule that found an error: `# silence: numbers reason`."""
    new = dict.fromkeys((finding.code, one_line(reason)) for finding in found)
    return replace(entry, silenced=(*entry.silenced, *new))


def with_remark(entry: Entry, remark: str, name: str, date: dt.date) -> Entry:
    """The entry with a person's remark among its comments, once."""
    remark = one_line(remark)
    if not remark or any(is_remark(comment, remark, name) for comment in entry.comments):
        return entry
    return replace(entry, comments=(*entry.comments, f"{REMARK}{name} {date.isoformat()}: {remark}"))


REMARK = "remark: "


def is_remark(comment: str, remark: str, name: str) -> bool:
    return comment.startswith(f"{REMARK}{name} ") and comment.endswith(f": {remark}")


def waiting(
    workspace: Workspace, found: CheckResults | None = None, riskiest: int | None = None
) -> tuple[Place, ...]:
    """The pairs that no person has signed: the articles with the greatest risk first, each in reading order.

    `riskiest`: only so many, whatever article they are in, the greatest risk first.
    Those too that are signed and have an error by what the checks have `found`: a strict build stops at it.
    What is retracted does not wait, and what is broken has to be fixed first.
    """
    wrong = {
        (path, key)
        for path, checked in (found.of.items() if found else ())
        for key, problem in checked.found
        if problem.severity is Severity.ERROR
    }
    ranked = risks(workspace, found)
    places = [
        Place(
            briefing.article.path,
            briefing.catalog.path,
            pair.segment.key,
            ranked.get((briefing.article.path, pair.segment.key), Risk()),
        )
        for parsed in workspace.parsed.values()
        if (briefing := parsed.briefing) is not None and not has_errors(parsed.problems)
        if briefing.article.metadata.status is not Status.RETRACTED
        for pair in briefing.pairs.values()
        if not pair.entry.signed or (briefing.article.path, pair.segment.key) in wrong
    ]
    if riskiest is not None:
        return tuple(sorted(places, key=lambda place: -place.risk.points)[:riskiest])
    greatest: dict[str, float] = {}
    for place in places:
        greatest[place.article] = max(greatest.get(place.article, 0.0), place.risk.points)
    return tuple(sorted(places, key=lambda place: -greatest[place.article]))


class Now(Enum):
    """Why there is no pair to be seen, or why a decision was not saved."""

    UNANSWERED = "unanswered"
    """The English has an error by the checks, and nobody says why it is right: `Accept.reason`."""

    CHANGED = "changed"
    GONE = "gone"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Look:
    """A pair as it is on the disk at this moment, with all that helps to decide."""

    pair: Pair
    title: str
    """The article's."""
    catalog: str
    findings: tuple[Finding, ...] = ()
    """But for those that somebody has silenced."""
    source_changes: tuple[Change, ...] = ()
    """From the text that the English was made for to the present one; empty where that is the same."""
    english_changes: tuple[Change, ...] = ()
    """From the English that was signed to the present one; empty where it is the same or cannot be found."""
    approval_broken: bool = False
    """Somebody signed, and the English has changed since."""

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """The errors that have to be answered by whoever accepts the pair."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Obstacle:
    why: Now
    problems: tuple[Problem, ...] = ()


def look(site: Site, place: Place, glossary: Glossary) -> Look | Obstacle:
    """Reads one pair from the disk, its article synced in memory."""
    read = read_briefing(site, place)
    if isinstance(read, Obstacle):
        return read
    briefing, _ = read
    pair = briefing.pairs.get(place.key)
    if pair is None:
        return Obstacle(Now.GONE)
    entry = pair.entry
    silenced = {code for code, _ in entry.silenced}
    found = check_pair(pair.segment.text, entry.msgstr, glossary, switched(site.settings.checks))
    stale = entry.state is State.STALE
    broken = (
        entry.reviewed is not None
        and bool(entry.msgstr)
        and not any(entry.reviewed.holds(source, entry.msgstr) for source in (entry.msgid, entry.previous))
    )
    approved = approved_english(site.root, briefing.catalog, entry) if broken else ""
    return Look(
        pair,
        briefing.article.title.text,
        briefing.catalog.path,
        tuple(finding for finding in found if finding.code not in silenced),
        changes(entry.previous, entry.msgid) if stale else (),
        changes(approved, entry.msgstr) if approved else (),
        broken,
    )


def decide(
    site: Site,
    place: Place,
    seen: Entry,
    decision: Decision,
    name: str,
    date: dt.date,
    glossary: Glossary | None = None,
) -> Entry | Obstacle:
    """Saves a decision at once, and returns the entry as it is now.

    To accept an English in which the checks find an error takes a reason, which silences them for this pair;
    without one nothing is written.

    `seen` is the entry that the person saw. If the one on the disk is another by now, nothing is written:
    nobody signs a text unread. Everything else that was written meanwhile stays.
    Raises ValueError where there is no English to accept.
    """

    def changed(briefing: Briefing) -> dict[Place, Entry] | Obstacle:
        pair = briefing.pairs.get(place.key)
        if pair is None:
            return Obstacle(Now.GONE)
        entry = pair.entry
        if entry != seen:
            return Obstacle(Now.CHANGED)
        new = decided(entry, decision, name, date)
        if isinstance(decision, Accept):
            found = unanswered(entry, glossary or Glossary(), switched(site.settings.checks))
            if found and not one_line(decision.reason):
                return Obstacle(Now.UNANSWERED)
            new = silencing(new, found, decision.reason)
        return {} if new == entry else {place: new}

    made = rewrite_entries(site, place, changed)
    return made if isinstance(made, Obstacle) else made.get(place, seen)


def rewrite_entries(
    site: Site, place: Place, changed: Callable[[Briefing], Mapping[Place, Entry] | Obstacle]
) -> Mapping[Place, Entry] | Obstacle:
    """Writes the entries that `changed` makes of an article, and returns them; none, and nothing is written.

    It is asked again if somebody else writes the catalog meanwhile, so that everything else stays as they
    have it. `place` is any pair of the article.
    """
    while True:
        read = read_briefing(site, place)
        if isinstance(read, Obstacle):
            return read
        briefing, before = read
        new = changed(briefing)
        if isinstance(new, Obstacle) or not new:
            return new
        text = catalog_format.dumps(briefing.catalog.updated(new.values()))
        if storage.exchange(site.root, place.catalog, before, text):
            return new


def read_briefing(site: Site, place: Place) -> tuple[Briefing, str | None] | Obstacle:
    """The article with its catalog as they are on the disk, and the catalog's text."""
    try:
        text = storage.read_text(site.root, place.article)
        catalog_text = storage.read_text(site.root, place.catalog)
    except (OSError, UnicodeDecodeError):
        return Obstacle(Now.BROKEN)
    if text is None:
        return Obstacle(Now.GONE)
    article, problems = article_format.loads(text, place.article)
    catalog, catalog_problems = (
        catalog_format.loads(catalog_text, place.catalog)
        if catalog_text is not None
        else (catalog_format.empty(place.catalog), ())
    )
    problems = (*problems, *catalog_problems)
    if article is None or catalog is None or has_errors(problems):
        return Obstacle(Now.BROKEN, problems)
    return catalog_format.briefing(article, catalog), catalog_text

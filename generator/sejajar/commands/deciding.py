"""The verbs of somebody who sees a whole article at once, around those of `review`: a pair at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sejajar.bounds import one_line
from sejajar.catalogs import Briefing
from sejajar.commands.history import made_english
from sejajar.commands.review import (
    Accept,
    Edit,
    NeedsWork,
    Now,
    Obstacle,
    Place,
    decide,
    read_briefing,
    rewrite_entries,
)
from sejajar.commands.standing import Standing
from sejajar.commands.translate import Order, engines_of
from sejajar.formats.glossary import Glossary
from sejajar.model import Catalog, Entry, Key, State, accepts_machine
from sejajar.site.workspace import Site
from sejajar.translating import Candidate, Translated, by_candidate


def name_of(key: Key) -> str:
    """What a pair is called in an address: it says nothing, and holds nothing that would need escaping."""
    return sha256("\0".join(key).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def revision(entry: Entry) -> str:
    """Changes with everything that a person sees of an entry, so that nobody signs what was not shown."""
    return sha256(repr(replace(entry, line=0)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that was saved: what the entry was, and what it is."""

    place: Place
    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class Made:
    """What became of what a person wanted: the steps that were saved, and what was in the way of the rest."""

    steps: tuple[Step, ...] = ()
    obstacle: Obstacle | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person does to a pair at once: writes an English, and says what it is worth."""

    text: str | None = None
    """None: the English as it is."""
    accept: bool = False
    reason: str = ""
    """As `review.Accept` needs it where the checks find an error."""
    needs_work: bool = False
    remark: str = ""


def carry_out(
    site: Site, place: Place, seen: str, wish: Wish, name: str, today: dt.date, glossary: Glossary
) -> Made:
    """The decisions that a wish comes to, in the order in which `sejajar review` takes them.

    `seen` is the revision of the entry that the person saw; where the disk has another nothing is written. An
    edit is kept even where the acceptance after it needs a reason.
    """
    read = read_briefing(site, place)
    if isinstance(read, Obstacle):
        return Made(obstacle=read)
    pair = read[0].pairs.get(place.key)
    if pair is None:
        return Made(obstacle=Obstacle(Now.GONE))
    entry = pair.entry
    if revision(entry) != seen:
        return Made(obstacle=Obstacle(Now.CHANGED))
    steps: list[Step] = []
    for decision in _decisions(entry, wish):
        made = decide(site, place, entry, decision, name, today, glossary)
        if isinstance(made, Obstacle):
            return Made(tuple(steps), made)
        if made != entry:
            steps.append(Step(place, entry, made))
        entry = made
    return Made(tuple(steps))


def _decisions(entry: Entry, wish: Wish) -> tuple[Accept | Edit | NeedsWork, ...]:
    decisions: list[Accept | Edit | NeedsWork] = []
    text = one_line(wish.text) if wish.text is not None else entry.msgstr
    if text and text != entry.msgstr:
        decisions.append(Edit(text))
    if wish.needs_work:
        decisions.append(NeedsWork(wish.remark))
    elif wish.accept and (text or entry.msgstr):
        decisions.append(Accept(wish.reason))
    return tuple(decisions)


def take_back(site: Site, steps: Sequence[Step]) -> tuple[Place, ...] | Obstacle:
    """Puts entries back to what they were before these decisions of one article; returns whose it did.

    What anybody has written over a decision since stays.
    """
    if not steps:
        return ()

    def earlier(briefing: Briefing) -> dict[Place, Entry]:
        back: dict[Place, Entry] = {}
        for step in reversed(steps):
            pair = briefing.pairs.get(step.place.key)
            now = back.get(step.place, pair.entry if pair else None)
            if now == step.after:
                back[step.place] = step.before
        return back

    made = rewrite_entries(site, steps[0].place, earlier)
    return made if isinstance(made, Obstacle) else tuple(made)


def acceptable(briefing: Briefing, flagged: Collection[Key]) -> tuple[Key, ...]:
    """The pairs that may be signed together: with an English, and nothing that speaks against it.

    Neither the checks (`flagged`) nor a person, who has marked it as needs-work, nor a source that has
    changed since; and nobody has signed it yet.
    """
    fit = (State.MACHINE, State.REVIEWED)
    return tuple(
        key
        for key, pair in briefing.pairs.items()
        if pair.entry.state in fit and not pair.entry.signed and key not in flagged
    )


def machine_english(site: Site, catalog: Catalog, entry: Entry, standing: Standing, place: Place) -> str:
    """What the machine had made of the pair, where a person has changed it; empty where nothing knows it."""
    stamp = entry.machine
    if stamp is None or not entry.msgstr:
        return ""
    if entry.unchanged:
        return entry.msgstr
    earlier = (known.msgstr for known in standing.states.get(place, ()))
    found = next((text for text in earlier if stamp.holds(entry.msgid, text)), "")
    return found or made_english(site.root, catalog, entry)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What an engine makes of one pair."""

    candidate: Candidate
    outcome: Translated

    @property
    def english(self) -> str:
        return self.outcome.text

    @property
    def engine(self) -> str:
        return self.candidate.engine


def propose(
    site: Site, place: Place, glossary: Glossary, order: Order, environment: Mapping[str, str]
) -> Proposed | Obstacle | str:
    """Asks an engine for one pair, and writes nothing; `refill` does.

    Text: why the engine gave none. Raises translating.EngineError.
    """
    engines = engines_of(site, glossary, order, environment)
    read = read_briefing(site, place)
    if isinstance(read, Obstacle):
        return read
    briefing, _ = read
    pair = briefing.pairs.get(place.key)
    if pair is None:
        return Obstacle(Now.GONE)
    article = briefing.article
    if article.metadata.confidential and not engines.first.private:
        return f"1 segment of a confidential article is not sent to {engines.first.host}"
    (candidate,) = engines.candidates(article, [pair.segment])
    if not isinstance(candidate.outcome, Translated):
        return f"{engines.first.name}: {candidate.outcome.message}"
    return Proposed(candidate, candidate.outcome)


def refill(site: Site, place: Place, seen: str, proposed: Proposed, today: dt.date) -> Step | Obstacle | None:
    """Saves what an engine proposed; None where the pair has a person's words, or is not what was `seen`."""
    steps: list[Step] = []

    def filled(briefing: Briefing) -> dict[Place, Entry]:
        steps.clear()
        pair = briefing.pairs.get(place.key)
        if pair is None or not accepts_machine(pair.entry) or revision(pair.entry) != seen:
            return {}
        new = by_candidate(pair.entry, proposed.candidate, proposed.outcome, today)
        steps.append(Step(place, pair.entry, new))
        return {place: new}

    made = rewrite_entries(site, place, filled)
    if isinstance(made, Obstacle):
        return made
    return steps[0] if steps else None

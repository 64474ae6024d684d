"""Going through a queue of pairs: where a person is in it, and what an event makes of that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sejajar.commands.review import Accept, Decision, Edit, NeedsWork, Now, Place


@dataclass(frozen=True, slots=True)
class Skip:
    pass


@dataclass(frozen=True, slots=True)
class Back:
    pass


@dataclass(frozen=True, slots=True)
class Quit:
    pass


@dataclass(frozen=True, slots=True)
class Saved:
    decision: Decision


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision came to nothing, or there is nothing to decide on."""

    why: Now
    place: str = ""


Event = Skip | Back | Quit | Saved | Refused


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person is in the queue. `after` says what an event makes of it."""

    places: tuple[Place, ...]
    at: int = 0
    accepted: int = 0
    edited: int = 0
    marked: int = 0
    notice: str = ""
    """What is to be said above the next pair."""
    left: bool = False

    @property
    def over(self) -> bool:
        return self.left or self.at >= len(self.places)

    @property
    def place(self) -> Place:
        return self.places[self.at]


def after(session: Session, event: Event) -> Session:
    """The session after an event. An edited pair stays in sight, to be accepted."""
    session = replace(session, notice="")
    match event:
        case Skip():
            return replace(session, at=session.at + 1)
        case Back():
            if session.at == 0:
                return replace(session, notice="this is the first pair")
            return replace(session, at=session.at - 1)
        case Quit():
            return replace(session, left=True)
        case Saved(decision):
            return _tallied(session, decision)
        case Refused(why, place):
            return _passed(session, why, place)


def _passed(session: Session, why: Now, place: str) -> Session:
    """Goes on by a pair that is gone, and by all those of an article that cannot be read."""
    if why is Now.CHANGED:
        notice = "somebody has changed this pair meanwhile; nothing was saved, and here it is anew"
        return replace(session, notice=notice)
    if why is Now.UNANSWERED:
        return replace(session, notice="the checks find an error here; say why it is right, or correct it")
    if why is Now.GONE:
        notice = f"a pair is no longer in {place}; it was left out"
        return replace(session, at=session.at + 1, notice=notice)
    rest = (at for at in range(session.at + 1, len(session.places)) if session.places[at].article != place)
    notice = f"{place} or its catalog cannot be read; its pairs were left out"
    return replace(session, at=next(rest, len(session.places)), notice=notice)


def _tallied(session: Session, decision: Decision) -> Session:
    match decision:
        case Accept():
            return replace(session, at=session.at + 1, accepted=session.accepted + 1)
        case NeedsWork():
            return replace(session, at=session.at + 1, marked=session.marked + 1)
        case Edit():
            return replace(
                session, edited=session.edited + 1, notice="saved as needs-work; accept it to sign it"
            )

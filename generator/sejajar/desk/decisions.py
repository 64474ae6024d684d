"""What somebody decides about pairs: each is saved before it is answered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sejajar.commands.deciding import (
    Made,
    Proposed,
    Step,
    Wish,
    carry_out,
    name_of,
    propose,
    refill,
    take_back,
)
from sejajar.commands.journal import noted
from sejajar.commands.queue import read_one
from sejajar.commands.review import Now, Obstacle, Place
from sejajar.commands.translate import Order
from sejajar.desk import pairs
from sejajar.desk.answers import (
    RefusedError,
    answered,
    edition_of,
    office_of,
    person_of,
    signer,
    text_of,
    told,
)
from sejajar.desk.office import Office, Opened
from sejajar.desk.people import Person
from sejajar.i18n import gettext, in_words, translated
from sejajar.language.inline import inline
from sejajar.model import Edition, Problem, has_errors
from sejajar.translating import ENGINES, EngineError


@dataclass(frozen=True, slots=True)
class Asked:
    """A request about an article, unpacked."""

    office: Office
    opened: Opened
    told: Mapping[str, Any]
    place: Place | None
    edition: Edition = "id"

    @property
    def pair(self) -> Place:
        if self.place is None and has_errors(self.opened.read.problems):
            raise _broken(self.opened.read.problems)
        if self.place is None:
            raise RefusedError(410, "gone", gettext("This pair is no longer in the article."))
        return self.place

    def again(self) -> Opened:
        """The article as it is now, after a decision."""
        return Opened(self.opened.path, read_one(self.office.site, self.opened.path))


def asked(request: Request, body: bytes) -> Asked:
    office = office_of(request)
    opened = office.open(request.path_params["article"])
    if opened is None:
        raise RefusedError(404, "gone", gettext("This article is no longer there."))
    if opened.briefing is None:
        raise _broken(opened.read.problems)
    name = request.path_params.get("pair")
    return Asked(
        office, opened, told(request, body), opened.place(name) if name else None, edition_of(request)
    )


def verb(act: Callable[[Request, Asked], Any]) -> Callable[[Request], Any]:
    """A route that unpacks a request, and answers with what `act` made of it. Verbs run in threads."""

    async def route(request: Request) -> Response:
        body = await request.body()
        return await run_in_threadpool(answered, lambda: act(request, asked(request, body)))

    route.__name__ = act.__name__
    return route


def pair(request: Request) -> Response:
    """One pair with all that helps to decide."""

    def made() -> dict[str, Any]:
        office = office_of(request)
        opened = office.open(request.path_params["article"])
        place = opened.place(request.path_params["pair"]) if opened else None
        found = pairs.whole(office, opened, place, edition_of(request)) if opened and place else None
        if found is None:
            raise RefusedError(410, "gone", gettext("This pair is no longer in the article."))
        return found

    return answered(made)


def check(_: Request, asked: Asked) -> dict[str, Any]:
    """What the checks say of an English that is being typed, and what it looks like."""
    english = text_of(asked.told, "text")
    return {
        "findings": pairs.findings(asked.office, asked.pair.key[1], english),
        "html": inline(english),
    }


def decide(request: Request, asked: Asked) -> dict[str, Any]:
    person = signer(request)
    text = text_of(asked.told, "text") if "text" in asked.told else None
    wanted = text_of(asked.told, "decision")
    wish = Wish(
        text,
        accept=wanted == "accept",
        reason=text_of(asked.told, "reason", 2000),
        needs_work=wanted == "needs-work",
        remark=text_of(asked.told, "remark", 2000),
    )
    office, place = asked.office, asked.pair
    seen = text_of(asked.told, "revision")
    made = _carried(office, place, seen, wish, person, _DEEDS.get(wanted, "edited"))
    office.can_take_back(person, made.steps)
    if made.obstacle:
        raise _refused(asked, made.obstacle, place)
    return _seen(asked, place)


_DEEDS = {"accept": "reviewed", "needs-work": "needs-work"}
"""What the journal calls a decision."""


def _carried(office: Office, place: Place, seen: str, wish: Wish, person: Person, deed: str) -> Made:
    """A wish, saved; and noted, so that a commit knows what the desk has written."""

    def carried() -> Made:
        return carry_out(office.site, place, seen, wish, person.name, office.today(), office.glossary)

    with office.deciding(place.article):
        made = noted(office.site, place.catalog, person.name, deed, carried)
        office.decided(made.steps)
    return made


def _refused(asked: Asked, obstacle: Obstacle, place: Place) -> RefusedError:
    """Why nothing was saved, with the pair as it is now, for the eye of whoever wanted to sign another."""
    opened = asked.again()
    now = pairs.whole(asked.office, opened, place, asked.edition)
    match obstacle.why:
        case Now.CHANGED:
            return RefusedError(
                409,
                "changed",
                gettext("Somebody has changed this pair meanwhile; nothing was saved, and here it is anew."),
                pair=now,
            )
        case Now.UNANSWERED:
            message = gettext("The checks find an error here: correct it, or say why it is right.")
            return RefusedError(422, "unanswered", message, pair=now)
        case Now.GONE:
            return RefusedError(410, "gone", gettext("This pair is no longer in the article."))
        case _:
            return _broken(obstacle.problems)


def _broken(problems: Iterable[Problem]) -> RefusedError:
    said = [str(in_words(problem)) for problem in problems]
    return RefusedError(409, "broken", gettext("The article's files cannot be read."), problems=said)


def _seen(asked: Asked, *places: Place) -> dict[str, Any]:
    """The pairs as they are now, and where the article stands."""
    opened = asked.again()
    everything = pairs.all_pairs(asked.office, opened, asked.edition)
    named = {
        everything[0]["id"],
        *(name_of(place.key) for place in places),
    }
    return {
        "pairs": [one for one in everything if one["id"] in named],
        "signed": sum(one["signed"] for one in everything),
        "count": len(everything),
        "revision": asked.office.revision(opened.path),
    }


def undo(request: Request, asked: Asked) -> dict[str, Any]:
    """Takes back what this person did last in the article."""
    person, office, article = signer(request), asked.office, asked.opened.path
    with office.deciding(article):
        steps = office.last_steps(person, article)
        if not steps:
            raise RefusedError(409, "nothing", gettext("There is nothing of yours to take back here."))
        place = steps[0].place
        places = noted(
            office.site, place.catalog, person.name, "undone", lambda: take_back(office.site, steps)
        )
        if isinstance(places, Obstacle):
            raise _refused(asked, places, place)
        office.forget(person, article, steps)
        office.taken_back(steps, places)
    if not places:
        message = gettext("Somebody has changed this pair since, so that your decision cannot be taken back.")
        now = pairs.whole(office, asked.again(), place, asked.edition)
        raise RefusedError(409, "changed", message, pair=now)
    return _seen(asked, *places)


def accept_all(request: Request, asked: Asked) -> dict[str, Any]:
    """Signs the pairs that the page named when it asked, as far as they are still what it showed."""
    person, office = signer(request), asked.office
    wanted = asked.told.get("pairs")
    if not isinstance(wanted, list) or len(wanted) > 5_000:
        raise RefusedError(400)
    everything = {one["id"]: one for one in pairs.all_pairs(office, asked.opened)}
    steps: list[Step] = []
    refused: list[str] = []
    for one in wanted:
        name, seen = _named(one)
        place = asked.opened.place(name)
        fit = name in everything and everything[name]["acceptable"]
        made = Made()
        if fit and place:
            wish = Wish(accept=True)
            made = _carried(office, place, seen, wish, person, "reviewed")
            steps += made.steps
        if not made.steps:
            refused.append(name)
    office.can_take_back(person, steps)
    return {**_seen(asked, *(step.place for step in steps)), "accepted": len(steps), "refused": refused}


def _named(one: object) -> tuple[str, str]:
    match one:
        case [str(name), str(seen)]:
            return name, seen
    raise RefusedError(400)


def retranslate(request: Request, asked: Asked) -> dict[str, Any]:
    """What an engine makes of one pair."""
    person, office, place = signer(request), asked.office, asked.pair
    seen, order = text_of(asked.told, "revision"), Order(_engine(asked))
    try:
        made = propose(office.site, place, office.glossary, order, os.environ)
    except EngineError as error:
        raise RefusedError(409, "engine", translated(str(error))) from None
    if isinstance(made, str):
        raise RefusedError(502, "engine", translated(made))
    if isinstance(made, Obstacle):
        raise _refused(asked, made, place)
    step = _refilled(office, place, seen, made, person)
    if isinstance(step, Obstacle):
        raise _refused(asked, step, place)
    return {**_seen(asked, place), "english": made.english, "engine": made.engine, "saved": step is not None}


def _refilled(
    office: Office, place: Place, seen: str, proposed: Proposed, person: Person
) -> Step | Obstacle | None:
    """A machine's English in the place of a machine's, saved and noted as a decision is."""

    def saved() -> Step | Obstacle | None:
        return refill(office.site, place, seen, proposed, office.today())

    with office.deciding(place.article):
        step = noted(office.site, place.catalog, person.name, "translated", saved)
        if isinstance(step, Step):
            office.decided([step])
            office.can_take_back(person, [step])
    return step


def fill(request: Request, asked: Asked) -> dict[str, Any]:
    """Has a machine fill what the article has no English for."""
    person = signer(request)
    return asked.office.fills.begin(asked.opened.path, _engine(asked), person.name).told()


def _engine(asked: Asked) -> str:
    """The one that the page names; empty for the one that the settings do."""
    engine = text_of(asked.told, "engine", 40)
    if engine and engine not in engines(asked.office):
        raise RefusedError(400)
    return engine


def engines(office: Office) -> tuple[str, ...]:
    """Those that the settings name: no other is sent anything."""
    settings = office.site.settings.translate
    named: Iterable[str] = (settings.engine, *settings.fallback, settings.second)
    return tuple(dict.fromkeys(one for one in named if one in ENGINES))


def here(request: Request, body: bytes) -> dict[str, Any]:
    """A sign of life of a page: where somebody is. It gets who else is there, and what has changed."""
    office, person = office_of(request), person_of(request)
    sent = told(request, body)
    name, tab = text_of(sent, "article", 300), text_of(sent, "tab", 40)
    path = office.index.path_of(name) if name else None
    if sent.get("leaves") is True:
        office.presence.leave(person, tab)
        return {}
    office.presence.sign(person, path or "", text_of(sent, "pair", 40), tab)
    others = office.presence.others(person, path) if path else ()
    filled = office.fills.of(path) if path else None
    return {
        "others": [{"name": one.person.name or gettext("somebody"), "pair": one.pair} for one in others],
        "restored": office.stand(path, person.name) if path else 0,
        "revision": office.revision(path) if path else "",
        "fill": filled.told() if filled else None,
    }


async def _here(request: Request) -> Response:
    body = await request.body()
    return await run_in_threadpool(answered, lambda: here(request, body))


ROUTES = (
    Route("/here", _here, methods=["POST"]),
    Route("/article/{article}/undo", verb(undo), methods=["POST"]),
    Route("/article/{article}/accept", verb(accept_all), methods=["POST"]),
    Route("/article/{article}/fill", verb(fill), methods=["POST"]),
    Route("/article/{article}/pair/{pair}", pair),
    Route("/article/{article}/pair/{pair}/check", verb(check), methods=["POST"]),
    Route("/article/{article}/pair/{pair}/decide", verb(decide), methods=["POST"]),
    Route("/article/{article}/pair/{pair}/retranslate", verb(retranslate), methods=["POST"]),
)

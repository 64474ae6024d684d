"""The Indonesian of a pair, corrected in its place where the words are ours; its English becomes stale."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from sejajar.commands.deciding import name_of
from sejajar.commands.editing import Edited, Refusal, Why, edit_source
from sejajar.desk.answers import RefusedError, signer, text_of
from sejajar.desk.decisions import Asked, verb
from sejajar.desk.metadata import WHYS
from sejajar.i18n import gettext, in_words


def edit(request: Request, asked: Asked) -> dict[str, Any]:
    person, text, anchor = signer(request), text_of(asked.told, "text"), text_of(asked.told, "anchor", 300)
    if asked.place is None and (now := _now(asked, anchor)) is not None:
        raise _refused(Refusal(Why.CHANGED, yours=text, theirs=now))
    place = asked.pair
    made = edit_source(asked.office.site, asked.opened.path, place.key, text, person.name, anchor=anchor)
    if isinstance(made, Edited):
        return {"id": name_of(made.key) if made.key else ""}
    raise _refused(made)


def _now(asked: Asked, anchor: str) -> str | None:
    """What the text is now that had this anchor, whatever it was when the page was made."""
    pairs = asked.opened.briefing.pairs.values() if asked.opened.briefing and anchor else ()
    return next((pair.segment.text for pair in pairs if pair.entry.anchor == anchor), None)


def _refused(made: Refusal) -> RefusedError:
    return RefusedError(
        409 if made.why is Why.CHANGED else 422,
        str(made.why.value),
        gettext(WHYS[made.why]),
        problems=[f"{in_words(one).message}; {in_words(one).hint}" for one in made.problems],
        theirs=made.theirs,
    )


ROUTES = (Route("/article/{article}/pair/{pair}/source", verb(edit), methods=["POST"]),)

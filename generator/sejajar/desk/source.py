"""The Indonesian of a pair, corrected in its place where the words are ours; its English becomes stale."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from sejajar.commands.deciding import name_of
from sejajar.commands.editing import Edited, Why, edit_source
from sejajar.desk.answers import RefusedError, signer, text_of
from sejajar.desk.decisions import Asked, verb
from sejajar.desk.metadata import WHYS
from sejajar.i18n import gettext, in_words


def edit(request: Request, asked: Asked) -> dict[str, Any]:
    person, place = signer(request), asked.pair
    briefing = asked.opened.briefing
    anchor = briefing.pairs[place.key].entry.anchor if briefing else ""
    text = text_of(asked.told, "text")
    made = edit_source(asked.office.site, asked.opened.path, place.key, text, person.name, anchor=anchor)
    if isinstance(made, Edited):
        return {"id": name_of(made.key) if made.key else ""}
    status = 409 if made.why is Why.CHANGED else 422
    raise RefusedError(
        status,
        str(made.why.value),
        gettext(WHYS[made.why]),
        problems=[f"{in_words(one).message}; {in_words(one).hint}" for one in made.problems],
        theirs=made.theirs,
    )


ROUTES = (Route("/article/{article}/pair/{pair}/source", verb(edit), methods=["POST"]),)

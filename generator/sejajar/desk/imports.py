"""Import: pasted, dropped or fetched; what was recognised and set aside is shown before it is written."""

from __future__ import annotations

import base64
import binascii
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sejajar.commands.editing import Edited
from sejajar.commands.imports import labelled
from sejajar.commands.previews import Asked, Preview, place, preview
from sejajar.desk.answers import (
    RefusedError,
    answered,
    office_of,
    page,
    person_of,
    signer,
    text_of,
    told,
)
from sejajar.desk.forms import Fields, beside, form, moved
from sejajar.desk.guard import LARGE
from sejajar.desk.metadata import WHYS
from sejajar.i18n import gettext, in_words
from sejajar.model import Problem

KNOWN = ("date", "title", "outlet", "url", "place", "tags")
"""What a person may know of the text, by the names of `Asked`."""


def empty(request: Request) -> Response:
    return page(request, "import.html", known=KNOWN)


async def look(request: Request) -> Response:
    """Reads what was handed in, and keeps what it would make for a look at it."""
    body = await request.body()

    def made() -> dict[str, Any]:
        signer(request)
        office, sent = office_of(request), told(request, body)
        asked = Asked(
            text=text_of(sent, "text", LARGE),
            data=_bytes(sent, "data"),
            filename=text_of(sent, "filename", 300),
            address=text_of(sent, "address", 2_000),
            english=_bytes(sent, "english"),
            keep_noise=sent.get("keep_noise") is True,
            images=sent.get("images") is True,
            **{name: text_of(sent, name, 2_000) for name in KNOWN},
        )
        shown = preview(office.site, asked, office.today())
        if shown.fields:
            raise RefusedError(422, "fields", gettext("Nothing was read yet."), fields=_told(shown.fields))
        return {"address": f"/import/{office.previews.keep(shown)}"}

    return await run_in_threadpool(answered, made)


def _told(problems: Any) -> dict[str, list[str]]:
    return {
        name: [f"{problem.message}; {problem.hint}" if problem.hint else problem.message for problem in found]
        for name, found in beside(problems).items()
    }


def _bytes(sent: Any, name: str) -> bytes:
    try:
        return base64.b64decode(text_of(sent, name, LARGE), validate=True)
    except binascii.Error:
        raise RefusedError(400) from None


def kept(request: Request) -> Preview:
    found = office_of(request).previews.get(request.path_params["preview"])
    if found is None:
        raise HTTPException(404)
    return found


def shown(request: Request) -> Response:
    found = kept(request)
    return _page(request, found, found.text, found.problems)


def _page(request: Request, found: Preview, text: str, problems: Any, why: str = "") -> Response:
    said = [in_words(problem) for problem in problems if isinstance(problem, Problem)]
    return page(
        request,
        "preview.html",
        status=409 if why else 200,
        found=found,
        text=text,
        problems=said,
        summary=[labelled(one) for one in found.summary],
        why=why,
        address=request.url.path,
    )


@form
def write(request: Request, fields: Fields) -> Response:
    """Writes what was shown, as the person has put it right."""
    office, found = office_of(request), kept(request)
    text = fields.get("text", found.text)
    changed = None if text == found.text else text
    made = place(office.site, found, person_of(request).name, text=changed)
    if not isinstance(made, Edited):
        return _page(request, found, text, made.problems, gettext(WHYS[made.why]))
    office.previews.drop(request.path_params["preview"])
    office.index.refresh()
    name = office.index.names().get(made.path, made.path.split("/")[-2])
    return moved(f"/article/{quote(name)}/")


ROUTES = (
    Route("/import", empty),
    Route("/import", look, methods=["POST"]),
    Route("/import/{preview}", shown),
    Route("/import/{preview}", write, methods=["POST"]),
)

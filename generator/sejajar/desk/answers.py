"""Answers: pages from our templates, JSON, and which part of a request a verb gets.

All of it speaks the language of whoever asks: the guard, through which every request comes, has seen to that.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from sejajar.desk.language import language_of, words_of_scripts
from sejajar.desk.office import Office, Opened
from sejajar.desk.people import Person
from sejajar.desk.static import styles, versioned
from sejajar.i18n import gettext, translated
from sejajar.model import Edition

TEMPLATES = Path(__file__).parent / "templates"


class RefusedError(Exception):
    """A request that no verb gets: the status and what to say."""

    def __init__(self, status: int, why: str = "refused", message: str = "", **more: Any) -> None:
        super().__init__(why)
        self.status, self.told = status, {"why": why, "message": message, **more}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"_": _said, "static": versioned, "styles": styles}
    made.filters["translated"] = translated
    return made


def _said(text: str, *values: object) -> str:
    """In templates: a text in the language that is spoken, its numbered fields filled."""
    return gettext(text).format(*values) if values else gettext(text)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page in the language of whoever asks."""
    language = language_of(request.headers)
    office = office_of(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            language=language,
            site=office.site,
            person=request.scope["person"],
            shared=bool(office.entrance.user_header),
            path=request.url.path,
            words=json.dumps(words_of_scripts(language), ensure_ascii=False),
            **values,
        )
    )
    return HTMLResponse(html, status)


def answered(made: Callable[[], Any]) -> Response:
    """What a verb made as JSON; or what was in its way."""
    try:
        return JSONResponse(made())
    except RefusedError as error:
        return JSONResponse(error.told, error.status)
    except OSError as error:  # a full disk, a folder that may not be written to
        place = error.filename or ""
        message = gettext("{0}: {1}; nothing was saved").format(place, error.strerror or error)
        return JSONResponse({"why": "unwritable", "message": message}, 507)


def told(request: Request, body: bytes) -> Mapping[str, Any]:
    """The JSON object that a script sent."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise RefusedError(415)
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400) from None
    if not isinstance(found, dict):
        raise RefusedError(400)
    return found


def text_of(told: Mapping[str, Any], name: str, most: int = 60_000) -> str:
    """A text of what was told; empty where it is missing."""
    value = told.get(name, "")
    if not isinstance(value, str) or len(value) > most:
        raise RefusedError(400)
    return value


def edition_of(request: Request) -> Edition:
    """As which readers somebody sees the article."""
    return "en" if request.query_params.get("edition") == "en" else "id"


def office_of(request: Request) -> Office:
    office: Office = request.app.state.office
    return office


def opened_of(request: Request) -> Opened:
    """The article that the address names; a page that says so where there is none."""
    found = office_of(request).open(request.path_params["article"])
    if found is None:
        raise HTTPException(404)
    return found


def person_of(request: Request) -> Person:
    person: Person = request.scope["person"]
    return person


def signer(request: Request) -> Person:
    """Who decides; they have said their name."""
    person = person_of(request)
    if not person.name:
        raise RefusedError(409, "name", gettext("Say first who you are: decisions are signed with a name."))
    return person

"""The routes of the desk: each unpacks a request, calls a verb, and shows what it made."""

from __future__ import annotations

import logging

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sejajar import storage
from sejajar.desk import article, changes, decisions, imports, metadata, pictures, queue, report, source
from sejajar.desk.answers import RefusedError, answered, office_of, page, person_of
from sejajar.desk.forms import fields_of
from sejajar.desk.guard import Guard, cookie_of
from sejajar.desk.language import COOKIE
from sejajar.desk.office import Office
from sejajar.desk.people import Person, fit_name
from sejajar.desk.refusals import WORDS
from sejajar.desk.static import files, version
from sejajar.i18n import LANGUAGES, N_, gettext
from sejajar.model import Image, Status
from sejajar.visible import visible


def application(office: Office) -> ASGIApp:
    routes = [
        Route("/", queue.queue),
        Route("/name", name, methods=["GET", "POST"]),
        Route("/language", language, methods=["POST"]),
        Route("/invite", invite, methods=["POST"]),
        Route("/static/{version}/{name:path}", static),
        Route("/favicon.ico", favicon),
        Route("/media/{article}/{name}", media),
        *article.ROUTES,
        *decisions.ROUTES,
        *source.ROUTES,
        *metadata.ROUTES,
        *pictures.ROUTES,
        *imports.ROUTES,
        *changes.ROUTES,
        *report.ROUTES,
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: failed, Exception: broke})
    app.router.redirect_slashes = False
    app.state.office = office
    return Guard(app, office.entrance)


def static(request: Request) -> Response:
    found = files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    path, kind = found
    current = request.path_params["version"] == version()
    kept = "public, max-age=31536000, immutable" if current else "no-cache"
    return FileResponse(path, media_type=kind, headers={"cache-control": kept})


def favicon(_: Request) -> Response:
    """Browsers ask for it on pages that name none."""
    return FileResponse(files()["desk.svg"][0], media_type="image/svg+xml")


def media(request: Request) -> Response:
    """A picture of an article, if the article names it: as a build would publish it."""
    office = office_of(request)
    opened = office.open_slug(request.path_params["article"])
    briefing = opened.briefing if opened else None
    wanted = request.path_params["name"]
    if briefing is None or briefing.article.metadata.status is Status.RETRACTED:
        raise HTTPException(404)
    if not any(isinstance(block, Image) and block.src == wanted for block in briefing.article.blocks):
        raise HTTPException(404)
    try:
        picture = storage.find_picture(office.root, f"{briefing.article.folder}/{wanted}")
        data = picture.read()
    except (OSError, ValueError):
        raise HTTPException(404) from None
    kind = storage.media_type(wanted)
    return Response(data, media_type=kind, headers={"cache-control": "no-cache"})


async def name(request: Request) -> Response:
    """Who somebody is: what decisions are signed with."""
    office, person = office_of(request), person_of(request)
    if request.method == "GET" or office.entrance.user_header:
        return page(request, "name.html", given=person.name)
    given = fit_name((await _form(request)).get("name", ""))
    if not given:
        return page(request, "name.html", given="", status=400)
    answer = RedirectResponse("/", 303)
    answer.headers["set-cookie"] = cookie_of(office.entrance, Person(person.key, given))
    return answer


async def language(request: Request) -> Response:
    """The language that somebody chose, for this browser; then back to where they were."""
    form = await _form(request)
    back = form.get("back", "/")
    answer = RedirectResponse(
        back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303
    )
    chosen = form.get("language", "")
    if chosen in LANGUAGES:
        answer.set_cookie(COOKIE, chosen, max_age=31536000, httponly=True, samesite="strict", path="/")
    return answer


def invite(request: Request) -> Response:
    """An address for one more browser; it works once."""
    office = office_of(request)
    entrance = office.entrance
    if entrance.user_header or entrance.keys.shared:
        raise HTTPException(404)
    address = f"{request.url.scheme}://{request.headers['host']}/enter?token={entrance.keys.new()}"
    return page(request, "invite.html", address=address)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a small form, each once."""
    return dict(await fields_of(request))


def broke(request: Request, error: Exception) -> Response:
    """What nobody has foreseen: a line in the terminal, a sentence in the browser, nothing saved by half."""
    logging.getLogger("sejajar.desk").error("%s", visible(f"{request.url.path}: {error!r}"))
    words = N_("Something went wrong in the desk; what was saved is safe.")
    if "text/html" in request.headers.get("accept", ""):
        return page(request, "refused.html", status=500, said=words)
    return answered(lambda: _broken(words))


def _broken(words: str) -> None:
    raise RefusedError(500, "broke", gettext(words))


def failed(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = WORDS.get(status, WORDS[400])
    return page(request, "refused.html", status=status, said=words)

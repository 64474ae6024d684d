"""Git: what the desk has written since the last commit, as a list that people read; one button commits it."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sejajar.commands.committing import Committed, commit, proposed, taken
from sejajar.commands.pending import pending
from sejajar.desk.answers import office_of, page, person_of
from sejajar.desk.forms import fields_of
from sejajar.desk.metadata import SAID
from sejajar.i18n import in_words
from sejajar.model import Problem


def changes(request: Request) -> Response:
    return _page(request)


def _page(request: Request, problems: Sequence[Problem] = (), message: str = "", done: str = "") -> Response:
    found = pending(office_of(request).site)
    return page(
        request,
        "changes.html",
        status=409 if problems else 200,
        pending=found,
        names=office_of(request).index.names(),
        message=message or (proposed(taken(found.changes)) if found else ""),
        obstacles=[in_words(one) for one in dict.fromkeys((*problems, *(found.obstacles if found else ())))],
        done=done,
        said=SAID,
    )


async def committing(request: Request) -> Response:
    if not person_of(request).name:
        return RedirectResponse("/name", 303)
    fields = await fields_of(request)
    return await run_in_threadpool(_commit, request, fields)


def _commit(request: Request, fields: list[tuple[str, str]]) -> Response:
    told = dict(fields)
    foreign = [value for name, value in fields if name == "foreign"]
    made = commit(
        office_of(request).site,
        told.get("revision", ""),
        message=told.get("message", ""),
        with_foreign=foreign,
    )
    if isinstance(made, Committed):
        return _page(request, done=made.commit[:10])
    return _page(request, made.problems, told.get("message", ""))


ROUTES = (
    Route("/changes", changes),
    Route("/changes", committing, methods=["POST"]),
)

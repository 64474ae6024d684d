"""Forms that browsers send by themselves: fields in, and each problem beside its field out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sejajar.desk.answers import person_of
from sejajar.i18n import in_words
from sejajar.model import Problem

MOST_FIELDS = 2_000
Fields = Mapping[str, str]
"""By name; of several with one name the last."""


async def fields_of(request: Request) -> list[tuple[str, str]]:
    """Every field of a form, in order. Line ends as `\\n`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415)
    body = (await request.body()).decode("utf-8", "replace")
    try:
        found = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise HTTPException(400) from None
    return [(name, value.replace("\r\n", "\n")) for name, value in found]


def form(act: Callable[[Request, Fields], Response]) -> Callable[[Request], Awaitable[Response]]:
    """A route for a form: whoever sends it has a name, and the verb runs in a thread."""

    async def route(request: Request) -> Response:
        if not person_of(request).name:
            return RedirectResponse("/name", 303)
        fields = dict(await fields_of(request))
        return await run_in_threadpool(act, request, fields)

    route.__name__ = act.__name__
    return route


def beside(problems: Mapping[str, Sequence[Problem]]) -> dict[str, list[Problem]]:
    """By field, in the language that is spoken."""
    return {name: [in_words(problem) for problem in found] for name, found in problems.items()}


def moved(address: str) -> RedirectResponse:
    """After a form was taken: so that a reload does not send it again."""
    return RedirectResponse(address, 303)

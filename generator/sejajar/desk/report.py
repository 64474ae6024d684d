"""Who did what, by person and by month: what `sejajar report` says, for everybody at the desk."""

from __future__ import annotations

import datetime as dt
import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sejajar import commands
from sejajar.commands.activity import activity
from sejajar.desk.answers import office_of, page, person_of


def report(request: Request) -> Response:
    """The whole content is read for it, in a thread of its own: nobody waits for it who did not ask."""
    if not person_of(request).name:
        return RedirectResponse("/name", 303)
    since, until = (request.query_params.get(name, "") for name in ("since", "until"))
    site = office_of(request).site
    found = activity(site, commands.load(site), _day(since), _day(until))
    tables = (("Person", found.by("person")), ("Month", found.by("month")))
    return page(
        request,
        "report.html",
        since=since if _day(since) else "",
        until=until if _day(until) else "",
        tables=tables,
        whole=found.total,
        has_history=found.has_history,
    )


def _day(text: str) -> dt.date | None:
    """A browser's date field gives these alone."""
    try:
        return dt.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None


ROUTES = (Route("/report", report),)

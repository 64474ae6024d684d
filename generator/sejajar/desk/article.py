"""An article's page: the article as its readers see it, each pair named for the script that works on it."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sejajar.commands.editing import is_ours
from sejajar.desk import body, decisions, pairs
from sejajar.desk.answers import answered, edition_of, office_of, opened_of, page, person_of
from sejajar.desk.queue import waiting_after
from sejajar.i18n import in_words


def article(request: Request) -> Response:
    office, opened = office_of(request), opened_of(request)
    office.stand(opened.path, person_of(request).name)
    name = request.path_params["article"]
    problems = [in_words(problem) for problem in opened.read.problems]
    if opened.briefing is None:
        return page(request, "broken.html", problems=problems, name=name)
    edition = edition_of(request)
    found = pairs.all_pairs(office, opened)
    following = waiting_after(office.index.seen(), opened.path)
    return page(
        request,
        "article.html",
        article=opened.briefing.article,
        name=name,
        ours=is_ours(opened.briefing.article),
        edition=edition,
        body=body.whole(office, opened, edition),
        pairs=json.dumps(found, ensure_ascii=False),
        count=len(found),
        signed=sum(one["signed"] for one in found),
        problems=problems,
        revision=opened.revision,
        often=office.often,
        engines=decisions.engines(office),
        untranslated=sum(one["state"] == "untranslated" for one in found),
        following=office.index.names().get(following.path) if following else None,
    )


def all_pairs(request: Request) -> Response:
    """Every pair as it is now, for a page that somebody else's work has overtaken."""

    def made() -> dict[str, Any]:
        office, opened = office_of(request), opened_of(request)
        return {
            "revision": opened.revision,
            "pairs": pairs.all_pairs(office, opened, edition_of(request)),
        }

    return answered(made)


ROUTES = (
    Route("/article/{article}/", article),
    Route("/article/{article}/pairs", all_pairs),
)

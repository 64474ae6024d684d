"""The article's front matter as a form, and what becomes of the article: published, corrected, retracted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sejajar.commands.editing import Edited, Refusal, Why, open_file, save_file
from sejajar.commands.metadata_form import (
    Form,
    FormRefusal,
    correct,
    form_of,
    publish,
    publishable,
    retract,
    save_form,
)
from sejajar.desk.answers import office_of, opened_of, page, person_of
from sejajar.desk.forms import Fields, beside, form, moved
from sejajar.desk.office import Opened
from sejajar.i18n import N_, gettext, in_words
from sejajar.model import Problem

SAID = {
    "status": N_("Status"),
    "date": N_("Date"),
    "updated": N_("Updated"),
    "publish_at": N_("To be published at"),
    "place": N_("Place"),
    "confidential": N_("Confidential"),
    "authors": N_("Authors"),
    "translators": N_("Translators"),
    "editors": N_("Editors"),
    "tags": N_("Topics"),
    "aliases": N_("Old addresses"),
    "source_outlet": N_("Outlet of the source"),
    "source_url": N_("Address of the source"),
    "source_author": N_("Author of the source"),
    "source_rights": N_("Rights"),
    "reference_outlet": N_("Outlet"),
    "reference_url": N_("Address"),
    "reference_title": N_("Title"),
    "correction_date": N_("Day"),
    "correction_text": N_("Text"),
}
"""What people call the fields."""
_ROW = re.compile(r"(reference|correction)_[a-z]+_([0-9]{1,4})")
WHYS = {
    Why.CHANGED: N_(
        "Somebody else has changed this meanwhile; nothing was saved. Look at it again, and save then."
    ),
    Why.GONE: N_("This article is no longer there."),
    Why.BROKEN: N_("The article's files cannot be read."),
    Why.NOT_OURS: N_("The words are somebody else's: the front matter names their source."),
    Why.REFUSED: N_("Nothing was saved: something has to be put right first."),
    Why.UNWRITABLE: N_("The file cannot be written."),
}


def metadata(request: Request) -> Response:
    opened = opened_of(request)
    found = form_of(office_of(request).site, opened.path)
    if isinstance(found, Refusal):
        return moved(f"{top(request)}file")
    return shown(request, opened, found, found.problems)


def shown(
    request: Request,
    opened: Opened,
    found: Form,
    problems: Mapping[str, Sequence[Problem]],
    why: str = "",
    theirs: Form | None = None,
    notice: str = "",
) -> Response:
    """The form, each problem beside its field."""
    values, office = found.values, office_of(request)
    newer = theirs.values.items() if theirs else ()
    return page(
        request,
        "metadata.html",
        status=409 if why else 200,
        name=request.path_params["article"],
        title=opened.briefing.article.title.text if opened.briefing else request.path_params["article"],
        form=found,
        said=SAID,
        rows={kind: _rows(values, kind) for kind in ("reference", "correction")},
        problems=beside(problems),
        why=why,
        theirs={name: text for name, text in newer if text != values.get(name, "")},
        notice=notice,
        lacking=[in_words(one) for one in publishable(office.site, opened.path, office.glossary)],
        today=office.today().isoformat(),
    )


def _rows(values: Mapping[str, str], kind: str) -> list[int]:
    """The rows of a table, and one more that is empty."""
    filled = (name for name, text in values.items() if text.strip())
    found = [int(row[2]) for name in filled if (row := _ROW.fullmatch(name)) and row[1] == kind]
    last = max(found, default=-1)
    return list(range(last + 2))


def top(request: Request) -> str:
    return f"/article/{quote(request.path_params['article'])}/"


def _taken(request: Request, opened: Opened, made: Edited | FormRefusal, notice: str = "") -> Response:
    """After a save: the article again; or the form with what is in the way."""
    if isinstance(made, Edited):
        return moved(top(request))
    found = made.form
    if found is None:
        again = form_of(office_of(request).site, opened.path)
        if isinstance(again, Refusal):
            return moved(f"{top(request)}file")
        found = again
    return shown(request, opened, found, made.problems, gettext(WHYS[made.why]), made.theirs, notice)


@form
def save(request: Request, fields: Fields) -> Response:
    opened, office = opened_of(request), office_of(request)
    values = {name: value for name, value in fields.items() if name != "revision"}
    values.setdefault("confidential", "")  # a box that is not ticked is not sent
    revision, name = fields.get("revision", ""), person_of(request).name
    return _taken(request, opened, save_form(office.site, opened.path, revision, values, name))


@form
def publishing(request: Request, fields: Fields) -> Response:
    opened, office = opened_of(request), office_of(request)
    revision, name = fields.get("revision", ""), person_of(request).name
    made = publish(office.site, opened.path, revision, name, at=fields.get("at", "").strip())
    return _taken(request, opened, made)


@form
def correcting(request: Request, fields: Fields) -> Response:
    return _noticed(request, fields, correct)


@form
def retracting(request: Request, fields: Fields) -> Response:
    return _noticed(request, fields, retract)


def _noticed(request: Request, fields: Fields, act: Callable[..., Edited | FormRefusal]) -> Response:
    """After a verb that tells the readers something: `correct` or `retract`."""
    opened, office = opened_of(request), office_of(request)
    text, name = fields.get("text", ""), person_of(request).name
    made = act(office.site, opened.path, fields.get("revision", ""), text, name, office.today())
    return _taken(request, opened, made, text)


# The whole file, for what no form and no pair shows.


def file(request: Request) -> Response:
    opened = opened_of(request)
    found = open_file(office_of(request).site, opened.path)
    if isinstance(found, Refusal):
        problems = [in_words(problem) for problem in found.problems]
        return page(request, "broken.html", problems=problems, name=request.path_params["article"])
    return _file_page(request, opened, found.text, found.revision, found.problems)


def _file_page(
    request: Request, opened: Opened, text: str, revision: str, problems: Sequence[Problem], **more: Any
) -> Response:
    values = {"why": "", "theirs": "", **more}
    return page(
        request,
        "file.html",
        status=409 if values["why"] else 200,
        name=request.path_params["article"],
        file=opened.path,
        text=text,
        revision=revision,
        problems=[in_words(problem) for problem in problems],
        **values,
    )


@form
def save_whole(request: Request, fields: Fields) -> Response:
    opened, office = opened_of(request), office_of(request)
    text, revision = fields.get("text", ""), fields.get("revision", "")
    made = save_file(office.site, opened.path, revision, text, person_of(request).name)
    if isinstance(made, Edited):
        return moved(top(request))
    why = gettext(WHYS[made.why])
    if made.why is Why.CHANGED:
        now = open_file(office.site, opened.path)
        revision = now.revision if not isinstance(now, Refusal) else revision
    return _file_page(request, opened, text, revision, made.problems, why=why, theirs=made.theirs)


ROUTES = (
    Route("/article/{article}/metadata", metadata),
    Route("/article/{article}/metadata", save, methods=["POST"]),
    Route("/article/{article}/publish", publishing, methods=["POST"]),
    Route("/article/{article}/correct", correcting, methods=["POST"]),
    Route("/article/{article}/retract", retracting, methods=["POST"]),
    Route("/article/{article}/file", file),
    Route("/article/{article}/file", save_whole, methods=["POST"]),
)

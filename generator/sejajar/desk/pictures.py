"""An article's pictures: what each shows, for those who do not see it, and whose it is."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sejajar.commands.editing import Edited, Refusal, Why, edit_picture
from sejajar.desk.answers import office_of, opened_of, page, person_of
from sejajar.desk.forms import Fields, form, moved
from sejajar.desk.metadata import WHYS
from sejajar.desk.office import Opened
from sejajar.i18n import gettext, in_words
from sejajar.model import Image
from sejajar.site.readiness import unready


def pictures(request: Request) -> Response:
    return _page(request, opened_of(request), {})


def _page(request: Request, opened: Opened, sent: Fields, refused: Refusal | None = None) -> Response:
    """Every picture with its texts; of a refused one what the person wrote, and what is in the way."""
    if opened.briefing is None or opened.parsed is None:
        raise HTTPException(404)
    article = opened.briefing.article
    problems = (*opened.read.problems, *unready(article, opened.parsed.source.text))
    shown: list[dict[str, Any]] = []
    for image in (block for block in article.blocks if isinstance(block, Image)):
        alt, caption = (one.text if one else "" for one in (image.alt, image.caption))
        mine = refused is not None and sent.get("src") == image.src
        shown.append(
            {
                "src": image.src,
                "address": f"/media/{quote(article.slug)}/{quote(image.src)}",
                "seen_alt": alt,
                "seen_caption": caption,
                "alt": sent.get("alt", "") if mine else alt,
                "caption": sent.get("caption", "") if mine else caption,
                "why": gettext(WHYS[refused.why]) if mine and refused else "",
                "theirs": refused.theirs if mine and refused and refused.why is Why.CHANGED else "",
                "problems": [
                    in_words(one)
                    for one in dict.fromkeys((*(refused.problems if mine and refused else ()), *problems))
                    if one.location.line == image.line or (mine and refused and one in refused.problems)
                ],
            }
        )
    return page(
        request,
        "pictures.html",
        status=409 if refused else 200,
        name=request.path_params["article"],
        title=article.title.text,
        pictures=shown,
    )


@form
def save(request: Request, fields: Fields) -> Response:
    opened, office = opened_of(request), office_of(request)
    made = edit_picture(
        office.site,
        opened.path,
        fields.get("src", ""),
        (fields.get("seen_alt", ""), fields.get("seen_caption", "")),
        fields.get("alt", ""),
        fields.get("caption", ""),
        person_of(request).name,
    )
    if isinstance(made, Edited):
        return moved(f"/article/{quote(request.path_params['article'])}/pictures")
    return _page(request, opened_of(request), fields, made)


ROUTES = (
    Route("/article/{article}/pictures", pictures),
    Route("/article/{article}/pictures", save, methods=["POST"]),
)

"""What somebody is told who is not let in, or asks for what is not there: a page, or JSON for a script."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from starlette.datastructures import Headers
from starlette.types import Scope, Send

from sejajar.desk.language import language_of
from sejajar.desk.static import versioned
from sejajar.i18n import N_, gettext, speaking

WORDS = {
    400: N_("The desk does not understand this request."),
    401: N_(
        "The desk does not know this browser. Open the address that `sejajar desk` prints; it works once."
    ),
    403: N_("Another site asked for this, and the desk answers itself alone."),
    404: N_("There is nothing at this address."),
    405: N_("The desk knows no such request."),
    408: N_("The request took too long to arrive."),
    413: N_("The request is larger than the desk takes."),
    415: N_("The desk takes JSON here."),
    421: N_("The desk does not answer to this name. Open it by the address that `sejajar desk` prints."),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    status: int

    async def answer(self, scope: Scope, headers: Headers, send: Send) -> None:
        language = language_of(headers)
        with speaking(language):
            words = gettext(WORDS[self.status])
        if scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
            body, kind = _page(words, language), "text/html; charset=utf-8"
        else:
            body, kind = json.dumps({"why": "refused", "message": words}), "application/json"
        data = body.encode()
        raw = [
            (b"content-type", kind.encode()),
            (b"content-length", str(len(data)).encode()),
            (b"connection", b"close"),
        ]
        if self.status == 405:
            raw.append((b"allow", b"GET, HEAD, POST"))
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else data})


def refusal(status: int) -> Refusal:
    return Refusal(status)


def _page(words: str, language: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Sejajar</title>'
        f'<link rel="stylesheet" href="{versioned("desk.css")}">'
        f'<main class="desk-refusal"><h1>Sejajar</h1><p>{escape(words)}</p>'
        '<p><a href="/">/</a></p></main></html>'
    )

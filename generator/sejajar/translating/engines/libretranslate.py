"""The engine `libretranslate`: LibreTranslate's own JSON API, several texts a request; the offline choice.

Not through deep-translator, which puts text and key into the address, where servers and proxies log them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import requests

from sejajar.translating.http import Timeouts, host_of, parsed, refusal_of, session
from sejajar.translating.translator import Limits, Refusal

LOCAL_URL = "http://127.0.0.1:5000/"


@dataclass(frozen=True, slots=True)
class LibreTranslate:
    """`POST /translate`: `{q: [texts], source, target, format, api_key?}` → `{translatedText: [texts]}`."""

    url: str = LOCAL_URL
    key: str = field(default="", repr=False)
    timeouts: Timeouts = field(default=Timeouts(silence=60, whole=120), repr=False)
    """Long: a small machine without a graphics card takes seconds for a sentence."""
    private: bool = False
    name: str = "libretranslate"
    limits: Limits = field(default=Limits(2_000, texts=20), repr=False)

    @property
    def host(self) -> str:
        return host_of(self.url)

    def translate(self, texts: Sequence[str]) -> tuple[str | Refusal, ...]:
        body = {"q": list(texts), "source": "id", "target": "en", "format": "text"}
        if self.key:
            body["api_key"] = self.key
        try:
            with session(self.timeouts, self.url) as opened:
                response = opened.post(self.url.rstrip("/") + "/translate", json=body)
        except requests.RequestException as error:
            return (refusal_of(error, self.timeouts),) * len(texts)
        answers = _answers(response)
        if isinstance(answers, Refusal):
            return (answers,) * len(texts)
        if len(answers) != len(texts):
            message = f"{len(answers)} answers for {len(texts)} texts"
            return (Refusal("unreadable", message, passing=True),) * len(texts)
        return tuple(answers)


def _answers(response: requests.Response) -> list[str | Refusal] | Refusal:
    match response.status_code:
        case 403 | 401:
            hint = "set SEJAJAR_LIBRETRANSLATE_KEY, or fix it"
            return Refusal("key", f"the server wants another key ({hint})", final=True)
        case 400:
            return Refusal(
                "refused", "the server does not take the request; does it have Indonesian to English?"
            )
        case 200:
            pass
        case status:
            return Refusal("refused", f"the server refused the request ({status})", passing=True)
    try:
        answers = parsed(response)["translatedText"]
    except (ValueError, KeyError, TypeError):
        return Refusal("unreadable", "an answer in another form than expected", passing=True)
    if not isinstance(answers, list):
        return Refusal("unreadable", "an answer in another form than expected", passing=True)
    nothing = Refusal("empty", "no translation in the answer", passing=True)
    return [answer if isinstance(answer, str) else nothing for answer in answers]

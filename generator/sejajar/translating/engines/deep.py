"""The engines that need no key, `google` and `mymemory`, through deep-translator.

deep-translator 1.11 sets no timeout anywhere, and neither its constructors nor `socket.setdefaulttimeout`
give it one. Both methods used here call `requests.get` as a global name of their module, and use nothing
else of `requests`; so they are run with that one name bound to a session of ours, which has deadlines,
follows no redirects and knows `Retry-After`. Nothing is changed for others who import deep-translator.
What it raises is never quoted: it holds the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

import requests

from sejajar.translating.http import Timeouts, host_of, refusal_of, session
from sejajar.translating.translator import Limits, Refusal

GOOGLE_URL = "https://translate.google.com/m"
MYMEMORY_URL = "https://api.mymemory.translated.net/get"
"""deep-translator's own is plain http."""


@dataclass(frozen=True, slots=True)
class Google:
    """Google's page for old mobile phones: one text a request, the answer in `div.result-container`."""

    url: str = GOOGLE_URL
    timeouts: Timeouts = field(default=Timeouts(), repr=False)
    private: bool = False
    name: str = "google"
    limits: Limits = field(default=Limits(4_900), repr=False)
    """deep-translator takes fewer than 5,000."""

    @property
    def host(self) -> str:
        return host_of(self.url)

    def translate(self, texts: Sequence[str]) -> tuple[str | Refusal, ...]:
        return tuple(self._one(text) for text in texts)

    def _one(self, text: str) -> str | Refusal:
        from deep_translator import GoogleTranslator  # type: ignore[import-untyped]
        from deep_translator.exceptions import TranslationNotFound  # type: ignore[import-untyped]

        translator = GoogleTranslator(source="id", target="en")
        translator._base_url = self.url
        try:
            return _answer(GoogleTranslator.translate, translator, text, self.timeouts)
        except TranslationNotFound:
            # A page without the answer's element, status 200: a captcha, a consent form or a new layout.
            return Refusal("captcha", "a page without a translation, perhaps a captcha", passing=True)


@dataclass(frozen=True, slots=True)
class MyMemory:
    """MyMemory's API: one text of fewer than 500 characters a request, a daily allowance for each address."""

    url: str = MYMEMORY_URL
    timeouts: Timeouts = field(default=Timeouts(), repr=False)
    private: bool = False
    name: str = "mymemory"
    limits: Limits = field(default=Limits(499), repr=False)

    @property
    def host(self) -> str:
        return host_of(self.url)

    def translate(self, texts: Sequence[str]) -> tuple[str | Refusal, ...]:
        return tuple(self._one(text) for text in texts)

    def _one(self, text: str) -> str | Refusal:
        from deep_translator import MyMemoryTranslator

        translator = MyMemoryTranslator(source="id-ID", target="en-US")
        translator._base_url = self.url
        answer = _answer(MyMemoryTranslator.translate, translator, text, self.timeouts)
        return warning(answer) or answer if isinstance(answer, str) else answer


def warning(answer: str) -> Refusal | None:
    """MyMemory reports its errors as if they were the translation, with status 200."""
    if not _WARNING.match(answer):
        return None
    if "ALL AVAILABLE FREE TRANSLATIONS" in answer.upper():
        found = _NEXT.search(answer)
        hours, minutes, seconds = map(int, found.groups("0")) if found else (0, 0, 0)
        wait = hours * 3600 + minutes * 60 + seconds or None
        return Refusal("quota", "today's free translations are used up", retry_after=wait, final=True)
    return Refusal("warning", "a warning instead of a translation")


_WARNING = re.compile(
    r"\s*(MYMEMORY WARNING|QUERY LENGTH LIMIT|INVALID (SOURCE|TARGET|LANGUAGE|EMAIL)|NO QUERY SPECIFIED"
    r"|PLEASE SELECT TWO DISTINCT|'?\w*'? ?IS AN INVALID|TOO MANY REQUESTS)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"IN\s+(?:(\d+) HOURS?)?\s*(?:(\d+) MINUTES?)?\s*(?:(\d+) SECONDS?)?", re.IGNORECASE)


def _through_ours(method: Callable[..., Any], timeouts: Timeouts) -> Callable[..., Any]:
    class Ours:
        @staticmethod
        def get(url: str, **options: Any) -> requests.Response:
            with session(timeouts, url) as opened:
                return opened.get(url, **options)

    assert isinstance(method, FunctionType)
    names = {**method.__globals__, "requests": Ours}
    return FunctionType(method.__code__, names, argdefs=method.__defaults__)


def _answer(method: Callable[..., Any], translator: object, text: str, timeouts: Timeouts) -> str | Refusal:
    """One call; what it did not expect (no JSON, JSON of another shape, no match) is an unreadable answer."""
    from bs4.exceptions import ParserRejectedMarkup
    from deep_translator.exceptions import NotValidLength, RequestError, TooManyRequests

    unexpected = (ValueError, TypeError, AttributeError, LookupError, StopIteration, RuntimeError)
    try:
        answer = _through_ours(method, timeouts)(translator, text)
    except requests.RequestException as error:
        return refusal_of(error, timeouts)
    except (RequestError, TooManyRequests):
        return Refusal("refused", "the server refused the request", passing=True)
    except NotValidLength:
        return Refusal("too-long", f"{len(text)} characters are too many for one request")
    except (ParserRejectedMarkup, *unexpected):
        return Refusal("unreadable", "an answer in another form than expected", passing=True)
    # None is deep-translator's word for an answer that equals the text and has no letters.
    if not isinstance(answer, str):
        return Refusal("empty", "no translation in the answer", passing=True)
    return answer

"""The engine `deepl`, through DeepL's official package, which is an extra: `pip install 'sejajar[deepl]'`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from sejajar.translating.http import Refused, Timeouts, host_of, session
from sejajar.translating.protection import PLACEHOLDER, placeholder
from sejajar.translating.translator import Limits, Refusal

PAID_URL = "https://api.deepl.com"
FREE_URL = "https://api-free.deepl.com"


def usual_url(key: str) -> str:
    """Keys of free accounts end in `:fx` and have a server of their own."""
    return FREE_URL if key.endswith(":fx") else PAID_URL


@dataclass(frozen=True, slots=True)
class DeepL:
    """`POST /v2/translate`, several texts a request, the key in a header. Placeholders travel as XML tags,
    which DeepL promises to keep (its documentation, "XML handling")."""

    url: str
    key: str = field(repr=False)
    timeouts: Timeouts = field(default=Timeouts(), repr=False)
    private: bool = False
    name: str = "deepl"
    limits: Limits = field(default=Limits(5_000, texts=20), repr=False)

    @property
    def host(self) -> str:
        return host_of(self.url)

    def translate(self, texts: Sequence[str]) -> tuple[str | Refusal, ...]:
        import deepl

        # The package repeats requests by itself, without a rate or a way to stop; ours are repeated outside.
        deepl.http_client.max_network_retries = 0
        refusal: Refusal
        try:
            with session(self.timeouts, self.url) as opened:
                client = deepl.DeepLClient(self.key, server_url=self.url, send_platform_info=False)
                client.close()  # type: ignore[no-untyped-call]
                # Its own session has a timeout for each read and none for the whole (see `wire`).
                client._client._session = opened
                results = client.translate_text(
                    [_tagged(text) for text in texts],
                    source_lang="ID",
                    target_lang="EN-GB",
                    tag_handling="xml",
                    split_sentences="0",
                )
        except deepl.AuthorizationException:
            refusal = Refusal("key", "DeepL does not know the key in SEJAJAR_DEEPL_KEY", final=True)
        except deepl.QuotaExceededException:
            refusal = Refusal("quota", "the account's characters for this period are used up", final=True)
        except deepl.DeepLException as error:
            cause = error.__cause__
            refusal = cause.refusal if isinstance(cause, Refused) else _REFUSED
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            refusal = _UNREADABLE
        else:
            answers = results if isinstance(results, list) else [results]
            if len(answers) == len(texts):
                return tuple(_untagged(str(answer.text or "")) for answer in answers)
            refusal = _UNREADABLE
        return (refusal,) * len(texts)


_REFUSED = Refusal("refused", "the server refused the request", passing=True)
_UNREADABLE = Refusal("unreadable", "an answer in another form than expected", passing=True)
_TAG = re.compile(r"<x id=\"(\d+)\"\s*(?:/>|>\s*</x>)")


def _tagged(text: str) -> str:
    return PLACEHOLDER.sub(lambda found: f'<x id="{found["number"]}"/>', escape(text, quote=False))


def _untagged(text: str) -> str:
    """Entities are left: they are unescaped with those of the other engines."""
    return _TAG.sub(lambda found: placeholder(int(found[1])), text)

"""Engines on loopback that speak the real wire formats, and fail in the ways the real ones do, on demand."""

from __future__ import annotations

import gzip
import html
import json
import math
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sejajar.translating.protection import PLACEHOLDER
from waiting import PATIENCE

WORDS = (
    "",
    *("I", "we", "the", "with", "which", "though", "thought", "together", "throughout", "whereabouts"),
    *("withholding", "straightened", "thoughtlessly"),
)
"""By length: words that no language identifier takes for Indonesian."""
_KEPT = re.compile(r"\[X\d+X\]|<x id=\"\d+\"/>|[\w'’-]+", re.ASCII)
_INDONESIAN = (
    "Keterangan itu belum dapat dipastikan kebenarannya oleh pihak yang berwenang di daerah tersebut"
)


def pseudo(text: str) -> str:
    """What these engines take for English: abbreviations, figures, punctuation and placeholders stay, each
    other word becomes an English one of about its length. The same text always gives the same answer."""

    def word(found: re.Match[str]) -> str:
        token = found[0]
        if not token.isalpha() or token.isupper():
            return token
        english = WORDS[min(len(token), len(WORDS) - 1)]
        return english.capitalize() if token[0].isupper() else english

    return _KEPT.sub(word, text)


CONTENT_FAULTS: dict[str, Callable[[str], str]] = {
    "empty": lambda _: " ",
    "warning": lambda _: "MYMEMORY WARNING: THIS TEXT IS NOT TRANSLATED. SEE THE USAGE LIMITS",
    "truncated": lambda english: english[: len(english) * 2 // 5],
    "cut": lambda english: english[: len(english) * (4 if english[-1:] in ".!?”" else 2) // 5].rstrip(
        " .!?”"
    ),
    "lost": lambda english: PLACEHOLDER.sub("", english),
    "doubled": lambda english: PLACEHOLDER.sub(lambda found: found[0] + " " + found[0], english),
    "bare": lambda english: PLACEHOLDER.sub(lambda found: f"X{found['number']}X", english),
    # As Google does: other case and spaces, which can be undone.
    "mangled": lambda english: PLACEHOLDER.sub(lambda found: f"[ x{found['number']} X ]", english),
    "entities": lambda english: html.escape(html.escape(english)),
    "tags": lambda english: f"<b>{english}</b>",
    "long": lambda english: " ".join([english] * 4) + " which they thought throughout" * 3,
}
TRANSPORT_FAULTS = (
    *("silent", "drip", "drip-headers", "reset", "429", "500", "503", "redirect", "captcha", "garbage"),
    *("null", "403", "short", "odd", "continue", "deep", "endless", "bomb"),
)
ENDLESS_FAULTS = ("silent", "drip", "drip-headers", "continue")
"""Of these the ones that only the deadline of who asks can end."""
MODEL_FAULTS = (
    *("fewer", "shifted", "fences", "chatter", "sorry", "prose", "refusal", "length", "figure", "obeys"),
)
"""What language models do besides."""
HARMLESS = ("mangled", "entities")
"""Content faults that are undone."""


@dataclass(frozen=True, slots=True)
class Received:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any

    @property
    def url(self) -> str:
        return f"{self.path}?{self.query}"


@dataclass
class Served:
    """A running server, to be asked what it got and told how to fail."""

    url: str
    fault: Callable[[int], str] = lambda _: ""
    """From the request's number, counted from 0, to a fault's name or an empty string."""
    translate: Callable[[str], str] = pseudo
    received: list[Received] = field(default_factory=list)
    delay: float = 0.0
    answers: float = math.inf
    """So many requests get an answer; those after them wait until there are more of it."""
    retry_after: str = "0"
    closed: threading.Event = field(default_factory=threading.Event)

    def english(self, text: str, fault: str) -> str:
        if fault == "echo":
            return text
        if fault == "indonesian":
            return _INDONESIAN[: max(30, len(text))] + "."
        english = self.translate(text)
        if fault in ("truncated", "cut") and len(text) < 12:
            return english  # of so short a text nobody can tell whether a part is missing
        return CONTENT_FAULTS[fault](english) if fault in CONTENT_FAULTS else english


@cache
def _bomb() -> bytes:
    """Twenty kilobytes that become twenty megabytes."""
    return gzip.compress(b"x" * 20_000_000, 1)


class _Handler(BaseHTTPRequestHandler):
    """What all formats share: counting, remembering, and failing on the way."""

    served: Served
    lock: threading.Lock
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def do_GET(self) -> None:
        self._serve(None)

    def do_POST(self) -> None:
        self._serve(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _serve(self, body: Any) -> None:
        self.close_connection = True
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        with self.lock:
            number = len(self.served.received)
            received = Received(self.command, parts.path, query, dict(self.headers), body)
            self.served.received.append(received)
        fault = self.served.fault(number)
        if self.served.delay:
            time.sleep(self.served.delay)
        while number >= self.served.answers and not self.served.closed.wait(0.01):
            pass
        try:
            if not self._fail(fault):
                self.answer(received, fault)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def answer(self, received: Received, fault: str) -> None:
        raise NotImplementedError

    def send(self, status: int, content: str, kind: str = "application/json", **headers: str) -> None:
        data = content.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=UTF-8")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _fail(self, fault: str) -> bool:
        match fault:
            case "silent":
                self.served.closed.wait(PATIENCE)
            case "drip" | "drip-headers":
                self._drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * (500 if fault == "drip-headers" else 0))
            case "reset":
                self.connection.close()
            case "429" | "503" | "500":
                headers = {"Retry_After": self.served.retry_after} if fault != "500" else {}
                self.send(int(fault), '{"error": "Too busy", "message": "Too busy"}', **headers)
            case "403":
                self.send(403, '{"error": "Invalid API key", "message": "Wrong key"}')
            case "redirect":
                self.send(302, "", Location="http://[127.0.0.1/sorry/index")
            case "captcha":
                page = "<html><body><form id=captcha-form>unusual traffic</form></body></html>"
                self.send(200, page, "text/html")
            case "garbage":
                self.send(200, '{"translat')
            case "short":
                self.send_response(200)
                self.send_header("Content-Length", "10000")
                self.end_headers()
                self.wfile.write(b'<div class="result-container">The government')
            case "continue":
                while not self.served.closed.wait(0.01):
                    self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            case "deep":
                self.send(200, "[" * 200_000)
            case "endless":
                self.send_response(200)
                self.end_headers()
                while not self.served.closed.is_set():
                    self.wfile.write(b"x" * 100_000)
            case "bomb":
                self.send_response(200)
                self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(_bomb())
            case "odd":
                self.send(200, "<![" * 50, "text/html")
            case "null":
                self.send(200, "null")
            case _:
                return False
        return True

    def _drip(self, head: bytes) -> None:
        """A byte now and then: each read succeeds, and no end is in sight."""
        if head.count(b"\n") == 1:
            self.wfile.write(head + b"Content-Length: 100000\r\n\r\n")
            head = b"x" * 100_000
        for byte in head:
            self.wfile.write(bytes([byte]))
            if self.served.closed.wait(0.05):
                return


class _Google(_Handler):
    """`GET /m?tl=en&sl=id&q=…`: the page for old mobile phones."""

    def answer(self, received: Received, fault: str) -> None:
        assert received.query["sl"] == "id"
        assert received.query["tl"] == "en"
        text = html.escape(self.served.english(received.query["q"], fault))
        page = (
            '<!DOCTYPE html><html lang="en"><head><title>Google Translate</title></head><body>'
            '<div class="root-container"><div class="languages-container">Indonesian English</div>'
            f'<form action="/m"><input name="q"></form><div class="result-container">{text}</div></div>'
            "</body></html>"
        )
        self.send(200, page, "text/html")


class _MyMemory(_Handler):
    """`GET /get?langpair=id-ID|en-US&q=…`."""

    def answer(self, received: Received, fault: str) -> None:
        assert received.query["langpair"] == "id-ID|en-US"
        if len(received.query["q"]) > 500:
            english = "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"
        elif fault == "quota":
            english = (
                "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN  "
                "06 HOURS 12 MINUTES 05 SECONDS VISIT HTTPS://MYMEMORY.TRANSLATED.NET/DOC/USAGELIMITS.PHP"
            )
        else:
            english = self.served.english(received.query["q"], fault)
        data = {"translatedText": english, "match": 0.85}
        self.send(200, json.dumps({"responseData": data, "responseStatus": 200, "matches": []}))


class _LibreTranslate(_Handler):
    """`POST /translate` with JSON; one text or a list of them."""

    def answer(self, received: Received, fault: str) -> None:
        assert received.path.endswith("/translate")
        body = received.body
        assert (body["source"], body["target"], body["format"]) == ("id", "en", "text")
        answers: list[str | None] = [self.served.english(text, fault) for text in body["q"]]
        if fault == "fewer":
            answers = answers[1:]
        if fault == "null-text":
            answers = [None for _ in answers]
        self.send(200, json.dumps({"translatedText": answers}))


class _DeepL(_Handler):
    """`POST /v2/translate` with JSON, the key in a header; texts are XML."""

    def answer(self, received: Received, fault: str) -> None:
        assert received.path == "/v2/translate"
        body = received.body
        assert (body["source_lang"], body["target_lang"]) == ("ID", "EN-GB")
        if fault == "456":
            return self.send(456, '{"message": "Quota exceeded"}')
        tag = re.compile(r"<x id=\"(\d+)\"/>")
        answers = []
        for text in body["text"]:
            plain = html.unescape(tag.sub(r"[X\1X]", text))
            escaped = html.escape(self.served.english(plain, fault), quote=False)
            answers.append(PLACEHOLDER.sub(lambda found: f'<x id="{found["number"]}"/>', escaped))
        assert body["show_billed_characters"] is True
        known = {"detected_source_language": "ID", "billed_characters": 7}
        translations = [{**known, "text": answer} for answer in answers]
        return self.send(200, json.dumps({"translations": translations}))


class _OpenAI(_Handler):
    """`POST /v1/chat/completions`: orders, material as JSON, an answer by JSON schema."""

    def answer(self, received: Received, fault: str) -> None:
        assert received.path.endswith("/chat/completions")
        body = received.body
        assert body["temperature"] == 0
        assert body["response_format"]["type"] == "json_schema"
        orders, material = (message["content"] for message in body["messages"])
        said = json.loads(material)
        assert not any(text["indonesian"] in orders for text in said["texts"])
        english = [
            {"id": text["id"], "english": self.served.english(text["indonesian"], fault)}
            for text in said["texts"]
        ]
        if fault == "fewer":
            english = english[1:]
        if fault == "shifted":
            english = [item | {"id": item["id"] + 1} for item in english]
        if fault == "fences":
            english = [item | {"english": f"```\n{item['english']}\n```"} for item in english]
        if fault == "chatter":
            english = [item | {"english": f"Here is the translation: {item['english']}"} for item in english]
        if fault == "sorry":
            english = [item | {"english": "I'm sorry, but I can't assist with that."} for item in english]
        if fault == "figure" and "found" not in said:
            english = [item | {"english": f"{item['english'][:-1]} 17 times."} for item in english]
        if fault == "obeys":
            obeyed = ("OK" if "Abaikan" in text["indonesian"] else None for text in said["texts"])
            english = [
                item | {"english": one or item["english"]} for item, one in zip(english, obeyed, strict=True)
            ]
        content = json.dumps({"translations": english})
        if fault == "prose":
            content = f"Sure! {content}"
        message = {"role": "assistant", "content": None if fault == "refusal" else content}
        message["refusal"] = "I cannot help with that." if fault == "refusal" else None
        choice = {"index": 0, "message": message, "finish_reason": "length" if fault == "length" else "stop"}
        usage = {"prompt_tokens": 50, "completion_tokens": 20, "total_tokens": 70, "cost": 0.001}
        whole = {"id": "x", "object": "chat.completion", "created": 1, "model": body["model"]}
        self.send(200, json.dumps(whole | {"choices": [choice], "usage": usage}))


_FORMATS: dict[str, tuple[type[_Handler], str]] = {
    "google": (_Google, "/m"),
    "mymemory": (_MyMemory, "/get"),
    "libretranslate": (_LibreTranslate, "/"),
    "deepl": (_DeepL, ""),
    "openai": (_OpenAI, "/v1"),
}


@contextmanager
def serving(engine: str, **options: Any) -> Iterator[Served]:
    """A server for this engine's format; its `url` is what the engine takes as its address."""
    handler, path = _FORMATS[engine]
    served = Served("", **options)
    bound = type("Bound", (handler,), {"served": served, "lock": threading.Lock()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), bound)
    server.daemon_threads = True
    served.url = f"http://127.0.0.1:{server.server_address[1]}{path}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield served
    finally:
        served.closed.set()
        server.shutdown()
        server.server_close()
        thread.join()

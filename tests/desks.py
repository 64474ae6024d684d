"""A desk that answers on loopback, in this process or in one that can be killed, and who asks it."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page

import waiting
from browsing import page_of, until, watched
from sejajar.commands import Site
from sejajar.commands.deciding import name_of
from sejajar.desk.application import application
from sejajar.desk.guard import PATIENCE
from sejajar.desk.office import Office
from sejajar.desk.patience import Patient
from sejajar.desk.serving import Serving, bound, entrance_of
from sejajar.model import Key
from sites import ENGLISH, FOLDER, make_site

DAY = dt.date(2026, 11, 24)


@dataclass
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def told(self) -> Any:
        return json.loads(self.body)


@dataclass
class Browser:
    """Who asks: with a cookie, as a browser does, and without following anything."""

    port: int
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> Answer:
        told: dict[str, str | None] = {"Host": self.host, **self.headers}
        if self.cookie:
            told["Cookie"] = self.cookie
        told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=waiting.PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in told.items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str | None) -> Answer:
        return self.ask("GET", path, None, **headers)

    def post(self, path: str, told: object, **headers: str | None) -> Answer:
        origin = {"origin": f"http://{self.host}", "content_type": "application/json", **headers}
        return self.ask("POST", path, json.dumps(told).encode(), **origin)

    def send(self, path: str, fields: str) -> Answer:
        """A form."""
        kind = "application/x-www-form-urlencoded"
        return self.ask("POST", path, fields.encode(), origin=f"http://{self.host}", content_type=kind)

    def enter(self, token: str) -> Answer:
        answer = self.get(f"/enter?token={token}")
        if answer.status == 200:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return answer


@dataclass
class Running:
    """A desk in this process."""

    office: Office
    port: int

    def browser(self, name: str = "Ana") -> Browser:
        """One that was let in, and said its name."""
        one = Browser(self.port)
        assert one.enter(self.office.entrance.keys.new()).status == 200
        if name:
            answer = one.send("/name", f"name={quote(name)}")
            assert answer.status == 303, answer.text
            one.cookie = answer.headers["set-cookie"].partition(";")[0]
        return one

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def site_at(root: Path, text: str, english: Mapping[str, str] = ENGLISH) -> Site:
    """A site of one article."""
    return Site(make_site(root, articles=[(FOLDER, text, dict(english))]), root / "docs")


@contextmanager
def running(
    site: Site, serving: Serving | None = None, *, patience: float = PATIENCE, **more: Any
) -> Iterator[Running]:
    """A desk on any free port while the context lasts; `more` as `Office` takes it."""
    serving = serving or Serving(port=0)
    listening = bound(serving)
    port = listening.getsockname()[1]
    entrance = replace(entrance_of(site, serving, port), patience=patience)
    office = Office(site, entrance, serving.paths, **{"today": lambda: DAY, **more})
    config = uvicorn.Config(
        application(office),
        http=type("Patient", (Patient,), {"seconds": patience}),
        ws="none",
        lifespan="off",
        log_level="critical",
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        waiting.until(lambda: server.started, lambda: "the desk never began")
        yield Running(office, port)
    finally:
        server.should_exit = server.force_exit = True
        thread.join()
        listening.close()


class Process:
    """`sejajar desk` as a person starts it."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from sejajar.cli import main; main()", "desk", *arguments],
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout
        self.said = self.process.stdout.readline()
        found = re.search(r"http://[\w.:]+\S*", self.said)
        assert found, self.said + self.process.stdout.read()
        self.address = found[0]

    @property
    def port(self) -> int:
        return int(self.address.split("/")[2].rpartition(":")[2])

    def end(self, *, kill: bool = False) -> str:
        (self.process.kill if kill else self.process.terminate)()
        return self.process.communicate()[0]


def article_of(folder: str) -> str:
    """Where the desk has an article."""
    return f"/article/{quote(folder.rpartition('/')[2])}/"


def pair_of(folder: str, key: Key) -> str:
    return f"{article_of(folder)}pair/{name_of(key)}"


@contextmanager
def on_screen(
    chromium: Chromium, desk: Running, width: int, path: str = "/", *, name: str = "Ana", **options: Any
) -> Iterator[Page]:
    """A page of the desk, let in and named; it must not complain, nor ask another host for anything."""
    with page_of(chromium, width, 900, **options) as page, watched(page, desk.address) as faults:
        cookie, _, value = desk.browser(name).cookie.partition("=")
        page.context.add_cookies([{"name": cookie, "value": value, "url": desk.address}])
        page.goto(f"{desk.address}{path}")
        yield page
        # a refusal that the page shows is none
        assert [fault for fault in faults if "status of 4" not in fault] == []


def ready(page: Page) -> None:
    """An article's page that its script has taken in hand."""
    until(page, "document.body.dataset.ready")

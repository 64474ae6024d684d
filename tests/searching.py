"""A built site as its readers search it: in a browser, under a strict policy."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

import waiting
from browsing import page_of, until
from sejajar.model import Edition

POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'self'; "
    "connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "manifest-src 'self'"
)


class Site(NamedTuple):
    url: str
    root: Path


class Strict(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@contextmanager
def served(root: Path) -> Iterator[Site]:
    """The site in `root`, built under /sejajar/, with instant navigation, served with the policy above."""
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(root / "www")))
    url = f"http://127.0.0.1:{server.server_port}/sejajar/"
    config = config.replace("  font: false\n", "  font: false\n  features: [navigation.instant]\n")
    config = config.replace("https://example.org/sejajar/", url)  # where Material looks for the sitemap
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "-d",
        str(root / "www" / "sejajar"),
    ]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Site(url, root)
    server.shutdown()
    thread.join()
    server.server_close()


class Reader:
    """A page in a fresh profile, what it has asked for, and what it has complained of."""

    def __init__(self, page: Page, own: str) -> None:
        self.page = page
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda asked: self.asked.append(asked.url))
        self.own = own

    def type(self, words: str) -> None:
        """Types into the open search and waits for both editions' answers."""
        self.page.locator("[data-sj-search] input").fill(words)
        self.settled()

    def settled(self) -> None:
        self.until("!document.querySelector('[data-sj-results]').ariaBusy")

    def until(self, expression: str) -> None:
        until(self.page, expression)

    def choose(self, words: str) -> None:
        """Searches and takes the first result.

        Anew where search was closed in between: Material does so a moment after each page that it has shown.
        """
        chosen = "sessionStorage.getItem('sj-found')"
        before = self.page.evaluate(chosen)

        def taken() -> bool:
            if not self.opened():
                self.page.keyboard.press("/")
            self.type(words)
            self.page.keyboard.press("Enter")
            return bool(self.page.evaluate(chosen) != before)

        waiting.until(taken, lambda: f"no result of {words!r} could be taken: {self.status}")

    @property
    def status(self) -> str:
        return self.page.locator("[data-sj-status]").inner_text()

    def links(self, language: Edition) -> list[str]:
        """Where the results in a language lead, below the site."""
        found = self.page.locator(f"[data-sj-of={language}] li > a").evaluate_all(
            "all => all.map(a => a.href)"
        )
        return [str(address).removeprefix(self.own) for address in found]

    def opened(self) -> bool:
        return self.page.locator("#__search").is_checked()


@contextmanager
def reading(
    browser: Browser, site: Site, path: str, width: int = 1280, faults: str = "\n", **options: Any
) -> Iterator[Reader]:
    """A reader, who meets no error, and nothing from another host."""
    with page_of(browser, width, 800, **options) as page:
        reader = Reader(page, site.url)
        reader.page.goto(site.url + path)
        if options.get("java_script_enabled", True):
            reader.until("typeof document$ !== 'undefined' && document.readyState === 'complete'")
        yield reader
        host = site.url.removesuffix("sejajar/")
        outside = [
            url for url in reader.asked if not url.startswith((host, "data:")) and "sitemap.xml" not in url
        ]
        assert outside == []
        assert [fault for fault in reader.faults if faults not in fault] == []

"""From saving an article to seeing the edit: `mkdocs serve`, and a browser that shows the article."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Playwright, sync_playwright

from bench.builders import Sejajar, edited

LONGEST = 900.0
"""Seconds that a site may take to be served, or an edit to be seen."""


def browser_path(playwright: Playwright) -> str:
    """A Chromium: $CHROMIUM, one on the path, or Playwright's; empty where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    own = playwright.chromium.executable_path
    return found or (own if Path(own).is_file() else "")


def reloads(site: Sejajar, times: int) -> list[float]:
    """Seconds from each of so many edits to its text on the page; none where there is no browser."""
    with sync_playwright() as playwright:
        path = browser_path(playwright)
        if not path:
            return []
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            with _served(site) as address:
                return _edits(site, address, browser.new_page(), times)
        finally:
            browser.close()


def _edits(site: Sejajar, address: str, page: Page, times: int) -> list[float]:
    taken = []
    number = site.count // 2
    article = site.articles[number][0]
    path, text = site.text(number)
    page.goto(f"{address}id/{article.metadata.date:%Y/%m}/{article.slug}/", wait_until="load")
    for time_ in range(times):
        time.sleep(2)  # what follows the reload before has come to an end; an editor types meanwhile
        new = edited(article, text, 1000 + time_)
        start = time.perf_counter()
        path.write_text(new, encoding="utf-8")
        _until_shown(page, f"Kalimat {1000 + time_} ditambahkan", start)
        taken.append(time.perf_counter() - start)
    return taken


def _until_shown(page: Page, words: str, start: float) -> None:
    while time.perf_counter() - start < LONGEST:
        with suppress(PlaywrightError):  # the page that was asked has gone, and its successor comes
            shown = page.evaluate("(document.querySelector('main') || document.body).innerText")
            if words in shown.replace("\u00a0", " "):
                return
        page.wait_for_timeout(10)
    raise RuntimeError(f"{words!r} was not shown within {LONGEST:.0f} s")


@contextmanager
def _served(site: Sejajar) -> Iterator[str]:
    """The address at which `mkdocs serve` shows the site, without its own path being needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = site.root / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=site.root,
            env={**os.environ, **site.environment, "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
        )
    try:
        end = time.monotonic() + LONGEST
        while not (found := re.search(r"Serving on (\S+)", log.read_text("utf-8", "replace"))):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(
                    f"mkdocs serve did not begin:\n{log.read_text('utf-8', 'replace')[-4000:]}"
                )
            time.sleep(0.1)
        yield found[1]
    finally:
        process.terminate()
        process.wait(60)

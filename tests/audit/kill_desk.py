"""Kills a desk at random moments: `python tests/audit/kill_desk.py [kills] [seed]`.

Budi decides and corrects the Indonesian by requests, as fast as he is answered; Ana types in a real browser.
After each kill: article and catalog load, all that was answered is in them, and what Ana was typing is saved
or still in her browser.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator")]

from playwright.sync_api import Error, Page, sync_playwright  # noqa: E402

import waiting  # noqa: E402
from browsing import until  # noqa: E402
from conftest import CHROMIUM_FLAGS  # noqa: E402
from desks import Browser, Process, article_of, pair_of  # noqa: E402
from sejajar.commands.deciding import name_of  # noqa: E402
from sejajar.formats import article as article_format  # noqa: E402
from sejajar.formats import catalog as catalog_format  # noqa: E402
from sejajar.model import Catalog, Key  # noqa: E402
from sites import ARTICLE, ENGLISH, FOLDER, make_site  # noqa: E402

CATALOG, SOURCE_PATH = f"{FOLDER}/article.en.po", f"{FOLDER}/article.id.md"
POINT = ("point", "Petani memanen 1.200 hektare sawah.")
TITLE = ("title", "Panen raya dimulai di Jawa Barat")
HEADING = ("heading", "Harga gabah")
SOURCE = "Pemerintah menargetkan 2 juta ton gabah."
"""The paragraph whose Indonesian is corrected again and again."""
OURS = "".join(line for line in ARTICLE.splitlines(keepends=True) if not line.startswith("source:"))


@dataclass
class Desk:
    """A desk that is killed and begun again at the same address."""

    folder: Path
    port: int = 0
    process: Process = field(init=False)

    def begin(self) -> None:
        self.process = Process(self.folder, "--as", "Ana", "--port", str(self.port))
        self.port = self.process.port

    @property
    def token(self) -> str:
        return self.process.address.rpartition("=")[2]

    def kill_after(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, lambda: self.process.process.send_signal(signal.SIGKILL))
        timer.start()
        return timer

    def catalog(self) -> Catalog:
        text = (self.folder / CATALOG).read_text("utf-8")
        catalog, problems = catalog_format.loads(text, CATALOG)
        assert catalog is not None, text
        assert problems == (), problems
        return catalog


@dataclass
class Budi:
    """Somebody who writes one English after the other, and knows which were answered."""

    browser: Browser
    chance: random.Random
    answered: dict[Key, str] = field(default_factory=dict)
    asked: dict[Key, list[str]] = field(default_factory=dict)
    indonesian: str = SOURCE
    written: list[str] = field(default_factory=list)
    """What was asked for since, and not answered."""
    count: int = 0

    def work(self) -> None:
        """Until nobody answers any more."""
        with contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                if self.chance.random() < 0.3:
                    self.correct()
                else:
                    self.decide(self.chance.choice((TITLE, HEADING)))

    def decide(self, key: Key) -> None:
        self.count += 1
        text = f"English number {self.count}"
        address = pair_of(FOLDER, key)
        revision = self.browser.get(address).told["revision"]
        self.asked.setdefault(key, []).append(text)
        answer = self.browser.post(
            f"{address}/decide", {"decision": "edit", "revision": revision, "text": text}
        )
        assert answer.status == 200, answer.text
        self.answered[key] = text
        self.asked[key].clear()

    def correct(self) -> None:
        self.count += 1
        text = f"Pemerintah menargetkan {self.count} juta ton gabah."
        self.written.append(text)
        address = f"{pair_of(FOLDER, ('paragraph', self.indonesian))}/source"
        answer = self.browser.post(address, {"text": text})
        assert answer.status == 200, answer.text
        self.indonesian = text
        self.written.clear()

    def check(self, catalog: Catalog, article: str) -> None:
        """What was answered is there, unless what was asked for after it is."""
        loaded = article_format.loads(article, SOURCE_PATH).article
        assert loaded is not None
        there = [one.text for one in loaded.segments if one.text in (self.indonesian, *self.written)]
        assert len(there) == 1, (article, self.indonesian, self.written)
        self.indonesian = there[0]
        self.written.clear()
        for key, text in self.answered.items():
            entry = catalog.entry(key)
            assert entry is not None
            assert entry.msgstr in (text, *self.asked.get(key, ())), (entry.msgstr, text)
            self.answered[key] = entry.msgstr


def ana_types(page: Page, text: str, chance: random.Random) -> None:
    """Until the page does not answer her: each letter is a moment at which the desk may be gone."""
    pair = f'[data-pair="{name_of(POINT)}"]'
    page.click(f"{pair} > .desk-handle")
    page.click('.desk-panel [data-act="edit"]')
    page.keyboard.press("Control+a")
    for letter in text:
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(chance.uniform(0, 20))
    page.keyboard.press("Control+Enter")


def round_of(desk: Desk, budi: Budi, page: Page, number: int, chance: random.Random) -> str:
    """One kill; says where Ana's words were found."""
    text = f"Farmers are harvesting 1,200 hectares of paddy, said {number}"
    working = threading.Thread(target=budi.work)
    working.start()
    timer = desk.kill_after(chance.uniform(0, 3))
    with contextlib.suppress(Error):
        ana_types(page, text, chance)
    timer.join()
    desk.process.process.wait()
    working.join()
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('sejajar-desk:'))")
    catalog = desk.catalog()
    budi.check(catalog, (desk.folder / SOURCE_PATH).read_text("utf-8"))
    entry = catalog.entry(POINT)
    assert entry is not None
    saved = entry.msgstr == text
    typed = any(text.startswith(json.loads(value)["text"]) for _, value in kept)
    desk.begin()
    page.reload()
    until(page, "document.body.dataset.ready")
    if saved:
        return "saved"
    if not typed:  # killed before the first letter
        return "not begun"
    page.wait_for_selector(".desk-text")
    words = page.input_value(".desk-text")
    assert text.startswith(words), words
    page.fill(".desk-text", text)
    page.keyboard.press("Control+Enter")
    waiting.until(lambda: _english(desk) == text, lambda: f"{_english(desk)} is not {text}")
    return "in the browser"


def _english(desk: Desk) -> str:
    entry = desk.catalog().entry(POINT)
    return entry.msgstr if entry else ""


def main(kills: int, seed: int) -> None:
    chance, started = random.Random(seed), time.monotonic()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        desk = Desk(make_site(Path(folder), articles=[(FOLDER, OURS, ENGLISH)]))
        desk.begin()
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or playwright.chromium.executable_path
        if not Path(path).is_file():
            print("no Chromium: the desk is not killed; name one in the variable CHROMIUM")
            return
        chrome = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        page = chrome.new_page()
        page.goto(desk.process.address)
        page.wait_for_url(f"http://127.0.0.1:{desk.port}/")
        page.goto(f"http://127.0.0.1:{desk.port}{article_of(FOLDER)}")
        until(page, "document.body.dataset.ready")
        browser = Browser(desk.port)
        browser.cookie = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
        budi = Budi(browser, chance)
        found = [round_of(desk, budi, page, number, chance) for number in range(kills)]
        chrome.close()
        desk.process.end()
    seconds = time.monotonic() - started
    told = ", ".join(f"{found.count(one)} {one}" for one in dict.fromkeys(found))
    print(f"kill -9: {kills} times in {seconds:.0f} s, {budi.count} decisions (seed {seed})")
    print(f"no decision that was answered is lost; the words being typed: {told}")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    usual = (20, random.randrange(1_000_000))
    main(*(*given, *usual[len(given) :]))

"""What a reader's first search costs, in bytes and in time, against Material's own search on the same text.

Run it as `python tests/bench/search.py [articles]`. The text is made of syllables, its words drawn as a
language draws them (Zipf's law) from a large vocabulary, since the size of an index depends on it. Bytes are
those sent with gzip, as hosts of static sites do. The twenty searches of the tests are run with both.
"""

from __future__ import annotations

import gzip
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]

import sites  # noqa: E402
from browsing import until  # noqa: E402
from conftest import CHROMIUM_FLAGS  # noqa: E402
from searches import SEARCHES, make_searchable_site  # noqa: E402
from sejajar import catalogs as catalog_format  # noqa: E402
from sejajar.formats import article as article_format  # noqa: E402

VOCABULARY = 40_000


def vocabulary(rng: random.Random, affixes: tuple[str, ...]) -> list[str]:
    """Different words of two to four syllables, most of them with an affix, as in the language imitated."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        root = "".join(rng.choice("bcdfghjklmnprstw") + rng.choice("aiueo") for _ in range(rng.randint(2, 4)))
        before, _, after = rng.choice(affixes).partition("-")
        words[before + root + after] = None
    return list(words)


class Zipf(list[str]):
    """Words of which `Draws` takes the n-th with a weight of about 1 / n."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self.weights = list(accumulate(1 / (place + 3) for place in range(len(words))))


class Draws(random.Random):
    def choices(self, population: Any, weights: Any = None, *, cum_weights: Any = None, k: int = 1) -> Any:
        cum_weights = getattr(population, "weights", cum_weights)
        return super().choices(population, weights, cum_weights=cum_weights, k=k)


def our_site(root: Path, count: int) -> None:
    rng = random.Random(7)
    sites.WORDS = Zipf(vocabulary(rng, ("-", "-", "di-", "ber-", "me-kan", "pe-an", "ke-an", "-nya", "-i")))
    sites.ENGLISH_WORDS = Zipf(vocabulary(rng, ("-", "-", "-s", "-ed", "-ing", "-er", "re-", "un-")))
    vars(sites)["random"] = SimpleNamespace(Random=Draws)
    sites.make_site(root, articles=[])
    for article, english in sites.many_articles(count):
        folder = root / article.folder
        folder.mkdir(parents=True)
        catalog = catalog_format.sync(catalog_format.empty(f"{article.folder}/article.en.po"), article)
        (folder / "article.id.md").write_text(article_format.dumps(article))
        (folder / "article.en.po").write_text(sites.translated(catalog_format.dumps(catalog), english))


def theirs(root: Path) -> None:
    """The same site with Material's search: its plugin, its templates, its script."""
    config = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(config.replace("plugins:\n", "plugins:\n  - search\n"))
    specification = find_spec("material")
    assert specification
    assert specification.origin
    own = Path(specification.origin).parent / "templates" / "partials"
    overrides = root / "overrides" / "partials"
    overrides.mkdir(parents=True)
    for name in ("search.html", "header.html"):
        shutil.copy(own / name, overrides)
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml")
        .read_text()
        .replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    )


def build(root: Path) -> float:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "generator")}
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(root / "www" / "sejajar")]
    subprocess.run(command, cwd=root, check=True, env=environment)
    return time.perf_counter() - start


@contextmanager
def served(root: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "www")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sejajar/"
    server.shutdown()


def zipped(root: Path, url: str) -> int:
    """What a file weighs on the way; what is compressed already is sent as it is."""
    path = root / "www" / url.split("/", 3)[3].partition("?")[0]
    if not path.is_file():
        return 0
    data = path.read_bytes()
    return min(len(data), len(gzip.compress(data, 6)))


OURS = ("[data-sj-search] input", "[data-sj-of=id] li > a", "[data-sj-of=en] li > a")
LUNR = ("input.md-search__input", ".md-search-result__item a", ".md-search-result__item a")


def first_search(
    page: Page, url: str, root: Path, word: str, selectors: tuple[str, str, str]
) -> dict[str, float]:
    """Bytes fetched until the first result, and seconds from the last key to it: cold, then warm."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{url}id/", wait_until="commit")
    field, result, _ = selectors
    page.locator(field).wait_for(state="attached")
    page.keyboard.press("/")
    until(page, "document.querySelector('#__search').checked")
    start = time.perf_counter()
    page.locator(field).press_sequentially(word)
    start = time.perf_counter()
    page.locator(result).first.wait_for(timeout=300_000)
    cold = time.perf_counter() - start
    wanted = ("pagefind", "forms.txt", "search", "sejajar-index", "sejajar-kin")
    own = sum(zipped(root, address) for address in {*asked} if any(part in address for part in wanted))
    page.wait_for_timeout(1500)
    both = sum(zipped(root, address) for address in {*asked} if any(part in address for part in wanted))
    page.locator(field).fill("")
    page.locator(field).press_sequentially(word[:-1])
    page.wait_for_timeout(1000)
    page.evaluate(f"document.querySelectorAll({result!r}).forEach(one => one.remove())")
    start = time.perf_counter()
    page.locator(field).press(word[-1])
    page.locator(result).first.wait_for(timeout=300_000)
    return {"own": own, "both": both, "cold": cold, "warm": time.perf_counter() - start}


def found(browser: Browser, url: str, selectors: tuple[str, str, str]) -> int:
    """Of the twenty searches those whose first result shows the form in the text."""
    page = browser.new_page()
    page.goto(f"{url}id/")
    page.keyboard.press("/")
    page.wait_for_timeout(1500)
    hits = 0
    for wanted in SEARCHES:
        page.locator(selectors[0]).fill(wanted.typed)
        page.locator(selectors[0]).press("Shift")
        page.wait_for_timeout(700)
        shown = page.locator(selectors[1 if wanted.language == "id" else 2]).all_inner_texts()
        hits += any(wanted.form in text.lower() for text in shown[:1])
    page.close()
    return hits


def main(count: int = 2000) -> None:
    folder = Path(tempfile.mkdtemp(prefix="sejajar-bench-"))
    try:
        print(f"search: {count} articles of 18 segments, two editions")
        our_site(folder / "ours", count)
        shutil.copytree(folder / "ours", folder / "lunr")
        theirs(folder / "lunr")
        spent = build(folder / "ours")
        again = build(folder / "ours")
        peer = build(folder / "lunr")
        print(f"  build {spent:.1f} s; index kept: {again:.1f} s; with Material's search too: {peer:.1f} s")
        forms = (folder / "ours" / "www" / "sejajar" / "pagefind" / "id" / "forms.txt").read_bytes()
        print(f"  forms.txt: {len(forms) / 1e3:.0f} KB, {len(gzip.compress(forms)) / 1e3:.0f} KB gzipped")
        make_searchable_site(folder / "twenty-ours")
        make_searchable_site(folder / "twenty-lunr")
        theirs(folder / "twenty-lunr")
        for name in ("ours", "lunr"):
            build(folder / f"twenty-{name}")
        word = sites.WORDS[40]
        with sync_playwright() as playwright:
            chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
            measured = {}
            for name, selectors in (("ours", OURS), ("lunr", LUNR)):
                with served(folder / name) as url:
                    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
                    measured[name] = first_search(page, url, folder / name, word, selectors)
                    page.close()
                with served(folder / f"twenty-{name}") as url:
                    measured[name]["found"] = found(browser, url, selectors)
        report(measured["ours"], measured["lunr"])
    finally:
        shutil.rmtree(folder)


def report(ours: dict[str, float], lunr: dict[str, float]) -> None:
    for name, of in (("sejajar", ours), ("Material", lunr)):
        print(
            f"  {name:9} {of['own'] / 1e3:8.0f} KB to the first result, {of['both'] / 1e3:8.0f} KB with both "
            f"editions; {of['cold']:5.2f} s after the last key, {of['warm']:5.2f} s the second time; "
            f"{of['found']:.0f} of 20 found"
        )
    print(f"  ratio of bytes, own edition  1/{lunr['own'] / ours['own']:.0f}  (at most 1/40)")
    print(f"  ratio of bytes, both         1/{lunr['both'] / ours['both']:.0f}  (at most 1/20)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

"""What a search index in several parts would save a build, and what it would cost readers.

Run it as `python tests/bench/shards.py [articles]`. One bundle of the Indonesian edition is compared with
eight, each of an eighth of the articles, which a browser asks together (`mergeIndex`): by the hash of an
article's address, and by time. The text is that of search.py; bytes are those sent with gzip. Until the
first results are shown, for words that are rare, usual and everywhere; loading a result's text is counted.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from statistics import mean

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]

import sites  # noqa: E402
from bench.search import our_site, served, zipped  # noqa: E402
from conftest import CHROMIUM_FLAGS  # noqa: E402
from sejajar import commands, search  # noqa: E402
from sejajar.rendering.machine.search_documents import Document  # noqa: E402
from sejajar.site import settings  # noqa: E402

PARTS, RESULTS = 8, 8
ASKED = (3, 40, 400, 4000)
"""The places of the words in the order of how often they occur."""
SEARCH = """async ([base, parts, word, results]) => {
  const pagefind = await import(`${base}${parts[0]}/pagefind.js`)
  await pagefind.init()
  for (const part of parts.slice(1)) await pagefind.mergeIndex(`${base}${part}`)
  const found = await pagefind.search(word)
  await Promise.all(found.results.slice(0, results).map(one => one.data()))
  return found.results.length
}"""


def documents(root: Path) -> Sequence[Document]:
    site = commands.Site(root, root / "docs", settings.Settings(on_incomplete="ignore"))
    now = commands.now(site, dt.datetime(2026, 11, 26, tzinfo=dt.UTC), drafts=False)
    texts = commands.findable(now.whole, lambda path: path.replace(".md", "/index.html"), [])
    return tuple(next(text for text in texts if text.edition == "id").documents)


def made(of: Sequence[Document], target: Path) -> float:
    """Writes a bundle; returns the seconds that it took."""
    start = time.perf_counter()
    bundle = search.Indexing(search.Text("id", of), target).finish()
    taken = time.perf_counter() - start
    for name, data in search.unpacked(bundle).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    return taken


def asked(browser: Browser, url: str, root: Path, parts: Sequence[str], word: str) -> tuple[int, int, int]:
    """Requests, bytes and results of a reader's first search."""
    page = browser.new_page()
    page.goto(f"{url}empty.html")
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    found = page.evaluate(SEARCH, [url, list(parts), word, RESULTS])
    page.close()
    weight = sum(zipped(root, address) for address in addresses if address.startswith(url))
    return len(addresses), weight, found


def main(count: int = 2000) -> None:
    folder = Path(tempfile.mkdtemp(prefix="sejajar-bench-"))
    try:
        our_site(folder / "site", count)
        every = documents(folder / "site")
        www = folder / "www" / "sejajar"
        www.mkdir(parents=True)
        (www / "empty.html").write_text("<!doctype html><title>empty</title>")
        by_hash = [
            [one for one in every if int(sha256(one.path.encode()).hexdigest(), 16) % PARTS == part]
            for part in range(PARTS)
        ]
        size = -(-len(every) // PARTS)
        by_time = [every[at : at + size] for at in range(0, len(every), size)]
        print(f"search in parts: {count} articles, the Indonesian edition")
        print(f"  one index is made in {made(every, www / 'one'):.2f} s")
        ways = {"one": ["one"]}
        for name, parts in (("hash", by_hash), ("time", by_time)):
            taken = [made(part, www / f"{name}-{at}") for at, part in enumerate(parts)]
            ways[name] = [f"{name}-{at}" for at in range(len(parts))]
            print(f"  one of {PARTS} by {name} in {mean(taken):.2f} s")
        with sync_playwright() as playwright, served(folder) as url:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS
            )
            for place in ASKED:
                word = sites.WORDS[place]
                for way, names in ways.items():
                    requests, weight, found = asked(browser, url, folder, names, word)
                    print(f"  {word:16} {way:5} {requests:4} requests {weight / 1e3:7.0f} KB {found:5} found")
            browser.close()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

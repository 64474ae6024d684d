"""The desk with 2,000 articles: the queue on screen, an article, the findings for an edited pair.

In a real browser on this machine, from the click to what it shows; and how long a cold and a warm start
take until the queue is whole. `python tests/bench/desk.py [ARTICLES]`
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from playwright.sync_api import Error as PlaywrightError  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from conftest import CHROMIUM_FLAGS  # noqa: E402
from desks import Process  # noqa: E402
from sejajar import catalogs  # noqa: E402
from sejajar.formats import article as article_format  # noqa: E402
from sejajar.formats import catalog as catalog_format  # noqa: E402
from sites import make_site, many_articles  # noqa: E402

LIMITS = {"queue": 1.0, "article": 0.5, "findings": 0.2}
"""Seconds."""
TIMES = 7


def site_of(root: Path, count: int) -> None:
    make_site(root, articles=())
    for article, english in many_articles(count):
        folder = root / article.folder
        folder.mkdir(parents=True)
        catalog = catalogs.sync(catalogs.empty(f"{article.folder}/article.en.po"), article)
        filled = [catalogs.filled(entry, english[entry.msgid], "stand-in", article.metadata.date)
                  if entry.msgid in english else entry for entry in catalog.entries]  # fmt: skip
        (folder / "article.id.md").write_text(article_format.dumps(article), "utf-8")
        (folder / "article.en.po").write_text(catalog_format.dumps(catalog.updated(filled)), "utf-8")


def seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def whole(page: Page, address: str, count: int) -> None:
    """Until the queue has all articles."""

    def holds() -> bool:
        try:
            page.goto(address)
        except PlaywrightError:  # the page came anew by itself meanwhile
            return False
        return f"Articles: {count};" in page.inner_text("#count") and page.locator("#reading").count() == 0

    while not holds():
        time.sleep(0.5)


def shown(page: Page, act: Callable[[], object], what: str) -> None:
    act()
    page.wait_for_selector(what)


def measured(page: Page, top: str) -> dict[str, float]:
    """The median of several, each from the request to what is on the screen."""
    found: dict[str, list[float]] = {name: [] for name in LIMITS}
    for turn in range(TIMES):
        found["queue"].append(
            seconds(lambda: shown(page, lambda: page.goto(f"{top}/?state=all"), ".desk-open"))
        )
        link = page.locator(".desk-open").nth(turn)
        found["article"].append(seconds(partial(shown, page, link.click, "body[data-ready]")))
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_selector(".desk-text")
        page.keyboard.press("Control+a")

        def typed() -> None:
            with page.expect_response("**/check?*"):
                page.keyboard.insert_text("12,345 wrong figures")
            page.wait_for_selector(".desk-findings li")

        found["findings"].append(seconds(typed))
        page.keyboard.press("Escape")
        page.evaluate("localStorage.clear()")
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory(prefix="sejajar-bench-") as folder, sync_playwright() as playwright:
        root = Path(folder) / "site"
        site_of(root, count)
        environment = {"SEJAJAR_CACHE": str(Path(folder) / "cache"), "NO_MKDOCS_2_WARNING": "1"}
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        cold = time.perf_counter()
        desk = Process(root, "--as", "Ana", "--port", "0", **environment)
        page.goto(desk.address)
        page.wait_for_selector(".desk-count")
        print(f"cold start: the first page after {time.perf_counter() - cold:.2f} s", flush=True)
        top = desk.address.partition("/enter")[0]
        whole(page, f"{top}/?state=all", count)
        print(f"            all {count} articles after {time.perf_counter() - cold:.1f} s", flush=True)
        desk.end()
        warm = time.perf_counter()
        desk = Process(root, "--as", "Ana", "--port", "0", **environment)
        page.goto(desk.address)
        top = desk.address.partition("/enter")[0]
        whole(page, f"{top}/?state=all", count)
        print(f"warm start: all {count} articles after {time.perf_counter() - warm:.2f} s", flush=True)
        failed = 0
        for name, took in measured(page, top).items():
            over = took > LIMITS[name]
            failed += over
            print(
                f"{name:9} {took:6.3f} s, at most {LIMITS[name]} s{' TOO SLOW' if over else ''}", flush=True
            )
        desk.end()
        browser.close()
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())

"""How long everything around the articles takes: lists, topics, related briefings, dates, tallies.

Run it as `python tests/bench/lists.py [articles]`. It makes the pages of half the articles and of all,
without MkDocs, then converts the list pages as MkDocs does, and says how much processor time each part took.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]

from markdown import Markdown  # noqa: E402

from sejajar import catalogs as catalog  # noqa: E402
from sejajar import rendering  # noqa: E402
from sejajar.catalogs import Briefing  # noqa: E402
from sejajar.formats import glossary  # noqa: E402
from sejajar.model import EDITIONS  # noqa: E402
from sejajar.rendering.article.timeline import mentions  # noqa: E402
from sejajar.rendering.lists.pages import planned_lists  # noqa: E402
from sejajar.rendering.lists.status import standing  # noqa: E402
from sejajar.site.connections import connect  # noqa: E402
from sejajar.site.lifecycle import listed  # noqa: E402
from sejajar.site.view import View  # noqa: E402
from sites import WORDS, many_articles  # noqa: E402

T = TypeVar("T")
TERMS = glossary.loads(
    (ROOT / "content" / "glossary.csv").read_text(encoding="utf-8"), "content/glossary.csv"
).glossary


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def briefings(count: int) -> list[Briefing]:
    """Articles with three tags each, of some hundred in all."""
    rng = random.Random(count)
    made = []
    for article, english in many_articles(count):
        tags = tuple(f"{rng.choice(WORDS)} {rng.choice(WORDS[:4])}" for _ in range(3))
        article = replace(article, metadata=replace(article.metadata, tags=tags))
        blank = catalog.briefing(article, catalog.empty("article.en.po"))
        entries = [replace(entry, msgstr=english.get(entry.msgid, "")) for entry in blank.catalog.entries]
        made.append(catalog.briefing(article, blank.catalog.updated(entries)))
    return made


def measure(count: int) -> dict[str, float]:
    """Seconds by part."""
    everything = briefings(count)
    shown = listed(everything)
    seconds: dict[str, float] = {}
    seconds["related, names"], connections = timed(lambda: connect(shown, TERMS))
    seconds["dates"], _ = timed(lambda: [mentions(briefing.article) for briefing in shown])
    seconds["tallies"], now = timed(lambda: standing(shown))
    views = {edition: [View(briefing, edition, TERMS) for briefing in shown] for edition in EDITIONS}
    seconds["lists"], lists = timed(
        lambda: [
            planned.page("content")
            for edition in EDITIONS
            for planned in planned_lists(views[edition], edition, TERMS, connections, now)
        ]
    )
    seconds["all pages"], _ = timed(lambda: rendering.pages(everything, TERMS))
    parser = Markdown(extensions=["attr_list", "md_in_html", "toc"])
    texts = [page.text.split("-->", 1)[1] for page in lists]
    seconds["lists to HTML"], _ = timed(lambda: [parser.reset().convert(text) for text in texts])
    seconds["list pages"] = len(lists)
    return seconds


def main(count: int = 4000) -> None:
    measure(50)  # what is made once and kept, such as the patterns of the glossary's terms
    half, whole = measure(count // 2), measure(count)
    print(f"lists: {count // 2} and {count} articles of 18 segments with three tags, two editions")
    for part, seconds in whole.items():
        unit = "" if part == "list pages" else " s"
        print(
            f"  {part:<16} {half[part]:8.2f}{unit}  {seconds:8.2f}{unit}  ratio {seconds / half[part]:5.2f}"
        )
    print("  (linear: 2.00; at most 2.30)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

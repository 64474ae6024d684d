"""What the import makes of real articles and pages: a line each, and what is lost (nothing may be).

Of pages there is a truth by hand for their bodies: the text that a person copied from the same page.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from sejajar.commands.sources import Web, gathered
from sejajar.formats.article import dumps
from sejajar.importing import Given, Material, Recognised, recognise
from sejajar.model import Article, Kind, Quote

TODAY = dt.date(2026, 11, 23)
COLUMNS = "date       place          outlet           pts sec quo aside lost  title"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def read(path: Path) -> tuple[Material, Recognised, frozenset[str]]:
    """A file's blocks, what came of them, and what had to be given: `date`, `title`."""
    material = gathered(str(path), path.read_bytes(), Web()).material
    first = recognise(material, Given(), today=TODAY)
    asked = frozenset(problem.code for problem in first.problems if str(problem.severity) == "error")
    if not asked & {"date", "title"}:
        return material, first, asked
    given = Given(TODAY if "date" in asked else None, "Judul" if "title" in asked else "")
    return material, recognise(material, given, today=TODAY), asked


def lost(material: Material, recognised: Recognised) -> Counter[str]:
    assert recognised.article
    written = re.sub(r"\\(.)", r"\1", dumps(recognised.article)).replace("&lt;", "<").replace("&amp;", "&")
    aside = " ".join(part.text for part in recognised.aside)
    return words(" ".join(block.text for block in material.blocks)) - words(written) - words(aside)


def line(recognised: Recognised, article: Article, asked: frozenset[str], missing: int) -> str:
    metadata = article.metadata
    quotes = sum(isinstance(block, Quote) for block in article.blocks)
    date = "?" if "date" in asked else str(metadata.date)
    title = "?" if "title" in asked else article.title.text
    outlet = metadata.source.outlet if metadata.source else ""
    found = (len(article.points), len(article.sections), quotes, len(recognised.aside), missing)
    counts = "{:3} {:3} {:3} {:5} {:4}".format(*found)
    return f"{date:10} {metadata.place[:14]:14} {outlet[:16]:16} {counts}  {title[:60]}"


def body_of(article: Article) -> Counter[str]:
    kinds = (Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM)
    return words(" ".join(segment.text for segment in article.segments if segment.kind in kinds))


def f1(own: Counter[str], truth: Counter[str]) -> float:
    return 2 * sum((own & truth).values()) / (sum(own.values()) + sum(truth.values()))


def main() -> None:
    folder = os.environ.get("SEJAJAR_CORPORA")
    if not folder:
        sys.exit("SEJAJAR_CORPORA names no folder with real articles")
    corpora = Path(folder) / "corpora"
    started, number, totals = time.perf_counter(), 0, Counter[str]()
    print(COLUMNS)
    for path in sorted([*corpora.glob("articles/*/*.txt"), *corpora.glob("html/*/*.html")]):
        material, recognised, asked = read(path)
        number += 1
        totals.update(asked)
        if recognised.article is None:
            print(f"no article: {path.name}: {'; '.join(map(str, recognised.problems))}")
            continue
        missing = sum(lost(material, recognised).values())
        totals["lost"] += missing
        print(line(recognised, recognised.article, asked, missing))
    seconds = time.perf_counter() - started
    asked_for = f"asked for a date {totals['date']}, a title {totals['title']}"
    print(f"{number} files in {seconds:.1f} s; lost words {totals['lost']}; {asked_for}")
    for path in sorted(corpora.glob("html/*/*.html")):
        outlet = path.name.partition("-")[0]
        truth = next(iter(sorted(corpora.glob(f"articles/paragraphs/{outlet}-001*.txt"))), None)
        page, other = read(path)[1].article, read(truth)[1].article if truth else None
        if page and other:
            print(f"{path.name:30} F1 of the body's words {f1(body_of(page), body_of(other)):.3f}")


if __name__ == "__main__":
    main()

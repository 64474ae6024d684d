"""What one article costs a build from nothing: milliseconds of processor time for each of its parts.

Run it as `python tests/bench/article.py [articles]`. The articles are those of build.py, of 18 segments each;
each part is the median of five rounds over all of them. Where `SEJAJAR_CORPORA` names a folder with corpora,
the checks are run over real pairs too, as many as an article has.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import fontpkg  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]

from sejajar.catalogs import Briefing, briefing  # noqa: E402
from sejajar.catalogs import sync as synced  # noqa: E402
from sejajar.checking import check_counting  # noqa: E402
from sejajar.checking.runner import check_pair  # noqa: E402
from sejajar.formats import article as article_format  # noqa: E402
from sejajar.formats import catalog as catalog_format  # noqa: E402
from sejajar.formats import glossary as glossary_format  # noqa: E402
from sejajar.model import EDITIONS, Edition, empty  # noqa: E402
from sejajar.rendering import Described, Form, Publication, View, card_of, draw, feeds, page_head  # noqa: E402
from sejajar.rendering.article.body import article_tree  # noqa: E402
from sejajar.rendering.html.markup import Place, write  # noqa: E402
from sejajar.rendering.machine.search_documents import findable  # noqa: E402
from sejajar.site.view import Extras  # noqa: E402
from sites import many_articles, translated  # noqa: E402

SEGMENTS, ROUNDS = 18, 5
TOLD = Publication("Sejajar", "https://example.org/sejajar/", "Briefings", True)
GLOSSARY = glossary_format.loads((ROOT / "content/glossary.csv").read_text(encoding="utf-8")).glossary


def files(count: int) -> Iterator[tuple[str, str, str]]:
    """Of each article its path, its text and its catalog's, which `sejajar sync` has written."""
    for article, english in many_articles(count):
        path = f"{article.folder}/article.en.po"
        catalog = catalog_format.dumps(synced(empty(path), article))
        read = catalog_format.loads(translated(catalog, english), path)[0]
        assert read is not None
        yield article.path, article_format.dumps(article), catalog_format.dumps(read)


def read_briefing(path: str, text: str, po: str) -> Briefing:
    article = article_format.loads(text, path).article
    catalog = catalog_format.loads(po, f"{path.rpartition('/')[0]}/article.en.po")[0]
    assert article is not None
    assert catalog is not None
    return briefing(article, catalog)


def body(of: Briefing, edition: Edition) -> str:
    view = View(of, edition, GLOSSARY, extras=Extras(explain=True))
    path = view.places.article(of.article, edition)
    return write(article_tree(view), Form.HTML, Place(path))


def head(of: Briefing, edition: Edition) -> str:
    view = View(of, edition, GLOSSARY)
    path = view.places.article(of.article, edition)
    return page_head(Described(path, edition, "Title", "Description", True), TOLD, view)


def cost(name: str, work: Callable[[], object], count: int) -> float:
    """Milliseconds an article, printed."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    each = 1000 * median(spent) / count
    print(f"  {name:34} {each:7.2f} ms")
    return each


def real_pairs(count: int) -> list[tuple[str, str]]:
    folder = Path(os.environ.get("SEJAJAR_CORPORA", "")) / "corpora" / "parallel"
    if not os.environ.get("SEJAJAR_CORPORA") or not folder.is_dir():
        return []
    sides = [(folder / f"flores-dev.{name}").read_text("utf-8").splitlines() for name in ("id", "google.en")]
    return list(zip(*sides, strict=True))[: SEGMENTS * count]


def measured(count: int) -> None:
    found = list(files(count))
    paths = [f"{path.rpartition('/')[0]}/article.en.po" for path, _, _ in found]
    briefings = [read_briefing(*of) for of in found]
    both = [(item, edition) for item in briefings for edition in EDITIONS]
    font = fontpkg.path("Source Serif 4").read_bytes()
    cards = [card_of(View(*pair, GLOSSARY), "Sejajar") for pair in both[:40]]
    cost("article read", lambda: [article_format.loads(text, path) for path, text, _ in found], count)
    cost(
        "catalog read",
        lambda: [catalog_format.loads(po, path) for (_, _, po), path in zip(found, paths, strict=True)],
        count,
    )
    cost("synced", lambda: [briefing(item.article, item.catalog) for item in briefings], count)
    cost("catalog written", lambda: [catalog_format.dumps(item.catalog) for item in briefings], count)
    cost("checks", lambda: [check_counting(item, GLOSSARY) for item in briefings], count)
    if pairs := real_pairs(count):
        name = f"checks of {SEGMENTS} real pairs"
        cost(name, lambda: [check_pair(*pair, GLOSSARY) for pair in pairs], len(pairs) // SEGMENTS)
    cost("bodies of both editions, HTML", lambda: [body(*pair) for pair in both], count)
    cost("heads of both pages", lambda: [head(*pair) for pair in both], count)
    cost(
        "search documents",
        lambda: [one.document("") for pair in both if (one := findable(View(*pair, GLOSSARY)))],
        count,
    )
    shown = {e: [View(item, e, GLOSSARY) for item in briefings] for e in EDITIONS}
    cost("feeds", lambda: [feeds(shown[e], e, TOLD) for e in EDITIONS], count)
    cost("two cards", lambda: [draw(card, font) for card in cards], len(cards) // 2)


def main(count: int = 60) -> None:
    print(f"article: {SEGMENTS} segments each, {count} articles, median of {ROUNDS} rounds, processor time")
    measured(count)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

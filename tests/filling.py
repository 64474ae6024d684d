"""A site of articles to be filled: on the disk, with storage's reading and writing, or in memory.

Run as a program, `python filling.py ROOT URL`, it fills a folder through the `google` engine and prints a
line `saved N PATH` after each save and the summary's counts at the end. Tests kill it.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.catalogs import Briefing, briefing
from sejajar.formats import article as article_format
from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Catalog, Kind, Metadata, Paragraph, Segment, empty, numbered
from sejajar.translating import (
    Engines,
    NotSavedError,
    Outside,
    RateLimited,
    RetryPolicy,
    Summary,
    Timeouts,
    engine,
)
from sejajar.translating import fill as fill_site
from sejajar.translating.protection import protect, restore, restore_plain
from servers import pseudo
from waiting import PATIENCE

TODAY = date(2026, 11, 23)
EAGER = RetryPolicy(requests_per_second=10_000, attempts=3, first_wait=0.001, longest_wait=5)
QUICK = Timeouts(connect=0.3, silence=0.15, whole=0.3)
"""For what never comes. What comes may come late on a busy machine, and gets PATIENT."""
PATIENT = Timeouts(connect=PATIENCE, silence=PATIENCE, whole=PATIENCE)


def polite(name: str, url: str, timeouts: Timeouts = PATIENT) -> RateLimited:
    keys = {"SEJAJAR_DEEPL_KEY": "a-key"}
    return RateLimited(engine(name, keys, url=url, model="uji", timeouts=timeouts), EAGER, Outside())


def catalog_path(article: Article) -> str:
    return f"{article.folder}/{storage.CATALOG}"


@dataclass
class Shelf:
    """Catalogs as texts in memory, by path: what a disk would hold."""

    texts: dict[str, str] = field(default_factory=dict)
    saves: int = 0

    def read(self, article: Article) -> Catalog:
        path = catalog_path(article)
        return self._parsed(path, self.text(path))

    def load(self, article: Article) -> Catalog:
        return catalog_format.sync(self.read(article), article)

    def save(self, ours: Catalog, base: Catalog | None) -> Catalog:
        while True:
            before = self.text(ours.path)
            merged = catalog_format.merge(ours, self._parsed(ours.path, before), base)
            if self.exchange(ours.path, before, catalog_format.dumps(merged)):
                self.saves += 1
                return merged

    def put(self, catalog: Catalog) -> None:
        self.exchange(catalog.path, self.text(catalog.path), catalog_format.dumps(catalog))

    def exchange(self, path: str, before: str | None, text: str) -> bool:
        if self.texts.get(path) != before:
            return False
        self.texts[path] = text
        return True

    def text(self, path: str) -> str | None:
        return self.texts.get(path)

    def _parsed(self, path: str, text: str | None) -> Catalog:
        if text is None:
            return empty(path)
        catalog, problems = catalog_format.loads(text, path)
        if catalog is None:
            raise NotSavedError(problems)
        return catalog


@dataclass
class Disk(Shelf):
    """The same in a folder, read anew each time and written atomically."""

    root: Path = Path()

    def text(self, path: str) -> str | None:
        return storage.read_text(self.root, path)

    def exchange(self, path: str, before: str | None, text: str) -> bool:
        return storage.exchange(self.root, path, before, text)


def briefings(articles: list[Article], shelf: Shelf) -> list[Briefing]:
    return [briefing(article, shelf.read(article)) for article in articles]


def run(
    articles: list[Article],
    shelf: Shelf,
    engine: RateLimited | Engines,
    glossary: Glossary | None = None,
    **options: Any,
) -> Summary:
    """One fill by four threads, with the tests' day."""
    engines = engine if isinstance(engine, Engines) else Engines(engine, glossary=glossary or Glossary())
    with ThreadPoolExecutor(4) as executor:
        return fill_site(
            briefings(articles, shelf),
            shelf.load,
            shelf.save,
            engines,
            executor,
            today=TODAY,
            **{"memory": {}} | options,
        )


def right(text: str, glossary: Glossary) -> str:
    """What a segment becomes when nothing goes wrong."""
    return " ".join(restore(pseudo(piece.text), piece) or "" for piece in protect(text, glossary))


def acceptable(text: str, glossary: Glossary, *, whole: bool = False) -> set[str]:
    """What it may become when placeholders were lost in some of its sentences, or of it as a whole."""
    forms = [
        {restore(pseudo(piece.text), piece) or "", restore_plain(pseudo(piece.plain))}
        for piece in protect(text, glossary, whole_text=whole)
    ]
    return {" ".join(parts) for parts in product(*forms)}


def made(name: str, *texts: str, title: str = "Judul tulisan", **metadata: Any) -> Article:
    """An article with these paragraphs."""
    lead = tuple(Paragraph(Segment(Kind.PARAGRAPH, text)) for text in texts)
    path = f"content/2026/2026-11-23-{name}/article.id.md"
    return numbered(Article(path, Metadata(TODAY, **metadata), Segment(Kind.TITLE, title), (), lead))


def read_articles(root: Path) -> list[Article]:
    found = []
    for source in storage.read_content(root, "content").sources:
        loaded = article_format.loads(source.text, source.path)
        assert loaded.article, loaded.problems
        found.append(loaded.article)
    return found


def write_articles(root: Path, articles: list[Article]) -> None:
    for article in articles:
        storage.write(root, article.path, article_format.dumps(article))


def main(root: Path, url: str) -> None:
    disk = Disk(root=root)
    save = disk.save

    def saying(ours: Catalog, base: Catalog | None) -> Catalog:
        merged = save(ours, base)
        print(f"saved {sum(bool(entry.msgstr) for entry in merged.entries)} {ours.path}", flush=True)
        return merged

    disk.save = saying  # type: ignore[method-assign]
    summary = run(read_articles(root), disk, polite("google", url))
    print(f"filled {summary.filled} left {summary.left} complete {summary.complete}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""A fill that is killed again and again, and what has to be true after each time.

The site has entries in every state; the engine on loopback is slow; a person edits a catalog in mid-fill.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from filling import Disk, catalog_path, made, read_articles, right, write_articles
from sejajar.formats.catalog import dumps
from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Entry, Key, State, filled, signed
from servers import Served
from waiting import PATIENCE

TESTS = Path(__file__).parent
NO_TERMS = Glossary()
TOPICS = ("pangan", "dagang", "diplomasi", "cuaca")
WAYS = ("diumumkan", "dibahas", "ditunda", "disetujui", "ditolak", "diulang", "dimulai", "diakhiri")


def site(root: Path) -> list[Article]:
    """Four articles of nine segments; in each, one is reviewed, one needs work and one is stale."""
    articles = [
        made(topic, *(f"Kebijakan {topic} itu {way} kemarin. Menteri hadir di sana." for way in WAYS))
        for topic in TOPICS
    ]
    write_articles(root, articles)
    disk = Disk(root=root)
    for article in articles:
        catalog = disk.load(article)
        reviewed, work, stale = catalog.entries[1:4]
        disk.put(
            catalog.updated(
                [
                    signed(reviewed, "Ana approved this.", "Ana", article.metadata.date),
                    replace(filled(work, "x", "google", article.metadata.date), msgstr="Typed by Ana."),
                    replace(stale, msgstr="For another text.", fuzzy=True, previous="Teks lain."),
                ]
            )
        )
    return read_articles(root)


@dataclass
class Story:
    root: Path
    served: Served
    chance: random.Random
    articles: list[Article] = field(default_factory=list)
    known: dict[tuple[str, Key], Entry] = field(default_factory=dict)
    """All that was ever seen finished on the disk."""
    kills: int = 0

    def tell(self, kills: int) -> None:
        """Kill the fill at random moments; when it completes before, empty what it filled and go on."""
        self.articles = site(self.root)
        self.look()
        edited = 0
        while self.kills < kills or not edited:
            process = self.start()
            lines = iter(process.stdout or ())
            said = self._watched(lines)
            if self.kills % 3 == 1 or self.kills >= kills:
                edited += self._edit(edited)
            time.sleep(self.chance.random() * 0.06)
            if process.poll() is None:
                process.kill()
                self.kills += 1
            said += [line for line in lines if line.startswith("saved ")]
            process.communicate()
            self.look()
            self.compare(said)
            if not any(self._lacking(article) for article in self.articles):
                self._forget()
        process = self.start()
        out, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, out
        assert out.splitlines()[-1].endswith("left 0 complete True")
        self.look()
        assert not any(self._lacking(article) for article in self.articles)

    def start(self) -> subprocess.Popen[str]:
        path = os.pathsep.join((str(TESTS), str(TESTS.parent / "generator")))
        return subprocess.Popen(
            [sys.executable, "-W", "error", str(TESTS / "filling.py"), str(self.root), self.served.url],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )

    def _watched(self, lines: Iterator[str]) -> list[str]:
        """Waits for some of the saves, or, now and then, hardly beyond the start."""
        if self.chance.random() < 0.15:
            time.sleep(self.chance.random() * 0.5)
            return []
        return [line for line in islice(lines, self.chance.randrange(1, 8)) if line.startswith("saved ")]

    def compare(self, said: list[str]) -> None:
        """What the run said it had saved is there."""
        disk = Disk(root=self.root)
        for line in said:
            _, count, path = line.split()
            catalog = next(disk.read(article) for article in self.articles if catalog_path(article) == path)
            assert sum(bool(entry.msgstr) for entry in catalog.entries) >= int(count), line

    def _edit(self, number: int) -> bool:
        """A person signs an entry of the article that is being filled; their program saves atomically."""
        disk = Disk(root=self.root)
        lacking = ((article, entries) for article in self.articles if (entries := self._lacking(article)))
        article, entries = next(lacking, (None, []))
        if article is None:
            return False
        key = self.chance.choice(entries).key
        path = catalog_path(article)
        while True:
            before = disk.text(path)
            catalog = disk.read(article)
            entry = catalog.entry(key)
            assert entry is not None
            by_hand = signed(entry, f"Ana wrote this herself, number {number}.", "Ana", article.metadata.date)
            if disk.exchange(path, before, dumps(catalog.updated([by_hand]))):
                self.known[path, key] = by_hand
                return True

    def look(self) -> None:
        """Every catalog loads; what was finished is there unchanged; what the machine added is right."""
        disk = Disk(root=self.root)
        for article in self.articles:
            catalog = disk.read(article)  # raises where it does not load
            for entry in catalog.entries:
                known = self.known.get((catalog.path, entry.key))
                if known is not None:
                    assert entry == known, f"lost: {known}\nfound: {entry}"
                elif entry.state is State.MACHINE:
                    assert entry.msgstr == right(entry.msgid, NO_TERMS)
                if entry.msgstr:
                    self.known[catalog.path, entry.key] = replace(entry, line=0)

    def _lacking(self, article: Article) -> list[Entry]:
        entries = Disk(root=self.root).load(article).entries
        return [entry for entry in entries if entry.state is State.UNTRANSLATED]

    def _forget(self) -> None:
        """Begin anew, with the entries of people as they are."""
        disk = Disk(root=self.root)
        for article in self.articles:
            catalog = disk.read(article)
            made_by_machine = [entry for entry in catalog.entries if entry.state is State.MACHINE]
            disk.put(
                catalog.updated(
                    [replace(entry, msgstr="", fuzzy=False, machine=None) for entry in made_by_machine]
                )
            )
            for entry in made_by_machine:
                del self.known[catalog.path, entry.key]

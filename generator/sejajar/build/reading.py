"""The content as records: read again and made anew only where something has changed since the last build."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import TypeVar

from sejajar import storage
from sejajar.build import codec
from sejajar.build.article_data import Data
from sejajar.build.making import make, make_packed
from sejajar.build.records import NOTHING, Aside, Found, Packed, Pages, Recipe, Summary
from sejajar.build.release import release
from sejajar.catalogs import Briefing
from sejajar.formats import glossary as glossary_format
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import Problem
from sejajar.site.lifecycle import as_shown
from sejajar.site.pictures import Named
from sejajar.site.workspace import parse
from sejajar.storage import Looked, SourceFile

T = TypeVar("T", Pages, Found, Data)
CHUNK = 24
"""Articles that a worker is given at once."""
FRESH = 2_000_000_000
"""Nanoseconds: what had changed so shortly before it was read may have changed again unseen."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Kept:
    """One article's summary, and what it was made from."""

    stamp: tuple[int, ...]
    source: str
    """A hash over the texts of its two files and the names in its folder."""
    terms: str
    """A hash over the glossary's terms that may occur in it."""
    pictures: tuple[int, ...]
    """What its pictures looked like."""
    data: bytes
    """The summary, as it is kept, but for what is aside."""
    aside: Aside

    @cached_property
    def summary(self) -> Summary:
        return replace(codec.loads(Summary, self.data), aside=self.aside)

    @cached_property
    def key(self) -> str:
        """The name of its record's pages."""
        return f"{self.source}-{self.terms}-{sha256(repr(self.pictures).encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Index:
    """The summaries of a whole site, as the last build left them."""

    recipe: str = ""
    started: int = 0
    """When what is in it was read: nanoseconds since 1970."""
    glossary: tuple[Term, ...] = ()
    kept: Mapping[str, Kept] = field(default_factory=dict)
    """By the article file's path."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The content as it is now."""

    recipe: Recipe
    index: Index
    problems: tuple[Problem, ...]
    """Of what could not be read, and of the glossary."""
    cache: storage.Cache
    unsaved: bool = False
    """The next process would not know of it."""

    def save(self) -> None:
        self.cache.put(self.index.recipe, codec.pack(self.index))

    @property
    def summaries(self) -> tuple[Summary, ...]:
        """In the order of paths."""
        return tuple(kept.summary for kept in self.index.kept.values())

    def pages(self, path: str) -> Pages:
        """What stands on an article's pages: as it was kept, or made again."""
        kept = codec.unpack(Pages, self.cache.get(f"{self.name(path)}-pages"))
        return kept or self._made_again(path, Pages)

    def found(self, path: str) -> Found:
        """What search finds in an article."""
        kept = codec.unpack(Found, self.cache.get(self.found_name(path)))
        return kept or self._made_again(path, Found)

    def data(self, path: str) -> Data:
        """An article as data."""
        kept = codec.unpack(Data, self.cache.get(f"{self.name(path)}-data"))
        return kept or self._made_again(path, Data)

    def found_name(self, path: str) -> str:
        """The name in the cache of what search finds in an article."""
        return f"{self.name(path)}-found"

    def _made_again(self, path: str, kind: type[T]) -> T:
        source = storage.read_source(self.recipe.root, path.rpartition("/")[0], [])
        record = make(source, self.recipe) if source else None
        for part in (record.pages, record.found, record.data) if record else ():
            if isinstance(part, kind):
                return part
        raise OSError(f"{path} has changed while the site was being built; build it again")

    def briefing(self, path: str) -> Briefing | None:
        """An article as it is shown, whole."""
        source = storage.read_source(self.recipe.root, path.rpartition("/")[0], [])
        parsed = parse(source).briefing if source else None
        return as_shown(parsed, self.recipe.now, drafts=self.recipe.drafts) if parsed else None

    def name(self, path: str) -> str:
        """An article's record, as it is called in the cache: another one for each state of the article."""
        return f"{self.index.recipe}-{self.index.kept[path].key}"


def read(
    recipe: Recipe,
    content: str,
    before: Index | None = None,
    pool: Executor | None = None,
    *,
    save_later: bool = False,
) -> Reading:
    """Reads the content below the site's root. `before`: what an earlier build of this process left.

    `pool` makes records where many are missing. What is made is kept in the user's cache; with `save_later`
    the caller has to `save` what they are known by, which takes as long as all else after an edit.
    """
    cache = storage.cache(recipe.root, "records")
    name = _name(recipe)
    known = before if before and before.recipe == name else codec.unpack(Index, cache.get(name)) or Index()
    started = time.time_ns()
    path, text, glossary_problems = storage.read_glossary(recipe.root, content)
    glossary, wrong = glossary_format.loads(text, path)
    recipe = replace(recipe, glossary=glossary)
    folders, problems = storage.look_over(recipe.root, content)
    found = _Search(recipe, known, _Relevant(known.glossary, glossary))
    for made in _made(found.unmade(folders), recipe, pool):
        found.take(made, cache, name)
    kept = {folder.path: found.kept[folder.path] for folder in folders if folder.path in found.kept}
    index = Index(name, started, glossary.terms, kept)
    changed = found.changed or kept.keys() != known.kept.keys() or known.glossary != glossary.terms
    every = (*problems, *found.problems, *glossary_problems, *wrong)
    reading = Reading(recipe, index, every, cache, unsaved=changed and save_later)
    if changed and not save_later:
        reading.save()
    return reading


class _Search:
    """Goes through the folders and tells what has to be made; no text is held until all are read."""

    def __init__(self, recipe: Recipe, known: Index, relevant: _Relevant) -> None:
        self.recipe, self.known, self.relevant = recipe, known, relevant
        self.kept: dict[str, Kept] = {}
        self.problems: list[Problem] = []
        """Of what cannot be read."""
        self.changed = False
        """Whether something is to be kept that was not, or not so."""
        self._begun: dict[str, Kept] = {}
        """What is being made, still without its summary."""

    def unmade(self, folders: Iterable[Looked]) -> Iterator[SourceFile]:
        """The articles without a record, each read when it is asked for."""
        for folder in folders:
            kept = self.known.kept.get(folder.path)
            if kept and self._holds_unread(folder, kept):
                self.kept[folder.path] = kept
                continue
            source = storage.read_source(self.recipe.root, folder.folder, self.problems)
            if source is None:
                continue
            self.changed = True
            digests = _digest(source), self.relevant.digest(source)
            if kept and (kept.source, kept.terms) == digests and self._still(kept):
                self.kept[folder.path] = replace(kept, stamp=folder.stamp)
            else:
                self._begun[folder.path] = Kept(folder.stamp, *digests, (), b"", NOTHING)
                yield source

    def _holds_unread(self, folder: Looked, kept: Kept) -> bool:
        """Whether nothing can have changed, by the looks of it."""
        is_old = max(kept.stamp) < self.known.started - FRESH
        return is_old and kept.stamp == folder.stamp and not self.relevant.changed and self._still(kept)

    def _still(self, kept: Kept) -> bool:
        """Whether its pictures are the same, and its hour has not come."""
        try:
            moment = kept.summary.changes_at
        except codec.CodecError:  # somebody has been at the cache
            return False
        if moment and moment <= self.recipe.now:
            return False
        return kept.pictures == _pictures(self.recipe.root, kept.summary.path, kept.summary.pictures)

    def take(self, made: Packed, cache: storage.Cache, name: str) -> None:
        pictures = _pictures(self.recipe.root, made.path, made.pictures)
        kept = replace(self._begun.pop(made.path), pictures=pictures, data=made.summary, aside=made.aside)
        self.kept[made.path] = kept
        for part, data in made.parts.items():
            cache.put(f"{name}-{kept.key}-{part}", data)


class _Relevant:
    """Which of the glossary's terms may occur in an article: no other can change its record."""

    def __init__(self, before: tuple[Term, ...], glossary: Glossary) -> None:
        self.changed = [_said(term) for term in before] != [_said(term) for term in glossary.terms]
        self._by_word: dict[str, list[Term]] = {}
        for term in glossary.terms:
            word = _WORD.search(term.indonesian.lower())
            self._by_word.setdefault(word[0] if word else "", []).append(term)

    def digest(self, source: SourceFile) -> str:
        """A hash over those of which the first word stands in the article or its catalog.

        With a backslash a file can say a word in other letters than its own; such a file is thought to have
        them all.
        """
        text = f"{source.text}\n{source.catalog_text or ''}".lower()
        words = set(_WORD.findall(text)) if "\\" not in source.text else set(self._by_word)
        found = [term for word in sorted(words & self._by_word.keys()) for term in self._by_word[word]]
        found += self._by_word.get("", ())
        return sha256(repr([_said(term) for term in found]).encode()).hexdigest()[:16]


def _said(term: Term) -> tuple[object, ...]:
    """All of a term that a page may show; its line only where its note is named by it."""
    noted = term.note_id or term.note_en
    return (term, term.line if noted else 0)


def _made(sources: Iterator[SourceFile], recipe: Recipe, pool: Executor | None) -> Iterator[Packed]:
    if pool is None:
        yield from (make_packed(source, recipe) for source in sources)
        return
    here: list[str] = []
    if getattr(pool, "elsewhere", False):  # where this machine's pictures cannot be looked at
        sources = _without_pictures(sources, here)
    yield from pool.map(make_packed, sources, repeat(recipe), chunksize=CHUNK)
    for path in here:
        if source := storage.read_source(recipe.root, path.rpartition("/")[0], []):
            yield make_packed(source, recipe)


def _without_pictures(sources: Iterable[SourceFile], others: list[str]) -> Iterator[SourceFile]:
    """`others`: where the paths of those that may have some are put."""
    for source in sources:
        if source.files - {storage.ARTICLE, storage.CATALOG}:
            others.append(source.path)
        else:
            yield source


def _name(recipe: Recipe) -> str:
    """The name under which an index is kept: a hash over all that its records have in common."""
    said = repr((recipe.options, recipe.publication, sorted(recipe.codes), recipe.drafts))
    return sha256(f"{release()}{said}".encode()).hexdigest()[:32]


def _digest(source: SourceFile) -> str:
    parts = (source.path, source.text, source.catalog_text, sorted(source.files))
    return sha256(repr(parts).encode()).hexdigest()[:32]


def _pictures(root: Path, path: str, named: Named) -> tuple[int, ...]:
    """What the pictures of the article at `path` look like; nothing where it has none."""
    stamp: list[int] = []
    for name, _ in named:
        try:
            found = os.lstat(root / path.rpartition("/")[0] / name)
            stamp += (found.st_mtime_ns, found.st_size)
        except (OSError, ValueError):
            stamp.append(0)
    return tuple(stamp)

"""How well pairs that exist already are aligned: real news articles, their English disturbed at random.

`python tests/bench/aligned.py [--wrong]`; the corpus (ntrex-dev: articles, a sentence a line) is below
`$SEJAJAR_CORPORA/corpora`. *Precision*: of the paragraphs that got an English, those that got exactly their
own. *Recall*: of the paragraphs whose English is there, those that were given it."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "generator")]

from sejajar.commands.english import read_figures  # noqa: E402
from sejajar.importing.aligning.aligned import Alignment, Unit, align  # noqa: E402
from sejajar.model import Kind  # noqa: E402

SEED = 20261123


@dataclass(frozen=True, slots=True)
class Article:
    """A title and paragraphs, in both languages, line by line."""

    name: str
    indonesian: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disturbed:
    paragraphs: tuple[str, ...]
    """The English file, its title first."""
    there: tuple[bool, ...]
    """For each Indonesian paragraph, whether its English is still there."""


Disturbance = Callable[[Article, random.Random, Sequence[str]], Disturbed]


def articles(folder: Path, least: int = 5) -> tuple[Article, ...]:
    """The articles of at least so many lines."""
    names, indonesian, english = (
        (folder / "parallel" / f"ntrex-dev.{end}").read_text(encoding="utf-8").rstrip("\n").split("\n")
        for end in ("docids", "id", "en")
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for name, one, two in zip(names, indonesian, english, strict=True):
        found.setdefault(name, []).append((one.strip(), two.strip()))
    return tuple(
        Article(name, tuple(one for one, _ in pairs), tuple(two for _, two in pairs))
        for name, pairs in found.items()
        if len(pairs) >= least
    )


def grouped(found: Sequence[Article], seed: int = SEED) -> tuple[Article, ...]:
    """The same articles in paragraphs of one to three sentences."""
    chance = random.Random(seed)
    result = []
    for article in found:
        indonesian, english = [article.indonesian[0]], [article.english[0]]
        at = 1
        while at < len(article.english):
            end = at + chance.choice((1, 2, 2, 3))
            indonesian.append(" ".join(article.indonesian[at:end]))
            english.append(" ".join(article.english[at:end]))
            at = end
        result.append(Article(article.name, tuple(indonesian), tuple(english)))
    return tuple(one for one in result if len(one.english) > 3)


def untouched(article: Article, _: random.Random, __: Sequence[str]) -> Disturbed:
    return Disturbed(article.english, (True,) * len(article.english))


def dropped(article: Article, chance: random.Random, _: Sequence[str]) -> Disturbed:
    """One paragraph in eight is missing."""
    there = (True, *(chance.random() >= 1 / 8 for _ in article.english[1:]))
    return Disturbed(tuple(text for text, kept in zip(article.english, there, strict=True) if kept), there)


def merged(article: Article, chance: random.Random, _: Sequence[str]) -> Disturbed:
    """One paragraph in eight is glued to the one before."""
    found = list(article.english[:2])
    for text in article.english[2:]:
        if chance.random() < 1 / 8:
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return Disturbed(tuple(found), (True,) * len(article.english))


def swapped(article: Article, chance: random.Random, _: Sequence[str]) -> Disturbed:
    """One paragraph in eight has changed places with the next."""
    found = list(article.english)
    at = 1
    while at + 1 < len(found):
        if chance.random() < 1 / 8:
            found[at], found[at + 1] = found[at + 1], found[at]
            at += 1
        at += 1
    return Disturbed(tuple(found), (True,) * len(found))


def moved(article: Article, chance: random.Random, _: Sequence[str]) -> Disturbed:
    """One paragraph in eight, two at the least, has changed places with another anywhere."""
    found = list(article.english)
    for _turn in range(max(1, len(found) // 16)):
        one, two = chance.sample(range(1, len(found)), 2)
        found[one], found[two] = found[two], found[one]
    return Disturbed(tuple(found), (True,) * len(found))


def added(article: Article, chance: random.Random, others: Sequence[str]) -> Disturbed:
    """After one paragraph in eight comes one from another article."""
    found = []
    for text in article.english:
        found.append(text)
        if chance.random() < 1 / 8:
            found.append(chance.choice(others))
    return Disturbed(tuple(found), (True,) * len(article.english))


def replaced(article: Article, chance: random.Random, others: Sequence[str]) -> Disturbed:
    """In place of one paragraph in eight stands one from another article."""
    there = (True, *(chance.random() >= 1 / 8 for _ in article.english[1:]))
    texts = (
        text if kept else chance.choice(others) for text, kept in zip(article.english, there, strict=True)
    )
    return Disturbed(tuple(texts), there)


def everything(article: Article, chance: random.Random, others: Sequence[str]) -> Disturbed:
    """Some dropped, then of the rest some swapped, then some merged."""
    first = dropped(article, chance, others)
    kept = Article(article.name, article.indonesian, first.paragraphs)
    second = swapped(kept, chance, others)
    third = merged(Article(article.name, article.indonesian, second.paragraphs), chance, others)
    return Disturbed(third.paragraphs, first.there)


DISTURBANCES: tuple[Disturbance, ...] = (
    untouched, dropped, merged, swapped, moved, added, replaced, everything,
)  # fmt: skip


def units(texts: Sequence[str]) -> list[Unit]:
    """The first is the title."""
    return [
        Unit(text, line, Kind.TITLE if line == 1 else Kind.PARAGRAPH) for line, text in enumerate(texts, 1)
    ]


@dataclass(frozen=True, slots=True)
class Score:
    paired: int
    right: int
    there: int
    unsure: int
    """Of the paired, those that are listed as unsure."""
    unsure_wrong: int
    wrong: tuple[tuple[str, str, str], ...]
    """Indonesian, its own English, what it was given."""
    lost: int
    """Paragraphs of English that are neither paired nor listed as left over: none, ever."""

    @property
    def precision(self) -> float:
        return self.right / self.paired

    @property
    def recall(self) -> float:
        return self.right / self.there


def measured(disturb: Disturbance, found: Sequence[Article], seed: int = SEED) -> Score:
    chance = random.Random(f"{seed} {disturb.__name__}")
    paired = right = there = unsure = unsure_wrong = lost = 0
    wrong = []
    for article in found:
        others = [text for other in found if other is not article for text in other.english[1:]]
        disturbed = disturb(article, chance, others)
        alignment = align(units(article.indonesian), units(disturbed.paragraphs), read_figures)
        lost += _lost(alignment, disturbed.paragraphs)
        there += sum(disturbed.there)
        for match in alignment.matches:
            paired += 1
            good = disturbed.there[match.source] and match.english == article.english[match.source]
            right += good
            unsure += not match.sure
            if not good:
                unsure_wrong += not match.sure
                wrong.append((article.indonesian[match.source], article.english[match.source], match.english))
    return Score(paired, right, there, unsure, unsure_wrong, tuple(wrong), lost)


def _lost(alignment: Alignment, paragraphs: Sequence[str]) -> int:
    words: dict[Hashable, int] = {}
    for text in paragraphs:
        for word in text.split():
            words[word] = words.get(word, 0) + 1
    for text in (*(match.english for match in alignment.matches), *(text for _, text in alignment.left)):
        for word in text.split():
            words[word] -= 1
    return sum(map(abs, words.values()))


def main() -> None:
    folder = os.environ.get("SEJAJAR_CORPORA")
    if not folder:
        print("SEJAJAR_CORPORA names no folder with real articles; nothing was measured")
        return
    found = articles(Path(folder) / "corpora")
    print(f"Paragraphs of one sentence (seed {SEED})\n")
    _print_table(found)
    print("\nParagraphs of one to three sentences\n")
    _print_table(grouped(found))


def _print_table(found: Sequence[Article]) -> None:
    print(f"{len(found)} articles, {sum(len(article.indonesian) for article in found)} paragraphs")
    print("English       paired  right  precision  recall  listed as unsure (wrong)  seconds")
    for disturb in DISTURBANCES:
        started = time.perf_counter()
        score = measured(disturb, found)
        seconds = time.perf_counter() - started
        print(
            f"{disturb.__name__:12}  {score.paired:6}  {score.right:5}  {score.precision:9.2%}"
            f"  {score.recall:6.2%}  {score.unsure:16} ({score.unsure_wrong:5})  {seconds:7.1f}"
        )
        if score.lost:
            print(f"  {score.lost} words of English were lost")
        if "--wrong" in sys.argv:
            for indonesian, own, given in score.wrong:
                print(f"    {indonesian}\n      own:   {own}\n      given: {given}")


if __name__ == "__main__":
    main()

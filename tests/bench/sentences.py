"""How well the sentences of pairs are aligned, and what it costs.

`python tests/bench/sentences.py [--half dev|held] [--wrong] [--list FILE]`; the corpora are below
`$SEJAJAR_CORPORA/corpora`, halved by a hash of the Indonesian: one half alone was looked at while the rule
was made.

*Joined*: consecutive lines of news put together as paragraphs, so that the truth is known, as they are and
with sentences run together, dropped, added and moved. *Real*: lines that hold several sentences themselves,
in translations by people and machines; `sentences.tsv` says of each alignment whether a reader found it
right, by a hash of the pair and by the alignment, so that nothing of a changed rule counts as judged."""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "generator")]

from sejajar.language.sentence_ends import sentences  # noqa: E402
from sejajar.language.sentence_pairs import Ends, sentence_pairs  # noqa: E402

SEED = 20261126
SOURCES = (
    ("flores-dev", ("flores-dev", "flores-dev.google", "flores-dev.argos", "flores-dev.opusmt")),
    ("ntrex-dev", ("ntrex-dev",)),
    ("panl-eco-dev", ("panl-eco-dev",)),
)
JUDGED = HERE / "sentences.tsv"


@dataclass(frozen=True, slots=True)
class Line:
    corpus: str
    """The file of the English."""
    number: int
    indonesian: str
    english: str

    @property
    def hash(self) -> str:
        return _hash(f"{self.indonesian}\t{self.english}")

    @property
    def held(self) -> bool:
        return is_held(self.indonesian)


def _hash(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]


def is_held(indonesian: str) -> bool:
    """Whether a text is in the half that the rule was not made on."""
    return int(_hash(indonesian), 16) % 2 == 1


def lines(folder: Path) -> Iterator[Line]:
    for source, targets in SOURCES:
        indonesian = _read(folder / f"{source}.id")
        for target in targets:
            english = _read(folder / f"{target}.en")
            for number, (one, two) in enumerate(zip(indonesian, english, strict=True), 1):
                yield Line(target, number, one, two)


def _read(path: Path) -> list[str]:
    return [" ".join(line.split()) for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


# Paragraphs whose truth is known.


@dataclass(frozen=True, slots=True)
class Paragraph:
    indonesian: tuple[str, ...]
    english: tuple[str, ...]
    links: tuple[int | None, ...]
    """For each line of the English which of the Indonesian it is."""

    def texts(self) -> tuple[str, str]:
        return " ".join(self.indonesian), " ".join(self.english)

    def is_right(self, ends: Ends) -> bool:
        """Whether no pair ends within a line, or line of another, on one side alone."""
        ours, theirs = _ends(self.indonesian), _ends(self.english)
        for one, two in ends:
            done = sum(end <= one for end in ours)
            gone = sum(end <= two for end in theirs)
            if set(self.links[:gone]) != set(range(done)) or (one in ours) != (two in theirs):
                return False
        return True


def _ends(texts: Sequence[str]) -> list[int]:
    """Where each ends when they are joined, the white space after it included."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    return [*ends[:-1], ends[-1] - 1]


Change = Callable[[Paragraph, random.Random, str], Paragraph]


def untouched(paragraph: Paragraph, _: random.Random, __: str) -> Paragraph:
    return paragraph


def run_together(paragraph: Paragraph, chance: random.Random, _: str) -> Paragraph:
    """Two sentences of one side as one: the truth stays, for lines are what is compared."""
    at = chance.randrange(len(paragraph.english) - 1)
    ours, theirs = list(paragraph.indonesian), list(paragraph.english)
    side = ours if chance.random() < 0.5 else theirs
    side[at] = side[at].rstrip(".!?") + ("," if chance.random() < 0.5 else ";")
    side[at + 1] = side[at + 1][0].lower() + side[at + 1][1:]
    return Paragraph(tuple(ours), tuple(theirs), paragraph.links)


def dropped(paragraph: Paragraph, chance: random.Random, _: str) -> Paragraph:
    at = chance.randrange(len(paragraph.english))
    theirs, links = list(paragraph.english), list(paragraph.links)
    del theirs[at], links[at]
    return Paragraph(paragraph.indonesian, tuple(theirs), tuple(links))


def added(paragraph: Paragraph, chance: random.Random, other: str) -> Paragraph:
    at = chance.randrange(len(paragraph.english) + 1)
    theirs, links = list(paragraph.english), list(paragraph.links)
    theirs.insert(at, other)
    links.insert(at, None)
    return Paragraph(paragraph.indonesian, tuple(theirs), tuple(links))


def moved(paragraph: Paragraph, chance: random.Random, _: str) -> Paragraph:
    at = chance.randrange(len(paragraph.english) - 1)
    theirs, links = list(paragraph.english), list(paragraph.links)
    theirs[at], theirs[at + 1] = theirs[at + 1], theirs[at]
    links[at], links[at + 1] = links[at + 1], links[at]
    return Paragraph(paragraph.indonesian, tuple(theirs), tuple(links))


CHANGES: tuple[Change, ...] = (untouched, run_together, dropped, added, moved)


def paragraphs(rows: Sequence[Line], seed: int = SEED) -> Iterator[Paragraph]:
    """Two to six lines that follow each other."""
    chance = random.Random(seed)
    at = 0
    while at < len(rows) - 6:
        end = at + chance.choice((2, 2, 3, 3, 4, 5, 6))
        part = rows[at:end]
        at = end
        if all(line.indonesian and line.english and line.indonesian[-1] in '.!?”"' for line in part):
            yield Paragraph(
                tuple(line.indonesian for line in part),
                tuple(line.english for line in part),
                tuple(range(len(part))),
            )


def measure_joined(found: Sequence[Line], held: bool, show: bool) -> None:
    print("joined lines            pairs  right  wrong  unsure  right of sure  sure of all  ms a pair")
    groups: dict[str, list[Line]] = {}
    for line in found:
        groups.setdefault(line.corpus, []).append(line)
    for corpus, rows in groups.items():
        made = [one for one in paragraphs(rows) if is_held(one.indonesian[0]) == held]
        for change in CHANGES:
            chance = random.Random(SEED)
            counts: Counter[str] = Counter()
            spent = 0.0
            for paragraph in made:
                paragraph = change(paragraph, chance, chance.choice(rows).english)
                sentence_pairs.cache_clear()
                start = time.process_time()
                ends = sentence_pairs(*paragraph.texts())
                spent += time.process_time() - start
                verdict = "unsure" if not ends else "right" if paragraph.is_right(ends) else "wrong"
                counts[verdict] += 1
                if show and verdict == "wrong":
                    print(change.__name__, *told(*paragraph.texts(), ends), sep="\n")
            _row(f"{corpus} {change.__name__}", counts, spent)


def _row(name: str, counts: Counter[str], spent: float) -> None:
    total, sure = counts.total(), counts["right"] + counts["wrong"]
    numbers = f"{total:5} {counts['right']:6} {counts['wrong']:6} {counts['unsure']:6}"
    right, claimed = counts["right"] / max(sure, 1), sure / max(total, 1)
    print(f"{name:32} {numbers}  {right:8.1%} {claimed:10.1%} {spent / max(total, 1) * 1000:8.2f}")


# Real pairs, as a reader judged them.


def real(found: Sequence[Line]) -> list[Line]:
    """Lines with several sentences on both sides."""
    return [
        line
        for line in found
        if min(len(sentences(text, quotations=False)) for text in (line.indonesian, line.english)) > 1
    ]


def told(indonesian: str, english: str, ends: Ends) -> Iterator[str]:
    one = two = 0
    for ours, theirs in ends or ((len(indonesian), len(english)),):
        yield f"  {indonesian[one:ours].strip()}\n    = {english[two:theirs].strip()}"
        one, two = ours, theirs


def form(ends: Ends) -> str:
    return " ".join(f"{one}:{two}" for one, two in ends)


def judged() -> dict[tuple[str, str], str]:
    if not JUDGED.exists():
        return {}
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {(row["hash"], row["ends"]): row["verdict"] for row in csv.DictReader(file, delimiter="\t")}


def measure_real(found: Sequence[Line], held: bool, show: bool) -> None:
    print("\nreal pairs              pairs  right  wrong  unsure  right of sure  sure of all  ms a pair")
    verdicts = judged()
    totals: Counter[str] = Counter()
    for corpus in dict.fromkeys(line.corpus for line in found):
        counts: Counter[str] = Counter()
        spent = 0.0
        for line in found:
            if line.corpus != corpus or line.held != held:
                continue
            start = time.process_time()
            ends = sentence_pairs(line.indonesian, line.english)
            spent += time.process_time() - start
            verdict = verdicts.get((line.hash, form(ends)), "not judged") if ends else "unsure"
            counts[verdict] += 1
            if show and verdict == "wrong":
                print(line.corpus, line.number, *told(line.indonesian, line.english, ends), sep="\n")
        _row(corpus, counts, spent)
        totals.update(counts)
    _row("together", totals, 0.0)
    if totals["not judged"]:
        print(f"{totals['not judged']} alignments are not judged: --list FILE writes them to be read")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures how sentences are aligned.")
    parser.add_argument("--half", choices=("dev", "held", "both"), default="both")
    parser.add_argument("--wrong", action="store_true", help="shows what is wrong")
    parser.add_argument("--list", type=Path, help="writes the alignments that nobody has judged")
    options = parser.parse_args()
    folder = Path(os.environ["SEJAJAR_CORPORA"]) / "corpora" / "parallel"
    found = list(lines(folder))
    multiple = real(found)
    if options.list:
        verdicts = judged()
        with options.list.open("w", encoding="utf-8") as file:
            for line in multiple:
                ends = sentence_pairs(line.indonesian, line.english)
                half = "held" if line.held else "dev"
                if (line.hash, form(ends)) not in verdicts and options.half in (half, "both"):
                    print(f"\n# {line.corpus} {line.number} {line.hash} {half} [{form(ends)}]", file=file)
                    print(*told(line.indonesian, line.english, ends), sep="\n", file=file)
        return
    for half in ("dev", "held") if options.half == "both" else (options.half,):
        print(f"\n{half}")
        measure_joined(found, half == "held", options.wrong)
        measure_real(multiple, half == "held", options.wrong)


if __name__ == "__main__":
    main()

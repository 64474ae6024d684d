"""What the import makes of real articles and pages, against what readers found in them.

`importing.py [FOLDER…] [--only LIST] [--faults] [--lines]`: FOLDER holds truths (bench/truth.py); without
one, the facts about the corpora that SEJAJAR_CORPORA names are taken. LIST names truths, a line each;
`--faults` prints what is wrong, `--lines` a line for each file.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent)]

from bench.measured import Measured, measured  # noqa: E402
from bench.truth import FACTS, Truth, tokens, truths  # noqa: E402
from sejajar.commands.sources import Web, gathered  # noqa: E402
from sejajar.formats.article import dumps  # noqa: E402
from sejajar.importing import Given, Material, Recognised, recognise  # noqa: E402
from sejajar.model import Article, Quote  # noqa: E402

TODAY = dt.date(2026, 11, 23)
COLUMNS = "date       place          outlet           pts sec quo aside lost  title"


@dataclass(frozen=True, slots=True)
class Result:
    """A source and what came of it."""

    truth: Truth
    article: Article | None
    recognised: Recognised
    asked: frozenset[str]
    """What had to be given: `date`, `title`."""
    lost: Counter[str]
    measured: Measured


def words(text: str) -> Counter[str]:
    return Counter(tokens(text))


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
    if recognised.article is None:
        return Counter()
    written = re.sub(r"\\(.)", r"\1", dumps(recognised.article)).replace("&lt;", "<").replace("&amp;", "&")
    aside = " ".join(part.text for part in recognised.aside)
    return words(" ".join(block.text for block in material.blocks)) - words(written) - words(aside)


def results(found: Iterable[Truth], root: Path) -> list[Result]:
    """Every source of the truths, read; `root` is where their files are."""
    made = []
    for truth in found:
        material, recognised, asked = read(root / truth.file)
        article = recognised.article
        against = measured(truth, article, recognised, asked)
        made.append(Result(truth, article, recognised, asked, lost(material, recognised), against))
    return made


def line(result: Result) -> str:
    article, recognised = result.article, result.recognised
    if article is None:
        return f"no article: {result.truth.name}: {'; '.join(map(str, recognised.problems))}"
    metadata = article.metadata
    quotes = sum(isinstance(block, Quote) for block in article.blocks)
    date = "?" if "date" in result.asked else str(metadata.date)
    title = "?" if "title" in result.asked else article.title.text
    outlet = metadata.source.outlet if metadata.source else ""
    found = (len(article.points), len(article.sections), quotes, len(recognised.aside), result.lost.total())
    counts = "{:3} {:3} {:3} {:5} {:4}".format(*found)
    return f"{date:10} {metadata.place[:14]:14} {outlet[:16]:16} {counts}  {title[:60]}"


SHARES = {
    "titles": ("titles right", "titles"),
    "stated dates": ("dates exact", "dates stated"),
    "outlets": ("outlets right", "outlets stated"),
    "places": ("places right", "places stated"),
    "files without noise": ("files quiet", "files"),
    "files with nothing of the body set aside": ("files whole", "files"),
    "seams": ("seams split", "seams"),
    "numbered headings": ("numbered found", "numbered headings"),
    "unnumbered headings": ("unnumbered found", "unnumbered headings"),
    "authors, found": ("authors right", "authors"),
    "authors, right": ("authors right", "authors named"),
    "editors, found": ("editors right", "editors"),
    "editors, right": ("editors right", "editors named"),
    "speakers, precision": ("speakers right", "speakers named"),
    "speakers, recall": ("speakers right", "speakers"),
}
BARE = (
    "refused",
    "dates wrong",
    "dates asked for",
    "dates made up",
    "outlets made up",
    "places made up",
    "noise left",
    "meta left",
    "captions left",
    "body set aside",
    "splits false",
    "headings false",
    "speakers wrong",
    "speakers not clean",
    "speakers unjudged",
    "lost words",
)


def tallied(made: Iterable[Result]) -> Counter[str]:
    """The tallies of all results together."""
    total: Counter[str] = Counter()
    for result in made:
        total.update(result.measured.counts)
        total["lost words"] += result.lost.total()
    total["files quiet"] = total["files"] - total["files with noise"]
    total["files whole"] = total["files"] - total["files with body set aside"]
    for who in ("authors", "editors"):
        total[who] = total[f"{who} right"] + total[f"{who} missed"]
        total[f"{who} named"] = total[f"{who} right"] + total[f"{who} wrong"]
    total["speakers named"] = sum(total[f"speakers {how}"] for how in ("right", "wrong", "not clean"))
    return total


def shown(made: list[Result]) -> str:
    total = tallied(made)
    rows = [
        f"{name:42} {total[part]:5} of {total[whole]:5}  {100 * total[part] / total[whole]:5.1f} %"
        for name, (part, whole) in SHARES.items()
        if total[whole]
    ]
    rows += [f"{name:42} {total[name]:5}" for name in BARE]
    pages = [(result.measured.f1, result.truth.name) for result in made if result.measured.f1 is not None]
    if pages:
        mean = sum(f1 for f1, _ in pages) / len(pages)
        least = f"least {min(pages)[0]:.3f}"
        rows.append(f"{'body of pages, F1 of words':42} {mean:.3f} on {len(pages)}, {least}")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--only", type=Path, help="a list of truths")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--lines", action="store_true")
    arguments = parser.parse_args()
    corpora = Path(os.environ.get("SEJAJAR_CORPORA", "")) / "corpora"
    if not arguments.folders and not corpora.is_dir():
        sys.exit("SEJAJAR_CORPORA names no folder with real articles")
    names = (
        frozenset(Path(one).stem for one in arguments.only.read_text().split()) if arguments.only else None
    )
    started = time.perf_counter()
    made: list[Result] = []
    for folder in arguments.folders or [FACTS]:
        found = truths(folder, names)
        beside = bool(arguments.folders) and any((folder / truth.file).exists() for truth in found)
        made += results(found, folder if beside else corpora)
    if arguments.lines:
        print(COLUMNS)
    for result in made:
        if arguments.lines:
            print(line(result))
        if arguments.faults:
            f1 = [] if result.measured.f1 is None else [f"F1 {result.measured.f1:.3f}"]
            missing = [f"lost: {dict(result.lost)}"] if result.lost else []
            for fault in (*f1, *missing, *result.measured.faults):
                print(f"{result.truth.name[:60]}: {fault}")
    print(shown(made))
    print(f"{len(made)} files in {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()

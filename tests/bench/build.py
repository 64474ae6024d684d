"""What a build costs, ours and others', with the same articles: see “Large sites” in the guide.

Run it as `python tests/bench/build.py --articles 300`, on a machine that does nothing else; 2,000 articles
take an hour or two. `--install` fetches Zensical and Hugo first, each into an environment of its own; what is
not installed is left out, and said. `--record` writes the tables into the guide.

Every builder has the same articles of 18 segments in two languages: both on each page (ours, Zensical), or
each on a page of its own. They build in turns. Processor time is that of all processes that a build starts,
whether it waits for them or not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]

from bench import tables  # noqa: E402
from bench.builders import ALL, Builder, Sejajar, install  # noqa: E402
from bench.measuring import Cost, cost, weight  # noqa: E402
from bench.reloads import reloads  # noqa: E402
from bench.tables import Growth, Measured, Row  # noqa: E402

PARTS = ("builds", "growth", "reloads", "commands")
EDITED = 7
RELOADS = 10
FEW = 50
"""Articles of the small site whose reload is measured too."""


def builds(kinds: Sequence[type[Builder]], folder: Path, count: int, rounds: int) -> list[Row]:
    """The cases of each builder; in turns, so that what else the machine does falls on all alike."""
    whole = [kind(folder / f"whole-{at}", count) for at, kind in enumerate(kinds)]
    bare = [kind(folder / f"bare-{at}", count, bare=True) for at, kind in enumerate(kinds) if kind.has_bare]
    for builder in (*whole, *bare):
        builder.make()
    taken: dict[str, dict[str, list[Cost]]] = {builder.name: {} for builder in whole}

    def take(builder: Builder, case: str) -> None:
        found = builder.build()
        if (pages := builder.pages) < 2 * count:
            raise RuntimeError(f"{builder.name} has made {pages} pages of {count} articles in two languages")
        taken[builder.name].setdefault(case, []).append(found)
        told(f"{builder.name}, {tables.CASES[case][0]}: {found.cpu:.1f} s")

    for turn in range(rounds):
        for builder in (*whole, *bare):
            builder.forget()
            take(builder, "bare" if builder.bare else "cold")
        for builder in whole:
            take(builder, "same")
        for builder in whole:
            if builder.keeps:
                builder.edit((EDITED + turn) % count)
                take(builder, "edit")
        for builder in whole:
            if type(builder) is Sejajar:
                builder.clone()
                take(builder, "clone")
    rows = []
    for builder in whole:
        middle = {case: _middle(costs) for case, costs in taken[builder.name].items()}
        rows += tables.rows_of(builder.name, middle, weight(builder.built))
    return rows


def _middle(costs: list[Cost]) -> Cost:
    """The one whose processor time is in the middle."""
    return sorted(costs, key=lambda one: one.cpu)[len(costs) // 2]


def growth(folder: Path, sizes: Sequence[int]) -> list[Growth]:
    """Our build from nothing, at each size."""
    found = []
    for size in sizes:
        site = Sejajar(folder / f"growth-{size}", size)
        site.make()
        taken = site.build()
        aside = taken.cpu - taken.search
        found.append(Growth(size, taken.cpu, aside, taken.peak, weight(site.built), taken.peak_aside))
        told(f"{size} articles: {taken.cpu:.1f} s, {taken.peak:.0f} MB")
        told(f"search aside: {aside:.1f} s, {taken.peak_aside:.0f} MB")
        shutil.rmtree(site.root)
        site.forget()
    return found


def reloading(folder: Path, sizes: Sequence[int], times: int) -> list[tuple[int, tuple[float, ...]]]:
    """From an edit to its text in a browser, at each size."""
    found = []
    for size in sizes:
        site = Sejajar(folder / f"serve-{size}", size)
        site.make()
        site.build()
        if taken := tuple(reloads(site, times)):
            told(f"{size} articles: {median(taken):.2f} s from saving to seeing")
            found.append((size, taken))
        shutil.rmtree(site.root)
        site.forget()
    return found


def commands(folder: Path) -> list[tuple[str, float]]:
    """Processor time of commands in a site of five articles, the median of five runs."""
    site = Sejajar(folder / "five", 5)
    site.make()
    found = []
    for arguments in (("--help",), ("status",), ("sync",)):
        command = [sys.executable, "-c", "from sejajar.cli import main; main()", *arguments]
        taken = [cost(command, site.root, site.environment).cpu for _ in range(5)]
        name = "--help" if arguments == ("--help",) else f"sejajar {arguments[0]}"
        found.append((name, median(taken)))
        told(f"{found[-1][0]}: {found[-1][1]:.2f} s")
    return found


def told(line: str) -> None:
    print(f"  {line}", file=sys.stderr, flush=True)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a build costs, ours and others'.")
    parser.add_argument("--articles", type=int, default=120, help="in the sites that are compared")
    parser.add_argument("--rounds", type=int, default=1, help="the middle one counts")
    parser.add_argument("--growth", type=int, nargs="+", help="articles; a quarter, half and all unless said")
    parser.add_argument("--reloads", type=int, nargs="+", help="articles; 50 and all unless said")
    parser.add_argument("--edits", type=int, default=RELOADS, help="from saving to seeing, at each size")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--only", nargs="+", choices=[kind.__name__ for kind in ALL], help="these builders")
    parser.add_argument("--install", action="store_true", help="fetch the peers that are missing")
    parser.add_argument("--record", action="store_true", help="write the tables into the guide")
    parser.add_argument("--folder", type=Path, help="where sites are made and built")
    return parser.parse_args()


def main() -> None:
    wanted = options()
    if wanted.install:
        install()
    kinds = [kind for kind in ALL if not wanted.only or kind.__name__ in wanted.only]
    missing = tuple(f"{kind.name}: {kind.missing()}" for kind in kinds if kind.missing())
    kinds = [kind for kind in kinds if not kind.missing()]
    folder = Path(tempfile.mkdtemp(prefix="sejajar-bench-", dir=wanted.folder))
    count = wanted.articles
    try:
        measured = Measured(
            dt.date.today().isoformat(),
            tables.machine(),
            tuple(dict.fromkeys((kind.name.partition(",")[0], kind.version()) for kind in kinds)),
            count,
            rows=tuple(builds(kinds, folder, count, wanted.rounds)) if "builds" in wanted.parts else (),
            growth=tuple(growth(folder, wanted.growth or (count // 4, count // 2, count)))
            if "growth" in wanted.parts
            else (),
            reloads=tuple(reloading(folder, wanted.reloads or sorted({FEW, count}), wanted.edits))
            if "reloads" in wanted.parts
            else (),
            commands=tuple(commands(folder)) if "commands" in wanted.parts else (),
            missing=missing,
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(tables.report(measured))
    for line in missing:
        print(f"left out: {line}")
    if wanted.record:
        tables.record(measured)


if __name__ == "__main__":
    main()

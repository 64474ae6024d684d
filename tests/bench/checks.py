"""How good the checks are: right human pairs that they flag, and seeded faults that they find.

`python tests/bench/checks.py [--lines RULE [CORPUS] | --missed FAULT [CORPUS]]`; the corpora are below
`$SEJAJAR_CORPORA/corpora`. The faults come from a fixed seed and work on the English by simple patterns of
their own: they know nothing of the rules."""

from __future__ import annotations

import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent)]

from bench.faults import FAULTS as FAULTS  # noqa: E402
from bench.faults import FIGURE_RULES as FIGURE_RULES  # noqa: E402
from bench.faults import Fault  # noqa: E402
from sejajar.checking import check_pair  # noqa: E402
from sejajar.checking.finding import Finding  # noqa: E402

CORPORA = ("figures", "flores", "ntrex", "panl")
MACHINES = ("google", "opusmt", "argos")


@dataclass(frozen=True, slots=True)
class Line:
    corpus: str
    number: int
    """1-based, in the corpus file."""
    indonesian: str
    english: str


def root() -> Path | None:
    folder = os.environ.get("SEJAJAR_CORPORA")
    return Path(folder) / "corpora" if folder and (Path(folder) / "corpora").is_dir() else None


def load(corpus: str, folder: Path) -> tuple[Line, ...]:
    """A corpus; `flores.google` is the machine's English of `flores`."""
    if corpus == "figures":
        rows = [line.split("\t") for line in _lines(folder / "figures" / "dev.tsv")]
        return tuple(Line(corpus, number, *row[2:4]) for number, row in enumerate(rows, 1) if number > 1)
    base, _, machine = corpus.partition(".")
    name = {"flores": "flores-dev", "ntrex": "ntrex-dev", "panl": "panl-eco-dev"}[base]
    texts = (
        _lines(folder / "parallel" / f"{name}{end}")
        for end in (".id", f".{machine}.en" if machine else ".en")
    )
    return tuple(
        Line(corpus, number, *pair) for number, pair in enumerate(zip(*texts, strict=True), 1) if all(pair)
    )


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def adjudicated() -> dict[tuple[str, int], set[str]]:
    """Where the human translation truly differs from its source: the rules concerned, by corpus and line."""
    found: dict[tuple[str, int], set[str]] = {}
    for row in _lines(HERE / "adjudicated.tsv")[1:]:
        corpus, number, rule, _ = row.split("\t")
        found.setdefault((corpus, int(number)), set()).add(rule)
    return found


# What each rule is about: only such pairs count as right pairs that it could flag.

_FIGURE = re.compile(r"\d")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][^\W\d_]{2,}")
_NEGATED = re.compile(
    r"\b(?:tidak|tak|bukan|belum|tanpa|jangan)\b|\b(?:not|no|never|without)\b|n['’]t\b", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:diduga|dugaan|terduga|tersangka|dilaporkan|disebut|dituduh|dituding|konon|kabarnya)\b", re.I
)
_QUOTED = re.compile(r"[\"“”]")
RELEVANT: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(("numbers", "money", "dates", "units"), _FIGURE),
    "names": _NAME,
    "negation": _NEGATED,
    "hedge": _HEDGED,
    "quotes": _QUOTED,
}
RULES = (
    *("numbers", "units", "money", "dates", "names", "terms", "quotes", "attribution", "negation", "hedge"),
    *("language", "length", "markup", "untranslated", "doubled"),
)


def findings(line: Line) -> tuple[Finding, ...]:
    return check_pair(line.indonesian, line.english)


def flagged(lines: tuple[Line, ...], rules: frozenset[str]) -> Iterator[tuple[Line, tuple[Finding, ...]]]:
    """The lines that any of the rules flags."""
    for line in lines:
        if found := tuple(finding for finding in findings(line) if finding.code in rules):
            yield line, found


def seeded(lines: tuple[Line, ...], fault: Fault) -> Iterator[Line]:
    """The lines with the fault put in, the same ones at every run."""
    for line in lines:
        chance = random.Random(f"{fault.name} {line.corpus} {line.number}")
        english = fault.change(line.english, line.indonesian, chance)
        if english is not None and english != line.english:
            yield Line(line.corpus, line.number, line.indonesian, english)


def found(lines: tuple[Line, ...], fault: Fault) -> tuple[int, int, tuple[Line, ...]]:
    """How many of the seeded faults were found, of how many, and those that were missed."""
    faulty = tuple(seeded(lines, fault))
    hit = {line for line, _ in flagged(faulty, fault.rules)}
    return len(hit), len(faulty), tuple(line for line in faulty if line not in hit)


def relevant(line: Line, rule: str) -> bool:
    pattern = RELEVANT.get(rule)
    return not pattern or bool(pattern.search(line.indonesian) or pattern.search(line.english))


def share(part: int, whole: int) -> str:
    return f"{part:>4} of {whole:<4} {100 * part / whole:5.1f} %" if whole else f"{'-':>20}"


def table(corpora: dict[str, tuple[Line, ...]]) -> Iterator[str]:
    known = adjudicated()
    yield f"{'right human pairs flagged':26}" + "".join(f"{name:>21}" for name in corpora)
    apart: Counter[str] = Counter()
    rows = [(rule, frozenset((rule,))) for rule in RULES] + [("all four of figures", FIGURE_RULES)]
    for name, rules in rows:
        cells = []
        for corpus, lines in corpora.items():
            about = tuple(line for line in lines if any(relevant(line, rule) for rule in rules))
            wrong = [line for line, _ in flagged(about, rules)]
            right = [line for line in wrong if rules & known.get((corpus, line.number), set())]
            apart[corpus] += len(right) if len(rules) == 1 else 0
            cells.append(share(len(wrong) - len(right), len(about)))
        yield f"  {name:24}" + "".join(f"{cell:>21}" for cell in cells)
    yield f"  {'adjudicated, apart':24}" + "".join(f"{apart[corpus]:>21}" for corpus in corpora)
    yield "seeded faults found"
    for fault in FAULTS:
        yield f"  {fault.name:24}" + "".join(
            f"{share(*found(lines, fault)[:2]):>21}" for lines in corpora.values()
        )


def speed(lines: tuple[Line, ...]) -> float:
    """Pairs a second, all rules together, on one core."""
    check_pair("Satu kalimat untuk pemanasan.", "One sentence to warm up.")
    begun = time.process_time()
    for line in lines:
        findings(line)
    return len(lines) / (time.process_time() - begun)


def main(arguments: list[str]) -> int:
    folder = root()
    if not folder:
        print("checks: skipped, SEJAJAR_CORPORA names no folder that holds corpora/")
        return 0
    corpora = {corpus: load(corpus, folder) for corpus in CORPORA}
    if len(arguments) > 1:
        return show(corpora, arguments)
    for row in table(corpora):
        print(row)
    print("machine English flagged")
    for machine in MACHINES:
        lines = load(f"flores.{machine}", folder)
        counts = Counter(
            finding.code for line in lines for finding in {f.code: f for f in findings(line)}.values()
        )
        print(f"  {machine:24}" + ", ".join(f"{rule} {counts[rule]}" for rule in RULES if counts[rule]))
    print(f"{speed(corpora['flores'] + corpora['ntrex']):,.0f} pairs a second")
    return 0


def show(corpora: dict[str, tuple[Line, ...]], arguments: list[str]) -> int:
    """`--lines RULE [CORPUS]`: what a rule flags; `--missed FAULT [CORPUS]`: what no rule found."""
    option, name, *only = arguments
    for corpus, lines in corpora.items():
        if only and corpus not in only:
            continue
        if option == "--missed":
            fault = next(fault for fault in FAULTS if fault.name == name)
            for line in found(lines, fault)[2]:
                print(f"{corpus}:{line.number}\n  {line.indonesian}\n  {line.english}")
        else:
            known = adjudicated()
            for line, problems in flagged(lines, frozenset(name.split(","))):
                if not set(name.split(",")) & known.get((corpus, line.number), set()):
                    print(f"{corpus}:{line.number}\n  {line.indonesian}\n  {line.english}")
                    print(
                        "".join(
                            f"    {finding.severity} {finding.code}: {finding.message}\n"
                            for finding in problems
                        )
                    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

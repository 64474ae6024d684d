"""How good the checks are: right human pairs that they flag, seeded faults that they find, machine English.

`python tests/bench/checks.py [--lines RULE [CORPUS] | --missed FAULT [CORPUS] | --seed WORD | --record]`; the
corpora are below `$SEJAJAR_CORPORA/corpora`. Each is cut in two: rules are written looking at the odd lines
and measured on the even ones. What a person says of a flag stands in `adjudicated.tsv`, a line a flag, by
corpus, line and a hash of both texts: without the text, and worthless where the text has changed. `--record`
writes the figures of this run into the package and the guide's tables."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent)]

from bench.faults import FAULTS as FAULTS  # noqa: E402
from bench.faults import FIGURE_RULES as FIGURE_RULES  # noqa: E402
from bench.faults import Fault as Fault  # noqa: E402
from sejajar.checking import RULES, check_pair  # noqa: E402
from sejajar.checking.finding import Finding  # noqa: E402
from sejajar.model import Severity  # noqa: E402

RIGHT = ("figures", "flores", "ntrex")
"""Right human translations; `panl` is comparable text of the news, and only faults are measured on it."""
MACHINES = ("flores.google", "flores.opusmt", "flores.argos")
CODES = tuple(rule.code for rule in RULES)


@dataclass(frozen=True, slots=True)
class Line:
    corpus: str
    number: int
    """1-based, in the corpus file."""
    indonesian: str
    english: str

    @property
    def digest(self) -> str:
        return sha256(f"{self.indonesian}\0{self.english}".encode()).hexdigest()[:10]


def root() -> Path | None:
    folder = os.environ.get("SEJAJAR_CORPORA")
    return Path(folder) / "corpora" if folder and (Path(folder) / "corpora").is_dir() else None


def load(corpus: str, folder: Path) -> tuple[Line, ...]:
    """A corpus; `flores.google` is the machine's English of `flores`, as it came, entities included."""
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


def half(lines: tuple[Line, ...], odd: bool) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.number % 2 == odd)


class Verdicts(NamedTuple):
    """What a person said of flags, by (corpus, line, rule)."""

    said: dict[tuple[str, int, str], tuple[str, bool]]

    def true(self, line: Line, code: str) -> bool | None:
        """Whether the two texts truly differ there; None where nobody has looked, or the text is another."""
        digest, verdict = self.said.get((line.corpus, line.number, code), ("", False))
        return verdict if digest == line.digest else None


def adjudicated() -> Verdicts:
    found: dict[tuple[str, int, str], tuple[str, bool]] = {}
    for row in _lines(HERE / "adjudicated.tsv")[1:]:
        corpus, number, digest, rule, verdict, _ = row.split("\t")
        found[corpus, int(number), rule] = (digest, verdict == "true")
    return Verdicts(found)


def findings(line: Line) -> tuple[Finding, ...]:
    return check_pair(line.indonesian, line.english)


def flagged(lines: tuple[Line, ...], rules: frozenset[str]) -> Iterator[tuple[Line, tuple[Finding, ...]]]:
    """The lines that any of the rules flags."""
    for line in lines:
        if found := tuple(finding for finding in findings(line) if finding.code in rules):
            yield line, found


def seeded(lines: tuple[Line, ...], fault: Fault, seed: str = "") -> Iterator[Line]:
    """The lines with the fault put in, the same ones at every run with the same seed."""
    for line in lines:
        chance = random.Random(f"{seed}{fault.name} {line.corpus} {line.number}")
        english = fault.change(line.english, line.indonesian, chance)
        if english is not None and english != line.english:
            yield Line(line.corpus, line.number, line.indonesian, english)


def found(lines: tuple[Line, ...], fault: Fault, seed: str = "") -> tuple[int, int, tuple[Line, ...]]:
    """How many of the seeded faults were found, of how many, and those that were missed."""
    faulty = tuple(seeded(lines, fault, seed))
    hit = {line for line, _ in flagged(faulty, fault.rules)}
    return len(hit), len(faulty), tuple(line for line in faulty if line not in hit)


class Flags(NamedTuple):
    """How many lines a rule flags, and how many of those wrongly."""

    all: int
    wrong: int
    """Not judged true by a person."""


def flags(lines: tuple[Line, ...], verdicts: Verdicts) -> dict[str, Flags]:
    """By rule; `any` and `errors` for all rules together, where a line counts as wrong if one finding is."""
    counts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for line in lines:
        said = findings(line)
        codes = {finding.code: verdicts.true(line, finding.code) for finding in said}
        errors = {finding.code for finding in said if finding.severity is Severity.ERROR}
        counts.update(codes)
        wrong.update(code for code, true in codes.items() if not true)
        for name, those in (("any", set(codes)), ("errors", errors)):
            counts[name] += bool(those)
            wrong[name] += any(not codes[code] for code in those)
    return {name: Flags(counts[name], wrong[name]) for name in (*CODES, "any", "errors")}


def share(part: int, whole: int) -> str:
    return f"{part:>5} of {whole:<5} {100 * part / whole:5.1f} %" if whole else f"{'-':>22}"


def right_table(right: tuple[Line, ...], verdicts: Verdicts) -> Iterator[str]:
    """Flags on right pairs, before and after adjudication, on the lines looked at and on the others."""
    heads = ("looked at: flags", "wrong ones", "others: flags", "wrong ones")
    yield f"{'right human pairs':16}" + "".join(f"{head:>24}" for head in heads)
    halves = [(half(right, odd), flags(half(right, odd), verdicts)) for odd in (True, False)]
    for name in (*CODES, "any", "errors"):
        cells = [share(count, len(lines)) for lines, counts in halves for count in counts[name]]
        yield f"  {name:14}" + "".join(f"{cell:>24}" for cell in cells)


def fault_table(corpora: dict[str, tuple[Line, ...]], seed: str) -> Iterator[str]:
    yield f"{'seeded faults found':26}{'looked at':>24}{'others':>24}{'news (comparable)':>24}  promised"
    right = tuple(line for name in RIGHT for line in corpora[name])
    for fault in FAULTS:
        sets = (half(right, True), half(right, False), corpora["panl"])
        cells = [share(*found(lines, fault, seed)[:2]) for lines in sets]
        promise = f"{fault.least} %" if fault.least else ""
        yield f"  {fault.name:24}" + "".join(f"{cell:>24}" for cell in cells) + f"  {promise:>8}"


def machine_table(folder: Path, verdicts: Verdicts) -> Iterator[str]:
    """Of the flags on machine English those that a person judged true, and those nobody has looked at."""
    yield f"{'machine English':16}{'flags':>8}{'true':>8}{'unread':>8}"
    counts: dict[str, Counter[bool | None]] = {code: Counter() for code in CODES}
    for machine in MACHINES:
        for line in load(machine, folder):
            for code in {finding.code for finding in findings(line)}:
                counts[code][verdicts.true(line, code)] += 1
    total = sum(counts.values(), Counter[bool | None]())
    rest = total - counts["markup"]
    for code, count in [*counts.items(), ("all", total), ("all but markup", rest)]:
        if count:
            yield f"  {code:14}{count.total():>8}{count[True]:>8}{count[None]:>8}"


def speed(lines: tuple[Line, ...]) -> float:
    """Pairs a second, all rules together, on one core, by processor time."""
    check_pair("Satu kalimat untuk pemanasan.", "One sentence to warm up.")
    begun = time.process_time()
    for line in lines:
        findings(line)
    return len(lines) / (time.process_time() - begun)


def long_text(folder: Path, sentences: int) -> Line:
    """A text of many sentences with its English, to see that the time grows with it and not faster."""
    lines = load("ntrex", folder)[:sentences]
    texts = (" ".join(getattr(line, side) for line in lines) for side in ("indonesian", "english"))
    return Line("long", sentences, *texts)


def speed_table(folder: Path) -> Iterator[str]:
    pairs = load("flores", folder) + load("ntrex", folder)
    yield f"{max(speed(pairs) for _ in range(3)):,.0f} pairs a second"
    for sentences in (100, 400, 800):
        yield f"  one pair of {sentences} sentences: {1 / speed((long_text(folder, sentences),)):.2f} s"


def main(arguments: list[str]) -> int:
    folder = root()
    if not folder:
        print("checks: skipped, SEJAJAR_CORPORA names no folder that holds corpora/")
        return 0
    corpora = {corpus: load(corpus, folder) for corpus in (*RIGHT, "panl")}
    if arguments[:1] in (["--lines"], ["--missed"]):
        return show(corpora | {name: load(name, folder) for name in MACHINES}, arguments)
    verdicts = adjudicated()
    right = tuple(line for name in RIGHT for line in corpora[name])
    if arguments[:1] == ["--record"]:
        from bench.recording import record

        record(right, tuple(line for name in MACHINES for line in load(name, folder)), verdicts)
        return 0
    seed = arguments[1] if arguments[:1] == ["--seed"] else ""
    for table in (
        right_table(right, verdicts),
        fault_table(corpora, seed),
        machine_table(folder, verdicts),
        speed_table(folder),
    ):
        print("\n".join(table))
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
            continue
        for line, problems in flagged(lines, frozenset(CODES if name == "all" else name.split(","))):
            print(f"{corpus}:{line.number} {line.digest}\n  {line.indonesian}\n  {line.english}")
            print("".join(f"    {item.severity} {item.code}: {item.message}\n" for item in problems))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Writes what was measured into the package, and into the tables of the guide that show it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench.checks import Line, Verdicts, findings, flags, found, half
from bench.faults import FAULTS
from sejajar.checking import CODES, RULES
from sejajar.checking.measured import PATH, Measured, measured
from sejajar.model import Severity

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"en": ROOT / "docs/guide/checks.md", "id": ROOT / "docs/panduan/aturan.md"}
_HEADER = """\
# What each rule was last measured at, by `tests/bench/checks.py --record`: lines of right human translations
# that it flags wrongly and their number, on the lines that were not looked at while writing the rules; seeded
# faults that it finds there and their number; flags on the English of three engines that a person judged true
# and their number.
# code	wrong	right	found	seeded	true	flags
"""


def record(right: tuple[Line, ...], machine: tuple[Line, ...], verdicts: Verdicts) -> None:
    unseen = half(right, odd=False)
    wrong = flags(unseen, verdicts)
    hit: Counter[str] = Counter()
    seeded: Counter[str] = Counter()
    for fault in FAULTS:
        if fault.main:
            hits, total, _ = found(unseen, fault)
            hit[fault.main] += hits
            seeded[fault.main] += total
    true: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for line in machine:
        for code in {finding.code for finding in findings(line)}:
            judged[code] += 1
            true[code] += bool(verdicts.true(line, code))
    figures = {
        code: Measured(wrong[code].wrong, len(unseen), hit[code], seeded[code], true[code], judged[code])
        for code in CODES
    }
    table = "".join(f"{code}\t" + "\t".join(map(str, it)) + "\n" for code, it in figures.items())
    PATH.write_text(_HEADER + table, encoding="utf-8")
    measured.cache_clear()
    for edition, page in PAGES.items():
        lines = page.read_text(encoding="utf-8").split("\n")
        first = next(at for at, line in enumerate(lines) if line.startswith("| `numbers` |"))
        rows = [row(code, edition) for code in CODES]
        after = next(at for at in range(first, len(lines)) if not lines[at].startswith("|"))
        page.write_text("\n".join([*lines[:first], *rows, *lines[after:]]), encoding="utf-8")


_WORDS = {
    "en": {"error": "error", "warning": "warning", "on": "on", "off": "off", "of": "of"},
    "id": {"error": "kesalahan", "warning": "peringatan", "on": "nyala", "off": "mati", "of": "dari"},
}


def row(code: str, edition: str) -> str:
    """A rule's row in the guide's table of rules."""
    words, it = _WORDS[edition], measured()[code]
    rule = next(rule for rule in RULES if rule.code == code)
    severity = words[str(Severity(rule.severity))]
    cells = (
        f"{part:,} {words['of']} {whole:,}" if whole else "–"
        for part, whole in ((it.wrong, it.right), (it.found, it.seeded), (it.true, it.flags))
    )
    shown = " | ".join(cells)
    return f"| `{code}` | {severity} | {words['on' if rule.default else 'off']} | {_local(shown, edition)} |"


def _local(text: str, edition: str) -> str:
    return text.replace(",", ".") if edition == "id" else text

"""The tables of the build's benchmark, in both languages, and where they stand in the guide."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from bench.measuring import Cost
from sejajar.language.wording import long_date

ROOT = Path(__file__).parents[2]
RECORD = Path(__file__).parent / "builds.json"
PAGES = {"en": ROOT / "docs/guide/large.md", "id": ROOT / "docs/panduan/besar.md"}
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
PEERS = "mkdocs-static-i18n", "mkdocs-static-i18n, menu pruned"
PAGES_LIMIT = 1000
"""Megabytes that GitHub Pages takes."""


@dataclass(frozen=True, slots=True)
class Row:
    builder: str
    case: str
    cpu: float
    wall: float
    peak: float
    weight: float
    """Megabytes of the built site; 0 where the case does not change it."""


@dataclass(frozen=True, slots=True)
class Growth:
    articles: int
    cpu: float
    aside: float
    """Of `cpu`, what is not the search index."""
    peak: float
    weight: float
    peak_aside: float = 0
    """As `peak`, without the processes that make the search index; 0 where it was not looked at."""


@dataclass(frozen=True, slots=True)
class Measured:
    date: str
    machine: str
    versions: tuple[tuple[str, str], ...]
    articles: int = 0
    rows: tuple[Row, ...] = ()
    growth: tuple[Growth, ...] = ()
    reloads: tuple[tuple[int, tuple[float, ...]], ...] = ()
    """Seconds from saving to seeing, by the number of articles."""
    commands: tuple[tuple[str, float], ...] = ()
    missing: tuple[str, ...] = ()

    def of(self, builder: str, case: str) -> Row | None:
        return next((row for row in self.rows if (row.builder, row.case) == (builder, case)), None)


CASES = {
    "cold": ("nothing built yet", "belum ada apa pun"),
    "bare": ("the same, without search and cards", "sama, tanpa pencarian dan kartu"),
    "same": ("nothing changed", "tidak ada yang berubah"),
    "edit": ("one article edited", "satu artikel disunting"),
    "edit-aside": ("the same, search aside", "sama, tanpa pencarian"),
    "clone": ("a fresh clone, the cache restored", "klona baru, tembolok dipulihkan"),
}
AGAINST = {
    "cold": "cold",
    "bare": "bare",
    "same": "same",
    "edit": "same",
    "edit-aside": "same",
    "clone": "same",
}
"""The peer's case to compare with: where it keeps nothing, an edit costs it what everything does."""
NAMES = {
    "en": {},
    "id": {
        "menu pruned": "menu dipangkas",
        "on our generated pages": "pada halaman buatan kami",
        "with a bare theme": "dengan tema polos",
    },
}
"""What builders are called besides their own names."""
WORDS = {
    "en": {
        "build": "| build | case | processor | clock | memory | site | against {0} | the same, {1} |",
        "growth": "| articles | processor | search aside | memory | search aside | site |",
        "reload": "| articles | edit to reload, median of {times} | quickest | slowest |",
        "command": "| command | processor |",
        "where": "Measured on {date} with {articles} articles of 18 segments, on {machine}: {versions}.",
        "limit": "At this weight a site reaches GitHub Pages’ limit of 1 GB with about {number} articles.",
    },
    "id": {
        "build": "| pembangun | keadaan | prosesor | jam | memori | situs | dibanding {0} | sama, {1} |",
        "growth": "| artikel | prosesor | tanpa pencarian | memori | tanpa pencarian | situs |",
        "reload": "| artikel | dari simpan sampai tampil, median {times} kali | tercepat | terlama |",
        "command": "| perintah | prosesor |",
        "where": "Diukur pada {date} dengan {articles} artikel berisi 18 segmen, pada {machine}: {versions}.",
        "limit": "Dengan bobot ini situs mencapai batas 1 GB GitHub Pages pada sekitar {number} artikel.",
    },
}


def report(measured: Measured, language: str = "en") -> str:
    """Where it was measured, and the tables of what was, as Markdown."""
    words = WORDS[language]
    date = dt.date.fromisoformat(measured.date)
    versions = ", ".join(f"{name} {version}" for name, version in measured.versions)
    where = words["where"].format(
        date=long_date(date, "en" if language == "en" else "id"),
        articles=_number(measured.articles, 0, language),
        machine=measured.machine if language == "en" else measured.machine.replace(" cores", " inti"),
        versions=versions,
    )
    parts = [where, _builds(measured, language), _growth(measured, language), _limit(measured, language)]
    parts += [_reloads(measured, language), _commands(measured, language)]
    return "\n\n".join(part for part in parts if part)


def _builds(measured: Measured, language: str) -> str:
    if not measured.rows:
        return ""
    lines = []
    for row in measured.rows:
        bases = (measured.of(peer, AGAINST[row.case]) for peer in PEERS)
        lines.append(
            (
                _named(row.builder, language),
                CASES[row.case][language == "id"],
                f"{_number(row.cpu, 1, language)} s",
                f"{_number(row.wall, 1, language)} s" if row.wall else "–",
                f"{_number(row.peak, 0, language)} MB" if row.peak else "–",
                f"{_number(row.weight, 0, language)} MB" if row.weight else "–",
                *(_number(row.cpu / base.cpu, 3, language) if base else "–" for base in bases),
            )
        )
    first, _, second = PEERS[1].partition(", ")
    return _table(WORDS[language]["build"].format(first, NAMES[language].get(second, second)), lines)


def _named(builder: str, language: str) -> str:
    name, comma, more = builder.partition(", ")
    return name + comma + NAMES[language].get(more, more)


def _growth(measured: Measured, language: str) -> str:
    if not measured.growth:
        return ""
    lines = [
        (
            _number(size.articles, 0, language),
            f"{_number(size.cpu, 1, language)} s",
            f"{_number(size.aside, 1, language)} s",
            f"{_number(size.peak, 0, language)} MB",
            f"{_number(size.peak_aside, 0, language)} MB" if size.peak_aside else "–",
            f"{_number(size.weight, 1, language)} MB",
        )
        for size in measured.growth
    ]
    return _table(WORDS[language]["growth"], lines)


def _limit(measured: Measured, language: str) -> str:
    """How many articles fill what GitHub Pages takes, by what the last ones have added."""
    if len(measured.growth) < 2:
        return ""
    *_, less, more = measured.growth
    each = (more.weight - less.weight) / (more.articles - less.articles)
    number = more.articles + (PAGES_LIMIT - more.weight) / each
    return WORDS[language]["limit"].format(number=_number(round(number, -2), 0, language))


def _reloads(measured: Measured, language: str) -> str:
    if not measured.reloads:
        return ""
    times = len(measured.reloads[0][1])
    lines = [
        (
            _number(articles, 0, language),
            *(f"{_number(one, 2, language)} s" for one in (median(taken), min(taken), max(taken))),
        )
        for articles, taken in measured.reloads
    ]
    return _table(WORDS[language]["reload"].format(times=times), lines)


def _commands(measured: Measured, language: str) -> str:
    lines = [(f"`{name}`", f"{_number(taken, 2, language)} s") for name, taken in measured.commands]
    return _table(WORDS[language]["command"], lines) if lines else ""


def _table(head: str, lines: Iterable[tuple[str, ...]]) -> str:
    rule = "|" + "---|" * (head.count("|") - 1)
    return "\n".join([head, rule, *(f"| {' | '.join(line)} |" for line in lines)])


def _number(value: float, digits: int, language: str) -> str:
    text = f"{value:,.{digits}f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def machine() -> str:
    """Processor, cores, memory, system and Python, as far as the system tells."""
    cpu = platform.processor() or platform.machine()
    memory = ""
    if Path("/proc/cpuinfo").exists():
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
        cpu = found[1] if found else cpu
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    where = f"{platform.system()}, Python {platform.python_version()}"
    return f"{' '.join(cpu.split())}, {cores} cores{memory}, {where}"


def rows_of(builder: str, costs: dict[str, Cost], weight: float) -> list[Row]:
    """A builder's rows in the order of CASES."""
    found = []
    for case in CASES:
        if case == "edit-aside" and (whole := costs.get("edit")) and whole.search:
            found.append(Row(builder, case, whole.cpu - whole.search, 0, whole.peak, 0))
        elif cost := costs.get(case):
            found.append(Row(builder, case, cost.cpu, cost.wall, cost.peak, weight if case == "cold" else 0))
    return found


def record(measured: Measured) -> None:
    """Keeps what was measured, and writes it into the guide."""
    RECORD.write_text(json.dumps(asdict(measured), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for language, page in PAGES.items():
        page.write_text(with_report(page.read_text("utf-8"), measured, language), encoding="utf-8")


def with_report(text: str, measured: Measured, language: str) -> str:
    """A page of the guide with these tables in place of those that it has."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{report(measured, language)}\n{END}{after}"


def recorded() -> Measured:
    """What was measured last."""
    told = json.loads(RECORD.read_text("utf-8"))
    told["rows"] = tuple(Row(**row) for row in told["rows"])
    told["growth"] = tuple(Growth(**size) for size in told["growth"])
    return Measured(**told)

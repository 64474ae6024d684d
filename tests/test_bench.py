"""What the benchmark of builds counts, and what the guide shows of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.measuring import weight
from bench.tables import CASES, PAGES, Measured, Row, recorded, report, with_report

BURN = "import time\nwhile time.process_time() < {}: pass\n"


MEASURE = """
import dataclasses, json, os, sys
held = bytearray(int(os.environ.get("HELD", "0")))
from pathlib import Path
from bench.measuring import cost
try:
    print(json.dumps(dataclasses.asdict(cost([sys.executable, *sys.argv[2:]], Path(sys.argv[1])))))
except RuntimeError as error:
    print(json.dumps({"error": str(error)}))
"""
"""In a process of its own: measuring adopts and waits for every process there is below it, a browser too."""


def measured(folder: Path, *arguments: str) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", MEASURE, str(folder), *arguments]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return dict(json.loads(told.stdout))


def test_work_of_all_processes_is_counted(tmp_path: Path) -> None:
    """Also of one that a command has left behind; and what is not work is not counted."""
    (tmp_path / "burn.py").write_text(BURN.format(0.4), encoding="utf-8")
    (tmp_path / "start.py").write_text(
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, 'burn.py'], check=True)\n"
        "subprocess.Popen([sys.executable, 'burn.py'])\n",
        encoding="utf-8",
    )
    taken = measured(tmp_path, "start.py")
    assert taken["cpu"] >= (0.8 if sys.platform == "linux" else 0.4)
    assert taken["peak"] > 1


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the system does not tell what each process holds"
)
def test_what_the_one_who_measures_holds_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux says of a new process that it has held what the one held that began it."""
    (tmp_path / "burn.py").write_text(BURN.format(0.4), encoding="utf-8")
    monkeypatch.setenv("HELD", "300_000_000")
    assert 1 < measured(tmp_path, "burn.py")["peak"] < 150


def test_a_build_that_fails_is_not_measured(tmp_path: Path) -> None:
    """A quick failure would look like a quick build."""
    told = measured(tmp_path, "-c", "import sys; print('no site'); sys.exit(3)")
    assert "ended with 3:\nno site" in told["error"]


def test_all_files_of_a_site_are_weighed(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(bytes(2_000_000))
    (tmp_path / "d").write_bytes(bytes(500_000))
    assert weight(tmp_path) == 2.5


MEASURED = Measured(
    "2026-11-26",
    "a machine",
    (("Sejajar", "0.1.0"), ("mkdocs-static-i18n", "1.3.1")),
    1200,
    rows=(
        Row("Sejajar", "cold", 12.34, 8.0, 310.4, 120.2),
        Row("Sejajar", "edit-aside", 1.5, 0, 100.0, 0),
        Row("mkdocs-static-i18n", "cold", 123.4, 100.0, 1400.6, 99.0),
        Row("mkdocs-static-i18n", "same", 100.0, 100.0, 400.0, 0),
    ),
)


def test_figures_are_written_as_each_language_writes_them() -> None:
    """And each is compared with the peer's own case."""
    english, indonesian = report(MEASURED), report(MEASURED, "id")
    assert "| Sejajar | nothing built yet | 12.3 s | 8.0 s | 310 MB | 120 MB | 0.100 |" in english
    assert "| Sejajar | the same, search aside | 1.5 s | – | 100 MB | – | 0.015 |" in english
    assert (
        "| mkdocs-static-i18n | belum ada apa pun | 123,4 s | 100,0 s | 1.401 MB | 99 MB | 1,000 | – |"
        in indonesian
    )
    assert "1,200 articles" in english
    assert "1.200 artikel" in indonesian
    assert "26 November 2026" in indonesian


def test_a_page_keeps_what_stands_around_the_tables() -> None:
    page = "before\n<!-- measured -->\nold\n<!-- /measured -->\nafter\n"
    new = with_report(page, MEASURED, "en")
    assert new.startswith("before\n<!-- measured -->\nMeasured on 26 November 2026 with 1,200 articles")
    assert new.endswith("|\n<!-- /measured -->\nafter\n")
    assert "old" not in new


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_guide_shows_what_was_measured_last(language: str) -> None:
    """Nobody writes figures into the guide by hand: `tests/bench/build.py --record` does."""
    text = PAGES[language].read_text(encoding="utf-8")
    assert with_report(text, recorded(), language) == text
    assert {row.case for row in recorded().rows if row.builder == "Sejajar"} == set(CASES)

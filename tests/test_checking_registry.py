"""The rules as a list: what the guide shows of them, and the tables that they read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.recording import PAGES, row
from sejajar.checking import CODES, RULES, check_pair
from sejajar.checking.measured import measured
from sejajar.language.tables import FOLDER, rows

TABLES = sorted(path.stem for path in (FOLDER / "concepts").glob("*.tsv"))
LISTS = sorted(path for path in FOLDER.rglob("*.*") if path.is_file())


@pytest.mark.parametrize("edition", PAGES)
def test_the_guide_shows_each_rule_as_it_is_registered(edition: str) -> None:
    """Severity, whether it runs, and the figures of the last measurement, in the rules' order."""
    shown = [
        line for line in PAGES[edition].read_text(encoding="utf-8").split("\n") if line.startswith("| `")
    ]
    assert shown == [row(code, edition) for code in CODES]


def test_a_rule_that_is_mostly_wrong_is_off() -> None:
    """Of what a rule that runs by default says of machine English, two fifths at least are true."""
    noisy = []
    for rule in RULES:
        it = measured()[rule.code]
        if rule.default and 5 * it.true < 2 * it.flags:
            noisy.append(rule.code)
    assert not noisy


@pytest.mark.parametrize("path", LISTS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_list_says_where_it_is_from(path: Path) -> None:
    """Each data file is headed by what it holds, its source and its licence."""
    head = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    text = " ".join(head)
    assert "Source: " in text
    assert re.search(r"Licence: |licence: ", text)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_well_formed(table: str) -> None:
    """Axis, pole and forms of one language or both; no pole twice on an axis, no form twice in a cell."""
    seen: set[tuple[str, str]] = set()
    for axis, pole, *cells in rows(f"concepts/{table}"):
        assert 1 <= len(cells) <= 2, (axis, pole)
        assert any(cells), (axis, pole)
        assert pole == "-" or (axis, pole) not in seen, (axis, pole)
        seen.add((axis, pole))


def test_the_tables_are_large() -> None:
    """Institutions of Indonesia and the world, countries, exonyms and offices enough for a newsroom's day."""
    sizes = {table: len(rows(f"concepts/{table}")) for table in TABLES}
    assert sizes["institutions"] > 210
    assert sizes["countries"] > 200
    assert sizes["exonyms"] > 200
    assert sizes["outlets"] > 100


PIECES = st.sampled_from(
    """
    Rp5.000/2 5/1.2.3 1.500/2 Rp 12,5 juta US$ % persen poin km2 20/7/2025 pukul 10.00 tidak mantan wakil KPK
    Utara naik ' " “ ” ( ) - – ... Jakarta ketiga puluh setengah dua-duanya 9999999999999999999999
    Menteri Keuangan dari menjadi kata Budi, antara hampir lebih mungkin akan & < ** _ I've U.S. 's ² [a](b)
    """.split()
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=9).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(indonesian: str, english: str) -> None:
    """No rule stops at anything that a text may hold, on or off by default."""
    for finding in check_pair(indonesian, english, codes=frozenset(CODES)):
        assert finding.code in CODES
        assert "\n" not in finding.message

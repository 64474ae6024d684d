"""Figures in cells of tables: what is one, how each language writes it, what a chart makes of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sejajar.language.cells import Amount, amount, figure_html, grouped, is_figure, written
from strategies import texts

FIGURES = [
    ("1.234,5", "1,234.5"),
    ("1.234.567", "1,234,567"),
    ("1234,5", "1,234.5"),
    ("12 000", "12,000"),
    ("31,10", "31.10"),
    ("0,05", "0.05"),
    ("2024", "2024"),
    ("40115", "40115"),
    ("−1,54%", "−1.54%"),
    ("-1,5", "−1.5"),
    ("+2,1", "+2.1"),
    ("(1,5)", "(1.5)"),
    ("1,54 persen", "1.54%"),
    ("0,3 poin persen", "0.3 percentage points"),
    ("Rp1,2 triliun", "Rp1.2 trillion"),
    ("Rp 5.000,-", "Rp5,000"),
    ("Rp45.000/kg", "Rp45,000/kg"),
    ("US$1,2 miliar", "US$1.2 billion"),
    ("5,45 juta", "5.45 million"),
    ("233 ribu orang", "233 thousand people"),
    ("31,10 juta ton", "31.10 million tonnes"),
    ("1 jam", "1 hour"),
    ("1,5 jam", "1.5 hours"),
    ("350 km/jam", "350 km/h"),
    ("5,3 ton/ha", "5.3 tonnes/ha"),
    ("10-15 km", "10–15 km"),
    ("1.000 s.d. 2.500", "1,000–2,500"),
    ("70–80%", "70–80%"),
    ("2019-2024", "2019–2024"),
    ("±100", "±100"),
    ("31,10*", "31.10*"),
    ("31,10 *)", "31.10 *)"),
    ("31,10¹", "31.10¹"),
    ("3 Februari 2025", "3 February 2025"),
    ("Senin, 3 Februari 2025", "Monday, 3 February 2025"),
    ("3/2/2025", "3 February 2025"),
    ("2025-02-03", "3 February 2025"),
    ("Januari–Maret 2025", "January–March 2025"),
    ("Mei", "May"),
    ("Des 2024", "Dec 2024"),
    ("22.00 WIB", "22:00 WIB"),
    ("ke-3", "3rd"),
    ("ke-11", "11th"),
    ("1.000.000", "1,000,000"),
    (
        "Rp1.234.567.890.123.456.789.012.345.678.901,50",
        "Rp1,234,567,890,123,456,789,012,345,678,901.50",
    ),
]
AS_THEY_ARE = [
    "",
    "-",
    "–",
    "—",
    "…",
    "n.a.",
    "7.30",
    "2023/2024",
    "1:2",
    "✓",
    "022-123456",
    "1,234.5",
    "0.123",
]
WORDS = [
    "Jakarta",
    "Jumlah",
    "30,62 juta ton GKG",
    "naik 2,1%",
    "Minggu",
    "Triwulan I",
    "A1",
    "juta",
    "Rp",
    "30 Meja",
]


@pytest.mark.parametrize(("indonesian", "english"), FIGURES)
def test_a_figure_is_written_by_each_languages_rules(indonesian: str, english: str) -> None:
    """In English by English rules; the Indonesian stays as its author wrote it."""
    assert is_figure(indonesian)
    assert written(indonesian, "en") == english
    assert written(indonesian, "id") == ("3 Februari 2025" if indonesian == "2025-02-03" else indonesian)


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_what_can_be_read_in_two_ways_stays_as_it_is(text: str) -> None:
    """A dash, a score, a telephone number, a time or decimals: nobody guesses."""
    assert is_figure(text)
    assert written(text, "en") == text == written(text, "id")


@pytest.mark.parametrize("text", WORDS)
def test_a_cell_with_a_word_is_a_text_to_translate(text: str) -> None:
    """A unit that the table of units lacks, a name, a verb: the figure's own rules say nothing of these."""
    assert not is_figure(text)
    assert amount(text) is None


def test_markup_around_a_figure_stays() -> None:
    """Emphasis and links are kept, and the figure within is the language's own."""
    assert figure_html("**1.234,5**", "en") == "<strong>1,234.5</strong>"
    assert figure_html("[Rp1,5 triliun](https://example.org/a)", "en") == (
        '<a href="https://example.org/a" rel="noopener">Rp1.5\u00a0trillion</a>'
    )
    assert figure_html("31,10\\*", "id") == "31,10&#42;"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("**−1.234,5**", "-1234.5", ""),
        ("(1,5)", "-1.5", ""),
        ("5,45 juta", "5450000", ""),
        ("Rp1,2 triliun", "1200000000000", "Rp"),
        ("54,19%", "54.19", "%"),
        ("142,3 km", "142.3", "km"),
        ("1 ton", "1", "tonnes"),
    ],
)
def test_a_chart_sees_the_size_of_a_figure(text: str, value: str, unit: str) -> None:
    """Sign, scale and unit count, however they are written."""
    assert amount(text) == Amount(Decimal(value), unit)


@pytest.mark.parametrize("text", ["–", "", "10–15", "3/2/2025", "Mei", "2023/2024", "✓"])
def test_a_chart_sees_nothing_where_there_is_no_single_figure(text: str) -> None:
    """Ranges, dates and dashes are drawn as gaps."""
    assert amount(text) is None


def test_an_axis_is_numbered_in_the_languages_own_way() -> None:
    """Thousands and decimals as each language marks them."""
    numbers = [Decimal("1500"), Decimal("-2.50"), Decimal("0")]
    assert [grouped(one, "id") for one in numbers] == ["1.500", "−2,5", "0"]
    assert [grouped(one, "en") for one in numbers] == ["1,500", "−2.5", "0"]


def test_an_axis_is_numbered_however_large_its_figures_are() -> None:
    """More digits than are calculated with end no build."""
    assert grouped(Decimal(10) ** 30, "id") == "1" + ".000" * 10
    assert grouped(Decimal(10) ** 30, "en") == "1" + ",000" * 10


@given(texts() | st.text(max_size=20))
def test_any_text_is_a_figure_or_words(text: str) -> None:
    """Whatever is typed into a cell, it is decided, and a figure can be written in both languages."""
    if is_figure(text):
        assert isinstance(figure_html(text, "en"), str)
        assert isinstance(figure_html(text, "id"), str)
    assert isinstance(amount(text), Amount | None)

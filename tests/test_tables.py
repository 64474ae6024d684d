"""Tables from file to page: equal words, both languages, charts, feeds, edits in their place, imports."""
# ruff: noqa: E501  (pasted lines and pages are long)

from __future__ import annotations

import datetime as dt
import re

import pytest

from briefings import brief, with_state
from sejajar.formats.article import dumps, loads
from sejajar.formats.article.editing import with_text
from sejajar.formats.glossary import Glossary
from sejajar.importing import Given, read_pasted, recognise
from sejajar.importing.sources.page import read_page
from sejajar.model import Article, Edition, Kind, Segment, Table
from sejajar.rendering.article.body import article_body
from sejajar.rendering.html.markup import Form
from sejajar.rendering.machine.prose import prose
from sejajar.site.view import Extras, View

PATH = "content/2025/2025-07-20-beras/article.id.md"
HEAD = "---\ndate: 2025-07-20\nstatus: published\n---\n\n# Judul\n\nTeks.\n\n"
TABLE = """\
| Provinsi | Beras (ton) | Bagian |
|---|---|---|
| Jawa Timur | 1.234,5 | 54,19% |
| Jumlah | **2.000** | – |
| Jumlah | −3* |  |

Tabel: Beras menurut provinsi. Sumber: BPS {.chart-bar}
"""
ENGLISH = {
    "Provinsi": "Province",
    "Beras (ton)": "Rice (tonnes)",
    "Jawa Timur": "East Java",
    "Jumlah": "Total",
    "Beras menurut provinsi. Sumber: BPS": "Rice by province. Source: BPS",
}


def article_of(table: str = TABLE) -> Article:
    read = loads(HEAD + table, PATH)
    assert read.article, read.problems
    assert not [problem for problem in read.problems if problem.severity == "error"], read.problems
    return read.article


def page(edition: Edition, english: dict[str, str] = ENGLISH, table: str = TABLE) -> str:
    return article_body(brief(article_of(table), english), edition, Form.HTML)


def side(html: str, language: str) -> str:
    """The part of a page's table that is in one language."""
    found = re.search(
        rf'<div data-(?:nosnippet="" data-)?side="{language}" lang="{language}">\n<div.*?</table>', html, re.S
    )
    assert found
    return found[0]


def test_equal_words_in_a_table_are_one_segment() -> None:
    """`Jumlah` stands in two cells and is translated once; figures and empty cells are no segments."""
    article = article_of()
    found = [(one.kind, one.text, one.ordinal) for one in article.segments][2:]
    assert found == [
        (Kind.HEADER, "Provinsi", 1),
        (Kind.HEADER, "Beras (ton)", 1),
        (Kind.HEADER, "Bagian", 1),
        (Kind.CELL, "Jawa Timur", 1),
        (Kind.CELL, "Jumlah", 1),
        (Kind.CAPTION, "Beras menurut provinsi. Sumber: BPS", 1),
    ]


def test_a_second_table_has_segments_of_its_own() -> None:
    """The same word in another table may mean something else there: `cell/2`."""
    keys = [one.key for one in article_of(f"{TABLE}\n{TABLE}").segments]
    assert ("cell/2", "Jumlah") in keys
    assert len(keys) == len(set(keys))


def test_each_language_has_its_own_words_and_figures() -> None:
    """The English table reads in English throughout, the Indonesian as it was written."""
    html = page("en", ENGLISH | {"Bagian": "Share"})
    english, indonesian = side(html, "en"), side(html, "id")
    assert html.index(english) < html.index(indonesian)
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", english)
    assert cells == [
        *("Province", "Rice (tonnes)", "Share"),
        *("East Java", "1,234.5", "54.19%"),
        *("Total", "<strong>2,000</strong>", "–"),
        *("Total", "−3&#42;", ""),
    ]
    assert "<strong>2.000</strong>" in indonesian
    assert "Jumlah" in indonesian


def test_a_gap_is_seen_in_its_cell() -> None:
    """The Indonesian stands in, as Indonesian, and says that it has no English yet."""
    english = side(page("en"), "en")
    gap = '<span lang="id">Bagian</span> <span class="sj-gap" lang="en">Not yet translated</span>'
    assert gap in english
    assert 'data-state="needs-work"' in page("en")


def test_a_machines_words_are_marked_where_they_stand() -> None:
    """In the cell, for eye and ear; and the whole table says so too."""
    made = with_state(brief(article_of(), ENGLISH | {"Bagian": "Share"}), "Jumlah", "machine")
    html = article_body(made, "en", Form.HTML)
    english = side(html, "en")
    assert english.count('class="sj-cell-state"') == 2
    assert 'class="sj-pair sj-table" data-state="machine" id="sj-table-1"' in html
    assert "Machine translation, not yet reviewed by a person" in english


def test_the_table_is_read_without_the_chart() -> None:
    """The chart is hidden from a screen reader; the table has names of rows and columns, and a name."""
    html = page("en")
    assert '<div aria-hidden="true" class="sj-drawing"><svg viewBox=' in html
    assert (
        '<th data-align="right" scope="col">Rice (tonnes)</th>' in html
        or 'scope="col">Rice (tonnes)</th>' in html
    )
    assert (
        '<div aria-label="Rice by province. Source: BPS" class="sj-scroll" role="region" tabindex="0">'
        in html
    )
    assert html.count('scope="row"') == 6


def test_a_chart_draws_the_columns_of_one_unit() -> None:
    """A percentage beside tonnes would be another scale; a dash is a gap, a negative figure goes left."""
    english = side(page("en"), "en")
    drawing = english[: english.index("</svg>")]
    assert drawing.count('<rect class="sj-c1"') == 3
    assert "sj-c2" not in drawing
    assert re.findall(r"<text[^>]*>([^<]*)</text>", drawing) == [
        *("Rice (tonnes)", "East Java", "1,234.5", "Total", "2,000", "Total", "−3*"),
    ]


@pytest.mark.parametrize("chart", ["bar", "line"])
@pytest.mark.parametrize("cells", [["0"], ["5"], ["-5", "-7"], ["1.000.000.000", "–", "0,001"], ["7"] * 40])
def test_any_figures_can_be_drawn(chart: str, cells: list[str]) -> None:
    """One row, all alike, all below zero, far apart, many: every coordinate is a number in the picture."""
    rows = "\n".join(f"| Baris {number} | {cell} |" for number, cell in enumerate(cells))
    html = page("id", {}, f"| Nama | Jumlah |\n|---|---|\n{rows}\n\n{{.chart-{chart}}}\n")
    numbers = [float(one) for one in re.findall(r' (?:x|y|cx|cy|width|x1|x2|y1|y2)="([^"]*)"', html)]
    assert len(numbers) > len(cells)
    assert all(-1 <= number < 2000 for number in numbers), numbers


def test_a_feed_has_the_table() -> None:
    """Plain HTML in one language, which needs no style sheet."""
    view = View(brief(article_of(), ENGLISH), "en", Glossary(()))
    text = prose(view, "https://example.org/media/beras/")
    assert '<thead><tr><th>Province</th><th>Rice (tonnes)</th><th lang="id">Bagian' in text
    assert "<tr><td>East Java</td><td>1,234.5</td><td>54.19%</td></tr>" in text


def test_where_pairs_are_worked_on_the_words_stand_as_pairs() -> None:
    """At the desk each text of a table can be decided, once, below it."""
    article = article_of()
    named = {one.key: f"p{number}" for number, one in enumerate(article.segments)}
    briefing = brief(article, ENGLISH)
    html = article_body(briefing, "en", Form.HTML, extras=Extras(named=named))
    assert sorted(re.findall(r'data-pair="(p\d+)"', html)) == sorted(named.values())


@pytest.mark.parametrize(
    ("key", "new", "changed"),
    [
        (("cell", "Jumlah"), "Total | semua", "Jumlah"),
        (("header", "Bagian"), "Porsi", "Bagian"),
        (
            ("caption", "Beras menurut provinsi. Sumber: BPS"),
            "Beras. Sumber: Badan Pusat Statistik",
            "Beras menurut provinsi. Sumber: BPS",
        ),
    ],
)
def test_a_cell_is_corrected_where_it_stands(key: tuple[str, str], new: str, changed: str) -> None:
    """In all cells that have the text, and nowhere else; every other byte stays."""
    raw = HEAD + TABLE.replace("| Jawa Timur |", "|Jawa Timur   |")
    done = with_text(raw, PATH, key, new)
    assert done
    assert done.article, done.problems
    assert done.text == raw.replace(changed, new.replace("|", "\\|"))


def test_a_cell_that_becomes_a_figure_is_refused_where_it_stands() -> None:
    """It would be no text any more, and its English nobody's: that is an edit of the whole article."""
    done = with_text(HEAD + TABLE, PATH, ("cell", "Jumlah"), "2.000")
    assert done
    assert done.article is None
    assert [problem.code for problem in done.problems] == ["in-place"]


PASTED = """\
Produksi Beras Nasional Turun pada 2024
Jakarta, Warta Uji - Badan Pusat Statistik mencatat produksi beras nasional turun pada Senin (3/2/2025), kata kepala lembaga itu.
Produksi beras menurut tahun
Tahun\tProduksi (juta ton)\tPerubahan
2023\t31,10\t-1,39%
2024\t30,62\t
Sumber: BPS
Penurunan itu terjadi karena musim kemarau panjang yang melanda Pulau Jawa pada awal tahun, menurut lembaga tersebut.
| Provinsi | Ton |
|---|---|
| Jawa \\| Timur | 9,27 |
Harga beras naik di beberapa daerah, dan pemerintah menyiapkan cadangan untuk beberapa bulan ke depan.
"""


def tables_of(article: Article | None) -> list[Table]:
    assert article
    read = loads(dumps(article), article.path).article
    assert read == article
    return [block for block in article.blocks if isinstance(block, Table)]


def test_pasted_tables_come_in() -> None:
    """Lines parted by tabs, as a browser or a spreadsheet copies them, and Markdown's own."""
    recognised = read_pasted(PASTED, path="tempel.txt", today=dt.date(2026, 11, 23), given=Given())
    tabs, pipes = tables_of(recognised.article)
    assert tabs.rows == (("2023", "31,10", "-1,39%"), ("2024", "30,62", ""))
    assert [getattr(cell, "text", cell) for cell in tabs.header] == [
        "Tahun",
        "Produksi (juta ton)",
        "Perubahan",
    ]
    assert tabs.caption
    assert tabs.caption.text == "Sumber: BPS"
    assert pipes.rows == ((Segment(Kind.CELL, "Jawa | Timur"), "9,27"),)


PARAGRAPH = "<p>Penurunan itu terjadi karena musim kemarau panjang di Pulau Jawa pada awal tahun, menurut lembaga itu.</p>"
WEB = f"""<html><head><title>Produksi Beras Nasional Turun</title></head><body><article>
<h1>Produksi Beras Nasional Turun</h1>{PARAGRAPH * 3}
<table><caption>Produksi beras</caption><tr><th>Provinsi</th><th>2023</th><th>2024</th></tr>
<tr><td rowspan="2">Jawa <b>Timur</b></td><td>9,71</td><td>9,27</td></tr><tr><td>1</td><td>&nbsp;</td></tr></table>
<p>Sumber: BPS</p>{PARAGRAPH.replace("Penurunan", "Kenaikan") * 2}
<table role="presentation"><tr><td>Baca</td><td>juga</td></tr><tr><td>lagi</td><td>ini</td></tr></table>
<table><tr><td>{PARAGRAPH * 3}</td><td>Iklan</td></tr></table></article></body></html>"""


def test_a_pages_table_comes_in_and_its_layout_does_not() -> None:
    """`caption`, cells that span rows, markup inside; a table that lays out a page is none."""
    material = read_page(WEB, "halaman.html").material
    recognised = recognise(material, Given(date=dt.date(2025, 2, 3)), today=dt.date(2026, 11, 23))
    (table,) = tables_of(recognised.article)
    east = Segment(Kind.CELL, "Jawa Timur")
    assert table.rows == ((east, "9,71", "9,27"), (east, "1", ""))
    assert [getattr(cell, "text", cell) for cell in table.header] == ["Provinsi", "2023", "2024"]
    assert table.caption
    assert table.caption.text == "Produksi beras. Sumber: BPS"

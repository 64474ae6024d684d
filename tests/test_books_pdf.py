"""Books as PDF: tagged, with bookmarks, page numbers and running heads, in two columns or on facing pages."""

from __future__ import annotations

import builtins
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from booked import hard_site
from sejajar.cli import main
from sejajar.commands.books import is_ours
from sejajar.rendering.books.pdf import NoLayoutError, Press
from sites import make_site


def _missing() -> str:
    try:
        Press({})
    except NoLayoutError as error:
        return f"{error.missing} is not installed"
    return ""


MISSING = _missing()
laid_out = pytest.mark.skipif(bool(MISSING), reason=MISSING)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], catch_exceptions=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hard_site(tmp_path_factory.mktemp("books"), latin=True)


def made(desk: Path, layout: str, *words: object) -> PdfReader:
    file = desk / f"{layout}.pdf"
    done = run("-f", desk / "mkdocs.yml", "book", file, "--layout", layout, *words)
    assert done.exit_code == 0, done.output
    return PdfReader(file)


@pytest.fixture(scope="module")
def columns(desk: Path) -> PdfReader:
    return made(desk, "columns")


@pytest.fixture(scope="module")
def facing(desk: Path) -> PdfReader:
    return made(desk, "facing")


@cache
def text_of(reader: PdfReader, number: int) -> str:
    return reader.pages[number].extract_text()


def page_of(reader: PdfReader, words: str) -> int:
    return next(index for index in range(len(reader.pages)) if words in text_of(reader, index))


@cache
def places(reader: PdfReader, number: int) -> list[tuple[float, float, str]]:
    """Where each piece of text of a page begins: from the left and from the bottom, in points."""
    found: list[tuple[float, float, str]] = []

    def heard(text: str, outer: Any, inner: Any, *_: object) -> None:
        if text.strip():
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            found.append((x, y, text.strip()))

    reader.pages[number].extract_text(visitor_text=heard)
    return found


def outline(reader: PdfReader) -> list[str]:
    def walk(items: Any) -> list[str]:
        return [name for one in items for name in (walk(one) if isinstance(one, list) else [str(one.title)])]

    return walk(reader.outline)


@laid_out
def test_the_pdf_says_what_it_is(columns: PdfReader) -> None:
    """Tagged as PDF/UA asks, in a language, with title and author; the tags name headings and paragraphs."""
    root: DictionaryObject = columns.trailer["/Root"]  # type: ignore[assignment]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]) == "id"
    assert b"pdfuaid" in columns.xmp_metadata.stream.get_data()  # type: ignore[union-attr]
    assert columns.metadata
    assert columns.metadata.title == "Meja Uji"
    assert columns.metadata.author == "A. & B. <Redaksi>"
    tags: set[str] = set()

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, DictionaryObject):
            tags.add(str(node.get("/S", "")))
            kids = node.get("/K", [])
            for kid in kids if isinstance(kids, list) else [kids]:
                walk(kid)

    walk(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Figure", "/BlockQuote"} <= tags


@laid_out
def test_bookmarks_lead_to_articles_and_sections(columns: PdfReader) -> None:
    """Each article with its sections, between contents and colophon."""
    names = outline(columns)
    assert names[0:2] == ["Meja Uji", "Daftar isi"]
    assert "Panen raya dimulai di Jawa Barat" in names
    assert "1. Harga gabah" in names
    assert "Tentang buku ini" in names


@laid_out
def test_languages_stand_side_by_side(columns: PdfReader) -> None:
    """The Indonesian in the left half, its English in the right, beginning on one line."""
    number = page_of(columns, "Panen raya dimulai pada")
    middle = float(columns.pages[number].mediabox.width) / 2
    found = places(columns, number)
    left = next(place for place in found if place[2].startswith("Harga gabah ditetapkan"))
    right = next(place for place in found if place[2].startswith("The price of paddy was"))
    assert left[0] < middle <= right[0]
    assert abs(left[1] - right[1]) < 1


@laid_out
def test_pages_have_running_heads_and_numbers(columns: PdfReader) -> None:
    """The book's name and the article's above, the page's number below; the title page has none."""
    assert "1" not in text_of(columns, 0).split()
    for number in range(1, len(columns.pages)):
        words = text_of(columns, number)
        assert "Meja Uji" in words
        assert str(number + 1) in words.split()


@laid_out
def test_contents_name_the_pages(columns: PdfReader) -> None:
    """The number after an entry is that of the page on which its article begins."""
    found = re.search(r"Judul saja.*?(\d+)\s*$", text_of(columns, 1), re.MULTILINE)
    assert found
    assert "Satu paragraf." in text_of(columns, int(found[1]) - 1)


@laid_out
def test_facing_pages_hold_the_same_passages(facing: PdfReader) -> None:
    """Left Indonesian, right English, page by page, and what stands beside each other stands equally high."""
    root: DictionaryObject = facing.trailer["/Root"]  # type: ignore[assignment]
    assert str(root["/PageLayout"]) == "/TwoPageRight"
    assert len(facing.pages) % 2 == 1, "a title page, then pairs"
    pairs = (
        ("Daftar isi", "Contents"),
        ("Harga gabah ditetapkan", "The price of paddy was"),
        ("Bagian & lainnya", "A section & more"),
        ("Judul saja", "A title alone"),
        ("Tentang buku ini", "About this book"),
    )
    for own, english in pairs:
        left = [index for index in range(1, len(facing.pages)) if own in _body(facing, index)]
        right = [index for index in range(1, len(facing.pages)) if english in _body(facing, index)]
        assert left[-1] % 2 == 1, own
        assert left[-1] + 1 == right[-1], own
    number = page_of(facing, "Harga gabah ditetapkan")
    one = next(place for place in places(facing, number) if place[2].startswith("Harga gabah ditetapkan"))
    two = next(place for place in places(facing, number + 1) if place[2].startswith("The price of paddy was"))
    assert abs(one[1] - two[1]) < 2


def _body(reader: PdfReader, number: int) -> str:
    """The text of a page less its running heads."""
    top = float(reader.pages[number].mediabox.height) - 40
    return "\n".join(text for _, y, text in places(reader, number) if y < top)


@laid_out
def test_facing_pages_are_numbered_through(facing: PdfReader) -> None:
    """Two books in one, and one count of pages."""
    for number in range(1, len(facing.pages)):
        assert str(number + 1) in text_of(facing, number).split()


@laid_out
def test_a_book_of_ours_is_known(desk: Path, columns: PdfReader) -> None:
    """A PDF that Sejajar made may be made anew; one of the same make by another program may not."""
    data = (desk / "columns.pdf").read_bytes()
    assert len(columns.pages) > 5
    assert is_ours(data)
    assert not is_ours(b"%PDF-1.7 stream\nSejajar endstream")


@laid_out
def test_a_clock_leaves_no_trace(desk: Path, columns: PdfReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Embedded fonts bear the date of the book, not of the moment: the bytes are the same."""
    import time

    before = (desk / "columns.pdf").read_bytes()
    assert columns.pages
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 86_400)
    made(desk, "columns")
    assert (desk / "columns.pdf").read_bytes() == before


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            ImportError("No module named 'weasyprint'"),
            "error: a PDF needs WeasyPrint; install it with `pip install 'sejajar[pdf]'`, "
            "or write an .epub\n",
        ),
        (
            OSError("cannot load library 'libpango-1.0-0'"),
            "error: WeasyPrint finds no Pango, which sets its type; install it with "
            "`apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` on Debian and Ubuntu "
            "or `brew install pango` on a Mac, "
            "or write an .epub\n",
        ),
    ],
)
def test_what_is_missing_for_a_pdf_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    """The library, or what it needs of the system, with the command that installs it; nothing is written."""
    site = make_site(tmp_path)
    real = builtins.__import__

    def imported(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "weasyprint":
            print("\n-----\nWeasyPrint could not import some external libraries.")
            raise error
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", imported)
    done = run("-f", site / "mkdocs.yml", "book", site / "b.pdf")
    assert (done.exit_code, done.output) == (2, message)
    assert not (site / "b.pdf").exists()


@laid_out
def test_nothing_is_fetched_for_a_book() -> None:
    """Whatever a page names from elsewhere stays there: only what is in the book is read."""
    laid = Press({}).lay_out(
        "<!DOCTYPE html><title>t</title><link rel=stylesheet href='https://example.org/a.css'>"
        "<img src='https://example.org/a.png' alt=a><img src='file:///etc/passwd' alt=b><p>x"
    )
    assert len(laid.pages) == 1

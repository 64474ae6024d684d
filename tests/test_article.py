"""The article file: what is written is read back, and whatever is wrong is said with its line."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import replace

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import strategies
from article_problems import BEGINNING, CASES, FILES, PATH
from sejajar.formats.article import dumps, flaws, from_plain, loads, normal, with_start_escape
from sejajar.model import (
    Article,
    Image,
    ItemList,
    Kind,
    Metadata,
    Paragraph,
    Quote,
    Reference,
    Section,
    Segment,
    Severity,
    Source,
    Status,
)

ARTICLE = """\
---
date: 2025-07-20
status: draft
place: Jakarta
authors: [Ana Contoh]
source: {outlet: Warta Uji, url: 'https://example.org/a'}
references:
- {outlet: UNN, url: 'https://example.org/b'}
tags: [Korea Utara, Rusia]
---

# Beras masuk *toko*

- Poin pertama.
- Poin kedua.

Pembuka.

## 1. Perdagangan

> “Kami siap,” tutur Ana.
>
> — Ana Contoh, juru bicara (via UNN)

1. Satu.
2. Dua.

![Rak toko](foto.jpg "Rak. Foto: \\"Ana\\"")

## Penutup

1\\. bukan daftar.
"""


def _segment(kind: Kind, text: str) -> Segment:
    return Segment(kind, text)


READ = Article(
    path=PATH,
    metadata=Metadata(
        date=dt.date(2025, 7, 20),
        status=Status.DRAFT,
        place="Jakarta",
        authors=("Ana Contoh",),
        source=Source("Warta Uji", "https://example.org/a"),
        references=(Reference("UNN", "https://example.org/b"),),
        tags=("Korea Utara", "Rusia"),
    ),
    title=_segment(Kind.TITLE, "Beras masuk *toko*"),
    points=(_segment(Kind.POINT, "Poin pertama."), _segment(Kind.POINT, "Poin kedua.")),
    lead=(Paragraph(_segment(Kind.PARAGRAPH, "Pembuka.")),),
    sections=(
        Section(
            _segment(Kind.HEADING, "Perdagangan"),
            (
                Quote(
                    (_segment(Kind.QUOTE, "“Kami siap,” tutur Ana."),),
                    _segment(Kind.SPEAKER, "Ana Contoh, juru bicara"),
                    "UNN",
                ),
                ItemList((_segment(Kind.ITEM, "Satu."), _segment(Kind.ITEM, "Dua.")), ordered=True),
                Image(
                    "foto.jpg",
                    _segment(Kind.ALT, "Rak toko"),
                    _segment(Kind.CAPTION, 'Rak. Foto: "Ana"'),
                ),
            ),
            number=1,
        ),
        Section(
            _segment(Kind.HEADING, "Penutup"), (Paragraph(_segment(Kind.PARAGRAPH, "1. bukan daftar.")),)
        ),
    ),
)


def test_an_article_is_read_as_it_stands() -> None:
    """Every kind of block and key of the format is read, and no problem is seen in them."""
    assert loads(ARTICLE, PATH, FILES) == (READ, ())


def test_an_article_is_written_for_people() -> None:
    """`dumps` writes one line a segment, front matter in the format's order, only what is set."""
    assert dumps(READ) == ARTICLE


def test_one_day_is_written_wherever_it_stands() -> None:
    """Though all dates be one object: a value that refers to another would not be read back."""
    day = READ.metadata.date
    article = replace(READ, metadata=replace(READ.metadata, updated=day, corrections=()))
    text = dumps(article)
    assert f"updated: {day}\n" in text
    assert loads(text, PATH, FILES).article == article


def test_segments_know_their_lines() -> None:
    """Each segment has the line of the file in which it begins."""
    article = loads(ARTICLE, PATH, FILES).article
    assert article
    lines = ARTICLE.split("\n")
    first_words = [(segment.line, segment.text.split()[0]) for segment in article.segments]
    misplaced = [
        (line, word) for line, word in first_words if word.replace("1.", "1\\.") not in lines[line - 1]
    ]
    assert misplaced == []


@settings(max_examples=60)
@given(strategies.articles())
def test_what_is_written_is_read_back(article: Article) -> None:
    """`loads(dumps(a)) == a`, without an error, and `dumps` then writes the same text."""
    text = dumps(article)
    loaded = loads(text, article.path)
    assert [str(problem) for problem in loaded.problems if problem.severity is Severity.ERROR] == []
    assert loaded.article == article
    assert dumps(loaded.article) == text


FRAGMENTS = (
    *("---", "---\n", "\n", "\n\n", "date: 2025-07-20\n", "tags: [", "{", "&a", "*a", "? ", ": ", "- - "),
    *("# ", "## ", "- ", "> ", "— ", "  ", "    ", "1. ", "<b>", "<!--", "-->", "```", "`", "|", "--|--"),
    *("[x]: y", "[^1]", "![a](b.jpg)", "](", "\\", "x", "===", "\x07", "\r", "\u2028", "(via X)", "~~"),
    "---\ndate: 2025-07-20\n---\n# T\n",
)


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=40).map("".join), st.text())
def test_any_text_is_read_without_an_exception(text: str, path: str) -> None:
    """Problems, never an exception, whatever text and path; what has no error is written and read again."""
    loads(text, path)
    article, problems = loads(text, PATH, FILES)
    if article and not any(problem.severity is Severity.ERROR for problem in problems):
        assert loads(dumps(article), PATH, FILES).article == article


@pytest.mark.parametrize(
    ("path", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_all_problems_are_named(path: str, text: str, expected: list[str]) -> None:
    """A broken file gets every one of its problems, in order, each with its line and what to do."""
    problems = loads(text, path, FILES).problems
    assert [str(problem) for problem in problems] == [path + line for line in expected]


def test_the_table_of_broken_files_is_whole() -> None:
    """The table has at least thirty files, each of which has a problem."""
    assert len(CASES) >= 30
    assert [name for name, _, _, expected in CASES if not expected] == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Satu\ndua\n  tiga", "Satu dua tiga"),
        ("Satu \t dua\u00a0\u2028tiga  ", "Satu dua tiga"),
        ("\\# Tagar", "# Tagar"),
        ("#Tagar", "#Tagar"),
        ("1\\. Satu", "1. Satu"),
        ("\\- Satu", "- Satu"),
        ("Harga a < b dan Jum`at", "Harga a < b dan Jum`at"),
        ("Tanda \\<b> dan \\~\\~", "Tanda &lt;b> dan &#126;&#126;"),
        ("\\*tetap\\*", "\\*tetap\\*"),
        ("Akhir\\", "Akhir\\\\"),
        ("![ belum gambar", "![ belum gambar"),
        ("Kalimat\n2025. Lanjutan", "Kalimat 2025. Lanjutan"),
        ("-1 derajat", "-1 derajat"),
    ],
)
def test_a_paragraph_is_one_line_in_normal_form(written: str, read: str) -> None:
    """Lines join by a space, white space is one space, and the file's own escapes are not in the text."""
    article, problems = loads(f"{BEGINNING}{written}\n", PATH)
    assert problems == ()
    assert article
    assert article.lead == (Paragraph(Segment(Kind.PARAGRAPH, read)),)


@pytest.mark.parametrize(
    ("line", "speaker", "outlet"),
    [
        ("— Ana Contoh, peneliti (via UNN)", "Ana Contoh, peneliti", "UNN"),
        ("– Ana", "Ana", ""),
        ("-- Ana (Via The Moscow Times)", "Ana", "The Moscow Times"),
        ("—Ana", "Ana", ""),
        ("— (via UNN)", None, "UNN"),
        ("— Ana (via Reuters (Asia))", "Ana", "Reuters (Asia)"),
        ("— Ana \\(via UNN)", "Ana (via UNN)", ""),
    ],
)
@pytest.mark.parametrize("between", ["\n> ", "\n>\n> "])
def test_an_attribution_names_speaker_and_outlet(
    line: str, speaker: str | None, outlet: str, between: str
) -> None:
    """The last line of a quote, after any of three dashes, with or without an empty line before it."""
    article, problems = loads(f"{BEGINNING}> “Siap.”{between}{line}\n", PATH)
    assert problems == ()
    assert article
    expected = Segment(Kind.SPEAKER, speaker) if speaker else None
    assert article.lead == (Quote((Segment(Kind.QUOTE, "“Siap.”"),), expected, outlet),)


def test_other_systems_line_ends_and_marks_make_no_difference() -> None:
    """A byte order mark, CRLF, CR and spaces at line ends are read as if they were not there."""
    expected = loads(ARTICLE, PATH)
    assert loads("\ufeff" + ARTICLE.replace("\n", "\r\n"), PATH) == expected
    assert loads(ARTICLE.replace("\n", "\r"), PATH) == expected
    assert loads(re.sub(r"(?<=.)\n", "  \n", ARTICLE), PATH) == expected


def test_the_folder_lends_its_date_to_an_article_without_one() -> None:
    """With an error in `date`, the rest is read all the same, under the folder's date."""
    article, problems = loads("---\ndate: 2025-02-30\n---\n\n# Judul\n\nTeks.\n", PATH)
    assert [problem.code for problem in problems] == ["date"]
    assert article
    assert article.metadata.date == dt.date(2025, 7, 20)


@given(strategies.texts())
def test_a_text_begins_no_block_once_it_is_escaped(text: str) -> None:
    """The escape is taken away again by `normal`, and normal form is a fixed point."""
    assert normal(text) == text
    assert normal(with_start_escape(text)) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_normal_form_is_reached_in_one_step(text: str) -> None:
    """`normal` of any text is a text in normal form."""
    assert normal(normal(text)) == normal(text)


@given(st.text("ab1 .*_`[]()<>/!&;#~^\\\"'-:“é", min_size=1))
def test_plain_text_becomes_a_text_that_shows_it(plain: str) -> None:
    """`from_plain` gives a text without a flaw, and Python-Markdown shows it as the plain text it was.

    But for a reference without its semicolon, which Python-Markdown completes: no page of ours is made by it.
    """
    assume(not re.search(r"&#\w+(?![\w;])", plain))
    text = from_plain(f"x {plain}")  # what begins a block is the renderer's to escape
    assert list(flaws(text)) == []
    shown = markdown.markdown(text)
    assert html.unescape(re.sub(r"^<p>|</p>$", "", shown)) == " ".join(f"x {plain}".split())


def test_a_picture_is_found_whichever_way_its_name_is_composed() -> None:
    """What the disk of a Mac calls `cafe` with an accent after it is the file that the article names."""
    name = "cafe\u0301.jpg"
    for written in ("café.jpg", name, "caf%C3%A9.jpg", "cafe%CC%81.jpg"):
        article, problems = loads(f"{BEGINNING}![Kedai]({written})\n", PATH, {name})
        assert problems == ()
        assert article
        assert article.lead[0] == Image(name, Segment(Kind.ALT, "Kedai"))

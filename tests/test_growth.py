"""Whoever reads a text, and whatever the text: the time grows with its length and not with its square."""

from __future__ import annotations

import datetime as dt

import pytest

from catalogs import HEADER, PATH
from growth import PATTERNS, Pattern, Reader, growth
from sejajar import bounds
from sejajar import catalogs as catalog
from sejajar.catalogs.anchors import anchor_for
from sejajar.checking import check_pair
from sejajar.commands import spreadsheet
from sejajar.formats import article, glossary
from sejajar.importing import read_pasted
from sejajar.language.changes import changes
from sejajar.language.inline import inline, plain
from sejajar.language.sentence_ends import sentences
from sejajar.model import Article, Entry, Kind, Metadata, Paragraph, Segment, numbered

ARTICLE = PATH.replace("article.en.po", "article.id.md")
DAY = dt.date(2026, 11, 23)
SIZE = 1_000
"""Characters; the longer texts have four times as many, which is less than a segment may have."""


def in_body(text: str) -> object:
    return article.loads(f"---\ndate: 2026-11-23\n---\n\n# Judul\n\n{text}\n", ARTICLE)


def in_front(text: str) -> object:
    return article.loads(f"---\ndate: 2026-11-23\nplace: {text}\n---\n\n# Judul\n\nTeks.\n", ARTICLE)


def as_front(text: str) -> object:
    return article.loads(f"---\n{text}\n---\n\n# Judul\n\nTeks.\n", ARTICLE)


def as_values(text: str) -> object:
    """In every key of the front matter that reads a text of its own kind, quoted."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    keys = "\n".join(
        f"{key}: {quoted}" for key in ("date", "status", "publish_at", "updated", "authors", "confidential")
    )
    rest = f"aliases: [{quoted}]\nsource: {{outlet: {quoted}, url: {quoted}}}"
    return article.loads(f"---\n{keys}\n{rest}\n---\n\n# Judul\n\nTeks.\n", ARTICLE)


def written(text: str) -> object:
    """As every kind of segment, out and in again."""
    line = article.normal(text.replace("\n", " "))
    body = (Paragraph(Segment(Kind.PARAGRAPH, line)),)
    value = Article(ARTICLE, Metadata(DAY), Segment(Kind.TITLE, line), (), body)
    return article.loads(article.dumps(value), ARTICLE)


def as_plain(text: str) -> object:
    return [*article.flaws(article.from_plain(text))]


def po(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def as_english(text: str) -> object:
    read, _ = catalog.loads(f'{HEADER}\nmsgctxt "item"\nmsgid "a"\nmsgstr "{po(text)}"\n', PATH)
    return read and catalog.dumps(read)


def as_comment(text: str) -> object:
    line = text.replace("\n", "\n# ")
    marks = "\n".join(f"# {word}: {line}" for word in ("reviewed", "machine", "id", "silence", "previous"))
    read, _ = catalog.loads(f'{HEADER}\n{marks}\n# {line}\nmsgid "a"\nmsgstr "b"\n', PATH)
    return read and catalog.dumps(read)


def as_lines(text: str) -> object:
    """As lines of a catalog, as they are and behind each of its marks."""
    marks = ("", "#", "#|", "#~", "#,", "msgid ")
    return [catalog.loads(f"{HEADER}\n{mark}{text}\n", PATH) for mark in marks]


def edited(text: str) -> object:
    """A paragraph that became another: aligned, and named."""
    old = Segment(Kind.PARAGRAPH, text)
    new = Segment(Kind.PARAGRAPH, f"{text[1:]} Selesai.")
    value = numbered(Article(ARTICLE, Metadata(DAY), Segment(Kind.TITLE, "Judul"), (), (Paragraph(new),)))
    anchor_for(new, ())
    before = catalog.Catalog(PATH, (Entry("title", "Judul", "Title"), Entry(*old.key, "English")))
    return catalog.sync(before, value)


def compared(text: str) -> object:
    return changes(text, f"{text[::-1]} selesai")


def as_table(text: str) -> object:
    cell = text.replace('"', '""')
    glossary.loads(text)
    return glossary.loads(f'indonesian,english,also\n"{cell}",a,b\n"b","{cell}",c\nc,d,"{cell}"\n')


def found(text: str) -> object:
    return [*_GLOSSARY.find(text)]


def as_spreadsheet(text: str) -> object:
    cell = text.replace('"', '""')
    spreadsheet.loads(text.encode("utf-8", "ignore"), "a.csv")
    names = "article,key,state,indonesian,english,decision,remark"
    rows = f'{names}\na,b c,d,"{cell}","{cell}","{cell}","{cell}"\n'
    return spreadsheet.loads(rows.encode("utf-8", "ignore"), "a.csv")


_GLOSSARY = glossary.Glossary(
    tuple(glossary.Term(f"Budi {number}", f"Budi {number}") for number in range(5_000))
    + tuple(glossary.Term(unit, unit) for unit in ("kata ada", "ada", "Korea Utara", "(via", "a a a a"))
)


def in_sentences(text: str) -> object:
    return sentences(text)


def shown(text: str) -> object:
    return inline(text), plain(text)


def checked(text: str) -> object:
    """On either side of a pair."""
    check_pair(text, "The English is here, and it is long enough to be compared.", _SMALL)
    return check_pair("Indonesianya ada di sini dan cukup panjang untuk dibandingkan.", text, _SMALL)


def pasted(text: str) -> object:
    return read_pasted(
        f"Judul berita hari ini\n\n{text}\n\nAkhir.", path="a.txt", content="content", today=DAY
    )


_SMALL = glossary.Glossary((glossary.Term("Korea Utara", "North Korea"), glossary.Term("ada", "there is")))
READERS: tuple[Reader, ...] = (
    *(in_body, in_front, as_front, as_values, written, as_plain, as_english, as_comment, as_lines, edited),
    *(compared, as_table, found, as_spreadsheet, in_sentences, shown, checked, pasted),
)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_time_grows_with_the_text_and_not_with_its_square(reader: Reader) -> None:
    """Every pattern, four times as long, takes a few times as long: no reader has a text that stops it."""
    size = SIZE // 3 if reader is checked else SIZE  # all the rules
    worse = {name: told for name, pattern in PATTERNS.items() if (told := growth(reader, pattern, size))}
    assert worse == {}


def test_a_square_is_seen() -> None:
    """The measure is worth its name: what takes sixteen times as long is told, what takes four is not."""

    def steps(count: int) -> None:
        for _ in range(count):
            pass

    assert growth(lambda text: steps(len(text) ** 2), PATTERNS["letters"], SIZE)
    assert not growth(lambda text: steps(2_000 * len(text)), PATTERNS["letters"], SIZE)


def test_there_are_enough_patterns() -> None:
    """The table is worth its name: more patterns than were ever tried by hand, each of its length."""
    assert len(PATTERNS) >= 150
    for name, pattern in PATTERNS.items():
        assert 0.5 * SIZE < len(pattern(SIZE)) <= 1.5 * SIZE, name


@pytest.mark.parametrize(
    ("reader", "pattern", "size"),
    [
        pytest.param(in_body, lambda size: "<!--\n\n" * size, 3_000, id="comments that nothing closes"),
        pytest.param(in_body, lambda size: "<script>\n\n" * size, 2_000, id="scripts that nothing closes"),
        pytest.param(in_body, lambda size: "```\n\n" * size, 3_000, id="fences that nothing closes"),
        pytest.param(in_body, lambda size: "kata " * size, 12_000, id="a paragraph of a file's length"),
        pytest.param(in_body, lambda size: "*kata\n" * size, 3_000, id="a paragraph of short lines"),
        pytest.param(in_body, lambda size: "> <a\n" * size, 3_000, id="a quote of flaws"),
        pytest.param(in_body, lambda size: "- a\n\n" * size, 3_000, id="a list of a file's length"),
        pytest.param(as_english, lambda size: "a " * size, 500_000, id="a text of megabytes"),
        pytest.param(
            lambda text: catalog.loads(f'{HEADER}\nmsgid "a"\nmsgstr ""\n{text}', PATH),
            lambda size: '"a"\n' * size,
            200_000,
            id="a text of very many lines",
        ),
        pytest.param(as_comment, lambda size: "a\n" * size, 100_000, id="comments of very many lines"),
        pytest.param(
            lambda text: catalog.loads(HEADER + text, PATH),
            lambda size: "".join(f'\nmsgid "kata {n}"\nmsgstr "word"\n' for n in range(size)),
            1_000,
            id="very many entries",
        ),
        pytest.param(
            lambda text: [*glossary.loads(text).glossary.find("Budi 1 dan Budi 2, Budi X. " * 200)],
            lambda size: "indonesian,english\n" + "".join(f"Budi {n},Budi {n}\n" for n in range(size)),
            2_000,
            id="terms that begin alike",
        ),
        pytest.param(
            lambda text: changes(text, text.replace("b", "c")),
            lambda size: "a b a d " * size,
            300,
            id="texts that repeat themselves",
        ),
        pytest.param(pasted, lambda size: "satu.Dua," * size, 10_000, id="sentences glued without a space"),
        pytest.param(pasted, lambda size: "naik5.Harga naik," * size, 1_000, id="figures glued to sentences"),
        pytest.param(pasted, lambda size: "“Kami siap,” ujar Budi. " * size, 300, id="many quotes"),
        pytest.param(pasted, lambda size: "“Kami siap melayani.\n" * size, 300, id="quotations never closed"),
        pytest.param(pasted, lambda size: "•\tkata\n" * size, 500, id="marks apart from their lines"),
        pytest.param(pasted, lambda size: "Kota\t12\n" * size, 500, id="a table of too many rows"),
        pytest.param(pasted, lambda size: "| kata | |\n" * size, 500, id="rows that no header is among"),
    ],
)
def test_files_of_great_length_take_their_time_once(reader: Reader, pattern: Pattern, size: int) -> None:
    """What a whole file may hold, and more: in proportion, or refused at its bound."""
    assert growth(reader, pattern, size) == ""


def test_what_is_over_its_bound_is_refused_before_it_is_read() -> None:
    """Texts of megabytes are problems with their bound named, not work."""
    body = "kata " * 2_000_000
    assert [problem.code for problem in article.loads(body, ARTICLE).problems] == ["too-long"]
    assert [problem.code for problem in catalog.loads(body, PATH)[1]] == ["too-long"]
    table = "kata,word\n" * (bounds.TABLE // 10 + 10)
    assert [problem.code for problem in glossary.loads(table).problems] == ["glossary-size"]
    assert [problem.code for problem in spreadsheet.loads(table.encode(), "a.csv")[1]] == ["csv-size"]

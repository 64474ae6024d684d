"""English that exists already: aligned, doubt listed with its lines, nothing dropped in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from bench import aligned as bench
from sejajar.cli import main
from sejajar.commands import Given, Site, import_pasted
from sejajar.commands.english import read_figures
from sejajar.formats.article import from_plain
from sejajar.formats.catalog import loads
from sejajar.importing.aligning.aligned import Alignment, Unit, align, sentences
from sejajar.importing.aligning.english import read_english
from sejajar.language.dictionary import english_stems
from sejajar.language.evidence import likeness, rising
from sejajar.model import Kind, State
from sites import make_site

INDONESIAN = (
    "Kereta cepat mengangkut 5 juta penumpang",
    "Jakarta dan Bandung kini terhubung kereta cepat sepanjang 142 kilometer.",
    "Harga tiket ditetapkan Rp250.000 untuk kelas ekonomi, kata Menteri Perhubungan Budi Karya.",
    "Pembangunan jalur itu menelan biaya US$7,2 miliar dan selesai pada Oktober 2023.",
    "“Penumpang naik 20 persen pada akhir pekan,” ujar juru bicara perusahaan, Eva Chairunisa.",
    "Warga Padalarang meminta jadwal kereta pengumpan ditambah.",
)
ENGLISH = (
    "High-speed train carries 5 million passengers",
    "Jakarta and Bandung are now connected by a high-speed railway of 142 kilometres.",
    "The ticket price is set at Rp250,000 for economy class, Transport Minister Budi Karya said.",
    "Building the line cost US$7.2 billion and was completed in October 2023.",
    "“Passengers rise by 20 percent at weekends,” said the company’s spokesperson, Eva Chairunisa.",
    "Residents of Padalarang are asking for more feeder trains in the schedule.",
)


def aligned(*english: str, indonesian: tuple[str, ...] = INDONESIAN) -> Alignment:
    return align(bench.units(indonesian), bench.units(english), read_figures)


def given_english(found: Alignment) -> dict[int, str]:
    return {match.source: match.english for match in found.matches}


def test_a_faithful_english_is_paired_line_by_line() -> None:
    """Six and six: each has its own, nothing is left."""
    found = aligned(*ENGLISH)
    assert given_english(found) == dict(enumerate(ENGLISH))
    assert found.left == ()


@pytest.mark.parametrize("gone", range(1, 6))
def test_a_paragraph_that_is_missing_stays_a_gap(gone: int) -> None:
    """Its neighbours keep their own English; nobody gets another's."""
    found = aligned(*(text for at, text in enumerate(ENGLISH) if at != gone))
    assert given_english(found) == {at: text for at, text in enumerate(ENGLISH) if at != gone}


@pytest.mark.parametrize("first", range(1, 5))
def test_two_paragraphs_in_one_are_cut_where_they_meet(first: int) -> None:
    """Each gets its sentences, and both are listed as parts, to be compared."""
    joined = (*ENGLISH[:first], f"{ENGLISH[first]} {ENGLISH[first + 1]}", *ENGLISH[first + 2 :])
    found = aligned(*joined)
    assert given_english(found) == dict(enumerate(ENGLISH))
    unsure = {match.source for match in found.matches if not match.sure}
    assert {first, first + 1} <= unsure
    assert all(match.part for match in found.matches if match.source in (first, first + 1))


def test_a_paragraph_in_two_is_put_together() -> None:
    """Two English paragraphs for one Indonesian become one, with a space, and are listed."""
    both = f"{INDONESIAN[2]} {INDONESIAN[3]}"
    found = aligned(*ENGLISH, indonesian=(*INDONESIAN[:2], both, *INDONESIAN[4:]))
    assert given_english(found)[2] == f"{ENGLISH[2]} {ENGLISH[3]}"
    match = next(match for match in found.matches if match.source == 2)
    assert (match.targets, match.part, match.sure) == ((2, 3), True, False)


@pytest.mark.parametrize("first", range(1, 5))
def test_paragraphs_that_changed_places_are_found(first: int) -> None:
    """Two neighbours in the other order each keep their own English."""
    other = [*ENGLISH]
    other[first], other[first + 1] = other[first + 1], other[first]
    assert given_english(aligned(*other)) == dict(enumerate(ENGLISH))


def test_what_belongs_to_nothing_is_left_and_said() -> None:
    """A paragraph of the page around the article pairs with nothing, and is reported whole."""
    stranger = "Subscribe to our newsletter for stories about gardening."
    found = aligned(*ENGLISH[:3], stranger, *ENGLISH[3:])
    assert given_english(found) == dict(enumerate(ENGLISH))
    assert found.left == ((3, stranger),)


def test_another_paragraph_in_the_same_place_is_no_pair() -> None:
    """Place alone makes no pair: English about something else is left, its Indonesian stays a gap."""
    stranger = "Farmers in Karawang harvested 1,200 hectares of paddy on Thursday, Siti Aminah said."
    found = aligned(*ENGLISH[:3], stranger, *ENGLISH[4:])
    assert 3 not in given_english(found)
    assert found.left == ((3, stranger),)


def test_nothing_against_nothing() -> None:
    """An empty side gives no pair, and the other side's English is all left."""
    assert aligned() == Alignment((), ())
    assert align([], bench.units(ENGLISH[:1]), read_figures).left == ((0, ENGLISH[0]),)


text = st.text("Aa1 .,“”B", min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
texts = st.lists(text, max_size=6)


@given(texts, texts)
def test_no_word_of_the_english_is_lost_or_used_twice(indonesian: list[str], english: list[str]) -> None:
    """For any two texts: all the English is paired or left, every Indonesian has one English at the most."""
    found = aligned(*english, indonesian=tuple(indonesian))
    said = " ".join([*(match.english for match in found.matches), *(text for _, text in found.left)])
    assert sorted(said.split()) == sorted(" ".join(english).split())
    sources = [match.source for match in found.matches]
    assert sources == sorted(set(sources))


def test_a_book_is_aligned_too() -> None:
    """Of a long text only what lies near the anchors is compared; the pairs are as right."""
    endings = ("dari", "mawi", "sena", "toro")
    names = [a + b + c for a in "BDGKLM" for b in ("an", "er", "is", "ol") for c in endings]
    rows = list(enumerate(names * 3, 11))
    indonesian = tuple(f"Warga desa {name} memanen {tonnes} ton beras." for tonnes, name in rows)
    english = [f"Residents of {name} harvested {tonnes} tonnes of rice." for tonnes, name in rows]
    kept = [text for at, text in enumerate(english) if at % 30 != 7]
    found = aligned(*kept, indonesian=indonesian)
    assert all(match.english == english[match.source] for match in found.matches)
    assert len(found.matches) > 0.9 * len(kept)


# What it goes by


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("mengatakan", "say"),
        ("ditembak", "shoot"),
        ("menembak", "shoot"),
        ("pertanian", "farmer"),
        ("kepolisian", "polic"),
    ],
)
def test_words_are_found_through_their_affixes(indonesian: str, english: str) -> None:
    """Also where a prefix has swallowed the root's first letter."""
    assert english in english_stems(indonesian)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [("parlemen", "parliament"), ("meksiko", "mexico"), ("referendum", "referendum")],
)
def test_words_of_one_origin_are_alike(indonesian: str, english: str) -> None:
    """Spelling differs by rules, and vowels hardly count."""
    assert likeness(indonesian) == likeness(english)


def test_sentences_end_where_a_paragraph_may_be_cut() -> None:
    """After quotations and figures too, not after a title; the sentences joined are the text."""
    text = "Mr. Adams said so. “Why?” he asked. In 2023. “We go.” They went."
    assert sentences(text) == ["Mr. Adams said so.", "“Why?” he asked.", "In 2023.", "“We go.”", "They went."]
    assert " ".join(sentences(text)) == text


def test_rising_pairs_are_the_most_in_order() -> None:
    """One anchor out of order does not spoil the rest."""
    assert rising([(0, 0), (1, 9), (2, 3), (3, 4), (4, 5)]) == [(0, 0), (2, 3), (3, 4), (4, 5)]


def test_an_english_text_is_sorted_by_its_form() -> None:
    """Title, points, headings with and without numbers or hashes, a dateline; short lines stay open."""
    text = (
        "# Main harvest begins\n\n- One.\n- Two.\n\nJAKARTA, Antara - It began.\n---\n> “Fine,” she said.\n"
        "By our correspondent\n## Prices\nThey rose.\n## 2. Plans\nMore is planned.\n"
    )
    found = read_english(text, "en.txt", dated=True)
    assert [(unit.kind, unit.number, unit.line, unit.text) for unit in found.units] == [
        (Kind.TITLE, None, 1, "Main harvest begins"),
        (Kind.POINT, None, 3, "One."),
        (Kind.POINT, None, 4, "Two."),
        (Kind.PARAGRAPH, None, 6, "It began."),
        (Kind.PARAGRAPH, None, 8, "“Fine,” she said."),
        (None, None, 9, "By our correspondent"),
        (Kind.HEADING, None, 10, "Prices"),
        (Kind.PARAGRAPH, None, 11, "They rose."),
        (Kind.HEADING, 2, 12, "Plans"),
        (Kind.PARAGRAPH, None, 13, "More is planned."),
    ]
    assert found.dateline == "JAKARTA, Antara - "
    assert read_english(text, "en.txt", dated=False).units[3].text == "JAKARTA, Antara - It began."
    assert read_english("\n", "en.txt", dated=True).units == ()


def test_headings_find_their_numbers() -> None:
    """A heading is paired with the heading of its number, not with a paragraph that sounds like it."""

    def units(*rows: tuple[Kind, str, int | None]) -> list[Unit]:
        return [Unit(text, line, kind, number) for line, (kind, text, number) in enumerate(rows, 1)]

    indonesian = units(
        (Kind.TITLE, "Beras", None),
        (Kind.HEADING, "Harga beras", 1),
        (Kind.PARAGRAPH, "Harga beras naik.", None),
        (Kind.HEADING, "Impor beras", 2),
        (Kind.PARAGRAPH, "Impor beras turun.", None),
    )
    english = units(
        (Kind.TITLE, "Rice", None),
        (Kind.HEADING, "What it costs", 1),
        (Kind.PARAGRAPH, "The price of rice rose.", None),
        (Kind.HEADING, "From abroad", 2),
        (Kind.PARAGRAPH, "Imports of rice fell.", None),
    )
    found = align(indonesian, english, read_figures)
    assert [(match.source, match.targets) for match in found.matches] == [(at, (at,)) for at in range(5)]


# Importing

PASTED = """\
Kereta cepat mengangkut 5 juta penumpang

- Jalur itu sepanjang 142 kilometer.

Jakarta, Warta Uji - Jakarta dan Bandung kini terhubung. Jalur itu dibuka pada Senin (2/10/2023).
1. Harga tiket
Harga tiket ditetapkan Rp250.000 untuk kelas ekonomi.
“Penumpang naik 20 persen pada akhir pekan,” ujar Eva Chairunisa, dilansir Warta Uji.
Warga Padalarang meminta jadwal kereta pengumpan ditambah.
"""
IN_ENGLISH = """\
High-speed train carries 5 million passengers

- The line is 142 kilometres long.

JAKARTA, Warta Uji - Jakarta and Bandung are now connected. The line opened on Monday (2 October 2023).
Read our special report on gardening with children.
1. The price of a ticket
The ticket price is set at Rp250,000 for economy class. “Passengers rise by 20 percent,” said Eva Chairunisa.
"""
FOLDER = "content/2023/2023-10-02-kereta-cepat-mengangkut-5-juta-penumpang"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(make_site(tmp_path))
    Path("id.txt").write_text(PASTED, encoding="utf-8")
    Path("en.txt").write_text(IN_ENGLISH, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_import_with_english(run: Callable[..., Result]) -> None:
    """All that was found is needs-work; gaps, parts and what is left over are listed with their lines."""
    result = run("import", "id.txt", "--english", "en.txt")
    assert result.exit_code == 0
    assert "English: 6 of 7 segments found in en.txt, 2 of them unsure\n" in result.stdout
    assert "English: “JAKARTA, Warta Uji -” is its dateline, and no part of a segment\n" in result.stdout
    assert [line for line in result.stderr.splitlines() if " english-" in line] == [
        "id.txt:7: warning english-unsure: “Harga tiket ditetapkan Rp250.000 untuk kelas…” was paired with "
        "a part of en.txt:8; compare the two",
        "id.txt:8: warning english-unsure: ““Penumpang naik 20 persen pada akhir pekan,” ujar…” "
        "was paired with a part of en.txt:8; compare the two",
        "id.txt:9: warning english-missing: no English is surely that of "
        "“Warga Padalarang meminta jadwal kereta pengumpan…”; it stays untranslated; "
        "look for it in en.txt, and write it into the catalog",
        "en.txt:6: warning english-left: “Read our special report on gardening with…” belongs to "
        "no Indonesian text for sure; it was left out; write it into the catalog if it belongs there",
    ]
    catalog, problems = loads(Path(FOLDER, "article.en.po").read_text(encoding="utf-8"), "article.en.po")
    assert catalog is not None
    assert not problems
    states = {(entry.kind, entry.state) for entry in catalog.entries if entry.msgstr}
    assert {state for _, state in states} == {State.NEEDS_WORK}
    assert [entry.msgid for entry in catalog.entries if not entry.msgstr] == [
        "Eva Chairunisa",
        "Warga Padalarang meminta jadwal kereta pengumpan ditambah.",
    ]
    assert {entry.msgid: entry.msgstr for entry in catalog.entries}["Harga tiket"] == "The price of a ticket"


def test_one_english_belongs_to_one_text(run: Callable[..., Result]) -> None:
    """Several sources with one --english, and an English that is not there, are refused."""
    result = run("import", "id.txt", "-", "--english", "en.txt")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: --english is the English of one text; import them one by one\n",
    )
    assert run("import", "id.txt", "--english", "no.txt").stderr == (
        "error: no.txt cannot be read: No such file or directory\n"
    )
    assert not Path(FOLDER).exists()


def test_an_empty_english_leaves_all_untranslated(run: Callable[..., Result]) -> None:
    """The article is imported, and every segment is listed as missing."""
    Path("en.txt").write_text("", encoding="utf-8")
    result = run("import", "id.txt", "--english", "en.txt")
    assert result.exit_code == 0
    assert result.stderr.count("warning english-missing") == 7
    assert Path(FOLDER, "article.en.po").exists()


# Real articles

FLOORS = {
    "untouched": (0.995, 0.96),
    "dropped": (0.99, 0.95),
    "merged": (0.99, 0.94),
    "swapped": (0.99, 0.95),
}
"""Precision and recall, a little below what `tests/bench/aligned.py` prints."""


@pytest.fixture(scope="module")
def real(corpora: Path) -> tuple[bench.Article, ...]:
    found = bench.articles(corpora / "corpora")
    assert len(found) >= 45
    return found[:45]


@pytest.mark.parametrize("disturb", bench.DISTURBANCES[:4], ids=lambda disturb: str(disturb.__name__))
def test_real_articles_are_paired_rightly(
    real: tuple[bench.Article, ...], disturb: bench.Disturbance
) -> None:
    """Also with paragraphs dropped, merged and swapped at random; each wrong pair is listed as unsure."""
    score = bench.measured(disturb, real)
    precision, recall = FLOORS[disturb.__name__]
    assert score.precision >= precision
    assert score.recall >= recall
    assert score.paired - score.right == score.unsure_wrong
    assert score.lost == 0


def test_forty_real_articles_come_in_with_their_english(
    real: tuple[bench.Article, ...], tmp_path: Path
) -> None:
    """From two files each to a catalog each: of the English, 99 of 100 texts are where they belong."""
    site = Site(make_site(tmp_path), tmp_path / "docs")
    right = wrong = there = 0
    for number, article in enumerate(real[:40], 1):
        data = "\n".join(article.indonesian).encode()
        english = ("en.txt", "\n".join(article.english).encode())
        day = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        imported = import_pasted(site, data, "id.txt", Given(day), day, english=english)
        if not imported.wrote:  # two articles of one title
            continue
        catalog, _ = loads(
            (site.root / imported.folder / "article.en.po").read_text(encoding="utf-8"), "a.po"
        )
        assert catalog is not None
        own = {
            from_plain(one): from_plain(two)
            for one, two in zip(article.indonesian, article.english, strict=True)
        }
        for entry in catalog.entries:
            if entry.msgid in own and entry.kind is not Kind.SPEAKER:
                there += 1
                right += entry.msgstr == own[entry.msgid]
                wrong += bool(entry.msgstr) and entry.msgstr != own[entry.msgid]
                assert entry.state in (State.NEEDS_WORK, State.UNTRANSLATED)
    assert there > 600
    assert wrong <= 0.01 * there
    assert right >= 0.95 * there

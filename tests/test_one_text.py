"""What looks alike is one text in every kind of file: letters composed or not, line ends of three systems."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from catalogs import HEADER, PATH, problems_of
from sejajar import catalogs as catalog
from sejajar.commands import Site, load, spreadsheet
from sejajar.formats import article, glossary
from sejajar.model import Entry, fingerprint, signed
from sites import FOLDER, make_site

Form = Literal["NFC", "NFD"]
DAY = dt.date(2026, 11, 24)
ARTICLE = "---\ndate: 2026-11-23\nplace: Café\n---\n\n# Kedai é\n\nKafé itu ramai.\n"
ARTICLE_PATH = PATH.replace("article.en.po", "article.id.md")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def catalog_file(form: Form = "NFC") -> str:
    """A catalog whose texts, and what is signed, are in one form."""
    pairs = [("title", "Kedai é", "Café é"), ("paragraph", "Kafé itu ramai.", "The café is busy.")]
    entries = tuple(
        signed(
            Entry(kind, unicodedata.normalize(form, msgid)), unicodedata.normalize(form, msgstr), "André", DAY
        )
        for kind, msgid, msgstr in pairs
    )
    if form == "NFC":
        return catalog.dumps(catalog.Catalog(PATH, entries))
    # as a program of before wrote it, which composed nothing: the hashes are over the letters as they stand
    lines = [HEADER]
    for kind, msgid, msgstr in pairs:
        one, two = unicodedata.normalize(form, msgid), unicodedata.normalize(form, msgstr)
        stamp = f"# reviewed: {unicodedata.normalize(form, 'André')} 2026-11-24 {fingerprint(one, two)}"
        lines.append(f'{stamp}\nmsgctxt "{kind}"\nmsgid "{one}"\nmsgstr "{two}"\n')
    return "\n".join(lines)


@pytest.mark.parametrize("text_form", ["NFC", "NFD"])
@pytest.mark.parametrize("catalog_form", ["NFC", "NFD"])
def test_reviewed_pairs_stay_reviewed_in_either_form(text_form: Form, catalog_form: Form) -> None:
    """An article saved on another system makes nothing stale, and what was signed there stays signed."""
    loaded = article.loads(unicodedata.normalize(text_form, ARTICLE), ARTICLE_PATH)
    there, problems = catalog.loads(catalog_file(catalog_form), PATH)
    assert loaded.article
    assert there
    assert (*loaded.problems, *problems) == ()
    pairs = catalog.briefing(loaded.article, there).pairs.values()
    assert [(pair.entry.state.value, pair.entry.signed) for pair in pairs] == [("reviewed", True)] * 2
    assert {pair.entry.reviewed.who for pair in pairs if pair.entry.reviewed} == {"André"}


def test_a_glossary_in_either_form_finds_the_same() -> None:
    """Terms are found, and are the same terms, however their letters are composed."""
    text = "indonesian,english\nkafé,café\n"
    one, two = glossary.loads(text).glossary, glossary.loads(decomposed(text)).glossary
    assert one.terms == two.terms
    assert [match.term.english for match in two.find("Di Kafé itu.")] == ["café"]


def test_a_spreadsheet_in_either_form_is_accepted(tmp_path: Path) -> None:
    """Numbers on a Mac may save decomposed letters; that is no change of the Indonesian or the English."""
    root = make_site(tmp_path)
    source = root / FOLDER / "article.id.md"
    source.write_text(
        source.read_text().replace("Panen raya dimulai di Jawa Barat", "Panen raya dimulai di Kafé")
    )
    site = Site(root, root / "docs")
    rows = list(csv.DictReader(io.StringIO(spreadsheet.dumps(load(site)).removeprefix("\ufeff"), newline="")))
    row = next(row for row in rows if "Kafé" in row["indonesian"])
    row["english"] = "The harvest begins at the Café"
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    applied = spreadsheet.apply(site, load(site), decomposed(out.getvalue()).encode(), "a.csv", "Ana", DAY)
    assert applied.problems == ()
    assert applied.edited == 1
    saved, _ = catalog.loads((root / FOLDER / "article.en.po").read_text(), PATH)
    assert saved
    assert saved.entries[0].msgstr == "The harvest begins at the Café"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_of_any_system_are_read(end: str) -> None:
    """Also those of old Macs, which some editors still write: every format reads the same from them."""
    file = catalog_file()
    assert catalog.loads(file.replace("\n", end), PATH) == catalog.loads(file, PATH)
    assert article.loads(ARTICLE.replace("\n", end), ARTICLE_PATH) == article.loads(ARTICLE, ARTICLE_PATH)
    table = 'indonesian,english,note_en\nkafé,café,"one,\ntwo"\nbir,beer,\n'
    assert glossary.loads(table.replace("\n", end)) == glossary.loads(table)
    rows = "article,key,state,indonesian,english,decision,remark\na,b c,reviewed,d,e,accept,\n"
    assert spreadsheet.loads(rows.replace("\n", end).encode(), "a.csv") == spreadsheet.loads(
        rows.encode(), "a.csv"
    )


@pytest.mark.parametrize("mark", ["\u202e", "\u202a", "\u2066", "\u2069", "\u009b"])
def test_what_turns_the_direction_is_a_problem_in_english_too(mark: str) -> None:
    """A text that shows in another order than it is written reaches no page, in neither language."""
    english = f'{HEADER}\nmsgctxt "item"\nmsgid "beras"\nmsgstr "ri{mark}ce"\n'
    code = f"U+{ord(mark):04X}"
    if ord(mark) > 0xFF:
        message = f"{PATH}:9: error control-character: there is an invisible control character in the English"
        assert problems_of(english) == [f"{message}, {code}; delete it"]
    read, _ = catalog.loads(english, PATH)
    assert read
    assert read.entries[0].msgstr in ("rice", "ri ce")
    (problem,) = glossary.loads(f"indonesian,english\nberas,ri{mark}ce\n", "glossary.csv").problems
    message = "glossary.csv:2: error glossary-character: there is an invisible control character"
    assert str(problem) == f"{message}, {code}; delete it"


def test_a_spreadsheet_with_such_a_character_is_refused_row_by_row(tmp_path: Path) -> None:
    """What a reviewer pasted with a direction override in it is named, and nothing of the row is written."""
    root = make_site(tmp_path)
    site = Site(root, root / "docs")
    text = spreadsheet.dumps(load(site))
    english = next(row.english for row in spreadsheet.loads(text.encode(), "a.csv")[0] if row.english)
    before = (root / FOLDER / "article.en.po").read_bytes()
    applied = spreadsheet.apply(
        site, load(site), text.replace(english, f"{english}\u202e!").encode(), "a.csv", "Ana", DAY
    )
    assert [problem.message for problem in applied.problems] == [
        "there is an invisible control character in the row, U+202E"
    ]
    assert (root / FOLDER / "article.en.po").read_bytes() == before


def test_an_entry_of_nothing_but_control_characters_keeps_its_english() -> None:
    """Such a msgid is no article's; without them it would be the header's, and its English would be gone."""
    text = f'{HEADER}\nmsgctxt "item"\nmsgid "\uffff"\nmsgstr "rice"\n'
    once, _ = catalog.loads(text, PATH)
    assert once
    twice, _ = catalog.loads(catalog.dumps(once), PATH)
    assert twice
    assert [entry.msgstr for entry in twice.entries] == ["rice"]

"""A reviewer's spreadsheet: what goes out, what comes back, and what is refused."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sejajar.cli import main
from sejajar.commands import Site, load, spreadsheet
from sejajar.commands.review import Accept, Place, decide
from sejajar.commands.spreadsheet import Applied
from sejajar.formats import tables
from sejajar.formats.catalog import loads
from sejajar.formats.tables import guarded, unguarded
from sejajar.model import Catalog, Entry, State
from sites import ARTICLE, ENGLISH, FOLDER, make_site

DAY = dt.date(2026, 11, 24)
CATALOG = f"{FOLDER}/article.en.po"
SOURCE = f"{FOLDER}/article.id.md"
FILE = "tinjauan.csv"
TITLE = "Panen raya dimulai di Jawa Barat"
POINT = "Petani memanen 1.200 hektare sawah."
HARVEST = "Panen raya dimulai pada Kamis (6/3/2025) di Karawang."
TARGET = "Pemerintah menargetkan 2 juta ton gabah."
HEADING = "Harga gabah"
ROWS = [TITLE, POINT, HARVEST, TARGET, HEADING, "Harga gabah ditetapkan Rp6.500 per kilogram."]
LINES = {text: number for number, text in enumerate(ROWS, 2)}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(make_site(tmp_path), tmp_path / "docs")


def exported(site: Site) -> str:
    return spreadsheet.dumps(load(site))


def filled_in(text: str, **cells: dict[str, str]) -> str:
    """The file as a reviewer sends it back; `cells[column]` maps an Indonesian text to the new cell."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    for column, changes in cells.items():
        for source, cell in changes.items():
            (row,) = [row for row in rows if row["indonesian"] == source]
            row[column] = cell
    return written(rows)


def written(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def applied(
    site: Site, text: str | bytes, name: str = "Ana", date: dt.date = DAY, *, dry_run: bool = False
) -> Applied:
    data = text if isinstance(text, bytes) else text.encode()
    return spreadsheet.apply(site, load(site), data, FILE, name, date, dry_run=dry_run)


def counts(done: Applied) -> tuple[int, int, int, int, int]:
    return done.accepted, done.edited, done.marked, done.unchanged, done.refused


def on_disk(site: Site) -> Catalog:
    catalog, problems = loads((site.root / CATALOG).read_text(encoding="utf-8"), CATALOG)
    assert catalog is not None
    assert not problems
    return catalog


def entry_of(site: Site, msgid: str) -> Entry:
    (entry,) = [entry for entry in on_disk(site).entries if entry.msgid == msgid]
    return entry


def poedit(site: Site, msgid: str, msgstr: str) -> None:
    file = polib.pofile(str(site.root / CATALOG), wrapwidth=0)
    entry = file.find(msgid)
    assert entry is not None
    entry.msgstr = msgstr
    file.save()


def rewrite(site: Site, old: str, new: str) -> None:
    path = site.root / SOURCE
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def messages(done: Applied) -> list[str]:
    return [str(problem) for problem in done.problems]


def test_the_file_opens_well_in_spreadsheets(site: Site) -> None:
    """UTF-8 with its mark, Windows line ends, every cell quoted, a row for each pair in reading order."""
    text = exported(site)
    first, second, *_ = text.split("\r\n")
    assert first == (
        '\ufeff"article","key","kind","state","indonesian","english","findings","decision","reason","remark"'
    )
    assert second == (
        f'"{FOLDER}","panen-raya-dimulai-di-jawa 2aef4f35","title","reviewed",'
        '"Panen raya dimulai di Jawa Barat","Main harvest begins in West Java","","","",""'
    )
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["indonesian"] for row in rows][:6] == ROWS
    assert len(rows) == 8


@given(st.text(st.sampled_from("'=+-@\t ab"), max_size=6))
def test_a_guarded_cell_is_no_formula_and_comes_back_as_it_was(text: str) -> None:
    """No cell begins as a formula would, and a text that begins with an apostrophe keeps it."""
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t"))
    assert unguarded(cell) == text


def test_formulas_are_disarmed_and_survive_the_journey(tmp_path: Path) -> None:
    """A title that a spreadsheet would compute goes out as text and is signed as it stands in the catalog."""
    text = ARTICLE.replace("# Panen raya dimulai di Jawa Barat", "# =2+3 dan @semua")
    make_site(tmp_path, articles=[(FOLDER, text, {"=2+3 dan @semua": "=2+3 and @all"})])
    site = Site(tmp_path, tmp_path / "docs")
    out = exported(site)
    assert '"\'=2+3 dan @semua","\'=2+3 and @all"' in out
    done = applied(site, filled_in(out, decision={"'=2+3 dan @semua": "setuju"}))
    assert (counts(done), done.problems) == ((1, 0, 0, 7, 0), ())
    assert entry_of(site, "=2+3 dan @semua").signed


def test_a_file_that_comes_back_untouched_changes_nothing(site: Site) -> None:
    """Also when the content has changed since: who says nothing is not refused."""
    text = exported(site)
    before = (site.root / CATALOG).read_bytes()
    assert counts(applied(site, text)) == (0, 0, 0, 8, 0)
    assert (site.root / CATALOG).read_bytes() == before
    rewrite(site, "1.200 hektare", "1.300 hektare")
    assert counts(applied(site, text)) == (0, 0, 0, 8, 0)


DECIDED: dict[str, dict[str, str]] = {
    "decision": {TITLE: "accept", POINT: "Perlu perbaikan", TARGET: "Setuju"},
    "english": {
        TARGET: "The government is aiming for 2 million tonnes of paddy.",
        HEADING: "The paddy price",
    },
    "remark": {POINT: "hectares or ha?", HARVEST: "fine"},
}


def test_decisions_of_all_sorts_come_in(site: Site) -> None:
    """Words of both languages; a corrected cell is an edit, signed if the row says so; remarks are kept."""
    done = applied(site, filled_in(exported(site), **DECIDED))
    assert (counts(done), done.written, done.problems) == ((2, 2, 1, 3, 0), (CATALOG,), ())
    assert entry_of(site, TITLE).signed
    target = entry_of(site, TARGET)
    assert (target.signed, target.msgstr) == (True, DECIDED["english"][TARGET])
    point = entry_of(site, POINT)
    assert (point.state, point.comments) == (
        State.NEEDS_WORK,
        ("remark: Ana 2026-11-24: hectares or ha?",),
    )
    heading = entry_of(site, HEADING)
    assert (heading.state, heading.msgstr) == (State.NEEDS_WORK, "The paddy price")
    harvest = entry_of(site, HARVEST)
    assert (harvest.state, harvest.signed, harvest.comments) == (
        State.REVIEWED,
        False,
        ("remark: Ana 2026-11-24: fine",),
    )


WRONG = "Farmers are harvesting 1,300 hectares of paddy."
FOUND = "numbers: the source says “1.200 hektare” (1,200), the English “1,300 hectares” (1,300)"


def test_an_error_is_accepted_with_a_reason_alone(tmp_path: Path) -> None:
    """The spreadsheet names it; the reason silences it in the catalog, so that a strict build goes on."""
    make_site(tmp_path, articles=[(FOLDER, ARTICLE, ENGLISH | {POINT: WRONG})])
    site = Site(tmp_path, tmp_path / "docs")
    out = exported(site)
    assert out.count(f'"{WRONG}","{FOUND}","","",""') == 1
    accepted = {"decision": {POINT: "accept", TITLE: "accept"}}
    refused = applied(site, filled_in(out, **accepted))
    assert counts(refused) == (1, 0, 0, 6, 1)
    assert messages(refused) == [
        f"{FILE}:{LINES[POINT]}: error csv-reason: the checks find an error in this English: {FOUND}; "
        "correct it, or write into the column reason why it is right as it is"
    ]
    reasons = {"reason": {POINT: "the ministry corrected it"}}
    text = filled_in(exported(site), **accepted, **reasons)
    done = applied(site, text)
    assert (counts(done), done.problems) == ((1, 0, 0, 7, 0), ())
    point = entry_of(site, POINT)
    assert (point.signed, point.silenced, point.comments) == (
        True,
        (("numbers", "the ministry corrected it"),),
        (),
    )
    again = applied(site, text, date=DAY + dt.timedelta(days=1))
    assert (counts(again), again.problems) == ((0, 0, 0, 8, 0), ())


def test_an_error_that_is_typed_in_needs_a_reason_too(site: Site) -> None:
    """What is checked is the English that would be signed, not the one that went out."""
    text = filled_in(exported(site), decision={POINT: "setuju"}, english={POINT: WRONG})
    assert [problem.code for problem in applied(site, text).problems] == ["csv-reason"]
    text = filled_in(
        exported(site), decision={POINT: "setuju"}, english={POINT: WRONG}, reason={POINT: "ralat"}
    )
    assert counts(applied(site, text)) == (1, 0, 0, 7, 0)
    assert entry_of(site, POINT).silenced == (("numbers", "ralat"),)


def test_a_reason_for_nothing_is_kept_as_a_remark(site: Site) -> None:
    """Nobody's words are lost, and no rule is silenced that has found nothing."""
    applied(site, filled_in(exported(site), decision={TITLE: "accept"}, reason={TITLE: "sudah dicek"}))
    title = entry_of(site, TITLE)
    assert (title.signed, title.silenced, title.comments) == (
        True,
        (),
        ("remark: Ana 2026-11-24: sudah dicek",),
    )


def test_a_spreadsheet_exported_before_there_were_reasons_is_read(site: Site) -> None:
    """Without the columns for findings and reasons."""
    rows = list(csv.DictReader(io.StringIO(exported(site).removeprefix("\ufeff"), newline="")))
    rows[0]["decision"] = "accept"
    kept = [{name: row[name] for name in row if name not in ("findings", "reason")} for row in rows]
    assert counts(applied(site, written(kept))) == (1, 0, 0, 7, 0)


def test_applying_twice_is_applying_once(site: Site) -> None:
    """The second time, on another day, every row is said to be so already, and no byte changes."""
    text = filled_in(exported(site), **DECIDED)
    applied(site, text)
    before = (site.root / CATALOG).read_bytes()
    again = applied(site, text, date=DAY + dt.timedelta(days=3))
    assert (counts(again), again.written, again.problems) == ((0, 0, 0, 8, 0), (), ())
    assert (site.root / CATALOG).read_bytes() == before


def test_a_dry_run_says_the_same_and_does_nothing(site: Site) -> None:
    """Counts, problems and catalogs are those of a real run."""
    text = filled_in(exported(site), **DECIDED)
    before = (site.root / CATALOG).read_bytes()
    dry = applied(site, text, dry_run=True)
    assert (site.root / CATALOG).read_bytes() == before
    assert dry == applied(site, text)


def test_rows_whose_pair_has_changed_are_refused_by_line_and_the_rest_comes_in(site: Site) -> None:
    """Every reason at once, each with its line and what is there now; nothing of a refused row is written."""
    text = exported(site)
    rewrite(site, "1.200 hektare", "1.300 hektare")
    poedit(site, HARVEST, "The harvest began.")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    rows.append({**rows[0], "key": "entah 00000000"})
    rows.append({**rows[0], "article": "content/2020/2020-01-01-lain"})
    rows.append({**rows[0], "remark": "again"})
    rows[4]["english"] = ""
    rows[5]["indonesian"] = "Harga gabah naik."
    rows[6]["decision"] = "maybe"
    for index in (0, 1, 2, 3, 4, 5, 8, 9, 10):
        rows[index]["decision"] = "accept"
    done = applied(site, written(rows))
    assert counts(done) == (1, 0, 0, 1, 9)
    assert messages(done) == [
        f"{FILE}:3: error csv-source: the Indonesian has changed since the export; "
        "export anew; it reads now: “Petani memanen 1.300 hektare sawah.”",
        f"{FILE}:4: error csv-english: the English has changed since the export; "
        "export anew; it reads now: “The harvest began.”",
        f"{FILE}:5: error csv-empty: there is no English to accept; write it into the column english",
        f"{FILE}:6: error csv-empty: the English was taken out, and a spreadsheet deletes nothing; "
        "put it back; what is wrong is marked as needs-work",
        f"{FILE}:7: error csv-source: the Indonesian was changed in the spreadsheet; "
        "undo that; what is wrong in the Indonesian is corrected in the article",
        f"{FILE}:8: error csv-decision: “maybe” is no decision; "
        "write one of accept, setuju, needs-work, perlu-perbaikan, or nothing",
        f"{FILE}:10: error csv-unknown: {FOLDER} has no pair “entah” any more; export anew",
        f"{FILE}:11: error csv-unknown: there is no article content/2020/2020-01-01-lain; export anew",
        f"{FILE}:12: error csv-twice: line 2 decides on the same pair; keep one of the two rows",
    ]
    assert entry_of(site, TITLE).signed
    assert [entry.signed for entry in on_disk(site).entries].count(True) == 1
    assert entry_of(site, HARVEST).msgstr == "The harvest began."


def test_a_spreadsheet_does_not_undo_a_signature_given_since(site: Site) -> None:
    """Budi signs after the export: Ana's mark and correction are refused, her approval joins his."""
    poedit_fuzzy(site, TITLE)
    text = exported(site)
    pair = next(pair for pair in load(site).briefings[0].pairs.values() if pair.segment.text == TITLE)
    decide(site, Place(SOURCE, CATALOG, pair.segment.key), pair.entry, Accept(), "Budi", DAY)
    for cells in ({"decision": {TITLE: "needs-work"}}, {"english": {TITLE: "Harvest"}}):
        done = applied(site, filled_in(text, **cells))
        assert messages(done) == [
            f"{FILE}:2: error csv-signed: Budi has signed this pair since the export; "
            "talk to each other, then export anew"
        ]
    assert counts(applied(site, filled_in(text, decision={TITLE: "accept"}))) == (1, 0, 0, 7, 0)
    entry = entry_of(site, TITLE)
    assert entry.reviewed
    assert (entry.reviewed.who, entry.comments[0][:14]) == ("Ana", "reviewed: Budi")


def poedit_fuzzy(site: Site, msgid: str) -> None:
    file = polib.pofile(str(site.root / CATALOG), wrapwidth=0)
    entry = file.find(msgid)
    assert entry is not None
    entry.flags = ["fuzzy"]
    file.save()


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_list_separators_of_other_countries_are_read(site: Site, delimiter: str) -> None:
    """Excel writes semicolons where commas mark decimals, as in Indonesia; columns may move or be added."""
    rows = list(csv.DictReader(io.StringIO(exported(site).removeprefix("\ufeff"), newline="")))
    moved = [{"mine": "x", **dict(reversed(row.items()))} for row in rows]
    moved[0]["decision"] = "accept"
    done = applied(site, written(moved, delimiter))
    assert (counts(done), done.problems) == ((1, 0, 0, 7, 0), ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there is no column article and no column key and no column state and no column indonesian "
             "and no column english and no column decision and no column remark; "
             "export anew, and keep the first line as it is"),
        ("article,key,kind,state,indonesian,english,remark\r\n",
         "there is no column decision; export anew, and keep the first line as it is"),
        ('article,key,kind,state,indonesian,english,decision,remark\r\n"a"b,c\r\n',
         "this is no CSV: ',' expected after '\"'; save the spreadsheet as CSV UTF-8 again"),
    ],
)  # fmt: skip
def test_what_is_no_spreadsheet_of_ours_is_said(site: Site, text: str, message: str) -> None:
    """Nothing is written, and the message says what to do."""
    done = applied(site, text)
    assert [str(problem).partition(": ")[2] for problem in done.problems] == [
        f"error csv-{'syntax' if 'CSV:' in message else 'columns'}: {message}"
    ]
    assert counts(done) == (0, 0, 0, 0, 0)


def test_rows_of_a_broken_article_are_refused(site: Site) -> None:
    """An article with errors is left alone, and the row that decides on it is named."""
    text = filled_in(exported(site), decision={TITLE: "accept"})
    (site.root / SOURCE).write_text(ARTICLE + "\n<b>tebal</b>\n", encoding="utf-8")
    assert messages(applied(site, text)) == [
        f"{FILE}:2: error csv-broken: {FOLDER} has errors; "
        "fix what `sejajar check` says, and apply the file again"
    ]


def test_a_line_number_is_that_of_the_file_also_below_cells_of_several_lines(site: Site) -> None:
    """A remark of three lines moves those below; a new line in the English becomes a space."""
    text = filled_in(
        exported(site),
        remark={TITLE: "one\r\ntwo\r\nthree"},
        english={POINT: "Farmers harvest\r\n1,200 hectares."},
        decision={HARVEST: "maybe"},
    )
    done = applied(site, text)
    assert [problem.location.line for problem in done.problems] == [7]
    assert entry_of(site, TITLE).comments == ("remark: Ana 2026-11-24: one two three",)
    assert entry_of(site, POINT).msgstr == "Farmers harvest 1,200 hectares."


def test_gettext_in_between_is_no_change(site: Site, tool: Callable[[str], str]) -> None:
    """A catalog that msgcat and msgattrib have rewritten between export and apply refuses nothing."""
    text = filled_in(exported(site), decision={TITLE: "accept"})
    path = site.root / CATALOG
    for command in (["msgcat", "--width=60"], ["msgattrib", "--sort-output"]):
        subprocess.run([tool(command[0]), *command[1:], "-o", str(path), str(path)], check=True)
    assert counts(applied(site, text)) == (1, 0, 0, 7, 0)
    assert entry_of(site, TITLE).signed
    assert entry_of(site, HARVEST).msgstr == ENGLISH[HARVEST]


# The commands


@pytest.fixture
def run(site: Site, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(site.root)
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_export_and_apply_as_commands(run: Callable[..., Result], site: Site) -> None:
    """Out, decided, tried, applied: each says what it did and exits with 0."""
    result = run("export", FILE)
    assert (result.exit_code, result.stdout) == (0, f"wrote {FILE}: 8 pairs of 1 article\n")
    path = site.root / FILE
    data = path.read_bytes().decode()
    assert data == exported(site)
    path.write_bytes(filled_in(data, decision={TITLE: "accept"}).encode())
    result = run("apply", FILE, "--as", "Ana", "--dry-run")
    assert (result.exit_code, result.stdout) == (
        0,
        f"would write {CATALOG}\n1 accepted, 0 edited, 0 marked, 7 unchanged, 0 refused\n",
    )
    assert not entry_of(site, TITLE).signed
    facts = json.loads(run("apply", FILE, "--as", "Ana", "--json").stdout)
    assert (facts["accepted"], facts["written"], facts["problems"]) == (1, [CATALOG], [])
    assert entry_of(site, TITLE).signed


def test_wrong_calls_are_refused(run: Callable[..., Result]) -> None:
    """An unknown suffix, a separator that is none, a file that may hold decisions: what to do instead."""
    result = run("export", "pairs.ods")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: pairs.ods has a suffix that is not known; name it *.csv or *.xlsx or *.tmx or *.jsonl\n"
    )
    assert run("export", "pairs.csv", "--delimiter", "x").stderr.endswith(
        "x separates no cells; name comma, semicolon or tab\n"
    )
    run("export", FILE)
    assert run("export", FILE).stderr == (
        f"error: {FILE} is there already; apply or move it, or give the new one another name\n"
    )
    result = run("apply", "no.csv", "--as", "Ana")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: no.csv cannot be read: No such file or directory\n",
    )


def test_a_refused_row_makes_the_command_fail(run: Callable[..., Result], site: Site) -> None:
    """Exit code 1, the row's line on standard error, and the others applied."""
    text = filled_in(exported(site), decision={TITLE: "accept", POINT: "yes"})
    (site.root / FILE).write_bytes(text.encode())
    result = run("apply", FILE, "--as", "Ana")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{FILE}:3: error csv-decision: “yes” is no decision; write one of ")
    assert entry_of(site, TITLE).signed


# Formats


def opened(data: bytes) -> list[list[str]]:
    """A workbook's rows as openpyxl, and so any other program, reads them."""
    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows()]


def saved(rows: list[list[object]]) -> bytes:
    """A workbook as somebody types it, with openpyxl's own ideas of what a cell is."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_goes_out_and_its_decisions_come_back(run: Callable[..., Result], site: Site) -> None:
    """Every cell is text; what is decided in it is applied as from CSV, and twice is once."""
    import openpyxl

    assert run("export", "out.xlsx").stdout == "wrote out.xlsx: 8 pairs of 1 article\n"
    path = site.root / "out.xlsx"
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert {(cell.data_type, cell.number_format) for row in sheet.iter_rows() for cell in row} <= {
        ("inlineStr", "@"),
        ("s", "@"),
        ("n", "@"),  # an empty one
    }
    assert counts(applied(site, path.read_bytes())) == (0, 0, 0, 8, 0)
    rows: list[list[object]] = [[*row] for row in opened(path.read_bytes())]
    rows[1][7] = "Setuju"
    rows[2][7], rows[2][9] = "needs-work", 2025
    rows[5][5] = "The paddy price"
    done = applied(site, saved(rows))
    assert (counts(done), done.problems) == ((1, 1, 1, 5, 0), ())
    assert entry_of(site, TITLE).signed
    assert entry_of(site, POINT).comments == ("remark: Ana 2026-11-24: 2025",)
    assert counts(applied(site, saved(rows))) == (0, 0, 0, 8, 0)
    assert run("export", "out.xlsx").stderr == (
        "error: out.xlsx is there already; apply or move it, or give the new one another name\n"
    )


def test_what_excel_has_made_of_a_cell_is_said(site: Site) -> None:
    """A formula, an error and a date are no texts: their rows are named, the others applied."""
    rows: list[list[object]] = [[*row] for row in opened(spreadsheet.workbook(load(site)))]
    rows[1][7] = "accept"
    rows[2][5] = "=1+1"
    rows[3][5] = dt.datetime(2025, 7, 20)
    done = applied(site, saved(rows))
    assert messages(done) == [
        f"{FILE}:3: error csv-cell: the column english holds a formula; "
        "make the cell one of text, and type it anew",
        f"{FILE}:4: error csv-cell: the column english holds a date or a time; "
        "make the cell one of text, and type it anew",
    ]
    assert counts(done) == (1, 0, 0, 5, 0)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 and no more", "this is no Excel workbook: it is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is no Excel workbook: it is a workbook of the old kind (.xls)"),
        (b"\x81\x8d\x8f\x90,\xff", "this is no CSV: its letters are in no encoding that is known"),
    ],
)
def test_what_is_no_table_is_said(site: Site, data: bytes, message: str) -> None:
    """One line, nothing applied."""
    done = applied(site, data)
    assert [problem.message for problem in done.problems] == [message]
    assert counts(done) == (0, 0, 0, 0, 0)


def test_a_packed_file_that_is_no_workbook_is_said(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """An OpenDocument file is packed too; one that claims to hold more than any machine is not unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    for most, message in ((1000, "it is no Excel workbook"), (3, "it is too large")):
        monkeypatch.setattr("sejajar.formats.tables.workbook.MOST_BYTES", most)
        done = applied(site, out.getvalue())
        assert [problem.message for problem in done.problems] == [f"this is no Excel workbook: {message}"]


def test_without_openpyxl_a_workbook_is_refused(
    run: Callable[..., Result], site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the words that install it, both ways, and CSV as the way out."""
    data = spreadsheet.workbook(load(site))
    (site.root / "in.xlsx").write_bytes(data)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    message = (
        "error: a workbook needs openpyxl; install it with `pip install 'sejajar[xlsx]'`, "
        "or use CSV instead\n"
    )
    for arguments in (("export", "out.xlsx"), ("apply", "in.xlsx", "--as", "Ana")):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (2, message)


def test_a_text_that_no_cell_holds_is_refused(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel cuts cells at 32,767 characters without a word; CSV has no such limit."""
    monkeypatch.setattr("sejajar.formats.tables.workbook.LONGEST_CELL", 52)
    result = run("export", "out.xlsx")
    assert (result.exit_code, result.stderr) == (
        2,
        f"error: a cell of a workbook cannot hold the text “{HARVEST}…”; export it as CSV\n",
    )
    assert not Path("out.xlsx").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["", "sep={}\r\n", '"sep={}"\r\n'])
def test_every_way_to_save_is_read(site: Site, encoding: str, delimiter: str, first: str) -> None:
    """Encodings, separators, and the line that names the separator; line numbers stay those of the file."""
    rows = list(csv.DictReader(io.StringIO(exported(site).removeprefix("\ufeff"), newline="")))
    rows[0]["decision"] = "accept"
    rows[1]["decision"] = "entah"
    text = first.format(delimiter) + written(rows, delimiter).removeprefix("\ufeff")
    done = applied(site, text.encode(encoding))
    assert counts(done) == (1, 0, 0, 6, 1)
    line = 4 if first else 3
    assert [str(problem).partition("; ")[0] for problem in done.problems] == [
        *[f"{FILE}:1: warning csv-encoding: this is not UTF-8 and was read as Windows-1252, which lacks "
          "letters of many names"] * (encoding == "cp1252"),
        f"{FILE}:{line}: error csv-decision: “entah” is no decision",
    ]  # fmt: skip


def test_a_code_page_loses_no_letter_of_the_catalog(tmp_path: Path) -> None:
    """What Windows wrote as `?` or without its accent is still the English; no other text is guessed."""
    english = {TITLE: "Erdoğan’s harvest", POINT: "Farmers – 1,200 ha", TARGET: "Reşat wants 2 million"}
    make_site(tmp_path, articles=[(FOLDER, ARTICLE, ENGLISH | english)])
    site = Site(tmp_path, tmp_path / "docs")
    text = filled_in(
        exported(site),
        decision={TITLE: "accept", POINT: "accept", HARVEST: "accept"},
        english={
            TITLE: "Erdogan’s harvest",
            TARGET: "Re?at wants 2 million tonnes",
            HARVEST: "Paşa’s harvest".replace("ş", "?"),
        },
    )
    done = applied(site, text.removeprefix("\ufeff").encode("cp1252", "replace"))
    lost = "the code page of this file has lost letters of the English; save the spreadsheet as CSV UTF-8"
    assert messages(done)[1:] == [
        f"{FILE}:4: error csv-encoding: {lost}",
        f"{FILE}:5: error csv-encoding: {lost}",
    ]
    assert counts(done) == (2, 0, 0, 4, 2)
    assert (entry_of(site, TITLE).msgstr, entry_of(site, TITLE).signed) == ("Erdoğan’s harvest", True)


def test_letters_and_their_accents_apart_are_the_same_text(tmp_path: Path) -> None:
    """Numbers on a Mac saves NFD: such a cell is no change, and an edited one is stored in NFC."""
    title = "Café Zürich dibuka"
    text = ARTICLE.replace(TITLE, title)
    make_site(tmp_path, articles=[(FOLDER, text, {title: "Café Zürich opens", **ENGLISH})])
    site = Site(tmp_path, tmp_path / "docs")
    out = filled_in(exported(site), decision={title: "accept"}, english={POINT: "Café farmers."})
    done = applied(site, unicodedata.normalize("NFD", out))
    assert (counts(done), done.problems) == ((1, 1, 0, 6, 0), ())
    assert entry_of(site, title).msgstr == "Café Zürich opens"
    assert entry_of(site, POINT).msgstr == "Café farmers."


FORMULAS = (
    "=1+1", "+1", "-1", "@a", "'=1", "\t=1", "kata;=cmd|' /C calc'!A0", 'kata;"=cmd"', 'kata; "" @SUM(1)',
    "kata,=1", "kata\t=1", "kata|=1", "kata; -1", "kata;'=1", "kata;''=1", "＝1", "a;＋1", ";", "'", "a;b",
    "=", "kata;+1;-2;@3", 'a","=1', "naik, -5 derajat",
)  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_wherever_it_is_separated(text: str, delimiter: str) -> None:
    """Opened with any separator, whatever the file was written with; and the text comes back as it was."""
    out = tables.as_csv([["a", "b"], [text, text]], delimiter)
    (line,) = tables.read(out.encode(), delimiter).lines
    assert line.cells == {"a": text, "b": text}
    for separator in ",;\t|":
        for row in csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline=""), delimiter=separator):
            for cell in row:
                assert not cell.strip().startswith(("=", "+", "-", "@", "＝", "＋")), (separator, row)
    ((number, cells),) = [(line.number, dict(line.cells)) for line in workbook_lines([text])]
    assert (number, cells) == (2, {"a": text})


def workbook_lines(texts: list[str]) -> tuple[tables.Line, ...]:
    data = tables.as_workbook([["a"], *([text] for text in texts)], [10])
    assert not any(str(cell).startswith(tuple("=+-@")) for row in opened(data) for cell in row)
    return tables.read(data).lines


@given(st.text(st.sampled_from("'=+-@;,|\t \"ab＝"), max_size=10))
def test_what_guards_a_cell_is_taken_out_again(text: str) -> None:
    """For any text, apostrophes of its own included."""
    assert unguarded(guarded(text)) == text
    assert not re.search(r"(?:\A|[;,|\t])[ \"]*[=+\-@＝]", guarded(text))


def test_escapes_of_the_format_are_text() -> None:
    """`_x0041_` is “A” to Excel unless it is escaped; and comes back as it was typed."""
    (line,) = workbook_lines(["kode _x0041_ dan _x005F_"])
    assert line.cells == {"a": "kode _x0041_ dan _x005F_"}


def test_export_keeps_to_the_umask(run: Callable[..., Result], site: Site) -> None:
    """A reviewer's file, like any new file, is as private as its owner wants files to be."""
    for mask, mode in ((0o077, 0o600), (0o022, 0o644), (0o007, 0o660)):
        before = os.umask(mask)
        try:
            run("export", f"{mask}.csv")
        finally:
            os.umask(before)
        assert (site.root / f"{mask}.csv").stat().st_mode & 0o777 == mode

"""A reviewer's spreadsheet: what goes out, what comes back, and what is refused."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sejajar.catalog import Catalog, Entry, State, loads
from sejajar.cli import main
from sejajar.project import Site, load, spreadsheet
from sejajar.project.review import Accept, Place, decide
from sejajar.project.spreadsheet import Applied, guarded, unguarded
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
    site: Site, text: str, name: str = "Ana", date: dt.date = DAY, *, dry_run: bool = False
) -> Applied:
    return spreadsheet.apply(site, load(site), text, FILE, name, date, dry_run=dry_run)


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
    assert first == '\ufeff"article","key","kind","state","indonesian","english","decision","remark"'
    assert second == (
        f'"{FOLDER}","panen-raya-dimulai-di-jawa 2aef4f35","title","reviewed",'
        '"Panen raya dimulai di Jawa Barat","Main harvest begins in West Java","",""'
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
        "mend what `sejajar check` says, and apply the file again"
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


def test_wrong_calls_are_refused(run: Callable[..., Result], site: Site) -> None:
    """An unknown suffix, a file that may hold decisions, and a code page: exit code 2 and what to do."""
    result = run("export", "pairs.xlsx")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: pairs.xlsx has a suffix that is not known; name it *.csv")
    run("export", FILE)
    assert run("export", FILE).stderr == (
        f"error: {FILE} is there already; apply or move it, or give the new one another name\n"
    )
    (site.root / FILE).write_bytes("article,“petani”".encode("cp1252"))
    assert run("apply", FILE, "--as", "Ana").stderr == (
        f"error: {FILE} is not UTF-8; save the spreadsheet as CSV UTF-8\n"
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

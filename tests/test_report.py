"""`sejajar report`: who signed what and when, what has gone stale or was changed, what was corrected."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sejajar.cli import main
from sejajar.commands import git
from sejajar.formats import catalog as catalog_format
from sejajar.model import Entry, signed
from sites import FOLDER, make_site

Run = Callable[..., Result]
DAY = dt.date(2026, 11, 24)
CATALOG = f"{FOLDER}/article.en.po"
TEXT = f"{FOLDER}/article.id.md"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command inside a small site, in which Ana has signed two pairs and Budi three."""
    monkeypatch.chdir(make_site(tmp_path))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    who = iter(["Ana", "ana <ana@example.org>", "Budi", "Budi", "Budi"])
    days = iter([DAY.replace(month=10), DAY, DAY, DAY, DAY])
    rewrite(lambda entry: signed(entry, entry.msgstr, next(who), next(days)) if entry.msgstr else entry)

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def rewrite(change: Callable[[Entry], Entry]) -> None:
    path = Path(CATALOG)
    loaded, _ = catalog_format.loads(path.read_text("utf-8"), CATALOG)
    assert loaded
    path.write_text(catalog_format.dumps(loaded.updated(map(change, loaded.entries))), "utf-8")


def by(entry: Entry, name: str) -> Entry:
    """Signed by nobody else."""
    return replace(signed(entry, entry.msgstr, name, DAY), comments=()) if entry.msgstr else entry


def edit(path: str, before: str, after: str) -> None:
    text = Path(path).read_text("utf-8")
    assert before in text
    Path(path).write_text(text.replace(before, after), "utf-8")


def commit(day: str) -> None:
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
    names = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    if not Path(".git").exists():
        subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "."], check=True)
    subprocess.run(["git", *names, "commit", "-q", "-m", "x"], check=True, env={**os.environ, **dates})


def test_people_and_months_are_two_tables(run: Run) -> None:
    """Spellings of one name are one person; all is counted once."""
    assert (
        run("report").stdout
        == """\
since the beginning

person  articles  signed  stale  changed  corrected  last signed
Budi           1       3      0        0          0   2026-11-24
Ana            1       2      0        0          0   2026-11-24
total          1       5      0        0          0   2026-11-24

month    articles  signed  stale  changed  corrected  last signed
2026-10         1       1      0        0          0   2026-10-24
2026-11         1       4      0        0          0   2026-11-24
total           1       5      0        0          0   2026-11-24
"""
    )


def test_days_and_months_are_bounds(run: Run) -> None:
    """Both included; and an article's row has its folder's name."""
    assert (
        run("report", "--since", "2026-11", "--until", "2026-11-24", "--by", "article").stdout
        == """\
from 2026-11-01 to 2026-11-24

article                articles  signed  stale  changed  corrected  last signed
2025-03-06-panen-raya         1       4      0        0          0   2026-11-24
total                         1       4      0        0          0   2026-11-24
"""
    )
    until = json.loads(run("report", "--until", "2026-10", "--json").stdout)
    assert [(row["person"], row["signed"]) for row in until["by_person"]] == [("Ana", 1)]


@pytest.mark.parametrize("wrong", ["kemarin", "2026-02-30", "24/11/2026", "2026-13"])
@pytest.mark.parametrize("option", ["--since", "--until"])
def test_what_is_no_date_is_refused(run: Run, option: str, wrong: str) -> None:
    """With how to write one, and exit code 2."""
    result = run("report", option, wrong)
    said = f"error: “{wrong}” is no date; write a day as 2026-11-24, or a month as 2026-11\n"
    assert (result.exit_code, result.stderr) == (2, said)


def test_the_first_day_comes_first(run: Run) -> None:
    """Bounds that hold nothing between them are a mistake."""
    result = run("report", "--since", "2026-11-02", "--until", "2026-11-01")
    assert (result.exit_code, result.stderr) == (2, "error: --since 2026-11-02 is after --until 2026-11-01\n")


def lapse(stale_on: str = "", changed_on: str = "") -> None:
    """Budi's heading goes stale and his paragraph gets another English, each committed or not."""
    edit(TEXT, "Harga gabah\n", "Harga gabah baru\n")
    assert CliRunner().invoke(main, ["sync"]).exit_code == 0
    if stale_on:
        commit(stale_on)
    edit(CATALOG, "Rp6,500 a kilogram", "Rp6,500 a kilo")
    if changed_on:
        commit(changed_on)


def test_git_tells_since_when_a_signature_has_lapsed(run: Run) -> None:
    """What became stale in October is not of November; the person is who had signed it."""
    commit("2026-10-25")
    lapse("2026-10-30", "2026-11-25")
    told = json.loads(run("report", "--since", "2026-11", "--json").stdout)
    assert told["history"] is True
    rows = [(row["person"], row["signed"], row["stale"], row["changed"]) for row in told["by_person"]]
    assert rows == [("Budi", 1, 0, 1), ("Ana", 1, 0, 0)]
    months = json.loads(run("report", "--json").stdout)["by_month"]
    assert [(row["month"], row["stale"], row["changed"]) for row in months] == [
        ("2026-10", 1, 0),
        ("2026-11", 0, 1),
    ]


@pytest.mark.parametrize("has_repository", [True, False])
def test_without_a_commit_the_day_is_not_known(run: Run, has_repository: bool) -> None:
    """It is counted whatever the bounds are, and the report says why."""
    if has_repository:
        commit("2026-10-25")
    lapse()
    told = run("report", "--since", "2027-01-01", "--by", "month").stdout
    assert "day not known         1       0      1        1          0\n" in told
    said = "git tells no history here: of what is stale or changed the day is not known"
    assert (said in told) != has_repository


def test_corrections_are_of_no_person(run: Run) -> None:
    """The front matter does not say who made one."""
    edit(TEXT, "tags: [Pangan]", "tags: [Pangan]\ncorrections:\n- {date: 2026-11-20, text: Salah.}")
    rows = json.loads(run("report", "--since", "2026-11-15", "--json").stdout)["by_person"]
    assert [(row["person"], row["corrected"]) for row in rows] == [("Budi", 0), ("Ana", 0), ("", 1)]


def test_a_name_does_nothing_in_a_spreadsheet_or_an_issue(run: Run) -> None:
    """It is no formula, no markup, no column, no mention, no escape for a terminal."""
    name = '=HYPERLINK("x") | <b>@ana</b> #1 [x](y)'
    rewrite(lambda entry: by(entry, name))
    text = run("report", "--format", "csv").stdout.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert ",".join(rows[0]) == "person,month,articles,signed,stale,changed,corrected,last_signed"
    assert rows[1] == [f"'{name}", "2026-11", "1", "5", "0", "0", "0", "2026-11-24"]
    table = run("report", "--format", "markdown", "--by", "person").stdout.splitlines()
    assert table[2:4] == [
        "| person | articles | signed | stale | changed | corrected | last signed |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    assert table[4].count("|") == 8
    assert not {"<", "@", "[", "]"} & set(table[4])
    assert " #1" not in table[4]


def test_one_question_is_asked_of_git(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much has lapsed; and none where nothing has."""
    asked: list[str] = []
    real = git.run

    def counting(root: Path, *arguments: str, **more: Any) -> git.Done:
        asked.append(arguments[0])
        return real(root, *arguments, **more)

    monkeypatch.setattr(git, "run", counting)
    run("report")
    assert asked == []
    lapse()
    run("report")
    assert asked == ["log"]


def test_long_and_wide_names_keep_the_columns(run: Run) -> None:
    """A letter that takes two columns counts for two; what is too long is cut."""
    names = iter(["王小明", "N" * 300, "Ana", "Ana", "Ana"])
    rewrite(lambda entry: by(entry, next(names)) if entry.msgstr else entry)
    lines = run("report", "--by", "person").stdout.splitlines()[2:]
    cut = "N" * 47 + "…"
    assert [line.split()[0] for line in lines] == ["person", "Ana", cut, "王小明", "total"]
    assert lines[3].startswith("王小明" + " " * (48 - 6) + "  ")

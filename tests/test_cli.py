"""The command line: what it prints, what it exits with, and that it never shows a traceback."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sejajar.cli import main
from sites import FOLDER, make_site

Run = Callable[..., Result]

PASTED = """\
Panen Raya Dimulai di Karawang

- Petani memanen 1.200 hektare sawah.
- Harga gabah Rp6.500 per kilogram.

Karawang, Warta Uji - Panen raya dimulai di Karawang. Pada Kamis (6/3/2025), petani memanen 1.200 hektare.
1. Harga gabah
Ketua kelompok tani Karawang, Siti Aminah mengatakan harga gabah sudah pantas.
“Kami menunggu harga yang pantas,” kata Siti, dilansir Warta Uji.
"""
IMPORTED = "content/2025/2025-03-06-panen-raya-dimulai-di-karawang"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command inside a small site."""
    monkeypatch.chdir(make_site(tmp_path))

    def invoke(*arguments: str, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(main, arguments, input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.mark.parametrize("command", [None, *sorted(main.commands)])
def test_every_command_teaches(command: str | None, run: Run) -> None:
    """`--help` says what the command does and explains each of its options."""
    result = run(*([command] if command else []), "--help")
    assert result.exit_code == 0
    unexplained = [
        parameter.name
        for parameter in (main.commands[command] if command else main).params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert not unexplained
    assert len(result.stdout.split("\n\n")[1].split()) > 4


def test_import_makes_a_draft_and_says_what_it_recognised(run: Run) -> None:
    """Pasted text from standard input becomes a folder with article and catalog, ready to be translated."""
    result = run("import", "-", stdin=PASTED)
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith(f"made {IMPORTED}/\n")
    article = Path(IMPORTED, "article.id.md").read_text(encoding="utf-8")
    assert "status: draft" in article
    assert "> — Siti Aminah (via Warta Uji)" in article
    assert Path(IMPORTED, "article.en.po").read_text(encoding="utf-8").count('msgstr ""') == 9


def test_import_never_overwrites(run: Run) -> None:
    """The second import of a text is refused, and the first one's folder stays as it is."""
    run("import", "-", stdin=PASTED)
    path = Path(IMPORTED, "article.id.md")
    path.write_text(path.read_text(encoding="utf-8").replace("draft", "published"), encoding="utf-8")
    result = run("import", "-", stdin=PASTED)
    assert result.exit_code == 1
    assert (
        f"{IMPORTED}: error exists: there is an article with this slug already; "
        "remove or rename that folder, or give the text another title\n" in result.stderr
    )
    assert "status: published" in path.read_text(encoding="utf-8")


def test_import_asks_for_a_date_it_cannot_find(run: Run) -> None:
    """Exit code 2 and the option's name, and nothing is made; with the option it is."""
    undated = PASTED.replace("Pada Kamis (6/3/2025), petani", "Petani")
    result = run("import", "-", stdin=undated)
    assert result.exit_code == 2
    assert "--date" in result.stderr
    assert not Path(IMPORTED).exists()
    assert run("import", "-", "--date", "2025-03-06", stdin=undated).exit_code == 0
    assert Path(IMPORTED).exists()


def test_a_dry_run_makes_nothing(run: Run) -> None:
    """`--dry-run` prints the folder's name and the article, and leaves the content alone."""
    result = run("import", "-", "--dry-run", stdin=PASTED)
    assert result.exit_code == 0
    _, shown = result.stdout.split(f"would make {IMPORTED}/\n\n")
    assert shown.startswith("---\ndate: 2025-03-06\n")
    assert not Path(IMPORTED).exists()


def test_many_sources_at_once(run: Run, tmp_path: Path) -> None:
    """A folder, a list and a missing file: each is tried, and the exit code is 1 for what failed."""
    texts = tmp_path / "naskah"
    texts.mkdir()
    (texts / "satu.txt").write_text(PASTED, encoding="utf-8")
    title, *rest = PASTED.splitlines()
    other = "\n".join([title, *(f"{line} Kabar dari nelayan." for line in rest)])
    (texts / "dua.txt").write_text(other, encoding="utf-8")
    names = tmp_path / "daftar.txt"
    names.write_text("# sumber\nhilang.txt\n", encoding="utf-8")
    result = run("import", str(texts), "--from-file", str(names), "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    folders = [one["folder"] for one in found["imported"]]
    assert sorted(folders) == ["", IMPORTED, f"{IMPORTED}-2"]
    assert [problem["code"] for problem in found["problems"] if problem["severity"] == "error"] == [
        "unreadable"
    ]
    assert Path(f"{IMPORTED}-2").exists()


def test_sync_writes_once(run: Run) -> None:
    """After an edit the catalog is written, with the old English as stale; a second run has nothing to do."""
    article = Path(FOLDER, "article.id.md")
    text = article.read_text(encoding="utf-8").replace("1.200 hektare", "1.300 hektare")
    article.write_text(text, encoding="utf-8")
    result = run("sync")
    assert (result.exit_code, result.stdout) == (
        0,
        f"wrote {FOLDER}/article.en.po\n1 catalog written, 0 up to date\n",
    )
    catalog = Path(FOLDER, "article.en.po").read_text(encoding="utf-8")
    assert '#| msgid "Petani memanen 1.200 hektare sawah."' in catalog
    assert run("sync", FOLDER).stdout == "0 catalogs written, 1 up to date\n"


def test_status_counts_states(run: Run) -> None:
    """A line an article and a total; the same figures in JSON."""
    assert run("status").stdout.splitlines()[-1].split() == "1 article 8 3 0 0 0 5".split()
    facts = json.loads(run("status", "--json").stdout)
    assert facts["articles"][0]["counts"] == {
        "untranslated": 3,
        "machine": 0,
        "needs-work": 0,
        "stale": 0,
        "reviewed": 5,
    }
    assert facts["problems"] == []


def test_generate_writes_pages_and_then_nothing(run: Run) -> None:
    """The pages of both editions appear below docs/; a second run finds them up to date."""
    assert run("generate").exit_code == 0
    assert Path("docs/id/2025/03/panen-raya.md").is_file()
    assert Path("docs/en/2025/03/panen-raya.md").is_file()
    assert run("generate").stdout.startswith("0 files written, 0 removed, ")
    facts = json.loads(run("generate", "--json").stdout)
    assert (facts["written"], facts["removed"]) == ([], [])


def test_broken_content_is_said_by_every_command_and_nothing_is_written(run: Run) -> None:
    """Each verb prints the article's problems with path and line, and exits with 1."""
    article = Path(FOLDER, "article.id.md")
    article.write_text(article.read_text(encoding="utf-8") + "\n<b>tebal</b>\n", encoding="utf-8")
    catalog = Path(FOLDER, "article.en.po").read_bytes()
    line = article.read_text(encoding="utf-8").count("\n")
    for command in ("check", "sync", "status", "generate"):
        result = run(command)
        assert result.exit_code == 1, command
        assert f"{FOLDER}/article.id.md:{line}: error html: " in result.stderr
    assert Path(FOLDER, "article.en.po").read_bytes() == catalog
    assert not Path("docs/id").exists()
    problem = json.loads(run("check", "--json").stdout)["problems"][0]
    assert (problem["path"], problem["line"], problem["severity"], problem["code"]) == (
        f"{FOLDER}/article.id.md",
        line,
        "error",
        "html",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("-f", "nowhere.yml", "check"),
            "error: there is no nowhere.yml here; "
            "run this in a site's folder, or name its mkdocs.yml with -f\n",
        ),
        (
            ("check", "content/2031"),
            "error: content/2031 is no article of this site; "
            "name an article's folder, one of its files or a folder above\n",
        ),
        (("import", "nothing.txt"), "error: nothing.txt cannot be read: No such file or directory\n"),
    ],
)
def test_wrong_calls_exit_with_2(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """A call that cannot be meant is refused with one line that says how to fix it."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (2, message)


def test_wrong_settings_are_all_named(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    """Two mistakes in mkdocs.yml are two messages in one run, not two runs."""
    path = Path("mkdocs.yml")
    wrong = path.read_text().replace("on_incomplete: ignore", "on_incomplete: maybe\n      contents: x")
    path.write_text(wrong)
    result = run("check")
    assert result.exit_code == 1
    assert "option 'on_incomplete': must be one of ignore, warn, error, not 'maybe'" in caplog.text
    assert "option 'contents': is not a setting; did you mean `content`?" in caplog.text


@pytest.mark.parametrize(
    ("command", "module"),
    [
        (["generate"], "sejajar.storage.write_products"),
        (["import", "--date", "2025-03-06", "-"], "sejajar.storage.create_folder"),
    ],
)
def test_what_the_system_refuses_is_a_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str], module: str
) -> None:
    """A folder without the right to write, or a full disk: a message and exit code 2, no traceback."""

    def refuses(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", "docs/id")

    monkeypatch.setattr(module, refuses)
    result = run(*command, stdin=PASTED)
    assert result.exit_code == 2
    assert (
        "error: docs/id: Permission denied; fix its permissions, or make room on the disk\n" in result.stderr
    )


def test_status_tells_drafts_from_scheduled(run: Run) -> None:
    """Both are unseen, but only one comes out by itself; in columns and as data."""
    path = Path(FOLDER) / "article.id.md"
    text = path.read_text("utf-8")
    publish_at = "status: published\npublish_at: 2999-01-01T08:00:00+07:00"
    for front, standing in (
        ("status: published", "published"),
        ("status: draft", "draft"),
        (publish_at, "scheduled"),
        ("status: retracted", "retracted"),
    ):
        path.write_text(text.replace("status: published", front), "utf-8")
        assert run("status").stdout.splitlines()[1].split()[-1] == standing
        (facts,) = json.loads(run("status", "--json").stdout)["articles"]
        assert facts["status"] == standing


def test_each_command_says_what_comes_next(run: Run) -> None:
    """On standard error, in words that a shell takes, and never beside JSON."""
    paste = ("import", "--date", "2025-03-06", "-")
    csv = "once it has been reviewed, sejajar apply 'a b.csv' --as NAME"
    for arguments, step in (
        (("sync",), "sejajar translate"),
        (("sync", FOLDER), f"sejajar translate {FOLDER}"),
        (("status",), "sejajar translate"),
        (("check",), "mkdocs serve"),
        (("generate",), "mkdocs serve"),
        (("review", "--as", "Ana"), "sejajar review"),
        (("export", "a b.csv"), csv),
        (("apply", "a b.csv", "--as", "Ana"), "sejajar check"),
        (("translate", "--dry-run"), "the same without --dry-run"),
        (paste, f"sejajar translate {IMPORTED}"),
        (("check",), "correct what is named above, then `sejajar check` again"),
    ):
        if arguments == ("check",) and step != "mkdocs serve":
            path = Path(FOLDER) / "article.id.md"
            path.write_text(path.read_text("utf-8") + "\n<b>x</b>\n", "utf-8")
        result = run(*arguments, stdin=PASTED if arguments == paste else "q\n")
        assert result.stderr.splitlines()[-1] == f"next: {step}", arguments
    assert "next" not in run("sync", "--json").stderr
    assert "next" not in run("check", "--github").stderr


def test_a_command_leaves_the_log_of_mkdocs_as_it_was(run: Run) -> None:
    """Whoever runs one within a process of their own still hears MkDocs's warnings, and each once."""
    log = logging.getLogger("mkdocs")
    before = (log.level, log.handlers[:])
    assert run("check").exit_code == 0
    Path("mkdocs.yml").write_text("site_name: Meja\nplugins: [sejajar: {contents: x}]\n", encoding="utf-8")
    assert run("check").exit_code == 1
    assert (log.level, log.handlers) == before

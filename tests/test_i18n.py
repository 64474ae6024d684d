"""The program speaks Indonesian: every message has its text, is found by its form, and says the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from messages import CATALOG, said
from sejajar import i18n
from sejajar.cli import main
from sejajar.i18n import gettext, language_of, speak, translated
from sites import FOLDER, make_site


@pytest.fixture(autouse=True)
def _speaks_english_again() -> Iterator[None]:
    yield
    speak("en")


def in_indonesian(*arguments: str, stdin: str = "", **environment: str) -> Result:
    env = {"LANGUAGE": None, "LC_ALL": None, "LANG": None, **environment}
    return CliRunner(env=env).invoke(main, arguments, input=stdin, catch_exceptions=False)


def test_every_message_has_an_indonesian_text() -> None:
    """What the source says is in the catalog, translated, and nothing else is; see `make messages`."""
    catalog = {entry.msgid: entry.msgstr for entry in polib.pofile(str(CATALOG))}
    texts = said()
    assert {text: place for text, place in texts.items() if not catalog.get(text)} == {}
    assert sorted(set(catalog) - set(texts)) == []


VERBS = {"{0} of {1} segments {2} no English yet": {"{2}"}}
"""Fields that hold an English verb's form (“has”, “have”), for which Indonesian has no need."""


def test_both_texts_have_the_same_fields_and_words_for_the_machine() -> None:
    """Numbered fields, options, commands, keys and code in backquotes are never translated."""
    wrong = []
    for entry in polib.pofile(str(CATALOG)):
        for pattern in (r"\{\w+\}", r"`[^`]+`", r"--[a-z-]+", r"\b[A-Z]+_[A-Z_]+\b", r"\$[A-Z]+"):
            here, there = (sorted(re.findall(pattern, text)) for text in (entry.msgid, entry.msgstr))
            spoken = pattern.startswith("`") and "# silence" in entry.msgid
            if set(here) - VERBS.get(entry.msgid, set()) != set(there) and not spoken:
                wrong.append((entry.msgid, pattern))
        if entry.msgid[:1].isspace() != entry.msgstr[:1].isspace():
            wrong.append((entry.msgid, "begins with a space"))
    assert wrong == []


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "id_ID"}, "id"),
        ({"LANG": "id_ID", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": "id:en"}, "id"),
        ({"LANG": "id_ID", "LANGUAGE": "su:jv:en"}, "en"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_the_language_is_the_one_chosen_for_programs(environment: dict[str, str], language: str) -> None:
    """In gettext's order; English where it is neither of ours."""
    assert language_of(environment) == language


def test_a_message_is_found_by_its_form() -> None:
    """Fields are carried over, those that are messages are translated, quoted ones never are."""
    speak("id")
    assert translated("there is no status x; y") == "tidak ada status x; y"
    assert translated("wrote a b: 8 pairs of 1 article") == "menulis a b: 8 pairs dari 1 article"
    assert translated("nothing that anybody says") == "nothing that anybody says"
    assert translated("the English has “title” twice") == "dalam terjemahan, “title” muncul dua kali"
    assert gettext("pairs") == "pasangan"
    long = "there is no status " + "x" * 5000
    assert translated(long) == long
    speak("en")
    assert translated("there is no status x") == "there is no status x"


def test_no_message_takes_long() -> None:
    """A text that almost fits every form costs one pass over it, whatever stands in it."""
    speak("id")
    for form in i18n._catalog().forms:
        text = ("".join(form.between) * 50)[: i18n.LONGEST]
        assert isinstance(translated(text), str)


def test_commands_speak_indonesian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines, problems with their hints, refusals, the next step; by LANG, LANGUAGE or `--lang`."""
    monkeypatch.chdir(make_site(tmp_path))
    result = in_indonesian("sync", LANG="id_ID.UTF-8")
    assert result.stdout == "0 katalog ditulis, 1 sudah mutakhir\n"
    assert result.stderr == "berikutnya: sejajar translate\n"
    article = Path(FOLDER) / "article.id.md"
    article.write_text(article.read_text("utf-8").replace("status: published", "status: terbit"), "utf-8")
    result = in_indonesian("check", LANGUAGE="id:en")
    assert result.stderr.splitlines()[0] == (
        f"{FOLDER}/article.id.md:3: error status: tidak ada status terbit; "
        "pilihannya draft, published, retracted"
    )
    result = in_indonesian("--lang", "id", "check", "tidak/ada")
    assert (result.exit_code, result.stderr) == (
        2,
        "kesalahan: tidak/ada bukan artikel situs ini; sebutkan folder artikel, salah satu berkasnya, "
        "atau folder di atasnya\n",
    )
    assert in_indonesian("--lang", "en", "sync", LANG="id_ID").stderr.endswith("next: sejajar translate\n")


def test_json_is_the_same_in_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs read it."""
    monkeypatch.chdir(make_site(tmp_path))
    assert in_indonesian("check", "--json", LANG="id").stdout == in_indonesian("check", "--json").stdout


@pytest.mark.parametrize("command", [(), *((name,) for name in sorted(main.commands))])
def test_help_is_in_indonesian(command: tuple[str, ...]) -> None:
    """The description, every option and the headings; no English sentence is left."""
    told = in_indonesian("--lang", "id", *command, "--help").stdout
    assert told.startswith("Pemakaian: ")
    assert "Opsi:" in told
    assert "Menampilkan bantuan ini lalu selesai." in told
    assert not re.search(r"\b(the|and|with|that|which)\b", re.sub(r"`[^`]*`|\.\.\.", "", told)), told


def test_a_wrong_call_is_refused_in_indonesian() -> None:
    """What click says too."""
    result = in_indonesian("--lang", "id", "check", "--entah")
    assert (result.exit_code, result.stderr) == (
        2,
        "Pemakaian: main check [OPTIONS] [PATH]...\n"
        "\n"
        "Coba 'main check -h' untuk bantuan.\n"
        "Galat: Tidak ada opsi '--entah'.\n",
    )


def test_help_loads_nothing_heavy() -> None:
    """Neither MkDocs nor what translates, draws or reads catalogs: people ask for help often."""
    heavy = (
        "mkdocs babel PIL numpy requests bs4 markdown_it polib openpyxl sejajar.commands sejajar.rendering"
    )
    code = (
        "import sys\nfrom sejajar.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    environment = {**os.environ, "LANG": "C"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_status_loads_nothing_that_imports_checks_or_fetches(tmp_path: Path) -> None:
    """It only counts: no rule and no table of words, nothing that reads pastes or makes feeds."""
    heavy = (
        "sejajar.checking sejajar.importing.recognising sejajar.importing.sources "
        "sejajar.translating sejajar.search sejajar.formats.tables feedgenerator urllib3 requests numpy "
        "openpyxl"
    )
    code = (
        "import sys\nfrom sejajar.cli import main\n"
        "try:\n    main(['status'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    site = make_site(tmp_path)
    environment = {**os.environ, "LANG": "C"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, cwd=site)
    total, loaded = done.stdout.splitlines()[-2:]
    assert total.startswith("1 article"), done.stdout
    assert loaded == "[]"


def test_what_an_article_says_is_never_translated(tmp_path: Path) -> None:
    """A title that looks like one of our messages is printed as it is; only its label is ours."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [sejajar]\n", encoding="utf-8")
    for folder in ("content", "docs"):
        (tmp_path / folder).mkdir()
    pasted = tmp_path / "teks.txt"
    pasted.write_text(
        "Main Clash of Clans\n\nJakarta, Warta Uji - Warga menunggu kabar dari balai kota.\n",
        encoding="utf-8",
    )
    site = ["--lang", "id", "-f", str(tmp_path / "mkdocs.yml")]
    done = CliRunner().invoke(main, [*site, "import", str(pasted), "--date", "2025-01-02", "--dry-run"])
    assert "judul: Main Clash of Clans\n" in done.stdout, done.output

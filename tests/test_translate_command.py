"""`sejajar translate`: what it sends, writes, prints and exits with, against engines on loopback."""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.build.executors import VARIABLE
from sejajar.cli import main
from sejajar.cli.progress import span
from sejajar.commands import Site, save
from sejajar.model import Catalog, Entry, State
from sejajar.storage import locks, site_lock
from sejajar.translating import ENGINES
from sejajar.translating.fill import IN_FLIGHT
from servers import Served, pseudo, serving
from sites import ARTICLE, ENGLISH, FOLDER, add_article, make_site
from waiting import PATIENCE, until

pytestmark = pytest.mark.usefixtures("site")

SEJAJAR = "from sejajar.cli import main; main()"
CATALOG = f"{FOLDER}/article.en.po"
DAY = date(2026, 11, 23)
OTHER = "content/2025/2025-04-01-berita-lain"
TARGET = "Pemerintah menargetkan 2 juta ton gabah."
QUOTE = "“Kami menunggu harga yang pantas,” kata Siti, dilansir Warta Uji."
OTHER_TEXT = f"""\
---
date: 2025-04-01
source: {{outlet: Warta Uji, rights: seizin Warta Uji}}
tags: [Energi]
---

# Harga gas diumumkan pemerintah

{TARGET}

Menteri akan bertemu pengusaha besok.
"""


@pytest.fixture
def engine() -> Iterator[Served]:
    with serving("libretranslate") as served:
        yield served


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Served) -> Path:
    """A small site in the current folder, to be translated by LibreTranslate on loopback."""
    monkeypatch.chdir(make_site(tmp_path))
    path = Path("mkdocs.yml")
    settings = (
        "on_incomplete: ignore\n      translate:\n        engine: libretranslate\n"
        f"        url: {engine.url}\n        requests_per_second: 1000"
    )
    path.write_text(path.read_text().replace("on_incomplete: ignore", settings))
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["translate", *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def read(path: str = CATALOG) -> Catalog:
    catalog, problems = catalog_format.loads(Path(path).read_text(encoding="utf-8"), path)
    assert catalog is not None
    assert not problems
    return catalog


def entry(text: str, path: str = CATALOG) -> Entry:
    return next(entry for entry in read(path).entries if entry.msgid == text)


def host(served: Served) -> str:
    return served.url.removeprefix("http://").strip("/")


def test_a_run_fills_what_is_missing_and_nothing_else(engine: Served) -> None:
    """Three segments come from the engine, marked as its work; the five reviewed ones stay to the byte; it is
    said before the first request where text goes, and at the end what was done."""
    before = {item.key: item for item in read().entries if item.msgstr}
    result = run()
    assert (result.exit_code, result.stdout) == (
        0,
        f"text of 3 segments is sent to {host(engine)} (libretranslate)\n"
        "3 segments translated by libretranslate, 0 from memory, 1 request\n",
    )
    lines = result.stderr.splitlines()
    assert lines[0].startswith("0 of 3 segments")
    assert lines[0].endswith(f": {FOLDER}/article.id.md")
    found = read()
    assert {item.key: item for item in found.entries if item.key in before} == before
    filled = [item for item in found.entries if item.key not in before]
    assert [item.state for item in filled] == [State.MACHINE] * 3
    assert all(item.machine and item.machine.who == "libretranslate" for item in filled)
    again = run()
    assert (again.exit_code, again.stdout) == (
        0,
        "0 segments translated by libretranslate, 0 from memory, 0 requests\n",
    )
    assert len(engine.received) == 1


def test_a_dry_run_says_what_would_be_sent_and_does_nothing(engine: Served) -> None:
    """Segments, characters and requests; no request, no byte on the disk, not even the lock."""
    before = Path(CATALOG).read_bytes()
    result = run("--dry-run")
    characters = sum(map(len, (TARGET, QUOTE, "Siti, petani")))
    assert (result.exit_code, result.stdout) == (
        0,
        f"3 segments of 1 article would be sent to {host(engine)}: {characters} characters, 1 request\n",
    )
    facts = json.loads(run("--dry-run", "--json").stdout)
    assert (facts["segments"], facts["characters"], facts["requests"]) == (3, characters, 1)
    assert Path(CATALOG).read_bytes() == before
    assert not engine.received
    assert not Path(".sejajar").exists()


def test_json_is_all_there_is_on_standard_output() -> None:
    """One object with the whole summary."""
    facts = json.loads(run("--json").stdout)
    assert facts.pop("host").startswith("127.0.0.1")
    assert facts == {
        "engine": "libretranslate",
        "filled": 3,
        "from_memory": 0,
        "unprotected": 0,
        "asked_again": 0,
        "corrected": 0,
        "flagged": 0,
        "overtaken": 0,
        "withheld": 0,
        "left": 0,
        "requests": 1,
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "cost": 0.0},
        "stopped": None,
        "interrupted": False,
        "complete": True,
        "problems": [],
    }


def test_what_was_reviewed_anywhere_is_used_again_also_for_a_part_of_the_site(site: Path) -> None:
    """The memory knows all articles, whichever are selected; what it gives is a machine's work."""
    add_article(site, OTHER, OTHER_TEXT, {TARGET: "The government aims for 2 million tons of paddy."})
    result = run(FOLDER)
    assert result.stdout.endswith("2 segments translated by libretranslate, 1 from memory, 1 request\n")
    remembered = entry(TARGET)
    assert remembered.msgstr == "The government aims for 2 million tons of paddy."
    assert remembered.state is State.MACHINE
    assert remembered.machine is not None
    assert remembered.machine.who == "memory"
    assert (
        entry("Menteri akan bertemu pengusaha besok.", f"{OTHER}/article.en.po").state is State.UNTRANSLATED
    )


@pytest.mark.parametrize(
    ("options", "segments"),
    [
        ((), 6),
        (("--tag", "energi"), 3),
        (("--tag", "Energi", "--tag", "pangan"), 6),
        (("--tag", "Olahraga"), 0),
        (("--since", "2025-03-07"), 3),
        (("--until", "2025-03-06"), 3),
        (("--since", "2025-03-06", "--until", "2025-04-01"), 6),
        ((OTHER,), 3),
        (("--limit", "4"), 4),
        (("--limit", "0"), 0),
    ],
)
def test_a_run_is_narrowed_by_path_tag_date_and_number(
    site: Path, options: tuple[str, ...], segments: int
) -> None:
    """Each selection asks for its segments and no others."""
    add_article(site, OTHER, OTHER_TEXT, {})
    assert json.loads(run("--dry-run", "--json", *options).stdout)["segments"] == segments


def test_a_limit_is_kept_and_what_is_left_is_said() -> None:
    """A run that stops at its limit is complete: that is what was asked for."""
    result = run("--limit", "1")
    assert (result.exit_code, result.stdout.splitlines()[1:]) == (
        0,
        ["1 segment translated by libretranslate, 0 from memory, 1 request", "2 segments not asked for yet"],
    )


def test_machine_work_is_done_again_only_when_asked_for(engine: Served) -> None:
    """`--again` with an engine that answers otherwise replaces a machine's English and no person's."""
    run()
    engine.translate = lambda text: f"Then {pseudo(text)}"
    assert json.loads(run("--json").stdout)["filled"] == 0
    assert json.loads(run("--json", "--again").stdout)["filled"] == 3
    assert entry(TARGET).msgstr.startswith("Then ")
    assert entry("Harga gabah").msgstr == ENGLISH["Harga gabah"]


def test_the_engine_and_its_address_can_be_named(engine: Served) -> None:
    """`--engine` and `--url` go before the settings, whose address is for their own engine only."""
    with serving("google") as google:
        result = run("--engine", "google", "--url", google.url, "--rate", "1000")
        assert f"is sent to {host(google).removesuffix('/m')} (google)" in result.stdout
        assert len(google.received) == 3
    assert result.exit_code == 0
    assert not engine.received
    assert (
        json.loads(run("--engine", "google", "--dry-run", "--json").stdout)["host"] == "translate.google.com"
    )


def test_confidential_articles_go_to_private_engines_only(engine: Served) -> None:
    """Withheld with a warning, until the settings list the engine as private; another server of that engine,
    named for one run, is not meant by that."""
    article = Path(FOLDER, "article.id.md")
    article.write_text(article.read_text().replace("place: Bandung", "place: Bandung\nconfidential: true"))
    result = run()
    assert result.exit_code == 0
    assert not engine.received
    assert result.stdout.splitlines()[-1] == "3 segments of confidential articles held back"
    assert (
        f"{FOLDER}/article.id.md: warning confidential: 3 segments of a confidential article are not sent to "
        f"{host(engine)}; list an engine that keeps texts to itself under `translate: private:`, and use "
        "that one\n" in result.stderr
    )
    config = Path("mkdocs.yml")
    config.write_text(
        config.read_text().replace("requests_per", "private: [libretranslate]\n        requests_per")
    )
    elsewhere = run("--dry-run", "--json", "--url", "https://translate.example.org/")
    facts = json.loads(elsewhere.stdout)
    assert (facts["segments"], facts["withheld"]) == (0, 3)
    assert json.loads(run("--json").stdout)["filled"] == 3


def test_a_refused_segment_is_a_problem_and_exit_code_1(engine: Served) -> None:
    """An engine that echoes: nothing is written, each segment is named with its line, and the run says so."""
    engine.fault = lambda _: "echo"
    result = run()
    assert result.exit_code == 1
    line = ARTICLE.split(TARGET)[0].count("\n") + 1
    problem = f"{FOLDER}/article.id.md:{line}: error not-translated: libretranslate: "
    assert problem in result.stderr
    assert "refused; see above" in result.stdout
    assert entry(TARGET).state is State.UNTRANSLATED


def test_an_engine_that_sends_us_away_is_left_alone_until_a_time(engine: Served) -> None:
    """The breaker opens at once where the server asks for a long pause; the summary says until when."""
    engine.fault = lambda _: "429"
    engine.retry_after = "7200"
    result = run()
    assert result.exit_code == 1
    assert len(engine.received) == 1
    last = result.stdout.splitlines()[-1]
    assert re.fullmatch(r"stopped: .+; run it again after 20\d\d-\d\d-\d\d \d\d:\d\d", last)
    assert json.loads(run("--json").stdout)["stopped"]["until"][:2] == "20"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--engine", "deepl"),
            "error: the engine deepl needs a key in the environment variable SEJAJAR_DEEPL_KEY\n",
        ),
        (
            ("content/2031",),
            "error: content/2031 is no article of this site; "
            "name an article's folder, one of its files or a folder above\n",
        ),
    ],
)
def test_wrong_calls_exit_with_2(
    monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], message: str
) -> None:
    """An engine without its key, a path without an article: one line, and nothing else happens."""
    for name in ("SEJAJAR_DEEPL_KEY", "DEEPL_AUTH_KEY"):
        monkeypatch.delenv(name, raising=False)
    result = run(*options)
    assert (result.exit_code, result.stderr) == (2, message)


def test_only_who_asks_for_a_cluster_has_one_translate(
    engine: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not whoever has set one for builds: from there texts leave from other machines, with other keys."""
    monkeypatch.setenv(VARIABLE, "tcp://127.0.0.1:9")
    assert run().exit_code == 0
    assert engine.received


def test_two_runs_at_once_are_one_too_many(site: Path, engine: Served) -> None:
    """The second ends at once, says why, and has sent nothing; git does not see the lock."""
    with site_lock(storage.state_folder(site) / "lock"):
        result = run()
    assert (result.exit_code, result.stderr) == (
        1,
        "error: another `sejajar translate` is at work in this site (it holds .sejajar/lock); "
        "wait until it has ended, or end it with Ctrl-C: nothing is lost\n",
    )
    assert not engine.received
    assert run().exit_code == 0
    assert Path(".sejajar/.gitignore").read_text() == "*\n"


def test_broken_articles_are_said_and_left_alone_while_others_are_filled(site: Path) -> None:
    """Exit code 1 and the article's problem; the other article gets its English."""
    add_article(site, OTHER, OTHER_TEXT, {})
    article = Path(FOLDER, "article.id.md")
    article.write_text(article.read_text(encoding="utf-8") + "\n<b>tebal</b>\n", encoding="utf-8")
    before = Path(CATALOG).read_bytes()
    result = run()
    assert result.exit_code == 1
    assert result.stderr.count(": error html: ") == 1
    assert Path(CATALOG).read_bytes() == before
    assert all(item.state is State.MACHINE for item in read(f"{OTHER}/article.en.po").entries)


def test_halves_of_catalogs_that_a_killed_run_left_are_swept() -> None:
    """Those of nobody go, whatever the clock says; one that a program is writing at this moment stays."""
    old, new = Path(FOLDER, ".sejajar-abc"), Path(FOLDER, ".sejajar-def")
    for path in (old, new):
        path.write_text("half")
    os.utime(old, (2**33, 2**33))
    with new.open("rb") as writing:
        locks.claim(writing.fileno())
        run()
    assert (old.exists(), new.exists()) == (False, True)


ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ENGINES)
def test_our_own_briefings_are_filled_through_every_engine(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All English taken away, then one run: nothing is left, nothing refused, and every entry
    is that machine's."""
    monkeypatch.setenv("SEJAJAR_DEEPL_KEY", "a-key")
    root = tmp_path / "ours"
    root.mkdir()
    monkeypatch.chdir(root)
    shutil.copytree(ROOT / "content", root / "content")
    config = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(with_model(config), encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Sejajar\n")
    catalogs = sorted(root.rglob("article.en.po"))
    for path in catalogs:
        path.unlink()
    with serving(name) as served:
        facts = json.loads(run("--engine", name, "--url", served.url, "--rate", "10000", "--json").stdout)
        assert facts["requests"] == len(served.received)
    assert facts["problems"] == []
    assert (facts["complete"], facts["left"], facts["from_memory"]) == (True, 0, 0)
    entries = [item for path in catalogs for item in read(str(path.relative_to(root))).entries]
    assert facts["filled"] == len(entries)
    assert {item.state for item in entries} == {State.MACHINE}
    assert all(item.machine and item.machine.who == name for item in entries)


def with_model(config: str) -> str:
    return config.replace("requests_per", "model: uji\n        requests_per")


def start(site: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error::ResourceWarning", "-c", SEJAJAR, "translate", *arguments]
    return subprocess.Popen(
        command,
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(storage.__file__).parents[1])},
    )


def asked(server: Served, times: int) -> None:
    """Waits until the server has been asked so often."""
    until(lambda: len(server.received) >= times, lambda: f"{len(server.received)} requests, not {times}")


def test_ctrl_c_ends_a_real_run_with_a_summary(site: Path) -> None:
    """SIGINT in mid-fill: what had arrived is on the disk, the summary says so, the exit code is 1; the next
    run fills the rest."""
    texts = [f"Kabar nomor {number} dari daerah itu belum dapat dipastikan." for number in range(60)]
    add_article(site, OTHER, OTHER_TEXT + "\n" + "\n\n".join(texts) + "\n", {})
    with serving("google", answers=9) as google:
        process = start(site, OTHER, "--engine", "google", "--url", google.url, "--rate", "1000")
        asked(google, 10)
        process.send_signal(signal.SIGINT)
        google.answers = math.inf
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 1, err
        assert "Traceback" not in err
        assert out.splitlines()[-1] == (
            "interrupted; what had arrived is saved, and the next run goes on from there"
        )
        done = re.search(r"^(\d+) segments? translated by google", out, re.MULTILINE)
        assert done is not None
        path = f"{OTHER}/article.en.po"
        states = [item.state for item in read(path).entries]
        assert 0 < states.count(State.MACHINE) == int(done[1]) < 60
        result = run(OTHER, "--engine", "google", "--url", google.url, "--rate", "1000")
    assert result.exit_code == 0
    assert all(item.state is State.MACHINE for item in read(path).entries)


def test_a_killed_run_leaves_whole_catalogs_and_no_lock(site: Path) -> None:
    """`kill -9` of the real command, twice: the catalog loads, what is in it is right, what was reviewed is
    as it was, and the next run is not locked out and goes on."""
    texts = [f"Kabar nomor {number} dari daerah itu belum dapat dipastikan." for number in range(40)]
    reviewed = {TARGET: "The government aims for 2 million tons of paddy."}
    add_article(site, OTHER, OTHER_TEXT + "\n" + "\n\n".join(texts) + "\n", reviewed)
    path = f"{OTHER}/article.en.po"
    before = entry(TARGET, path)
    with serving("google") as google:
        for kill in (1, 2):
            google.answers = 10 * kill
            process = start(site, OTHER, "--engine", "google", "--url", google.url, "--rate", "1000")
            asked(google, 10 * kill)
            process.kill()
            process.communicate(timeout=PATIENCE)
            found = [item for item in read(path).entries if item.state is State.MACHINE]
            assert len(found) >= 10 * kill - 2 * kill * IN_FLIGHT
            assert all(item.msgstr == pseudo(item.msgid) for item in found)
            assert entry(TARGET, path) == before
        google.answers = math.inf
        result = run(OTHER, "--engine", "google", "--url", google.url, "--rate", "1000")
    assert result.exit_code == 0, result.stderr
    states = [item.state for item in read(path).entries]
    assert (states.count(State.MACHINE), states.count(State.REVIEWED)) == (42, 1)


def test_a_save_keeps_what_others_wrote_since_the_catalog_was_read(site: Path) -> None:
    """With its base a save replaces only what nobody touched; a signature from outside wins."""
    path = Path(CATALOG)
    base = read()
    ours = base.updated(
        catalog_format.filled(item, "By machine.", "google", DAY)
        for item in base.entries
        if item.msgid in (TARGET, QUOTE)
    )
    outside = base.updated([catalog_format.signed(entry(TARGET), "By Ana.", "Ana", DAY)])
    path.write_text(catalog_format.dumps(outside), encoding="utf-8")
    settings = Site(site, site / "docs")
    saved = save(settings, ours, base)
    assert saved.wrote
    assert (entry(TARGET).msgstr, entry(TARGET).signed) == ("By Ana.", True)
    assert entry(QUOTE).msgstr == "By machine."
    assert saved.catalog == read()
    assert not save(settings, ours, base).wrote


def test_a_save_tries_again_when_somebody_writes_in_between(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between our reading and our renaming a person saves: nothing of theirs is overwritten."""
    path = Path(CATALOG)
    base = read()
    ours = base.updated([catalog_format.filled(entry(QUOTE), "By machine.", "google", DAY)])
    theirs = base.updated([catalog_format.signed(entry(TARGET), "By Ana.", "Ana", DAY)])
    real, calls = storage.exchange, []

    def interrupted(root: Path, name: str, before: str | None, text: str) -> bool:
        calls.append(text)
        if len(calls) == 1:
            path.write_text(catalog_format.dumps(theirs), encoding="utf-8")
        return real(root, name, before, text)

    monkeypatch.setattr(storage, "exchange", interrupted)
    assert save(Site(site, site / "docs"), ours, base).wrote
    assert len(calls) == 2
    assert (entry(TARGET).msgstr, entry(QUOTE).msgstr) == ("By Ana.", "By machine.")


def test_a_save_leaves_an_unreadable_file_alone(site: Path) -> None:
    """A catalog that somebody is in the middle of breaking is reported, not replaced."""
    base = read()
    path = Path(CATALOG)
    path.write_bytes(b"\xff\xfe broken")
    saved = save(Site(site, site / "docs"), base, base)
    assert [str(problem) for problem in saved.problems] == [
        f"{CATALOG}:1: error encoding: the byte 0xFF is not UTF-8; save the file as UTF-8"
    ]
    assert not saved.wrote
    assert path.read_bytes() == b"\xff\xfe broken"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.4, "0 s"), (75, "75 s"), (600, "10 min"), (11_100, "3 h 05 min")]
)
def test_times_are_told_in_the_unit_that_fits(seconds: float, said: str) -> None:
    """Nobody reads 11,100 seconds."""
    assert span(seconds) == said

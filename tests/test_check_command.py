"""`check`, `status` and the plugin: what they say of pairs, where, how loudly, and how often they look."""

from __future__ import annotations

import datetime as dt
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.config import load_config
from PIL import Image

from forking import mkdocs
from photos import photo
from sejajar import commands, storage
from sejajar.checking import check_counting
from sejajar.cli import bars, main
from sejajar.cli.github import workflow_commands
from sejajar.commands import ArticleStatus, Site, Workspace, check_results, load
from sejajar.model import Location, Problem, Severity, State
from sejajar.plugin import SejajarPlugin
from sejajar.site.settings import OnIncomplete, Settings
from sites import ARTICLE, ENGLISH, FOLDER, make_site

Run = Callable[..., Result]
CATALOG = f"{FOLDER}/article.en.po"
WRONG = ENGLISH | {"Petani memanen 1.200 hektare sawah.": "Farmers are harvesting 1,300 hectares of paddy."}
NUMBERS = "the source says “1.200 hektare” (1,200), the English “1,300 hectares” (1,300)"
MEANT = "# silence: numbers the ministry corrected it\n"


def site_with(root: Path, english: dict[str, str]) -> Path:
    return make_site(root, articles=[(FOLDER, ARTICLE, english)])


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a site with one wrong figure and three segments without English."""
    monkeypatch.chdir(site_with(tmp_path, WRONG))
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def line_of(text: str) -> int:
    """Where the entry with this Indonesian begins in the catalog."""
    lines = Path(CATALOG).read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line == f'msgid "{text}"')
    return max(number for number in range(at) if not lines[number]) + 2


def edit(old: str, new: str, path: str = CATALOG) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_wrong_figure_is_an_error_at_its_entry(run: Run) -> None:
    """The catalog's line, both sides, exit code 1; what has no English is named, and not as wrong."""
    result = run("check")
    line = line_of("Petani memanen 1.200 hektare sawah.")
    missing = line_of("Pemerintah menargetkan 2 juta ton gabah.")
    assert result.exit_code == 1
    first, second, *_ = result.stderr.splitlines()
    assert first.startswith(f"{CATALOG}:{line}: error numbers: {NUMBERS}")
    assert second == (
        f"{CATALOG}:{missing}: info untranslated: 3 of 8 segments have no English yet; "
        "run `sejajar translate`, or write it yourself"
    )
    assert result.stdout == "1 article, 8 pairs checked: 1 error, 0 warnings\n"


def test_a_silenced_rule_is_counted_and_no_longer_an_error(run: Run) -> None:
    """A person's reason in the catalog turns the error into a number at the end."""
    edit('msgctxt "point"', MEANT + 'msgctxt "point"')
    result = run("check")
    assert (result.exit_code, result.stdout) == (
        0,
        "1 article, 8 pairs checked: 0 errors, 0 warnings, 1 silenced\n",
    )
    facts = json.loads(run("check", "--json").stdout)
    assert (facts["articles"], facts["pairs"], facts["silenced"]) == (1, 8, 1)
    assert {problem["code"] for problem in facts["problems"]} == {"untranslated"}


def test_stale_english_is_named_and_not_judged(run: Run) -> None:
    """It was made for another wording: its figures are right for that one."""
    edit("1.200 hektare sawah", "1.400 hektare sawah", f"{FOLDER}/article.id.md")
    run("sync")
    result = run("check")
    line = line_of("Petani memanen 1.400 hektare sawah.")
    assert result.exit_code == 0
    assert (
        f"{CATALOG}:{line}: warning stale: the Indonesian has changed since this English was made; "
        "bring the English up to date with `sejajar review`\n" in result.stderr
    )
    assert "numbers" not in result.stderr


def test_github_gets_annotations_the_worst_first(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workflow command a problem, with the path below the repository."""
    line = line_of("Petani memanen 1.200 hektare sawah.")
    result = run("check", "--github")
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert lines[0].startswith(f"::error file={CATALOG},line={line},title=sejajar numbers::{NUMBERS}")
    assert [item.split()[0] for item in lines[1:-1]] == ["::notice"]
    assert lines[-1] == "1 article, 8 pairs checked: 1 error, 0 warnings"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    assert f"::error file={tmp_path.name}/{CATALOG},line={line}," in run("check", "--github").stdout
    both = run("check", "--github", "--json")
    assert (both.exit_code, both.stderr) == (
        2,
        "error: --github and --json are two ways of printing; choose one\n",
    )


@pytest.mark.parametrize(
    ("on_incomplete", "severities"), [("ignore", "info"), ("warn", "warning"), ("error", "error")]
)
def test_gaps_are_one_problem_as_severe_as_in_a_build(
    tmp_path: Path, on_incomplete: OnIncomplete, severities: str
) -> None:
    """Not a line a segment; and none of what is retracted."""
    site_with(tmp_path, ENGLISH)
    site, workspace = loaded(tmp_path)
    settings = Settings(on_incomplete=on_incomplete)
    (found,) = commands.check(workspace, on_incomplete=on_incomplete).problems
    assert (found.severity, found.code) == (severities, "untranslated")
    (built,) = told(replace(site, settings=settings), "incomplete") or (found,)
    assert built.severity == found.severity
    path = tmp_path / FOLDER / "article.id.md"
    path.write_text(path.read_text("utf-8").replace("status: published", "status: retracted"), "utf-8")
    assert commands.check(load(site), on_incomplete=on_incomplete).problems == ()


def test_a_draft_is_checked_as_if_it_were_published(tmp_path: Path) -> None:
    """What will stop it on the day is an error today: rights and credits, its figures, its gaps."""
    picture = '\n![Pasar](pasar.jpg "Pasar pagi")\n'
    found = {}
    for status in ("draft", "published"):
        text = ARTICLE.replace("status: published", f"status: {status}").replace(
            ", rights: seizin Warta Uji", ""
        )
        root = make_site(tmp_path / status, articles=[(FOLDER, text + picture, WRONG)])
        Image.new("RGB", (2, 2)).save(root / FOLDER / "pasar.jpg")
        report = commands.check(load(Site(root, root / "docs")), on_incomplete="error")
        found[status] = {(problem.severity, problem.code) for problem in report.problems}
    ready = {(Severity.ERROR, code) for code in ("rights", "credit")}
    assert found["draft"] == ready | {(Severity.ERROR, "numbers"), (Severity.ERROR, "untranslated")}
    assert found["published"] >= ready


def test_warnings_are_for_check_to_say(run: Run) -> None:
    """Of an unknown tag no other command speaks; of an error each does, since it is in the way."""
    edit("tags: [Pangan]", "tags: [Pangan, Padi]", f"{FOLDER}/article.id.md")
    assert "“Padi”" in run("check").stderr
    for command in ("sync", "status", "generate", "review"):
        assert "“Padi”" not in run(command, *(["--as", "Ana"] if command == "review" else [])).stderr, command
    edit("## 1.", "### 1.", f"{FOLDER}/article.id.md")
    for command in ("sync", "status", "generate"):
        assert "error heading-level" in run(command).stderr, command


def test_workflow_commands_are_escaped_as_github_reads_them() -> None:
    """Per cent signs and line ends everywhere, colons and commas in the properties only."""
    problem = Problem(Location("a,b:c%.po"), Severity.WARNING, "terms", "50 %: x,\r\ny", "z")
    assert list(workflow_commands([problem], str)) == [
        "::warning file=a%2Cb%3Ac%25.po,title=sejajar terms::50 %25: x,%0D%0Ay; z"
    ]


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return mkdocs("build", *options, cwd=root)


def test_a_strict_build_does_not_publish_a_wrong_figure(tmp_path: Path) -> None:
    """The error is a MkDocs warning with file and line, which `--strict` counts; no finding is on
    the page itself, which a plain build publishes."""
    root = site_with(tmp_path, WRONG)
    strict = build(root, "--strict")
    assert strict.returncode == 1
    said = [line for line in strict.stderr.splitlines() if line.startswith("WARNING")]
    assert len(said) == 1
    assert re.search(rf"sejajar: {CATALOG}:\d+: warning numbers: {re.escape(NUMBERS)}", said[0])
    assert "untranslated" not in strict.stderr
    page = (root / "site/en/2025/03/panen-raya/index.html").read_text(encoding="utf-8")
    assert "1,300 hectares" in page
    assert "sj-findings" not in page


def loaded(root: Path, **settings: str) -> tuple[Site, commands.Workspace]:
    site = Site(root, root / "docs", Settings(**settings))  # type: ignore[arg-type]
    return site, load(site)


def findings(site: Site) -> tuple[Problem, ...]:
    shown = commands.now(site, MOMENT, drafts=False).whole.shown
    return tuple(problem for article in shown for problem in article.found())


def told(site: Site, code: str) -> list[Problem]:
    """What a build says of the content, of one sort."""
    return [one for one in commands.now(site, MOMENT, drafts=False).problems if one.code == code]


MOMENT = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)


def test_a_warning_is_a_remark_and_what_is_not_published_is_not_said(tmp_path: Path) -> None:
    """One step down each: error to warning, warning to info. Unreviewed English that is held back and
    retracted articles say nothing."""
    site_with(tmp_path, WRONG)
    os.chdir(tmp_path)
    path = Path(CATALOG)
    edit('msgctxt "title"', '# silence: nothing of the kind\nmsgctxt "title"')
    site, workspace = loaded(tmp_path)
    found = findings(site)
    assert [(problem.severity, problem.code) for problem in found] == [
        (Severity.INFO, "unknown-rule"),
        (Severity.WARNING, "numbers"),
    ]
    edit('msgctxt "point"', '#, fuzzy\nmsgctxt "point"')
    site, workspace = loaded(tmp_path, publish_english="reviewed")
    found = findings(site)
    assert [problem.code for problem in found] == ["unknown-rule"]
    edit("status: published", "status: retracted", f"{FOLDER}/article.id.md")
    site, workspace = loaded(tmp_path)
    assert check_results(site, workspace).of[f"{FOLDER}/article.id.md"].problems
    assert findings(site) == ()
    assert path.is_file()


def pages(site: Site, workspace: Workspace, *, marked: bool) -> Mapping[str, Path]:
    """What a build is made from."""
    own = storage.run_folder(site.root)
    return commands.prepare(site, workspace, own, check_results(site, workspace), marked=marked).pages


def test_findings_stand_on_their_pairs_when_they_are_to_be_marked(tmp_path: Path) -> None:
    """As under `mkdocs serve`: in both editions, inside the pair that is concerned and in no other."""
    site_with(tmp_path, WRONG)
    site, workspace = loaded(tmp_path)
    marked = pages(site, workspace, marked=True)
    for edition in ("id", "en"):
        text = marked[f"{edition}/2025/03/panen-raya.md"].read_text("utf-8").replace("\u00a0", " ")
        assert text.count("sj-findings") == 1
        place = text.index("sj-findings")
        assert text.index("1,300 hectares") < place < text.index("Panen raya dimulai pada Kamis")
    text = pages(site, workspace, marked=False)["en/2025/03/panen-raya.md"].read_text(encoding="utf-8")
    assert "sj-findings" not in text


def test_a_finding_has_a_place_whatever_it_is_about(tmp_path: Path) -> None:
    """The headline and an image's alternative text are no columns of their own; what is wrong with them
    stands there once an edition."""
    picture = '\n![Peta 12 kota](peta.png "Peta 13 kota. Foto: Warta Uji")\n'
    text = ARTICLE.replace("# Panen raya dimulai", "# 14 panen raya dimulai") + picture
    wrong = {
        "14 panen raya dimulai di Jawa Barat": "40 main harvests begin in West Java",
        "Peta 12 kota": "A map of 20 towns",
        "Peta 13 kota. Foto: Warta Uji": "A map of 30 towns. Photo: Warta Uji",
        "Harga gabah": "The price of 5 kilograms of paddy",
    }
    make_site(tmp_path, articles=[(FOLDER, text, wrong)])
    (tmp_path / FOLDER / "peta.png").write_bytes(photo())
    site, workspace = loaded(tmp_path)
    marked = pages(site, workspace, marked=True)
    for edition in ("id", "en"):
        page = marked[f"{edition}/2025/03/panen-raya.md"].read_text(encoding="utf-8")
        assert page.count('class="sj-findings"') == 4
        for figure in ("“40", "“20", "“30", "“5 kilograms"):
            assert page.count(figure) == 1, figure


def test_the_plugin_marks_pairs_under_serve_only(tmp_path: Path) -> None:
    """The same site, as `mkdocs serve` prepares it and as `mkdocs build` does."""
    root = site_with(tmp_path, WRONG)
    for command, marks in (("serve", 1), ("build", 0)):
        config = load_config(str(root / "mkdocs.yml"))
        plugin = config.plugins["sejajar"]
        assert isinstance(plugin, SejajarPlugin)
        plugin.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
        config.plugins.on_config(config)
        plugin.on_pre_build(config=config)
        content = plugin.work.build.content("en/2025/03/panen-raya.md")
        assert content.html.count("sj-findings") == marks
        plugin.on_shutdown()


def test_an_unchanged_article_is_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither under `serve` nor in the next build; an edit of its text, its catalog or the glossary has it
    checked, and a damaged record counts as none."""
    root = site_with(tmp_path, WRONG)
    seen: list[str] = []

    def counting(briefing: object, *how: object) -> object:
        seen.append("checked")
        return check_counting(briefing, *how)  # type: ignore[arg-type]

    monkeypatch.setattr("sejajar.build.checks.check_counting", counting)

    def looks(before: commands.CheckResults | None = None) -> int:
        seen.clear()
        site, workspace = loaded(root)
        found = check_results(site, workspace, before)
        assert [problem.code for problem in found.of[f"{FOLDER}/article.id.md"].problems] == ["numbers"]
        assert found.counts == {f"{FOLDER}/article.id.md": 1}
        return len(seen)

    assert [looks(), looks()] == [1, 0]
    site, workspace = loaded(root)
    assert looks(check_results(site, workspace)) == 0
    for path, old, new in (
        (CATALOG, "Main harvest begins", "The main harvest begins"),
        (f"{FOLDER}/article.id.md", "tags: [Pangan]", "tags: [Pangan, Tani]"),
        ("content/glossary.csv", "Pangan,Food", "Pangan,Foodstuffs"),
    ):
        target = root / path
        text = target.read_text(encoding="utf-8")
        assert old in text
        target.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert [looks(), looks()] == [1, 0], path


def row(name: str, day: int, **counts: int) -> ArticleStatus:
    states = {State(state.replace("_", "-")): number for state, number in counts.items()}
    return ArticleStatus(f"content/2025/{name}/article.id.md", name, date(2025, 1, day), states, 0)


ROWS = (
    row("2025-01-01-selesai", 1, reviewed=10),
    row("2025-01-02-separuh-jalan-dengan-nama-yang-panjang-sekali", 2, reviewed=5, machine=4, stale=1),
    row("2025-01-03-baru", 3, untranslated=8),
    row("2025-01-04-lebih-baru", 4, untranslated=7, needs_work=1),
)


def test_bars_fit_the_terminal_and_the_worst_stand_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """80 columns at most and less on a narrow terminal; of equals the newest first; the signs alone tell the
    states apart."""
    rows = bars.worst_first(ROWS)
    for columns in (200, 80, 60):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = [re.sub("\x1b.*?m", "", line) for line in bars.chart(rows, "utf-8")]
        assert max(map(len, lines)) <= min(columns, 80)
    monkeypatch.setenv("COLUMNS", "50")
    assert [re.sub("\x1b.*?m", "", line) for line in bars.chart(rows, "utf-8")] == [
        "2025-01-04-lebih-ba…  ▒▒▒··················   0/8",
        "2025-01-03-baru       ·····················   0/8",
        "2025-01-02-separuh-…  ███████████▓▓▓▓▓▓▓▓░░   5/10",
        "2025-01-01-selesai    █████████████████████  10/10",
        "4 articles            █████████▓▓▒░········  15/36",
        "",
        "  ██ reviewed     15",
        "  ▓▓ machine       4",
        "  ▒▒ needs-work    1",
        "  ░░ stale         1",
        "  ·· untranslated 15",
        "     of the reviewed, 0 signed by name",
    ]


def test_a_terminal_without_blocks_gets_plain_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the chart is beyond the terminal's encoding."""
    monkeypatch.setenv("COLUMNS", "50")
    lines = [re.sub("\x1b.*?m", "", line) for line in bars.chart(ROWS[1:2], "ascii")]
    assert lines[0] == "2025-01-02-separuh-~  ###########========!!   5/10"
    "".join(lines).encode("ascii")


@pytest.mark.parametrize("width", [8, 9, 24, 37])
def test_a_bar_is_full_and_shows_all_there_is(width: int) -> None:
    """Rounding neither hides a single stale segment nor makes the bar longer."""
    for counts in (
        {State.REVIEWED: 999, State.STALE: 1},
        {State.REVIEWED: 1, State.MACHINE: 1, State.NEEDS_WORK: 1, State.STALE: 1, State.UNTRANSLATED: 5000},
        {State.MACHINE: 7},
    ):
        found = bars.parts(counts, width)
        assert sum(found.values()) == width
        assert found.keys() == counts.keys()
        assert min(found.values()) >= 1
    assert bars.parts({}, width) == {}


def test_status_draws_on_a_terminal_only(run: Run, tmp_path: Path) -> None:
    """Elsewhere numbers in columns, without a single colour."""
    plain = run("status").stdout
    assert plain.splitlines()[-1].split() == "1 article 8 3 0 0 0 5".split()
    assert "\x1b" not in plain
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from sejajar.cli import main; main()", "status"]
    environment = {**os.environ, "PYTHONPATH": str(Path(commands.__file__).parents[2]), "COLUMNS": "80"}
    subprocess.run(command, cwd=tmp_path, env=environment, stdout=theirs, check=True)
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        drawn = terminal.read(10_000).decode()
    assert "\x1b[32m██" in drawn
    assert "of the reviewed, 0 signed by name" in drawn

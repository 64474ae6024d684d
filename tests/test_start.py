"""A new desk's site from nothing, the wheel that brings it, and its way to the readers."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from packaging.requirements import Requirement

from sejajar import __version__, checking, commands, storage
from sejajar import catalogs as catalog
from sejajar.cli import main
from sejajar.commands import Site
from sejajar.commands.origin import origin_of
from sejajar.formats import article, glossary
from sejajar.model import State
from wheels import build_wheel

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
TODAY = dt.date(2026, 11, 23)
SAMPLE = "content/2026/2026-11-23-cara-menulis-artikel"
FILES = [
    ".github/workflows/pages.yml",
    ".gitignore",
    "README.md",
    f"{SAMPLE}/article.en.po",
    f"{SAMPLE}/article.id.md",
    "content/glossary.csv",
    "docs/about.md",
    "docs/index.md",
    "docs/tentang.md",
    "mkdocs.yml",
    "requirements.txt",
]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder, with the package of this tree."""
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR), "GIT_CONFIG_GLOBAL": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "Meja", f"GIT_{who}_EMAIL": "meja@example.org"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = run(sys.executable, "-m", "mkdocs", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done


def init(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", *arguments])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, built as its workflow builds it."""
    folder = tmp_path_factory.mktemp("baru") / "meja"
    started = commands.start(folder, "Meja “Kabar” & <Rekan>", "https://example.org/meja/", TODAY)
    assert started.written == tuple(FILES)
    mkdocs("build", "--strict", cwd=folder)
    return folder


def test_a_new_site_builds_without_a_warning(workspace: Path) -> None:
    """Both editions of the sample, under the name and at the address that were asked for."""
    for edition, title in (
        ("id", "Cara Menulis Artikel di Situs Ini"),
        ("en", "How to write an article for this site"),
    ):
        page = (workspace / f"site/{edition}/2026/11/cara-menulis-artikel/index.html").read_text("utf-8")
        soup = BeautifulSoup(page, "html.parser")
        assert soup.h1
        assert soup.h1.get_text() == title
        assert soup.title
        assert soup.title.get_text().strip() == f"{title} - Meja “Kabar” & <Rekan>"
        address = f"https://example.org/meja/{edition}/2026/11/cara-menulis-artikel/"
        assert [link["href"] for link in soup("link", rel="canonical")] == [address]
    cover = BeautifulSoup((workspace / "site/index.html").read_text("utf-8"), "html.parser").title
    assert cover
    assert cover.get_text() == "Meja “Kabar” & <Rekan>", "the site's name once"
    assert (workspace / "README.md").read_text("utf-8").startswith("# Meja “Kabar” &amp; &lt;Rekan&gt;\n")
    assert not re.findall(r"\{\{\w+\}\}", "".join((workspace / name).read_text("utf-8") for name in FILES))


def test_the_sample_is_sound(workspace: Path) -> None:
    """No problem, not even a remark of the checks; canonical, wholly translated, and signed by nobody."""
    loaded = commands.load(Site(workspace, workspace / "docs"))
    assert loaded.problems == ()
    (briefing,) = loaded.briefings
    assert briefing.counts[State.REVIEWED] == len(briefing.pairs)
    assert not any(pair.entry.signed for pair in briefing.pairs.values())
    assert checking.check(briefing, loaded.glossary) == ()
    text = (workspace / SAMPLE / "article.id.md").read_text("utf-8")
    assert article.dumps(briefing.article).partition("\n---\n")[2] == text.partition("\n---\n")[2]
    assert catalog.dumps(briefing.catalog) == (workspace / SAMPLE / "article.en.po").read_text("utf-8")
    assert glossary.dumps(loaded.glossary) == (workspace / "content/glossary.csv").read_text("utf-8")
    assert [tag for tag in briefing.article.metadata.tags if not loaded.glossary.english_of(tag)] == []


def test_a_new_site_is_set_up_like_ours(workspace: Path) -> None:
    """The same theme, plugins, extensions and navigation; only the guide and the licence are ours alone."""

    def settings(path: Path) -> dict[str, Any]:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        own = ("site_name", "site_url", "site_description", "repo_url", "repo_name")
        pages = [item for item in loaded["nav"] if not any(isinstance(page, list) for page in item.values())]
        return {**{key: value for key, value in loaded.items() if key not in own}, "nav": pages}

    ours, theirs = settings(ROOT / "mkdocs.yml"), settings(workspace / "mkdocs.yml")
    (own,) = (plugin["sejajar"] for plugin in ours["plugins"] if "sejajar" in plugin)
    own.pop("license")  # of their texts others say it themselves
    assert theirs == ours, "bring generator/sejajar/start/mkdocs.yml up to date with ours"


def test_a_new_site_asks_for_releases_that_work_with_it() -> None:
    """From an index: this one and those that promise to break nothing."""
    wanted = Requirement(origin_of({}).requirement)
    assert wanted.name == "sejajar"
    assert __version__ in wanted.specifier
    major, minor, _ = (int(part) for part in __version__.split("."))
    assert (f"{major + 1}.0" if major else f"0.{minor + 1}.0") not in wanted.specifier


def test_a_new_site_has_sejajar_from_where_its_maker_had_it(tmp_path: Path) -> None:
    """A repository's commit, an archive with its hash, a folder; what is gone is asked of the index."""
    wheel = tmp_path / "sejajar 0.1" / f"sejajar-{__version__}-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"x")
    git = {"url": "https://example.org/s.git", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}}
    archive = {"url": "https://example.org/s.whl", "archive_info": {"hashes": {"sha256": "ab12"}}}
    table = [
        (git, "sejajar @ git+https://example.org/s.git@c0ffee", None),
        (archive, "sejajar @ https://example.org/s.whl#sha256=ab12", None),
        ({"url": wheel.as_uri(), "archive_info": {}}, f"./vendor/{wheel.name}", wheel),
        ({"url": tmp_path.as_uri(), "dir_info": {"editable": True}}, f"sejajar @ {tmp_path.as_uri()}", None),
        ({"url": f"{wheel.as_uri()}x", "archive_info": {}}, origin_of({}).requirement, None),
    ]
    for recorded, requirement, file in table:
        found = origin_of(recorded)
        assert (found.requirement, found.wheel) == (requirement, file)


def test_a_new_site_keeps_the_wheel_that_it_was_made_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside its requirements, so that the workflow's machine, and any other, installs the same."""
    wheel = tmp_path / f"sejajar-{__version__}-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    made = origin_of({"url": wheel.as_uri(), "archive_info": {}})
    monkeypatch.setattr(sys.modules["sejajar.commands.new_site"], "origin", lambda: made)
    started = commands.start(tmp_path / "meja", "Meja", "", TODAY)
    kept = f"vendor/{wheel.name}"
    assert kept in started.written
    assert (tmp_path / "meja" / kept).read_bytes() == b"a wheel"
    assert (tmp_path / "meja" / "requirements.txt").read_text("utf-8") == (
        f"# Exactly the wheel that this site was made with; git keeps it with the site.\n./{kept}\n"
    )


def test_init_takes_name_and_address(tmp_path: Path) -> None:
    """Without them the folder's name, and an address to fill in; such a site builds as well."""
    result = init(str(tmp_path / "kabar-pagi"))
    assert (result.exit_code, result.stderr) == (0, "")
    folder = shlex.quote(str(tmp_path / "kabar-pagi"))
    assert result.stdout.endswith(f"11 files written; now:\n  cd {folder}\n  mkdocs serve\n")
    text = (tmp_path / "kabar-pagi" / "mkdocs.yml").read_text("utf-8")
    assert text.startswith('site_name: "Kabar Pagi"\n# site_url: https://example.github.io/desk/\n')
    mkdocs("build", "--strict", cwd=tmp_path / "kabar-pagi")
    result = init(str(tmp_path / "b"), "--name", "B: [c]", "--url", "https://example.org/b", "--json")
    facts = json.loads(result.stdout)
    assert (facts["name"], facts["problems"]) == ("B: [c]", [])
    loaded = yaml.safe_load((tmp_path / "b" / "mkdocs.yml").read_text("utf-8"))
    assert (loaded["site_name"], loaded["site_url"]) == ("B: [c]", "https://example.org/b/")


def test_init_never_overwrites(tmp_path: Path) -> None:
    """A folder that holds anything is refused, and says what; a new repository's `.git` is nothing."""
    (tmp_path / ".git").mkdir()
    assert init(str(tmp_path)).exit_code == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = init(str(tmp_path), "--name", "Lain")
    assert (result.exit_code, result.stderr) == (
        2,
        f"error: {tmp_path} is not empty (.github, .gitignore, README.md, content, docs and 2 more); "
        "name a new folder\n",
    )
    file = tmp_path / "mkdocs.yml"
    assert init(str(file)).stderr == f"error: {file} is not empty (mkdocs.yml); name a new folder\n"
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_next_steps_can_be_pasted(tmp_path: Path) -> None:
    """Into a shell, also where the folder's name has a space."""
    folder = tmp_path / "meja kabar"
    assert f"  cd '{folder.as_posix()}'\n  mkdocs serve\n" in init(str(folder), "--name", "Meja").stdout


def test_init_refuses_what_is_no_address(tmp_path: Path) -> None:
    """With a line that shows the right form, and before anything is made."""
    result = init(str(tmp_path / "a"), "--url", "example.org")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: example.org is no web address; write it in full, such as https://desk.example.org/\n",
    )
    assert not (tmp_path / "a").exists()


def test_the_site_goes_to_a_branch_of_its_repository(tmp_path: Path) -> None:
    """`mkdocs gh-deploy` pushes what was built, without a draft, to the branch that Pages shows."""
    started = tmp_path / "meja"
    commands.start(started, "Meja", "https://example.org/meja/", TODAY)
    draft = started / SAMPLE / "article.id.md"
    draft.write_text(draft.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    run("git", "init", "--quiet", "--bare", tmp_path / "remote.git", cwd=tmp_path)
    for command in (["init", "--quiet"], ["remote", "add", "origin", str(tmp_path / "remote.git")]):
        assert run("git", *command, cwd=started).returncode == 0
    assert run("git", "add", ".", cwd=started).returncode == 0
    assert run("git", "commit", "--quiet", "-m", "Begin", cwd=started).returncode == 0
    mkdocs("gh-deploy", "--strict", "--quiet", cwd=started)
    shown = run("git", "ls-tree", "-r", "--name-only", "gh-pages", cwd=tmp_path / "remote.git").stdout.split()
    assert {".nojekyll", "index.html", "id/index.html", "en/index.html"} <= set(shown)
    assert [path for path in shown if "cara-menulis-artikel" in path] == []
    kept = run("git", "status", "--porcelain", cwd=started).stdout
    assert kept == "", "what a build makes is ignored by git"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("made"))


def test_the_wheel_is_whole(wheel: Path) -> None:
    """Every file of the package is in it: code, templates, styles, fonts, a new site's files."""
    package = GENERATOR / "sejajar"
    tracked = run("git", "ls-files", "--cached", "--others", "--exclude-standard", ".", cwd=package).stdout
    wanted = {f"sejajar/{name}" for name in tracked.split() if (package / name).is_file()}
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {name for name in names if name.startswith("sejajar/")} == wanted
    assert {"sejajar/py.typed", "sejajar/theme/base.html", "sejajar/start/gitignore"} <= names
    assert wheel.name == f"sejajar-{__version__}-py3-none-any.whl"


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Its two doors, its licence, its README; and no address of a file on somebody's disk."""
    info = f"sejajar-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        doors = archive.read(f"{info}/entry_points.txt").decode()
        metadata = archive.read(f"{info}/METADATA").decode()
        assert f"{info}/licenses/LICENSE" in archive.namelist()
    assert "sejajar = sejajar.cli:main" in doors
    assert "[mkdocs.plugins]\nsejajar = sejajar.plugin:SejajarPlugin" in doors
    for line in ("Requires-Python: >=3.11", "Classifier: Typing :: Typed", "License-Expression: MIT"):
        assert line in metadata
    assert len(re.findall(r"^Project-URL: (?:Source|Changelog|Issues), https://", metadata, re.M)) == 3
    assert "file://" not in metadata


def test_the_texts_of_a_new_site_are_utf_8(workspace: Path) -> None:
    """Whatever the system's own encoding is."""
    assert set(storage.package_texts("start")) == {
        name.replace(SAMPLE, "content").removeprefix(".") for name in FILES
    }
    for name in FILES:
        assert (workspace / name).read_bytes().decode("utf-8")

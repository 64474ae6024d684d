"""What each run generates is its own: builds, `serve` and `generate` at once in one site, and killed ones."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from photos import photo
from sejajar import rendering, storage
from sejajar.cli import main
from sites import ARTICLE, FOLDER, add_article, make_site

NOW = dt.datetime(2025, 3, 10, 12, 0, tzinfo=dt.UTC)
DRAFT, EMBARGOED = "Naskah yang belum jadi", "Kabar yang masih ditahan"
Command = Literal["build", "serve", "gh-deploy"]
Run = Callable[..., Path]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one published article, a draft and one whose moment is yet to come, both with a picture."""
    root = make_site(tmp_path / "meja")
    picture = '\n![Pasar](pasar.jpg "Pasar pagi. Foto: Warta Uji")\n'
    for name, title, status in (
        ("naskah", DRAFT, "draft"),
        ("ditahan", EMBARGOED, "published\npublish_at: 2025-04-01T08:00:00+07:00"),
    ):
        text = ARTICLE.replace("published", status, 1).replace("Panen raya dimulai di Jawa Barat", title)
        folder = FOLDER.replace("panen-raya", name)
        add_article(root, folder, text + picture, {title: f"English of {title}"})
        (root / folder / "pasar.jpg").write_bytes(photo())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    return root


@pytest.fixture
def run(root: Path) -> Run:
    """Builds as a command of MkDocs does; the plugin lives on, as it does under `serve`."""
    alive = []

    def build(command: Command, folder: str) -> Path:
        vars(MkDocsConfig)["plugins"].plugin_cache.clear()  # as in a process of its own
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root.parent / folder))
        config.plugins.on_startup(command=command, dirty=False)
        mkdocs_build.build(config)
        alive.append(config)
        return root.parent / folder

    return build


HELD_BACK = (DRAFT, EMBARGOED, "03/naskah", "03/ditahan", "media/naskah", "media/ditahan")


def leaks(site: Path) -> list[str]:
    """The files of a built site that are, or in which can be read, what is held back."""
    found = []
    for path in (path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        said = f"{name}\n{path.read_bytes().decode('utf-8', 'replace')}"
        found += [f"{name}: {word}" for word in HELD_BACK if word in said]
    return found


@pytest.mark.parametrize("command", ["build", "gh-deploy"])
def test_whatever_runs_beside_a_build_nothing_of_it_is_published(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    """`mkdocs serve` and `sejajar generate --drafts`, run between a build's generating and its collecting
    of files, which is when they did harm; and `serve`, in turn, keeps its drafts beside a build."""
    monkeypatch.chdir(root)
    collect: Callable[..., object] = vars(mkdocs_build)["get_files"]
    calls: list[str] = []

    def get_files(config: object) -> object:
        if not calls:
            calls.append("once")
            served = run("serve", "served")
            assert (served / "id/2025/03/naskah/index.html").is_file()
            assert CliRunner().invoke(main, ["generate", "--drafts"]).exit_code == 0
            assert (root / "docs/media/naskah/pasar.jpg").is_file()
        return collect(config)

    monkeypatch.setattr(mkdocs_build, "get_files", get_files)
    site = run(command, "site")
    assert (site / "id/2025/03/panen-raya/index.html").is_file()
    assert leaks(site) == []
    calls.clear()

    def get_files_later(config: object) -> object:
        if not calls:
            calls.append("once")
            run("build", "other")
        return collect(config)

    monkeypatch.setattr(mkdocs_build, "get_files", get_files_later)
    served = run("serve", "served-again")
    assert DRAFT in (served / "id/index.html").read_text("utf-8")
    assert (served / "media/ditahan/pasar.jpg").is_file()


def test_what_a_killed_run_has_left_is_published_by_none(root: Path, run: Run) -> None:
    """Neither drafts' pages and pictures below `docs` nor those in a folder that a run had for itself."""
    for path in ("docs/id/2025/03/naskah.md", "docs/en/index.md", ".sejajar/pages/1/id/2025/03/ditahan.md"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        name = path.removeprefix("docs/")
        (root / path).write_text(
            f"---\ntitle: {DRAFT}\n---\n\n{rendering.header(name, 'content/')}\n# {EMBARGOED}\n"
        )
    (root / "docs/media/naskah").mkdir(parents=True)
    (root / "docs/media/naskah/pasar.jpg").write_bytes(photo())
    (root / "docs/media/.products").write_text("media/naskah/pasar.jpg\n")
    site = run("build", "site")
    assert (site / "en/index.html").is_file()
    assert leaks(site) == []
    assert not (root / ".sejajar/pages/1/id/2025/03/ditahan.md").exists()


def test_a_build_leaves_docs_as_it_is(root: Path, run: Run) -> None:
    """Its pages are real files for other plugins, but none of them is below `docs`."""
    before = sorted(root.joinpath("docs").rglob("*"))
    run("build", "site")
    run("serve", "served")
    assert sorted(root.joinpath("docs").rglob("*")) == before


def test_each_run_has_a_folder_of_its_own_and_leaves_it_to_the_next(tmp_path: Path) -> None:
    """Two at once have two; one after the other the same, after a kill too, with the last one's files."""
    first, second = storage.run_folder(tmp_path), storage.run_folder(tmp_path)
    assert first.path != second.path
    first.fill({"id/a.md": "satu", "id/2025/b.md": "dua"})
    first.release()
    script = f"""
import pathlib, sys, time
from sejajar import storage
own = storage.run_folder(pathlib.Path({str(tmp_path)!r}))
own.fill({{"id/c.md": "tiga"}})
print(own.path, flush=True)
time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout
        assert killed.stdout.readline().strip() == str(first.path)
        assert storage.run_folder(tmp_path).path not in (first.path, second.path)
        os.kill(killed.pid, signal.SIGKILL)
    third = storage.run_folder(tmp_path)
    assert third.path == first.path
    third.fill({"id/d.md": "empat"})
    assert [path.name for path in third.path.rglob("*.md")] == ["d.md"]


def test_where_nothing_can_be_kept_a_run_is_elsewhere(tmp_path: Path) -> None:
    """A site's folder that only allows reading: pages are made all the same, and are gone afterwards."""
    (tmp_path / ".sejajar").write_text("a file where the folder should be")
    own = storage.run_folder(tmp_path)
    made = own.fill({"id/a.md": "satu"})
    assert made["id/a.md"].read_text() == "satu"
    assert tmp_path not in own.path.parents
    own.release()
    assert not own.path.exists()

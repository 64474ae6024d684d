"""Whole builds as processes: the same bytes whoever builds where, two at once, cut off, and without room."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from photos import SVG, photo
from sejajar import commands, storage
from sejajar.commands.catalogs import sync
from sites import ARTICLE, ENGLISH, FOLDER, make_site

BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a picture of each kind, and topics enough for a filter to have an order."""
    root = tmp_path_factory.mktemp("source") / "meja"
    pictures = "".join(f'\n![Sawah]({name} "Sawah. Foto: Warta Uji")\n' for name in ("a.jpg", "b.svg"))
    text = ARTICLE.replace("[Pangan]", "[Pangan, Beras, Cuaca, Irigasi, Pupuk, Tani]") + pictures
    make_site(root, articles=[(FOLDER, text, ENGLISH)])
    (root / FOLDER / "a.jpg").write_bytes(photo())
    (root / FOLDER / "b.svg").write_bytes(SVG)
    with (root / "content/glossary.csv").open("a", encoding="utf-8") as glossary:
        glossary.write("Beras,Rice\nCuaca,Weather\nIrigasi,Irrigation\nPupuk,Fertiliser\nTani,Farming\n")
    return root


def start(root: Path, umask: int = 0o022, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        BUILD,
        cwd=root,
        env={**os.environ, **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        umask=umask,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_of_one_commit_are_the_same(source: Path, tmp_path: Path) -> None:
    """In other folders, at other times, in other time zones, locales, umasks, with other hash seeds."""
    here = shutil.copytree(source, tmp_path / "di sini")
    there = shutil.copytree(source, tmp_path / "there/deep")
    one = start(
        here,
        TZ="Asia/Jayapura",
        LC_ALL="C",
        PYTHONHASHSEED="1",
        SEJAJAR_CACHE=str(tmp_path / "one"),
        SOURCE_DATE_EPOCH="1764000000",
    )
    two = start(
        there,
        umask=0o077,
        TZ="America/Los_Angeles",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2",
        SEJAJAR_CACHE=str(tmp_path / "two"),
        SOURCE_DATE_EPOCH="1795000000",
    )
    assert [(build.communicate()[0], build.returncode) for build in (one, two)] == [("", 0), ("", 0)]
    made, again = files(here / "site"), files(there / "site")
    assert any(name.endswith(".pf_filter") for name in made)
    assert any(name.endswith("card.png") or "cards/" in name for name in made)
    assert [name for name in made if made[name] != again.get(name)] == []
    assert made.keys() == again.keys()


def test_two_builds_at_once_are_one_after_the_other(source: Path, tmp_path: Path) -> None:
    """The second waits until the first has its site whole; both end well, and so does the site."""
    root = shutil.copytree(source, tmp_path / "meja")
    both = [start(root, SEJAJAR_CACHE="") for _ in range(2)]
    assert [(build.communicate()[0], build.returncode) for build in both] == [("", 0), ("", 0)]
    twice = files(root / "site")
    alone = start(root, SEJAJAR_CACHE="")
    assert (alone.communicate()[0], alone.returncode) == ("", 0)
    assert files(root / "site") == twice


SLEEPER = """
import os, sys, time
from pathlib import Path
from sejajar.rendering.machine.search_documents import Document
from sejajar.search import Text, indexing

program = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
indexing._command = lambda *_: [sys.executable, "-c", program]
made = indexing.Indexing(Text("id", (Document("a/index.html", "<p>teks</p>"),)), Path(sys.argv[1]))._pagefind
print(made._process.stdout.readline().strip(), made.folder, flush=True)
time.sleep(600)
"""


def is_there(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked up in /proc")
def test_a_killed_build_takes_its_indexer_along_and_leaves_nothing(tmp_path: Path) -> None:
    """Pagefind ends with the build that began it, however that dies; its folder goes with the next run."""
    with subprocess.Popen(
        [sys.executable, "-c", SLEEPER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as build:
        assert build.stdout
        indexer, folder = build.stdout.readline().split(maxsplit=1)
        assert is_there(int(indexer))
        os.kill(build.pid, signal.SIGKILL)
    while is_there(int(indexer)):
        time.sleep(0.01)
    left = Path(folder.strip())
    assert left.is_dir()
    storage.Scratch(tmp_path).cleanup()
    assert not left.exists()


def test_a_full_disk_is_said_in_a_line(source: Path, tmp_path: Path) -> None:
    """A build that cannot write ends with what and why, and no traceback."""
    root = shutil.copytree(source, tmp_path / "meja")
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
        "sys.argv = ['mkdocs', 'build', '--quiet']; from mkdocs.__main__ import cli; cli()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "File too large; fix its permissions, or make room on the disk. The built site is not whole." in (
        done.stdout + done.stderr
    )


def test_a_catalog_that_cannot_be_written_is_not_up_to_date(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`sync` counts it neither as written nor as unchanged."""
    root = shutil.copytree(source, tmp_path / "meja")
    (root / FOLDER / "article.en.po").unlink()

    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "exchange", full)
    site = commands.Site(root, root / "docs")
    done = sync(site, commands.load(site))
    assert (done.written, done.unchanged) == ((), 0)
    assert [str(problem) for problem in done.problems if problem.code == "unwritable"] == [
        f"{FOLDER}/article.en.po: error unwritable: the file cannot be written: No space left on device; "
        "fix its permissions, or make room on the disk"
    ]

"""A desk's first day, from the built wheel alone, in a new folder and an environment of its own.

`sejajar init`, `mkdocs serve`, an import, five reviews in a pseudo-terminal, publication. The article is the
first below `$SEJAJAR_CORPORA/seed`, or else one of our own. The environment borrows the libraries of the one
that runs this, but not its Sejajar. Prints what was seen at each step; fails where it was something else.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from terminal import Terminal  # noqa: E402
from test_cli import PASTED  # noqa: E402
from wheels import build_wheel  # noqa: E402

REVIEWED = 5
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
ENVIRONMENT |= {"NO_MKDOCS_2_WARNING": "1"}

WITH_ENGLISH = """
import datetime, pathlib, sys
from sejajar import catalogs as catalog
path = pathlib.Path(sys.argv[1])
read, problems = catalog.loads(path.read_text("utf-8"), path.name)
filled = [catalog.filled(entry, f"English of passage {number}.", "stand-in", datetime.date(2026, 11, 23))
          for number, entry in enumerate(read.entries, 1)]
path.write_text(catalog.dumps(read.updated(filled)), "utf-8")
"""
"""Fills a catalog as a machine would; what it says does not matter here."""

PUBLISHED = """
import dataclasses, pathlib, sys
from sejajar.formats import article
from sejajar.model import Status
path = pathlib.Path(sys.argv[1])
read = article.loads(path.read_text("utf-8"), path.as_posix()).article
changes = {"status": Status.PUBLISHED}
if len(sys.argv) > 2:
    changes["source"] = dataclasses.replace(read.metadata.source, rights=sys.argv[2])
read = dataclasses.replace(read, metadata=dataclasses.replace(read.metadata, **changes))
path.write_text(article.dumps(read), "utf-8")
"""


class Desk:
    """A folder, and the commands of an environment that has the wheel."""

    def __init__(self, top: Path) -> None:
        self.bin = top / "venv" / "bin"
        self.folder = top / "desk"
        venv.create(top / "venv", symlinks=True, with_pip=False)
        own = next((top / "venv" / "lib").glob("python*/site-packages"))
        (own / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--ignore-installed"]
        self.run(sys.executable, *install, "--prefix", top / "venv", build_wheel(top), cwd=top)
        where = self.run("python", "-c", "import sejajar.plugin; print(sejajar.__file__)", cwd=top)
        assert where.strip().startswith(str(top)), where

    def run(self, command: str, *arguments: str | Path, cwd: Path | None = None, code: int = 0) -> str:
        program = self.bin / command  # an absolute path stays what it is
        done = subprocess.run(
            [str(program), *map(str, arguments)],
            cwd=cwd or self.folder,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, (
            f"{command} {arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        )
        return done.stdout + done.stderr

    def mkdocs(self, *arguments: str, code: int = 0) -> str:
        return self.run("python", "-m", "mkdocs", *arguments, code=code)


def served(desk: Desk, pages: dict[str, str]) -> None:
    """`mkdocs serve` shows each page with the words that belong on it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(desk.bin / "python"), "-m", "mkdocs", "serve", "--dev-addr", address]
    log = desk.folder.parent / "serve.log"
    with log.open("w") as file:
        server = subprocess.Popen(command, cwd=desk.folder, env=ENVIRONMENT, stdout=file, stderr=file)
    try:
        for page, words in pages.items():
            for _ in range(300):
                try:
                    with urllib.request.urlopen(f"http://{address}/{page}", timeout=10) as answer:
                        text = answer.read().decode()
                    break
                except OSError:
                    assert server.poll() is None, log.read_text("utf-8")
                    time.sleep(0.1)
            else:
                raise AssertionError(f"{page}: no answer\n{log.read_text('utf-8')}")
            assert words in text, (page, words)
    finally:
        server.terminate()
        server.wait(20)


def review(desk: Desk) -> None:
    command = [str(desk.bin / "sejajar"), "review", "--as", "Ana"]
    with Terminal(command, desk.folder, ENVIRONMENT) as terminal:
        for number in range(1, REVIEWED + 1):
            terminal.until(f"{number} of ")
            terminal.press("a")
        terminal.until(f"{REVIEWED + 1} of ")
        terminal.press("q")
        assert terminal.ended() == 0, terminal.screen


def seed() -> str:
    folder = Path(os.environ.get("SEJAJAR_CORPORA", "")) / "seed"
    files = sorted(folder.glob("*.txt")) if os.environ.get("SEJAJAR_CORPORA") else []
    return files[0].read_text("utf-8") if files else PASTED


def day(top: Path) -> None:
    desk = Desk(top)
    print("installed from the wheel alone")
    desk.run("sejajar", "init", "desk", cwd=top)
    desk.mkdocs("build", "--strict")
    sample = next((desk.folder / "content").glob("*/*/article.id.md")).parent
    served(desk, {"": "Cara Menulis Artikel", "en/": "How to write an article"})
    print("init: the new site builds strictly, and is served")

    (desk.folder / "article.txt").write_text(seed(), encoding="utf-8")
    desk.run("sejajar", "import", "article.txt")
    (made,) = {path.parent for path in (desk.folder / "content").glob("*/*/article.id.md")} - {sample}
    address = f"{made.name[:4]}/{made.name[5:7]}/{made.name[11:]}/"
    served(desk, {f"id/{address}": "Draf", f"en/{address}": "Draft"})
    desk.mkdocs("build", "--strict")
    hidden = [path for path in (desk.folder / "site").rglob("*") if made.name[11:] in path.as_posix()]
    assert hidden == [], hidden
    print(f"import: {made.name} is served as a draft, and is in no build")

    desk.run("python", "-c", WITH_ENGLISH, made / "article.en.po")
    desk.run("sejajar", "sync")
    review(desk)
    catalog = (made / "article.en.po").read_text("utf-8")
    assert catalog.count("# reviewed: Ana ") == REVIEWED
    print(f"review: {REVIEWED} pairs signed in a terminal")

    desk.run("python", "-c", PUBLISHED, made / "article.id.md")
    assert " error rights: " in desk.mkdocs("build", code=1)
    desk.run("python", "-c", PUBLISHED, made / "article.id.md", "seizin pemilik naskah")
    desk.mkdocs("build")  # not strict: the checks rightly have much to say of the stand-in English
    for edition, words in (("id", "bagian teks telah diperiksa"), ("en", "passages reviewed by a person")):
        page = (desk.folder / "site" / edition / address / "index.html").read_text("utf-8")
        assert all(part in page for part in (words, "English of passage 1.")), edition
        assert address in (desk.folder / "site" / edition / "index.html").read_text("utf-8")
    print("publish: refused without rights; with them, both editions are on the site")


def main() -> int:
    with tempfile.TemporaryDirectory() as top:
        day(Path(top).resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())

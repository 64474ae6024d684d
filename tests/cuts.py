"""Commands that are killed at random moments, and what has to be true of the site after each time."""

from __future__ import annotations

import csv
import io
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sejajar import catalogs as catalog_format
from sejajar.formats import article as article_format
from sejajar.storage.folder import HALF
from sites import ARTICLE, ENGLISH, FOLDER, make_site

ADDED = "\n## 2. Tambahan\n\nPemerintah menambah 12 gudang di Karawang.\n"
PASTED = "Harga beras turun\n\nHarga beras turun 5 persen pada Jumat.\n\nPedagang menyambut penurunan itu.\n"


def sejajar(*arguments: str) -> Sequence[str]:
    return (sys.executable, "-c", "from sejajar.cli import main; main()", *arguments)


def nothing(_: Path) -> None:
    pass


def edit(root: Path) -> None:
    """Every article gets a section more."""
    for path in sorted(root.rglob("article.id.md")):
        path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n" + ADDED, encoding="utf-8")


def paste(root: Path) -> None:
    (root / "naskah.txt").write_text(PASTED, encoding="utf-8")


def decide(root: Path) -> None:
    """A reviewer's spreadsheet that accepts all there is."""
    done = subprocess.run(
        sejajar("export", "--format", "csv", "-"), cwd=root, capture_output=True, check=True
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"), newline="")))
    for row in rows:
        row["decision"] = "accept" if row["english"] else ""
    with (root / "putusan.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@dataclass(frozen=True)
class Command:
    line: Sequence[str]
    prepare: Callable[[Path], None] = nothing
    keys: str = ""
    """What is typed."""
    ends: bool = True
    """Else it is killed in any case, and building must give the right site afterwards."""


COMMANDS = {
    "build": Command((sys.executable, "-m", "mkdocs", "build", "--quiet")),
    "serve": Command(
        (sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", "127.0.0.1:0"), edit, ends=False
    ),
    "import": Command(
        sejajar("import", "--date", "2025-04-11", "--outlet", "Warta Uji", "naskah.txt"),
        paste,
    ),
    "sync": Command(sejajar("sync"), edit),
    "apply": Command(sejajar("apply", "--as", "Ana", "putusan.csv"), decide),
    "review": Command(sejajar("review", "--as", "Ana"), keys="a\n" * 200),
}


@dataclass
class Story:
    """One command over one site, killed again and again."""

    folder: Path
    name: str
    chance: random.Random
    articles: int = 6
    kills: int = 0
    known: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the catalog's path: each English text that a person wrote, by its Indonesian."""

    def tell(self, kills: int) -> None:
        command = COMMANDS[self.name]
        pristine = self._pristine()
        command.prepare(pristine)
        whole, seconds = self._whole(pristine)
        assert whole != state(pristine)
        site = shutil.copytree(pristine, self.folder / "meja")
        while self.kills < kills:
            if self.chance.random() < 0.3:  # else the next begins among what the last has left
                shutil.rmtree(site)
                shutil.copytree(pristine, site)
            process = self._start(command, site)
            time.sleep(self.chance.random() * seconds)
            if process.poll() is None:
                self.kills += 1
            process.kill()
            process.communicate()
            self.look(site)
        self._complete(site)
        self.look(site)
        assert state(site) == whole, difference(whole, state(site))
        assert leftovers(self.folder) == []

    def look(self, site: Path) -> None:
        """Every file that people read or edit is whole, and what they wrote is in it."""
        for path in sorted(site.rglob("article.id.md")):
            if not any(part.startswith(HALF) for part in path.parts):
                name = path.relative_to(site).as_posix()
                read = article_format.loads(path.read_text(encoding="utf-8"), name)
                assert read.article is not None, read.problems
        for name, english in self.known.items():
            text = (site / name).read_text(encoding="utf-8")
            catalog, problems = catalog_format.loads(text, name)
            assert catalog is not None, problems
            for source, target in english.items():
                assert f'msgid "{source}"\n' in text.replace("#~ ", ""), f"{name} has lost {source}"
                assert f'msgstr "{target}"\n' in text.replace("#~ ", ""), f"{name} has lost {target}"

    def _pristine(self) -> Path:
        folders = [f"{FOLDER}-{number}" for number in range(self.articles)]
        root = make_site(
            self.folder / "pristine", articles=[(folder, ARTICLE, ENGLISH) for folder in folders]
        )
        self.known = {f"{folder}/article.en.po": dict(ENGLISH) for folder in folders}
        return root

    def _whole(self, pristine: Path) -> tuple[dict[str, bytes], float]:
        """What one run that nobody kills leaves, and how long it takes."""
        site = shutil.copytree(pristine, self.folder / "whole")
        started = time.monotonic()
        self._complete(site)
        return state(site), time.monotonic() - started

    def _complete(self, site: Path) -> None:
        command = COMMANDS[self.name if COMMANDS[self.name].ends else "build"]
        process = self._start(command, site)
        said, _ = process.communicate()
        if self.name != "import" or "there is an article with this slug already" not in said:
            assert process.returncode == 0, said

    def _start(self, command: Command, site: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command.line,
            cwd=site,
            env={**os.environ, "SEJAJAR_CACHE": str(self.folder / "cache"), "PYTHONDEVMODE": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert process.stdin
        process.stdin.write(command.keys)
        process.stdin.flush()
        return process


def state(site: Path) -> dict[str, bytes]:
    """All files of a site but what is kept for ourselves."""
    return {
        name: path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not (name := path.relative_to(site).as_posix()).startswith(".sejajar/")
    }


def difference(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def leftovers(folder: Path) -> list[str]:
    """Halves of files, and processes that go on."""
    halves = [str(path) for path in folder.rglob(f"{HALF}*")]
    commands = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if is_readable(path)]
    return [*halves, *(text.decode() for text in commands if os.fsencode(folder) in text)]


def is_readable(path: Path) -> bool:
    try:
        path.read_bytes()
    except OSError:
        return False
    return True

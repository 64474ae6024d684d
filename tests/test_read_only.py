"""A site whose folders may not be written to: what must write says so in a line, what only looks works."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sites import FOLDER, make_site

REFUSED = "Permission denied; fix its permissions, or make room on the disk"
RUN = "import sys; from sejajar.cli import main; main(sys.argv[1:])"
BUILD = "from mkdocs.__main__ import cli; cli(['build', '-q'])"
PASTE = (
    "Harga Beras Turun\n\nHarga beras turun di pasar pada Jumat (7/3/2025).\n\nPembeli datang sejak pagi.\n"
)


@pytest.fixture(scope="module")
def unprivileged() -> list[str]:
    """What a command is run with, so that permissions hold for it: they do not for the superuser."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no users whose permissions we can take away")
    if os.geteuid() != 0:
        return []
    rights = "-dac_override,-dac_read_search"
    prefix = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]
    if not shutil.which("setpriv") or subprocess.run([*prefix, "true"], capture_output=True).returncode:
        pytest.skip("the tests run as the superuser, and setpriv, which drops its rights, does not work here")
    return prefix


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site in which every command finds something to write, closed to all writing."""
    root = make_site(tmp_path_factory.mktemp("closed"))
    for name in (".sejajar", "site"):
        (root / name).mkdir()
    (root / "site" / "old.html").write_text("old", encoding="utf-8")
    (root / "tempel.txt").write_text(PASTE, encoding="utf-8")
    subprocess.run([sys.executable, "-c", RUN, "export", "pairs.csv"], cwd=root, check=True)
    with (root / "pairs.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["decision"] = "accept"
    with (root / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, rows[0])
        sheet.writeheader()
        sheet.writerows(rows)
    with (root / FOLDER / "article.id.md").open("a", encoding="utf-8") as file:
        file.write("\nKalimat baru di akhir.\n")
    paths = [root, *root.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield root
    for path in paths:
        path.chmod(modes[path])


def contents(root: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(root).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in sorted(root.rglob("*"))
    }


@pytest.mark.parametrize(
    ("code", "arguments", "exit_code", "said"),
    [
        (RUN, ("status",), 0, ""),
        (RUN, ("check",), 0, ""),
        (RUN, ("translate", "--dry-run"), 0, ""),
        (
            RUN,
            ("sync",),
            1,
            f"/article.en.po: error unwritable: the file cannot be written: {REFUSED}",
        ),
        (RUN, ("translate", "--engine", "libretranslate", "--url", "http://127.0.0.1:9/"), 2, REFUSED),
        (RUN, ("import", "tempel.txt"), 2, f"/content/2025/2025-03-07-harga-beras-turun: {REFUSED}"),
        (RUN, ("apply", "pairs.csv", "--as", "Ana"), 2, f"/{FOLDER}/article.en.po: {REFUSED}"),
        (RUN, ("export", "out.csv"), 2, "error: out.csv cannot be written: Permission denied"),
        (RUN, ("generate",), 2, f"/docs/id: {REFUSED}"),
        (BUILD, (), 1, f"/site/old.html: {REFUSED}. The built site is not whole."),
    ],
    ids=["status", "check", "dry-run", "sync", "translate", "import", "apply", "export", "generate", "build"],
)
def test_what_may_not_be_written_is_said_in_a_line_and_nothing_changes(
    site: Path, unprivileged: list[str], code: str, arguments: tuple[str, ...], exit_code: int, said: str
) -> None:
    """Each command in a site closed to writing: words, no traceback, and every byte as it was."""
    before = contents(site)
    command = [*unprivileged, sys.executable, "-c", code, *arguments]
    environment = {**os.environ, "LANG": "C.UTF-8", "SEJAJAR_CACHE": "", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, env=environment)
    printed = done.stdout + done.stderr
    assert "Traceback" not in printed
    assert said in printed
    assert done.returncode == exit_code, printed
    assert contents(site) == before

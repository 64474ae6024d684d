"""Sites that another builder than MkDocs with our plugin has built, and `sejajar finish` has finished."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from forking import mkdocs
from sejajar.cli import main

BUILDERS = ("zensical", "mkdocs")
"""The second without our plugin."""


def sejajar(root: Path, *words: str) -> Result:
    """A command of ours in the site's folder."""
    config = str(root / "mkdocs.yml")
    return CliRunner().invoke(main, ["-f", config, *words], catch_exceptions=False)


def build_by(builder: str, root: Path) -> None:
    """Generates the pages of the site in `root`, and has a builder build them into its `www`."""
    done = sejajar(root, "generate", "--for", "zensical")
    assert done.exit_code == 0, done.output
    if builder == "zensical":
        command = [program(), "build", "--clean"]
        done_by = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    else:
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
        head, _, rest = settings.partition("plugins:\n")
        _, nav, rest = rest.partition("\nnav:")
        bare = f"{head}plugins: []{nav}{rest}"
        (root / "bare.yml").write_text(bare, encoding="utf-8")
        done_by = mkdocs("build", "--quiet", "-f", "bare.yml", cwd=root)
    assert done_by.returncode == 0, done_by.stdout + done_by.stderr


def finished_by(builder: str, root: Path) -> Path:
    """The folder of that site, finished."""
    build_by(builder, root)
    done = sejajar(root, "finish", str(root / "www"))
    assert done.exit_code == 0, done.output
    return root / "www"


def program() -> str:
    """Zensical's own; without it the test is skipped."""
    beside = Path(sys.executable).parent / "zensical"
    found = str(beside) if beside.is_file() else shutil.which("zensical")
    if not found:
        pytest.skip("zensical is missing: it comes with the test extra")
    return found

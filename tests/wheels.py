"""The wheel of this tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
INGREDIENTS = ("generator", "LICENSE", "README.md", "pyproject.toml")


def build_wheel(folder: Path) -> Path:
    """Builds it below `folder`, with the tools that are installed, from what git knows or would add.

    From a copy, since setuptools leaves a `build/` behind, from which files that are gone come back.
    """
    copy = folder / "wheel"
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *INGREDIENTS]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", ".", *options],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = copy.glob("*.whl")
    return made

"""What everything that a build makes depends on besides the content: our own code, and its libraries."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from sejajar import storage

PACKAGE = Path(__file__).parents[1]
LIBRARIES = (
    "babel",
    "fontpkg-source-serif-4",
    "markdown-it-py",
    "pillow",
    "polib",
    "py3langid",
    "pyyaml",
    "snowballstemmer",
)


@cache
def release() -> str:
    """A hash over it: what was made by another release is made again. Of the code that runs, so read once."""
    code = storage.digest(PACKAGE, "*.py"), storage.digest(PACKAGE / "language" / "data", "*.*")
    outlets = storage.digest(PACKAGE / "importing", "*.toml")
    versions = python_version(), *map(version, LIBRARIES)
    return sha256(f"{code}{outlets}{versions}".encode()).hexdigest()[:32]

"""Styles, scripts and fonts: the desk's own, the site's, and Material's, each by a name from a fixed list."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent / "assets"
THEME = Path(__file__).parents[1] / "theme" / "assets"
_OURS = ("sejajar.css", "sejajar-lists.css", "sejajar-guide.css")
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


@cache
def files() -> Mapping[str, tuple[Path, str]]:
    """Each by the name that it has below `/static/`, with its type. Nothing else is there."""
    found = {path.name: path for path in sorted(HERE.iterdir()) if path.suffix in _TYPES}
    found |= {name: THEME / name for name in _OURS}
    found |= {f"fonts/{path.name}": path for path in sorted((THEME / "fonts").glob("*.woff2"))}
    found |= {f"material/{path.name}": path for path in _material()}
    return {name: (path, _type(path)) for name, path in found.items()}


def _type(path: Path) -> str:
    return _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _material() -> tuple[Path, ...]:
    """Material's style sheets, whatever this release calls them."""
    found = find_spec("material")
    if found is None or found.origin is None:
        return ()
    return tuple(sorted((Path(found.origin).parent / "templates/assets/stylesheets").glob("*.min.css")))


@cache
def styles() -> tuple[str, ...]:
    """The addresses of the style sheets of a page: what readers get, and the desk's own after it."""
    material = sorted(name for name in files() if name.startswith("material/"))
    return tuple(versioned(name) for name in (*material, "sejajar.css", "sejajar-lists.css", "desk.css"))


@cache
def version() -> str:
    """Changes with any of the files."""
    found = sha256()
    for name, (path, _) in sorted(files().items()):
        found.update(name.encode() + path.read_bytes())
    return found.hexdigest()[:12]


def versioned(name: str) -> str:
    """An address that changes with the files, so that browsers may keep what they have got.

    The folder has the version in its name and not each file: scripts that import each other, and style sheets
    that name fonts, do so beside themselves.
    """
    assert name in files(), name
    return f"/static/{version()}/{name}"

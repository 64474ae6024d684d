"""Committed files that would take, remove or publish what is not theirs: each is refused, or harmless."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile_trees import SECRET, TREES
from photos import photo
from sejajar import commands, storage
from sejajar.commands.catalogs import sync
from sejajar.model import errors
from sites import make_site


def told() -> dict[str, list[str]]:
    """The golden file: of each tree its name and, indented, the errors; none where it is harmless."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (Path(__file__).parent / "hostile_trees.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[name].append(line.strip())
        elif line:
            name = line
            found[name] = []
    return found


TOLD = told()
FORBIDDEN = (SECRET.encode(), b"alert(1)", b"evil.example")
"""What no file of a site may hold."""


def test_there_are_many() -> None:
    """Each tree has what is said of it, and they are as many as was asked for."""
    assert list(TOLD) == list(TREES)
    assert len(TREES) >= 60


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """All that a folder holds: names, times and bytes."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_mtime_ns, b"" if path.is_dir() else path.read_bytes())
        for path in folder.rglob("*")
    }


def run(root: Path) -> list[str]:
    """What all verbs that read or write files do, one after the other; returns the errors that they name."""
    site = commands.Site(root, root / "docs", url="https://example.org/")
    found = list(storage.linked(root, site.docs, root / "site"))
    workspace = commands.load(site)
    found += workspace.problems
    found += sync(site, workspace).problems
    check_results = commands.check_results(site, workspace)
    if not errors(found):
        found += commands.generate(site, workspace, check_results).problems
        own = storage.run_folder(root)
        try:
            commands.prepare(site, workspace, own, check_results)
            made = [path for path in own.path.rglob("*") if path.is_file()]
            assert not any(path.is_symlink() for path in made)
            assert not any(word in path.read_bytes() for word in FORBIDDEN for path in made)
        finally:
            own.release()
    return list(dict.fromkeys(str(problem) for problem in errors(found)))


@pytest.mark.parametrize("name", TREES)
def test_a_hostile_tree_is_refused_or_harmless(name: str, tmp_path: Path) -> None:
    """Nothing outside the site is read into it, written or removed; the message says what is the matter."""
    root, outside = make_site(tmp_path / "site"), tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(SECRET)
    (outside / "list.txt").write_text("media/a/b.jpg\n")
    (outside / "photo.jpg").write_bytes(photo())
    (outside / "page.md").write_text("x")
    for edition in ("id-x", "en-x"):
        (outside / edition).mkdir()
    TREES[name](root, outside)
    before = state(outside)
    said = run(root)
    assert state(outside) == before
    assert said == TOLD[name]

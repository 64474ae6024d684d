"""`mkdocs serve` builds again and again in one process, each time what a build from nothing gives."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from changes import CHANGES, Change, edited, files, same, site_in
from sejajar import storage

Build = Callable[[], dict[str, bytes]]
PLUGINS = vars(MkDocsConfig)["plugins"]


def write_by_hand(root: Path, chance: random.Random) -> None:
    """A page in the navigation that nobody generates, with other words each time."""
    (root / "docs" / "tentang.md").write_text(f"---\nlang: id\n---\n\n# Tentang {chance.random()}\n", "utf-8")
    edited(root / "mkdocs.yml", "\nnav:\n", "\nnav:\n  - tentang.md\n")


def remove_by_hand(root: Path, _: random.Random) -> None:
    (root / "docs" / "tentang.md").unlink()
    edited(root / "mkdocs.yml", "  - tentang.md\n", "")


def override(root: Path, chance: random.Random) -> None:
    """A template of the site's own, with other words each time."""
    edited(root / "mkdocs.yml", "  font: false\n", "  font: false\n  custom_dir: overrides\n")
    place = root / "overrides" / "main.html"
    place.parent.mkdir(exist_ok=True)
    words = f"{{% block footer %}}<p>{chance.random()}</p>{{% endblock %}}"
    place.write_text(f'{{% extends "base.html" %}}{words}', "utf-8")


def override_again(root: Path, _: random.Random) -> None:
    """Of the same length, so that its time alone tells."""
    place = root / "overrides" / "main.html"
    place.write_text(place.read_text("utf-8").replace("<p>", "<b>").replace("</p>", "</b>"), "utf-8")


def other_addresses(root: Path, _: random.Random) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("use_directory_urls: false\n")


def no_address(root: Path, _: random.Random) -> None:
    edited(root / "mkdocs.yml", "site_url: https://example.org/sejajar/\n", "")


def nothing(*_: object) -> None: ...


AROUND: tuple[Change, ...] = (
    nothing, write_by_hand, remove_by_hand, override, override_again, no_address, other_addresses,
)  # fmt: skip


def built(root: Path, target: Path) -> dict[str, bytes]:
    """One build of `serve`, with all that follows when the pages are there."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    for thread in threading.enumerate():
        if thread.name == "sejajar-afterwards":
            thread.join()
    return files(target)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sejajar.commands.findable", lambda *_: ())  # Pagefind has tests of its own
    monkeypatch.setattr("sejajar.plugin.afterwards.PAUSE", 0)
    return site_in(tmp_path / "meja")


@pytest.fixture
def again(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Build]:
    """Builds the site again in one process."""
    monkeypatch.setenv(storage.VARIABLE, str(tmp_path / "cache"))
    PLUGINS.plugin_cache.clear()
    yield lambda: built(root, tmp_path / "served")
    for plugin in PLUGINS.plugin_cache.values():
        plugin.on_shutdown()


@pytest.fixture
def afresh(root: Path, tmp_path: Path) -> Build:
    """Builds the site as a process of its own does that has no cache either."""

    def build() -> dict[str, bytes]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(storage.VARIABLE, "")
            patch.setattr(PLUGINS, "plugin_cache", {})
            found = built(root, tmp_path / f"new-{len(list(tmp_path.iterdir()))}")
            for plugin in PLUGINS.plugin_cache.values():
                plugin.on_shutdown()
        return found

    return build


def test_each_rebuild_gives_what_a_build_from_nothing_gives(root: Path, again: Build, afresh: Build) -> None:
    """After each change to the content, and to what surrounds it."""
    chance = random.Random(7)
    again()
    for change in (*AROUND, *CHANGES, *AROUND[:1]):
        change(root, chance)
        same(again(), afresh())

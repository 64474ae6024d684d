"""A build costs what has changed, and its bytes are those of a build from nothing."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from changes import CHANGES, NAMES, Change, edited, files, folders, same, site_in
from sejajar import storage
from sejajar.build import making, reading, records
from sites import FOLDER, make_site


def build(root: Path, target: Path, cache: Path | None) -> None:
    """As `mkdocs build` in a process of its own, with a cache in `cache` or with none."""
    vars(MkDocsConfig)["plugins"].plugin_cache.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(storage.VARIABLE, str(cache) if cache else "")
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()


@pytest.fixture(autouse=True)
def _without_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pagefind takes most of the time of so small a site, and has tests of its own."""
    monkeypatch.setattr("sejajar.commands.findable", lambda *_: ())
    monkeypatch.setattr("sejajar.build.search.findable", lambda *_: ())


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(change.__name__))
def test_a_change_alone_is_seen(tmp_path: Path, change: Change) -> None:
    """Of a site that was built and is as it was but for this."""
    root = site_in(tmp_path / "meja")
    build(root, tmp_path / "site", tmp_path / "cache")
    change(root, random.Random(7))
    build(root, tmp_path / "site", tmp_path / "cache")
    build(root, tmp_path / "new", None)
    same(files(tmp_path / "site"), files(tmp_path / "new"))


def test_each_change_is_seen(tmp_path: Path) -> None:
    """One after the other; after each the site is that of a build from nothing."""
    root, chance = site_in(tmp_path / "meja"), random.Random(7)
    build(root, tmp_path / "site", tmp_path / "cache")
    for change in CHANGES:
        change(root, chance)
        build(root, tmp_path / "site", tmp_path / "cache")
        build(root, tmp_path / f"new-{change.__name__}", None)
        same(files(tmp_path / "site"), files(tmp_path / f"new-{change.__name__}"))


# What is made again, and what is not.


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles of which records were made since it was last cleared."""
    seen: list[str] = []
    make = making.make

    def counted(source: storage.SourceFile, recipe: Any) -> records.Record:
        seen.append(source.path.split("/")[2][11:])
        return make(source, recipe)

    for room in (making, reading):
        monkeypatch.setattr(room, "make", counted)
    return seen


def test_only_what_a_change_concerns_is_made_again(tmp_path: Path, made: list[str]) -> None:
    """Neither the same content, nor a glossary's term that no article has, nor times that moved."""
    root = site_in(tmp_path / "meja")

    def looks() -> list[str]:
        made.clear()
        build(root, tmp_path / "site", tmp_path / "cache")
        return sorted(made)

    assert looks() == sorted(NAMES[:3])
    assert looks() == []
    for folder in folders(root):
        os.utime(folder / "article.id.md")
    assert looks() == []
    glossary = root / "content" / "glossary.csv"
    glossary.write_text(glossary.read_text("utf-8") + "kapal selam,submarine\n", "utf-8")
    assert looks() == []
    glossary.write_text(glossary.read_text("utf-8") + "gabah,paddy\n", "utf-8")
    assert looks() == sorted(NAMES[:3])
    edited(folders(root)[0] / "article.en.po", "The price of paddy", "What paddy costs")
    assert looks() == [NAMES[0]]


def test_what_has_not_changed_is_not_written(tmp_path: Path) -> None:
    """The files of pages, cards and feeds that are the same keep their times."""
    root = site_in(tmp_path / "meja")
    build(root, tmp_path / "site", tmp_path / "cache")
    page = tmp_path / "site/id/2025/03/panen-usai/index.html"
    ours = [page, *(tmp_path / "site").glob("cards/**/*.png"), tmp_path / "site/id/atom.xml"]
    before = {path: path.stat().st_mtime_ns for path in ours}
    build(root, tmp_path / "site", tmp_path / "cache")
    assert {path: path.stat().st_mtime_ns for path in ours} == before
    edited(root / FOLDER.replace("06-panen-raya", "07-panen-usai") / "article.id.md", "2 juta", "3 juta")
    build(root, tmp_path / "site", tmp_path / "cache")
    assert "3 juta" in page.read_text("utf-8").replace("\u00a0", " ")
    cards = [path for path in ours if path.suffix == ".png"]
    assert {path: path.stat().st_mtime_ns for path in cards} == {path: before[path] for path in cards}


def test_of_an_index_that_has_changed_only_what_is_new_is_written(tmp_path: Path) -> None:
    """A file that is as it was keeps its time, one that is not there any more goes, and the list is right."""
    cache, folder = storage.cache(make_site(tmp_path / "site"), "records"), tmp_path / "www"
    for key, parts in (("first", {"a": b"1", "b": b"2", "c": b"3"}), ("second", {"a": b"1", "b": b"4"})):
        built = storage.Built(folder, cache)
        built.prune()
        before = (folder / "pagefind/a").stat().st_mtime_ns if key == "second" else 0
        built.put_all("pagefind", key, parts)
        built.finish()
    assert (folder / "pagefind/a").stat().st_mtime_ns == before
    assert {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == parts
    built = storage.Built(folder, cache)
    built.prune()
    assert not built.keep_all("pagefind", "first")
    assert built.keep_all("pagefind", "second")


def test_another_release_writes_everything_again(tmp_path: Path) -> None:
    """What an older release wrote may not be what this one would write, though the content is the same."""
    cache = storage.cache(make_site(tmp_path / "site"), "records")
    for release, kept in (("1", False), ("1", True), ("2", False)):
        built = storage.Built(tmp_path / "www", cache, release)
        built.prune()
        assert built.keep("a.html", "key") is kept
        if not kept:
            built.put("a.html", "key", release.encode())
        built.finish()
    assert (tmp_path / "www" / "a.html").read_bytes() == b"2"


def test_what_somebody_else_has_put_into_the_site_goes(tmp_path: Path) -> None:
    """As when MkDocs empties it: a stray file, a page that was changed by hand, an empty folder, a link."""
    root = site_in(tmp_path / "meja")
    build(root, tmp_path / "site", tmp_path / "cache")
    wanted = files(tmp_path / "site")
    (tmp_path / "site" / "stray.html").write_text("x")
    (tmp_path / "site" / "id" / "2025" / "03" / "panen-raya" / "index.html").write_text("x")
    (tmp_path / "site" / "id" / "empty").mkdir()
    (tmp_path / "site" / "id" / "link").symlink_to(root)
    (tmp_path / "site" / ".nojekyll").write_text("")
    build(root, tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site" / "id" / "empty").exists()
    assert (root / "mkdocs.yml").is_file()
    same(files(tmp_path / "site"), wanted | {".nojekyll": b""})


@pytest.mark.parametrize("after", [0, 1, 5, 20])
def test_a_build_that_was_killed_costs_time_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Wherever it stopped writing, the next build ends in the same bytes."""
    root = site_in(tmp_path / "meja")
    build(root, tmp_path / "site", tmp_path / "cache")
    for folder in folders(root):
        edited(folder / "article.id.md", "# Panen", "# Sungguh panen")
    put, left = storage.Built.put, [after]

    def killed(self: storage.Built, path: str, key: str, data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            (self.folder / path).write_bytes(data[:100])
            raise KeyboardInterrupt
        put(self, path, key, data)

    with monkeypatch.context() as patch:
        patch.setattr(storage.Built, "put", killed)
        with pytest.raises((KeyboardInterrupt, Abort)):
            build(root, tmp_path / "site", tmp_path / "cache")
    build(root, tmp_path / "site", tmp_path / "cache")
    build(root, tmp_path / "new", None)
    same(files(tmp_path / "site"), files(tmp_path / "new"))


def test_a_spoilt_cache_counts_as_none(tmp_path: Path) -> None:
    """Every file of it is cut short, emptied or changed, and the site is the same."""
    root = site_in(tmp_path / "meja")
    build(root, tmp_path / "site", tmp_path / "cache")
    wanted = files(tmp_path / "site")
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(kept) > 10
    for number, path in enumerate(kept):
        data = path.read_bytes()
        path.write_bytes((data[: len(data) // 2], b"", data[:-1] + b"x")[number % 3])
    build(root, tmp_path / "site", tmp_path / "cache")
    same(files(tmp_path / "site"), wanted)

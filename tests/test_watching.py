"""How `mkdocs serve` learns of a change: at once where the system tells, and by looking where it does not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from sejajar.plugin import watching
from sejajar.plugin.watching import Watcher
from waiting import until as until_


def until(holds: Callable[[], object]) -> None:
    until_(holds, lambda: "no observer told of it")


class Told(FileSystemEventHandler):
    """What MkDocs would build anew for."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def dispatch(self, event: FileSystemEvent) -> None:
        self.paths.append(Path(os.fsdecode(event.src_path)).name)


class Deaf:
    """An observer that hears nothing: a network drive."""

    def __init__(self, *, refuses: bool = False) -> None:
        self._refuses = refuses

    def schedule(self, *_: object, **__: object) -> object:
        return object()

    def start(self) -> None:
        if self._refuses:
            raise OSError(28, "inotify watch limit reached")

    def unschedule_all(self) -> None: ...
    def stop(self) -> None: ...
    def is_alive(self) -> bool:
        return False


@pytest.fixture(params=["both", "deaf", "refused", "not looking"])
def watched(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Path, Told]]:
    """A folder, and what is told of it."""
    if request.param in ("deaf", "refused"):
        monkeypatch.setattr(watching, "Observer", lambda: Deaf(refuses=request.param == "refused"))
    looking = PollingObserver(timeout=3600 if request.param == "not looking" else 0.05)
    (tmp_path / "id").mkdir()
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    told = Told()
    watcher = Watcher(looking, (str(tmp_path / "id"),))
    watcher.schedule(told, str(tmp_path), recursive=True)
    watcher.start()
    yield tmp_path, told
    watcher.stop()
    watcher.join()


def test_every_change_is_told_of(watched: tuple[Path, Told]) -> None:
    """Writing, adding, renaming and removing a file is each told, by whichever observer knows of it."""
    folder, told = watched
    (folder / "a.md").write_text("another text", encoding="utf-8")
    until(lambda: "a.md" in told.paths)
    (folder / "b.md").write_text("b", encoding="utf-8")
    until(lambda: "b.md" in told.paths)
    told.paths.clear()
    (folder / "b.md").rename(folder / "c.md")
    until(lambda: told.paths)
    told.paths.clear()
    (folder / "c.md").unlink()
    until(lambda: "c.md" in told.paths)


def test_products_and_readers_are_not_told_of(watched: tuple[Path, Told]) -> None:
    """What a build generates, and who reads a file, has nothing built anew; what comes after is told."""
    folder, told = watched
    (folder / "id" / "page.md").write_text("made", encoding="utf-8")
    (folder / "a.md").read_text("utf-8")
    (folder / "z.md").write_text("z", encoding="utf-8")
    until(lambda: "z.md" in told.paths)
    assert set(told.paths) == {"z.md"}


def test_one_change_is_told_once(tmp_path: Path) -> None:
    """Where both observers know of a change, or one tells of it twice, it counts once."""
    seen = watching.Seen(())
    path = tmp_path / "a.md"
    path.write_text("a", encoding="utf-8")
    assert seen.is_news(str(path))
    assert not seen.is_news(str(path))
    path.write_text("longer", encoding="utf-8")
    assert seen.is_news(str(path))
    path.unlink()
    assert seen.is_news(str(path))
    assert not seen.is_news(str(path))


def test_looking_ends_where_the_system_tells(tmp_path: Path) -> None:
    """Two thousand folders are not gone through twice a second once that is known to be needless."""
    looking = PollingObserver(timeout=3600)
    watcher, told = Watcher(looking, ()), Told()
    watcher.schedule(told, str(tmp_path), recursive=True)
    watcher.start()
    try:
        (tmp_path / "a.md").write_text("a", encoding="utf-8")
        until(lambda: told.paths)
        if Observer is not PollingObserver:
            until(lambda: not looking.emitters)
    finally:
        watcher.stop()
        watcher.join()

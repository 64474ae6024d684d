"""A fill that dies at any moment loses only what was in flight, and two who write at once lose nothing."""

from __future__ import annotations

import random
from pathlib import Path

from kills import Story
from sejajar import store
from servers import serving


def test_five_kills_lose_nothing_that_was_finished(tmp_path: Path) -> None:
    """`kill -9` in mid-fill: catalogs load, finished entries and people's work stay, edits from outside
    survive, and the last run completes. `tests/audit/kill_fill.py` does it fifty times."""
    with serving("google", delay=0.02) as served:
        story = Story(tmp_path, served, random.Random(7))
        story.tell(5)
    assert story.kills == 5


def test_an_exchange_happens_only_while_the_file_is_as_it_was(tmp_path: Path) -> None:
    """Who comes second reads again; nothing is overwritten unseen, and nothing is left lying about."""
    path = tmp_path / "a.po"
    assert store.exchange(path, None, "one\n")
    assert not store.exchange(path, None, "two\n")
    assert not store.exchange(path, "zero\n", "two\n")
    assert path.read_text() == "one\n"
    assert store.exchange(path, "one\n", "two\n")
    assert store.exchange(path, "two\n", "two\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.po"]
    assert path.read_text() == "two\n"

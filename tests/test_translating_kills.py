"""A fill that dies at any moment loses only what was in flight, and two who write at once lose nothing."""

from __future__ import annotations

import math
import random
import signal
from pathlib import Path

from kills import Story, site
from sejajar import storage
from servers import serving
from waiting import PATIENCE


def test_five_kills_lose_nothing_that_was_finished(tmp_path: Path) -> None:
    """`kill -9` in mid-fill: catalogs load, finished entries and people's work stay, edits from outside
    survive, and the last run completes. `tests/audit/kill_fill.py` does it fifty times."""
    with serving("google", delay=0.02) as served:
        story = Story(tmp_path, served, random.Random(7))
        story.tell(5)
    assert story.kills >= 5


def test_ctrl_c_ends_a_run_soon_and_in_order(tmp_path: Path) -> None:
    """The process stops waiting and sending, says what it did, and what it said it saved is there."""
    with serving("google", answers=12) as served:
        story = Story(tmp_path, served, random.Random(1))
        story.articles = site(tmp_path)
        process = story.start()
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(2)]
        process.send_signal(signal.SIGINT)
        served.answers = math.inf
        out, _ = process.communicate(timeout=PATIENCE)
        requests = len(served.received)
    assert process.returncode == 0
    assert out.splitlines()[-1].endswith("complete False")
    assert requests < 30
    story.compare([*said, *(line for line in out.splitlines() if line.startswith("saved "))])


def test_an_exchange_happens_only_while_the_file_is_as_it_was(tmp_path: Path) -> None:
    """Who comes second reads again; nothing is overwritten unseen, and nothing is left lying about."""
    path = tmp_path / "a.po"
    assert storage.exchange(tmp_path, "a.po", None, "one\n")
    assert not storage.exchange(tmp_path, "a.po", None, "two\n")
    assert not storage.exchange(tmp_path, "a.po", "zero\n", "two\n")
    assert path.read_text() == "one\n"
    assert storage.exchange(tmp_path, "a.po", "one\n", "two\n")
    assert storage.exchange(tmp_path, "a.po", "two\n", "two\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.po"]
    assert path.read_text() == "two\n"

"""Power cuts: whatever command dies at whatever moment, nothing is lost and the next run is right."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cuts import COMMANDS, Story


@pytest.mark.parametrize("name", ["import", "sync", "review"])
def test_a_killed_command_loses_nothing(name: str, tmp_path: Path) -> None:
    """Twice `kill -9`, then a whole run: no half file is read, people's English stays, the result is that
    of an undisturbed run, and nothing is left. `tests/audit/kill_commands.py` does it fifty times to all.
    """
    story = Story(tmp_path, name, random.Random(20250306), articles=2)
    story.tell(2)
    assert story.kills == 2
    assert set(COMMANDS) == {"build", "serve", "import", "sync", "apply", "review"}

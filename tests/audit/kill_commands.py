"""Kills every command fifty times at random moments: `python tests/audit/kill_commands.py [kills] [seed]`.

`kill_fill.py` does the same to `translate`.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator")]

from cuts import COMMANDS, Story  # noqa: E402


def main(kills: int, seed: int) -> None:
    for name in COMMANDS:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            story = Story(Path(folder), name, random.Random(seed))
            story.tell(kills)
        seconds = time.monotonic() - started
        print(f"{name}: kill -9 {story.kills} times in {seconds:.0f} s (seed {seed})", flush=True)
    print("no half file, nothing lost that a person wrote, the next run right, nothing left over")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    usual = (50, random.randrange(1_000_000))
    main(*(*given, *usual[len(given) :]))

"""Kills a fill fifty times at random moments: `python tests/audit/kill_fill.py [kills] [seed]`."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator")]

from kills import Story  # noqa: E402
from servers import serving  # noqa: E402


def main(kills: int, seed: int) -> None:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, serving("google", delay=0.02) as served:
        story = Story(Path(folder), served, random.Random(seed))
        story.tell(kills)
        requests = len(served.received)
    seconds = time.monotonic() - started
    print(f"kill -9: {story.kills} times in {seconds:.0f} s, {requests} requests (seed {seed})")
    print("every catalog loads, nothing finished is lost, people's entries stay, the last run completes")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    usual = (50, random.randrange(1_000_000))
    main(*(*given, *usual[len(given) :]))

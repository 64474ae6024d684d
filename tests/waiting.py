"""Waiting for a state. How long it may take is no claim of a test: the limit only ends what would hang."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 180.0
"""Seconds; many times what the slowest step needs on a machine that is busy with other things."""


def _moment() -> None:
    time.sleep(0.02)


def until(
    holds: Callable[[], object], missing: Callable[[], str], *, pause: Callable[[], None] = _moment
) -> None:
    """Returns once `holds()` is true; in the end fails with what `missing()` says."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, missing()
        pause()

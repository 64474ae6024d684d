"""Ten thousand spoilt files, a tenth of what `make audit` reads: problems, and nothing lost."""

from __future__ import annotations

import random

import pytest

from mutation import KINDS, mutated, run

COUNT = 10_000 // len(KINDS) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_files_are_problems_and_lose_nothing(kind: str) -> None:
    """Whatever happened to it, a file is read or named; what was read survives being written, every word."""
    worst = [f"{type(error).__name__}: {error}\n{text}" for text, error in run(kind, COUNT, seed=0)]
    assert not worst, f"{len(worst)} of {COUNT:,}; the shortest:\n{min(worst, key=len)}"


def test_accidents_happen() -> None:
    """The files are spoilt, and each in another way."""
    for sound, _ in KINDS.values():
        spoilt = {mutated(sound, random.Random(seed)) for seed in range(200)}
        assert len(spoilt - {sound}) > 150

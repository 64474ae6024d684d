"""What the checks reach on real news; needs the corpora that SEJAJAR_CORPORA points to."""

from __future__ import annotations

import random

import pytest

from bench import checks

ROOT = checks.root()
pytestmark = pytest.mark.skipif(ROOT is None, reason="SEJAJAR_CORPORA names no folder that holds corpora/")


def corpus(name: str) -> tuple[checks.Line, ...]:
    assert ROOT is not None
    return checks.load(name, ROOT)


def test_right_figures_are_left_alone() -> None:
    """Of 150 news sentences with right translations, the figure rules flag at most three."""
    assert len(list(checks.flagged(corpus("figures"), checks.FIGURE_RULES))) <= 3


def right() -> tuple[checks.Line, ...]:
    return tuple(line for name in checks.RIGHT for line in corpus(name))


def test_right_translations_are_left_alone() -> None:
    """Of all right human pairs at most 1.5 % are questioned wrongly, and 0.2 % by an error; what differs in
    truth stands line by line in the file of adjudications."""
    counts = checks.flags(right(), checks.adjudicated())
    lines = len(right())
    assert 1000 * counts["any"].wrong <= 15 * lines, counts
    assert 1000 * counts["errors"].wrong <= 2 * lines, counts


@pytest.mark.parametrize("fault", [fault for fault in checks.FAULTS if fault.least], ids=lambda it: it.name)
def test_seeded_faults_are_found(fault: checks.Fault) -> None:
    """Of each kind of fault that would mislead a reader, the promised share is found."""
    hits, total, missed = checks.found(right(), fault)
    assert total
    assert 100 * hits >= fault.least * total, [(line.corpus, line.number) for line in missed]


def test_faults_are_the_same_at_every_run() -> None:
    """The generator's seed is fixed, line by line."""
    lines = random.Random(1).sample(corpus("flores"), 40)
    for fault in checks.FAULTS:
        assert list(checks.seeded(tuple(lines), fault)) == list(checks.seeded(tuple(lines), fault))

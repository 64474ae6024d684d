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


@pytest.mark.parametrize(
    ("fault", "least"),
    [
        ("digit changed", 98),
        ("number dropped", 98),
        ("scale changed", 95),
        ("day and month swapped", 95),
        ("currency changed", 95),
    ],
)
def test_wrong_figures_are_found(fault: str, least: int) -> None:
    """The share of seeded faults that the figure rules find, in per cent."""
    seeded = next(item for item in checks.FAULTS if item.name == fault)
    hits, total, _ = checks.found(corpus("figures"), seeded)
    assert total
    assert 100 * hits >= least * total


@pytest.mark.parametrize(
    ("rules", "most"),
    [
        (checks.FIGURE_RULES, 2),
        (frozenset({"names"}), 5),
        (frozenset({"negation"}), 5),
        (frozenset({"hedge"}), 5),
        (frozenset({"length"}), 1),
        (frozenset({"language", "untranslated"}), 1),
        (frozenset({"doubled"}), 1),
    ],
)
def test_right_translations_are_left_alone(rules: frozenset[str], most: int) -> None:
    """The share of right human pairs flagged, adjudicated lines apart, in per cent of the pairs concerned."""
    known = checks.adjudicated()
    for name in ("flores", "ntrex"):
        about = tuple(line for line in corpus(name) if any(checks.relevant(line, rule) for rule in rules))
        wrong = [line for line, _ in checks.flagged(about, rules)]
        wrong = [line for line in wrong if not rules & known.get((name, line.number), set())]
        assert 100 * len(wrong) <= most * len(about), [line.number for line in wrong]


@pytest.mark.parametrize(
    ("fault", "least"),
    [
        ("name replaced", 90),
        ("negation removed", 70),
        ("hedge removed", 80),
        ("second sentence dropped", 80),
        ("left in Indonesian", 99),
    ],
)
def test_lost_meaning_is_found(fault: str, least: int) -> None:
    """The share of seeded faults found in FLORES and NTREX together, in per cent."""
    seeded = next(item for item in checks.FAULTS if item.name == fault)
    hits, total, _ = checks.found(corpus("flores") + corpus("ntrex"), seeded)
    assert 100 * hits >= least * total


def test_faults_are_the_same_at_every_run() -> None:
    """The generator's seed is fixed, line by line."""
    lines = random.Random(1).sample(corpus("flores"), 40)
    for fault in checks.FAULTS:
        assert list(checks.seeded(tuple(lines), fault)) == list(checks.seeded(tuple(lines), fault))

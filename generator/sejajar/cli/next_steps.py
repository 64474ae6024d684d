"""What to do next, said after each command on standard error: its output stays what was asked for."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence

from sejajar.catalogs import Briefing
from sejajar.cli.printing import say
from sejajar.model import Problem, Severity, State

_PLACES = 3
"""So many paths are repeated in a next command; of more, the site as a whole is meant."""


def say_next(*steps: str) -> None:
    for step in steps:
        say(f"next: {step}", err=True)


def command(*words: str, places: Sequence[object] = ()) -> str:
    """A command as a shell takes it, with the paths that the last one was given."""
    named = [str(place) for place in places] if len(places) <= _PLACES else []
    return shlex.join([*words, *named])


def after_sync(briefings: Iterable[Briefing], places: Sequence[object]) -> str:
    """What waits in these articles: a machine, a person, or the checks."""
    pairs = [pair.entry for briefing in briefings for pair in briefing.pairs.values()]
    states = Counter(entry.state for entry in pairs)
    if states[State.UNTRANSLATED]:
        return command("sejajar", "translate", places=places)
    if any(not entry.signed for entry in pairs):
        return command("sejajar", "review", places=places)
    return command("sejajar", "check", places=places)


def after_check(problems: Sequence[Problem]) -> str:
    if any(problem.severity is Severity.ERROR for problem in problems):
        return "correct what is named above, then `sejajar check` again"
    return "mkdocs serve"

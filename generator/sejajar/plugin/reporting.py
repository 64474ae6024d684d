"""What the log is told of problems: a warning once, however often `serve` builds; an error each time."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from sejajar.i18n import in_words
from sejajar.model import Problem, Severity

log = get_plugin_logger("sejajar")
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}

Said = frozenset[tuple[str, ...]]
"""What the log was told in the round before; see `report`."""


def tell(problems: Iterable[Problem]) -> None:
    report(problems)


def report(problems: Iterable[Problem], before: Said = frozenset()) -> Said:
    """Logs what is an error or was not said `before`; returns what to hand in when building again.

    A problem that an edit further up has moved to another line is the same, one that went and came back is
    not.
    """
    said = set()
    for problem in problems:
        placeless = (problem.location.path, problem.code, problem.message, problem.hint, problem.segment)
        said.add(placeless)
        if problem.severity is Severity.ERROR or placeless not in before:
            log.log(LEVELS[problem.severity], "%s", in_words(problem))
    return frozenset(said)

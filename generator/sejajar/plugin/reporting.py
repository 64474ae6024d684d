"""What the log is told of problems: a warning once, however often `serve` builds; an error each time."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from sejajar.i18n import in_words
from sejajar.model import Problem, Severity

log = get_plugin_logger("sejajar")
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}

Said = tuple[Problem, ...]
"""What there was in the round before; see `report`."""


def tell(problems: Iterable[Problem]) -> None:
    report(problems)


def report(problems: Iterable[Problem], before: Said = ()) -> Said:
    """Logs what is an error or was not said `before`; returns what to hand in when building again.

    A problem that an edit further up has moved to another line is the same, one that went and came back is
    not. There may be tens of thousands, and those of unchanged articles are the very same objects.
    """
    now = tuple(problems)
    known = set(map(id, before)) if now else set()
    unknown = [one for one in now if one.severity is Severity.ERROR or id(one) not in known]
    paths = {one.location.path for one in unknown}
    said = {_placeless(one) for one in before if one.location.path in paths}
    for problem in unknown:
        if problem.severity is Severity.ERROR or _placeless(problem) not in said:
            log.log(LEVELS[problem.severity], "%s", in_words(problem))
    return now


def _placeless(problem: Problem) -> tuple[str, ...]:
    return (problem.location.path, problem.code, problem.message, problem.hint, problem.segment)

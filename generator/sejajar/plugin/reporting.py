"""What the log is told of problems: a warning once, however often `serve` builds; an error each time."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

from mkdocs.plugins import get_plugin_logger

from sejajar.build.records import Summary, unpacked
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
    not.
    """
    now = tuple(problems)
    said = {_placeless(one) for one in before}
    for problem in now:
        if problem.severity is Severity.ERROR or _placeless(problem) not in said:
            log.log(LEVELS[problem.severity], "%s", in_words(problem))
    return now


def report_findings(
    articles: Iterable[Summary], before: Mapping[str, bytes], *, again: bool
) -> Mapping[str, bytes]:
    """The same for what the checks found in `articles`; those that are as `before` are not looked at.

    There may be tens of thousands, so none is held: each article's are packed. Returns nothing unless they
    are reported `again`, in a later build of this process.
    """
    now: dict[str, bytes] = {}
    for article in articles:
        if again and article.aside.findings:
            now[article.path] = article.aside.findings
        said = before.get(article.path, b"")
        if article.aside.findings != said:
            report(article.found(), unpacked(said))
    return now


def _placeless(problem: Problem) -> tuple[str, ...]:
    return (problem.location.path, problem.code, problem.message, problem.hint, problem.segment)

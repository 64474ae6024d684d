"""Problems as GitHub Actions shows them: on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sejajar.i18n import in_words
from sejajar.model import Problem, Severity
from sejajar.visible import visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def workflow_commands(problems: Iterable[Problem], named: Callable[[str], str]) -> Iterator[str]:
    """Workflow commands, the worst first: GitHub shows ten of each sort in a step.

    `named` gives a file's path below the repository. See GitHub's “Workflow commands”, and the toolkit's
    `command.ts` for what has to be escaped.
    """
    order = list(_LEVELS)
    for problem in sorted(map(in_words, problems), key=lambda problem: order.index(problem.severity)):
        place = problem.location
        where = [f"file={_property(named(place.path))}"]
        where += [f"line={place.line}"] * bool(place.line)
        where += [f"title={_property(f'sejajar {problem.code}')}"]
        hint = f"; {problem.hint}" if problem.hint else ""
        yield f"::{_LEVELS[problem.severity]} {','.join(where)}::{_data(problem.message + hint)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

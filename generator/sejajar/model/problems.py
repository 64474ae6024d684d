"""What is wrong with the input, as data: where, how bad, what, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sejajar.visible import visible


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    path: str
    """As the user would type it: relative to the site's folder, with forward slashes."""
    line: int = 0
    """1-based; 0 where the problem is with the whole file or folder."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input, as data: where, how bad, what, and how to fix it."""

    location: Location
    severity: Severity
    code: str
    """Stable, lower case, hyphenated: `no-title`, `numbers`."""
    message: str
    """One line, without a full stop at its end."""
    hint: str = ""
    """How to fix it: one line, without a full stop at its end."""
    segment: str = ""
    """The Indonesian text that it is about, where there is one."""

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        return visible(f"{self.location}: {self.severity} {self.code}: {self.message}{hint}")


def has_errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)

"""Where the parts of the parser put what they find wrong with one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from sejajar.model import Location, Problem, Severity


@dataclass(slots=True)
class Report:
    """The problems of one file so far; at most one with the same code and message a line."""

    path: str
    _problems: dict[tuple[int, str, str], Problem] = field(default_factory=dict)

    def error(self, line: int, code: str, message: str, hint: str = "") -> None:
        self._add(Problem(Location(self.path, line), Severity.ERROR, code, message, hint))

    def warning(self, line: int, code: str, message: str, hint: str = "", segment: str = "") -> None:
        self._add(Problem(Location(self.path, line), Severity.WARNING, code, message, hint, segment))

    def _add(self, problem: Problem) -> None:
        self._problems.setdefault((problem.location.line, problem.code, problem.message), problem)

    def problems(self) -> tuple[Problem, ...]:
        """In the order of the file's lines."""
        return tuple(sorted(self._problems.values(), key=lambda problem: problem.location.line))

"""What a fill tells its caller, under way and at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from sejajar.model import Problem, Severity
from sejajar.translating.rate_limit import Stopped
from sejajar.translating.translator import Usage


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fill is; reported after what it counts is on the disk."""

    path: str
    """The article's."""
    done: int
    """Segments that are through, filled or not."""
    total: int
    seconds: float
    """Since the start."""

    @property
    def per_minute(self) -> float:
        return 60 * self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None while nothing can be said."""
        return (self.total - self.done) * self.seconds / self.done if self.done else None


@dataclass(frozen=True, slots=True)
class Summary:
    engine: str
    host: str
    filled: int = 0
    """By the engine; what came from memory is counted apart."""
    from_memory: int = 0
    unprotected: int = 0
    """Of those filled, how many carry a note that markup, figures or terms want a look."""
    asked_again: int = 0
    """Of those filled, how many were asked for once more, since the first answer was found wanting."""
    corrected: int = 0
    """Of these, how many have no error any more."""
    flagged: int = 0
    """Of those filled, in how many the checks still find an error: a comment in the catalog says which."""
    overtaken: int = 0
    """Segments that somebody else filled while the engine was at them; theirs stays."""
    withheld: int = 0
    """Segments of confidential articles, which the engine does not get."""
    left: int = 0
    """Segments that were not asked for: a limit, a stop or an interruption came before."""
    requests: int = 0
    usage: Usage = field(default_factory=Usage)
    """Of engines that count it."""
    problems: tuple[Problem, ...] = ()
    """A refused segment each, and what could not be read or written."""
    stopped: Stopped | None = None
    interrupted: bool = False

    @property
    def complete(self) -> bool:
        """Whether the command may exit with 0: nothing was refused, nothing stopped it."""
        errors = any(problem.severity is Severity.ERROR for problem in self.problems)
        return not errors and self.stopped is None and not self.interrupted

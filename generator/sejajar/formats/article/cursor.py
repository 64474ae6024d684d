"""Going through the lines of a body, once and forwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sejajar.formats.article.lines import Line


class Cursor:
    """A place among lines; `at` is the index of the next one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.at = 0
        self._never: set[str] = set()
        """What closes nothing from here on, so that nobody looks for it again."""

    def peek(self, ahead: int = 0) -> Line | None:
        """The next line, or one further ahead; None past the last."""
        at = self.at + ahead
        return self._lines[at] if at < len(self._lines) else None

    def take(self) -> Line:
        self.at += 1
        return self._lines[self.at - 1]

    def skip_blank(self) -> None:
        while (line := self.peek()) and not line.text:
            self.at += 1

    def skip_to_blank(self) -> None:
        while (line := self.peek()) and line.text:
            self.at += 1

    def skip_past(self, end: str, closes: Callable[[str], bool]) -> None:
        """To the line after the next one that closes; where none does, to the next empty line."""
        rest = range(self.at, len(self._lines) if end not in self._never else self.at)
        found = next((at for at in rest if closes(self._lines[at].text)), None)
        if found is None:
            self._never.add(end)
            self.skip_to_blank()
        else:
            self.at = found + 1

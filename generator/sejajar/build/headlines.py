"""The title and the key points of each article, for lists and neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sejajar.build.records import Summary
from sejajar.catalogs import Briefing

HELD = 2_000
"""Headlines that stay decoded, a few kilobytes each: lists and neighbours ask for the same ones again."""


class Headlines(Mapping[str, Briefing]):
    """By the article's path, each decoded when it is asked for; of a large site not all are held at once."""

    def __init__(self, summaries: Mapping[str, Summary]) -> None:
        self._summaries = summaries
        self._made: dict[str, Briefing] = {}

    def take_over(self, before: Headlines) -> None:
        """Those that were decoded before, of articles that have not changed."""
        for path, made in before._made.items():
            if self._summaries.get(path) is before._summaries[path]:
                self._made[path] = made

    def __getitem__(self, path: str) -> Briefing:
        if (made := self._made.get(path)) is None:
            if len(self._made) >= HELD:
                del self._made[next(iter(self._made))]  # the one that was decoded first
            made = self._made[path] = self._summaries[path].briefing()
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._summaries)

    def __len__(self) -> int:
        return len(self._summaries)

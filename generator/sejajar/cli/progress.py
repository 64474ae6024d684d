"""How far a fill is: a bar on a terminal, plain lines elsewhere, both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from sejajar.cli.printing import say
from sejajar.translating import Progress

Report = Callable[[Progress], None]
LINE_EVERY = 30.0
"""Seconds between two plain lines about one article."""


@contextmanager
def reporting(total: int) -> Iterator[Report]:
    """What a fill of about `total` segments is to report to."""
    if sys.stderr.isatty():
        with _bar(total) as report:
            yield report
    else:
        yield _Lines()


@contextmanager
def _bar(total: int) -> Iterator[Report]:
    with click.progressbar(
        length=total,
        label="translating",
        show_pos=True,
        width=24,
        item_show_func=_rate,
        file=sys.stderr,
    ) as bar:

        def report(progress: Progress) -> None:
            bar.length = progress.total
            bar.update(progress.done - bar.pos, progress)

        yield report


def _rate(progress: Progress | None) -> str | None:
    return f"{progress.per_minute:.0f}/min" if progress else None


class _Lines:
    """A line when an article's turn comes, and now and then within a long one."""

    def __init__(self) -> None:
        self.path = ""
        self.said = 0.0

    def __call__(self, progress: Progress) -> None:
        if progress.path == self.path and progress.seconds - self.said < LINE_EVERY:
            return
        self.path, self.said = progress.path, progress.seconds
        line = f"{progress.done} of {progress.total} segments"
        if progress.seconds_left is not None:
            line += f", {progress.per_minute:.0f} a minute, {span(progress.seconds_left)} left"
        say(f"{line}: {progress.path}", err=True)


def span(seconds: float) -> str:
    """A time for people: `40 s`, `12 min`, `3 h 05 min`."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"

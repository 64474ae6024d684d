"""What every command prints alike: problems, JSON, counts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click

from sejajar.model import Problem, Severity

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        place, severity, rest = str(problem).partition(f"{problem.severity} {problem.code}")
        click.echo(place + click.style(severity, fg=COLOURS[problem.severity]) + rest, err=True)


def print_json(facts: dict[str, Any], problems: Iterable[Problem]) -> None:
    listed = [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
            "segment": problem.segment,
        }
        for problem in problems
    ]
    click.echo(json.dumps({**facts, "problems": listed}, ensure_ascii=False, indent=2))


def count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tally(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}"

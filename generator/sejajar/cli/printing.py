"""The one place that prints. Nothing that a terminal or a runner would obey gets past it."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

import click

from sejajar.i18n import gettext, in_words, translated
from sejajar.model import Problem, Severity, errors
from sejajar.visible import inert, visible, visible_json, visible_lines

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_OUR_STYLES = re.compile(r"(\x1b\[(?:[01249]|[39][0-7])(?:;(?:[01249]|[39][0-7]))*m)")
"""What `styled` writes: colours, bold, dim, underlined, struck through, and the end of these."""


def say(text: str, *, err: bool = False) -> None:
    """One line, whatever the text holds, in the language that is spoken."""
    _echo(inert(visible(translated(text))), err)


def show(lines: Iterable[str], *, err: bool = False, colour: bool | None = None) -> None:
    """Lines that were drawn with `styled`. Colours are dropped where no terminal shows them."""
    for line in lines:
        parts = _OUR_STYLES.split(line)
        parts[::2] = map(visible, parts[::2])
        drawn = "".join(parts)
        plain = _OUR_STYLES.sub("", drawn)
        _echo(drawn if inert(plain) == plain else inert(plain), err, colour)


def show_over(text: str) -> None:
    """A line on standard error in the place of the one before, for what is not done yet; empty: none."""
    click.echo(f"\r\x1b[K{visible(text)}", err=True, nl=False)


def styled(text: str, **style: bool | str) -> str:
    """The text as `show` may print it, in colours."""
    return click.style(visible(text), **style)  # type: ignore[arg-type]


def say_error(message: str) -> None:
    show([f"{styled(gettext('error'), fg='red')}: {visible(translated(message))}"], err=True)


def refuse(message: str) -> NoReturn:
    """Exit code 2: called wrongly."""
    say_error(message)
    sys.exit(2)


def say_wrong_call(error: click.ClickException) -> int:
    """What click says of a wrong call, and its exit code: it repeats names and values as they were typed."""
    context = getattr(error, "ctx", None)
    if context:
        show(context.get_usage().splitlines(), err=True)
        show([""], err=True)
        say(f"Try '{context.command_path} {context.help_option_names[0]}' for help.", err=True)
    say(f"Error: {error.format_message()}", err=True)
    return error.exit_code


def annotate(command: str) -> None:
    """A workflow command, which `cli.github` has escaped, for a runner to obey."""
    _echo(visible(command).replace("##[", "#\\x23["), err=False)


def hand_over(content: str | bytes) -> None:
    """A file's content on standard output: to the byte for a program, made visible for a person."""
    if sys.stdout.isatty():
        text = content if isinstance(content, str) else content.decode("latin-1")
        _echo(visible_lines(text.removesuffix("\n").replace("\r\n", "\n")), err=False)
    else:
        sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode())


class SaidLog(logging.Handler):
    """What MkDocs logs while it reads its settings."""

    def emit(self, record: logging.LogRecord) -> None:
        say(record.getMessage(), err=True)


def print_problems(problems: Iterable[Problem]) -> None:
    for problem in map(in_words, problems):
        place, severity, rest = str(problem).partition(f"{problem.severity} {problem.code}")
        show([place + styled(severity, fg=COLOURS[problem.severity]) + rest], err=True)


def print_errors(problems: Iterable[Problem]) -> None:
    """What is in the way of a command. Warnings are for `sejajar check` to say, not for every command."""
    print_problems(errors(problems))


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
    narrow = not _encodes("→…“█", sys.stdout.encoding)
    text = json.dumps({**facts, "problems": listed}, ensure_ascii=narrow, indent=2)
    _echo(visible_json(text), err=False)


def count(number: int, noun: str) -> str:
    """`1 article`, `2 articles`, `2 artikel`."""
    word = noun if number == 1 else f"{noun}s"
    return f"{number} {gettext(word)}"


def tally(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}"


def _echo(text: str, err: bool, colour: bool | None = None) -> None:
    """Prints what is safe to; what the terminal's encoding lacks comes as an escape."""
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    if not _encodes(text, encoding):
        text = text.encode(encoding, "backslashreplace").decode(encoding)
    click.echo(text, err=err, color=colour)


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True

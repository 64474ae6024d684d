"""The group of commands: loads the one that is called, and says in a line what the system refuses."""

from __future__ import annotations

import errno
import importlib
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

import click

from sejajar.cli.printing import refuse, say, say_wrong_call
from sejajar.i18n import gettext, language_of, speak

_REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)


class Formatter(click.HelpFormatter):
    """Help in the language that is spoken."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or gettext("Usage: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading(gettext(heading))

    def write_text(self, text: str) -> None:
        super().write_text(gettext(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().write_dl([(term, _said(text)) for term, text in rows], *args, **options)


def _said(text: str) -> str:
    """An option's help, and what click adds to it in brackets."""
    found = re.fullmatch(r"(?s)(.*?)(?:  \[(.*)\])?", text)
    assert found
    extra = "; ".join(_extra(part) for part in found[2].split("; ")) if found[2] else ""
    return gettext(found[1]) + (f"  [{extra}]" if extra else "")


def _extra(part: str) -> str:
    word, colon, value = part.partition(":")
    return f"{gettext(word)}{colon}{value}"


class Context(click.Context):
    formatter_class = Formatter


class Commands(MutableMapping[str, click.Command]):
    """Each by its name, imported when somebody asks for it: `--help` needs none of them."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.places = dict(places)
        self.loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self.loaded:
            module, _, function = self.places[name].partition(":")
            command: click.Command = getattr(importlib.import_module(f"sejajar.cli.{module}"), function)
            command.context_class = Context
            self.loaded[name] = command
        return self.loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self.places[name] = ""
        self.loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self.places[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


class Door(click.Group):
    """What the system refuses, such as a folder that may not be written to, is said in a line."""

    context_class = Context
    summaries: Mapping[str, str] = {}
    """What each command does, for the list of them: without loading any."""

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        made: Any
        speak(language_of(os.environ))
        try:
            made = super().main(*args, standalone_mode=False, **extra)  # type: ignore[call-overload]
        except click.ClickException as error:
            if not standalone_mode:
                raise
            sys.exit(say_wrong_call(error))
        except click.Abort:
            if not standalone_mode:
                raise
            say("Aborted.", err=True)
            sys.exit(1)
        return sys.exit(made or 0) if standalone_mode else made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.summaries[name]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno not in _REFUSALS:
                raise
            place = error.filename or gettext("writing")
            refuse(f"{place}: {error.strerror}; fix its permissions, or make room on the disk")

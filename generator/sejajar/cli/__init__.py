"""The command line door: commands unpack, call the verbs and print. No logic."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import Any

import click

from sejajar import __version__
from sejajar.cli.catalogs import sync
from sejajar.cli.content import import_
from sejajar.cli.export import apply_, export
from sejajar.cli.opening import refuse
from sejajar.cli.pages import generate
from sejajar.cli.printing import say, say_wrong_call
from sejajar.cli.reports import check, status
from sejajar.cli.review import review
from sejajar.cli.start import init
from sejajar.cli.translate import translate

_REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)


class _Door(click.Group):
    """What the system refuses, such as a folder that may not be written to, is said in a line."""

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        made: Any
        try:
            made = super().main(*args, standalone_mode=False, **extra)  # type: ignore[call-overload]
        except click.ClickException as error:
            if not standalone_mode:
                raise
            sys.exit(say_wrong_call(error))
        except click.Abort:
            if not standalone_mode:
                raise
            say("Aborted!", err=True)
            sys.exit(1)
        return sys.exit(made or 0) if standalone_mode else made

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno not in _REFUSALS:
                raise
            place = error.filename or "writing"
            refuse(f"{place}: {error.strerror}; mend its permissions, or make room on the disk")


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sejajar")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
@click.pass_context
def main(context: click.Context, config_file: Path) -> None:
    """Bilingual briefings: every Indonesian paragraph beside its English.

    Run it in the folder of a site's mkdocs.yml. A day at the desk:

    \b
      sejajar import article.txt     pasted text becomes an article's folder, as a draft
      sejajar sync                   its catalog (article.en.po) is brought up to date
      sejajar translate              a machine fills what is untranslated
      sejajar review                 accept, correct and sign the English, pair by pair
      sejajar status                 what is translated, reviewed, stale
      sejajar check                  what is wrong, with file and line
      mkdocs serve                   look at it

    Exit codes: 0 all is well, 1 there are errors, 2 called wrongly or an answer is needed.
    """
    context.obj = config_file


for command in (import_, translate, review, sync, status, check, generate, export, apply_, init):
    main.add_command(command)

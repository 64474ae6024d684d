"""The command line door: commands unpack, call the verbs and print. No logic."""

from __future__ import annotations

from pathlib import Path

import click

from sejajar import __version__
from sejajar.cli.group import Commands, Door
from sejajar.i18n import LANGUAGES, N_, speak

COMMANDS = {
    "import": ("content:import_", N_("Make an article's folder from pasted text.")),
    "translate": ("translate:translate", N_("Have a machine fill what is untranslated.")),
    "review": ("review:review", N_("Go through the pairs that no person has signed.")),
    "desk": ("desk:desk", N_("Serve the review desk, in the browser, on this machine.")),
    "sync": ("sync:sync", N_("Bring the catalogs up to date with their articles.")),
    "status": ("reports:status", N_("Show what is translated, reviewed and stale.")),
    "report": ("activity:report", N_("Show who signed what, what went stale, what was corrected.")),
    "check": ("reports:check", N_("Check articles, catalogs and every pair.")),
    "generate": ("pages:generate", N_("Write the Markdown pages below docs/id and docs/en.")),
    "finish": ("pages:finish", N_("Make a site that Zensical has built ours.")),
    "export": ("export:export", N_("Write pairs to a file: .csv, .xlsx, .tmx or .jsonl.")),
    "apply": ("export:apply_", N_("Carry a reviewer's decisions back into the catalogs.")),
    "book": ("book:book", N_("Make a bilingual book of briefings: .epub or .pdf.")),
    "init": ("start:init", N_("Make a new site.")),
}
"""Where each is, and what it does in a line."""


def _speak(_context: click.Context, _parameter: click.Parameter, language: str | None) -> None:
    if language:
        speak(language)


@click.group(
    cls=Door,
    commands=Commands({name: place for name, (place, _) in COMMANDS.items()}),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_speak,
    is_eager=True,
    expose_value=False,
    help="The language of messages; LANG says it otherwise.",
)
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


assert isinstance(main, Door)
main.summaries = {name: summary for name, (_, summary) in COMMANDS.items()}

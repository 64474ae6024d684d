"""The command by which a person goes through what nobody has signed: a thin shell around its verb."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from sejajar.cli.next_steps import command, say_next
from sejajar.cli.opening import narrowed, open_site, open_workspace, paths_argument
from sejajar.cli.printing import print_errors, print_problems, refuse, say, say_error, show
from sejajar.cli.screen import KEYS, Paper, footer, pair_lines, summary
from sejajar.commands import Site, check_results
from sejajar.commands.history import own_name
from sejajar.commands.review import Accept, Decision, Edit, Look, NeedsWork, Obstacle, decide, look, waiting
from sejajar.commands.session import Back, Quit, Refused, Saved, Session, Skip, after
from sejajar.commands.standing import Standing, stand
from sejajar.formats.glossary import Glossary
from sejajar.i18n import gettext, translated
from sejajar.model import has_errors
from sejajar.visible import visible

riskiest_option = click.option(
    "--riskiest",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only the N pairs that are likeliest to be wrong, whatever article they are in.",
)
name_option = click.option(
    "--as", "name", default="", metavar="NAME", help="Who signs; git's user.name where it is not given."
)


@click.command()
@paths_argument
@name_option
@riskiest_option
@click.pass_obj
def review(config_file: Path, paths: tuple[Path, ...], name: str, riskiest: int | None) -> None:
    """Go through the pairs that no person has signed, and those in which the checks find an error.

    The articles in which most may be wrong come first, and each pair says why: what the checks find, a second
    engine that translates otherwise, figures, length. With an hour to spend, --riskiest makes most of it.

    A key for each decision: accept signs the English with your name and today's date, edit opens it in
    $EDITOR, needs work marks it and keeps your remark. Where the checks find an error, accepting asks why the
    English is right all the same, and silences them for this pair. Every decision is saved at once, so that
    stopping at any time loses nothing.

    Reviewed: a person has read the English and called it finished. Signed: a person answers by name for
    exactly this English of exactly this Indonesian. More in the guide, “Review”.
    """
    site = open_site(config_file)
    whole = open_workspace(site, ())
    workspace = narrowed(site, whole, paths)
    name = signer(site, name)
    print_errors(workspace.problems)
    queue = waiting(workspace, check_results(site, whole), riskiest)
    session, standing = _run(site, workspace.glossary, Session(queue), name)
    if restored := stand(site, standing):
        say(_said(len(restored)))
    say(summary(session))
    left = session.at < len(session.places)
    say_next(command("sejajar", "review" if left else "check", places=paths))
    sys.exit(int(has_errors(workspace.problems)))


def signer(site: Site, name: str) -> str:
    """Who signs: as given, as git knows, or as asked on a terminal; else an exit."""
    name = " ".join(name.split()) or own_name(site.root)
    if not name and sys.stdin.isatty() and sys.stdout.isatty():
        name = " ".join(click.prompt(gettext("Your name, for the signature")).split())
    if not name:
        refuse("who signs? give your name with --as, or set it with `git config user.name`")
    return name


def _said(restored: int) -> str:
    lost = "a decision of yours was" if restored == 1 else f"{restored} decisions of yours were"
    return f"{lost} saved again: another program had saved an older file"


def _run(site: Site, glossary: Glossary, session: Session, name: str) -> tuple[Session, Standing]:
    standing = Standing()
    try:
        while not session.over:
            place = session.place
            if restored := stand(site, standing, place.catalog):
                session = replace(session, notice=_said(len(restored)))
            seen = look(site, place, glossary)
            if isinstance(seen, Obstacle):
                print_problems(seen.problems)
                session = after(session, Refused(seen.why, place.article))
                continue
            intent = _asked(seen, session)
            if isinstance(intent, Skip | Back | Quit):
                session = after(session, intent)
                continue
            made = decide(site, place, seen.pair.entry, intent, name, dt.date.today(), glossary)
            if isinstance(made, Obstacle):
                print_problems(made.problems)
                session = after(session, Refused(made.why, place.article))
            else:
                standing = standing.decided(place, seen.pair.entry, made)
                session = after(session, Saved(intent))
    except (KeyboardInterrupt, click.Abort, EOFError):
        say("")
    return session, standing


def _asked(seen: Look, session: Session) -> Decision | Skip | Back | Quit:
    """Shows the pair until a key says what to do with it."""
    top = 0
    hint = ""
    while True:
        rest = _show(seen, session, top, hint)
        hint = ""
        match _key():
            case "a" if rest:
                top, hint = top + rest, "read to the end before you accept"
            case "a" if not seen.pair.entry.msgstr:
                hint = "there is no English to accept yet: e to write it"
            case "a" if seen.unanswered:
                if reason := _reason(seen):
                    return Accept(reason)
                hint = "not accepted: correct it with e, or say why it is right"
            case "a":
                return Accept()
            case "e":
                if (text := _edited(seen)) is not None:
                    return Edit(text)
                hint = "nothing was changed"
            case "n":
                question = gettext("What is wrong (Enter for no remark)")
                return NeedsWork(click.prompt(question, default="", show_default=False))
            case "s":
                return Skip()
            case "b":
                return Back()
            case "q" | "":
                return Quit()
            case " " | "\x1b[B" | "\x1b[6~":
                top += rest
            case "\x1b[A" | "\x1b[5~":
                top = 0
            case _:
                hint = "keys: " + ", ".join(f"{key} {gettext(word)}" for key, word in KEYS)


def _reason(seen: Look) -> str:
    """Why an English is right in which the checks find an error; empty to think again."""
    codes = ", ".join(dict.fromkeys(finding.code for finding in seen.unanswered))
    asked = f"{codes}: a strict build stops at this. Why is it right as it is? (Enter to go back)"
    return str(click.prompt(asked, default="", show_default=False)).strip()


def _show(seen: Look, session: Session, top: int, hint: str) -> int:
    """Draws the pair from its line `top`; returns by how many lines to go on, 0 where all has been seen."""
    terminal = sys.stdout.isatty()
    size = shutil.get_terminal_size()
    paper = Paper(size.columns, terminal and not os.environ.get("NO_COLOR"))
    lines = pair_lines(seen, session, paper)
    keys = footer(paper, more=True)
    height = max(3, size.lines - len(keys) - 2) if terminal else len(lines)
    if terminal:
        click.clear()
    shown = lines[top : top + height]
    left = len(lines) - top - len(shown)
    drawn = (*shown, paper.styled(translated(hint), fg="yellow"), *footer(paper, more=left > 0))
    show(drawn, colour=paper.colour)
    return min(left, height - 2) if left > 0 else 0


def _key() -> str:
    """One key on a terminal; else the first letter of a line. Empty at the end of the input."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return line.strip()[:1].lower() or (" " if line else "")
    # Going to raw mode drops what was typed before the pair was to be seen: such a key must not sign it.
    pressed = click.getchar()
    return pressed if pressed.startswith("\x1b") else pressed[:1].lower()


_ASIDE = "#> "


def _edited(seen: Look) -> str | None:
    """What the reviewer made of the English in an editor; None where nothing was changed."""
    entry = seen.pair.entry
    about = [
        "The English, in one line or several; what begins with #> is for reading only.",
        f"{seen.pair.segment.kind}, {entry.state}",
        seen.pair.segment.text,
        *(f"{finding.severity} {finding.code}: {finding.message}" for finding in seen.findings),
    ]
    text = "".join(f"{_ASIDE}{visible(line)}\n" for line in map(translated, about))
    try:
        answer = click.edit(f"{entry.msgstr}\n\n{text}", extension=".md")
    except click.ClickException as error:
        say_error(error.format_message())
        click.pause()
        return None
    lines = [line for line in (answer or "").splitlines() if not line.startswith(_ASIDE.rstrip())]
    english = " ".join(" ".join(lines).split())
    return english if english and english != entry.msgstr else None

"""The command that serves the desk in the browser: unpacks what was asked for, and says where to open it."""

from __future__ import annotations

import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from sejajar import storage
from sejajar.cli.opening import open_site, open_workspace, paths_argument
from sejajar.cli.printing import refuse, say
from sejajar.cli.review import name_option
from sejajar.commands import Site
from sejajar.commands.history import own_name

SHORTEST = 16
"""Characters of a token that several people share: anybody in the network can try."""


@click.command()
@paths_argument
@name_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help="0: any free one."
)
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen at, for a network."
)
@click.option(
    "--token",
    default="",
    envvar="SEJAJAR_DESK_TOKEN",
    help="One word that lets in whoever knows it; rather say it in SEJAJAR_DESK_TOKEN.",
)
@click.option(
    "--user-header", default="", help="The header in which your reverse proxy says who it has let in."
)
@click.option(
    "--address", default="", help="By which browsers reach it through a proxy: https://desk.example.org."
)
@click.pass_obj
def desk(config_file: Path, /, paths: tuple[Path, ...], name: str, opens: bool, **where: Any) -> None:
    """Serve the review desk, in the browser, on this machine.

    Every article as its readers will see it: accept, correct or send back each pair in its place, with the
    checks speaking while you type. What you decide is saved at once, in the files that `sejajar review`
    writes. The address that is printed works once and lets that browser in; a bookmark does from then on.

    It listens to this machine alone. With --host others in the network reach it: then --token says what lets
    them in, or --user-header that a proxy in front of it does; whoever reaches the port past that proxy can
    sign as anybody. Everybody who is let in can change every article, and what is typed is not encrypted
    unless a proxy does that.
    """
    try:
        from sejajar.desk import Serving, is_loopback, serve
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        refuse("the desk needs two packages more: pip install 'sejajar[desk]'")
    site = open_site(config_file)
    if paths:
        open_workspace(site, paths)  # refuses what is none of the site's
    serving = Serving(
        name=" ".join(name.split()) or own_name(site.root),
        paths=tuple(storage.relative(path, site.root) for path in paths),
        **where,
    )
    _must_be_safe(serving, is_loopback(serving.host))
    try:
        with suppress(KeyboardInterrupt):  # that is how it ends
            serve(site, serving, lambda address: _say_where(site, address, opens))
    except OSError as error:
        refuse(f"nothing can listen at {serving.host}:{serving.port}: {error.strerror}; name another --port")
    say("the desk is closed; what was decided is in the files")


def _must_be_safe(serving: Any, here: bool) -> None:
    """Refuses what would let in anybody."""
    if not here and not serving.token and not serving.user_header:
        refuse(
            f"with --host {serving.host} anybody in the network could change every article; say with --token "
            "what lets people in, or with --user-header that a reverse proxy does"
        )
    if serving.token and len(serving.token) < SHORTEST:
        refuse(f"the token is shorter than {SHORTEST} characters, and anybody in the network can try")
    if serving.address and (
        urlsplit(serving.address).scheme not in ("http", "https") or not urlsplit(serving.address).netloc
    ):
        refuse(f"{serving.address} is no web address; write it in full, such as https://desk.example.org")


def _say_where(site: Site, address: str, opens: bool) -> None:
    say(f"the desk of {site.name} is open at {address}")
    say("end it with Ctrl-C; every decision is saved when it is made")
    if opens:
        webbrowser.open(address)

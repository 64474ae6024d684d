"""Opening a site from the command line, and refusing what was called wrongly."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sejajar import commands
from sejajar.cli.printing import SaidLog
from sejajar.cli.printing import refuse as refuse
from sejajar.commands import Site, Workspace
from sejajar.site.configuration import quick_site

if TYPE_CHECKING:
    from sejajar.build.executors import ChunkedExecutor

paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
cluster_option = click.option(
    "--cluster", metavar="ADDRESS", default="", help="A Dask scheduler whose workers do it, tcp://host:8786."
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object on standard output."
)


def open_site(config_file: Path) -> Site:
    """The site, or an exit with all that is wrong with its configuration."""
    if not config_file.is_file():
        refuse(f"there is no {config_file} here; run this in a site's folder, or name its mkdocs.yml with -f")
    if site := quick_site(config_file):
        return site
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with _mkdocs_says_errors():
        return _read_site(config_file)


@contextmanager
def _mkdocs_says_errors() -> Iterator[None]:
    """Of what MkDocs logs its errors alone are printed; then its log is as it was, for whoever goes on."""
    log = logging.getLogger("mkdocs")
    level, said = log.level, SaidLog()
    log.setLevel(logging.ERROR)
    if not log.handlers:  # else Python prints what MkDocs logs as it is
        log.addHandler(said)
    try:
        yield
    finally:
        log.removeHandler(said)
        log.setLevel(level)


def _read_site(config_file: Path) -> Site:
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError

    from sejajar.plugin import SejajarPlugin, site_of

    try:
        config = load_config(str(config_file))
    except ConfigurationError as error:
        refuse(f"{config_file}: {error}")
    plugin = next((one for one in config.plugins.values() if isinstance(one, SejajarPlugin)), None)
    if plugin is None:
        refuse(f"{config_file}: the plugin is missing; add `- sejajar` below `plugins:`")
    return site_of(config, plugin.settings)


def open_workspace(site: Site, paths: tuple[Path, ...]) -> Workspace:
    return narrowed(site, commands.load(site), paths)


def workers(site: Site, address: str) -> AbstractContextManager[ChunkedExecutor | None]:
    """Those of the cluster at `address`, or of that which the settings name; None for this process alone."""
    return cluster_workers(address or commands.chosen(site.settings.cluster))


@contextmanager
def cluster_workers(address: str) -> Iterator[ChunkedExecutor | None]:
    """The workers at `address`, None without one. Refuses what was called where they cannot be used."""
    if not address:
        yield None
        return
    try:
        with commands.executor(address) as pool:
            yield pool
    except commands.ClusterError as error:
        refuse(str(error))


def narrowed(site: Site, workspace: Workspace, paths: tuple[Path, ...]) -> Workspace:
    """What the named paths hold; all of it where none is named."""
    selection = commands.select(site, workspace, paths)
    for path in selection.unknown:
        refuse(
            f"{path} is no article of this site; name an article's folder, one of its files or a folder above"
        )
    return selection.workspace


def build_time() -> dt.datetime:
    """Now; or what SOURCE_DATE_EPOCH says, as for MkDocs."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.now(dt.UTC) if epoch is None else dt.datetime.fromtimestamp(int(epoch), dt.UTC)


def read_source(source: str) -> bytes:
    """A file's bytes, or those of standard input for `-`."""
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        refuse(f"{source} cannot be read: {error.strerror}")

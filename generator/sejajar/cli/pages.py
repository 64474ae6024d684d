"""Commands that make pages, and a site of them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sejajar import commands
from sejajar.cli.next_steps import say_next
from sejajar.cli.opening import build_time, cluster_option, json_option, open_site, open_workspace, workers
from sejajar.cli.printing import count, print_errors, print_json, print_problems, say
from sejajar.model import has_errors
from sejajar.storage import Written

BUILDERS = ("mkdocs", "zensical")
NEXT = {"mkdocs": ("mkdocs serve",), "zensical": ("zensical build", "sejajar finish")}


@click.command()
@click.option("--drafts", is_flag=True, help="Drafts and scheduled articles too, as under `mkdocs serve`.")
@click.option(
    "--for",
    "builder",
    type=click.Choice(BUILDERS),
    default=BUILDERS[0],
    show_default=True,
    help="Who is to build them: `zensical` looks at mkdocs.yml too.",
)
@cluster_option
@json_option
@click.pass_obj
def generate(config_file: Path, drafts: bool, builder: str, cluster: str, as_json: bool) -> None:
    """Write the Markdown pages below docs/id and docs/en.

    Run it to read the pages, or for another builder: `mkdocs build` and `mkdocs serve` make their own and
    take nothing from these. As in a build, drafts and what is scheduled for later are left out.

    What Zensical has built of them, `sejajar finish` makes ours.
    """
    site = open_site(config_file)
    workspace = commands.published(open_workspace(site, ()), build_time(), drafts=drafts)
    unfit = commands.zensical_problems(config_file) if builder == "zensical" else ()
    problems = (*workspace.problems, *unfit)
    if has_errors(problems):
        written = Written()
    else:
        with workers(site, cluster) as pool:
            found = commands.check_results(site, workspace, pool=pool)
        written = commands.generate(site, workspace, found)
        problems = (*problems, *written.problems)
    if as_json:
        facts = {"written": written.written, "removed": written.removed, "unchanged": written.unchanged}
        print_json(facts, problems)
    else:
        print_errors(problems)
        print_problems(unfit)
        pages = count(len(written.written), "file")
        say(f"{pages} written, {len(written.removed)} removed, {written.unchanged} up to date")
        if not has_errors(problems):
            say_next(*NEXT[builder])
    sys.exit(int(has_errors(problems)))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default="site", metavar="[SITE]")
@click.option("--drafts", is_flag=True, help="Drafts and scheduled articles too; see `generate --drafts`.")
@cluster_option
@json_option
@click.pass_obj
def finish(config_file: Path, folder: Path, drafts: bool, cluster: str, as_json: bool) -> None:
    """Make the site that Zensical has built in SITE (default: site) ours.

    Each page gets its language, the way to the other edition, its edition's menu, our look and search; the
    site gets its feeds, cards, sitemap and redirects. Run again, it changes what has changed.

    \b
      sejajar generate --for zensical
      zensical build
      sejajar finish
    """
    site = open_site(config_file)
    with workers(site, cluster) as pool:
        now = commands.now(site, build_time(), drafts=drafts, pool=pool)
        problems = now.problems
        done = commands.Finished()
        if not has_errors(problems):
            done = commands.finish(site, now.whole, folder, pool=pool)
            problems = (*problems, *done.problems)
    if as_json:
        print_json({"pages": done.pages, "written": done.written, "removed": done.removed}, problems)
    else:
        print_problems(done.problems)
        print_errors(now.problems)
        say(f"{count(done.pages, 'page')}, {len(done.written)} written, {len(done.removed)} removed")
    sys.exit(int(has_errors(problems)))

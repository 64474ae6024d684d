"""The verb that makes an article's folder from somebody's text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.commands.english import with_english
from sejajar.commands.sources import Web, gathered
from sejajar.formats import article as article_format
from sejajar.i18n import gettext, translated
from sejajar.importing import Given, Recognised, recognise
from sejajar.importing.recognising.page import PAGE
from sejajar.model import Article, Catalog, Location, Problem, Severity, has_errors
from sejajar.site.workspace import Site

_SHOWN = 100
_MOST_ALIKE = 100
_TELLING = 30
"""Characters of a line that tells one article from another."""
_ORIGIN = re.compile(r"(?P<value>.+?) \((?P<origin>.+)\)")
_FOUND = ("date", "place", "outlet")
"""Labels of lines that say where something was found."""
NO_WEB = Web()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would write, and what it found on the way."""

    recognised: Recognised
    folder: str
    """The article's folder, relative to the site's root; empty where none could be named."""
    problems: tuple[Problem, ...]
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    """By name in that folder; none where nothing can be written."""
    catalog: Catalog | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    recognised: Recognised
    folder: str
    """The article's folder, relative to the site's root; empty where none could be named."""
    problems: tuple[Problem, ...]
    wrote: bool


def plan_import(
    site: Site,
    data: bytes,
    name: str,
    given: Given,
    today: dt.date,
    *,
    english: tuple[str, bytes] | None = None,
    web: Web = NO_WEB,
    beside: bool = True,
) -> Plan:
    """A draft's folder, with a catalog ready to be translated, from a source. Writes nothing.

    `name` is the source as the user typed it, `data` its bytes, none for an address; `today` bounds the dates
    that are believed. `english` is the file with its English, where there is one: its name and bytes.
    """
    source = gathered(name, data, web, beside=beside)
    told = replace(given, pictures=source.pictures)
    recognised = recognise(source.material, told, today=today, content=site.settings.content)
    problems = recognised.problems
    if recognised.article is None or has_errors(problems):
        return Plan(recognised, "", problems)
    article = _with_own_slug(site, recognised.article)
    if article is None:
        exists = _exists(site, recognised.article)
        return Plan(recognised, recognised.article.folder, (*problems, exists))
    recognised = replace(recognised, article=article)
    catalog = catalog_format.sync(catalog_format.empty(f"{article.folder}/{storage.CATALOG}"), article)
    if english:
        paired = with_english(catalog, article, name, english[1], english[0])
        catalog, problems = paired.catalog, (*problems, *paired.problems)
        recognised = replace(recognised, summary=(*recognised.summary, *paired.summary))
    files: dict[str, str | bytes] = {
        storage.ARTICLE: article_format.dumps(article),
        storage.CATALOG: catalog_format.dumps(catalog),
        **source.files,
    }
    return Plan(recognised, article.folder, problems, files, catalog)


def import_pasted(
    site: Site,
    data: bytes,
    name: str,
    given: Given,
    today: dt.date,
    *,
    english: tuple[str, bytes] | None = None,
    dry_run: bool = False,
    web: Web = NO_WEB,
) -> Imported:
    """Makes the folder that `plan_import` plans. Never overwrites."""
    plan = plan_import(site, data, name, given, today, english=english, web=web)
    if dry_run or not plan.files:
        return Imported(plan.recognised, plan.folder, plan.problems, wrote=False)
    problems = plan.problems
    wrote = storage.create_folder(site.root, plan.folder, dict(plan.files))
    if not wrote and plan.recognised.article:  # somebody was quicker by a moment
        problems = (*problems, _exists(site, plan.recognised.article))
    return Imported(plan.recognised, plan.folder, problems, wrote)


def written(recognised: Recognised) -> str:
    """The article's file as it would be, for a look at it; empty where there is no article."""
    return article_format.dumps(recognised.article) if recognised.article else ""


def _folders(site: Site, slug: str) -> list[Path]:
    content = site.root / site.settings.content
    return [path for path in content.rglob(f"????-??-??-{slug}") if path.is_dir()]


def _with_own_slug(site: Site, article: Article) -> Article | None:
    """The article under a slug that no other has; None if it is there already.

    Another article with the same headline is another article: its folder gets `-2`.
    """
    folder, slug = article.folder, article.slug
    for number in range(1, _MOST_ALIKE):
        ending = "" if number == 1 else f"-{number}"
        there = _folders(site, slug + ending)
        if not there and not (site.root / f"{folder}{ending}").exists():
            return replace(article, path=f"{folder}{ending}/{storage.ARTICLE}")
        if not there or any(_same(path, article) for path in there):
            return None
    return None


def _same(folder: Path, article: Article) -> bool:
    """Whether a folder holds this article, changed or not; what cannot be read counts as it."""
    try:
        text = (folder / storage.ARTICLE).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return True
    there = set(text.splitlines())
    body = article_format.dumps(article).partition("\n# ")[2].splitlines()[1:]
    own = [line for line in body if len(line) > _TELLING]
    return not own or sum(line in there for line in own) * 2 >= len(own)


def _exists(site: Site, article: Article) -> Problem:
    there = [*_folders(site, article.slug), site.root / article.folder]
    message = "there is an article with this slug already"
    hint = "remove or rename that folder, or give the text another title"
    return Problem(Location(storage.relative(there[0], site.root)), Severity.ERROR, "exists", message, hint)


def set_aside(recognised: Recognised) -> Iterator[str]:
    """What is not in the article, a line each, with its place and rule; a page's many lines are one."""
    parts = [part for part in recognised.aside if part.rule != PAGE]
    around = [part for part in recognised.aside if part.rule == PAGE]
    if parts or around:
        yield f"set aside: {len(recognised.aside)} (--keep-noise brings them back)"
    for part in parts:
        text = part.text if len(part.text) <= _SHOWN else f"{part.text[:_SHOWN]}…"
        yield f"  line {part.line}, {part.rule}: {text}"
    if around:
        yield f"  {len(around)} lines of the page around the article ({PAGE}; --json lists them)"


def labelled(line: str) -> str:
    """A line of what was recognised: label and origin in the spoken language, the rest as the text has it."""
    label, colon, rest = line.partition(": ")
    if label in _FOUND and (match := _ORIGIN.fullmatch(rest)):
        rest = f"{match['value']} ({translated(match['origin'])})"
    return f"{gettext(label)}{colon}{rest}"

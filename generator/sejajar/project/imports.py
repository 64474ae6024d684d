"""The verb that makes an article's folder from somebody's text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sejajar import article as article_format
from sejajar import catalog as catalog_format
from sejajar import storage
from sejajar.importing import Recognised, decode, read_pasted
from sejajar.model import Location, Problem, Severity, has_errors
from sejajar.project.desk import Site
from sejajar.project.pairs import with_english


@dataclass(frozen=True, slots=True)
class ImportOptions:
    date: dt.date | None = None
    outlet: str = ""
    url: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    recognised: Recognised
    folder: str
    """The article's folder, relative to the site's root; empty where none could be named."""
    problems: tuple[Problem, ...]
    wrote: bool


def import_pasted(
    site: Site,
    data: bytes,
    name: str,
    options: ImportOptions,
    today: dt.date,
    *,
    english: tuple[str, bytes] | None = None,
    dry_run: bool = False,
) -> Imported:
    """Makes a draft's folder, with a catalog ready to be translated, from pasted text. Never overwrites.

    `name` is the source as the user typed it; `today` bounds the dates that are believed.
    `english` is the file with its English, where there is one: its name and bytes.
    """
    text, problems = decode(data, name)
    recognised = read_pasted(
        text,
        path=name,
        content=site.settings.content,
        date=options.date,
        outlet=options.outlet,
        url=options.url,
        place=options.place,
        tags=options.tags,
        today=today,
    )
    problems = (*problems, *recognised.problems)
    if recognised.article is None or has_errors(problems):
        return Imported(recognised, "", problems, wrote=False)
    article = recognised.article
    if exists := _taken(site, article.folder, article.slug):
        return Imported(recognised, article.folder, (*problems, exists), wrote=False)
    catalog = catalog_format.sync(catalog_format.empty(f"{article.folder}/{storage.CATALOG}"), article)
    if english:
        paired = with_english(catalog, article, name, english[1], english[0])
        catalog, problems = paired.catalog, (*problems, *paired.problems)
        recognised = replace(recognised, summary=(*recognised.summary, *paired.summary))
    files = {storage.ARTICLE: article_format.dumps(article), storage.CATALOG: catalog_format.dumps(catalog)}
    wrote = not dry_run and storage.create_folder(site.root / article.folder, files)
    return Imported(recognised, article.folder, problems, wrote)


def _taken(site: Site, folder: str, slug: str) -> Problem | None:
    """An import never overwrites, nor makes a second article with one slug."""
    content = site.root / site.settings.content
    for path in [site.root / folder, *content.rglob(f"????-??-??-{slug}")]:
        if path.exists():
            message = "there is an article with this slug already"
            hint = "remove or rename that folder, or give the text another title"
            return Problem(
                Location(storage.relative(path, site.root)), Severity.ERROR, "exists", message, hint
            )
    return None

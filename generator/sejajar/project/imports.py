"""The verb that makes an article's folder from somebody's text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sejajar import article as article_format
from sejajar import catalog as catalog_format
from sejajar import storage
from sejajar.importing import Given, Recognised, decode, read_text, recognise
from sejajar.importing.recognising.page import PAGE
from sejajar.model import Location, Problem, Severity, has_errors
from sejajar.project.desk import Site
from sejajar.project.pairs import with_english

_SHOWN = 100


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
    given: Given,
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
    recognised = recognise(read_text(text, name), given, today=today, content=site.settings.content)
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
    wrote = not dry_run and storage.create_folder(site.root, article.folder, files)
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

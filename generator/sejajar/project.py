"""The verbs that both doors, the command line and MkDocs, call: load, sync, check, status, generate, import."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sejajar import article as article_format
from sejajar import catalog as catalog_format
from sejajar import glossary as glossary_format
from sejajar import rendering, store
from sejajar.catalog import Briefing, Catalog, State
from sejajar.glossary import Glossary
from sejajar.importing import Recognised, decode, read_pasted
from sejajar.model import Image, Location, Problem, Severity, Status, has_errors
from sejajar.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """What `mkdocs.yml` says of the site."""

    root: Path
    """The folder of mkdocs.yml; the paths in messages are relative to it."""
    docs: Path
    settings: Settings = field(default_factory=Settings)
    name: str = "Sejajar"
    url: str = ""
    edit_url: str = ""
    """Where a file of the repository can be edited: the address that a path is appended to."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """One article's folder as it was read, and what it gave; kept so that an unchanged one is not read again."""

    source: store.SourceFile
    briefing: Briefing | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The whole content, read and synced in memory."""

    parsed: Mapping[str, Parsed]
    """By the article file's path, in the order of paths."""
    glossary: Glossary
    problems: tuple[Problem, ...]
    """Of all files, and those that no single file shows."""

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        return tuple(entry.briefing for entry in self.parsed.values() if entry.briefing)


def load(site: Site, before: Desk | None = None) -> Desk:
    """Reads the content; what has not changed since `before` is taken from there. Writes nothing."""
    content = store.read_content(site.root, site.settings.content)
    known = before.parsed if before else {}
    parsed = {
        source.path: entry
        if (entry := known.get(source.path)) is not None and entry.source == source
        else _parse(source)
        for source in content.sources
    }
    glossary, glossary_problems = glossary_format.loads(content.glossary_text, content.glossary_path)
    problems = [*content.problems, *glossary_problems]
    problems += [problem for entry in parsed.values() for problem in entry.problems]
    problems += _shared_slugs(entry.briefing for entry in parsed.values() if entry.briefing)
    return Desk(parsed, glossary, tuple(sorted(problems, key=lambda problem: problem.location)))


def _parse(source: store.SourceFile) -> Parsed:
    article, problems = article_format.loads(source.text, source.path, source.files)
    catalog, catalog_problems = _read_catalog(source.catalog_path, source.catalog_text)
    briefing = catalog_format.briefing(article, catalog) if article and catalog else None
    return Parsed(source, briefing, (*problems, *catalog_problems))


def _read_catalog(path: str, text: str | None) -> tuple[Catalog | None, tuple[Problem, ...]]:
    return catalog_format.loads(text, path) if text is not None else (catalog_format.empty(path), ())


def _shared_slugs(briefings: Iterable[Briefing]) -> list[Problem]:
    first: dict[str, str] = {}
    problems = []
    for briefing in briefings:
        article = briefing.article
        taken = first.setdefault(article.slug, article.path)
        if taken != article.path:
            message = f"the slug “{article.slug}” is that of {taken} too"
            hint = "rename one of the two folders"
            problems.append(Problem(Location(article.path), Severity.ERROR, "slug", message, hint))
    return problems


@dataclass(frozen=True, slots=True)
class Selection:
    desk: Desk
    """What lies in the named paths alone."""
    unknown: tuple[str, ...]
    """The paths that name no article."""


def select(site: Site, desk: Desk, paths: Collection[Path]) -> Selection:
    """The articles that `paths` (folders or files; none: all) name, with their problems."""
    if not paths:
        return Selection(desk, ())
    parsed: dict[str, Parsed] = {}
    unknown = []
    for path in paths:
        name = store.relative(path, site.root)
        found = {
            key: entry
            for key, entry in desk.parsed.items()
            if name in (".", key, entry.source.catalog_path) or key.startswith(f"{name}/")
        }
        if not found:
            unknown.append(str(path))
        parsed |= found
    folders = tuple(f"{key.rpartition('/')[0]}/" for key in parsed)
    problems = tuple(problem for problem in desk.problems if problem.location.path.startswith(folders))
    return Selection(replace(desk, parsed=dict(sorted(parsed.items())), problems=problems), tuple(unknown))


@dataclass(frozen=True, slots=True)
class Synced:
    written: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def sync(site: Site, desk: Desk) -> Synced:
    """Writes the catalogs that are not up to date with their articles. A broken article's is left alone."""
    written, unchanged, problems = [], 0, list(desk.problems)
    for entry in desk.parsed.values():
        if entry.briefing is None or has_errors(entry.problems):
            continue
        saved = save(site, entry.briefing.catalog)
        problems += saved.problems
        if saved.wrote:
            written.append(entry.source.catalog_path)
        else:
            unchanged += 1
    return Synced(tuple(written), unchanged, tuple(problems))


@dataclass(frozen=True, slots=True)
class Saved:
    catalog: Catalog
    """What is on the disk now."""
    wrote: bool
    problems: tuple[Problem, ...] = ()
    """Where the file on the disk has become unreadable meanwhile; it is left as it is."""


def save(site: Site, catalog: Catalog) -> Saved:
    """Writes a catalog after reading it again: what somebody else wrote meanwhile is kept."""
    path = site.root / catalog.path
    text = store.read_text(path)
    if text is not None:
        on_disk, problems = catalog_format.loads(text, catalog.path)
        if on_disk is None or has_errors(problems):
            return Saved(catalog, wrote=False, problems=problems)
        catalog = catalog_format.merge(catalog, on_disk)
    return Saved(catalog, store.write(path, catalog_format.dumps(catalog)))


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    path: str
    title: str
    date: dt.date
    counts: Mapping[State, int]
    signed: int
    """Of the reviewed entries, those that bear a person's name."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def status(desk: Desk) -> tuple[ArticleStatus, ...]:
    """How far each article's English is, in the order of paths."""
    return tuple(
        ArticleStatus(
            briefing.article.path,
            briefing.article.title.text,
            briefing.article.metadata.date,
            Counter(pair.entry.state for pair in briefing.pairs.values()),
            sum(pair.entry.signed for pair in briefing.pairs.values()),
        )
        for briefing in desk.briefings
    )


def check(desk: Desk) -> tuple[Problem, ...]:
    """All that is wrong with articles, catalogs and glossary, in the order of files and lines."""
    return desk.problems


def incomplete(site: Site, desk: Desk) -> tuple[Problem, ...]:
    """The articles with untranslated or stale segments, as `on_incomplete` wants them reported."""
    severity = {"warn": Severity.WARNING, "error": Severity.ERROR}.get(site.settings.on_incomplete)
    if severity is None:
        return ()
    problems = []
    for briefing in desk.briefings:
        counts = Counter(pair.entry.state for pair in briefing.pairs.values())
        gaps = [f"{counts[state]} {state}" for state in (State.UNTRANSLATED, State.STALE) if counts[state]]
        if gaps and briefing.article.metadata.status is not Status.RETRACTED:
            message = f"of {len(briefing.pairs)} segments, {' and '.join(gaps)}"
            location = Location(briefing.catalog.path)
            hint = "translate them, or say `on_incomplete: ignore` in mkdocs.yml"
            problems.append(Problem(location, severity, "incomplete", message, hint))
    return tuple(problems)


def generate(site: Site, desk: Desk) -> store.Written:
    """Brings the Markdown pages and images below `docs` up to date."""
    pages = {page.path: page.text for page in rendering.pages(desk.briefings, desk.glossary)}
    name = store.relative(site.docs, site.root)
    return store.write_products(site.docs, name, pages, _media(site, desk), rendering.is_product)


def _media(site: Site, desk: Desk) -> dict[str, Path]:
    return {
        f"media/{article.slug}/{block.src}": site.root / article.folder / block.src
        for article in (briefing.article for briefing in desk.briefings)
        if article.metadata.status is not Status.RETRACTED
        for block in article.blocks
        if isinstance(block, Image)
    }


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
    site: Site, data: bytes, name: str, options: ImportOptions, today: dt.date, *, dry_run: bool = False
) -> Imported:
    """Makes a draft's folder, with a catalog ready to be translated, from pasted text. Never overwrites.

    `name` is the source as the user typed it; `today` bounds the dates that are believed.
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
    catalog = catalog_format.sync(catalog_format.empty(f"{article.folder}/{store.CATALOG}"), article)
    files = {store.ARTICLE: article_format.dumps(article), store.CATALOG: catalog_format.dumps(catalog)}
    wrote = not dry_run and store.create_folder(site.root / article.folder, files)
    return Imported(recognised, article.folder, problems, wrote)


def _taken(site: Site, folder: str, slug: str) -> Problem | None:
    """An import never overwrites, nor makes a second article with one slug."""
    content = site.root / site.settings.content
    for path in [site.root / folder, *content.rglob(f"????-??-??-{slug}")]:
        if path.exists():
            message = "there is an article with this slug already"
            hint = "remove or rename that folder, or give the text another title"
            return Problem(Location(store.relative(path, site.root)), Severity.ERROR, "exists", message, hint)
    return None

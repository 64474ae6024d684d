"""The site and its whole content, read and synced in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.catalogs import Briefing
from sejajar.formats import article as article_format
from sejajar.formats import glossary as glossary_format
from sejajar.formats.glossary import Glossary
from sejajar.model import Catalog, Location, Problem, Severity, slug_of
from sejajar.site import missing_terms
from sejajar.site.addresses import Places
from sejajar.site.pictures import Named, flawed_pictures, named_pictures
from sejajar.site.publication import Publication
from sejajar.site.readiness import Addressed, addressed, clashing_aliases, unready
from sejajar.site.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """What `mkdocs.yml` says of the site."""

    root: Path
    """The folder of mkdocs.yml; the paths in messages are relative to it."""
    docs: Path
    settings: Settings = field(default_factory=Settings)
    name: str = "Sejajar"
    url: str = ""
    repo_url: str = ""
    """The repository's address on its host; empty where there is none."""
    edit_uri: str = ""
    """As mkdocs.yml says it; it may name the branch."""
    description: str = ""
    has_logo: bool = False
    """The theme is given one that is not ours."""
    directory_urls: bool = True
    """A page is addressed as `slug/` and not as `slug.html`."""

    @property
    def places(self) -> Places:
        return Places(self.settings.paths.id, self.settings.paths.en)

    @property
    def publication(self) -> Publication:
        return Publication(self.name, self.url, self.description, self.directory_urls, self.places)

    @property
    def folders(self) -> tuple[str, str]:
        """Below `docs`: they hold generated pages and nothing else."""
        return (self.places.id, self.places.en)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One article's folder as read, and what it gave; kept, so that an unchanged one is not parsed again."""

    source: storage.SourceFile
    briefing: Briefing | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """The whole content, read and synced in memory."""

    parsed: Mapping[str, Parsed]
    """By the article file's path, in the order of paths."""
    glossary: Glossary
    problems: tuple[Problem, ...]
    """Of all files, and those that no single file shows."""

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        return tuple(entry.briefing for entry in self.parsed.values() if entry.briefing)


def load(site: Site, before: Workspace | None = None) -> Workspace:
    """Reads the content; what has not changed since `before` is taken from there. Writes nothing."""
    content = storage.read_content(site.root, site.settings.content)
    known = before.parsed if before else {}
    parsed = {
        source.path: entry
        if (entry := known.get(source.path)) is not None and entry.source == source
        else parse(source)
        for source in content.sources
    }
    glossary, glossary_problems = glossary_format.loads(content.glossary_text, content.glossary_path)
    problems = [*content.problems, *glossary_problems]
    problems += [problem for entry in parsed.values() for problem in entry.problems]
    problems += problems_across(
        site,
        (
            (addressed(article, entry.source.text), named_pictures(article, entry.source.files))
            for entry in parsed.values()
            if entry.briefing and (article := entry.briefing.article)
        ),
    )
    return with_missing_terms(Workspace(parsed, glossary, tuple(problems)))


def with_missing_terms(workspace: Workspace) -> Workspace:
    """The desk with what its glossary lacks told of its own articles alone, and its problems in order."""
    problems = [problem for problem in workspace.problems if problem.code not in missing_terms.CODES]
    names = (
        (path, missing_terms.stated(entry.briefing.article, entry.source.text))
        for path, entry in workspace.parsed.items()
        if entry.briefing
    )
    problems += missing_terms.missing_terms(names, workspace.glossary)
    return replace(workspace, problems=tuple(sorted(problems, key=lambda problem: problem.location)))


def parse(source: storage.SourceFile) -> Parsed:
    """One article's folder, read and synced in memory, with the problems that it alone shows."""
    article, problems = article_format.loads(source.text, source.path, source.files)
    catalog, catalog_problems = _read_catalog(source.catalog_path, source.catalog_text)
    briefing = catalog_format.briefing(article, catalog) if article and catalog else None
    settled = unready(article, source.text) if article else ()
    return Parsed(source, briefing, (*problems, *settled, *catalog_problems))


def _read_catalog(path: str, text: str | None) -> tuple[Catalog | None, tuple[Problem, ...]]:
    return catalog_format.loads(text, path) if text is not None else (catalog_format.empty(path), ())


def problems_across(site: Site, articles: Iterable[tuple[Addressed, Named]]) -> list[Problem]:
    """What no article shows by itself: slugs and old addresses that two claim, pictures that are none now."""
    articles = tuple(articles)
    problems = _shared_slugs(one.path for one, _ in articles)
    for one, pictures in articles:  # looked at each time: a picture changes without its article
        problems += flawed_pictures(site.root, one.path, pictures)
    return problems + clashing_aliases((one for one, _ in articles), site.places)


def _shared_slugs(paths: Iterable[str]) -> list[Problem]:
    """An error for each article whose slug another has too."""
    first: dict[str, str] = {}
    problems = []
    for path in paths:
        slug = slug_of(path.rpartition("/")[0])
        taken = first.setdefault(slug, path)
        if taken != path:
            message = f"the slug “{slug}” is that of {taken} too"
            hint = "rename one of the two folders"
            problems.append(Problem(Location(path), Severity.ERROR, "slug", message, hint))
    return problems


@dataclass(frozen=True, slots=True)
class Selection:
    workspace: Workspace
    """What lies in the named paths alone."""
    unknown: tuple[str, ...]
    """The paths that name no article."""


def select(site: Site, workspace: Workspace, paths: Collection[Path]) -> Selection:
    """The articles that `paths` (folders or files; none: all) name, with their problems."""
    if not paths:
        return Selection(workspace, ())
    parsed: dict[str, Parsed] = {}
    unknown = []
    for path in paths:
        name = storage.relative(path, site.root)
        found = {
            key: entry
            for key, entry in workspace.parsed.items()
            if name in (".", key, entry.source.catalog_path) or key.startswith(f"{name}/")
        }
        if not found:
            unknown.append(str(path))
        parsed |= found
    folders = tuple(f"{key.rpartition('/')[0]}/" for key in parsed)
    problems = tuple(problem for problem in workspace.problems if problem.location.path.startswith(folders))
    selected = replace(workspace, parsed=dict(sorted(parsed.items())), problems=problems)
    return Selection(with_missing_terms(selected), tuple(unknown))

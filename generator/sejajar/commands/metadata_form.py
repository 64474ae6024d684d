"""The verbs of the front matter: as a form, and the steps of an article's life."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.bounds import one_line
from sejajar.checking import switched
from sejajar.commands.editing import Edited, Refusal, Why, names_beside, read_source, rewrite
from sejajar.commands.review import unanswered
from sejajar.formats import article as article_format
from sejajar.formats.article.editing import Rewritten, new_errors
from sejajar.formats.article.form import (
    Filled,
    filled_in,
    front_revision,
    row_field,
    values_of,
    with_metadata,
)
from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Key, Location, Problem, Severity, State, Status, errors, has_errors
from sejajar.site.readiness import as_published, unready
from sejajar.site.workspace import Site

Beside = Mapping[str, tuple[Problem, ...]]
"""Problems by field; under the empty name those that are of none."""


@dataclass(frozen=True, slots=True)
class Form:
    """A front matter, a text a field: see `article.form` for their names."""

    path: str
    revision: str
    """Of the front matter: what is written in the text below it is no hindrance."""
    values: Mapping[str, str]
    problems: Beside


@dataclass(frozen=True, slots=True)
class FormRefusal:
    """Nothing was written."""

    why: Why
    problems: Beside
    form: Form | None = None
    """With the person's values, and the newest revision."""
    theirs: Form | None = None
    """What somebody else has made of it."""


def form_of(site: Site, path: str) -> Form | Refusal:
    """The form of an article as it is on the disk; broken where its front matter is none."""
    read = read_source(site, path)
    if isinstance(read, Refusal):
        return read
    raw = read[1]
    values = values_of(raw)
    if values is None:
        return Refusal(Why.BROKEN, article_format.loads(raw, path).problems)
    return Form(path, front_revision(raw), values, _beside(_filled(site, raw, path, values)))


def _checked(site: Site, path: str, values: Mapping[str, str]) -> Beside:
    """What would be wrong with a form's values."""
    read = read_source(site, path)
    if isinstance(read, Refusal):
        return {"": read.problems}
    return _beside(_filled(site, read[1], path, values))


def _filled(site: Site, raw: str, path: str, values: Mapping[str, str]) -> Filled:
    return filled_in(raw, path, values, names_beside(site, path))


def _beside(filled: Filled) -> Beside:
    settled = unready(filled.article, filled.text) if filled.article else ()
    return filled.beside((*filled.problems, *settled))


def save_form(
    site: Site, path: str, revision: str, values: Mapping[str, str], name: str, what: str = "metadata"
) -> Edited | FormRefusal:
    """Writes what a form's values change, and only that. Fields that `values` lacks stay as they are."""
    refused: list[FormRefusal] = []

    def made(raw: str, files: Collection[str]) -> Rewritten | Refusal:
        before = article_format.loads(raw, path, files)
        own = values_of(raw)
        if own is None:
            return Refusal(Why.BROKEN, before.problems)
        filled = filled_in(raw, path, values, files)
        mine = Form(path, front_revision(raw), {**own, **values}, _beside(filled))
        if front_revision(raw) != revision:
            theirs = replace(mine, values=own, problems=_beside(filled_in(raw, path, own, files)))
            refused.append(FormRefusal(Why.CHANGED, mine.problems, mine, theirs))
            return Refusal(Why.CHANGED)
        found = _in_the_way(mine.problems, before.article, filled.article, raw)
        written = None
        if not found and filled.article is not None:
            written = with_metadata(raw, path, filled.article.metadata, files)
            if written is None or written.article is None:
                found = written.problems if written else before.problems
        if written is None or found:
            refused.append(FormRefusal(Why.REFUSED, mine.problems or {"": found}, mine))
            return Refusal(Why.REFUSED, found)
        return written

    result = rewrite(site, path, name, what, made)
    if isinstance(result, Edited):
        return result
    return refused[-1] if refused else FormRefusal(result.why, {"": result.problems})


def _in_the_way(
    found: Beside, before: Article | None, after: Article | None, raw: str
) -> tuple[Problem, ...]:
    """The errors for which a form is not saved: its fields', and those that it brings to the rest."""
    fields = [problem for name, problems in found.items() if name for problem in errors(problems)]
    known = unready(before, raw) if before else ()
    settled = unready(after, raw) if after else ()
    return (*dict.fromkeys((*fields, *new_errors(settled, known))),)


def publishable(site: Site, path: str, glossary: Glossary | None = None) -> tuple[Problem, ...]:
    """What stands between a draft and its readers.

    Errors keep it from being published. Warnings do not: English that is missing or was made for another
    text, and errors that the checks find in it, which stop a strict build.
    """
    read = read_source(site, path)
    if isinstance(read, Refusal):
        return read.problems
    raw = read[1]
    article, problems = article_format.loads(raw, path, names_beside(site, path))
    if article is None:
        return problems
    settled = map(as_published, unready(article, raw))
    return (*problems, *settled, *_unfinished(site, article, glossary or Glossary()))


def _unfinished(site: Site, article: Article, glossary: Glossary) -> Iterable[Problem]:
    path = f"{article.folder}/{storage.CATALOG}"
    text, problems = storage.read_reporting(site.root, path)
    catalog, more = catalog_format.loads(text or "", path)
    yield from (*problems, *more)
    if catalog is None or has_errors((*problems, *more)):
        return
    entries = [pair.entry for pair in catalog_format.briefing(article, catalog).pairs.values()]
    hint = "readers see the gap, or an English that says something else"
    states = Counter(entry.state for entry in entries)
    if count := states[State.UNTRANSLATED]:
        message = "1 text has no English yet" if count == 1 else f"{count} texts have no English yet"
        yield Problem(Location(path), Severity.WARNING, "unfinished", message, hint)
    if count := states[State.STALE]:
        message = "the English of 1 text is stale" if count == 1 else f"the English of {count} texts is stale"
        yield Problem(Location(path), Severity.WARNING, "unfinished", message, hint)
    codes = switched(site.settings.checks)
    if count := sum(bool(unanswered(entry, glossary, codes)) for entry in entries):
        message = (
            "the checks find an error in 1 pair"
            if count == 1
            else f"the checks find an error in {count} pairs"
        )
        hint = "correct the English, or say why it is right"
        yield Problem(Location(path), Severity.WARNING, "unfinished", message, hint)


def publish(site: Site, path: str, revision: str, name: str, *, at: str = "") -> Edited | FormRefusal:
    """Makes an article public; `at` (a moment with its zone) holds it back until then."""
    found = errors(publishable(site, path))
    if found:
        form = form_of(site, path)
        if isinstance(form, Refusal):
            return FormRefusal(form.why, {"": form.problems or found})
        beside = _beside_published(site, path) or {"": found}
        return FormRefusal(Why.REFUSED, beside, replace(form, problems=beside))
    values = {"status": str(Status.PUBLISHED), "publish_at": at}
    return save_form(site, path, revision, values, name, "published")


def _beside_published(site: Site, path: str) -> Beside:
    found = _checked(site, path, {"status": str(Status.PUBLISHED)})
    return {name: problems for name, problems in found.items() if errors(problems)}


def correct(
    site: Site, path: str, revision: str, text: str, name: str, date: dt.date
) -> Edited | FormRefusal:
    """Tells the readers what was wrong: a dated notice on both editions, whose English is still to come."""
    return _with_notice(site, path, revision, text, name, date, {"updated": date.isoformat()}, "corrected")


def retract(
    site: Site, path: str, revision: str, reason: str, name: str, date: dt.date
) -> Edited | FormRefusal:
    """Takes the text back: its address keeps a notice with the reason."""
    values = {"status": str(Status.RETRACTED), "updated": date.isoformat()}
    return _with_notice(site, path, revision, reason, name, date, values, "retracted")


def _with_notice(
    site: Site,
    path: str,
    revision: str,
    text: str,
    name: str,
    date: dt.date,
    values: Mapping[str, str],
    what: str,
) -> Edited | FormRefusal:
    form = form_of(site, path)
    if isinstance(form, Refusal):
        return FormRefusal(form.why, {"": form.problems})
    number = 0
    while row_field("corrections", "date", number) in form.values:
        number += 1
    if not one_line(text):
        message = "the notice has no text"
        hint = "say in one or two sentences what was wrong, as readers should know it"
        problem = Problem(Location(path), Severity.ERROR, "no-notice", message, hint)
        field = row_field("corrections", "text", number)
        return FormRefusal(Why.REFUSED, {field: (problem,)}, form)
    rows = {key: value for key, value in form.values.items() if key.startswith("correction_")}
    rows[row_field("corrections", "date", number)] = date.isoformat()
    rows[row_field("corrections", "text", number)] = text
    made = save_form(site, path, revision, {**rows, **values}, name, what)
    return replace(made, key=_last_notice(site, path)) if isinstance(made, Edited) else made


def _last_notice(site: Site, path: str) -> Key | None:
    """The pair of the newest notice, whose English a person writes next."""
    read = read_source(site, path)
    article = None if isinstance(read, Refusal) else article_format.loads(read[1], path).article
    notices = article.metadata.corrections if article else ()
    return notices[-1].text.key if notices else None

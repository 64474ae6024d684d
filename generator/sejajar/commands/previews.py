"""The verbs of an import from the desk: what a text, a file or an address would become, then exactly that."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.bounds import CONTROL, NAME, short, unbroken
from sejajar.commands.catalogs import unwritable
from sejajar.commands.editing import Edited, Refusal, Why, revision_of
from sejajar.commands.imports import Plan, plan_import
from sejajar.commands.journal import wrote
from sejajar.commands.sources import LARGEST, Web, is_address
from sejajar.formats import article as article_format
from sejajar.formats.article.form import filled_in
from sejajar.importing import Given
from sejajar.importing.recognising.noise import Aside
from sejajar.model import Article, Catalog, Location, Problem, Severity, has_errors
from sejajar.site.workspace import Site

PASTED = "paste"
"""What messages call a text that came without a name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person hands in: a text, a file or an address, and what they know about it."""

    text: str = ""
    data: bytes = b""
    filename: str = ""
    address: str = ""
    date: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    place: str = ""
    tags: str = ""
    """A line each."""
    keep_noise: bool = False
    images: bool = False
    english: bytes = b""
    """A file with an English that exists already."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be written, to be looked at, put right and then written."""

    folder: str
    """Empty where nothing can be written."""
    text: str
    """The article's file as it would be."""
    article: Article | None
    summary: tuple[str, ...]
    aside: tuple[Aside, ...]
    """What of the source is not in the article, each with its line and the rule."""
    problems: tuple[Problem, ...]
    fields: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What was wrong with what the person knew, by the names of `Asked`; then nothing was read."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    catalog: Catalog | None = None


def preview(site: Site, asked: Asked, today: dt.date, *, allow_private: bool = False) -> Preview:
    """What an import would make, and what it would leave out. Writes nothing."""
    wrong = _wrong(asked)
    if wrong:
        return Preview("", "", None, (), (), (), wrong)
    given = Given(
        dt.date.fromisoformat(asked.date) if asked.date.strip() else None,
        _line(asked.title),
        _line(asked.outlet),
        asked.url.strip(),
        _line(asked.place),
        tuple(tag for line in asked.tags.splitlines() if (tag := _line(line))),
        asked.keep_noise,
    )
    name, data = _source(asked)
    english = ("english", asked.english) if asked.english else None
    web = Web(allow_private, asked.images)
    plan = plan_import(site, data, name, given, today, english=english, web=web, beside=False)
    return _shown(plan)


def _line(text: str) -> str:
    return CONTROL.sub("", unbroken(text))[:NAME]


def _source(asked: Asked) -> tuple[str, bytes]:
    """A name for messages and the bytes. Only what was given as an address is one."""
    if asked.address.strip():
        return asked.address.strip(), b""
    if asked.text.strip():
        return PASTED, asked.text.encode("utf-8", "replace")
    name = re.split(r"[/\\]", asked.filename)[-1]
    return short(_line(name)) or PASTED, asked.data


def _wrong(asked: Asked) -> dict[str, tuple[Problem, ...]]:
    """What the importer could not even begin with, by field."""
    found = _wrong_facts(asked)
    address = asked.address.strip()
    if address and not is_address(address):
        message, hint = f"{short(address)} is no web address", "write it in full, from https:// on"
        found["address"] = (_problem("address", message, hint),)
    if not (address or asked.text.strip() or asked.data):
        message, hint = "there is nothing to import", "paste a text, drop a file or give an address"
        found["text"] = (_problem("nothing", message, hint),)
    if len(asked.text) > LARGEST:
        message, hint = "the text is larger than 20 MB", "import a part of it"
        found["text"] = (_problem("too-large", message, hint),)
    return found


def _problem(code: str, message: str, hint: str) -> Problem:
    return Problem(Location(PASTED), Severity.ERROR, code, message, hint)


def _wrong_facts(asked: Asked) -> dict[str, tuple[Problem, ...]]:
    """Of what stands in a front matter: read as there."""
    draft = "---\ndate: 2000-01-01\n---\n\n# x\n\nx\n"
    told = {"date": asked.date.strip(), "source_url": asked.url.strip(), "source_outlet": "x"}
    given = {name: value for name, value in told.items() if value}
    filled = filled_in(draft, "content/2000/2000-01-01-x/article.id.md", given)
    beside = filled.beside(one for one in filled.problems if one.code != "folder-date")
    return {name: beside[of] for of, name in (("date", "date"), ("source_url", "url")) if of in beside}


def _shown(plan: Plan) -> Preview:
    recognised = plan.recognised
    text = plan.files.get(storage.ARTICLE, "")
    pictures = {name: data for name, data in plan.files.items() if isinstance(data, bytes)}
    return Preview(
        plan.folder if plan.files else "",
        text if isinstance(text, str) else "",
        recognised.article,
        recognised.summary,
        recognised.aside,
        plan.problems,
        pictures=pictures,
        catalog=plan.catalog,
    )


def place(site: Site, shown: Preview, name: str, *, text: str | None = None) -> Edited | Refusal:
    """Writes what a preview showed, all of it or nothing; never over what is there.

    `text`: the article's file as the person put it right in the preview.
    """
    if not shown.folder or shown.catalog is None:
        return Refusal(Why.REFUSED, shown.problems)
    path = f"{shown.folder}/{storage.ARTICLE}"
    written = shown.text if text is None else _lines(text)
    loaded = article_format.loads(written, path, shown.pictures.keys())
    if loaded.article is None or has_errors(loaded.problems):
        return Refusal(Why.REFUSED, loaded.problems, written, shown.text)
    catalog = catalog_format.dumps(catalog_format.sync(shown.catalog, loaded.article))
    files: dict[str, str | bytes] = {storage.ARTICLE: written, storage.CATALOG: catalog, **shown.pictures}
    try:
        if not storage.create_folder(site.root, shown.folder, files):
            message = "somebody has made an article of this name meanwhile"
            hint = "look at theirs; if this is another text, import it again under another title"
            problem = Problem(Location(shown.folder), Severity.ERROR, "exists", message, hint)
            return Refusal(Why.CHANGED, (problem,), written)
    except OSError as error:
        return Refusal(Why.UNWRITABLE, (unwritable(shown.folder, error),))
    for file, data in files.items():
        bytes_ = data if isinstance(data, bytes) else data.encode()
        wrote(site, f"{shown.folder}/{file}", None, bytes_, name, "imported")
    return Edited(path, revision_of(written.encode()), None, loaded.problems)


def _lines(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n"

"""The verbs that correct an article's Indonesian: one text in place, one picture's texts, the whole file.

Each changes only what is meant, refuses what somebody else has changed since, and brings the catalog up to
date, so that the English of a changed text is stale.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from hashlib import sha256

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.bounds import one_line
from sejajar.commands.catalogs import save, unwritable
from sejajar.commands.journal import noted, wrote
from sejajar.formats import article as article_format
from sejajar.formats.article.editing import Rewritten, line_end, new_errors, with_picture, with_text
from sejajar.formats.article.form import with_metadata
from sejajar.language.changes import Change, changes
from sejajar.model import (
    Article,
    Image,
    Key,
    Kind,
    Location,
    Problem,
    Severity,
    Status,
    has_errors,
    mapped,
    numbered,
)
from sejajar.site.workspace import Site

_LONGEST_COMPARED = 20_000
"""Characters of two texts of which the difference is still shown word by word."""
_NEVER_THEIRS = frozenset({Kind.ALT, Kind.CAPTION, Kind.CORRECTION})
"""What the desk writes beside a text of others: what a picture shows and whose it is, and notices."""


class Why(Enum):
    """Why nothing was written."""

    CHANGED = "changed"
    """Somebody else has written there since the person looked."""
    GONE = "gone"
    BROKEN = "broken"
    """The file cannot be read."""
    NOT_OURS = "not-ours"
    """The words are somebody else's: the front matter names their source."""
    REFUSED = "refused"
    """What was asked for cannot be; the problems say why."""
    UNWRITABLE = "unwritable"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing was written."""

    why: Why
    problems: tuple[Problem, ...] = ()
    yours: str = ""
    theirs: str = ""
    changes: tuple[Change, ...] = ()
    """From theirs to yours."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The article's file is as it was asked for."""

    path: str
    revision: str
    """The file's now."""
    key: Key | None = None
    """Of the pair, now that its text is another."""
    problems: tuple[Problem, ...] = ()
    """Warnings, and errors that were there before."""


@dataclass(frozen=True, slots=True)
class File:
    """A whole article as text."""

    path: str
    text: str
    revision: str
    problems: tuple[Problem, ...]
    is_ours: bool


def is_ours(article: Article) -> bool:
    """Whether the words are our own: no `source:` says whose else they are."""
    return article.metadata.source is None


def revision_of(data: bytes) -> str:
    """What tells one state of a file from any other."""
    return sha256(data).hexdigest()[:32]


def read_source(site: Site, path: str) -> tuple[bytes, str] | Refusal:
    """An article's file as it is on the disk, its marks and line ends included."""
    try:
        data = storage.read_exact(site.root, path) if is_article(site, path) else None
        if data is None:
            return Refusal(Why.GONE)
        return data, data.decode()
    except (OSError, UnicodeDecodeError):
        return Refusal(Why.BROKEN, storage.read_reporting(site.root, path)[1])


def is_article(site: Site, path: str) -> bool:
    """Whether a path names an article's file below the content; it may not be there."""
    *above, name = path.split("/")
    inside = path.startswith(f"{site.settings.content}/") and not any(
        part in ("", "..") or part.startswith(".") for part in above
    )
    return inside and name == storage.ARTICLE and "\\" not in path and "\0" not in path


def names_beside(site: Site, path: str) -> Collection[str]:
    return storage.names_in(site.root / path.rpartition("/")[0])


def edit_source(
    site: Site, path: str, seen: Key, text: str, name: str, *, anchor: str = ""
) -> Edited | Refusal:
    """Another text for one segment; its English becomes stale, as `sync` says.

    `seen` is the pair's key as the person saw it: its text is what the edit was made on. What others have
    changed elsewhere in the article stays and is no hindrance. `anchor` is the pair's, and finds what the
    text is now if somebody has changed it meanwhile.
    """
    kind = seen[0].partition("/")[0]

    def made(raw: str, files: Collection[str]) -> Rewritten | Refusal:
        article = article_format.loads(raw, path).article
        if article is None or seen not in [segment.key for segment in article.segments]:
            return _changed_meanwhile(site, article, anchor, text)
        if not is_ours(article) and kind not in _NEVER_THEIRS:
            return _not_ours(path, article)
        new = article_format.normal(one_line(text))
        if kind != Kind.CORRECTION or not new:
            return with_text(raw, path, seen, text, files) or Refusal(Why.GONE)
        meant = mapped(article, lambda one: replace(one, text=new) if one.key == seen else one)
        return with_metadata(raw, path, numbered(meant).metadata, files) or Refusal(Why.BROKEN)

    return rewrite(site, path, name, "source", made, seen)


def edit_picture(
    site: Site, path: str, src: str, seen: tuple[str, str], alt: str, caption: str, name: str
) -> Edited | Refusal:
    """Other texts beside a picture, or its first ones; `seen` are those that it had, empty for none."""

    def made(raw: str, files: Collection[str]) -> Rewritten | Refusal:
        article = article_format.loads(raw, path, files).article
        found = (
            [one for one in article.blocks if isinstance(one, Image) and one.src == src] if article else []
        )
        if not found:
            return Refusal(Why.GONE)
        picture = next((one for one in found if _texts_of(one) == seen), None)
        if picture is None:
            theirs, yours = " | ".join(_texts_of(found[0])), f"{alt} | {caption}"
            return Refusal(Why.CHANGED, (), yours, theirs, changes(theirs, yours))
        return with_picture(raw, path, picture, alt, caption, files)

    return rewrite(site, path, name, "source", made)


def _texts_of(picture: Image) -> tuple[str, str]:
    return (picture.alt.text if picture.alt else "", picture.caption.text if picture.caption else "")


def open_file(site: Site, path: str) -> File | Refusal:
    """A whole article as text: for new paragraphs, for what is no part of it, and where it is broken."""
    read = read_source(site, path)
    if isinstance(read, Refusal):
        return read
    data, raw = read
    article, problems = article_format.loads(raw, path, names_beside(site, path))
    return File(path, _shown(raw), revision_of(data), problems, article is None or is_ours(article))


def save_file(site: Site, path: str, revision: str, text: str, name: str) -> Edited | Refusal:
    """Another text for the whole file, which keeps its way to end lines.

    It may have the errors that it had before, and no other. The words of others stay as they are once they
    are published; before that, an import is put in order.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")

    def made(raw: str, files: Collection[str]) -> Rewritten | Refusal:
        if revision_of(raw.encode()) != revision:
            theirs = _shown(raw)
            return Refusal(Why.CHANGED, (), text, theirs, _compared(theirs, text))
        before, after = (article_format.loads(one, path, files) for one in (raw, text))
        if found := new_errors(after.problems, before.problems):
            return Rewritten(raw, None, found)
        if after.article is None and before.article is not None:
            return Rewritten(raw, None, after.problems)
        if before.article and after.article and _rewords(before.article, after.article):
            return _not_ours(path, before.article)
        return Rewritten(_as_it_was(raw, text), after.article, after.problems)

    return rewrite(site, path, name, "source", made)


def _shown(raw: str) -> str:
    return raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _as_it_was(raw: str, text: str) -> str:
    """A text from a browser with the file's own mark and line ends."""
    mark = "\ufeff" if raw.startswith("\ufeff") else ""
    text = text if text.endswith("\n") or not text else f"{text}\n"
    return mark + text.replace("\n", line_end(raw))


def _compared(old: str, new: str) -> tuple[Change, ...]:
    return changes(old, new) if len(old) + len(new) <= _LONGEST_COMPARED else ()


def _rewords(before: Article, after: Article) -> bool:
    """Whether published words of others would be other ones."""
    if is_ours(before) or before.metadata.status is Status.DRAFT:
        return False
    old, new = (
        [segment.text for segment in article.segments if segment.kind not in _NEVER_THEIRS]
        for article in (before, after)
    )
    return old != new


Made = Callable[[str, Collection[str]], Rewritten | Refusal]
"""From a file's text and the names beside it to the text that it is to have."""


def rewrite(
    site: Site, path: str, name: str, what: str, made: Made, seen: Key | None = None
) -> Edited | Refusal:
    """Writes what is made of an article's file, again if somebody writes meanwhile; then its catalog."""
    files = names_beside(site, path) if is_article(site, path) else ()
    while True:
        read = read_source(site, path)
        if isinstance(read, Refusal):
            return read
        data, raw = read
        result = made(raw, files)
        if isinstance(result, Refusal):
            return result
        new = result.text.encode()
        if result.article is None and new == data:
            return Refusal(Why.REFUSED, result.problems)
        try:
            if not storage.exchange_exact(site.root, path, data, new):
                continue
        except OSError as error:
            return Refusal(Why.UNWRITABLE, (unwritable(path, error),))
        wrote(site, path, data, new, name, what)
        key = _key_now(raw, result, path, seen)
        moved = (seen, key) if seen and key else None
        problems = follow(site, path, name, moved) if new != data else ()
        return Edited(path, revision_of(new), key, (*result.problems, *problems))


def _key_now(raw: str, result: Rewritten, path: str, seen: Key | None) -> Key | None:
    """Of what stands where the pair stood."""
    before = article_format.loads(raw, path).article
    if seen is None or before is None or result.article is None:
        return None
    pairs = zip(before.segments, result.article.segments, strict=False)
    return next((new.key for old, new in pairs if old.key == seen), None)


def follow(site: Site, path: str, name: str, moved: tuple[Key, Key] | None = None) -> tuple[Problem, ...]:
    """Brings the catalog on the disk up to date with its article; an article with errors has to wait.

    `moved`: what a text was before, where that is known and need not be guessed from their likeness.
    """
    catalog_path = f"{path.rpartition('/')[0]}/{storage.CATALOG}"
    while True:
        text, problems = storage.read_reporting(site.root, path)
        before, more = storage.read_reporting(site.root, catalog_path)
        if text is None or problems or more:
            return (*problems, *more)
        article, problems = article_format.loads(text, path)
        base, more = catalog_format.loads(before or "", catalog_path)
        if article is None or base is None or has_errors((*problems, *more)):
            return more
        synced = (
            catalog_format.sync_edit(base, article, *moved) if moved else catalog_format.sync(base, article)
        )
        saved = noted(site, catalog_path, name, "synced", partial(save, site, synced, base))
        if storage.read_reporting(site.root, path)[0] == text:
            return saved.problems


def _changed_meanwhile(site: Site, article: Article | None, anchor: str, yours: str) -> Refusal:
    """What the text is now that a person wanted to change; gone if nobody can say."""
    if article is None:
        return Refusal(Why.BROKEN, (), yours)
    catalog_path = f"{article.folder}/{storage.CATALOG}"
    text, _ = storage.read_reporting(site.root, catalog_path)
    catalog, _ = catalog_format.loads(text or "", catalog_path)
    if anchor and catalog:
        for pair in catalog_format.briefing(article, catalog).pairs.values():
            if pair.entry.anchor == anchor:
                theirs = pair.segment.text
                return Refusal(Why.CHANGED, (), yours, theirs, _compared(theirs, one_line(yours)))
    return Refusal(Why.GONE, (), yours)


def _not_ours(path: str, article: Article) -> Refusal:
    source = article.metadata.source
    message = f"the words are those of {source.outlet if source else ''}, and stay as they are"
    hint = "say what is wrong in a correction; a text of our own has no source in its front matter"
    return Refusal(Why.NOT_OURS, (Problem(Location(path), Severity.ERROR, "not-ours", message, hint),))

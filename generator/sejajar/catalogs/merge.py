"""Saving over a file that someone else may have saved in the meantime."""

from __future__ import annotations

from dataclasses import replace

from sejajar.model import Catalog, Entry, Key
from sejajar.model.catalogs import TRANSLATOR, header_name, keeping


def merge(ours: Catalog, on_disk: Catalog, base: Catalog | None = None) -> Catalog:
    """Ours, with what is on disk winning by key unless it is untranslated.

    With `base`, the catalog that ours was made from, an entry wins from disk only if it was changed there
    since; without it, nothing of ours can replace English on disk. What a person wrote and does not win
    stays as a comment of what does. An entry that only the disk has becomes obsolete unless it is empty: if
    the article has its segment, the next `sync` takes it back. The header is the disk's, with our translator
    where it names none.
    """
    theirs = {entry.key: entry for entry in (*on_disk.obsolete, *on_disk.entries)}
    known = {entry.key: entry for entry in (*base.obsolete, *base.entries)} if base else {}

    def merged(entry: Entry) -> Entry:
        return _merged(entry, theirs.get(entry.key), known.get(entry.key))

    entries = tuple(merged(entry) for entry in ours.entries)
    obsolete = [merged(entry) for entry in ours.obsolete]
    ours_too: set[Key] = {entry.key for entry in (*ours.entries, *ours.obsolete)}
    obsolete += [entry for key, entry in theirs.items() if key not in ours_too and entry.msgstr]
    return replace(
        ours,
        entries=entries,
        obsolete=tuple(obsolete),
        header=_header(ours, on_disk),
        header_comments=on_disk.header_comments,
        foreign=on_disk.foreign,
    )


def _header(ours: Catalog, on_disk: Catalog) -> tuple[str, ...]:
    named = TRANSLATOR in map(header_name, on_disk.header)
    own = () if named else (line for line in ours.header if header_name(line) == TRANSLATOR)
    return (*on_disk.header, *own)


def _merged(ours: Entry, disk: Entry | None, base: Entry | None) -> Entry:
    if disk is None or disk == ours:
        return ours
    if not disk.msgstr:
        return keeping(ours, disk)
    if disk == base:
        return ours
    return disk if ours == base else keeping(disk, ours)

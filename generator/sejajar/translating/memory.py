"""What people have reviewed anywhere in the site, for the same segment elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sejajar.model import Entry, Kind, State

Memory = Mapping[tuple[Kind, str], str]
"""(kind, Indonesian) → English."""

MEMORY = "memory"
"""Its name in the catalog: what it gives is a machine's work, for a person to look at in its new place."""


def memory(entries: Iterable[Entry]) -> dict[tuple[Kind, str], str]:
    """Of two reviews of one segment the signed one counts, then the later one, then the first."""
    found: dict[tuple[Kind, str], Entry] = {}
    for entry in entries:
        if entry.state is not State.REVIEWED or entry.kind is None:
            continue
        key = (entry.kind, entry.msgid)
        if key not in found or _weight(entry) > _weight(found[key]):
            found[key] = entry
    return {key: entry.msgstr for key, entry in found.items()}


def _weight(entry: Entry) -> tuple[bool, str]:
    return entry.signed, entry.reviewed.date.isoformat() if entry.signed and entry.reviewed else ""

"""Bringing a catalog up to date with its article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sejajar.catalogs.align import edited
from sejajar.catalogs.anchors import anchor_for
from sejajar.model import Article, Catalog, Entry, Key, Segment, State, accepts_machine
from sejajar.model.catalogs import EARLIER, TRANSLATOR, header_name, united


def sync(catalog: Catalog, article: Article) -> Catalog:
    """The catalog with exactly one entry for each segment of a numbered article, in reading order.

    The same text keeps or gets back its English with its state, also under another kind; an edited text gets
    its old English as stale; a new one gets nothing. What has English and is no longer in the article becomes
    obsolete. The header names the article's translators unless it names somebody: gettext's tools put
    there who saved the file last. Returns the catalog itself where there is nothing to do.
    """
    segments = tuple(article.segments)
    catalog = _credited(catalog, article.metadata.translators)
    if _is_synced(catalog, segments):
        return catalog
    old = catalog.entries
    found, sources, left = _same_texts(catalog, segments)
    unchanged = [(source, j) for j, source in sources.items()]
    for i, j in edited(old, segments, unchanged, set(found)):
        found[j] = _edit(old[i], segments[j])
        sources[j] = i
        if not old[i].msgstr:
            left.pop(old[i].key, None)
    entries = [found.get(j) or Entry(*segment.key) for j, segment in enumerate(segments)]
    return _closed(catalog, segments, entries, sources, left.values())


def sync_edit(catalog: Catalog, article: Article, old: Key, new: Key) -> Catalog:
    """As `sync`, where somebody says which text the segment `new` was before, however unlike the two are.

    Its English becomes stale. Where the catalog has an English of the new text already, that one counts.
    """
    segment = next((one for one in article.segments if one.key == new), None)
    entry = catalog.entry(old)
    known = {one.key for one in (*catalog.entries, *catalog.obsolete) if one.msgstr}
    if segment is None or entry is None or not entry.msgstr or new in known:
        return sync(catalog, article)
    entries = tuple(_edit(entry, segment) if one is entry else one for one in catalog.entries)
    return sync(replace(catalog, entries=entries, obsolete=(*catalog.obsolete, entry)), article)


def _credited(catalog: Catalog, translators: tuple[str, ...]) -> Catalog:
    if not translators or TRANSLATOR in map(header_name, catalog.header):
        return catalog
    return replace(catalog, header=(*catalog.header, f"{TRANSLATOR}: {', '.join(translators)}"))


def _is_synced(catalog: Catalog, segments: tuple[Segment, ...]) -> bool:
    entries = catalog.entries
    return (
        len(entries) == len(segments)
        and all(entry.key == segment.key for entry, segment in zip(entries, segments, strict=True))
        and len({entry.anchor for entry in entries} - {""}) == len(entries)
        and not any(catalog.entry(entry.key) for entry in catalog.obsolete)
    )


def _same_texts(
    catalog: Catalog, segments: tuple[Segment, ...]
) -> tuple[dict[int, Entry], dict[int, int], dict[Key, Entry]]:
    """What each segment, by its index, finds of its own text; where among the old entries; and what is left.

    English counts first, wherever it stands: under the same key, in use or obsolete; then under another kind
    or ordinal. An entry without English is found last.
    """
    place = {entry.key: i for i, entry in enumerate(catalog.entries)}
    found: dict[int, Entry] = {}
    sources: dict[int, int] = {}
    left = {entry.key: entry for entry in (*catalog.obsolete, *catalog.entries)}
    for entry in catalog.obsolete:
        if (active := catalog.entry(entry.key)) is not None:
            left[entry.key] = united(entry, active)

    def take(j: int, key: Key) -> None:
        found[j] = replace(left.pop(key), context=segments[j].key[0])
        if key in place:
            sources[j] = place[key]

    for j, segment in enumerate(segments):
        if segment.key in left and left[segment.key].msgstr:
            take(j, segment.key)
    by_text: dict[str, list[Key]] = {}
    # those in use before the obsolete, and in order
    for key in sorted(left, key=lambda key: place.get(key, len(place)), reverse=True):
        if left[key].msgstr:
            by_text.setdefault(key[1], []).append(key)
    for j, segment in enumerate(segments):
        if j not in found and by_text.get(segment.text):
            take(j, by_text[segment.text].pop())
            if segment.key in left:
                # its own entry, without English, may hold an anchor and comments
                found[j] = united(left.pop(segment.key), found[j])
                if segment.key in place:
                    sources.setdefault(j, place[segment.key])
    for j, segment in enumerate(segments):
        if j not in found and segment.key in left:
            take(j, segment.key)
    return found, sources, left


def _edit(old: Entry, segment: Segment) -> Entry:
    """The entry of a segment whose text was the old entry's before."""
    context, msgid = segment.key
    if not old.msgstr:
        return Entry(context, msgid, anchor=old.anchor, comments=old.comments)
    entry = Entry(
        context,
        msgid,
        old.msgstr,
        fuzzy=True,
        previous="" if msgid == old.origin else old.origin,
        anchor=old.anchor,
        # that a person approved a machine's English shows no more once it is stale: so the stamp goes
        machine=old.machine if old.state in (State.MACHINE, State.STALE) else None,
        reviewed=old.reviewed,
        flags=old.flags,
    )
    restored = entry.reviewed is not None and entry.reviewed.holds(msgid, entry.msgstr)
    return replace(entry, fuzzy=False) if restored else entry


def _says_something(entry: Entry, english: Mapping[tuple[str, str], bool]) -> bool:
    """Whether an entry that is no longer used is worth keeping.

    Not where it only made another text's English stale and that text is back: so an edit undone leaves the
    file as it was. `english` is what is in use, with whether a machine may refill it.
    """
    refillable = english.get((entry.previous, entry.msgstr))
    undone = entry.state is State.STALE and refillable is not None and refillable <= accepts_machine(entry)
    return bool(entry.msgstr) and (not undone or bool(entry.comments or entry.silenced))


def _with_english(entry: Entry) -> Entry:
    """With earlier English from its comments in place of none: msgcat drops empty obsolete entries."""
    earlier = [comment for comment in entry.comments if comment.startswith(EARLIER)]
    if entry.msgstr or not earlier:
        return entry
    comments = tuple(comment for comment in entry.comments if comment != earlier[-1])
    return replace(
        entry, msgstr=earlier[-1].removeprefix(EARLIER), fuzzy=True, previous="", comments=comments
    )


def _closed(
    catalog: Catalog,
    segments: tuple[Segment, ...],
    entries: list[Entry],
    sources: dict[int, int],
    left: Iterable[Entry],
) -> Catalog:
    """The new catalog: what is left is obsolete, every key is there once, every entry has its own anchor."""
    english = {(entry.msgid, entry.msgstr): accepts_machine(entry) for entry in entries}
    obsolete = {entry.key: entry for entry in map(_with_english, left) if _says_something(entry, english)}
    for j, entry in enumerate(entries):
        if entry.key in obsolete:
            entries[j] = united(obsolete.pop(entry.key), entry)
    taken: set[str] = set()
    # an address that is in use goes before one that comes back
    for j in sorted(range(len(entries)), key=lambda j: (j not in sources, j)):
        anchor = entries[j].anchor
        if anchor in taken:
            entries[j] = replace(entries[j], anchor="")
        taken.add(anchor)
    reserved = taken | {entry.anchor for entry in obsolete.values()}
    for j, entry in enumerate(entries):
        if not entry.anchor:
            entries[j] = replace(entry, anchor=anchor_for(segments[j], reserved))
            reserved.add(entries[j].anchor)
    return replace(catalog, entries=tuple(entries), obsolete=tuple(obsolete.values()))

"""Catalogs: what state an entry is in, and how it fares when its article or its file changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalogs import (
    DAY,
    MINISTER,
    PATH,
    PRICES,
    RICE,
    RICE_CORRECTED,
    all_signed,
    article,
    paragraphs,
    read,
)
from sejajar.catalogs import briefing, merge, sync
from sejajar.formats.catalog import dumps
from sejajar.model import Catalog, Entry, Stamp, State, accepts_machine, empty, filled, fingerprint, signed

# An entry and its state


def stamp(msgid: str, msgstr: str, who: str = "google") -> Stamp:
    return Stamp(who, DAY, fingerprint(msgid, msgstr))


MADE = stamp("beras", "rice")
CASES: list[tuple[str, Entry, State, bool, bool, bool]] = [
    ("empty", Entry("item", "beras"), State.UNTRANSLATED, False, False, True),
    (
        "empty and fuzzy",
        Entry("item", "beras", fuzzy=True, previous="x"),
        State.UNTRANSLATED,
        False,
        False,
        True,
    ),
    ("as made", Entry("item", "beras", "rice", True, machine=MADE), State.MACHINE, False, True, True),
    ("typed", Entry("item", "beras", "the rice", True, machine=MADE), State.NEEDS_WORK, False, False, False),
    ("only fuzzy", Entry("item", "beras", "rice", True), State.NEEDS_WORK, False, False, False),
    ("approved as made", Entry("item", "beras", "rice", machine=MADE), State.REVIEWED, False, True, False),
    ("approved", Entry("item", "beras", "rice"), State.REVIEWED, False, False, False),
    ("signed", Entry("item", "beras", "rice", reviewed=MADE), State.REVIEWED, True, False, False),
    ("changed since", Entry("item", "beras", "Rice", reviewed=MADE), State.REVIEWED, False, False, False),
    (
        "fuzzy again",
        Entry("item", "beras", "rice", True, reviewed=MADE),
        State.NEEDS_WORK,
        False,
        False,
        False,
    ),
    ("stale", Entry("item", "beras baru", "rice", True, "beras"), State.STALE, False, False, False),
    (
        "stale machine",
        Entry("item", "beras baru", "rice", True, "beras", machine=MADE),
        State.STALE,
        False,
        False,
        True,
    ),
    (
        "stale, typed over a machine's",
        Entry("item", "beras baru", "new rice", True, "beras", machine=MADE),
        State.STALE,
        False,
        False,
        False,
    ),
    (
        "previous without fuzzy",
        Entry("item", "beras baru", "new rice", previous="beras"),
        State.REVIEWED,
        False,
        False,
        False,
    ),
]


@pytest.mark.parametrize(
    ("entry", "state", "is_signed", "unchanged", "refillable"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_an_entry_is_in_the_state_that_flags_and_stamps_say(
    entry: Entry, state: State, is_signed: bool, unchanged: bool, refillable: bool
) -> None:
    """The five states, who has signed, what is as the machine made it, and what a machine may fill."""
    assert (entry.state, entry.signed, entry.unchanged) == (state, is_signed, unchanged)
    assert accepts_machine(entry) is refillable


def test_a_filled_entry_waits_for_a_person_and_a_signed_one_does_not() -> None:
    """`filled` gives machine, `signed` with the same text reviewed, signed and unchanged; line breaks go."""
    entry = filled(Entry("item", "beras"), " rice\nand\tmore ", "google", DAY)
    assert (entry.msgstr, entry.state) == ("rice and more", State.MACHINE)
    approved = signed(entry, entry.msgstr, " Ana  Maria ", DAY)
    assert (approved.state, approved.signed, approved.unchanged) == (State.REVIEWED, True, True)
    assert approved.reviewed is not None
    assert approved.reviewed.who == "Ana Maria"
    assert filled(entry, " \n", "google", DAY) is entry


def test_nobody_signs_nothing() -> None:
    """An empty text or name is the caller's mistake."""
    for text, name in (("", "Ana"), ("rice", " ")):
        with pytest.raises(ValueError, match="a signature needs a text and a name"):
            signed(Entry("item", "beras"), text, name, DAY)


def test_a_second_signature_under_the_same_text_keeps_the_first() -> None:
    """Two people may answer for one text; a signature under an older text gives way."""
    once = signed(Entry("item", "beras", anchor="beras"), "rice", "Ana", DAY)
    twice = signed(once, "rice", "Budi", DAY)
    assert twice.comments == (f"reviewed: {once.reviewed}",)
    assert signed(once, "the rice", "Budi", DAY).comments == ()
    catalog = replace(empty(PATH), entries=(twice,))
    assert read(dumps(catalog)) == catalog


def test_a_briefing_counts_states_and_knows_whether_it_is_complete() -> None:
    """Untranslated and stale segments make an article incomplete; a machine's English does not."""
    text = article(RICE, PRICES)
    catalog = sync(empty(PATH), text)
    assert briefing(text, catalog).counts[State.UNTRANSLATED] == 3
    catalog = catalog.updated(filled(entry, "English", "google", DAY) for entry in catalog.entries)
    made = briefing(text, catalog)
    assert (made.counts[State.MACHINE], made.incomplete) == (3, False)
    changed = article(RICE_CORRECTED, PRICES)
    stale = briefing(changed, catalog)
    assert (stale.counts[State.STALE], stale.incomplete) == (1, True)
    assert [pair.segment for pair in stale.pairs.values()] == list(changed.segments)
    assert stale[changed.title].entry.msgstr == "English"


# Sync


def test_a_corrected_figure_makes_the_english_stale_and_undoing_it_restores_all() -> None:
    """The old entry stays as obsolete; undone, the file is what it was, byte for byte."""
    before = all_signed(sync(empty(PATH), article(RICE, PRICES)))
    after = sync(before, article(RICE_CORRECTED, PRICES))
    rice, prices = paragraphs(after)
    assert (rice.state, rice.previous, rice.msgstr) == (State.STALE, RICE, f"EN {RICE}")
    assert rice.anchor == before.entries[1].anchor == "rusia-membeli-2-ribu-ton"
    assert prices.signed
    assert [(entry.msgid, entry.signed) for entry in after.obsolete] == [(RICE, True)]
    assert dumps(sync(read(dumps(after)), article(RICE, PRICES))) == dumps(before)


def test_english_that_comes_back_is_not_taken_for_an_edit_of_its_neighbour() -> None:
    """The old entry returns from obsolete with what a person wrote there, though the stale one is alike."""
    before = all_signed(sync(empty(PATH), article(RICE)))
    stale = sync(before, article(RICE_CORRECTED))
    kept = replace(stale, obsolete=(replace(stale.obsolete[0], msgstr="typed since"),))
    entry = sync(kept, article(RICE)).entries[1]
    assert (entry.msgstr, entry.state, entry.signed) == ("typed since", State.REVIEWED, False)


EDITS = {
    "a corrected figure": (RICE, RICE_CORRECTED, True),
    "a word more": (PRICES, PRICES.replace("naik", "kembali naik"), True),
    "a rewritten sentence": (
        PRICES,
        "Sejak awal tahun, harga pangan di Pyongyang sudah naik lima persen.",
        True,
    ),
    "half of a paragraph split": (f"{PRICES} {RICE}", PRICES, True),
    "a sentence on the same matter": (
        PRICES,
        "Warga Pyongyang mengeluhkan harga beras yang terus naik.",
        False,
    ),
    "a new paragraph": (RICE, MINISTER, False),
    "another name": ("Rusia", "Korea Utara", False),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_from_a_new_text(name: str) -> None:
    """Between unchanged neighbours, what is alike is stale; what is new gets nothing, not even a guess."""
    old, new, expected = EDITS[name]
    before = all_signed(sync(empty(PATH), article("Sebelum.", old, "Sesudah.")))
    entry = sync(before, article("Sebelum.", new, "Sesudah.")).entries[2]
    assert (entry.state is State.STALE) is expected
    assert (entry.anchor == before.entries[2].anchor) is expected
    assert bool(entry.msgstr) is expected


def test_a_new_paragraph_beside_an_edited_one_does_not_take_its_english() -> None:
    """Runs are aligned in order by likeness, whichever comes first."""
    before = all_signed(sync(empty(PATH), article(RICE, PRICES)))
    for new in ((MINISTER, RICE_CORRECTED, PRICES), (RICE_CORRECTED, MINISTER, PRICES)):
        states = {entry.msgid: entry.state for entry in paragraphs(sync(before, article(*new)))}
        assert states == {
            MINISTER: State.UNTRANSLATED,
            RICE_CORRECTED: State.STALE,
            PRICES: State.REVIEWED,
        }


def test_stale_english_remembers_what_it_was_made_for() -> None:
    """Edited twice it is still for the first text, and restored with that, even if the old entry is gone."""
    before = all_signed(sync(empty(PATH), article(RICE)))
    twice = sync(sync(before, article(RICE_CORRECTED)), article(RICE.replace("2 ribu", "4 ribu")))
    assert twice.entries[1].previous == RICE
    cleaned = replace(twice, obsolete=())
    assert sync(cleaned, article(RICE)).entries == before.entries


def test_the_same_text_under_another_kind_keeps_its_state_and_anchor() -> None:
    """A paragraph made a quote is the same text; and back."""
    before = all_signed(sync(empty(PATH), article(RICE, PRICES)))
    quoted = sync(before, article(RICE, PRICES, quotes=(PRICES,)))
    assert (quoted.entries[2].context, quoted.entries[2].signed) == ("quote", True)
    assert quoted.entries[2].anchor == before.entries[2].anchor
    assert quoted.obsolete == ()
    assert sync(quoted, article(RICE, PRICES)) == before


def test_of_two_identical_paragraphs_either_may_go() -> None:
    """Deleting one keeps a translation for the other, also if only the second had one."""
    twins = sync(empty(PATH), article(RICE, RICE))
    assert [entry.anchor for entry in paragraphs(twins)] == [
        "rusia-membeli-2-ribu-ton",
        "rusia-membeli-2-ribu-ton-2",
    ]
    second = twins.updated([signed(twins.entries[2], "rice", "Ana", DAY)])
    alone = sync(second, article(RICE))
    assert [(entry.context, entry.signed) for entry in paragraphs(alone)] == [("paragraph", True)]
    both = twins.updated(signed(entry, f"{entry.context} rice", "Ana", DAY) for entry in twins.entries[1:])
    assert sync(sync(both, article(RICE)), article(RICE, RICE)) == both


def test_what_goes_comes_back() -> None:
    """A deleted paragraph is obsolete with its state, a stale one too; an untranslated one leaves nothing."""
    synced = sync(empty(PATH), article(RICE, PRICES))
    assert sync(synced, article(RICE)).obsolete == ()
    stale = sync(all_signed(synced), article(RICE_CORRECTED, PRICES))
    gone = read(dumps(sync(stale, article(PRICES))))
    assert {entry.msgid for entry in gone.obsolete} == {RICE, RICE_CORRECTED}
    assert sync(gone, article(RICE_CORRECTED, PRICES)).entries == stale.entries


def test_an_approved_machine_text_is_no_longer_the_machines_once_it_is_stale() -> None:
    """A machine may refill a stale text that nobody approved, and only that."""
    made = sync(empty(PATH), article(RICE))
    made = made.updated(filled(entry, "rice", "google", DAY) for entry in made.entries)
    approved = made.updated(replace(entry, fuzzy=False) for entry in made.entries)
    for catalog, refillable in ((made, True), (approved, False)):
        entry = sync(catalog, article(RICE_CORRECTED)).entries[1]
        assert entry.state is State.STALE
        assert accepts_machine(entry) is refillable


def test_a_synced_catalog_is_returned_as_it_is() -> None:
    """Nothing to do costs nothing; anchors that were deleted or doubled by hand are made anew."""
    text = article(RICE, PRICES)
    catalog = sync(empty(PATH), text)
    assert sync(catalog, text) is catalog
    for anchor in ("", "judul"):
        broken = catalog.updated([replace(catalog.entries[2], anchor=anchor)])
        assert sync(broken, text) == catalog


def test_anchors_are_readable_and_do_not_depend_on_each_other() -> None:
    """The first five words in ASCII, without a link's address; a letter first; four hash digits if taken."""
    texts = (
        "Élysée [dan *Kremlin*](https://a.id/b): “satu” dua tiga",
        "2025 ton beras",
        "Élysée dan Kremlin satu dua empat",
        "北京",
    )
    anchors = [entry.anchor for entry in paragraphs(sync(empty(PATH), article(*texts)))]
    hashed = fingerprint(texts[2], "")[:4]
    assert anchors == [
        "elysee-dan-kremlin-satu-dua",
        "paragraph-2025-ton-beras",
        f"elysee-dan-kremlin-satu-dua-{hashed}",
        "paragraph",
    ]


def test_a_long_article_edited_throughout_is_aligned_without_comparing_all_with_all() -> None:
    """Of 1,000 edited paragraphs each is stale for its own old text; each is compared with 80 at most."""
    old = [f"Kalimat {n} menyebut angka {n * 7} dan kata{n} serta hal{n} lain." for n in range(1000)]
    before = all_signed(sync(empty(PATH), article(*old)))
    after = paragraphs(sync(before, article(*(text.replace("lain", "baru") for text in old))))
    assert [entry.previous for entry in after] == old


# Merge


def opened() -> tuple[Catalog, Catalog]:
    """One catalog, as read by a program and as left on disk."""
    catalog = sync(empty(PATH), article(RICE, PRICES))
    return catalog, catalog


def english(catalog: Catalog) -> list[str]:
    return [entry.msgstr for entry in paragraphs(catalog)]


def test_what_is_on_disk_wins_unless_it_is_untranslated() -> None:
    """A person types one entry while a fill runs: hers stays, the others are filled."""
    ours, disk = opened()
    ours = ours.updated(filled(entry, "machine", "google", DAY) for entry in ours.entries)
    disk = disk.updated([replace(disk.entries[1], msgstr="person")])
    assert english(merge(ours, disk)) == ["person", "machine"]
    assert merge(merge(ours, disk), disk) == merge(ours, disk)


def test_with_its_base_a_merge_knows_who_changed_what() -> None:
    """Our signature under a machine's text is kept if the disk has not changed; else the disk's text is."""
    base, _ = opened()
    base = base.updated(filled(entry, "machine", "google", DAY) for entry in base.entries)
    ours = base.updated(signed(entry, "ours", "Ana", DAY) for entry in base.entries[1:])
    disk = base.updated([replace(base.entries[2], msgstr="theirs", fuzzy=False)])
    merged = paragraphs(merge(ours, disk, base))
    assert [(entry.msgstr, entry.comments) for entry in merged] == [
        ("ours", ()),
        ("theirs", ("earlier: ours",)),
    ]
    assert english(merge(base, disk, base)) == ["machine", "theirs"]
    assert english(merge(ours, disk)) == ["machine", "theirs"]


def test_what_only_the_disk_has_is_kept_for_the_next_sync() -> None:
    """Someone else synced a longer article and translated it while ours was open."""
    ours, _ = opened()
    longer = article(RICE, MINISTER, PRICES)
    disk = all_signed(sync(ours, longer))
    disk = replace(disk, header=(*disk.header, "X-Generator: Poedit 3.4"))
    merged = merge(ours, disk)
    assert [entry.msgid for entry in merged.obsolete] == [MINISTER]
    assert sync(read(dumps(merged)), longer) == disk

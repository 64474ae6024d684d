"""Catalogs: what an entry's state is, the file both ways, sync and merge."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sejajar.catalog import (
    Catalog,
    Entry,
    Stamp,
    State,
    accepts_machine,
    briefing,
    dumps,
    empty,
    filled,
    fingerprint,
    loads,
    merge,
    signed,
    sync,
)
from sejajar.model import Article, Kind, Metadata, Paragraph, Quote, Segment, numbered
from strategies import articles

DAY = date(2026, 11, 23)
PATH = "content/2026/2026-11-23-contoh/article.en.po"
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Sejajar\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def article(*texts: str, quotes: tuple[str, ...] = ()) -> Article:
    """An article with the title “Judul” and these paragraphs; those also in `quotes` are quotes."""
    lead = tuple(
        Quote((Segment(Kind.QUOTE, text),)) if text in quotes else Paragraph(Segment(Kind.PARAGRAPH, text))
        for text in texts
    )
    path = "content/2026/2026-11-23-contoh/article.id.md"
    return numbered(Article(path, Metadata(DAY), Segment(Kind.TITLE, "Judul"), (), lead))


def read(text: str) -> Catalog:
    """A file without any problem."""
    catalog, problems = loads(text, PATH)
    assert catalog is not None
    assert not problems
    return catalog


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in loads(text, PATH)[1]]


def paragraphs(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog.entries if entry.kind is not Kind.TITLE]


def all_signed(catalog: Catalog, name: str = "Ana") -> Catalog:
    return catalog.updated(signed(entry, f"EN {entry.msgid}", name, DAY) for entry in catalog.entries)


RICE = "Rusia membeli 2 ribu ton beras dari Korea Utara bulan lalu."
RICE_CORRECTED = RICE.replace("2 ribu", "3 ribu")
PRICES = "Harga pangan di Pyongyang naik lima persen sejak awal tahun."
MINISTER = "Menteri perdagangan kedua negara bertemu di Vladivostok pada hari Minggu."


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


# The file


LINES = (
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
WORDS = re.compile(r"(machine|reviewed|id|silence|previous):")
STAMPS = st.builds(Stamp, LINES, st.dates(), st.from_regex(r"[0-9a-f]{8}", fullmatch=True))
SILENCED = st.lists(st.tuples(st.sampled_from(("numbers", "length")), LINES), max_size=2, unique=True)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry that the file can say; its stamps hold or not."""
    msgstr = draw(st.just("") | LINES)
    return Entry(
        context=draw(st.sampled_from([*Kind])) + draw(st.sampled_from(("", "/2", "/10"))),
        msgid=draw(LINES),
        msgstr=msgstr,
        fuzzy=bool(msgstr) and draw(st.booleans()),
        previous=draw(st.just("") | LINES),
        anchor=draw(st.sampled_from(("", "a", "beras-2"))),
        machine=draw(st.none() | STAMPS),
        reviewed=draw(st.none() | STAMPS),
        silenced=tuple(draw(SILENCED)),
        comments=tuple(draw(st.lists(LINES.filter(lambda line: not WORDS.match(line)), max_size=2))),
        flags=tuple(draw(st.sampled_from(((), ("no-wrap",))))),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    found = draw(st.lists(entries(), max_size=8, unique_by=lambda entry: entry.key))
    cut = draw(st.integers(0, len(found)))
    # msgcat drops obsolete entries without English, and `sync` leaves none
    return Catalog(PATH, tuple(found[:cut]), tuple(entry for entry in found[cut:] if entry.msgstr))


@given(catalogs())
def test_a_catalog_survives_its_file(catalog: Catalog) -> None:
    """`loads(dumps(c)) == c`, obsolete entries and what they were made for included."""
    assert read(dumps(catalog)) == catalog


@settings(max_examples=50)
@given(catalog=catalogs().filter(lambda catalog: bool(catalog.entries)))
def test_the_file_is_what_gettext_writes_and_takes(catalog: Catalog, tool: Callable[[str], str]) -> None:
    """`msgcat --no-wrap` prints the same bytes (nothing if there are no entries); `msgfmt -c` agrees."""
    text = dumps(catalog)
    assert gettext(tool("msgcat"), "--no-wrap", text=text) == text
    gettext(tool("msgfmt"), "-c", "-o", "/dev/null", text=text)


def gettext(*command: str, text: str) -> str:
    done = subprocess.run([*command, "-"], input=text.encode(), capture_output=True, check=False)
    assert done.returncode == 0, f"{done.stderr.decode()}\n{text}"
    return done.stdout.decode()


@settings(max_examples=50)
@given(text=articles())
def test_every_article_has_a_catalog_that_gettext_takes(tool: Callable[[str], str], text: Article) -> None:
    """Whatever an article says, its new catalog survives the file, msgcat and msgfmt; anchors are `id`s."""
    catalog = sync(empty(PATH), text)
    assert [entry.key for entry in catalog.entries] == [segment.key for segment in text.segments]
    assert read(dumps(catalog)) == catalog
    anchors = [entry.anchor for entry in catalog.entries]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch("[a-z][a-z0-9-]*", anchor) for anchor in anchors)
    assert gettext(tool("msgcat"), "--no-wrap", text=dumps(catalog)) == dumps(catalog)
    gettext(tool("msgfmt"), "-c", "-o", "/dev/null", text=dumps(catalog))


PO_LINES = st.lists(
    st.sampled_from(
        (
            *(
                "",
                "#",
                "# Catatan",
                "#Catatan",
                "#. x",
                "#: a b:3",
                "#, fuzzy",
                "#,fuzzy, c-format",
                "#= x",
                "#~",
            ),
            *(
                "# machine: x",
                "# reviewed: Ana 2026-02-31 00000000",
                "# id: A",
                "# silence: numbers",
                "# id: a",
            ),
            *(
                '#| msgid "a"',
                "#| x",
                "#|",
                '#~| msgid "a"',
                '#~ msgid "a"',
                '#~ msgstr "b"',
                '#~ msgctxt "c"',
            ),
            *('msgid "a"', 'msgid ""', 'msgstr "b"', 'msgstr ""', 'msgctxt "item"', '"Language: en\\n"'),
            *('msgid_plural "as"', 'msgstr[0] "b"', 'msgstr[1] "c"', "msgstr[x]", 'msgid "a', 'msgid "a"b"'),
            *(
                '"',
                '"x"',
                "x",
                "\ufeff",
                '"Content-Type: text/plain; charset=latin-1\\n"',
                'domain "a"',
                "\x00",
            ),
        )
    )
    | st.text(max_size=10),
    max_size=12,
)


@settings(max_examples=400)
@given(PO_LINES)
def test_no_text_ends_in_a_traceback(lines: list[str]) -> None:
    """Any lines are a catalog or problems or both; and what was read, written and read again is the same."""
    catalog, problems = loads("\n".join(lines), PATH)
    assert catalog is not None or problems
    if catalog:
        again, _ = loads(dumps(catalog), PATH)
        assert again is not None
        assert again.entries == catalog.entries
        assert again.obsolete == catalog.obsolete
        assert dumps(again) == dumps(catalog)


BROKEN = {
    "an empty file": (
        " \n",
        [
            "{path}: warning po-empty: the catalog is empty; it is taken for a new one; if there was "
            "English in it, get it back from the repository's history"
        ],
    ),
    "not a PO file": (
        "<html>\n<body>",
        [
            "{path}: error po-syntax: this is not a PO file; restore it from the repository's history, or "
            "delete it and run `sejajar sync`"
        ],
    ),
    "a quote that is missing, and one too many": (
        f'{HEADER}\nmsgctxt "item"\nmsgid "beras\nmsgstr "“rice" "\n',
        [
            '{path}:10: error po-syntax: this line is no comment and no text: msgid "beras; a text stands '
            'between two quotes, and a quote inside it is written \\"',
            '{path}:11: error po-syntax: this line is no comment and no text: msgstr "“rice" "; a text '
            'stands between two quotes, and a quote inside it is written \\"',
        ],
    ),
    "a merge conflict": (
        f'{HEADER}\nmsgctxt "item"\nmsgid "beras"\n<<<<<<< HEAD\nmsgstr "rice"\n',
        [
            "{path}:11: error po-syntax: this line is no comment and no text: <<<<<<< HEAD; a text stands "
            "between "
            'two quotes, and a quote inside it is written \\"'
        ],
    ),
    "no msgstr": (
        f'{HEADER}\nmsgctxt "item"\nmsgid "beras"\n\nmsgctxt "item"\nmsgid "jagung"\nmsgstr "maize"\n',
        [
            "{path}:10: error po-syntax: this msgid has no msgstr; an entry is msgctxt, msgid and msgstr, "
            "in this order, after its comments"
        ],
    ),
    "out of order": (
        f'{HEADER}\nmsgid "beras"\nmsgctxt "item"\nmsgstr "rice"\n',
        [
            '{path}:10: error po-syntax: this line stands where it cannot: msgctxt "item"; an entry is '
            "msgctxt, "
            "msgid and msgstr, in this order, after its comments"
        ],
    ),
    "no msgid": (
        f'{HEADER}\nmsgctxt "item"\nmsgid ""\nmsgstr "rice"\n',
        [
            "{path}:9: error po-syntax: this entry has an empty msgid; an entry is msgctxt, msgid and "
            "msgstr, in this order, after its comments"
        ],
    ),
    "two entries with one key": (
        f'{HEADER}\nmsgctxt "item"\nmsgid "beras"\nmsgstr "rice"\n\nmsgctxt "item"\nmsgid "beras"\nmsgstr '
        f'""\n',
        [
            "{path}:13: error po-duplicate: a second entry for the item “beras”, which line 9 has already; "
            "keep one of the two: msgfmt refuses the file too"
        ],
    ),
    "a plural": (
        f'{HEADER}\nmsgctxt "item"\nmsgid "beras"\nmsgid_plural "beras"\nmsgstr[0] "rice"\n',
        [
            "{path}:9: error po-plural: the entry “beras” has a plural, which no segment has; delete it, or "
            "give it a single msgid and msgstr"
        ],
    ),
    "another charset": (
        HEADER.replace("UTF-8", "ISO-8859-1"),
        [
            "{path}: error po-charset: the header says charset=ISO-8859-1, but catalogs are UTF-8; convert "
            "it with `msgconv --to-code=UTF-8`"
        ],
    ),
    "comments of ours that are malformed": (
        f"{HEADER}\n# machine: google yesterday\n# reviewed: Ana 2026-02-30 1a2b3c4d\n# id: Beras!\n"
        '# silence: numbers\nmsgctxt "item"\nmsgid "beras"\nmsgstr "rice"\n',
        [
            "{path}:9: warning po-comment: “# machine: google yesterday” is not understood and stays an "
            "ordinary comment; a line like “# machine: google 2026-11-23 1a2b3c4d” is",
            "{path}:9: warning po-comment: “# reviewed: Ana 2026-02-30 1a2b3c4d” is not understood and "
            "stays an ordinary comment; a line like “# reviewed: Ana 2026-11-24 5e6f7a8b” is",
            "{path}:9: warning po-comment: “# id: Beras!” is not understood and stays an ordinary comment; "
            "a line like “# id: first-words-of-the-text” is",
            "{path}:9: warning po-comment: “# silence: numbers” is not understood and stays an ordinary "
            "comment; a line like “# silence: numbers why it is right as it is” is",
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_said_with_its_line(name: str) -> None:
    """Each broken file has its full messages."""
    text, expected = BROKEN[name]
    assert problems_of(text) == [line.replace("{path}", PATH) for line in expected]


def test_a_file_cut_to_pieces_has_ten_problems_and_a_count() -> None:
    """Nobody reads a thousand lines about one file."""
    found = problems_of(HEADER + "rusak\n" * 1000)
    assert len(found) == 11
    assert found[-1].startswith(f"{PATH}:18: error po-syntax: and 990 more lines like these;")


def test_what_is_malformed_or_foreign_stays_in_the_file() -> None:
    """Comments that are not understood and plural entries are written as they were read."""
    text = (
        f'{HEADER}\n# reviewed: Ana\nmsgctxt "item"\nmsgid "beras"\nmsgstr "rice"\n\n'
        '# Catatan\nmsgid "ton"\nmsgid_plural "ton"\nmsgstr[0] "ton"\nmsgstr[1] "tons"\n'
    )
    catalog, _ = loads(text, PATH)
    assert catalog is not None
    assert dumps(catalog) == text


def test_of_two_entries_with_one_key_no_english_is_lost() -> None:
    """The text that gives way stays as a comment."""
    item = '\nmsgctxt "item"\nmsgid "beras"\nmsgstr "{}"\n'
    catalog, _ = loads(HEADER + item.format("rice") + item.format("the rice"), PATH)
    assert catalog is not None
    assert [(entry.msgstr, entry.comments) for entry in catalog.entries] == [("the rice", ("earlier: rice",))]


def test_a_header_keeps_what_tools_add_and_gets_what_is_missing() -> None:
    """Fields stay in their order, with the comment before them; a file without a header gets one."""
    added = (
        '# Terjemahan\n#\n# baris ketiga\nmsgid ""\nmsgstr ""\n"X-Generator: Poedit 3.4\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Last-Translator: Ana\\n"\n'
        '"Project-Id-Version: Sejajar\\n"\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
    )
    assert dumps(read(added)) == added
    headless = '\n# reviewed: Ana 2026-11-24 5e6f7a8b\nmsgctxt "item"\nmsgid "beras"\nmsgstr "rice"\n'
    assert dumps(read(headless[1:])) == HEADER + headless


def test_a_file_from_windows_and_one_wrapped_by_a_tool_are_the_same_catalog() -> None:
    """Byte order mark, CRLF, wrapped texts, comments without a space: read as what they mean."""
    plain = f'{HEADER}\n# Catatan\n#, fuzzy\nmsgctxt "item"\nmsgid "beras merah"\nmsgstr "red rice"\n'
    wrapped = (
        plain.replace('"beras merah"', '""\n"beras "\n"merah"')
        .replace("# Cat", "#Cat")
        .replace("#, f", "#,f")
    )
    assert read("\ufeff" + wrapped.replace("\n", "\r\n")) == read(plain)


def test_only_a_line_feed_ends_a_line() -> None:
    """Python counts more characters as line breaks than gettext does, and polib trusts Python."""
    entry = Entry("item", "beras\u2028merah\u2029putih", "red rice", comments=("a\u2028b",), anchor="beras")
    catalog = replace(empty(PATH), entries=(entry,))
    assert dumps(catalog).count("\n") == HEADER.count("\n") + 6
    assert read(dumps(catalog)) == catalog


def test_the_previous_text_of_an_obsolete_entry_is_read_wherever_it_stands() -> None:
    """We write a comment, since polib skips `#~|`; what msgmerge writes there is understood too."""
    item = '#~ msgctxt "item"\n#~ msgid "beras"\n#~ msgstr "rice"\n'
    text = f'{HEADER}\n#, fuzzy\n#~| msgid "beras \\"lama\\""\n{item}'
    catalog = read(text)
    assert (catalog.obsolete[0].state, catalog.obsolete[0].previous) == (State.STALE, 'beras "lama"')
    assert '# previous: "beras \\"lama\\""\n#, fuzzy\n#~ msgctxt' in dumps(catalog)
    assert read(str(polib.pofile(dumps(catalog)))) == catalog


def test_of_several_signatures_the_last_that_holds_counts() -> None:
    """The others stay as comments."""
    good, other = fingerprint("beras", "rice"), fingerprint("beras", "ryce")
    text = (
        f"{HEADER}\n# reviewed: Ana Maria 2026-11-24 {good}\n# reviewed: Budi 2026-11-25 {other}\n"
        '# silence: numbers “2” stands in the heading\nmsgctxt "item"\nmsgid "beras"\nmsgstr "rice"\n'
    )
    entry = read(text).entries[0]
    assert entry.signed
    assert entry.reviewed == Stamp("Ana Maria", date(2026, 11, 24), good)
    assert entry.comments == (f"reviewed: Budi 2026-11-25 {other}",)
    assert entry.silenced == (("numbers", "“2” stands in the heading"),)


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


# Any sequence of edits

SUBJECTS = ("Rusia", "Korea Utara", "Menteri", "Pyongyang")
VERBS = ("membeli", "menjual", "mengirim")
OBJECTS = ("beras dan jagung", "ikan beku", "kedelai")
TEXTS = st.builds(
    "{} {} {} {} ton {}".format, *map(st.sampled_from, (SUBJECTS, VERBS, OBJECTS, "23", SUBJECTS))
)
"""Few words, so that texts repeat, look alike and come back."""
PLACES = st.integers(0, 30)
Line = tuple[Kind, str]


class Editing(RuleBasedStateMachine):
    """An article and its catalog file while people, machines and tools work on them, in any order."""

    @initialize(texts=st.lists(TEXTS, min_size=1, max_size=4))
    def begin(self, texts: list[str]) -> None:
        self.lines: list[Line] = [(Kind.PARAGRAPH, text) for text in texts]
        self.before: list[list[Line]] = []
        self.file = dumps(empty(PATH))
        self.written: set[str] = set()
        """What a person wrote or approved and has not replaced."""
        self.approved: set[tuple[str, str]] = set()
        self.by_name: set[tuple[str, str]] = set()
        self.count = 0
        self.save(self.synced())

    # the article

    def edit(self, lines: list[Line], synced: bool) -> None:
        self.before.append(self.lines)
        self.lines = lines
        if synced:
            self.save(self.synced())

    @rule(place=PLACES, text=TEXTS, synced=st.booleans())
    def insert(self, place: int, text: str, synced: bool) -> None:
        place %= len(self.lines) + 1
        self.edit([*self.lines[:place], (Kind.PARAGRAPH, text), *self.lines[place:]], synced)

    @precondition(lambda self: len(self.lines) > 1)
    @rule(place=PLACES, synced=st.booleans())
    def delete(self, place: int, synced: bool) -> None:
        place %= len(self.lines)
        self.edit(self.lines[:place] + self.lines[place + 1 :], synced)

    @rule(place=PLACES, old=st.sampled_from(SUBJECTS), new=st.sampled_from(SUBJECTS), synced=st.booleans())
    def correct(self, place: int, old: str, new: str, synced: bool) -> None:
        self.put(place, lambda kind, text: [(kind, text.replace(old, new))], synced)

    @rule(place=PLACES, synced=st.booleans())
    def split(self, place: int, synced: bool) -> None:
        def halves(kind: Kind, text: str) -> list[Line]:
            words = text.split()
            cut = len(words) // 2
            return [(kind, " ".join(words[:cut])), (kind, " ".join(words[cut:]))] if cut else [(kind, text)]

        self.put(place, halves, synced)

    @rule(place=PLACES, kind=st.sampled_from((Kind.QUOTE, Kind.ITEM, Kind.PARAGRAPH)), synced=st.booleans())
    def retype(self, place: int, kind: Kind, synced: bool) -> None:
        self.put(place, lambda _, text: [(kind, text)], synced)

    def put(self, place: int, change: Callable[[Kind, str], list[Line]], synced: bool) -> None:
        place %= len(self.lines)
        self.edit(self.lines[:place] + change(*self.lines[place]) + self.lines[place + 1 :], synced)

    @rule(place=PLACES, to=PLACES)
    def move(self, place: int, to: int) -> None:
        lines = list(self.lines)
        line = lines.pop(place % len(lines))
        lines.insert(to % (len(lines) + 1), line)
        self.edit(lines, synced=True)

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.lines = self.before.pop()
        self.save(self.synced())

    # the catalog

    def article(self) -> Article:
        made = (
            Quote((Segment(kind, text),)) if kind is Kind.QUOTE else Paragraph(Segment(kind, text))
            for kind, text in self.lines
        )
        return numbered(replace(article(), lead=tuple(made)))

    def synced(self) -> Catalog:
        return sync(read(self.file), self.article())

    def save(self, catalog: Catalog) -> None:
        self.file = dumps(catalog)

    def pick(self, place: int) -> Entry:
        found = read(self.file).entries
        return found[place % len(found)]

    def change(self, old: Entry, new: Entry) -> None:
        """A person changes an entry, and answers for what she does to the English that was there."""
        if new.msgstr != old.msgstr:
            self.written.discard(old.msgstr)
        self.written.add(new.msgstr)
        if not new.fuzzy:
            self.approved.add((new.msgid, new.msgstr))
        self.save(read(self.file).updated([new]))

    def fresh(self, who: str) -> str:
        self.count += 1
        return f"{who} text {self.count}"

    @rule(place=PLACES, done=st.booleans())
    def type(self, place: int, done: bool) -> None:
        entry = self.pick(place)
        previous = "" if done else entry.previous
        self.change(entry, replace(entry, msgstr=self.fresh("Ana's"), fuzzy=not done, previous=previous))

    @rule(place=PLACES)
    def approve(self, place: int) -> None:
        entry = self.pick(place)
        if entry.msgstr:
            self.change(entry, replace(entry, fuzzy=False, previous=""))

    @rule(place=PLACES, name=st.sampled_from(("Ana", "Budi")))
    def sign(self, place: int, name: str) -> None:
        entry = self.pick(place)
        text = entry.msgstr or self.fresh(f"{name}'s")
        self.by_name.add((entry.msgid, text))
        self.change(entry, signed(entry, text, name, DAY))

    def fill(self, catalog: Catalog) -> Catalog:
        chosen = filter(accepts_machine, catalog.entries)
        return catalog.updated(filled(entry, self.fresh("machine"), "google", DAY) for entry in chosen)

    @rule()
    def translate(self) -> None:
        self.save(self.fill(self.synced()))

    @rule(place=PLACES, knows_base=st.booleans())
    def translate_while_someone_types(self, place: int, knows_base: bool) -> None:
        base = read(self.file)
        ours = self.fill(sync(base, self.article()))
        self.type(place, done=True)
        self.save(merge(ours, read(self.file), base if knows_base else None))

    @rule(wrapwidth=st.sampled_from((0, 78)))
    def save_with_polib(self, wrapwidth: int) -> None:
        self.file = str(polib.pofile(self.file, wrapwidth=wrapwidth))

    @precondition(lambda _: shutil.which("msgcat"))
    @rule()
    def save_with_msgcat(self) -> None:
        self.file = gettext("msgcat", text=self.file)

    # what holds at every moment

    @invariant()
    def no_english_of_a_person_is_lost(self) -> None:
        catalog = read(self.file)
        everything = (*catalog.entries, *catalog.obsolete)
        texts = {entry.msgstr for entry in everything}
        texts |= {comment.removeprefix("earlier: ") for entry in everything for comment in entry.comments}
        assert self.written <= texts

    @invariant()
    def nothing_is_reviewed_for_a_text_it_was_not_reviewed_for(self) -> None:
        catalog = read(self.file)
        for entry in (*catalog.entries, *catalog.obsolete):
            pair = (entry.msgid, entry.msgstr)
            assert entry.state is not State.REVIEWED or pair in self.approved
            assert not entry.signed or pair in self.by_name

    @invariant()
    def the_file_says_what_the_catalog_says(self) -> None:
        catalog = read(self.file)
        assert read(dumps(catalog)) == catalog
        everything = (*catalog.entries, *catalog.obsolete)
        assert len({entry.key for entry in everything}) == len(everything)
        synced = self.synced()
        assert sync(synced, self.article()) is synced
        assert len({entry.anchor for entry in synced.entries}) == len(synced.entries)

    def teardown(self) -> None:
        if shutil.which("msgfmt"):
            gettext("msgfmt", "-c", "-o", "/dev/null", text=self.file)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)

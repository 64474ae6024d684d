"""The catalog's file, both ways, and what gettext says to it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from unittest.mock import patch

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mutation
from catalogs import (
    HEADER,
    PATH,
    gettext,
    problems_of,
    read,
)
from sejajar.bounds import clean
from sejajar.catalogs import sync
from sejajar.formats import normal_form
from sejajar.formats.catalog import dumps, loads
from sejajar.model import Article, Catalog, Entry, Kind, Stamp, State, empty, fingerprint
from strategies import articles

LINES = (
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)
    .map(lambda text: " ".join(clean(text).split()))
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


def outcome(text: str) -> tuple[object, ...]:
    """All that reading a file gives, the lines of its entries and problems included."""
    catalog, problems = loads(text, PATH)
    found = (*catalog.entries, *catalog.obsolete) if catalog else ()
    return catalog, [entry.line for entry in found], problems


def by_polib(text: str) -> tuple[object, ...]:
    with patch.object(normal_form, "items", return_value=None):
        return outcome(text)


@given(catalogs())
def test_what_we_write_is_read_without_polib_and_to_the_same_end(catalog: Catalog) -> None:
    """The quick reader knows every file that `dumps` writes, and reads what polib reads."""
    text = dumps(catalog)
    assert normal_form.items(text)
    assert outcome(text) == by_polib(text)


@given(catalog=catalogs(), seed=st.integers(0, 2**32))
def test_a_spoilt_file_is_read_as_polib_reads_it_or_left_to_polib(catalog: Catalog, seed: int) -> None:
    """Cut, sown with marks, lines doubled or exchanged: the same catalog and problems, to the line."""
    chance = random.Random(seed)
    for text in (dumps(catalog), mutation.CATALOG, HEADER):
        spoilt = mutation.mutated(text, chance)
        assert outcome(spoilt) == by_polib(spoilt)


@pytest.mark.parametrize(
    "change",
    [
        ('msgid "Satu"\n', 'msgid "Sa"\n"tu"\n'),
        ('msgid "Satu"\n', 'msgid "Sa\\ttu"\n'),
        ('msgid "Satu"\n', 'msgid "Satu"\nmsgid_plural "Dua"\n'),
        ('msgctxt "title"\n', 'msgctxt "title"\r\n\n'),
        ('msgctxt "title"\n', '#: a.md:1\nmsgctxt "title"\n'),
        ('msgctxt "title"\n', "#\n" * 1001 + 'msgctxt "title"\n'),
        ('msgstr "One"\n', f'msgstr "{"One " * 6000}"\n'),
        ('msgstr "One"\n', 'msgstr "One"\n\nmsgid ""\nmsgstr "x"\n'),
        ('msgstr "One"\n', 'msgstr "One"'),
        ('"Language: en\\n"\n', '"Language: en\\n" \n'),
    ],
)
def test_another_spelling_is_left_to_polib(change: tuple[str, str]) -> None:
    """Wrapped lines, other escapes, plurals, references, what may be too long: not read quickly."""
    text = f'{HEADER}\nmsgctxt "title"\nmsgid "Satu"\nmsgstr "One"\n'
    assert normal_form.items(text)
    assert text.replace(*change) != text
    assert normal_form.items(text.replace(*change)) is None


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
    "a text without end": (
        f'{HEADER}\nmsgctxt "item"\nmsgid "beras"\nmsgstr "{"rice " * 5000}"\n',
        [
            "{path}:9: error too-long: the English has 24,999 characters, and 20,000 are the most; divide "
            "the paragraph in the article"
        ],
    ),
    "a text of lines without end": (
        f'{HEADER}\nmsgctxt "item"\nmsgid "beras"\nmsgstr ""\n' + '"rice"\n' * 12_000,
        [
            "{path}:10010: error too-long: this text has more than 20,000 characters; divide the paragraph "
            "in the article"
        ],
    ),
    "comments without end": (
        f"{HEADER}\n" + "# x\n" * 1200 + 'msgid "beras"\nmsgstr "rice"\n',
        [
            "{path}:1009: error too-long: there are more than 1,000 lines of comment on one entry; delete "
            "what nobody needs any more"
        ],
    ),
    "a file without end": (
        f"{HEADER}\n" + '\nmsgid "a"\nmsgstr "b"\n' * 250_000,
        [
            "{path}: error too-long: the catalog has 5,500,171 characters, and 5,000,000 are the most; "
            "divide its article into several"
        ],
    ),
    "JSON that is deeper than a parser bears": (
        f'{HEADER}\n# previous: {"[" * 100_000}\nmsgctxt "item"\nmsgid "beras"\nmsgstr "rice"\n',
        [
            "{path}:9: warning po-comment: “# previous: " + "[" * 49 + "…” is not understood and stays an "
            'ordinary comment; a line like “# previous: "the Indonesian that the English was made for"” is'
        ],
    ),
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


def test_of_two_anchors_the_first_stays_the_first() -> None:
    """Two `# id:` lines in one entry, as two merged branches leave them: no save changes their places."""
    text = dumps(read(f'{HEADER}\n# a\n# id: satu\n# b\n# id: dua\nmsgctxt "title"\nmsgid "x"\nmsgstr "y"\n'))
    assert read(text).entries[0].anchor == "satu"
    assert read(text).entries[0].comments == ("a", "b", "id: dua")
    assert dumps(read(text)) == text


def test_a_malformed_comment_does_not_grow_at_the_next_reading() -> None:
    """What stands between it and a line that would complete it may move, and then they would be one."""
    lines = "# machine: a Budi\n# silence: numbers bulat\n# lalu google 2025-07-20 5e6f7a8b\n"
    once, _ = loads(f'{HEADER}\n{lines}msgctxt "item"\nmsgid "x"\nmsgstr "y"\n', PATH)
    assert once
    assert once.entries[0].comments == ("lalu google 2025-07-20 5e6f7a8b", "machine: a Budi")
    again, _ = loads(dumps(once), PATH)
    assert again == once

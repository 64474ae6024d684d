"""Any sequence of edits: nobody's English is lost, and nothing is reviewed that was not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace

import polib
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from catalogs import (
    DAY,
    PATH,
    article,
    gettext,
    read,
)
from sejajar.catalogs import merge, sync
from sejajar.formats.catalog import dumps
from sejajar.model import (
    Article,
    Catalog,
    Entry,
    Kind,
    Paragraph,
    Quote,
    Segment,
    State,
    accepts_machine,
    empty,
    filled,
    numbered,
    signed,
)

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

    @precondition(lambda _: shutil.which("msgcat") is not None)
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
TestEditing.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)

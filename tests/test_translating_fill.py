"""Filling catalogs: what is filled and what is not, saving, stopping, and faults in mid-fill."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from filling import (
    EAGER,
    PATIENT,
    QUICK,
    TODAY,
    Disk,
    Shelf,
    acceptable,
    briefings,
    catalog_path,
    made,
    polite,
    read_articles,
    right,
    run,
)
from sejajar.formats import glossary as glossary_format
from sejajar.formats.catalog import loads
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import (
    Article,
    Catalog,
    Entry,
    Location,
    Problem,
    Severity,
    State,
    accepts_machine,
    filled,
    signed,
)
from sejajar.translating import (
    Limits,
    NotSavedError,
    Outside,
    Plan,
    Progress,
    RateLimited,
    Refusal,
    Stopped,
    Summary,
    estimate,
    memory,
    plan,
)
from sejajar.translating.guards import names_only
from servers import CONTENT_FAULTS, ENDLESS_FAULTS, TRANSPORT_FAULTS, pseudo, serving
from waiting import PATIENCE

CONTENT = Path(__file__).parent.parent
NO_TERMS = Glossary()


@dataclass
class Fake:
    """An engine in this process; `before` sees each request first, and may answer it."""

    before: Callable[[int], str | Refusal | None] = lambda _: None
    limits: Limits = field(default_factory=lambda: Limits(5000))
    name: str = "fake"
    host: str = "fake.example"
    private: bool = False
    sent: list[str] = field(default_factory=list)

    def translate(self, texts: Sequence[str]) -> list[str | Refusal]:
        answer = self.before(len(self.sent))
        self.sent += texts
        return [pseudo(text) if answer is None else answer for text in texts]


def asked(fake: Fake) -> RateLimited:
    return RateLimited(fake, EAGER, Outside())


def entries(shelf: Shelf, article: Article) -> dict[str, Entry]:
    return {entry.msgid: entry for entry in shelf.read(article).entries}


def states(shelf: Shelf, articles: list[Article]) -> Counter[State]:
    return Counter(entry.state for article in articles for entry in shelf.read(article).entries)


@pytest.mark.parametrize("name", ["google", "mymemory", "libretranslate", "deepl"])
def test_our_own_briefings_are_filled_by_each_engine(name: str) -> None:
    """From empty catalogs, over a real socket: each segment a machine's, terms and markup in place."""
    articles = read_articles(CONTENT)
    glossary, _ = glossary_format.loads((CONTENT / "content/glossary.csv").read_text())
    shelf = Shelf()
    with serving(name) as served:
        summary = run(articles, shelf, polite(name, served.url), glossary)
    assert summary.complete, summary
    segments = [segment for article in articles for segment in article.segments]
    assert (summary.filled, summary.left, summary.unprotected) == (len(segments), 0, 0)
    for article in articles:
        found = shelf.read(article)
        for segment in article.segments:
            entry = found.entry(segment.key)
            assert entry is not None
            assert entry.msgstr == right(segment.text, glossary)
            assert entry.state is State.MACHINE
            assert entry.machine is not None
            assert (entry.machine.who, entry.machine.date) == (name, TODAY)


TEXT = "Pemerintah mengumumkan kebijakan pangan yang baru. Menteri itu tidak hadir."


@pytest.mark.parametrize("fault", ["echo", "indonesian", *CONTENT_FAULTS, *TRANSPORT_FAULTS])
def test_each_fault_leaves_an_entry_right_or_untranslated(fault: str) -> None:
    """Google with the fault in each answer; the run ends, says what is missing, and is not a success."""
    article = made("satu", TEXT, title="Kebijakan pangan diumumkan pemerintah")
    shelf = Shelf()
    with serving("google", fault=lambda _: fault) as served:
        timeouts = QUICK if fault in ENDLESS_FAULTS else PATIENT
        summary = run([article], shelf, polite("google", served.url, timeouts))
    harmless = fault in ("mangled", "entities", "lost", "doubled", "bare")  # no placeholders in these texts
    assert summary.complete is harmless
    for segment in article.segments:
        entry = shelf.read(article).entry(segment.key)
        assert entry is not None
        assert entry.msgstr == (right(segment.text, NO_TERMS) if harmless else "")
    assert len(summary.problems) + (summary.left if summary.stopped else 0) == (0 if harmless else 2)


def test_a_refused_segment_is_a_problem_that_says_where_and_why() -> None:
    """With the article's path and the text, so that a person finds it."""
    article = made("satu", TEXT)
    summary = run([article], Shelf(), asked(Fake(lambda number: "" if number else None)), in_flight=1)
    hint = "run `sejajar translate` again later, or write the English yourself"
    place = Location("content/2026/2026-11-23-satu/article.id.md")
    message = "fake: an empty answer"
    assert summary.problems == (Problem(place, Severity.ERROR, "not-translated", message, hint, TEXT),)
    assert (summary.filled, summary.left, summary.complete) == (1, 0, False)


def at_random(name: str, seed: int) -> Callable[[int], str]:
    """Every fault there is, in a fifth of the requests.

    A refused key ends a run and has its own test; so have the faults that only a deadline ends, since with a
    short one the right answers of a busy machine would be late as well.
    """
    chance = random.Random(seed)
    faults = ["echo", "indonesian", *CONTENT_FAULTS, *TRANSPORT_FAULTS]
    faults = [fault for fault in faults if fault not in ENDLESS_FAULTS]
    if name in ("libretranslate", "deepl"):
        faults.remove("403")
    return lambda _: chance.choice(faults) if chance.random() < 0.2 else ""


def check_none_is_wrong(articles: list[Article], shelf: Shelf, glossary: Glossary, summary: Summary) -> None:
    """Every entry is right, or right but for its markup and noted so, or untranslated and reported."""
    refused = Counter(problem.segment for problem in summary.problems)
    for article in articles:
        catalog = shelf.read(article)
        for segment in article.segments:
            entry = catalog.entry(segment.key)
            assert entry is not None
            if not entry.msgstr:
                assert refused[segment.text]
            elif entry.comments:
                assert entry.comments[0].startswith("unprotected: ")
                assert entry.msgstr in acceptable(segment.text, glossary)
            elif entry.msgstr != right(segment.text, glossary):
                assert names_only(segment.text, segment.kind), (segment.text, entry.msgstr)
                assert entry.msgstr == segment.text


@pytest.mark.parametrize("name", ["google", "mymemory", "libretranslate", "deepl"])
def test_our_briefings_with_a_fifth_of_the_answers_faulty(name: str) -> None:
    """By each engine: the run ends, and no entry is wrong."""
    articles = read_articles(CONTENT)
    glossary, _ = glossary_format.loads((CONTENT / "content/glossary.csv").read_text())
    shelf = Shelf()
    with serving(name, fault=at_random(name, 5)) as served:
        summary = run(articles, shelf, polite(name, served.url), glossary)
    segments = sum(len(list(article.segments)) for article in articles)
    assert summary.stopped is None
    assert summary.filled + len(summary.problems) == segments
    assert summary.filled > 0.7 * segments  # one bad answer of those that take many texts is many bad texts
    check_none_is_wrong(articles, shelf, glossary, summary)


@pytest.fixture(scope="module")
def sixty(corpora: Path) -> list[Article]:
    """NTREX's news, a sentence a paragraph, and here and there markup."""
    folder = corpora / "corpora" / "parallel"
    texts = (folder / "ntrex-dev.id").read_text().splitlines()
    names = (folder / "ntrex-dev.docids").read_text().splitlines()
    articles: dict[str, list[str]] = {}
    for text, name in zip(texts, names, strict=True):
        articles.setdefault(name.replace(".", "-"), []).append(text.replace("<", "").replace("*", ""))
    assert len(articles) == 60
    marked = {
        name: [_marked(text) if number % 5 == 2 else text for number, text in enumerate(lines)]
        for name, lines in articles.items()
    }
    return [made(name, *lines[1:], title=lines[0]) for name, lines in marked.items()]


def _marked(text: str) -> str:
    first, _, rest = text.partition(" ")
    link, _, rest = rest.partition(" ")
    word = first.strip('“”"')
    return f"**{word}** [{link}](https://contoh.id/a_b) {rest}"


TERMS = Glossary(
    (
        Term("Amerika Serikat", "United States"),
        Term("presiden", "president"),
        Term("Polisi", "Police"),
    )
)


def test_sixty_articles_with_a_fifth_of_the_answers_faulty(sixty: list[Article]) -> None:
    """Nearly all is filled, no entry is wrong, the run is no success and says what is missing."""
    shelf = Shelf()
    with serving("google", fault=at_random("google", 1)) as served:
        summary = run(sixty, shelf, polite("google", served.url), TERMS)
    segments = sum(len(list(article.segments)) for article in sixty)
    assert summary.stopped is None
    assert summary.complete is False
    assert summary.filled + len(summary.problems) == segments
    assert summary.filled > 0.9 * segments
    check_none_is_wrong(sixty, shelf, TERMS, summary)


def test_the_next_run_completes_what_faults_left(sixty: list[Article]) -> None:
    """Nothing that is filled is sent again."""
    shelf = Shelf()
    articles = sixty[:10]
    chance = random.Random(3)
    first = run(articles, shelf, asked(Fake(lambda _: "" if chance.random() < 0.4 else None)))
    assert first.problems
    again = Fake()
    second = run(articles, shelf, asked(again))
    assert second.complete
    assert second.filled == len(first.problems)
    assert states(shelf, articles) == {State.MACHINE: sum(len(list(a.segments)) for a in articles)}


def with_states(shelf: Shelf, article: Article) -> Catalog:
    """Paragraphs in each state: untranslated, machine, needs-work, stale twice, reviewed."""
    catalog = shelf.load(article)
    title, empty, machine, work, stale, stale_machine, reviewed = catalog.entries
    made_by = filled(machine, "A machine made this.", "google", TODAY)
    changed = [
        signed(title, "A title", "Ana", TODAY),
        made_by,
        replace(filled(work, "A machine.", "google", TODAY), msgstr="A person typed this."),
        replace(stale, msgstr="For another text.", fuzzy=True, previous="Teks lain."),
        replace(
            filled(replace(stale_machine, msgid="Dulu."), "Once.", "google", TODAY),
            msgid=stale_machine.msgid,
            previous="Dulu.",
        ),
        signed(reviewed, "Ana approved this.", "Ana", TODAY),
    ]
    catalog = catalog.updated(changed)
    assert empty.state is State.UNTRANSLATED
    shelf.put(catalog)
    return catalog


COUNT = ("satu", "dua", "tiga", "empat", "lima", "enam")
SIX = tuple(f"Paragraf nomor {word} tentang pangan." for word in COUNT)


def test_only_what_is_nobody_s_work_is_filled() -> None:
    """Untranslated and machine-made stale entries; what a person typed or approved stays to the byte."""
    article, shelf = made("satu", *SIX), Shelf()
    before = with_states(shelf, article)
    assert [entry.state for entry in before.entries] == [
        *(State.REVIEWED, State.UNTRANSLATED, State.MACHINE, State.NEEDS_WORK),
        *(State.STALE, State.STALE, State.REVIEWED),
    ]
    summary = run([article], shelf, asked(Fake()))
    after = shelf.read(article)
    assert summary.filled == 2
    for old, new in zip(before.entries, after.entries, strict=True):
        if old.msgid in (SIX[0], SIX[4]):
            assert new.state is State.MACHINE
            assert new.msgstr == pseudo(old.msgid)
        else:
            assert new == replace(old, line=new.line)


def test_what_a_machine_made_is_made_again_only_when_asked() -> None:
    """`again` refills it, and still touches nobody's work."""
    article, shelf = made("satu", *SIX), Shelf()
    with_states(shelf, article)
    summary = run([article], shelf, asked(Fake()), again=True)
    assert summary.filled == 3
    assert entries(shelf, article)[SIX[1]].msgstr == pseudo(SIX[1])
    assert entries(shelf, article)[SIX[2]].msgstr == "A person typed this."


def test_reviewed_segments_elsewhere_come_as_memory_and_not_as_reviewed() -> None:
    """The signed review counts before the unsigned one, and the engine is not asked."""
    unsigned, reviewed, new = made("satu", TEXT), made("dua", TEXT), made("tiga", TEXT)
    shelf = Shelf()
    plain = shelf.load(unsigned)
    shelf.put(plain.updated([replace(plain.entries[1], msgstr="Unsigned.")]))
    other = shelf.load(reviewed)
    shelf.put(other.updated([signed(other.entries[1], "Ana's English.", "Ana", date(2026, 1, 2))]))
    known = memory(entry for article in (unsigned, reviewed) for entry in shelf.read(article).entries)
    fake = Fake()
    summary = run([new], shelf, asked(fake), memory=known)
    entry = entries(shelf, new)[TEXT]
    assert (entry.msgstr, entry.state, str(entry.machine).split()[0]) == (
        "Ana's English.",
        State.MACHINE,
        "memory",
    )
    assert (summary.from_memory, summary.filled) == (1, 1)
    assert fake.sent == ["Judul tulisan"]


def test_a_confidential_article_goes_to_private_engines_alone() -> None:
    """Another engine gets nothing of it, memory still serves it, and the summary says so."""
    article, shelf = made("satu", TEXT, confidential=True), Shelf()
    fake = Fake()
    summary = run([article, made("dua", TEXT)], shelf, asked(fake))
    assert fake.sent[0] == "Judul tulisan"
    assert states(shelf, [article]) == {}
    message = "2 segments of a confidential article are not sent to fake.example"
    hint = "list an engine that keeps texts to itself under `translate: private:`, and use that one"
    place = Location("content/2026/2026-11-23-satu/article.id.md")
    assert summary.problems == (Problem(place, Severity.WARNING, "confidential", message, hint),)
    assert (summary.withheld, summary.filled, summary.complete) == (2, 2, True)
    assert run([article], shelf, asked(Fake(private=True))).filled == 2


def test_an_edit_from_outside_in_mid_fill_survives() -> None:
    """Typed on the disk while the engine was at that very segment: their text stays, and is counted."""
    article, shelf = made("satu", *SIX), Shelf()

    def type_something(number: int) -> None:
        if number == 3:
            catalog = shelf.read(article)
            entry = entries(shelf, article)[SIX[5]]
            shelf.put(catalog.updated([signed(entry, "Ana wrote this.", "Ana", TODAY)]))

    summary = run([article], shelf, asked(Fake(type_something)), in_flight=1)
    assert entries(shelf, article)[SIX[5]].msgstr == "Ana wrote this."
    assert entries(shelf, article)[SIX[5]].signed
    assert (summary.filled, summary.overtaken) == (6, 1)


def test_progress_counts_only_what_is_on_the_disk() -> None:
    """At each report that many entries can be read back, and time left follows from the pace."""
    article, shelf = made("satu", *SIX), Shelf()
    seen: list[Progress] = []

    def report(progress: Progress) -> None:
        on_disk = sum(bool(entry.msgstr) for entry in shelf.read(article).entries)
        assert on_disk == progress.done
        seen.append(progress)

    run([article], shelf, asked(Fake()), report=report, in_flight=1)
    assert [progress.done for progress in seen] == [0, 1, 2, 3, 4, 5, 6, 7]
    half = Progress(article.path, done=20, total=60, seconds=10)
    assert (half.per_minute, half.seconds_left) == (120, 20)
    assert Progress(article.path, 0, 60, 0).seconds_left is None


def test_an_estimate_is_what_a_run_then_does() -> None:
    """`--dry-run`: segments, characters and requests, with memory and limit taken into account."""
    articles = [made("satu", *SIX), made("dua", TEXT), made("tiga", TEXT, confidential=True)]
    shelf = Shelf()
    known = {(segment.kind, segment.text): "English." for segment in list(articles[0].segments)[:2]}
    for limits in (Limits(5000), Limits(5000, texts=4)):
        for limit in (None, 3):
            fake = Fake(limits=limits)
            found = estimate(
                briefings(articles, Shelf()), known, NO_TERMS, limits, private=False, limit=limit
            )
            shelf = Shelf()
            summary = run(articles, shelf, polite_one := asked(fake), memory=known, limit=limit)
            assert (found.segments, found.requests) == (summary.filled, polite_one.requests)
            assert (found.from_memory, found.withheld) == (summary.from_memory, summary.withheld)
            assert found.characters == sum(map(len, fake.sent)) + (limit is None)  # the space in TEXT
    assert shelf.saves > 0


def test_a_limit_bounds_what_the_engine_is_asked() -> None:
    """The rest is counted as left, which is no error."""
    fake = Fake()
    summary = run([made("satu", *SIX), made("dua", *SIX)], Shelf(), asked(fake), limit=9)
    assert (summary.filled, summary.left, summary.complete) == (9, 5, True)


def test_ctrl_c_saves_what_has_arrived() -> None:
    """The run ends with a summary; the next one goes on."""
    article, shelf = made("satu", *SIX), Shelf()

    def interrupt(progress: Progress) -> None:
        if progress.done == 3:
            raise KeyboardInterrupt

    summary = run([article], shelf, asked(Fake()), report=interrupt, in_flight=1)
    assert (summary.interrupted, summary.complete) == (True, False)
    on_disk = sum(bool(entry.msgstr) for entry in shelf.read(article).entries)
    assert summary.filled == on_disk == 7 - summary.left
    assert run([article], shelf, asked(Fake())).complete


def test_an_engine_that_refuses_everything_ends_the_run() -> None:
    """After eight requests; what was not asked for is left, not refused, and it is said when to come back."""
    articles = [made(name, *SIX) for name in ("satu", "dua", "tiga")]
    busy = Refusal("server", "the server failed (500)", passing=True)
    fake = Fake(lambda _: busy)
    summary = run(articles, Shelf(), asked(fake), in_flight=1)
    assert len(fake.sent) == 8
    assert isinstance(summary.stopped, Stopped)
    assert summary.stopped.reason == "the server failed (500)"
    assert summary.left + len(summary.problems) == 21
    assert summary.complete is False


def test_what_others_filled_since_the_plan_is_not_left_over() -> None:
    """The catalog is loaded afresh at its turn: nothing is sent that is no longer wanted."""
    first, second, shelf = made("satu", TEXT), made("dua", TEXT), Shelf()

    def fill_the_second(number: int) -> None:
        if number == 0:
            catalog = shelf.load(second)
            shelf.put(catalog.updated([signed(entry, "By hand.", "Ana", TODAY) for entry in catalog.entries]))

    fake = Fake(fill_the_second)
    summary = run([first, second], shelf, asked(fake), in_flight=1)
    assert (summary.filled, summary.left, len(fake.sent)) == (2, 0, 3)


def test_sentences_that_are_too_long_for_an_engine_do_not_stop_it() -> None:
    """They are refused by us, one by one; the engine is not to blame."""
    texts = tuple(f"Kalimat nomor {number} ini {'panjang ' * 20}sekali." for number in range(12))
    fake = Fake(limits=Limits(100))
    summary = run([made("satu", *texts)], Shelf(), asked(fake))
    assert (summary.filled, len(summary.problems), summary.stopped) == (1, 12, None)
    assert summary.problems[0].message == "fake: a sentence of 187 characters, and fake takes 100"


def test_answers_that_are_all_bad_end_the_run_too() -> None:
    """An engine that echoes everything is as useless as one that refuses."""
    fake = Fake(lambda _: "MYMEMORY WARNING: NO")
    summary = run([made(name, *SIX) for name in ("satu", "dua", "tiga")], Shelf(), asked(fake), in_flight=1)
    assert summary.stopped is not None
    assert summary.stopped.reason == "a warning instead of a translation"
    assert len(fake.sent) == 16  # each segment twice


def test_a_catalog_that_becomes_unreadable_costs_no_other_article() -> None:
    """It is left as it is, its problem is reported, and the run goes on."""
    broken, fine = made("satu", *SIX), made("dua", TEXT)
    shelf = Shelf()

    def vandalise(number: int) -> None:
        if number == 2:
            shelf.texts[catalog_path(broken)] = 'msgid "half'

    summary = run([broken, fine], shelf, asked(Fake(vandalise)), in_flight=1)
    assert shelf.texts[catalog_path(broken)] == 'msgid "half'
    assert states(shelf, [fine]) == {State.MACHINE: 2}
    assert [problem.code for problem in summary.problems] == ["po-syntax"]
    with pytest.raises(NotSavedError, match="po-syntax"):
        shelf.load(broken)


def test_articles_are_asked_for_side_by_side() -> None:
    """Four short ones are on their way at once: nobody waits for the end of one before the next begins."""
    articles = [made(f"tulisan-{number}", title=f"Judul ke-{number}") for number in range(6)]
    together, come = threading.Barrier(4), count()

    def before(_: int) -> None:
        if next(come) < 4:
            together.wait(PATIENCE)  # breaks where they come one after the other

    shelf, fake = Shelf(), Fake(before)
    summary = run(articles, shelf, asked(fake))
    assert (summary.filled, summary.left) == (6, 0)
    assert states(shelf, articles) == {State.MACHINE: 6}


def test_what_is_on_its_way_for_a_catalog_that_became_unreadable_is_dropped() -> None:
    """The other articles under way with it are saved, and it is left as it is."""
    first, second = made("satu", title="Judul satu"), made("dua", title="Judul dua")
    shelf = Shelf()
    together = threading.Barrier(2)

    def before(_: int) -> None:
        together.wait(PATIENCE)
        shelf.texts[catalog_path(first)] = "no catalog"

    summary = run([first, second], shelf, asked(Fake(before)))
    assert [problem.code for problem in summary.problems] == ["po-syntax"]
    assert (summary.filled, summary.left) == (1, 1)
    assert shelf.text(catalog_path(first)) == "no catalog"
    assert states(shelf, [second]) == {State.MACHINE: 1}


def test_a_plan_is_a_pure_decision() -> None:
    """Nothing is asked or saved to say what is to be done."""
    article, shelf = made("satu", TEXT), Shelf()
    todo = plan(article, shelf.load(article), {}, private=False)
    assert todo == Plan(engine=tuple(article.segments))
    assert all(accepts_machine(entry) for entry in shelf.load(article).entries)
    assert shelf.saves == 0


def test_a_complete_site_is_not_touched(tmp_path: Path) -> None:
    """No request, no save, not even a new file."""
    articles = [made("satu", TEXT)]
    disk = Disk(root=tmp_path)
    assert run(articles, disk, asked(Fake())).complete
    path = tmp_path / catalog_path(articles[0])
    stamp = path.stat().st_mtime_ns
    fake = Fake()
    summary = run(articles, disk, asked(fake))
    assert summary == Summary("fake", "fake.example")
    assert (fake.sent, path.stat().st_mtime_ns) == ([], stamp)
    assert loads(path.read_text(), str(path))[1] == ()

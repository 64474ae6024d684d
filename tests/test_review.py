"""Reviewing: decisions, the session around them, what two people do at once, and a real terminal."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width

from sejajar.cli import main
from sejajar.cli.screen import Paper, footer, pair_lines
from sejajar.commands import Site, check_results, load, now
from sejajar.commands.review import (
    Accept,
    Decision,
    Edit,
    Look,
    NeedsWork,
    Now,
    Obstacle,
    Place,
    decide,
    decided,
    look,
    waiting,
)
from sejajar.commands.session import Back, Event, Quit, Refused, Saved, Session, Skip, after
from sejajar.commands.standing import Standing, stand
from sejajar.formats.catalog import dumps, loads
from sejajar.formats.glossary import Glossary, Term
from sejajar.language.changes import changes, marked
from sejajar.model import Catalog, Entry, Kind, Stamp, State, filled, fingerprint, signed
from sites import ARTICLE, ENGLISH, FOLDER, make_site
from terminal import Terminal

DAY = dt.date(2026, 11, 24)
CATALOG = f"{FOLDER}/article.en.po"
SOURCE = f"{FOLDER}/article.id.md"
HARVEST = ("paragraph", "Panen raya dimulai pada Kamis (6/3/2025) di Karawang.")
TARGET = ("paragraph", "Pemerintah menargetkan 2 juta ton gabah.")
TITLE = ("title", "Panen raya dimulai di Jawa Barat")
POINT = ("point", "Petani memanen 1.200 hektare sawah.")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site; of its eight pairs five have English that nobody has signed, and three have none."""
    return Site(make_site(tmp_path), tmp_path / "docs")


def on_disk(site: Site) -> Catalog:
    catalog, problems = loads((site.root / CATALOG).read_text(encoding="utf-8"), CATALOG)
    assert catalog is not None
    assert not problems
    return catalog


def entry_of(site: Site, key: tuple[str, str]) -> Entry:
    entry = on_disk(site).entry(key)
    assert entry is not None
    return entry


def seen(site: Site, key: tuple[str, str]) -> Look:
    found = look(site, Place(SOURCE, CATALOG, key), Glossary())
    assert isinstance(found, Look)
    return found


def poedit(site: Site, msgid: str, msgstr: str | None = None, fuzzy: bool | None = None) -> None:
    """What Poedit does to one entry, the file being saved whole."""
    file = polib.pofile(str(site.root / CATALOG), wrapwidth=0)
    entry = file.find(msgid)
    assert entry is not None
    if msgstr is not None:
        entry.msgstr = msgstr
    if fuzzy is not None:
        entry.flags = ["fuzzy"] if fuzzy else []
    file.save()


# One decision


def test_accepting_signs_exactly_what_was_read() -> None:
    """The signature bears name, date and a hash over both texts; the entry is no longer fuzzy."""
    entry = filled(Entry("paragraph", "Satu."), "One.", "google", DAY)
    accepted = decided(entry, Accept(), "Ana", DAY)
    assert accepted.reviewed == Stamp("Ana", DAY, fingerprint("Satu.", "One."))
    assert (accepted.signed, accepted.unchanged, accepted.state) == (True, True, State.REVIEWED)


def test_accepting_twice_changes_nothing() -> None:
    """The date of a signature is the day on which its owner first gave it."""
    once = signed(Entry("paragraph", "Satu.", "One."), "One.", "Ana", DAY)
    assert decided(once, Accept(), "Ana", DAY + dt.timedelta(days=9)) == once


def test_nobody_can_accept_nothing() -> None:
    """An entry without English cannot be signed."""
    with pytest.raises(ValueError, match="a signature needs a text and a name"):
        decided(Entry("paragraph", "Satu."), Accept(), "Ana", DAY)


def test_an_edit_is_a_persons_work_that_nobody_has_approved() -> None:
    """Whatever the entry was, the new English is needs-work for the present text until somebody signs it."""
    machine = filled(Entry("paragraph", "Satu."), "One.", "google", DAY)
    approved = signed(machine, "One.", "Ana", DAY)
    stale = Entry("paragraph", "Dua.", "One.", fuzzy=True, previous="Satu.")
    for entry in (machine, approved, stale, Entry("paragraph", "Satu.")):
        edited = decided(entry, Edit("Two,\n or more."), "Ana", DAY)
        assert (edited.msgstr, edited.state, edited.signed) == ("Two, or more.", State.NEEDS_WORK, False)
        assert decided(edited, Edit("  "), "Ana", DAY) == edited


def test_a_mark_takes_the_entry_out_of_the_machines_reach() -> None:
    """What a person found wanting is needs-work, not machine, and its remark stays as a comment, once."""
    machine = filled(Entry("paragraph", "Satu."), "One.", "google", DAY)
    marked_once = decided(machine, NeedsWork("too short"), "Ana", DAY)
    assert (marked_once.state, marked_once.comments) == (
        State.NEEDS_WORK,
        ("remark: Ana 2026-11-24: too short",),
    )
    assert decided(marked_once, NeedsWork("too short"), "Ana", DAY + dt.timedelta(days=1)) == marked_once


def test_a_mark_withdraws_ones_own_approval_only() -> None:
    """Ana takes back what Ana signed; that Budi had approved it stays on record, though it is fuzzy now."""
    own = signed(Entry("paragraph", "Satu.", "One."), "One.", "Ana", DAY)
    assert decided(own, NeedsWork(), "Ana", DAY).reviewed is None
    other = decided(own, NeedsWork(), "Budi", DAY)
    assert (other.reviewed, other.signed, other.state) == (own.reviewed, False, State.NEEDS_WORK)


# The session

places = st.integers(1, 5).map(lambda n: tuple(Place("a", "c", ("paragraph", str(i))) for i in range(n)))
events = st.lists(
    st.sampled_from(
        [Skip(), Back(), Saved(Accept()), Saved(Edit("x")), Saved(NeedsWork()), Refused(Now.CHANGED, "a"),
         Refused(Now.GONE, "a"), Refused(Now.BROKEN, "a")]
    ),
    max_size=12,
)  # fmt: skip


@given(places, events)
def test_a_session_is_always_somewhere_or_over(where: tuple[Place, ...], happened: list[Event]) -> None:
    """Whatever happens, the session stands at a pair of its queue until it has passed the last."""
    session = Session(where)
    for event in happened:
        if session.over:
            break
        before, session = session, after(session, event)
        assert 0 <= session.at <= len(where)
        if event != Refused(Now.BROKEN, "a"):
            assert session.at - before.at in (-1, 0, 1)
        assert session.accepted + session.edited + session.marked <= len(happened)
    assert session.over == (session.at == len(where))


def test_a_session_stays_where_there_is_still_something_to_decide() -> None:
    """An edit and a pair that somebody else has changed are shown again; the rest goes on."""
    session = Session(tuple(Place("a", "c", ("paragraph", str(i))) for i in range(4)))
    edited = after(session, Saved(Edit("x")))
    assert (edited.at, edited.notice) == (0, "saved as needs-work; accept it to sign it")
    again = after(edited, Refused(Now.CHANGED, "a"))
    assert (again.at, again.notice) == (
        0,
        "somebody has changed this pair meanwhile; nothing was saved, and here it is anew",
    )
    gone = after(again, Refused(Now.GONE, "content/a"))
    assert (gone.at, gone.notice) == (1, "a pair is no longer in content/a; it was left out")
    assert after(after(gone, Back()), Back()).notice == "this is the first pair"
    two = Session((*session.places, Place("b", "d", ("paragraph", "0"))))
    broken = after(two, Refused(Now.BROKEN, "a"))
    assert (broken.at, broken.notice) == (4, "a or its catalog cannot be read; its pairs were left out")
    assert after(gone, Quit()).over


# On the disk


def test_everything_waits_that_no_person_has_signed(site: Site) -> None:
    """Untranslated and unsigned pairs, in reading order; not what is signed, retracted or broken."""
    place = Place(SOURCE, CATALOG, HARVEST)
    decide(site, place, seen(site, HARVEST).pair.entry, Accept(), "Ana", DAY)
    queue = waiting(load(site))
    assert [
        place.key[0] for place in queue
    ] == "title point paragraph heading paragraph quote speaker".split()
    retracted = ARTICLE.replace("status: published", "status: retracted")
    (site.root / SOURCE).write_text(retracted, encoding="utf-8")
    assert waiting(load(site)) == ()
    (site.root / SOURCE).write_text(ARTICLE + "\n<b>tebal</b>\n", encoding="utf-8")
    assert waiting(load(site)) == ()


def test_a_decision_is_in_the_file_at_once_and_nothing_else_is_changed(site: Site) -> None:
    """After accepting one pair the file differs in its signature's line alone."""
    before = (site.root / CATALOG).read_text(encoding="utf-8").splitlines()
    decide(site, Place(SOURCE, CATALOG, HARVEST), seen(site, HARVEST).pair.entry, Accept(), "Ana", DAY)
    now = (site.root / CATALOG).read_text(encoding="utf-8").splitlines()
    (new,) = [line for line in now if line not in before]
    assert new == f"# reviewed: Ana 2026-11-24 {fingerprint(HARVEST[1], ENGLISH[HARVEST[1]])}"
    assert [line for line in now if line != new] == before


def test_nobody_signs_a_text_that_was_changed_after_he_saw_it(site: Site) -> None:
    """Somebody saves another English meanwhile: nothing is written, and the pair is shown anew."""
    place = Place(SOURCE, CATALOG, HARVEST)
    shown = seen(site, HARVEST)
    poedit(site, HARVEST[1], "The harvest began in Karawang on Thursday, 6 March 2025.")
    before = (site.root / CATALOG).read_bytes()
    for decision in (Accept(), Edit("Mine."), NeedsWork("no")):
        assert decide(site, place, shown.pair.entry, decision, "Ana", DAY) == Obstacle(Now.CHANGED)
    assert (site.root / CATALOG).read_bytes() == before
    anew = seen(site, HARVEST)
    assert anew.pair.entry.msgstr == "The harvest began in Karawang on Thursday, 6 March 2025."
    result = decide(site, place, anew.pair.entry, Accept(), "Ana", DAY)
    assert isinstance(result, Entry)
    assert result.signed


def test_two_people_at_once_lose_nothing(site: Site) -> None:
    """Poedit saves other entries between our look and our decision; the file has the work of both."""
    shown = seen(site, HARVEST)
    poedit(site, TARGET[1], "The government’s target is 2 million tonnes of paddy.")
    poedit(site, POINT[1], fuzzy=True)
    decide(site, Place(SOURCE, CATALOG, HARVEST), shown.pair.entry, Accept(), "Ana", DAY)
    assert entry_of(site, HARVEST).signed
    assert entry_of(site, TARGET).msgstr == "The government’s target is 2 million tonnes of paddy."
    assert entry_of(site, TARGET).state is State.REVIEWED
    assert entry_of(site, POINT).state is State.NEEDS_WORK


def test_an_older_file_saved_over_decisions_takes_none_of_them_back(site: Site) -> None:
    """Poedit, open since before, saves the whole file: its work stays, and the decisions are there again."""
    opened = polib.pofile(str(site.root / CATALOG), wrapwidth=0)
    standing = Standing()
    script: list[tuple[tuple[str, str], Decision]] = [
        (HARVEST, Edit("It began.")),
        (HARVEST, Accept("a short version is wanted")),
        (POINT, NeedsWork("ha?")),
        (TITLE, Accept()),
    ]
    for key, decision in script:
        entry = seen(site, key).pair.entry
        made = decide(site, Place(SOURCE, CATALOG, key), entry, decision, "Ana", DAY)
        assert isinstance(made, Entry)
        standing = standing.decided(Place(SOURCE, CATALOG, key), entry, made)
    assert stand(site, standing) == ()
    for msgid, msgstr in ((TARGET[1], "Two million tonnes."), (TITLE[1], "Rice harvest begins")):
        old = opened.find(msgid)
        assert old is not None
        old.msgstr = msgstr
    opened.save()
    assert [place.key for place in stand(site, standing)] == [HARVEST, POINT]
    assert (entry_of(site, HARVEST).msgstr, entry_of(site, HARVEST).signed) == ("It began.", True)
    assert entry_of(site, POINT).comments == ("remark: Ana 2026-11-24: ha?",)
    assert entry_of(site, TARGET).msgstr == "Two million tonnes."
    assert (entry_of(site, TITLE).msgstr, entry_of(site, TITLE).signed) == ("Rice harvest begins", False)
    assert stand(site, standing) == ()


def wrong_figure(site: Site) -> None:
    """Gives a pair an error by the checks: 1,300 hectares where the source has 1.200."""
    poedit(site, POINT[1], "Farmers are harvesting 1,300 hectares of paddy.")


def test_an_error_is_accepted_with_a_reason_alone(site: Site) -> None:
    """The reason silences the rule for this pair, so that a strict build has nothing left to stop at."""
    wrong_figure(site)
    shown, place = seen(site, POINT), Place(SOURCE, CATALOG, POINT)
    assert [finding.code for finding in shown.unanswered] == ["numbers"]
    before = (site.root / CATALOG).read_bytes()
    for reason in ("", " \n "):
        refused = decide(site, place, shown.pair.entry, Accept(reason), "Ana", DAY)
        assert refused == Obstacle(Now.UNANSWERED)
    assert (site.root / CATALOG).read_bytes() == before
    made = decide(site, place, shown.pair.entry, Accept("the ministry\ncorrected it"), "Ana", DAY)
    assert isinstance(made, Entry)
    assert (made.signed, made.silenced) == (True, (("numbers", "the ministry corrected it"),))
    text = (site.root / CATALOG).read_text(encoding="utf-8")
    assert text.count("# silence: numbers the ministry corrected it\n") == 1
    articles = now(site, dt.datetime.now(dt.UTC), drafts=False).whole.shown
    assert [one.found() for one in articles if one.found()] == []
    assert seen(site, POINT).unanswered == ()


def test_a_reason_is_asked_for_by_the_rules_of_the_site_and_its_glossary(site: Site) -> None:
    """What a site has switched off asks for nothing, nor does a warning: a missing approved term."""
    wrong_figure(site)
    entry, place = seen(site, POINT).pair.entry, Place(SOURCE, CATALOG, POINT)
    quiet = replace(site, settings=replace(site.settings, checks={"numbers": False}))
    glossary = Glossary((Term("sawah", "rice field"),))
    made = decide(quiet, place, entry, Accept(), "Ana", DAY, glossary)
    assert isinstance(made, Entry)
    assert (made.signed, made.silenced) == (True, ())


def test_what_was_signed_with_an_error_waits_again(site: Site) -> None:
    """A strict build stops at it, so a review must not pass it over."""
    wrong_figure(site)
    po = site.root / CATALOG
    for entry in on_disk(site).entries:
        if entry.msgstr:
            po.write_text(dumps(on_disk(site).updated([signed(entry, entry.msgstr, "Ana", DAY)])), "utf-8")
    workspace = load(site)
    assert POINT not in [place.key for place in waiting(workspace)]
    assert [place.key for place in waiting(workspace, check_results(site, workspace))] == [
        POINT,
        *(place.key for place in waiting(workspace)),
    ]


def test_a_review_asks_for_the_reason(run: Callable[..., Result], site: Site) -> None:
    """Enter alone leaves the pair as it was, and says how to go on."""
    wrong_figure(site)
    result = run("review", "--as", "Ana", keys="s\na\n\na\nthe ministry corrected it\n")
    assert (
        "numbers: a strict build stops at this. Why is it right as it is? (Enter to go back)" in result.stdout
    )
    assert "not accepted: correct it with e, or say why it is right\n" in result.stdout
    assert "1 pair accepted, 0 edited, 0 marked as needs-work" in result.stdout
    entry = entry_of(site, POINT)
    assert (entry.signed, entry.silenced) == (True, (("numbers", "the ministry corrected it"),))


def test_an_article_edited_meanwhile_is_no_obstacle_to_its_other_pairs(site: Site) -> None:
    """A pair whose text is gone is left out; its English becomes stale, and the others can be signed."""
    shown = seen(site, HARVEST)
    edited = ARTICLE.replace("Kamis (6/3/2025) di Karawang", "Jumat (7/3/2025) di Karawang")
    (site.root / SOURCE).write_text(edited, encoding="utf-8")
    place = Place(SOURCE, CATALOG, HARVEST)
    assert decide(site, place, shown.pair.entry, Accept(), "Ana", DAY) == Obstacle(Now.GONE)
    decide(site, Place(SOURCE, CATALOG, POINT), seen(site, POINT).pair.entry, Accept(), "Ana", DAY)
    stale = entry_of(site, ("paragraph", HARVEST[1].replace("Kamis (6/3", "Jumat (7/3")))
    assert (stale.state, stale.previous) == (State.STALE, HARVEST[1])


def test_a_broken_file_is_never_written_over(site: Site) -> None:
    """A catalog that somebody breaks meanwhile is left as it is, and its problems are said."""
    shown = seen(site, HARVEST)
    broken = (site.root / CATALOG).read_text(encoding="utf-8").replace('msgstr "Main', "msgstr Main")
    (site.root / CATALOG).write_text(broken, encoding="utf-8")
    result = decide(site, Place(SOURCE, CATALOG, HARVEST), shown.pair.entry, Accept(), "Ana", DAY)
    assert isinstance(result, Obstacle)
    assert (result.why, result.problems[0].code) == (Now.BROKEN, "po-syntax")
    assert (site.root / CATALOG).read_text(encoding="utf-8") == broken


@pytest.mark.parametrize(
    "command", [("msgcat", "--no-wrap"), ("msgattrib", "--no-obsolete"), ("msgconv", "-t", "UTF-8")]
)
def test_gettext_in_between_keeps_states_and_signatures(
    site: Site, command: tuple[str, ...], tool: Callable[[str], str]
) -> None:
    """After a decision the file goes through a gettext tool, wrapped or not: all entries are as they were."""
    entry = decide(
        site, Place(SOURCE, CATALOG, HARVEST), seen(site, HARVEST).pair.entry, Accept(), "Ana", DAY
    )
    marked_entry = seen(site, POINT).pair.entry
    decide(site, Place(SOURCE, CATALOG, POINT), marked_entry, NeedsWork("ha or hectares?"), "Ana", DAY)
    before = on_disk(site).entries
    path = site.root / CATALOG
    done = subprocess.run(
        [tool(command[0]), *command[1:], str(path)],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    path.write_text(done.stdout, encoding="utf-8")
    assert on_disk(site).entries == before
    assert entry in before


def test_what_other_tools_do_shows_in_the_states(site: Site, tool: Callable[[str], str]) -> None:
    """`msgattrib --set-fuzzy` and an edit in Poedit end an approval; to clear the flag again restores it."""
    place = Place(SOURCE, CATALOG, HARVEST)
    decide(site, place, seen(site, HARVEST).pair.entry, Accept(), "Ana", DAY)
    path = site.root / CATALOG
    for option, state, is_signed in (
        ("--set-fuzzy", State.NEEDS_WORK, False),
        ("--clear-fuzzy", State.REVIEWED, True),
    ):
        subprocess.run([tool("msgattrib"), option, "-o", str(path), str(path)], check=True)
        entry = entry_of(site, HARVEST)
        assert (entry.state, entry.signed) == (state, is_signed)
    poedit(site, HARVEST[1], "Harvesting began.")
    assert not entry_of(site, HARVEST).signed
    assert place in waiting(load(site))


# What has changed


@given(st.text("ab .,1\n", max_size=30), st.text("ab .,1\n", max_size=30))
def test_a_word_diff_holds_both_texts(old: str, new: str) -> None:
    """The old sides joined are the old text and the new sides the new one; equal texts have no change."""
    found = changes(old, new)
    assert "".join(change.old for change in found) == old
    assert "".join(change.new for change in found) == new
    assert all(change.same for change in found) == (old == new)


def test_a_word_diff_is_read_at_a_glance() -> None:
    """Figures and words are whole; neighbouring changes are one."""
    found = changes("Rusia membeli 1.200 ton beras.", "Rusia membeli 1.300 kilogram beras.")
    assert marked(found) == "Rusia membeli [-1.200 ton-]{+1.300 kilogram+} beras."


def test_the_change_of_the_indonesian_is_shown(site: Site) -> None:
    """A stale pair shows what has changed in its source since its English was made."""
    edited = ARTICLE.replace("1.200 hektare", "1.300 hektare")
    (site.root / SOURCE).write_text(edited, encoding="utf-8")
    shown = seen(site, ("point", POINT[1].replace("1.200", "1.300")))
    assert marked(shown.source_changes) == "Petani memanen [-1.200-]{+1.300+} hektare sawah."
    assert "Changed in the Indonesian since this English was made" in pair_lines(
        shown, SESSION, Paper(80, False)
    )


def test_the_change_of_a_signed_english_is_found_in_git(site: Site) -> None:
    """The signature has a hash only; the text that it stood under is in the commit that brought it."""
    decide(site, Place(SOURCE, CATALOG, HARVEST), seen(site, HARVEST).pair.entry, Accept(), "Ana", DAY)
    changed = ENGLISH[HARVEST[1]].replace("Thursday", "Friday")
    poedit(site, HARVEST[1], changed)
    without = pair_lines(seen(site, HARVEST), SESSION, Paper(80, False))
    assert "  The approved text is neither in the file nor in git's history of it." in without
    poedit(site, HARVEST[1], ENGLISH[HARVEST[1]])
    git = ["git", "-c", "user.name=Uji", "-c", "user.email=uji@example.org", "-c", "init.defaultBranch=main"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Setujui"]):
        subprocess.run([*git, *command], cwd=site.root, check=True)
    poedit(site, HARVEST[1], changed)
    subprocess.run([*git, "commit", "-q", "-a", "-m", "Ubah"], cwd=site.root, check=True)
    shown = seen(site, HARVEST)
    assert marked(shown.english_changes) == (
        "The main harvest began in Karawang on [-Thursday-]{+Friday+} (6 March 2025)."
    )
    assert "Changed in the English since Ana approved it on 2026-11-24" in pair_lines(
        shown, SESSION, Paper(80, False)
    )


# The screen

SESSION = Session(tuple(Place("a", "c", ("paragraph", str(i))) for i in range(17)), 2)


@pytest.mark.parametrize("columns", [24, 40, 80, 120, 200])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(site: Site, columns: int, colour: bool) -> None:
    """Also with wide letters, combining marks and a long word; colours are there only where they may be."""
    shown = seen(site, HARVEST)
    text = "Presiden 习近平 bertemu 金正恩 di Pyongyang " * 6 + "é" * 5 + "x" * 300
    entry = replace(shown.pair.entry, msgstr=text, comments=(text,))
    lines = pair_lines(
        replace(
            shown, pair=replace(shown.pair, entry=entry), title=text, source_changes=changes("a b", "a c")
        ),
        replace(SESSION, notice="somebody has changed this pair"),
        Paper(columns, colour),
    )
    assert max(map(width, lines)) <= columns
    assert ("\x1b[" in "\n".join(lines)) == colour
    assert max(map(width, footer(Paper(columns, colour), more=True))) <= columns


def test_the_screen_says_all_that_helps_to_decide(site: Site) -> None:
    """Where the pair is, its state, both texts, what the checks find, and the remarks."""
    poedit(site, HARVEST[1], "The main harvest began in Karawang on Thursday (7 March 2025).")
    place = Place(SOURCE, CATALOG, HARVEST)
    decide(site, place, seen(site, HARVEST).pair.entry, NeedsWork("which day?"), "Ana", DAY)
    shown = seen(site, HARVEST)
    assert shown.findings
    line = shown.pair.entry.line
    assert pair_lines(shown, SESSION, Paper(80, False)) == [
        "Panen raya dimulai di Jawa Barat                                         3 of 17",
        f"paragraph · needs-work · {CATALOG}:{line}",
        "",
        "Indonesian",
        "  Panen raya dimulai pada Kamis (6/3/2025) di Karawang.",
        "",
        "English",
        "  The main harvest began in Karawang on Thursday (7 March 2025).",
        "",
        *(f"{finding.severity} {finding.code}: {finding.message}"[:80] for finding in shown.findings),
        "",
        "Remarks",
        "  remark: Ana 2026-11-24: which day?",
    ]


def test_wide_terminals_show_the_texts_side_by_side(site: Site) -> None:
    """From 100 columns the English stands beside its Indonesian."""
    lines = pair_lines(seen(site, HARVEST), SESSION, Paper(130, False))
    assert any("Kamis (6/3/2025) di Karawang." in line and "began in Karawang" in line for line in lines)


def test_the_kinds_of_segments_all_have_their_look(site: Site) -> None:
    """Every pair of an article can be looked at, untranslated ones too."""
    for place in waiting(load(site)):
        shown = look(site, place, Glossary())
        assert isinstance(shown, Look)
        assert shown.pair.segment.kind in Kind
        assert pair_lines(shown, SESSION, Paper(80, False))


# The command


@pytest.fixture
def run(site: Site, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(site.root)

    def invoke(*arguments: str, keys: str = "") -> Result:
        return CliRunner().invoke(main, arguments, input=keys, catch_exceptions=False)

    return invoke


def test_without_a_terminal_lines_are_keys(run: Callable[..., Result], site: Site) -> None:
    """A script or a screen reader's pipe decides by lines; the end of the input is as good as quitting."""
    result = run("review", "--as", "Ana", keys="a\nn\ntoo long\nx\na\n")
    assert result.exit_code == 0
    assert result.stdout.endswith(
        "2 pairs accepted, 0 edited, 1 marked as needs-work; 5 pairs not looked at\n"
    )
    assert "keys: a accept, e edit, n needs work, s skip, b back, q quit\n" in result.stdout
    assert "\x1b[" not in result.stdout
    assert [entry.signed for entry in on_disk(site).entries[:4]] == [True, False, True, False]


def test_without_a_name_and_a_terminal_it_asks(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 2 and both ways to give a name; git's own is taken where there is one."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")
    result = run("review", keys="a\n")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: who signs? give your name with --as, or set it with `git config user.name`\n",
    )
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Budi  Santoso")
    assert run("review", keys="a\n").exit_code == 0
    assert "# reviewed: Budi Santoso " in Path(CATALOG).read_text(encoding="utf-8")


# A real terminal

EDITOR = """\
import pathlib, sys
path = pathlib.Path(sys.argv[1])
text = path.read_text(encoding="utf-8")
assert "#> Pemerintah menargetkan 2 juta ton gabah." in text
path.write_text("The government is aiming for\\n2 million tonnes of paddy.\\n" + text, encoding="utf-8")
"""


def start(site: Site, lines: int = 24, **environment: str) -> Terminal:
    command = [sys.executable, "-c", "from sejajar.cli import main; main()", "review", "--as", "Ana"]
    return Terminal(command, site.root, {"NO_MKDOCS_2_WARNING": "1", **environment}, lines=lines)


def test_five_pairs_in_a_terminal(site: Site, tmp_path: Path) -> None:
    """Accept, mark, go back, skip, edit in $EDITOR, accept, quit: the file is right after each key."""
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    with start(site, EDITOR=f"{sys.executable} {tmp_path / 'editor.py'}") as terminal:
        screen = terminal.until("1 of 8")
        assert "Main harvest begins in West Java" in screen
        assert len(screen.splitlines()) <= 24
        terminal.press("a")
        terminal.until("2 of 8")
        assert [entry.signed for entry in on_disk(site).entries[:2]] == [True, False]
        terminal.press("n")
        terminal.until("no remark): ")
        terminal.press("kurang tepat\n")
        terminal.until("3 of 8")
        assert entry_of(site, POINT).state is State.NEEDS_WORK
        terminal.press("b")
        assert "kurang tepat" in terminal.until("2 of 8")
        terminal.press("a")
        terminal.until("3 of 8")
        assert entry_of(site, POINT).signed
        terminal.press("s")
        terminal.until("4 of 8")
        assert not entry_of(site, HARVEST).signed
        terminal.press("e")
        terminal.until("saved as needs-work; accept it to sign it")
        assert entry_of(site, TARGET).state is State.NEEDS_WORK
        terminal.press("a")
        terminal.until("5 of 8")
        assert entry_of(site, TARGET).signed
        assert entry_of(site, TARGET).msgstr == "The government is aiming for 2 million tonnes of paddy."
        terminal.press("q")
        assert terminal.ended() == 0
    assert "3 pairs accepted, 1 edited, 1 marked as needs-work; 4 pairs not looked at" in terminal.screen


def test_a_pair_changed_under_the_reviewers_eyes_is_shown_again(site: Site) -> None:
    """Poedit saves while the pair is on the screen: the key signs nothing, the next look has the new text."""
    with start(site) as terminal:
        terminal.until("1 of 8")
        poedit(site, "Panen raya dimulai di Jawa Barat", "Rice harvest begins in West Java")
        terminal.press("a")
        assert "Rice harvest begins in West Java" in terminal.until(
            "somebody has changed this pair meanwhile"
        )
        assert not any(entry.signed for entry in on_disk(site).entries)
        terminal.press("a")
        terminal.until("2 of 8")
        terminal.press("\x03")
        assert terminal.ended() == 0
    first = on_disk(site).entries[0]
    assert (first.signed, first.msgstr) == (True, "Rice harvest begins in West Java")
    assert "1 pair accepted, 0 edited, 0 marked" in terminal.screen


def test_an_older_file_saved_by_poedit_is_mended_at_once(site: Site) -> None:
    """A whole file from before the first decision is saved: the next screen says that it was fixed."""
    opened = polib.pofile(str(site.root / CATALOG), wrapwidth=0)
    with start(site) as terminal:
        terminal.until("1 of 8")
        terminal.press("a")
        terminal.until("2 of 8")
        opened.save()
        assert not on_disk(site).entries[0].signed
        terminal.press("s")
        said = "a decision of yours was saved again: another program had saved an older file"
        assert said in terminal.until("3 of 8")
        assert on_disk(site).entries[0].signed
        opened.save()
        terminal.press("q")
        assert terminal.ended() == 0
    assert said in terminal.screen
    assert on_disk(site).entries[0].signed


def test_a_long_pair_is_read_to_its_end_before_it_is_signed(site: Site) -> None:
    """In a low terminal the first `a` goes on to the rest of the text; NO_COLOR is heeded."""
    poedit(site, "Panen raya dimulai di Jawa Barat", "Harvest " * 90 + "ends.")
    with start(site, lines=12, NO_COLOR="1") as terminal:
        assert "space: more below" in terminal.until("1 of 8")
        assert "\x1b[3" not in terminal.printed
        terminal.press("a")
        terminal.until("read to the end before you accept")
        assert not on_disk(site).entries[0].signed
        while "space: more below" in terminal.screen:
            terminal.press(" ")
            terminal.until("q quit")
        terminal.press("a")
        terminal.until("2 of 8")
        assert on_disk(site).entries[0].signed
        terminal.interrupt()
        assert terminal.ended() == 0

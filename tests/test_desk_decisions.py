"""Deciding at the desk: the same files as `sejajar review` writes, nothing signed unseen, nothing lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks import DAY, Answer, Browser, Running, article_of, pair_of, running
from sejajar.commands import Site, queue
from sejajar.commands.deciding import Wish, carry_out, name_of, revision, take_back
from sejajar.commands.review import Accept, Edit, NeedsWork, Obstacle, Place, decide, look
from sejajar.desk import decisions, office
from sejajar.formats.glossary import Glossary
from sejajar.model import Entry, Key
from sites import FOLDER, make_site

SOURCE, CATALOG = f"{FOLDER}/article.id.md", f"{FOLDER}/article.en.po"
ARTICLE = article_of(FOLDER)
HARVEST = ("paragraph", "Panen raya dimulai pada Kamis (6/3/2025) di Karawang.")
TARGET = ("paragraph", "Pemerintah menargetkan 2 juta ton gabah.")
TITLE = ("title", "Panen raya dimulai di Jawa Barat")
POINT = ("point", "Petani memanen 1.200 hektare sawah.")
PRICE = ("paragraph", "Harga gabah ditetapkan Rp6.500 per kilogram.")
QUOTE = ("quote", "“Kami menunggu harga yang pantas,” kata Siti, dilansir Warta Uji.")
KEYS = (TITLE, POINT, HARVEST, TARGET, PRICE, QUOTE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    with running(site_in(tmp_path)) as found:
        yield found


def site_in(folder: Path) -> Site:
    return Site(make_site(folder), folder / "docs")


def seen(browser: Browser, key: Key) -> Any:
    answer = browser.get(pair_of(FOLDER, key))
    assert answer.status == 200, answer.text
    return answer.told


def decided(browser: Browser, key: Key, decision: str, **more: str) -> Answer:
    told = {"decision": decision, "revision": seen(browser, key)["revision"], **more}
    return browser.post(f"{pair_of(FOLDER, key)}/decide", told)


def sign_of_life(browser: Browser, tab: str = "a") -> Answer:
    """What a page that has the article open asks again and again."""
    return browser.post("/here", {"article": FOLDER.rpartition("/")[2], "pair": "", "tab": tab})


def place(key: Key) -> Place:
    return Place(SOURCE, CATALOG, key)


def entry(site: Site, key: Key) -> Entry:
    found = look(site, place(key), Glossary())
    assert not isinstance(found, Obstacle)
    return found.pair.entry


def reviewed(site: Site, *decisions: tuple[Key, Accept | Edit | NeedsWork]) -> None:
    """What `sejajar review` makes of decisions, one after the other."""
    for key, decision in decisions:
        assert isinstance(decide(site, place(key), entry(site, key), decision, "Ana", DAY, Glossary()), Entry)


def po(site: Site) -> bytes:
    return (site.root / CATALOG).read_bytes()


def test_the_catalog_is_byte_for_byte_what_a_review_makes(desk: Running, tmp_path: Path) -> None:
    """Accepted, edited and accepted, sent back with a remark, an error answered with a reason."""
    ana = desk.browser()
    assert decided(ana, TITLE, "accept").status == 200
    assert (
        decided(ana, TARGET, "accept", text="The government is aiming at\n 2 million tons of paddy.").status
        == 200
    )
    assert decided(ana, POINT, "needs-work", remark="“paddy” or “rice”?").status == 200
    wrong = "The price of paddy was set at Rp7,500 a kilogram."
    assert decided(ana, PRICE, "accept", text=wrong).status == 422
    assert decided(ana, PRICE, "accept", text=wrong, reason="as the ministry corrected it").status == 200
    other = site_in(tmp_path / "other")
    reviewed(
        other,
        (TITLE, Accept()),
        (TARGET, Edit("The government is aiming at 2 million tons of paddy.")),
        (TARGET, Accept()),
        (POINT, NeedsWork("“paddy” or “rice”?")),
        (PRICE, Edit(wrong)),
        (PRICE, Accept("as the ministry corrected it")),
    )
    assert po(desk.office.site) == po(other)
    assert b"# silence: money as the ministry corrected it" in po(other)


TEXTS = ("", "One.", "Two\n<b>&amp;", "The price was Rp6,500.", "\x00 \u202e")
WISHES = st.builds(
    Wish,
    text=st.one_of(st.none(), st.sampled_from(TEXTS)),
    accept=st.booleans(),
    reason=st.sampled_from(["", "so it is"]),
    needs_work=st.booleans(),
    remark=st.sampled_from(["", "wrong figure"]),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(KEYS), WISHES, st.booleans()), max_size=5))
def test_any_wishes_come_to_decisions_of_a_review_and_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, wishes: list[tuple[Key, Wish, bool]]
) -> None:
    """Whatever is wished: the same bytes by `decide`, and those from before once it is taken back."""
    folder = tmp_path_factory.mktemp("wishes")
    here, there = site_in(folder / "a"), site_in(folder / "b")
    try:
        for key, wish, back in wishes:
            before = po(here)
            made = carry_out(here, place(key), revision(entry(here, key)), wish, "Ana", DAY, Glossary())
            if back:
                assert take_back(here, made.steps) == tuple({step.place for step in made.steps})
                assert po(here) == before or not made.steps
                continue
            for step in made.steps:
                assert step.before == entry(there, key)
                new = _same(there, key, wish, step.after)
                assert new == step.after
        assert po(here) == po(there) or not any(not back for *_, back in wishes)
    finally:
        shutil.rmtree(folder)


def _same(site: Site, key: Key, wish: Wish, wanted: Entry) -> Entry | Obstacle:
    """The one decision of a review that makes the entry what it became."""
    now = entry(site, key)
    if wanted.msgstr != now.msgstr:
        return decide(site, place(key), now, Edit(wish.text or ""), "Ana", DAY, Glossary())
    decision = NeedsWork(wish.remark) if wish.needs_work else Accept(wish.reason)
    return decide(site, place(key), now, decision, "Ana", DAY, Glossary())


def test_nobody_signs_what_another_has_changed_meanwhile(desk: Running) -> None:
    """Who saw an older English is refused and shown the newer one; with its revision the decision stands."""
    ana, budi = desk.browser("Ana"), desk.browser("Budi")
    old = seen(budi, TITLE)["revision"]
    assert decided(ana, TITLE, "accept", text="The main harvest begins in West Java").status == 200
    answer = budi.post(f"{pair_of(FOLDER, TITLE)}/decide", {"decision": "accept", "revision": old})
    assert (answer.status, answer.told["why"]) == (409, "changed")
    assert answer.told["message"] == (
        "Somebody has changed this pair meanwhile; nothing was saved, and here it is anew."
    )
    now = answer.told["pair"]
    assert (now["english"], now["said"]) == (
        "The main harvest begins in West Java",
        "signed by Ana, 2026-11-24",
    )
    signed = budi.post(
        f"{pair_of(FOLDER, TITLE)}/decide", {"decision": "accept", "revision": now["revision"]}
    )
    assert signed.told["pairs"][0]["said"] == "signed by Budi, 2026-11-24"
    assert b"# reviewed: Ana 2026-11-24" in po(desk.office.site), "the first signature stays on record"


def test_two_desks_and_another_program_at_once_lose_nothing(desk: Running) -> None:
    """Ana, Budi, and a program that read the file before both and saved it whole after: all are in it."""
    ana, budi = desk.browser("Ana"), desk.browser("Budi")
    for browser, tab in ((ana, "a"), (budi, "b")):
        sign_of_life(browser, tab)
    file = polib.pofile(str(desk.office.root / CATALOG), wrapwidth=0)
    assert decided(ana, TITLE, "accept").status == 200
    assert (
        decided(
            budi, HARVEST, "accept", text="The main harvest began on Thursday (6/3/2025) in Karawang."
        ).status
        == 200
    )
    found = file.find(TARGET[1])
    assert found
    found.msgstr, found.flags = "The government is aiming at 2 million tons of paddy.", ["fuzzy"]
    file.save()
    told = sign_of_life(ana).told
    assert told["restored"] == 2
    assert seen(ana, TITLE)["signed"]
    assert seen(ana, HARVEST)["said"] == "signed by Budi, 2026-11-24"
    assert seen(budi, TARGET)["english"] == "The government is aiming at 2 million tons of paddy."
    assert seen(budi, TARGET)["state"] == "needs-work"


def test_one_takes_back_ones_own_last_decision(desk: Running) -> None:
    """Step by step to the bytes from before; another's decisions stay, and what replaced mine since."""
    before = po(desk.office.site)
    ana, budi = desk.browser("Ana"), desk.browser("Budi")
    decided(ana, TITLE, "accept")
    decided(ana, PRICE, "accept", text="The price of paddy is Rp6,500 a kilogram.")
    decided(budi, POINT, "accept")
    undone = ana.post(f"{ARTICLE}undo", {}).told
    assert {one["id"]: one["english"] for one in undone["pairs"]}[name_of(PRICE)] == (
        "The price of paddy was set at Rp6,500 a kilogram."
    )
    assert ana.post(f"{ARTICLE}undo", {}).status == 200
    nothing = ana.post(f"{ARTICLE}undo", {})
    assert (nothing.status, nothing.told["message"]) == (409, "There is nothing of yours to take back here.")
    assert seen(ana, POINT)["said"] == "signed by Budi, 2026-11-24"
    assert budi.post(f"{ARTICLE}undo", {}).status == 200
    assert po(desk.office.site) == before
    decided(ana, TITLE, "accept")
    decided(budi, TITLE, "needs-work", remark="too short")
    kept = po(desk.office.site)
    refused = ana.post(f"{ARTICLE}undo", {})
    assert (refused.status, refused.told["why"]) == (409, "changed")
    assert po(desk.office.site) == kept


def test_all_without_a_finding_are_signed_together_as_they_were_shown(desk: Running) -> None:
    """Neither what has a finding, nor what a person marked, nor what has changed since it was shown."""
    ana, budi = desk.browser("Ana"), desk.browser("Budi")
    decided(budi, HARVEST, "needs-work", remark="which year?")
    decided(budi, PRICE, "edit", text="The price of paddy was set at Rp7,500 a kilogram.")
    shown = ana.get(f"{ARTICLE}pairs").told["pairs"]
    fit = [[one["id"], one["revision"]] for one in shown if one["acceptable"]]
    assert [one["indonesian"] for one in shown if one["acceptable"]] == [TITLE[1], POINT[1], "Harga gabah"]
    decided(budi, POINT, "edit", text="Farmers harvest 1,200 hectares of paddy.")
    others = [[one["id"], one["revision"]] for one in shown if not one["acceptable"]]
    answer = ana.post(f"{ARTICLE}accept", {"pairs": [*fit, *others, ["nobody", "x"]]}).told
    assert (answer["accepted"], answer["refused"]) == (
        2,
        [name_of(POINT), *(one for one, _ in others), "nobody"],
    )
    signed = [one["indonesian"] for one in ana.get(f"{ARTICLE}pairs").told["pairs"] if one["signed"]]
    assert signed == [TITLE[1], "Harga gabah"]
    assert ana.post(f"{ARTICLE}undo", {}).status == 200
    assert not any(one["signed"] for one in ana.get(f"{ARTICLE}pairs").told["pairs"])


def test_the_checks_speak_of_what_is_being_typed(desk: Running) -> None:
    """As `sejajar check` would of the same English, in the browser's language."""
    ana = desk.browser()
    address = f"{pair_of(FOLDER, PRICE)}/check"
    wrong = {"text": "The price of paddy was set at **Rp7,500** a kilogram."}
    found = ana.post(address, wrong).told["findings"][0]
    assert (found["severity"], found["code"]) == ("error", "money")
    assert found["message"] == "the source says “Rp6.500” (6,500), the English “Rp7,500” (7,500)"
    spoken = ana.post(address, wrong, accept_language="id").told["findings"][0]
    assert spoken["message"] != found["message"]
    assert (
        ana.post(address, {"text": "The price of paddy was set at Rp6,500 a kilogram."}).told["findings"]
        == []
    )


PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[tekan](javascript:alert(1))",
    '[tekan](https://example.org "><script>alert(1)</script>)',
    "{{ 7*'7' }}{% raw %}",
    "\"'><svg onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_typed_never_becomes_markup(desk: Running, payload: str) -> None:
    """In the English, a remark, a reason, a name: it is text on every page and in every answer."""
    ana = desk.browser(payload)
    decided(ana, TITLE, "edit", text=payload)
    decided(ana, POINT, "needs-work", remark=payload)
    decided(ana, PRICE, "accept", reason=payload)
    html = [ana.get(path).text for path in ("/?state=all", "/name", ARTICLE, f"{ARTICLE}?edition=en")]
    told = ana.get(f"{ARTICLE}pairs").told["pairs"]
    html += [one["markup"] + one["html"] for one in told]
    for text in html:
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<svg onload" not in text
        assert 'href="javascript' not in text
        assert "7777777" not in text


def test_a_pair_that_is_gone_is_said_to_be(desk: Running) -> None:
    """The source was rewritten meanwhile, or the article's folder is no longer there."""
    ana = desk.browser()
    file = desk.office.root / SOURCE
    file.write_text(file.read_text("utf-8").replace(TARGET[1], "Target pemerintah berubah."), "utf-8")
    answer = ana.post(f"{pair_of(FOLDER, TARGET)}/decide", {"decision": "accept", "revision": "x"})
    assert (answer.status, answer.told["message"]) == (410, "This pair is no longer in the article.")
    file.write_text("---\ndate: kemarin\n---\n# Judul\n", "utf-8")
    broken = ana.post(f"{pair_of(FOLDER, TITLE)}/decide", {"decision": "accept", "revision": "x"})
    assert (broken.status, broken.told["why"]) == (409, "broken")
    assert ana.get(ARTICLE).status == 200
    shutil.rmtree(file.parent)
    assert ana.get(ARTICLE).status == 404


def test_a_decision_that_cannot_be_written_is_said_and_nothing_is_lost(desk: Running) -> None:
    """The catalog has become unreadable for our format: it stays as it is."""
    ana = desk.browser()
    told = {"decision": "accept", "revision": seen(ana, TITLE)["revision"]}
    (desk.office.root / CATALOG).write_text('msgid "x\nbroken', "utf-8")
    answer = ana.post(f"{pair_of(FOLDER, TITLE)}/decide", told)
    assert (answer.status, answer.told["why"]) == (409, "broken")
    assert po(desk.office.site) == b'msgid "x\nbroken'


def test_a_sign_of_life_brings_back_nothing_that_is_being_taken_back(
    desk: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the write of an undo and its answer a page asks whether decisions stand: none is restored."""
    ana = desk.browser()
    sign_of_life(ana)
    before = po(desk.office.site)
    assert decided(ana, POINT, "needs-work", remark="“paddy” or “rice”?").status == 200
    restored = _with_a_sign_of_life_after(monkeypatch, "take_back", lambda: sign_of_life(ana))
    assert ana.post(f"{ARTICLE}undo", {}).status == 200
    assert restored == [0]
    assert po(desk.office.site) == before
    assert sign_of_life(ana).told["restored"] == 0


def test_a_sign_of_life_brings_back_nothing_that_is_being_decided(
    desk: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes again what a pair was at first, which a program would have that read the file then."""
    ana = desk.browser()
    sign_of_life(ana)
    first, second = "Farmers are cutting paddy.", "Farmers harvest 1,200 hectares of paddy."
    assert decided(ana, POINT, "edit", text=first).status == 200
    assert decided(ana, POINT, "edit", text=second).status == 200
    restored = _with_a_sign_of_life_after(monkeypatch, "carry_out", lambda: sign_of_life(ana))
    assert decided(ana, POINT, "edit", text=first).status == 200
    assert restored == [0]
    assert seen(ana, POINT)["english"] == first
    assert sign_of_life(ana).told["restored"] == 0


def _with_a_sign_of_life_after(
    monkeypatch: pytest.MonkeyPatch, verb: str, sign: Callable[[], Answer]
) -> list[int]:
    """How many decisions were restored by one that comes just after a verb has written."""
    restored: list[int] = []
    written = getattr(decisions, verb)

    def overtaken(*arguments: Any) -> Any:
        made = written(*arguments)
        restored.append(sign().told["restored"])
        return made

    monkeypatch.setattr(decisions, verb, overtaken)
    return restored


def test_what_is_written_while_a_page_reads_is_news_to_it(
    desk: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The revision is that of the files before they were read, so that the next sign of life tells of it."""
    ana, budi = desk.browser("Ana"), desk.browser("Budi")
    read = queue.read_one

    def overtaken(*arguments: Any) -> Any:
        found = read(*arguments)
        monkeypatch.undo()
        assert decided(budi, POINT, "edit", text="Rice is being cut.").status == 200
        return found

    monkeypatch.setattr(office, "read_one", overtaken)
    told = ana.get(f"{ARTICLE}pairs").told
    here = sign_of_life(ana).told
    assert "Rice is being cut." not in [one["english"] for one in told["pairs"]]
    assert here["revision"] != told["revision"]

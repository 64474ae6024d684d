"""The desk in a real browser: reviewing by mouse, by keyboard alone, by touch; two people at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import polib
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from PIL import Image
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, Route, expect

import waiting
from browsing import page_of, until
from desks import DAY, Process, Running, article_of, on_screen, ready, running, site_at
from sejajar.commands import Site
from sejajar.commands.deciding import name_of
from sejajar.commands.review import Accept, Edit
from sejajar.formats import catalog as catalog_format
from sejajar.model import Key
from sites import ARTICLE as TEXT
from sites import ENGLISH, FOLDER
from test_desk_decisions import HARVEST, PAYLOADS, POINT, PRICE, QUOTE, TARGET, TITLE, po, reviewed

ARTICLE = article_of(FOLDER)
HEADING = ("heading", "Harga gabah")
SPEAKER = ("speaker", "Siti, petani")
SPOILT = ENGLISH | {PRICE[1]: "The price of paddy was set at Rp7,500 a kilogram."}
"""With a figure that the checks find."""
RIGHT = "The price of paddy was set at Rp6,500 a kilogram."
SAID = {
    TARGET: "The government is aiming at 2 million tons of paddy.",
    QUOTE: "“We are waiting for a fair price,” said Siti, as quoted by Warta Uji.",
    SPEAKER: "Siti, a farmer",
}
"""What somebody writes where there is no English yet."""
TYPED = {POINT: "Farmers harvest 1,200 hectares of paddy.", TARGET: SAID[TARGET]}
WIDTHS = (1280, 390)


def site_in(folder: Path) -> Site:
    return site_at(folder, TEXT, SPOILT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    with running(site_in(tmp_path), often=250) as found:
        yield found


def pair(key: Key) -> str:
    return f'[data-pair="{name_of(key)}"]'


def english_of(page: Page, key: Key) -> str:
    return page.inner_text(f'{pair(key)} [data-side="en"]')


def current(page: Page) -> str:
    """The Indonesian of the pair that is being worked on."""
    return str(
        page.evaluate("""() => {
        const id = document.querySelector(".sj-active").dataset.pair
        return JSON.parse(document.body.dataset.pairs).find(one => one.id === id).indonesian
    }""")
    )


def is_at(page: Page, key: Key) -> None:
    until(page, f"document.querySelector('.sj-active')?.dataset.pair === '{name_of(key)}'")


# One review by three hands


class Mouse:
    """Clicks on what is to be seen."""

    options: ClassVar[dict[str, Any]] = {}

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: str) -> None:
        self.page.click(target)

    def at(self, key: Key) -> None:
        if self.page.locator(f"{pair(key)}.sj-active").count() == 0:
            self.press(f"{pair(key)} > .desk-handle")
        is_at(self.page, key)

    def act(self, name: str) -> None:
        self.press(f'.desk-panel [data-act="{name}"]')

    def type(self, text: str) -> None:
        self.act("edit")
        self.page.fill(".desk-text", text)

    def accept(self) -> None:
        self.act("accept")

    def needs_work(self, remark: str) -> None:
        self.act("needs-work")
        self.page.fill("#desk-asked", remark)
        self.press(".desk-asked .desk-main-button")

    def undo(self) -> None:
        self.act("undo")


class Finger(Mouse):
    """Taps."""

    options: ClassVar[dict[str, Any]] = {"has_touch": True, "is_mobile": True}

    def press(self, target: str) -> None:
        self.page.tap(target)


class Keys(Mouse):
    """No pointer at all."""

    def at(self, key: Key) -> None:
        for _ in range(20):
            if current(self.page) == key[1]:
                break
            self.page.keyboard.press("j")
        is_at(self.page, key)

    def type(self, text: str) -> None:
        self.page.keyboard.press("Enter")
        expect(self.page.locator(".desk-text")).to_be_focused()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def accept(self) -> None:
        self.page.keyboard.press("Control+Enter")

    def needs_work(self, remark: str) -> None:
        self.page.keyboard.press("n")
        expect(self.page.locator("#desk-asked")).to_be_focused()
        self.page.keyboard.insert_text(remark)
        self.page.keyboard.press("Enter")

    def undo(self) -> None:
        self.page.keyboard.press("u")


HANDS = [(Mouse, 1280), (Keys, 1280), (Keys, 390), (Finger, 390)]


@pytest.mark.parametrize(("hand", "width"), HANDS, ids=[f"{hand.__name__}-{width}" for hand, width in HANDS])
def test_an_article_is_reviewed_from_its_title_to_its_last_line(
    browser: Chromium, desk: Running, tmp_path: Path, hand: type[Mouse], width: int
) -> None:
    """Accepted, written, corrected where the checks found a wrong figure, marked, taken back."""
    with on_screen(browser, desk, width, "/", **hand.options) as page:
        page.click(".desk-open") if hand is not Keys else page.keyboard.press("j")
        if hand is Keys:
            page.keyboard.press("Enter")
        ready(page)
        by = hand(page)
        is_at(page, TITLE)
        by.accept()
        is_at(page, POINT)
        by.needs_work("“paddy” or “rice”?")
        is_at(page, HARVEST)
        by.undo()
        is_at(page, POINT)
        by.accept()
        is_at(page, HARVEST)
        by.accept()
        is_at(page, TARGET)
        by.type(SAID[TARGET])
        by.accept()
        is_at(page, HEADING)
        by.accept()
        is_at(page, PRICE)
        expect(page.locator(".desk-findings li")).to_have_count(1)
        by.accept()
        expect(page.locator(".desk-notice")).to_contain_text("correct it, or say why it is right")
        by.page.keyboard.press("Escape")
        by.type(RIGHT)
        expect(page.locator(".desk-findings li")).to_have_count(0)
        by.accept()
        for key in (QUOTE, SPEAKER):
            is_at(page, key)
            by.type(SAID[key])
            by.accept()
        until(page, "document.getElementById('progress').value === 8")
        expect(page.locator("#said")).to_have_text("Every pair of this article is signed.")
        assert page.inner_text("#progress-said") == "8 of 8 signed"
        assert RIGHT in english_of(page, PRICE)
    other = site_in(tmp_path / "other")
    wanted: list[tuple[Key, Accept | Edit]] = [(key, Accept()) for key in (TITLE, POINT, HARVEST)]
    wanted += [(TARGET, Edit(SAID[TARGET])), (TARGET, Accept()), (HEADING, Accept())]
    wanted += [(PRICE, Edit(RIGHT)), (PRICE, Accept())]
    for key in (QUOTE, SPEAKER):
        wanted += [(key, Edit(SAID[key])), (key, Accept())]
    reviewed(other, *wanted)
    assert po(desk.office.site) == po(other)


def test_what_helps_to_decide_is_at_the_pair(browser: Chromium, desk: Running) -> None:
    """A term of the glossary goes where the cursor is; letters that are typed are no keys."""
    with on_screen(browser, desk, 1280, ARTICLE) as page:
        ready(page)
        page.keyboard.press("Enter")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("Harvest in  begins")
        page.evaluate(
            "() => { const area = document.querySelector('.desk-text'); area.setSelectionRange(11, 11) }"
        )
        page.click(".desk-term")
        assert page.input_value(".desk-text") == "Harvest in West Java begins"
        page.keyboard.press("Control+Enter")
        is_at(page, POINT)
        page.keyboard.press("k")
        page.keyboard.press("Enter")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("Main harvest begins in West Java")
        page.keyboard.press("n")  # a letter of the text, no key
        assert page.input_value(".desk-text").endswith("Javan")
        page.keyboard.press("Escape")
        expect(page.locator(".desk-text")).to_have_count(0)
        assert "Harvest in West Java begins" in page.inner_text(".sj-subtitle")


def test_words_that_were_not_saved_come_back(browser: Chromium, desk: Running) -> None:
    """Typed, not saved, the page loaded anew: they stand in the text area again, and can be saved."""
    with on_screen(browser, desk, 390, ARTICLE) as page:
        ready(page)
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("Farmers harvest 1,200 hectares of rice.")
        page.reload()
        ready(page)
        is_at(page, POINT)
        assert page.input_value(".desk-text") == "Farmers harvest 1,200 hectares of rice."
        expect(page.locator(".desk-notice").first).to_have_text(
            "These are your words that were not saved yet."
        )
        page.keyboard.press("Control+Enter")
        is_at(page, HARVEST)
        assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('2025-03'))") == []


def test_two_people_see_each_other_and_each_others_work(browser: Chromium, desk: Running) -> None:
    """Who is where; a pair changed by the other is shown before it can be signed, and what I typed stays."""
    with on_screen(browser, desk, 1280, ARTICLE) as page:
        ready(page)
        budi = desk.browser("Budi")
        budi.post("/here", {"article": FOLDER.rpartition("/")[2], "pair": name_of(HARVEST), "tab": "b"})
        expect(page.locator("#others")).to_have_text("here now: Budi")
        expect(page.locator(f"{pair(HARVEST)} > .desk-handle")).to_have_attribute("data-others", "B")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("Farmers harvest 1,200 hectares of rice.")
        address = f"{ARTICLE}pair/{name_of(POINT)}"
        seen = budi.get(address).told
        theirs = "Farmers are cutting 1,200 hectares of paddy."
        told = {"decision": "accept", "revision": seen["revision"], "text": theirs}
        assert budi.post(f"{address}/decide", told).status == 200
        expect(page.locator(".desk-theirs")).to_have_text(theirs)
        assert page.input_value(".desk-text") == "Farmers harvest 1,200 hectares of rice."
        page.click('[data-act="take-theirs"]')
        assert page.input_value(".desk-text") == theirs
        page.keyboard.press("Control+Enter")
        is_at(page, HARVEST)
    assert b"# reviewed: Budi 2026-11-24" in po(desk.office.site)
    assert b"# reviewed: Ana 2026-11-24" in po(desk.office.site)


def test_a_save_that_overtakes_mine_is_shown_before_i_sign(browser: Chromium, desk: Running) -> None:
    """The other's save falls between my look and my key: nothing is written, theirs is beside mine."""
    with on_screen(browser, desk, 1280, ARTICLE) as page:
        ready(page)
        silence = {"others": [], "restored": 0, "revision": "", "fill": None}
        page.route("**/here", lambda route: route.fulfill(json=silence))  # it hears nothing by itself
        budi = desk.browser("Budi")
        address = f"{ARTICLE}pair/{name_of(TITLE)}"
        told = {
            "decision": "edit",
            "revision": budi.get(address).told["revision"],
            "text": "Rice harvest begins",
        }
        budi.post(f"{address}/decide", told)
        before = po(desk.office.site)
        page.keyboard.press("Control+Enter")
        expect(page.locator(".desk-panel .desk-notice")).to_contain_text(
            "Somebody has changed this pair meanwhile"
        )
        assert po(desk.office.site) == before
        assert page.inner_text(".sj-subtitle") == "Rice harvest begins"
        page.keyboard.press("Control+Enter")
        is_at(page, POINT)
    assert b'msgstr "Rice harvest begins"' in po(desk.office.site)


def test_all_without_a_finding_are_signed_after_a_question(browser: Chromium, desk: Running) -> None:
    """The question names how many, and by whom; what has a finding or no English waits."""
    with on_screen(browser, desk, 390, ARTICLE) as page:
        ready(page)
        page.click("#accept-all")
        expect(page.locator("#all-title")).to_have_text("Sign 4 pairs as Ana?")
        page.click("#all-dialog [value=no]")
        assert page.inner_text("#progress-said") == "0 of 8 signed"
        page.click("#accept-all")
        page.click("#all-yes")
        until(page, "document.getElementById('progress').value === 4")
        is_at(page, TARGET)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_is_typed_runs(browser: Chromium, desk: Running, payload: str) -> None:
    """In the English, in a remark, in a reason: shown as it was typed, here and after a reload."""
    with on_screen(browser, desk, 1280, ARTICLE) as page:
        page.evaluate("window.alert = () => { document.title = 'run' }")
        ready(page)
        by = Keys(page)
        by.type(payload)
        by.accept()
        until(
            page,
            "document.querySelector('#desk-asked') || document.querySelector('.sj-active:not(.sj-head)')",
        )
        if page.locator("#desk-asked").count():
            page.fill("#desk-asked", payload)
            page.keyboard.press("Enter")
        is_at(page, POINT)
        by.needs_work(payload)
        is_at(page, HARVEST)
        page.reload()
        ready(page)
        page.keyboard.press("j")
        assert page.title() != "run"
        assert (
            page.evaluate("document.querySelectorAll('script:not([src]), [onerror], [onload]').length") == 0
        )
        assert page.evaluate("document.querySelectorAll('a[href^=\"javascript\"]').length") == 0


# For everybody


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(browser: Chromium, desk: Running, width: int, scheme: str) -> None:
    """axe finds no violation: queue, article, a pair that is edited, the keys, the question, the name."""
    axe = Axe()

    def holds(page: Page, where: str) -> None:
        found = axe.run(page).response["violations"]
        assert found == [], (where, json.dumps([[one["id"], one["nodes"][0]["html"]] for one in found]))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where

    with on_screen(browser, desk, width, color_scheme=scheme) as page:
        holds(page, "queue")
        page.goto(f"{desk.address}{ARTICLE}")
        ready(page)
        holds(page, "article")
        Keys(page).at(PRICE)
        page.keyboard.press("Enter")
        expect(page.locator(".desk-findings li")).to_have_count(1)
        holds(page, "editing")
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        holds(page, "keys")
        page.keyboard.press("Escape")
        page.click("#accept-all")
        holds(page, "question")
        page.goto(f"{desk.address}/name")
        holds(page, "name")


BROKEN_WORDS = """() => {
  const broken = []
  for (const button of document.querySelectorAll("button")) {
    const walk = document.createTreeWalker(button, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      for (const found of walk.currentNode.data.matchAll(/\\S+/g)) {
        const range = document.createRange()
        range.setStart(walk.currentNode, found.index)
        range.setEnd(walk.currentNode, found.index + found[0].length)
        const lines = new Set([...range.getClientRects()].map(one => Math.round(one.top)))
        if (lines.size > 1) broken.push(found[0])
      }
    }
    if (button.offsetParent && button.scrollWidth > button.clientWidth) broken.push(button.textContent)
  }
  return broken
}"""
"""The words in buttons that go on in a second line, and the buttons that do not hold theirs."""


@pytest.mark.parametrize("locale", ["id-ID", "en"])
def test_a_word_in_a_button_is_never_broken(browser: Chromium, desk: Running, locale: str) -> None:
    """On phones too, in both languages: in the queue, at a pair, while it is edited, in a question."""

    def holds(page: Page, where: str) -> None:
        for width in (390, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert (where, width, page.evaluate(BROKEN_WORDS)) == (where, width, [])
        page.set_viewport_size({"width": 390, "height": 800})

    with on_screen(browser, desk, 390, locale=locale) as page:
        holds(page, "queue")
        page.goto(f"{desk.address}{ARTICLE}")
        ready(page)
        Keys(page).at(PRICE)
        holds(page, "pair")
        page.keyboard.press("Enter")
        expect(page.locator(".desk-findings li")).to_have_count(1)
        holds(page, "editing")
        page.keyboard.press("Escape")
        page.click("#accept-all")
        holds(page, "question")
        for place in ("name", "import", "changes", "report", f"{ARTICLE.lstrip('/')}metadata"):
            page.goto(f"{desk.address}/{place}")
            holds(page, place)


def test_a_screen_reader_hears_state_and_findings(browser: Chromium, desk: Running) -> None:
    """Each handle says which pair it is of, its state, its findings; what changes is announced."""
    with on_screen(browser, desk, 1280, ARTICLE) as page:
        ready(page)
        handle = page.locator(f"{pair(PRICE)} > .desk-handle")
        expect(handle).to_have_accessible_name("6. paragraph, reviewed, but not signed; findings: 1")
        Keys(page).at(PRICE)
        expect(handle).to_be_focused()
        expect(handle).to_have_attribute("aria-expanded", "true")
        expect(page.locator("#said[role=status]")).to_have_text(
            "6. paragraph, reviewed, but not signed; findings: 1"
        )
        page.keyboard.press("Enter")
        expect(page.locator(".desk-text")).to_have_accessible_name(f"English of 6: {PRICE[1]}")
        page.keyboard.press("End")
        page.keyboard.insert_text(" ")
        expect(page.locator("#said")).to_have_text(
            "money: the source says “Rp6.500” (6,500), the English “Rp7,500” (7,500)"
        )
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(RIGHT)
        expect(page.locator("#said")).to_have_text("no findings")


def test_the_desk_reports_who_did_what(browser: Chromium, desk: Running) -> None:
    """The queue leads to it; by person and by month, from a day on; on a phone too, and axe finds nothing."""
    today = DAY.isoformat()
    with on_screen(browser, desk, 390, ARTICLE, name="Budi") as page:
        ready(page)
        keys = Keys(page)
        keys.at(HEADING)
        keys.accept()
        expect(page.locator("#progress-said")).to_have_text("1 of 8 signed")
        page.goto(desk.address)
        page.click('a[href="/report"]')
        rows = page.locator(".sj-figures tbody tr").all_inner_texts()
        assert [row.split("\t") for row in rows] == [
            ["Budi", "1", "1", "0", "0", "0", today],
            [today[:7], "1", "1", "0", "0", "0", today],
        ]
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.fill("[name=since]", "2099-01-01")
        page.click(".desk-filters button")
        expect(page.locator("tbody tr")).to_have_count(0)


def test_the_desk_speaks_indonesian(browser: Chromium, desk: Running) -> None:
    """By the browser's language: templates, scripts, and what the verbs say."""
    with on_screen(browser, desk, 1280, ARTICLE, locale="id-ID") as page:
        ready(page)
        assert page.inner_text('.desk-panel [data-act="accept"]') == "Setujui"
        assert page.inner_text("#progress-said") == "0 dari 8 ditandatangani"
        assert page.inner_text(".desk-said") == "diperiksa, tetapi belum ditandatangani"
        assert "judul" in str(page.get_attribute(f"{pair(TITLE)} > .desk-handle", "title"))


def test_a_desk_that_is_killed_loses_nothing_but_its_memory(browser: Chromium, tmp_path: Path) -> None:
    """Twice, while somebody types: what was decided is in the file, what was typed comes back."""
    site = site_in(tmp_path)
    environment = {"SEJAJAR_CACHE": str(tmp_path.parent / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    desk = Process(site.root, "--as", "Ana", "--port", "0", **environment)
    port = str(desk.port)
    try:
        with page_of(browser, 1280, 900) as page:
            page.goto(desk.address)
            page.goto(f"http://127.0.0.1:{port}{ARTICLE}")
            ready(page)
            for key, before in ((POINT, TITLE), (TARGET, HARVEST)):
                is_at(page, before)
                page.keyboard.press("Control+Enter")
                is_at(page, key)
                page.keyboard.press("Enter")
                page.keyboard.press("Control+a")
                page.keyboard.insert_text(TYPED[key])
                desk.end(kill=True)
                page.keyboard.press("Control+Enter")
                expect(page.locator("#offline")).to_contain_text("The desk does not answer.")
                desk = Process(site.root, "--as", "Ana", "--port", port, **environment)
                page.reload()
                ready(page)
                is_at(page, key)
                assert page.input_value(".desk-text") == TYPED[key]
                page.keyboard.press("Control+Enter")
                until(page, f"document.querySelector('.sj-active')?.dataset.pair !== '{name_of(key)}'")
    finally:
        desk.end(kill=True)
    catalog, _ = catalog_format.loads(po(site).decode(), "article.en.po")
    assert catalog
    found = {entry.key: entry for entry in catalog.entries}
    assert [found[key].signed for key in (TITLE, POINT, HARVEST, TARGET)] == [True] * 4
    assert {key: found[key].msgstr for key in TYPED} == TYPED


def test_two_browsers_and_poedit_at_once_lose_nothing(browser: Chromium, desk: Running) -> None:
    """Each sees the others' work before signing: one here, one there, and a program with an older file."""
    catalog = desk.office.root / FOLDER / "article.en.po"
    phone = on_screen(browser, desk, 390, ARTICLE, name="Budi", locale="en")
    with on_screen(browser, desk, 1280, ARTICLE) as ana, phone as budi:
        for page in (ana, budi):
            ready(page)
        older = polib.pofile(str(catalog), wrapwidth=0)
        ana.keyboard.press("Control+Enter")
        is_at(ana, POINT)
        expect(budi.locator(f"{pair(TITLE)} > .desk-handle")).to_have_attribute("data-state", "signed")
        Keys(budi).at(HARVEST)
        budi.keyboard.press("Control+Enter")
        is_at(budi, TARGET)
        found = older.find(TARGET[1])
        assert found
        found.msgstr, found.flags = "The government is aiming for two million tons.", ["fuzzy"]
        older.save()
        expect(budi.locator(".desk-panel .desk-notice")).to_contain_text("Somebody has changed this pair")
        expect(budi.locator(f'{pair(TARGET)} [data-side="en"]')).to_contain_text("two million tons")
        expect(ana.locator(f"{pair(HARVEST)} > .desk-handle")).to_have_attribute("data-state", "signed")
        budi.keyboard.press("Control+Enter")
        until(ana, f"document.querySelector('{pair(TARGET)} > .desk-handle').dataset.state === 'signed'")
    saved, _ = catalog_format.loads(catalog.read_text("utf-8"), "article.en.po")
    assert saved
    who = {entry.key: entry.reviewed.who for entry in saved.entries if entry.signed and entry.reviewed}
    assert who == {TITLE: "Ana", HARVEST: "Budi", TARGET: "Budi"}


def test_a_picture_is_seen_and_its_description_reviewed(browser: Chromium, tmp_path: Path) -> None:
    """As a build would publish it; the text for whoever cannot see it is a pair like any other."""
    figure = '![Petani di sawah](sawah.png "Sawah di Karawang.")\n\n## 1. Harga gabah'
    text = TEXT.replace("## 1. Harga gabah", figure)
    site = site_at(tmp_path, text)
    Image.new("RGB", (640, 360), "green").save(tmp_path / FOLDER / "sawah.png")
    with running(site) as desk, on_screen(browser, desk, 1280, ARTICLE) as page:
        ready(page)
        until(page, "document.querySelector('.sj-figure img').naturalWidth === 640")
        key = ("alt", "Petani di sawah")
        Keys(page).at(key)
        Keys(page).type("Farmers in a paddy field")
        page.keyboard.press("Control+Enter")
        until(page, f"document.querySelector('{pair(key)} > .desk-handle').dataset.state === 'signed'")
        assert "Farmers in a paddy field" in english_of(page, key)
    assert b'msgstr "Farmers in a paddy field"' in po(site)


def test_ones_own_save_on_its_way_is_nobodys_change(browser: Chromium, desk: Running) -> None:
    """The file is saved, the answer still to come, a sign of life between: nothing is said of a conflict."""
    with on_screen(browser, desk, 1280, ARTICLE) as page:
        ready(page)
        held: list[Route] = []
        page.route("**/decide?*", lambda route: held.append(route))
        Keys(page).type("The main harvest begins in West Java")
        page.keyboard.press("Control+Enter")
        waiting.until(lambda: held, lambda: "nothing was sent", pause=lambda: page.wait_for_timeout(20))
        answer = held[0].fetch()
        for _ in range(2):
            with page.expect_response("**/here"):
                pass
        expect(page.locator(".desk-panel > .desk-notice")).to_be_hidden()
        held[0].fulfill(response=answer)
        is_at(page, POINT)
        expect(page.locator(".desk-panel > .desk-notice")).to_be_hidden()

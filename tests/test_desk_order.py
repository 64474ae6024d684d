"""What a person does in the browser while the desk has not answered yet to what they did before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, Route, expect

import waiting
from desks import Running, on_screen, ready, running
from sejajar.commands.deciding import name_of
from test_desk_decisions import HARVEST, POINT, PRICE, QUOTE, TITLE, decided, po, seen
from test_desk_page import ARTICLE, TYPED, Keys, is_at, pair, site_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    with running(site_in(tmp_path), often=250) as found:
        yield found


@contextmanager
def article(browser: Chromium, desk: Running) -> Iterator[Page]:
    with on_screen(browser, desk, 1280, ARTICLE) as page:
        ready(page)
        yield page


@contextmanager
def held(page: Page, path: str) -> Iterator[Callable[[], None]]:
    """A request to `path` reaches the desk once what this gives is called; its answer waits for the end."""
    asked: list[Route] = []
    page.route(f"**/{path}?*", lambda route: asked.append(route), times=1)

    def sent() -> None:
        waiting.until(lambda: asked, lambda: "nothing was sent", pause=lambda: page.wait_for_timeout(20))
        answers.append(asked[0].fetch())

    answers: list[object] = []
    yield sent
    asked[0].fulfill(response=answers[0])  # type: ignore[arg-type]


def test_an_undo_waits_for_the_decision_that_it_takes_back(browser: Chromium, desk: Running) -> None:
    """Pressed before the desk has answered: that decision is taken back, and not an older one or none."""
    before = po(desk.office.site)
    with article(browser, desk) as page:
        with held(page, "decide") as sent:
            Keys(page).accept()
            sent()
            assert seen(desk.browser(), TITLE)["signed"]
            page.keyboard.press("u")
        expect(page.locator("#toast")).to_have_text("Taken back.")
        is_at(page, TITLE)
        assert page.inner_text("#progress-said") == "0 of 8 signed"
    assert po(desk.office.site) == before


def test_an_undo_of_what_came_to_nothing_takes_nothing_else_back(browser: Chromium, desk: Running) -> None:
    """The decision before it was refused: the one before that stands."""
    with article(browser, desk) as page:
        Keys(page).accept()
        is_at(page, POINT)
        silence = {"others": [], "restored": 0, "revision": "", "fill": None}
        page.route("**/here", lambda route: route.fulfill(json=silence))  # it hears nothing by itself
        assert decided(desk.browser("Budi"), POINT, "edit", text="Rice is being cut.").status == 200
        with held(page, "decide") as sent:
            Keys(page).accept()
            sent()
            page.keyboard.press("u")
        expect(page.locator(".desk-panel > .desk-notice")).to_contain_text(
            "Somebody has changed this pair meanwhile"
        )
        assert page.inner_text("#progress-said") == "1 of 8 signed"
    assert seen(desk.browser(), TITLE)["signed"]


def test_whoever_has_gone_on_is_asked_nothing_about_another_pair(browser: Chromium, desk: Running) -> None:
    """A figure was refused after the person had gone to the next pair: no reason is asked for there."""
    with article(browser, desk) as page:
        Keys(page).at(PRICE)
        with held(page, "decide") as sent:
            Keys(page).accept()
            sent()
            page.keyboard.press("j")
            is_at(page, QUOTE)
        expect(page.locator("#toast")).to_have_text(
            "6. The checks find an error here: correct it, or say why it is right."
        )
        is_at(page, QUOTE)
        expect(page.locator("#desk-asked")).to_have_count(0)
        expect(page.locator(".desk-panel > .desk-notice")).to_be_hidden()


def test_an_answer_leaves_whoever_has_gone_on_where_they_type(browser: Chromium, desk: Running) -> None:
    """Signed, gone to another pair, words typed there: the signature is shown, and the text area stays."""
    with article(browser, desk) as page:
        with held(page, "decide") as sent:
            Keys(page).accept()
            sent()
            Keys(page).at(HARVEST)
            Keys(page).type("The harvest began")
        expect(page.locator("#toast")).to_have_text("Signed.")
        is_at(page, HARVEST)
        expect(page.locator(".desk-text")).to_be_focused()
        assert page.input_value(".desk-text") == "The harvest began"
        expect(page.locator(f"{pair(TITLE)} > .desk-handle")).to_have_attribute("data-state", "signed")


def test_nothing_is_typed_into_what_is_being_signed(browser: Chromium, desk: Running) -> None:
    """Words after the key would be neither signed nor kept: the text area takes none until the answer."""
    with article(browser, desk) as page:
        Keys(page).type("The main harvest begins")
        with held(page, "decide") as sent:
            Keys(page).accept()
            sent()
            page.keyboard.type(" too")
            assert page.input_value(".desk-text") == "The main harvest begins"
            Keys(page).accept()
            expect(page.locator("#toast")).to_have_text(
                "The desk has not answered yet to what you did before; do this again when it has."
            )
            page.keyboard.type(" late")
            assert page.input_value(".desk-text") == "The main harvest begins"
        is_at(page, POINT)
    assert seen(desk.browser(), TITLE)["english"] == "The main harvest begins"


def test_what_a_machine_says_of_one_pair_goes_to_no_other(browser: Chromium, desk: Running) -> None:
    """It took long, and the person is elsewhere: the words that they type there are not replaced."""
    with article(browser, desk) as page:
        asked: list[Route] = []
        page.route("**/retranslate?*", lambda route: asked.append(route))
        page.click('.desk-panel [data-act="retranslate"]')
        waiting.until(lambda: asked, lambda: "nothing was sent", pause=lambda: page.wait_for_timeout(20))
        Keys(page).at(POINT)
        Keys(page).type(TYPED[POINT])
        shown = [{"id": name_of(TITLE), "said": "shown anew"}]
        told = {"pairs": shown, "english": "Main harvest", "engine": "a machine", "saved": False}
        asked[0].fulfill(json=told)
        expect(page.locator(f"{pair(TITLE)} > .desk-handle")).to_have_attribute(
            "title", "1. title, shown anew"
        )
        Keys(page).accept()
        is_at(page, HARVEST)
    assert seen(desk.browser(), POINT)["english"] == TYPED[POINT]


def heard(page: Page) -> None:
    """A sign of life is answered, and what it told of has been shown."""
    for _ in range(2):
        with page.expect_response("**/here"):
            pass


def test_what_one_has_saved_oneself_is_nobody_elses_change(browser: Chromium, desk: Running) -> None:
    """An English was kept and its acceptance needs a reason: the question stays, with whoever answers it."""
    with article(browser, desk) as page:
        Keys(page).at(PRICE)
        Keys(page).type("The price of paddy was set at Rp7,600 a kilogram.")
        Keys(page).accept()
        expect(page.locator("#desk-asked")).to_be_focused()
        page.keyboard.type("as the ")
        heard(page)
        page.keyboard.type("ministry says")
        expect(page.locator(".desk-panel > .desk-notice")).to_have_text(
            "The checks find an error here: correct it, or say why it is right."
        )
        page.keyboard.press("Enter")
        is_at(page, QUOTE)
    assert b"# silence: money as the ministry says" in po(desk.office.site)


@pytest.mark.parametrize("typed_in", ["#desk-asked", ".desk-text"])
def test_whoever_types_goes_on_while_others_change_the_pair(
    browser: Chromium, desk: Running, typed_in: str
) -> None:
    """The pair is shown anew around them: no letter is lost, or taken for a key that undoes something."""
    with article(browser, desk) as page:
        Keys(page).accept()
        is_at(page, POINT)
        page.keyboard.press("n" if typed_in == "#desk-asked" else "Enter")
        expect(page.locator(typed_in)).to_be_focused()
        page.keyboard.press("Control+a")
        page.keyboard.type("abo")
        assert decided(desk.browser("Budi"), POINT, "edit", text="Rice is being cut.").status == 200
        expect(page.locator(".desk-panel > .desk-notice")).to_contain_text("Somebody has changed this pair")
        page.keyboard.type("ut")
        assert page.input_value(typed_in) == "about"
        assert page.inner_text("#progress-said") == "1 of 8 signed"


def test_an_editor_in_which_nobody_has_typed_shows_what_others_write(
    browser: Chromium, desk: Running
) -> None:
    """The new English is in the text area, and can be accepted as it is read there."""
    with article(browser, desk) as page:
        page.keyboard.press("Enter")
        expect(page.locator(".desk-text")).to_be_focused()
        theirs = "Rice harvest begins in West Java"
        assert decided(desk.browser("Budi"), TITLE, "edit", text=theirs).status == 200
        expect(page.locator(".desk-text")).to_have_value(theirs)
        Keys(page).accept()
        is_at(page, POINT)
    assert seen(desk.browser(), TITLE)["said"] == "signed by Ana, 2026-11-24"

"""The Indonesian corrected at the desk: what is typed stays, and nobody's newer words are written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect

from browsing import until
from desks import Running, article_of, on_screen, pair_of, ready, running, site_at
from sejajar.commands.deciding import name_of
from sites import ARTICLE, FOLDER

OURS = "".join(line for line in ARTICLE.splitlines(keepends=True) if not line.startswith("source:"))
HERE = article_of(FOLDER)
PRICE = ("paragraph", "Harga gabah ditetapkan Rp6.500 per kilogram.")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    site = site_at(tmp_path, OURS)
    with running(site) as found:
        yield found


def text_of(desk: Running) -> str:
    return (desk.office.root / FOLDER / "article.id.md").read_text("utf-8")


def anchor_of(desk: Running) -> str:
    pairs = desk.browser().get(f"{HERE}pairs").told["pairs"]
    return str(next(one["anchor"] for one in pairs if one["indonesian"] == PRICE[1]))


def typed(page: Page, text: str) -> None:
    ready(page)
    page.click(f'[data-pair="{name_of(PRICE)}"] > .desk-handle')
    page.click('[data-act="source"]')
    page.fill(".desk-source textarea", text)


def test_a_text_that_is_another_by_now_is_refused_and_shown(desk: Running) -> None:
    """By its anchor, though the page knows it by its old words."""
    anchor = anchor_of(desk)
    address = f"{pair_of(FOLDER, PRICE)}/source"
    assert desk.browser("Budi").post(address, {"text": "Harga Rp7.000.", "anchor": anchor}).status == 200
    answer = desk.browser("Ana").post(address, {"text": "Harga Rp8.000.", "anchor": anchor})
    assert (answer.status, answer.told["why"], answer.told["theirs"]) == (409, "changed", "Harga Rp7.000.")
    assert "Harga Rp7.000." in text_of(desk)
    gone = desk.browser("Ana").post(address, {"text": "x", "anchor": "tidak-ada"})
    assert (gone.status, gone.told["why"]) == (410, "gone")


def test_words_typed_into_the_indonesian_come_back(browser: Chromium, desk: Running) -> None:
    """After a reload they stand there again, and are saved; then nothing of them is left in the browser."""
    with on_screen(browser, desk, 390, HERE) as page:
        typed(page, "Harga gabah ditetapkan Rp7.000 per kilogram.")
        page.reload()
        ready(page)
        expect(page.locator(".desk-source textarea")).to_have_value(
            "Harga gabah ditetapkan Rp7.000 per kilogram."
        )
        page.click(".desk-source .desk-main-button")
        until(page, "document.body.dataset.ready && !document.querySelector('.desk-source')")
        until(page, "Object.keys(localStorage).filter(key => key.startsWith('sejajar-desk:')).length === 0")
    assert text_of(desk) == OURS.replace("Rp6.500", "Rp7.000")


def test_who_is_overtaken_sees_both_and_loses_nothing(browser: Chromium, desk: Running) -> None:
    """Theirs is shown beside mine, before and after the page is loaded anew; then mine is saved."""
    anchor = anchor_of(desk)
    with on_screen(browser, desk, 1280, HERE) as page:
        page.route("**/here", lambda route: route.fulfill(status=404))  # this page hears nothing by itself
        typed(page, "Harga Rp8.000.")
        desk.browser("Budi").post(
            f"{pair_of(FOLDER, PRICE)}/source", {"text": "Harga Rp7.000.", "anchor": anchor}
        )
        page.click(".desk-source .desk-main-button")
        expect(page.locator(".desk-theirs")).to_have_text("Harga Rp7.000.")
        assert page.input_value(".desk-source textarea") == "Harga Rp8.000."
        page.reload()
        ready(page)
        expect(page.locator(".desk-theirs")).to_have_text("Harga Rp7.000.")
        assert page.input_value(".desk-source textarea") == "Harga Rp8.000."
        page.click(".desk-source .desk-main-button")
        until(page, "document.body.dataset.ready && !document.querySelector('.desk-source')")
    assert "Harga Rp8.000." in text_of(desk)


def test_others_work_reloads_no_page_in_which_somebody_types(browser: Chromium, desk: Running) -> None:
    """Another paragraph is corrected meanwhile: the page says so and stays."""
    with on_screen(browser, desk, 1280, HERE) as page:
        typed(page, "Harga Rp8.000.")
        other = ("paragraph", "Pemerintah menargetkan 2 juta ton gabah.")
        assert (
            desk.browser("Budi").post(f"{pair_of(FOLDER, other)}/source", {"text": "Target 3."}).status == 200
        )
        page.wait_for_selector("#anew")
        assert page.input_value(".desk-source textarea") == "Harga Rp8.000."
        page.click(".desk-source .desk-main-button")
        until(page, "document.body.dataset.ready && !document.querySelector('.desk-source')")
    assert "Harga Rp8.000." in text_of(desk)
    assert "Target 3." in text_of(desk)

"""What is typed into the desk's forms stays in the browser until the desk has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect

from desks import Running, article_of, on_screen, running, site_at
from sites import ARTICLE, FOLDER

HERE = article_of(FOLDER)
FORMS = [
    (f"{HERE}metadata", "#f-place", "Karawang"),
    (f"{HERE}file", "#text", ARTICLE.replace("status: published", "status: draft")),
    ("/import", "#text", "Pasar ikan\n\nPasar ikan dibuka lagi.\n"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    site = site_at(tmp_path, ARTICLE)
    with running(site) as found:
        yield found


def kept(page: Page) -> int:
    found: int = page.evaluate("Object.keys(localStorage).filter(key => key.includes('-form:')).length")
    return found


@pytest.mark.parametrize(("path", "field", "text"), FORMS, ids=["front matter", "file", "import"])
def test_words_that_were_not_saved_come_back(
    browser: Chromium, desk: Running, path: str, field: str, text: str
) -> None:
    """The page loaded anew, or sent to a desk that has died: they stand there again, and are said to be."""
    with on_screen(browser, desk, 390, path) as page:
        page.fill(field, text)
        page.reload()
        expect(page.locator("#kept")).to_have_text("These are your words that were not saved yet.")
        assert page.input_value(field) == text


def test_words_that_were_saved_are_forgotten(browser: Chromium, desk: Running) -> None:
    """After a save nothing of them is left, and the form says what the file says."""
    with on_screen(browser, desk, 1280, f"{HERE}metadata") as page:
        page.fill("#f-place", "  Karawang ")
        page.click(".desk-fields .desk-main-button")
        page.wait_for_url(f"**{HERE}")
        page.goto(f"{desk.address}{HERE}metadata")
        expect(page.locator("#f-place")).to_have_value("Karawang")
        assert page.locator("#kept").count() == 0
        assert kept(page) == 0


def test_what_others_saved_meanwhile_is_shown_beside_mine(browser: Chromium, desk: Running) -> None:
    """My words come back, and saving them says what theirs are instead of writing over them."""
    with on_screen(browser, desk, 1280, f"{HERE}metadata") as page:
        page.fill("#f-place", "Karawang")
        file = desk.office.root / FOLDER / "article.id.md"
        file.write_text(ARTICLE.replace("place: Bandung", "place: Bogor"), "utf-8")
        page.reload()
        expect(page.locator("#f-place")).to_have_value("Karawang")
        page.click(".desk-fields .desk-main-button")
        expect(page.locator("main")).to_contain_text("theirs: Bogor")
        assert page.input_value("#f-place") == "Karawang"
    assert "place: Bogor" in file.read_text("utf-8")

"""The pictures of an article at the desk: their texts are added and changed, never over another's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from PIL import Image as Picture
from playwright.sync_api import Browser as Chromium

from browsing import until
from desks import Answer, Browser, Running, article_of, on_screen, running, site_at
from hostile import PAYLOADS
from sites import ARTICLE, FOLDER
from test_desk_hostile import checked

HERE = f"{article_of(FOLDER)}pictures"
TEXT = f'{ARTICLE}\n![](sawah%20a.png)\n\n![Gudang](gudang.png "Gudang beras. Foto: Ana")\n'


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    site = site_at(tmp_path, TEXT)
    for name in ("sawah a.png", "gudang.png"):
        Picture.new("RGB", (16, 9), "green").save(tmp_path / FOLDER / name)
    with running(site) as found:
        yield found


def send(ana: Browser, src: str, seen: tuple[str, str], alt: str, caption: str) -> Answer:
    fields = {"src": src, "seen_alt": seen[0], "seen_caption": seen[1], "alt": alt, "caption": caption}
    return checked(ana.send(HERE, urlencode(fields)))


def text_of(desk: Running) -> str:
    return (desk.office.root / FOLDER / "article.id.md").read_text("utf-8")


def test_a_picture_gets_what_it_lacks(desk: Running) -> None:
    """What is in the way of publishing stands beside it; also a text of others gets its credit here."""
    ana = desk.browser()
    page = checked(ana.get(HERE)).text
    assert "the image sawah a.png has no alternative text" in page
    assert "nothing says whose picture sawah a.png is" in page
    answer = send(ana, "sawah a.png", ("", ""), "Sawah yang hijau", "Foto: Ana")
    assert (answer.status, answer.headers["location"]) == (303, HERE)
    assert text_of(desk) == TEXT.replace(
        "![](sawah%20a.png)", '![Sawah yang hijau](sawah%20a.png "Foto: Ana")'
    )
    assert "desk-problem" not in checked(ana.get(HERE)).text


def test_a_stale_look_at_a_picture_changes_nothing(desk: Running) -> None:
    """What somebody else has written meanwhile is shown beside what was sent."""
    ana = desk.browser()
    send(ana, "sawah a.png", ("", ""), "Sawah", "Foto: Ana")
    before = text_of(desk)
    answer = send(desk.browser("Budi"), "sawah a.png", ("", ""), "Ladang", "Foto: Budi")
    assert answer.status == 409
    assert "theirs: Sawah | Foto: Ana" in answer.text
    assert 'value="Ladang"' in answer.text
    assert text_of(desk) == before
    assert send(ana, "../../mkdocs.yml", ("", ""), "x", "y").status == 409
    assert text_of(desk) == before


def test_no_text_of_a_picture_makes_markup(desk: Running) -> None:
    """Saved or refused, on this page and on the article's."""
    ana = desk.browser()
    for payload in PAYLOADS:
        send(ana, "gudang.png", ("Gudang", "Gudang beras. Foto: Ana"), payload, payload)
        for path in (HERE, article_of(FOLDER)):
            assert checked(ana.get(path)).status == 200
        (desk.office.root / FOLDER / "article.id.md").write_text(TEXT, "utf-8")


def test_pictures_are_seen_and_saved_on_a_phone(browser: Chromium, desk: Running) -> None:
    """Each is there to be looked at; a text is typed and saved."""
    desk.office.index.fill()
    with on_screen(browser, desk, 390, HERE) as page:
        loaded = "[...document.querySelectorAll('.desk-picture')].map(one => one.naturalWidth)"
        page.wait_for_load_state()
        page.locator(".desk-picture").last.scroll_into_view_if_needed()
        until(page, f"{loaded}.join() === '16,16'")
        page.fill("#alt-1", "Sawah")
        page.locator(".desk-main-button").first.click()
        page.wait_for_load_state()
        assert page.input_value("#alt-1") == "Sawah"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "![Sawah](sawah%20a.png)" in text_of(desk)

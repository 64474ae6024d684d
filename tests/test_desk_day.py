"""A day at the desk in a real browser: imported, translated, reviewed, published, committed, read."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect

from browsing import build, until
from desks import DAY, Running, on_screen, ready, running
from sejajar.commands import Site
from sejajar.commands.deciding import name_of
from sejajar.commands.review import Accept, Edit, Obstacle, Place, decide, look
from sejajar.formats.glossary import Glossary
from sejajar.model import Entry
from sejajar.site.settings import Settings, TranslateSettings
from servers import Served, pseudo, serving
from sites import MKDOCS, make_site
from test_cli import PASTED
from test_desk_page import WIDTHS, Finger, Keys, Mouse

RIGHTS = "seizin Warta Uji"
GIT = {
    name: value
    for who in ("AUTHOR", "COMMITTER")
    for name, value in ((f"GIT_{who}_NAME", "Meja"), (f"GIT_{who}_EMAIL", "meja@example.org"))
}


INVENTED = " in 77 villages"
INVITING = ("hektare.", "wisatawan.")
"""With which texts end that it has a figure more for."""


def wrong(text: str) -> str:
    """What a machine makes of a text, and a figure that it invents."""
    english = pseudo(text)
    return f"{english.rstrip('.')}{INVENTED}." if text.endswith(INVITING) else english


@pytest.fixture(scope="module")
def engine() -> Iterator[Served]:
    with serving("libretranslate", translate=wrong) as served:
        yield served


def site_of(folder: Path, engine: Served) -> Site:
    make_site(folder)
    translate = TranslateSettings("libretranslate", engine.url, requests_per_second=1000.0)
    return Site(
        folder, folder / "docs", Settings(on_incomplete="ignore", translate=translate), name="Meja Uji"
    )


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **GIT}, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def desk(tmp_path: Path, engine: Served) -> Iterator[Running]:
    site = site_of(tmp_path / "site", engine)
    git(site.root, "init", "-q", "-b", "main")
    for name in ("user.name", "user.email"):
        git(site.root, "config", name, "Meja" if name == "user.name" else "meja@example.org")
    git(site.root, "add", ".")
    git(site.root, "commit", "-qm", "Begin")
    with running(site) as found:
        yield found


def key_of(desk: Running, name: str, path: str) -> Any:
    opened = desk.office.open(path)
    assert opened
    place = opened.place(name)
    assert place
    return place.key


Decisions = list[tuple[Any, Accept | Edit]]


def reviewed_to_the_end(page: Page, by: Mouse, desk: Running, folder: str) -> Decisions:
    """Accepts what has no error, corrects what has one, or says why it is right; in the order of doing so."""
    made: Decisions = []
    name = folder.rpartition("/")[2]
    errors = page.locator('.desk-findings [data-severity="error"]')
    while page.locator(".sj-active").count():
        here = page.evaluate("document.querySelector('.sj-active').dataset.pair")
        key = key_of(desk, here, name)
        opened = desk.office.open(name)
        assert opened
        assert opened.briefing
        english = opened.briefing.pairs[key].entry.msgstr
        if errors.count() and INVENTED in english:
            right = english.replace(INVENTED, "")
            by.type(right)
            expect(errors).to_have_count(0)
            made.append((key, Edit(right)))
        reason = "as it should be" if errors.count() else ""
        by.accept()
        if reason:
            page.fill("#desk-asked", reason)
            page.press("#desk-asked", "Enter")
        made.append((key, Accept(reason)))
        until(page, f"document.querySelector('.sj-active')?.dataset.pair !== '{here}'")
    return made


DAYS = [(Keys, 1280), (Mouse, 1280), (Finger, 390)]


@pytest.mark.parametrize(("hand", "width"), DAYS, ids=[f"{hand.__name__}-{width}" for hand, width in DAYS])
def test_a_day_at_the_desk(
    browser: Chromium, desk: Running, tmp_path: Path, hand: type[Mouse], width: int
) -> None:
    """From a pasted text to a commit; the catalog's bytes are those of the same review."""
    _day(browser, desk, tmp_path, PASTED, hand, width)
    if hand is Keys:
        _is_read(desk.office.root, tmp_path / "built")


@pytest.mark.parametrize(("hand", "width"), DAYS[::2], ids=["Keys-1280", "Finger-390"])
def test_a_day_with_a_real_article(
    browser: Chromium, desk: Running, tmp_path: Path, corpora: Path, hand: type[Mouse], width: int
) -> None:
    """The same with an article as a newsroom pastes it."""
    (file,) = sorted((corpora / "seed").glob("*.txt"))[:1]
    _day(browser, desk, tmp_path, file.read_text("utf-8"), hand, width)


def _day(browser: Chromium, desk: Running, tmp_path: Path, text: str, hand: type[Mouse], width: int) -> None:
    root = desk.office.root
    before = set(root.glob("content/*/*"))
    with on_screen(browser, desk, width, "/import", **hand.options) as page:
        by = hand(page)
        press, write = _presser(page, hand), _writer(page, hand)
        write("#text", text)
        press("#import .desk-main-button")
        page.wait_for_selector(".desk-summary")
        assert set(root.glob("content/*/*")) == before, "nothing is written before somebody has seen it"
        shown = page.input_value("#text")
        write("#text", re.sub(r"(source: {outlet: [^,}]+)", rf"\1, rights: {RIGHTS}", shown, count=1))
        press("form .desk-main-button")
        ready(page)
        (made_folder,) = set(root.glob("content/*/*")) - before
        folder = made_folder.relative_to(root).as_posix()
        press("#fill button")
        until(page, "!document.querySelector('.sj-article .sj-gap')")
        filled = (root / folder / "article.en.po").read_bytes()
        made = reviewed_to_the_end(page, by, desk, folder)
        assert sum(isinstance(decision, Edit) for _, decision in made) == 1
        pairs = sum(isinstance(decision, Accept) for _, decision in made)
        expect(page.locator("#progress-said")).to_have_text(f"{pairs} of {pairs} signed")
        press(".desk-tools a[href=metadata]")
        press("form[action$='/publish'] .desk-main-button")
        ready(page)
        press(".desk-nav a[href='/changes']")
        expect(page.locator(".desk-change")).to_have_count(2)
        press("form .desk-main-button")
        expect(page.locator("[role=status].desk-notice")).to_contain_text("Committed as ")
    assert "status: published" in (root / folder / "article.id.md").read_text("utf-8")
    assert "Reviewed-by: Ana" in git(root, "log", "-1", "--format=%B")
    assert folder in git(root, "show", "--stat=200", "--format=%B")
    assert git(root, "status", "--porcelain") == ""
    other = Site(tmp_path / "other", tmp_path / "other" / "docs")
    (other.root / folder).mkdir(parents=True)
    (other.root / folder / "article.id.md").write_bytes((root / folder / "article.id.md").read_bytes())
    (other.root / folder / "article.en.po").write_bytes(filled)
    for key, decision in made:
        _reviewed(other, folder, key, decision)
    catalog = Path(folder, "article.en.po")
    assert (root / catalog).read_bytes() == (other.root / catalog).read_bytes()


def _presser(page: Page, hand: type[Mouse]) -> Callable[[str], None]:
    """By keyboard alone a button is reached with the tab key, and pressed."""

    def press(target: str) -> None:
        if hand is Keys:
            _reached(page, target)
            page.keyboard.press("Enter")
        else:
            hand(page).press(target)

    return press


def _writer(page: Page, hand: type[Mouse]) -> Callable[[str, str], None]:
    def write(target: str, text: str) -> None:
        if hand is Keys:
            _reached(page, target)
            page.keyboard.press("Control+a")
            page.keyboard.insert_text(text)
        else:
            page.fill(target, text)

    return write


def _reached(page: Page, target: str) -> None:
    """With the tab key, from wherever the focus is."""
    page.wait_for_selector(target)
    for _ in range(300):
        if page.evaluate("target => document.activeElement.matches(target)", target):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{target} is not reached by keyboard")


def _reviewed(site: Site, folder: str, key: Any, decision: Accept | Edit) -> None:
    place = Place(f"{folder}/article.id.md", f"{folder}/article.en.po", key)
    seen = look(site, place, Glossary())
    assert not isinstance(seen, Obstacle)
    assert isinstance(decide(site, place, seen.pair.entry, decision, "Ana", DAY, Glossary()), Entry)


def _is_read(root: Path, built: Path) -> None:
    """The page that readers get has both languages, and the figure that was invented in neither."""
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    build(root, built, strict=False)
    html = (built / "id/2025/03/panen-raya-dimulai-di-karawang/index.html").read_text("utf-8")
    assert "1.200 hektare" in html
    assert "1,200" in html
    assert INVENTED not in html


def test_the_indonesian_is_corrected_in_its_place(browser: Chromium, desk: Running) -> None:
    """Where the words are ours; its English is stale afterwards, and says what has changed."""
    file = desk.office.root / "content/2025/2025-03-06-panen-raya/article.id.md"
    own = "\n".join(line for line in file.read_text("utf-8").split("\n") if not line.startswith("source:"))
    file.write_text(own, "utf-8")
    with on_screen(browser, desk, 1280, "/article/2025-03-06-panen-raya/") as page:
        ready(page)
        page.keyboard.press("j")
        page.click('[data-act="source"]')
        page.fill(".desk-source textarea", "Petani memanen 1.300 hektare sawah.")
        page.keyboard.press("Control+Enter")
        key = ("point", "Petani memanen 1.300 hektare sawah.")
        until(page, f"document.querySelector('.sj-active')?.dataset.pair === '{name_of(key)}'")
        expect(page.locator(".desk-section").first).to_contain_text("Changed in the Indonesian since")
        expect(page.locator(".desk-difference del").first).to_have_text("1.200")
        assert page.get_attribute(f'[data-pair="{name_of(key)}"]', "data-state") == "stale"
    assert "- Petani memanen 1.300 hektare sawah.\n" in file.read_text("utf-8")


def test_a_form_says_beside_each_field_what_is_wrong(browser: Chromium, desk: Running) -> None:
    """All at once; nothing is written, and what was typed stays."""
    file = desk.office.root / "content/2025/2025-03-06-panen-raya/article.id.md"
    before = file.read_bytes()
    with on_screen(browser, desk, 390, "/article/2025-03-06-panen-raya/metadata") as page:
        page.fill("#f-date", "kemarin")
        page.fill("#f-updated", "besok")
        page.fill("#f-tags", "Pangan\nBeras")
        page.click(".desk-fields .desk-main-button")
        assert page.get_attribute("#f-date", "aria-invalid") == "true"
        assert "not a date" in page.inner_text("#problem-date-1")
        assert "not a date" in page.inner_text("#problem-updated-1")
        assert page.input_value("#f-tags") == "Pangan\nBeras"
        assert file.read_bytes() == before
        page.fill("#f-date", "2025-03-06")
        page.fill("#f-updated", "2025-03-07")
        page.click(".desk-fields .desk-main-button")
        ready(page)
        assert "Beras" in file.read_text("utf-8")
        page.goto(f"{desk.address}/article/2025-03-06-panen-raya/metadata")
        page.fill("#correction", "Luas sawah dalam versi awal keliru.")
        page.click("text=Add a correction")
        ready(page)
        assert "Luas sawah dalam versi awal keliru." in page.inner_text(".sj-corrections")
        page.goto(f"{desk.address}/article/2025-03-06-panen-raya/metadata")
        page.fill("#reason", "Sumbernya tidak dapat dipastikan.")
        page.click("text=Retract the article")
        expect(page.locator(".sj-notice")).to_be_visible()
    assert "status: retracted" in file.read_text("utf-8")


@pytest.mark.parametrize("width", WIDTHS)
def test_forms_stand_in_nobodys_way(browser: Chromium, desk: Running, width: int) -> None:
    """axe finds no violation: front matter with problems, the whole file, import, its look, changes."""
    axe = Axe()
    article = "/article/2025-03-06-panen-raya/"

    def holds(page: Page, where: str) -> None:
        found = axe.run(page).response["violations"]
        assert found == [], (where, json.dumps([[one["id"], one["nodes"][0]["html"]] for one in found]))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where

    with on_screen(browser, desk, width, f"{article}metadata") as page:
        holds(page, "front matter")
        page.fill("#f-date", "kemarin")
        page.click(".desk-fields .desk-main-button")
        holds(page, "front matter with problems")
        page.goto(f"{desk.address}{article}file")
        holds(page, "whole file")
        page.goto(f"{desk.address}/import")
        holds(page, "import")
        page.fill("#text", PASTED)
        page.click("#import .desk-main-button")
        page.wait_for_selector(".desk-whole")
        holds(page, "look")
        page.click(".desk-main-button")
        ready(page)
        page.goto(f"{desk.address}/changes")
        page.wait_for_selector(".desk-change")
        holds(page, "changes")

"""What a machine does at the desk: one pair again, an article's gaps; and what it never touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import waiting
from desks import Browser, Running, article_of, pair_of, running
from sejajar.site.settings import Settings, TranslateSettings
from sejajar.site.workspace import Site
from servers import Served, pseudo, serving
from sites import FOLDER, make_site
from test_desk_decisions import HARVEST, TARGET, TITLE, decided, po, seen

ARTICLE = article_of(FOLDER)


@pytest.fixture(scope="module")
def engine() -> Iterator[Served]:
    with serving("libretranslate") as served:
        yield served


@pytest.fixture
def desk(tmp_path: Path, engine: Served) -> Iterator[Running]:
    make_site(tmp_path)
    translate = TranslateSettings("libretranslate", engine.url, requests_per_second=1000.0)
    with running(Site(tmp_path, tmp_path / "docs", Settings(translate=translate))) as found:
        yield found
    engine.fault = lambda _: ""


def retranslated(desk: Running, key: tuple[str, str], engine: str = "") -> tuple[int, dict[str, object]]:
    ana = desk.browser()
    told = {"revision": seen(ana, key)["revision"], "engine": engine}
    answer = ana.post(f"{pair_of(FOLDER, key)}/retranslate", told)
    return answer.status, answer.told


def filling(browser: Browser) -> dict[str, object]:
    """What a page hears of the fill with its signs of life."""
    told = {"article": FOLDER.rpartition("/")[2], "pair": "", "tab": "a"}
    found: dict[str, object] = browser.post("/here", told).told["fill"]
    return found


def test_an_empty_pair_is_filled_as_a_fill_would(desk: Running) -> None:
    """It is a machine's English, with its stamp, for a person to look at; and can be taken back."""
    before = po(desk.office.site)
    status, told = retranslated(desk, TARGET)
    assert (status, told["saved"]) == (200, True)
    assert "2 million" in str(told["english"])
    now = seen(desk.browser(), TARGET)
    assert (now["state"], now["said"], now["english"]) == (
        "machine",
        f"machine (libretranslate, {desk.office.today()})",
        told["english"],
    )
    ana = desk.browser()
    assert ana.post(f"{ARTICLE}undo", {}).status == 409, "another browser's decision"
    assert b"libretranslate" in po(desk.office.site)
    assert before != po(desk.office.site)


def test_a_persons_english_is_never_replaced(desk: Running) -> None:
    """What the machine would say is shown; the file stays as it is."""
    before = po(desk.office.site)
    status, told = retranslated(desk, HARVEST)
    assert (status, told["saved"], told["english"]) == (200, False, pseudo(HARVEST[1]))
    assert po(desk.office.site) == before


def test_what_the_machine_had_made_is_at_hand_after_an_edit(desk: Running) -> None:
    """With the words that a person has changed in it."""
    machine = str(retranslated(desk, TARGET)[1]["english"])
    ana = desk.browser()
    decided(ana, TARGET, "edit", text=f"{machine[:-1]} indeed.")
    found = seen(ana, TARGET)["machine"]
    assert found["text"] == machine
    assert [old for old, new in found["changes"] if old == new]
    assert "".join(new for _, new in found["changes"]) == f"{machine[:-1]} indeed."


def test_an_engine_that_the_settings_do_not_name_is_not_asked(desk: Running, engine: Served) -> None:
    """No request chooses where a text is sent."""
    asked = len(engine.received)
    assert retranslated(desk, TARGET, "google")[0] == 400
    assert desk.browser().post(f"{ARTICLE}fill", {"engine": "openai"}).status == 400
    assert len(engine.received) == asked


def test_a_confidential_article_is_not_sent(desk: Running, engine: Served) -> None:
    """As the fill holds it back; the desk says why."""
    file = desk.office.root / FOLDER / "article.id.md"
    file.write_text(file.read_text("utf-8").replace("---\n", "---\nconfidential: true\n", 1), "utf-8")
    asked = len(engine.received)
    status, told = retranslated(desk, TARGET)
    assert status == 502
    assert str(told["message"]).startswith("1 segment of a confidential article is not sent to 127.0.0.1")
    assert len(engine.received) == asked


def test_an_engine_that_refuses_is_said_to(desk: Running, engine: Served) -> None:
    """In a sentence; nothing is written."""
    before = po(desk.office.site)
    engine.fault = lambda _: "403"
    status, told = retranslated(desk, TARGET)
    assert status == 502
    assert str(told["message"]).startswith("libretranslate: ")
    assert po(desk.office.site) == before


def test_an_engine_that_lacks_its_key_says_what_it_needs(tmp_path: Path) -> None:
    """Before anything is sent."""
    settings = Settings(translate=TranslateSettings("deepl"))
    with running(Site(make_site(tmp_path), tmp_path / "docs", settings)) as desk:
        status, told = retranslated(desk, TARGET)
    assert status == 409
    assert "SEJAJAR_DEEPL_KEY" in str(told["message"])


def test_a_fill_tells_how_far_it_is_and_how_it_ended(desk: Running) -> None:
    """It runs by itself; the page's signs of life hear of it. What a person has written stays."""
    ana = desk.browser()
    decided(ana, TITLE, "accept")
    assert ana.post(f"{ARTICLE}fill", {"engine": ""}).status == 200
    waiting.until(lambda: not filling(ana)["running"], lambda: str(filling(ana)))
    assert filling(ana)["said"] == "Translated by libretranslate: 3; from memory: 0; not translated: 0"
    states = [one["state"] for one in ana.get(f"{ARTICLE}pairs").told["pairs"]]
    assert states.count("machine") == 3
    assert seen(ana, TITLE)["signed"]


def test_a_fill_that_cannot_begin_says_why(desk: Running) -> None:
    """Another `sejajar translate` is at work in the site."""
    from sejajar.commands.translate import at_work

    ana = desk.browser()
    with at_work(replace(desk.office.site)):
        ana.post(f"{ARTICLE}fill", {"engine": ""})
        waiting.until(lambda: not filling(ana)["running"], lambda: str(filling(ana)))
    assert str(filling(ana)["said"]).startswith("another `sejajar translate` is at work in this site")

"""The queue: what is left to do, the riskiest first; the rows that it is made of; and the command."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from desks import Browser, Process, Running, on_screen, running
from sejajar import storage
from sejajar.cli import main
from sejajar.commands import Site
from sejajar.commands.queue import Row, rows
from sejajar.desk.index import Index
from sejajar.desk.queue import Wanted, sorted_rows
from sejajar.formats.glossary import Glossary
from sites import ARTICLE, ENGLISH, FOLDER, make_site, translated

SECOND = "content/2025/2025-04-01-harga-beras"
DRAFT = "content/2025/2025-04-02-rapat"
SOUND = "content/2024/2024-12-31-akhir-tahun"


def article(date: str, title: str, *lines: str, **front: str) -> str:
    head = "\n".join(f"{key}: {value}" for key, value in front.items())
    return "\n".join(("---", f"date: {date}", head, "---", "", f"# {title}", "", *lines, ""))


RISEN = article(
    "2025-04-01",
    "Harga beras naik",
    "Harga beras Rp13.000 per kilogram.",
    tags="[Pangan, Harga]",
    authors="[Budi]",
)
RISEN_ENGLISH = {
    "Harga beras naik": "Rice prices rise",
    "Harga beras Rp13.000 per kilogram.": "Rice costs Rp31,000 a kilogram.",
}
ENDED = {"Akhir tahun": "Year's end", "Tahun berakhir.": "The year ends."}
SITE = [
    (FOLDER, ARTICLE, ENGLISH),
    (SECOND, RISEN, RISEN_ENGLISH),
    (DRAFT, article("2025-04-02", "Rapat kabinet", "Kabinet rapat.", status="draft"), {}),
    (SOUND, article("2024-12-31", "Akhir tahun", "Tahun berakhir."), ENDED),
]
RICE, HARVEST, CABINET, YEAR = (
    *("Harga beras naik", "Panen raya dimulai di Jawa Barat"),
    *("Rapat kabinet", "Akhir tahun"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("antrean")
    make_site(root, articles=SITE)
    site = Site(root, root / "docs")
    with running(site) as found:
        ana = found.browser()
        for one in ana.get("/article/2024-12-31-akhir-tahun/pairs").told["pairs"]:
            told = {"decision": "accept", "revision": one["revision"]}
            assert ana.post(f"/article/2024-12-31-akhir-tahun/pair/{one['id']}/decide", told).status == 200
        yield found


@pytest.fixture(scope="module")
def ana(desk: Running) -> Browser:
    return desk.browser()


def titles(browser: Browser, query: str = "") -> list[str]:
    page = BeautifulSoup(browser.get(f"/{query}").text, "html.parser")
    return [link.get_text() for link in page.select(".desk-open")]


def test_the_riskiest_article_comes_first(ana: Browser) -> None:
    """What the checks find weighs most; what is wholly signed waits for nobody."""
    assert titles(ana) == ["Harga beras naik", "Panen raya dimulai di Jawa Barat", "Rapat kabinet"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?state=all&order=date", [CABINET, RICE, HARVEST, YEAR]),
        ("?state=findings", [RICE]),
        ("?state=untranslated", [HARVEST, CABINET]),
        ("?state=unsigned", [RICE, HARVEST]),
        ("?state=done", [YEAR]),
        ("?state=draft", [CABINET]),
        ("?state=machine", []),
        ("?state=all&month=2024-12", [YEAR]),
        ("?tag=Pangan", [RICE, HARVEST]),
        ("?state=all&person=Ana", [YEAR]),
        ("?person=Budi", [RICE]),
        ("?q=beras+harga", [RICE]),
        ("?q=RICE", [RICE]),
        ("?q=nothing", []),
        ("?state=nonsense&page=x&order=1", [RICE, HARVEST, CABINET]),
    ],
)
def test_the_queue_shows_what_is_asked_for(ana: Browser, query: str, expected: list[str]) -> None:
    """By state, month, topic, person and words, in both languages' titles; by risk or by date."""
    assert titles(ana, query) == expected


def test_counts_are_those_of_the_editors_page(ana: Browser) -> None:
    """Waiting, passages, translated, reviewed, signed, stale, findings; and their sum."""
    page = BeautifulSoup(ana.get("/?state=all").text, "html.parser")
    cells = {
        row.th.a.get_text() if row.th and row.th.a else "total": [cell.get_text() for cell in row("td")[1:]]
        for row in page.select(".desk-rows tbody tr, .desk-rows tfoot tr")
    }
    assert cells == {
        "Harga beras naik": ["2", "2", "2", "2", "0", "0", "1"],
        "Panen raya dimulai di Jawa Barat": ["8", "8", "5", "5", "0", "0", "0"],
        "Rapat kabinet": ["2", "2", "0", "0", "0", "0", "0"],
        "Akhir tahun": ["0", "2", "2", "2", "2", "0", "0"],
        "total": ["12", "14", "9", "9", "2", "0", "1"],
    }
    count = page.select_one("#count")
    assert count
    assert count.get_text(strip=True) == "Articles: 4; pairs that wait: 12"


def test_who_is_at_an_article_is_seen_in_the_queue(desk: Running, ana: Browser) -> None:
    """The others, by their names."""
    budi = desk.browser("Budi")
    budi.post("/here", {"article": "2025-04-02-rapat", "pair": "", "tab": "b"})
    page = ana.get("/").text
    assert "here now: Budi" in page
    budi.post("/here", {"article": "2025-04-02-rapat", "pair": "", "tab": "b", "leaves": True})
    assert "here now" not in ana.get("/").text


def test_a_desk_may_be_for_some_articles_alone(tmp_path: Path) -> None:
    """Named by folder or file; of the others it knows nothing."""
    make_site(tmp_path, articles=SITE)
    site = Site(tmp_path, tmp_path / "docs")
    with running(site) as desk:
        desk.office.paths = ("content/2024", f"{SECOND}/article.id.md")
        ana = desk.browser()
        assert titles(ana, "?state=all") == ["Harga beras naik", "Akhir tahun"]
        assert ana.get("/article/2025-04-02-rapat/").status == 404


# Rows


def test_rows_follow_the_files(tmp_path: Path) -> None:
    """An article that is new, changed, gone or broken since the last look."""
    make_site(tmp_path, articles=SITE)
    index = Index(Site(tmp_path, tmp_path / "docs"))
    index.fill()
    found, reading = index.rows()
    assert (len(found), reading) == (4, 0)
    shutil.rmtree(tmp_path / DRAFT)
    file = tmp_path / SOUND / "article.id.md"
    file.write_text(file.read_text("utf-8").replace("# Akhir tahun", "# Tahun baru"), "utf-8")
    (tmp_path / SECOND / "article.en.po").write_text('msgid "x\n', "utf-8")
    rows_now, _ = index.rows()
    assert {row.title: row.broken > 0 for row in rows_now} == {
        "Panen raya dimulai di Jawa Barat": False,
        "Tahun baru": False,
        "2025-04-01-harga-beras": True,
    }


def test_rows_are_kept_for_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the build's cache: nothing is read or checked again; what has changed meanwhile is."""
    make_site(tmp_path, articles=SITE)
    site = Site(tmp_path, tmp_path / "docs")
    first = Index(site)
    first.fill()
    first.keep()
    read: list[str] = []

    def counting(site: Site, paths: list[str], glossary: Glossary) -> tuple[Row, ...]:
        read.extend(paths)
        return rows(site, paths, glossary)

    monkeypatch.setattr("sejajar.desk.index.rows", counting)
    again = Index(site)
    again.fill()
    assert again.rows() == first.rows()
    assert read == []
    catalog = tmp_path / SECOND / "article.en.po"
    catalog.write_text(translated(catalog.read_text("utf-8"), {}) + "\n", "utf-8")
    third = Index(site)
    third.fill()
    assert read == [f"{SECOND}/article.id.md"]
    read.clear()
    monkeypatch.setattr("sejajar.desk.index.release", lambda: "with other words")
    fourth = Index(site)
    fourth.fill()
    assert len(read) == len(SITE)


def test_a_row_that_cannot_be_read_comes_first() -> None:
    """It has to be mended before anybody can work on it; then by risk, what is equal by date."""
    made = [
        Row("a", "a", "a", date="2025-01-01", risk=1.0),
        Row("b", "b", "b", date="2025-01-02", risk=1.0),
        Row("c", "c", "c", date="2024-01-01", risk=9.0),
        Row("d", "d", "d", broken=1),
    ]
    assert [row.slug for row in sorted_rows(made)] == ["d", "c", "b", "a"]
    assert [row.slug for row in sorted_rows(made, "date")] == ["b", "a", "c", "d"]


def test_an_address_of_the_queue_says_what_it_shows() -> None:
    """And nothing that goes without saying."""
    wanted = Wanted.of({"state": "stale", "q": "beras & gula", "page": "2"})
    assert wanted.address() == "/?state=stale&q=beras+%26+gula&page=2"
    assert wanted.address(page=1) == "/?state=stale&q=beras+%26+gula"
    assert Wanted().address() == "/"


def test_stamps_follow_no_link(tmp_path: Path) -> None:
    """As content is read: a linked folder or article is none of the site's."""
    make_site(tmp_path / "site", articles=SITE)
    outside = tmp_path / "outside"
    shutil.copytree(tmp_path / "site" / SECOND, outside)
    (tmp_path / "site" / "content" / "2026").symlink_to(tmp_path)
    (tmp_path / "site" / "content" / "2025" / "2025-05-01-tautan").symlink_to(outside)
    (tmp_path / "site" / "content" / ".git").mkdir()
    shutil.copy(outside / "article.id.md", tmp_path / "site" / "content" / ".git")
    found = storage.stamps(tmp_path / "site", "content")
    assert list(found) == [f"{folder}/article.id.md" for folder in (SOUND, FOLDER, SECOND, DRAFT)]


def test_keys_go_through_the_queue(browser: Chromium, desk: Running) -> None:
    """`/` searches, `j` and `k` move, Enter opens; a filter needs no button."""
    with on_screen(browser, desk, 1280) as page:
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        expect(page.locator(".desk-open").first).to_be_focused()
        page.keyboard.press("/")
        page.keyboard.insert_text("panen")
        page.keyboard.press("Enter")
        expect(page.locator(".desk-open")).to_have_text(["Panen raya dimulai di Jawa Barat"])
        page.goto(desk.address)
        page.select_option("[name=state]", "done")
        expect(page.locator(".desk-open")).to_have_text(["Akhir tahun"])
        share = page.evaluate(
            "getComputedStyle(document.querySelector('.sj-bar')).getPropertyValue('--sj-share')"
        )
        assert share == "1.0"


# The command


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--host", "0.0.0.0"),
            "error: with --host 0.0.0.0 anybody in the network could change every article; say with --token "
            "what lets people in, or with --user-header that a reverse proxy does",
        ),
        (
            ("--host", "192.0.2.7", "--token", "pendek"),
            "error: the token is shorter than 16 characters, and anybody in the network can try",
        ),
        (
            ("--address", "meja.example.org"),
            "error: meja.example.org is no web address; write it in full, such as https://desk.example.org",
        ),
        (
            ("tidak/ada",),
            "error: tidak/ada is no article of this site; name an article's folder, one of its files or a "
            "folder above",
        ),
    ],
)
def test_the_command_refuses_what_would_let_in_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    """And says what to do instead."""
    monkeypatch.chdir(make_site(tmp_path))
    result = CliRunner().invoke(main, ["desk", *arguments])
    assert (result.exit_code, result.stderr.strip()) == (2, message)


def test_the_command_says_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra it names the line that installs it, and needs nothing of it to say so."""
    monkeypatch.chdir(make_site(tmp_path))
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    for name in [name for name in sys.modules if name.startswith("sejajar.desk")]:
        monkeypatch.delitem(sys.modules, name)
    result = CliRunner().invoke(main, ["desk"])
    assert result.exit_code == 2
    assert result.stderr == "error: the desk needs two packages more: pip install 'sejajar[desk]'\n"


def test_a_taken_port_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Running) -> None:
    """Another desk, or another program, listens there."""
    monkeypatch.chdir(make_site(tmp_path))
    result = CliRunner().invoke(main, ["desk", "--port", str(desk.port)])
    assert result.exit_code == 2
    assert f"nothing can listen at 127.0.0.1:{desk.port}: " in result.stderr
    assert result.stderr.endswith("; name another --port\n")


def test_ctrl_c_closes_the_desk(tmp_path: Path) -> None:
    """It is how one leaves, and no error."""
    desk = Process(make_site(tmp_path), "--as", "Ana", "--port", "0")
    assert desk.said.startswith(f"the desk of Meja Uji is open at http://127.0.0.1:{desk.port}/enter?token=")
    desk.process.send_signal(signal.SIGINT)
    said, _ = desk.process.communicate()
    assert said == (
        "end it with Ctrl-C; every decision is saved when it is made\n"
        "the desk is closed; what was decided is in the files\n"
    )
    assert desk.process.returncode == 0

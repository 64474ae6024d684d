"""What an editor is told while a file is broken or wanting: on every page under `serve`, in the log once."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser, expect

from sejajar.model import Edition, Location, Problem, Severity
from sejajar.rendering import with_banner
from sites import ARTICLE, ENGLISH, FOLDER, add_article, make_site

FILE = f"{FOLDER}/article.id.md"
WRONG = "headings with ### are not part of the article format; write ##, or a paragraph in **bold**"


def errors(number: int) -> list[Problem]:
    return [
        Problem(Location(FILE, line), Severity.ERROR, "html", "<b> is no text & no mark", "write **tebal**")
        for line in range(1, number + 1)
    ]


@pytest.mark.parametrize(
    ("edition", "number", "said"),
    [
        (
            "id",
            1,
            "Ada kesalahan dalam berkas. Sebelum diperbaiki, perubahan Anda tidak tampil di sini. "
            f"{FILE}:1 <b> is no text & no mark; write **tebal**",
        ),
        (
            "en",
            7,
            "A file has an error. Until it is corrected, your changes do not show here. "
            + " ".join(f"{FILE}:{line} <b> is no text & no mark; write **tebal**" for line in range(1, 6))
            + " There are 2 more; the terminal has them all.",
        ),
    ],
)
def test_the_banner_names_file_line_and_message(edition: Edition, number: int, said: str) -> None:
    """In words of the page's language, the checks' own marked as English; nothing in it is markup."""
    html = with_banner("<html><body><p>Isi</p></body></html>", errors(number), edition)
    (banner,) = BeautifulSoup(html, "html.parser")(class_="sj-broken")
    assert banner.get_text(" ", strip=True) == said
    assert {str(tag["lang"]) for tag in banner("span")} == {"en"}
    assert (banner["role"], banner["lang"], banner.b) == ("alert", edition, None)
    assert html.endswith("</div></body></html>")
    assert with_banner("<p>Isi</p>", errors(1), edition).startswith("<p>Isi</p><style>")
    assert with_banner(html, [], edition) == html


def test_the_banner_is_in_sight_wherever_the_page_is_scrolled(browser: Browser) -> None:
    """A reload keeps the place in a long page, so a message at its top would be seen by nobody."""
    page = browser.new_page()
    page.set_content(with_banner(f"<body>{'<p>Isi</p>' * 300}</body>", errors(3), "id"))
    for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        expect(page.locator(".sj-broken")).to_be_in_viewport(ratio=1)
    expect(page.locator("p", has_text="Isi").last).to_be_in_viewport(ratio=1)
    page.close()


def prepared(root: Path, command: str) -> MkDocsConfig:
    vars(MkDocsConfig)["plugins"].plugin_cache.clear()  # as in a process of its own
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    return config.plugins.on_config(config)


def test_serve_begins_with_a_broken_article_and_says_so(tmp_path: Path) -> None:
    """The others are shown, and every page has the banner; a build of the same stops."""
    root = make_site(tmp_path / "meja")
    add_article(root, FOLDER.replace("raya", "usai"), ARTICLE.replace("raya dimulai", "usai"), ENGLISH)
    file = root / FILE
    file.write_text(file.read_text("utf-8").replace("## 1.", "### 1."), "utf-8")
    build(prepared(root, "serve"))
    assert (root / "site/id/2025/03/panen-usai/index.html").is_file()
    pages = [path for path in (root / "site").rglob("*.html") if "sj-article" in path.read_text("utf-8")]
    assert pages
    for path in (root / "site").rglob("*.html"):
        (banner,) = BeautifulSoup(path.read_text("utf-8"), "html.parser")(class_="sj-broken")
        assert f"{FILE}:17 {WRONG}" in banner.get_text(" ", strip=True), path
    with pytest.raises(Abort, match="The content has errors; nothing was built"):
        build(prepared(root, "build"))


def test_rebuilding_says_a_warning_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Not at each of an editor's saves, though it moves to another line; again where it has come back."""
    caplog.set_level("WARNING", logger="mkdocs")
    root = make_site(tmp_path / "meja")
    file = root / FILE
    good = file.read_text("utf-8")
    unknown = good.replace("tags: [Pangan]", "tags: [Pangan, Padi]")
    config = prepared(root, "serve")
    counts = []
    for text in (unknown, unknown, unknown.replace("date:", "confidential: false\ndate:"), good, unknown):
        file.write_text(text, "utf-8")
        caplog.clear()
        config.plugins.on_pre_build(config=config)
        counts.append(sum("“Padi”" in record.getMessage() for record in caplog.records))
    assert counts == [1, 0, 0, 0, 1]

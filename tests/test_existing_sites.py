"""A site that somebody has already: what is theirs stays as it was, and what is ours is whole."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from browsing import build
from existing import OVERRIDE, PAGES, SITES, Built, Existing, built
from sites import make_site

ROOTS = {"docs/en taken": ("berita", "news")}
STYLES = ("assets/sejajar.css", "assets/sejajar-lists.css", "assets/sejajar-search.css")


@pytest.fixture(scope="module", params=SITES)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Built]:
    """Each site, built strict without us and with us."""
    return request.param, built(SITES[request.param], tmp_path_factory.mktemp("existing") / "site")


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def ours(name: str, after: Path) -> dict[str, str]:
    """Our pages, by their paths."""
    return {
        path.relative_to(after).as_posix(): path.read_text(encoding="utf-8")
        for root in ROOTS.get(name, ("id", "en"))
        for path in (after / root).rglob("*.html")
    }


def test_their_files_are_the_same_to_the_byte(both: tuple[str, Built]) -> None:
    """Pages, search index, style sheets: all but the sitemap, whose old entries stay and which gets ours."""
    before, after = files_of(both[1].before), files_of(both[1].after)
    changed = {path for path, data in before.items() if after.get(path) != data}
    assert changed == {"sitemap.xml", "sitemap.xml.gz"}
    entries = re.findall(rb"<loc>.*?</loc>\s*(?:<lastmod>.*?</lastmod>)?", before["sitemap.xml"])
    assert entries
    assert [entry for entry in entries if entry not in after["sitemap.xml"]] == []


def test_nothing_of_ours_lies_among_theirs(both: tuple[str, Built]) -> None:
    """What is added is in the editions' folders, or bears our name, or is a card or a search bundle."""
    name, (before, after) = both[0], (both[1].before, both[1].after)
    added = set(files_of(after)) - set(files_of(before))
    roots = (*ROOTS.get(name, ("id", "en")), "pagefind", "cards", "assets/fonts")
    assert {path for path in added if not path.startswith(tuple(f"{root}/" for root in roots))} == {
        path for path in added if path.startswith(("assets/sejajar-", "assets/sejajar."))
    }


def test_our_pages_are_whole(both: tuple[str, Built]) -> None:
    """Styles, scripts, search, the way to the other edition, their own language; and no Markdown shows."""
    name, site = both
    pages = ours(name, site.after)
    assert len(pages) > 20
    for path, html in pages.items():
        edition = "id" if path.startswith(ROOTS.get(name, ("id", "en"))[0] + "/") else "en"
        assert f'<html lang="{edition}"' in html, path
        assert [style for style in STYLES if style not in html] == [], path
        assert html.count("assets/sejajar.js") == html.count("assets/sejajar-search.js") == 1, path
        assert "data-sj-search" in html, path
        assert "data-sj-counterpart=" in html, path
        assert not re.search(r'markdown="|\]\(|\{ ?\.sj|&lt;(?:div|p)', html), path
        for link in re.findall(r'(?:href|src)="([^"]+)', html):
            address = urljoin(f"https://example.org/sejajar/{path}", re.sub("[?#].*", "", unescape(link)))
            inside = address.removeprefix("https://example.org/sejajar/")
            if inside != address:
                target = site.after / inside
                assert target.is_file() or (target / "index.html").is_file(), (path, link)


def test_an_article_names_its_counterpart_and_a_retracted_one_is_not_indexed(both: tuple[str, Built]) -> None:
    """`hreflang` for both editions on one, `noindex` on the other, whatever the site's templates do."""
    name, site = both
    pages = ours(name, site.after)
    article = next(html for path, html in pages.items() if "panen-raya" in path)
    assert re.findall(r'rel="alternate " hreflang="([\w-]+)"', article) == ["id", "en", "x-default"]
    assert '<meta property="og:url"' in article
    retracted = [html for path, html in pages.items() if "ditarik" in path]
    assert len(retracted) == 2
    for html in retracted:
        assert html.partition("</head>")[0].count('<meta name="robots" content="noindex">') == 1
        assert "Petani memanen" not in html
    assert "ditarik" not in (site.after / "sitemap.xml").read_text(encoding="utf-8")


def test_their_search_finds_what_it_found(both: tuple[str, Built]) -> None:
    """Our pages hold two languages each, for which the site's own search is not made: ours finds them."""
    index = json.loads((both[1].after / "search/search_index.json").read_text(encoding="utf-8"))
    assert not any("Petani memanen" in entry["text"] for entry in index["docs"])


EXTENDING = {
    "base.html": '{% extends "base.html" %}\n' + OVERRIDE,
    "main.html": '{% extends "main.html" %}\n' + OVERRIDE,
    "a page's own template": '{% extends "base.html" %}\n' + OVERRIDE,
}


@pytest.mark.parametrize("dress", ["site", "pages"])
@pytest.mark.parametrize("way", EXTENDING)
def test_our_additions_reach_the_page_whatever_an_override_extends(
    way: str, dress: str, tmp_path: Path
) -> None:
    """The three ways to override: what is theirs is on all pages of a site, what is ours on ours."""
    root = make_site(tmp_path / "site")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("dress: site", f"dress: {dress}")
    settings = settings.replace("  font: false\n", "  font: false\n  custom_dir: overrides\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    name = "landing.html" if way == "a page's own template" else "main.html"
    (root / "overrides").mkdir()
    (root / "overrides" / name).write_text(EXTENDING[way], encoding="utf-8")
    if name == "landing.html":
        page = root / "docs" / "index.md"
        page.write_text(
            page.read_text(encoding="utf-8").replace("---\n", "---\ntemplate: landing.html\n", 1),
            encoding="utf-8",
        )
    build(root, root / "www")
    by_hand = (root / "www/index.html").read_text(encoding="utf-8")
    article = (root / "www/id/2025/03/panen-raya/index.html").read_text(encoding="utf-8")
    assert by_hand.count('<meta name="x-own" content="1">') == 1
    assert "PENGUMUMAN" in by_hand
    assert article.count('<meta name="x-own" content="1">') == (name == "main.html")
    assert article.count("assets/sejajar.css") == article.count("assets/sejajar.js") == 1
    assert by_hand.count("assets/sejajar.css") == (dress == "site")


def refusal(root: Path) -> str:
    """What a build says that must not succeed."""
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(root / "www")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize("theme", ["readthedocs", "mkdocs"])
def test_another_theme_is_refused_with_what_to_do(theme: str, tmp_path: Path) -> None:
    """Our pages are made of Material's templates."""
    site = Existing(f"site_name: Situs Lama\ntheme: {theme}\nplugins:\n  - search\n", PAGES)
    site.make(tmp_path / "site")
    site.add_ours(tmp_path / "site")
    assert (
        f"mkdocs.yml: error theme: the pages are made for Material, and the site's theme is {theme}; write "
        "`theme: {name: material}`, or build the articles as a site of their own (`sejajar init`)"
    ) in refusal(tmp_path / "site")


def test_articles_inside_docs_are_refused(tmp_path: Path) -> None:
    """MkDocs would publish the whole folder: drafts, catalogs and the glossary."""
    root = make_site(tmp_path / "site")
    (root / "content").rename(root / "docs/content")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8")
    settings = settings.replace("dress: site", "content: docs/content")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert (
        "mkdocs.yml: error content-published: the articles' folder, docs/content, lies in docs, and all "
        "there is published: drafts and catalogs too; move it beside docs, and name its new place as "
        "`content`"
    ) in refusal(root)


def test_a_folder_that_is_taken_is_refused_with_the_setting_that_helps(tmp_path: Path) -> None:
    """Where the site has pages in `docs/en`, each is named, and nothing is built over it."""
    taken = SITES["docs/en taken"]
    site = Existing(taken.settings, taken.files)
    site.make(tmp_path / "site")
    site.add_ours(tmp_path / "site")
    said = refusal(tmp_path / "site")
    for name in ("docs/en/index.md", "docs/en/rules.md"):
        assert (
            f"{name}: error foreign-file: this file was not generated, but stands where generated files go; "
            "move it to another folder of docs/, remove it, or name another place for our pages as `paths`"
        ) in said

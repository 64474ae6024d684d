"""A site that somebody has already: what is theirs stays as it was, and what is ours is whole."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from playwright.sync_api import Browser

from browsing import build, opened, until
from existing import (
    BLOG,
    HEAD,
    OURS,
    OVERRIDE,
    PAGES,
    REST,
    SEARCH,
    SITES,
    TERMS,
    THEME,
    Built,
    Existing,
    built,
)
from forking import mkdocs
from served import served
from sites import ARTICLE, ENGLISH, FOLDER, add_article, make_site

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
def test_a_header_of_the_sites_own_leaves_the_way_to_the_other_edition(dress: str, tmp_path: Path) -> None:
    """Where the header has no switch, it stands above the text; and theirs stays the header."""
    root = make_site(tmp_path / "site")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("dress: site", f"dress: {dress}\n      paths: {{id: id/berita, en: en/news}}")
    settings = settings.replace("  font: false\n", "  font: false\n  custom_dir: overrides\n")
    settings = settings.replace("id/index.md", "id/berita/index.md").replace(
        "en/index.md", "en/news/index.md"
    )
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "overrides/partials").mkdir(parents=True)
    header = '<header class="md-header" data-md-component="header">KAMI</header>'
    (root / "overrides/partials/header.html").write_text(header, encoding="utf-8")
    build(root, root / "www")
    article = (root / "www/id/berita/2025/03/panen-raya/index.html").read_text(encoding="utf-8")
    assert header in article
    switch = re.findall(r'<a href="([^"]*)"[^>]*data-sj-switch>', article)
    assert switch == ["../../../../../en/news/2025/03/panen-raya/"]
    assert (root / "www/en/news/2025/03/panen-raya/index.html").is_file()
    feed = (root / "www/en/news/atom.xml").read_text(encoding="utf-8")
    assert "https://example.org/sejajar/en/news/2025/03/panen-raya/" in feed


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
    done = mkdocs("build", "-d", str(root / "www"), cwd=root)
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


def test_static_i18n_beside_us_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """It would build our pages twice, into folders of its own, and lose them without a word."""
    languages = (
        "        - {locale: en, name: English, default: true}\n        - {locale: id, name: Indonesia}\n"
    )
    i18n = "  - i18n:\n      docs_structure: suffix\n      languages:\n" + languages
    site = Existing(HEAD + THEME + SEARCH + i18n, PAGES)
    site.make(tmp_path / "site")
    site.add_ours(tmp_path / "site")
    assert (
        "mkdocs.yml: error languages: mkdocs-static-i18n builds the site once for each language and moves "
        "pages; ours hold both languages, and would be lost; build the articles as a site of their own "
        "(`sejajar init`), and link to it"
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


def test_a_site_that_is_ours_as_a_whole_keeps_its_language_and_its_menu(tmp_path: Path) -> None:
    """`dress: site` on an English site with a blog: what says no language is English, and in both menus."""
    blog = SITES["blog, tags and an override of base.html"]
    site = Existing(blog.settings, blog.files, OURS + "      dress: site\n")
    site.make(tmp_path / "site")
    site.add_ours(tmp_path / "site")
    build(tmp_path / "site", tmp_path / "www")
    for name in ("index.html", "about/index.html", "blog/index.html", "blog/2025/02/01/a-post/index.html"):
        html = (tmp_path / "www" / name).read_text(encoding="utf-8")
        assert '<html lang="en"' in html, name
        assert "assets/sejajar.css" in html, name
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', html)
        assert re.findall(r'<meta property="og:url" content="([^"]*)"', html) == canonical, name
        assert len(canonical) == 1, name
    for name in ("index.html", "id/index.html", "en/index.html"):
        html = (tmp_path / "www" / name).read_text(encoding="utf-8")
        assert re.search(r"<span[^>]*>\s*Blog\s*</span>", html), name


def test_pages_carry_their_dates_as_dates(tmp_path: Path) -> None:
    """What YAML calls a date is one to the plugins that read it, such as those which write feeds."""
    root = make_site(tmp_path / "site")
    command = [str(Path(sys.executable).with_name("sejajar")), "generate"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    text = (root / "docs/id/2025/03/panen-raya.md").read_text(encoding="utf-8")
    assert yaml.safe_load(text.split("---\n")[1])["date"] == dt.date(2025, 3, 6)


def test_the_rss_plugin_takes_the_dates_of_articles(tmp_path: Path) -> None:
    """Its feed has an article with the article's day, and asks git nothing."""
    pytest.importorskip("mkdocs_rss_plugin", reason="mkdocs-rss-plugin is not installed")
    rss = "  - rss:\n      use_git: false\n      match_path: id/2.*\n      date_from_meta:\n"
    rss += "        as_creation: date\n"
    site = Existing(HEAD + THEME + SEARCH + rss, PAGES)
    site.make(tmp_path / "site")
    site.add_ours(tmp_path / "site")
    build(tmp_path / "site", tmp_path / "www")
    feed = (tmp_path / "www/feed_rss_created.xml").read_text(encoding="utf-8")
    assert "Thu, 06 Mar 2025" in feed


def test_git_says_nothing_of_pages_that_it_does_not_know(tmp_path: Path) -> None:
    """The day of the build is no date of an article."""
    site = SITES["awesome-nav and git dates"]
    made = built(site, tmp_path / "site")
    assert "md-source-file" in (made.after / "about/index.html").read_text(encoding="utf-8")
    for path, html in ours("", made.after).items():
        assert "md-source-file" not in html, path


@pytest.mark.parametrize("page", ["guide/existing.md", "panduan/menambahkan.md"])
def test_the_guide_can_be_followed_as_it_is_written(page: str, tmp_path: Path) -> None:
    """Its plugins, its menu and its folders, each in a site of its own, build strict and hold our pages."""
    guide = (Path(__file__).parents[1] / "docs" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```text\n(.*?)^```$", guide, re.M | re.S)
    plugins, menu, folders = (block for block in blocks if block.startswith(("plugins:", "nav:")))
    ways = {plugins: "id en", menu + plugins + "  - blog\n": "id en", folders: "berita news"}
    for number, (settings, roots) in enumerate(ways.items()):
        root = Existing(HEAD + THEME + settings, PAGES | BLOG).make(tmp_path / str(number))
        add_article(root, FOLDER, ARTICLE, ENGLISH | REST)
        (root / "content/glossary.csv").write_text(TERMS, encoding="utf-8")
        build(root, root / "www")
        for edition in roots.split():
            assert (root / "www" / edition / "2025/03/panen-raya/index.html").is_file()


def test_instant_navigation_between_their_pages_and_ours_loads_the_page(
    browser: Browser, tmp_path: Path
) -> None:
    """It would bring neither our styles and scripts nor the page's language, and would leave them behind."""
    site = SITES["plain"]
    files = site.files | {"docs/index.md": "# Our old home\n\n[Berita](id/index.md)\n"}
    root = Existing(site.settings, files).make(tmp_path / "site")
    site.add_ours(root)
    build(root, root / "www")
    with served(root / "www", "https://example.org/sejajar/") as url, opened(browser, url, 1280) as page:
        until(page, "document.querySelector('script#__config')")
        page.get_by_role("link", name="Berita").click()
        page.wait_for_url(f"{url}id/")
        until(page, "document.documentElement.classList.contains('sj-js')")
        until(page, "document.documentElement.lang === 'id'")
        assert page.locator("[data-sj-search]").count() == 1
        page.locator(".md-tabs").get_by_role("link", name="About us").click()
        page.wait_for_url(f"{url}about/")
        until(page, "!document.documentElement.classList.contains('sj-js')")
        until(page, "document.documentElement.lang === 'en'")
        assert page.locator("link[href*='assets/sejajar']").count() == 0

"""`sejajar finish` makes what the plugin makes, of what Zensical has built or MkDocs without the plugin."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

import pytest
from lxml import html as parser  # type: ignore[import-untyped]

from browsing import build
from other_builders import BUILDERS, build_by, finished_by, sejajar
from sites import ARTICLE, ENGLISH, FOLDER, add_article
from test_article_page import make_pages

BY_HAND = """\
---
title: Tentang “kami” & Anda
description: Siapa kami.
lang: {lang}
counterpart: {counterpart}
---

# Tentang kami

Kami menulis tentang sawah.
"""


class Sites(NamedTuple):
    plugin: Path
    """As the plugin builds it."""
    finished: Path


def make(root: Path) -> Path:
    """The site of the page tests with pages written by hand, an alias, and a retracted article."""
    make_pages(root)
    for name, lang, there in (("tentang", "id", "about"), ("about", "en", "tentang")):
        text = BY_HAND.format(lang=lang, counterpart=f"{there}.md")
        (root / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    moved = ARTICLE.replace("place: Bandung", "place: Bandung\naliases: [2025/03/panen]")
    add_article(root, FOLDER, moved, ENGLISH)
    gone = ARTICLE.replace("status: published", "status: retracted").replace("2025-03-06", "2025-03-07")
    add_article(root, "content/2025/2025-03-07-ditarik", gone, {})
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    menu = "nav:\n  - Tentang: tentang.md\n  - About: about.md\n  - Warta: https://example.org/warta\n"
    menu += "  - Bagian:\n      - Arsip: id/arsip/index.md\n      - Topik: id/topik/index.md\n"
    (root / "mkdocs.yml").write_text(settings.replace("\nnav:\n", f"\n{menu}"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make(tmp_path_factory.mktemp("plugin"))
    build(root, root / "www", strict=False)
    return root / "www"


@pytest.fixture(scope="module", params=BUILDERS)
def sites(request: pytest.FixtureRequest, plugin: Path, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return Sites(plugin, finished_by(request.param, make(tmp_path_factory.mktemp(request.param))))


def pages(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix()


SHEETS = "//link[contains(@href, 'assets/sejajar')]/@href"
NOT_OURS = "zensical"
"""In the name of the sheet that its pages have besides."""
OURS = "//article//*[starts-with(@class, 'sj-')]"
TABS = "//*[@class='md-tabs__list']//a"
MENU = "//nav[contains(@class, 'md-nav--primary')]"


def said(folder: Path, name: str) -> dict[str, Any]:
    """What a page tells readers, machines and scripts, whoever built it."""
    tree = parser.fromstring((folder / name).read_bytes().decode())

    def every(query: str) -> list[str]:
        return [" ".join(str(found).split()) for found in tree.xpath(query)]

    def leads(query: str) -> list[str]:
        return [urljoin(f"/{name}", link) for link in every(query)]

    return {
        "language": tree.get("lang"),
        "title": every("//title/text()"),
        "described": every("//meta[@name='description']/@content"),
        "canonical": every("//link[@rel='canonical']/@href"),
        "alternates": every("//link[@hreflang]/@hreflang | //link[@hreflang]/@href"),
        "feeds": every("//link[contains(@type, 'atom') or contains(@type, 'rss')]/@href"),
        "shared": every("//meta[@property]/@content"),
        "data": [json.loads(text) for text in every("//script[@type='application/ld+json']/text()")],
        "robots": every("//meta[@name='robots']/@content"),
        "icons": every("//link[@rel='icon' or @rel='manifest' or @rel='apple-touch-icon']/@href"),
        "home": every("//header//a[contains(@class, 'md-logo')]/@href"),
        "switch": every("//a[@data-sj-switch]/@href | //template/@data-sj-counterpart"),
        "search": every("//*[@data-sj-search]/@data-sj-edition"),
        "archive": leads("//*[@data-sj-search]/@data-sj-archive"),
        "words": every("//*[@data-sj-search]/@data-sj-words | //*[@data-sj-views]/@data-sj-words"),
        "tabs": [*leads(f"{TABS}/@href"), *every(f"{TABS}/text()")],
        "menu": leads(f"{MENU}/ul/li//a[not(starts-with(@href, '#'))]/@href"),
        "contents": every("(//*[@data-md-component='toc'])[last()]//a/@href"),
        "skip": every("//a[@class='md-skip']/text()"),
        "palette": every("//header//form//input/@aria-label | //header//form//label/@title"),
        "editors": every("//footer//a[@class='sj-editors']/@href"),
        "scripts": every("//body/script[contains(@src, 'assets/sejajar')]/@src"),
        "sheets": [one for one in every(SHEETS) if NOT_OURS not in one],
        "text": [b" ".join(parser.tostring(one).split()) for one in tree.xpath(OURS)],
    }


def test_every_page_says_what_the_plugin_has_it_say(sites: Sites) -> None:
    """Language, title, head, menu, switch, search and text of all pages, that for no address too."""
    assert list(pages(sites.finished)) == list(pages(sites.plugin))
    for path in pages(sites.plugin):
        wanted, found = said(sites.plugin, path), said(sites.finished, path)
        if path == "404.html":  # its builder knows the site's languages, and no edition
            for name in ("language", "skip", "home", "palette"):
                del wanted[name], found[name]
        assert {**found, "page": path} == {**wanted, "page": path}


def test_what_stands_beside_the_pages_is_the_same(sites: Sites) -> None:
    """Feeds, cards, sitemap, redirects, icons, search bundles: all files, with their bytes."""

    def beside(folder: Path) -> dict[str, bytes]:
        names = (path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file())
        own = ("cards/", "pagefind/", "assets/icons/", "assets/sejajar", "assets/fonts/", "id/", "en/")
        alone = ("robots.txt", "manifest.webmanifest")
        kept = [name for name in names if name.startswith(own) or name in alone]
        return {name: (folder / name).read_bytes() for name in kept if not name.endswith("index.html")}

    wanted, found = beside(sites.plugin), beside(sites.finished)
    assert sorted(found) == sorted(wanted)
    assert [name for name in wanted if found[name] != wanted[name]] == []
    moved = "id/2025/03/panen/index.html"
    assert (sites.finished / moved).read_bytes() == (sites.plugin / moved).read_bytes()
    assert sorted((sites.finished / "sitemap.xml").read_text().splitlines()) == sorted(
        (sites.plugin / "sitemap.xml").read_text().splitlines()
    )
    assert not (sites.finished / "search.json").exists()


def test_one_policy_and_nothing_that_it_refuses(sites: Sites) -> None:
    """All pages of the theme carry the same policy, and it allows no inline script but the theme's."""
    policies = set()
    for path in pages(sites.finished):
        tree = parser.fromstring((sites.finished / path).read_bytes().decode())
        if not tree.xpath("//header"):
            continue
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        policies.add(policy)
    (policy,) = policies
    assert "default-src 'none'" in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


def test_finished_again_nothing_changes(sites: Sites) -> None:
    """Twice is as once: the same bytes in all files, and no page is written."""
    before = {path: path.read_bytes() for path in sites.finished.rglob("*") if path.is_file()}
    done = sejajar(sites.finished.parent, "finish", str(sites.finished))
    assert done.output.splitlines()[-1] == f"{len(list_of_theme(sites.finished))} pages, 0 written, 0 removed"
    assert {path: path.read_bytes() for path in sites.finished.rglob("*") if path.is_file()} == before


def list_of_theme(folder: Path) -> list[str]:
    return [path for path in pages(folder) if "sejajar-moved.js" not in (folder / path).read_text("utf-8")]


def test_what_has_changed_since_is_brought_in(tmp_path: Path) -> None:
    """A page never lags behind its article, one that is not shown any more goes, and a new one is missed."""
    root = make(tmp_path)
    built = finished_by("mkdocs", root)
    article = root / FOLDER / "article.id.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("1.200 hektare", "1.300 hektare"), encoding="utf-8")
    done = sejajar(root, "finish", str(built))
    assert done.exit_code == 0, done.output
    changed = (built / "id/2025/03/panen-raya/index.html").read_text(encoding="utf-8")
    assert "1.300 hektare" in changed
    article.write_text(text.replace("published", "draft"), encoding="utf-8")
    done = sejajar(root, "finish", str(built))
    assert not (built / "id/2025/03/panen-raya/index.html").exists()
    assert not (built / "id/2025/03/panen/index.html").exists()
    assert "panen-raya" not in (built / "sitemap.xml").read_text(encoding="utf-8")
    article.write_text(text, encoding="utf-8")
    done = sejajar(root, "finish", str(built))
    assert done.exit_code == 1
    assert "www: error built: pages are missing that the content gives, " in done.output


def test_only_a_built_site_is_touched(tmp_path: Path) -> None:
    """Another folder stays as it is, and so does what the plugin has built; the message says what to do."""
    root = make(tmp_path)
    build(root, root / "www", strict=False)
    before = {path: path.read_bytes() for path in (root / "www").rglob("*") if path.is_file()}
    run = "run `sejajar generate --for zensical` and `zensical build`, then this again"
    none = f"this folder holds no built site of these articles; {run}"
    whole = "the plugin has built this site, and nothing is missing in it; publish it as it is"
    for folder, why in (("content", none), ("nowhere", none), ("docs", none), ("www", whole)):
        done = sejajar(root, "finish", str(root / folder))
        assert done.exit_code == 1
        assert f"{folder}: error built: {why}" in done.output
    assert not (root / "nowhere").exists()
    assert {path: path.read_bytes() for path in (root / "www").rglob("*") if path.is_file()} == before


def test_a_page_of_an_unknown_theme_is_refused(tmp_path: Path) -> None:
    """Nothing is written where the pages have not the elements that ours goes by."""
    root = make(tmp_path)
    build_by("mkdocs", root)
    page = root / "www" / "en" / "index.html"
    page.write_text("<!doctype html><html><head></head><body>en</body></html>", encoding="utf-8")
    done = sejajar(root, "finish", str(root / "www"))
    assert done.exit_code == 1
    assert (
        "www/en/index.html: error built: this page is of no theme that can be finished; "
        "build it with Zensical’s own theme or with Material for MkDocs"
    ) in done.output


def test_generate_says_what_zensical_needs(tmp_path: Path) -> None:
    """Warnings with what to write; the documented configuration has none."""
    root = make(tmp_path)
    assert "warning" not in sejajar(root, "generate", "--for", "zensical").output
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  variant: classic\n", "").replace("  - md_in_html\n", "")
    bare, _, _ = settings.partition("nav:\n  - Ten")
    (root / "mkdocs.yml").write_text(f"{bare}copyright: !ENV HOME\n", encoding="utf-8")
    done = sejajar(root, "generate", "--for", "zensical")
    assert done.exit_code == 0
    head = "mkdocs.yml: warning zensical:"
    assert [line for line in done.output.splitlines() if " warning " in line] == [
        f"{head} Zensical builds its modern theme, for which our style sheets are not made; "
        "write `variant: classic` below `theme:`; Material for MkDocs takes no notice of it",
        f"{head} without `nav` Zensical puts every article into the menu of every page; "
        "write `nav:` with the pages that the menu is to have, such as `id/index.md` and `en/index.md`",
        f"{head} the pages need `md_in_html`; add what is missing below `markdown_extensions:`",
    ]
    assert " warning " not in sejajar(root, "generate").output

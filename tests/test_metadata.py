"""What a built site says to search engines and to those who share its links, under a sub-path."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from lxml import etree  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from briefings import ENGLISH as WORDS
from briefings import GLOSSARY, HARVEST, brief, with_metadata, with_state
from browsing import fresh
from forking import mkdocs
from sejajar.model import Correction, Kind, Reference, Segment, Source, Status, numbered
from sejajar.rendering import Described, Publication, View, page_head
from sejajar.rendering.machine.linked_data import news_article, script
from sejajar.site.addresses import page_url
from sites import ARTICLE, ENGLISH, make_site

SITE = "https://example.org/sejajar/"
PUBLICATION = Publication("Meja Uji", SITE)
XHTML = "{http://www.w3.org/1999/xhtml}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

QUOTES = ARTICLE.replace("# Panen raya dimulai di Jawa Barat", '# Harga "beras" 5 < 6 & naik').replace(
    "Petani memanen", '"Petani" & kawan memanen'
)
RETRACTED = ARTICLE.replace("status: published", "status: retracted").replace("2025-03-06", "2025-03-08")
UPDATED = ARTICLE.replace("status: published", "status: published\nupdated: 2025-04-09")


def build(root: Path, target: Path) -> str:
    """Builds into `target` and returns what was said."""
    done = mkdocs("build", "--strict", "-d", str(target), cwd=root)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles: reviewed; with quotes and no English; retracted; updated, with English."""
    days = ("06-panen-raya", "07-harga-beras", "08-ditarik", "09-diperbarui")
    texts = (ARTICLE, QUOTES.replace("2025-03-06", "2025-03-07"), RETRACTED, UPDATED)
    articles = [
        (f"content/2025/2025-03-{day}", text.replace("date: 2025-03-06", f"date: 2025-03-{day[:2]}"), english)
        for day, text, english in zip(days, texts, (ENGLISH, {}, ENGLISH, ENGLISH), strict=True)
    ]
    made = make_site(tmp_path_factory.mktemp("metadata"), articles=articles)
    settings = (made / "mkdocs.yml").read_text(encoding="utf-8")
    features = "  font: false\n  features: [navigation.instant]\n"
    (made / "mkdocs.yml").write_text(settings.replace("  font: false\n", features), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def built(root: Path) -> Path:
    target = root / "www" / "sejajar"
    build(root, target)
    return target


def pages(built: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address below the site's."""
    return {
        path.relative_to(built).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_text(), "html.parser"
        )
        for path in sorted(built.rglob("*.html"))
        if path.name != "404.html" and path.parent.name != "offline"  # no pages of the site's own
    }


def one(page: BeautifulSoup, selector: str, attribute: str) -> str:
    [found] = page.select(selector)
    return str(found[attribute])


def linked(page: BeautifulSoup) -> dict[str, Any]:
    [found] = page.select('script[type="application/ld+json"]')
    data: dict[str, Any] = json.loads(found.text)
    return data


# JSON-LD

SHAPES: dict[str, object] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": "url",
    "url": "url",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "url"},
    "headline": "text",
    "description": "text",
    "inLanguage": "language",
    "datePublished": "date",
    "dateModified": "date",
    "author": [{"@type": "Person", "name": "text"}, {"@type": "Organization", "name": "text", "url": "url"}],
    "translator": [{"@type": "Person", "name": "text"}],
    "editor": [{"@type": "Person", "name": "text"}],
    "publisher": {"@type": "Organization", "name": "text", "url": "url"},
    "image": {"@type": "ImageObject", "url": "url", "width": "number", "height": "number", "caption": "text"},
    "keywords": ["text"],
    "contentLocation": {"@type": "Place", "name": "text"},
    "isBasedOn": {
        "@type": "CreativeWork",
        "url": "url",
        "author": {"@type": "Person", "name": "text"},
        "publisher": {"@type": "Organization", "name": "text"},
    },
    "copyrightNotice": "text",
    "citation": [
        {
            "@type": "CreativeWork",
            "name": "text",
            "url": "url",
            "publisher": {"@type": "Organization", "name": "text"},
        }
    ],
    "correction": [
        {"@type": "CorrectionComment", "text": "text", "inLanguage": "language", "datePublished": "date"}
    ],
    "translationOfWork": {
        "@type": "NewsArticle",
        "@id": "url",
        "url": "url",
        "headline": "text",
        "inLanguage": "language",
    },
    "workTranslation": {
        "@type": "NewsArticle",
        "@id": "url",
        "url": "url",
        "headline": "text",
        "inLanguage": "language",
    },
}
"""What https://schema.org says each term that we use expects, and of which types."""
REQUIRED = {
    "@context",
    "@type",
    "headline",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "inLanguage",
}
VALUES = {
    "url": r"https?://\S+",
    "text": r"(?s).*\S.*",
    "language": r"id|en",
    "date": r"\d{4}-\d\d-\d\d",
    "number": r"\d+",
}


def faults(data: object, shape: object, where: str = "") -> Iterator[str]:
    """Where data is not of its shape: a list's items each fit one of the list's shapes."""
    match data, shape:
        case dict(), dict():
            for key, value in data.items():
                if key not in shape:
                    yield f"{where}.{key}: unknown"
                else:
                    yield from faults(value, shape[key], f"{where}.{key}")
        case list(), list():
            for value in data:
                if all(list(faults(value, one)) for one in shape):
                    yield f"{where}: {value}"
        case ((str() | int()), str()):
            if not re.fullmatch(VALUES.get(shape, re.escape(shape)), str(data)):
                yield f"{where}: {data!r} is no {shape}"
        case _:
            yield f"{where}: {data!r}"


FULL = numbered(
    with_metadata(
        HARVEST,
        authors=("Ana",),
        translators=("Budi",),
        editors=("Citra",),
        updated=date(2025, 7, 22),
        source=Source("Warta Uji", "https://example.org/warta", "Dewi", "Hak cipta Warta Uji"),
        references=(Reference("UNN", "https://example.org/unn", "Judul"), Reference("Antara")),
        corrections=(Correction(date(2025, 7, 25), Segment(Kind.CORRECTION, "Angka diralat.")),),
    )
)


def test_linked_data_have_the_shapes_of_schema_org() -> None:
    """Each term has the type that schema.org expects, with everything known and with nothing but a date."""
    corrected = {**WORDS, "Angka diralat.": "A figure was corrected."}
    image = {"@type": "ImageObject", "url": f"{SITE}x.png", "width": 1, "height": 1, "caption": "x"}
    seen: set[str] = set()
    for article, picture in ((FULL, image), (with_metadata(HARVEST, place="", tags=()), None)):
        for edition in ("id", "en"):
            data = news_article(
                View(brief(article, corrected), edition, GLOSSARY), PUBLICATION, "Isi.", picture
            )
            assert list(faults(data, SHAPES)) == []
            assert set(data) >= REQUIRED
            assert "" not in data.values()
            seen |= set(data)
    assert seen == set(SHAPES), "a shape that nothing uses"


def test_linked_data_tell_one_edition_from_the_other() -> None:
    """The English page is a translation of the Indonesian, each in its language with its own words."""
    corrected = {**WORDS, "Angka diralat.": "A figure was corrected."}
    english = news_article(View(brief(FULL, corrected), "en", GLOSSARY), PUBLICATION, "Text.", None)
    indonesian = news_article(View(brief(FULL, corrected), "id", GLOSSARY), PUBLICATION, "Isi.", None)
    assert english["translationOfWork"]["@id"] == indonesian["@id"] == f"{SITE}id/2025/07/panen-raya/#article"
    assert indonesian["workTranslation"]["@id"] == english["@id"]
    assert (english["headline"], english["inLanguage"]) == ("Main harvest begins", "en")
    assert (indonesian["headline"], indonesian["inLanguage"]) == ("Panen raya dimulai", "id")
    assert english["translator"] == [{"@type": "Person", "name": "Budi"}]
    assert "translator" not in indonesian
    assert english["keywords"] == ["Food"]
    assert english["dateModified"] == "2025-07-25", "a correction is a change"
    assert english["correction"][0]["text"] == "A figure was corrected."
    assert english["isBasedOn"]["author"] == {"@type": "Person", "name": "Dewi"}
    gap = with_state(brief(HARVEST), "Panen raya dimulai", "untranslated")
    alone = news_article(View(gap, "id", GLOSSARY), PUBLICATION, "Isi.", None)
    assert "workTranslation" not in alone, "there is no English yet"
    untranslated = news_article(View(gap, "en", GLOSSARY), PUBLICATION, "Isi.", None)
    assert (untranslated["headline"], untranslated["inLanguage"]) == ("Panen raya dimulai", "id")


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!-- <script>", "a & b", "\u2028"])
def test_nothing_in_linked_data_ends_its_script(text: str) -> None:
    """A title is text to the browser whatever is in it, and the same text to those who read the JSON."""
    html = script({"headline": text})
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not re.search(r"[<>&\u2028]", inside)
    assert json.loads(inside) == {"headline": text}


def test_every_text_in_the_head_is_escaped() -> None:
    """Quotes and brackets in titles stay inside their attributes."""
    page = Described("id/index.md", "id", '"><script>x</script>', "a \"b\" <c> & 'd'")
    head = BeautifulSoup(page_head(page, PUBLICATION), "html.parser")
    assert head.find("script") is None
    assert one(head, '[property="og:title"]', "content") == '"><script>x</script>'
    assert one(head, '[property="og:description"]', "content") == "a \"b\" <c> & 'd'"


@pytest.mark.parametrize("status", [Status.DRAFT, Status.RETRACTED])
def test_what_is_not_published_is_no_news_article(status: Status) -> None:
    """A draft or a retracted article has the card of the site, and no JSON-LD."""
    view = View(brief(with_metadata(HARVEST, status=status)), "id", GLOSSARY)
    head = page_head(Described("id/2025/07/panen-raya.md", "id", "Artikel ditarik", ""), PUBLICATION, view)
    assert "ld+json" not in head
    assert 'content="website"' in head
    assert f"{SITE}cards/id/index.png?" in head
    assert "Panen raya dimulai" not in head


# The built site


def test_each_page_names_its_own_address(built: Path) -> None:
    """Canonical link, Open Graph and, on articles, JSON-LD agree with where the page is."""
    articles = 0
    for address, page in pages(built).items():
        url = SITE + address
        assert one(page, "link[rel=canonical]", "href") == url
        assert one(page, '[property="og:url"]', "content") == url
        said, shared = (
            [str(meta["content"]) for meta in page.select(selector)]
            for selector in ("meta[name=description]", '[property="og:description"]')
        )
        assert said == shared
        assert len(said) == (address != "")  # the fixture's first page has none
        card = one(page, '[property="og:image"]', "content")
        assert re.fullmatch(rf"{SITE}cards/\S+\.png\?[0-9a-f]{{8}}", card)
        assert (built / card.removeprefix(SITE).partition("?")[0]).is_file()
        assert one(page, '[name="twitter:card"]', "content") == "summary_large_image"
        if re.search(r"/2025/03/(?!ditarik)", address):
            articles += 1
            data = linked(page)
            assert list(faults(data, SHAPES)) == []
            assert data["url"] == url
            assert one(page, '[property="og:type"]', "content") == "article"
        else:
            assert not page.select('script[type="application/ld+json"]')
    assert articles == 6


def test_titles_with_quotes_and_brackets_survive(built: Path) -> None:
    """Material writes title and description as they are; here they are escaped, and read back whole."""
    page = pages(built)["id/2025/03/harga-beras/"]
    title = 'Harga "beras" 5 < 6 & naik'
    assert page.select_one("title").text == f"{title} - Meja Uji"  # type: ignore[union-attr]
    assert one(page, '[property="og:title"]', "content") == title
    assert linked(page)["headline"] == title
    assert one(page, "meta[name=description]", "content") == '"Petani" & kawan memanen 1.200 hektare sawah.'
    raw = (built / "id/2025/03/harga-beras/index.html").read_text(encoding="utf-8")
    assert "5 &lt; 6" in raw
    assert "5 < 6" not in raw, "in no place, the header's included"


def test_every_page_leads_to_the_feeds_of_its_edition(built: Path) -> None:
    """Three feeds, each there, of the page's own language; `rel` keeps Material from fetching beside them."""
    for address, page in pages(built).items():
        edition = "en" if address.startswith("en/") else "id"
        links = page.select(f'link[rel~="alternate"][type][href^="{SITE}{edition}/"]')
        told = ((str(link["type"]), str(link["href"])) for link in links)
        feeds = {
            kind: href for kind, href in told if href.count("/") == 5 and not href.endswith("bilingual.xml")
        }
        assert feeds == {
            "application/atom+xml": f"{SITE}{edition}/atom.xml",
            "application/rss+xml": f"{SITE}{edition}/rss.xml",
            "application/feed+json": f"{SITE}{edition}/feed.json",
        }
        assert all((built / url.removeprefix(SITE)).is_file() for url in feeds.values())


def entries(built: Path) -> dict[str, Any]:
    schema = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "sitemap.xsd"))
    tree = etree.fromstring((built / "sitemap.xml").read_bytes())
    schema.assertValid(tree)
    return {str(url.findtext(f"{MAP}loc")): url for url in tree}


def test_the_sitemap_lists_what_may_be_indexed(built: Path) -> None:
    """Valid, and exactly the pages without `noindex`, each with the alternates that the page itself names."""
    listed = entries(built)
    indexed = {}
    for address, page in pages(built).items():
        robots = page.select_one("meta[name=robots]")
        if not robots or "noindex" not in str(robots["content"]):
            indexed[SITE + address] = {
                (str(link["hreflang"]), str(link["href"])) for link in page.select("link[hreflang]")
            }
    told = {
        url: {(str(link.get("hreflang")), str(link.get("href"))) for link in entry.findall(f"{XHTML}link")}
        for url, entry in listed.items()
    }
    assert told == indexed
    home = {("id", f"{SITE}id/"), ("en", f"{SITE}en/"), ("x-default", f"{SITE}id/")}
    assert told[f"{SITE}id/"] == told[f"{SITE}en/"] == home
    assert f"{SITE}id/2025/03/harga-beras/" in told
    assert f"{SITE}en/2025/03/harga-beras/" not in told, "nobody has reviewed it"
    assert f"{SITE}id/2025/03/ditarik/" not in told


def test_alternates_name_each_other(built: Path) -> None:
    """An alternate that does not answer is not believed."""
    listed = entries(built)
    for url, entry in listed.items():
        for link in entry.findall(f"{XHTML}link"):
            back = {str(other.get("href")) for other in listed[link.get("href")].findall(f"{XHTML}link")}
            assert url in back


def test_dates_in_the_sitemap_are_those_of_the_content(built: Path) -> None:
    """`lastmod` is the day of the last change that readers were told of; a list's is its newest article's."""
    days = {url.removeprefix(SITE): entry.findtext(f"{MAP}lastmod") for url, entry in entries(built).items()}
    assert days["id/2025/03/panen-raya/"] == "2025-03-06"
    assert days["id/2025/03/diperbarui/"] == "2025-04-09"
    assert days["id/"] == days["en/archive/"] == days["id/arsip/2025/"] == days[""] == "2025-04-09"
    assert days["id/topik/pangan/"] == days["en/outlets/"] == "2025-04-09"
    assert date.today().isoformat() not in days.values()


def test_robots_and_manifest_lead_where_they_say(built: Path) -> None:
    """The sitemap's absolute address; icons that are there, from every page, in a sub-path."""
    assert (built / "robots.txt").read_text() == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"
    manifest = json.loads((built / "manifest.webmanifest").read_text())
    assert all((built / icon["src"]).is_file() for icon in manifest["icons"])
    assert urljoin(f"{SITE}manifest.webmanifest", manifest["start_url"]) == SITE
    for address, page in pages(built).items():
        for link in page.select("link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest]"):
            target = urljoin(SITE + address, str(link["href"])).removeprefix(SITE)
            assert (built / target).is_file(), link
        schemes = [str(meta["media"]) for meta in page.select("meta[name=theme-color]")]
        assert schemes == ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]


def test_a_second_build_writes_the_same_bytes(root: Path, built: Path, tmp_path: Path) -> None:
    """Everything beside the pages is a function of the content; so is the packed sitemap."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, capture_output=True, check=True)  # with another order of sets
    beside = [path for path in built.rglob("*") if path.suffix in (".xml", ".gz", ".json", ".png", ".txt")]
    assert len(beside) > 15
    for path in beside:
        assert (tmp_path / path.relative_to(built)).read_bytes() == path.read_bytes(), path


def test_own_files_win_and_without_an_address_nothing_is_made_up(tmp_path: Path) -> None:
    """One's own robots.txt stays. Without `site_url`: no feed, card or canonical link, and a line says so."""
    root = make_site(tmp_path)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"site_url: .*\n", "site_url: ''\n", settings)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (root / "docs" / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    said = build(root, root / "site")
    assert (
        said.count("site_url is not set: without it there are no feeds, no sitemap and no cards of links.")
        == 1
    )
    assert (root / "site" / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    for name in ("id/atom.xml", "cards", ".sejajar/cards"):
        assert not (root / "site" / name).exists()
    page = BeautifulSoup((root / "site/id/index.html").read_text(), "html.parser")
    assert page.select('link[rel=canonical], [property^="og:"], link[rel~="alternate"]') == []
    assert (root / "site" / "manifest.webmanifest").is_file()


@pytest.mark.parametrize(
    ("path", "directory", "file"),
    [
        ("index.md", "", "index.html"),
        ("id/index.md", "id/", "id/index.html"),
        ("id/2025/07/panen.md", "id/2025/07/panen/", "id/2025/07/panen.html"),
    ],
)
def test_addresses_are_those_of_mkdocs(path: str, directory: str, file: str) -> None:
    """Both ways of addressing a page, as `use_directory_urls` chooses."""
    assert (page_url(path), page_url(path, directory_urls=False)) == (directory, file)


# In a browser


class Quiet(SimpleHTTPRequestHandler):
    """GitHub Pages's manners: a page that is not there is answered with 404.html."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, *_: object) -> None:
        body = (Path(self.directory) / "sejajar" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def served(built: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sejajar/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_404_page_leads_on_in_both_languages(browser: Browser, served: str) -> None:
    """At any depth under a sub-path: styled, both languages, and every door opens."""
    context = fresh(browser)
    page = context.new_page()
    page.goto(f"{served}id/2025/tidak/ada/")
    assert page.title() == "Halaman tidak ada · No such page - Meja Uji"
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    doors = page.locator(".sj-cover a").evaluate_all("links => links.map(link => link.href)")
    assert doors == [f"{served}{path}" for path in ("id/", "id/arsip/", "en/", "en/archive/")]
    assert page.locator(".sj-cover [lang=en] a").count() == 2
    assert page.evaluate("getComputedStyle(document.querySelector('.sj-both')).display") != "block"
    for door in doors:
        assert page.request.get(door).status == 200
    context.close()


def test_pages_outside_the_sitemap_are_reached_too(browser: Browser, served: str) -> None:
    """Material intercepts links to pages in the sitemap; others load whole, as the other edition does."""
    context = fresh(browser)
    page = context.new_page()
    page.route(f"{SITE}**", lambda route: route.abort())  # the configured address, which is not the test's
    page.goto(f"{served}en/")
    page.evaluate("window.kept = true")
    page.locator('a[href$="2025/03/panen-raya/"]').first.click()
    page.wait_for_url("**/en/2025/03/panen-raya/")
    page.go_back()
    page.locator('a[href$="2025/03/harga-beras/"]').first.click()
    page.wait_for_url("**/en/2025/03/harga-beras/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".sj-article").count() == 1
    page.locator("[data-sj-switch]").click()
    page.wait_for_url("**/id/2025/03/harga-beras/")
    assert page.locator("html").get_attribute("lang") == "id"
    context.close()

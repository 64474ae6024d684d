"""Reading without a network, in a real browser: what was read stays readable, and what is retracted goes."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browsing import build, fresh, until
from served import served
from sites import ARTICLE, ENGLISH, FOLDER, make_site

OTHER = ARTICLE.replace("2025-03-06", "2025-03-07").replace(
    "Panen raya dimulai di Jawa Barat", "Pupuk &lt;langka> & mahal"
)
OTHER_FOLDER = "content/2025/2025-03-07-pupuk"
READ = "id/2025/03/panen-raya/"
UNREAD = "id/2025/03/pupuk/"
KEEPS = "caches.match(new URL({path!r}, {home!r})).then(found => Boolean(found))"


@dataclass(frozen=True)
class Site:
    root: Path
    built: Path
    home: str

    def build(self) -> None:
        build(self.root, self.built)

    def set(self, file: str, before: str, after: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, first: Path) -> Iterator[Site]:
    """A site of two articles below a path, as it was first built; each test may build its own again."""
    make_site(tmp_path / "site", articles=ARTICLES)
    with served(first, "https://example.org/sejajar/") as home:
        yield Site(tmp_path / "site", first, home)


ARTICLES = [(FOLDER, ARTICLE, ENGLISH), (OTHER_FOLDER, OTHER, ENGLISH)]


@pytest.fixture
def first(tmp_path: Path, made: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "built"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_site(tmp_path_factory.mktemp("offline"), articles=ARTICLES)
    build(root, root / "built")
    return root / "built"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = fresh(browser, service_workers="allow")
    yield context
    context.close()


def visit(context: BrowserContext, address: str) -> Page:
    """A page in a tab of its own, once the worker has taken over."""
    page = context.pages[0] if context.pages else context.new_page()
    page.goto(address)
    until(page, "navigator.serviceWorker.controller")
    return page


def until_kept(page: Page, site: Site, path: str, kept: bool = True) -> None:
    asked = f"{KEEPS.format(path=path, home=site.home)}.then(found => {{ window.there = found }}),"
    until(page, f"({asked} window.there === {str(kept).lower()})")


def test_what_was_read_is_read_again_and_what_was_not_says_so(context: BrowserContext, site: Site) -> None:
    """Without a network: a note on the copy; elsewhere a page that says so, with what is kept."""
    page = visit(context, site.home + READ)
    until_kept(page, site, READ)
    context.set_offline(True)
    page.reload()
    assert "Harga gabah ditetapkan Rp6.500 per kilogram." in page.inner_text(".sj-article")
    assert page.inner_text(".sj-saved").startswith(
        "Jaringan tidak menjawab. Ini salinan yang tersimpan pada "
    )
    until(page, "document.querySelector('.sj-reveal')")  # its scripts and styles are kept too
    page.goto(site.home + UNREAD)
    assert page.title() == "Tidak ada jaringan - Meja Uji"
    link = page.get_by_role("link", name="Panen raya dimulai di Jawa Barat")
    page.goto(site.home + UNREAD.replace("id/", "en/"))
    assert page.inner_text("h1") == "No network"
    assert page.get_by_role("link", name="Try again").get_attribute("href") == ""
    link.click()
    assert page.inner_text("h1").startswith("Panen raya dimulai di Jawa Barat")


def test_a_retracted_text_leaves_the_browser_unvisited(context: BrowserContext, site: Site) -> None:
    """It was read and then taken back: once the network is there, another page of the site is enough."""
    page = visit(context, site.home + READ)
    until_kept(page, site, READ)
    context.set_offline(True)
    page.reload()
    assert page.locator(".sj-saved").count() == 1
    site.set(f"{FOLDER}/article.id.md", "status: published", "status: retracted")
    site.build()
    context.set_offline(False)
    page.goto(site.home + "en/")
    until_kept(page, site, READ, kept=False)
    context.set_offline(True)
    page.goto(site.home + READ)
    assert page.inner_text("h1") == "Tidak ada jaringan"
    assert "Panen raya" not in page.content()
    context.set_offline(False)
    page.goto(site.home + READ)
    assert page.inner_text("h1").startswith("Artikel ditarik")


def test_who_is_online_reads_what_is_online(context: BrowserContext, site: Site) -> None:
    """A corrected text is there at the next visit, and a page that has gone is kept no longer."""
    page = visit(context, site.home + READ)
    until_kept(page, site, READ)
    place = site.built / READ / "index.html"
    place.write_text(place.read_text(encoding="utf-8").replace("Rp6.500", "Rp7.000"), encoding="utf-8")
    page.goto(site.home + "id/")
    page.goto(site.home + READ)
    context.set_offline(True)
    page.reload()
    context.set_offline(False)
    place.unlink()
    page.goto(site.home + READ)
    until_kept(page, site, READ, kept=False)


def test_a_month_is_kept_and_given_up(context: BrowserContext, site: Site) -> None:
    """All its articles, unread, from the archive's page, by one button, which takes them away again."""
    page = visit(context, site.home + "en/archive/2025/")
    button = page.get_by_role("button", name="Keep this month for reading offline")
    button.click()
    page.get_by_text("Briefings kept: 2", exact=True).wait_for()
    context.set_offline(True)
    page.goto(site.home + UNREAD.replace("id/", "en/"))
    assert "Pupuk <langka> & mahal" in page.inner_text(".sj-article")
    page.goto(site.home + "en/2024/01/nothing/")
    assert page.get_by_role("link", name="Pupuk <langka> & mahal").count() == 1
    context.set_offline(False)
    page.goto(site.home + "en/archive/2025/")
    page.get_by_role("button", name="Remove this month from the browser").click()
    page.get_by_role("button", name="Keep this month for reading offline").wait_for()
    until_kept(page, site, UNREAD.replace("id/", "en/"), kept=False)


def test_search_and_parts_of_files_are_left_alone(context: BrowserContext, site: Site) -> None:
    """Only what is read is kept, search and feeds are not; what another site on the host keeps stays."""
    page = visit(context, site.home + READ)
    page.evaluate("caches.open('sejajar /other/ shell 1').then(other => other.put('/x', new Response('')))")
    until_kept(page, site, READ)
    page.goto(site.home + "id/")
    for path in ("pagefind/id/pagefind.js", "id/atom.xml", "robots.txt"):
        assert page.evaluate(f"fetch({site.home + path!r}).then(answer => answer.status)") == 200
    kept: list[str] = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async name =>"
        " (await (await caches.open(name)).keys()).map(one => one.url)))).flat()"
    )
    assert not [one for one in kept if "pagefind" in one or one.endswith((".xml", ".txt"))]
    assert page.evaluate("caches.has('sejajar /other/ shell 1')")


def version(site: Site) -> str:
    text = (site.built / "sejajar-worker.js").read_text(encoding="utf-8")
    return str(json.loads(text.partition("\n")[0].removeprefix("const SITE = "))["version"])


def test_a_worker_is_new_when_the_look_is_and_goes_when_it_is_switched_off(
    context: BrowserContext, site: Site
) -> None:
    """An edited article leaves it as it is, a new style sheet does not; `offline: false` takes all away."""
    before = version(site)
    page = visit(context, site.home + READ)
    until_kept(page, site, READ)
    site.set(f"{FOLDER}/article.id.md", "Rp6.500", "Rp6.700")
    site.build()
    assert version(site) == before
    (site.root / "docs" / "more.css").write_text("p { color: inherit }", encoding="utf-8")
    site.set("mkdocs.yml", "plugins:\n", "extra_css: [more.css]\nplugins:\n")
    site.build()
    assert version(site) != before
    page.goto(site.home + "id/")
    names = "caches.keys().then(all => { window.names = all.filter(one => one.includes(' shell ')).join() })"
    until(page, f"({names}, window.names === {f'sejajar /sejajar/ shell {version(site)}'!r})")
    site.set("mkdocs.yml", "      dress: site\n", "      dress: site\n      offline: false\n")
    site.build()
    page.goto(site.home + "id/")
    assert "sejajar-offline.js" not in page.content()
    empty = "caches.keys().then(all => { window.kept = all.length })"
    gone = "navigator.serviceWorker.getRegistrations().then(all => { window.workers = all.length })"
    until(page, f"({gone}, {empty}, window.workers + window.kept === 0)")
    assert not (site.built / "sejajar-retracted.json").exists()


@pytest.mark.parametrize("setting", ["maybe", 1, []])
def test_a_wrong_setting_says_so(setting: Any) -> None:
    """`offline` is true or false."""
    from sejajar.site.settings import read

    settings, (mistake,) = read({"offline": setting})
    assert (mistake.name, mistake.message) == ("offline", f"must be true or false, not {setting!r}")
    assert settings.offline


def test_a_page_of_the_worker_holds_no_address_of_its_own(site: Site) -> None:
    """It is shown in the place of others, at any depth: whatever it needs is in it."""
    for edition in ("id", "en"):
        html = (site.built / "assets" / "offline" / f"{edition}.html").read_text(encoding="utf-8")
        assert re.findall(r'(?:href|src)="([^"]*)"', html) == [""]
        assert f'<html lang="{edition}">' in html


@pytest.mark.parametrize(
    ("dress", "switched", "preview", "expected"),
    [
        ("site", True, False, True),
        ("site", False, False, False),
        ("site", True, True, False),
        ("pages", True, False, False),
    ],
)
def test_a_preview_keeps_nothing(dress: str, switched: bool, preview: bool, expected: bool) -> None:
    """Editors would see what they wrote before; nor does a worker answer for pages that are not ours."""
    from types import SimpleNamespace

    from sejajar.build.publishing import offline

    site: Any = SimpleNamespace(settings=SimpleNamespace(offline=switched, dress=dress))
    assert offline(site, preview=preview) is expected

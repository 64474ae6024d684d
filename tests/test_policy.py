"""The policy of the pages: what it says, what it stops, and that everything of ours works under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer
from playwright.sync_api import Browser, Dialog, Page

from browsing import READY, build, fresh, until
from hostile import NAME, PAYLOADS, hostile_site
from sejajar import rendering
from sejajar.build.policies import refusals
from sejajar.rendering import hash_of, policy, refused, with_policy
from sejajar.rendering.html.policy import STRICT, inline_scripts
from served import served

HOME = "https://example.org/sejajar/"


# The policy itself


def test_the_strict_policy() -> None:
    """Files of the site, WebAssembly for search, styles in the page; no other host, no script in the page."""
    assert policy() == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'"
    )


def test_what_is_allowed_besides_comes_in_one_order() -> None:
    """However it is named, and how often: two builds say the same."""
    wider = {"img-src": ["https://b.example", "https://a.example"], "frame-src": ["https://c.example"]}
    more = {"img-src": ["https://a.example", "'self'"], "frame-src": []}
    assert policy(wider, more) == policy(more, wider)
    assert "img-src 'self' data: https://a.example https://b.example;" in policy(wider, more)
    assert "; frame-src https://c.example;" in policy(wider)


def test_a_policy_stands_before_all_that_it_governs() -> None:
    """After the encoding, which browsers look for in the first thousand bytes."""
    html = (
        '<!doctype html><html><head>\n  <meta charset="utf-8">\n<script>x</script></head><body></body></html>'
    )
    meta = '<meta http-equiv="Content-Security-Policy" content="img-src \'self\'">'
    assert with_policy(html, "img-src 'self'") == html.replace('"utf-8">', f'"utf-8">\n    {meta}')
    assert with_policy("<p>x</p>", "img-src 'self'") == f"\n    {meta}<p>x</p>"


def test_scripts_are_told_from_data() -> None:
    """Only what runs needs a hash; the hash is that of the text between the tags, to the byte."""
    html = (
        '<script>a()</script><script type="application/ld+json">{}</script><script src="x.js"></script>'
        '<script type="module">b()</script><SCRIPT>c()</SCRIPT >'
    )
    assert list(inline_scripts(html)) == ["a()", "b()", "c()"]
    # From the specification's own example: https://www.w3.org/TR/CSP3/#script-src-hash-usage
    assert hash_of("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>a()</script>", [("a()", "script-src", hash_of("a()"))]),
        ('<script src="https://a.example/x.js"></script>', "script-src https://a.example"),
        ("<script src=//a.example/x.js></script>", "script-src https://a.example"),
        ('<img alt="x" src="http://a.example/p.png">', "img-src http://a.example"),
        ('<iframe title="x" src="https://a.example/v"></iframe>', "frame-src https://a.example"),
        ('<link href="https://a.example/c.css" rel="stylesheet">', "style-src https://a.example"),
        ('<link rel="canonical" href="https://a.example/">', ""),
        ('<a href="https://a.example/">x</a>', ""),
        ('<img src="../p.png"><script src="x.js"></script>', ""),
        ("&lt;script&gt;a()&lt;/script&gt;", ""),
    ],
)
def test_what_a_browser_would_refuse_is_named(html: str, expected: Any) -> None:
    """With the directive and the source that would allow it; then nothing more is named."""
    found = list(refused(html, policy()))
    if isinstance(expected, str):
        assert [f"{one.directive} {one.source}" for one in found] == [expected][: bool(expected)]
    else:
        assert found == expected
    allowed = policy({one.directive: [one.source] for one in found})
    assert list(refused(html, allowed)) == []


def test_what_a_page_of_the_site_brings_is_said_once() -> None:
    """With the line for mkdocs.yml that allows it; a second page that brings the same is not named."""
    told: set[rendering.Refused] = set()
    html = '<iframe title="Peta" src="https://peta.example/x?y"></iframe>'
    said = [str(problem) for path in ("a.md", "b.md") for problem in refusals(html, policy(), path, told)]
    assert said == [
        "a.md: warning policy: browsers will refuse “https://peta.example/x?y”: the site’s "
        "Content-Security-Policy does not allow it; allow it in mkdocs.yml, "
        '`policy: {frame-src: ["https://peta.example"]}`, or take it out of the page'
    ]


# Hostile texts in every field


class Site(NamedTuple):
    url: str
    folder: Path
    pages: tuple[str, ...]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A desk that is ours as a whole, with a payload in every field of every article and in its own words."""
    root = hostile_site(tmp_path_factory.mktemp("hostile"))
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    settings |= {"site_name": NAME, "site_description": NAME, "repo_name": NAME, "copyright": "Meja"}
    settings["repo_url"] = "https://github.com/example/meja"
    settings["theme"] |= {
        "features": ["navigation.instant", "navigation.tabs", "navigation.top", "toc.follow"],
        "palette": [{"scheme": "default", "primary": "custom"}, {"scheme": "slate", "primary": "custom"}],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    build(root, root / "www", strict=False)
    every = (path.relative_to(root / "www") for path in (root / "www").rglob("*.html"))
    paths = sorted(str(path) for path in every if path.parent.name != "offline")  # those have no theme
    with served(root / "www", HOME) as address:
        yield Site(address, root / "www", tuple(path.removesuffix("index.html") for path in paths))


def test_all_pages_have_one_policy_and_no_script_of_ours(site: Site) -> None:
    """The same on each, so that a host may send it as a header; scripts in a page are Material's, by hash."""
    policies = set()
    for path in site.folder.rglob("*.html"):
        if 'http-equiv="refresh"' in (html := path.read_text("utf-8")) or path.parent.name == "offline":
            continue
        found = BeautifulSoup(html, "lxml", parse_only=SoupStrainer("meta"))
        (meta,) = found.select("meta[http-equiv=Content-Security-Policy]")
        policies.add(str(meta["content"]))
        assert html.index("Content-Security-Policy") < html.index("<script"), path
        assert not [text for text in inline_scripts(html) if "sj" in text], path
        assert list(refused(html, str(meta["content"]))) == [], path
    (only,) = policies
    assert "'unsafe-inline'" not in re.search(r"script-src ([^;]*)", only)[1]  # type: ignore[index]
    assert "'unsafe-eval'" not in only
    assert "https:" not in only
    assert set(STRICT) - {"frame-src"} == {line.split()[0] for line in only.split("; ")}


WATCH = """
window.faults = []
addEventListener("securitypolicyviolation", one => faults.push(`${one.violatedDirective} ${one.blockedURI}`))
"""
AFTER = """() => ({
  ran: window.ran || 0,
  faults,
  handlers: [...document.querySelectorAll("*")].flatMap(one => one.getAttributeNames())
    .filter(name => name.startsWith("on")),
  frames: document.querySelectorAll("iframe, object, embed, base, form[action*='//']").length,
  foreign: [...document.querySelectorAll("[src], link[rel=stylesheet]")].map(one => one.src || one.href)
    .filter(address => !address.startsWith(location.origin)),
  scripts: [...document.querySelectorAll("a[href]")]
    .filter(one => !/^(https?|mailto):$/.test(one.protocol))
    .filter(one => !(one.download && one.protocol === "data:")).length,
  styles: [...document.querySelectorAll(".md-content__inner :is(style, [style])")]
    .filter(one => !one.closest("table")).length,
  wide: document.documentElement.scrollWidth - innerWidth,
  main: document.querySelector("main .md-content").getBoundingClientRect().width > 0,
})"""
CALM = {"ran": 0, "faults": [], "handlers": [], "frames": 0, "foreign": [], "scripts": 0, "styles": 0}
CALM["main"] = True


class Watched:
    """A page that notes each dialog, each error and each request to another host."""

    def __init__(self, browser: Browser, site: Site, width: int) -> None:
        self.context = fresh(
            browser,
            viewport={"width": width, "height": 900},
            permissions=["clipboard-read", "clipboard-write"],
        )
        self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()
        self.seen: list[str] = []
        self.stopped: list[str] = []
        """Of the requests those that never left, for the policy."""
        self.page.on(
            "requestfailed", lambda asked: self.stopped.append(asked.url) if asked.failure == "csp" else None
        )
        self.page.on("dialog", self.dismiss)
        self.page.on("pageerror", lambda error: self.seen.append(f"error {error}"))
        self.page.on(
            "request",
            lambda asked: None if asked.url.startswith((site.url, "data:")) else self.seen.append(asked.url),
        )

    def dismiss(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def calm(self, path: str) -> None:
        state = self.page.evaluate(AFTER)
        assert state.pop("wide") <= 0, path
        assert state == CALM, path
        assert self.seen == [], path


FACETS = ("topik", "tempat", "media", "topics", "places", "outlets")


PEOPLE = ("orang", "people")


def is_for(path: str, width: int) -> bool:
    """Articles and people by turns in Indonesian, wide, and in English, narrow; of other names one in ten."""
    edition, kind, *names = f"{path}//".split("/")
    if "muatan" in path:
        return (edition, int(path[-3:-1]) % 2) == (("id", 0) if width == 1280 else ("en", 1))
    if kind in PEOPLE and any(names):
        return (edition, sum(names[0].encode()) % 2) == (("id", 0) if width == 1280 else ("en", 1))
    return kind not in FACETS or sum(path.encode()) % 10 == (width == 390)


@pytest.mark.parametrize("width", [1280, 390])
def test_no_text_is_more_than_text(browser: Browser, site: Site, width: int) -> None:
    """With each payload in every field: no dialog, script, foreign request, element or broken layout,
    and nothing that the policy had to stop. Each payload's article and person in one edition, at one width.
    """
    watched = Watched(browser, site, width)
    pages = [path for path in site.pages if is_for(path, width)]
    assert len(pages) > len(PAYLOADS) / 2 + 20
    for path in pages:
        watched.page.goto(site.url + path, wait_until="load")
        watched.calm(path)
    watched.context.close()


def test_search_notes_and_clipboard_work_under_the_policy(browser: Browser, site: Site) -> None:
    """Search finds, a note pops up, a citation is copied, pages change in place; hostile texts in it all."""
    watched = Watched(browser, site, 1280)
    page = watched.page
    page.goto(site.url + "id/2025/01/muatan-05/")
    until(page, READY)
    page.locator(".sj-term").first.focus()
    page.get_by_role("tooltip").wait_for()
    watched.calm("note")
    pair = page.locator(".sj-section .sj-pair:has(.sj-cite)").nth(1)
    pair.hover()
    pair.locator(".sj-cite").click()
    page.locator(".sj-toast:not(:empty)").wait_for()
    assert "onerror=" in str(page.evaluate("navigator.clipboard.readText()"))
    for query in ("onerror", "script", "sesudahnya"):
        page.keyboard.press("/")
        page.locator(".md-search__input").fill(query)
        page.locator(".md-search-result__item").first.wait_for()
        page.locator("[data-sj-results]:not([aria-busy])").wait_for()
        watched.calm(f"search {query}")
        page.keyboard.press("Escape")
    page.evaluate("window.stayed = true")
    page.locator(".md-header .md-logo").click()
    page.locator(".sj-home h2 a").first.click()
    until(page, "document.querySelector('.sj-reveal')")
    assert page.evaluate("window.stayed")
    watched.calm("instant")
    watched.context.close()


def test_what_slips_into_a_page_runs_nothing(browser: Browser, site: Site) -> None:
    """Were a text to become markup after all, the policy stops it: a page is served with payloads raw."""
    watched = Watched(browser, site, 1280)
    payloads = [text for text in PAYLOADS if text.startswith(("<", '">')) and "http-equiv" not in text]
    html = (site.folder / "id/glosarium/index.html").read_text("utf-8")
    whole = html.replace("</article>", "\n".join(payloads) + "</article>")
    assert whole != html
    watched.page.route("**/id/glosarium/", lambda route: route.fulfill(body=whole, content_type="text/html"))
    watched.page.goto(site.url + "id/glosarium/", wait_until="load")
    assert watched.page.evaluate("window.ran || 0") == 0
    assert len(watched.page.evaluate("faults")) > 10
    assert [seen for seen in watched.seen if seen.startswith("dialog")] == []
    assert [asked for asked in watched.seen if asked.startswith("http")] == watched.stopped
    watched.context.close()


def test_feeds_are_well_formed_and_bring_no_markup(site: Site) -> None:
    """XML that parses; in it, and in the JSON, no element that runs or fetches."""
    for edition in ("id", "en"):
        for name in ("atom.xml", "rss.xml", "feed.json"):
            path = site.folder / edition / name
            text = path.read_text("utf-8")
            if path.suffix == ".json":
                items = [item["content_html"] for item in yaml.safe_load(text)["items"]]
            else:
                soup = BeautifulSoup(text, "xml")
                items = [str(one.string) for one in soup.find_all(["content", "encoded"])]
            assert len(items) > 5
            for item in items:
                inside = BeautifulSoup(item, "html.parser")
                assert inside.find_all(["script", "iframe", "object", "embed", "form", "svg", "style"]) == []
                assert [
                    tag for tag in inside.find_all(True) if any(k.startswith("on") for k in tag.attrs)
                ] == []

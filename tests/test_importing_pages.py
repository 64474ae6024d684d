"""Saved pages and addresses: what of a page is the article, what it says of itself, and what is refused."""
# ruff: noqa: E501  (whole messages are long)

from __future__ import annotations

import datetime as dt
import gzip
import json
import logging
import re
import threading
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readability import Document
from readability.readability import Unparseable

from sejajar.commands.sources import Web, gathered
from sejajar.formats.article import dumps
from sejajar.importing import Form, Given, Material, Recognised, recognise
from sejajar.importing.sources import fetch as fetching
from sejajar.importing.sources.addresses import NotFetchedError, Target, is_public, resolve
from sejajar.importing.sources.fetch import Limits, fetch
from sejajar.importing.sources.markup import decode_page, looks_like_page
from sejajar.importing.sources.page import read_page
from sejajar.model import Image, Severity

TODAY = dt.date(2026, 11, 23)
PARAGRAPHS = (
    "Karawang - Pasar Pagi Karawang kembali ramai setelah dua pekan sepi, dan pedagang membuka lapak sejak pukul lima pagi.",
    "Harga cabai turun dari Rp60.000 menjadi Rp45.000 per kilogram, sedangkan bawang putih masih bertahan mahal.",
    "“Sejak Senin harga cabai turun dan pembeli datang lagi,” kata Siti Aminah, pedagang sayur di pasar itu, Minggu.",
    "Pengelola pasar mencatat 1.200 pedagang membuka lapak, hampir dua kali lipat dari bulan lalu yang hanya 700 pedagang.",
)
LD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "name": "Halaman"},
        {
            "@type": "NewsArticle",
            "headline": "Pasar Pagi Karawang Kembali Ramai",
            "datePublished": "2025-07-20T18:10:00Z",
            "dateModified": "2025-07-22T08:00:00+07:00",
            "author": [{"@type": "Person", "name": "Rani Wulandari"}],
            "editor": {"@type": "Person", "name": "Budi Hartono"},
            "publisher": {"@type": "Organization", "name": "Warta Tani"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.wartatani.example/pasar/ramai"},
        },
    ],
}


def page(
    body: str = "",
    head: str = "",
    *,
    ld: object = LD,
    title: str = "Pasar Pagi Karawang Kembali Ramai - Warta Tani",
) -> str:
    paragraphs = body or "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    data = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    menu = "".join(
        f'<li><a href="/{name}">{name}</a></li>' for name in ("Beranda", "Ekonomi", "Olahraga", "Teknologi")
    )
    more = "".join(
        f'<li><a href="/{n}">Berita Lain Nomor {n} yang Tidak Ada Hubungannya dengan Pasar</a></li>'
        for n in range(6)
    )
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}{data}</head><body><nav><ul>{menu}</ul></nav>"
        f"<div class='detail'><h1>Pasar Pagi Karawang Kembali Ramai</h1><div class='content'>{paragraphs}</div></div>"
        f"<div class='terkait'><h3>Berita terkait</h3><ul>{more}</ul></div><footer><p>Hak cipta Warta Tani</p></footer></body></html>"
    )


def read(text: str, **told: object) -> tuple[Material, Recognised]:
    material = read_page(text, "halaman.html").material
    return material, recognise(material, Given(**told), today=TODAY)  # type: ignore[arg-type]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def missing(material: Material, recognised: Recognised) -> Counter[str]:
    assert recognised.article
    own = words(re.sub(r"\\(.)", r"\1", dumps(recognised.article)).replace("&lt;", "<").replace("&amp;", "&"))
    aside = words(" ".join(part.text for part in recognised.aside))
    return words(" ".join(block.text for block in material.blocks)) - own - aside


def test_a_saved_page_becomes_an_article() -> None:
    """Title, day in WIB, change, author, editor, outlet and address come from JSON-LD; menus and lists stay outside."""
    material, recognised = read(page())
    article = recognised.article
    assert article
    assert article.title.text == "Pasar Pagi Karawang Kembali Ramai"
    metadata = article.metadata
    assert (metadata.date, metadata.updated) == (dt.date(2025, 7, 21), dt.date(2025, 7, 22))
    assert (metadata.authors, metadata.editors) == (("Rani Wulandari",), ("Budi Hartono",))
    assert metadata.source
    assert (metadata.source.outlet, metadata.source.url, metadata.source.rights) == (
        "Warta Tani",
        "https://www.wartatani.example/pasar/ramai",
        "",
    )
    assert metadata.place == "Karawang"
    assert len(article.lead) == 4
    assert not missing(material, recognised)
    assert {part.rule for part in recognised.aside} == {"page"}


@pytest.mark.parametrize(
    ("head", "ld", "day"),
    [
        (
            '<meta property="article:published_time" content="2025-07-20T23:30:00+07:00">',
            None,
            dt.date(2025, 7, 20),
        ),
        (
            '<meta property="article:published_time" content="2025-07-20T17:30:00+00:00">',
            None,
            dt.date(2025, 7, 21),
        ),
        (
            '<meta property="article:published_time" content="2025-07-20T16:30:00Z">'
            '<link rel="canonical" href="https://www.balipost.com/news/1">',
            None,
            dt.date(2025, 7, 21),
        ),
        (
            '<meta property="article:published_time" content="2025-07-20T14:00:00-04:00">',
            None,
            dt.date(2025, 7, 21),
        ),
        ('<meta name="dtk:publishdate" content="2025/07/20 10:00:00">', None, dt.date(2025, 7, 20)),
        ('<meta itemprop="datePublished" content="2025-07-20">', None, dt.date(2025, 7, 20)),
        ("", {"@type": "NewsArticle", "datePublished": "2025-07-20T22:00:00+09:00"}, dt.date(2025, 7, 20)),
        (
            "",
            [{"@type": ["Article", "NewsArticle"], "datePublished": "2025-07-20 10:00:00"}],
            dt.date(2025, 7, 20),
        ),
    ],
)
def test_days_are_counted_in_indonesia(head: str, ld: object, day: dt.date) -> None:
    """A foreign moment is put into the outlet's zone; one with an Indonesian zone, or without any, keeps its day."""
    _, recognised = read(page(head=head, ld=ld))
    assert recognised.article
    assert recognised.article.metadata.date == day


def test_a_publishers_name_is_no_author() -> None:
    """Neither the outlet nor an address stands among the authors."""
    ld = {**LD["@graph"][1], "author": ["Warta Tani Online", "https://www.facebook.com/wartatani", "Redaksi"]}
    _, recognised = read(page(ld=ld))
    assert recognised.article
    assert recognised.article.metadata.authors == ()


def test_headings_lists_captions_and_bold_lines() -> None:
    """What the page's elements say of a block is believed: headings are sections, captions are set aside."""
    body = (
        f"<figure><img src='a.jpg' alt='Pasar'><figcaption>Suasana pasar pagi. Foto: Rani</figcaption></figure><p>{PARAGRAPHS[0]}</p>"
        f"<h2>Harga cabai</h2><p>{PARAGRAPHS[1]}</p><p><strong>Pembeli kembali</strong></p><p>{PARAGRAPHS[2]}</p>"
        f"<p><b>2. Jumlah pedagang</b><br>{PARAGRAPHS[3]}</p>"
    )
    material, recognised = read(page(body))
    assert recognised.article
    sections = [(section.number, section.heading.text) for section in recognised.article.sections]
    assert sections == [(None, "Harga cabai"), (None, "Pembeli kembali"), (2, "Jumlah pedagang")]
    assert not missing(material, recognised)
    assert ("Suasana pasar pagi. Foto: Rani", "caption") in {
        (part.text, part.rule) for part in recognised.aside
    }


def test_pictures_get_their_captions_where_they_are_stored() -> None:
    """With a file's name for an image's address it is a block with its words and credit."""
    body = (
        f"<p>{PARAGRAPHS[0]}</p><figure><img src='a.jpg' alt='Pasar'><figcaption>Suasana pasar. Foto: Rani</figcaption></figure>"
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])
    )
    _, recognised = read(page(body), pictures={"a.jpg": "gambar-1.jpg"})
    assert recognised.article
    images = [block for block in recognised.article.blocks if isinstance(block, Image)]
    assert [(one.src, one.alt and one.alt.text, one.caption and one.caption.text) for one in images] == [
        ("gambar-1.jpg", "Pasar", "Suasana pasar. Foto: Rani")
    ]


@pytest.mark.parametrize("where", ["template", "next", "ld"])
def test_a_body_that_stands_only_in_data(where: str) -> None:
    """In `<template>`, in `__NEXT_DATA__` or in JSON-LD the article is found all the same."""
    html = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    if where == "template":
        text = page(f"<template>{html}</template>")
    elif where == "next":
        data = json.dumps({"props": {"pageProps": {"news": {"content": html, "title": "Pasar"}}}})
        text = page(
            "<div>Memuat</div>", f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
        )
    else:
        text = page("<div>Memuat</div>", ld={**LD["@graph"][1], "articleBody": "\n".join(PARAGRAPHS)})
    _, recognised = read(text)
    assert recognised.article
    assert len(recognised.article.lead) == 4


TEASERS = "".join(
    f"<article><h2><a href='/{n}'>Judul Berita Nomor {n} tentang Pasar Pagi</a></h2><p>Ringkasan singkat berita nomor {n} tentang pasar.</p></article>"
    for n in range(12)
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (page(TEASERS, ld={"@type": "CollectionPage"}), "no-article: the page is a list of articles or holds none; import the page of one article, or paste its text"),
        (page("<p>Indeks berita</p>", '<meta property="og:type" content="website">', ld=None), "no-article: the page is a list of articles or holds none; import the page of one article, or paste its text"),
        (page("".join(f"<figure><img src='{n}.jpg'><figcaption>Foto {n}</figcaption></figure>" for n in range(8)), ld={"@type": "ImageGallery"}), "no-article: the page shows pictures and no article's text; import the page of an article"),
        (page(f"<p>{PARAGRAPHS[0]}</p><p>Berlangganan untuk membaca seluruh artikel.</p>", ld={**LD["@graph"][1], "isAccessibleForFree": "False"}), "paywall: the page shows only the beginning of an article that is for subscribers; open it as a subscriber, and save or paste the whole text"),
    ],
)  # fmt: skip
def test_pages_without_an_article_are_refused(text: str, problem: str) -> None:
    """A list, a gallery and the beginning of a paid article each get one clear error."""
    _, recognised = read(text)
    assert recognised.article is None
    assert [str(one) for one in recognised.problems if one.severity is Severity.ERROR] == [
        f"halaman.html: error {problem}"
    ]


def test_a_saved_part_names_the_others() -> None:
    """Of an article of several parts a saved page is one; the editor is told where all of it is."""
    links = '<div class="paging"><a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=all">Tampilkan semua</a></div>'
    found = read_page(page("".join(f"<p>{text}</p>" for text in PARAGRAPHS) + links), "halaman.html")
    assert found.whole == "https://www.wartatani.example/pasar/ramai?page=all"
    assert [str(one) for one in found.material.problems if one.code == "parts"] == [
        "halaman.html: warning parts: the page is one part of an article of several parts; import its address, or save "
        "https://www.wartatani.example/pasar/ramai?page=all and import that"
    ]


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("“Siap”".encode(), "iso-8859-1", "“Siap”"),
        ("“Siap”".encode("cp1252"), "utf-8", "“Siap”"),
        ("“Siap”".encode("cp1252"), "iso-8859-1", "“Siap”"),
        ("“Siap”".encode("utf-16"), "", "“Siap”"),
        (b'<meta charset="windows-1252">\x93Siap\x94', "", '<meta charset="windows-1252">“Siap”'),
        (b"\x93Siap\x94", "no-such", "“Siap”"),
    ],
)
def test_a_wrong_charset_does_not_matter(data: bytes, charset: str, text: str) -> None:
    """What is UTF-8 is read as such; else the server, the page and at last Windows-1252 are believed."""
    assert decode_page(data, charset) == text


def test_what_looks_like_a_page() -> None:
    """A page is known by its beginning, whatever the file is called; pasted text that holds a tag is none."""
    assert looks_like_page(b"\xef\xbb\xbf\n<!DOCTYPE html><html>")
    assert looks_like_page(b"<!-- saved from url --><html>")
    assert not looks_like_page(b"Judul\n<b>Isi</b>")


tags = st.sampled_from(
    "<p> </p> <div> </div> <h1> <h2> </h2> <li> <ul> </ul> <br> <b> </b> <a href='x'> </a> <script> </script> <!-- --> <template> <table> <td> <img src=a> <figure> <figcaption> <pre> &amp; &#x; <![CDATA[".split(
        " "
    )
)
texts = st.one_of(
    st.text(max_size=40),
    st.sampled_from(PARAGRAPHS),
    st.sampled_from(["Baca juga: Judul Lain", "Editor: Rani Wulandari"]),
)


@given(st.lists(st.one_of(tags, texts), max_size=30))
def test_no_page_raises_and_no_word_is_lost(parts: list[str]) -> None:
    """Any HTML is read or refused with an error; each word of its blocks is in the article or set aside."""
    material, recognised = read("<html>" + " ".join(parts), title="Judul", date=TODAY)
    assert recognised.article or any(one.severity is Severity.ERROR for one in recognised.problems)
    if recognised.article:
        assert not missing(material, recognised)


@given(st.binary(max_size=300))
def test_no_bytes_of_a_page_raise(data: bytes) -> None:
    """Whatever bytes begin like a page, the answer is an article or an error."""
    found = gathered("halaman.html", b"<html>" + data, Web())
    recognised = recognise(found.material, Given(date=TODAY), today=TODAY)
    assert recognised.article or any(one.severity is Severity.ERROR for one in recognised.problems)


# A server on this machine that does what servers do.


class _Handler(BaseHTTPRequestHandler):
    routes: dict[str, Callable[[BaseHTTPRequestHandler], None]]

    def do_GET(self) -> None:
        route = self.routes.get(self.path)
        try:
            if route:
                route(self)
            else:
                self.send_error(404)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


def answer(
    data: bytes | str, kind: str = "text/html", **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    body = data.encode() if isinstance(data, str) else data

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return send


def redirect(target: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return send


@contextmanager
def served(routes: dict[str, Callable[[BaseHTTPRequestHandler], None]]) -> Iterator[str]:
    handler = type("Handler", (_Handler,), {"routes": routes})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def imported(url: str) -> Recognised:
    return recognise(gathered(url, b"", Web(allow_private=True)).material, Given(), today=TODAY)


def errors(recognised: Recognised) -> list[str]:
    return [str(one) for one in recognised.problems if one.severity is Severity.ERROR]


PLAIN = page(ld={**LD["@graph"][1], "mainEntityOfPage": ""})


def test_an_address_is_fetched_through_redirects_and_gzip() -> None:
    """Five redirects are followed, a packed page is unpacked, and a charset that is not so does no harm."""
    routes = {f"/{n}": redirect(f"/{n + 1}") for n in range(1, 6)}
    routes["/6"] = answer(
        gzip.compress(PLAIN.encode()), "text/html; charset=iso-8859-1", Content_Encoding="gzip"
    )
    with served(routes) as base:
        recognised = imported(f"{base}/1")
        assert recognised.article
        assert recognised.article.metadata.source
        assert recognised.article.metadata.source.url == f"{base}/6"
        assert len(recognised.article.lead) == 4
        routes["/0"] = redirect("/1")
        assert errors(imported(f"{base}/0")) == [
            f"{base}/0: error redirects: the address redirects more than 5 times; give the address of the article itself"
        ]


LATER = PLAIN.replace("cabai", "telur").replace("pasar", "toko").replace("Pasar", "Toko")
LATER = LATER.replace("Pengelola", "Pemilik").replace("pembeli", "pelanggan")


def test_all_parts_of_an_article_are_fetched() -> None:
    """`?page=all` is taken where there is one; else the parts' links are followed and the bodies joined."""
    first = PLAIN.replace("</div></div>", '</div><div><a href="/x?page=2">2</a></div></div>', 1).replace(
        PARAGRAPHS[3],
        "Bersambung ke bagian berikutnya, demikian tulis pengelola pasar itu dalam siaran persnya kemarin.",
    )
    whole = PLAIN.replace(
        "</div></div>", '</div><div><a href="/y?page=all">Tampilkan Semua</a></div></div>', 1
    )
    routes = {
        "/x": answer(first),
        "/x?page=2": answer(LATER),
        "/y": answer(first.replace("/x?page=2", "/y?page=all").replace(">2<", ">Tampilkan Semua<")),
        "/y?page=all": answer(whole),
    }
    with served(routes) as base:
        joined = imported(f"{base}/x").article
        assert joined
        assert len(joined.lead) == 8
        one = imported(f"{base}/y").article
        assert one
        assert PARAGRAPHS[3] in [segment.text for segment in one.segments]


def test_parts_that_only_the_part_before_leads_to() -> None:
    """Each part may link the next one alone, and any part's address may be the one that was given."""

    def part(number: int, following: str) -> str:
        text = PLAIN.replace("</div></div>", f"</div><div>{following}</div></div>", 1)
        return text.replace(
            PARAGRAPHS[3], f"Bagian {number} dari siaran pers pengelola pasar itu selesai di sini."
        )

    routes = {
        "/x": answer(part(1, '<a href="/x?page=2">Selanjutnya</a>')),
        "/x?page=2": answer(part(2, '<a href="/x?page=3">Selanjutnya</a>')),
        "/x?page=3": answer(part(3, '<a href="/x?page=2">2</a>')),
    }
    with served(routes) as base:
        for address in ("/x", "/x?page=2", "/x?page=3"):
            article = imported(f"{base}{address}").article
            assert article
            text = dumps(article)
            assert re.findall(r"Bagian (\d) dari", text) == ["1", "2", "3"]


def test_what_libraries_log_is_not_shown_and_other_logs_are(caplog: pytest.LogCaptureFixture) -> None:
    """Their logs are silent while they read a page for us, and as they were before and afterwards."""
    text = "<html><body></body></html>"
    with pytest.raises(Unparseable):
        Document("").summary()
    assert [one.name for one in caplog.records] == ["readability.readability"]
    caplog.clear()
    log = logging.getLogger("readability.readability")
    level = log.level
    read_page(text, "a.html")
    assert caplog.records == []
    log.error("of somebody else")
    assert [one.message for one in caplog.records] == ["of somebody else"]
    assert log.level == level


def test_what_is_too_large_or_never_ends_is_given_up() -> None:
    """Limits of size and time hold for what comes, whatever the server says of it."""

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"<p>")
            handler.wfile.flush()
            time.sleep(0.02)

    ticks = iter(range(10_000))
    with served(
        {
            "/large": answer(b"<p>" * 400_000),
            "/packed": answer(gzip.compress(b"<p>" * 400_000), Content_Encoding="gzip"),
            "/endless": endless,
        }
    ) as base:
        small = Limits(largest=1_000_000)
        for path in ("/large", "/packed"):
            with pytest.raises(NotFetchedError) as refused:
                fetch(base + path, allow_private=True, limits=small)
            assert (refused.value.code, refused.value.message) == (
                "too-large",
                "the page is larger than 1 MB",
            )
        with pytest.raises(NotFetchedError) as refused:
            fetch(
                f"{base}/endless",
                allow_private=True,
                limits=Limits(total=8),
                clock=lambda: float(next(ticks)),
            )
        assert (refused.value.code, refused.value.message) == (
            "timeout",
            "the page did not end within 8 seconds",
        )


def test_a_private_address_is_never_fetched_unasked() -> None:
    """Not by its number, not by a name, not by a redirect: what is asked is what was checked."""
    with served({"/x": answer(PLAIN)}) as base:
        assert errors(recognise(gathered(f"{base}/x", b"", Web()).material, Given(), today=TODAY)) == [
            f"{base}/x: error private-address: 127.0.0.1 is 127.0.0.1, an address of this machine or of a private network; "
            "allow it with --allow-private if the server is your own, or save the page and import the file"
        ]
    with pytest.raises(NotFetchedError):
        resolve("http://localhost/x", allow_private=False)


def test_a_redirect_into_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that leads to this machine is followed up to there and no further."""
    asked: list[str] = []

    def public_first(url: str, *, allow_private: bool) -> Target:
        asked.append(url)
        # The first server stands for a public one; every later address is checked as ever.
        return resolve(url, allow_private=allow_private or "/out" in url or "robots" in url)

    monkeypatch.setattr(fetching, "resolve", public_first)
    with served({"/out": redirect("/secret"), "/secret": answer(PLAIN)}) as base:
        with pytest.raises(NotFetchedError) as refused:
            fetch(f"{base}/out")
        assert refused.value.code == "private-address"
        assert asked[-1] == f"{base}/secret"


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("::1", False), ("fe80::1", False), ("fc00::1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(number: str, public: bool) -> None:
    """Loopback, private, link-local, shared and reserved ones are not, in whatever clothes."""
    assert is_public(number) is public


@pytest.mark.parametrize(
    "url", ["ftp://contoh.id/x", "file:///etc/passwd", "http://", "http://a:b@contoh.id/", "http://[::1/x"]
)
def test_only_plain_web_addresses_are_fetched(url: str) -> None:
    """Other schemes, passwords and broken addresses are no addresses to fetch."""
    with pytest.raises(NotFetchedError) as refused:
        fetch(url)
    assert refused.value.code == "url"


def test_robots_txt_is_respected() -> None:
    """What the site asks programs not to fetch is not fetched; a site without the file allows all."""
    robots = answer("User-agent: *\nDisallow: /diam/", "text/plain")
    with served({"/robots.txt": robots, "/diam/x": answer(PLAIN), "/buka/x": answer(PLAIN)}) as base:
        assert errors(imported(f"{base}/diam/x")) == [
            f"{base}/diam/x: error robots: the site's robots.txt asks programs not to fetch this page; open it in a browser, and save or paste it"
        ]
        assert imported(f"{base}/buka/x").article


def test_what_is_no_page_is_refused() -> None:
    """A PDF and a missing page are named as such."""
    with served({"/a.pdf": answer(b"%PDF", "application/pdf")}) as base:
        assert errors(imported(f"{base}/a.pdf")) == [
            f"{base}/a.pdf: error not-html: the address leads to application/pdf, not to a web page; give the address of the article's page"
        ]
        assert errors(imported(f"{base}/nix")) == [
            f"{base}/nix: error unreachable: the server answers 404: it has no such page; try again later, or save the page in a browser and import the file"
        ]


def test_pictures_are_fetched_on_request_only() -> None:
    """With images their files and names come along; without, nothing but the page is asked for."""
    body = f"<p>{PARAGRAPHS[0]}</p><p><img src='/a.png' alt='Pasar'></p>" + "".join(
        f"<p>{text}</p>" for text in PARAGRAPHS[1:]
    )
    with served(
        {
            "/x": answer(page(body, ld={**LD["@graph"][1], "mainEntityOfPage": ""})),
            "/a.png": answer(b"\x89PNG", "image/png"),
        }
    ) as base:
        with_images = gathered(f"{base}/x", b"", Web(allow_private=True, images=True))
        assert [block.form for block in with_images.material.blocks if block.address] == [Form.IMAGE]
        assert not gathered(f"{base}/x", b"", Web(allow_private=True)).files

"""Books of briefings: EPUB files that are whole, which articles are in them, the same bytes again."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import posixpath
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

import epubcheck
from booked import LONG, LONG_ENGLISH, PLAIN, hard_site
from sejajar import catalogs
from sejajar.cli import main
from sejajar.model import signed
from sejajar.rendering.books.facing import _pages_of
from sejajar.rendering.books.pictures import WIDEST, illustration
from sites import FOLDER, add_article, make_site, many_articles

H = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Run = Callable[..., Result]


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], catch_exceptions=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hard_site(tmp_path_factory.mktemp("books"))


@pytest.fixture(autouse=True)
def _in_desk(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(scope="module")
def book(desk: Path) -> zipfile.ZipFile:
    """The EPUB of the whole site, whose articles are as hard to bind as we could make them."""
    done = run("-f", desk / "mkdocs.yml", "book", desk / "semua.epub")
    assert done.exit_code == 0, done.output
    return zipfile.ZipFile(desk / "semua.epub")


def pages(book: zipfile.ZipFile) -> dict[str, ET.Element]:
    return {name: ET.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}


def package(book: zipfile.ZipFile) -> ET.Element:
    return ET.fromstring(book.read("EPUB/package.opf"))


def text_of(root: ET.Element) -> str:
    return " ".join("".join(root.itertext()).split())


# The container


def test_the_file_begins_as_an_epub_must(book: zipfile.ZipFile) -> None:
    """The first file is `mimetype`, not compressed, so that a reader knows the book by its first bytes."""
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read(first) == b"application/epub+zip"
    assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_manifest_lists_every_file_and_no_other(book: zipfile.ZipFile) -> None:
    """What is not listed is not shown; what is listed and missing breaks the book."""
    listed = {f"EPUB/{item.get('href')}" for item in package(book).iter(f"{OPF}item")}
    held = {name for name in book.namelist() if name.startswith("EPUB/")} - {"EPUB/package.opf"}
    assert listed == held
    ids = [item.get("id") for item in package(book).iter(f"{OPF}item")]
    assert [ref.get("idref") for ref in package(book).iter(f"{OPF}itemref")] == ids[: len(pages(book))]


def test_every_link_within_the_book_leads_somewhere(book: zipfile.ZipFile) -> None:
    """Contents, page list, landmarks, the legend of states: each names a passage that is there, once."""
    roots = pages(book)
    named = {path: [one.get("id") for one in root.iter() if one.get("id")] for path, root in roots.items()}
    for path, ids in named.items():
        assert len(ids) == len(set(ids)), path
    followed = 0
    for path, root in roots.items():
        for link in root.iter(f"{H}a"):
            href = link.get("href", "")
            if not href.startswith(("https:", "mailto:")):
                file, _, anchor = href.partition("#")
                target = posixpath.normpath(f"{posixpath.dirname(path)}/{file}") if file else path
                assert target in roots, href
                assert not anchor or anchor in named[target], href
                followed += 1
    assert followed > 20


def test_the_licence_of_the_type_comes_with_it(book: zipfile.ZipFile) -> None:
    """Source Serif is embedded under the Open Font License, which asks for its text beside it."""
    fonts = sorted(name for name in book.namelist() if "/fonts/" in name)
    assert fonts == [
        "EPUB/fonts/OFL.txt",
        "EPUB/fonts/source-serif-4-italic.woff2",
        "EPUB/fonts/source-serif-4.woff2",
    ]
    css = book.read("EPUB/style.css").decode()
    for url in re.findall(r'url\("([^"]+)"\)', css):
        assert f"EPUB/{url}" in fonts


@pytest.mark.skipif(
    not epubcheck.named(), reason="$EPUBCHECK names no epubcheck.jar; `make audit` runs it where it finds one"
)
def test_epubcheck_finds_nothing(book: zipfile.ZipFile) -> None:
    """The W3C's checker has neither an error nor a warning for the hardest book."""
    assert book.filename
    assert epubcheck.messages(Path(book.filename)) == []


# Its content


def test_every_text_says_its_language(book: zipfile.ZipFile) -> None:
    """`lang` and `xml:lang` agree everywhere, and of each pair one side is Indonesian, the other English."""
    for root in pages(book).values():
        for one in root.iter():
            assert one.get("lang") == one.get(LANG)
    chapter = pages(book)["EPUB/article-001.xhtml"]
    sides = [one for one in chapter.iter(f"{H}div") if one.get("class") == "sj-sides"]
    told = [
        [side.get("lang") for side in pair] for pair in sides if "sj-gap" not in ET.tostring(pair, "unicode")
    ]
    assert told == [["id", "en"]] * 4
    assert [one.text for one in package(book).iter(f"{DC}language")] == ["id", "en"]


def test_nothing_of_a_hard_title_is_lost(book: zipfile.ZipFile) -> None:
    """Signs that XML knows, quotation marks, emoji and Arabic stand in head, contents and colophon."""
    plain = "Harga < biaya & “untung” 'kecil' 🍚 نص عربي <b>"
    roots = pages(book)
    assert text_of(next(roots["EPUB/article-002.xhtml"].iter(f"{H}h1"))) == plain
    for page in ("nav", "colophon", "article-002"):
        assert plain in text_of(roots[f"EPUB/{page}.xhtml"])
    assert roots["EPUB/article-002.xhtml"].findtext(f"{H}head/{H}title") == plain
    assert LONG.strip() in text_of(roots["EPUB/article-002.xhtml"])
    assert LONG_ENGLISH.strip() in text_of(roots["EPUB/article-002.xhtml"])


def test_what_is_not_translated_says_so(book: zipfile.ZipFile) -> None:
    """A gap is shown as on the site, and the colophon counts what was reviewed."""
    chapter = pages(book)["EPUB/article-001.xhtml"]
    gaps = [text_of(one) for one in chapter.iter(f"{H}p") if one.get("class") == "sj-gap"]
    assert gaps == ["Belum diterjemahkan"] * 3
    assert "5 dari 8 bagian teks telah diperiksa manusia" in text_of(chapter)
    assert "belum diterjemahkan" in text_of(pages(book)["EPUB/colophon.xhtml"])


def test_each_article_names_its_address(book: zipfile.ZipFile) -> None:
    """Who reads it away from the network finds the latest version later."""
    assert "https://example.org/sejajar/id/2025/03/panen-raya/" in text_of(
        pages(book)["EPUB/article-001.xhtml"]
    )


def test_pages_are_numbered_through_the_book(book: zipfile.ZipFile) -> None:
    """The page list names marks in the order of reading, and long text has more of them."""
    nav = pages(book)["EPUB/nav.xhtml"]
    page_list = next(one for one in nav.iter(f"{H}nav") if one.get(f"{EPUB}type") == "page-list")
    numbers = [text_of(link) for link in page_list.iter(f"{H}a")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 5
    marks = [
        one
        for path, root in sorted(pages(book).items())
        for one in root.iter()
        if one.get(f"{EPUB}type") == "pagebreak"
    ]
    assert [one.get("aria-label") for one in marks] == numbers


def test_the_package_says_how_it_can_be_read(book: zipfile.ZipFile) -> None:
    """Who needs a voice or large type knows beforehand; what one picture lacks is not claimed of all."""
    meta = [(one.get("property"), one.text) for one in package(book).iter(f"{OPF}meta")]
    features = [text for name, text in meta if name == "schema:accessibilityFeature"]
    assert "pageNavigation" in features
    assert "alternativeText" in features
    assert ("schema:accessMode", "visual") in meta
    assert ("schema:accessModeSufficient", "textual") in meta
    summaries = [
        one for one in package(book).iter(f"{OPF}meta") if one.get("property", "").endswith("Summary")
    ]
    assert [one.get(LANG) for one in summaries] == ["id", "en"]


def test_people_have_their_roles(book: zipfile.ZipFile) -> None:
    """Authors create, translators contribute; each by MARC's word for it."""
    roles = {one.get("refines"): one.text for one in package(book).iter(f"{OPF}meta")}
    people = [
        (one.text, roles[f"#{one.get('id')}"])
        for name in ("creator", "contributor")
        for one in package(book).iter(f"{DC}{name}")
    ]
    assert people == [("A. & B. <Redaksi>", "aut"), ("Ana Contoh", "trl")]


# Pictures


def test_pictures_are_of_formats_that_every_reader_knows(book: zipfile.ZipFile) -> None:
    """WebP becomes JPEG, a photograph stands upright and tells no place, SVG stays; each has its text."""
    images = sorted(name for name in book.namelist() if "/images/" in name)
    assert images == ["EPUB/images/0001.jpg", "EPUB/images/0002.svg", "EPUB/images/0003.jpg"]
    with Image.open(io.BytesIO(book.read(images[2]))) as photograph:
        assert photograph.size == (WIDEST // 2, WIDEST)
        assert not photograph.getexif()
    shown = list(pages(book)["EPUB/article-002.xhtml"].iter(f"{H}img"))
    assert [(one.get("src"), one.get("alt")) for one in shown] == [
        ("images/0001.jpg", "Sawah & padi"),
        ("images/0002.svg", "Grafik"),
        ("images/0003.jpg", "Potret"),
    ]


@pytest.mark.parametrize(
    ("form", "mode", "expected"),
    [
        ("PNG", "RGBA", "image/png"),
        ("GIF", "P", "image/gif"),
        ("JPEG", "L", "image/jpeg"),
        ("WEBP", "RGBA", "image/png"),
        ("WEBP", "RGB", "image/jpeg"),
        ("AVIF", "RGB", "image/jpeg"),
    ],
)
def test_a_picture_of_each_format(form: str, mode: str, expected: str) -> None:
    """What readers know stays to the byte; what they may not know becomes what keeps its transparency."""
    out = io.BytesIO()
    Image.new(mode, (8, 6)).save(out, form)
    made = illustration(7, out.getvalue(), "image/any")
    assert made.media_type == expected
    assert (made.data == out.getvalue()) == (form not in ("WEBP", "AVIF"))
    assert made.name.startswith("0007.")


# Which articles


def test_what_readers_do_not_see_is_in_no_book(book: zipfile.ZipFile) -> None:
    """Drafts, scheduled and retracted articles stay out, with every word of them."""
    everything = b"".join(book.read(name) for name in book.namelist())
    assert b"rahasia" not in everything
    assert b"Tersembunyi" not in everything


def said(desk: Path, *words: object) -> tuple[int, str]:
    done = run("book", desk / "coba.epub", *words)
    return done.exit_code, done.output.replace(f"{desk}/", "")


def test_a_named_draft_is_named(desk: Path) -> None:
    """Who asks for an article that readers do not see is told why it is not there."""
    draft = "content/2025/2025-05-21-draf"
    assert said(desk, draft) == (
        2,
        f"error: there is nothing to put into the book: {draft}/article.id.md is draft\n",
    )
    assert said(desk, draft, PLAIN) == (
        0,
        f"left out: {draft}/article.id.md is draft\nwrote coba.epub: 1 article\n",
    )


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ((), 3),
        (("--month", "2025-05"), 2),
        (("--month", "2025-3"), 1),
        (("--tag", "pangan"), 3),
        (("--tag", "Food"), 3),
        (("--tag", "harga & upah"), 1),
        (("--tag", "Harga & upah", "--tag", "Pangan", "--since", "2025-05-20"), 1),
        (("--since", "2025-03-06", "--until", "2025-05-04"), 2),
        ((FOLDER, PLAIN), 2),
        ((FOLDER, PLAIN, "--month", "2025-05"), 1),
    ],
)
def test_a_book_holds_what_was_asked_for(desk: Path, words: tuple[str, ...], articles: int) -> None:
    """By folder, month, topic in either language, and days; each narrows what the others have left."""
    done = run("book", desk / "coba.epub", *words, "--json")
    facts = json.loads(done.stdout)
    assert (done.exit_code, facts["articles"]) == (0, articles)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--tag", "Pangn"), "error: no article has the topic Pangn; did you mean pangan?\n"),
        (("--tag", "Xyz"), "error: no article has the topic Xyz\n"),
        (
            ("--month", "2019-01"),
            "error: there is nothing to put into the book: no published article is of that time and topic\n",
        ),
        (
            ("--layout", "facing"),
            "error: an EPUB has no pages that face each other; write a .pdf, or say --layout columns\n",
        ),
    ],
)
def test_what_cannot_be_made_is_said(desk: Path, words: tuple[str, ...], message: str) -> None:
    """In one line, with what to do; nothing is written."""
    assert said(desk, *words) == (2, message)


def test_a_suffix_that_is_no_book_is_refused() -> None:
    """The suffix says what is made."""
    done = run("book", "buku.mobi")
    assert (done.exit_code, done.output) == (
        2,
        "error: buku.mobi has a suffix that is not known; name it *.epub or *.pdf\n",
    )


@pytest.mark.parametrize("name", ["punya.epub", "punya.pdf"])
def test_a_file_of_another_origin_is_never_overwritten(name: str) -> None:
    """Somebody's own e-book or PDF of the same name stays as it is."""
    Path(name).write_bytes(b"%PDF-1.4 somebody's" if name.endswith("pdf") else b"PK somebody's")
    before = Path(name).read_bytes()
    done = run("book", name)
    assert (done.exit_code, done.output) == (
        2,
        f"error: {name} is there already, and no book of Sejajar; give the new one another name\n",
    )
    assert Path(name).read_bytes() == before


def test_a_broken_article_stops_the_book_that_it_belongs_to(tmp_path: Path) -> None:
    """All its problems are printed and nothing is written; a book without it is made."""
    site = make_site(tmp_path)
    add_article(site, PLAIN, "---\ndate: 2025-05-20\ntags: [Lain]\n---\n\n# Judul\n\nTeks.\n", {})
    source = site / FOLDER / "article.id.md"
    source.write_text(source.read_text("utf-8") + "\n![](tiada.jpg)\n", "utf-8")
    config = ["-f", site / "mkdocs.yml", "book", site / "b.epub"]
    stopped = run(*config)
    assert stopped.exit_code == 1
    assert f"{FOLDER}/article.id.md:" in stopped.output
    assert not (site / "b.epub").exists()
    assert run(*config, "--month", "2025-05").exit_code == 0


def test_incomplete_articles_stop_a_book_where_they_stop_a_build(tmp_path: Path) -> None:
    """`on_incomplete: error` holds for books."""
    site = make_site(tmp_path)
    config = site / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("on_incomplete: ignore", "on_incomplete: error"), "utf-8"
    )
    done = run("-f", config, "book", site / "b.epub")
    assert done.exit_code == 1
    assert (
        f"{FOLDER}/article.en.po: error incomplete: of 8 segments, 3 untranslated; "
        "translate them, or say `on_incomplete: ignore` in mkdocs.yml\n"
    ) in done.output


def test_unreviewed_english_is_held_back_as_on_the_site(tmp_path: Path) -> None:
    """`publish_english: reviewed`: a machine's words are not in the book, nor in its title."""
    site = make_site(tmp_path)
    config = site / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("on_incomplete: ignore", "publish_english: reviewed"), "utf-8"
    )
    catalog = site / FOLDER / "article.en.po"
    text = catalog.read_text("utf-8")
    for words in ("Main harvest begins", "The price of paddy was"):
        place = text.index(words)
        start = text.rindex("msgctxt", 0, place)
        text = text[:start] + "#, fuzzy\n" + text[start:]
    catalog.write_text(text, "utf-8")
    assert run("-f", config, "book", site / "b.epub").exit_code == 0
    with zipfile.ZipFile(site / "b.epub") as book:
        everything = b"".join(book.read(name) for name in book.namelist()).decode("utf-8", "ignore")
        assert "Main harvest begins" not in everything
        assert "The price of paddy was" not in everything
        assert "Menunggu pemeriksaan" in everything


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ("", ()),
        ("{pages: none}", ()),
        ("{pages: credits}", ()),
        ("{pages: all}", ("Budi Contoh", "Ana Maria")),
        ("{pages: all, hidden: [Ana Maria]}", ("Budi Contoh",)),
        ("{pages: all, spellings: {Budiman: [Budi Contoh]}}", ("Ana Maria", "Budiman")),
    ],
)
def test_signers_are_named_where_the_site_names_them(
    tmp_path: Path, settings: str, named: tuple[str, ...]
) -> None:
    """`people` of the settings holds for the end of an article, the colophon and the package; no address."""
    site = make_site(tmp_path)
    if settings:
        config = site / "mkdocs.yml"
        config.write_text(
            config.read_text("utf-8").replace("on_incomplete:", f"people: {settings}\n      on_incomplete:"),
            "utf-8",
        )
    path = site / FOLDER / "article.en.po"
    catalog, _ = catalogs.loads(path.read_text("utf-8"), str(path))
    assert catalog is not None
    translated = [entry for entry in catalog.entries if entry.msgstr]
    who = chain(["Ana Maria <ana@example.org>"], repeat("Budi Contoh"))
    done = [signed(one, one.msgstr, next(who), dt.date(2025, 3, 7)) for one in translated]
    path.write_text(catalogs.dumps(catalog.updated(done)), "utf-8")
    assert run("-f", site / "mkdocs.yml", "book", site / "b.epub").exit_code == 0
    with zipfile.ZipFile(site / "b.epub") as book:
        made = {name: book.read(name).decode("utf-8", "ignore") for name in book.namelist()}
    everything = "".join(made.values())
    assert "ana@example.org" not in everything
    for name in {"Ana Maria", "Budi Contoh", "Budiman"} - {*named}:
        assert name not in everything
    for file in ("article-001.xhtml", "colophon.xhtml", "package.opf") if named else ():
        positions = [made[f"EPUB/{file}"].rindex(name) for name in sorted(named)]
        assert positions == sorted(positions)


# Titles


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ((), {"id": "Meja Uji"}),
        (("--month", "2025-05"), {"id": "Meja Uji: Mei 2025", "en": "Meja Uji: May 2025"}),
        (("--tag", "Pangan"), {"id": "Meja Uji: Pangan", "en": "Meja Uji: Food"}),
        ((PLAIN,), {"id": "Judul saja", "en": "A title alone"}),
        (("--title", "Buku <saya>"), {"id": "Buku <saya>"}),
        (("--edition", "en", PLAIN), {"en": "A title alone", "id": "Judul saja"}),
    ],
)
def test_a_book_is_called_by_what_is_in_it(
    desk: Path, words: tuple[str, ...], titles: dict[str, str]
) -> None:
    """In both languages where they differ, that of the edition first."""
    assert said(desk, *words)[0] == 0
    with zipfile.ZipFile("coba.epub") as book:
        root = package(book)
        found = [(one.get(LANG), one.text) for one in root.iter(f"{DC}title")]
        found += [
            (one.get(LANG), one.text)
            for one in root.iter(f"{OPF}meta")
            if one.get("property") == "dcterms:alternative"
        ]
        assert found == list(titles.items())


# The same bytes


def made_alone(desk: Path, name: str, *words: str, **env: str) -> bytes:
    """The book as another process makes it."""
    command = [sys.executable, "-c", "from sejajar.cli import main; main()", "book", name, *words]
    subprocess.run(command, cwd=desk, check=True, capture_output=True, env={**os.environ, **env})
    return (desk / name).read_bytes()


def test_the_same_articles_make_the_same_epub(desk: Path) -> None:
    """Byte for byte, in whatever process, folder and hash order; another selection is another book."""
    one = made_alone(desk, "satu.epub", PYTHONHASHSEED="1")
    assert made_alone(desk, "dua.epub", PYTHONHASHSEED="2") == one
    assert said(desk, PLAIN)[0] == 0
    with zipfile.ZipFile("coba.epub") as other, zipfile.ZipFile("satu.epub") as first:
        identifiers = [package(book).findtext(f".//{DC}identifier") for book in (other, first)]
        assert len(set(identifiers)) == 2


def test_a_book_is_dated_by_its_articles_or_as_it_is_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No clock: the day of the last correction; or SOURCE_DATE_EPOCH."""

    def modified() -> str | None:
        assert said(desk)[0] == 0
        with zipfile.ZipFile("coba.epub") as book:
            return next(
                one.text
                for one in package(book).iter(f"{OPF}meta")
                if one.get("property") == "dcterms:modified"
            )

    assert modified() == "2025-05-20T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    assert modified() == "2025-10-09T08:53:20Z"


def test_two_hundred_articles(tmp_path: Path) -> None:
    """A year's book is whole: each article in spine and contents, and in order."""
    from sejajar.formats import article as format_

    site = make_site(tmp_path, articles=[])
    for one, english in many_articles(200):
        add_article(site, one.folder, format_.dumps(one), english)
    done = run("-f", site / "mkdocs.yml", "book", site / "b.epub")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(site / "b.epub") as book:
        chapters = [name for name in book.namelist() if "/article-" in name]
        assert len(chapters) == 200
        days = [
            next(ET.fromstring(book.read(name)).iter(f"{H}time")).get("datetime", "") for name in chapters
        ]
        assert days == sorted(days)


def test_a_site_without_an_address_makes_a_book_without_addresses(tmp_path: Path) -> None:
    """Nothing leads to a site that is nowhere."""
    site = make_site(tmp_path)
    config = site / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("site_url: https://example.org/sejajar/\n", ""), "utf-8"
    )
    assert run("-f", config, "book", site / "b.epub").exit_code == 0
    with zipfile.ZipFile(site / "b.epub") as book:
        chapter = pages(book)["EPUB/article-001.xhtml"]
        assert "Alamat" not in text_of(chapter)
        assert [
            link.get("href") for link in chapter.iter(f"{H}a") if "warta" not in link.get("href", "")
        ] == ["#a1-pemerintah-menargetkan-2-juta-ton"]


# Facing pages


@pytest.mark.parametrize(
    ("rows", "starts"),
    [
        ([(100, 100, False)] * 3, {0}),
        ([(400, 100, False), (100, 400, False)], {0, 1}),
        ([(500, 500, False), (30, 30, True), (300, 300, False)], {0, 1}),
        ([(200, 200, False), (2000, 1500, False), (50, 50, False)], {0, 2}),
        ([(600, 600, False), (2000, 1500, False), (50, 50, False)], {0, 1, 2}),
    ],
)
def test_both_languages_begin_pages_alike(rows: list[tuple[float, float, bool]], starts: set[int]) -> None:
    """By the taller of two; a heading goes with what it heads; after a passage of pages a new one begins."""
    assert _pages_of(rows)[0] == starts


def test_a_page_of_facing_languages_is_never_overfull() -> None:
    """What is padded to a common height fits on the page that it is on."""
    rows = [
        (float(37 * index % 211 + 20), float(53 * index % 197 + 20), index % 7 == 0) for index in range(300)
    ]
    starts, padded = _pages_of(rows)
    filled = 0.0
    for index, (one, two, _) in enumerate(rows):
        filled = max(one, two) + (0 if index in starts else filled)
        assert index in padded
        assert filled <= 666

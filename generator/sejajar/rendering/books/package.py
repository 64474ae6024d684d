"""An EPUB 3.3 (https://www.w3.org/TR/epub-33/): XHTML pages, what they need, and a package that lists both.

Written here and not by EbookLib, the one well-known library for it: that is under the AGPL, we are under
the MIT licence, and what an EPUB is beyond our own tree is a zip file and two lists.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from sejajar import __version__
from sejajar.language.wording import say
from sejajar.rendering.books.book import Book, people, reviewers
from sejajar.rendering.books.chapter import Chapter, chapter
from sejajar.rendering.books.contents import contents_page
from sejajar.rendering.books.front import colophon, lead, title_page
from sejajar.rendering.books.page_list import PageBreak, paginated
from sejajar.rendering.books.xhtml import OPS, XHTML, el, serialized
from sejajar.site.addresses import other

MADE_BY = b"Sejajar"
"""The comment of the zip file, by which we know a book of ours."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in it: what is in a book tells of no clock."""
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_FONT_TYPES = {"woff2": "font/woff2", "ttf": "font/ttf", "txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the book, as its manifest lists it."""

    id: str
    path: str
    media_type: str
    data: bytes
    properties: str = ""
    in_spine: bool = False


def epub(book: Book) -> bytes:
    """The whole file, the same bytes for the same book."""
    chapters = [chapter(book, view, number) for number, view in enumerate(book.views, 1)]
    breaks = paginated(chapters)
    files = [*_pages(book, chapters, breaks), *_resources(book)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.comment = MADE_BY
        _put(packed, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _put(packed, "META-INF/container.xml", _CONTAINER.encode())
        _put(packed, "EPUB/package.opf", _package(book, files).encode())
        for file in files:
            _put(packed, f"EPUB/{file.path}", file.data)
    return out.getvalue()


def _put(packed: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = how
    info.external_attr = 0o644 << 16
    info.create_system = 3
    packed.writestr(info, data)


def chapter_file(number: int) -> str:
    return f"article-{number:03}.xhtml"


def _pages(book: Book, chapters: Sequence[Chapter], breaks: Sequence[PageBreak]) -> list[_File]:
    own = book.edition
    title = title_page(book)
    about = colophon(book, lambda number: f"{chapter_file(number)}#a{number}")
    nav = contents_page(book, chapters, breaks, chapter_file)
    pages = [
        _page("title", "title.xhtml", book, book.title[own], title),
        _page("nav", "nav.xhtml", book, say(own, "contents"), *nav, properties="nav"),
    ]
    for number, one in enumerate(chapters, 1):
        pages.append(_page(f"a{number}", chapter_file(number), book, one.headings[0].text, one.body))
    pages.append(_page("colophon", "colophon.xhtml", book, say(own, "book-about"), about))
    return pages


def _page(id_: str, path: str, book: Book, title: str, *content: ET.Element, properties: str = "") -> _File:
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("title", title),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("link", rel="stylesheet", type="text/css", href="style.css"),
    )
    body = el("body", *content, class_=f"sj-book sj-{book.layout}")
    root = el("html", head, body, xmlns=XHTML, xmlns__epub=OPS, lang=book.edition)
    if any(one.tag == "svg" for one in root.iter()):
        properties = f"{properties} svg".strip()
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{serialized(root)}\n'
    return _File(id_, path, "application/xhtml+xml", text.encode(), properties, in_spine=True)


def _resources(book: Book) -> list[_File]:
    files = [_File("style", "style.css", "text/css", book.css.encode())]
    for number, (name, data) in enumerate(sorted(book.fonts.items()), 1):
        media_type = _FONT_TYPES[name.rpartition(".")[2]]
        files.append(_File(f"font{number}", f"fonts/{name}", media_type, data))
    for picture in sorted(set(book.pictures.values()), key=lambda one: one.name):
        id_ = f"picture{picture.name.partition('.')[0]}"
        files.append(_File(id_, f"images/{picture.name}", picture.media_type, picture.data))
    return files


def _package(book: Book, files: Sequence[_File]) -> str:
    manifest = [
        el("item", id=one.id, href=one.path, media_type=one.media_type, properties=one.properties or None)
        for one in files
    ]
    spine = [el("itemref", idref=one.id) for one in files if one.in_spine]
    root = el(
        "package",
        _metadata(book),
        el("manifest", *manifest),
        el("spine", *spine),
        xmlns="http://www.idpf.org/2007/opf",
        version="3.0",
        unique_identifier="uid",
        xml__lang=book.edition,
    )
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _metadata(book: Book) -> ET.Element:
    own, there = book.edition, other(book.edition)
    made = el("metadata", xmlns__dc="http://purl.org/dc/elements/1.1/")
    made.append(el("dc:identifier", f"urn:uuid:{book.identifier}", id="uid"))
    made.append(el("dc:title", book.title[own], id="main-title", xml__lang=own))
    made.append(_meta("title-type", "main", refines="#main-title"))
    if book.title[there] != book.title[own]:
        made.append(_meta("dcterms:alternative", book.title[there], xml__lang=there))
    for language in (own, there):
        made.append(el("dc:language", language))
    for number, (name, role) in enumerate(_makers(book), 1):
        kind = "dc:creator" if role == "aut" else "dc:contributor"
        made.append(el(kind, name, id=f"person{number}"))
        made.append(_meta("role", role, refines=f"#person{number}", scheme="marc:relators"))
    made.append(el("dc:publisher", book.told.name))
    made.append(el("dc:date", book.changed.date().isoformat()))
    for language in (own, there):
        made.append(el("dc:description", lead(book, language), xml__lang=language))
    for tag in dict.fromkeys(tag for view in book.views for tag in view.briefing.article.metadata.tags):
        made.append(el("dc:subject", tag, xml__lang="id"))
    for view in book.views:
        if address := book.address(view):
            made.append(_meta("dcterms:references", address))
    if book.rights:
        made.append(el("dc:rights", book.rights))
    made.append(_meta("dcterms:modified", f"{book.changed:%Y-%m-%dT%H:%M:%SZ}"))
    made.append(el("meta", name="generator", content=f"Sejajar {__version__}"))
    for name, value in _accessibility(book):
        made.append(_meta(name, value))
    for edition in (own, there):
        key = "book-access-pictures" if book.pictures else "book-access"
        made.append(_meta("schema:accessibilitySummary", say(edition, key), xml__lang=edition))
    return made


def _meta(name: str, value: str, **attributes: str) -> ET.Element:
    return el("meta", value, property=name, **attributes)


def _makers(book: Book) -> list[tuple[str, str]]:
    """Each with their role as MARC names it; a book of no named author is its site's."""
    found = [(name, "aut") for name in people(book, "authors")] or [(book.told.name, "aut")]
    found += [(name, "trl") for name in people(book, "translators")]
    found += [(name, "edt") for name in people(book, "editors")]
    found += [(name, "rev") for name in reviewers(book.views)]
    return found


def _accessibility(book: Book) -> list[tuple[str, str]]:
    """As https://www.w3.org/TR/epub-a11y-11/ asks; nothing is claimed that this book has not."""
    described = all(book.descriptions)
    found = [("schema:accessMode", "textual")]
    found += [("schema:accessMode", "visual")] if book.pictures else []
    found += [("schema:accessModeSufficient", "textual")] if described else []
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"]
    features += ["pageBreakMarkers", "pageNavigation"]
    features += ["alternativeText"] if book.pictures and described else []
    found += [("schema:accessibilityFeature", name) for name in features]
    found.append(("schema:accessibilityHazard", "none"))
    return found

"""What the tests of catalogs share: small articles, catalogs, and gettext's opinion of a file."""

from __future__ import annotations

import subprocess
from datetime import date

from sejajar.formats.catalog import loads
from sejajar.model import Article, Catalog, Entry, Kind, Metadata, Paragraph, Quote, Segment, numbered, signed

DAY = date(2026, 11, 23)
PATH = "content/2026/2026-11-23-contoh/article.en.po"
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Sejajar\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def article(*texts: str, quotes: tuple[str, ...] = ()) -> Article:
    """An article with the title “Judul” and these paragraphs; those also in `quotes` are quotes."""
    lead = tuple(
        Quote((Segment(Kind.QUOTE, text),)) if text in quotes else Paragraph(Segment(Kind.PARAGRAPH, text))
        for text in texts
    )
    path = "content/2026/2026-11-23-contoh/article.id.md"
    return numbered(Article(path, Metadata(DAY), Segment(Kind.TITLE, "Judul"), (), lead))


def read(text: str) -> Catalog:
    """A file without any problem."""
    catalog, problems = loads(text, PATH)
    assert catalog is not None
    assert not problems
    return catalog


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in loads(text, PATH)[1]]


def paragraphs(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog.entries if entry.kind is not Kind.TITLE]


def all_signed(catalog: Catalog, name: str = "Ana") -> Catalog:
    return catalog.updated(signed(entry, f"EN {entry.msgid}", name, DAY) for entry in catalog.entries)


RICE = "Rusia membeli 2 ribu ton beras dari Korea Utara bulan lalu."
RICE_CORRECTED = RICE.replace("2 ribu", "3 ribu")
PRICES = "Harga pangan di Pyongyang naik lima persen sejak awal tahun."
MINISTER = "Menteri perdagangan kedua negara bertemu di Vladivostok pada hari Minggu."


def gettext(*command: str, text: str) -> str:
    """What a gettext tool prints for a file; it must have no error."""
    done = subprocess.run([*command, "-"], input=text.encode(), capture_output=True, check=False)
    assert done.returncode == 0, f"{done.stderr.decode()}\n{text}"
    return done.stdout.decode()

"""Sites for tests and benchmarks: a folder with mkdocs.yml and content of our own making."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from pathlib import Path

from sejajar import catalogs as catalog_format
from sejajar.formats import article as article_format
from sejajar.model import Article, Block, Kind, Metadata, Paragraph, Quote, Section, Segment, Source, numbered

MKDOCS = """\
site_name: Meja Uji
site_url: https://example.org/sejajar/
theme:
  name: material
  font: false
markdown_extensions:
  - attr_list
  - md_in_html
validation:
  nav:
    omitted_files: ignore
plugins:
  - sejajar:
      dress: site
      on_incomplete: ignore
nav:
  - Beranda: id/index.md
  - Home: en/index.md
"""

INDEX = """\
---
title: Sejajar
lang: id
---

# Sejajar

<!-- sejajar/latest -->
"""

ARTICLE = """\
---
date: 2025-03-06
status: published
place: Bandung
source: {outlet: Warta Uji, url: https://example.org/warta, rights: seizin Warta Uji}
tags: [Pangan]
---

# Panen raya dimulai di Jawa Barat

- Petani memanen 1.200 hektare sawah.

Panen raya dimulai pada Kamis (6/3/2025) di Karawang.

Pemerintah menargetkan 2 juta ton gabah.

## 1. Harga gabah

Harga gabah ditetapkan Rp6.500 per kilogram.

> “Kami menunggu harga yang pantas,” kata Siti, dilansir Warta Uji.
>
> — Siti, petani (via Warta Uji)
"""

ENGLISH = {
    "Panen raya dimulai di Jawa Barat": "Main harvest begins in West Java",
    "Petani memanen 1.200 hektare sawah.": "Farmers are harvesting 1,200 hectares of paddy.",
    "Panen raya dimulai pada Kamis (6/3/2025) di Karawang.": (
        "The main harvest began in Karawang on Thursday (6 March 2025)."
    ),
    "Harga gabah": "The price of paddy",
    "Harga gabah ditetapkan Rp6.500 per kilogram.": "The price of paddy was set at Rp6,500 a kilogram.",
}
"""Of ARTICLE's segments all but three: a paragraph, the quote and its speaker stay untranslated."""

FOLDER = "content/2025/2025-03-06-panen-raya"


def make_site(root: Path, *, articles: Iterable[tuple[str, str, dict[str, str]]] | None = None) -> Path:
    """A small site in `root`: by default one article, ARTICLE with ENGLISH. Returns `root`."""
    (root / "docs").mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (root / "docs" / "index.md").write_text(INDEX, encoding="utf-8")
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "glossary.csv").write_text(
        "indonesian,english\nJawa Barat,West Java\nPangan,Food\n"
        "Bandung,Bandung\nJakarta,Jakarta\nWarta Uji,Warta Uji\n",
        encoding="utf-8",
    )
    for folder, text, english in articles if articles is not None else [(FOLDER, ARTICLE, ENGLISH)]:
        add_article(root, folder, text, english)
    return root


def add_article(root: Path, folder: str, text: str, english: dict[str, str]) -> None:
    """Writes an article's folder with its catalog, in which each text of `english` is reviewed."""
    path = f"{folder}/article.id.md"
    article = article_format.loads(text, path).article
    assert article is not None, text
    catalog = catalog_format.sync(catalog_format.empty(f"{folder}/article.en.po"), article)
    (root / folder).mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    (root / folder / "article.en.po").write_text(
        translated(catalog_format.dumps(catalog), english), encoding="utf-8"
    )


def translated(po: str, english: dict[str, str]) -> str:
    """A catalog's text with the given English typed in, as a person would in an editor."""
    for source, target in english.items():
        escaped = source.replace("\\", "\\\\").replace('"', '\\"')
        typed = target.replace("\\", "\\\\").replace('"', '\\"')
        po = po.replace(f'msgid "{escaped}"\nmsgstr ""', f'msgid "{escaped}"\nmsgstr "{typed}"')
    return po


WORDS = (
    "pemerintah petani harga beras panen jalan kereta menteri laporan daerah ekspor produk warga rencana "
    "anggaran juta persen tahun kota pelabuhan kapal sekolah guru rapat hasil survei bank pasar energi"
).split()
ENGLISH_WORDS = (
    "government farmer price rice harvest road railway minister report region export product citizen plan "
    "budget million percent year city port ship school teacher meeting result survey bank market energy"
).split()


def many_articles(count: int, seed: int = 20250720) -> Iterable[tuple[Article, dict[str, str]]]:
    """`count` articles of 18 segments each, with their English; the same for the same seed."""
    rng = random.Random(seed)
    first = dt.date(2024, 1, 1)

    def sentence(words: list[str], length: int, ending: str = ".") -> str:
        return " ".join(rng.choices(words, k=length)).capitalize() + ending

    for index in range(count):
        english: dict[str, str] = {}

        def say(kind: Kind, length: int, ending: str = ".", english: dict[str, str] = english) -> Segment:
            text = sentence(WORDS, length, ending)
            english[text] = sentence(ENGLISH_WORDS, length + length // 6, ending)
            return Segment(kind, text)

        date = first + dt.timedelta(days=index % 600)
        title = Segment(Kind.TITLE, f"{sentence(WORDS, 7, '')} {index}")
        english[title.text] = f"{sentence(ENGLISH_WORDS, 7, '')} {index}"
        sections = []
        for number in (1, 2, 3):
            heading = say(Kind.HEADING, 5, "")
            blocks: list[Block] = [Paragraph(say(Kind.PARAGRAPH, 34)) for _ in range(3)]
            if number % 2:
                blocks.append(Quote((say(Kind.QUOTE, 22),), None, "Warta Uji"))
            sections.append(Section(heading, tuple(blocks), number))
        article = Article(
            f"content/{date:%Y}/{date}-artikel-{index:05}/article.id.md",
            Metadata(
                date, place="Jakarta", source=Source("Warta Uji", rights="seizin Warta Uji"), tags=("Pangan",)
            ),
            title,
            tuple(say(Kind.POINT, 12) for _ in range(3)),
            (Paragraph(say(Kind.PARAGRAPH, 30)),),
            tuple(sections),
        )
        yield numbered(article), english

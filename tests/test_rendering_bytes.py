"""The HTML of every generated page is, byte for byte, what MkDocs makes of its Markdown."""

from __future__ import annotations

import dataclasses
import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.meta import get_data

from briefings import GLOSSARY, HARVEST, brief, with_metadata
from sejajar import rendering
from sejajar.formats.article import loads
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import Article, Location, Problem, Severity, Status
from sejajar.plugin.converting import contents, converting
from sejajar.rendering import Options, Places
from strategies import articles, texts
from test_rendering_texts import HOSTILE

TEXT = """\
---
date: 2025-07-20
place: Bandung
authors: [Ana]
source: {outlet: Warta Uji, url: https://example.org/warta, author: Budi, rights: seizin Warta Uji}
references: [{outlet: UNN, url: https://example.org/unn, title: Kabar & berita}]
tags: [Pangan, Korea Utara]
updated: 2025-07-22
corrections: [{date: 2025-07-22, text: Angka yang salah.}]
---

# Panen *raya* dimulai

- Petani memanen 1.200 hektare.

Panen dimulai 20 Juli 2025, kata [kantor berita](https://example.org/a?b=1&c=2).

- satu
- dua

1. pertama
2. kedua

## 1. Harga "gabah"

Harga ditetapkan pada 3 Juli 2025 dan 5 Juni 2025.

> “Kami menunggu,” kata Siti.
>
> — Siti, petani (via Warta Uji)

> “Kami tak tahu.”
>
> — (via UNN)

![Kios & <sayur>](foto.jpg "Kios. Foto: Warta Uji")

| Provinsi *baru* | Beras (ton) | Bagian |
|:--|--:|:-:|
| Jawa Timur | 1.234,5 | 54,19% |
| Jumlah & sisa | 2.000* | – |
| Jumlah & sisa | [−3](https://example.org/a?b=1&c=2) |  |

Tabel: Beras menurut provinsi. Sumber: [BPS](https://example.org/bps) {.chart-bar}

| Tahun | Beras | Jagung |
|---|---|---|
| 2023 | 31,10 | 5 |
| 2024 | 30,62 | – |
| Jumlah & sisa | 30,62 | 6 |

{.chart-line}
"""
FULL = loads(TEXT, "content/2025/2025-07-20-penuh/article.id.md", frozenset({"foto.jpg"})).article


def assert_same(pages: tuple[rendering.Page, ...], pictures: tuple[str, ...], directory_urls: bool) -> None:
    """Each page's own HTML is what MkDocs's path gives, links resolved."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Uji", "use_directory_urls": directory_urls})
    config.validate()
    own = converting(config)
    every = [
        File(path, "docs", "site", directory_urls) for path in (*(page.path for page in pages), *pictures)
    ]
    files = Files(every)
    for page in pages:
        file = files.get_file_from_path(page.path)
        assert file
        made = MkDocsPage(None, file, config)
        text = page.text
        made.markdown, made.meta = get_data(text)
        made.render(own, files)
        known = page.converted(text, directory_urls)
        assert made.markdown == known.markdown
        assert str(contents(known.headings)) == str(made.toc)
        theirs, ours = str(made.content), known.html
        difference = difflib.unified_diff(
            theirs.split("\n"), ours.split("\n"), page.path, "ours", lineterm="", n=1
        )
        assert ours == theirs, "\n".join(difference)


def pictures_of(articles: list[Article]) -> tuple[str, ...]:
    return tuple(
        rendering.media_path(article, block.src)
        for article in articles
        for block in article.blocks
        if hasattr(block, "src")
    )


@pytest.mark.parametrize("places", [Places(), Places("berita", "dunia/news")])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_whole_site_is_the_same_both_ways(directory_urls: bool, places: Places) -> None:
    """Articles with all that there is, and every list: home, archive, topics, glossary, the editors' page."""
    assert FULL
    several = [
        FULL,
        *(
            with_metadata(
                dataclasses.replace(HARVEST, path=f"content/2025/2025-07-20-{name}/article.id.md"),
                status=status,
                tags=("Pangan", "R & D"),
                place="Jakarta",
            )
            for name, status in (
                ("satu", Status.PUBLISHED),
                ("dua", Status.DRAFT),
                ("tiga", Status.RETRACTED),
            )
        ),
    ]
    options = Options(flagged={}, places=places)
    pages = rendering.pages([brief(article) for article in several], GLOSSARY, options)
    assert_same(pages, pictures_of(several), directory_urls)
    assert_same(rendering.pages([], GLOSSARY), (), directory_urls)


@settings(max_examples=40)
@given(articles(), st.data())
def test_whatever_the_texts_both_ways_agree(article: Article, data: st.DataObject) -> None:
    """Hostile texts in every field of every segment, and in names."""
    hostile = st.one_of(texts(), st.text(max_size=20), st.sampled_from(HOSTILE))
    english = {segment.text: data.draw(hostile) for segment in article.segments}
    pages = rendering.pages([brief(article, english)], GLOSSARY)
    assert_same(pages, pictures_of([article]), directory_urls=data.draw(st.booleans()))


@settings(max_examples=25)
@given(articles(), st.data())
def test_what_is_added_is_the_same_both_ways(article: Article, data: st.DataObject) -> None:
    """With a term, a finding and a line on every pair, MkDocs still makes the same of it."""
    words = sorted({word for segment in article.segments for word in segment.text.split() if word.isalpha()})
    chosen = data.draw(st.lists(st.sampled_from(words), max_size=5, unique=True)) if words else []
    glossary = Glossary(
        tuple(Term(word, word, (), True, "", "*a* <b>", "[c](d)", n) for n, word in enumerate(chosen))
    )
    problem = Problem(Location("x", 1), Severity.WARNING, "names", "*a* <b> {: .x }", "`b` # c")
    options = Options(
        findings={article.path: {segment.key: (problem,) for segment in article.segments}},
        suggestions="https://a.id/{path}#{line}",
    )
    briefing = brief(article, {segment.text: segment.text for segment in article.segments})
    assert_same(rendering.pages([briefing], glossary, options), pictures_of([article]), directory_urls=True)

"""Rendering: the pages of a site, what each says of itself, and what leads to it."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date

from briefings import (
    ENGLISH,
    GLOSSARY,
    HARVEST,
    brief,
    front,
    text_of,
    with_metadata,
)
from sejajar import rendering
from sejajar.language.inline import plain
from sejajar.language.wording import WORDING
from sejajar.model import (
    Status,
)


def test_every_string_has_both_languages() -> None:
    """Each word of the interface exists in Indonesian and in English, with the same places to fill."""
    fields = {key: [[*string.Formatter().parse(text)] for text in pair] for key, pair in WORDING.items()}
    for key, pair in WORDING.items():
        assert len(pair) == 2, key
        assert all(pair), key
        names = [{name for _, name, _, _ in parsed if name} for parsed in fields[key]]
        assert names[0] == names[1], key


def test_a_generated_file_is_known_by_its_own_path() -> None:
    """The header names path and source; under any other path the same text is somebody else's."""
    page = rendering.pages([brief(HARVEST)], GLOSSARY)[0]
    header = (
        "<!-- Made by sejajar from content/2025/2025-07-20-panen-raya/article.id.md"
        " as id/2025/07/panen-raya.md. Edit the source, not this file. -->\n"
    )
    assert header in page.text
    assert rendering.header(page.path, HARVEST.path) == header
    assert rendering.is_product(page.text, page.path)
    assert not rendering.is_product(page.text, "id/2025/07/lain.md")
    assert not rendering.is_product(f"# Catatan saya\n\n{header}", page.path)
    assert not rendering.is_product("", page.path)


def test_the_pages_of_a_site() -> None:
    """Both editions have every article and the pages that lead to it; each knows its counterpart."""
    older = replace(HARVEST, path="content/2023/2023-01-05-lama/article.id.md")
    older = with_metadata(older, date=date(2023, 1, 5))
    pages = rendering.pages([brief(older), brief(HARVEST)], GLOSSARY)
    assert [page.path for page in pages if page.path.startswith("id/")] == [
        "id/2023/01/lama.md",
        "id/2025/07/panen-raya.md",
        "id/index.md",
        "id/arsip/index.md",
        "id/arsip/2025.md",
        "id/arsip/2023.md",
        "id/topik/index.md",
        "id/tempat/index.md",
        "id/media/index.md",
        "id/media/warta-uji.md",
        "id/tempat/karawang.md",
        "id/topik/pangan.md",
        "id/glosarium.md",
        "id/status.md",
    ]
    assert [page.path for page in pages if page.path.startswith("en/")] == [
        "en/2023/01/lama.md",
        "en/2025/07/panen-raya.md",
        "en/index.md",
        "en/archive/index.md",
        "en/archive/2025.md",
        "en/archive/2023.md",
        "en/topics/index.md",
        "en/places/index.md",
        "en/outlets/index.md",
        "en/outlets/warta-uji.md",
        "en/places/karawang.md",
        "en/topics/pangan.md",
        "en/glossary.md",
        "en/status.md",
    ]
    paths = {page.path for page in pages}
    for page in pages:
        there = front(page)["counterpart"]
        assert there in paths
        assert rendering.PLACES.counterpart(str(there)) == page.path
        assert front(page)["lang"] == page.path[:2]


def test_an_article_as_a_markdown_file() -> None:
    """The whole file, as a person who opens it reads it."""
    article = with_metadata(replace(HARVEST, points=(), sections=()), place="")
    assert text_of(rendering.pages([brief(article)], GLOSSARY), "en/2025/07/panen-raya.md") == (
        """\
---
title: Main harvest begins
description: The harvest began yesterday.
lang: en
counterpart: id/2025/07/panen-raya.md
kind: article
date: 2025-07-20
hide:
- navigation
---

<!-- Made by sejajar from content/2025/2025-07-20-panen-raya/article.id.md as en/2025/07/panen-raya.md."""
        """ Edit the source, not this file. -->

<div class="sj-article" data-edition="en" markdown="1">
<div class="sj-head" markdown="1">
<p class="sj-dateline"><time datetime="2025-07-20">20 July 2025</time></p>

<h1 id="panen-raya-dimulai" lang="en" markdown="span">Main harvest begins</h1>

<div data-side="id" data-nosnippet="">
<p class="sj-subtitle" lang="id">Panen raya dimulai</p>
</div>
<p class="sj-progress"><span class="sj-reviewed">All 2 passages reviewed by a person</span></p>
<details class="sj-means" data-nosnippet="" markdown="1">
<summary>What does this mean?</summary>

Reviewed: a person has read the English and called it finished.


[How the whole site stands](../../status.md#meanings)

</details>
</div>
<div class="sj-pair" id="panen-dimulai-kemarin" data-state="reviewed" markdown="1">
<div lang="en" data-side="en" markdown="1">

The harvest began <em>yesterday</em>.

</div>
<div lang="id" data-side="id" data-nosnippet="" markdown="1">

Panen dimulai <em>kemarin</em>.

</div>
</div>
</div>

<div class="sj-foot" markdown="1">
<dl class="sj-gathered" markdown="1">
<dt>Topics</dt>
<dd markdown="span">[Food](../../topics/pangan.md)</dd>
</dl>
</div>
"""
    )


def test_a_retracted_article_keeps_its_address_and_loses_its_text() -> None:
    """A notice stands there, which names the headline; no other of its words is on a page or in a list."""
    pages = rendering.pages([brief(with_metadata(HARVEST, status=Status.RETRACTED))], GLOSSARY)
    own = ("id/2025/07/panen-raya.md", "en/2025/07/panen-raya.md")
    title = HARVEST.title.text
    headlines = (title, ENGLISH[title])
    said = [text for text in (*ENGLISH, *ENGLISH.values()) if text not in headlines]
    others = [page for page in pages if page.path not in own]
    assert not [page.path for page in others for text in headlines if text in page.text]
    assert not [page.path for page in pages for text in said if plain(text) in page.text or text in page.text]
    page = next(page for page in pages if page.path == "en/2025/07/panen-raya.md")
    assert "has been retracted" in page.text
    meta = front(page)
    assert (meta["title"], meta["robots"], meta["search"]) == (
        "Briefing retracted",
        "noindex",
        {"exclude": True},
    )
    assert "There are no briefings yet." in text_of(pages, "en/index.md")


def test_a_draft_says_so() -> None:
    """On its page and in the lists, and it is not for search engines."""
    pages = rendering.pages([brief(with_metadata(HARVEST, status=Status.DRAFT))], GLOSSARY)
    page = next(page for page in pages if page.path == "id/2025/07/panen-raya.md")
    assert "Artikel ini masih draf dan belum diterbitkan." in page.text
    assert front(page)["robots"] == "noindex"
    assert "Draf" in text_of(pages, "id/index.md")


def test_mostly_unreviewed_english_is_not_for_search_engines() -> None:
    """The English page says noindex where less than half is reviewed; the Indonesian page never."""
    robots = [
        [
            front(page).get("robots")
            for page in rendering.pages([briefing], GLOSSARY)
            if "panen-raya" in page.path
        ]
        for briefing in (brief(HARVEST), brief(HARVEST, {}))
    ]
    assert robots == [[None, None], [None, "noindex"]]


def test_the_archive_stays_light() -> None:
    """Its first page holds counts, so that ten times the articles change nothing but digits."""

    def archive(many: int) -> str:
        made = [
            replace(HARVEST, path=f"content/2025/2025-07-20-panen-{n}/article.id.md") for n in range(many)
        ]
        return text_of(rendering.pages([brief(article) for article in made]), "id/arsip/index.md")

    assert "[2025](2025.md)" in archive(30)
    assert "30 artikel" in archive(30)
    assert len(archive(30)) - len(archive(3)) <= 4


def test_one_briefing_is_counted_as_one() -> None:
    """English has a singular."""
    pages = rendering.pages([brief(HARVEST)], GLOSSARY)
    assert "1 briefing<" in text_of(pages, "en/archive/index.md")
    assert "1 artikel<" in text_of(pages, "id/arsip/index.md")


def test_the_newest_for_a_page_written_by_hand() -> None:
    """Both titles, each leading into its edition by a full page load."""
    made = rendering.latest([brief(HARVEST)], "id", "mula/index.md")
    address = '<a href="../{0}/2025/07/panen-raya/" hreflang="{0}" lang="{0}" target="_self">{1}</a>'
    assert address.format("id", "Panen raya dimulai") in made
    assert address.format("en", "Main harvest begins") in made
    assert rendering.latest([], "en") == "<p><em>There are no briefings yet.</em></p>"

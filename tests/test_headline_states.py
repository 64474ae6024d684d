"""English that no person has reviewed says so wherever it is shown, headlines first of all."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from briefings import ENGLISH, GLOSSARY, HARVEST, brief, converted, front, text_of, with_metadata, with_state
from sejajar import rendering
from sejajar.catalogs import Briefing
from sejajar.model import Edition
from sejajar.rendering import PLACES, Publication, View, card_of, feeds
from sejajar.rendering.machine.search_documents import findable

TITLE, HEADLINE = "Panen raya dimulai", "Main harvest begins"
SITE = Publication("Meja", "https://example.org/")
WORDS = {
    "machine": ("Terjemahan mesin", "Machine translation"),
    "needs-work": ("Perlu disempurnakan", "Needs work"),
    "stale": ("Terjemahan lama", "Older translation"),
}
PAGES = {
    "id": ("index.md", "arsip/2025.md", "topik/pangan.md", "tempat/karawang.md", "status.md"),
    "en": ("index.md", "archive/2025.md", "topics/pangan.md", "places/karawang.md", "status.md"),
}
"""Below each edition: every kind of page that names an article by its title."""


def site(state: str) -> list[Briefing]:
    """An article whose headline is in a state, between two others that lead to it as their neighbour."""
    neighbours = [
        replace(
            with_metadata(HARVEST, date=date(2025, 7, day)),
            path=f"content/2025/2025-07-{day}-lain-{day}/article.id.md",
            title=replace(HARVEST.title, text=f"Kabar lain {day}"),
        )
        for day in (19, 21)
    ]
    english = ENGLISH | {f"Kabar lain {day}": f"Other news {day}" for day in (19, 21)}
    item = brief(HARVEST)
    return [with_state(item, TITLE, state), *(brief(article, english) for article in neighbours)]


def shown(markdown: str) -> str:
    return BeautifulSoup(converted(markdown.split("-->", 1)[-1]), "html.parser").get_text(" ", strip=True)


@pytest.mark.parametrize("edition", ["id", "en"])
@pytest.mark.parametrize("state", WORDS)
def test_an_unreviewed_headline_says_so_wherever_it_stands(state: str, edition: Edition) -> None:
    """Home, archive, topic, place, the editors' page, its neighbours': each time, after the headline."""
    briefings = site(state)
    pages = rendering.pages(briefings, GLOSSARY)
    word = WORDS[state][edition == "en"]
    paths = [f"{edition}/{name}" for name in PAGES[edition]]
    indonesian_alone = ["id/status.md", *(PLACES.article(item.article, "id") for item in briefings[1:])]
    paths += [PLACES.article(item.article, edition) for item in briefings[1:]]
    for path in paths:
        text = shown(text_of(pages, path))
        assert (HEADLINE in text) == (path not in indonesian_alone), path
        assert text.count(f"{HEADLINE} {word}") == text.count(HEADLINE), (path, text)
        assert not re.search(rf"Other news \d+ {word}", text), path
    latest = shown(rendering.latest(briefings, edition))
    assert f"{HEADLINE} {WORDS[state][1]}" in latest
    reviewed = rendering.pages([brief(HARVEST)], GLOSSARY)
    assert not any("sj-state" in page.text for page in reviewed if page.path != f"{edition}/status.md")


@pytest.mark.parametrize(
    ("state", "indonesian", "english"),
    [
        (
            "machine",
            "Judul Inggris: terjemahan mesin, belum diperiksa manusia",
            "English headline: machine translation, not yet reviewed by a person",
        ),
        (
            "needs-work",
            "Judul Inggris: terjemahan ini masih dikerjakan",
            "English headline: this translation is still being worked on",
        ),
        (
            "stale",
            "Judul Inggris: teks Indonesianya berubah setelah bagian ini diterjemahkan",
            "English headline: the Indonesian text has changed since this passage was translated",
        ),
    ],
)
def test_the_articles_own_page_says_it_in_whole_words(state: str, indonesian: str, english: str) -> None:
    """Below both headlines, in the page's language; its title in tabs and shared links has it in brackets."""
    briefings = site(state)
    pages = rendering.pages(briefings, GLOSSARY)
    for edition, words in (("id", indonesian), ("en", english)):
        page = next(page for page in pages if page.path == f"{edition}/2025/07/panen-raya.md")
        assert words in shown(page.text)
        title = f"{HEADLINE} ({WORDS[state][1].lower()})" if edition == "en" else TITLE
        assert front(page)["title"] == title
    card = card_of(View(briefings[0], "id", GLOSSARY), "Meja")
    assert (card.title, card.counterpart) == (TITLE, f"{HEADLINE} ({WORDS[state][1].lower()})")


@pytest.mark.parametrize("state", WORDS)
def test_feeds_say_it_in_words_for_the_entry_and_for_each_passage(state: str) -> None:
    """Feed readers know no marks. Indonesian needs none, and what a person has reviewed has none."""
    item = with_state(brief(HARVEST), TITLE, state)
    for text in ("Petani memanen sawah.", "Harganya tetap.", "Siti, petani"):
        item = with_state(item, text, state)
    word = f"({WORDS[state][1].lower()})"
    made = feeds([View(item, "en", GLOSSARY)], "en", SITE)
    [entry] = json.loads(made["en/feed.json"])["items"]
    assert entry["title"] == f"{HEADLINE} {word}"
    assert entry["summary"] == f"Farmers are harvesting. {word}"
    html = BeautifulSoup(entry["content_html"], "html.parser").get_text("|", strip=True)
    for marked in ("Farmers are harvesting.|", "The price is unchanged.|", "via Warta Uji|"):
        assert marked + word in html
    assert html.count(word) == 3
    assert "3 of 7 passages reviewed by a person" in html
    for name in ("en/atom.xml", "en/rss.xml"):
        assert f"<title>{HEADLINE} {word}</title>" in made[name]
    own = feeds([View(item, "id", GLOSSARY)], "id", SITE)
    assert not any(words.lower() in text for text in own.values() for words in WORDS[state])


def test_search_results_name_the_state_of_a_headline() -> None:
    """In the results of both editions, but not in the text that is searched."""
    item = site("machine")[0]
    names: dict[Edition, str] = {"en": "title", "id": "alt"}
    for edition, name in names.items():
        found = findable(View(item, edition, GLOSSARY))
        assert found
        soup = BeautifulSoup(found.document("page.html").html, "html.parser")
        [meta] = soup.select(f"[data-pagefind-meta='{name}[data-value]']")
        assert meta["data-value"] == f"{HEADLINE} (machine translation)"
        assert "machine translation" not in soup.get_text()


@pytest.mark.parametrize("name", ["about.md", "tentang.md"])
def test_what_the_site_says_about_itself_names_every_state(name: str) -> None:
    """The page about the marks knows each mark there is, and says where headlines have theirs."""
    text = (Path(__file__).parents[1] / "docs" / name).read_text("utf-8")
    edition: Edition = "en" if name == "about.md" else "id"
    for state in rendering.EXCEPTIONAL:
        assert f'data-state="{state}"></span> {rendering.strings(edition)[state]}' in text, state
    assert {"en": "headline", "id": "judul"}[edition] in text.lower()

"""Feeds: valid, read back by a feed parser as they were meant, and functions of the content alone."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from bs4 import BeautifulSoup
from lxml import etree  # type: ignore[import-untyped]

from briefings import ENGLISH, GLOSSARY, HARVEST, brief, with_metadata, with_state
from sejajar.model import (
    EDITIONS,
    Article,
    Edition,
    Image,
    Kind,
    Reference,
    Segment,
    Source,
    Status,
    numbered,
)
from sejajar.rendering import (
    PLACES,
    Publication,
    View,
    bilingual_feed,
    feed_links,
    feeds,
    topic_feed,
)
from sejajar.site.facets import Name

SCHEMAS = Path(__file__).parent / "schemas"
SITE = Publication("Meja & Uji", "https://example.org/sejajar/")


def article(number: int, **changes: object) -> Article:
    """An article of its own day and address; with a picture, and with what an XML writer may stumble over."""
    day = dt.date(2025, 1, 1) + dt.timedelta(days=number)
    picture = Image("foto sawah.jpg", Segment(Kind.ALT, "Sawah"), Segment(Kind.CAPTION, "Foto: <b> & co"))
    made = replace(
        HARVEST,
        path=f"content/2025/{day}-panen-{number}/article.id.md",
        title=Segment(Kind.TITLE, f"Panen <raya> & ]]> “{number}”"),
        lead=(*HARVEST.lead, picture),
    )
    return numbered(with_metadata(made, date=day, **changes))


def made(articles: list[Article], edition: Edition = "id") -> dict[str, str]:
    views = [View(brief(item), edition, GLOSSARY) for item in articles]
    return feeds(views, edition, SITE)


def valid(name: str, text: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMAS / name))
    schema.assertValid(etree.fromstring(text.encode()))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("count", [0, 1, 40])
def test_feeds_are_valid(edition: Edition, count: int) -> None:
    """Atom and RSS satisfy their schemas, JSON Feed its list of members, empty feeds too."""
    texts = made([article(number) for number in range(count)], edition)
    valid("atom.rng", texts[f"{edition}/atom.xml"])
    valid("rss.rng", texts[f"{edition}/rss.xml"])
    feed = json.loads(texts[f"{edition}/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    known = {"version", "title", "home_page_url", "feed_url", "description", "language", "items"}
    assert set(feed) == known
    assert len(feed["items"]) == min(count, 30)
    for item in feed["items"]:
        assert {"id", "url", "content_html"} <= set(item)
        for name in ("date_published", "date_modified"):
            assert dt.datetime.fromisoformat(item[name]).tzinfo


def test_the_schemas_refuse_what_is_wrong() -> None:
    """A schema that takes everything would show nothing: each of these changes makes a feed invalid."""
    texts = made([article(1)])
    for name, text, before, after in (
        ("atom.rng", texts["id/atom.xml"], "<updated>2025-01-02T00:00:00+07:00</updated>", ""),
        ("atom.rng", texts["id/atom.xml"], "00:00:00+07:00", "00:00:00"),
        ("atom.rng", texts["id/atom.xml"], "https://example.org/sejajar/id/2025", "id/2025"),
        ("rss.rng", texts["id/rss.xml"], "02 Jan 2025", "2 Januari 2025"),
        ("rss.rng", texts["id/rss.xml"], ' isPermaLink="true"', ""),
    ):
        assert before in text
        with pytest.raises(etree.DocumentInvalid):
            valid(name, text.replace(before, after))


@pytest.mark.parametrize("name", ["atom.xml", "rss.xml"])
def test_a_feed_parser_reads_what_was_meant(name: str) -> None:
    """Titles with markup characters, dates, authors, tags, addresses and the whole text come back."""
    source = Source("Warta Uji", "https://example.org/warta", rights="Hak cipta Warta Uji")
    item = article(5, updated=dt.date(2025, 2, 1), source=source)
    read: Any = feedparser.parse(made([item], "en")[f"en/{name}"])
    assert not read.bozo
    assert read.feed.title == "Meja & Uji: English edition"
    assert read.feed.language == "en"
    [entry] = read.entries
    assert entry.id == entry.link == "https://example.org/sejajar/en/2025/01/panen-5/"
    # the fixture's title has no English, so it stands in Indonesian
    title = (
        entry.title
        if entry.title_detail.type == "text/plain"
        else BeautifulSoup(entry.title, "html.parser").text
    )
    assert "& ]]> “5”" in title
    assert entry.published_parsed[:5] == (2025, 1, 5, 17, 0)  # midnight in Jakarta
    assert [tag.term for tag in entry.tags] == ["Food"]
    assert entry.author == "Warta Uji"
    html = BeautifulSoup(entry.content[0].value, "html.parser")
    assert "The harvest began yesterday." in html.text
    assert "Harvest dimulai" not in html.text
    assert html.find("img")["src"] == "https://example.org/sejajar/media/panen-5/foto%20sawah.jpg"  # type: ignore[index]
    if name == "atom.xml":
        assert entry.updated_parsed[:3] == (2025, 1, 31)


def test_every_link_is_absolute() -> None:
    """What leaves the site takes its addresses along."""
    for text in made([article(1, references=(Reference("UNN", "https://example.org/unn"),))]).values():
        html = text if text.startswith("{") else BeautifulSoup(text, "xml").text
        for found in BeautifulSoup(html, "html.parser").select("[href], [src]"):
            address = str(found.get("href") or found.get("src")).strip('\\"')
            assert address.startswith("https://"), address


def test_only_published_articles_are_in_feeds_newest_first() -> None:
    """Drafts are not out yet, a retracted text leaves the feeds, and thirty are enough."""
    articles = [article(number) for number in range(35)]
    articles += [article(50, status=Status.DRAFT), article(51, status=Status.RETRACTED)]
    feed = json.loads(made(articles)["id/feed.json"])
    urls = [item["url"] for item in feed["items"]]
    assert urls == [SITE.address(PLACES.article(article(number), "id")) for number in range(34, 4, -1)]


def test_feeds_change_only_with_the_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither clock nor order of reading shows: an empty feed has a fixed date, a rebuild the same bytes."""
    articles = [article(number) for number in range(4)]
    first, second = made(articles), made(articles[::-1])
    assert first == second
    assert "<updated>1970-01-01T00:00:00+00:00</updated>" in made([])["id/atom.xml"]
    monkeypatch.setenv("TZ", "America/New_York")
    assert made(articles) == first


def test_a_feed_is_as_new_as_its_newest_change() -> None:
    """A correction of an old article makes the feed newer; its entry keeps its identity and first date."""
    changed = article(0, updated=dt.date(2025, 6, 1))
    read: Any = feedparser.parse(made([changed, article(9)])["id/atom.xml"])
    assert read.feed.updated == "2025-06-01T00:00:00+07:00"
    old = read.entries[1]
    assert (old.published, old.updated) == ("2025-01-01T00:00:00+07:00", "2025-06-01T00:00:00+07:00")
    assert old.id == read.entries[1].link


def test_an_hour_of_publication_is_told() -> None:
    """Where an article was held back until a moment, that moment is its date."""
    moment = dt.datetime(2025, 3, 1, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    [item] = json.loads(made([article(3, publish_at=moment)])["id/feed.json"])["items"]
    assert item["date_published"] == item["date_modified"] == "2025-03-01T08:30:00+07:00"


def test_a_feed_says_what_stands_in_indonesian_and_how_much_is_reviewed() -> None:
    """Untranslated passages stand in Indonesian and are marked so; unreviewed English can be held back."""
    item = with_state(brief(HARVEST), "Harganya tetap.", "machine")
    view = View(item, "en", GLOSSARY, reviewed_only=True)
    [entry] = json.loads(feeds([view], "en", SITE)["en/feed.json"])["items"]
    html = entry["content_html"]
    assert '<p lang="id">Harganya tetap. <small lang="en">(awaiting review)</small></p>' in html
    assert ENGLISH["Harganya tetap."] not in html
    assert "6 of 7 passages reviewed by a person" in html


def test_a_topics_feed_has_its_newest_briefings_with_their_points() -> None:
    """Valid, escaped, in the edition's words for the topic; the whole text is behind the link."""
    views = [View(brief(article(number)), "en", GLOSSARY) for number in range(20, 0, -1)]
    name = Name("tag", "beras-murah", "Beras <murah> & enak")
    text = topic_feed(name, views, "en", SITE)
    valid("atom.rng", text)
    feed = feedparser.parse(text)
    assert feed.feed.title == "Beras <murah> & enak: Meja & Uji"
    assert feed.feed.id == "https://example.org/sejajar/en/topics/beras-murah/atom.xml"
    assert feed.feed.link == "https://example.org/sejajar/en/topics/beras-murah/"
    assert [one.link for one in feed.entries] == [
        f"https://example.org/sejajar/en/2025/01/panen-{number}/" for number in range(20, 0, -1)
    ]
    points = BeautifulSoup(feed.entries[0].content[0].value, "html.parser").select("li")
    assert [(one["lang"], one.get_text()) for one in points] == [
        (views[0].own(point)[1], views[0].stated(point, "en")) for point in views[0].briefing.article.points
    ]


def test_a_feed_in_both_languages_has_each_text_in_each() -> None:
    """Marked by language; where there is no English title there is only the Indonesian."""
    views = [View(brief(article(number)), "id", GLOSSARY) for number in range(1, 41)]
    text = bilingual_feed(views, SITE)
    valid("atom.rng", text)
    feed = feedparser.parse(text)
    assert len(feed.entries) == 30
    assert feed.feed.title == "Meja & Uji: Indonesia · English"
    newest = BeautifulSoup(feed.entries[0].content[0].value, "html.parser")
    english = bool(views[-1].english(views[-1].briefing.article.title))
    assert [one["lang"] for one in newest.find_all("div", recursive=False)] == (
        ["id", "en"] if english else []
    )


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("id/index.md", ["Umpan web", "Umpan dwibahasa"]),
        ("en/archive/index.md", ["Web feed", "Feed in both languages"]),
        ("en/topics/rice.md", ["Feed of this topic"]),
        ("en/topics/2024.md", ["Feed of this topic"]),
        ("en/topics/rice/2.md", []),
        ("en/topics/index.md", []),
        ("en/2025/01/panen-1.md", []),
    ],
)
def test_lists_lead_to_what_follows_them(page: str, words: list[str]) -> None:
    """Home, archive and topics; nowhere if the site has no address, for then there are no feeds."""
    edition: Edition = "id" if page.startswith("id/") else "en"
    links = BeautifulSoup(feed_links(page, edition, SITE), "html.parser").select("a")
    assert [one.get_text() for one in links] == words
    assert feed_links(page, edition, Publication("Meja Uji", "")) == ""

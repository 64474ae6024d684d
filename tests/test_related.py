"""What leads on from an article: related briefings, outlets cited, dates mentioned, neighbours."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from briefings import GLOSSARY, HARVEST, brief, converted, say, with_metadata
from sejajar import rendering
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import Article, Kind, Paragraph, Reference, Source, Status, numbered
from sejajar.rendering.article.timeline import dates_in, mentions
from sejajar.site.cited import Outlets
from sejajar.site.related import FEATURES, MOST, REACH, candidates, related, weights_of

OUTLETS = Outlets(
    Glossary((Term("UNN", "UNN", kind="outlet"), Term("Kabar Uji", "Kabar Uji", kind="outlet")))
)
PUBLISHED = date(2025, 7, 20)

features = st.lists(st.frozensets(st.sampled_from("abcdefghij"), max_size=6), max_size=30)


def test_rare_features_weigh_more() -> None:
    """One tag that two articles share alone counts for more than one that five of six have."""
    found = related([{"umum", "langka"}, {"umum"}, {"umum"}, {"umum"}, {"umum", "langka"}, {"lain"}])
    assert found[0][0] == 4
    assert found[4][0] == 0
    assert found[5] == []


def test_what_all_articles_share_relates_none() -> None:
    """A tag that every article has says nothing of any."""
    assert related([{"berita"}] * 5) == [[]] * 5


def test_of_equals_the_nearest_in_time_comes_first() -> None:
    """And of two as near, the newer: the order depends on nothing else."""
    assert related([{"a"}, {"a"}, {"a"}, {"b"}, {"a"}])[2] == [1, 0, 4]


@given(features)
def test_related_is_deterministic_and_bounded(items: list[frozenset[str]]) -> None:
    """At most four, never itself, never twice, each sharing something; whatever the order of a set."""
    found = related(items)
    assert found == related([dict.fromkeys(sorted(item, reverse=True)) for item in items])
    for index, near in enumerate(found):
        assert len(near) <= MOST
        assert index not in near
        assert len(set(near)) == len(near)
        assert all(items[index] & items[one] for one in near)


def many_features(count: int) -> list[set[str]]:
    """Each article with one tag that nearly all have, two that many have, and two rare ones."""
    rng = random.Random(count)
    made: list[set[str]] = []
    for index in range(count):
        often = (f"sering-{rng.randrange(20)}" for _ in range(2))
        seldom = (f"jarang-{rng.randrange(count)}" for _ in range(2))
        made.append({"semua", *often, *seldom} if index % 50 else {"lain"})
    return made


def test_comparisons_grow_no_faster_than_articles() -> None:
    """Four times the articles are at most four times the comparisons, and a few dozen for each."""

    def comparisons(count: int) -> int:
        items = many_features(count)
        return sum(map(len, candidates(items, weights_of(items))))

    few, many = comparisons(1000), comparisons(4000)
    assert few > 1000
    assert many <= 4.4 * few
    assert many <= 4000 * 2 * FEATURES * REACH


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Harga naik, dilansir UNN, Minggu (20/7/2025).", ["UNN"]),
        ("Kabar itu dikutip kantor berita Ukraina UNN.", ["UNN"]),
        ("Melansir Kompas.com, harga naik.", ["Kompas.com"]),
        ("Mengutip Warta Anyar, harga naik.", ["Warta Anyar"]),
        ("Menurut laporan Kabar Uji, harga naik.", ["Kabar Uji"]),
        ("Sebagaimana diberitakan Kabar Uji, harga naik.", ["Kabar Uji"]),
        ("Menurut laporan Bank Dunia, harga naik.", []),
        ("Mengutip Presiden Prabowo, harga naik.", []),
        ("Ia membaca Kabar Uji tiap pagi.", []),
    ],
)
def test_outlets_in_a_sentence(text: str, outlets: list[str]) -> None:
    """They are known by the verb before them; after wider words only an outlet known by name counts."""
    assert [*OUTLETS.cited(text)] == outlets


def test_an_article_cites_each_outlet_once() -> None:
    """The text's owner, references, quotes and sentences, in this order, however each writes the name."""
    article = with_metadata(
        HARVEST, source=Source("IDN Times"), references=(Reference("unn"), Reference("UNN"))
    )
    text = Paragraph(say(Kind.PARAGRAPH, "Harga naik, dilansir idn times dan dikutip dari Tempo."))
    article = numbered(replace(article, lead=(text,)))
    assert OUTLETS.of(article) == ("IDN Times", "UNN", "Warta Uji", "Tempo")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Panen dimulai Minggu (20/7/2025).", ["2025-07-20"]),
        ("Sejak 20 Juli 2025 harga naik.", ["2025-07-20"]),
        ("Tiket dijual sejak 18 Juli.", ["2025-07-18"]),
        ("Berlangsung 27-29 Juli.", ["2025-07-27", "2025-07-29"]),
        ("Merdeka pada 17 Agustus 1945.", ["1945-08-17"]),
        ("Berakhir 31 Desember.", []),  # 2025 or 2024?
        ("Pada 2019 panen dimulai 18 Juli.", []),
        ("Panen dimulai 18 Juli tahun lalu.", []),
        ("Pada 30 Februari 2025 tidak ada panen.", []),
        ("Pada Juli 2025 harga naik 3/4 persen.", []),
        ("Sebanyak 20 juta ton pada 2025.", []),
    ],
)
def test_full_dates_in_a_text(text: str, dates: list[str]) -> None:
    """A day without a year has the article's only where no other can be meant."""
    assert [str(found) for found, _ in dates_in(text, PUBLISHED)] == dates


def with_text(*texts: str, **metadata: object) -> Article:
    lead = tuple(Paragraph(say(Kind.PARAGRAPH, text)) for text in texts)
    return numbered(with_metadata(replace(HARVEST, lead=lead), **metadata))


def foot(
    article: Article, edition: str, *others: Article, english: dict[str, str] | None = None
) -> BeautifulSoup:
    """What stands below the article on its page."""
    pages = rendering.pages([brief(article, english), *map(brief, others)], GLOSSARY)
    page = next(p for p in pages if p.path.endswith(f"/{article.slug}.md") and p.path.startswith(edition))
    made = BeautifulSoup(converted(page.text.split("-->", 1)[1]), "html.parser")
    return BeautifulSoup(str(made.select_one(".sj-foot") or ""), "html.parser")


TWO_DATES = ("Harga naik. Tiket dijual 18 Juli.", "Panen dimulai Minggu (20/7/2025).")


def test_the_timeline_leads_to_the_passages() -> None:
    """In the page's language, sorted, with the sentence that mentions each day."""
    article = with_text(*reversed(TWO_DATES))
    english = {TWO_DATES[0]: "Prices rose. Tickets go on sale on 18 July."}
    made = foot(article, "en", english=english)
    rows = [item.get_text("|", strip=True) for item in made.select(".sj-timeline li")]
    assert rows == [
        "18 July 2025|Tickets go on sale on 18 July.",
        "20 July 2025|Panen dimulai Minggu (20/7/2025).|Not yet translated",
    ]
    links = made.select(".sj-timeline a")
    assert [(link["href"], link["lang"]) for link in links] == [
        ("#harga-naik-tiket-dijual-18", "en"),
        ("#panen-dimulai-minggu-20-7", "id"),
    ]


def test_one_date_is_no_timeline() -> None:
    """Nothing is shown; the same day mentioned twice is one."""
    assert not foot(with_text(TWO_DATES[1], "Juga pada 20 Juli."), "id").select(".sj-timeline")


def test_a_date_leads_to_its_first_mention() -> None:
    """Not to the last."""
    found = mentions(with_text("Pada 18 Juli.", "Lagi 18 Juli."))
    assert [mention.segment.text for mention in found] == ["Pada 18 Juli."]


def harvests() -> list[Article]:
    """Three articles in a row, the first and last alike."""
    made = []
    for day, tags in ((18, ("Pangan", "Beras")), (19, ("Korea Utara",)), (20, ("Pangan", "Beras"))):
        article = with_metadata(HARVEST, date=date(2025, 7, day), tags=tags)
        article = replace(article, title=say(Kind.TITLE, f"Panen ke-{day}"))
        made.append(replace(article, path=f"content/2025/2025-07-{day}-panen-{day}/article.id.md"))
    return made


def test_the_foot_of_an_article_leads_on() -> None:
    """Topics, place and outlets to their pages, related briefings, the previous and the next."""
    first, second, third = harvests()
    made = foot(second, "id", first, third)
    assert [link["href"] for link in made.select(".sj-gathered a")] == [
        "../../topik/korea-utara.md",
        "../../tempat/karawang.md",
        "../../media/warta-uji.md",
    ]
    assert not made.select(".sj-related")
    links = [(link.parent["class"], link["href"]) for link in made.select(".sj-neighbours a") if link.parent]
    assert links == [(["sj-previous"], "panen-18.md"), (["sj-next"], "panen-20.md")]
    made = foot(first, "id", second, third)
    assert [link["href"] for link in made.select(".sj-related a")] == ["panen-20.md"]
    assert [link["href"] for link in made.select(".sj-neighbours a")] == ["panen-19.md"]


def test_a_retracted_article_leads_nowhere_and_nothing_leads_to_it() -> None:
    """It is no neighbour, not related, on no page of a topic."""
    first, second, third = harvests()
    third = with_metadata(third, status=Status.RETRACTED, tags=("Rahasia",))
    assert not foot(third, "id", first, second).get_text()
    pages = rendering.pages(map(brief, (first, second, third)), GLOSSARY)
    assert [page.path for page in pages if "panen-20.md)" in page.text] == []
    assert [page.path for page in pages if "rahasia" in page.text.casefold()] == []

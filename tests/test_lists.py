"""Lists: home, archive, topics, places, outlets, glossary, the editors' page, and how they are divided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from briefings import (
    ENGLISH,
    GLOSSARY,
    HARVEST,
    TODAY,
    brief,
    converted,
    front,
    text_of,
    with_metadata,
    with_state,
)
from sejajar import catalogs as catalog
from sejajar import commands, rendering
from sejajar.catalogs import Briefing
from sejajar.commands import Site
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import EDITIONS, Article, Edition, Source, signed
from sejajar.rendering import Options
from sejajar.rendering.html.chart import months_chart
from sejajar.rendering.html.markup import Form, write
from sejajar.rendering.lists.rows import LONGEST, in_pages
from sejajar.rendering.lists.status import standing
from sejajar.site.addresses import PLACES
from sejajar.site.cited import Outlets
from sejajar.site.facets import name_slug, register, said_of
from sites import add_article, make_site

TERMS = Glossary(
    (
        *GLOSSARY.terms,
        Term("Karawang", "Karawang", kind="place", line=4),
        Term("gabah", "paddy", ("Paddy", "grain"), note_id="Belum dikupas.", note_en="In the husk."),
        Term("AS", "United States", case_sensitive=True, line=6),
        Term("as", "axle", line=7),
    )
)  # fmt: skip


def made(text: str) -> BeautifulSoup:
    return BeautifulSoup(converted(text.split("-->", 1)[1]), "html.parser")


def numbered_articles(count: int, first: date = date(2025, 12, 31), days: int = 1) -> list[Briefing]:
    """Articles of one text, each `days` before the other."""
    return [
        replaced(HARVEST, first - timedelta(days=index * days), f"panen-{index:04}") for index in range(count)
    ]


def replaced(article: Article, day: date, slug: str) -> Briefing:
    path = f"content/{day:%Y}/{day}-{slug}/article.id.md"
    briefing = brief(article)
    return replace(briefing, article=with_metadata(replace(article, path=path), date=day))


def paths(pages: Iterable[rendering.Page], under: str) -> list[str]:
    return [page.path for page in pages if page.path.startswith(under)]


def links(soup: BeautifulSoup | Tag) -> list[str]:
    return [str(link["href"]) for link in soup.select("a")]


# Where pages lie


@given(st.sampled_from(["tag", "place", "outlet"]), st.text(), st.integers(1, 20))
def test_an_address_has_one_counterpart(facet: rendering.Facet, name: str, page: int) -> None:
    """There and back is where one was, whatever the name; and no name takes the address of an index."""
    slug = name_slug(name)
    assert slug not in ("", "index", "readme")
    there = PLACES.counterpart(PLACES.facet("id", facet, slug, page))
    assert there == PLACES.facet("en", facet, slug, page)
    assert PLACES.counterpart(there) == PLACES.facet("id", facet, slug, page)


def test_counterparts_of_every_kind_of_page() -> None:
    """Folders are named in each edition's language; an article's year is the same in both."""
    indonesian = [
        "id/index.md",
        PLACES.archive("id", 2025, 7, 2),
        "id/glosarium.md",
        "id/status.md",
        "id/2025/07/status.md",
    ]
    assert [PLACES.counterpart(path) for path in indonesian] == [
        "en/index.md",
        "en/archive/2025/07/2.md",
        "en/glossary.md",
        "en/status.md",
        "en/2025/07/status.md",
    ]
    assert [PLACES.counterpart(PLACES.counterpart(path)) for path in indonesian] == indonesian


@given(st.lists(st.integers(), max_size=300))
def test_pages_of_a_list_lose_nothing(items: list[int]) -> None:
    """All items in their order; no page but the last is short."""
    pages = in_pages(items)
    assert [item for page in pages for item in page] == items
    assert all(len(page) == LONGEST for page in pages[:-1])
    assert len(pages) >= 1


# Home


def test_home_tells_the_newest() -> None:
    """The first with both languages' points, the next three with theirs, the others by their titles."""
    pages = rendering.pages(numbered_articles(6), GLOSSARY)
    soup = made(text_of(pages, "en/index.md"))
    cards = soup.select(".sj-card")
    assert [len(card.select(".sj-pair")) for card in cards] == [1, 0, 0, 0, 0, 0]
    told = [[item.get_text() for item in card.select(".sj-told li")] for card in cards]
    points = ["Farmers are harvesting.", "Petani memanen sawah."]
    assert told == [[], points, points, points, [], []]
    assert links(soup)[-3:] == ["topics/pangan.md", "archive/index.md", "status.md#meanings"]


def test_home_without_english_says_points_once() -> None:
    """What has no English stands in Indonesian, marked as such, and not a second time as its counterpart."""
    pages = rendering.pages([brief(HARVEST), replace(brief(HARVEST, {}), article=older())], GLOSSARY)
    soup = made(text_of(pages, "en/index.md"))
    items = soup.select(".sj-told li")
    assert [(item["lang"], item.get_text()) for item in items] == [
        ("id", "Petani memanen sawah. Not yet translated")
    ]


def older() -> Article:
    path = "content/2023/2023-01-05-lama/article.id.md"
    return with_metadata(replace(HARVEST, path=path), date=date(2023, 1, 5))


# Archive


def test_a_short_year_is_one_page() -> None:
    """A hundred articles fit: under their months, which the head lists, and no pages of months."""
    pages = rendering.pages(numbered_articles(LONGEST), GLOSSARY)
    assert paths(pages, "id/arsip/") == ["id/arsip/index.md", "id/arsip/2025.md"]
    year = made(text_of(pages, "id/arsip/2025.md"))
    assert len(year.select("li > a[href^='../2025/']")) == LONGEST
    assert [link["href"] for link in year.select("li > a[href^='#']")] == ["#m12", "#m11", "#m10", "#m09"]


def test_a_long_year_is_divided_into_months_and_a_long_month_into_pages() -> None:
    """The year leads to its months; 131 articles of one month are two pages; each title is its own."""
    pages = rendering.pages(numbered_articles(130, days=0) + numbered_articles(3, date(2025, 6, 1)), GLOSSARY)
    assert paths(pages, "en/archive/") == [
        "en/archive/index.md",
        "en/archive/2025.md",
        "en/archive/2025/12.md",
        "en/archive/2025/12/2.md",
        "en/archive/2025/06.md",
        "en/archive/2025/05.md",
    ]
    assert links(made(text_of(pages, "en/archive/2025.md"))) == [
        "index.md",
        "2025/12.md",
        "2025/06.md",
        "2025/05.md",
    ]
    first = made(text_of(pages, "en/archive/2025/12.md"))
    second = made(text_of(pages, "en/archive/2025/12/2.md"))
    assert [len(page.select("li")) for page in (first, second)] == [100, 30]
    pager = second.select_one(".sj-pager")
    assert pager is not None
    assert (pager.get_text(), links(pager)) == ("Previous page Page 2 of 2", ["../12.md"])
    titles = [front(page)["title"] for page in pages if page.path.startswith("en/archive/2025/12")]
    assert titles == ["December 2025", "December 2025 (Page 2 of 2)"]


def test_the_chart_is_a_table() -> None:
    """A row a year, a column a month, a number in each cell; the longest bar is whole."""
    soup = BeautifulSoup(
        write(months_chart({(2025, 7): 8, (2025, 1): 2, (2023, 12): 3}, "en"), Form.HTML), "html.parser"
    )
    assert [head.get_text() for head in soup.select("thead th")][:3] == ["Year", "Jan", "Feb"]
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in soup.select("tbody tr")]
    assert rows == [
        ["2025", "2", *"00000", "8", *"00000"],
        ["2023", *"00000000000", "3"],
    ]
    styles = [str(cell["style"]) for cell in soup.select("td[style]")]
    assert styles == ["--sj-share:0.25", "--sj-share:1", "--sj-share:0.375"]
    assert all(head["scope"] for head in soup.select("th"))


# Topics, places, outlets


def test_a_name_has_a_page_in_both_editions() -> None:
    """Called as each language calls it, with the other's word beside it, under one slug."""
    article = with_metadata(HARVEST, tags=("Korea Utara",), place="", source=Source("Warta Uji"))
    pages = rendering.pages([brief(article)], GLOSSARY)
    heads = {}
    for path in ("id/topik/korea-utara.md", "en/topics/korea-utara.md", "en/outlets/warta-uji.md"):
        soup = made(text_of(pages, path))
        subtitle = soup.select_one(".sj-subtitle")
        heads[path] = (
            soup.h1 and soup.h1.get_text(),
            soup.h1 and soup.h1.get("lang"),
            subtitle and subtitle.get_text(),
        )
        assert links(soup)[-1].endswith("07/panen-raya.md")
    assert heads == {
        "id/topik/korea-utara.md": ("Korea Utara", None, "North Korea"),
        "en/topics/korea-utara.md": ("North Korea", None, "Korea Utara"),
        "en/outlets/warta-uji.md": ("Warta Uji", "id", None),
    }  # fmt: skip
    index = made(text_of(pages, "en/topics/index.md"))
    assert links(index) == ["../places/index.md", "../outlets/index.md", "korea-utara.md"]
    assert [item.get_text() for item in index.select("li")] == ["North Korea 1"]


def test_two_spellings_are_one_name() -> None:
    """Names are told apart by their slugs; the glossary decides on the spelling."""
    articles = [with_metadata(HARVEST, tags=(tag,)) for tag in ("korea utara", "Korea Utara")]
    articles = [
        replace(item, path=f"content/2025/2025-07-20-{n}/article.id.md") for n, item in enumerate(articles)
    ]
    outlets = Outlets(GLOSSARY)
    found = register(((item.path, said_of(item, outlets)) for item in articles), GLOSSARY)
    assert [name.indonesian for name in found.by_facet["tag"]] == ["Korea Utara"]
    assert len(found.articles[found.by_facet["tag"][0]]) == 2


def test_long_lists_of_a_topic_are_divided() -> None:
    """A hundred to a page."""
    pages = rendering.pages(numbered_articles(201), GLOSSARY)
    assert paths(pages, "id/topik/pangan") == [
        "id/topik/pangan.md",
        "id/topik/pangan/2.md",
        "id/topik/pangan/3.md",
    ]
    counts = [len(made(text_of(pages, path)).select("li")) for path in paths(pages, "id/topik/pangan")]
    assert counts == [100, 100, 1]


def test_every_link_of_every_list_leads_to_a_page() -> None:
    """In both editions; and every page's counterpart is there."""
    pages = rendering.pages([*numbered_articles(130), brief(older())], TERMS)
    there = {page.path for page in pages}
    articles = [page for page in pages if front(page)["kind"] == "article"]
    for page in (*articles[:3], *(page for page in pages if front(page)["kind"] == "list")):
        assert front(page)["counterpart"] in there
        folder = Path(page.path).parent
        for link in links(made(page.text)):
            path = link.partition("#")[0]
            target = Path("/", folder, path).resolve().relative_to("/").as_posix()
            assert not path or target in there, (page.path, link)


def test_titles_and_descriptions_of_lists_are_their_own() -> None:
    """No two pages of an edition have the same title."""
    pages = [page for page in rendering.pages(numbered_articles(201), TERMS) if front(page)["kind"] == "list"]
    for edition in EDITIONS:
        titles = [front(page)["title"] for page in pages if page.path.startswith(edition)]
        assert len(set(titles)) == len(titles)


PROBLEMS = """\
content/2025/2025-07-20-panen/article.id.md:3: warning place: the glossary does not know the place “Subang”; \
add it to content/glossary.csv, with its English: Subang,…,,,place
content/2025/2025-07-20-panen/article.id.md:6: warning outlet: the glossary does not know 2 outlets: \
“Kabar, Uji”, “Radio Uji” (content/2025/2025-07-20-panen/article.id.md:16); \
add them to content/glossary.csv, each with its English: "Kabar, Uji",…,,,outlet
content/2025/2025-07-20-panen/article.id.md:9: warning tag: the glossary does not know the tag “Sawah”; \
add it to content/glossary.csv, with its English: Sawah,…,,,tag"""

UNKNOWN = """\
---
date: 2025-07-20
place: Subang
references:
- {outlet: Warta Uji}
- {outlet: "Kabar, Uji"}
tags:
- Pangan
- Sawah
---

# Panen di Subang

> “Kami menunggu,” kata Siti.
>
> — Siti, petani (via Radio Uji)
"""


def test_a_name_that_many_articles_have_is_said_once(tmp_path: Path) -> None:
    """Also where only some articles are looked at, or shown: then of those that are."""
    make_site(tmp_path, articles=[])
    for day, status in ((20, "draft"), (21, "published"), (22, "published")):
        text = UNKNOWN.replace("place:", f"status: {status}\nplace:").replace("07-20", f"07-{day}")
        add_article(tmp_path, f"content/2025/2025-07-{day}-panen-{day}", text, {})
    site = Site(tmp_path, tmp_path / "docs")
    workspace = commands.load(site)
    chosen = commands.select(site, workspace, [tmp_path / "content/2025/2025-07-22-panen-22"]).workspace
    shown = commands.published(workspace, datetime(2025, 8, 1, tzinfo=UTC))
    for looked_at, day in ((workspace, 20), (shown, 21), (chosen, 22)):
        found = [problem for problem in looked_at.problems if problem.severity == "warning"]
        assert sorted(problem.code for problem in found) == ["outlet", "place", "tag"]
        assert {problem.location.path for problem in found} == {
            f"content/2025/2025-07-{day}-panen-{day}/article.id.md"
        }


def test_a_name_that_the_glossary_lacks_is_a_warning(tmp_path: Path) -> None:
    """At its line, with what to add; what the glossary has is no problem."""
    root = make_site(tmp_path, articles=[("content/2025/2025-07-20-panen", UNKNOWN, {})])
    problems = commands.load(Site(root, root / "docs")).problems
    assert "\n".join(map(str, problems)) == PROBLEMS


# The glossary


def glossary(edition: Edition) -> BeautifulSoup:
    path = "id/glosarium.md" if edition == "id" else "en/glossary.md"
    return made(text_of(rendering.pages([], TERMS), path))


def test_the_glossary_of_each_edition() -> None:
    """Sorted by its own language, under letters; notes in its language; anchors the same in both."""
    entries = {edition: glossary(edition).select(".sj-list-of-terms > div") for edition in EDITIONS}
    assert [entry.get_text("|", strip=True) for entry in entries["id"]] == [
        "AS|United States",
        "as|axle",
        "gabah|paddy|juga|grain|Belum dikupas.",
        "Korea Utara|North Korea",
        "Pangan|Food",
    ]
    assert [entry.get_text("|", strip=True) for entry in entries["en"]] == [
        "axle|as",
        "Food|Pangan",
        "North Korea|Korea Utara",
        "paddy|gabah|also|grain|In the husk.",
        "United States|AS",
    ]
    ids = [{str(entry["id"]) for entry in entries[edition]} for edition in EDITIONS]
    assert ids[0] == ids[1] == {"term-as", "term-as-2", "term-gabah", "term-korea-utara", "term-pangan"}
    assert [link.get_text() for link in glossary("en").select(".sj-letters a")] == ["A", "F", "N", "P", "U"]


def test_an_empty_glossary_says_so() -> None:
    """A site may begin without terms."""
    assert "The glossary is still empty." in text_of(rendering.pages([]), "en/glossary.md")


# The editors' page


def test_status_counts() -> None:
    """Passages of each month and in all; then the articles that wait, with what the checks found."""
    waiting = with_state(brief(HARVEST), "Harga gabah", "stale")
    done = replace(brief(HARVEST), article=older())
    options = Options(flagged={HARVEST.path: 2})
    text = text_of(rendering.pages([waiting, done], GLOSSARY, options), "en/status.md")
    soup = made(text)
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in soup.select("tr")]
    heads = ["Passages", "Translated", "Reviewed", "Signed", "Out of date", "Findings"]
    assert rows == [
        ["Month", "Briefings", *heads],
        ["July 2025", "1", "7", "7", "6", "0", "1", "2"],
        ["January 2023", "1", "7", "7", "7", "0", "0", "0"],
        ["Total", "2", "14", "14", "13", "0", "1", "2"],
        ["Briefing", "Date", *heads],
        ["Main harvest begins", "20 Jul 2025", "7", "7", "6", "0", "1", "2"],
    ]
    meta = front(next(p for p in rendering.pages([]) if p.path == "en/status.md"))
    assert (meta["robots"], meta["search"]) == ("noindex", {"exclude": True})


def test_status_without_checks_has_no_column_for_them() -> None:
    """Nothing found is not the same as nobody having looked."""
    assert "Findings" not in text_of(rendering.pages([brief(HARVEST)]), "en/status.md")
    assert "All briefings have been fully reviewed." in text_of(
        rendering.pages([brief(HARVEST)]), "en/status.md"
    )


def test_status_names_the_newest_and_counts_the_rest() -> None:
    """A hundred articles that wait are named; the page stays light with two thousand."""
    briefings = [replace(item, pairs=brief(HARVEST, {}).pairs) for item in numbered_articles(103)]
    soup = made(text_of(rendering.pages(briefings), "id/status.md"))
    assert len(soup.select("table")[1].select("tbody tr")) == 100
    rest = soup.select_one(".sj-rest")
    assert rest is not None
    assert rest.get_text() == "Selain itu masih ada 3 artikel."


def test_signatures_are_counted() -> None:
    """A signature is a person's name under this very English."""
    briefing = brief(HARVEST)
    entry = briefing[HARVEST.title].entry
    updated = briefing.catalog.updated([signed(entry, ENGLISH[entry.msgid], "Ana", TODAY)])
    found = standing([catalog.briefing(HARVEST, updated)]).of[HARVEST.path]
    assert (found.passages, found.translated, found.reviewed, found.signed) == (7, 7, 7, 1)

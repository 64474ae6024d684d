"""What an article's page says around its texts: states, contents, outlets, who is who, unbroken sums."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from briefings import ENGLISH, GLOSSARY, HARVEST, body, brief, say, with_metadata, with_state
from sejajar import rendering
from sejajar.formats.glossary import Glossary, Term
from sejajar.language.unbreakable import bound
from sejajar.model import (
    EDITIONS,
    Article,
    Edition,
    Kind,
    Paragraph,
    Quote,
    Reference,
    Section,
    Source,
    numbered,
)
from sejajar.rendering import Form, Publication, View
from sejajar.rendering.machine.linked_data import news_article
from sejajar.site.agents import is_organisation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pada 27 Juli 2025", "pada 27_Juli 2025"),
        ("on 27 July 2025", "on 27_July 2025"),
        ("on July 27, 2025", "on July_27, 2025"),
        ("5.45 million tonnes", "5.45_million tonnes"),
        ("30,62 juta ton", "30,62_juta ton"),
        ("Rp71 trillion", "Rp71_trillion"),
        ("Rp 71 triliun", "Rp_71_triliun"),
        ("US$ 2.5 billion", "US$_2.5_billion"),
        ("naik 5 persen", "naik 5_persen"),
        ("up 5 per cent", "up 5_per_cent"),
        ("52,40 % dari", "52,40_% dari"),
        ("seluas 1.200 hektare sawah", "seluas 1.200_hektare sawah"),
        ("pukul 19.00 WIB", "pukul_19.00_WIB"),
        ("at 7 p.m.", "at 7_p.m."),
        ("2 orang dan 3 rumah", "2 orang dan 3 rumah"),
        ("tanpa angka juta persen", "tanpa angka juta persen"),
        ("the 27 mayors", "the 27 mayors"),
        ("5 maybe 6", "5 maybe 6"),
        ("pada 2024 Maria datang", "pada 2024 Maria datang"),
    ],
)
def test_a_figure_stays_with_what_it_counts(text: str, expected: str) -> None:
    """No line ends between a day and its month, a figure and its scale or unit; others are left alone."""
    assert bound(text) == expected.replace("_", "\u00a0")


ORGANISATIONS = """
    Redaksi Sejajar | Tim Redaksi | Badan Gizi Nasional | BMKG | Kementerian Pertanian | KBRI Tokyo | ANTARA
    | IDN Times | Tempo.co | Kantor Komunikasi Kepresidenan | PT Kereta Cepat | Universitas Indonesia
    | Warta Uji | Asia Desk | Editorial Board | Bank Indonesia | Polda Jawa Barat | Embassy of Japan
    | The Asia Foundation | Humas Kemenlu | Komisi Pemberantasan Korupsi | Dewan Pers | Meja Uji
    | Ministry of Finance | NGO Forum | Sekretariat Kabinet
""".split("|")
PEOPLE = """
    Siti Nurhaliza | Budi | Tim Cook | Jack Ma | Prof. Dr. Emil Salim | Kombes Ade Ary | Andriy Kovalenko
    | Nama Penulis | Sri Mulyani Indrawati | Yohanes Bank | Menteri Pertanian Andi Amran | Anak Agung Gde
""".split("|")


@pytest.mark.parametrize(
    ("name", "expected"),
    [(name.strip(), True) for name in ORGANISATIONS] + [(name.strip(), False) for name in PEOPLE],
)
def test_who_is_an_organisation(name: str, expected: bool) -> None:
    """Offices, outlets and editorial desks are; people, whatever their titles, are not."""
    glossary = Glossary((Term("Warta Uji", "Test Courier", kind="outlet"),))
    assert is_organisation(name, glossary, frozenset({"meja uji"})) is expected


NUTRITION = Glossary(
    (*GLOSSARY.terms, Term("Badan Gizi Nasional", "National Nutrition Agency", kind="outlet", line=3))
)


def of_agency() -> Article:
    quote = Quote((say(Kind.QUOTE, "“Siap,” kata Siti."),), say(Kind.SPEAKER, "Siti"), "Badan Gizi Nasional")
    article = with_metadata(
        HARVEST,
        authors=("Redaksi Meja", "Dewi"),
        source=Source("Badan Gizi Nasional", "https://example.org/", "", ""),
        references=(Reference("badan gizi nasional", "https://example.org/b"),),
    )
    return numbered(replace(article, lead=(quote,)))


@pytest.mark.parametrize(
    ("edition", "name", "not_named"),
    [
        ("id", "Badan Gizi Nasional", "National Nutrition Agency"),
        ("en", "National Nutrition Agency", "Badan Gizi Nasional"),
    ],
)
def test_an_outlet_has_one_name_in_an_edition(edition: Edition, name: str, not_named: str) -> None:
    """In the head, the sources, the names below, the lists and the linked data; the two texts of a quote name
    it each in its own language."""
    briefing = brief(of_agency(), {**ENGLISH, "“Siap,” kata Siti.": "“Ready,” said Siti.", "Siti": "Siti"})
    made = rendering.pages([briefing], NUTRITION)
    elsewhere = ("media", "outlets", "glosarium.md", "glossary.md")  # both names, side by side
    for page in made:
        if not page.path.startswith(f"{edition}/") or page.path.split("/")[1] in elsewhere:
            continue
        text = re.sub(rf'<div lang="{"id" if edition == "en" else "en"}".*?</div>', "", page.text, flags=re.S)
        assert not_named not in text.split("---\n", 2)[2], page.path
    article = next(page.text for page in made if page.path == f"{edition}/2025/07/panen-raya.md")
    assert article.count(name) >= 4
    data = news_article(
        View(briefing, edition, NUTRITION), Publication("Meja", "https://example.org/"), "", None
    )
    assert data["isBasedOn"]["publisher"]["name"] == data["citation"][0]["publisher"]["name"] == name
    assert data["author"] == [
        {"@type": "Organization", "name": "Redaksi Meja"},
        {"@type": "Person", "name": "Dewi"},
    ]
    assert not_named not in json.dumps(data, ensure_ascii=False)


@pytest.mark.parametrize(
    ("state", "indonesian", "english"),
    [
        ("machine", "mesin", "machine"),
        ("needs-work", "belum selesai", "unfinished"),
        ("stale", "versi lama", "older version"),
    ],
)
def test_a_text_not_reviewed_says_so_in_a_small_word(state: str, indonesian: str, english: str) -> None:
    """After the English alone, in the language of the page; for the eye, since the mark is heard."""
    for text in ("Harganya tetap.", "Harga gabah", "Siti, petani", "Petani memanen sawah."):
        briefing = with_state(brief(HARVEST), text, state)
        for edition, word in zip(EDITIONS, (indonesian, english), strict=True):
            words = body(briefing, edition).select(".sj-state")
            assert [(one.get_text(), one["lang"], one["aria-hidden"]) for one in words] == [
                (word, edition, "true")
            ]
            side = words[0].find_parent(attrs={"data-side": True})
            assert side is not None
            assert side["data-side"] == "en"


def test_the_head_leads_to_the_first_of_each_state() -> None:
    """`Terjemahan mesin 2` is a link to the first passage that a machine translated."""
    briefing = with_state(with_state(brief(HARVEST), "Harganya tetap.", "machine"), "Siti, petani", "machine")
    for edition in EDITIONS:
        made = body(briefing, edition)
        link = made.select_one("a.sj-key")
        assert link is not None
        assert link["data-state"] == "machine"
        assert link["href"] == "#harganya-tetap"
        assert made.find(id="harganya-tetap") is not None


def test_the_contents_are_in_the_page_for_screens_without_a_column() -> None:
    """The headings with their numbers, in the language of the page; none for an article of one section."""
    assert body(brief(HARVEST), "id").select_one(".sj-contents") is None
    second = Section(say(Kind.HEADING, "Gudang"), (Paragraph(say(Kind.PARAGRAPH, "Penuh.")),), None)
    article = numbered(replace(HARVEST, sections=(*HARVEST.sections, second)))
    headings = (["1. Harga gabah", "Gudang"], ["1. The price of paddy", "Gudang"])
    for edition, titles in zip(EDITIONS, headings, strict=True):
        links = body(brief(article), edition).select(".sj-contents a")
        assert [link.get_text() for link in links] == titles
        assert [link["href"] for link in links] == ["#harga-gabah", "#gudang"]
        assert links[1].get("lang") == (None if edition == "id" else "id")
    markdown = rendering.article_body(brief(article), "id", Form.MARKDOWN)
    assert markdown.count("sj-contents") == 1


def test_a_year_of_the_archive_has_its_months_as_contents() -> None:
    """Where there is more than one; each leads to its heading."""
    months = [with_metadata(HARVEST, date=dt.date(2025, month, 2)) for month in (7, 3)]
    paths = [f"content/2025/2025-0{month}-02-panen-{month}/article.id.md" for month in (7, 3)]
    briefings = [brief(replace(one, path=path)) for one, path in zip(months, paths, strict=True)]
    for found, expected in ((briefings, ["Juli", "Maret"]), (briefings[:1], [])):
        made = rendering.pages(found, GLOSSARY)
        text = next(page.text for page in made if page.path == "id/arsip/2025.md")
        soup = BeautifulSoup(text, "html.parser")
        links = soup.select(".sj-contents a")
        assert [link.get_text() for link in links] == expected
        assert all(soup.find(id=str(link["href"])[1:]) for link in links)

"""How articles are cited: two styles in two languages, formats that are read back, tags that Zotero reads."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors
from bs4 import BeautifulSoup

from briefings import GLOSSARY, HARVEST, brief, with_metadata, with_state
from sejajar.model import Edition, Reference, Source, Status
from sejajar.rendering import Described, Form, Publication, View, page_head, write
from sejajar.rendering.citing.control import citing
from sejajar.rendering.citing.formats import bibtex, csl, csl_json, ris
from sejajar.rendering.citing.styles import apa, chicago
from sejajar.rendering.citing.work import Name, Work, person, works
from sejajar.site.view import Extras

SITE = Publication("Meja Uji", "https://example.org/sejajar/")
URL = "https://example.org/sejajar/id/2025/07/panen/"
SITI, BUDI = Name("Aminah", "Siti Rahma"), Name("Wibowo", "Budi")
MINISTRY = Name(literal="Kementerian Pertanian")
DAY = dt.date(2025, 7, 20)
PLAIN = Work("panen-20250720-id", "Panen raya dimulai", (), (), DAY, "Meja Uji", URL, "id", "id")
ENGLISH = replace(PLAIN, key="panen-20250720-en", title="Main harvest begins", language="en", edition="en")


def many(number: int) -> tuple[Name, ...]:
    return tuple(Name(f"Nama{at}", "Ana") for at in range(1, number + 1))


NAMES = [
    ("Siti Aminah", Name("Aminah", "Siti")),
    ("Suharto", Name("Suharto")),
    ("Siti Rahma Aminah", Name("Aminah", "Siti Rahma")),
    ("Aminah, Siti", Name("Aminah", "Siti")),
    ("Dr. Budi Wibowo, S.H., M.H.", Name("Wibowo", "Budi")),
    ("Budi Wibowo, MBA", Name("Wibowo", "Budi")),
    ("Kombes Pol. Ade Ary", Name("Ary", "Ade")),
    ("  Éva   Łukasz ", Name("Łukasz", "Éva")),
    ("Dr.", Name("Dr.")),
]


@pytest.mark.parametrize(("written", "read"), NAMES)
def test_names_come_apart(written: str, read: Name) -> None:
    """The last word files a person; degrees and ranks are no part of the name; a comma may say it itself."""
    assert person(written) == read


def test_initials() -> None:
    """Each given name has one, hyphenated names both."""
    assert [SITI.initials, Name("A", "Ahmad-Budi éva").initials] == ["S. R.", "A.-B. É."]


STYLED: list[tuple[str, Work, str, str]] = [
    (
        "nobody named",
        PLAIN,
        f"Panen raya dimulai. (2025, 20 Juli). Meja Uji. {URL}",
        f"“Panen raya dimulai.” Meja Uji, 20 Juli 2025. {URL}.",
    ),
    (
        "two people, English",
        replace(ENGLISH, authors=(SITI, BUDI)),
        f"Aminah, S. R., & Wibowo, B. (2025, July 20). Main harvest begins. Meja Uji. {URL}",
        f"Aminah, Siti Rahma, and Budi Wibowo. “Main harvest begins.” Meja Uji, July 20, 2025. {URL}.",
    ),
    (
        "three, Indonesian",
        replace(PLAIN, authors=(SITI, BUDI, Name("Suharto"))),
        f"Aminah, S. R., Wibowo, B., & Suharto. (2025, 20 Juli). Panen raya dimulai. Meja Uji. {URL}",
        f"Aminah, Siti Rahma, Budi Wibowo, dan Suharto. “Panen raya dimulai.” Meja Uji, 20 Juli 2025. {URL}.",
    ),
    (
        "an organisation",
        replace(PLAIN, authors=(MINISTRY,)),
        f"Kementerian Pertanian. (2025, 20 Juli). Panen raya dimulai. Meja Uji. {URL}",
        f"Kementerian Pertanian. “Panen raya dimulai.” Meja Uji, 20 Juli 2025. {URL}.",
    ),
    (
        "the site itself",
        replace(ENGLISH, authors=(Name(literal="Meja Uji"),)),
        f"Meja Uji. (2025, July 20). Main harvest begins. {URL}",
        f"Meja Uji. “Main harvest begins.” Meja Uji, July 20, 2025. {URL}.",
    ),
    (
        "translated, a headline that ends in a mark",
        replace(ENGLISH, title="Is it harvest?", translators=(BUDI,)),
        f"Is it harvest? (B. Wibowo, Trans.). (2025, July 20). Meja Uji. {URL}",
        f"“Is it harvest?” Translated by Budi Wibowo. Meja Uji, July 20, 2025. {URL}.",
    ),
    (
        "by a machine, with quotation marks",
        replace(ENGLISH, title='“Rice” is "up"', authors=(BUDI,), state="Machine translation"),
        f'Wibowo, B. (2025, July 20). “Rice” is "up" [Machine translation]. Meja Uji. {URL}',
        f"Wibowo, Budi. “‘Rice’ is ‘up’.” Machine translation. Meja Uji, July 20, 2025. {URL}.",
    ),
    (
        "seven people",
        replace(ENGLISH, authors=many(7)),
        "Nama1, A., Nama2, A., Nama3, A., Nama4, A., Nama5, A., Nama6, A., & Nama7, A. (2025, July 20). "
        f"Main harvest begins. Meja Uji. {URL}",
        f"Nama1, Ana, Ana Nama2, Ana Nama3, et al. “Main harvest begins.” Meja Uji, July 20, 2025. {URL}.",
    ),
    (
        "twenty-one people",
        replace(PLAIN, authors=many(21)),
        ", ".join(f"Nama{at}, A." for at in range(1, 20))
        + f", . . . Nama21, A. (2025, 20 Juli). Panen raya dimulai. Meja Uji. {URL}",
        f"Nama1, Ana, Ana Nama2, Ana Nama3, dkk. “Panen raya dimulai.” Meja Uji, 20 Juli 2025. {URL}.",
    ),
]


@pytest.mark.parametrize(("kind", "work", "in_apa", "in_chicago"), STYLED, ids=[row[0] for row in STYLED])
def test_styles(kind: str, work: Work, in_apa: str, in_chicago: str) -> None:
    """Each kind of work as APA and Chicago have it, words and dates in the language of the edition."""
    assert (apa(work).text, chicago(work).text) == (in_apa, in_chicago), kind


def test_the_day_of_reading_is_said_in_both_languages() -> None:
    """The page cannot know it; how it is said stands ready, before the address."""
    said = [[style(work).accessed for style in (apa, chicago)] for work in (PLAIN, ENGLISH)]
    assert said == [
        ["Diakses pada {date}, dari", "Diakses pada {date}."],
        ["Retrieved {date}, from", "Accessed {date}."],
    ]


AWKWARD = [
    "50% naik & turun: harga #1 di pasar_induk ~ $5",
    "Kurung {kurawal dan \\backslash} serta ^",
    "Tak seimbang { di sini",
    "“Kutipan” dan 'apostrof' dan \"lurus\"",
    "Café Łódź, naïve: 日本 – ²",
    "TY - JOUR",
    "Judul, title = {lain}, @article{x,",
    "<script>alert(1)</script> &amp; </details>",
]


TEX = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"{\textasciicircum}": "^",
    r"{\textasciitilde}": "~",
} | {rf"\{sign}": sign for sign in "$&%#_"}
"""What TeX sets for each command, as LaTeX's kernel defines them."""
COMMAND = re.compile("|".join(map(re.escape, TEX)))


def typeset(value: str) -> str:
    """What a reader sees of a value: commands carried out, the braces around all of it gone."""
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    left = COMMAND.sub("", inner)
    assert not set("{}\\$&%#_^~") & set(left), f"TeX would trip over {left}"
    return COMMAND.sub(lambda found: TEX[found[0]], inner)


def read_bibtex(text: str) -> tuple[Any, dict[str, Any]]:
    """The one entry and its fields; authors as a list."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    return entry, {field.key: field.value for field in entry.fields}


@pytest.mark.parametrize("title", AWKWARD)
def test_formats_give_back_what_went_in(title: str) -> None:
    """BibTeX, RIS and CSL-JSON, read by others' libraries, hold title and names, whatever is in them."""
    authors = (SITI, MINISTRY, Name("Suharto"), Name(literal="Badan Search and Rescue & Co"))
    work = replace(ENGLISH, title=title, authors=authors, translators=(BUDI,), state="Machine translation")

    entry, fields = read_bibtex(bibtex(work))
    assert (entry.entry_type, entry.key) == ("online", "panen-20250720-en")
    assert typeset(fields["title"]) == title
    assert list(map(typeset, fields["author"])) == [one.inverted for one in authors]
    assert (fields["date"], fields["year"], fields["month"]) == ("2025-07-20", "2025", "jul")
    assert (fields["url"], fields["organization"], fields["langid"]) == (URL, "Meja Uji", "english")

    (record,) = rispy.loads(ris(work).replace("\r\n", "\n"))
    assert (record["type_of_reference"], record["title"]) == ("NEWS", title)
    assert record["authors"] == [one.inverted for one in authors]
    assert (record["year"], record["date"], record["urls"]) == ("2025", "2025/07/20", [URL])
    assert (record["secondary_title"], record["language"]) == ("Meja Uji", "en")

    assert json.loads(csl_json(work)) == [csl(work)]
    assert csl(work)["title"] == title


def test_bibtex_to_the_letter() -> None:
    """Escapes by name where a brace would be counted; organisations and titles in braces."""
    work = replace(PLAIN, title="Harga {beras} & 5% _naik_", authors=(SITI, MINISTRY))
    assert bibtex(work) == (
        "@online{panen-20250720-id,\n"
        "  author = {Aminah, Siti Rahma and {Kementerian Pertanian}},\n"
        "  title = {{Harga {\\textbraceleft}beras{\\textbraceright} \\& 5\\% \\_naik\\_}},\n"
        "  organization = {Meja Uji},\n"
        "  date = {2025-07-20},\n"
        "  year = {2025},\n"
        "  langid = {indonesian},\n"
        f"  url = {{{URL}}},\n"
        "  month = jul\n"
        "}\n"
    )


def test_lines_of_ris_end_as_it_wants_them() -> None:
    """CR LF at the end of each line and nowhere else; a title of two lines is one."""
    text = ris(replace(PLAIN, title="Satu\nER  - dua"))
    assert text.count("\r\n") == text.count("\n") == len(text.splitlines())
    assert "TI  - Satu ER - dua\r\n" in text
    assert text.endswith("\r\nER  - \r\n")


def test_csl_json() -> None:
    """People in parts, organisations as they are, the date as numbers; what is not known is left out."""
    assert csl(replace(PLAIN, authors=(SITI, MINISTRY, Name("Suharto")))) == {
        "id": "panen-20250720-id",
        "type": "article-newspaper",
        "title": "Panen raya dimulai",
        "author": [
            {"family": "Aminah", "given": "Siti Rahma"},
            {"literal": "Kementerian Pertanian"},
            {"family": "Suharto"},
        ],
        "container-title": "Meja Uji",
        "issued": {"date-parts": [[2025, 7, 20]]},
        "language": "id-ID",
        "URL": URL,
    }


# From an article.

SOURCE = Source("Warta Uji", "https://warta.example/a?b=1&c=2", "", "seizin Warta Uji")


def view_of(edition: Edition = "id", state: str = "", **changes: Any) -> View:
    briefing = brief(with_metadata(HARVEST, **changes))
    if state:
        briefing = with_state(briefing, "Panen raya dimulai", state)
    return View(briefing, edition, GLOSSARY, extras=Extras(publication=SITE))


def test_both_editions_are_cited_the_pages_own_first() -> None:
    """Each with its own title, words and address; translators belong to the English."""
    view = view_of("en", authors=("Siti Aminah",), translators=("Budi Wibowo",))
    english, indonesian = works(view, SITE)
    assert (english.title, indonesian.title) == ("Main harvest begins", "Panen raya dimulai")
    assert (english.translators, indonesian.translators) == ((BUDI,), ())
    assert (english.url, indonesian.url) == (
        "https://example.org/sejajar/en/2025/07/panen-raya/",
        "https://example.org/sejajar/id/2025/07/panen-raya/",
    )


@pytest.mark.parametrize(
    ("changes", "authors"),
    [
        ({}, ()),
        ({"authors": ("BMKG", "Siti Aminah")}, (Name(literal="BMKG"), Name("Aminah", "Siti"))),
        ({"source": SOURCE}, (Name(literal="Warta Uji"),)),
        ({"source": replace(SOURCE, author="Siti Aminah")}, (Name("Aminah", "Siti"),)),
        ({"source": SOURCE, "authors": ("Warta Uji",)}, (Name(literal="Warta Uji"),)),
        ({"references": (Reference("Kabar"),), "authors": ("Kabar",)}, (Name(literal="Kabar"),)),
    ],
)
def test_whose_words_they_are(changes: dict[str, Any], authors: tuple[Name, ...]) -> None:
    """Those named; else whom the text was taken from, a person before an outlet; else nobody."""
    assert works(view_of(**changes), SITE)[0].authors == authors


def test_what_is_not_reviewed_says_so() -> None:
    """A machine's headline is cited as one; withheld or missing English is not cited at all."""
    assert [work.state for work in works(view_of("en", "machine"), SITE)] == ["Machine translation", ""]
    assert [work.edition for work in works(view_of("id", "untranslated"), SITE)] == ["id"]
    withheld = replace(view_of("id", "machine"), reviewed_only=True)
    assert [work.title for work in works(withheld, SITE)] == ["Panen raya dimulai"]
    alone = works(view_of("en", "untranslated"), SITE)
    assert [(work.title, work.language) for work in alone] == [("Panen raya dimulai", "id")]


def test_keys_are_fit_for_bibtex_whatever_the_folder_is_called() -> None:
    """Letters, digits and hyphens alone, and never none."""
    for folder, key in (
        ("2025-07-20-panen {raya}, é", "panenraya-20250720-id"),
        ("2025-07-20-米", "article-20250720-id"),
    ):
        named = replace(HARVEST, path=f"content/2025/{folder}/article.id.md")
        assert works(View(brief(named), "id", GLOSSARY), SITE)[0].key == key


@pytest.mark.parametrize("status", [Status.DRAFT, Status.RETRACTED])
def test_what_is_not_out_is_not_cited(status: Status) -> None:
    """Neither below the article nor in its head."""
    view = view_of(status=status)
    assert citing(view) is None
    assert "citation_" not in page_head(Described("id/x.md", "id", "x", "y"), SITE, view)


def test_a_site_without_an_address_has_no_citations() -> None:
    """There would be nothing to find it by."""
    assert works(view_of(), Publication("Meja Uji", "")) == ()


def test_below_the_article() -> None:
    """A closed box with a summary; both editions, each in its language; files that are in their links."""
    view = view_of("id", authors=('Ana <b> "& Co',))
    made = citing(view)
    assert made is not None
    box = BeautifulSoup(write(made, Form.HTML), "html.parser").details
    assert box is not None
    assert box.summary is not None
    assert box.summary.get_text() == "Kutip artikel ini"
    assert not box.has_attr("open")
    assert [part.get("lang") for part in box.find_all("div", recursive=False)] == [None, "en"]
    entries = [" ".join(entry.get_text().split()) for entry in box.select(".sj-cited")]
    assert [entry.split()[0] for entry in entries] == ["APA", "Chicago", "APA", "Chicago"]
    assert (
        "(2025, July 20). Main harvest begins. Meja Uji. https://example.org/sejajar/en/2025/07/panen-raya/"
        in entries[2]
    )
    links = {str(link["download"]): str(link["href"]) for link in box.select("a[download]")}
    assert list(links) == [
        f"panen-raya-20250720-{edition}.{kind}" for edition in ("id", "en") for kind in ("bib", "ris", "json")
    ]
    assert not set('<>"{} \n') & set("".join(links.values()))


# The head of the page. Left the tag, right the value and the field that Zotero makes of it.

TAGS = [
    ("citation_title", ["Main harvest begins"], "title"),
    ("citation_author", ["Aminah, Siti", "Kementerian Pertanian,", "Suharto"], "creators"),
    ("citation_publication_date", ["2025/07/20"], "date"),
    ("citation_language", ["en"], "language"),
    ("citation_public_url", ["https://example.org/sejajar/en/2025/07/panen-raya/"], "url"),
    ("citation_abstract_html_url", ["https://example.org/sejajar/en/2025/07/panen-raya/"], "url"),
    ("citation_keywords", ["Food"], "tags"),
    ("DC.title", ["Main harvest begins"], "title"),
    ("DC.creator", ["Siti Aminah", "Kementerian Pertanian", "Suharto"], "creators"),
    ("DC.contributor", ["Budi Wibowo", "Ana Putri"], ""),
    ("DC.date", ["2025-07-20"], "date"),
    ("DC.language", ["en"], "language"),
    ("DC.publisher", ["Meja Uji"], "publisher"),
    ("DC.identifier", ["https://example.org/sejajar/en/2025/07/panen-raya/"], ""),
    ("DC.type", ["NewsItem"], "itemType: newspaperArticle"),
    ("DC.rights", ['seizin "Warta" & <kawan>'], "rights"),
    ("DC.relation", ["https://warta.example/a?b=1&c=2"], ""),
    ("DC.source", [], "would be taken for publicationTitle"),
    ("citation_journal_title", [], "would make it a journalArticle"),
    ("og:site_name", ["Meja Uji"], "publicationTitle"),
    ("og:description", ["Kata pertama."], "abstractNote"),
]


@pytest.fixture(scope="module")
def head() -> BeautifulSoup:
    view = view_of(
        "en",
        authors=("Dr. Siti Aminah, M.Si.", "Kementerian Pertanian", "Suharto"),
        translators=("Budi Wibowo",),
        editors=("Ana Putri",),
        source=replace(SOURCE, rights='seizin "Warta" & <kawan>'),
    )
    page = Described("en/2025/07/panen-raya.md", "en", "Main harvest begins", "Kata pertama.")
    return BeautifulSoup(page_head(page, SITE, view), "html.parser")


@pytest.mark.parametrize(("tag", "values", "field"), TAGS, ids=[row[0] for row in TAGS])
def test_zotero_reads(head: BeautifulSoup, tag: str, values: list[str], field: str) -> None:
    """Each tag that its translator and academic search engines ask for, with its values in their order."""
    found = head.find_all("meta", attrs={"name": tag}) or head.find_all("meta", attrs={"property": tag})
    assert [meta["content"] for meta in found] == values, field


def creators(content: str) -> list[tuple[str, str]]:
    """Last and first name as Zotero makes them of one `citation_author`, by its translator's rules."""
    parts = [part.strip() for part in content.split(",")]
    several = len(parts) > 1 and " " in parts[0] and " " in parts[1]
    made = []
    for one in parts if several else [content]:
        name = one.strip(" ,./[]:")
        if "," in one:
            last, _, first = name.partition(",")
        else:
            first, _, last = name.rpartition(" ")
        made.append((last.strip(), first.strip()))
    return made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Siti Aminah", [("Aminah", "Siti")]),
        ("Kementerian Pertanian", [("Kementerian Pertanian", "")]),
        ("BMKG", [("BMKG", "")]),
        ("Suharto", [("Suharto", "")]),
        ("van der Berg, Jan Piet", [("Berg", "Jan Piet van der")]),
        ("Siti Rahma Aminah, S.H.", [("Aminah", "Siti Rahma")]),
    ],
)
def test_nobody_is_made_of_two_and_no_ministry_of_a_person(name: str, made: list[tuple[str, str]]) -> None:
    """The way in which a name stands in its tag survives the translator's splitting at commas and spaces."""
    head = page_head(Described("id/x.md", "id", "x", "y"), SITE, view_of(authors=(name,)))
    meta = BeautifulSoup(head, "html.parser").find("meta", attrs={"name": "citation_author"})
    assert meta is not None
    assert creators(str(meta["content"])) == made


def test_who_is_named_where_nobody_is() -> None:
    """Search engines want an author: the site."""
    head = page_head(Described("id/x.md", "id", "x", "y"), SITE, view_of())
    assert '<meta name="citation_author" content="Meja Uji,">' in head

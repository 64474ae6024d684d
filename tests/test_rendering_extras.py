"""What an article page shows beyond the article: notes on terms, findings, sizes, the way to the catalog."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from briefings import HARVEST, brief, say
from sejajar import rendering
from sejajar.catalogs import Briefing
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import (
    EDITIONS,
    Article,
    Edition,
    Image,
    Kind,
    Location,
    Paragraph,
    Problem,
    Severity,
    numbered,
)
from sejajar.rendering import Form, Options
from sejajar.site.repository import suggestion, suggestions, whole
from sejajar.site.view import Extras

TERMS = Glossary(
    (
        Term("KPK", "Corruption Eradication Commission", ("KPK",), True, "", "Komisi.", "The commission.", 2),
        Term("gabah", "unhusked rice", (), False, "", "Padi.", "Paddy.", 3),
        Term("sawah", "paddy field", line=4),
    )
)
ENGLISH = {
    "KPK membeli gabah di sawah.": "The KPK bought paddy in a field.",
    "Gabah, kata KPK, [mahal](https://kpk.example/KPK).": "Paddy, said the KPK, is [dear](https://kpk.example/).",
}


def page(briefing: Briefing, edition: Edition, extras: Extras) -> Tag:
    text = rendering.article_body(briefing, edition, Form.HTML, TERMS, extras=extras)
    found = BeautifulSoup(text, "html.parser").find("div", class_="sj-article")
    assert isinstance(found, Tag)
    return found


def terms_article() -> Briefing:
    lead = tuple(Paragraph(say(Kind.PARAGRAPH, text)) for text in ENGLISH)
    return brief(numbered(replace(HARVEST, points=(), lead=lead, sections=())), ENGLISH)


@pytest.mark.parametrize(
    ("edition", "marked", "notes"),
    [
        ("id", [("id", "KPK"), ("id", "gabah")], ["Komisi.", "Padi."]),
        ("en", [("en", "KPK"), ("id", "KPK"), ("id", "gabah")], ["The commission.", "Paddy."]),
    ],
)
def test_a_term_with_a_note_is_marked_where_it_first_stands(
    edition: Edition, marked: list[tuple[str, str]], notes: list[str]
) -> None:
    """In the Indonesian text; in the English edition's English too, where it is written alike. Once, and
    leading to its note below, in the language of the page."""
    made = page(terms_article(), edition, Extras(explain=True))
    links = made.select(".sj-term")
    sides = [link.find_parent(attrs={"data-side": True}) for link in links]
    assert [
        (side and side["data-side"], link.get_text()) for side, link in zip(sides, links, strict=True)
    ] == marked
    assert [tag.get_text() for tag in made.select(".sj-terms dd")] == notes
    assert all(made.find(id=str(link["href"])[1:]) for link in links)
    assert not page(terms_article(), edition, Extras()).select(".sj-term, .sj-terms")


def test_a_term_inside_a_link_is_left_alone() -> None:
    """A link cannot hold another, and an address is no text."""
    text = "Kata [KPK](https://kpk.example/KPK)."
    article = numbered(replace(HARVEST, points=(), lead=(Paragraph(say(Kind.PARAGRAPH, text)),), sections=()))
    made = page(brief(article, {}), "id", Extras(explain=True))
    assert not made.select(".sj-term, .sj-terms")
    assert [link["href"] for link in made.select(".sj-pair a")] == ["https://kpk.example/KPK"]


def findings_of(article: Article, text: str) -> dict[tuple[str, str], tuple[Problem, ...]]:
    segment = next(segment for segment in article.segments if segment.text == text)
    place = Location("content/x/article.en.po", 12)
    message = "“2 <b>” is missing in the English"
    return {segment.key: (Problem(place, Severity.ERROR, "numbers", message, "compare the figures"),)}


def test_a_finding_stands_on_its_pair() -> None:
    """With code, message and hint, under a label in the language of the page; and nowhere else."""
    findings = findings_of(HARVEST, "Harganya tetap.")
    for edition, label in zip(EDITIONS, ("Temuan pemeriksaan", "What the checks found"), strict=True):
        made = page(brief(HARVEST), edition, Extras(findings=findings)).select(".sj-findings")
        assert len(made) == 1
        assert made[0].get_text(" ", strip=True) == (
            f"{label} numbers “2 <b>” is missing in the English ; compare the figures"
        )
        assert made[0].parent
        assert made[0].parent["id"] == "harganya-tetap"
    shown = rendering.pages([brief(HARVEST)], TERMS, Options(findings={HARVEST.path: findings}))
    assert sum("sj-findings" in made.text for made in shown) == 2
    published = rendering.pages([brief(HARVEST)], TERMS)
    assert not [made.path for made in published if "sj-findings" in made.text]


def test_an_image_has_the_size_of_its_file() -> None:
    """Where it is known."""
    article = numbered(replace(HARVEST, lead=(Image("a.png"), Image("b.png"))))
    made = page(brief(article), "id", Extras(sizes={"a.png": (640, 360)}))
    sizes = [(image.get("width"), image.get("height")) for image in made.select("img")]
    assert sizes == [("640", "360"), (None, None)]


AT_GITHUB = "https://github.com/a/b/edit/main/{path}#L{line}"


@pytest.mark.parametrize(
    ("repository", "edit_uri", "address"),
    [
        ("https://github.com/a/b", "", AT_GITHUB),
        ("https://github.com/a/b", "edit/master/docs/", AT_GITHUB),
        ("https://github.com/a/b", "edit/master/content/", AT_GITHUB.replace("main", "master")),
        ("https://github.com/a/b.git", "edit/trunk/docs/", AT_GITHUB.replace("main", "trunk")),
        ("https://gitlab.example.org/a/b/", "", "https://gitlab.example.org/a/b/-/edit/main/{path}#L{line}"),
        (
            "https://gitlab.com/a/b/",
            "https://gitlab.com/a/b/-/edit/next/docs",
            "https://gitlab.com/a/b/-/edit/next/{path}#L{line}",
        ),
        ("https://codeberg.org/a/b", "", "https://codeberg.org/a/b/_edit/main/{path}#L{line}"),
        (
            "https://forgejo.example.org/a/b",
            "_edit/dev/docs/",
            "https://forgejo.example.org/a/b/_edit/dev/{path}#L{line}",
        ),
        (
            "https://codeberg.org/a/b",
            "src/branch/dev/docs",
            "https://codeberg.org/a/b/_edit/dev/{path}#L{line}",
        ),
        (
            "https://bitbucket.org/a/b",
            "src/trunk/docs/",
            "https://bitbucket.org/a/b/src/trunk/{path}?mode=edit#lines-{line}",
        ),
        ("https://example.org/github/b", "", ""),
        ("", "", ""),
    ],
)
def test_a_suggestion_goes_to_the_edit_form(repository: str, edit_uri: str, address: str) -> None:
    """Of each host, on the branch that the site names; of others nothing is guessed."""
    assert suggestions(repository, edit_uri) == address
    own = "mailto:desk@example.org?subject={path}"
    assert suggestions(repository, edit_uri, own) == own


def test_a_suggestion_names_the_catalog_and_its_line() -> None:
    """The path is encoded, a line stands only where a passage is meant."""
    address = suggestion(AT_GITHUB, "content/2025/a b/article.en.po")
    assert address == "https://github.com/a/b/edit/main/content/2025/a%20b/article.en.po#L{line}"
    assert whole(address) == "https://github.com/a/b/edit/main/content/2025/a%20b/article.en.po"
    assert whole("mailto:a@example.org?subject=x%20{line}") == "mailto:a@example.org?subject=x%201"


def test_without_a_repository_nothing_leads_to_one() -> None:
    """No link, and no line numbers in the page."""
    shown = rendering.pages([brief(HARVEST)], TERMS)
    assert not [made.path for made in shown if "data-line" in made.text or "data-suggest" in made.text]
    there = rendering.pages([brief(HARVEST)], TERMS, Options(suggestions=AT_GITHUB))
    text = next(made.text for made in there if made.path == "en/2025/07/panen-raya.md")
    assert 'href="https://github.com/a/b/edit/main/article.en.po"' in text
    assert "Suggest a better translation" in text


def test_a_pair_costs_little_markup() -> None:
    """What a script can make is not in the page: at most 230 bytes a pair beside its two texts."""
    paragraphs = tuple(Paragraph(say(Kind.PARAGRAPH, f"Paragraf ke-{number}.")) for number in range(100, 200))
    article = numbered(replace(HARVEST, lead=paragraphs))
    english = {part.text.text: f"Paragraph {part.text.text[-4:]}" for part in paragraphs}
    extras = Extras(explain=True, suggest="https://github.com/a/b/edit/main/article.en.po#L{line}")
    long, short = (
        len(rendering.article_body(brief(one, english), "id", Form.HTML, TERMS, extras=extras).encode())
        for one in (article, numbered(replace(HARVEST, lead=paragraphs[:1])))
    )
    texts = sum(len(id_) + len(en) for id_, en in list(english.items())[1:])
    assert (long - short - texts) / 99 <= 230

"""Who stands behind the articles: whose name is whose, what a person's page says, and who is not named."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from briefings import ENGLISH, GLOSSARY, HARVEST, brief, front, text_of, with_metadata
from sejajar import catalogs as catalog
from sejajar import commands, rendering
from sejajar.bounds import clean
from sejajar.build.article_data import data_of
from sejajar.catalogs import Briefing
from sejajar.cli.opening import open_site
from sejajar.model import Status, signed
from sejajar.rendering import Options, Publication, View
from sejajar.rendering.machine.page_head import Described, page_head
from sejajar.site import settings
from sejajar.site.people import LONGEST_NAME, Naming, naming, parts_of
from sejajar.site.settings import PeopleSettings
from sejajar.site.view import Extras
from sites import make_site
from test_lists import made, paths

ALL = Naming()
DAY = date(2026, 11, 24)


def by(briefing: Briefing, *names: str, day: date = DAY) -> Briefing:
    """Each name signs one pair more, in reading order; `names[0]` the title."""
    entries = list(briefing.catalog.entries)[: len(names)]
    new = [signed(one, ENGLISH[one.msgid], name, day) for one, name in zip(entries, names, strict=True)]
    return catalog.briefing(briefing.article, briefing.catalog.updated(new))


def pages_of(*briefings: Briefing, names: Naming = ALL) -> tuple[rendering.Page, ...]:
    return rendering.pages(briefings, GLOSSARY, Options(people=names))


def numbered(count: int, **changes: object) -> list[Briefing]:
    made = []
    for number in range(count):
        article = with_metadata(HARVEST, date=date(2020 + number % 5, 3, 1), **changes)
        made.append(brief(replace(article, path=f"content/x/2020-01-01-a{number:03}/article.id.md")))
    return made


def words(soup: BeautifulSoup | Tag, selector: str, between: str = "") -> str:
    found = soup.select_one(selector)
    assert found, selector
    return found.get_text(between, strip=bool(between))


# Whose name is whose


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Wijaya", "ana  wijaya"),
        ("Ana Wijaya", "Ana Wijaya <ana@example.org>"),
        ("Ana Wijaya", "Ana Wijaya (ana@example.org)"),
        ("Ana Wijaya", "ana.wijaya@example.org"),
        ("Ana Wijaya", "<ana_wijaya@example.org>"),
        ("José Ramos-Horta", "Jose Ramos Horta"),
        ("M. Sa’adah", "M Sa'adah"),
        ("Ｒｉｎａ", "Rina"),
        ("王小明", " 王小明 <wang@example.org>"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    """Case, accents, punctuation and an address beside the name make no other person."""
    first, second = ALL.named(one), ALL.named(other)
    assert first
    assert second
    assert first.slug == second.slug
    assert "@" not in first.name + second.name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王 Ana", "李 Ana"),
        ("王小明", "李小明"),
        ("Анна", "Анни"),
        ("किरण", "करुण"),
        ("Ana Wijaya", "Ana Wijayanti"),
        ("a" * 300, "a" * 299 + "b"),
        ("Ana <a@example.org>", "Budi <a@example.org>"),
    ],
)
def test_two_names_are_two_people(one: str, other: str) -> None:
    """Also where an address keeps the same of both, and where they share a mailbox."""
    first, second = ALL.named(one), ALL.named(other)
    assert first
    assert second
    assert first.slug != second.slug


HOSTILE = ("../x", "<script>alert(1)</script>", "index", "README", "a/b", "2", "Index.", "index@example.org")


@given(st.text(max_size=400) | st.sampled_from(HOSTILE))
def test_whatever_is_signed_with_has_a_safe_address_or_none(name: str) -> None:
    """ASCII letters, figures and hyphens, short, never that of the index; the name is one short line."""
    found = ALL.named(name)
    if found:
        assert re.fullmatch(r"[a-z0-9-]{1,70}", found.slug)
        assert found.slug not in ("index", "readme")
        assert len(found.name) <= LONGEST_NAME
        assert found.name.isprintable() or not any(one in found.name for one in "\n\r\t\x00\u202e")


def test_settings_bring_spellings_together_and_leave_people_out() -> None:
    """By whatever spelling they are meant."""
    read, mistakes = settings.read(
        {"people": {"spellings": {"Budi Santoso": ["Budi S.", "bs@example.org"]}, "hidden": ["citra dewi"]}}
    )
    assert mistakes == ()
    names = naming(read.people, has_repository=True)
    said = ("Budi Santoso", "budi s", "bs@example.org", "Citra Dewi <c@example.org>", "  ", "---")
    assert [found and found.name for found in map(names.named, said)] == ["Budi Santoso"] * 3 + [None] * 3


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"pages": "some"}, "people.pages must be one of public, all, credits, none, not 'some'"),
        ({"hiden": []}, "people.hiden is not a setting; did you mean `hidden`?"),
        ({"spellings": {"Ana": "A."}}, "people.spellings.Ana must be a list of names, not 'A.'"),
        (
            ["Ana"],
            "people must be true, false or a mapping, such as `people: {pages: credits}`, not ['Ana']",
        ),
    ],
)
def test_a_wrong_setting_names_nobody(wrong: object, said: str) -> None:
    """The mistake is told, and until it is corrected no name is shown."""
    read, mistakes = settings.read({"people": wrong})
    assert [f"{one.name} {one.message}" for one in mistakes] == [said]
    assert read.people.pages == "none"


@pytest.mark.parametrize(
    ("pages", "repository", "expected"),
    [
        ("public", True, ["Ana", "Budi"]),
        ("public", False, ["Ana"]),
        ("all", False, ["Ana", "Budi"]),
        ("credits", True, ["Ana"]),
        ("none", True, []),
    ],
)
def test_signers_are_named_only_where_they_are_public(
    pages: settings.People, repository: bool, expected: list[str]
) -> None:
    """By default only where the site names its repository; whom a front matter names stands there anyway."""
    briefing = by(brief(with_metadata(HARVEST, authors=("Ana",))), "Budi")
    names = naming(PeopleSettings(pages), has_repository=repository)
    assert [part.who.name for part in parts_of(briefing, names)] == expected
    written = "\n".join(page.text for page in pages_of(briefing, names=names))
    assert ("Budi" in written) == ("Budi" in expected)
    assert ("orang/" in written) == bool(expected)


# What they did


def test_a_signature_counts_while_it_holds() -> None:
    """Both of two under one text; none whose English was changed; none of an entry that is fuzzy again."""
    twice = by(by(brief(HARVEST), "Ana", "Ana", "Ana"), "Budi <b@example.org>", day=date(2026, 11, 25))
    title, point, lead, *rest = twice.catalog.entries
    changed = (title, replace(point, msgstr="Others harvest."), replace(lead, fuzzy=True), *rest)
    found = parts_of(catalog.briefing(HARVEST, replace(twice.catalog, entries=changed)), ALL)
    assert [(part.who.name, part.signed, part.passages, part.last) for part in found] == [
        ("Ana", 1, 7, DAY),
        ("Budi", 1, 7, date(2026, 11, 25)),
    ]


def test_a_page_says_what_somebody_did() -> None:
    """In both editions, each other's counterpart; the articles newest first."""
    newest = by(brief(with_metadata(HARVEST, authors=("Ana",), editors=("ANA",))), "Ana <a@x.example>", "ana")
    older = replace(
        with_metadata(HARVEST, date=date(2024, 1, 2), translators=("Ana",)),
        path="content/2024/2024-01-02-lama/article.id.md",
    )
    pages = pages_of(brief(older), newest)
    soup = made(text_of(pages, "en/people/ana.md"))
    assert [words(soup, "h1"), words(soup, ".sj-up-line", " ")] == [
        "Ana",
        "All people 2 briefings, passages signed: 2, last on 24 November 2026",
    ]
    assert [item.get_text() for item in soup.select(".sj-did")] == [
        "Author; editor; signed 2 of 7 passages, last on 24 November 2026",
        "Translator",
    ]
    indonesian = next(page for page in pages if page.path == "id/orang/ana.md")
    assert front(indonesian)["counterpart"] == "en/people/ana.md"
    assert (
        "Penulis; penyunting; menandatangani 2 dari 7 bagian teks, terakhir 24 November 2026"
        in indonesian.text
    )


def test_articles_and_the_status_lead_there() -> None:
    """From the names in an article's head, and from the table of those who signed most."""
    pages = pages_of(by(brief(with_metadata(HARVEST, authors=("Ana",))), "Budi", "Budi", "Citra"))
    head = made(text_of(pages, "en/2025/07/panen-raya.md"))
    assert words(head, ".sj-people") == "By Ana Signed by Budi (2 of 7), Citra (1 of 7)"
    assert [link["href"] for link in head.select(".sj-people a")] == [
        f"../../people/{slug}.md" for slug in ("ana", "budi", "citra")
    ]
    status = made(text_of(pages, "en/status.md"))
    rows = status.select("#status-people ~ .sj-scroll")[0].select("tbody tr")
    assert [row.get_text(" ", strip=True) for row in rows] == [
        "Budi 1 2 24 November 2026",
        "Citra 1 1 24 November 2026",
    ]
    assert "Signed: a person answers by name" in words(status, "#meanings")


def test_long_lists_are_divided() -> None:
    """A hundred to a page, and the index says how many."""
    pages = pages_of(*numbered(101, authors=("Ana",)))
    assert paths(pages, "en/people/ana") == ["en/people/ana.md", "en/people/ana/2.md"]
    assert words(made(text_of(pages, "en/people/index.md")), "li") == "Ana 101"


def test_nobody_is_named_for_what_is_retracted() -> None:
    """Its title and its people leave all pages but the notice."""
    gone = by(brief(with_metadata(HARVEST, status=Status.RETRACTED, authors=("Ana",))), "Budi")
    pages = pages_of(gone)
    assert paths(pages, "en/people") == ["en/people/index.md"]
    assert not any("Ana" in page.text or "Budi" in page.text for page in pages)
    assert "Nobody is named yet." in text_of(pages, "en/people/index.md")


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "../../etc", "A\u202eB | [x](y)", "N" * 300])
def test_a_hostile_name_is_only_text(name: str) -> None:
    """On its page, on the article, in the index, in what machines read."""
    briefing = by(brief(with_metadata(HARVEST, authors=(clean(name),))), name)  # as front matter is read
    pages = pages_of(briefing)
    for page in pages:
        assert re.fullmatch(r"[a-z0-9/-]+\.md", page.path)
        body = page.text.partition("\n---\n")[2]
        assert "<script" not in body
        assert "\u202e" not in page.text
        assert not made(body).select('a[href="y"]')
    person = next(page for page in pages if re.fullmatch(r"en/people/(?!index).*\.md", page.path))
    assert len(str(front(person)["title"])) <= LONGEST_NAME


# What machines read


@pytest.mark.parametrize(("pages", "expected"), [("all", {"Ana", "Budi"}), ("credits", set())])
def test_data_name_whom_the_pages_name(pages: settings.People, expected: set[str]) -> None:
    """The same setting holds for the data beside an article: a name without its address, or none."""
    briefing = by(brief(HARVEST), "Ana <ana@example.org>", "Budi")
    site = Publication("Kabar", "https://example.org/", "", True)
    names = naming(PeopleSettings(pages), has_repository=False)
    data = data_of(briefing, GLOSSARY, Options(people=names, data=True), site)
    assert data
    segments = json.loads(data.json)["segments"]
    assert {one["reviewer"] for one in segments if "reviewer" in one} == expected
    assert sum("reviewed" in one for one in segments) == 2
    assert "ana@example.org" not in data.json + data.units + data.lines


def test_linked_data_name_people_with_their_pages() -> None:
    """Authors and translators lead to their pages; who signed has reviewed the page."""
    briefing = by(brief(with_metadata(HARVEST, authors=("Ana",), translators=("Dewi",))), "Ana", "Budi")
    site = Publication("Kabar", "https://example.org/", "", True)
    signers = tuple(part for part in parts_of(briefing, ALL) if part.signed)
    view = View(
        briefing, "en", GLOSSARY, extras=Extras(people={"Ana": "ana", "Dewi": "dewi"}, signers=signers)
    )
    path = view.places.article(briefing.article, "en")
    text = page_head(Described(path, "en", "T", "D"), site, view)
    data = json.loads(words(BeautifulSoup(text, "html.parser"), "script"))
    person = {"@type": "Person", "name": "Ana", "url": "https://example.org/en/people/ana/"}
    assert data["author"] == [person]
    assert data["translator"][0]["url"] == "https://example.org/en/people/dewi/"
    assert [one["name"] for one in data["mainEntityOfPage"]["reviewedBy"]] == ["Ana", "Budi"]
    assert data["mainEntityOfPage"]["lastReviewed"] == "2026-11-24"


def test_a_persons_page_is_a_profile() -> None:
    """A desk's is an organisation's."""
    site = Publication("Kabar", "https://example.org/", "", True)
    found = []
    for name in ("Ana", "Redaksi Kabar"):
        page = Described("en/people/x.md", "en", name, "", profile=name)
        text = words(BeautifulSoup(page_head(page, site), "html.parser"), "script")
        found.append(json.loads(text)["mainEntity"])
    assert [(one["@type"], one["name"], one["url"]) for one in found] == [
        ("Person", "Ana", "https://example.org/en/people/x/"),
        ("Organization", "Redaksi Kabar", "https://example.org/en/people/x/"),
    ]


def test_a_repository_in_the_settings_makes_signers_public(tmp_path: Path) -> None:
    """From `mkdocs.yml` to the pages that `generate` writes."""
    root = make_site(tmp_path)
    path = next(root.glob("content/*/*/article.en.po"))
    loaded, _ = catalog.loads(path.read_text("utf-8"), path.name)
    assert loaded
    done = [signed(one, one.msgstr, "Budi", DAY) for one in loaded.entries if one.msgstr]
    path.write_text(catalog.dumps(loaded.updated(done)), "utf-8")
    config = root / "mkdocs.yml"
    for repository, expected in (("", False), ("repo_url: https://git.example.org/a/b\n", True)):
        config.write_text(
            re.sub(r"^repo_url.*\n", "", config.read_text("utf-8"), flags=re.M) + repository, "utf-8"
        )
        site = open_site(config)
        commands.generate(site, commands.load(site))
        assert (root / "docs/id/orang/budi.md").exists() == expected

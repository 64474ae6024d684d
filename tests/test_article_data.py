"""What machines take away: article.json by its schema, article.tmx by its grammar, the corpus by year."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree  # type: ignore[import-untyped]

from briefings import GLOSSARY, HARVEST, brief, with_metadata, with_state
from sejajar import catalogs as catalog_format
from sejajar.build.article_data import Data, data_of
from sejajar.model import Correction, Kind, Metadata, Reference, Segment, Source, Status
from sejajar.rendering import Options, Publication
from sejajar.rendering.machine.article_data import published_schema, schema
from sejajar.rendering.machine.corpus import tmx
from sejajar.site.rights import is_open, licence_of
from sites import ARTICLE, ENGLISH, FOLDER, MKDOCS, add_article, make_site
from test_incremental import build

SITE = Publication("Meja Uji", "https://example.org/sejajar/")
GRAMMAR = etree.DTD(str(Path(__file__).with_name("tmx14.dtd")))
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
OPTIONS = Options(data=True, licence=CC_BY)
VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def data(state: str = "", options: Options = OPTIONS, **changes: Any) -> Data | None:
    briefing = brief(with_metadata(HARVEST, **changes))
    briefing = with_state(briefing, "Harganya tetap.", state) if state else briefing
    return data_of(briefing, GLOSSARY, options, SITE)


def valid(made: Data | None) -> dict[str, Any]:
    """The article as JSON, which fits its schema; its memory fits its grammar."""
    assert made is not None
    found: dict[str, Any] = json.loads(made.json)
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []
    root = etree.fromstring(tmx(made.units).encode())
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    return found


def segment(found: dict[str, Any], words: str) -> dict[str, str]:
    return next(one for one in found["segments"] if one["indonesian"] == words)


KINDS: list[dict[str, Any]] = [
    {},
    {"authors": ("Siti Aminah", "BMKG"), "translators": ("Budi Wibowo",), "editors": ("Ana",)},
    {"source": Source("Warta Uji", "https://warta.example/", "Siti", "seizin Warta Uji")},
    {"references": (Reference("UNN", "https://unn.example/a?b=1&c=2", "Judul <b>"), Reference("TASS"))},
    {"corrections": (Correction(HARVEST.metadata.date, Segment(Kind.CORRECTION, "Angka “dua” keliru.")),)},
    {"place": "", "tags": ()},
]


@pytest.mark.parametrize("changes", KINDS)
@pytest.mark.parametrize("state", ["", "untranslated", "machine", "needs-work", "stale"])
@pytest.mark.parametrize("reviewed_only", [False, True])
def test_every_kind_fits_schema_and_grammar(changes: dict[str, Any], state: str, reviewed_only: bool) -> None:
    """Whoever is named, whatever the English is like, and whether or not it is held back."""
    valid(data(state, replace(OPTIONS, reviewed_only=reviewed_only), **changes))


def test_the_schema_is_one_and_refuses_what_is_wrong() -> None:
    """Each of these changes makes an article invalid, so that fitting the schema proves something."""
    Draft202012Validator.check_schema(schema())
    found = valid(data("stale"))
    stale = next(at for at, one in enumerate(found["segments"]) if one["state"] == "stale")
    changes: tuple[Callable[[dict[str, Any]], object], ...] = (
        lambda wrong: wrong.pop("@id"),
        lambda wrong: wrong.update({"datePublished": "20 Juli 2025"}),
        lambda wrong: wrong["segments"].clear(),
        lambda wrong: wrong["segments"][stale].update(state="done"),
        lambda wrong: wrong["segments"][stale].pop("english"),
        lambda wrong: wrong["segments"][0].update(made_for="x"),
        lambda wrong: wrong["segments"][stale].update(reviewer="Ana"),
        lambda wrong: wrong["states"].update(stale=0),
    )
    for change in changes:
        wrong = json.loads(json.dumps(found))
        change(wrong)
        assert not VALIDATOR.is_valid(wrong)


def test_the_schema_names_its_address() -> None:
    """A program that is given an article alone finds what its keys mean."""
    found = valid(data())
    published = json.loads(published_schema(SITE))
    assert found["$schema"] == published["$id"] == "https://example.org/sejajar/id/schema/article-1.json"
    assert found["@context"][1]["sejajar"] == f"{published['$id']}#"
    Draft202012Validator(published).validate(found)


def test_identities_are_those_of_the_pages() -> None:
    """The article's `@id` is its page's linked data's; a segment's leads to its place on the page."""
    found = valid(data())
    page = "https://example.org/sejajar/id/2025/07/panen-raya/"
    assert (found["@id"], found["url"]) == (f"{page}#article", page)
    assert found["workTranslation"]["@id"] == "https://example.org/sejajar/en/2025/07/panen-raya/#article"
    assert segment(found, "Harga gabah")["@id"] == f"{page}#harga-gabah"
    assert [item["URL"] for item in found["csl"]] == [page, found["workTranslation"]["url"]]


def test_states_and_who_made_what() -> None:
    """Of a machine's English its engine; of a stale one the text it was made for; markup stays Markdown."""
    machine, stale = valid(data("machine")), valid(data("stale"))
    assert segment(machine, "Harganya tetap.") == {
        "@id": "https://example.org/sejajar/id/2025/07/panen-raya/#harganya-tetap",
        "kind": "paragraph",
        "state": "machine",
        "indonesian": "Harganya tetap.",
        "english": "The price is unchanged.",
        "engine": "google",
    }
    assert segment(stale, "Harganya tetap.")["made_for"] == "Dulu lain."
    assert segment(machine, "Panen dimulai *kemarin*.")["english"] == "The harvest began *yesterday*."
    assert machine["states"] == {"reviewed": 6, "machine": 1}


def test_english_that_is_held_back_is_in_no_file() -> None:
    """With `publish_english: reviewed` its state is *pending*; neither text nor engine is given away."""
    made = data("machine", replace(OPTIONS, reviewed_only=True))
    one = segment(valid(made), "Harganya tetap.")
    assert (one["state"], set(one)) == ("pending", {"@id", "kind", "state", "indonesian"})
    assert made is not None
    for text in (made.json, made.units, made.lines):
        assert "unchanged" not in text
        assert "google" not in text
    line = next(json.loads(one) for one in made.lines.splitlines() if "Harganya" in one)
    assert (line["state"], line["english"], line["made_for"], line["engine"]) == ("pending", "", "", "")


@pytest.mark.parametrize(
    "changes", [{"status": Status.DRAFT}, {"status": Status.RETRACTED}, {"confidential": True}]
)
def test_what_is_not_out_has_no_data(changes: dict[str, Any]) -> None:
    """A draft, a retracted and a confidential article."""
    assert data(**changes) is None
    assert data() is not None
    assert data(options=Options()) is None


RIGHTS = [
    ("CC BY 4.0", True),
    ("CC-BY-SA 3.0", True),
    ("https://creativecommons.org/licenses/by/4.0/", True),
    ("https://creativecommons.org/licenses/by-sa/4.0/deed.id", True),
    ("Creative Commons Attribution 4.0", True),
    ("Creative Commons Atribusi-BerbagiSerupa", True),
    ("CC0", True),
    ("https://creativecommons.org/publicdomain/zero/1.0/", True),
    ("domain publik", True),
    ("public domain (US government work)", True),
    ("CC BY-NC 4.0", False),
    ("CC BY-ND", False),
    ("CC BY-NC-SA 4.0", False),
    ("https://creativecommons.org/licenses/by-nc-nd/4.0/", False),
    ("Creative Commons Attribution-NonCommercial", False),
    ("Creative Commons Atribusi-NonKomersial", False),
    ("bukan domain publik", False),
    ("not CC BY", False),
    ("seizin Warta Uji", False),
    ("© 2025 Warta Uji. All rights reserved", False),
    ("accby", False),
    ("", False),
]


@pytest.mark.parametrize(("rights", "free"), RIGHTS)
def test_which_rights_let_a_text_go_further(rights: str, free: bool) -> None:
    """A free licence, in words or as an address; nothing with NC or ND, and no permission to one site."""
    assert is_open(rights) is free
    theirs = Metadata(HARVEST.metadata.date, source=Source("Warta Uji", rights=rights))
    assert licence_of(theirs, CC_BY) == (rights if free else "")


def test_a_sites_own_texts_need_its_licence() -> None:
    """Whatever it says; without one nothing goes into a corpus."""
    own = Metadata(HARVEST.metadata.date)
    assert (licence_of(own, "CC BY-NC 4.0"), licence_of(own, "")) == ("CC BY-NC 4.0", "")


# A built site, from one build to the next.

OWN = ARTICLE.replace(
    "source: {outlet: Warta Uji, url: https://example.org/warta, rights: seizin Warta Uji}\n", ""
)
ADDRESS = "id/2025/03/panen-raya"


def own(day: str, text: str = OWN) -> str:
    return text.replace("date: 2025-03-06", f"date: {day}").replace("(6/3/2025)", "pekan ini")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of 2025 two articles of our own and one of others, of 2024 one of ours; a licence."""
    monkeypatch.setattr("sejajar.commands.findable", lambda *_: (), raising=False)
    made = make_site(tmp_path / "meja", articles=[])
    add_article(made, FOLDER, OWN, ENGLISH)
    add_article(made, "content/2025/2025-04-01-lagi", own("2025-04-01"), ENGLISH)
    add_article(made, "content/2025/2025-05-01-warta", own("2025-05-01", ARTICLE), ENGLISH)
    add_article(made, "content/2024/2024-04-01-lama", own("2024-04-01"), ENGLISH)
    say(made, license=CC_BY)
    return made


def say(root: Path, **settings: str) -> None:
    said = "".join(f"      {name}: {value}\n" for name, value in settings.items())
    (root / "mkdocs.yml").write_text(MKDOCS.replace("      dress: site\n", f"      dress: site\n{said}"))


Build = Callable[[], dict[str, tuple[int, bytes]]]


@pytest.fixture
def built(root: Path, tmp_path: Path) -> Build:
    """Builds, and gives what is there for machines: when each was written, and what is in it."""

    def files() -> dict[str, tuple[int, bytes]]:
        build(root, tmp_path / "www", tmp_path / "cache")
        found = [
            *(tmp_path / "www").rglob("article.*"),
            *(tmp_path / "www").glob("corpus/*"),
            *(tmp_path / "www").glob("id/schema/*"),
        ]
        return {
            path.relative_to(tmp_path / "www").as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
            for path in found
        }

    return files


def ids(lines: bytes) -> set[str]:
    return {json.loads(line)["id"].partition("#")[0] for line in lines.decode().splitlines()}


def test_the_files_of_a_site_through_its_life(root: Path, built: Build) -> None:
    """Each article has its two, a year its two; a build writes what has changed, and takes away what went."""
    first = built()
    articles = {ADDRESS, "id/2025/04/lagi", "id/2025/05/warta", "id/2024/04/lama"}
    assert set(first) == {
        *(f"{address}/article.{suffix}" for address in articles for suffix in ("json", "tmx")),
        *(f"corpus/{year}.{suffix}" for year in (2024, 2025) for suffix in ("jsonl", "tmx")),
        "corpus/index.json",
        "id/schema/article-1.json",
    }
    assert ids(first["corpus/2025.jsonl"][1]) == {"panen-raya", "lagi"}  # the other is Warta Uji's
    assert ids(first["corpus/2024.jsonl"][1]) == {"lama"}
    for name, (_, text) in first.items():
        if name.endswith(".tmx"):
            root_element = etree.fromstring(text)
            assert GRAMMAR.validate(root_element), GRAMMAR.error_log
    index = json.loads(first["corpus/index.json"][1])
    assert [(one["year"], one["articles"], one["licenses"]) for one in index["years"]] == [
        (2025, 2, [CC_BY]),
        (2024, 1, [CC_BY]),
    ]

    assert built() == first  # to the nanosecond: nothing was written again

    edited = root / FOLDER / "article.id.md"
    edited.write_text(edited.read_text().replace("Pemerintah menargetkan", "Pemerintah memasang target"))
    second = built()
    changed = {name for name in second if second[name] != first[name]}
    assert changed == {
        f"{ADDRESS}/article.json",
        f"{ADDRESS}/article.tmx",
        "corpus/2025.jsonl",
        "corpus/2025.tmx",
    }

    edited.write_text(edited.read_text().replace("status: published", "status: retracted"))
    third = built()
    assert set(second) - set(third) == {f"{ADDRESS}/article.json", f"{ADDRESS}/article.tmx"}
    assert ids(third["corpus/2025.jsonl"][1]) == {"lagi"}

    old = root / "content/2024/2024-04-01-lama/article.id.md"
    old.write_text(old.read_text().replace("status: published", "status: draft"))
    assert not [name for name in built() if "2024" in name]


def test_what_settings_leave_out(root: Path, built: Build) -> None:
    """No corpus without a licence; with `data: false` nothing at all, and no page that leads to it."""
    say(root)
    assert not [name for name in built() if name.startswith("corpus/")]
    say(root, data="false", license=CC_BY)
    assert built() == {}
    page = (root.parent / "www" / ADDRESS / "index.html").read_text()
    assert "article.json" not in page
    assert "Kutip artikel ini" in page
    say(root, cite="false")
    built()
    page = (root.parent / "www" / ADDRESS / "index.html").read_text()
    assert "Kutip artikel ini" not in page
    assert "citation_title" in page


def test_what_an_article_is_on_its_page_it_is_as_data(root: Path, built: Build) -> None:
    """The page links to the files that are there; the same `@id` stands in its linked data."""
    found = built()
    page = (root.parent / "www" / ADDRESS / "index.html").read_text()
    linked = set(re.findall(r'href="https://example\.org/sejajar/([^"]*article\.(?:json|tmx))"', page))
    assert linked == {f"{ADDRESS}/article.json", f"{ADDRESS}/article.tmx"}
    assert f'"@id":"{json.loads(found[f"{ADDRESS}/article.json"][1])["@id"]}"' in page


def test_signers_are_named_where_the_site_names_them(root: Path, built: Build) -> None:
    """The day of a signature is published, the name only where people's pages show it: see `people`."""
    path = root / FOLDER / "article.en.po"
    catalog, _ = catalog_format.loads(path.read_text(), str(path))
    assert catalog is not None
    entry = next(one for one in catalog.entries if one.msgid == "Harga gabah")
    done = catalog_format.signed(entry, "The price of paddy", "Ana Maria", HARVEST.metadata.date)
    path.write_text(catalog_format.dumps(catalog.updated([done])))
    naming = {f"{ADDRESS}/article.json", f"{ADDRESS}/article.tmx", "corpus/2025.jsonl", "corpus/2025.tmx"}
    for people, where in (("{pages: credits}", set()), ("{pages: all}", naming)):
        say(root, license=CC_BY, people=people)
        found = built()
        one = segment(json.loads(found[f"{ADDRESS}/article.json"][1]), "Harga gabah")
        assert one["reviewed"] == "2025-07-20"
        assert {name for name, (_, text) in found.items() if b"Ana Maria" in text} == where

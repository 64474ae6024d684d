"""The aligned corpus: TMX that its grammar accepts, JSON Lines, and what is in neither."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from sejajar import catalogs as catalog_format
from sejajar.cli import main
from sejajar.commands import Site, load
from sejajar.commands.export import jsonl, tmx
from sejajar.language.inline import pieces
from sejajar.model import Entry
from sites import FOLDER, add_article, make_site

GRAMMAR = etree.DTD(str(Path(__file__).with_name("tmx14.dtd")))
CATALOG = f"{FOLDER}/article.en.po"
MARKED = "content/2025/2025-04-01-surat-terbuka"
CONCERNED = "Menteri *sangat* **prihatin** atas [laporan *itu*](https://example.org/a?b=1&c=2)."
MARKED_TEXT = f"""\
---
date: 2025-04-01
source: {{outlet: Warta Uji, rights: seizin Warta Uji}}
---

# Surat terbuka & tanggapan

{CONCERNED}
"""
MARKED_ENGLISH = {
    "Surat terbuka & tanggapan": "An open letter & an answer",
    CONCERNED: (
        "About [*that* report](https://example.org/a?b=1&c=2) the minister is **greatly** *concerned*."
    ),
}
DAY = date(2025, 3, 7)
Run = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Two articles; of the first, one entry is signed, one a machine's, one stale, two have no English."""
    monkeypatch.chdir(make_site(tmp_path))
    add_article(tmp_path, MARKED, MARKED_TEXT, MARKED_ENGLISH)
    path = Path(CATALOG)
    catalog, _ = catalog_format.loads(path.read_text(encoding="utf-8"), CATALOG)
    assert catalog is not None
    price, stale = "Harga gabah", "Petani memanen 1.200 hektare sawah."
    changes: dict[str, Callable[[Entry], Entry]] = {
        price: lambda entry: catalog_format.signed(
            entry, "The price of paddy", "Ana Maria", date(2025, 3, 9)
        ),
        "Siti, petani": lambda entry: catalog_format.filled(entry, "Siti, a farmer", "google", DAY),
        stale: lambda entry: replace(entry, fuzzy=True, previous="Petani memanen 1.100 hektare sawah."),
    }
    changed = [changes[entry.msgid](entry) for entry in catalog.entries if entry.msgid in changes]
    path.write_text(catalog_format.dumps(catalog.updated(changed)), encoding="utf-8")
    return Site(tmp_path, tmp_path / "docs", url="https://example.org/sejajar/")


@pytest.fixture
def run(site: Site) -> Run:  # noqa: ARG001 the commands run in its folder
    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, ["export", *arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def parsed(text: str) -> Any:
    """The root of a valid TMX document."""
    root = etree.fromstring(text.encode())
    assert GRAMMAR.validate(root), GRAMMAR.error_log
    return root


def unit(root: Any, words: str) -> Any:
    """The unit whose Indonesian or English has these words."""
    return next(
        one for one in root.iter("tu") if any(words in "".join(s.itertext()) for s in one.iter("seg"))
    )


def props(one: Any) -> dict[str, str]:
    return {prop.get("type"): prop.text for prop in one.iter("prop")}


def test_the_memory_is_valid_and_the_same_every_time(site: Site) -> None:
    """The grammar of TMX 1.4 accepts it; no time of day, no order of hashing is in it."""
    text = tmx(site, load(site))
    root = parsed(text)
    assert text == tmx(site, load(site))
    assert text.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
    )
    assert (root.find("header").get("srclang"), root.find("header").get("segtype")) == ("id", "paragraph")
    assert len(root.findall("body/tu")) == 8  # of ten segments two have no English
    ids = [one.get("tuid") for one in root.iter("tu")]
    assert len(set(ids)) == len(ids)


def test_the_grammar_refuses_what_is_no_memory(site: Site) -> None:
    """So that a validation proves something: a unit without its language, a header without its source."""
    text = tmx(site, load(site))
    for wrong in (
        text.replace('<tuv xml:lang="id">', "<tuv>", 1),
        text.replace(' srclang="id" datatype', " datatype", 1),
        text.replace('<bpt i="2"', "<bpt", 1),
    ):
        assert wrong != text
        assert not GRAMMAR.validate(etree.fromstring(wrong.encode()))


def test_a_unit_tells_state_article_kind_reviewer_and_dates(site: Site) -> None:
    """A signature is a change, a machine's stamp a creation; what nobody vouches for has neither."""
    root = parsed(tmx(site, load(site)))
    signed = unit(root, "The price of paddy")
    assert props(signed) == {
        "state": "reviewed",
        "article": f"{FOLDER}/article.id.md",
        "kind": "heading",
        "date": "2025-03-06",
        "reviewer": "Ana Maria",
        "url": "https://example.org/sejajar/en/2025/03/panen-raya/#harga-gabah",
        "license": "seizin Warta Uji",
    }
    assert signed.get("tuid") == "panen-raya#harga-gabah"
    english = signed.findall("tuv")[1]
    assert dict(english.attrib) == {
        "{http://www.w3.org/XML/1998/namespace}lang": "en",
        "changedate": "20250309T000000Z",
        "changeid": "Ana Maria",
    }
    machine = unit(root, "Siti, a farmer")
    assert props(machine)["state"] == "machine"
    english = machine.findall("tuv")[1]
    assert (english.get("creationdate"), english.get("creationid")) == ("20250307T000000Z", "google")
    assert english.get("changedate") is None
    unsigned = unit(root, "Main harvest begins")
    assert "reviewer" not in props(unsigned)
    assert len(unsigned.findall("tuv")[1].attrib) == 1


def test_stale_english_stands_beside_the_text_that_it_was_made_for(site: Site) -> None:
    """A memory must not teach 1,200 for 1.100."""
    stale = unit(parsed(tmx(site, load(site))), "Farmers are harvesting")
    assert props(stale)["state"] == "stale"
    assert [seg.text for seg in stale.iter("seg")] == [
        "Petani memanen 1.100 hektare sawah.",
        "Farmers are harvesting 1,200 hectares of paddy.",
    ]


def test_markup_is_paired_codes_that_know_each_other_across_languages(site: Site) -> None:
    """Emphasis, strong and links; the codes' content is the Markdown, `x` ties a pair to its counterpart."""
    one = unit(parsed(tmx(site, load(site))), "prihatin")
    indonesian, english = one.iter("seg")
    assert "".join(indonesian.itertext()) == CONCERNED
    assert "".join(english.itertext()) == MARKED_ENGLISH[CONCERNED]
    found = {
        language: {(code.get("type"), code.get("x")) for code in seg.iter("bpt")}
        for language, seg in (("id", indonesian), ("en", english))
    }
    assert found["id"] == {("italic", "1"), ("bold", "2"), ("link", "3"), ("italic", "4")}
    assert found["en"] == {("link", "3"), ("italic", "1"), ("bold", "2"), ("italic", "4")}
    for seg in (indonesian, english):
        assert sorted(code.get("i") for code in seg.iter("bpt")) == sorted(
            code.get("i") for code in seg.iter("ept")
        )


BITS = st.sampled_from(["a", " ", "*", "**", "_", "[", "](https://e.org/x)", "\\", "<", "&", "é"])


@given(st.lists(BITS).map("".join))
def test_no_word_and_no_mark_is_lost_in_pieces(text: str) -> None:
    """Whatever the Markdown, marks open and close in order."""
    open_: list[str] = []
    for piece in pieces(text):
        if piece.tag and piece.opens:
            open_.append(piece.tag)
        elif piece.tag:
            assert open_.pop() == piece.tag
    assert not open_


def test_characters_that_no_xml_may_hold_are_left_out(site: Site) -> None:
    """A control character that came with a pasted text does not make the whole file unreadable."""
    path = Path(CATALOG)
    path.write_text(
        path.read_text(encoding="utf-8").replace("Main harvest", "Main\ufffe harvest"), encoding="utf-8"
    )
    text = tmx(site, load(site))
    assert unit(parsed(text), "Main harvest begins") is not None


def test_json_lines_hold_every_segment_with_the_same_keys(site: Site) -> None:
    """An object a line, in reading order, those without English too."""
    lines = [json.loads(line) for line in jsonl(site, load(site)).splitlines()]
    assert len(lines) == 10
    assert len({tuple(line) for line in lines}) == 1
    assert lines[0]["indonesian"] == "Panen raya dimulai di Jawa Barat"
    signed = next(line for line in lines if line["english"] == "The price of paddy")
    assert signed == {
        "article": f"{FOLDER}/article.id.md",
        "id": "panen-raya#harga-gabah",
        "kind": "heading",
        "state": "reviewed",
        "indonesian": "Harga gabah",
        "english": "The price of paddy",
        "made_for": "Harga gabah",
        "engine": "",
        "reviewer": "Ana Maria",
        "reviewed": "2025-03-09",
        "date": "2025-03-06",
        "anchor": "harga-gabah",
        "url": "https://example.org/sejajar/en/2025/03/panen-raya/#harga-gabah",
        "license": "seizin Warta Uji",
    }
    stale = next(line for line in lines if line["state"] == "stale")
    assert (stale["indonesian"], stale["made_for"]) == (
        "Petani memanen 1.200 hektare sawah.",
        "Petani memanen 1.100 hektare sawah.",
    )
    missing = next(line for line in lines if line["state"] == "untranslated")
    assert (missing["english"], missing["made_for"]) == ("", "")


def test_a_site_without_an_address_has_no_urls(site: Site) -> None:
    """No line of the corpus points to nowhere."""
    here = replace(site, url="")
    assert '"url": ""' in jsonl(here, load(here)).splitlines()[0]
    assert "url" not in props(unit(parsed(tmx(here, load(here))), "Main harvest"))


def test_what_is_retracted_is_not_exported(site: Site) -> None:
    """Its text leaves the corpus as it left the site."""
    path = Path(FOLDER, "article.id.md")
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: published", "status: retracted"), encoding="utf-8"
    )
    for text in (tmx(site, load(site)), jsonl(site, load(site))):
        assert "panen-raya" not in text
        assert "surat-terbuka" in text


def test_export_as_a_command(run: Run, site: Site) -> None:
    """The suffix says the form; the file is written anew each time; - goes to standard output alone."""
    result = run("corpus.tmx")
    assert (result.exit_code, result.stdout) == (0, "wrote corpus.tmx: 8 pairs of 2 articles\n")
    assert Path("corpus.tmx").read_text(encoding="utf-8") == tmx(site, load(site))
    assert run("corpus.tmx", MARKED).exit_code == 0
    assert "panen-raya" not in Path("corpus.tmx").read_text(encoding="utf-8")
    result = run("-", "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == jsonl(site, load(site))
    assert json.loads(run("out/corpus.jsonl", "--json").stdout) == {
        "file": "out/corpus.jsonl",
        "pairs": 10,
        "problems": [],
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-",), "standard output has no suffix; say --format csv, xlsx, tmx, jsonl"),
        (
            ("corpus.xml",),
            "corpus.xml has a suffix that is not known; name it *.csv or *.xlsx or *.tmx or *.jsonl",
        ),
        (("-", "--format", "tmx", "--json"), "--json and - both want standard output; name a file"),
        (("content/glossary.csv/x.tmx",), "content/glossary.csv/x.tmx cannot be written: Not a directory"),
    ],
)
def test_wrong_calls_are_refused(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """Exit code 2 and a line that says what to do."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (2, f"error: {message}\n")


def test_the_ids_survive_edits(site: Site) -> None:
    """After a correction of its Indonesian a segment is still the same unit."""
    path = Path(FOLDER, "article.id.md")
    before = {line["id"] for line in map(json.loads, jsonl(site, load(site)).splitlines())}
    text = path.read_text(encoding="utf-8").replace("1.200 hektare sawah", "1.250 hektare sawah")
    path.write_text(text, encoding="utf-8")
    lines = [json.loads(line) for line in jsonl(site, load(site)).splitlines()]
    assert {line["id"] for line in lines} == before

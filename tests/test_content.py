"""The shipped briefings and glossary: sound, canonical, honest about their state, and our own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from sejajar import catalogs as catalog
from sejajar.catalogs import Briefing
from sejajar.checking import check
from sejajar.formats import article, glossary
from sejajar.formats.glossary import Glossary
from sejajar.model import Article, Quote, State
from sejajar.storage import SourceFile, read_content

ROOT = Path(__file__).parent.parent
CONTENT = read_content(ROOT, "content")
BY_SLUG = {source.path.split("/")[-2][11:]: source for source in CONTENT.sources}
COMPLETE = "pangan-korut-di-rusia"
WITH_GAPS = "makan-bergizi-gratis"
STALE = "setahun-whoosh"
NEEDS_WORK = "indonesia-anggota-brics"
CORRECTED = "produksi-beras-2024"

every_article = pytest.mark.parametrize("source", [pytest.param(BY_SLUG[slug], id=slug) for slug in BY_SLUG])


@cache
def parsed(source: SourceFile) -> Article:
    loaded = article.loads(source.text, source.path, source.files)
    assert loaded.article, loaded.problems
    return loaded.article


def body(text: str) -> str:
    return text.partition("\n---\n")[2]


def briefing(slug: str) -> Briefing:
    source = BY_SLUG[slug]
    loaded, problems = catalog.loads(source.catalog_text or "", source.catalog_path)
    assert loaded, problems
    return catalog.briefing(parsed(source), loaded)


def states(slug: str) -> Counter[State]:
    return Counter(pair.entry.state for pair in briefing(slug).pairs.values())


def terms() -> Glossary:
    return glossary.loads(CONTENT.glossary_text, CONTENT.glossary_path).glossary


def test_the_content_is_found_and_read() -> None:
    """Every file is UTF-8, and the five briefings of the first day are there."""
    assert CONTENT.problems == ()
    assert set(BY_SLUG) >= {COMPLETE, WITH_GAPS, STALE, NEEDS_WORK, CORRECTED}


@every_article
def test_an_article_has_no_problem_and_is_canonical(source: SourceFile) -> None:
    """Not even a warning; and its body is as a tool would write it; the front matter as people like it."""
    loaded = article.loads(source.text, source.path, source.files)
    assert loaded.problems == ()
    assert body(article.dumps(parsed(source))) == body(source.text)


@every_article
def test_a_catalog_has_no_problem_and_is_canonical(source: SourceFile) -> None:
    """Synced with its article and written again, it is the file to the byte."""
    loaded, problems = catalog.loads(source.catalog_text or "", source.catalog_path)
    assert problems == ()
    assert loaded
    again = catalog.dumps(catalog.sync(loaded, parsed(source)))
    assert again.encode() == (ROOT / source.catalog_path).read_bytes()


def test_the_first_briefing_is_complete() -> None:
    """Three points, a lead, three numbered sections, two quotes with a speaker; all signed by the desk."""
    for pair in briefing(COMPLETE).pairs.values():
        entry = pair.entry
        assert (entry.signed, entry.machine) == (True, None), entry.msgid
        assert entry.reviewed
        assert entry.reviewed.who in briefing(COMPLETE).article.metadata.authors
    text = briefing(COMPLETE).article
    assert (len(text.points), len(text.lead)) == (3, 3)
    assert [section.number for section in text.sections] == [1, 2, 3]
    quotes = [block for block in text.blocks if isinstance(block, Quote)]
    assert [quote.speaker is not None for quote in quotes] == [True, True]
    assert {"IDN Times", "UNN", "The Moscow Times"} <= {item.outlet for item in text.metadata.references}


def test_the_second_briefing_shows_three_gaps() -> None:
    """Two paragraphs and an item wait for their English; nothing else does."""
    gaps = [pair.entry.kind for pair in briefing(WITH_GAPS).pairs.values() if not pair.entry.msgstr]
    assert gaps == ["paragraph", "paragraph", "item"]
    assert set(states(WITH_GAPS)) == {State.REVIEWED, State.UNTRANSLATED}


@pytest.mark.parametrize(
    ("slug", "state"), [(STALE, State.STALE), (NEEDS_WORK, State.NEEDS_WORK), (CORRECTED, None)]
)
def test_a_state_can_be_seen_somewhere(slug: str, state: State | None) -> None:
    """One paragraph is stale in one briefing and one unfinished in another; the rest is reviewed."""
    assert {key: count for key, count in states(slug).items() if key is not State.REVIEWED} == (
        {state: 1} if state else {}
    )


def test_every_english_that_counts_as_reviewed_is_signed() -> None:
    """A signature is what the site promises: no pair of ours is merely taken for reviewed."""
    unsigned = [
        f"{slug}: {pair.segment.text}"
        for slug in BY_SLUG
        for pair in briefing(slug).pairs.values()
        if pair.entry.state is State.REVIEWED and not pair.entry.signed
    ]
    assert unsigned == []


def test_the_stale_paragraph_says_what_it_was_made_for() -> None:
    """Its English lacks a fare that the Indonesian has by now; the earlier Indonesian is kept beside it."""
    (stale,) = (pair.entry for pair in briefing(STALE).pairs.values() if pair.entry.state is State.STALE)
    assert "Rp250.000" in stale.msgid
    assert "Rp250" not in stale.previous + stale.msgstr


def test_a_correction_stands_in_both_languages() -> None:
    """The corrected figure is in the paragraph and in the note that tells of it."""
    pairs = briefing(CORRECTED)
    (correction,) = pairs.article.metadata.corrections
    assert correction.date == pairs.article.metadata.updated
    assert "167.570" not in correction.text.text
    assert "167,57 ribu" in correction.text.text
    assert "167,570" in pairs[correction.text].entry.msgstr
    assert sum("167,570" in pair.entry.msgstr for pair in pairs.pairs.values()) == 2


def test_the_glossary_is_sound() -> None:
    """No problem (a duplicate is one), forty terms at least, and a note in both languages or in none."""
    loaded = glossary.loads(CONTENT.glossary_text, CONTENT.glossary_path)
    assert loaded.problems == ()
    assert len(loaded.glossary.terms) >= 40
    assert glossary.dumps(loaded.glossary) == CONTENT.glossary_text
    for term in loaded.glossary.terms:
        assert bool(term.note_id) == bool(term.note_en), term.indonesian


@every_article
def test_the_glossary_knows_each_tag_place_and_outlet(source: SourceFile) -> None:
    """Otherwise an English page would list them in Indonesian."""
    metadata = parsed(source).metadata
    outlets = [item.outlet for item in metadata.references]
    outlets += [block.outlet for block in parsed(source).blocks if isinstance(block, Quote)]
    names = [metadata.place, *metadata.tags, *outlets]
    assert [name for name in names if name and not terms().english_of(name)] == []


@every_article
def test_reviewed_english_uses_the_approved_terms(source: SourceFile) -> None:
    """Where a term of the glossary is in the Indonesian, one of its English forms is in the English."""
    amiss = [
        f"{match.term.indonesian}: {pair.entry.msgstr}"
        for pair in briefing(parsed(source).slug).pairs.values()
        if pair.entry.state is State.REVIEWED
        for match in terms().find(pair.segment.text)
        if not any(form.casefold() in pair.entry.msgstr.casefold() for form in match.term.accepted)
    ]
    assert amiss == []


@every_article
def test_the_checks_find_nothing_that_nobody_has_answered(source: SourceFile) -> None:
    """Every finding on our own briefings is fixed, or silenced with a reason in the catalog."""
    assert [str(problem) for problem in check(briefing(parsed(source).slug), terms())] == []


RUN = 5
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TAG = re.compile(r"<[^>]*>")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of five words within a line: letters and digits, any case, whatever stands between them."""
    for line in text.splitlines():
        words = [word.casefold() for word in _WORD.findall(_TAG.sub(" ", line))]
        yield from (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def test_no_sentence_is_taken_from_elsewhere(corpora: Path) -> None:
    """No five words running, not even names and figures, are those of any of the real articles."""
    ours: dict[tuple[str, ...], str] = {}
    for source in CONTENT.sources:
        pairs = briefing(parsed(source).slug).pairs.values()
        for text in (text for pair in pairs for text in (pair.segment.text, pair.entry.msgstr)):
            ours |= dict.fromkeys(runs(text), text)
    files = [file for part in ("seed", "corpora") for file in (corpora / part).rglob("*") if file.is_file()]
    assert files
    taken = {run for file in files for run in runs(file.read_text("utf-8", errors="replace")) if run in ours}
    assert {" ".join(run): ours[run] for run in taken} == {}

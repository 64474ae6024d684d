"""What a person should read first, and why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from sejajar.build.risks import riskiest, risky
from sejajar.checking import Why, risk
from sejajar.commands import Site, check_results, load
from sejajar.commands.review import waiting
from sejajar.model import Entry, Severity
from sejajar.site.settings import Settings
from sites import add_article, make_site

SOURCE = "Sebanyak 12 orang menunggu."
ENTRY = Entry(context="paragraph", msgid=SOURCE, msgstr="As many as 12 people are waiting.", fuzzy=True)


def test_an_error_weighs_more_than_all_else() -> None:
    """Then two engines that differ, other findings, what was lost; figures and length weigh least."""
    differs = replace(ENTRY, comments=("likeness: 0.30 deepl",))
    lost = replace(ENTRY, comments=("unprotected: link: “x”",))
    points = [
        risk(entry, found).points
        for entry, found in (
            (ENTRY, [Severity.ERROR]),
            (differs, []),
            (ENTRY, [Severity.WARNING]),
            (lost, []),
            (ENTRY, []),
        )
    ]
    assert points == sorted(points, reverse=True)
    assert len(set(points)) == len(points)


def test_the_reasons_are_named_with_their_numbers() -> None:
    """The weightiest first; a likeness from which on engines agree is none."""
    entry = replace(ENTRY, comments=("likeness: 0.41 deepl", "unprotected: figure: “12”"))
    found = risk(entry, [Severity.ERROR, Severity.WARNING, Severity.WARNING])
    assert [(reason.why, reason.number) for reason in found.reasons] == [
        (Why.ERRORS, 1),
        (Why.WARNINGS, 2),
        (Why.DIFFERS, 41),
        (Why.LOST, 0),
        (Why.FIGURES, 1),
    ]
    assert risk(replace(ENTRY, comments=("likeness: 0.95 deepl",)), []) == risk(ENTRY, [])
    assert risk(replace(ENTRY, msgstr=""), [Severity.ERROR]).points == 0


def test_the_riskiest_come_first(tmp_path: Path) -> None:
    """Articles by their greatest risk, each in reading order; with a number, pairs from anywhere."""
    root = make_site(tmp_path, articles=[])
    for name, paragraphs in (
        ("aman", {"Warga menunggu kabar.": "Residents await news."}),
        ("gawat", {"Warga pulang.": "Residents went home.", SOURCE: "As many as 21 people are waiting."}),
    ):
        text = f"---\ndate: 2025-03-06\n---\n\n# Judul {name}\n\n" + "\n\n".join(paragraphs) + "\n"
        add_article(root, f"content/2025/2025-03-06-{name}", text, paragraphs)
    site = Site(root, root / "docs", Settings(on_incomplete="ignore"))
    workspace = load(site)
    found = check_results(site, workspace)
    texts = [place.key[1] for place in waiting(workspace, found)]
    assert texts == ["Judul gawat", "Warga pulang.", SOURCE, "Judul aman", "Warga menunggu kabar."]
    assert [place.key[1] for place in waiting(workspace, found, riskiest=1)] == [SOURCE]
    pairs = [
        (path, risky(parsed.briefing, found.of[path]))
        for path, parsed in workspace.parsed.items()
        if parsed.briefing
    ]
    points = [(path, [one.risk.points for one in of], partial(tuple, of)) for path, of in pairs]
    assert riskiest(points)[0].text == SOURCE

"""Catalogs that other tools have rewritten: what people and machines vouched for is still vouched for."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from catalogs import DAY, MINISTER, PATH, PRICES, RICE, RICE_CORRECTED, article, read
from sejajar.catalogs import sync
from sejajar.formats.catalog import dumps
from sejajar.model import Catalog, empty, filled, signed

KEPT = "Ekspor beras sudah lama dihentikan."
LAST = "Belum diterjemahkan."
LONG = f"{KEPT} Menurut laporan itu, sistem Pantsir-S1 dan mesin-mesin lain tiba bersama kapal gandum."


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """An entry in each state, one silenced, one obsolete, and a remark."""
    texts = (RICE, PRICES, MINISTER, KEPT, LAST)
    first = sync(empty(PATH), article(*texts))
    rice, prices, minister, kept = first.entries[1:5]
    english = "Russia bought 2 thousand tons of rice from North Korea last month."
    answered = replace(
        signed(prices, "Food prices rose five per cent.", "Budi", DAY),
        silenced=(("names", "a heading says it"),),
        comments=("remark: read twice",),
    )
    made = first.updated(
        [
            signed(rice, english, "Ana Maria", DAY),
            answered,
            filled(minister, "The ministers met in Vladivostok on Sunday.", "google", DAY),
            signed(kept, "Rice exports ended long ago.", "Ana Maria", DAY),
        ]
    )
    made = made.updated([replace(filled(made.entries[0], "Title", "google", DAY), msgstr="A title")])
    return sync(made, article(RICE_CORRECTED, *texts[1:3], texts[4]))


def facts(catalog: Catalog) -> list[tuple[object, ...]]:
    return [
        (
            *(entry.key, entry.state, entry.signed, entry.msgstr, entry.previous, entry.anchor),
            *(entry.machine, entry.reviewed, entry.silenced, entry.comments),
        )
        for entry in (*catalog.entries, *sorted(catalog.obsolete, key=lambda entry: entry.key))
    ]


def gettext(*command: str) -> Callable[[str, Path], str]:
    def through(text: str, folder: Path) -> str:
        before, after = folder / "before.po", folder / "after.po"
        before.write_text(text, encoding="utf-8")
        subprocess.run([*command, str(before), "-o", str(after)], check=True, capture_output=True)
        return after.read_text(encoding="utf-8")

    return through


TOOLS: dict[str, Callable[[str, Path], str]] = {
    "msgcat": gettext("msgcat"),
    "msgcat that wraps": gettext("msgcat", "--width=40"),
    "msgcat that escapes": gettext("msgcat", "--no-wrap", "--indent"),
    "msgattrib": gettext("msgattrib"),
    "msgattrib without wrapping": gettext("msgattrib", "--no-wrap", "--sort-output"),
    "polib": lambda text, _: str(polib.pofile(text)),
    "polib without wrapping": lambda text, _: str(polib.pofile(text, wrapwidth=0)),
}


@pytest.mark.parametrize("name", TOOLS)
def test_states_and_signatures_survive(
    name: str, catalog: Catalog, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    """States, signatures, stamps, silences, anchors and remarks of used and obsolete entries are as before,
    and our own file is the same bytes again."""
    if name.startswith("msg"):
        tool(name.split()[0])
    states = [str(entry.state) for entry in catalog.entries]
    assert states == ["needs-work", "stale", "reviewed", "machine", "untranslated"]
    assert len(catalog.obsolete) == 2
    rewritten = read(TOOLS[name](dumps(catalog), tmp_path))
    assert sorted(facts(rewritten), key=repr) == sorted(facts(catalog), key=repr)
    again = sync(rewritten, article(RICE_CORRECTED, PRICES, MINISTER, LAST))
    assert facts(again) == facts(catalog)


@pytest.mark.parametrize("name", TOOLS)
def test_what_comes_back_after_a_tool_is_signed_as_before(
    name: str, catalog: Catalog, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    """Undo the edits: Ana's signatures hold again."""
    if name.startswith("msg"):
        tool(name.split()[0])
    rewritten = read(TOOLS[name](dumps(catalog), tmp_path))
    back = sync(rewritten, article(RICE, PRICES, MINISTER, KEPT, LAST))
    assert [entry.signed for entry in back.entries] == [False, True, True, False, True, False]


def test_a_long_previous_text_survives_a_tool_that_wraps_comments() -> None:
    """polib breaks `# previous:` at spaces and hyphens, over several lines; the entry stays stale, and the
    text that it was made for is the same."""
    made = sync(empty(PATH), article(LONG))
    made = sync(made.updated([signed(made.entries[1], "In English.", "Ana", DAY)]), article(f"{LONG} Baru."))
    gone = sync(made, article(LAST))
    for width in (60, 78):
        text = str(polib.pofile(dumps(gone), wrapwidth=width))
        assert f"# previous: {LONG!r}".replace("'", '"') not in text
        assert facts(read(text)) == facts(gone)
        back = sync(read(text), article(LONG))
        assert back.entries[1].signed

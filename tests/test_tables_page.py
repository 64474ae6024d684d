"""Tables in a browser: what a screen reader, a keyboard and a narrow screen get of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, expect

from browsing import build, opened
from served import served
from sites import make_site

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
FOLDER = "content/2025/2025-03-08-tabel"
TEXT = """\
---
date: 2025-03-08
status: published
---

# Beras menurut bulan

Teks pembuka.

| Bulan | Beras (ton) | Jagung (ton) | Perubahan | Nilai | Catatan | Tanggal |
|---|---|---|---|---|---|---|
| Januari | 1.234,5 | 980 | −1,54% | Rp1,2 triliun | [Laporan](https://example.org/a) | 3 Februari 2025 |
| Maret | – | 1.100 | 2,1% | Rp900 miliar | Dipertanggungjawabkan | 5 April 2025 |

Tabel: Beras. Sumber: BPS {.chart-line}
"""
ENGLISH = {
    "Beras menurut bulan": "Rice by month",
    "Teks pembuka.": "An opening.",
    "Bulan": "Month",
    "Beras (ton)": "Rice (tonnes)",
    "[Laporan](https://example.org/a)": "[Report](https://example.org/a)",
    "Beras. Sumber: BPS": "Rice. Source: BPS",
}


@pytest.fixture(scope="module")
def page_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = make_site(tmp_path_factory.mktemp("tables"), articles=[(FOLDER, TEXT, ENGLISH)])
    build(root, root / "www")
    with served(root / "www", "https://example.org/sejajar/") as address:
        yield f"{address}en/2025/03/tabel/"


def test_a_wide_table_scrolls_by_itself(browser: Browser, page_address: str) -> None:
    """On a phone the page stays as wide as the screen; the table's own region is reached by keyboard."""
    with opened(browser, page_address, 390) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        table = page.get_by_role("region", name="Rice. Source: BPS")
        assert table.evaluate("one => one.scrollWidth > one.clientWidth")
        table.focus()
        expect(table).to_be_focused()
        assert table.evaluate("one => { one.scrollLeft = 40; return one.scrollLeft }") == 40


def test_one_language_until_the_other_is_asked_for(browser: Browser, page_address: str) -> None:
    """In one language the other table is hidden, and the pair's button shows it."""
    with opened(browser, page_address, 390) as page:
        there = page.locator('#sj-table-1 > [data-side="id"]')
        expect(there).to_be_hidden()
        page.locator("#sj-table-1 > .sj-tools > .sj-reveal").press("Enter")
        expect(there).to_be_visible()
        expect(there).to_contain_text("1.234,5")


def test_axe_finds_nothing_in_a_table(browser: Browser, page_address: str) -> None:
    """Side by side in the dark, and alone on a phone: names, contrasts, nothing unheard in focus."""
    for width, scheme in ((1280, "dark"), (390, "light")):
        with opened(browser, page_address, width, color_scheme=scheme) as page:
            page.evaluate(AXE.read_text(encoding="utf-8"))
            found = page.evaluate("axe.run('.sj-figure').then(r => r.violations)")
            said = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
            assert json.dumps(said, indent=1) == "[]", width

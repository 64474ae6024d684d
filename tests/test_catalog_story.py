"""The story of one article's English, told once from its first day, with its states after each step."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

from catalogs import DAY, PATH, article, read
from sejajar.catalogs import merge, sync
from sejajar.formats.catalog import dumps
from sejajar.model import Catalog, empty, filled, signed

RICE = "Rusia membeli 2 ribu ton beras dari Korea Utara."
RICE_3 = "Rusia membeli 3 ribu ton beras dari Korea Utara."
PRICES = "Harga pangan naik lima persen sejak awal tahun."
PRICES_6 = "Harga pangan naik enam persen sejak awal tahun."
TALKS = "“Kami siap bekerja sama,” kata menteri perdagangan."
SHIPS = "Kapal pertama berangkat dari Vladivostok pada hari Minggu."


def table(catalog: Catalog) -> str:
    """A line an entry: state, who signed, kind, Indonesian and English; `~` before the obsolete."""
    rows = [("", entry) for entry in catalog.entries] + [("~ ", entry) for entry in catalog.obsolete]
    return "\n".join(
        f"{mark}{entry.state}{f' ({entry.reviewed.who})' if entry.signed and entry.reviewed else ''}"
        f" | {entry.kind} | {' '.join(entry.msgid.split()[:3])} | {entry.msgstr}".rstrip()
        for mark, entry in rows
    )


def expect(catalog: Catalog, states: str) -> Catalog:
    """Print the table, compare it, and go on with what the file says."""
    print(f"\n{table(catalog)}")
    assert table(catalog) == dedent(states).strip()
    return read(dumps(catalog))


def test_the_story_of_a_catalog() -> None:
    """Whatever is done to the article, nobody's English is lost, and nothing is reviewed that nobody read."""
    # A new article has no English. A machine makes some; Ana signs title and rice, and types the prices.
    catalog = sync(empty(PATH), article(RICE, PRICES, TALKS))
    catalog = expect(
        catalog,
        """
        untranslated | title | Judul |
        untranslated | paragraph | Rusia membeli 2 |
        untranslated | paragraph | Harga pangan naik |
        untranslated | paragraph | “Kami siap bekerja |
        """,
    )
    title, rice, prices, talks = (
        filled(entry, f"machine {number}", "google", DAY) for number, entry in enumerate(catalog.entries)
    )
    title, rice = signed(title, "Title", "Ana", DAY), signed(rice, "2,000 tonnes", "Ana", DAY)
    catalog = catalog.updated([title, rice, replace(prices, msgstr="Up 5 percent"), talks])
    catalog = first_day = expect(
        catalog,
        """
        reviewed (Ana) | title | Judul | Title
        reviewed (Ana) | paragraph | Rusia membeli 2 | 2,000 tonnes
        needs-work | paragraph | Harga pangan naik | Up 5 percent
        machine | paragraph | “Kami siap bekerja | machine 3
        """,
    )

    # A paragraph is inserted: it gets nothing of its neighbours', and they keep all they have.
    catalog = expect(
        sync(catalog, article(RICE, SHIPS, PRICES, TALKS)),
        """
        reviewed (Ana) | title | Judul | Title
        reviewed (Ana) | paragraph | Rusia membeli 2 | 2,000 tonnes
        untranslated | paragraph | Kapal pertama berangkat |
        needs-work | paragraph | Harga pangan naik | Up 5 percent
        machine | paragraph | “Kami siap bekerja | machine 3
        """,
    )

    # A figure is corrected: the English is stale, and what Ana signed stays in the file.
    catalog = expect(
        sync(catalog, article(RICE_3, PRICES, TALKS)),
        """
        reviewed (Ana) | title | Judul | Title
        stale | paragraph | Rusia membeli 3 | 2,000 tonnes
        needs-work | paragraph | Harga pangan naik | Up 5 percent
        machine | paragraph | “Kami siap bekerja | machine 3
        ~ reviewed (Ana) | paragraph | Rusia membeli 2 | 2,000 tonnes
        """,
    )

    # The correction is undone: the file is what it was, signature and all.
    catalog = sync(catalog, article(RICE, PRICES, TALKS))
    assert dumps(catalog) == dumps(first_day)

    # Two neighbours are edited at once: each is stale for its own text.
    catalog = two_edits = expect(
        sync(catalog, article(RICE_3, PRICES_6, TALKS)),
        """
        reviewed (Ana) | title | Judul | Title
        stale | paragraph | Rusia membeli 3 | 2,000 tonnes
        stale | paragraph | Harga pangan naik | Up 5 percent
        machine | paragraph | “Kami siap bekerja | machine 3
        ~ reviewed (Ana) | paragraph | Rusia membeli 2 | 2,000 tonnes
        ~ needs-work | paragraph | Harga pangan naik | Up 5 percent
        """,
    )
    assert [entry.previous for entry in catalog.entries] == ["", RICE, PRICES, ""]

    # A paragraph is made a quote: it is the same text, so its English goes with it.
    catalog = expect(
        sync(catalog, article(RICE_3, PRICES_6, TALKS, quotes=(TALKS,))),
        """
        reviewed (Ana) | title | Judul | Title
        stale | paragraph | Rusia membeli 3 | 2,000 tonnes
        stale | paragraph | Harga pangan naik | Up 5 percent
        machine | quote | “Kami siap bekerja | machine 3
        ~ reviewed (Ana) | paragraph | Rusia membeli 2 | 2,000 tonnes
        ~ needs-work | paragraph | Harga pangan naik | Up 5 percent
        """,
    )

    # A stale paragraph is deleted, and put back: it is as stale as before, for the same text.
    catalog = expect(
        sync(catalog, article(PRICES_6, TALKS, quotes=(TALKS,))),
        """
        reviewed (Ana) | title | Judul | Title
        stale | paragraph | Harga pangan naik | Up 5 percent
        machine | quote | “Kami siap bekerja | machine 3
        ~ reviewed (Ana) | paragraph | Rusia membeli 2 | 2,000 tonnes
        ~ needs-work | paragraph | Harga pangan naik | Up 5 percent
        ~ stale | paragraph | Rusia membeli 3 | 2,000 tonnes
        """,
    )
    catalog = sync(catalog, article(RICE_3, PRICES_6, TALKS, quotes=(TALKS,)))
    assert catalog.entries[:3] == two_edits.entries[:3]

    # While a program has the catalog open and fills a new paragraph, Budi approves the quote and saves.
    on_disk = catalog
    ours = sync(catalog, article(RICE_3, PRICES_6, TALKS, SHIPS, quotes=(TALKS,)))
    ours = ours.updated([filled(ours.entries[4], "The first ship", "google", DAY)])
    quote = replace(on_disk.entries[3], msgstr="“We are ready,” the minister said.", fuzzy=False)
    expect(
        merge(ours, on_disk.updated([quote])),
        """
        reviewed (Ana) | title | Judul | Title
        stale | paragraph | Rusia membeli 3 | 2,000 tonnes
        stale | paragraph | Harga pangan naik | Up 5 percent
        reviewed | quote | “Kami siap bekerja | “We are ready,” the minister said.
        machine | paragraph | Kapal pertama berangkat | The first ship
        ~ reviewed (Ana) | paragraph | Rusia membeli 2 | 2,000 tonnes
        ~ needs-work | paragraph | Harga pangan naik | Up 5 percent
        """,
    )

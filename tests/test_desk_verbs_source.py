"""One text of an article's file is changed where it stands."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sejajar.formats.article import dumps, loads
from sejajar.formats.article.editing import lines_of_file, with_text
from sejajar.model import Article, Kind
from strategies import articles, texts

PATH = "content/2025/2025-07-20-uji/article.id.md"
FILE = """\
---
date: 2025-07-20 # hari terbit
# penulis kami
tags:   [ "Pangan" ,Jawa]
---

# Panen raya   dimulai

*   Petani memanen 1.200 hektare
    sawah.
*   Harga naik.

Panen raya dimulai pada Kamis
(6/3/2025) di Karawang, Jawa
Barat, kata Siti.

##   1.  Harga gabah ##

> “Kami menunggu harga
> yang pantas,” kata Siti.
>
> -- Siti Aminah,
> petani (via Warta Uji)

1) Satu.
2) Dua.

![Sawah di Karawang](<sawah.jpg> 'Panen raya. Foto: Siti')
"""


def ends(text: str, ending: str) -> str:
    return text.replace("\n", ending)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked"])
@pytest.mark.parametrize(
    ("key", "new", "was", "now"),
    [
        (("title", "Panen raya dimulai"), "Panen raya usai", "raya   dimulai", "raya   usai"),
        (
            ("point", "Petani memanen 1.200 hektare sawah."),
            "Petani memanen 1.300 hektare sawah.",
            "1.200",
            "1.300",
        ),
        (
            ("paragraph", "Panen raya dimulai pada Kamis (6/3/2025) di Karawang, Jawa Barat, kata Siti."),
            "Panen raya dimulai pada Jumat (7/3/2025) di Karawang, Jawa Barat, tutur Siti.",
            "Kamis\n(6/3/2025) di Karawang, Jawa\nBarat, kata",
            "Jumat (7/3/2025) di Karawang, Jawa\nBarat, tutur",
        ),
        (("heading", "Harga gabah"), "Harga gabah naik", "Harga gabah ##", "Harga gabah naik ##"),
        (
            ("quote", "“Kami menunggu harga yang pantas,” kata Siti."),
            "“Kami menanti harga yang lebih pantas,” kata Siti.",
            "menunggu harga\n> yang",
            "menanti harga\n> yang lebih",
        ),
        (("speaker", "Siti Aminah, petani"), "Siti Aminah, ketua petani", "\n> petani", " ketua\n> petani"),
        (("item", "Dua."), "Dua ekor.", "2) Dua.", "2) Dua ekor."),
        (("item", "Dua."), "1. Dua.", "2) Dua.", "2) 1\\. Dua."),
        (("alt", "Sawah di Karawang"), "Sawah [lama] di Karawang", "Sawah di", "Sawah [lama] di"),
        (("caption", "Panen raya. Foto: Siti"), "Panen. Foto: Siti", "Panen raya. Foto", "Panen. Foto"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_only_the_words_that_differ_are_exchanged(
    mark: str, ending: str, key: tuple[str, str], new: str, was: str, now: str
) -> None:
    """Comments, spaces, quotes, line ends and everything else of the file stay as a person wrote them."""
    raw = mark + ends(FILE, ending)
    made = with_text(raw, PATH, key, new)
    assert made is not None
    assert made.problems == loads(raw, PATH).problems
    assert FILE.count(was) == 1
    assert made.text == mark + ends(FILE.replace(was, now), ending)


def test_a_list_item_may_begin_below_its_mark() -> None:
    """What looks like another block's beginning is escaped there too."""
    raw = "---\ndate: 2025-07-20\n---\n\n# Judul\n\n-\n  \\| satu\n- dua\n\nIsi.\n"
    made = with_text(raw, PATH, ("point", "| satu"), "- tiga")
    assert made is not None
    assert made.problems == ()
    assert made.text == raw.replace("\\| satu", "\\- tiga")


KINDS = [kind for kind in Kind if kind is not Kind.CORRECTION]


def messy(text: str, path: str, chance: random.Random) -> str:
    """The same article as a person may have typed it: lines broken within paragraphs, other line ends."""
    front, _, body = text.partition("\n# ")
    lines = [f"\n# {body}"]
    broken = "".join("\n" if char == " " and chance.random() < 0.2 else char for char in lines[0])
    for candidate in (front + broken, text):
        if loads(candidate, path).article == loads(text, path).article:
            text = candidate
            break
    return chance.choice(["", "\ufeff"]) + ends(text, chance.choice(["\n", "\r\n"]))


@settings(deadline=None)
@given(articles(), st.integers(0, 10**6), texts(), st.randoms(use_true_random=False))
def test_everything_but_the_segment_is_the_same_to_the_byte(
    article: Article, at: int, new: str, chance: random.Random
) -> None:
    """An edit reads as exactly the text that was meant, or nothing is changed; other lines stay."""
    raw = messy(dumps(article), article.path, chance)
    written = loads(raw, article.path).article
    assert written is not None
    segments = [one for one in written.segments if one.kind in KINDS]
    segment = segments[at % len(segments)]
    made = with_text(raw, article.path, segment.key, new)
    assert made is not None
    if made.article is None:
        assert made.text == raw
        assert made.problems
        assert segment.kind in (Kind.ALT, Kind.SPEAKER), "a text that the format has is refused"
        return
    before, after = lines_of_file(raw), lines_of_file(made.text)
    kept = len(before) - segment.end
    assert after[: segment.line - 1] == before[: segment.line - 1]
    assert after[len(after) - kept :] == before[segment.end :]
    assert loads(made.text, article.path).article == made.article

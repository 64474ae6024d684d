"""Who says what: the sentences of a text that are quotes, and their speakers, roles and outlets."""
# ruff: noqa: E501  (pasted lines are long)

from __future__ import annotations

import datetime as dt

import pytest

from sejajar.formats.article import dumps, loads
from sejajar.importing import Given, Recognised, read_pasted
from sejajar.importing.blocks import Block
from sejajar.importing.speech.cuts import parts_of
from sejajar.model import Article, Paragraph, Quote

TODAY = dt.date(2026, 11, 23)


def read(*lines: str) -> Recognised:
    text = "\n".join(("Pasar Pagi Karawang Kembali Ramai", *lines, "Pasar itu tutup pada pukul sepuluh."))
    return read_pasted(text, path="tempel.txt", today=TODAY, given=Given(date=TODAY))


def article_of(*lines: str) -> Article:
    article = read(*lines).article
    assert article
    assert loads(dumps(article), article.path).article == article
    return article


def blocks_of(*lines: str) -> list[tuple[str, ...]]:
    """What a text became: ("…",) a paragraph, ("speaker", "…", …) a quote with its paragraphs."""
    return [
        (block.speaker.text if block.speaker else "", *(segment.text for segment in block.paragraphs))
        if isinstance(block, Quote)
        else (block.text.text,)
        for block in [*article_of(*lines).blocks][:-1]
        if isinstance(block, Quote | Paragraph)
    ]


SAID = "“Kami siap melayani semua pembeli,”"


def test_what_is_told_around_a_quote_is_a_paragraph_of_its_own() -> None:
    """A paragraph is parted at its sentences into what is told and what is said, and nothing gets lost."""
    assert blocks_of(
        f"Ketua Koperasi Ana Lestari membuka pasar. {SAID} kata Ana, Senin. Pasar ramai. “Ayo datang ke pasar kami,” imbuhnya."
    ) == [
        ("Ketua Koperasi Ana Lestari membuka pasar.",),
        ("Ana Lestari, Ketua Koperasi", f"{SAID} kata Ana, Senin."),
        ("Pasar ramai.",),
        ("Ana Lestari, Ketua Koperasi", "“Ayo datang ke pasar kami,” imbuhnya."),
    ]


def test_sentences_of_one_speaker_are_one_quote() -> None:
    """A second quotation without a verb is the same speaker's; another speaker's begins a quote."""
    assert blocks_of(f"{SAID} kata Ana Lestari. “Pasar ini milik kita semua.” {SAID} ujar Budi Santoso.") == [
        ("Ana Lestari", f"{SAID} kata Ana Lestari. “Pasar ini milik kita semua.”"),
        ("Budi Santoso", f"{SAID} ujar Budi Santoso."),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“Kami siap melayani pembeli.", "“Mereka boleh menawar,” kata Ana Lestari."),
        ("“Kami siap melayani pembeli.", "Mereka boleh menawar,” kata Ana Lestari."),
        ('"Kami siap melayani pembeli.', '"Mereka boleh menawar," kata Ana Lestari.'),
    ],
)
def test_a_quote_may_go_on_over_paragraphs(first: str, second: str) -> None:
    """A quotation that is closed in the next paragraph is one quote of two."""
    assert blocks_of(first, second) == [("Ana Lestari", first, second)]


def test_a_forgotten_mark_opens_nothing() -> None:
    """A quotation that is never closed takes no paragraph in, and no word is lost."""
    lines = ("“Kami siap melayani pembeli, kata Ana Lestari.", "“Kami juga siap,” kata Budi Santoso.")
    assert blocks_of(*lines) == [(lines[0],), ("Budi Santoso", lines[1])]


def test_emphasis_and_links_stay_with_their_part() -> None:
    """A paragraph with marks is parted at the same words; where a link spans two parts it stays whole."""
    text = "Pasar ramai. “Kami siap,” kata Ana."
    block = Block(1, text, rich="Pasar *ramai*. “Kami [siap](https://contoh.id/a b),” kata Ana.")
    assert parts_of(block, [13]) is None
    block = Block(1, text, rich="Pasar *ramai*. “Kami [siap](https://contoh.id),” kata Ana.")
    parts = parts_of(block, [13])
    assert parts
    assert [part.rich for part in parts] == ["Pasar *ramai*.", "“Kami [siap](https://contoh.id),” kata Ana."]
    across = Block(1, text, rich="Pasar [ramai. “Kami](https://contoh.id) siap,” kata Ana.")
    assert parts_of(across, [13]) is None

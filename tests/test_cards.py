"""Cards and icons: the right size, light, the same each time, with every title inside the margins."""

from __future__ import annotations

import io
import json
import zlib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import fontpkg  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from briefings import GLOSSARY, HARVEST, brief, with_metadata, with_state
from sejajar import storage
from sejajar.build import publishing
from sejajar.rendering import Card, View, card_of, draw, icons, manifest
from sejajar.rendering.machine import png
from sejajar.rendering.machine.cards import HEIGHT, MARGIN, WIDTH, card_alt, lines
from sejajar.rendering.machine.icons import INK, MUTED, PAPER, SOGA, rgb
from sejajar.rendering.machine.lettering import Face

FONT = fontpkg.path("Source Serif 4").read_bytes()
CARD = Card("en", "Sejajar", "Main harvest begins", "Panen raya dimulai", "Karawang · 20 July 2025")
LONG = Card("id", "Meja " * 20, "Panen raya " * 40, "Main harvest " * 40, "Jakarta · " * 30)
WORD = Card("id", "Sejajar", "Panjang" * 60, "Long" * 90)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("card", [CARD, LONG, WORD], ids=["short", "long", "one word"])
def test_a_card_is_small_and_of_the_size_that_is_asked_for(card: Card) -> None:
    """PNG of 1200 by 630 pixels in 16 colours or fewer, under 60 KB however long the titles are."""
    data = draw(card, FONT)
    picture = opened(data)
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT)) == ("PNG", (1200, 630))
    assert len(picture.convert("RGB").getcolors() or ()) <= 16
    assert len(data) < 60_000


@pytest.mark.parametrize("card", [CARD, LONG, WORD], ids=["short", "long", "one word"])
def test_nothing_is_drawn_in_the_margins(card: Card) -> None:
    """Titles wrap and shrink, and are cut where that is not enough; only the bar below goes to the edge."""
    picture = opened(draw(card, FONT)).convert("RGB")
    paper = rgb(PAPER)
    for box in (
        (0, 0, MARGIN - 4, HEIGHT - 10),
        (WIDTH - MARGIN + 4, 0, WIDTH, HEIGHT - 10),
        (0, 0, WIDTH, 60),
    ):
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)], box


@settings(max_examples=60)
@given(title=st.text(min_size=1, max_size=300), counterpart=st.text(max_size=300))
def test_any_title_can_be_drawn(title: str, counterpart: str) -> None:
    """Whatever a title holds, its lines stand below each other and above the date."""
    found = [
        line
        for line in lines(replace(CARD, title=title, counterpart=counterpart), FONT)
        if 100 < line.top < 546
    ]
    for line, below in pairwise(found):
        assert line.top + line.size <= below.top + 1
    assert all(line.top + line.size < 546 for line in found)


def test_a_title_that_fits_is_whole_and_one_that_does_not_says_so() -> None:
    """Nothing of a title is lost in silence."""
    texts = [line.text for line in lines(CARD, FONT)]
    assert texts == ["Sejajar", "Main harvest begins", "Panen raya dimulai", "Karawang · 20 July 2025"]
    cut = [line.text for line in lines(LONG, FONT)]
    assert sum(text.endswith("…") for text in cut) == 4


@pytest.mark.parametrize(
    "text",
    [
        "AVATAR: “Toyota”, kata Wali Kota; Rp1.500,75 – 20 % (Ya?)",
        "Office staff efficiently fluff fjord crafts; grafik, shelf, off",
        "Žižek, Erdoğan, São Tomé, Łódź, Øresund …",
        "é beside e\u0301, 漢字, العربية",
        "  ",
        "",
    ],
)
@pytest.mark.parametrize(("size", "weight"), [(76, 600), (42, 600), (33, 400), (28, 400)])
def test_a_line_set_letter_by_letter_is_the_line_that_pillow_draws(text: str, size: int, weight: int) -> None:
    """Kerning, joined letters and rounding included, to the pixel; so is its width."""
    whole = ImageFont.truetype(io.BytesIO(FONT), size)
    whole.set_variation_by_axes([weight, min(60, size)])
    expected, found = (Image.new("L", (3000, 120)) for _ in range(2))
    ImageDraw.Draw(expected).text((20, 10), text, 255, whole)
    for _ in range(2):  # the second time from what was kept
        found.paste(0, (0, 0, *found.size))
        face = Face(FONT, size, weight)
        face.write(text, found, 20, 10)
        assert found.tobytes() == expected.tobytes()
        assert face.length(text) == pytest.approx(whole.getlength(text), abs=1e-6)


@settings(max_examples=40)
@given(parts=st.lists(st.tuples(st.integers(1, 40), st.binary(max_size=30)), min_size=1, max_size=6))
def test_a_picture_of_bands_is_the_picture_of_their_rows(parts: list[tuple[int, bytes]]) -> None:
    """Blank bands, drawn ones, one twice: the PNG has each row, and its checksums are right."""
    width, palette = 60, list(range(48))
    bands, expected = [], b""
    for rows, data in parts:
        picture = png.empty(width, rows)
        for at, value in enumerate(data):
            picture.putpixel((png.LEFT + at, at % rows), value % 16)
        bands += [png.band(picture), png.blank(width, rows)]
        expected += picture.crop((png.LEFT, 0, png.LEFT + width, rows)).tobytes() + bytes(width * rows)
    written = png.png(width, [*bands, bands[0]], palette)
    opened(written).verify()
    found = opened(written)
    assert found.tobytes() == expected + expected[: width * bands[0].rows]
    stream = written[written.index(b"IDAT") + 4 : written.index(b"IEND") - 8]
    assert len(zlib.decompress(stream)) == (width // 2 + 1) * found.height  # raises if its checksum is wrong


def test_a_card_shows_both_titles_place_and_date_in_its_own_language() -> None:
    """The edition's own title stands first; without English there is no counterpart."""
    briefing = brief(HARVEST)
    english = card_of(View(briefing, "en", GLOSSARY), "Sejajar")
    assert english == Card(
        "en", "Sejajar", "Main harvest begins", "Panen raya dimulai", "Karawang · 20 July 2025"
    )
    indonesian = card_of(View(briefing, "id", GLOSSARY), "Sejajar")
    assert indonesian == Card(
        "id", "Sejajar", "Panen raya dimulai", "Main harvest begins", "Karawang · 20 Juli 2025"
    )
    gap = with_state(briefing, "Panen raya dimulai", "untranslated")
    assert card_of(View(gap, "en", GLOSSARY), "Sejajar").counterpart == ""
    held = with_state(briefing, "Panen raya dimulai", "machine")
    assert card_of(View(held, "id", GLOSSARY, reviewed_only=True), "Sejajar").counterpart == ""
    nowhere = card_of(View(brief(with_metadata(HARVEST, place="")), "id", GLOSSARY), "Sejajar")
    assert nowhere.dateline == "20 Juli 2025"
    assert card_alt(english) == "Main harvest begins · Panen raya dimulai · Karawang · 20 July 2025 · Sejajar"


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was drawn is kept by what it shows; an edited title draws one card."""
    made: list[str] = []
    real = publishing._draw

    def counted(card: Card) -> bytes:
        made.append(card.key)
        return real(card)

    monkeypatch.setattr(publishing, "_draw", counted)
    kept = storage.cache(tmp_path, "cards")
    before = dict(publishing.drawn([CARD, LONG], kept))
    assert made == [CARD.key, LONG.key]
    assert dict(publishing.drawn([CARD, LONG], storage.cache(tmp_path, "cards"))) == before
    assert set(dict(publishing.drawn([CARD, WORD], kept))) == {CARD, WORD}
    assert made == [CARD.key, LONG.key, WORD.key]
    assert draw(CARD, FONT) == before[CARD]
    monkeypatch.setattr(publishing, "release", lambda: "another")
    assert dict(publishing.drawn([CARD], kept)) == {CARD: before[CARD]}
    assert made == [CARD.key, LONG.key, WORD.key, CARD.key]  # another release may draw it otherwise


def test_every_part_of_a_card_makes_its_key() -> None:
    """Two cards that differ anywhere have different keys, so none is taken for the other."""
    others = [
        replace(CARD, edition="id"),
        *(replace(CARD, **{name: "x"}) for name in ("site", "title", "counterpart", "dateline")),  # type: ignore[arg-type]
    ]
    assert len({card.key for card in (CARD, *others)}) == 6


def test_colours_are_those_of_the_style_sheet() -> None:
    """Cards and icons are drawn on the site's paper, in its ink."""
    css = (Path(draw.__code__.co_filename).parents[2] / "theme/assets/sejajar.css").read_text(
        encoding="utf-8"
    )
    light = css.partition('[data-md-color-scheme="default"] {')[2].partition("}")[0]
    for name, colour in (("paper", PAPER), ("ink", INK), ("muted", MUTED), ("soga", SOGA)):
        assert f"--sj-{name}: {colour};" in light


def test_icons_are_what_the_manifest_says() -> None:
    """Sizes and types agree; the mark keeps to the middle 80 %, which no mask cuts."""
    files = icons()
    named = json.loads(manifest("Sejajar", ""))
    assert {icon["src"] for icon in named["icons"]} <= set(files)
    for icon in named["icons"]:
        if icon["type"] == "image/png":
            picture = opened(files[icon["src"]])
            assert icon["sizes"] == "{}x{}".format(*picture.size)
            side, paper = picture.width, rgb(PAPER)
            edge = side // 10
            plain = picture.convert("RGB")
            for box in ((0, 0, side, edge), (0, 0, edge, side), (side - edge, 0, side, side)):
                assert [colour for _, colour in plain.crop(box).getcolors() or ()] == [paper]
    assert {icon.get("purpose") for icon in named["icons"]} == {None, "any", "maskable"}
    assert "description" not in named
    assert opened(files["assets/icons/apple-touch-icon.png"]).size == (180, 180)

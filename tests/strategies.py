"""Hypothesis strategies that several test files share: texts and whole articles, hostile ones included."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from sejajar.bounds import composed
from sejajar.formats.article.inline import flaws, normal
from sejajar.formats.article.tables import charted
from sejajar.language.cells import is_figure
from sejajar.model import Kind, Segment
from sejajar.model import articles as model

_ANY = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Cn", "Co"],
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    ),
    min_size=1,
    max_size=30,
)
_BEGINNINGS = (
    *(
        "1. ",
        "1.",
        "12) ",
        "2025. ",
        "- ",
        "-- ",
        "---",
        "* ",
        "***",
        "+ ",
        "_ _ _ ",
        "> ",
        ">",
        "# ",
        "## ",
        "#",
        "=",
        "===",
    ),
    *(
        "![",
        "[x]: ",
        "|",
        "| a | b |",
        "~~~",
        "— ",
        "—",
        "– ",
        "&mdash; ",
        "\\",
        "\\# ",
        "1\\. ",
        "\\\\",
        ": ",
        "{",
        "---: ",
        "&",
    ),
    *("“", '"', "'", "(via X)", "\u2028", "\u00a0", "\u200b", "\ufeff", "•", "title: ", "!!! ", "=== ", "% "),
)
_MIDDLES = (
    "a < b",
    "*miring*",
    "**tebal**",
    "[taut](https://a.id/b)",
    "Rp1,5",
    "no",
    "a_b_c",
    "\\*",
    "\\`",
    "[b]",
    '"c"',
    "`",
    "~",
    ": #",
)
_ENDINGS = (
    *(
        "",
        "",
        "\\",
        "\\\\",
        " #",
        " ##",
        "#",
        " (via UNN)",
        "(via Y)",
        ")",
        "]",
        '"',
        " -",
        " —",
        "?!",
        ":",
        "\u2029",
        "&",
        "{: .a }",
    ),
)
_PLAIN = st.sampled_from(
    [
        "Rusia mengekspor 2.000 ton beras.",
        "Kim Jong Un",
        "Jakarta",
        "Harga naik 5,5 persen pada Minggu (20/7/2025).",
        "“Kami siap,” tutur Andrei Lankov.",
    ]
)
_HOSTILE = st.builds(
    "{}{} {}{}".format,
    st.sampled_from(_BEGINNINGS),
    _ANY,
    st.sampled_from(_MIDDLES),
    st.sampled_from(_ENDINGS),
)
_BARE = st.builds("{}{}".format, st.sampled_from(_BEGINNINGS), st.sampled_from(_ENDINGS))


def texts() -> st.SearchStrategy[str]:
    """Texts that a segment may have: in normal form, with nothing in them that the format lacks."""
    return (
        st.one_of(_PLAIN, _HOSTILE, _ANY, _BARE).map(normal).filter(lambda text: text and not [*flaws(text)])
    )


def segments(kind: Kind) -> st.SearchStrategy[Segment]:
    return texts().map(lambda text: Segment(kind, text))


names = (
    st.one_of(
        _PLAIN,
        st.builds(
            "{} {}".format,
            st.sampled_from(
                (
                    "no",
                    "1",
                    "2025-07-20",
                    "~",
                    "- a",
                    "a: b",
                    "# x",
                    "[x",
                    "{y}",
                    "'",
                    '"',
                    "&a *b",
                    "!t",
                    "%",
                )
            ),
            _ANY,
        ),
        st.sampled_from(
            ("no", "1", "1_000", "22:30", "2025-07-20", "null", "~", "=", "<<", "yes", "0x1F", ".inf", "—")
        ),
        _ANY,
    )
    .map(lambda text: composed(" ".join(text.split())))
    .filter(bool)
)
"""Plain strings of the front matter, what YAML takes for something else included."""
_addresses = st.sampled_from(
    ("https://contoh.id/berita/1", "http://contoh.id/?a=1&b=[2]#c", "https://contoh.id/é")
)
_dates = st.dates(date(1945, 8, 17), date(2100, 1, 1))
_moments = st.builds(
    lambda naive, minutes: naive.replace(tzinfo=timezone(timedelta(minutes=minutes)) if minutes else UTC),
    st.datetimes(datetime(1945, 8, 17), datetime(2100, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
_some_names = st.lists(names, max_size=3).map(tuple)


def metadata(day: date) -> st.SearchStrategy[model.Metadata]:
    return st.builds(
        model.Metadata,
        date=st.just(day),
        status=st.sampled_from(model.Status),
        publish_at=st.none() | _moments,
        updated=st.none() | _dates,
        place=st.just("") | names,
        authors=_some_names,
        translators=_some_names,
        editors=_some_names,
        source=st.none()
        | st.builds(model.Source, names, st.just("") | _addresses, st.just("") | names, st.just("") | names),
        references=st.lists(
            st.builds(model.Reference, names, st.just("") | _addresses, st.just("") | names), max_size=3
        ).map(tuple),
        tags=_some_names,
        aliases=st.lists(st.sampled_from(("2025/07/lama", "lama", "a/b-c_d.e")), max_size=2).map(tuple),
        corrections=st.lists(st.builds(model.Correction, _dates, segments(Kind.CORRECTION)), max_size=2).map(
            tuple
        ),
        confidential=st.booleans(),
    )


def _balanced(text: str) -> bool:
    """Brackets of an alternative text have to be balanced or escaped."""
    depth = 0
    for mark in re.sub(r"\\.", "", text):
        depth += (mark == "[") - (mark == "]")
        if depth not in (0, 1):
            return False
    return depth == 0


_sources = st.sampled_from(
    ("foto.jpg", "Foto 1 (2).png", "100%.webp", "a%20b.jpg", "é#?.jpg", "a\"'<b>.gif", "peta")
)
_alts = segments(Kind.ALT).filter(lambda segment: _balanced(segment.text))
_outlets = st.sampled_from(("UNN", "The Moscow Times", "Reuters (Asia)", "via X", "A*B", "—"))
_speakers = segments(Kind.SPEAKER)


def _lists_of(strategy: st.SearchStrategy[Segment], most: int = 3) -> st.SearchStrategy[tuple[Segment, ...]]:
    return st.lists(strategy, min_size=1, max_size=most).map(tuple)


def blocks() -> st.SearchStrategy[model.Block]:
    return st.one_of(
        segments(Kind.PARAGRAPH).map(model.Paragraph),
        st.builds(
            model.Quote, _lists_of(segments(Kind.QUOTE), 2), st.none() | _speakers, st.just("") | _outlets
        ),
        st.builds(model.ItemList, _lists_of(segments(Kind.ITEM)), st.booleans()),
        st.builds(model.Image, _sources, st.none() | _alts, st.none() | segments(Kind.CAPTION)),
        tables(),
    )


_FIGURES = st.one_of(
    st.sampled_from(
        (
            "",
            "–",
            "2024",
            "1.234,5",
            "1,54%",
            "Rp1,2 triliun",
            "−3,5*",
            "10–15 km",
            "3 Februari 2025",
            "2025-07-20",
        )
    ),
    st.sampled_from(
        ("**30,62**", "[1.000](https://a.id/b)", "n.a.", "1 | 2", "*", "\\\\", "----", ":-:", "{}")
    ).map(normal),
    st.integers(-(10**9), 10**9).map(str),
).filter(is_figure)


def _cells(kind: Kind) -> st.SearchStrategy[model.Cell]:
    return _FIGURES | segments(kind).filter(lambda one: not is_figure(one.text))


@st.composite
def tables(draw: st.DrawFn) -> model.Table:
    """Tables of figures and hostile words, with and without a caption; charts where there is what to draw."""
    width = draw(st.integers(1, 4))
    header = draw(st.lists(_cells(Kind.HEADER), min_size=width, max_size=width).filter(any))
    cells = st.lists(_cells(Kind.CELL), min_size=width, max_size=width).map(tuple)
    rows = draw(st.lists(cells, min_size=1, max_size=4))
    sides = st.sampled_from((None, *model.Alignment))
    alignment = draw(st.lists(sides, min_size=width, max_size=width).map(tuple))
    caption = draw(st.none() | segments(Kind.CAPTION))
    made = model.Table(tuple(header), tuple(rows), alignment if any(alignment) else (), caption)
    return replace(made, chart=draw(st.sampled_from((None, *model.Chart)))) if charted(made) else made


def _sections() -> st.SearchStrategy[model.Section]:
    return st.builds(
        model.Section,
        segments(Kind.HEADING),
        st.lists(blocks(), min_size=1, max_size=3).map(tuple),
        st.none() | st.integers(1, 999),
    )


@st.composite
def articles(draw: st.DrawFn, day: date | None = None, slug: str = "contoh-artikel") -> model.Article:
    """Whole articles, ordinals counted, as `article.loads` gives them back from `article.dumps`."""
    day = day or draw(_dates)
    points = draw(st.lists(segments(Kind.POINT), max_size=3))
    lead = draw(st.lists(blocks(), max_size=4))
    if not points and lead and isinstance(lead[0], model.ItemList):
        lead = lead[1:]  # the first list right after the title would be the key points
    if not points and lead and isinstance(lead[0], model.ItemList):
        lead = []
    article = model.Article(
        path=f"content/{day:%Y}/{day:%Y-%m-%d}-{slug}/article.id.md",
        metadata=draw(metadata(day)),
        title=draw(segments(Kind.TITLE)),
        points=tuple(points),
        lead=tuple(lead),
        sections=tuple(draw(st.lists(_sections(), max_size=3))),
    )
    return model.numbered(article)

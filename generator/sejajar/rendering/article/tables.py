"""A table in both languages, the edition's own first, with its chart above it."""

from __future__ import annotations

from sejajar.formats.article.tables import charted
from sejajar.language.cells import amount, figure_html, written
from sejajar.language.inline import inline, plain
from sejajar.language.wording import say
from sejajar.model import Alignment, Cell, Chart, Edition, Key, Segment, Table, block_segments
from sejajar.rendering.article.pair import anchor, findings, gap, glyph, pair
from sejajar.rendering.html.drawing import Drawn, Series, bars, lines
from sejajar.rendering.html.markup import Element, Node, element
from sejajar.site.addresses import other
from sejajar.site.view import View

_MISSING = ("untranslated", "pending")
_WIDE = 4
"""Columns of a table that has room beside another."""


def figure(view: View, table: Table) -> Element:
    """Reads as one pair: what shows, hides, names and cites a pair does so with a table as well."""
    state = _state(view, table)
    sides = (_side(view, table, language) for language in (view.edition, other(view.edition)))
    note = say(view.edition, f"{state}-note")
    mark = element(
        "div", glyph(state), element("span", note, class_="sj-spoken"), class_="sj-mark", title=note
    )
    both = element(
        "div",
        *sides,
        mark if state != "reviewed" else None,
        class_="sj-pair sj-table" + (" sj-wide" if len(table.header) > _WIDE else ""),
        id=f"sj-table-{_number(view, table)}",
        data_state=state,
    )
    caption = element("figcaption", pair(view, table.caption)) if table.caption else None
    return element("figure", both, caption, *_worked_on(view, table), class_="sj-figure")


def _number(view: View, table: Table) -> int:
    tables = (block for block in view.briefing.article.blocks if isinstance(block, Table))
    return next(number for number, one in enumerate(tables, 1) if one is table)


def _words(table: Table) -> list[Segment]:
    return [one for one in block_segments(table) if one is not table.caption]


def _state(view: View, table: Table) -> str:
    """What has to be said of the whole: a table with a gap is unfinished, else as its least sure words."""
    states = {view.state(segment) for segment in _words(table)}
    if not states.isdisjoint(_MISSING):
        return "needs-work"
    return next((state for state in ("needs-work", "stale", "machine") if state in states), "reviewed")


def _worked_on(view: View, table: Table) -> list[Node]:
    """Its words as pairs, where they are worked on; else what the checks found in them."""
    words = _words(table)
    if not view.extras.named:
        return [found for one in words if (found := findings(view, one))]
    label = element("p", view.say("table-words"), class_="sj-label")
    return (
        [element("div", label, *(pair(view, one, anchored=False) for one in words), class_="sj-alt")]
        if words
        else []
    )


def _side(view: View, table: Table, language: Edition) -> Element:
    own = language == view.edition
    caption = plain(view.text(table.caption, language) or table.caption.text) if table.caption else ""
    head, *rows = table.all_rows
    to_name: set[Key] | None = set() if own else None
    sides = _sides(table)
    titles = [
        _cell(view, cell, language, to_name, side, "th", "col")
        for cell, side in zip(head, sides, strict=True)
    ]
    body = [_row(view, row, language, to_name, sides) for row in rows]
    made = element(
        "table", element("thead", element("tr", *titles)), element("tbody", *body), class_="sj-cells"
    )
    name = caption or say(language, "table")
    return element(
        "div",
        _drawing(view, table, language),
        element("div", made, class_="sj-scroll", role="region", aria_label=name, tabindex="0"),
        lang=language,
        data_side=language,
        data_nosnippet=None if own else "",
    )


def _row(
    view: View, row: tuple[Cell, ...], language: Edition, to_name: set[Key] | None, sides: list[str | None]
) -> Element:
    names = [("th", "row") if not at and cell else ("td", None) for at, cell in enumerate(row)]
    return element(
        "tr",
        *(
            _cell(view, cell, language, to_name, side, *name)
            for cell, side, name in zip(row, sides, names, strict=True)
        ),
    )


def _cell(
    view: View,
    cell: Cell,
    language: Edition,
    to_name: set[Key] | None,
    side: str | None,
    name: str,
    scope: str | None,
) -> Element:
    """`to_name`: the segments that have their anchor already; None in the other language, which has none."""
    if not cell:
        return element("td", data_align=side)
    if isinstance(cell, str):
        return element(name, figure_html(cell, language), scope=scope, data_align=side)
    place = None
    if to_name is not None and cell.key not in to_name:
        to_name.add(cell.key)
        place = anchor(view, cell)
    return element(name, *_text(view, cell, language), id=place, scope=scope, data_align=side)


def _text(view: View, cell: Segment, language: Edition) -> list[Node]:
    """The words, with a mark where a person has not vouched for the English; a gap says that it is one."""
    state = view.state(cell)
    if language == "id" or state == "reviewed":
        return [view.html(cell, language)]
    if not view.text(cell, "en"):
        said = element("span", view.say(gap(view, cell)), class_="sj-gap", lang=view.edition)
        return [element("span", inline(cell.text), lang="id"), " ", said]
    note = say(view.edition, f"{state}-note")
    spoken = element("span", note, class_="sj-spoken", lang=view.edition)
    return [
        view.html(cell, "en"),
        " ",
        element("span", glyph(state), spoken, class_="sj-cell-state", title=note),
    ]


def _sides(table: Table) -> list[str | None]:
    """Where the cells of each column stand: as the file says, and figures at the right."""
    given = table.alignment or (None,) * len(table.header)
    return [str(one) if one else _usual(table, column) for column, one in enumerate(given)]


def _usual(table: Table, column: int) -> str | None:
    cells = [row[column] for row in table.rows if row[column]]
    are_figures = bool(column and cells) and all(isinstance(cell, str) for cell in cells)
    return str(Alignment.RIGHT) if are_figures else None


# The chart.


def _drawing(view: View, table: Table, language: Edition) -> Element | None:
    columns = charted(table) if table.chart else ()
    if not columns:
        return None
    drawn = Drawn(
        tuple(_name(view, row[0], language) for row in table.rows),
        tuple(_series(view, table, column, language) for column in columns),
        language,
    )
    made = bars(drawn) if table.chart is Chart.BAR else lines(drawn)
    return element("div", made, class_="sj-drawing", aria_hidden="true")


def _series(view: View, table: Table, column: int, language: Edition) -> Series:
    cells = [str(row[column]) for row in table.rows]
    found = [amount(cell) for cell in cells]
    values = tuple(one.value if one else None for one in found)
    return Series(
        _name(view, table.header[column], language),
        values,
        tuple(written(plain(cell), language) for cell in cells),
    )


def _name(view: View, cell: Cell, language: Edition) -> str:
    if isinstance(cell, str):
        return written(plain(cell), language)
    return plain(view.text(cell, language) or cell.text)

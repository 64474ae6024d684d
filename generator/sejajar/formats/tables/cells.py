"""Texts in cells: none becomes a formula, in whatever program and with whatever separator it is opened."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"\A'*(?=[\t\r\n])|(?:\A|[;,|\t\r\n])'*(?=[ \u00a0\"]*[=+\-@＝＋－＠])")
"""Where a formula begins: in this cell, or in one that a program sees which separates the file elsewhere, as
Excel takes semicolons where commas mark decimals. Spaces and quotation marks before its sign do not help."""


def guarded(text: str) -> str:
    """The text with an apostrophe wherever a formula would begin, which `unguarded` takes out again.

    See OWASP, "CSV Injection".
    """
    return _FORMULA.sub(lambda found: f"{found[0]}'", text)


def unguarded(cell: str) -> str:
    return _FORMULA.sub(lambda found: found[0].removesuffix("'"), cell)

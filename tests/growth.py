"""Texts that grow, for whoever reads texts: what is repeated, and where it is put."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping

Pattern = Callable[[int], str]
"""A text of about so many characters."""
Reader = Callable[[str], object]

FORGIVEN = 0.02
"""Seconds of processor time that no machine is asked to account for: the clock's grain, a collected heap."""
RATIO = 9
"""Four times the text may take this many times as long; where the time grows with its square it takes 16."""


def repeated(unit: str, before: str = "", after: str = "") -> Pattern:
    return lambda size: f"{before}{unit * (size // len(unit))}{after}"


PATTERNS: Mapping[str, Pattern] = {
    **{
        name: repeated(unit)
        for name, unit in {
            "letters": "a",
            "words": "kata ",
            "one word over and over": "ada ",
            "capitals": "Budi ",
            "initials": "A. ",
            "digits": "7",
            "figures": "12 ",
            "thousands": "1.",
            "decimals": "1,",
            "ranges": "1-",
            "shares": "1/",
            "clocks": "1:",
            "sums of money": "Rp1 ",
            "currencies": "Rp ",
            "scales": "5 juta ",
            "scales in a row": "juta ",
            "numbers in words": "dua ",
            "halves": "setengah ",
            "dates": "6 Maret ",
            "months": "Maret ",
            "weekdays": "Minggu ",
            "hours": "pukul 22.00 ",
            "percentages": "5 persen ",
            "spaces": " ",
            "tabs": "\t",
            "no-break spaces": "\u00a0",
            "words far apart": "a          ",
            "line breaks": "a\n",
            "empty lines": "a\n\n",
            "asterisks": "*",
            "opened emphasis": "*a ",
            "closed emphasis": "*a* ",
            "strong emphasis": "**a",
            "underscores": "_",
            "opened underscores": "_a ",
            "backticks": "`",
            "backticks far apart": "` ``",
            "tildes": "~",
            "backslashes": "\\",
            "escapes": "\\*",
            "opened brackets": "[",
            "closed brackets": "]",
            "brackets in brackets": "[a",
            "pairs of brackets": "[a]",
            "bracketed brackets": "[[a]",
            "links": "[a](b)",
            "opened links": "[a](",
            "targets": "](",
            "targets with parentheses": "](a(b)",
            "links whose text is a link": "[[a](b)",
            "pictures": "![",
            "pictures with brackets": "![a[b]",
            "footnotes": "[^a]",
            "links by reference": "[a][b]",
            "definitions": "[a]: ",
            "addresses": "https://a.id/ ",
            "one address": "https://a",
            "mail addresses": "a@b.c ",
            "at signs": "a@",
            "angle brackets": "<",
            "tags": "<a>",
            "opened tags": "<a ",
            "closed tags": "</a>",
            "comments": "<!--",
            "ends of comments": "-->",
            "scripts": "<script>\n\n",
            "unclosed comments": "<!--\n\n",
            "unclosed fences": "```\n\n",
            "unclosed waves": "~~~\n\n",
            "processing instructions": "<?",
            "ampersands": "&",
            "entities": "&amp;",
            "numbered entities": "&#38;",
            "opened entities": "&a",
            "semicolons": ";",
            "colons": ":",
            "commas": ", ",
            "full stops": ".",
            "sentences": "Ia ada. ",
            "short sentences": "A. B. ",
            "questions": "Apa? ",
            "hyphens": "-",
            "hyphenated words": "sebut-sebut ",
            "one word of hyphens": "a-",
            "dashes": "— ",
            "rules": "- - ",
            "bullets": "- a\n",
            "nested bullets": "- - ",
            "numbered items": "1. a\n",
            "items far apart": "- a\n\n",
            "signs of items": "• a\n",
            "headings": "## a\n\n",
            "hashes": "#",
            "hashes far apart": "a # ",
            "underlines": "a\n===\n\n",
            "quotes": "> a\n",
            "quotes far apart": "> a\n\n",
            "attributions": "> — a\n",
            "tables": "| a ",
            "rows of tables": "|-",
            "equals signs": "=",
            "quotation marks": '"',
            "opened quotation marks": "“",
            "closed quotation marks": "”",
            "direct speech": "“Siap,” kata Budi. ",
            "speech without end": "“Siap, ",
            "speakers": "kata ",
            "apostrophes": "'",
            "words with apostrophes": "a'",
            "parentheses": "(",
            "closed parentheses": ")",
            "outlets": "(via ",
            "outlets with parentheses": "(via (a) ",
            "outlets in a row": "(via a) ",
            "places": "JAKARTA, ",
            "datelines": "Jakarta - ",
            "negations": "tidak ",
            "hedges": "diduga ",
            "countries": "Korea Utara ",
            "abbreviations": "S.H., ",
            "composed letters": "é",
            "letters to compose": "e\u0301",
            "accents": "\u0301",
            "letters of other scripts": "北",
            "emoji": "🏳️‍🌈",
            "joiners": "\u200d",
            "invisible characters": "\u200b",
            "directions": "\u202e",
            "controls": "\x1b",
            "line separators": "\u2028",
            "percent signs": "%",
            "percent escapes": "%41",
            "braces": "{{",
            "attribute lists": "{: .a }",
            "dollars": "$a$",
            "carets": "^",
            "plus signs": "+ ",
            "exclamation marks": "!",
            "placeholders": "[[X0X]]",
            "opened placeholders": "[[X",
        }.items()
    },
    **{
        name: repeated(" ", before, after)
        for name, (before, after) in {
            "an outlet with spaces": ("(via", "x"),
            "a heading with spaces": ("# a", "b"),
            "a heading with spaces and hashes": ("# a", "# b"),
            "a picture with spaces": ("![a](b", "c"),
            "a target with spaces": ("[a](", "b"),
            "two letters far apart": ("a", "b"),
            "a rule with spaces": ("- - -", "x"),
            "a dash with spaces": ("> — a", "(via b"),
            "a table with spaces": ("|", "x"),
            "a quotation with spaces": ("“a", "” kata"),
            "a figure with spaces": ("Rp", "5"),
            "a number with spaces": ("1.", "a"),
            "a comment with spaces": ("# reviewed: A", "b"),
            "a definition with spaces": ("[a]:", "b"),
            "an entity with spaces": ("&a", ";"),
            "a place with spaces": ("JAKARTA", "– a"),
        }.items()
    },
    "a nest of brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "a nest of parentheses": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "a nest of quotes": lambda size: "> " * (size // 2) + "a",
    "backticks of every length": lambda size: " ".join(
        "`" * length for length in range(1, int((2 * size) ** 0.5))
    ),
    "other words": lambda size: " ".join(f"k{number}" for number in range(size // 6)),
    "other sentences": lambda size: " ".join(f"K{number} ada." for number in range(size // 10)),
    "other figures": lambda size: " ".join(str(number) for number in range(size // 5)),
    "other sums": lambda size: " ".join(f"Rp{number}" for number in range(size // 7)),
    "other names": lambda size: " ".join(f"Budi{number}" for number in range(size // 9)),
    "a letter and its neighbours": lambda size: " ".join(
        "abcdefgh"[number * number % 8] for number in range(size // 2)
    ),
}


def growth(reader: Reader, pattern: Pattern, size: int) -> str:
    """What is wrong with the reader's time; nothing where four times the text takes a few times as long.

    What is over the line is measured again: a busy machine shows in one measurement, a square in all.
    """
    small, large = pattern(size), pattern(4 * size)
    brief = long = float("inf")
    for _ in range(8):
        long = min(long, _taken(reader, large))
        if long <= FORGIVEN:
            return ""
        brief = min(brief, _taken(reader, small))
        if long <= RATIO * brief + FORGIVEN:
            return ""
    return f"{brief:.3f} s for {len(small):,} characters, {long:.3f} s for {len(large):,}"


def _taken(reader: Reader, text: str) -> float:
    """Without the garbage collector, which goes through what all the tests before have left."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        reader(text)
        return time.process_time() - start
    finally:
        if enabled:
            gc.enable()

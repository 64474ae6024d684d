"""Letters without what tells two spellings of one word apart."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Lower case without accents and curly apostrophes, so that `Barça` and `Barca` are one."""
    text = text.replace("’", "'")
    if text.isascii():
        return text.lower()
    return "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )

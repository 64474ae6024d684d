"""What cannot be seen, taken out of a line."""

from __future__ import annotations

import re

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    # Joiners hold emoji and Arabic or Indic letters together; beside Latin letters they are litter.
    "|[\u200c\u200d](?=[\0-\u024f]|$)|(?<=[\0-\u024f])[\u200c\u200d]"
)
CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """One line's words with single spaces and without what cannot be seen."""
    return " ".join(CONTROL.sub(" ", _INVISIBLE.sub("", text)).split())


def has_control(text: str) -> bool:
    return bool(CONTROL.search(text))

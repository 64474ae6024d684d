"""Text in elements of XML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference."""


def clean(text: str) -> str:
    """Text that XML can hold."""
    return FORBIDDEN.sub("", text)


def append_text(parent: ET.Element, text: str) -> None:
    """Adds text, cleaned, after all that is in the element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean(text)
    else:
        parent.text = (parent.text or "") + clean(text)

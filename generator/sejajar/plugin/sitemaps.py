"""Our pages in a sitemap that somebody else's template has made."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from html import escape, unescape
from typing import Any

_ENTRY = re.compile(r"\s*<url>.*?</url>", re.S)
_PLACE = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.S)
_XHTML = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def merged_sitemap(xml: str, generated: Collection[str], entries: Iterable[Mapping[str, Any]]) -> str:
    """`xml` with the entries of our pages, the addresses in `generated`, made anew, and no other touched.

    A page of ours that is not in `entries` is not to be indexed, and leaves.
    """
    ours = {entry["address"]: entry for entry in entries}

    def fixed(found: re.Match[str]) -> str:
        place = _PLACE.search(found[0])
        address = unescape(place[1]) if place else ""
        if address not in generated:
            return found[0]
        return _entry(ours[address]) if address in ours else ""

    merged = _ENTRY.sub(fixed, xml)
    if "xhtml:link" in merged and "xmlns:xhtml" not in merged:
        merged = merged.replace("<urlset", f"<urlset{_XHTML}", 1)
    return merged


def _entry(entry: Mapping[str, Any]) -> str:
    changed = f"<lastmod>{entry['changed']}</lastmod>" if entry["changed"] else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(address)}"/>'
        for language, address in entry["alternates"]
    )
    return f"\n<url><loc>{escape(entry['address'])}</loc>{changed}{links}</url>"

"""A page's bytes as text, and its text as a tree."""

from __future__ import annotations

import re
from typing import Any

_ELEMENT = re.compile(
    rb"<(?:article|blockquote|center|div|figure|h[1-6]|header|main|ol|p|section|span|table|ul)[\s>]"
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def decode_page(data: bytes, charset: str = "") -> str:
    """A page's text, UTF-8 if it can be that, whatever the server's `charset` says. Never fails."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        for name in (charset, declared[1].decode("ascii") if declared else "", "cp1252"):
            try:
                # Browsers read what calls itself Latin-1 as Windows-1252.
                name = (
                    "cp1252"
                    if name.casefold() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
                    else name
                )
                return (
                    data.decode(name, errors="replace")
                    if name and name.casefold() not in ("utf-8", "utf8")
                    else data.decode("cp1252", errors="replace")
                )
            except LookupError:
                continue
    return data.decode("utf-8", errors="replace")


def looks_like_page(data: bytes) -> bool:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    whole = head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        head.startswith((b"<!--", b"<?xml")) and b"<html" in data[:4096].lower()
    )
    # An element that was copied out of a page is one as well.
    return whole or (bool(_ELEMENT.match(head)) and data.count(b"</") > 2)


def parsed(text: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    data = text.replace("\0", " ").encode("utf-8", errors="replace")
    try:
        return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", remove_pis=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def key(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())

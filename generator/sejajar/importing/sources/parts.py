"""Articles of several pages: where their other parts are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit, urlunsplit

from sejajar.importing.blocks import Material
from sejajar.model import Location, Problem, Severity

_ALL = re.compile(
    r"(?:tampilkan|lihat|baca) (?:semua|seluruh)(?: halaman)?|show all|view all|single page|semua halaman",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}")
_NEXT = re.compile(r"(?:halaman )?(?:selanjutnya|berikutnya)\W*|next(?: page)?\W*", re.IGNORECASE)


def parts_of(tree: Any, url: str) -> tuple[str, tuple[str, ...]]:
    """The address with all parts of the article, and those of its other parts."""
    if not url:
        return "", ()
    own = urlsplit(url)
    whole, parts = "", {}
    for link in tree.iter("a"):
        try:
            target = urljoin(url, (link.get("href") or "").strip())
            there = urlsplit(target)
        except ValueError:
            continue
        if there.hostname != own.hostname or there.path.rstrip("/").rpartition("/")[0] not in (
            own.path.rstrip("/"), own.path.rstrip("/").rpartition("/")[0],
        ):  # fmt: skip
            continue
        words = " ".join(link.text_content().split())
        page = parse_qs(there.query).get("page", [""])[0]
        if page == "all" or (_ALL.fullmatch(words) and there.path.rstrip("/") == own.path.rstrip("/")):
            whole = whole or target
        elif (
            page.isdigit()
            and there.path.rstrip("/") == own.path.rstrip("/")
            and (_NUMBER.fullmatch(words) or _NEXT.fullmatch(words))
        ):
            if int(page) > 1:
                parts[int(page)] = target
        elif (
            _NUMBER.fullmatch(words)
            and re.fullmatch(rf"{re.escape(own.path.rstrip('/'))}/(?:page/)?{words}/?", there.path)
            and int(words) > 1
        ):
            parts[int(words)] = target
    return whole, tuple(parts[number] for number in sorted(parts))


def first_part(url: str) -> str:
    """The address of an article's first part; that of a later one says so with `page=2`."""
    parts = urlsplit(url)
    query = parse_qs(parts.query, keep_blank_values=True)
    if not query.get("page", [""])[0].isdigit():
        return url
    del query["page"]
    return urlunsplit(parts._replace(query=urlencode(query, doseq=True)))


def about_parts(path: str, whole: str, parts: Sequence[str]) -> Problem:
    where = whole or ", ".join(parts[:3])
    message = "the page is one part of an article of several parts"
    hint = f"import its address, or save {where} and import that"
    return Problem(Location(path), Severity.WARNING, "parts", message, hint)


def joined(first: Material, others: Sequence[Material]) -> Material:
    """The parts of an article as one; of the later parts only the body is taken."""
    bodies = [block for other in others for block in other.blocks if not block.outside and block.level != 1]
    around = [block for other in others for block in other.blocks if block.outside or block.level == 1]
    last = max(
        (index for index, block in enumerate(first.blocks) if not block.outside), default=len(first.blocks)
    )
    blocks = (
        *first.blocks[: last + 1],
        *bodies,
        *first.blocks[last + 1 :],
        *(replace(block, outside=True) for block in around),
    )
    return replace(first, blocks=blocks, problems=tuple(p for p in first.problems if p.code != "parts"))

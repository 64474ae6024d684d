"""A saved or fetched web page as blocks: its article's body inside, all else marked as outside."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from sejajar.importing.blocks import Block, Form, Material
from sejajar.importing.sources.facts import PageFacts, read_facts
from sejajar.importing.sources.segments import Segment, segments_of
from sejajar.importing.sources.text import read_text
from sejajar.model import Location, Problem, Severity

LARGEST = 20_000_000
"""Characters of a page that is read at all."""
_LONG = 60
_HEAD = 15
"""Blocks between a headline and its body that are looked at for date and byline."""
_LINKED = 0.5
_ALL_LINK, _SHORT_LINK = 0.9, 40
_SHORTEST = 300
"""Characters; a page with less text is a list or a picture, unless it says that it is an article."""
_TEASERS = 5
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LISTS = re.compile(
    r"/(?:indeks|index|tag|tags|topik|topic|search|kategori|category|author|penulis|terpopuler|rubrik)(?:/|$|\?)"
)
_PHOTOS = re.compile(
    r"/(?:foto|photo|gallery|galeri|fotostop|infografis|infographic|multimedia)s?(?:news|kita)?/",
    re.IGNORECASE,
)
_PAYING = re.compile(
    r"(?:khusus|eksklusif) (?:untuk )?pelanggan|berlangganan untuk (?:membaca|melanjutkan)"
    r"|lanjutkan membaca dengan berlangganan"
    r"|konten (?:premium|berbayar)|sudah berlangganan|subscribe to (?:read|continue)"
    r"|baca selengkapnya dengan berlangganan",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"(?:tampilkan|lihat|baca) (?:semua|seluruh)(?: halaman)?|show all|view all|single page|semua halaman",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}")
_NEXT = re.compile(r"(?:halaman )?(?:selanjutnya|berikutnya)\W*|next(?: page)?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    material: Material
    whole: str = ""
    """The address that has all parts on one page."""
    parts: tuple[str, ...] = ()
    """The addresses of its other parts, in order."""


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
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        head.startswith((b"<!--", b"<?xml")) and b"<html" in data[:4096].lower()
    )


def read_page(text: str, path: str, url: str = "") -> Page:
    """A page's blocks and what it says of itself; a page without an article is a problem. Never fails."""
    if len(text) > LARGEST:
        return Page(
            _refused(path, "too-large", "the page is larger than 20 MB", "save the article as plain text")
        )
    tree = _parsed(text)
    if tree is None:
        return Page(_refused(path, "empty", "there is no text", "save the page again, or paste its article"))
    page = read_facts(tree, url)
    segments = segments_of(tree)
    marked, problems = _marked(segments, tree, text, page, path)
    whole, parts = _parts(tree, page.facts.url or url)
    if whole or parts:
        problems = (*problems, _about_parts(path, whole, parts))
    if reason := _no_article(marked, segments, page, path):
        return Page(Material(path, (), page.facts, (*problems, reason)))
    return Page(Material(path, marked, page.facts, problems), whole, parts)


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


def _parsed(text: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    data = text.replace("\0", " ").encode("utf-8", errors="replace")
    try:
        return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", remove_pis=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _refused(path: str, code: str, message: str, hint: str) -> Material:
    return Material(path, problems=(Problem(Location(path), Severity.ERROR, code, message, hint),))


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _marked(
    segments: Sequence[Segment], tree: Any, text: str, page: PageFacts, path: str
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """All blocks, those of the article's body inside; where two ways of finding it differ, a remark."""
    first, second = _by_readability(text), _by_trafilatura(text)
    inside = _inside(segments, first) or _inside(segments, second)
    if _size(segments, inside) < _SHORTEST and (hidden := _from_data(tree, page)):
        blocks = tuple(_block(segment, inside=_is_title(segment, page)) for segment in segments)
        return (*blocks, *(replace(block, line=0) for block in hidden)), ()
    with_head = inside | _head(segments, inside, page)
    blocks = tuple(_block(segment, inside=index in with_head) for index, segment in enumerate(segments))
    return blocks, tuple(_about_difference(segments, inside, second, path))


def _block(segment: Segment, *, inside: bool) -> Block:
    return Block(
        segment.line,
        segment.text,
        segment.form,
        segment.level,
        segment.strong,
        not inside,
        address=segment.address,
    )


def _size(segments: Sequence[Segment], inside: set[int]) -> int:
    return sum(len(segments[index].text) for index in inside)


def _by_readability(text: str) -> Counter[str]:
    import logging

    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(text.replace("\0", " ")).summary(html_partial=True)
    except Exception:
        return Counter()
    tree = _parsed(summary)
    return Counter(_key(segment.text) for segment in segments_of(tree)) if tree is not None else Counter()


def _by_trafilatura(text: str) -> Counter[str]:
    import trafilatura

    try:
        found = trafilatura.extract(text, favor_precision=True, include_comments=False, include_tables=True)
    except Exception:
        return Counter()
    return Counter(_key(line.removeprefix("- ")) for line in (found or "").splitlines() if line.strip())


def _inside(segments: Sequence[Segment], found: Counter[str]) -> set[int]:
    """The blocks between the first and the last long one that was found, but for links and what is around."""
    known = {key for key in found if key}
    long = [index for index, one in enumerate(segments) if len(one.text) >= _LONG and _key(one.text) in known]
    if not long:
        return set()
    inside = set()
    for index in range(_back(segments, long[0], known), long[-1] + 1):
        one = segments[index]
        if one.form is not Form.IMAGE and one.link_density > _ALL_LINK and len(one.text) > _SHORT_LINK:
            continue  # another article's title, whoever took it for a paragraph
        if (
            one.hidden
            or one.around
            or (one.form is not Form.IMAGE and one.link_density >= _LINKED and _key(one.text) not in known)
        ):
            continue
        if (
            (len(one.text) >= _LONG and one.link_density < 0.2)
            or _key(one.text) in known
            or one.link_density < 0.3
        ):
            inside.add(index)
    return inside


def _back(segments: Sequence[Segment], first: int, known: set[str]) -> int:
    """Short blocks right before the first long one belong to it, such as `Jakarta -` on a line of its own."""
    while (
        first
        and len(segments[first - 1].text) < _LONG
        and _key(segments[first - 1].text) in known
        and segments[first - 1].form is not Form.HEADING
    ):
        first -= 1
    return first


def _is_title(segment: Segment, page: PageFacts) -> bool:
    return (
        segment.form is Form.HEADING
        and bool(segment.text)
        and (segment.level == 1 or _key(segment.text) in _key(page.facts.title))
    )


def _head(segments: Sequence[Segment], inside: set[int], page: PageFacts) -> set[int]:
    """The headline, and the lines between it and the body that may say who wrote it and when."""
    if not inside:
        return set()
    start = min(inside)
    told = _key(page.facts.title)
    above = [index for index in range(start + 1) if segments[index].form is Form.HEADING]
    by_text = [
        index
        for index in above
        if len(key := _key(segments[index].text)) > 12 and (key in told or told in key != "")
    ]
    by_level = [index for index in above if segments[index].level == 1]
    title = next(iter(reversed(by_text or by_level)), None)
    if title is None:
        near = range(max(0, start - 3), start)
        return {
            index for index in near if segments[index].link_density < _LINKED and not segments[index].around
        }
    between = range(title + 1, start) if start - title <= _HEAD * 2 else range(title + 1, title + 1 + _HEAD)
    kept = {
        index
        for index in between
        if not segments[index].around
        and not segments[index].hidden
        and segments[index].form is not Form.IMAGE
    }
    return {title} | {
        index
        for index in kept
        if segments[index].link_density < _LINKED
        or (len(segments[index].text) < 40 and segments[index].form is Form.PARAGRAPH)
    }


def _from_data(tree: Any, page: PageFacts) -> list[Block]:
    """The body where it stands only in data: in JSON-LD, or in what a script would make the page of."""
    text = page.body if len(page.body) >= _SHORTEST else _longest(tree)
    if len(text) < _SHORTEST:
        return []
    if "</p>" in text or "<br" in text:
        inner = _parsed(f"<div>{text}</div>")
        segments = segments_of(inner) if inner is not None else []
        return [_block(segment, inside=True) for segment in segments]
    return list(read_text(text, "").blocks)


def _longest(tree: Any) -> str:
    best = ""
    for element in tree.iter("script"):
        kind = (element.get("type") or "").casefold()
        if element.get("id") not in ("__NEXT_DATA__", "__NUXT_DATA__") and kind != "application/json":
            continue
        try:
            data = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        for value in _strings(data):
            if len(value) > len(best) and len(re.findall(r"[a-z]{3,}[.!?][”\"]?(?:\s|<|$)", value)) >= 3:
                best = value
    return best


def _strings(data: Any) -> Iterator[str]:
    stack = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, list):
            stack += value


def _about_difference(
    segments: Sequence[Segment], inside: set[int], second: Counter[str], path: str
) -> Iterator[Problem]:
    """What the second opinion sees otherwise, if it is more than a tenth of the words."""
    if not second or not inside:
        return
    own = {
        _key(segments[index].text): segments[index].text
        for index in inside
        if len(segments[index].text) >= _LONG
    }
    theirs = "".join(second)
    more = [text for key, text in own.items() if key not in theirs]
    texts = {_key(one.text): one.text for one in segments if len(one.text) >= _LONG}
    less = [texts[key] for key in second if key in texts and key not in own]
    words = sum(len(text.split()) for text in own.values())
    if sum(len(text.split()) for text in (*more, *less)) * 10 <= words:
        return
    said = [f"has “{_short(less[0])}” besides"] if less else []
    said += [f"lacks “{_short(more[0])}”"] if more else []
    message = f"another reading of the page {' and '.join(said)}"
    hint = "compare the article with the page"
    yield Problem(Location(path), Severity.INFO, "second-opinion", message, hint)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rpartition(' ')[0]}…"


def _no_article(
    blocks: Sequence[Block], segments: Sequence[Segment], page: PageFacts, path: str
) -> Problem | None:
    """Why there is no article to import here; None where there is one."""
    body = [
        block
        for block in blocks
        if not block.outside and block.form is not Form.IMAGE and len(block.text) >= _LONG
    ]
    size = sum(len(block.text) for block in body)
    url = page.facts.url
    everything = " ".join(segment.text for segment in segments)[:400_000]
    if (
        (not page.free or _PAYING.search(everything))
        and size < 5 * _SHORTEST
        and (not page.free or size < 2 * _SHORTEST)
    ):
        message = "the page shows only the beginning of an article that is for subscribers"
        hint = "open it as a subscriber, and save or paste the whole text"
        return Problem(Location(path), Severity.ERROR, "paywall", message, hint)
    teasers = sum(
        one.form is Form.HEADING and one.level > 1 and one.link_density > 0.8 and len(one.text) > 25
        for one in segments
    )
    within = [block for block in blocks if not block.outside]
    listed = teasers >= _TEASERS and not page.is_article
    hints = (
        listed,
        bool({"CollectionPage", "ItemList", "SearchResultsPage", "WebSite", "website"} & page.types)
        and not page.is_article,
        bool(_LISTS.search(urlsplit(url).path if url else ""))
        or (bool(url) and urlsplit(url).path in ("", "/")),
        size < _SHORTEST,
        not page.facts.date,
    )
    pictures = sum(block.form is Form.IMAGE for block in within)
    if ("ImageGallery" in page.types or _PHOTOS.search(url or "") or pictures >= 4) and size < 2 * _SHORTEST:
        message = "the page shows pictures and no article's text"
        hint = "import the page of an article"
        return Problem(Location(path), Severity.ERROR, "no-article", message, hint)
    if not body or sum(hints) >= 3 or (size < _SHORTEST and not page.is_article):
        message = "the page is a list of articles or holds none"
        hint = "import the page of one article, or paste its text"
        return Problem(Location(path), Severity.ERROR, "no-article", message, hint)
    return None


def _parts(tree: Any, url: str) -> tuple[str, tuple[str, ...]]:
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


def _about_parts(path: str, whole: str, parts: Sequence[str]) -> Problem:
    where = whole or ", ".join(parts[:3])
    message = "the page is one part of an article of several parts"
    hint = f"import its address, or save {where} and import that"
    return Problem(Location(path), Severity.WARNING, "parts", message, hint)

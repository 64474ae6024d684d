"""Which of a page's blocks are its article: two libraries' opinions, and data that scripts would show."""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sejajar.importing.blocks import Block, Form
from sejajar.importing.sources.facts import PageFacts
from sejajar.importing.sources.markup import key, parsed
from sejajar.importing.sources.seams import at_stops
from sejajar.importing.sources.segments import Segment, segments_of
from sejajar.importing.sources.text import read_text
from sejajar.model import Location, Problem, Severity

LONG = 60
"""Characters of a block that is a paragraph rather than a label."""
SHORTEST = 300
"""Characters; a page with less text is a list or a picture, unless it says that it is an article."""
_HEAD = 15
"""Blocks between a headline and its body that are looked at for date and byline."""
_GAP = 6
"""Blocks, such as advertisements, that may stand between two paragraphs of an article."""
_LINKED = 0.5
_LIKE = 3
"""Elements, from the inner one, by whose classes two are known to be made alike."""
_ENDED = re.compile(r"[.!?…:”\"’)]$")
_ALL_LINK, _SHORT_LINK = 0.9, 40


def marked(
    segments: Sequence[Segment], tree: Any, text: str, page: PageFacts, path: str
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """All blocks, those of the article's body inside; where two ways of finding it differ, a remark."""
    first, second = _by_readability(text), _by_trafilatura(text)
    inside, other = _inside(segments, first), _inside(segments, second)
    # A notice above an article without paragraphs of its own has misled the first.
    if _size(segments, inside) * 2 < _size(segments, other):
        inside = other
    if _size(segments, inside) < SHORTEST:
        inside = _densest(segments)
    if _size(segments, inside) < SHORTEST and (hidden := _from_data(tree, page)):
        blocks = tuple(_block(segment, inside=_is_title(segment, page)) for segment in segments)
        return (*blocks, *(replace(block, line=0) for block in hidden)), ()
    with_head = inside | _head(segments, inside, page)
    blocks = tuple(_block(segment, inside=index in with_head) for index, segment in enumerate(segments))
    parted = tuple(part for block in blocks for part in _parted(block))
    return parted, tuple(_about_difference(segments, inside, second, path))


def _parted(block: Block) -> Iterator[Block]:
    """A paragraph whose sentences are stuck together, in parts; what is around the article stays as it is."""
    if block.outside or block.form is not Form.PARAGRAPH:
        yield block
    else:
        yield from (replace(block, text=part) for part in at_stops(block.text) if part)


def _size(segments: Sequence[Segment], inside: set[int]) -> int:
    return sum(len(segments[index].text) for index in inside)


def _by_readability(text: str) -> Counter[str]:
    from readability import Document

    try:
        with _silenced("readability"):
            summary = Document(text.replace("\0", " ")).summary(html_partial=True)
    except Exception:
        return Counter()
    tree = parsed(summary)
    return Counter(key(segment.text) for segment in segments_of(tree)) if tree is not None else Counter()


@contextmanager
def _silenced(name: str) -> Iterator[None]:
    """A library logs what it misses in a page, which is no news to an editor; all other logs go on."""
    logs = [
        logging.getLogger(one)
        for one in list(logging.root.manager.loggerDict)
        if one.partition(".")[0] == name
    ]
    for log in logs:
        log.addFilter(_refuse)
    try:
        yield
    finally:
        for log in logs:
            log.removeFilter(_refuse)


def _refuse(_: logging.LogRecord) -> bool:
    return False


def _by_trafilatura(text: str) -> Counter[str]:
    import trafilatura

    try:
        with _silenced("trafilatura"):
            found = trafilatura.extract(
                text, favor_precision=True, include_comments=False, include_tables=True
            )
    except Exception:
        return Counter()
    return Counter(key(line.removeprefix("- ")) for line in (found or "").splitlines() if line.strip())


def _inside(segments: Sequence[Segment], found: Counter[str]) -> set[int]:
    """The blocks between the first and the last long one that was found, but for links and what is around."""
    known = {key for key in found if key}
    long = [index for index, one in enumerate(segments) if len(one.text) >= LONG and key(one.text) in known]
    if not long:
        return set()
    inside = set()
    for index in range(_back(segments, long[0], known), _forth(segments, long) + 1):
        one = segments[index]
        if one.form is not Form.IMAGE and one.link_density > _ALL_LINK and len(one.text) > _SHORT_LINK:
            continue  # another article's title, whoever took it for a paragraph
        if (
            one.hidden
            or one.around
            or (one.form is not Form.IMAGE and one.link_density >= _LINKED and key(one.text) not in known)
        ):
            continue
        if (
            (len(one.text) >= LONG and one.link_density < 0.2)
            or key(one.text) in known
            or one.link_density < 0.3
        ):
            inside.add(index)
    return inside


def _densest(segments: Sequence[Segment]) -> set[int]:
    """The blocks of the element that holds most prose, for pages where both libraries miss it."""
    sizes: Counter[Any] = Counter()
    for one in segments:
        if len(one.text) >= LONG and one.link_density < _LINKED and not (one.around or one.hidden):
            sizes[one.box] += len(one.text)
    best = max(sizes, key=lambda box: sizes[box], default=None)
    texts = (one.text for one in segments if one.box is best and not (one.around or one.hidden))
    return _inside(segments, Counter(map(key, texts))) if best is not None else set()


def _back(segments: Sequence[Segment], first: int, known: set[str]) -> int:
    """Short blocks right before the first long one belong to it, such as `Jakarta -` on a line of its own."""
    while (
        first
        and len(segments[first - 1].text) < LONG
        and key(segments[first - 1].text) in known
        and segments[first - 1].form is not Form.HEADING
    ):
        first -= 1
    return first


def _forth(segments: Sequence[Segment], long: Sequence[int]) -> int:
    """The last block of the article: sentences and lists that follow in the same element are its own.

    So are those in elements that are made like it, as each part of a long article is in one.
    """
    last = long[-1]
    box = segments[last].box
    alike = _likeness(box)
    counted = Counter(_likeness(segments[index].box) for index in long)
    if box is None or counted[alike] < 2:
        return last
    gap = 0
    for index in range(last + 1, len(segments)):
        one = segments[index]
        linked = one.link_density >= _LINKED
        own = one.box is box or (_is_item(one) and one.box is not None and one.box.getparent() is box)
        other = not own and alike[0] != "" and len(one.text) >= LONG and _likeness(one.box) == alike
        if own and linked and one.form is Form.HEADING:
            break
        if (own or other) and not linked and _is_said(one):
            last, box, gap = index, one.box if other else box, 0
        elif not (one.around or one.hidden or linked):
            gap += 1
            if gap > _GAP:
                break
    return last


def _likeness(box: Any) -> tuple[str, ...]:
    """What an element and those around it are called; the first is empty where the element has no class."""
    found: list[str] = []
    while box is not None and len(found) < _LIKE:
        found.append((box.get("class") or "").partition(" ")[0])
        box = box.getparent()
    return tuple(found)


def _is_item(segment: Segment) -> bool:
    return segment.form in (Form.ITEM, Form.NUMBERED)


def _is_said(segment: Segment) -> bool:
    """A paragraph, however short, or an item of a list."""
    if segment.around or segment.hidden or segment.form in (Form.HEADING, Form.CAPTION):
        return False
    return len(segment.text) >= LONG or _is_item(segment) or bool(_ENDED.search(segment.text))


def _from_data(tree: Any, page: PageFacts) -> list[Block]:
    """The body where it stands only in data: in JSON-LD, or in what a script would make the page of."""
    text = page.body if len(page.body) >= SHORTEST else _longest(tree)
    if len(text) < SHORTEST:
        return []
    if "</p>" in text or "<br" in text:
        inner = parsed(f"<div>{text}</div>")
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
        key(segments[index].text): segments[index].text
        for index in inside
        if len(segments[index].text) >= LONG and segments[index].form is not Form.TABLE
    }
    theirs = "".join(second)
    more = [text for key, text in own.items() if key not in theirs]
    texts = {key(one.text): one.text for one in segments if len(one.text) >= LONG}
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


def _block(segment: Segment, *, inside: bool) -> Block:
    return Block(
        segment.line,
        segment.text,
        segment.form,
        segment.level,
        segment.strong,
        outside=not inside,
        quoted=segment.quoted,
        address=segment.address,
        rows=segment.rows,
        caption=segment.caption,
    )


def _is_title(segment: Segment, page: PageFacts) -> bool:
    return (
        segment.form is Form.HEADING
        and bool(segment.text)
        and (segment.level == 1 or key(segment.text) in key(page.facts.title))
    )


def _head(segments: Sequence[Segment], inside: set[int], page: PageFacts) -> set[int]:
    """The headline, and the lines between it and the body that may say who wrote it and when."""
    if not inside:
        return set()
    start = min(inside)
    told = key(page.facts.title)
    above = [index for index in range(start + 1) if segments[index].form is Form.HEADING]
    by_text = [
        index
        for index in above
        if len(own := key(segments[index].text)) > 12 and (own in told or told in own != "")
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
        if not segments[index].hidden
        and segments[index].form is not Form.IMAGE
        # Bylines stand in boxes with buttons to share an article.
        and (not segments[index].around or (len(segments[index].text) < 40 and not segments[index].linked))
    }
    return {title} | {
        index
        for index in kept
        if segments[index].link_density < _LINKED
        or (len(segments[index].text) < 40 and segments[index].form is Form.PARAGRAPH)
    }

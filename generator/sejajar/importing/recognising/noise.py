"""What a page says around its article, found by rules that are data and set aside in plain sight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from sejajar.importing.blocks import Block, Form
from sejajar.importing.outlets import Rule, names_site, rules
from sejajar.importing.recognising.titles import capitals, is_titled, run_in
from sejajar.language.titles import SAYING

LONGEST = 450
"""Characters; what is longer is a paragraph, whatever words it has."""
_FOLLOWING = 8
"""Titles of other articles below a `Baca juga`, at most."""
_PROSE = 60
_BELOW = 2
"""Paragraphs that may follow where a page's foot begins, such as the summary of another article."""
_LAST = 3
_REPEATED = 60
"""Characters of a paragraph that nobody writes twice."""
_TITLE = 180
_SHORTEST = 20
_STOP = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"])")
_GLUED = re.compile(r"[a-z”\"'!?](?=[A-Z][a-z]+,?\s)|[A-Z](?=[A-Z][a-z]{3,},?\s)")
"""Where a title and the next sentence have not even a space between them."""
_SAID = re.compile(rf",\s*(?:{SAYING})(?:nya)?\b", re.IGNORECASE)
"""Who says it stands in the same line: `…, kata Ana.`"""
_SPEAKER = re.compile(rf"[,.!?][”\"]\s*(?:{SAYING})(?:nya)?\b")
"""Speech with who says it: a line that holds it is the article's, whatever it begins with."""
_LABEL = re.compile(
    r"\W{0,3}\s*(?:baca|simak|lihat|tonton)\s?(?:juga|pula)?\s*(?:video|artikel|berita)?\s*[:,]?\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\W{0,3}\s*(?:simak|lihat|tonton|saksikan)\s(?:juga\s)?video\s*:?\s*[‘'“\"][^‘’'“”\"]{5,140}[’'”\"]"
    r"(?:\s(?:di|pada)\s(?:bawah|atas|sini|berikut)(?:\sini)?)?\s*:?\s*",
    re.IGNORECASE,
)
"""A video's title in quotation marks, and where it is."""
_REST = 10
"""Characters of a sentence behind a title."""
_SPEECH = re.compile(r"(?<=\w)\s?(?=[“\"]\w)")
_SPOKEN = re.compile(r"[^\W\d_]\s*(?P<said>[“\"][^“”\"]{30,})")
"""Speech that a title runs into."""
_TITLED = 0.8
_ENDED = re.compile(r"[.!?…”\"’)]\s*$")
_CLOSING = ("credit", "copyright", "first-published", "tags")
"""Rules of what stands below an article's last paragraph and nowhere else."""
_FIGURE = re.compile(r"\d{5}|[%,]")
_CELL = re.compile(r"\d{3}|\d\D+\d|[%,]")
"""Between paragraphs a table's cells are figures too."""
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the source that are not in the article, and the rule that says why."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Sifted:
    kept: tuple[Block, ...]
    aside: tuple[Aside, ...]


def is_prose(block: Block) -> bool:
    """A paragraph of sentences, rather than a label, a title or a menu."""
    text = block.text
    if len(text) < _PROSE or block.is_figure:
        return False
    return len(text) > 3 * _PROSE or bool(_ENDED.search(text) or re.search(r"[a-z]{3,}[.!?] ", text))


def sift(blocks: Sequence[Block], signed: int = 0) -> Sifted:
    """Divides blocks by the rules for any outlet and for each; linear in the blocks.

    `signed`: the last line that said who wrote or edited; below it, and below initials, an article is over.
    """
    aside: list[Aside] = []
    kept = _whole(blocks, aside)
    kept = [left for block in kept for left in _inside(block, aside)]
    kept = _ends(_once(kept, aside), aside)
    kept = _without_foot(kept, aside, signed)
    return Sifted(tuple(kept), tuple(aside))


@cache
def _by_part(*parts: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.part in parts)


def _whole(blocks: Sequence[Block], aside: list[Aside]) -> list[Block]:
    kept: list[Block] = []
    prose = [index for index, block in enumerate(blocks) if is_prose(block)]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    left = len(prose)
    following: str | None = None
    count = 0
    for index, block in enumerate(blocks):
        left -= bool(prose) and is_prose(block)
        if following and count < _FOLLOWING and block.form is not Form.HEADING and is_titled(block.text):
            aside.append(Aside(block.line, block.text, following))
            count += 1
            continue
        following, count = None, 0
        rule = _rule_for(block, around=not first <= index <= last)
        if rule is None:
            kept.append(block)
            continue
        if rule.part == "below" and index > first and left <= _BELOW and (left == 0 or index - first > 3):
            aside += (Aside(other.line, other.text, rule.name) for other in blocks[index:])
            return kept
        aside.append(Aside(block.line, block.text, rule.name))
        following = rule.name if rule.part in ("titles", "below") else None
    return kept


def _rule_for(block: Block, *, around: bool) -> Rule | None:
    text = block.text
    if len(text) > LONGEST or block.is_figure:
        return None
    if block.form is Form.CAPTION:
        return _CAPTION
    spoken = text.startswith(("“", '"'))
    if (_SAID.search(text) and ":" not in text) or _SPEAKER.search(text):
        return None
    for rule in _by_part("line", "titles", "below", "words"):
        if (rule.around and not around) or (spoken and rule.name != "read-also"):
            continue
        if rule.part == "words":
            words = [word.casefold() for word in _WORDS.findall(text)]
            if words and len(words) <= 40 and rule.words.issuperset(words):
                return rule
        elif _fits(rule, text):
            return rule
    if _WORDS.search(text) or (_FIGURE if around else _CELL).search(text):
        return None
    return _MARKS


def _fits(rule: Rule, text: str) -> bool:
    if not rule.pattern.fullmatch(text):
        return False
    single = rule.single or _LABEL.match(text)
    return not (single and _runs_on(text)) and (not rule.named or names_site(text))


def is_caption(block: Block) -> bool:
    """A line that says what a picture shows or whose it is."""
    rule = _rule_for(block, around=False)
    return rule is not None and rule.name in ("caption", "photo-credit")


def _runs_on(text: str) -> bool:
    """Whether a sentence, rather than more of a headline, stands behind a full stop or the like."""
    if any(
        len(match["said"].split()) > 5 and capitals(match["said"].split()) < 0.5
        for match in _SPOKEN.finditer(text)
    ):
        return True
    if (quoted := _QUOTED.match(text)) and _is_sentence(text[quoted.end() :]):
        return True
    if (label := _LABEL.match(text)) and 0 < _title_end(text, label.end()) < len(text) - _REST:
        return True
    return any(capitals(text[match.end() :].split()) < _TITLED for match in _STOP.finditer(text))


def _is_sentence(text: str) -> bool:
    words = text.split()
    return len(words) > 3 and bool(_ENDED.search(text)) and capitals(words) < _TITLED


_CAPTION = Rule(
    "caption",
    "line",
    re.compile("(?!)"),
    frozenset(),
    around=False,
    single=False,
    named=False,
    example="",
    seen="<figcaption>",
)
"""A caption by its source's word."""
_MARKS = Rule(
    "marks",
    "line",
    re.compile("(?!)"),
    frozenset(),
    False,
    False,
    False,
    "***",
    "between parts of many pages",
)
"""A line without a letter says nothing, but it was there; figures between paragraphs may be a table's."""


def _inside(block: Block, aside: list[Aside]) -> Iterator[Block]:
    """What is left of a paragraph; where something was cut out, one ends and another begins."""
    spans = sorted(_spans(block.text))
    if not spans:
        yield block
        return
    start = 0
    for begin, end, name in spans:
        if begin < start:
            continue
        # Glued to the next word, it is shown with it: nobody has to wonder where that word of the
        # source went.
        shown = end if block.text[end - 1 : end + 1].find(" ") >= 0 else _token_end(block.text, end)
        since = _token_start(block.text, begin)
        aside.append(Aside(block.line, block.text[since:shown].strip(), name))
        if left := block.text[start:begin].strip():
            yield replace(block, text=left, rich="")
        start = end
    if left := block.text[start:].strip():
        yield replace(block, text=left, rich="")


def _token_end(text: str, at: int) -> int:
    match = _TOKEN.match(text, at)
    return match.end() if match and re.match(r"\w", text[at - 1]) else at


def _token_start(text: str, at: int) -> int:
    if not (at and re.match(r"\w\w", text[at - 1 : at + 1])):
        return at
    while at and re.match(r"\w", text[at - 1]):
        at -= 1
    return at


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    for rule in _by_part("inside"):
        yield from ((match.start(), match.end(), rule.name) for match in rule.pattern.finditer(text))
    for rule in _by_part("titled"):
        for match in rule.pattern.finditer(text):
            if end := _title_end(text, match.end()):
                yield match.start(), end, rule.name


def _title_end(text: str, start: int) -> int:
    """Where a title that begins there ends; 0 where that is not plain, and it had better stay."""
    rest = text[start : start + _TITLE]
    sentence = re.search(r"[.!?][”\"’)]?(?=\s|$)", rest)
    if not sentence and len(text) - start < _TITLE:
        return len(text)
    if sentence and sentence[0][0] in "!?" and capitals(rest[: sentence.end()].split()) >= _TITLED:
        return start + sentence.end()
    spoken = _SPEECH.search(rest, _SHORTEST)
    if spoken and capitals(rest[: spoken.start()].split()) >= _TITLED:
        return start + spoken.end()
    if (glued := _GLUED.search(rest)) and capitals(rest[: glued.start() + 1].split()) >= _TITLED:
        return start + glued.start() + 1
    cut = run_in(rest)
    return start + cut if cut >= _SHORTEST and capitals(rest[:cut].split()) >= _TITLED else 0


def _once(kept: list[Block], aside: list[Aside]) -> list[Block]:
    """Takes out what stands a second time: a paragraph pasted twice, a pull quote."""
    keys = [re.sub(r"\W+", " ", block.text.casefold()).strip() for block in kept]
    first = {key: index for index, key in reversed(list(enumerate(keys)))}
    twice = {index for index, key in enumerate(keys) if len(key) >= _REPEATED and first[key] < index}
    quoted = [index for index, block in enumerate(kept) if block.quoted and index not in twice]
    twice |= {
        index
        for index in quoted
        if any(keys[index] in key for at, key in enumerate(keys) if at != index and at not in twice)
    }
    aside += (Aside(kept[index].line, kept[index].text, "repeated") for index in sorted(twice))
    return [block for index, block in enumerate(kept) if index not in twice]


def _without_foot(kept: list[Block], aside: list[Aside], signed: int) -> list[Block]:
    """What is left below an article's end: tags, titles of other articles, a video's title.

    The end is shown by initials, a byline or the like; without those only headlines are sure to be foreign.
    """
    last = max((index for index, block in enumerate(kept) if is_prose(block)), default=None)
    if last is None:
        return kept
    line = kept[last].line
    over = [one.line for one in aside if one.rule in _CLOSING and one.line >= line]
    over += [signed] if signed >= line else []
    below = kept[last + 1 :]
    if over:
        foot = [block for block in below if block.line > min(over) and not _ENDED.search(block.text)]
    else:
        foot = list(takewhile(lambda block: is_titled(block.text), reversed(below)))[::-1]
    foot = [block for block in foot if not block.is_figure]
    aside += (Aside(block.line, block.text, "foot") for block in foot)
    return [block for block in kept if block not in foot]


def _ends(kept: list[Block], aside: list[Aside]) -> list[Block]:
    """Initials and the like, at the end of the last paragraphs."""
    kept = list(kept)
    index = len(kept) - 1
    for _ in range(_LAST):
        if index < 0:
            break
        block = kept[index]
        for rule in _by_part("end"):
            if match := rule.pattern.search(block.text, max(0, len(block.text) - 120)):
                aside.append(Aside(block.line, match[0].strip(), rule.name))
                block = replace(block, text=block.text[: match.start()].rstrip(), rich="")
        cut = block.text != kept[index].text
        kept[index : index + 1] = [block] if block.text else []
        if cut or is_prose(block):
            break
        index -= 1
    return kept

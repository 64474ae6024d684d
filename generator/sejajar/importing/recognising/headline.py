"""The headline: which block it is, and what of it is the outlet's rather than the article's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sejajar.importing.blocks import Block, Facts, Form
from sejajar.importing.outlets import outlet_named, rules, spellings
from sejajar.importing.recognising.bylines import is_byline
from sejajar.importing.recognising.dateline import read_dateline
from sejajar.importing.recognising.dates import publication_in
from sejajar.importing.recognising.noise import Aside
from sejajar.importing.recognising.outline import is_points_label
from sejajar.importing.recognising.titles import capitals
from sejajar.importing.words import news

LONGEST = 200
_SENTENCE = 110
_PLAIN = 160
_NEAR = 12
"""Blocks among which a headline that the source names is looked for."""
_SENTENCES = re.compile(r"[^\W\d_]{3,}\.\s+[“\"A-Z]")
_DAY = re.compile(r"\(\d{1,2}/\d{1,2}[/)]")
_POINT = re.compile(r"(?:[-*–—•·●▪‣◦○∙‧]\s|[•·●▪‣◦○∙‧])")
_SEPARATOR = re.compile(r"\s+(?:[-–—|]|::|»|/)\s+|\s*(?:\||::|»)\s*")
_PREFIX = re.compile(r"(?P<name>[\w. ]{3,25}?)\s*(?::|\||-)\s+(?=\S)")
_PAGES = re.compile(r"(?:halaman|page|hal\.?|laman)\s*(?:\d{1,2}|all|semua)", re.IGNORECASE)
_SITES = news("sites")


@dataclass(frozen=True, slots=True)
class Headline:
    title: Block | None
    rest: tuple[Block, ...]
    aside: tuple[Aside, ...]


def read_headline(blocks: Sequence[Block], facts: Facts, found: Block | None) -> Headline:
    """Takes the headline out of the blocks; `found`: the block that the page's form shows to be it."""
    above: list[Aside] = []
    told = _without_affix(facts.title, facts.outlet)[0]
    title = _told(blocks, told) or found or _top(blocks)
    if title is None and not _is_headline(told):
        title = _first(blocks, above)
    if title is None:
        return Headline(Block(0, told) if told else None, tuple(blocks), ())
    index = list(blocks).index(title)
    text, affixes = _without_affix(title.text, facts.outlet)
    aside = [*above, *(Aside(title.line, affix, "title-affix") for affix in affixes)]
    clean = replace(title, text=text, rich=title.rich if text == title.text else "")
    gone = {(one.line, one.text) for one in above}
    kept = [block for block in blocks[:index] if (block.line, block.text) not in gone]
    rest = []
    for at, block in enumerate((*kept, *blocks[index + 1 :])):
        if at < _NEAR and _same(block.text, text):
            aside.append(Aside(block.line, block.text, "repeated-title"))
        else:
            rest.append(block)
    return Headline(clean, tuple(rest), tuple(aside))


def _told(blocks: Sequence[Block], told: str) -> Block | None:
    if not told:
        return None
    first = (block for block in blocks[:_NEAR] if _same(_without_affix(block.text, "")[0], told))
    return next(first, None) or next(
        (
            block
            for block in blocks[:_NEAR]
            if block.form is Form.HEADING and block.level == 1 and _alike(block.text, told)
        ),
        None,
    )


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _same(text: str, other: str) -> bool:
    return _folded(text) == _folded(other) != ""


def _alike(text: str, other: str) -> bool:
    own, theirs = set(_folded(text).split()), set(_folded(other).split())
    return len(own & theirs) * 2 > len(own | theirs)


def _top(blocks: Sequence[Block]) -> Block | None:
    found = (block for block in blocks[:_NEAR] if block.form is Form.HEADING and block.level == 1)
    return next(found, None)


def _is_headline(told: str) -> bool:
    """Whether what a source says its title is can be an article's, and not the site's."""
    return len(told.split()) > 2 and not outlet_named(told)


def _first(blocks: Sequence[Block], aside: list[Aside]) -> Block | None:
    """The first block that is neither a page's furniture nor a paragraph.

    What stands above goes aside, but for bylines.
    """
    above: list[Aside] = []
    for block in blocks[:_NEAR]:
        rule = _furniture(block)
        if rule:
            above.append(Aside(block.line, block.text, rule))
            continue
        if is_byline(block.text):
            continue
        if publication_in(block) or is_points_label(block.text):
            return None
        if looks_like_title(block) and not (above and block.text.endswith(".")):
            aside += above
            return block
        return None
    return None


def _furniture(block: Block) -> str:
    """A menu's line or a mere label; rules that a headline such as *Foto: …* might meet do not count."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", block.text)]
    for rule in rules():
        if rule.part == "words" and words and rule.words.issuperset(words) and len(words) < 8:
            return rule.name
    return "menu" if outlet_named(block.text) else ""


def looks_like_title(block: Block) -> bool:
    text = block.text
    if (
        len(text) > LONGEST
        or _POINT.match(text)
        or block.is_item
        or block.is_figure
        or block.form is Form.CAPTION
    ):
        return False
    if text.endswith(("-", "–", "—")):
        return False  # a dateline on its own line
    dateline = read_dateline(text)
    if dateline and dateline.sure and dateline.rest:
        return False
    if _DAY.search(text) or (_SENTENCES.search(text) and capitals(text.split()) < 0.7):
        return False
    if text.endswith(".") and not text.endswith("..."):
        # A sentence that short is a headline with a full stop; leads are longer.
        return len(text) <= _SENTENCE and (len(text.split()) > 2 or len(text) < 20)
    return len(text) <= _PLAIN or capitals(text.split()) >= 0.5


def _without_affix(title: str, site: str) -> tuple[str, tuple[str, ...]]:
    """A title without the outlet's name before or behind it, and what was taken off."""
    title = title.strip()
    taken: list[str] = []
    for _ in range(4):
        ends = list(_SEPARATOR.finditer(title))
        if not ends:
            break
        cut, tail = ends[-1], title[ends[-1].end() :]
        rest = title[: cut.start()].strip()
        if len(rest) < 10 or not (_is_site(tail, site) or (taken and _is_channel(tail))):
            break
        taken.append(title[cut.start() :].strip())
        title = rest
    match = _PREFIX.match(title)
    if match and _is_site(match["name"], site) and len(title) - match.end() >= 10:
        taken.append(match[0].strip())
        title = title[match.end() :]
    return title, tuple(taken)


def _is_site(text: str, site: str) -> bool:
    """`Kompas.com`, `Tekno Liputan6.com`, `Republika Online`, `Halaman all`."""
    plain = text.strip().casefold()
    if _PAGES.fullmatch(plain) or (site and _same(text, site)) or outlet_named(text):
        return True
    if len(plain) > 60:
        return False
    words = plain.split()
    names = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + 3) + 1)
    )
    name = next((name for name in names if name in spellings() and ("." in name or len(words) <= 3)), "")
    rest = [word for word in words if word not in name.split()]
    return (
        bool(name)
        and all(word in _SITES or _is_channel(word) or "." in name for word in rest)
        and len(rest) <= 4
    )


def _is_channel(text: str) -> bool:
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return bool(words) and any(rule.part == "words" and rule.words.issuperset(words) for rule in rules())

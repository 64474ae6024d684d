"""*hedge*: the small words whose loss makes an allegation a fact."""

from __future__ import annotations

import re
from functools import cache

from sejajar.checking.contrast import contrasts, gained, lost
from sejajar.checking.finding import Finding, listed, warning
from sejajar.checking.pair import Pair

_CRIMES = (
    "kasus|tindak|adanya|terjadinya|korupsi|suap|gratifikasi|pidana|pelanggaran|penipuan|pembunuhan"
    "|pelecehan|kekerasan|penyalahgunaan|pencucian|makar|pemerasan|penganiayaan|pencurian|manipulasi"
    "|penyelewengan|keterlibatan|kecurangan|penggelapan|pemerkosaan|terorisme|spionase|kartel"
)
_HEDGES = re.compile(
    r"(?<!tidak )(?<!tak )(?<!-)\b(?:diduga|menduga|terduga|tersangka|disangka|dilaporkan"
    rf"|dugaan(?= (?:{_CRIMES}))|disebut-sebut|dikabarkan|kabarnya|konon|disinyalir|ditengarai"
    r"|dituduh|tuduhan|menuduh|dituding|tudingan|menuding|terdakwa|didakwa|diyakini|diperkirakan|dipercaya)(?:-\w+)?"
)
_MODALS = r"possib\w*|perhaps|may|might|could|potential\w*|likely|probabl\w*"
_ALLEGED = (
    r"alleg\w*|suspect\w*|suspicio\w*|accus\w*|believ\w*|thought|purport\w*|suppos\w*|apparent\w*"
    r"|presum\w*|suggest\w*|claim\w*|rumou?r\w*"
    r"|reported(?:ly)?|seem\w*|defendants?|charg\w*|indict\w*|conjectur\w*|assum\w*|hypothes\w*"
    r"|estimat\w*|expect\w*|guess\w*|feared"
    r"|predict\w*|said to|tipped|arrests|on trial|prosecut\w*"
)
_TOLD = (
    r"report\w*|said|says?|think\w*|according|consider\w*|forecast\w*|project\w*|trust\w*|deem\w*"
    r"|regard\w*|known|legend\w*|assert\w*"
    r"|argu\w*|touted|cit(?:ed|ing)|told|approximate\w*|about|around|roughly|calculat\w*|anticipat\w*"
    r"|assess\w*|put at|blam\w*|set to"
)
_TELLING = frozenset(("diduga", "menduga", "terduga", "tersangka", "disangka"))
"""Where `said` or `about` would not do."""


@cache
def _hedged(told: bool, modals: bool) -> re.Pattern[str]:
    words = "|".join((_ALLEGED, *([_TOLD] if told else []), *([_MODALS] if modals else [])))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def check_hedge(pair: Pair) -> list[Finding]:
    """What the source only alleges, reports or thinks possible, the English must not state as a fact."""
    return _alleged(pair) or _possible(pair)


def _alleged(pair: Pair) -> list[Finding]:
    """As many words of allegation as the source has: a libel risk."""
    source = pair.source.lower()
    hedges = _HEDGES.findall(source)
    if not hedges:
        return []
    strict = [hedge for hedge in hedges if hedge in _TELLING]
    modals = "mungkin" not in source and "potensi" not in source
    for wanted, words in ((strict, _hedged(False, modals)), (hedges, _hedged(True, modals))):
        if wanted and len(words.findall(pair.target)) < len(wanted):
            hint = "say allegedly, reportedly, suspected or the like"
            return [warning("hedge", f"the source says {listed(wanted)}, the English {_less(wanted)}", hint)]
    return []


def _possible(pair: Pair) -> list[Finding]:
    """*Mungkin* and *dikabarkan* are still there, and what may be has not become what will be."""
    for axis in ("possible", "report"):
        if said := lost(pair, "hedges", axis):
            return [warning("hedge", f"the source says “{said}”, the English states it as a fact")]
    for axis in ("possible", "report"):
        if said := gained(pair, "hedges", axis):
            return [warning("hedge", f"the English says “{said}”, the source states it as a fact")]
    for found in contrasts(pair, "hedges", ("modal",)):
        if found.lost.concept.pole == "may" and not _has_future(pair):
            return [warning("hedge", f"the source says “{found.said}”, the English “{found.instead}”")]
    return []


def _has_future(pair: Pair) -> bool:
    return any(
        mention.concept.pole == "will" for mention in pair.source_mentions.get(("hedges", "modal"), ())
    )


def _less(hedges: list[str]) -> str:
    return "states it as a fact" if len(hedges) == 1 else "hedges less"

"""*negation* and *hedge*: the small words whose loss turns a sentence round, or an allegation into a fact."""

from __future__ import annotations

import re

from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair

_NO_NEGATION = re.compile(
    r"\b(?:(?:tidak|tak|bukan) (?:hanya|cuma|saja|sekadar|sekedar|lain|sedikit|jarang|kurang|lama|main|terlalu lama|kalah)"
    r"|belum lama|belum pernah terjadi sebelumnya|mau tidak mau|mau tak mau|suka tidak suka|(?:atau|dan) tidak|tidak\?|bukan\?"
    r"|tidak bisa tidak|bukan tidak mungkin|tanpa henti|tanpa pamrih|tidak (?:mungkin|biasa|pasti|jelas|sah|stabil|adil|langsung|aman|terduga|sengaja)"
    r"|tak (?:terhindarkan|terhingga|terbatas|terduga|terlihat|sengaja|berawak)|tanpa awak|jangan-jangan|sebelum)\b"
)
"""Idioms that English says without a negation, and adjectives that it makes with a prefix."""
_NOT = re.compile(
    r"\b(?:tidak|tak|bukan|belum|tanpa|jangan|tiada|tidaklah|bukanlah|tidakkah|janganlah|nggak|enggak|gak|ndak)\b"
)
_SOURCE_NEGATIVE = re.compile(
    _NOT.pattern[:-3]
    + r"|gagal|kurang|nihil|enggan|menolak|ditolak|membantah|selain|kecuali|sulit|mustahil|hampir|hanya|cuma|nyaris|lagi|non\w*|nir\w*"
    r"|mencegah|melarang|dilarang|larangan|batal|tetapi|namun|masih|jarang|nol|hilang|lepas|bebas|apa pun|apapun|siapa pun|henti\w*"
    r"|sebelum\w*|berhenti|dihentikan|hindari|menghindari|buta|tuna\w*|keberatan|menentang|menyangkal|mana pun|manapun|mengabaikan"
    r"|ketiadaan|ketidak\w*|luput|lolos|sekadar|melainkan|padahal|alih-alih|daripada|ketimbang|tertunda|bahkan)\b"
)
_NEVER = re.compile(
    r"\b(?:not|never|cannot|no one|nobody|nothing|without)\b|n['’]t\b|\b[Nn]o (?=[a-z])(?!longer|doubt|more)"
)
_TARGET_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|none|nothing|nobody|nowhere|neither|nor|cannot|yet|unable|lack\w*|fail\w*|refus\w*|den(?:y|ie[sd]|ying)"
    r"|hardly|barely|scarcely|rarely|seldom|instead|except|rather|avoid\w*|prevent\w*|stop\w*|absen\w*|free|unless|until|but|only|few"
    r"|little|otherwise|reject\w*|declin\w*|oppos\w*|exclu\w*|ban\w*|wrong|apart|too|despite|regardless|ignor\w*|remain\w*|pending"
    r"|un\w{4,}|in(?:ab|ac|ad|ap|at|ca|co|cr|de|di|ef|el|eq|ex|fe|fi|fo|ju|nu|op|se|si|so|su|va|vi)\w{3,}|im(?:p|m|b)\w{4,}|ir(?:r)\w{4,}"
    r"|il(?:l)\w{3,}|dis\w{4,}|non\w*|mis\w{4,}|\w{3,}less(?:ly|ness)?|a(?:typical|symptomatic|part))\b|n['’]t\b|-free\b",
    re.IGNORECASE,
)


def check_negation(pair: Pair) -> list[Finding]:
    """A negation on one side and nothing on the other that could stand for it."""
    source = _NO_NEGATION.sub(" ", pair.source.lower())
    there = _NOT.findall(source)
    here = _NEVER.findall(pair.target)
    if there and not _TARGET_NEGATIVE.search(pair.target):
        return [warning("negation", f"the source says “{there[0]}”, the English has no negation")]
    if here and not _SOURCE_NEGATIVE.search(pair.source.lower()):
        return [warning("negation", f"the English says “{here[0].strip()}”, the source has no negation")]
    return []


_HEDGES = re.compile(
    r"\b(?:diduga|menduga|dugaan|terduga|tersangka|disangka|dilaporkan|disebut-sebut|dikabarkan|kabarnya|konon|disinyalir|ditengarai"
    r"|dituduh|tuduhan|menuduh|dituding|tudingan|menuding|terdakwa|didakwa|diyakini|diperkirakan|dipercaya)\b"
)
_HEDGED = re.compile(
    r"\b(?:alleg\w*|report\w*|suspect\w*|suspicio\w*|accus\w*|believ\w*|said|says?|thought|think\w*|purport\w*|suppos\w*|apparent\w*|presum\w*"
    r"|claim\w*|rumou?r\w*|according|estimat\w*|consider\w*|likely|probabl\w*|possibl\w*|perhaps|may|might|could|seem\w*|defendants?"
    r"|charg\w*|indict\w*|blam\w*|expect\w*|forecast\w*|project\w*|predict\w*|conjectur\w*|assum\w*|guess\w*|hypothes\w*|trust\w*"
    r"|deem\w*|regard\w*|know\w*|legend\w*|assert\w*|argu\w*|feared|impression|tipped|touted|cit(?:ed|ing)|told|approximate\w*|about|around"
    r"|roughly|set to|due to|on trial|prosecut\w*|faith|credit\w*|calculat\w*|anticipat\w*|potential\w*|would|assess\w*|put at)\b",
    re.IGNORECASE,
)
_STRICT = {
    "diduga": "",
    "terduga": "",
    "tersangka": "",
}
_ALLEGED = re.compile(
    r"\b(?:alleg\w*|suspect\w*|suspicio\w*|accus\w*|believ\w*|thought|purport\w*|suppos\w*|apparent\w*|presum\w*|claim\w*|rumou?r\w*"
    r"|reported(?:ly)?|likely|probabl\w*|possibl\w*|perhaps|may|might|could|seem\w*|defendants?|charg\w*|conjectur\w*|assum\w*"
    r"|hypothes\w*|estimat\w*|expect\w*|guess\w*|feared|potential\w*|predict\w*|said to|tipped)\b",
    re.IGNORECASE,
)


def check_hedge(pair: Pair) -> list[Finding]:
    """What the source only alleges or reports, the English must not state: a libel risk."""
    for match in _HEDGES.finditer(pair.source.lower()):
        wanted = _ALLEGED if match[0] in _STRICT else _HEDGED
        if not wanted.search(pair.target):
            hint = "say allegedly, reportedly, suspected or the like"
            return [warning("hedge", f"the source says “{match[0]}”, the English states it as a fact", hint)]
    return []

"""*negation*: the small words whose loss turns a sentence round."""

from __future__ import annotations

import re

from sejajar.checking.finding import Finding, listed, warning
from sejajar.checking.pair import Pair

_NO_NEGATION = re.compile(
    r"\b(?:(?:tidak|tak|bukan) (?:hanya|cuma|saja|sekadar|sekedar|lain|sedikit|jarang|kurang|lama"
    r"|jauh|main|terlalu lama|kalah)"
    r"|belum lama|(?:agar|supaya) tidak|tidak masuk akal|paling tidak|(?:saat|ketika|waktu) belum"
    r"|belum pernah terjadi sebelumnya|mau tidak mau|mau tak mau|suka tidak suka|(?:atau|dan) "
    r"tidak(?= *[,.?;:]| sama sekali)|tidak\?|bukan\?"
    r"|tidak bisa tidak|bukan tidak mungkin|tanpa henti|tanpa pamrih|tidak (?:mungkin|biasa|pasti"
    r"|jelas|sah|stabil|adil|langsung|aman|terduga|sengaja)"
    r"|tak (?:terhindarkan|terhingga|terbatas|terduga|terlihat|sengaja|berawak)|tanpa awak"
    r"|jangan-jangan|sebelum)\b"
)
"""Idioms that English says without a negation, and adjectives that it makes with a prefix."""
_PLAIN = "tidak|tak|bukan|belum|tanpa|jangan|tiada|tidaklah|bukanlah|tidakkah|janganlah|nggak|enggak|gak|ndak"
_NOT = re.compile(rf"\b(?:{_PLAIN})\b")
_SOURCE_NEGATIVE = re.compile(
    rf"\b(?:{_PLAIN}|gagal|kurang|nihil|enggan|menolak|ditolak|membantah|selain|kecuali|sulit|mustahil"
    r"|hampir|hanya|cuma|nyaris|lagi|non\w*|nir\w*"
    r"|mencegah|melarang|dilarang|larangan|batal|tetapi|namun|masih|jarang|nol|hilang|lepas|bebas|apa "
    r"pun|apapun|siapa pun|henti\w*"
    r"|sebelum\w*|berhenti|dihentikan|hindari|menghindari|buta|tuna\w*|keberatan|menentang|menyangkal"
    r"|mana pun|manapun|mengabaikan"
    r"|ketiadaan|ketidak\w*|luput|lolos|sekadar|melainkan|padahal|alih-alih|bukan\w*|daripada"
    r"|ketimbang|tertunda|bahkan)\b"
)
_NEVER = re.compile(
    r"\b(?:not|never|cannot|no one|nobody|nothing|without)\b|n['’]t\b|\b[Nn]o (?=[a-z])(?!longer"
    r"|doubt|more|less|fewer|\w+er than)"
)
_TARGET_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|none|nothing|nobody|nowhere|neither|nor|cannot|yet|hardly|barely"
    r"|scarcely|instead|rather"
    r"|absen\w*|bereft|devoid|wrong|apart|too \w+ (?:to|for)|regardless|irrespective|pending|silent"
    r"|degenerate|just off|other than"
    r"|un(?!il|it|iv|ion|iq|iform|anim|der|less|til|fortun|lik|veil|cle\b)\w{4,}|unlikely|unlike"
    r"|irregular\w*|irrelevant|illegal\w*|ill[- ]advised"
    r"|im(?:possib|patien|perfec|mobil|matur|balanc|polit|proper|practical|precis|moral)\w*"
    r"|invisib\w*|invalid\w*"
    r"|in(?:ab|acc|acti|ade|adv|ap|cap|cor|complet|compat|consist|defin|dir|eff|eligib|evit|experienc"
    r"|exact|finit|flex|formal|freq"
    r"|just|secur|sensi|suff|tang|toler|vari|volunt)\w*"
    r"|dis(?:ab|adv|agr|allow|appear|appro|belie|comf|conn|continu|courag|honest|like|loy|obe|pleas"
    r"|qualif|regard|resp|satis|similar|trust)\w*"
    r"|non|non(?!gov|prof)\w{3,}|misconduct|mis(?:lead|under|trust)\w*|\w{3,}less(?<!unless)(?:ly"
    r"|ness)?|asymptomatic|abnormal\w*|far from|anything but"
    r"|irre\w+|irra\w+|indisput\w*|impen\w*|impass\w*|hostile|offline|underprepared|immun\w*"
    r"|negligible)\b|n['’]t\b",
    re.IGNORECASE,
)
_SOFT = tuple(
    (re.compile(source), re.compile(rf"\b(?:{target})", re.IGNORECASE))
    for source, target in (
        (r"henti|setop", "stop|halt|ceas"),
        (r"tetap|tersisa|bertahan", "remain"),
        (r"gagal|luput|lewat|hilang|absen", r"fail|miss(?:ed|ing|es)?\b"),
        (r"tolak|nolak|tampik|enggan", "refus|reject|declin"),
        (r"bantah|[sy]angkal", r"den(?:y|ie[sd])"),
        (r"cegah|halang", "prevent"),
        (r"hindar|elak", "avoid"),
        (r"larang|cekal|haram", "bann|bans?\\b|prohib|forb"),
        (r"[sy]embunyi|rahasia", "hidden|secret"),
        (r"hingga|sampai|sebelum", "until|before"),
        (r"sedikit|kecil", "little|few|minimal"),
        (r"jarang", "rare|seldom"),
        (r"lawan|[tn]entang|oposisi", "oppos"),
        (r"kecuali|selain", "except|unless|exclu|aside|besides"),
        (r"abai", "ignor|neglect"),
        (r"kurang|minim|buruk|miskin", "lack|poor|short of|less"),
        (r"luar|habis|keluar", r"out of"),
        (r"bebas", "-?free\\b"),
        (r"hilang|kalah", "los[te]|gone|beat"),
    )
)
"""English words that may stand for a negation, unless the source has their own counterparts."""
_NOT_ONLY = re.compile(r"\b(?:tidak|tak|bukan) (?:hanya|cuma|sekadar|sekedar|saja)\b")
_ONLY = re.compile(r"\b(?:only|just|merely|simply|solely)\b", re.IGNORECASE)
_NOT_ONLY_THERE = re.compile(
    r"\b(?:not|cannot|never|more than|as well|both|also|beyond|besides|in addition|other than|nor|far "
    r"from|no)\b|n['’]t\b",
    re.IGNORECASE,
)


def check_negation(pair: Pair) -> list[Finding]:
    """A negation on one side and nothing on the other that could stand for it."""
    lowered = pair.source.lower()
    there = _NOT.findall(_NO_NEGATION.sub(" ", lowered))
    if there and _negations(lowered, pair.target, len(there)) < len(there):
        return [warning("negation", f"the source says {listed(there)}, the English has {_fewer(there)}")]
    here = _NEVER.findall(pair.target)
    if here and not _SOURCE_NEGATIVE.search(lowered):
        return [warning("negation", f"the English says “{here[0].strip()}”, the source has no negation")]
    if (
        (only := _NOT_ONLY.search(lowered))
        and _ONLY.search(pair.target)
        and not _NOT_ONLY_THERE.search(pair.target)
    ):
        return [
            warning("negation", f"the source says “{only[0]}”, the English “{_ONLY.findall(pair.target)[0]}”")
        ]
    return []


def _negations(source: str, target: str, wanted: int) -> int:
    """How many negations the English may have; soft ones count only where the plain ones do not suffice."""
    count = len(_TARGET_NEGATIVE.findall(target))
    if count < wanted:
        for there, here in _SOFT:
            if words := here.findall(target):
                count += max(0, len(words) - len(there.findall(source)))
    return count


def _fewer(words: list[str]) -> str:
    return "no negation" if len(words) == 1 else "fewer negations"

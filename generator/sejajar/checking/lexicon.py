"""What the two languages say with figures: number words, months, days of the week, currencies, units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from sejajar.checking.figures import Value


@dataclass(frozen=True)
class Lexicon:
    """One language's words for figures; all in lower case."""

    decimal: str
    units: Mapping[str, int]
    """Added up: `dua`, `twelve`, `twenty`."""
    ordinals: Mapping[str, int]
    """Added up as well, and end there in English: `kedua` (puluh), (twenty-)`first`."""
    tens: Mapping[str, int]
    """Multiply the unit before them: `puluh`, `ratus`, `hundred`; `belas` adds ten."""
    scales: Mapping[str, int]
    """Multiply all since the last scale: `ribu`, `million`."""
    parts: Mapping[str, int]
    """Denominators after a number: (`dua`) `pertiga`, (`two`) `thirds`."""
    about: Mapping[str, int]
    """Round numbers in the plural: `puluhan`, `dozens`."""
    silent: Mapping[str, tuple[Value, ...]]
    """Words that may answer a figure but need not: `sebuah`, `twice`, `decade`."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday is 0, as in `datetime`."""
    joins: frozenset[str]
    """Between the two ends of a range or the days of a list: `sampai`, `to`."""
    percent: frozenset[str]
    after_currency: Mapping[str, int]
    """Scales only in sums: `Rp5 M` is a thousand million, `$5m` a million, but `5 m` are metres."""

    @cached_property
    def starts(self) -> frozenset[str]:
        """Every word with which a figure may begin."""
        groups = (self.units, self.ordinals, self.tens, self.scales, self.about, self.silent, self.months)
        return frozenset(word for group in groups for word in group)


def _numbered(names: str, start: int = 0) -> dict[str, int]:
    """Numbers for names that are parted by `;`, other spellings by spaces."""
    groups = enumerate(names.split(";"), start)
    return {name: number for number, group in groups for name in group.split()}


_ONES = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_ID_UNITS = {word: value for value, word in enumerate(_ONES, 1)} | {
    "nol": 0,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
    "selusin": 12,
}
_ID_ORDINALS = {f"ke{word}{end}": value for word, value in _ID_UNITS.items() for end in ("", "nya")}
_ID_TOGETHER = {f"ber{word}": value for word, value in _ID_UNITS.items() if 1 < value < 11}
_ID_PERIODS = (
    "tahun bulan minggu pekan hari jam menit detik malam kali buah orang ekor pasang meter kilometer ton"
)
_ID_SILENT: dict[str, tuple[Value, ...]] = {
    **{f"se{word}": (1,) for word in _ID_PERIODS.split()},
    "pertama": (1,),
    "tunggal": (1,),
    "esa": (1,),
    "abad": (100,),
    "seabad": (100, 1),
    "dekade": (10,),
    "sedekade": (10, 1),
    "dasawarsa": (10,),
    "sedasawarsa": (10, 1),
    "milenium": (1000,),
    "setengah": (Fraction(1, 2),),
    "separuh": (Fraction(1, 2),),
    "separo": (Fraction(1, 2),),
    "paruh": (Fraction(1, 2),),
    "seperdua": (Fraction(1, 2),),
    "kuartal": (4, Fraction(1, 4)),
    "triwulan": (4, Fraction(1, 4), 3),
    "caturwulan": (4,),
    "semester": (6, Fraction(1, 2)),
    "ganda": (2,),
    "dobel": (2,),
    "sepasang": (2,),
    "pasangan": (2,),
    "pasang": (2,),
    "dwi": (2,),
    "tri": (3,),
    "lusin": (12,),
    "seperempatnya": (Fraction(1, 4),),
    "keduanya": (2,),
    "dua-duanya": (2,),
}
_ID_DIVISORS = {word: value for word, value in _ID_UNITS.items() if 1 < value < 101}
INDONESIAN = Lexicon(
    decimal=",",
    units={
        **_ID_UNITS,
        "seribu": 1000,
        "seratusan": 100,
        "seribuan": 1000,
        "sejuta": 10**6,
        "semiliar": 10**9,
        "semilyar": 10**9,
        "setriliun": 10**12,
    },
    ordinals=_ID_ORDINALS | _ID_TOGETHER,
    tens={"belas": 10, "puluh": 10, "ratus": 100, "lusin": 12},
    scales={
        "ribu": 10**3,
        "rb": 10**3,
        "juta": 10**6,
        "jt": 10**6,
        "miliar": 10**9,
        "milyar": 10**9,
        "miliard": 10**9,
        "triliun": 10**12,
        "trilyun": 10**12,
    },
    parts={f"per{word}": value for word, value in _ID_DIVISORS.items()},
    about={
        "belasan": 10,
        "puluhan": 10,
        "lusinan": 10,
        "berpuluh": 10,
        "berlusin": 10,
        "ratusan": 100,
        "beratus": 100,
        "ribuan": 10**3,
        "beribu": 10**3,
        "jutaan": 10**6,
        "berjuta": 10**6,
        "miliaran": 10**9,
        "milyaran": 10**9,
        "bermiliar": 10**9,
        "triliunan": 10**12,
    },
    silent={
        **_ID_SILENT,
        **{f"seper{word}": (Fraction(1, value),) for word, value in _ID_DIVISORS.items()},
        **{f"per{word}": (Fraction(1, value), value) for word, value in _ID_DIVISORS.items()},
    },
    months=_numbered(
        "januari jan; februari pebruari feb; maret mar; april apr; mei; juni jun; juli jul; "
        "agustus agt agu agust ags; september sept sep; oktober okt; november nopember nov; "
        "desember des",
        start=1,
    ),
    weekdays=_numbered("senin; selasa; rabu; kamis; jumat jum'at jum’at; sabtu; minggu ahad"),
    joins=frozenset(("-", "–", "—", "sampai", "hingga", "dan", "atau", "ke", "s/d", "&", "dengan", "/")),
    percent=frozenset(("%", "persen", "prosen", "pct", "persennya")),
    after_currency={"m": 10**9, "t": 10**12},
)

_EN_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        strict=True,
    )
}
_EN_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ],
        3,
    )
} | {f"{word[:-1]}ieth": value for word, value in _EN_UNITS.items() if value >= 20}
_EN_SILENT: dict[str, tuple[Value, ...]] = {
    "once": (1,),
    "single": (1,),
    "sole": (1,),
    "only": (1,),
    "another": (1,),
    "once-only": (1,),
    "both": (2,),
    "twice": (2,),
    "pair": (2,),
    "pairs": (2,),
    "couple": (2,),
    "couples": (2,),
    "duo": (2,),
    "dual": (2,),
    "twin": (2,),
    "twins": (2,),
    "either": (2,),
    "neither": (2,),
    "two-way": (2,),
    "trio": (3,),
    "triad": (3,),
    "trilogy": (3,),
    "thrice": (3,),
    "quartet": (4,),
    "quarter": (4, Fraction(1, 4), 3),
    "quarters": (4, Fraction(1, 4)),
    "quarterly": (4, 3),
    "half": (Fraction(1, 2), 2, 6),
    "halves": (Fraction(1, 2), 2),
    "halved": (Fraction(1, 2), 2),
    "halve": (Fraction(1, 2), 2),
    "fortnight": (2, 14),
    "decade": (10, 1),
    "decades": (10, ("about", 10)),
    "century": (100, 1),
    "centuries": (100, ("about", 100)),
    "millennium": (1000,),
    "millennia": (1000, ("about", 1000)),
    "dozen": (12, ("about", 10)),
    "nil": (0,),
    "no": (0,),
    "none": (0,),
    **{
        stem + end: (value,)
        for value, stem in ((2, "doubl"), (3, "tripl"), (4, "quadrupl"))
        for end in ("e", "es", "ed", "ing")
    },
    **{f"{word}fold": (value,) for word, value in _EN_UNITS.items() if value < 20},
    **{
        word: (value, 1900 + value)
        for word, value in zip(
            ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"],
            range(20, 100, 10),
            strict=True,
        )
    },
}
ENGLISH = Lexicon(
    decimal=".",
    units=_EN_UNITS,
    ordinals={"first": 1, "second": 2, **_EN_ORDINALS, "hundredth": 100},
    tens={"hundred": 100, "dozen": 12},
    scales={
        "thousand": 10**3,
        "k": 10**3,
        "million": 10**6,
        "mn": 10**6,
        "mln": 10**6,
        "billion": 10**9,
        "bn": 10**9,
        "bln": 10**9,
        "trillion": 10**12,
        "tn": 10**12,
        "trn": 10**12,
    },
    parts={"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | _EN_ORDINALS
    | {f"{word}s": value for word, value in _EN_ORDINALS.items()},
    about={
        "tens": 10,
        "dozens": 10,
        "hundreds": 100,
        "thousands": 10**3,
        "millions": 10**6,
        "billions": 10**9,
        "trillions": 10**12,
    },
    silent=_EN_SILENT,
    months=_numbered(
        "january jan; february feb; march mar; april apr; may; june jun; july jul; august aug; "
        "september sept sep; october oct; november nov; december dec",
        start=1,
    ),
    weekdays=_numbered(
        "monday mondays mon; tuesday tuesdays tue; wednesday wednesdays wed; "
        "thursday thursdays thu thurs; friday fridays fri; saturday saturdays sat; "
        "sunday sundays sun"
    ),
    joins=frozenset(("-", "–", "—", "to", "until", "till", "and", "or", "through", "&", "/")),
    percent=frozenset(("%", "percent", "pct", "percentage", "pc")),
    after_currency={"m": 10**6, "b": 10**9, "t": 10**12},
)

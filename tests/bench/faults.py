"""Faults to be put into right English, blind to the rules: by patterns of their own and a fixed seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Change = Callable[[str, str, random.Random], str | None]
"""(English, Indonesian, chance) → the faulty English; nothing where there is nothing to spoil."""


@dataclass(frozen=True, slots=True)
class Fault:
    name: str
    change: Change
    rules: frozenset[str]
    """Any of these finds it."""
    least: int = 0
    """What is promised, in per cent; 0 where nothing is."""
    main: str = ""
    """The rule whose matter it is, under which it is counted."""


FIGURE_RULES = frozenset(("numbers", "money", "dates", "units"))
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = _MONTH.split("|")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|hundred)\b"
)
_NAMES = "Rahmat Whitfield Okonkwo Lindqvist Suharyono Marbun Bergamo Tashkent Delacroix".split()


def replaced(table: dict[str, str], flags: int = re.IGNORECASE) -> Change:
    """One word of a table for its other, the capital kept; both ways where the table says so."""
    forms = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w’'-])", flags)
    known = {word.lower(): other for word, other in table.items()} if flags else table

    def change(english: str, _: str, chance: random.Random) -> str | None:
        places = list(pattern.finditer(english))
        if not places:
            return None
        at = chance.choice(places)
        other = known[at[0].lower() if flags else at[0]]
        if at[0][0].isupper() and flags:
            other = other[0].upper() + other[1:]
        return english[: at.start()] + other + english[at.end() :]

    return change


def both(*pairs: str) -> dict[str, str]:
    """`rose/fell` in both directions."""
    table: dict[str, str] = {}
    for pair in pairs:
        one, other = pair.split("/")
        table |= {one: other, other: one}
    return table


def dropped(pattern: str, flags: int = re.IGNORECASE) -> Change:
    compiled = re.compile(pattern, flags)

    def change(english: str, _: str, chance: random.Random) -> str | None:
        places = list(compiled.finditer(english))
        if not places:
            return None
        gone = chance.choice(places)
        return re.sub(r"  +", " ", english[: gone.start()] + english[gone.end() :]).strip()

    return change


def digit_changed(english: str, _: str, chance: random.Random) -> str | None:
    places = [match.start() for match in re.finditer(r"\d", english)]
    if not places:
        return None
    at = chance.choice(places)
    digit = chance.choice([digit for digit in "123456789" if digit != english[at]])
    return english[:at] + digit + english[at + 1 :]


def day_and_month_swapped(english: str, _: str, chance: random.Random) -> str | None:
    dates = re.compile(rf"\b({_MONTH}) (\d\d?)\b(?!,?\d)|\b(\d\d?) ({_MONTH})\b")
    places = [date for date in dates.finditer(english) if 0 < int(date[2] or date[3]) < 13]
    places = [date for date in places if _MONTHS.index(date[1] or date[4]) + 1 != int(date[2] or date[3])]
    if not places:
        return None
    date = chance.choice(places)
    month, day = _MONTHS[int(date[2] or date[3]) - 1], _MONTHS.index(date[1] or date[4]) + 1
    new = f"{month} {day}" if date[1] else f"{day} {month}"
    return english[: date.start()] + new + english[date.end() :]


def currency_changed(english: str, _: str, chance: random.Random) -> str | None:
    words = r"(?:rupiah|dollars|dollar|euros|pounds|yen|ringgit)\b"
    sums = re.compile(rf"(?:Rp|US\$|\$|€|£)(?= ?\d)|(?<=\d ){words}|(?<=lion ){words}")
    other = {"Rp": "US$", "US$": "Rp", "$": "€", "€": "$", "£": "$", "rupiah": "dollars"} | {
        "dollars": "rupiah",
        "dollar": "euro",
        "euros": "dollars",
        "pounds": "dollars",
        "yen": "yuan",
        "ringgit": "rupiah",
    }
    places = list(sums.finditer(english))
    if not places:
        return None
    at = chance.choice(places)
    return english[: at.start()] + other[at[0]] + english[at.end() :]


def _shared_names(english: str, indonesian: str) -> list[re.Match[str]]:
    """Capitalised words inside a sentence that stand in the source as well."""
    shared = {
        word for word in re.findall(r"[^\W\d_]{4,}", indonesian) if word[0].isupper() and word[1:].islower()
    }
    return [
        match
        for match in re.finditer(r"(?<=[a-z,] )[A-Z][^\W\d_]{3,}", english)
        if match[0] in shared and match[0] not in _MONTHS
    ]


def name_replaced(english: str, indonesian: str, chance: random.Random) -> str | None:
    places = _shared_names(english, indonesian)
    if not places:
        return None
    gone = chance.choice(places)[0]
    return re.sub(rf"\b{gone}\b", chance.choice(_NAMES), english)


def names_swapped(english: str, indonesian: str, chance: random.Random) -> str | None:
    names = list(dict.fromkeys(match[0] for match in _shared_names(english, indonesian)))
    if len(names) < 2:
        return None
    one, two = chance.sample(names, 2)
    return re.sub(rf"\b(?:{one}|{two})\b", lambda at: two if at[0] == one else one, english)


def name_misspelt(english: str, indonesian: str, chance: random.Random) -> str | None:
    places = [match for match in _shared_names(english, indonesian) if len(match[0]) > 4]
    if not places:
        return None
    at = chance.choice(places)
    letter = chance.randrange(1, len(at[0]) - 1)
    other = chance.choice([char for char in "bdfgklmnprstvz" if char != at[0][letter]])
    return english[: at.start() + letter] + other + english[at.start() + letter + 1 :]


def numbers_swapped(english: str, _: str, chance: random.Random) -> str | None:
    places = list(_NUMBER.finditer(english))
    values = list(dict.fromkeys(place[0] for place in places))
    if len(values) < 2:
        return None
    one, two = chance.sample(values, 2)
    first = next(place for place in places if place[0] == one)
    second = next(place for place in places if place[0] == two)
    left, right = sorted((first, second), key=lambda place: place.start())
    return (
        english[: left.start()]
        + right[0]
        + english[left.end() : right.start()]
        + left[0]
        + english[right.end() :]
    )


_ENDED = re.compile(r"(?<=[a-z0-9][.!?])[\"”]? (?=[\"“]?[A-Z])")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gen|vs)|[ap]\.m)\.$")


def sentence_dropped(english: str, _: str, __: random.Random) -> str | None:
    ends = [end for end in _ENDED.finditer(english) if not _SHORT.search(english[: end.start()])]
    if not ends:
        return None
    following = ends[1].end() if len(ends) > 1 else len(english)
    return (english[: ends[0].start()] + " " + english[following:]).strip()


def clause_dropped(english: str, _: str, chance: random.Random) -> str | None:
    """What stands between a comma and the next one or the end, of six words or more."""
    places = [match for match in re.finditer(r", [^,.]+(?=[,.])", english) if len(match[0].split()) > 6]
    if not places:
        return None
    gone = chance.choice(places)
    return english[: gone.start()] + english[gone.end() :]


def third_cut(english: str, _: str, __: random.Random) -> str | None:
    words = english.split()
    return " ".join(words[: len(words) * 2 // 3]).rstrip(",;") + "." if len(words) > 11 else None


def percent_to_points(english: str, _: str, chance: random.Random) -> str | None:
    if re.search(r"percentage points?", english):
        return re.sub(r"percentage points?", "percent", english, count=1)
    places = list(re.finditer(r"(?<=\d)(?:%| percent\b| per cent\b| pct\b)", english))
    if not places:
        return None
    at = chance.choice(places)
    return english[: at.start()] + " percentage points" + english[at.end() :]


def unit_swapped(english: str, _: str, chance: random.Random) -> str | None:
    """Another unit after the same number."""
    others = both(
        *("kilometres/miles", "kilometers/miles", "km/miles", "metres/feet", "meters/feet"),
        *("kilograms/pounds", "kg/lb", "tonnes/kilograms", "tons/kilograms", "hectares/acres"),
        *("litres/gallons", "liters/gallons", "hours/days", "minutes/hours", "weeks/months"),
        *("years/months", "days/weeks", "centimetres/inches", "centimeters/inches", "cm/inches"),
        *("Celsius/Fahrenheit", "barrels/litres", "grams/ounces", "seconds/minutes"),
    )
    pattern = re.compile(rf"(?<=\d[ -])(?:{'|'.join(sorted(others, key=len, reverse=True))})\b")
    places = list(pattern.finditer(english))
    if not places:
        return None
    at = chance.choice(places)
    return english[: at.start()] + others[at[0]] + english[at.end() :]


_SPEECH = r"said|says|told reporters|added|stated|explained|noted|announced"


def speaker_dropped(english: str, indonesian: str, chance: random.Random) -> str | None:
    """`…, Budi Santoso said` without its speaker: the clause goes."""
    name = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}"
    told = rf",[”\"']? (?:(?:[A-Z][\w.'-]+ ){{1,4}}(?:{_SPEECH})|(?:{_SPEECH}) {name})(?=[.,])"
    return dropped(rf"{told}|\b[Aa]ccording to {name},? ", 0)(english, indonesian, chance)


OUTLETS = (
    *("Reuters", "BBC", "CNN", "Xinhua", "Antara", "Kompas", "Tempo", "Associated Press", "Bloomberg"),
    *("Al Jazeera", "The Guardian", "The New York Times", "Washington Post", "AFP", "TASS", "Tribun"),
    *("Daily Mail", "Fox News", "NBC", "ABC", "CBS", "Wall Street Journal", "The Times", "Detik"),
)


def outlet_replaced(english: str, indonesian: str, chance: random.Random) -> str | None:
    found = [outlet for outlet in OUTLETS if re.search(rf"\b{outlet}\b", english) and outlet in indonesian]
    if not found:
        return None
    other = chance.choice([outlet for outlet in OUTLETS if outlet not in english])
    return re.sub(rf"\b{chance.choice(found)}\b", other, english)


_NEGATIONS = (
    r"(?:(?<=did)|(?<=do)|(?<=does)|(?<=is)|(?<=was)|(?<=are)|(?<=were)|(?<=has)|(?<=had)|(?<=have)|(?<=could)"
    r"|(?<=would)|(?<=should))n['’]t\b| not\b| never\b|\bno |\bwithout | yet\b"
)
_ALLEGED = (
    r"\b(?:allegedly|alleged|reportedly|suspected|suspect|supposedly|purported|accused of|believed to) "
)
_NATIONS = both(
    *("American/Russian", "British/French", "Chinese/Japanese", "German/Italian", "Australian/Canadian"),
    *("Malaysian/Thai", "Israeli/Iranian", "Indian/Pakistani", "Spanish/Portuguese", "Saudi/Egyptian"),
)
_COUNTRIES = both(
    *("United States/Russia", "China/Japan", "Germany/Italy", "Australia/Canada", "Malaysia/Thailand"),
    *("Israel/Iran", "India/Pakistan", "Spain/Portugal", "France/Britain", "Singapore/Vietnam", "US/UK"),
)
INSTITUTIONS = (
    *("KPK", "Constitutional Court", "Supreme Court", "Ministry of Finance", "Finance Ministry"),
    *("Bank Indonesia", "House of Representatives", "National Police", "Attorney General's Office"),
    *("United Nations", "World Bank", "IMF", "NATO", "European Union", "ASEAN", "WHO", "UNESCO", "WTO"),
    *("World Health Organization", "FIFA", "UEFA", "FBI", "CIA", "NASA", "Pentagon", "State Department"),
    *("Congress", "Senate", "Parliament", "Foreign Ministry", "Health Ministry", "Red Cross", "Interpol"),
    *("Security Council", "International Criminal Court", "Federal Reserve", "European Central Bank"),
    *("Pertamina", "Garuda Indonesia", "BPS", "OJK", "BMKG", "Kremlin", "Taliban", "Hamas", "Hezbollah"),
    *("White House", "Army", "Navy", "police", "Ministry of Health", "Ministry of Foreign Affairs"),
    *("European Parliament", "European Commission", "Amnesty International", "Human Rights Watch"),
    *("Ministry of Defence", "Defense Ministry", "Transport Ministry", "Jakarta Stock Exchange", "Bapepam"),
)
OFFICES = both(
    *("president/governor", "prime minister/president", "minister/ambassador", "governor/mayor"),
    *("chairman/spokesman", "king/president", "mayor/minister", "director/secretary", "senator/governor"),
    *("professor/minister", "coach/captain", "judge/prosecutor", "ambassador/governor", "general/colonel"),
    *("spokesperson/chairman", "chief executive/spokesman", "secretary/director", "queen/president"),
    *("regent/governor", "commissioner/director"),
)


def institution_changed(english: str, _: str, chance: random.Random) -> str | None:
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(INSTITUTIONS, key=len, reverse=True))})\b")
    places = list(pattern.finditer(english))
    if not places:
        return None
    at = chance.choice(places)
    other = chance.choice([name for name in INSTITUTIONS if name not in english])
    return english[: at.start()] + other + english[at.end() :]


def _fault(name: str, change: Change, rules: str, least: int = 0) -> Fault:
    main = "" if name in _BEYOND else rules.split()[0]
    return Fault(name, change, frozenset(rules.split()), least, main)


_BEYOND = ("name misspelt", "two names swapped", "only dropped")
"""Kinds that the guide says no rule can see."""


_FIGURES = "numbers money dates units"


def faults() -> Iterable[Fault]:
    number_words = {"two": "three", "three": "five", "four": "six", "five": "four", "six": "nine"}
    scales = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
    yield _fault("digit changed", digit_changed, _FIGURES, 98)
    yield _fault("number dropped", dropped(_NUMBER.pattern), _FIGURES, 98)
    yield _fault("number word changed", replaced(number_words | {"seven": "six"}, 0), _FIGURES)
    yield _fault("number word dropped", dropped(_WORD_NUMBER.pattern, 0), _FIGURES)
    yield _fault("scale changed", replaced(scales, 0), _FIGURES, 95)
    yield _fault("day and month swapped", day_and_month_swapped, "dates numbers money units", 95)
    yield _fault("currency changed", currency_changed, "money numbers dates units", 95)
    yield _fault("percent dropped", dropped(r"(?<=\d)(?:%| percent\b| per cent\b| pct\b)"), "percent", 85)
    yield _fault("percent to points", percent_to_points, "percent", 85)
    yield _fault("unit swapped", unit_swapped, "units numbers", 85)
    yield _fault(
        "bounds turned",
        replaced(
            both("at least/at most", "more than/less than", "over 1/under 1")
            | {"up to": "at least", "no more than": "no less than", "nearly": "more than", "almost": "over"}
            | {"fewer than": "more than", "no less than": "no more than", "minimum": "maximum"}
            | {"maximum": "minimum"}
        ),
        "bounds opposites",
        50,
    )
    yield _fault(
        "more than to nearly",
        replaced({"more than": "nearly", "over a": "nearly a", "at least": "nearly", "exceeding": "nearly"}),
        "bounds opposites",
        50,
    )
    yield _fault("compass turned", replaced(_COMPASS), "opposites names", 50)
    yield _fault("rise and fall", replaced(_RISE, 0), "opposites", 40)
    yield _fault("before and after", replaced(both("before/after")), "opposites")
    yield _fault(
        "import and export",
        replaced(both("import/export", "imports/exports", "imported/exported", "importing/exporting")),
        "opposites",
        50,
    )
    yield _fault("won and lost", replaced(_RESULT, 0), "opposites", 50)
    yield _fault("killed and injured", replaced(_HARM), "opposites", 50)
    yield _fault(
        "arrested and released",
        replaced(both("arrested/released", "detained/freed", "arrest/release")),
        "opposites",
    )
    yield _fault(
        "accepted and rejected",
        replaced(both("accepted/rejected", "accept/reject", "approved/rejected", "agreed/refused")),
        "opposites",
    )
    yield _fault(
        "opened and closed", replaced(both("opened/closed", "open/closed", "opening/closing")), "opposites"
    )
    yield _fault("supply and demand", replaced(both("supply/demand", "supplies/demands")), "opposites")
    yield _fault(
        "bought and sold",
        replaced(both("bought/sold", "buy/sell", "buyers/sellers", "buying/selling")),
        "opposites",
    )
    yield _fault(
        "men and women", replaced(both("men/women", "man/woman", "male/female", "boy/girl")), "opposites"
    )
    yield _fault(
        "more and less", replaced(both("more/less", "higher/lower", "larger/smaller")), "opposites bounds"
    )
    yield _fault("all and some", replaced(both("all/some", "every/some")), "opposites")
    yield _fault("only dropped", dropped(r"\bonly "), "bounds hedge opposites")
    yield _fault("former dropped", dropped(r"\b(?:former |ex-)"), "offices", 85)
    yield _fault("deputy dropped", dropped(r"\b(?:deputy |vice[ -])(?=[A-Za-z])"), "offices", 85)
    yield _fault("office changed", replaced(OFFICES), "offices", 75)
    yield _fault("institution changed", institution_changed, "institutions names", 60)
    yield _fault("hedge removed", dropped(_ALLEGED), "hedge")
    yield _fault(
        "probably dropped", dropped(r"\b(?:probably|reportedly|possibly|perhaps|likely|maybe) "), "hedge"
    )
    yield _fault("may to will", replaced({"may": "will", "might": "will", "could": "will"}, 0), "hedge")
    yield _fault("negation removed", dropped(_NEGATIONS), "negation")
    yield _fault("name replaced", name_replaced, "names attribution terms institutions", 90)
    yield _fault("name misspelt", name_misspelt, "names attribution")
    yield _fault("nationality changed", replaced(_NATIONS, 0), "names")
    yield _fault("country changed", replaced(_COUNTRIES, 0), "names")
    yield _fault("two numbers swapped", numbers_swapped, "binding numbers units money percent dates", 50)
    yield _fault("two names swapped", names_swapped, "binding names attribution")
    yield _fault("speaker dropped", speaker_dropped, "attribution names length")
    yield _fault("outlet replaced", outlet_replaced, "attribution names institutions")
    yield _fault("second sentence dropped", sentence_dropped, "length")
    yield _fault("clause dropped", clause_dropped, "length numbers dates money names")
    yield _fault("third cut", third_cut, "length numbers dates money names quotes")
    yield _fault("left in Indonesian", lambda _, indonesian, __: indonesian, "language untranslated", 99)


_COMPASS = both(
    *("north/south", "northern/southern", "east/west", "eastern/western", "northeast/southwest"),
    *("northwest/southeast", "northeastern/southwestern", "northwestern/southeastern"),
)
_RISE = both(
    *("rose/fell", "rise/fall", "rises/falls", "rising/falling", "increased/decreased"),
    *("increase/decrease", "increases/decreases", "increasing/decreasing", "climbed/dropped"),
    *("grew/shrank", "growth/decline", "growing/shrinking", "gained/lost", "jumped/plunged"),
    *("raised/lowered", "strengthened/weakened", "soared/plummeted"),
)
_RESULT = both("won/lost", "win/lose", "winning/losing", "victory/defeat", "winner/loser", "wins/loses")
_HARM = both("killed/injured", "dead/injured", "deaths/injuries", "died/was injured", "killing/injuring")
FAULTS = tuple(faults())

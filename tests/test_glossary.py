"""The glossary: its file, its faults, and finding its terms."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sejajar.formats.glossary import COLUMNS, Glossary, Term, dumps, loads

HEADER = ",".join(COLUMNS) + "\n"
SMALL = Glossary(
    (
        Term("Korea", "Korea", kind="place"),
        Term("Korea Utara", "North Korea", ("DPRK",), kind="place"),
        Term("AS", "United States", ("US", "U.S."), case_sensitive=True),
        Term("swalayan", "supermarket"),
        Term("(tanda) terima", "receipt"),
    )
)


def test_a_file_is_read_with_its_lines() -> None:
    """Columns may be left out and in any order; each term knows the line it began in."""
    text = (
        '\ufeffenglish,indonesian,case,note_en\nUnited States,AS,exact,"a country,\nnot it"\n\nbeer,bir,,\n'
    )
    loaded = loads(text, "glossary.csv")
    assert loaded.problems == ()
    assert [(term.indonesian, term.english, term.line) for term in loaded.glossary.terms] == [
        ("AS", "United States", 2),
        ("bir", "beer", 5),
    ]
    assert loaded.glossary.terms[0].case_sensitive
    assert loaded.glossary.terms[0].note_en == "a country,\nnot it"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", None),
        (
            "indonesian,inggris\n",
            "g.csv:1: error glossary-columns: unknown column “inggris”; the first line is " + HEADER.strip(),
        ),
        (
            "indonesian\n",
            "g.csv:1: error glossary-columns: no column “english”; the first line is " + HEADER.strip(),
        ),
        (
            "indonesian,english,english\n",
            "g.csv:1: error glossary-columns: two columns “english”; the first line is " + HEADER.strip(),
        ),
        (
            "indonesian,english\nbir,\n",
            "g.csv:2: error glossary-row: no English term; fill the cell or take the row out",
        ),
        (
            "indonesian,english\nbir,beer,ale\n",
            "g.csv:2: error glossary-row: 3 cells in a row of 2 columns; "
            "a cell with commas stands in double quotes",
        ),
        (
            "indonesian,english,case\nbir,beer,upper\n",
            "g.csv:2: error glossary-case: case “upper” is neither “exact” nor empty; write exact or nothing",
        ),
        (
            "indonesian,english\nbir,beer\nBir,ale\n",
            "g.csv:3: error glossary-twice: “Bir” is in line 2 already; keep one of them",
        ),
        (
            'indonesian,english\nbir,beer\n"selai,jam\n',
            "g.csv:3: error glossary-csv: not readable as CSV: unexpected end of data; "
            "a cell with commas or quotes stands in double quotes",
        ),
    ],
)
def test_faults_are_named_with_their_lines(text: str, problem: str | None) -> None:
    """Each fault of a file is one problem with its line, and the good rows are kept."""
    assert [str(found) for found in loads(text, "g.csv").problems] == ([problem] if problem else [])


def test_terms_are_found_as_whole_words_the_longest_first() -> None:
    """`Korea Utara` is one term, not `Korea`; `AS` only in capitals; nothing inside a word."""
    text = "Di korea utara, as dan AS: (tanda)  terima KOREA; swalayannya, Koreana."
    assert [(text[start:end], term.english) for start, end, term in SMALL.find(text)] == [
        ("korea utara", "North Korea"),
        ("AS", "United States"),
        ("(tanda)  terima", "receipt"),
        ("KOREA", "Korea"),
    ]


def test_english_of_wants_the_whole_term() -> None:
    """`english_of` answers for a term, not for a text that holds one."""
    assert SMALL.english_of("Korea utara") == "North Korea"
    assert SMALL.english_of("AS") == "United States"
    assert SMALL.english_of("as") == ""
    assert SMALL.english_of("Korea Utara dan AS") == ""


_words = (
    st.text("abcKz éñ,;\"'-", min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: any(char.isalnum() for char in text))
)
_forms = _words.map(lambda text: text.replace(";", " ").strip()).filter(
    lambda text: any(map(str.isalnum, text))
)
_terms = st.builds(
    Term,
    _words,
    _words,
    st.lists(_forms, max_size=2).map(tuple),
    st.booleans(),
    st.sampled_from(("", "place")),
)


@given(st.lists(_terms, unique_by=lambda term: term.indonesian.casefold()).map(tuple))
def test_dumps_and_loads_give_the_same_terms(terms: tuple[Term, ...]) -> None:
    """Whatever the terms hold, writing and reading gives them back."""
    assert loads(dumps(Glossary(terms))) == (Glossary(terms), ())


@given(_words)
def test_a_term_is_found_where_it_stands(words: str) -> None:
    """A term alone between spaces is always found, whatever its letters and marks."""
    found = list(Glossary((Term(words, "x"),)).find(f"… {words} …"))
    assert found
    assert found[0].start == 2


FEW = st.text(st.sampled_from("ab_ (-)İß1.\u00a0\n"), min_size=1, max_size=6)
BEGUN = FEW.filter(lambda term: bool(re.match(r"\s*\w", term)))


@given(terms=st.lists(BEGUN, max_size=6), text=FEW | st.text())
def test_terms_stand_where_a_plain_search_finds_them(terms: list[str], text: str) -> None:
    """The longest whole phrase from each place on, in any case and spacing; the same when asked again."""
    glossary = Glossary(tuple(Term(term, "x", line=line) for line, term in enumerate(terms)))
    phrases = sorted({" ".join(term.split()) for term in terms}, key=len, reverse=True)
    expected, position = [], 0
    for place in range(len(text)):
        for phrase in phrases:
            spelt = r"\s+".join(re.escape(_low(part)) for part in phrase.split(" "))
            match = re.compile(rf"(?<!\w){spelt}(?!\w)").match(_low(text), place)
            if match and place >= position:
                expected.append(match.span())
                position = match.end()
                break
    for _ in range(2):
        assert [(match.start, match.end) for match in glossary.find(text)] == expected


def _low(text: str) -> str:
    """In lower case, letter for letter."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def test_what_is_remembered_of_texts_is_bounded() -> None:
    """A site of any size is checked with the same memory."""
    glossary = Glossary((Term("Satu", "One"),))
    for number in range(3000):
        assert len(glossary.find(f"Satu {number}")) == 1
    assert len(glossary._found) <= 500

"""No figure, however it is written, keeps the rules from answering."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sejajar.checking import check_pair

_NUMBERS = st.one_of(
    st.from_regex(r"[0-9]{1,4}([.,:/-][0-9]{1,4}){0,4}", fullmatch=True),
    st.sampled_from(
        (
            *("0", "00", "1.000", "1,000", "5/1.2.3", "1/0", "0/0", "1/1.000", "1.000/1,5", "1/", "/1"),
            *("9" * 41, "1." + "000." * 20 + "000", "9" * 5000, "0," + "0" * 5000 + "1", "1/" + "9" * 5000),
            *("2025-0-12", "31/2/2025", "99/99/9999", "24:60", "25.61", "٣٫٥", "१२", "²", "½", "1\u202f000"),
        )
    ),
)
_WORDS = st.sampled_from(
    "Rp US$ $ € juta miliar triliun ribu ratus million billion thousand hundred half setengah satu dua tiga "
    "koma point per belas puluh puluhan ribuan dozens of tens sepertiga third second Maret March Minggu "
    "Sunday pukul WIB a.m. pm jam km persen % - – / ( ) s an ke- st nd and a sampai to hingga tahun "
    "dari".split()
)
_PIECES = st.lists(
    st.tuples(_NUMBERS | _WORDS, st.sampled_from(("", " ", " ", "-", "/", "\u2009"))), max_size=12
)
figure_like = _PIECES.map(lambda pieces: "".join(word + gap for word, gap in pieces))


@given(figure_like, figure_like)
def test_no_figure_stops_the_rules(source: str, english: str) -> None:
    """Whatever stands beside, below or behind whatever: the rules answer with findings, in lines that end."""
    for finding in check_pair(source, english):
        assert len(finding.message) < 20_000


@pytest.mark.parametrize(
    "text",
    [
        "Tarif parkir Rp5.000/2 jam berlaku mulai Senin.",
        "Skor akhir 1.500/2 tercatat dalam laporan.",
        "Surat nomor 5/1.2.3 diterima panitia.",
        "Rasionya 1/1.000 penduduk.",
        "Rasionya 1,5/1.000 penduduk.",
        f"Bilangan {'9' * 5000} ditemukan.",
        f"Bilangan 1/{'9' * 5000} ditemukan.",
        f"Bilangan {'9' * 5000}/7/2025 ditemukan.",
        f"Bilangan 0,{'3' * 5000} ditemukan.",
        "Uang 5" + " juta" * 2000,
        "Ada puluhan" + " juta" * 2000,
        "Nilainya satu koma" + " dua" * 5000,
    ],
    ids=lambda text: text[:40],
)
def test_figures_that_stopped_the_rules(text: str) -> None:
    """Each of these ended in a traceback or took long, whatever the English."""
    check_pair(text, "The figure is 5,000/2 and 1/1,000, or 7/5.6.7.")
    check_pair("Angkanya 5.000/2.", text)


def test_a_share_is_found_in_its_decimals() -> None:
    """What stands over and under a slash are numbers with their marks: 1/1.000 may come as 0.001."""
    assert check_pair("Rasionya 1/1.000 saja di daerah itu.", "The ratio is just 0.001 in that area.") == ()


def test_a_long_figure_is_compared_digit_by_digit() -> None:
    """Thousands of digits are the same figure where they are the same digits, another where one differs."""
    digits = "31" * 2500
    assert check_pair(f"Angkanya {digits} tepat.", f"The figure is {digits} exactly.") == ()
    (finding,) = check_pair(f"Angkanya {digits} tepat.", f"The figure is {digits[:-1]}7 exactly.")
    shown = digits[:40]
    assert finding.message == (
        f"the source says “{shown} …” (5,000 digits), the English “{shown} …” (5,000 digits)"
    )


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_thousands_may_be_set_apart_by_a_fixed_or_narrow_space(space: str) -> None:
    """`12 500` with such a space is one figure, in either language; with a plain space it is two."""
    assert check_pair(f"Ada 12{space}500 orang.", "There are 12,500 people.") == ()
    assert check_pair("Ada 12.500,5 ton.", f"There are 12{space}500.5 tonnes.") == ()
    (finding,) = check_pair(f"Ada 12{space}500 orang.", "There are 12,600 people.")
    assert finding.message == f"the source says “12{space}500” (12,500), the English “12,600”"
    assert check_pair(f"Ada Rp12.500{space}juta di sana.", f"There is Rp12,500{space}million there.") == ()

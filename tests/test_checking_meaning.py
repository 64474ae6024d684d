"""Percent, units, bounds, offices, institutions and opposites: what they find, and what they leave alone."""

from __future__ import annotations

import pytest

from sejajar.checking import CODES, check_pair
from sejajar.formats.glossary import Glossary, Term

TERMS = Glossary(
    (
        Term("AS", "United States", ("US",), case_sensitive=True),
        Term("miliar", "billion"),
        Term("pembuat kebijakan", "policymaker"),
        Term("Jerman", "Germany"),
        Term("kebijakan", "policy"),
    )
)
RULES = frozenset(("percent", "units", "bounds", "offices", "institutions", "opposites"))


def found(indonesian: str, english: str) -> list[str]:
    findings = check_pair(indonesian, english, codes=RULES)
    return [f"{item.severity} {item.code}: {item.message}" for item in findings]


WRONG = [
    (
        "Ekspor naik 12 persen.",
        "Exports rose 12.",
        "error percent: the source says “12 persen”, the English “12” without per cent",
    ),
    (
        "Suku bunga naik 0,5 persen.",
        "The rate rose by 0.5 percentage points.",
        "error percent: the source says “0,5 persen”, the English percentage points",
    ),
    (
        "Suku bunga naik 2 poin persentase.",
        "The rate rose by 2 percent.",
        "error percent: the source says “2” and means points, the English “2 percent”",
    ),
    (
        "Jaraknya 50 km dari kota.",
        "It is 50 miles from the city.",
        "error units: the source says “50 km”, the English “50 miles”",
    ),
    (
        "Proyek itu selesai dalam tiga minggu.",
        "The project will be done in three months.",
        "error units: the source says “tiga minggu”, the English “three months”",
    ),
    (
        "Lahannya seluas 400 meter persegi.",
        "The plot measures 400 metres.",
        "error units: the source says “400 meter”, the English “400 metres”",
    ),
    (
        "Setidaknya 40 orang hadir.",
        "At most 40 people came.",
        "warning bounds: the source says “Setidaknya 40”, the English “At most”",
    ),
    (
        "Harganya hampir Rp2 juta.",
        "It costs more than Rp2 million.",
        "warning bounds: the source says “hampir Rp2 juta”, the English “more than”",
    ),
    (
        "Gubernur Jawa Tengah tiba.",
        "The mayor of Central Java arrived.",
        "warning offices: the source says “Gubernur”, the English “mayor”",
    ),
    (
        "Menteri Keuangan berbicara.",
        "The foreign minister spoke.",
        "warning offices: the source says “Menteri Keuangan”, the English “foreign minister”",
    ),
    (
        "Mantan Presiden Megawati hadir.",
        "President Megawati was there.",
        "warning offices: the source says “Mantan”, the English has no “former”",
    ),
    (
        "Wakil Ketua DPR menolak.",
        "The chairman of the House refused.",
        "warning offices: the source says “Wakil Ketua”, the English has no “deputy”",
    ),
    (
        "Plt. Bupati Cianjur hadir.",
        "The regent of Cianjur was there.",
        "warning offices: the source says “Plt”, the English has no “acting”",
    ),
    (
        "Presiden Joko Widodo hadir.",
        "Former president Joko Widodo was there.",
        "warning offices: the English says “Former”, the source does not",
    ),
    (
        "KPK menggeledah kantor itu.",
        "The police searched the office.",
        "warning institutions: the source names “KPK”, the English “police”",
    ),
    (
        "Bank Dunia memberi pinjaman.",
        "The IMF gave a loan.",
        "warning institutions: the source names “Bank Dunia”, the English “IMF”",
    ),
    (
        "Kementerian Kesehatan mengumumkannya.",
        "The Ministry of Trade announced it.",
        "warning institutions: the source names “Kementerian Kesehatan”, the English “Ministry of Trade”",
    ),
    (
        "Harga beras turun.",
        "The price of rice rose.",
        "warning opposites: the source says “turun”, the English “rose”",
    ),
    (
        "Hujan turun di pesisir selatan pulau itu.",
        "Rain fell on the northern coast of the island.",
        "warning opposites: the source says “selatan”, the English “northern”",
    ),
    (
        "Impor kedelai dihentikan.",
        "Soybean exports were stopped.",
        "warning opposites: the source says “Impor”, the English “exports”",
    ),
    (
        "Timnas menang lagi.",
        "The national team lost again.",
        "warning opposites: the source says “menang”, the English “lost”",
    ),
    (
        "Dua orang tewas.",
        "Two people were injured.",
        "warning opposites: the source says “tewas”, the English “injured”",
    ),
    (
        "Tersangka ditangkap kemarin.",
        "The suspect was released yesterday.",
        "warning opposites: the source says “ditangkap”, the English “released”",
    ),
    (
        "Dari utara ke utara lagi.",
        "From the north to the south again.",
        "warning opposites: the source says “utara”, the English “south”",
    ),
]


@pytest.mark.parametrize(("indonesian", "english", "message"), WRONG)
def test_a_turned_meaning_is_found(indonesian: str, english: str, message: str) -> None:
    """Each of these would mislead a reader, and is named with both sides."""
    assert found(indonesian, english) == [message]


RIGHT = [
    ("Inflasi 2 sampai 2,5 persen.", "Inflation of 2% to 2.5%."),
    ("Naik 10, 20, dan 30 persen.", "Up by 10, 20 and 30 percent."),
    ("Ia di urutan kedua dengan 32 persen.", "He came second with 32 percent."),
    ("Seperempat, yaitu 25 persen, hilang.", "A quarter, or 25 per cent, is lost."),
    ("Kecepatannya 80 km/jam.", "Its speed is 80 kilometres an hour."),
    ("Luasnya 20 km2.", "It covers 20 square kilometres."),
    ("Usianya 5 tahun.", "He is 5."),
    ("Lima kaki lima di jalan itu tutup.", "Five stalls in that street are closed."),
    ("Tidak kurang dari 40 orang hadir.", "At least 40 people came."),
    ("Paling lama 3 hari.", "No more than 3 days."),
    ("Lebih dari 20 orang, hampir separuh penumpang.", "Over 20 people, almost half of the passengers."),
    ("Wakil rakyat itu hadir.", "The lawmaker was there."),
    ("Wapres Ma'ruf Amin hadir.", "Vice President Ma'ruf Amin was there."),
    ("Eks Menteri Agama ditahan.", "An ex-religious affairs minister was detained."),
    ("Dirut Pertamina hadir.", "Pertamina's president director was there."),
    ("Menlu AS Marco Rubio tiba.", "US Secretary of State Marco Rubio arrived."),
    ("Jaksa Agung hadir.", "The attorney general was there."),
    ("Polda Metro Jaya menangkapnya.", "Jakarta police arrested him."),
    ("Komisi Pemberantasan Korupsi memeriksanya.", "The KPK questioned him."),
    ("Kemenkeu menolak.", "The Ministry of Finance refused."),
    ("PBB mengecamnya.", "The United Nations condemned it."),
    ("Harga naik lalu turun.", "Prices rose and then fell."),
    ("Ia naik pesawat ke Medan.", "He took a plane to Medan and fell asleep."),
    ("Persib mengalahkan Persija.", "Persija lost to Persib."),
    ("Kanye West tiba di Sumatera Utara.", "Kanye West arrived in North Sumatra."),
    ("Pria dan wanita diterima.", "Men and women are accepted."),
]


@pytest.mark.parametrize(("indonesian", "english"), RIGHT)
def test_a_right_translation_is_left_alone(indonesian: str, english: str) -> None:
    """Other words for the same, both poles on both sides, and idioms are no finding."""
    assert found(indonesian, english) == []


def said(indonesian: str, english: str, glossary: Glossary = TERMS) -> list[str]:
    """Every rule's findings."""
    return [
        f"{item.severity} {item.code}: {item.message}" for item in check_pair(indonesian, english, glossary)
    ]


WRONG_OTHERWISE = [
    (
        "Kecelakaan itu menyebabkan 14 orang tewas dan 3 orang luka.",
        "The accident left 3 people dead and 14 people injured.",
        "warning binding: the source says “14” before “3”, the English the other way round",
    ),
    (
        "“Kami siap,” ujar Sutopo Nugroho.",
        "“We are ready.”",
        "warning attribution: the source quotes “Sutopo Nugroho”, the English does not name them",
    ),
    (
        "Hal itu dilaporkan Reuters kemarin.",
        "That was reported by Xinhua yesterday.",
        "error attribution: the source names “Reuters”, the English “Xinhua”",
    ),
    (
        "Pasukan Rusia mundur dari kota.",
        "Chinese troops withdrew from the city.",
        "warning names: the source names “Rusia”, the English “Chinese”",
    ),
    (
        "Hujan mungkin turun besok.",
        "Rain falls tomorrow.",
        "warning hedge: the source says “mungkin”, the English states it as a fact",
    ),
    (
        "Ia dikabarkan pindah ke Medan.",
        "He moved to Medan.",
        "warning hedge: the source says “dikabarkan”, the English states it as a fact",
    ),
    (
        "Pemerintah bisa menaikkan harga.",
        "The government will raise prices.",
        "warning hedge: the source says “bisa”, the English “will”",
    ),
]


@pytest.mark.parametrize(("indonesian", "english", "message"), WRONG_OTHERWISE)
def test_what_belongs_together_stays_together(indonesian: str, english: str, message: str) -> None:
    """Numbers with what they count, words with who says them, and how sure that is."""
    assert said(indonesian, english) == [message]


RIGHT_OTHERWISE = [
    ("Harga naik dari 22 menjadi 37 persen.", "Prices rose to 37 percent from 22."),
    ("Dari 45 kota, 31 kota banjir.", "31 out of 45 cities are flooded."),
    ("Umat Syiah di Praha bertemu di Rumah Sakit Umum.", "Shiites in Prague met at the General Hospital."),
    ("Pantai Gading menang atas Pantai Emas.", "Ivory Coast won against the Gold Coast."),
    ("Ia tidak berhasil; rumahnya tanpa atap.", "He failed; his house is roofless."),
    ("Ia bukannya pulang, malah pergi.", "Instead of going home he left."),
    ("Dia menyebutnya ''gila'' kemarin.", 'He called it "crazy" yesterday.'),
    ("“Kami siap,” kata Budi. “Kami", "“We are ready,” said Budi. “We"),
    ("Nilainya 1,3 miliar dolar.", "It is worth one-point-three billion dollars."),
    ("Penduduknya 6,5 juta orang.", "Its population is six-and-a-half million."),
    ("Harganya Rp 220 juta.", "It costs Rp 220 millions."),
    ("Rapat dimulai pukul 12.00 GMT.", "The meeting begins at 1200 GMT."),
    ("Sepertiganya perempuan.", "A third of them are women."),
    ("Dua pertiganya hilang.", "Two thirds of it are missing."),
    ("Pedagang kaki lima digusur.", "Street vendors were evicted."),
    ("Ia minta belas kasihan.", "He begged for mercy."),
    ("Bentuknya segi enam.", "It is hexagonal."),
    ("Sekolah dua bahasa itu tutup.", "The bilingual school is closed."),
    ("Nilainya 12 miliar dolar AS.", "It is worth $12bn."),
    ("Utusan AS tiba.", "The U.S. envoy arrived."),
    ("Para pembuat kebijakan bertemu.", "Policy makers met."),
    ("Pemerintah Jerman menolak.", "The German government refused."),
    ("Kebijakannya banyak.", "Its policies are many."),
    ("Orang bisa melihatnya; itu akan mungkin.", "People can see it; that will be possible."),
]


@pytest.mark.parametrize(("indonesian", "english"), RIGHT_OTHERWISE)
def test_other_words_for_the_same_are_left_alone(indonesian: str, english: str) -> None:
    """What the editor of a right translation would not want to read."""
    assert said(indonesian, english) == []


def test_the_two_sides_may_change_places() -> None:
    """*A beat B* is *B lost to A*, but not *A lost to B*."""
    assert said("Persib mengalahkan Persija.", "Persija lost to Persib.") == []
    assert said("Persib mengalahkan Persija.", "Persib lost to Persija.") == [
        "warning opposites: the source says “mengalahkan”, the English “lost”"
    ]


def test_a_rule_that_is_switched_off_says_nothing() -> None:
    """And one that is switched on says what it always says."""
    pair = ("Harga beras turun 3 persen.", "The price of rice rose by 3.")
    assert {item.code for item in check_pair(*pair)} == {"percent", "opposites"}
    assert {item.code for item in check_pair(*pair, codes=frozenset(CODES) - {"opposites"})} == {"percent"}

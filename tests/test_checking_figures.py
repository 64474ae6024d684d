"""Numbers, units, money and dates: what counts as the same figure in both languages, and what does not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sejajar.checking import check_pair
from sejajar.language.figures import Value, parse_digits
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.reading import read

FIGURE_RULES = ("numbers", "units", "money", "dates")


def found(indonesian: str, english: str) -> list[str]:
    """The findings of the four rules, as `severity code: message`."""
    findings = check_pair(indonesian, english)
    return [f"{item.severity} {item.code}: {item.message}" for item in findings if item.code in FIGURE_RULES]


RIGHT = [
    ("Harga naik 1.234,5 poin.", "Prices rose 1,234.5 points."),
    ("Area itu menampung 20 ribu wisatawan.", "The area holds 20,000 tourists."),
    ("Area itu menampung 20rb wisatawan.", "The area holds twenty thousand tourists."),
    ("Anggaran Rp1,5 triliun disetujui.", "The Rp1.5 trillion budget was approved."),
    ("Anggaran Rp 1.500.000 disetujui.", "A budget of 1.5 million rupiah was approved."),
    ("Utangnya Rp5 M.", "His debt is 5 billion rupiah."),
    ("Nilainya 2 juta 500 ribu rupiah.", "It is worth 2.5 million rupiah."),
    ("Harganya US$ 1,870 per ton.", "It costs US$1,870 a ton."),
    ("Bantuan 12 juta dolar AS tiba.", "Aid of $12 million arrived."),
    ("Bantuan 12 juta dolar Singapura tiba.", "Aid of 12 million Singapore dollars arrived."),
    ("Pendapatan Rp 1 sampai 2 miliar.", "Income of Rp 1 billion to 2 billion."),
    ("Inflasi 2 sampai 2,5 persen.", "Inflation of 2% to 2.5%."),
    ("Usianya dua puluh lima tahun.", "He is 25 years old."),
    ("Seratus lima orang hadir.", "One hundred and five people came."),
    ("Ada seribu dua ratus kursi.", "There are 1,200 seats."),
    ("Setengah juta warga mengungsi.", "Half a million residents fled."),
    ("Rapat berlangsung dua setengah jam.", "The meeting lasted two and a half hours."),
    ("Pertumbuhan dua koma lima persen.", "Growth of 2.5 per cent."),
    ("Sekitar 1/3 pemilih abstain.", "About a third of voters abstained."),
    ("Dua pertiga anggota setuju.", "Two-thirds of the members agreed."),
    ("Puluhan juta orang menonton.", "Tens of millions of people watched."),
    ("Ribuan warga dan ratusan polisi hadir.", "Thousands of residents and hundreds of police came."),
    ("Belasan rumah rusak.", "More than a dozen houses were damaged."),
    ("Beratus-ratus pohon tumbang.", "Hundreds of trees fell."),
    ("Kedua negara sepakat.", "The two countries agreed."),
    ("Salah satu dari ketiganya menang.", "One of the three won."),
    ("Ia satu-satunya saksi setahun lalu.", "He was the only witness a year ago."),
    ("Edisi ke-80 pada abad ke-20.", "The 80th edition in the twentieth century."),
    ("Pelari kedua belas tiba.", "The twelfth runner arrived."),
    ("Kuartal III 2015 mencatat laba.", "The third quarter of 2015 made a profit."),
    ("Pada 1990-an harga turun.", "Prices fell in the 1990s."),
    ("Timnas menang 2-1 dengan formasi 4-3-3.", "The national team won 2-1 in a 4-3-3."),
    ("Musim 2023-2024 dimulai.", "The 2023/24 season began."),
    ("Naik sembilan kali lipat.", "It rose ninefold."),
    ("Boeing 777-200ER dan Pantsir-S1 di G20.", "A Boeing 777-200ER and a Pantsir-S1 at the G20."),
    ("Kadar PM2,5 naik.", "PM2.5 levels rose."),
    ("Mesin 8.000cc.", "An 8,000cc engine."),
    ("Wisatawan itu lulusan S1.", "The tourist holds a bachelor's degree."),
    ("Rapat pukul 22.00 WIB.", "The meeting is at 10 p.m. WIB."),
    ("Rapat pukul 17:50 WIB.", "The meeting is at 5:50 p.m."),
    ("Rapat pukul 5 sore.", "The meeting is at 5 p.m."),
    ("Rapat pukul 00.00.", "The meeting is at midnight."),
    ("Rapat pukul 08.45 WITA.", "The meeting is at 8:45 a.m. Central Indonesia Time."),
    ("Penerbangan 8 jam itu batal.", "The eight-hour flight was cancelled."),
    ("Pada Minggu (20/7/2025) ia tiba.", "He arrived on Sunday (July 20, 2025)."),
    ("Pada 20 Juli 2025 ia tiba.", "He arrived on 20 July 2025."),
    ("Pada Jumat (6/11) ia tiba.", "He arrived on Friday (November 6)."),
    ("Di Cibitung (11/6) ia tiba.", "He arrived in Cibitung (11/6)."),
    ("Pada 23 - 25 Februari 2020 hujan.", "It rained on February 23-25, 2020."),
    ("Pada 30 dan 31 Januari rapat.", "They meet on January 30 and 31."),
    ("Februari-Juli 2020 sepi.", "February to July 2020 were quiet."),
    ("Pada Maret, sejak tanggal 6, ia absen.", "He has been absent since March 6."),
    ("Pekan lalu dan minggu depan libur.", "Last week and next week are holidays."),
    ("Malam Minggu ramai.", "Saturday night was busy."),
    ("Anginnya 64 km per jam.", "The wind was 40 mph (64 km per hour)."),
    ("Lagu itu dari Six Flags.", "The song is from Six Flags."),
    ("Perahu itu ke Kepulauan Seribu.", "The boat went to the Thousand Islands."),
    ("Harganya Rp 10.000,00 per kilo.", "It costs Rp 10,000.00 a kilo."),
    ("Sekitar 1.000-an orang dan Rp300-an triliun.", "About 1,000 people and around Rp300 trillion."),
    ("Usianya 40-an tahun.", "He is in his forties."),
    ("Usianya 40-an tahun.", "He is in his 40s."),
    ("Sejak tahun 90-an dan era 1980-an.", "Since the 1990s and the eighties."),
    ("HUT ke-79 RI pada 17 Agustus 2024.", "Indonesia's 79th Independence Day on August 17, 2024."),
    ("UU Nomor 12 Tahun 2022 Pasal 5 ayat (2).", "Article 5 paragraph (2) of Law No. 12 of 2022."),
    ("Museum buka pukul 08.00-16.00.", "The museum is open from 8 a.m. to 4 p.m."),
    ("Museum buka pukul 08.00 sampai 16.00.", "The museum is open from 8 a.m. to 4 p.m."),
    ("Museum buka jam 08.00 s.d. 16.00.", "The museum is open from 8 a.m. to 4 p.m."),
    ("Seratusan warga dan seribuan buruh hadir.", "About a hundred locals and a thousand workers came."),
    ("Tiga ratusan mahasiswa hadir.", "About three hundred students came."),
    ("Harganya Rp189-230 jutaan.", "It costs around Rp189-230 million."),
    ("Belasan ribu ikan mati.", "More than ten thousand fish died."),
    ("Status naik dari Level II ke Level III.", "The status rose from Level 2 to Level III."),
    ("Acara pukul 19.30-21.00 WIB.", "The event runs from 7:30 p.m. to 9 p.m. WIB."),
    ("Acara pukul 19.30 hingga 21.00 WIB.", "The event runs from 19:30 to 21:00 Western Indonesia Time."),
    ("Naik 25 basis poin menjadi 5,75 persen.", "Up 25 basis points to 5.75 percent."),
    ("Gempa magnitudo 6,2 pada kedalaman 10 km.", "A magnitude 6.2 quake at a depth of 10 km."),
    ("Satu dari lima anak.", "One in five children."),
    ("Naik dua kali lipat.", "It doubled."),
    ("Naik 2,5 kali lipat.", "It rose 2.5 times."),
    ("Jam 3 dini hari ia bangun.", "He woke at 3 a.m."),
    ("Selama 24 jam penuh.", "For a full 24 hours."),
    ("Satu setengah tahun kemudian.", "A year and a half later."),
    ("Lahan 5.000 meter persegi.", "A plot of 5,000 square metres."),
    ("Di KM 58 Tol Jakarta-Cikampek.", "At KM 58 of the Jakarta-Cikampek toll road."),
    ("Nilainya Rp1.234.567,89.", "It is worth Rp1,234,567.89."),
    ("Hubungi 0812-3456-7890.", "Call 0812-3456-7890."),
    (
        "Transaksi US$1,2 miliar atau sekitar Rp19,5 triliun.",
        "A US$1.2 billion deal, or about Rp19.5 trillion.",
    ),
    ("Suku bunga turun menjadi 4,75%.", "The rate fell to 4.75 per cent."),
    (
        "Ia memperoleh 58,6% suara, unggul atas lawannya dengan 24,9%.",
        "He won 58.6% of the vote, ahead of his rival's 24.9%.",
    ),
    ("Sidang dilanjutkan Senin pekan depan (14/7).", "The trial resumes next Monday (July 14)."),
    ("Rabu dini hari dan Selasa malam.", "Early Wednesday and Tuesday night."),
    ("Peristiwa G30S 1965.", "The 1965 G30S events."),
    ("Pesawat Sukhoi Su-35 dan F-16.", "Sukhoi Su-35 and F-16 jets."),
    ("Kapal itu membawa 12 ABK WNI.", "The ship carried 12 Indonesian crew members."),
    ("Komisi III DPR dan Komisi I.", "House Commission III and Commission I."),
    ("Presiden ketujuh RI Joko Widodo.", "Indonesia's seventh president, Joko Widodo."),
    ("Presiden ke-7 RI.", "The 7th president."),
    ("Ia dihukum 5 tahun 6 bulan penjara.", "He was sentenced to five years and six months in prison."),
    ("Kerugian negara Rp 2,1 T.", "State losses of Rp 2.1 trillion."),
    ("Kerugian negara Rp 500 juta.", "State losses of Rp 0.5 billion."),
    ("Lebih dari separuh warga.", "More than half of residents."),
    ("Lebih dari 50 persen warga.", "More than half of residents."),
    ("Seperempat warga.", "A quarter of residents."),
    ("25 persen warga.", "A quarter of residents."),
    ("Ia mencetak dua gol pada menit ke-34 dan ke-78.", "He scored twice, in the 34th and 78th minutes."),
    ("Kelompok tujuh negara G7.", "The Group of Seven (G7)."),
    ("Dana sebesar 100 ribu euro.", "A sum of 100,000 euros."),
    ("Dana sebesar €2,5 juta.", "A sum of €2.5m."),
    ("Dana senilai 3 juta poundsterling.", "£3m in funds."),
    ("Dana senilai 5 miliar yen.", "5bn yen in funds."),
    ("Nilai tukar Rp16.350 per dolar AS.", "The exchange rate is Rp16,350 to the dollar."),
    (
        "Rupiah menguat 35 poin atau 0,22 persen ke Rp16.315.",
        "The rupiah gained 35 points, or 0.22%, to 16,315.",
    ),
    ("Pada semester I-2025 ekonomi tumbuh.", "In the first half of 2025 the economy grew."),
    ("Pada kuartal II/2025 ekonomi tumbuh 5,12% yoy.", "In Q2 2025 the economy grew 5.12% year on year."),
    ("Tiga perempat warga.", "Three quarters of residents."),
    ("Dua belas orang tewas dan puluhan luka.", "Twelve people died and dozens were injured."),
    ("Ratusan ribu orang mengungsi.", "Hundreds of thousands were displaced."),
    ("Beberapa ribu orang hadir.", "Several thousand people attended."),
    ("Hari pertama dan hari kedua.", "The first day and the second day."),
    ("Ia berusia 17 tahun.", "The 17-year-old."),
    ("Anak ketiga dari lima bersaudara.", "The third of five children."),
    ("Ia akan berusia seabad.", "He will turn 100."),
    ("Tepat pukul 12.00 siang.", "At exactly noon."),
    (
        "Sabtu, 5 Juli 2025, pukul 10.00 WITA.",
        "Saturday, July 5, 2025, at 10:00 a.m. Central Indonesia Time.",
    ),
    ("Jumat-Minggu (11-13 Juli 2025).", "Friday to Sunday (July 11-13, 2025)."),
    ("Jumat-Minggu (11-13/7/2025).", "Friday to Sunday (July 11-13, 2025)."),
    ("Pada 31 Desember 2024-1 Januari 2025.", "From December 31, 2024 to January 1, 2025."),
    ("Antara Maret dan Mei 2024.", "Between March and May 2024."),
    ("Ia mungkin datang.", "He may come."),
    ("Pada 1 Mei.", "On May Day, May 1."),
    ("Tinggi gelombang 2,5-4 meter.", "Waves of 2.5 to 4 metres."),
    ("Suhu 32-34 derajat Celsius.", "Temperatures of 32-34 degrees Celsius."),
    ("Skuad 23 pemain, empat di antaranya kiper.", "A 23-man squad, four of them goalkeepers."),
    ("Peringkat 118 FIFA.", "118th in the FIFA rankings."),
    ("Dari 1,2 juta menjadi 900 ribu.", "From 1.2 million to 900,000."),
    ("Rp12 ribu-Rp15 ribu per kilogram.", "Rp12,000 to Rp15,000 per kilogram."),
    ("Rp 12-15 ribu per kg.", "Rp 12,000-15,000 a kilo."),
    ("Ia menjabat dua periode (2014-2024).", "He served two terms (2014-2024)."),
    ("Juara tiga kali berturut-turut.", "Champions three times in a row."),
    ("Keempat terdakwa divonis.", "The four defendants were convicted."),
    ("Kedua belah pihak.", "Both sides."),
    ("Tak satu pun selamat.", "None survived."),
    ("Nol kasus.", "No cases."),
    ("Tiada duanya.", "Second to none."),
    ("Pertamina memproduksi 1 juta bph.", "Pertamina produces 1 million bpd."),
    ("Satu juta barel per hari.", "1 million barrels a day."),
    ("Uang muka nol persen.", "Zero percent down payment."),
    ("Sejak 2 tahun silam.", "Since two years ago."),
    ("Misi Apollo 11 pada 1969.", "The Apollo 11 mission in 1969."),
    ("Ia lahir 1 Januari 1970 silam.", "He was born on January 1, 1970."),
    ("Pada usia 80 tahun 5 bulan.", "At the age of 80 years and 5 months."),
    ("Bus itu melaju 100 km/jam.", "The bus was doing 100 km/h."),
    ("Diskon 50% + 20%.", "A 50% + 20% discount."),
    ("Film 2 jam 15 menit itu.", "The two-hour, 15-minute film."),
    ("Ia pulang Minggu depan.", "He goes home next week."),
    ("Hari Minggu ia pulang.", "He went home on Sunday."),
    ("Pada minggu ini.", "This week."),
    (
        "Sebanyak 1,5 juta orang, atau seperlima penduduk.",
        "Some 1.5 million people, or a fifth of the population.",
    ),
    ("Sekali setahun.", "Once a year."),
    ("Setahun dua kali.", "Twice a year."),
    ("Ia minum sebotol air dan sepiring nasi.", "He had one bottle of water and one plate of rice."),
    ("Satu per satu pergi.", "They left one by one."),
    ("Mereka berdua pergi.", "The two of them left."),
    ("Dua hingga tiga kali.", "Two or three times."),
]


@pytest.mark.parametrize(("indonesian", "english"), RIGHT)
def test_the_same_figure_said_otherwise_is_no_finding(indonesian: str, english: str) -> None:
    """Values are compared, not how each language writes them."""
    assert found(indonesian, english) == []


WRONG = [
    (
        "Tiga ratusan mahasiswa hadir.",
        "About three thousand students came.",
        ["error numbers: the source says “Tiga ratusan” (300), the English “three thousand” (3,000)"],
    ),
    (
        "Status naik dari Level II ke Level III.",
        "The status rose from Level II to Level IV.",
        ["warning numbers: the source says “III” (3), the English “IV” (4)"],
    ),
    (
        "Museum buka pukul 08.00-16.00.",
        "The museum is open from 8 a.m. to 6 p.m.",
        ["error numbers: the source says “16.00” (16:00), the English “6 p.m.” (18:00)"],
    ),
    (
        "Area itu menampung 20 ribu wisatawan.",
        "The area holds 2 thousand tourists.",
        ["error numbers: the source says “20 ribu” (20,000), the English “2 thousand” (2,000)"],
    ),
    (
        "Jumlahnya 1.234 orang.",
        "They were 1.234 people.",
        ["error numbers: the source says “1.234” (1,234), the English “1.234”"],
    ),
    (
        "Naik 2,5 persen.",
        "It rose 2,5 percent.",
        [
            "error numbers: the source says “2,5 persen” (2.5), "
            "the English “2,5 percent”, which is no English number"
        ],
    ),
    (
        "Tiga pemain cedera.",
        "Four players are injured.",
        ["warning numbers: the source says “Tiga” (3), the English “Four” (4)"],
    ),
    (
        "Sebanyak 29 penerbangan batal.",
        "Flights were cancelled.",
        ["error numbers: the source says “29”, the English has no such figure"],
    ),
    (
        "Penerbangan batal.",
        "Twenty-nine flights were cancelled.",
        ["warning numbers: the English says “Twenty-nine” (29), the source has no such figure"],
    ),
    (
        "Skornya 3-3.",
        "The score was 3.",
        ["warning numbers: the source says “3” twice, the English once"],
    ),
    (
        "Ada 6 (enam) kursi.",
        "There are six seats.",
        ["warning numbers: the source says “6” twice, the English once"],
    ),
    (
        "Ia ditahan 20 hari mulai 20 Februari.",
        "He is held for days from February 20.",
        ["error numbers: the source says “20”, the English has no such figure"],
    ),
    (
        "Puluhan juta orang menonton.",
        "Tens of thousands of people watched.",
        [
            "error numbers: the source says “Puluhan juta” (about 10,000,000), "
            "the English “Tens of thousands” (about 10,000)"
        ],
    ),
    (
        "Dua pertiga anggota setuju.",
        "Three-quarters of the members agreed.",
        ["warning numbers: the source says “Dua pertiga” (2/3), the English “Three-quarters” (0.75)"],
    ),
    (
        "Rapat pukul 22.00 WIB.",
        "The meeting is at 10 a.m. WIB.",
        ["error numbers: the source says “22.00” (22:00), the English “10 a.m.” (10:00)"],
    ),
    (
        "Rapat pukul 08.00 WITA.",
        "The meeting is at 8 a.m. Eastern Indonesia Time.",
        ["error numbers: the source gives the time in WITA, the English in WIT"],
    ),
    (
        "Ia naik Boeing 777-200ER.",
        "He took a Boeing 737-200ER.",
        ["error numbers: the source says “777”, the English “737”"],
    ),
    (
        "Anggaran Rp1,5 triliun disetujui.",
        "The Rp1.5 billion budget was approved.",
        [
            "error money: the source says “Rp1,5 triliun” (1,500,000,000,000), "
            "the English “Rp1.5 billion” (1,500,000,000)"
        ],
    ),
    (
        "Utangnya Rp5 miliar.",
        "His debt is US$5 billion.",
        ["error money: the source says “Rp5 miliar” (IDR), the English “US$5 billion” (USD)"],
    ),
    (
        "Utangnya Rp5 miliar.",
        "His debt is 5 billion.",
        ["warning money: the source says “Rp5 miliar” (IDR), the English “5 billion” without the currency"],
    ),
    (
        "Jaraknya 100 km.",
        "It is 62 miles away.",
        ["warning units: the source says “100 km”, the English has converted it to “62 miles”"],
    ),
    (
        "Suhunya 30 derajat Celsius.",
        "It is 86 degrees Fahrenheit.",
        [
            "warning units: the source says “30 derajat Celsius”, "
            "the English has converted it to “86 degrees Fahrenheit”"
        ],
    ),
    (
        "Ia tiba pada 6 Maret 2025.",
        "He arrived on 3 June 2025.",
        ["error dates: the source says “6 Maret” (6 March), the English “3 June”"],
    ),
    (
        "Ia tiba pada 20 Februari dan pergi 11 Maret.",
        "He arrived on February 11 and left on March 11.",
        ["error dates: the source says “20 Februari” (20 February), the English “February 11” (11 February)"],
    ),
    (
        "Ia tiba pada Kamis.",
        "He arrived on Friday.",
        ["error dates: the source says “Kamis”, the English “Friday”"],
    ),
    (
        "Ia tiba pada Kamis.",
        "He arrived.",
        ["warning dates: the source says “Kamis”, the English has no such day"],
    ),
    (
        "Ia tiba pada 21 Juli 2025.",
        "He arrived on Sunday, July 21, 2025.",
        ["error dates: the English says “Sunday”, but 21 July 2025 is a Monday"],
    ),
    (
        "Ia tiba pada Minggu (21/7/2025).",
        "He arrived on July 21, 2025, a Sunday.",
        ["warning dates: the source says “Minggu”, but 21 July 2025 is a Monday"],
    ),
]


@pytest.mark.parametrize(("indonesian", "english", "messages"), WRONG)
def test_another_figure_is_a_finding_that_quotes_both(
    indonesian: str, english: str, messages: list[str]
) -> None:
    """The message says what stands on either side, and what was read there."""
    assert found(indonesian, english) == messages


@pytest.mark.parametrize(
    ("text", "decimal", "values"),
    [
        ("1234", ",", (1234,)),
        ("1.234,5", ",", (Fraction(12345, 10),)),
        ("1,234.5", ",", (Fraction(12345, 10),)),
        ("1.234.567", ",", (1234567,)),
        ("1,870", ",", (Fraction(187, 100), 1870)),
        ("2.5", ",", (Fraction(5, 2),)),
        ("0,125", ",", (Fraction(1, 8),)),
        ("1,234.5", ".", (Fraction(12345, 10),)),
        ("1.234", ".", (Fraction(617, 500),)),
        ("1.234.567", ".", ()),
        ("1.234,5", ".", ()),
        ("1,00,000", ".", (100000,)),
        ("2,5", ".", ()),
    ],
)
def test_digits_are_read_as_each_language_writes_them(
    text: str, decimal: str, values: tuple[Value, ...]
) -> None:
    """Marks that are ambiguous in Indonesian print give both readings; in English they give none."""
    assert parse_digits(text, decimal) == values


def indonesian_form(number: Decimal) -> str:
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


amounts = st.one_of(
    st.integers(0, 10**13).map(Decimal), st.decimals(0, 10**7, places=1), st.decimals(0, 10**7, places=2)
)


@given(amounts, amounts)
def test_any_number_is_itself_in_both_notations_and_no_other(number: Decimal, other: Decimal) -> None:
    """A number written the Indonesian way and the English way never flags; a different one always does."""
    source = f"Nilainya {indonesian_form(number)} poin."
    assert found(source, f"It is worth {number:,} points.") == []
    assert bool(found(source, f"It is worth {other:,} points.")) == (number != other)


SCALES = (
    ("ribu", "thousand", 10**3),
    ("juta", "million", 10**6),
    ("miliar", "billion", 10**9),
    ("triliun", "trillion", 10**12),
)


@given(st.integers(2, 999), st.sampled_from(SCALES), st.sampled_from(SCALES))
def test_a_scale_is_part_of_the_value(
    count: int, scale: tuple[str, str, int], other: tuple[str, str, int]
) -> None:
    """`20 ribu` is `20 thousand` and `20,000`, and no other scale's number."""
    source = f"Nilainya Rp{count} {scale[0]}."
    assert found(source, f"It is worth Rp{count} {scale[1]}.") == []
    assert found(source, f"It is worth {count * scale[2]:,} rupiah.") == []
    assert bool(found(source, f"It is worth Rp{count} {other[1]}.")) == (scale != other)


def in_indonesian(number: int) -> str:
    ones = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
    if number < 12:
        return ones[number]
    if number < 20:
        return f"{ones[number - 10]} belas"
    for size, word in ((10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            count, rest = divmod(number, size)
            head = f"se{word}" if count == 1 and size in (100, 1000) else f"{in_indonesian(count)} {word}"
            return f"{head} {in_indonesian(rest)}" if rest else head
    raise AssertionError(number)


def in_english(number: int) -> str:
    ones = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen"
    ).split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if number < 20:
        return ones[number]
    if number < 100:
        return tens[number // 10 - 2] + (f"-{ones[number % 10]}" if number % 10 else "")
    for size, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            count, rest = divmod(number, size)
            join = " and " if size == 100 else " "
            return f"{in_english(count)} {word}" + (f"{join}{in_english(rest)}" if rest else "")
    raise AssertionError(number)


@given(st.integers(0, 999_999_999))
def test_number_words_are_read_in_both_languages(number: int) -> None:
    """Every number in words, Indonesian or English, is read as one figure of that value."""
    for text, lexicon in ((in_indonesian(number), INDONESIAN), (in_english(number), ENGLISH)):
        assert [figure.values for figure in read(text, lexicon)] == [frozenset({number})], text


_MONTHS = (
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
)


@given(st.dates(), st.sampled_from(("{d} {id} {y}", "{d}/{m}/{y}")), st.booleans())
def test_any_date_is_the_same_in_every_form(day: object, form: str, american: bool) -> None:
    """A date in words or digits agrees with the English in either order."""
    year, month, number = (int(part) for part in str(day).split("-"))
    names = _MONTHS[month - 1]
    if year < 1000:
        year += 1000
    date = form.format(d=number, m=month, y=year, id=names[0])
    english = f"{names[1]} {number}, {year}" if american else f"{number} {names[1]} {year}"
    assert found(f"Ia tiba pada {date} di sana.", f"He arrived there on {english}.") == []

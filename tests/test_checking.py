"""The rules that are not about figures, one pair at a time and over a briefing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sejajar.catalogs import briefing, sync
from sejajar.checking import CODES, Checked, Finding, check, check_counting, check_pair
from sejajar.checking.finding import without_repeats
from sejajar.formats.catalog import loads
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import Article, Catalog, Kind, Metadata, Paragraph, Segment, Severity, empty, filled

GLOSSARY = Glossary(
    (
        Term("AS", "United States", ("US", "U.S."), case_sensitive=True),
        Term("swalayan", "supermarket"),
        Term("Dewan Keamanan", "Security Council"),
        Term("Kompas", "Kompas Daily"),
    )
)


def found(indonesian: str, english: str) -> list[str]:
    return [
        f"{item.severity} {item.code}: {item.message}" for item in check_pair(indonesian, english, GLOSSARY)
    ]


RIGHT = [
    ("Menurut Lavrov, Rusia dan Ukraina sepakat.", "According to Lavrov, Russia and Ukraine agreed."),
    ("Ia lahir di Yerusalem dan tinggal di Meksiko.", "He was born in Jerusalem and lives in Mexico."),
    ("Presiden Belanda dan Menteri Luar Negeri tiba.", "The Dutch president and the foreign minister came."),
    ("Dewan Keamanan bersidang soal AS.", "The Security Council met about the U.S."),
    ("Banyak swalayan tutup.", "Many supermarkets closed."),
    ("Ia naik pesawat AS itu sebagai tamu.", "He boarded the US aircraft as a guest."),
    ("“Kami siap,” kata Budi.", "'We are ready,' Budi said."),
    ("“Kami siap,” kata Budi.", '"We are ready," Budi said.'),
    ("Harga naik, dilansir The Moscow Times.", "Prices rose, The Moscow Times reported."),
    ("Harga naik, dilansir Kompas.", "Prices rose, the Kompas Daily reported."),
    ("Ia tidak hadir.", "He was absent."),
    ("Hal itu tidak mungkin.", "That is impossible."),
    ("Ia belum tiba.", "He has yet to arrive."),
    ("Tidak hanya murah, tetapi juga enak.", "It is not only cheap but also good."),
    ("Tak lama kemudian ia tiba.", "Soon afterwards he arrived."),
    ("Rumah itu dibangun tanpa izin.", "The house was built without a permit."),
    ("Ia diduga menerima suap.", "He allegedly took bribes."),
    ("Polisi menahan tersangka itu.", "Police detained the suspect."),
    ("Ia dilaporkan tewas.", "He was reported dead."),
    ("Kenaikan itu tidak terduga.", "The rise was unexpected."),
    ("Lihat [laporan](https://contoh.id/a) itu.", "See the [report](https://contoh.id/a)."),
    ("Kata *itu* **penting**.", "That *word* is **important**."),
    ("Sri Mulyani", "Sri Mulyani"),
    ("Baden Baden indah.", "Baden Baden is beautiful."),
    ("Ia bilang bahwa itu benar.", "He said that that was right."),
    ("Ia tiba. Ia pergi lagi sesudahnya.", "He came. He left again afterwards."),
    ("Warga Jawa Tengah bermain di Wina.", "Residents of Central Java played in Vienna."),
    ("Pemerintah Belanda dan Jerman sepakat.", "The Dutch and the German governments agreed."),
    ("Pasukan Korut menyerang Papua Nugini.", "North Korean troops attacked Papua New Guinea."),
    ("Dilansir dari media Rusia, ia mundur.", "According to Russian media, he stepped down."),
    ("Mengutip Kementerian Kesehatan, ia sembuh.", "Citing the Health Ministry, he has recovered."),
]


@pytest.mark.parametrize(("indonesian", "english"), RIGHT)
def test_a_right_translation_is_no_finding(indonesian: str, english: str) -> None:
    """What good translators do is left alone."""
    assert found(indonesian, english) == []


WRONG = [
    (
        "Airlangga Hartarto bertemu Howard Lutnick di Washington.",
        "Airlangga Hartarto met Scott Bessent in Washington.",
        ["warning names: the source names “Howard”, the English “Scott”"],
    ),
    (
        "Indonesia dan Jerman sepakat.",
        "Indonesia and Norway agreed.",
        ["warning names: the source names “Jerman”, the English “Norway”"],
    ),
    (
        "Presiden Korea Utara tiba.",
        "The president of South Korea arrived.",
        ["warning opposites: the source says “Utara”, the English “South”"],
    ),
    (
        "Sebelas orang tewas dan dua hilang; polisi belum datang.",
        "Eleven people died and two are missing; the police have come.",
        ["warning negation: the source says “belum”, the English has no negation"],
    ),
    (
        "Menurut Lavrov, perundingan berjalan baik.",
        "According to Whitfield, the talks went well.",
        ["warning names: the source names “Lavrov”, the English “Whitfield”"],
    ),
    (
        "Banyak swalayan tutup.",
        "Many stores closed.",
        ["warning terms: the source says “swalayan”, the English has no “supermarket”"],
    ),
    (
        "Utusan AS tiba.",
        "The envoy of America arrived.",
        ["warning terms: the source says “AS”, the English has no “United States” or “US” or “U.S.”"],
    ),
    (
        "“Kami sudah siap sejak pagi,” kata Budi.",
        "Budi said they had been ready since morning.",
        ["warning quotes: the source quotes one passage, the English nothing"],
    ),
    (
        "Budi berkata, “Kami siap,” lalu pergi.",
        "Budi said, “We are ready, and left.",
        ["warning quotes: the English has a quotation mark without its other half"],
    ),
    (
        "Budi berkata bahwa mereka siap dan mampu bekerja.",
        "Budi said, “We are ready and able,” and “we can do the work” as well.",
        ["warning quotes: the English quotes 2 passages, the source nothing"],
    ),
    (
        "Harga beras naik lagi, dilansir The Moscow Times.",
        "Rice prices rose again, reports say.",
        ["error attribution: the source names “The Moscow Times” as its source, the English does not"],
    ),
    (
        "Ia tidak hadir.",
        "He was there.",
        ["warning negation: the source says “tidak”, the English has no negation"],
    ),
    (
        "Ia tidak hadir dan belum minta maaf.",
        "He did not come and has apologised.",
        ["warning negation: the source says “tidak” and “belum”, the English has fewer negations"],
    ),
    (
        "Ia hadir di sana.",
        "He was not there.",
        ["warning negation: the English says “not”, the source has no negation"],
    ),
    (
        "Tidak hanya murah tetapi enak.",
        "It is only cheap but good.",
        ["warning negation: the source says “tidak hanya”, the English “only”"],
    ),
    (
        "Ia diduga menerima suap.",
        "He took bribes.",
        ["warning hedge: the source says “diduga”, the English states it as a fact"],
    ),
    (
        "Tersangka diduga menerima suap.",
        "The suspect took bribes.",
        ["warning hedge: the source says “tersangka” and “diduga”, the English hedges less"],
    ),
    (
        "Mereka bersedia membantu dan melatih pilot.",
        "Mereka bersedia membantu dan melatih para pilot.",
        ["error language: the English “Mereka bersedia membantu dan melatih para pilot.” is Indonesian"],
    ),
    (
        "Mereka siap membantu. Instruktur itu sudah bekerja di sana.",
        "They are ready to help. Instruktur itu sudah bekerja di sana.",
        ["error language: “Instruktur itu sudah bekerja di sana.” is still Indonesian"],
    ),
    (
        "Korut ekspor produk makanan",
        "Korut ekspor produk makanan",
        ["error untranslated: the English is the source: “Korut ekspor produk makanan”"],
    ),
    (
        "Aksi itu menyelesaikan pertentangan mereka.",
        "The action settled their pertentangan.",
        ["warning untranslated: “pertentangan” is left from the source"],
    ),
    (
        "Pemerintah menambah anggaran pangan dan meminta daerah segera menyalurkannya kepada warga "
        "yang paling membutuhkan di pelosok.",
        "The government raised the budget.",
        ["error length: the source has 125 characters, the English only 33: text was lost"],
    ),
    (
        "Pemerintah menambah anggaran pangan untuk daerah. Warga menyambut baik langkah itu.",
        "The government has raised the food budget for regions.",
        ["warning length: the English has nothing for “Warga menyambut baik langkah itu.”"],
    ),
    (
        "Harga beras kembali naik di pasar.",
        "Rice prices rose again in the market, which traders put down to rain, and nobody knows how long.",
        [
            "warning negation: the English says “nobody”, the source has no negation",
            "warning length: the source has 34 characters, the English 96: text may have been added",
        ],
    ),
    (
        "Lihat [laporan](https://contoh.id/a) itu.",
        "See the [report](https://contoh.id/b).",
        [
            "error markup: the source links to “https://contoh.id/a”, the English does not",
            "error markup: the English links to “https://contoh.id/b”, the source does not",
        ],
    ),
    (
        "Kata itu **penting**.",
        "That word is **important.",
        ["error markup: the English opens strong emphasis and does not close it"],
    ),
    (
        "Kata *itu* penting.",
        "That word is important.",
        ["warning markup: the source marks emphasis once, the English nowhere"],
    ),
    (
        "Ini rumah Budi.",
        "This is Budi&#39;s house.",
        ["error markup: the English has the HTML entity “&#39;”"],
    ),
    (
        "Mereka tiba kemarin.",
        "They arrived they arrived yesterday.",
        ["warning doubled: “They arrived they arrived” says the same twice"],
    ),
    (
        "Para petani menunggu hujan turun di sawah. Harga gabah terus naik di pasar.",
        "The farmers wait for rain in the fields. The farmers wait for rain in the fields.",
        ["warning doubled: the English has “the farmers wait for rain in the fields.” twice"],
    ),
]


@pytest.mark.parametrize(("indonesian", "english", "messages"), WRONG)
def test_a_wrong_translation_is_named(indonesian: str, english: str, messages: list[str]) -> None:
    """Each finding quotes what it is about."""
    assert found(indonesian, english) == messages


@pytest.mark.parametrize("english", ["", "   "])
def test_a_missing_english_is_no_finding(english: str) -> None:
    """What is untranslated is counted elsewhere."""
    assert check_pair("Ada 20 ribu orang.", english) == ()


def article(*texts: str) -> Article:
    blocks = tuple(Paragraph(Segment(Kind.PARAGRAPH, text, line=9 + at)) for at, text in enumerate(texts))
    return Article(
        "content/a/article.id.md",
        Metadata(date(2025, 7, 20)),
        Segment(Kind.TITLE, "Judul", line=5),
        (),
        blocks,
    )


def catalog_of(source: Article, *english: str) -> Catalog:
    """The article's catalog with a machine's English for its paragraphs."""
    catalog = sync(empty("content/a/article.en.po"), source)
    made = dict(
        zip((segment.key for segment in source.segments if segment.text != "Judul"), english, strict=True)
    )
    entries = tuple(
        filled(entry, made.get(entry.key, ""), "google", date(2025, 7, 21)) for entry in catalog.entries
    )
    return replace(catalog, entries=entries)


def test_findings_stand_at_the_entry_or_at_the_segment() -> None:
    """A problem has the catalog's line once the entry is in its file, and before that the article's."""
    source = article("Ada 20 ribu orang.")
    (problem,) = check(briefing(source, catalog_of(source, "There were 2,000 people.")), Glossary())
    assert str(problem) == (
        "content/a/article.id.md:9: error numbers: the source says “20 ribu” (20,000), the English “2,000”"
    )
    assert problem.segment == "Ada 20 ribu orang."

    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#, fuzzy\nmsgctxt "paragraph"\n'
    po += 'msgid "Ada 20 ribu orang."\nmsgstr "There were 2,000 people."\n'
    catalog, _ = loads(po, "content/a/article.en.po")
    assert catalog is not None
    (problem,) = check(briefing(source, catalog), Glossary())
    assert problem.location.path == "content/a/article.en.po"
    assert problem.location.line in (4, 5)


def test_a_silenced_rule_is_left_out_and_counted() -> None:
    """A person's answer holds for that rule in that entry alone."""
    source = article("Ada 20 ribu orang.", "Ada 30 ribu orang.")
    catalog = catalog_of(source, "There were 2,000 people.", "There were 3,000 people.")
    entries = tuple(
        replace(entry, silenced=(("numbers", "the outlet corrected itself"),))
        if "20" in entry.msgid
        else entry
        for entry in catalog.entries
    )
    checked = check_counting(briefing(source, replace(catalog, entries=entries)), Glossary())
    assert checked.silenced == 1
    assert [problem.segment for problem in checked.problems] == ["Ada 30 ribu orang."]


def test_silencing_what_is_no_rule_is_said() -> None:
    """A misspelt code would silence nothing, so it is a warning with all the codes."""
    source = article("Ada 20 ribu orang.")
    catalog = catalog_of(source, "There were 20,000 people.")
    entries = tuple(replace(entry, silenced=(("number", "checked"),)) for entry in catalog.entries)
    problems = check(briefing(source, replace(catalog, entries=entries)), Glossary())
    assert [str(problem) for problem in problems if problem.location.line == 9] == [
        "content/a/article.id.md:9: warning unknown-rule: “number” is silenced, but there is no such rule; "
        "the rules are " + ", ".join(CODES)
    ]


def test_stale_english_is_not_held_against_the_new_text() -> None:
    """It was made for another text; that it is stale is reported elsewhere."""
    old, new = article("Ada 20 ribu orang di sana."), article("Ada 30 ribu orang di sana.")
    catalog = catalog_of(old, "There were 20,000 people there.")
    assert check_counting(briefing(new, catalog), Glossary()) == Checked((), 0)


def test_an_address_with_parentheses_is_read_whole() -> None:
    """A link to `…/Aceh_(provinsi)` is one address, whole, and no part of the text that readers see."""
    source = "Ia lahir di [Aceh](https://id.wikipedia.org/wiki/Aceh_(provinsi)) pada masa itu."
    assert (
        check_pair(source, source.replace("Ia lahir di", "He was born in").replace("pada masa itu", "then"))
        == ()
    )
    other = "He was born in [Aceh](https://id.wikipedia.org/wiki/Aceh_(kota)) at that time."
    assert [finding.message for finding in check_pair(source, other)] == [
        "the source links to “https://id.wikipedia.org/wiki/Aceh_(provinsi)”, the English does not",
        "the English links to “https://id.wikipedia.org/wiki/Aceh_(kota)”, the source does not",
    ]


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("The harvest in East Java began.", ["terms"]),
        ("The harvest in West Java began in the east.", []),
        ("The harvest in Java began.", ["terms"]),
    ],
)
def test_findings_that_repeat_each_other_are_one(english: str, said: list[str]) -> None:
    """“Barat” for “East” is the mistake of “Jawa Barat”, said once by the rule that quotes more of it."""
    glossary = Glossary((Term("Jawa Barat", "West Java"),))
    assert [item.code for item in check_pair("Panen di Jawa Barat dimulai.", english, glossary)] == said


def test_an_error_is_no_repetition_of_a_warning() -> None:
    """What stops a strict build is never left unsaid; nor is what another rule says of other words."""
    longer, shorter = "the source says “2 juta ton”, so", "the source says “2 juta”, so"
    warned, wrong = Finding("terms", Severity.WARNING, longer), Finding("numbers", Severity.ERROR, shorter)
    assert without_repeats([warned, wrong]) == (warned, wrong)
    apart = Finding("hedge", Severity.WARNING, "the source says “juta orang”, so")
    assert without_repeats([warned, apart]) == (warned, apart)
    assert without_repeats([Finding("names", Severity.WARNING, shorter), warned]) == (warned,)


def test_a_finding_keeps_the_key_of_its_pair() -> None:
    """Two segments of one text and line, of which one is wrong, cannot be mixed up."""
    source = article("Ada 20 ribu orang.")
    catalog = catalog_of(source, "There were 2,000 people.")
    checked = check_counting(briefing(source, catalog), Glossary())
    assert [key for key, _ in checked.found] == [
        segment.key for segment in source.segments if "20" in segment.text
    ]
    assert [problem for _, problem in checked.found] == list(checked.problems)

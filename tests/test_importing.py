"""Importing pasted text: what is recognised, what is reported, and that no word is lost."""
# ruff: noqa: E501  (pasted lines and whole messages are long)

from __future__ import annotations

import datetime as dt
import os
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sejajar.formats.article import dumps, loads
from sejajar.importing import Given, Recognised, decode, read_pasted
from sejajar.importing.recognising.dateline import Dateline, read_dateline
from sejajar.importing.slugs import slug_of
from sejajar.importing.sources.cleaning import clean
from sejajar.importing.sources.repairs import repaired
from sejajar.model import Article, ItemList, Paragraph, Quote, Segment, Severity, Source, Status

TODAY = dt.date(2026, 11, 23)

PASTED = """\
Pasar Ikan Sorong Terapkan Rantai Dingin, Nelayan Untung

- Pasar ikan Sorong memakai ruang pendingin bertenaga surya sejak awal pekan.
- Harga cakalang di tingkat nelayan naik 12 persen, menurut koperasi setempat.
- Pemerintah kota menyiapkan dua pasar lagi, tetapi listrik masih menjadi kendala.
Sorong, IDN Times - Pasar ikan di Kota Sorong mulai memakai ruang pendingin bertenaga surya. Pada Senin (21/7/2025), tujuh ton ikan disimpan di sana.
Selama ini sepertiga tangkapan rusak sebelum terjual. Ruang pendingin itu diharapkan menekan kerugian nelayan.
Proyek ini didanai koperasi dan hibah dari luar negeri. Pembangunannya memakan waktu delapan bulan.
1. Harga di tingkat nelayan naik
Harga cakalang naik 12 persen dalam dua pekan. Nelayan tidak lagi menjual murah pada siang hari.
Peneliti kelautan dari Universitas Papua di Manokwari, Papua Barat, Marthen Yoku menyatakan bahwa kenaikan itu wajar.
“Ikan yang dingin bisa menunggu pembeli, tetapi nelayan juga harus belajar mencatat stok,” tutur Yoku, dilansir Kabar Timur..
Sementara itu, Rina Wanma dari Koperasi Laut Kita menyebut keuntungan anggota belum merata.
2. Dua pasar lain menyusul
Melansir Pacific Fisheries Review, dua pasar di Raja Ampat akan dibangun tahun depan. Lahannya sudah tersedia.
Kapasitasnya 20 ton per hari. Angka itu dua kali lipat dari pasar pertama.
3. Listrik masih menjadi kendala

Kepala Dinas Perikanan Kota Sorong, Lukas Imbiri mengatakan bahwa pasokan listrik belum stabil pada malam hari.
“Panel surya kami cukup untuk siang. Malam hari kami masih bergantung pada genset, dan biayanya besar,” ungkapnya.
Pemerintah kota meminta tambahan baterai. Anggarannya dibahas bulan depan."""
"""Invented, in the form of the real ones: a blank line after the title and one after a heading, and a typo."""


def read(text: str, **given: object) -> Recognised:
    content = str(given.pop("content", "content"))
    told = Given(**given)  # type: ignore[arg-type]
    return read_pasted(text, path="tempel.txt", today=TODAY, content=content, given=told)


def article_of(text: str, **given: object) -> Article:
    recognised = read(text, **given)
    assert recognised.article, recognised.problems
    return recognised.article


def told(recognised: Recognised, *codes: str) -> list[str]:
    """The problems as printed; only those of `codes`, where any are named."""
    return [str(problem) for problem in recognised.problems if not codes or problem.code in codes]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def written_words(article: Article) -> Counter[str]:
    """The words of the article file as a reader of it sees them, its escapes and entities resolved."""
    text = dumps(article)
    for entity, character in (("&lt;", "<"), ("&amp;", "&"), ("&#126;", "~")):
        text = text.replace(entity, character)
    return words(re.sub(r"\\(.)", r"\1", text))


def missing(text: str, recognised: Recognised) -> Counter[str]:
    """The words that are neither in the article nor set aside."""
    assert recognised.article, recognised.problems
    aside = words(" ".join(part.text for part in recognised.aside))
    return (
        words(" ".join(clean(repaired(line)[0]) for line in text.split("\n")))
        - written_words(recognised.article)
        - aside
    )


def quotes_of(article: Article) -> list[tuple[str, str]]:
    return [
        (block.speaker.text.partition(",")[0] if block.speaker else "", block.outlet)
        for block in article.blocks
        if isinstance(block, Quote)
    ]


def shape(article: Article) -> tuple[object, ...]:
    """What an import is judged by, without the texts."""
    return (
        article.metadata.date,
        article.metadata.place,
        article.metadata.source,
        len(article.points),
        len(article.lead),
        [(section.number, len(section.blocks)) for section in article.sections],
        quotes_of(article),
    )


SHAPE = (
    dt.date(2025, 7, 21),
    "Sorong",
    Source("IDN Times"),
    3,
    3,
    [(1, 4), (2, 2), (3, 3)],
    [("Marthen Yoku", "Kabar Timur"), ("Lukas Imbiri", "")],
)


def test_an_article_of_the_usual_form_is_recognised_whole() -> None:
    """Title, points, dateline, date, lead, sections and quotes come out; the import begins as a draft."""
    article = article_of(PASTED)
    assert shape(article) == SHAPE
    assert article.path == (
        "content/2025/2025-07-21-pasar-ikan-sorong-terapkan-rantai-dingin-nelayan-untung/article.id.md"
    )
    assert article.metadata.status is Status.DRAFT
    assert article.title.text == "Pasar Ikan Sorong Terapkan Rantai Dingin, Nelayan Untung"
    assert article.points[0].text.startswith("Pasar ikan Sorong memakai")
    assert [section.heading.text for section in article.sections] == [
        "Harga di tingkat nelayan naik",
        "Dua pasar lain menyusul",
        "Listrik masih menjadi kendala",
    ]
    first = article.lead[0]
    assert isinstance(first, Paragraph)
    assert first.text.text.startswith("Pasar ikan di Kota Sorong mulai")
    assert [reference.outlet for reference in article.metadata.references] == [
        "Kabar Timur",
        "Pacific Fisheries Review",
    ]


def test_a_quote_keeps_its_paragraph_unchanged() -> None:
    """Speaker and outlet are added; the sentence stays whole, its doubled full stop too."""
    quotes = [block for block in article_of(PASTED).blocks if isinstance(block, Quote)]
    assert [segment.text for quote in quotes for segment in quote.paragraphs] == [
        line for line in PASTED.splitlines() if line.startswith("“")
    ]


def test_the_summary_and_the_problems_of_a_good_text() -> None:
    """The editor reads what was recognised and where, and only what deserves a look."""
    recognised = read(PASTED)
    assert recognised.summary == (
        "title: Pasar Ikan Sorong Terapkan Rantai Dingin, Nelayan Untung",
        "key points: 3",
        "date: 2025-07-21 (from line 6: “Senin (21/7/2025)”)",
        "place: Sorong (dateline, line 6)",
        "outlet: IDN Times (dateline, line 6)",
        "lead: 3 paragraphs",
        "sections: 3",
        "  1. Harga di tingkat nelayan naik (4 blocks, line 9)",
        "  2. Dua pasar lain menyusul (2 blocks, line 14)",
        "  3. Listrik masih menjadi kendala (3 blocks, line 17)",
        "quotes: 2",
        "  Marthen Yoku via Kabar Timur (line 12)",
        "  Lukas Imbiri (line 20)",
        "references: Kabar Timur (line 12), Pacific Fisheries Review (line 15)",
    )
    fix = "; check who speaks, and fix the line `> — …` below the quote"
    assert told(recognised) == [
        "tempel.txt:12: info unsure: the speaker's full name, Marthen Yoku, was taken from line 11" + fix,
        "tempel.txt:12: warning punctuation: there are two full stops in a row; they were kept; delete one of them",
        "tempel.txt:20: warning unsure: the quote names no speaker; Lukas Imbiri, named in line 19, was taken"
        + fix,
    ]


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(line, 72, break_long_words=False) for line in text.splitlines() if line)


VARIANTS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "a blank line between all": lambda text: "\n\n".join(line for line in text.splitlines() if line),
    "no blank line at all": lambda text: "\n".join(line for line in text.splitlines() if line),
    "three blank lines between all": lambda text: text.replace("\n", "\n \n\t\n\n"),
    "bullets": lambda text: text.replace("\n- ", "\n• "),
    "bullets without a space": lambda text: text.replace("\n- ", "\n•"),
    "bullets and tabs": lambda text: text.replace("\n- ", "\n\t•\t"),
    "bullets on lines of their own": lambda text: text.replace("\n- ", "\n•\n"),
    "stars": lambda text: text.replace("\n- ", "\n* "),
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
    "en dash": lambda text: text.replace("IDN Times - ", "IDN Times – "),
    "em dash": lambda text: text.replace("IDN Times - ", "IDN Times — "),
    "em dash, glued": lambda text: text.replace("IDN Times - ", "IDN Times—"),
    "two hyphens": lambda text: text.replace("IDN Times - ", "IDN Times -- "),
    "hyphen without the space before": lambda text: text.replace("IDN Times - ", "IDN Times- "),
    "dateline in capitals": lambda text: text.replace(", IDN Times - ", ", IDN TIMES - ").replace(
        "\nSorong,", "\nSORONG,"
    ),
    "dateline in lower case": lambda text: text.replace("Sorong, IDN Times", "sorong, idn times"),
    "month as a word": lambda text: text.replace("Senin (21/7/2025)", "Senin (21 Juli 2025)"),
    "month as a word, no brackets": lambda text: text.replace("Senin (21/7/2025)", "Senin, 21 Juli 2025"),
    "zeros and hyphens": lambda text: text.replace("(21/7/2025)", "(21-07-2025)"),
    "brackets after the number": lambda text: re.sub(r"\n(\d)\. ", r"\n\1) ", text),
    "headings glued to their numbers": lambda text: re.sub(r"\n(\d)\. ", r"\n\1.", text),
    "indented": lambda text: text.replace("\n", "\n      "),
    "no-break spaces and trailing blanks": lambda text: text.replace(", ", ",\u00a0").replace("\n", "  \n"),
    "zero-width characters": lambda text: (
        "\ufeff" + text.replace(" - ", " \u200b- ").replace("Yoku", "Yo\u00adku")
    ),
    "form feeds and line separators": lambda text: text.replace("\n1. ", "\f1. ").replace(
        "\n2. ", "\u20282. "
    ),
    "a label before the key points": lambda text: text.replace("\n- ", "\nPoin penting:\n- ", 1),
    "broken into short lines": _wrapped,
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_text_pasted_otherwise_is_the_same_article(name: str) -> None:
    """Line ends, blank lines, markers, dashes, quotation marks and spaces change nothing that is recognised."""
    recognised = read(VARIANTS[name](PASTED))
    article = recognised.article
    assert article
    assert shape(article) == SHAPE
    assert not missing(VARIANTS[name](PASTED), recognised)
    assert [part.text for part in recognised.aside] == (
        ["Poin penting:"] if name.startswith("a label") else []
    )
    assert loads(dumps(article), article.path).article == article


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("Jakarta, IDN Times - Isi.", Dateline("Jakarta", "IDN Times", "Isi.", sure=True)),
        ("Bandar Lampung, IDN Times — Isi.", Dateline("Bandar Lampung", "IDN Times", "Isi.", sure=True)),
        ("JAKARTA, KOMPAS.com – Isi.", Dateline("Jakarta", "Kompas.com", "Isi.", sure=True)),
        ("JAKARTA SELATAN, DKI JAKARTA, IDN TIMES - Isi.", Dateline("Jakarta Selatan, DKI Jakarta", "IDN Times", "Isi.", sure=True)),
        ("Mataram, NTB (ANTARA News) - Isi.", Dateline("Mataram, NTB", "ANTARA News", "Isi.", sure=True)),
        ("Bisnis.com, JAKARTA — Isi.", Dateline("Jakarta", "Bisnis.com", "Isi.", sure=True)),
        ("jpnn.com - JAKARTA - Isi.", Dateline("Jakarta", "JPNN.com", "Isi.", sure=True)),
        ("KONTAN.CO.ID -JAKARTA. Isi.", Dateline("Jakarta", "Kontan.co.id", "Isi.", sure=True)),
        ("Merdeka.com - Isi.", Dateline("", "Merdeka.com", "Isi.", sure=True)),
        ("Ulan-Ude, IDN Times - Isi.", Dateline("Ulan-Ude", "IDN Times", "Isi.", sure=True)),
        ("Sorong, Kabar Timur - Isi.", Dateline("Sorong", "Kabar Timur", "Isi.", sure=False)),
        ("Jakarta - Isi.", Dateline("Jakarta", "", "Isi.", sure=False)),
        ("Jakarta -", Dateline("Jakarta", "", "", sure=False)),
        ("Jakarta: Isi.", Dateline("Jakarta", "", "Isi.", sure=False)),
        ("Liputan6.com, Jakarta Ketua DPR hadir.", Dateline("Jakarta", "Liputan6.com", "Ketua DPR hadir.", sure=False)),
        ("Hubungan Rusia-Korut makin erat - kata pengamat.", None),
        ("Kemarin, pemerintah - yang baru dilantik - bersidang.", None),
        ("Namun, Rusia - sekutu lama - diam.", None),
        ("Presiden hadir - tetapi hanya sebentar.", None),
        ("Pada 2024–2025 produksi naik.", None),
    ],
)  # fmt: skip
def test_datelines(text: str, dateline: Dateline | None) -> None:
    """Place and outlet before a dash, in the outlets' several orders; a dash in a sentence is none."""
    assert read_dateline(text) == dateline


BODY = "Judul berita\n- Satu poin.\nJakarta, IDN Times - {}\nParagraf kedua.\n1. Bagian\nIsi bagian."


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Pada Minggu (20/7/2025) pasar dibuka.", dt.date(2025, 7, 20)),
        ("Pada Senin (21 Juli 2025) pasar dibuka.", dt.date(2025, 7, 21)),
        ("Pada Minggu, 20 Juli 2025, pasar dibuka.", dt.date(2025, 7, 20)),
        ("Pada Jum'at malam (18/07/2025) pasar dibuka.", dt.date(2025, 7, 18)),
        ("Pada Senin 24 Agustus 2015 pasar dibuka.", dt.date(2015, 8, 24)),
        ("Hari ini Kamis, tanggal 6 Maret 2025, pasar dibuka.", dt.date(2025, 3, 6)),
    ],
)
def test_a_full_date_in_the_lead_is_the_articles(lead: str, date: dt.date) -> None:
    """A date with its weekday, in figures or words, with or without brackets, is taken."""
    assert article_of(BODY.format(lead)).metadata.date == date


NO_DATE = (
    "tempel.txt: error date: the article's date is not known: the text has no date that fits its weekday; "
    "give the day it was published with --date YYYY-MM-DD"
)
CHECK = "; check the day, and give the article's date with --date YYYY-MM-DD"


@pytest.mark.parametrize(
    ("lead", "problems"),
    [
        ("Pasar dibuka.", [NO_DATE]),
        ("Pada Jumat (6/11/15) pasar dibuka.", [NO_DATE]),
        (
            "Sejak 17 Agustus 1945 pasar dibuka.",
            [f"{NO_DATE} (line 3 has “17 Agustus 1945”, without a weekday)"],
        ),
        (
            "Pada Senin (20/7/2025) pasar dibuka.",
            [
                NO_DATE,
                "tempel.txt:3: warning date: “Senin (20/7/2025)” was a Minggu, so the date was not taken"
                + CHECK,
            ],
        ),
        (
            "Pada Selasa (24/11/2026) pasar dibuka.",
            [
                NO_DATE,
                "tempel.txt:3: warning date: “Selasa (24/11/2026)” lies in the future, so it was not taken"
                + CHECK,
            ],
        ),
        (
            "Pada Rabu (31/2/2025) pasar dibuka.",
            [
                NO_DATE,
                "tempel.txt:3: warning date: “Rabu (31/2/2025)” is no day of the calendar, so it was not taken"
                + CHECK,
            ],
        ),
    ],
)
def test_a_doubtful_date_is_not_taken(lead: str, problems: list[str]) -> None:
    """Without a full date that fits, there is no article, and an error that asks for `--date`."""
    recognised = read(BODY.format(lead))
    assert recognised.article is None
    assert told(recognised) == problems
    assert "date: not found" in recognised.summary


def test_a_date_far_below_the_lead_is_taken() -> None:
    """Many an article states its day only where somebody is quoted."""
    text = BODY.format("Pasar dibuka.") + "\n“Kami siap,” kata Ana Lestari, Minggu (20/7/2025)."
    assert article_of(text).metadata.date == dt.date(2025, 7, 20)


def test_a_date_without_a_year_is_of_the_latest_that_fits() -> None:
    """`Jumat (6/11)` is of the last year in which that was a Friday; the editor is told that it is unsure."""
    recognised = read(BODY.format("Pada Jumat (6/11) pasar dibuka."))
    assert recognised.article is not None
    assert recognised.article.metadata.date == dt.date(2026, 11, 6)
    assert told(recognised) == [
        "tempel.txt:3: warning date: “Jumat (6/11)” names no year; 2026-11-06 is the latest that fits its weekday, "
        "and unsure; check it, and give the article's date with --date YYYY-MM-DD if it is another"
    ]


def test_two_dates_in_the_lead_are_reported() -> None:
    """The first is taken, and the editor is told of the other."""
    recognised = read(BODY.format("Pada Minggu (20/7/2025) pasar dibuka, setelah Sabtu (19/7/2025) tutup."))
    assert recognised.article is not None
    assert recognised.article.metadata.date == dt.date(2025, 7, 20)
    assert told(recognised) == [
        "tempel.txt:3: warning date: the text has another date, “Sabtu (19/7/2025)”; 2025-07-20 was taken; "
        "if the article is of that day, import it with --date 2025-07-19"
    ]


def test_what_is_given_goes_before_what_the_text_says() -> None:
    """Given date, outlet, place, address and tags are taken; a dateline that differs stays in its paragraph."""
    recognised = read(
        PASTED,
        date=dt.date(2025, 7, 22),
        outlet="Kabar Timur",
        place="Manokwari",
        url="https://contoh.id/ikan",
        tags=("Papua", "Perikanan"),
        content="isi",
    )
    article = recognised.article
    assert article is not None
    assert article.path.startswith("isi/2025/2025-07-22-pasar-ikan")
    assert article.metadata.source == Source("Kabar Timur", "https://contoh.id/ikan")
    assert (article.metadata.place, article.metadata.tags) == ("Manokwari", ("Papua", "Perikanan"))
    assert not words(PASTED) - written_words(article)
    assert told(recognised, "dateline") == [
        "tempel.txt:6: warning dateline: the dateline says “Sorong” and “IDN Times”, which is not what was given; "
        "it was left in its paragraph; check place and outlet, and delete it from the paragraph"
    ]
    assert recognised.summary[2] == "date: 2025-07-22 (as given)"


def test_an_address_without_an_outlet_names_its_host() -> None:
    """A source needs an outlet; without any, it is the address's host."""
    article = article_of("Judul\nIsi paragraf.", date=TODAY, url="https://www.contoh.id/x")
    assert article.metadata.source == Source("contoh.id", "https://www.contoh.id/x")


NAMED = "Ahli pangan dari Institut Laut, Jakarta, Sari Dewi Putri mengatakan pasar harus siap."


@pytest.mark.parametrize(
    ("before", "paragraph", "speaker", "outlet"),
    [
        ("", "“Kami siap,” kata Menteri Perdagangan Budi Santoso, Senin (21/7/2025).", "Budi Santoso", ""),
        ("", "“Kami siap,” ujar Juru Bicara KPK, Tessa Wijaya, Senin.", "Tessa Wijaya", ""),
        ("", "“Kami siap,” ucap Uli Parulian, Koordinator Komnas HAM.", "Uli Parulian", ""),
        ("", "“Kami siap?” tanya Ana Lestari dalam rapat.", "Ana Lestari", ""),
        ("", "“Kami siap,” demikian kata Ana Lestari.", "Ana Lestari", ""),
        ("", "“Kami siap”, kata Ana Lestari.", "Ana Lestari", ""),
        ("", "“Kami siap,” kata politikus PAN Yandri Susilo di Jakarta.", "Yandri Susilo", ""),
        ("", "“Kami siap,” kata Kapolda Metro Jaya Irjen Pol Karyoto Hadi.", "Karyoto Hadi", ""),
        ("", "“Kami siap,” jelas NORAD dalam keterangan tertulis.", "NORAD", ""),
        ("", "“Kami siap,” kata Presiden Rusia Vladimir Putin, dikutip dari TASS.", "Vladimir Putin", "TASS"),
        ("", "“Kami siap,” kata Abdullah bin Zayed, melansir Al Jazeera pada Senin.", "Abdullah bin Zayed", "Al Jazeera"),
        ("", "“Kami siap,” tegas Ana Lestari, seperti dilansir kantor berita Antara, Senin.", "Ana Lestari", "Antara"),
        ("", "“Kami siap,” terang Ana Lestari, dikutip dari keterangan tertulis.", "Ana Lestari", ""),
        ("", "“Kami siap,” Ana Lestari mengatakan.", "Ana Lestari", ""),
        ("", "“Kami siap,” kata Wakil Presiden (Wapres) Ana Lestari.", "Ana Lestari", ""),
        ("", "“Kami siap,” kata Prof. Dr. Ana Lestari, M.Si., dosen.", "Ana Lestari", ""),
        ("", "“Kami siap,” kata seorang saksi mata, Ana Lestari.", "Ana Lestari", ""),
        ("", "“Kami siap,” kata Ahmad al-Sharaa.", "Ahmad al-Sharaa", ""),
        ("", "“Kami siap,” tutur juru bicara Kementerian Luar Negeri China, Guo Jiakun.", "Guo Jiakun", ""),
        ("", "“Kami siap,” demikian pernyataan Hamas, dilansir AFP.", "Hamas", "AFP"),
        ("", "“Kami siap,” tutur pejabat yang enggan disebut namanya.", "", ""),
        ("Wali Kota Kyiv Vitali Klitschko hadir.", "“Kami siap,” imbuh Klitschko.", "Vitali Klitschko", ""),
        ("", "Menurut Ana Lestari, “Kami siap melayani pembeli.”", "Ana Lestari", ""),
        ("", "Ketua koperasi, Ana Lestari, mengatakan, “Kami siap melayani pembeli.”", "Ana Lestari", ""),
        ("", 'Ana Lestari menegaskan: "Kami siap melayani pembeli."', "Ana Lestari", ""),
        (NAMED, "“Kami siap,” papar Dewi.", "Sari Dewi Putri", ""),
        (NAMED, "“Kami siap,” imbuhnya.", "Sari Dewi Putri", ""),
        (NAMED, "“Kami siap,” pungkas dia.", "Sari Dewi Putri", ""),
        (NAMED, "“Kami siap,” sebut ahli pangan itu.", "Sari Dewi Putri", ""),
        (NAMED, "“Kami siap,” lanjut Sari Dewi Putri.", "Sari Dewi Putri", ""),
        (NAMED + "\nIa menambahkan bahwa Presiden Prabowo tahu.", "“Kami siap,” tambahnya.", "Sari Dewi Putri", ""),
        (NAMED, "“Kami siap,” jawab peserta rapat serentak.", "", ""),
        ("", "“Kami siap,” ungkapnya.", "", ""),
    ],
)  # fmt: skip
def test_who_says_a_quote(before: str, paragraph: str, speaker: str, outlet: str) -> None:
    """The verb's subject, without role and institution; a surname and an `-nya` by who was named before."""
    article = article_of(f"Judul\n{before}\n{paragraph}\nAkhir.", date=TODAY)
    assert quotes_of(article) == [(speaker, outlet)]


ROLES = [
    ("ujar Kabid Humas Polda Metro Jaya, Kombes Pol Budi Hartono, di Jakarta.", "Budi Hartono, Kabid Humas Polda Metro Jaya, Kombes Pol"),
    ("kata Kapolres Metro Jakarta Selatan Kombes Polisi Rano Siregar kepada wartawan.", "Rano Siregar, Kapolres Metro Jakarta Selatan Kombes Polisi"),
    ("ungkap Juru Bicara Pengadilan Agama kelas 1 A Blitar Edi Marwan, Sabtu (31/12/2022).", "Edi Marwan, Juru Bicara Pengadilan Agama kelas 1 A Blitar"),
    ("kata Direktur Utama PT Bank Tani (Persero) Tbk Sunarya dalam keterangan resmi.", "Sunarya, Direktur Utama PT Bank Tani Tbk"),
    ("ujar Menteri Koordinator Bidang Perekonomian Arman Hidayat usai rapat.", "Arman Hidayat, Menteri Koordinator Bidang Perekonomian"),
    ("jelas Kepala Pusat Data, Informasi dan Komunikasi Kebencanaan BNPB Abdul Karim.", "Abdul Karim, Kepala Pusat Data, Informasi dan Komunikasi Kebencanaan BNPB"),
    ("tutur anggota Komisi III DPR dari Fraksi PKS Nasrul Jamal.", "Nasrul Jamal, anggota Komisi III DPR dari Fraksi PKS"),
    ("kata Dekan Fakultas Ekonomi dan Bisnis Universitas Indonesia Tegar Darwis.", "Tegar Darwis, Dekan Fakultas Ekonomi dan Bisnis Universitas Indonesia"),
    ("kata Head of Research Mira Sekuritas Indonesia Harry Wijaya.", "Harry Wijaya, Head of Research Mira Sekuritas Indonesia"),
    ("kata analis Kiwari Sekuritas Sukarman Alam kepada Kontan.co.id, Senin (8/1).", "Sukarman Alam, analis Kiwari Sekuritas"),
    ("ujar Kepala Dinas Kesehatan (Kadinkes) Kota Depok, Novianti.", "Novianti, Kepala Dinas Kesehatan Kota Depok"),
    ("demikian disampaikan Menteri Keuangan Sri Lestari Indah.", "Sri Lestari Indah, Menteri Keuangan"),
    ("demikian dikatakan Mentan Arman pada acara itu.", "Arman, Mentan"),
    ("kata dokter spesialis anak RSCM dr. Rini Sekarsari, SpA(K).", "Rini Sekarsari, dokter spesialis anak RSCM"),
    ("tegas mantan Wakil Presiden RI ke-10 dan ke-12 Yusuf Kamil.", "Yusuf Kamil, mantan Wakil Presiden RI ke-10 dan ke-12"),
    ("kata Hasan Kristanto, Sekjen PDIP, di Jakarta.", "Hasan Kristanto, Sekjen PDIP"),
    ("ungkap Yuda Manggala selaku penyelenggara acara.", "Yuda Manggala"),
    ("ujar warga Desa Sukamaju, Karsih (45), kepada wartawan.", "Karsih, warga Desa Sukamaju"),
    ("kata Marketing Director PT Toyota-Astra Motor Rahmat Samsul.", "Rahmat Samsul, Marketing Director PT Toyota-Astra Motor"),
    ("ujar pelatih Persib Bandung Robert Alba.", "Robert Alba, pelatih Persib Bandung"),
    ("kata Mahmud MD.", "Mahmud MD"),
    ("kata pemilik akun @warga, Senin.", ""),
    ("tulis BMKG dalam keterangannya.", "BMKG"),
    ("kata salah seorang warga, Suryani.", "Suryani, warga"),
    ("kata Kapolsek Cengkareng Kompol Ardi Demas ketika dikonfirmasi.", "Ardi Demas, Kapolsek Cengkareng Kompol"),
    ("kata juru bicara Satgas Penanganan Covid-19 Wiku Aditya.", "Wiku Aditya, juru bicara Satgas Penanganan Covid-19"),
    ("papar Guru Besar Hukum Tata Negara Universitas Padjadjaran Susi Dwi Harjanti.", "Susi Dwi Harjanti, Guru Besar Hukum Tata Negara Universitas Padjadjaran"),
    ("kata Duta Besar RI untuk Ukraina Yudi Chandra.", "Yudi Chandra, Duta Besar RI untuk Ukraina"),
    ("kata Menteri Pertanian (Mentan) RI, Sahrul Yasin (SY).", "Sahrul Yasin, Menteri Pertanian RI"),
    ("kata artis Rafi Ahmadi saat ditemui.", "Rafi Ahmadi, artis"),
    ("tutur Mas Menteri.", ""),
    ("kata Jenderal Bintang Empat itu.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("attribution", "speaker"), ROLES)
def test_roles_are_cut_off_names_and_kept(attribution: str, speaker: str) -> None:
    """Role and organisation stand behind the name, whole; neither is taken for a part of it."""
    article = article_of(f"Judul\n“Kami siap melayani pembeli,” {attribution}\nAkhir.", date=TODAY)
    (quote,) = (block for block in article.blocks if isinstance(block, Quote))
    assert (quote.speaker.text if quote.speaker else "") == speaker


@pytest.mark.parametrize(
    ("before", "after", "speaker"),
    [
        ("Ketua koperasi, Ana Lestari, mengatakan sebagai berikut:", "Akhir.", "Ana Lestari"),
        (
            "Awal.",
            "Hal itu disampaikan Ketua Koperasi Ana Lestari di Sorong, Senin (21/7/2025).",
            "Ana Lestari, Ketua Koperasi",
        ),
        ("Awal.", "Demikian ditegaskan oleh Ana Lestari dalam rapat.", "Ana Lestari"),
    ],
)
def test_a_quote_alone_is_spoken_by_whom_its_neighbours_name(before: str, after: str, speaker: str) -> None:
    """`Hal itu disampaikan …` below a quote, or `… mengatakan:` above it, says who speaks."""
    article = article_of(f"Judul\n{before}\n“Kami siap melayani semua pembeli.”\n{after}", date=TODAY)
    (quote,) = (block for block in article.blocks if isinstance(block, Quote))
    assert quote.speaker
    assert quote.speaker.text == speaker


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Kapal hantu” sudah berlayar ke utara.",
        "Ia menyebut pasar itu “sangat bagus” dan ramai.",
        "Ana mengatakan “siap” kepada wartawan di Sorong kemarin.",
        "“Kami siap melayani.”",
        "“Kami siap melayani pembeli, kata mereka.",
        "Ikan itu “dingin”.",
    ],
)
def test_a_quoted_phrase_is_no_quote(paragraph: str) -> None:
    """Only a paragraph that is direct speech with who said it becomes a quote."""
    assert quotes_of(article_of(f"Judul\n{paragraph}\nAkhir.", date=TODAY)) == []


ODD = {
    "glued sentences": (
        "Mesin itu baru.Kecanggihan lain menyusul.",
        "glued-sentences: sentences were stuck together in one place, first before “Kecanggihan lain menyusul.”; "
        "each begins a paragraph now; join what belongs to one paragraph in the article file",
    ),
    "unclosed quotation": (
        "“Kami siap melayani, kata Ana.",
        "quotation-marks: a quotation mark is opened and not closed, or closed and not opened; "
        "add the missing mark, or delete the one that is too many",
    ),
    "odd straight marks": (
        'Ikan "dingin itu dijual.',
        "quotation-marks: a quotation mark is opened and not closed, or closed and not opened; "
        "add the missing mark, or delete the one that is too many",
    ),
    "two full stops": (
        "Ikan dijual..",
        "punctuation: there are two full stops in a row; they were kept; delete one of them",
    ),
    "item alone": (
        "- Ikan.",
        "list: a list begins here; its lines were kept as paragraphs; write `- ` or `1. ` at the beginning of each "
        "item, without a backslash, to make it a list",
    ),
    "lettered list": (
        "a. Ikan.\nb. Udang.",
        "list: a list begins here; its lines were kept as paragraphs; write `- ` or `1. ` at the beginning of each "
        "item, without a backslash, to make it a list",
    ),
    "short line": (
        "Layanan baru",
        "short-line: “Layanan baru” is short and has no full stop; it was kept as a paragraph; write `## ` before "
        "it if it is a heading, or delete it if it is no part of the article",
    ),
    "speech of nobody": (
        "“Kami siap melayani.”",
        "no-speaker: direct speech without a word on who says it; it was kept as a paragraph; if it is a quote, "
        "write `> ` before it and `> — Name` below",
    ),
    "quote of nobody": (
        "“Kami siap,” katanya.",
        "no-speaker: it was not found who says this quote; check who speaks, and fix the line `> — …` below the "
        "quote",
    ),
    "control characters": (
        "Ikan\x01dingin dijual.",
        "control-characters: there are characters here that cannot be shown; they were replaced by spaces; "
        "compare the line with the original",
    ),
    "misread": (
        "â€œKami siap.",
        "encoding: letters or quotation marks were misread, as if UTF-8 had been taken for Windows-1252; they were "
        "put right here; compare with the original where a word looks wrong",
    ),
}


LISTS = {
    "dashes": ("- Ikan\n- Udang", [(["Ikan", "Udang"], False)]),
    "bullets without a space": ("•Ikan\n•Udang\n•Cumi", [(["Ikan", "Udang", "Cumi"], False)]),
    "bullets on lines of their own": ("•\nIkan\n•\nUdang", [(["Ikan", "Udang"], False)]),
    "numbers": ("1. Ikan\n2. Udang", [(["Ikan", "Udang"], True)]),
    "numbers with sentences": (
        "1) Bekukan ikan lebih dahulu. Tunggu dua jam.\n2) Bungkus ikan itu.",
        [(["Bekukan ikan lebih dahulu. Tunggu dua jam.", "Bungkus ikan itu."], True)],
    ),
    "numbers that begin elsewhere": ("4. Ikan\n5. Udang", []),
    "an item alone": ("- Ikan", []),
    "lines of a conversation": ("- “Ikan ini segar?”\n- “Segar, Bu.”", []),
    "two marks": ("- Ikan\n• Udang", []),
    "letters": ("a. Ikan\nb. Udang", []),
}


@pytest.mark.parametrize("name", LISTS)
def test_lines_that_are_clearly_a_list_become_one(name: str) -> None:
    """Lines with one bullet, or numbered from 1 on, are a list; what only may be one stays, and no word goes."""
    lines, expected = LISTS[name]
    text = BODY.format("Pasar menjual:") + f"\n{lines}\nAkhir bagian."
    recognised = read(text, date=TODAY)
    article = recognised.article
    assert article
    found = [block for block in article.blocks if isinstance(block, ItemList)]
    assert [([item.text for item in one.items], one.ordered) for one in found] == expected
    assert not missing(text, recognised)
    assert loads(dumps(article), article.path).article == article
    assert bool(told(recognised, "list")) == (not expected)


@pytest.mark.parametrize("name", ODD)
def test_odd_lines_are_kept_and_reported(name: str) -> None:
    """What may not belong to the article stays in it, with a warning that names line and remedy."""
    line, problem = ODD[name]
    text = BODY.format("Pasar dibuka.") + f"\n{line}\nAkhir bagian."
    recognised = read(text, date=TODAY)
    assert [
        one for one in told(recognised) if one.startswith("tempel.txt:7: ") and one.endswith(f" {problem}")
    ]
    if name != "misread":
        assert not missing(text, recognised)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Judul\nParagraf satu.\n1. Bagian\nIsi.",
            "tempel.txt: warning no-points: no key points were found: no lines that begin with `- ` or `• ` after "
            "the title; write them below the title in the article file",
        ),
        (
            "Judul\n- Poin.\nParagraf satu.",
            "tempel.txt: warning no-sections: no sections were found: no headings such as `1. …`; "
            "write `## ` and a heading before each section's first paragraph",
        ),
        (
            "Judul\n- Poin.\nParagraf satu.",
            "tempel.txt:3: warning one-paragraph: the whole text is one paragraph; "
            "put a blank line wherever a new paragraph begins",
        ),
        (
            "Judul\nAwal.\n1. Satu\nIsi.\n3. Tiga\nIsi.",
            "tempel.txt:5: warning numbering: section 3 stands where section 2 would be; the number was kept; "
            "check whether a section is missing, or number the sections anew",
        ),
        (
            "Judul\nAwal.\n1. Satu\nIsi.\n2. Dua",
            "tempel.txt:5: warning empty-section: the heading “2. Dua” has no text below; "
            "it was kept as a paragraph; write the section's text, or delete the paragraph",
        ),
        (
            "Judul\nAwal.\n1. Satu\nIsi.\n2. Dua\n3. Tiga\nIsi.",
            "tempel.txt:5: warning empty-section: the heading “2. Dua” has no text below; "
            "it was kept as a paragraph; write the section's text, or delete the paragraph",
        ),
        (
            "Пхеньян\nAwal.",
            "tempel.txt:1: warning slug: the title has no letters that an address could be made of; the folder's "
            "name says “artikel”; rename the folder to say what the article is about",
        ),
        (
            "Judul\nSorong, Kabar Timur - Awal.",
            "tempel.txt:2: warning dateline: the words before the lead look like a dateline: “Sorong” for the place "
            "and “Kabar Timur” for the outlet was taken out of the paragraph; check place and outlet in the "
            "article's front matter",
        ),
    ],
)
def test_an_odd_shape_is_reported(text: str, problem: str) -> None:
    """What an article of this form should have and has not is a warning; the article comes all the same."""
    recognised = read(text, date=TODAY)
    assert problem in told(recognised)
    assert not missing(text, recognised)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "tempel.txt: error empty: there is no text; paste the title and, below it, the article"),
        (
            " \n\t\u200b\n",
            "tempel.txt: error empty: there is no text; paste the title and, below it, the article",
        ),
        (
            "\nJudul saja",
            "tempel.txt:2: error no-text: there is a title, but no paragraph below it; "
            "paste the whole article below its title, a paragraph a line",
        ),
        (
            "Judul\n- Poin.",
            "tempel.txt:1: error no-text: there is a title, but no paragraph below it; "
            "paste the whole article below its title, a paragraph a line",
        ),
        (
            "\x7fELF\0\0\x01",
            "tempel.txt: error binary: this is not text; save the article as plain text, in UTF-8",
        ),
    ],
)
def test_what_is_no_article_is_refused(text: str, problem: str) -> None:
    """Nothing, a lone title and binary data each get one clear error and no article."""
    recognised = read(text, date=TODAY)
    assert (recognised.article, told(recognised)) == (None, [problem])


def test_numbered_steps_are_a_list_and_no_sections() -> None:
    """Numbered lines that follow each other are a list, also where they come after real sections."""
    text = "Judul\nAwal.\n1. Satu\nIsi.\n2. Dua\nCaranya:\n1. Buka.\n2. Tutup.\n3. Ulangi.\nAkhir."
    article = article_of(text, date=TODAY)
    assert [(section.number, len(section.blocks)) for section in article.sections] == [(1, 1), (2, 3)]


def test_a_numbered_paragraph_is_no_heading() -> None:
    """A heading is a line's length and one sentence; years and figures at a line's start are no numbers."""
    text = (
        "Judul\nAwal.\n1. Harga naik tajam. Nelayan senang karena untung mereka bertambah.\n1.000 ikan.\nIsi."
    )
    assert article_of(text, date=TODAY).sections == ()


HOSTILE = (
    "*bintang* dan **tebal**", "_garis_ nama_berkas", "<b>tebal</b> & <script>alert(1)</script>", "[x](y) [z]",
    "`kode` ``ganda``", "# pagar", "> kutip", "+ tambah", "1\\. garis \\ miring\\", "![gambar](a.jpg)", "&lt; &amp; &copy;",
    "--- x", "~~coret~~ ~~~", "| a | b |", "{: .kelas }", "C#", "judul ##", "2024. Tahun", "— strip", "=====",
    "https://contoh.id/a_b_c", "<https://contoh.id>", "Harga 5 < 6 > 4", "[^1]", "a][b][c",
)  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE)
def test_markdown_in_pasted_text_is_plain_text(line: str) -> None:
    """Characters that Markdown reads as its own come back as themselves, in every place they can stand."""
    text = f"Judul {line}\n- {line} poin.\nAwal.\n{line} isi.\n1. {line} bagian\n“{line},” kata Ana Lestari.\n{line}"
    recognised = read(text, date=TODAY)
    assert not missing(text, recognised)
    article = recognised.article
    assert article
    loaded = loads(dumps(article), article.path)
    assert (loaded.article, [str(problem) for problem in loaded.problems]) == (article, [])


@given(st.text())
def test_no_text_raises(text: str) -> None:
    """Any text is read or refused with an error; whichever, without an exception."""
    recognised = read(text)
    assert recognised.article or any(problem.severity is Severity.ERROR for problem in recognised.problems)


pieces = st.one_of(
    st.sampled_from(PASTED.splitlines()),
    st.sampled_from(HOSTILE),
    st.sampled_from([line for text, _ in ODD.values() for line in text.splitlines()]),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Cf"))),
)


@given(st.lists(pieces, min_size=2, max_size=9), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_no_word_is_lost(lines: list[str], end: str) -> None:
    """Whatever lines an article is pasted from, each of its words is in the file, and the file reads back."""
    text = end.join(lines)
    recognised = read(text, date=TODAY, title="" if lines[0].strip() else "Judul")
    if article := recognised.article:
        assert not missing(text, recognised)
        assert loads(dumps(article), article.path).article == article


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    """Decoding never fails, and what it gives can be read or refused."""
    text, _ = decode(data, "tempel.txt")
    read(text, date=TODAY)


def test_bytes_that_are_not_utf8_are_windows_1252() -> None:
    """Curly quotation marks survive, and the first line that is not UTF-8 is named."""
    text, problems = decode("Judul\n“Siap,” kata Ana.".encode("cp1252"), "tempel.txt")
    assert text == "Judul\n“Siap,” kata Ana."
    assert [str(problem) for problem in problems] == [
        "tempel.txt:2: warning encoding: the text is not UTF-8; it was read as Windows-1252; look at quotation marks "
        "and letters with accents, or save the text as UTF-8 and import it again"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_decoded_without_a_word(encoding: str) -> None:
    """UTF-8 with or without its mark, and UTF-16 with one, need no warning."""
    assert decode("“Judul”".encode(encoding), "tempel.txt") == ("“Judul”", ())


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Jum’at: Café & Résumé!", "jumat-cafe-resume"),
        ("kata " * 20, "kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata"),
        ("x" * 70, "x" * 60),
        ("Пхеньян", ""),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    """An address is ASCII, lower case, hyphenated, and at most 60 characters, cut at a word."""
    assert slug_of(title) == slug


def test_segments_know_their_lines() -> None:
    """Each segment carries the line it was pasted from; the second of one text has ordinal 2."""
    article = article_of("Judul\n- Poin.\nSama.\n\nSama.\n1. Bagian\nIsi.", date=TODAY)
    segments: list[Segment] = list(article.segments)
    assert [(segment.line, segment.ordinal) for segment in segments] == [
        (1, 1), (2, 1), (3, 1), (5, 2), (6, 1), (7, 1),
    ]  # fmt: skip


def corpora() -> Path:
    folder = os.environ.get("SEJAJAR_CORPORA")
    if not folder:
        pytest.skip("SEJAJAR_CORPORA names no folder with real articles")
    return Path(folder)


def test_the_real_article_is_recognised() -> None:
    """The article that the form was taken from: its shape, its speakers, and each of its words."""
    (path,) = sorted((corpora() / "seed").glob("*.txt"))
    text, problems = decode(path.read_bytes(), path.name)
    article = article_of(text)
    assert problems == ()
    assert shape(article) == (
        dt.date(2025, 7, 20),
        "Jakarta",
        Source("IDN Times"),
        3,
        3,
        [(1, 4), (2, 4), (3, 3)],
        [("Andrei Lankov", "UNN"), ("Andriy Kovalenko", "")],
    )
    assert not words(text) - written_words(article)
    assert loads(dumps(article), article.path).article == article


def test_real_articles_keep_their_words() -> None:
    """Every article of the corpora, pages pasted whole among them, is read and written without a loss."""
    paths = sorted((corpora() / "corpora" / "articles").glob("*/*.txt"))
    assert paths
    for path in paths:
        text, _ = decode(path.read_bytes(), path.name)
        recognised = read(text, date=TODAY)
        if recognised.article is None:
            assert {one.code for one in recognised.problems if one.severity is Severity.ERROR} == {"title"}, (
                path
            )
            recognised = read(text, date=TODAY, title="Judul")
        assert not missing(text, recognised), path
        article = recognised.article
        assert article
        loaded = loads(dumps(article), article.path)
        assert loaded.article == article, path
        assert {problem.code for problem in loaded.problems} <= {"quote-attribution"}, path


def test_a_sign_before_wide_spaces_is_read() -> None:
    """A single character before a wide space, such as the sign of an item, stopped every import."""
    text = "Judul berita\n\n20 Juli 2025\n\nTeks.\n\n• \t\tDua kata\n"
    read = read_pasted(text, path="a.txt", content="content", today=TODAY)
    assert read.article is not None
    assert any("Dua kata" in segment.text for segment in read.article.segments)

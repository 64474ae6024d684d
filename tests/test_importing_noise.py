"""What a page says around its article: set aside by rules that are data, with every word accounted for."""
# ruff: noqa: E501  (pasted lines are long)

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from sejajar.importing import Given, Recognised, read_pasted
from sejajar.importing.blocks import Block
from sejajar.importing.outlets import Rule, outlet_at, outlet_named, outlets, rules
from sejajar.importing.recognising.dates import publication_in
from sejajar.importing.sources.repairs import repaired, without_written_breaks
from sejajar.importing.sources.seams import at_stops, at_wide_spaces
from sejajar.importing.speech.attribution import NOBODY, Named, speaker_after
from sejajar.model import Paragraph, Severity

TODAY = dt.date(2026, 11, 23)
FIRST = (
    "Pasar Pagi Karawang kembali ramai pada Minggu (20/7/2025), dan pedagang membuka lapak sejak pukul lima."
)
SECOND = "Harga cabai turun dari Rp60.000 menjadi Rp45.000 per kilogram sejak awal pekan ini di pasar itu."
THIRD = "Pembeli berharap harga bawang putih menyusul turun sebelum akhir bulan, kata pengelola pasar."


def read(*lines: str, **given: object) -> Recognised:
    text = "\n".join(("Pasar Pagi Karawang Kembali Ramai", *lines))
    return read_pasted(text, path="tempel.txt", today=TODAY, given=Given(**given))  # type: ignore[arg-type]


def paragraphs(recognised: Recognised) -> list[str]:
    assert recognised.article, recognised.problems
    return [block.text.text for block in recognised.article.blocks if isinstance(block, Paragraph)]


def _id(rule: Rule) -> str:
    return f"{rule.name}: {rule.example[:40]}"


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_each_rule_sets_its_example_aside(rule: Rule) -> None:
    """Every rule has an example of its own and says where it was seen; the paragraphs around it stay whole."""
    assert rule.seen
    where = (
        (FIRST, SECOND, rule.example, THIRD)
        if rule.part == "line" and not rule.around
        else (FIRST, SECOND, THIRD, rule.example)
    )
    if rule.part in ("end", "inside", "titled"):
        where = (FIRST, SECOND, THIRD, rule.example)
    recognised = read(*where)
    # Of two rules that know a phrase the one for all outlets is tried first; each has to know its own example.
    if rule.part == "words":
        assert rule.words.issuperset(word.casefold() for word in re.findall(r"[^\W\d_]+", rule.example))
    else:
        assert rule.pattern.search(rule.example)
    assert recognised.aside
    assert {FIRST, SECOND, THIRD} <= set(paragraphs(recognised))


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if rule.part not in ("end", "inside", "titled")], ids=_id
)
def test_keep_noise_brings_back_what_was_set_aside(rule: Rule) -> None:
    """With it the line is a paragraph again, and nothing is set aside."""
    recognised = read(FIRST, SECOND, THIRD, rule.example, keep_noise=True)
    assert recognised.aside == ()
    assert recognised.article
    assert any(rule.example[:10] in segment.text.replace("\\", "") for segment in recognised.article.segments)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sumber air di desa itu mengering sejak awal Juli, sehingga warga mengambil air ke sungai.",
        "Sumber: petani di tiga desa menyebut panen mundur dua pekan. Mereka menunggu hujan turun lebih dulu.",
        "Warga juga baca berita itu di warung, lalu datang ke pasar bersama keluarga mereka.",
        "Baca puisi menjadi pembuka acara malam itu, dan penonton bertahan sampai selesai.",
        "Iklan di jalan raya akan diturunkan mulai Senin, ujar kepala dinas.",
        "Foto yang diunggah petani itu menunjukkan bawang yang membusuk di ladang.",
        "Editor majalah itu mengundurkan diri pada Senin setelah dua tahun bekerja di sana.",
        "Simak saja bagaimana pedagang menata lapak mereka setiap pagi sebelum matahari terbit.",
        "Video rekaman pasar itu ditonton ribuan orang dalam sehari, kata pengelola.",
        "Penulis novel itu lahir di Karawang dan kerap kembali ke pasar untuk mencari cerita.",
        "Tag harga pada setiap lapak kini wajib dipasang, dan petugas memeriksanya setiap pekan.",
        "Dok kapal itu selesai dibangun pada akhir tahun lalu dengan biaya miliaran rupiah.",
        "Harga tertinggi tercatat di Pasar Minggu (PD Pasar Jaya).",
        "Aturan itu dimuat dalam surat edaran (SE).",
        "Selengkapnya, aturan itu mengatur jam buka, retribusi, dan sampah pasar.",
        "Bagikan beras kepada warga menjadi kegiatan rutin pengurus pasar setiap Jumat.",
        "Terkait hal itu, pemerintah mencatat total belanja kementerian setiap tahun terus meningkat,",
        "Home industri kerupuk di sekitar pasar ikut merasakan turunnya harga.",
    ],
)
def test_a_sentence_that_only_looks_like_noise_stays(sentence: str) -> None:
    """Nothing that is not positively noise is removed."""
    recognised = read(FIRST, sentence, SECOND, THIRD)
    assert sentence in paragraphs(recognised)
    assert recognised.aside == ()


@pytest.mark.parametrize(
    ("text", "left", "aside"),
    [
        ("Harga turun. Baca juga: Pasar Pagi Kembali Ramai", ["Harga turun."], ["Baca juga: Pasar Pagi Kembali Ramai"]),
        ("Harga turun.Baca Juga: Benarkah Harga Cabai Turun? Pedagang senang sejak pagi.", ["Harga turun.", "Pedagang senang sejak pagi."], ["Baca Juga: Benarkah Harga Cabai Turun?"]),
        ("Harga turun. Baca Juga “Kami senang,” kata Siti. Advertisement “Ramai,” ujarnya.", ["Harga turun."], ["Baca Juga", "Advertisement"]),
        ("Harga turun. SCROLL TO CONTINUE WITH CONTENT Pedagang senang.", ["Harga turun.", "Pedagang senang."], ["SCROLL TO CONTINUE WITH CONTENT"]),
        ("Harga turun menurut pedagang. (abc/def)", ["Harga turun menurut pedagang."], ["(abc/def)"]),
        ("Harga turun menurut pedagang.(abc)", ["Harga turun menurut pedagang."], ["(abc)"]),
        ("Harga turun menurut pedagang. (P-3)", ["Harga turun menurut pedagang."], ["(P-3)"]),
        ("Harga turun menurut pedagang. (*)", ["Harga turun menurut pedagang."], ["(*)"]),
    ],
)  # fmt: skip
def test_noise_inside_a_paragraph_is_cut_out(text: str, left: list[str], aside: list[str]) -> None:
    """The words of the site go, the paragraph stays; where it was joined by them it is parted again."""
    recognised = read(FIRST, SECOND, text)
    assert [part.text for part in recognised.aside] == aside
    assert paragraphs(recognised)[2:] == left


def test_titles_of_other_articles_go_with_their_label() -> None:
    """Below a bare label the lines that are written as headlines are other articles'; a paragraph never is."""
    recognised = read(
        FIRST,
        "Baca Juga",
        "Harga Cabai Turun Lagi di Cikampek",
        "Pedagang Bawang Menunggu Panen",
        SECOND,
        THIRD,
    )
    assert [part.rule for part in recognised.aside] == ["read-also"] * 3
    assert paragraphs(recognised) == [FIRST, SECOND, THIRD]


def test_the_foot_of_a_page_goes_whole() -> None:
    """What follows *Terpopuler* is not of the article, if hardly any prose follows."""
    recognised = read(
        FIRST, SECOND, THIRD, "Terpopuler", "1", "Harga Cabai Turun", "dibaca 300 kali", "Lihat semua"
    )
    assert paragraphs(recognised) == [FIRST, SECOND, THIRD]
    assert len(recognised.aside) == 5


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Editor: Rani Wulandari", (), ("Rani Wulandari",)),
        (
            "Pewarta: Budi Hartono Editor: Rani Wulandari Copyright © WARTA 2025",
            ("Budi Hartono",),
            ("Rani Wulandari",),
        ),
        ("Penulis: Budi Hartono | Editor: Rani Wulandari", ("Budi Hartono",), ("Rani Wulandari",)),
        ("Reporter: Budi Hartono, Siti Aminah", ("Budi Hartono", "Siti Aminah"), ()),
        ("Rep: Budi Hartono/ Red: Rani Wulandari", ("Budi Hartono",), ("Rani Wulandari",)),
        ("Penulis: Kompas Cyber Media", (), ()),
        ("Editor: Redaksi", (), ()),
        ("Penulis: Admin", (), ()),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    """Who wrote and who edited go into the front matter; a publisher or a content system is nobody."""
    recognised = read(FIRST, SECOND, THIRD, line)
    assert recognised.article
    assert (recognised.article.metadata.authors, recognised.article.metadata.editors) == (authors, editors)
    assert [(part.text, part.rule) for part in recognised.aside] == [(line, "byline")]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Senin, 05 Agu 2019 10:12 WIB", dt.date(2019, 8, 5)),
        ("Rabu, 4 November 2015 | 21:04 WIB", dt.date(2015, 11, 4)),
        ("Kamis, 05/11/2015 10:08 WIB", dt.date(2015, 11, 5)),
        ("on 16 Feb 2016 at 09:20 WIB", dt.date(2016, 2, 16)),
        ("Kompas.com - 11/08/2025, 14:22 WIB", dt.date(2025, 8, 11)),
        ("JUM'AT , 07 AGUSTUS 2015 , 14:44 WIB", dt.date(2015, 8, 7)),
        ("Diterbitkan 21/08/2025, 14:30 WIB", dt.date(2025, 8, 21)),
        ("2025-08-12 10:00", dt.date(2025, 8, 12)),
        ("Pada Minggu (20/7/2025) pasar dibuka.", None),
        ("Rabu, 04/11/2015 23:45 WIB Tiga Menteri Sambut Ponsel Murah Buatan Sendiri", None),
        ("Jadwal Kereta Api Karawang 20 Juli 2025", None),
    ],
)
def test_lines_that_say_when_the_article_appeared(line: str, day: dt.date | None) -> None:
    """A line of a date and little else dates the article; a sentence or another headline does not."""
    found = publication_in(Block(1, line))
    assert (found[0].day if found else None) == day


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mesin itu baru.Kecanggihan lain menyusul.", ["Mesin itu baru.", "Kecanggihan lain menyusul."]),
        ("Harga naik.“Kami sabar,” kata Ana.", ["Harga naik.", "“Kami sabar,” kata Ana."]),
        ('Harga naik."Kami sabar," kata Ana.', ["Harga naik.", '"Kami sabar," kata Ana.']),
        ('"Kami sabar."Ana menunggu di pasar.', ['"Kami sabar."', "Ana menunggu di pasar."]),
        ("“Kami sabar.”Ana menunggu di pasar.", ["“Kami sabar.”", "Ana menunggu di pasar."]),
        ("Terjadi pada 2022.Data terakhir menyusul.", ["Terjadi pada 2022.", "Data terakhir menyusul."]),
        (
            "Pada Sabtu (31/12/2022).Edi menambahkan itu.",
            ["Pada Sabtu (31/12/2022).", "Edi menambahkan itu."],
        ),
        ("Siapa yang tahu?Warga menunggu kabar itu.", ["Siapa yang tahu?", "Warga menunggu kabar itu."]),
        ("Ia membaca Kompas.com dan Detik.Com setiap pagi.", None),
        ("Ketua H.M.Prasetyo dan Drs.Ahmad hadir di sana.", None),
        ("Budi Hartono, S.Pd, M.Si.Dosen, hadir di sana.", None),
        ("Harganya Rp14.000.500 untuk PT.Telkom dan CV.Maju.", None),
        ("Surel redaksi@contoh.Net dan https://contoh.id/a.Html dipakai.", None),
        ("1.Harga di tingkat nelayan naik", None),
        ("Alamatnya Jl.Sudirman No.5 Blok A.12 di Karawang.", None),
    ],
)
def test_paragraphs_are_parted_at_seams_and_nowhere_else(text: str, parts: list[str] | None) -> None:
    """A full stop that touches a capital is a seam; abbreviations, numbers and addresses are none."""
    assert at_stops(text) == (parts or [text])


def test_wide_spaces_are_seams_unless_a_typist_meant_them() -> None:
    """Behind a sentence two spaces part paragraphs; who always types two meant a sentence."""
    line = "Harga naik.  Pedagang senang.   Judul Bagian   Pembeli sedih  sekali."
    assert at_wide_spaces(line, typists=False) == [
        "Harga naik.",
        "Pedagang senang.",
        "Judul Bagian",
        "Pembeli sedih  sekali.",
    ]
    assert at_wide_spaces("Harga naik.  Pedagang senang.", typists=True) == ["Harga naik.  Pedagang senang."]
    assert at_wide_spaces("Jakarta -   Harga naik.", typists=False) == ["Jakarta -   Harga naik."]


@pytest.mark.parametrize(
    ("damaged", "right", "kind"),
    [
        ("&ldquo;Siap,&rdquo; kata Ana &amp; Budi.", "“Siap,” kata Ana & Budi.", "entities"),
        ("â€œSiap,â€\u009d kata Ana.", "“Siap,” kata Ana.", "encoding"),
        ("\u0093Siap,\u0094 kata Ana \u0096 Budi.", "“Siap,” kata Ana – Budi.", "encoding"),
        ("“Siap,” kata Ana di São Paulo & sekitarnya.", "“Siap,” kata Ana di São Paulo & sekitarnya.", ""),
    ],
)
def test_damaged_text_is_put_right(damaged: str, right: str, kind: str) -> None:
    """Entities are characters, misread encodings are read again; what is right stays."""
    assert repaired(damaged) == (right, kind)


def test_line_ends_that_were_written_out() -> None:
    """A program's backslash and n between paragraphs is a line end."""
    assert (
        without_written_breaks(r"Harga naik.\n\nPedagang senang. C:\nama")
        == "Harga naik.\nPedagang senang. C:\\nama"
    )


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Pasar Karawang Kembali Ramai - Kompas.com", "Pasar Karawang Kembali Ramai"),
        ("Pasar Karawang Kembali Ramai | Republika Online", "Pasar Karawang Kembali Ramai"),
        ("Pasar Karawang Kembali Ramai - Tekno Liputan6.com", "Pasar Karawang Kembali Ramai"),
        ("Pasar Karawang Kembali Ramai - Health :: Okezone Lifestyle", "Pasar Karawang Kembali Ramai"),
        ("Pasar Karawang Kembali Ramai Halaman all - Kompas.com", "Pasar Karawang Kembali Ramai Halaman all"),
        ("KapanLagi.com: Pasar Karawang Kembali Ramai", "Pasar Karawang Kembali Ramai"),
        ("Pasar Karawang Kembali Ramai - Pedagang Senang", "Pasar Karawang Kembali Ramai - Pedagang Senang"),
        ("FOTO: Pasar Karawang Kembali Ramai", "FOTO: Pasar Karawang Kembali Ramai"),
    ],
)
def test_a_title_is_without_its_outlets_name(title: str, clean: str) -> None:
    """The site's affix is no part of the headline, whatever mark parts them."""
    recognised = read_pasted(f"{title}\n{FIRST}\n{SECOND}", path="tempel.txt", today=TODAY)
    assert recognised.article
    assert recognised.article.title.text == clean


@pytest.mark.parametrize(
    "first", ["Oto Tek", "Home » Ekonomi", FIRST, "Jakarta, IDN Times - " + FIRST, "- " + SECOND]
)
def test_a_text_without_a_headline_asks_for_one(first: str) -> None:
    """A label, a paragraph or a key point is never taken for the title; one is made only under `--title`."""
    text = "\n".join(("", first, SECOND, THIRD))
    recognised = read_pasted(text, path="tempel.txt", today=TODAY, given=Given(date=TODAY))
    assert recognised.article is None
    assert next(str(one) for one in recognised.problems if one.code == "title").endswith(
        "error title: the text has no headline: it begins with a paragraph, a key point or a label; "
        "give the headline with --title, or put it on the first line and import the text again"
    )
    given = read_pasted(text, path="tempel.txt", today=TODAY, given=Given(date=TODAY, title="Pasar Ramai"))
    assert given.article
    assert given.article.title.text == "Pasar Ramai"


def test_sixty_outlets_are_known_by_name_and_address() -> None:
    """Each name leads to one outlet, and so does each address."""
    assert len(outlets()) >= 60
    assert (outlet_named("KOMPAS.com"), outlet_named("detiknews")) == ("Kompas.com", "detikNews")
    assert outlet_at("https://regional.kompas.com/read/2025/08/12/x") == "Kompas.com"
    assert outlet_at("https://contoh.id/x") == outlet_at("http://[") == ""
    names = [name.casefold() for outlet in outlets() for name in outlet.names]
    assert len(names) == len(set(names))


MARKDOWN = (
    "# Pasar Ramai Lagi\n- Satu poin.\n\nKarawang, Warta Tani - Pasar *pagi* ramai pada Minggu (20/7/2025).\n"
    "## 1. Harga\nHarga [cabai](https://contoh.id/a_(b)) turun.\n**Sesudah itu**\nPembeli **kembali** ke pasar.\n"
)


def test_pasted_markdown_is_read_as_such() -> None:
    """`#` is the title and `##` a heading, with its number; a line in bold is one too; emphasis and links stay."""
    article = read_pasted(MARKDOWN, path="tempel.txt", today=TODAY).article
    assert article
    assert (article.title.text, article.metadata.place) == ("Pasar Ramai Lagi", "Karawang")
    assert [(part.number, part.heading.text) for part in article.sections] == [
        (1, "Harga"),
        (None, "Sesudah itu"),
    ]
    assert [block.text.text for block in article.blocks if isinstance(block, Paragraph)] == [
        "Pasar *pagi* ramai pada Minggu (20/7/2025).",
        "Harga [cabai](https://contoh.id/a_(b)) turun.",
        "Pembeli **kembali** ke pasar.",
    ]


@pytest.mark.parametrize("page", ["docs/guide/import.md", "docs/panduan/mengimpor.md"])
def test_what_the_guide_says_of_its_five_pastes_is_so(page: str) -> None:
    """Titles, points, sections, paragraphs, and the lines and rules of what is set aside."""
    text = (Path(__file__).parent.parent / page).read_text(encoding="utf-8")
    pastes = re.findall(r"^```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    found = [read_pasted(paste, path="tempel.txt", today=TODAY) for paste in pastes]
    shapes = [
        (
            one.article.title.text,
            len(one.article.points),
            len(one.article.sections),
            len([*one.article.blocks]),
        )
        if one.article
        else None
        for one in found
    ]
    assert shapes == [
        ("Pasar Pagi Karawang Kembali Ramai", 2, 1, 3),
        ("Harga Cabai di Karawang Turun - Warta Tani", 0, 0, 2),
        ("Stok Beras Karawang Aman", 0, 0, 4),
        None,
        ("Irigasi Karawang Selesai Diperbaiki", 0, 1, 2),
    ]
    rows = re.findall(r"^\| (\d+) \| `([a-z-]+)` \|$", text, re.MULTILINE)
    aside = {(str(part.line), part.rule) for part in found[1].aside}
    assert set(rows) <= aside
    assert not found[0].aside
    assert {one.code for one in found[3].problems if one.severity is Severity.ERROR} == {"title"}


@pytest.mark.parametrize(
    ("words", "called", "named"),
    [
        ("CEO Kalisto Zorbel Quint, Kamis.", (), NOBODY),
        ("CEO Tesla Elon Musk, Kamis.", (), Named("Elon Musk", "CEO Tesla")),
        ("CEO Tesla Elon Musk, Kamis.", ("Elon",), Named("Elon Musk", "CEO Tesla")),
        ("CEO Kalisto Zorbel Quint, Kamis.", ("Quint",), NOBODY),
        ("CEO Elon Musk, Kamis.", ("Musk",), Named("Elon Musk", "CEO")),
        ("CEO Nadiem Makarim.", (), Named("Nadiem Makarim", "CEO")),
        ("Lurah Cipinang Melayu Arroyantoro.", (), NOBODY),
        ("Lurah Arroyantoro.", (), Named("Arroyantoro", "Lurah")),
        ("Bupati Garut Rudy Gunawan.", (), Named("Rudy Gunawan", "Bupati Garut")),
    ],
)
def test_who_heads_something_is_not_called_by_its_name(
    words: str, called: tuple[str, ...], named: Named
) -> None:
    """An organisation or place behind a role is no part of the name; where that is unsure, nobody is named."""
    assert speaker_after(words, frozenset(called)) == named

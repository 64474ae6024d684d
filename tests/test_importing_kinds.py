"""Kinds of pasted texts that importing once misread: headings, captions, names and days of each kind."""
# ruff: noqa: E501  (pasted lines are long)

from __future__ import annotations

import datetime as dt

import pytest

from sejajar.commands.sources import Web, gathered
from sejajar.importing import Given, Recognised, read_pasted, recognise
from sejajar.importing.sources.markup import looks_like_page
from sejajar.importing.sources.page import read_page
from sejajar.importing.sources.seams import at_stops
from sejajar.model import Article, ItemList, Kind, Paragraph

TODAY = dt.date(2026, 11, 23)
TITLE = "Pasar Pagi Karawang Kembali Ramai"
LEAD = "Karawang, Warta Tani - Pasar Pagi Karawang kembali ramai pada Minggu (20/7/2025), dan pedagang membuka lapak sejak pukul lima."
SECOND = "Harga cabai turun dari Rp60.000 menjadi Rp45.000 per kilogram sejak awal pekan ini di pasar itu."
THIRD = "Pembeli berharap harga bawang putih menyusul turun sebelum akhir bulan, menurut pengelola pasar."


def read(*lines: str, **given: object) -> Recognised:
    text = "\n\n".join((TITLE, *lines))
    return read_pasted(text, path="tempel.txt", today=TODAY, given=Given(**given))  # type: ignore[arg-type]


def article_of(*lines: str) -> Article:
    recognised = read(*lines, date=TODAY)
    assert recognised.article, recognised.problems
    return recognised.article


def aside(recognised: Recognised) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in recognised.aside if one.rule != "dateline"]


@pytest.mark.parametrize(
    ("heading", "below", "found"),
    [
        ("Harga Bawang Putih", THIRD, True),
        ("Bawang putih menyusul", THIRD, True),
        ("Kesimpulan", THIRD, True),
        # Written small it is nobody else's title.
        ("Menunggu kiriman dari luar", THIRD, True),
        ("Suasana pasar di pagi hari", THIRD, False),
        # No word of it is taken up below: it may be anything.
        ("Jalan Tol Baru Dibuka", THIRD, False),
        # As long as other articles' titles are.
        ("Harga Bawang Putih di Pasar Induk Kramat Jati Naik Tiga Hari Berturut-turut", THIRD, False),
        ("Ilustrasi bawang putih", THIRD, False),
        ("Pedagang bawang putih (kiri) di Pasar Pagi", THIRD, False),
        ("Foto: Bawang putih di Pasar Pagi", THIRD, False),
    ],
)
def test_a_short_line_alone_is_a_heading_if_the_text_below_takes_it_up(
    heading: str, below: str, found: bool
) -> None:
    """One heading without a mark counts where its words go on below; titles of others and captions never do."""
    sections = [section.heading.text for section in article_of(LEAD, SECOND, heading, below).sections]
    assert sections == ([heading] if found else [])


def test_headings_above_the_rows_of_a_table() -> None:
    """Places above their schedules are headings, though no paragraph follows."""
    rows = ["Buka: 05.00 WIB", "Tutup: 11.00 WIB", "Libur: Senin"]
    article = article_of(LEAD, SECOND, "Pasar Pagi", *rows, "Pasar Induk", *rows, "Pasar Malam", *rows)
    assert [section.heading.text for section in article.sections] == [
        "Pasar Pagi",
        "Pasar Induk",
        "Pasar Malam",
    ]
    assert [len(section.blocks) for section in article.sections] == [3, 3, 3]


@pytest.mark.parametrize(
    "caption",
    [
        "Menteri Pertanian (kiri) memilih cabai bersama pedagang (kanan) di Pasar Pagi, Minggu (20/7).",
        "(tengah kiri-kanan) Direktur Pasar Pagi, Ketua Koperasi Tani, dan Camat Karawang, saat meninjau lapak, Minggu (20/7).",
        "Pembeli memilih cabai di Pasar Pagi pada hari pertama panen raya. (Koperasi)",
        "Ilustrasi cabai di pasar",
    ],
)
def test_what_stands_below_a_picture_is_a_caption(caption: str) -> None:
    """Captions go aside, also those that only their form shows; no paragraph goes with them."""
    recognised = read(caption, LEAD, SECOND, THIRD)
    assert aside(recognised) == [("caption", caption)]
    assert recognised.article
    assert len(recognised.article.lead) == 3


def test_a_paragraph_about_left_and_right_is_no_caption() -> None:
    """Speech with a remark in brackets stays."""
    spoken = "“Ia duduk di sebelah saya (kiri), dan kami berbicara lama,” kata Siti Aminah, pedagang di Pasar Pagi."
    assert aside(read(LEAD, SECOND, spoken, THIRD)) == []


@pytest.mark.parametrize(
    ("last", "authors", "editors"),
    [
        (["RANI WULANDARI"], ("Rani Wulandari",), ()),
        (["Author", "Rani Wulandari", "Editor", "Budi"], ("Rani Wulandari",), ("Budi",)),
    ],
)
def test_names_below_the_last_paragraph(
    last: list[str], authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    """A name in capitals that ends the text signs it, and labels may stand above their names."""
    recognised = read(LEAD, SECOND, THIRD, *last)
    assert recognised.article
    metadata = recognised.article.metadata
    assert (metadata.authors, metadata.editors) == (authors, editors)
    assert aside(recognised) == [("byline", text) for text in last]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Copyright © 2025 Okezone.com, All Rights Reserved", "Okezone.com"),
        ("Artikel ini telah tayang di Kompas.com dengan judul Harga Cabai Turun", "Kompas.com"),
        ("Copyright © 2025 Semua Hak Dilindungi", ""),
    ],
)
def test_the_outlet_that_signs_a_text(line: str, outlet: str) -> None:
    """Where nothing else says whose article it is, its copyright or the place of its first print does."""
    source = article_of(LEAD.partition(" - ")[2], SECOND, THIRD, line).metadata.source
    assert (source.outlet if source else "") == outlet


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (["Rani Wulandari", "Minggu, 20 Juli 2025 | 09:15 WIB"], ("Rani Wulandari",)),
        (["20 Juli 2025", "Rani Wulandari"], ("Rani Wulandari",)),
        (
            ["Warta.com, 20 Juli 2025, 08:15 WIB", "Rani Wulandari, Budi Hartono", "Tim Redaksi"],
            ("Rani Wulandari", "Budi Hartono"),
        ),
        (
            ["Rani Wulandari | Budi Hartono", "Minggu, 20 Juli 2025 | 09:15 WIB"],
            ("Rani Wulandari", "Budi Hartono"),
        ),
        (["Rani  Wulandari | Minggu 20 Juli 2025 09:40 WIB"], ("Rani Wulandari",)),
        (["Syamsul Ma'arif , Jurnalis · Minggu 20 Juli 2025 09:40 WIB"], ("Syamsul Ma'arif",)),
        (["Rani Wulandari"], ("Rani Wulandari",)),
        (["Science Discovery"], ()),
        (["Kementerian Perindustrian Republik Indonesia"], ()),
        # A section and a place are no persons, and whom the article is about has not written it.
        (["Ekonomi Bisnis", "Minggu, 20 Juli 2025 | 09:15 WIB"], ()),
        (["Jawa Barat", "Minggu, 20 Juli 2025 | 09:15 WIB"], ()),
        (["Siti Aminah", "Minggu, 20 Juli 2025 | 09:15 WIB"], ()),
    ],
)
def test_names_beside_the_day_an_article_appeared(head: list[str], authors: tuple[str, ...]) -> None:
    """A bare name below the headline, beside the date, or in its line, wrote the article."""
    told = "“Sejak Senin harga turun,” kata Siti Aminah, pedagang yang sudah lama berjualan di pasar itu."
    assert article_of(*head, LEAD, SECOND, told).metadata.authors == authors


@pytest.mark.parametrize(
    ("end", "left"),
    [
        (["(abc/def)", "pasar pagi", "karawang"], []),
        (["Editor: Budi Hartono", "Video Pasar Pagi Karawang, Pedagang Menangis"], []),
        (["(Tribunnews.com/Rani Wulandari)", "Bawang Putih Masih Mahal"], []),
        (["Bawang Putih Masih Mahal di Pasar Induk"], []),
        # Without a sign of the end only headlines are foreign, and a sentence never is.
        (["Pasar tutup pukul sebelas"], ["Pasar tutup pukul sebelas"]),
        (["(abc/def)", "Pasar tutup pukul sebelas."], ["Pasar tutup pukul sebelas."]),
    ],
)
def test_what_stands_below_the_end(end: list[str], left: list[str]) -> None:
    """Below initials, a byline or the like an article is over: tags and other articles' titles go aside."""
    lead = article_of(LEAD, SECOND, THIRD, *end).lead
    assert [block.text.text for block in lead[3:] if isinstance(block, Paragraph)] == left


@pytest.mark.parametrize(
    "first", ["Ringkasan Berita:", "Poin Penting", "Rep: Rani Wulandari/ Red: Budi Hartono"]
)
def test_a_label_or_byline_is_no_title(first: str) -> None:
    """Where the first line says what follows or who wrote, a title is asked for."""
    points = () if first.startswith("Rep") else ("Harga cabai turun", "Pasar kembali ramai")
    text = "\n\n".join((first, *points, LEAD, SECOND))
    recognised = read_pasted(text, path="tempel.txt", today=TODAY)
    assert "title" in {one.code for one in recognised.problems}
    given = read_pasted(text, path="tempel.txt", today=TODAY, given=Given(title=TITLE))
    assert given.article
    assert given.article.title.text == TITLE


def test_line_ends_that_were_written_out_behind_a_title() -> None:
    """Two written line ends are a paragraph's, also where no full stop stands before them."""
    text = f"{TITLE}\\n\\n{LEAD}\\n\\n{SECOND}\\n"
    article = read_pasted(text, path="tempel.txt", today=TODAY).article
    assert article
    assert (article.title.text, article.metadata.place, len(article.lead)) == (TITLE, "Karawang", 2)


def test_the_latest_day_of_saying_is_the_articles() -> None:
    """A day before the verb counts as one behind it, and of several the latest was nearest to the writing."""
    said = "“Stok aman,” ujarnya dalam konferensi pers, Jumat (18/7/2025)."
    visited = "Pada Minggu (20/7/2025), bupati menyebut perbaikan pasar itu selesai bulan depan."
    lead = LEAD.replace(" pada Minggu (20/7/2025)", "")
    recognised = read(lead, visited, f"Kepala dinas menjawab. {said}")
    assert recognised.article
    assert recognised.article.metadata.date == dt.date(2025, 7, 20)


def test_a_page_without_a_headline_in_its_body_has_its_titles() -> None:
    """Where only `<title>` says what the article is called, no line of the body is taken for it."""
    body = f"<div><strong>Karawang</strong> - <p>{LONG_A}</p><p>{OTHER}</p><p>{LONG_B}</p></div>"
    page = f"<html><head><title>{TITLE} - Kompas.com</title></head><body>{body}</body></html>"
    article = recognise(read_page(page, "a.html").material, Given(date=TODAY), today=TODAY).article
    assert article
    assert (article.title.text, article.metadata.place, len(article.lead)) == (TITLE, "Karawang", 3)


def test_a_dateline_with_a_day_and_no_dash() -> None:
    """`Cibitung, (20/7) Menteri …`: the place is taken out, and said to be unsure."""
    recognised = read(
        "Cibitung, (20/7) Menteri Pertanian membuka pasar itu pada Minggu (20/7/2025) pagi.", SECOND
    )
    assert recognised.article
    assert recognised.article.metadata.place == "Cibitung"
    assert [one.code for one in recognised.problems if one.code == "dateline"] == ["dateline"]


def test_a_year_with_a_figure_too_few() -> None:
    """`Rabu (4/11/205)` is as good as a day without a year: the year comes from the text, and is unsure."""
    recognised = read(
        "Pasar itu dibuka pada Rabu (4/11/205) oleh bupati, setelah dibangun sejak Juli 2015.", SECOND
    )
    assert recognised.article
    assert recognised.article.metadata.date == dt.date(2015, 11, 4)
    assert any("names no year" in one.message for one in recognised.problems)


OTHER = (
    "Harga bawang putih masih bertahan mahal di semua pasar, dan pembeli menunggu kiriman dari luar negeri."
)
LONG_A = (
    f"{SECOND} Pedagang menduga panen raya di Garut dan Cianjur menjadi sebab turunnya harga cabai pekan ini."
)
LONG_B = (
    f"{THIRD} Menurut pengelola, 1.200 pedagang membuka lapak, hampir dua kali lipat dari bulan yang lalu."
)
PAGE = """<html><head><title>Pasar Pagi Ramai</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2025-07-20T09:00:00+07:00"></head><body><article>
<h1>Pasar Pagi Ramai</h1><p>{}</p>{}<p>{}</p></article></body></html>"""


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="photodesc">Pembeli memilih cabai di Pasar Pagi, dan harganya turun.</div>',
        '<p class="read__photo-caption">Pembeli memilih cabai di Pasar Pagi, dan harganya turun.</p>',
        '<span class="foto-desc">Pembeli memilih cabai di Pasar Pagi, dan harganya turun.</span>',
        "<figcaption>Pembeli memilih cabai di Pasar Pagi, dan harganya turun.</figcaption>",
    ],
)
def test_captions_that_only_the_page_calls_so(markup: str) -> None:
    """A caption's class or element is enough: it is neither paragraph nor heading."""
    text = PAGE.format(LONG_A, f"<div><img src='a.jpg' alt='Pasar'>{markup}</div>", LONG_B)
    recognised = recognised_of(text)
    assert recognised.article
    assert all(isinstance(block, Paragraph) for block in recognised.article.blocks)
    assert ("caption", "Pembeli memilih cabai di Pasar Pagi, dan harganya turun.") in aside(recognised)
    assert len(recognised.article.lead) == 2


def recognised_of(text: str) -> Recognised:
    return recognise(read_page(text, "a.html").material, Given(), today=TODAY)


def test_where_an_outlet_was_found_is_said() -> None:
    """As given, in the dateline, as the source says, or in the lines around the text: each is told apart."""
    lead = LEAD.partition(" - ")[2]
    byline = ("Rani Wulandari - detikJabar", "Minggu, 20 Jul 2025 09:15 WIB")
    assert "outlet: detikJabar (as the lines around the text say)" in read(*byline, lead, SECOND).summary
    assert "outlet: Tempo (as given)" in read(*byline, lead, SECOND, outlet="Tempo").summary
    assert "outlet: Warta Tani (dateline, line 3)" in read(LEAD, SECOND).summary


def test_a_picture_with_few_words_is_no_short_line() -> None:
    """What a stored picture shows, in words, is not reported as a paragraph without a full stop."""
    page = PAGE.format(LONG_A, "<img src='a.jpg' alt='Pasar'>", LONG_B)
    given = Given(pictures={"a.jpg": "gambar-1.jpg"})
    recognised = recognise(read_page(page, "a.html").material, given, today=TODAY)
    assert recognised.article
    assert [one.code for one in recognised.problems if one.code == "short-line"] == []


def test_a_pages_lists_are_lists() -> None:
    """`ul` and `ol` become lists; a list of one numbered item is how editors' programs write a heading."""
    lists = (
        "<ul><li>Cabai</li><li>Bawang</li></ul><p>Urutannya:</p><ol><li>Timbang.</li><li>Bayar.</li></ol>"
        f"<ol><li><strong>Harga cabai</strong></li></ol><p>{LEAD}</p>"
        f"<ol start='2'><li><strong>Harga bawang</strong></li></ol><p>{OTHER}</p>"
    )
    article = recognised_of(PAGE.format(LONG_A, lists, LONG_B)).article
    assert article
    found = [block for block in article.lead if isinstance(block, ItemList)]
    assert [([item.text for item in one.items], one.ordered) for one in found] == [
        (["Cabai", "Bawang"], False),
        (["Timbang.", "Bayar."], True),
    ]
    assert [(one.number, one.heading.text) for one in article.sections] == [
        (1, "Harga cabai"),
        (2, "Harga bawang"),
    ]


def test_what_stands_twice_is_taken_once() -> None:
    """A paragraph that was pasted twice, and a page's pull quote, go aside; the words stay where they belong."""
    recognised = read(LEAD, SECOND, THIRD, SECOND)
    assert aside(recognised) == [("repeated", SECOND)]
    pull = f"<blockquote>{SECOND[:60]}</blockquote>"
    page = recognised_of(PAGE.format(LONG_A, pull, LONG_B))
    assert ("repeated", SECOND[:60]) in aside(page)
    quoted = "<blockquote>Pasar itu milik semua orang yang bangun pagi dan mau bekerja.</blockquote>"
    article = recognised_of(PAGE.format(LONG_A, quoted, LONG_B)).article
    assert article
    assert len(article.lead) == 3


def test_a_title_that_speech_runs_into() -> None:
    """`Baca juga: Judul "Ucapan …"` without a stop between: the title goes aside, the speech stays."""
    speech = '"Kami senang karena harga cabai akhirnya turun juga pekan ini," kata Siti Aminah, pedagang.'
    recognised = read(LEAD, f"Baca juga: Harga Bawang Putih Naik Tiga Hari {speech}", THIRD)
    assert aside(recognised) == [("read-also", "Baca juga: Harga Bawang Putih Naik Tiga Hari")]


def test_many_rows_of_a_table_are_no_page() -> None:
    """Lists of what things cost and have are the article's own, however many lines they are."""
    rows = ["Harga : Rp45.000", "Asal : Garut", "Berat : 1 kg", "Stok : 40 kuintal"]
    lists = [line for number in range(1, 9) for line in (f"{number}. Cabai jenis {number}", *rows)]
    article = article_of(LEAD, SECOND, *lists)
    assert [section.number for section in article.sections] == list(range(1, 9))
    assert {len(section.blocks) for section in article.sections} == {4}


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Penulis Rani Wulandari | Editor Budi Hartono", ("Rani Wulandari",), ("Budi Hartono",)),
        ("Penulis Rani Wulandari | Editor Rani Wulandari", ("Rani Wulandari",), ("Rani Wulandari",)),
        ("Sumber: Kompas.com | Editor: Budi Hartono", (), ("Budi Hartono",)),
        ("Penulis, Rani Wulandari", ("Rani Wulandari",), ()),
        ("Laporan Wartawan Tribun Medan / Rani Wulandari", ("Rani Wulandari",), ()),
        ("Redaktur & Reporter : Rani Wulandari", ("Rani Wulandari",), ()),
    ],
)
def test_bylines_of_more_shapes(line: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    """Labels with a bar, a comma or nothing behind them; the outlet in a byline is nobody."""
    metadata = article_of(line, LEAD, SECOND, THIRD).metadata
    assert (metadata.authors, metadata.editors) == (authors, editors)


def test_the_day_in_the_address_where_a_text_first_appeared() -> None:
    """`Artikel ini telah tayang di … https://…/2025/07/20/…` dates a text that says nothing else."""
    lead = LEAD.replace(" pada Minggu (20/7/2025)", "")
    line = "Artikel ini telah tayang di Kompas.com dengan judul Pasar Ramai, klik https://www.kompas.com/read/2025/07/20/093000/pasar"
    recognised = read(lead, SECOND, THIRD, line)
    assert recognised.article
    assert recognised.article.metadata.date == dt.date(2025, 7, 20)
    assert "date: 2025-07-20 (from the address where it first appeared)" in recognised.summary


def test_a_dateline_on_its_own_line_and_a_short_year() -> None:
    """`Jakarta, NU Online` needs no dash if it is the whole line; `20 Jul 25 | 15:15` is a date beside a time."""
    lead = LEAD.partition(" - ")[2].replace(" pada Minggu (20/7/2025)", "")
    recognised = read("20 Jul 25 | 15:15", "Jakarta, NU Online", lead, SECOND)
    assert recognised.article
    metadata = recognised.article.metadata
    assert (metadata.date, metadata.place) == (dt.date(2025, 7, 20), "Jakarta")
    assert metadata.source
    assert metadata.source.outlet == "NU Online"


def test_sentences_stuck_together_in_a_page_are_parted() -> None:
    """What pages glue is parted as what people paste is."""
    article = recognised_of(PAGE.format(LONG_A, f"<p>{LEAD}{OTHER}</p>", LONG_B)).article
    assert article
    assert len(article.lead) == 4


ARTICLE = (
    "Karawang - Pasar Pagi Karawang kembali ramai setelah dua pekan sepi, dan pedagang membuka lapak sejak pukul lima.",
    SECOND,
    "“Sejak Senin harga cabai turun dan pembeli datang lagi,” kata Siti Aminah, pedagang sayur di pasar itu.",
    OTHER,
    "Pengelola pasar mencatat 1.200 pedagang membuka lapak, hampir dua kali lipat dari bulan lalu yang hanya 700.",
    THIRD,
)
PROSE = [
    f"Saya sangat setuju dengan isi berita nomor {number} karena memang begitulah keadaan di lapangan setiap hari, semoga ada perbaikan."
    for number in range(12)
]
SHAPES = {
    "paragraphs": "".join(f"<p>{text}</p>" for text in ARTICLE),
    "divisions": "".join(f"<div>{text}</div>" for text in ARTICLE),
    "two breaks": "<br><br>".join(ARTICLE),
    "single breaks": "<br>".join(ARTICLE),
    "unclosed": "".join(f"<p>{text}" for text in ARTICLE),
    "spans": "".join(f"<p><span style='font-weight: 400;'>{text}</span></p>" for text in ARTICLE),
    "advertisements between": "<div class='ad'><span>ADVERTISEMENT</span></div>".join(
        f"<p>{text}</p>" for text in ARTICLE
    ),
}
SURROUNDINGS = {
    "nothing": ("", ""),
    "comments": (
        "",
        "<div class='post-comments'>"
        + "".join(f"<div><b>Ana</b><p>{text}</p></div>" for text in PROSE)
        + "</div>",
    ),
    "komentar": ("", "<div id='komentarPembaca'>" + "".join(f"<p>{text}</p>" for text in PROSE) + "</div>"),
    "summaries of others": (
        "",
        "<section class='berita-terkait'>"
        + "".join(
            f"<div><a href='/b'><h4>Judul Lain yang Menarik Dibaca</h4></a><p>{text}</p></div>"
            for text in PROSE
        )
        + "</section>",
    ),
    "a notice on cookies": (
        f"<div id='cookie'><p>{PROSE[0]}</p><p>{PROSE[1]}</p><button>Setuju</button></div>",
        "",
    ),
    "a menu": (
        "<ul class='navbar'>"
        + "".join(f"<li><a href='/{n}'>Kanal {n}</a></li>" for n in range(40))
        + "</ul>",
        "",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_the_body_is_found_in_any_markup_and_among_anything(shape: str, surroundings: str) -> None:
    """Whatever elements a site writes paragraphs with, and whatever prose it puts around: the article alone is taken."""
    above, below = SURROUNDINGS[surroundings]
    page = (
        f"<html><head><title>{TITLE}</title></head><body>{above}<div class='wrap'><h1>{TITLE}</h1>"
        f"<div class='isi'>{SHAPES[shape]}</div>{below}</div><footer>Tentang kami</footer></body></html>"
    )
    material = read_page(page, "a.html").material
    article = recognise(material, Given(date=TODAY), today=TODAY).article
    assert article
    body = [segment.text for segment in article.segments if segment.kind in (Kind.PARAGRAPH, Kind.QUOTE)]
    assert body == [ARTICLE[0].removeprefix("Karawang - "), *ARTICLE[1:]]


INNOCENT = """
Cek saldo lewat aplikasi JMO di ponsel Anda.
Unduh aplikasi itu melalui Play Store atau App Store.
Ikuti akun Instagram resmi panitia untuk mendaftar.
Dapatkan informasi lebih lanjut di kanal YouTube BMKG.
Baca syarat dan ketentuan di aplikasi sebelum mendaftar.
Klik Daftar, lalu masukkan nomor WhatsApp.
Gabung di grup Telegram sekolah itu gratis.
Simak cara mengecek bansos lewat WhatsApp.
Simak informasi dari BMKG melalui saluran Telegram resmi, kata Ani.
Warga dapat mengikuti kabar banjir di kanal WhatsApp BPBD.
Foto itu diambil pada 1945.
Video tersebut viral di media sosial.
Halaman sekolah itu tergenang air.
Selanjutnya, polisi memeriksa saksi.
Lihat saja hasilnya nanti, kata dia.
Baca juga bukunya agar paham, ujar Ani.
Iklan itu tayang sejak Senin.
Editor film itu, Budi, menang penghargaan.
Komentar pedas datang dari warganet.
Berita lainnya datang dari Garut.
Terpopuler di antara mereka adalah Ani.
Tag harga dipasang di rak.
Redaksi majalah itu pindah.
Ilustrasi buku itu dibuat Budi.
Akhir dari cerita ini belum jelas.
Peranan, menurut dia, dibagi rata.
Promosi 1 gratis 1 berlaku sampai Minggu.
Download aplikasi MyPertamina, lalu daftar.
Saksikan tayangan langsungnya pukul 19.00 WIB.
Saksikan program itu setiap Sabtu di televisi.
Nantikan kabar baik dari kami, kata Menteri.
Subscribe kanal itu gratis.
Terima kasih telah membaca surat saya, kata Ani.
Disclaimer itu dipasang di depan.
Copyright lagu itu dipegang keluarga.
Next, mereka akan tampil di Bandung.
Presiden duduk di kursi (tengah) saat rapat kabinet itu dimulai, lalu berdiri.
Sumber mata air itu kering sejak Juli.
Dokumentasi kegiatan itu disimpan di arsip.
Kirim email ke panitia@contoh.id untuk mendaftar.
Hubungi panitia di info@contoh.id sebelum Jumat.
Bagikan berita ini kepada keluarga, pesan Ani.
Masuk lewat pintu barat.
Daftar lebih dahulu di laman itu.
Cetak kartu ujian di rumah.
Langganan air bersih naik.
Tutup pintu air, perintahnya.
Artikel ini membahas pupuk.
Berita ini sudah tayang di televisi nasional kemarin, kata Budi.
Konten ini dibuat oleh warga desa.
Punya informasi soal pelaku? Hubungi polisi.
Ikuti langkah berikut untuk mengecek NIK di aplikasi Cek Bansos.
Cek harga emas hari ini di Google News tidak selalu tepat, kata analis.
Petani (kanan) dan penyuluh (kiri) sering berselisih, menurut buku itu.
1. Unduh aplikasi Cek Bansos di Play Store.
Pasang iklan di koran lebih mahal daripada di media sosial.
Follow up dari laporan itu dijadwalkan pekan depan.
Kunjungi laman resmi Kemendikbud untuk mendaftar.
Jangan lewatkan sarapan, pesan dokter.
Topik yang dibahas ialah pangan.
Video call itu berlangsung lama.
Pilihan editor jatuh pada naskah Ani.
Trending topik hari itu soal banjir.
Rekomendasi dokter ialah istirahat.
Komentar: warga setuju.
Kata kunci dari keberhasilan itu adalah disiplin.
Hak cipta lagu itu milik Budi.
Dilarang mengambil gambar di ruang sidang.
Dilarang keras membuang sampah di sungai.
Sponsored by pemerintah daerah, acara itu gratis.
Loading barang di pelabuhan memakan waktu.
Baca selengkapnya di sini, kata dia.
Klik di sini, kata petugas, lalu tunggu.
Share lokasi Anda lewat WhatsApp, pinta petugas.
"""


@pytest.mark.parametrize("sentence", INNOCENT.strip().splitlines())
def test_a_sentence_that_sounds_like_a_sites_own_stays(sentence: str) -> None:
    """What may be said in an article is never set aside, in its middle or at its end."""
    for lines in ((LEAD, SECOND, sentence, THIRD), (LEAD, SECOND, THIRD, sentence)):
        assert aside(read(*lines)) == []


MORE = [
    f"Koperasi ke-{number} menyiapkan gudang berpendingin yang menampung 200 ton cabai setiap hari selama musim panen raya."
    for number in range(8)
]


def bodies(page: str) -> list[str]:
    article = recognise(read_page(page, "a.html").material, Given(date=TODAY), today=TODAY).article
    assert article
    return [segment.text for segment in article.segments if segment.kind in (Kind.PARAGRAPH, Kind.QUOTE)]


def test_all_parts_of_an_article_on_one_page_are_its_own() -> None:
    """A long article in elements that are made alike, with lists of other articles between, is taken whole."""
    links = "".join(f"<li><a href='/{n}'>Judul Lain Nomor {n} yang Menarik Dibaca</a></li>" for n in range(9))

    def part(texts: list[str]) -> str:
        paragraphs = "".join(f"<p>{text}</p>" for text in texts)
        return f"<div class='part'><div class='part-content'>{paragraphs}</div></div><div class='pilihan'><ul>{links}</ul></div>"

    parts = part([SECOND, OTHER, THIRD, *MORE[:4]]) + part(MORE[4:6]) + part(MORE[6:])
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class='parts'>{parts}</div></body></html>"
    assert bodies(page) == [SECOND, OTHER, THIRD, *MORE]


def test_the_rest_that_a_page_shows_on_request_is_the_articles() -> None:
    """What is hidden below a button belongs to the article if it is much; a hidden notice does not."""
    rest = "".join(f"<p>{text}</p>" for text in MORE)
    body = f"<p>{SECOND}</p><p>{OTHER}</p><div style='display: none'>{rest}</div>"
    notice = f"<div style='display:none'><p>{THIRD}</p></div>"
    page = f"<html><head><title>{TITLE}</title></head><body>{notice}<h1>{TITLE}</h1><div>{body}</div></body></html>"
    assert bodies(page) == [SECOND, OTHER, *MORE]


def test_a_byline_beside_buttons_to_share_is_read() -> None:
    """Sites put the author's name into the box with the buttons."""
    byline = "<div class='social-share'><div>Rani Wulandari</div><span>Jurnalis</span><a href='#'>Share on Facebook</a></div>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{byline}<div><p>{LONG_A}</p><p>{OTHER}</p><p>{LONG_B}</p></div></body></html>"
    article = recognise(read_page(page, "a.html").material, Given(date=TODAY), today=TODAY).article
    assert article
    assert article.metadata.authors == ("Rani Wulandari",)


def test_a_lists_end_and_short_lines_at_the_end_are_the_bodys() -> None:
    """An article that ends with a list, a short sentence or a table's figures loses none of them."""
    tail = "<p>Caranya:</p><ul><li>Timbang.</li><li>Bayar.</li></ul><p>Selesai sudah.</p>"
    table = "<table><tr><td>Cabai</td><td>45.000</td></tr></table>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div><p>{LONG_A}</p><p>{OTHER}</p>{table}<p>{LONG_B}</p>{tail}</div></body></html>"
    article = recognise(read_page(page, "a.html").material, Given(date=TODAY), today=TODAY).article
    assert article
    texts = [segment.text for segment in article.segments]
    assert [text for text in texts if len(text) < 20] == [
        "Cabai",
        "45.000",
        "Caranya:",
        "Timbang.",
        "Bayar.",
        "Selesai sudah.",
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ('Ia berkata "harga turun".Petani lain mengeluh karena rugi.', "Petani lain mengeluh karena rugi."),
        ("Ia berkata “harga turun”.Petani lain mengeluh karena rugi.", "Petani lain mengeluh karena rugi."),
        ("Ia berkata 'harga turun.'Petani lain mengeluh karena rugi.", "Petani lain mengeluh karena rugi."),
        ("Pasien diperiksa drg.Rina Wati di puskesmas kemarin.", ""),
    ],
)
def test_seams_behind_quotation_marks(text: str, second: str) -> None:
    """A quotation's end before or behind the stop is a seam too; a dentist's title is none."""
    assert at_stops(text)[1:] == ([second] if second else [])


@pytest.mark.parametrize(
    "label", ["Baca juga: ", "BACA JUGA: ", "Baca: ", "Simak juga: ", "Lihat juga: ", "(Baca juga: "]
)
@pytest.mark.parametrize("glue", ["", " "])
@pytest.mark.parametrize(
    "sentence",
    [
        "Ia mengatakan harga masih bisa turun.",
        "“Kami senang,” kata Siti Aminah, pedagang.",
        "Pembeli berharap harga turun.",
    ],
)
def test_other_articles_titles_within_a_paragraph(label: str, glue: str, sentence: str) -> None:
    """A title of another article in the middle of a paragraph is cut out; what goes on behind it stays, glued or not."""
    title = "Bawang Putih Langka, Pedagang Mengeluh"
    closing = ") " if label.startswith("(") else ""
    recognised = read(LEAD, f"{SECOND}{glue}{label}{title}{closing}{glue}{sentence}", THIRD)
    assert recognised.article
    texts = " | ".join(segment.text for segment in recognised.article.segments)
    assert SECOND in texts
    assert sentence in texts
    assert title not in texts


@pytest.mark.parametrize("glue", ["", " ", "  "])
@pytest.mark.parametrize(
    "noise",
    [
        "ADVERTISEMENT",
        "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT",
        "[Gambas:Video CNN]",
        "Simak Video 'Harga Bawang Naik' di bawah ini:",
        "Halaman selanjutnya",
        "Scroll untuk melanjutkan membaca",
        "(abc/def)",
    ],
)
@pytest.mark.parametrize(
    "sentence", ["Pembeli berharap harga turun.", "“Kami senang,” kata Siti Aminah, pedagang."]
)
def test_noise_between_two_sentences(noise: str, glue: str, sentence: str) -> None:
    """What stands between two sentences of a paragraph is cut out, and both stay, whatever parts them."""
    recognised = read(LEAD, f"{SECOND}{glue}{noise}{glue}{sentence}", THIRD)
    assert recognised.article
    texts = " | ".join(segment.text for segment in recognised.article.segments)
    assert SECOND in texts
    assert sentence in texts
    assert noise not in texts


@pytest.mark.parametrize("label", ["Editor: Budi Hartono", "(abc)", "Baca Juga", "Iklan"])
def test_what_only_may_be_noise_takes_no_sentence_with_it(label: str) -> None:
    """Where it is unsure what belongs to the site, the sentence behind it stays in any case."""
    sentence = "“Kami senang,” kata Siti Aminah, pedagang."
    for glue in ("", " ", "  "):
        recognised = read(LEAD, f"{SECOND}{glue}{label}{glue}{sentence}", THIRD)
        assert recognised.article
        assert any("Kami senang" in segment.text for segment in recognised.article.segments)


def test_an_element_copied_out_of_a_page_is_read_as_one() -> None:
    """A file that begins with `<div class=…>` is a part of a page, and no text that begins with a bracket is."""
    body = f'<div class="detail__body"><strong>Karawang</strong> - <p>{LONG_A}</p><p>{OTHER}</p><p>{LONG_B}</p></div>'
    assert looks_like_page(body.encode())
    assert not looks_like_page(b"<3 untuk semua petani di Karawang </3 </3 </3")
    assert not looks_like_page(f"<div> adalah elemen HTML. {SECOND}".encode())
    material = gathered("tempel.html", body.encode(), Web()).material
    article = recognise(material, Given(date=TODAY, title=TITLE), today=TODAY).article
    assert article
    assert (article.metadata.place, len(article.lead)) == ("Karawang", 3)
    untitled = recognise(material, Given(date=TODAY), today=TODAY)
    assert (untitled.article, "title" in {one.code for one in untitled.problems}) == (None, True)

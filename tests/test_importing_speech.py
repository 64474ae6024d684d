"""Who says what: the sentences of a text that are quotes, and their speakers, roles and outlets."""
# ruff: noqa: E501  (pasted lines are long)

from __future__ import annotations

import datetime as dt

import pytest

from sejajar.formats.article import dumps, loads
from sejajar.importing import Given, Recognised, read_pasted
from sejajar.importing.blocks import Block
from sejajar.importing.speech.attribution import speaker_after
from sejajar.importing.speech.cuts import parts_of
from sejajar.importing.speech.quotes import speeches
from sejajar.model import Article, Paragraph, Quote

TODAY = dt.date(2026, 11, 23)


def read(*lines: str) -> Recognised:
    text = "\n".join(("Pasar Pagi Karawang Kembali Ramai", *lines, "Pasar itu tutup pada pukul sepuluh."))
    return read_pasted(text, path="tempel.txt", today=TODAY, given=Given(date=TODAY))


def article_of(*lines: str) -> Article:
    article = read(*lines).article
    assert article
    assert loads(dumps(article), article.path).article == article
    return article


def blocks_of(*lines: str) -> list[tuple[str, ...]]:
    """What a text became: ("…",) a paragraph, ("speaker", "…", …) a quote with its paragraphs."""
    return [
        (block.speaker.text if block.speaker else "", *(segment.text for segment in block.paragraphs))
        if isinstance(block, Quote)
        else (block.text.text,)
        for block in [*article_of(*lines).blocks][:-1]
        if isinstance(block, Quote | Paragraph)
    ]


SAID = "“Kami siap melayani semua pembeli,”"


def test_what_is_told_around_a_quote_is_a_paragraph_of_its_own() -> None:
    """A paragraph is parted at its sentences into what is told and what is said, and nothing gets lost."""
    assert blocks_of(
        f"Ketua Koperasi Ana Lestari membuka pasar. {SAID} kata Ana, Senin. Pasar ramai. “Ayo datang ke pasar kami,” imbuhnya."
    ) == [
        ("Ketua Koperasi Ana Lestari membuka pasar.",),
        ("Ana Lestari, Ketua Koperasi", f"{SAID} kata Ana, Senin."),
        ("Pasar ramai.",),
        ("Ana Lestari, Ketua Koperasi", "“Ayo datang ke pasar kami,” imbuhnya."),
    ]


def test_sentences_of_one_speaker_are_one_quote() -> None:
    """A second quotation without a verb is the same speaker's; another speaker's begins a quote."""
    assert blocks_of(f"{SAID} kata Ana Lestari. “Pasar ini milik kita semua.” {SAID} ujar Budi Santoso.") == [
        ("Ana Lestari", f"{SAID} kata Ana Lestari. “Pasar ini milik kita semua.”"),
        ("Budi Santoso", f"{SAID} ujar Budi Santoso."),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“Kami siap melayani pembeli.", "“Mereka boleh menawar,” kata Ana Lestari."),
        ("“Kami siap melayani pembeli.", "Mereka boleh menawar,” kata Ana Lestari."),
        ('"Kami siap melayani pembeli.', '"Mereka boleh menawar," kata Ana Lestari.'),
    ],
)
def test_a_quote_may_go_on_over_paragraphs(first: str, second: str) -> None:
    """A quotation that is closed in the next paragraph is one quote of two."""
    assert blocks_of(first, second) == [("Ana Lestari", first, second)]


def test_a_forgotten_mark_opens_nothing() -> None:
    """A quotation that is never closed takes no paragraph in; it is a quote where it says who speaks."""
    lines = ("“Kami siap melayani pembeli hari ini", "“Kami juga siap,” kata Budi Santoso.")
    assert blocks_of("“Kami siap melayani pembeli, kata Ana Lestari.", lines[1]) == [
        ("Ana Lestari", "“Kami siap melayani pembeli, kata Ana Lestari."),
        ("Budi Santoso", lines[1]),
    ]
    assert blocks_of(lines[0], "Pasar ramai.", lines[1]) == [
        (lines[0],),
        ("Pasar ramai.",),
        ("Budi Santoso", lines[1]),
    ]


def test_emphasis_and_links_stay_with_their_part() -> None:
    """A paragraph with marks is parted at the same words; where a link spans two parts it stays whole."""
    text = "Pasar ramai. “Kami siap,” kata Ana."
    block = Block(1, text, rich="Pasar *ramai*. “Kami [siap](https://contoh.id/a b),” kata Ana.")
    assert parts_of(block, [13]) is None
    block = Block(1, text, rich="Pasar *ramai*. “Kami [siap](https://contoh.id),” kata Ana.")
    parts = parts_of(block, [13])
    assert parts
    assert [part.rich for part in parts] == ["Pasar *ramai*.", "“Kami [siap](https://contoh.id),” kata Ana."]
    across = Block(1, text, rich="Pasar [ramai. “Kami](https://contoh.id) siap,” kata Ana.")
    assert parts_of(across, [13]) is None


ATTRIBUTIONS = [
    ("Ketua Umum Kadin Nusa Raya, Arman Rasyid dalam keterangan resminya.", "Arman Rasyid", "Ketua Umum Kadin Nusa Raya"),
    ("Sekretaris Jenderal Aliansi Masyarakat Adat Nusa Raya, Ratna Sombo, lewat keterangan tertulis, Selasa, 17 Agustus 2021.", "Ratna Sombo", "Sekretaris Jenderal Aliansi Masyarakat Adat Nusa Raya"),
    ("Sekretaris Jenderal Kemenaker Anwar Santika kepada wartawan.", "Anwar Santika", "Sekretaris Jenderal Kemenaker"),
    ("Direktur Panas Bumi, Ida Nuryani Firmansyah, pada kesempatan yang sama.", "Ida Nuryani Firmansyah", "Direktur Panas Bumi"),
    ("Kepala Seksi Kesehatan Keluarga Dinkes Sumenep, Sri Wahyuningrum.", "Sri Wahyuningrum", "Kepala Seksi Kesehatan Keluarga Dinkes Sumenep"),
    ("Sekretaris Daerah Pesisir Barat.", "", ""),
    ("Kepala Bidang Sumber Daya Air.", "", ""),
    ("Direktur Utama BPR Syariah saat penandatanganan itu.", "", ""),
    ("kuasa hukum Noesodio, Rusdiman saat dihubungi.", "Rusdiman", "kuasa hukum Noesodio"),
    ("Kabid Humas Polda Jatim Frans Barung Rumapea saat jumpa pers.", "Frans Barung Rumapea", "Kabid Humas Polda Jatim"),
    ("Kepala Pusat Penerangan TNI Mayjen TNI Sisnadi di Mabes TNI, Cilangkap.", "Sisnadi", "Kepala Pusat Penerangan TNI Mayjen TNI"),
    ("Kasat Lantas Polres Metro Bekasi Kota AKBP Agung Pitoro.", "Agung Pitoro", "Kasat Lantas Polres Metro Bekasi Kota AKBP"),
    ("Kepala Penerangan Kodam XVII Letkol Arm Reza Nurpatria.", "Reza Nurpatria", "Kepala Penerangan Kodam XVII Letkol Arm"),
    ("Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nadia Makarti.", "Nadia Makarti", "Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi"),
    ("Direktur Penyuluhan, Pelayanan, dan Hubungan Masyarakat Ditjen Pajak Nelma Noor.", "Nelma Noor", "Direktur Penyuluhan, Pelayanan, dan Hubungan Masyarakat Ditjen Pajak"),
    ("Kepala Pusat Data, Informasi dan Komunikasi Kebencanaan BNPB, Abdul Muhadi, Ph.D.", "Abdul Muhadi", "Kepala Pusat Data, Informasi dan Komunikasi Kebencanaan BNPB"),
    ("ekonom Indef Bhima Yudhantara.", "Bhima Yudhantara", "ekonom Indef"),
    ("Kepala Ekonom Bank Mandiri Andry Asmara.", "Andry Asmara", "Kepala Ekonom Bank Mandiri"),
    ("pengacara Hotman Paris Hutapura.", "Hotman Paris Hutapura", "pengacara"),
    ("Bupati Kulon Progo, Hasto Wardana.", "Hasto Wardana", "Bupati Kulon Progo"),
    ("Lurah Kalibata, Asep.", "Asep", "Lurah Kalibata"),
    ("gelandang Real Madrid, Toni Krause.", "Toni Krause", "gelandang Real Madrid"),
    ("nelayan asal Muara Angke, Kasman.", "Kasman", "nelayan asal Muara Angke"),
    ("Country Manager Realme Indonesia Palson Yin.", "Palson Yin", "Country Manager Realme Indonesia"),
    ("Wakil Presiden Senior Apple Craig Ferris.", "Craig Ferris", "Wakil Presiden Senior Apple"),
    ("pejabat senior AS yang tidak disebutkan namanya.", "", ""),
    ("Gus Yahya.", "Yahya", ""),
    ("Ketua Satgas di Gedung DPR, Senayan, Jakarta.", "", ""),
    ("pengamat militer Khairul Fahri dari Institute for Strategic Studies.", "Khairul Fahri", "pengamat militer"),
    ("Direktur Jenderal Cipta Karya Kementerian PUPR, Danis H. Sumarna di Karangasem.", "Danis H. Sumarna", "Direktur Jenderal Cipta Karya Kementerian PUPR"),
    ("Kepala Desa Sukamaju, Imam Masyhudi, Jumat.", "Imam Masyhudi", "Kepala Desa Sukamaju"),
    ("Direktur Utama RSUP Dr Soeratno, Eniarta.", "Eniarta", "Direktur Utama RSUP Dr Soeratno"),
    ("Kalapas Kelas I Cipinang Tonny Nababan.", "Tonny Nababan", "Kalapas Kelas I Cipinang"),
    ("Jaksa Agung ST Burhandi.", "ST Burhandi", "Jaksa Agung"),
    ("Branch Communication Manager Bandara Nusa Raya, Holik Muardi.", "Holik Muardi", "Branch Communication Manager Bandara Nusa Raya"),
    ("Direktur Operasional PT LIB Sudjarwo kepada wartawan.", "Sudjarwo", "Direktur Operasional PT LIB"),
    ("Direktur Career Center.", "", ""),
    ("Kepala SMPIT Bina Insan.", "", ""),
    ("Mgr Ignatius Suharto.", "Ignatius Suharto", "Mgr"),
    ("Profesor David Heyman, ketua kelompok penasihat strategi dan teknis WHO.", "David Heyman", "Profesor"),
    ("Kasubdit IV Renakta Ditreskrimum Polda Lampung, AKBP Ferdian Fahmi, di Bandar Lampung.", "Ferdian Fahmi", "Kasubdit IV Renakta Ditreskrimum Polda Lampung, AKBP"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name", "role"), ATTRIBUTIONS)
def test_a_name_is_clean_and_its_role_is_whole(words: str, name: str, role: str) -> None:
    """Offices, organisations, regions, ranks and degrees are the role's or nobody's, and never the name's."""
    named = speaker_after(words)
    assert named
    assert (named.name, named.role if named.name else "") == (name, role)


NAMED = "Kepala Dinas Pangan Karawang, Rudi Hartono, mengatakan stok beras aman."
BARE = "“Kami siap melayani semua pembeli.”"
SPEAKERS = [
    ((f"{BARE} Ujar Rudi Hartono.",), "Rudi Hartono"),
    ((NAMED,f"{BARE} Ujarnya.",), "Rudi Hartono"),
    ((NAMED,f"{BARE} Rudi menegaskan.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} demikian Rudi.",), "Rudi Hartono"),
    ((f"{SAID} demikian Rudi Hartono.",), "Rudi Hartono"),
    ((f"{SAID} sebagaimana dikatakan Rudi Hartono.",), "Rudi Hartono"),
    ((f"{SAID} seperti yang disampaikan Rudi Hartono.",), "Rudi Hartono"),
    ((f"{SAID} Rudi Hartono, Ketua Koperasi, menjelaskan.",), "Rudi Hartono"),
    ((f"{SAID} Ketua Koperasi, Rudi Hartono, menjelaskan.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} ujarnnya.",), "Rudi Hartono"),
    ((f"{SAID} kata Rudi Hartono kepada Ana Lestari.",f"{SAID} ujarnya.",), "Rudi Hartono"),
    ((f"{SAID} kata Rudi Hartono. {SAID} balas Ana Lestari.",f"{SAID} ujarnya.",), "Ana Lestari"),
    ((NAMED,"Sementara itu, Joni sudah lima tahun berdagang di sana.",f"{SAID} katanya.",), ""),
    ((NAMED,f"Rudi mengaku bertemu Ana Lestari. Ana menurutnya sudah siap. {SAID} ujarnya.",), "Rudi Hartono"),
    (("Pedagang di sana adalah Lanaria Tambun. Perempuan itu mengatakan siap.",f"{SAID} katanya.",), "Lanaria Tambun"),
    ((f"{SAID} kata Rudi Hartono. Ia lalu tertawa. {SAID} sambungnya.",), "Rudi Hartono"),
    (("KARAWANG - Bupati Rudi Hartono membuka pasar, Senin (21/7).",f"{SAID} ujarnya.",), "Rudi Hartono"),
    (("Rudi Hartono kini menjabat ketua koperasi.",f"{SAID} ujarnya.",), "Rudi Hartono"),
    (("Nama Rudi Hartono sudah dikenal di pasar.",f"{SAID} ujarnya.",), ""),
    (("Polisi menangkap Rudi Hartono di pasar.",f"{SAID} ujarnya.",), ""),
    (("Polisi menangkap pedagang bernama Rudi Hartono.","Kapolsek AKP Ana Lestari membenarkan penangkapan itu.",f"{SAID} ujarnya.",), "Ana Lestari"),
    (("Warga protes. Mereka menuntut ganti rugi.",f"{SAID} kata mereka.",), ""),
    ((NAMED,f"Saat ditanya wartawan, ia menjawab, {BARE}",), "Rudi Hartono"),
    ((NAMED,f"Dalam pidatonya, Rudi menyebut pasar itu milik warga. {BARE}",), "Rudi Hartono"),
    ((NAMED,f"{BARE}",f"{SAID} imbuhnya.",), "Rudi Hartono"),
    (("Seperti diketahui, Presiden Rudi Hartono meminta semua pihak tenang.",f"{SAID} kata Presiden.",), "Rudi Hartono"),
    (("“Kami,” kata Rudi Hartono, “siap melayani semua pembeli di pasar.”",), "Rudi Hartono"),
    ((f"{SAID} Rudi Hartono berujar.",), "Rudi Hartono"),
    (("Rudi Hartono, melalui akun Instagram pribadinya, menulis, “Kami siap melayani semua pembeli.”",), "Rudi Hartono"),
    (("Melalui akun Instagram pribadinya, Rudi Hartono menulis, “Kami siap melayani semua pembeli.”",), "Rudi Hartono"),
    (("Dalam akun Instagram @rudi, penyanyi Rudi Hartono menuliskan: “Kami siap melayani semua pembeli.”",), "Rudi Hartono"),
    ((f"Kapolres AKBP Rudi Hartono didampingi Kasat Reskrim AKP Ana Lestari mengatakan pelaku ditangkap. {SAID} katanya.",), "Rudi Hartono"),
    ((f"Kapolres AKBP Rudi Hartono melalui Kasat Reskrim AKP Ana Lestari mengatakan pelaku ditangkap. {SAID} katanya.",), "Ana Lestari"),
    ((f"{SAID} ujar Kapolres AKBP Rudi Hartono didampingi Kasat Reskrim AKP Ana Lestari, Senin.",), "Rudi Hartono"),
    ((f"{SAID} ujar Wakil Ketua DPR dari Fraksi Golkar Rudi Hartono.",), "Rudi Hartono"),
    ((f"{SAID} ujar Rudi Hartono dari Fraksi Golkar.",), "Rudi Hartono"),
    ((f"{SAID} ujar Rudi Hartono yang mengenakan batik.",), "Rudi Hartono"),
    ((f"{SAID} ujar Rudi Hartono, yang ditemui di Ambon.",), "Rudi Hartono"),
    ((f"{SAID} ujar Rudi Hartono, warga RT 3 RW 5, Kelurahan Cipete.",), "Rudi Hartono"),
    ((f"{SAID} ujar salah satu pengunjung, Rudi Hartono, 34 tahun.",), "Rudi Hartono"),
    ((f"{SAID} ujar Rudi, bukan nama sebenarnya.",), "Rudi"),
    ((f"{SAID} ujar Rudi (nama samaran).",), "Rudi"),
    ((f"{SAID} ujar Ustadzah Ana Lestari.",), "Ana Lestari"),
    (("Hal itu disampaikan Kepala Dinas Pangan Karawang, Rudi Hartono, di Karawang, Senin (21/7/2025).",f"{SAID} ujarnya.",), "Rudi Hartono"),
    ((NAMED,"Hal senada diungkapkan Ketua RT 05, Suparno.",f"{SAID} katanya.",), "Suparno"),
    ((NAMED,"Hal senada diungkapkan Ketua RT 05, Suparno, yang tinggal di sana. “Kami siap melayani semua pembeli.”",), "Suparno"),
    (("Pasar ramai.","“Kami siap melayani semua pembeli.”","Hal itu diungkapkan Rudi Hartono, pedagang cabai.",), "Rudi Hartono"),
    (("Menurut Rudi Hartono, harga turun.",f"{SAID} kata dia.",), "Rudi Hartono"),
    (("Menurut pedagang cabai, Rudi Hartono, harga turun.",f"{SAID} kata Rudi.",), "Rudi Hartono"),
    ((f"{SAID} kata Rudi Hartono yang juga Ketua Koperasi Tani.",), "Rudi Hartono"),
    ((NAMED,"Ia menambahkan, “Kami siap melayani semua pembeli.”",), "Rudi Hartono"),
    ((NAMED,"“Kami siap melayani,” katanya, “semua pembeli di pasar ini.”",), "Rudi Hartono"),
    ((NAMED,f"Pasar buka pukul lima. {SAID} tambah Rudi.",), "Rudi Hartono"),
    (("Kepada wartawan, Rudi Hartono mengungkapkan, “Kami siap melayani semua pembeli.”",), "Rudi Hartono"),
    (("Saat dihubungi, Kapolsek Karawang Kota Kompol Rudi Hartono membenarkan hal itu. “Benar, pasar kami tutup sejak kemarin,” ujarnya.",), "Rudi Hartono"),
    ((f"{SAID} tulis Rudi Hartono di akun Instagram-nya.",), "Rudi Hartono"),
    ((f"{SAID} demikian bunyi keterangan resmi Bank Tani.",), "Bank Tani"),
    ((NAMED,f"{SAID} Rudi menegaskan.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} tegas Rudi Hartono.",), "Rudi Hartono"),
    ((f"{SAID} ungkap Rudi Hartono (45), petani asal Subang.",), "Rudi Hartono"),
    (("“Kami siap melayani semua pembeli.” Demikian disampaikan Rudi Hartono.",), "Rudi Hartono"),
    (("“Kami siap melayani semua pembeli.” Begitu kata Rudi Hartono.",), "Rudi Hartono"),
    (("Sementara itu, Rudi Hartono selaku ketua panitia mengatakan bahwa pasar aman. “Kami siap melayani semua pembeli,” jelasnya.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} kata seorang pedagang.","“Kami juga siap melayani mereka,” katanya.",), ""),
    ((f"{SAID} kata Perdana Menteri Belanda Dick Schoof seperti dikutip Reuters.",), "Dick Schoof"),
    (("Kata Rudi Hartono, “Kami siap melayani semua pembeli.”",), "Rudi Hartono"),
    ((NAMED,"Rudi pun berharap panen baik. “Semoga panen berikutnya jauh lebih baik,” harapnya.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} kata Rudi seraya tersenyum.",), "Rudi Hartono"),
    (("Penyanyi Sari Dewi Lestari meluncurkan album baru.",f"{SAID} ucap perempuan kelahiran Ambon itu.",), "Sari Dewi Lestari"),
    (("Penyanyi Sari Dewi Lestari meluncurkan album baru.",f"{SAID} ucap perempuan kelahiran Ambon, 7 Juli 1990.",), "Sari Dewi Lestari"),
    ((NAMED,f"{SAID} ujar ayah dua anak ini.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} kata Wakil Ketua Komisi II DPR itu.",), "Rudi Hartono"),
    (("Rudi Hartono: “Kami siap melayani semua pembeli.”",), "Rudi Hartono"),
    (("“Kami siap melayani semua pembeli.” — Rudi Hartono, Ketua Koperasi",), "Rudi Hartono"),
    ((NAMED,"Wali Kota Ana Lestari meresmikan pasar itu.",f"{SAID} ujarnya.",), ""),
    (("Bupati Garut Rudi Hartono dan Bupati Subang Rudi Santoso bertemu. Rudi Hartono mengatakan siap. Rudi Santoso mengatakan setuju.",f"{SAID} kata Rudi.",), ""),
    ((f"Namun, kata Rudi Hartono, pasar belum siap. {SAID} ujarnya.",), "Rudi Hartono"),
    ((f"Pasar, menurut Rudi Hartono, belum siap. {SAID} ujarnya.",), "Rudi Hartono"),
    ((f"Hal tersebut dikatakan oleh Direktur Utama PT Beras Makmur, Rudi Hartono. {SAID} jelasnya.",), "Rudi Hartono"),
    ((f"Demikian dikatakan Rudi Hartono kepada wartawan. {SAID} jelasnya.",), "Rudi Hartono"),
    ((f"{SAID} kata Ketua Umum Asosiasi Pedagang Pasar Seluruh Indonesia (APPSI) Rudi Hartono di Jakarta, Senin.",), "Rudi Hartono"),
    ((f"{SAID} ujar Rudi Hartono, S.E., M.M., Kepala Dinas Pangan.",), "Rudi Hartono"),
    ((f"{SAID} ujar Dr. H. Rudi Hartono, S.H., M.H.",), "Rudi Hartono"),
    ((f"{SAID} ujar Prof. Rudi Hartono, Ph.D.",), "Rudi Hartono"),
    ((f"{SAID} ujar Kombes Pol. Rudi Hartono, S.I.K., M.Si.",), "Rudi Hartono"),
    ((f"{SAID} ujar Ir. Rudi Hartono M.Sc.",), "Rudi Hartono"),
    ((f"{SAID} ujar RUDI HARTONO, Kepala Dinas.",), "RUDI HARTONO"),
    ((f"{SAID} ujar Kepala Dinas Pangan, RUDI HARTONO.",), "RUDI HARTONO"),
    ((f"{SAID} kata NH, warga Karawang.",), "NH"),
    ((f"{SAID} kata korban berinisial RS (23).",), ""),
    ((f"{SAID} kata korban yang enggan disebutkan namanya.",), ""),
    ((f"{SAID} kata Jan de Vries dari Rotterdam.",), "Jan de Vries"),
    ((f"{SAID} kata Muhammad bin Rashid al-Maktoum.",), "Muhammad bin Rashid al-Maktoum"),
    ((f"{SAID} kata Siti binti Ahmad.",), "Siti binti Ahmad"),
    ((f"{SAID} kata O'Brien.",), "O'Brien"),
    ((f"{SAID} kata Jean-Luc Moreau.",), "Jean-Luc Moreau"),
    ((f"{SAID} kata Suharti.",), "Suharti"),
    ((f"{SAID} kata Bu Suharti, pemilik warung.",), "Suharti"),
    ((f"{SAID} tulis NASA dalam laporannya.",), "NASA"),
    ((f"{SAID} tulis Kementerian Pertanian dalam keterangan resmi.",), "Kementerian Pertanian"),
    ((f"{SAID} ungkap Komnas HAM.",), "Komnas HAM"),
    ((f"{SAID} bunyi pernyataan Kedutaan Besar Jepang.",), ""),
    ((f"{SAID} kata Rudi Hartono kepada Kompas.com, Senin.",), "Rudi Hartono"),
    ((f"{SAID} kata Rudi Hartono, dilansir dari Antara, Senin (21/7).",), "Rudi Hartono"),
    ((f"{SAID} kata Rudi Hartono dalam siaran pers yang diterima Tempo.",), "Rudi Hartono"),
    ((f"{SAID} kata Menteri Perdagangan Rudi Hartono dan Menteri Pertanian Ana Lestari.",), ""),
    ((f"{SAID} kata Rudi, Ana, dan Budi serentak.",), ""),
    ((f"{SAID} kata Rudi Hartono Senin pagi.",), "Rudi Hartono"),
    ((f"{SAID} kata Rudi Hartono pada Senin, 21 Juli 2025.",), "Rudi Hartono"),
    ((f"{SAID} sebut Rudi Hartono.",), "Rudi Hartono"),
    ((f"{SAID} akunya.",), ""),
    ((NAMED,f"{SAID} akunya.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} pungkasnya.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} beber Rudi.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} katanya lagi.",), "Rudi Hartono"),
    ((NAMED,f"{SAID} ujar beliau.",), "Rudi Hartono"),
    ((NAMED,f"Menurutnya, pasar aman. {SAID} ujarnya.",), "Rudi Hartono"),
    ((NAMED,"Dalam kesempatan yang sama, Wali Kota Ana Lestari memuji para pedagang.",f"{SAID} puji Ana.",), "Ana Lestari"),
    ((NAMED,f"Rudi lantas tersenyum. {SAID} katanya.",), "Rudi Hartono"),
    (("Direktur Perusahaan Tambang Emas Nusa Raya, Rudi Hartono, memaparkan rencana.",f"{SAID} paparnya.",), "Rudi Hartono"),
    (("Rudi Hartono, Direktur Nusa Raya, memaparkan rencana.",f"{SAID} paparnya.",), "Rudi Hartono"),
    (("Rudi Hartono, petani berusia 45 tahun, sudah lama menanam padi.",f"{SAID} katanya.",), "Rudi Hartono"),
    (("Salah satu pedagang, Suryani (34), mengeluhkan sepinya pembeli.",f"{SAID} keluhnya.",), "Suryani"),
    (("Seorang pedagang bernama Suryani mengeluhkan sepinya pembeli.",f"{SAID} keluhnya.",), "Suryani"),
    (("Dikatakan Rudi Hartono, pasar itu aman.",f"{SAID} katanya.",), "Rudi Hartono"),
    (("Lebih lanjut, Rudi Hartono menerangkan bahwa pasar itu aman.",f"{SAID} katanya.",), "Rudi Hartono"),
    (("Adapun Rudi Hartono meminta warga tenang.",f"{SAID} pintanya.",), "Rudi Hartono"),
    (("Senada dengan Ana Lestari, Rudi Hartono meminta warga tenang.",f"{SAID} pintanya.",), "Rudi Hartono"),
    (("Berbeda dengan Ana Lestari, Rudi Hartono meminta warga tenang.",f"{SAID} pintanya.",), "Rudi Hartono"),
    (("Menanggapi pernyataan Ana Lestari, Rudi Hartono meminta warga tenang.",f"{SAID} pintanya.",), "Rudi Hartono"),
    (("Menjawab pertanyaan Ana Lestari, Rudi Hartono mengaku belum tahu.",f"{SAID} katanya.",), "Rudi Hartono"),
    (("Rudi Hartono mengatakan Ana Lestari akan datang.",f"{SAID} katanya.",), "Rudi Hartono"),
    (("Rudi Hartono kepada Ana Lestari mengatakan akan datang.",f"{SAID} katanya.",), "Rudi Hartono"),
    (("Rudi Hartono bersama Ana Lestari mengatakan akan datang.",f"{SAID} kata Rudi.",), "Rudi Hartono"),
    ((NAMED, "“Pengawasan akan terus kami lakukan di pasar, jelasnya."), "Rudi Hartono"),
    (("Kepala Dinas Prasarana Jalan dan Tata Ruang Sumbar Rudi Hartono mengatakan jalan baik.", f"{SAID} katanya."), "Rudi Hartono"),
    (("Rudi Hartono, pengajar senior di Pusat Inovasi, Institut Nusa Raya, AS, mengungkapkan hal itu.", f"{SAID} katanya."), "Rudi Hartono"),
    (("Kepala Bidang Perhubungan Tuban Imam Hartono mengatakan jalan baik.", f"{SAID} kata Imam."), "Imam Hartono"),
    ((NAMED, "Pemerintah memastikan stok aman.", f"{SAID} katanya."), "Rudi Hartono"),
    (("Juru Bicara Kementerian Luar Negeri (Kemlu) RI, Rudi Hartono, pada Senin (21/7) di Jakarta, menjelaskan hal itu.", f"{SAID} ujarnya."), "Rudi Hartono"),
    (("Lewat unggahan di Instagram, Rudi Hartono membagikan kabar duka.", f"{SAID} tulisnya."), "Rudi Hartono"),
    (("Kapolres Garut Ajun Komisaris Besar Polisi Rudi Hartono mengatakan siap.", f"{SAID} katanya."), "Rudi Hartono"),
    (("Seorang warga Desa Sukamaju, Kecamatan Cikupa, Rudi Hartono (40), mengaku ikhlas.", f"{SAID} ujarnya."), "Rudi Hartono"),
    (("Ditemui secara terpisah, Petinggi Tegalsari Agus Hartono mengatakan siap.", f"{SAID} ujarnya."), "Agus Hartono"),
    (("Dihubungi terpisah, Prof Dr Rudi Hartono, SpPD-KEMD dari RS Nusa Raya berharap ada perubahan.", f"{SAID} katanya."), "Rudi Hartono"),
    ((NAMED, f"Sedangkan Abdul Hakam berharap panen baik. {SAID} imbuhnya."), "Abdul Hakam"),
    ((NAMED, f"Rudi bilang panen baik. {SAID} imbuhnya."), "Rudi Hartono"),
    (("Ibu Suryani (70) sering membuat tetangganya kagum.", f"{SAID} katanya."), "Suryani"),
    (("Ahmad Rudi Hartono menanam padi.", f"{SAID} kata Rudi Hartono."), "Ahmad Rudi Hartono"),
    (("Presiden Rudi Hartono (Ruhar) hadir.", f"{SAID} kata Ruhar."), "Rudi Hartono"),
    (("Bupati Rudi Hartono atau yang akrab disapa Gus Ruhar hadir.", f"{SAID} kata Ruhar."), "Rudi Hartono"),
    (("Gus Ruhar, sapaan akrab Rudi Hartono, hadir.", f"{SAID} kata Gus Ruhar."), "Rudi Hartono"),
    ((f"{SAID} kata Menteri Perindustrian Rudi Hartono.", f"{SAID} imbuh Menperin."), "Rudi Hartono"),
    ((f"{SAID} kata Bupati Garut Rudi Hartono.", f"{SAID} imbuh Bupati."), "Rudi Hartono"),
    ((f"{SAID} kata Bupati Garut Rudi Hartono.", f"{SAID} imbuh Gubernur."), ""),
    ((NAMED, "Seorang pejabat mengatakan hal yang sama.", f"{SAID} katanya."), ""),
    ((NAMED, "Kepala dinas itu mengakui banyak kendala.", f"{SAID} katanya."), "Rudi Hartono"),
    ((NAMED, "Saat ditanya tentang Ana Lestari yang mengklaim pasar sepi, Rudi mengatakan tidak.", f"{SAID} katanya."), "Rudi Hartono"),
    (("Rudi Hartono koordinator dapur umum Sukamaju menilai stok aman.", f"{SAID} katanya."), "Rudi Hartono"),
    (("Kedatangan Rudi disambut warga. Gubernur Rudi Hartono mengatakan siap.", f"{SAID} kata Rudi."), "Rudi Hartono"),
    (("Aktor Rudi Hartono, dari Ambon, Maluku, mengatakan siap.", f"{SAID} katanya."), "Rudi Hartono"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "speaker"), SPEAKERS)
def test_the_last_quote_is_its_speakers(lines: tuple[str, ...], speaker: str) -> None:
    """In all usual orders, over neighbouring sentences, by surname, office or pronoun; unsure is nobody."""
    pieces = speeches([Block(number, line) for number, line in enumerate(lines, 1)])
    last = [piece.speech for parts in pieces.values() for piece in parts if piece.speech][-1]
    assert last.speaker.name == speaker


def test_an_unsure_speaker_is_nobody_and_said_so() -> None:
    """Where somebody else has been introduced since, nobody is named, and a remark names both."""
    recognised = read(NAMED, "Wali Kota Ana Lestari meresmikan pasar itu.", f"{SAID} ujarnya.")
    told = [problem.message for problem in recognised.problems if problem.code == "no-speaker"]
    assert told == ["it is unsure who says this quote: Rudi Hartono / Ana Lestari; nobody was taken"]
    assert recognised.article
    (quote,) = (block for block in recognised.article.blocks if isinstance(block, Quote))
    assert quote.speaker is None

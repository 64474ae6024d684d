"""What readers type, what a text says, whether the one must find the other; and a site of these texts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from searches import article
from sejajar.model import Edition
from sites import add_article, make_site


class Query(NamedTuple):
    typed: str
    text: str
    edition: Edition
    found: bool


TABLE = """
id + jumat | Salat Jum’at dimulai lebih awal.
id + jum'at | Pengajian Jumat malam ditunda.
id + Qur'an | Lomba membaca Al-Qur’an dibuka.
id + quran | Tadarus Al-Qur'an dimulai besok.
id + alquran | Mushaf Al-Qur’an kuno dipamerkan.
id + ma’ruf | Pidato Ma'ruf disiarkan langsung.
id + maruf | Wakil presiden Ma’ruf berpidato.
id + api | Tiket kereta-api terjual habis.
id + kereta api | Jadwal kereta-api berubah.
id + kereta-api | Rel kereta api diperbaiki.
id + sebut | Nama yang disebut-sebut itu hadir.
id + anak | Anak-anak bermain layangan.
id + anak-anak | Setiap anak mendapat buku.
id + undang | Rancangan undang-undang dibahas.
id + hati | Warga diminta berhati-hati.
id + ganti | Pejabat berganti-ganti tiap bulan.
id + 45.000 | Harganya Rp45.000 sekilo.
id + Rp45.000 | Harganya Rp45.000 sebungkus.
id + 1,5 | Nilainya Rp1,5 triliun setahun.
id + 3,4 | Utang US$3,4 miliar dibayar.
id + 12.500,50 | Kurs Rp12.500,50 per dolar.
id + 22.00 | Acara tutup pukul 22.00 WIB.
id + 2025 | Anggaran 2024/2025 disahkan.
id + 19 | Pandemi Covid-19 dinyatakan usai.
id + covid | Vaksin Covid-19 tersedia gratis.
id + Zürich | Delegasi tiba di Zurich kemarin.
id + são paulo | Pameran di Sao Paulo dibuka.
id + tani | Lahan pertanian menyempit.
id + pertanian | Kelompok tani bermusyawarah.
id + ekspor | Pabrik mengekspor sepatu kulit.
id + kuat | Penguatan mata uang berlanjut.
id + menteri | Kedua kementerian menunggu.
id + terbang | Penerbangan pagi dibatalkan.
id + sapu | Warga menyapu halaman balai.
id + pukul | Ia memukul gong tanda mulai.
id + satu | Mereka bersatu mendukung usul.
id + nyanyi | Penyanyi keroncong berlatih.
id + baca | Bacaan wajib ditambah.
id + KPK | Penyidik KPK-RI memanggil saksi.
id + (KPK) | Laporan ke KPK diterima.
id + "beras" | Stok beras mencukupi.
id + Panen, | Panen jagung melimpah.
id + PANEN | Panen tebu mundur.
id + n’djamena | Kedutaan di N'Djamena tutup.
id + dwi-bahasa | Papan dwi-bahasa dipasang.
id - api | Kuda lumping apik dipentaskan.
id - beras | Ia berasal dari Tegal.
id - menteri | Tamu diterima di pendopo.
id - tani | Daftar pertanyaan dikirim.
id - kuat | Semua boleh kecuali satu.
id - ajar | Bandar wajar ditangkap.
id - emas | Perkara remaja dimasukkan arsip.
id - perang | Beli lima perangko seri lama.
id - rusa | Perusahaan baja merugi.
id - padi | Warga setempat dipadukan.
id - 45.000 | Totalnya 145.000 lembar.
id - satu | Suatu hari nanti.
id - laut | Ia terlalut dalam doa.
id - kan | Rapat diadakan lusa.
en + naive | It is a naïve hope.
en + naïve | That was naive of them.
en + zurich | The talks in Zürich failed.
en + cafe | A café burnt down.
en + president | The vice-president’s visit ended.
en + vice-president | The vice president resigned.
en + o'clock | It begins at seven o’clock.
en + o’clock | It ends at nine o'clock.
en + women's | The women’s league began.
en + minister | The minister’s letter leaked.
en + ministers' | Two ministers met.
en + 45,000 | A price of Rp45,000 was named.
en + 1.5 | It costs $1.5bn to build.
en + covid | The Covid-19 ward closed.
en + import | A re-import ban was lifted.
en + state owned | A state-owned bank lent more.
en + state-owned | The bank is state owned.
en + study | Earlier studies disagreed.
en + studies | One study disagreed.
en + rise | Prices rose again.
en + bought | They buy rice.
en + children | A child was found.
en + exporting | The firm exports shoes.
en + decision | They decided nothing; decisions wait.
en + happiness | A happy ending for some.
en + generously | A generous grant arrived.
en + U.S. | The U.S. envoy left.
en + don’t | Drivers don't agree.
en + co-operation | Cooperation grew quickly.
en - perang | Growth was 5 per cent.
en - apple | They apply for permits.
en - imp | A port imposed the import rule.
en - port | The report was late.
en - war | The ward was closed.
en - rat | The rate fell.
en - organic | They organised a rally.
en - new | The news spread fast.
en - organ | They organised a march.
en - general | A generation has passed.
en - car | He cares for dogs.
en - past | They ate pasta.
en - policy | The police arrived.
en - 45,000 | There were 145,000 forms.
en - event | Eventually it stopped.
en - harga | The harbour was dredged.
"""
"""A line: the edition, `+` where the text must be found, `-` where it must not, what is typed, the text."""


def _query(line: str) -> Query:
    left, text = line.split(" | ")
    edition, sign, typed = left.split(" ", 2)
    return Query(typed, text, "id" if edition == "id" else "en", sign == "+")


QUERIES = tuple(map(_query, TABLE.strip().splitlines()))


def path_of(place: int) -> str:
    """Of the article that holds the text of QUERIES[place], below its edition."""
    return f"2025/01/kueri-{place:03}/"


def make_query_site(root: Path) -> Path:
    """An article for each query, whose one paragraph is the query's text, in the query's language alone."""
    make_site(root, articles=[])
    for place, query in enumerate(QUERIES):
        folder = f"2025/2025-01-01-kueri-{place:03}"
        number = f"{place:03}"
        own = query.text if query.edition == "id" else f"Zzz {number}."
        english = {f"Xx {number}": f"Yy {number}"}
        if query.edition == "en":
            english[own] = query.text
        text = article(folder, "Warta Uji", "Pangan", f"Xx {number}", [own])
        add_article(root, f"content/{folder}", text, english)
    return root

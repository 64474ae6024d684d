"""Words of Indonesian news that importing asks for: places, days and months, first words of sentences."""

from __future__ import annotations


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split("|")]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLACES = frozenset(
    _names("""
    jakarta | jakarta pusat | jakarta selatan | jakarta barat | jakarta timur | jakarta utara |
    dki jakarta | bandung | surabaya | medan | semarang | makassar | palembang | denpasar | yogyakarta |
    jogja | solo | surakarta | malang | bogor | depok | tangerang | tangerang selatan | bekasi | batam |
    pekanbaru | padang | jambi | bengkulu | bandar lampung | lampung | serang | cirebon | tasikmalaya |
    pontianak | banjarmasin | palangka raya | samarinda | balikpapan | tarakan | manado | gorontalo |
    palu | kendari | mamuju | ambon | ternate | sofifi | jayapura | manokwari | sorong | merauke |
    nabire | wamena | mataram | kupang | banda aceh | lhokseumawe | pangkalpinang | tanjungpinang |
    purwokerto | magelang | kediri | blitar | madiun | jember | banyuwangi | gresik | sidoarjo | sleman
    | bantul | garut | sukabumi | karawang | cikarang | cilegon | subang | kudus | tegal | nusantara |
    labuan bajo | london | washington | new york | beijing | tokyo | seoul | pyongyang | moskow | kyiv |
    kiev | singapura | kuala lumpur | bangkok | canberra | jenewa | den haag | paris | berlin | roma |
    brussel | riyadh | makkah | mekkah | madinah | kairo | gaza | yerusalem | teheran
    """)
)

ABBREVIATIONS = _words("dki diy ntb ntt as ri dc uea ikn uk usa")

OPENERS = _words("""
    menurut namun sementara kemarin saat pada dalam di dari ke oleh bagi untuk melansir mengutip
    dilansir dikutip selain ketika setelah sebelum meski meskipun sebelumnya adapun bahkan hal ini itu
    ia dia mereka kami kita saya anda dan atau tetapi tapi jika bila kalau karena sebab agar hingga
    sejak usai lalu kemudian juga pun akan sudah telah masih belum tidak bukan semua seluruh para
    beberapa banyak sebagai dengan seperti terkait padahal selanjutnya akibatnya kedua keduanya ketiga
    pertama terakhir sejumlah sebanyak sekitar secara sebuah hari tahun pekan bulan kini sekarang
    rencananya diketahui demikian selama bersama senada serupa lanjut tambah
    mengenai walau walaupun setiap berdasarkan akibat apalagi artinya jadi justru lantas maka
    melalui mengingat misalnya nah nantinya rencananya sayangnya sekalipun semula seusai siapa soal
    sontak tadi tak tanpa tentang tentunya terlebih termasuk ternyata untungnya wah yang pasalnya
    pihak pihaknya dirinya kendati guna demi apabila begitu belakangan berikut berkat bersamaan
    betapa cuma hanya hasilnya intinya kalaupun kapan kebetulan khusus kurang lagi lebih namanya pas
    saking sambil sebaliknya sebetulnya sebenarnya seandainya sehingga seiring selaku sembari semoga
    sesuai supaya di samping sisi bagaimana mengapa kenapa apa apakah mana dimana kemana adalah
    ialah yakni yaitu sekali suatu seorang seseorang sang para tim warga polisi petugas korban
    pelaku keduanya keempat semuanya setidaknya sejatinya lain nanti besok esok pagi siang sore
    malam dini tiba tiap usia via lewat per
    """)
"""Capitalised only because a sentence begins with them."""

CALENDAR = _words("""
    senin selasa rabu kamis jumat jum'at jum’at sabtu minggu ahad januari februari pebruari maret april
    mei juni juli agustus september oktober november nopember desember
    """)

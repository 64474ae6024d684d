"""The vocabulary of Indonesian news that importing asks: outlets, places, roles, verbs of saying."""

from __future__ import annotations


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split("|")]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADS = {
    **dict.fromkeys("lurah camat kades kapolsek kajari".split(), 2),
    **dict.fromkeys("ceo cfo coo founder co-founder bupati wabup walikota kapolres kapolresta".split(), 3),
}
"""Who heads something with a name of its own, which comes first: from so many words on, where a person's
name begins is unsure."""

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

ROLES = _words("""
    mata kajari kajati kapolresta kanit kasi kadis kabareskrim kadivhumas wamentan wakapolri wagub wabup
    kasatreskrim sekda sekretaris-jenderal chief pebisnis pengusaha relawan pemerhati pegiat pendeta
    presiden wapres wakil menteri ketua kepala direktur juru bicara jubir sekretaris sekjen jenderal
    anggota gubernur bupati wali kota walikota kapolri kapolda kapolres kapolsek kasat kabid kabag
    kasubdit kadiv panglima letjen mayjen brigjen irjen komjen letnan kolonel kapten kombes pol akbp
    kompol akp iptu ipda laksamana marsekal komandan pakar pengamat analis ahli peneliti profesor prof
    prof. dr dr. dokter drs ir ir. pengacara advokat koordinator manajer manager pelatih pemain
    politikus politisi jaksa hakim dosen rektor dekan ceo cfo coo presdir dirut dirjen mentan menlu
    menkeu menhan mendag menko mensesneg menkes menag mendagri menaker menpan wamen wamenlu wamenkeu
    kades lurah camat utusan duta besar dubes konsul staf khusus komisaris pimpinan pemimpin perdana pm
    pangeran paus uskup kardinal kiai kh ustaz ustadz bapak ibu pak bu mas mbak tuan nyonya penasihat
    deputi asisten inspektur petugas saksi warga pemilik pendiri penulis sutradara produser aktor aktris
    penyanyi humas eks mantan plt pj penjabat calon kandidat tersangka perwakilan ekonom kriminolog
    psikolog sosiolog astronom sejarawan aktivis kasad kasal kasau pangdam danrem karo vice president
    director executive officer senior eksekutif umum bidang seorang sang si dan salah satu pejabat
    sumber kanselir sultan imam spesialis dewan pembina instruktur chairman sales commercial marketing
    general
    polisi artis bek gelandang kiper striker penyerang winger musisi komedian presenter selebgram
    youtuber influencer pembalap petinju pebulutangkis petenis atlet desainer arsitek fotografer
    jurnalis wartawan editor pegawai karyawan nelayan petani pedagang sopir pengemudi mahasiswa
    siswa guru perawat bidan apoteker notaris penyuluh korban tetangga kakak adik ibunda ayah istri
    suami anak penjual pembeli pengunjung penumpang santri seniman budayawan penyair novelis ilmuwan
    dokter head vp svp evp avp gm founder co-founder owner managing partner research corporate
    communication communications relations secretary strategic affairs public marketing digital
    operation operations business development komjen bripka aiptu aipda brigadir bripda serda serma
    sertu letda lettu marsda marsma marsdya laksda laksma mayor letkol brigadir-jenderal besar
    komisaris wakapolres wakapolda wakil-ketua bendahara sekretaris kasi kasubag kasubbag kabiro
    karo kapuspen kapuspenkum kapusdatin kadiv kadispenad kanwil kakanwil kepsek wamenkes
    wamenkumham menkumham menkominfo menkopolhukam menpora menparekraf menhub mensos menaker
    menteri-koordinator ketum waketum sekda asops asisten ajudan kolumnis legislator senator wagub
    cawapres capres cagub cawagub calon petahana panelis moderator pembicara narasumber host vokalis
    gitaris drummer basis rapper model finalis juara eksekutor manajer direksi auditor akuntan
    konsultan pengajar peserta lulusan alumnus alumni pengurus penggugat tergugat terdakwa terpidana
    """)
"""What stands before a name and is no part of it."""

ORGANISATIONS = _words("""
    academy association university council agency company group corporation ministry department
    perusahaan organisasi federasi komite majelis mahkamah kepolisian bmkg bnpb pt cv tbk universitas
    institut institute sekolah bank yayasan partai badan dewan kementerian komisi fakultas dinas lembaga
    asosiasi perhimpunan rumah pusat kantor pengadilan kejaksaan polres polda polri polsek fraksi
    direktorat balai komnas gabungan ikatan persatuan perserikatan satgas biro pemerintah pemprov pemkot
    pemkab parlemen
    polresta polrestabes polsekta fraksi satpol basarnas baznas bpom bps bkn bpbd bawaslu kpud
    """)

INSTITUTIONS = ORGANISATIONS | _words("""
    atom sakit pendayagunaan aparatur reformasi birokrasi pembangunan perencanaan transmigrasi koperasi
    usaha kecil menengah pemberdayaan perempuan perlindungan anak agraria tata ruang pertanahan riset
    teknologi perumahan kawasan permukiman tertinggal imigrasi pemasyarakatan sipil statistik luar dalam
    negeri keuangan pertahanan keamanan nasional negara agama pendidikan kebudayaan kesehatan
    perdagangan pertanian perindustrian perhubungan pariwisata sosial lingkungan hidup hukum ham ekonomi
    energi sumber daya kelautan perikanan komunikasi informasi digital tenaga kerja pemuda olahraga
    pekerjaan kemaritiman politik pangan investasi intelijen militer angkatan darat laut udara republik
    tinggi konstitusi wilayah daerah kabupaten provinsi kecamatan kelurahan desa jawa barat timur tengah
    selatan utara sumatera kalimantan sulawesi papua bali aceh maluku nusa tenggara riau banten jakarta
    bandung surabaya medan lampung indonesia amerika serikat rusia ukraina china tiongkok cina jepang
    korea korut korsel inggris prancis perancis jerman italia spanyol belanda australia malaysia
    singapura thailand vietnam filipina myanmar india pakistan iran irak israel palestina suriah turki
    turkiye mesir arab saudi qatar yaman lebanon eropa asia afrika kanada meksiko brasil argentina
    polandia belarusia hamas hizbullah taiwan hong kong kamboja laos brunei timor leste uni
    bangsa-bangsa internasional dunia global moneter pengelola penyuluhan pengembangan sdm penanaman
    modal penyelidikan penanggulangan bencana meteorologi klimatologi geofisika pemberantasan korupsi
    pemilihan perwakilan rakyat kemenlu kemenkeu kementan kemenhan kemenkes kemendag kemenag kremlin
    pentagon gedung putih istana subkomisi penegakan studi kajian strategis penelitian kebijakan publik
    masyarakat hubungan kelas
    polhukam perekonomian penanganan kebencanaan data sekuritas sekuritasindo asset motor tbk
    persero group holding satuan tugas tim pakar guru besar hukum tata covid corona umat ulama
    muslim islam kristen katolik hindu buddha metro jaya lalu lintas reserse kriminal khusus umum
    narkoba intelkam sabhara humas protokol penerangan pengawasan pengawas keuangan otoritas jasa
    lembaga penjamin simpanan bulog pertamina telkom telkomsel pln garuda united city fc persib
    persija persebaya arema psm psis madrid barcelona liverpool chelsea arsenal timnas klub liga
    pratama gerindra golkar nasdem demokrat hanura perindo pembinaan ideologi pancasila ibadah haji
    umrah penyelenggaraan perumahan rakyat perdesaan pembangunan sarana prasarana peternakan
    hortikultura perkebunan kehutanan pangan tanaman karantina veteriner penyelenggara pemilu
    pengadaan barang layanan aset piutang lelang pajak bea cukai perbendaharaan anggaran fiskal
    perimbangan budaya bahasa sastra sejarah filsafat teknik kedokteran farmasi keperawatan
    psikologi ilmu ekonomika bisnis manajemen akuntansi kemahasiswaan akademik rektorat senat
    pascasarjana program jurusan laboratorium observatorium gempa tsunami vulkanologi mitigasi bumi
    antariksa penerbangan nuklir inovasi pengkajian penerapan elektronik siber sandi komando pasukan
    divisi brigade batalyon kodam kodim koramil korem lantamal resor sektor wilayah cabang ranting
    anak muhammadiyah nahdlatul
    """)
"""Words of institutions, countries and regions: between a role and a name, and never a person's."""

RANKS = _words("""
    irjen brigjen komjen kombes pol akbp akp kompol iptu ipda letjen mayjen letkol kolonel jenderal
    laksamana marsekal prof prof. dr dr. ir. drs.
    """)
"""Titles that no name holds: wherever they stand, the name follows."""

AMBIGUOUS = _words("agung muda utama mayor putra madya pratama")
"""Parts of titles that are names as well: parts of a title only after one."""

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

SAYING = (
    "dikatakan|disampaikan|diungkapkan|dijelaskan|ditegaskan|dituturkan|diutarakan|dipaparkan|diucapkan|dikemukakan|ditambahkan"
    "|tutur|kata|ujar|ungkap|ucap|jelas|tegas|imbuh|papar|sebut|tambah|terang|lanjut|pungkas|tandas|beber|urai|cetus"
    "|jawab|tanya|seru|kisah|cerita|kenang|klaim|tukas|timpal|sambung|ulas|tulis|bongkar|pinta|harap|kelakar|celetuk"
    "|sindir|kritik|ajak|imbau|himbau|tuding|aku|akui|simpul|jabar|rinci|lapor|pesan|tutup|kecam|bantah|nilai|gurau|canda|keluh|sesal|puji|kilah|dalih|elak|ancam|tantang|tegur|nasihat|imbau|lontar|tuntas"
    "|pesan|pikir|duga|prediksi|cecar|bisik|teriak|sapa|kesah|usul|saran|janji|sumpah|kutip|cuit|lanjut|urai|umbar"
)
"""Roots of verbs that follow direct speech, with or without `-nya`."""

REPORTING = (
    "mengatakan|menyatakan|mengungkapkan|mengungkap|menyebutkan|menyebut|menjelaskan|menegaskan|menambahkan|menuturkan"
    "|menerangkan|memaparkan|mengaku|mengakui|menilai|mengklaim|berkata|berujar|menyampaikan|memastikan|mencontohkan"
    "|menekankan|mengingatkan|melaporkan|membenarkan|membantah|menanggapi|menulis|mengumumkan|menyoroti|meminta"
    "|berharap|berpendapat|melanjutkan|membeberkan|mengimbau|menduga|menuding|mengecam|mengusulkan|mengucapkan|mengemukakan|mengutarakan|mengisahkan|menceritakan|bercerita|mencuit|mengajak|menyarankan"
    "|menyayangkan|menyesalkan|menampik|menepis|menolak|mengeluh|mengeluhkan|membenarkan|mengonfirmasi|memaparkan|menguraikan|merinci"
    "|menyimpulkan|menjawab|menimpali|menandaskan|memungkas|menyindir|mengkritik|memuji|mendesak|mendorong|menjanjikan|berjanji"
    "|menyerukan|memprediksi|memperkirakan|menargetkan|bertutur|berkisah|bersyukur|berpesan|menasihati|menyatakan|menduga|mewanti-wanti"
)
"""Verbs of saying that follow their subject."""

CONTAINERS = _words("""
    universitas institut politeknik desa kelurahan kecamatan kabupaten provinsi dusun kampung nagari pt
    cv yayasan pondok pesantren
    sekolah akademi rumah-sakit rsud rs sman smpn sdn smkn hotel stasiun bandara pelabuhan pasar kedai
    kafe klub
    """)
"""What has a name of its own: the word behind it is a part of that and of no person."""

GROUPS = _words("""
    peserta hadirin penonton massa warganet netizen mereka pendukung suporter jemaah jamaah rombongan
    sumber pernyataan keterangan
    laporan rilis siaran surat tim pihak unggahan akun pemilik
    """)
"""Who or what speaks without a name, also where a name follows that is an institution's."""

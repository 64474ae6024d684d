"""Common words that capitals do not make a name: at the head of a sentence, in titles, in institutions' names.

The most frequent words of Indonesian news and of its English that the patterns in names.py do not cover already, and
those of offices, institutions, places and peoples. A word that is missing here can only cause a finding where the other
text has an unknown one as well."""

INDONESIAN_WORDS = frozenset(
    """
    abad absen abu acara ada adalah adanya adat adha adik afrika agak agama agar agen agung agustus ahad
    ahli aja ajang akademi akademik akan akhir akibat akses aksi aktif aktor akuisisi alam alamat alami
    alasan alat alias alih aliran aljazair alkitab allah alternatif aluminium aman ambil amerika amunisi
    anak analis ancaman anda aneh anggaran anggota angin angka angkasa angkatan anime antara apa apabila
    apakah apalagi apapun apartemen api apotek arab arah arena armada artikel artis arus asal asasi aset
    asia asing asli aspek asumsi atas atau ataupun aturan australia austria awal awan babak babi back badai
    badan bagaimana bagi bagian bagus bahan bahasa bahkan bahwa baik bakal bakar balai balik bandang bandara
    banget bangga bangkit bangsa bangunan banjir bantuan banyak bapak barang barat barel barisan baru batang
    batas batu bauksit bawah bawang bayar bea beban bebas beberapa begitu bekerja belajar belakang belanda
    belanja belarusia belgia beli beliau belum benar bencana bendahara bentuk benua bepergian beracun berada
    beragam berakhir berapa berarti beras berasal berat berbagi berbeda berbuka berdiri berencana berfokus
    berguna berharap berhasil berikut berisiko berita berkas berkat berkata berlaku berlari bermain bermerek
    bernama bersama bersatu bersih bertemu berubah berupa berupaya berusaha berusia besar beserta besutan
    betul biasa biaya bicara bidang bila bilateral binatang bintang biro biru bisa bisnis blok bola boleh
    bom brasil brigjen bruto buah buat buatan budaya buddha buka bukan bukit bukti buku bulan bumi bunga
    bupati bursa buruk butir cabang cadangan cahaya calon camat capital cara catatan cedera celah cenderung
    center cepat cerai cerita chili cina cinta coba cocok comment cuaca cukai cukup cuma curah curam daerah
    daftar dagang dahulu dakwaan dalam damai dampak dan dana danau dapat darah darat daratan dari daring
    daripada dasar datang dataran daun daya dealer defisit dekade dekan dekat delapan demi demikian dengan
    denmark depan departemen deposito depresi derajat desa desain desember detik devisa dewa dewan dewasa
    dia diabetes diakses diambil dianggap diatur dibaca dibahas dibanding dibangun dibawa dibayar dibeli
    diberi dibiayai dibintangi dibuat dibuka dicapai didakwa didorong diduga didukung digelar digit digital
    dihormati dihubungi diikuti diingat dijaga dikenal diketahui dikirim dikonversi dikunjungi dikutip
    dilihat dimana dimiliki diminati dimulai dinas dingin dini dinilai dipakai dipegang dipenuhi diperbaiki
    diperoleh dipicu dipimpin dirancang direksi direktorat direktur diri dirilis dirjen dirut disebut
    diselidiki disepakati disetujui disini diskusi ditandatangani ditangkap diterima ditjen ditunjuk ditutup
    diubah dividen divisi dolar domestik donor dosen dramatis dua dugaan dukungan dulu dunia dusun efek
    efektif ekonomi ekosistem ekspansi ekspor eksternal ekstra elektronik elektronika elemen emas emisi
    empat enam energi enggan erat eropa faktor fakultas farming fase favoritmu februari fenomena filipina
    final financial finansial finlandia fisik fiskal fitri fokus format forum foto foton fourball foursome
    fraksi front fundamental gabungan gadget gadis gambar gangguan garis gawang gaya gedung gejolak gelar
    gelombang gempa genre gerakan gereja gitar global gol gratis grup gubernur gugatan gugus gula guna
    gunakan gunung guru hacker hadir haji hak hakim hal halaman halnya hambatan hampir hancur handset hangat
    hanya harapan harga hari harus hasil hati hebat hektar hendak heran hewan hibah hiburan hidup hijau
    himpunan hindu hingga hitam hitungan hiu hongaria hubungan hujan hukum huruf hutan ialah ibadah iblis
    ibu idul ijin ikatan iklim ikut ikuti ilegal ilmiah ilmuwan imam imbang imlek impor imun inci indeks
    indikator individu industri inflow infrastruktur inggris ingin ini inilah injil inklusif inovatif instan
    instansi institusi institut instrumen intensif internal internasional intervensi inti investor irjen
    irlandia islam islandia istri isu italia itu izin jadi jadwal jagoan jajak jaksa jalan jalur jam jaminan
    jangan jangka jantung januari jarak jarang jaringan jasa jatuh jauh jawa jawab jawaban jelas jemaat
    jembatan jendela jenderal jenis jepang jerman jika jual juara juga juli jumat jumlah juni juru justru
    juta kabupaten kaca kafe kaisar kaitan kajian kaki kalah kalangan kalau kalender kali kalian kalimantan
    kamboja kamera kami kamis kampanye kampung kamu kan kanan kandang kandidat kanker kantor kapal kapan
    kapolda kapolres kapolri kapolsek kapten karakter karang karena kartu karya karyawan kasar kasih kasus
    kata kategori katolik kaum kawasan kaya kayak kebun kecil kedua keempat keenam kejagung kejari kejati
    kelas kelima kelompok keluar keluarga kemarin kembali kenal kepada kepala keras kereta kerja kerjasama
    kertas ketemu ketiga ketika ketua khatulistiwa khawatir khusus kiai kilometer kimia kinerja kini kira
    kiri kisah kisaran kita kitab klaim klasemen klinik kliring klub koleksi kolombia kolonel komentar
    komersial komisi komitmen komoditi komponen komposisi komputer kondisi kondusif konferensi konsesi
    konsorsium konstitusi konstruksi konsumen konsumsi kontak kontrak kontribusi kontrol konvensi
    konvensional kopral korban korea korsel korupsi korut kota kotak kotor kpl kredit kreditor kriminal
    krisis kristen kuartal kuat kuba kubik kuda kuil kulit kunci kuning kunjungan kuno kupon kurang kurs
    kursus kutub laba laga lagi lahan lahir lain laju laki lakukan lalu lama lambat lancar landasan
    langganan langit langsung lanjut lansia lantai lapangan laporan lari latar latihan laut lawan layak
    layanan layar lebar lebaran lebat lebih lelang lembaga lembah lembar lengkap lensa lepas letjen letkol
    letnan letusan lewat lho libanon lifting liga lihat lima limpahkan lintas lipat listrik logam lokal
    lokasi lonceng longsor luar luas lulusan lumpur lunak lupa lurah mabuk macam mahal mahasiswa mahkamah
    majelis maju maka makam makan makanan makin makro maksimal malaikat malam malas maluku mampu mana
    manajemen manajer mandiri manfaat mantan manufaktur manusia maret markas maroko masa masif masih masing
    masjid maskapai masuk masyarakat mata matahari materi mau maupun mayjen mayor medis mei meksiko melalui
    melanda melayani meledak melemah melengkapi melepas melewati melihat melindungi melonjak melucuti
    memadai memahami memakai memang memantau memasuki membaca membahas membaik membangun membantu membawa
    membayar membekali membela membeli membentuk memberi memberitahu membiayai membongkar membuat membuka
    membunuh memecah memenuhi memicu memikat memilih memiliki memimpin meminta memukau memulai menambah
    menampung menandai menandatangani menang menangani menangkap menantang menara menarik mendag menembus
    menengah menerima menerjang menhan menilai meninggal meningkat menit menkes menkeu menko menlu menolak
    menonton mensesneg mentah mental mentan menteri menuju menulis menunggu menunjuk menurun menurut merah
    meraih merancang merasa merdeka merebut merek mereka merger merilis merkurius merosot merujuk merusak
    mesin mesir meski meskipun meter metrik mewah mewakili meyakini migas mikro mil miliar milik militer
    mineral minggu minimal minta minum minuman minyak mirip misi mobil modal momen momok moneter mortgage
    motif motor muda mudah mulai muncul mungkin murah musik musikal musim musisi myanmar nabi naik nama
    namun nanti nasabah nasional natal negara negatif negeri neraca newsletter nggak nih nikel nilai nominal
    nomor normal norwegia nuklir nusa nyaman nyaris nyata nyepi nyonya offer oktober olahraga oleh olimpiade
    ombak operasional operator optimal optimis optimistis orang otak otomatis otonomi outstanding ovation
    over pabrik pada pagi pahlawan pajak pak pakai pakta palestina paling panas panen pangan pangeran
    panggilan panggung panglima pangsa panitia panjang pantai papan paparan para paripurna pariwisata
    parlemen partai pasangan pasar pasca pasien pasir paskah pasokan pasti pastor pasukan pasutri patungan
    paus pedagang pegawai pejabat pekan pekerja pelajar pelaksana pelaku pelatih peluang pemain pemegang
    pemenang pemilik pemimpin pemuda penalti penasehat pendek peneliti penonton pensiun penting penuh
    penumpang penuntut perak peran perancis perang perangkat percaya perdana performa pergi perilaku
    peringkat periode perlu pernah pers persen peru pesan pesantren pesat pesawat pesepakbola peserta petani
    petugas piala pic pick pihak pikir pilar pilih pilihan pimpinan pindah pinjaman pintu pipa piutang
    planet plasma pohon poin pokok pola polandia polda polisi politik polres polri polsek polusi populer
    porsi portugal pos posisi positif potensi potensial prajurit praktis prancis pres presiden pria pribadi
    primer prinsip produk produksi produktif profil properti propinsi proses prospek protestan provinsi
    proyek proyeksi puasa publik pukul pula pulau pulsa puluh puluhan pun puncak punya pura pusat puskesmas
    putaran putih putra putri rabu rahasia raja raksasa rakyat ramadan rangka rapat rasa rasio rata rating
    ratu raya redaksi regional rekor rektor relatif remaja rencana rendah rentang republik reruntuhan resiko
    resmi resolusi restoran revisi ribu ribuan riil ringan risiko roda roket rokok ruang ruangan rumah rumor
    rusak rusia rute rutin saat sabtu sadar saham sains saja sakit saksi salah salinan saling salju sama
    sambil sampai samudera samudra sana sang sangat sanksi santai saraf sarapan sasaran satgas satu saturnus
    saudara saudi sawit saya sebab sebagai sebagaimana sebanyak sebelum seberapa sebesar sebuah secara
    securities sedang sederhana sedikit seekor segala segera segmen seharga sehari sehat sehingga seiring
    sejak sejarah sejati sejauh sekadar sekali sekaligus sekarang sekitar sekretaris seks seksi seksual
    sektor sekuriti sel selain selalu selam selama selandia selasa selat selesai seluas seluler seluruh
    semacam semakin semangat sementara semester seminggu sempat sempurna semua semula senada senang sendiri
    senilai senin senior senjata sentimen sentral seorang sepak sepakat sepanjang sepeda seperti sepuluh
    seri serial serikat sering serius serotonin serta serupa seseorang sesi sesuai sesuatu sesudah setahun
    setan setapak setara setempat setiap setuju seusai siang siap siapa siaran sidang signifikan sih sihir
    siklon simpanan singapura singkat sini sinyal sipil sisi sistem siswa situs skater skema skor skotlandia
    skuat soal software sorti sosial spanyol spesialis spesifik stabil staf standar standing stasiun
    strategi strategis struktur studi suami suap suara suatu subsidi sudah suhu suka sukses suku sulawesi
    sulit sumatera sumatra sumber sunda sungai sungguh supaya super supermarket surat suriah swasta swedia
    swiss syuting tadi tahan tahanan tahap tahu tahun tahunan tajam tak takut taman tambah tambahan tampak
    tampil tanah tanaman tanda tangan tangga tanggal tangguh tanggung tanjung tanker tanpa tantangan tapi
    tarif tarik taruna tata tegas tekanan teknik teknis teks telah telepon televisi teluk teman temen tempat
    tempo tenaga tenang tendangan tender tengah tenggara tentang tentara tentu tepat terakhir terang teratur
    terbaik terbang terbaru terbatas terbesar terbuka terbunuh tercapai tercatat tercermin tercipta terdapat
    terdiri tergantung terhadap terhubung terima terjadi terjepit terkait terkena terkenal terkendali
    terkini terlalu terlebih terletak terlibat terlihat terluka termasuk terminal ternyata terpasang
    terpengaruh terpenting terpopuler tersangka tersebar tersebut tersedia tersisa tertentu tertinggal
    tertinggi tertulis tertunda terus terutama tetangga tetap tetapi tewas tiap tiba tidak tidur tier tiga
    tiket tim timnas timur tindakan tinggal tinggi tingkat tiongkok tipe tipis titik toko tokoh tol topan
    topi total tradisional transaksi transmisi transparansi tren triliun triwulan trofi tropis tsunami tua
    tuan tubuh tuduhan tugas tuhan tujuan tujuh tukar tumbuh tunggal tuntutan turis turki turun tutur
    twitter uang ucap udara ujar ujung ukraina ukuran ulang umat umum undang undangan unggahan unggul ungkap
    uni unsur untuk upaya update urutan usaha usai usia uskup ustaz utama utang utara valuta venus views
    visual vital vulgar vulkanik waisak wajib wakil waktu walau walaupun walikota wanita wapres warga
    waspada wilayah wisata wisatawan working yahudi yaitu yakin yakni yang yayasan yordania yunani yupiter
    zaman
    """.split()
)
ENGLISH_WORDS = frozenset(
    """
    abandon able about above abroad absolute absolutes abuse academy accents accept access accident
    accidents accord accordion account accounts accurate achieve acquire across act acts acute add address
    addresses adequate adjacent advances advent advice affairs affect affects african afternoons again
    against age agenda agent agents ago aid aim air airline airlines airport airports aisles aka album
    alcohol alert all allow allows almost along alphabet alpine alps also alternate ambush american amid
    among amount amounts analyst ancient and ant anti antique any anywhere appearances appoint appreciate
    approach approaches apps april arab are area arena argue arisen army around arrange arrest arson art
    article arts ask aspects assault assess asset assets assistants associate assume assumes ate athletes
    atmosphere atom atoms atrium attacks attempt attempts attitude attract august autonomy avalanche avenue
    avoid award aware away backdrop background backyard bad bag bags bail balkan ball ballot balls ban band
    bank bank's banks banquets bare barrel barrels bars base baseball bases basin basis battle battles
    bauxite bay beach beaches bear bears beat beauty became because become becomes bed beds been before beg
    began begin begins begun behaviour behind beliefs believe believes below belt benchmark benefit benefits
    bengali bent besides best between beyond bible bid big biggest bike bile bill billion billions bird
    birthday bishop bit blocks blog bloody blue blueprint board boards boat body bomb bond bonds book books
    boomerangs boos boost born bosses bottles box boy brain branch branches brand brands breakfast brevis
    broadcast broke budget build built bulb bulk bunch burns bus businesses businessmen busy but buy cabinet
    cable cables calcium calendar call calls calm came cameras camp campaign can can't cancel candidate
    candidates cannot canyon cape capsule captain car card cards care cargo carillon carriages carry cars
    cartoons case cases cash casinos cast castle castles cause causes cavalry cave caves cell cella cells
    cellular cent centre cents century certain certificates chain chair chairman chairs chairwoman
    challenges champion chances change changes channel chapel charge charges chariots checks chief children
    chip chips chloride choice choose christmas church churches cigarettes circumstances cite citizen
    citizens city city's civil claim claims class clauses clients cliffs climate climb close clothes cloud
    clouds club clubs coach coast coastline coffin cold coldest collapse colleagues college colonel colony
    com combine combines come comedy comes command common commons companions company company's compare
    compete complete completes composite compound compounds comprises concave concentrate concerns concerts
    conclude condominiums conduct confirm conflict congress connects consistent consortium contact contains
    content continents continue continues contract contracts contribute control controls convenient cool
    copy core cork corp corporate corps correct cosmonaut cosmonauts cost cot could council country
    country's county couple coupon coupons course court cousin cracks crash credit credits crew crime crises
    crisis croat cross crowd crude cruise crush cup curb current customs cut cyclone czech dance data date
    dates day days dead debentures debt debts decades decide decline deep defense deficit defines degrees
    delay demand demands democrat denounce depend depends deposit deposits deputy desert deserts design
    despite details determine develop device devices diagnosis dialects did didn't different difficult
    difficulty dig digest dinosaurs diplomat direct disarm discount discovery discuss diseases dislike
    displays dispute dissipate distances distant distinct distribute district dividend dividends does
    doesn't dogs dollar dollars don don't done double dozens draft drama draw drew drinks driven drone drop
    drops drove drug drunk duct due dutch each earliest earthquake easiest east eastern easy eat economy
    edge effect effects efficient effort efforts eid else elsewhere emphasis empire employees empty enables
    encourages end enemy energy engine enjoy enterprises entire entry episode equivalent estimate estimates
    etc euro euros even event events every everyone evident exact examine example excess exchange excise
    exercise expand expect expenditures expenses expert expertise experts explore explores export exports
    extend extends extra extract extreme eye eyes face faces facilitate fact faculty fail failures fall
    fallen falls far fares farm fastest fauna favorite favour fear fee feel feels feet fell fellow felt
    female fence few fewest field fields fights figures filipino fill film finalize find fine fire firm
    firm's first fish five fjords flag flags flash fleet flew flights floods flow flows fluent fly focus
    focuses follow food foot football for force forces forecast foreign forest forget form formalizes forms
    fort fortune found fountain four fourballs foursomes fourteen fourths frames framework fraud fraudulent
    freedom french frequent fresh friday friends from front fruit fuel full fund funds funnel gain gains
    gallons game games gangs gap gaps garden gardens gas gate gates gauge gave gazebo german get gets giant
    give given gives glad glass gloomy god gold golden golf gone good goods gospel got gotten govern
    government's grace grams grand grants gravel greatest greek green grew grip gross ground grounds group
    group's groups grow guarantees guard guest guesthouse guilty gulf gunmen gym gymnasium gyroscope habits
    had hair hajj half hall hand handle handmade hands hangi happen happens happy harbour hard harm has
    hassle hat hats have head headlines heads healthy hear heard heart heat heavy hectares heels hei heir
    held help helps her herald herbivores here hero hidden hide hierarchy highest hike hikes hill hills him
    himself hindu his hit hits hold holds hole holes home homeland hometowns hominids hone hope hopes horses
    host hostel hot hotel hotels hottest hour hours house household houses how http huge human humans
    hundreds hurricane hurt husband hydrogen ice idea identify idn ill illustrates imagery images immediate
    immune impact import important imports improve impulses inc inch inches include includes income incomes
    increases independent index indicates industry infinite inflows injury inkjet inland input inputs inside
    install instant institute intact interest internet interview into invade invest involves iraqi islam
    island islands isle israeli issue items its itself jail jargon jeans jet jets jew jobs join joint judges
    june jungle just justice karate keep kept key kids kilometres kind kinds king kingdom kings knees
    knights know knows koran kph kremlin lab labour lady laid lake lakes land landfall landmarks landscape
    landscapes languages large largest last late latest latin launch law laws lay lead league leak learn
    least leave leaves led left legs lens lenses less let level levels license lie lies lieutenant life
    lifelong lifestyle like limit line list little live lives loan loans long look lord loss lost lot lots
    love low ltd lucid lunar machinery macho macro made magnitude mail mailboxes main mainland mainstay
    maintain make makes malay male mall man manipulate many march margins marina marine maritime mark market
    market's markets mars mass match matches matte maximum may maybe mean means meant meantime meanwhile
    measures media medicine medium meet memorize men mercury mere messages met meteorites method metro
    metropolis micro microscope microwave mid middle midfield midst mild mile miles milestone militant
    million mind minds mindset minimum ministry ministry's minus minute minutes miss mix mobile moderate
    modern module molecules momentum monastery monday month's months moon more moroccan morphine mosque
    mosquitoes most mount mountain mountains move moves mph mrs much mudflow multi multiple mummy museum
    muslim must name names narrow nation's navy near needs neighborhoods nerve nerves nest net network
    networks neurotoxins neutrons new news next nice nickel nine non none noodle nor northbound northern
    northwestern not note notes notice now nucleus objects observe obtain occur off office offices offshore
    often oil old oldest once one ones online onshore onto open opera operate operates opinion oppose organ
    organs origin originate originates otherwise ounce our out output outrun outside ovens overall overcome
    overscan own owns oxygen pace pact pad page paid paint pakistani palace palm palms parents park parks
    parody part participate particle particles particular parts party party's pass passport past paths
    patient patients pattern patterns pay pct peaks penalty peninsula pentagon people people's peoples per
    percent perhaps period permit permits person phalanges pharmacy phase phases phenomena phenomenon phone
    photographs photon photons photos pictures piece pieces pig pigs pillars pipe piracy pit place places
    plains plan plane planes plans plant plants plasm platform play playoff plays playwrights plaza plenty
    plus ply pocket point points pole police policy poll polls pool pope poppy popular port portfolio
    portofolio post postcards postmodern pounds poverty practice practices pre precedent predict predicts
    prepare preseason present president press pressures pretty prevent price prices primates prime prince
    princess principle principles prison private privileges prix prize pro probe problem problems procedures
    proceeds process produce produces product products prof profile profit program programs progress project
    projects promise property prospects protect protest protestant protocol protons provide provides
    province provinces public's pull pulls pumps pupils purchase purpose push put quake queen quest quilt
    quite quot quotes quran race races radio raffia rain rainfall rainforest rains rainy raise ramadan ran
    range ranges rapid rare rate rates ratify ratio reach read ready realize reason reasons reassess rebound
    recall receipts recent recipient recipients recognize record records rectangular red reduce referendum
    reflect reflects reform reforms regard regent region region's regions regular relationships relevant
    relief religion remain remains reminds remnants remove repay replace report reports represents
    republican require requires rescue research reserve reserves resolve resources respect rest restaurant
    restaurants restore result results retail retain return rev revenue revenues reverend reverse rice
    richest ride rights ringgit rings rise rises risk risks road roads rocket rocks role roofs room roots
    rose round route routes routine rubble rugby ruins rule rules run runs rupiah rupiah's saddle safety
    said sail saint sale sales salt same sand satellite saturday saturn saudi save saw say says scam scene
    schedule scheme scholars schools schoolwork sciences scopolamine score scorpions scourge scrap screen
    scuba sea search season second seconds secret sector's see seeds seek seeks seem seems seen seize seldom
    select self sell seminar senate send sense sent sentences serb serie serve serves service services set
    setbacks sets settle seven sex shadow shape share shares sharia shark sharp she ship ships shop shops
    short shot should shouldn't show show's shows side sidelines sides sidewalks sign significant signs
    silent similar simple since single singles sir site sites six size skates ski skill skills skip sky
    sleds sleep slippery slopes slow small smartphone snakes snow society soft softball sold solve some
    someone sometimes somewhere son soon sore sort sound source sources southern southwest sovereignty space
    spacewalk spam spare specialise specialize speech speeds spell spend spill spirit spoke spoken spokesman
    spokesperson sport sports spot spray square stab stadium staff stages stairs stake stakes standard star
    stars start starts state state's states status stay steel steep step steps stereotype stereotypes sticky
    still stole stomach stone stones stops store stores storm strait strategy straw street streets
    strengthen strengths strokes strong strongest student students studio study subject submarine submarines
    subprime subsidy substitute success such sucks sudden sugar suggest suicide sultan summit sun sunday
    sunny supermarkets support supports supreme sure surface surge surplus suspect suspicion swept swim
    swiss switch syariah symptoms syndrome system tackle take taken takes talk tank tanks target targets
    tarrifs taste tax taxes taxis teach teaches team tear technique telephone telescope tell temperatures
    temple ten tend tends term terms terraces test testimony text thai than thanks that that's the theatre
    theft their them theme themselves then there there's they'll they're they've thin think third thirds
    this those thousand thousands throat throne throughout throw thursday thus ticket tickets tide tides
    ties tilt tilts time times tiny tip title today today's told toll tomb tombs ton tone tons too took tool
    tools top torah tornado tornadoes touch tour towards toy trade trail trails train trains transform
    transit transmit transparent transport trap travel treasury treeless trees trend tribes tribune trilion
    trillion trillions trip trips troops trouble trust try tsunami tuesday turn turnout turns twenty twice
    two type types umbrella unbeaten underestimate undergo understand unfamiliar union unique unit units
    universe until upon upwards urban use uses vaccine valid valleys value values valve variables variety
    vary vehicle vehicles venus versus very vessel via vice victim victims video videos view villages
    violent virus visa visas visit visits volatile volcano volume vote wait walk wall walls want wants war
    warm wars wary was wasn't watch wavelengths waves way ways weak weaken wealthy weapons wear web website
    websites wednesday wee week week's weighs welcome welcomes welfare well welsh went were weren't west
    western wet what wheel when where whereabouts which while white who whole whom whose why wide wife wifi
    wilds will win wind window windows winds windy wins wish within without withstand woman women won won't
    word words work works world world's worldwide worry worse worst worthwhile would wouldn't written wrong
    year year's years yellow yen yesterday yet yield you you'll you're young your yourself zero zoom
    """.split()
)

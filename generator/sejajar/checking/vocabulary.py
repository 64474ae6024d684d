"""Common words that a capital does not make a name: heading a sentence, in titles, in institutions' names.

The most frequent words of Indonesian news and of its English that the patterns in names.py do not cover,
without plurals in s, and those of offices, institutions, places and peoples. A word that is missing here can
only cause a finding where the other text has an unknown one as well."""

INDONESIAN_WORDS = frozenset(
    """
    abad absen abu acara ada adalah adanya adat adik advokat afrika agak agama agar agen agung agustus ahad
    ahli aja ajang akademi akademik akan akhir akibat akses aksi aktif aktor akuisisi alam alamat alami alasan
    alat alias alih aliran aljazair alkitab allah alternatif aluminium aman amanat ambil amerika amunisi anak
    analis ancaman anda aneh anggaran anggota angin angka angkasa angkatan anime antara apa apabila apakah
    apalagi apapun aparatur apartemen api apotek arab arah arena armada artikel artis arus asal asasi aset
    asing asli aspek asumsi atas atase atau ataupun aturan awal awan ayat bab babak babi badai badan bagaimana
    bagi bagian bagus bahan bahasa bahkan bahwa baik bakal bakar balai balapan balik bandang bandara banget
    bangga bangkit bangsa bangunan banjir bantuan banyak bapak barang barat barel barisan baru batang batas
    batu bauksit bawah bawang bayar bea beban bebas beberapa begitu bekerja belahan belajar belakang belanda
    belanja belgia beli beliau belum benar bencana bendahara bendum bentuk benua bepergian beracun berada
    beragam berakhir berapa berarti beras berasal berat berbagi berbeda berbuka berdiri berencana berfokus
    berguna berharap berhasil berikut berisiko berita berkas berkat berkata berlaku berlari bermain bermerek
    bernama bersama bersatu bersih bertemu berubah berupa berupaya berusaha berusia besar beserta besutan
    betul biasa biaya bicara bidang bila bina binatang bintang biro biru bisa bisnis blok bola boleh bom
    brasil brigjen bruto buah buat buatan budaya buddha buka bukan bukit bukti buku bulan bumi bunga bupati
    bursa buruh buruk butir cabang cadangan cagar cagub cahaya calon camat candi capres cara catatan cawapres
    cedera celah cenderung cepat cerai cerita chili cina cinta cipta coba cocok comment cuaca cukai cukup cuma
    curah curam daerah daftar dagang dahulu dakwaan dalam damai dampak dan dana danau dapat darah darat
    daratan dari daring daripada dasar datang dataran daun daya dealer defisit dekade dekan dekat delapan demi
    demikian dengan depan departemen deposito depresi derajat desa desain desainer desember detik devisa dewa
    dewan dewasa dia diabetes diakses diambil dianggap diatur dibaca dibahas dibanding dibangun dibawa dibayar
    dibeli diberi dibiayai dibintangi dibuat dibuka dicapai didakwa didorong diduga didukung digelar digit
    digital dihormati dihubungi diikuti diingat dijaga dikenal diketahui dikirim dikonversi dikunjungi dikutip
    dilihat dimana dimiliki diminati dimulai dinas dingin dini dinilai dipakai dipegang dipenuhi diperbaiki
    diperoleh dipicu dipimpin dirancang direksi direktorat direktur diri dirilis dirjen dirut disebut
    diselidiki disepakati disetujui disini diskusi ditandatangani ditangkap diterima ditjen ditunjuk ditutup
    diubah dividen divisi dolar domestik dosen dramatis dua dugaan dukungan dulu dunia dusun duta efek efektif
    ekonomi ekosistem eksekutif ekspansi ekspor eksternal ekstra elang elektronik elektronika elemen emas
    emisi empat enam energi enggan erat eropa faktor fakultas farming fase favoritmu februari fenomena
    filipina finansial finlandia fisik fiskal fokus format forum foto foton fourball foursome fraksi front
    gabungan gadget gadis gambar gangguan garis garuda gawang gaya gedung gejolak gelar gelombang gelora gempa
    genre gerakan gereja gerindra gitar gizi gol golkar gratis grup gubernur gugatan gugus gula guna gunakan
    gunung guru hacker hadir haji hak hakim hal halaman halnya ham hambatan hampir hancur handset hangat hanya
    harapan harga hari harus hasil hati hebat hektar hendak heran hewan hibah hiburan hidup hijau hijriah
    himpunan hingga hitam hitungan hiu hongaria hubungan hujan hukum huruf hutan ialah ibadah iblis ibu ijin
    ikatan iklim ikut ikuti ilegal ilmiah ilmu ilmuwan imam imbang imlek impor imun inci indeks indikator
    individu industri inflow informatika infrastruktur inggris ingin ini inilah injil inklusif inovatif inpres
    insiden instan instansi institusi institut instruksi instrumen intensif internasional intervensi inti
    investor irjen irlandia islandia istri isu italia itu izin jadi jadwal jagoan jajak jaksa jalan jalur jam
    jaminan jangan jangka jantung januari jarak jarang jaring jaringan jasa jatuh jauh jawab jawaban jelas
    jemaat jembatan jendela jenderal jenis jepang jerman jika jual juara juga juli jumat jumlah juni juru
    justru juta kabar kabupaten kaca kafe kaisar kaitan kajian kaki kalah kalangan kalau kalender kali kalian
    kamboja kamera kami kamis kampanye kampung kamu kan kanan kandang kandidat kanker kantor kapal kapan
    kapolda kapolres kapolri kapolsek kapten karakter karang karantina karena kartu karya karyawan kasar kasih
    kasus kata kategori katolik kaum kawasan kaya kayak keadaan kebun kecil kedua keempat keenam kejagung
    kejari kejati kelas kelima kelompok keluar keluarga kemarin kembali kenal kepada kepala keppres keras
    kereta kerja kerjasama kertas ketemu ketiga ketika ketua ketum khatulistiwa khawatir khusus kiai kilometer
    kimia kinerja kini kira kiri kisah kisaran kita kitab klaim klasemen klinik kliring klub koalisi koleksi
    kolombia kolonel komentar komersial komisi komitmen komoditi komponen komposisi komputer kondisi kondusif
    konferensi konsesi konsorsium konstitusi konstruksi konsul konsumen konsumsi kontak kontrak kontribusi
    kontrol konvensi konvensional koordinator kopral korban korsel korupsi korut kota kotak kotor kpl kreatif
    kredit kreditor kriminal krisis kristen kuartal kuat kuba kubik kuda kuil kulit kunci kuning kunjungan
    kuno kupon kurang kurs kursus kutub laba laga lagi lahan lahir lain laju laki lakukan lalu lama lambat
    lancar landasan langganan langit langsung lanjut lansia lantai lapangan laporan lari latar latihan laut
    lawan layak layanan layar lebar lebaran lebat lebih legislatif lelang lembaga lembah lembar lembaran
    lengkap lensa lepas letjen letkol letnan letusan lewat lho libanon lifting liga lihat lima limpahkan
    lingkungan lintas lipat listrik logam lokal lokasi lonceng longsor lorong luar luas lulusan lumpur lunak
    lupa lurah mabuk macam mahal mahasiswa mahkamah majelis maju maka makam makan makanan makin makro maksimal
    malaikat malam malas mampu mana manajemen manajer mandiri manfaat mantan manufaktur manusia maret marga
    markas maroko masa masehi masif masih masing masjid maskapai masuk masyarakat mata matahari materi mau
    maupun mayjen mayor medis mei meksiko melalui melanda melayani meledak melemah melengkapi melepas melewati
    melihat melindungi melonjak melucuti memadai memahami memakai memang memantau memasuki membaca membahas
    membaik membangun membantu membawa membayar membekali membela membeli membentuk memberi memberitahu
    membiayai membongkar membuat membuka membunuh memecah memenuhi memicu memikat memilih memiliki memimpin
    meminta memukau memulai menambah menampung menandai menandatangani menang menangani menangkap menantang
    menara menarik menembus menengah menerima menerjang menilai meninggal meningkat menit menolak menonton
    mensesneg mentah mental menteri menuju menulis menunggu menunjuk menurun menurut merah meraih merancang
    merasa merdeka merebut merek mereka merilis merkurius merosot merujuk merusak mesin mesir meski meskipun
    meter metrik mewah mewakili meyakini migas mikro mil miliar milik militer mineral minggu minta minum
    minuman minyak mirip misi mobil modal momen momok moneter monumen motif motor muda mudah mulai mulia
    muncul mungkin murah musik musikal musim musisi mutakhir nabi naik nama namun nanti nasabah nasdem
    nasional natal negara negatif negeri nelayan neraca newsletter nggak nih nikel nilai nominal nomor
    norwegia nota nuklir nusa nyaman nyaris nyata nyepi nyonya obat oktober olahraga oleh olimpiade ombak
    operasional operator optimal optimis optimistis orang ormas otak otomatis otonomi outstanding ovation
    pabrik pada pagi pahlawan pajak pak pakai pakta palestina paling panas panen pangan pangeran panggilan
    panggung panglima pangsa panitera panitia panjang pantai papan paparan para paripurna pariwisata parlemen
    paroki partai pasal pasangan pasar pasca pasien pasir paskah paslon pasokan pasti pastor pasukan pasutri
    patung patungan paus pedagang pegawai pejabat pekan pekerja pelajar pelaksana pelaku pelatih peluang
    pemain pemegang pemenang pemilik pemilu pemimpin pemuda penalti penasehat pendek peneliti penemu penonton
    pensiun penting penuh penumpang penuntut perak perampok peran perancis perang perangkat percaya perda
    perdana performa pergi pergub perilaku peringkat periode peristiwa perlu pernah perppu perpres pers persen
    peru perunggu pesan pesantren pesat pesawat pesepakbola peserta petani petugas piala pic pidato pihak
    pikir pilar pileg pilih pilihan pilkada pilpres pimpinan pindah pinjaman pintu pipa piutang planet plasma
    pohon poin pokok pola polandia polda polisi politik polkam polres polri polsek polusi populer porsi pos
    posisi positif potensi potensial prajurit praktis prancis pres presiden pria pribadi primer prinsip produk
    produksi produktif profil properti propinsi proses prospek protestan provinsi proyek proyeksi puasa publik
    pukul pula pulau pulsa puluh puluhan pun puncak punya pura pusat puskesmas putaran putih putra putri rabu
    rahasia raja raksasa rakyat rangka rapat rasa rasio rata rating ratu raya redaksi rekor rektor relatif
    remaja rencana rendah rentang republik reruntuhan resiko resmi resolusi restoran revisi ribu ribuan riil
    ringan riset risiko roda roket rokok ruang ruangan rumah rumor rusak rusia rute rutin saat sabtu sadar
    saham sains saja sajian sakit saksi salah salinan saling salju sama sambil sampai samudera samudra sana
    sang sangat sanksi santai saraf sarapan sasaran satgas satu saturnus saudara saudi sawit saya sebab
    sebagai sebagaimana sebagian sebanyak sebelum seberapa sebesar sebuah secara securities sedang sedangkan
    sederhana sedikit seekor segala segera segmen seharga sehari sehat sehingga seiring sejahtera sejak
    sejalan sejarah sejati sejauh sekadar sekali sekaligus sekarang sekitar sekjen sekretaris seks seksi
    seksual sektor sekuriti sel selain selalu selam selama selandia selasa selat selatan selesai seluas
    seluler seluruh semacam semakin semangat sembilan sementara semester seminggu sempat sempurna semua semula
    senada senang sendiri senilai senin senjata sentimen sentral seorang sepak sepakat sepanjang sepeda
    seperti sepuluh serangan seri serial serikat sering serius serotonin serta sertifikat serupa seseorang
    sesi sesuai sesuatu sesudah setahun setan setapak setara setempat setiap setuju seusai siang siap siapa
    siaran sidang signifikan sih sihir siklon simpanan singa singapura singkat sini sinyal sipil sirkuit sisi
    sistem siswa situs skema skor skotlandia skuat soal software sorti sosial spanyol spesialis spesifik
    stabil stadion staf standar standing stasiun strategi strategis struktur studi suami suap suara suatu
    subsidi sudah suhu suka sukses suku sulit sumber sungai sungguh supaya super supermarket surat suriah
    swasta swedia swiss syuting tadi tahan tahanan tahap tahu tahun tahunan tajam tak takut taman tambah
    tambahan tampak tampil tanah tanaman tanda tangan tangga tanggal tangguh tanggung tani tanjung tanker
    tanpa tantangan tapi tarif tarik tata tegas tekanan teknik teknis teks telah telepon televisi teluk teman
    temen tempat tempo tenaga tenang tendangan tengah tenggara tentang tentara tentu tepat terakhir terang
    teratur terbaik terbang terbaru terbatas terbesar terbuka terbunuh tercapai tercatat tercermin tercipta
    terdakwa terdapat terdiri tergantung tergugat terhadap terhubung terima terjadi terjepit terkait terkena
    terkenal terkendali terkini terlalu terlebih terletak terlibat terlihat terluka termasuk terminal ternyata
    terpasang terpengaruh terpenting terpopuler tersangka tersebar tersebut tersedia tersisa tertentu
    tertinggal tertinggi tertulis tertunda terus terutama tetangga tetap tetapi tewas tiap tiba tidak tidur
    tier tiga tiket tim timnas timur tindakan tinggal tinggi tingkat tiongkok tipe tipis titik toko tokoh tol
    topan topi tradisional tragedi transaksi transmisi transparansi tren triliun triwulan trofi tropis tsunami
    tua tuan tubuh tuduhan tugas tugu tuhan tujuan tujuh tukar tumbuh tunggal tuntutan tur turis turki turun
    tutur twitter uang ucap udara ujar ujung ukuran ulang umat umum undang undangan unggahan unggul ungkap uni
    unsur untuk upaya update urutan usaha usai usia uskup ustaz utama utang utara valuta views vulgar vulkanik
    waisak wajib waketum waktu walau walaupun wanita warga warisan waspada wilayah wisata wisatawan working
    yahudi yaitu yakin yakni yang yayasan yordania yudikatif yunani yupiter zaman
    """.split()
)
ENGLISH_WORDS = frozenset(
    """
    abandon able about above abroad absolute absolutely absorbed abuse academic academy accents accept access
    accessed accident accomplished accord accordion account accounted accurate accused achieve achieved
    acquire acquired across act actual acute add added address addresses adequate adjacent admitted adopted
    advanced advantage advent adventure advice adviser advocate affairs affect affected affirmed african after
    afternoon again against age aged agenda agent ago agree agreed agricultural agriculture ahead aid aim
    aimed air airline airport aisles aka album alcohol alert all allegedly alley allow allowed almost along
    alphabet alpine alps already also alternate although always ambassador ambush american amid among amount
    amounted analyst ancient and anger animals anniversary announced annual another answer ant antarctic anti
    antique any anywhere appeal appear appeared applied apply appoint appointed appreciate approach approaches
    approval approved approximately apps april arab architecture arctic are area arena argue arisen armed army
    around arrange arrest arrested arrival arrived arson art article artificial artistic asian ask asked
    aspects assault assembly assess asset assigned assistants assists associate assume assured astronomer ate
    athletes atlantic atmosphere atom atrium attack attacked attempt attempted attended attitude attorney
    attract august austrian author autonomy avalanche avenue average averaged avoid avoided award awarded
    aware away babies back backdrop background backyard bad bag bail balkan ball ballot baltic ban band bank
    bank's banquets bare barrel bars base baseball based basic basin basis battle bauxite bay beach beaches
    bear beat beauty became because become bed been before beg began begin beginners begun behavior behaviour
    behind belgian beliefs believe believed below belt benchmark benefit bengali bent besides best better
    between beverage beyond bible bid big bigger biggest bike bilateral bile bill billion biologist bird birth
    birthday bishop bit black block blocked blog blood blooded bloody blue blueprint board boat body bomb bond
    book booked boomerangs boos boost borders born bosses both bottles bought box boxers boy brain branch
    branches brand branded break breakfast breakwater brevis bridge britain british britons broadcast broader
    broke bronze brother brought buddhist budget build built bulb bulgarian bulk bullied bunch bureau
    bureaucratic burial burns bus businesses businessmen busy but buy cabinet cable calcium calendar call
    called calm came cameras camp campaign can can't canal cancel canceled cancer candidate cannot canyon cape
    capital capsule captain captured car card care cargo caribbean carillon carriages carried carries carry
    cartoons case cash casinos cast castle categories category cathedral catholic caught cause caused cavalry
    cave cell cella cellular cent center central centre centuries century certain certainly certificates chain
    chair chairman chairwoman challenges chamber champion change changed channel channeled chapel chapter
    character charge charged chariots charismatic charter cheap cheaper check chief children chinese chip
    chloride choice choose christian christmas church churches cigarettes circular circulatory cite cited
    cities citizen city city's civil claim claimed class classic clauses clean clear clients cliffs climate
    climb climbed close closed closely closer closure clothes cloud club coach coal coast coastal coastline
    code coffee coffin coined cold colder coldest collapse collapsed colleagues collected college colonel
    colony com combine combined come comedy command commander commercial commissioner committed committee
    common commonly communist compacted companies companions company company's compare compared compete
    complete completed completely composed composite compound comprises computer concave concentrate concerned
    concerns concerts conclude condominiums conduct conducted confirm confirmed conflict confused congress
    connected connects conquistadors consequently consider considerably considered consisted consistent
    consistently consists consortium consul consumer contact contains content continents continue continued
    contract contribute contributed control controlled convenient converted convinced cool copies copy
    copyright core cork corp corporate correct correctly cosmonaut cost cot could council countries country
    country's county couple coupon course court cousin cover covered cracks crash crashed create credit crew
    crime criminal crises crisis croat cross crossed crowd crowded crude cruise crush cubic cultural culture
    cup curb current currently customer customs cut cyclone czech daily damage damaged dance danger danish
    data date day dead deadly deal dealers death debenture debt decades december decide decided declared
    decline declined decrease decree deemed deep deer defeat defense deficit defines degree delay delayed
    delivered demand democrat democratic denied denounce depend deposit deputy described desert design
    designed designer despite destroyed detailed details determine determined develop developed device
    diagnosis diagnostic dialects did didn't died differ different difficult difficulties difficulty dig
    digest dinosaurs diplomat direct directly disadvantage disagree disappointed disarm disaster discount
    discover discovered discovery discuss discussed disease dislike displays dispute dissipate distant
    distinct distinguished distribute distributed district disturbed divided dividend does doesn't dogs dollar
    domestic don don't done donor door double down downstream downtown dozens draft drafted drama draw dream
    drew drinks driven drone drop dropped drought drove drug drunk duct due dutch each earlier earliest early
    earmarked earned earth earthquake easiest easily east easter eastern easy eat economic economies economy
    edge effect efficient efficiently effort egyptian eid eight eighth either elected electoral electronic
    else elsewhere embassy emperor emphasis empire employee empty enables enacted encourage encouraged end
    ended endorsed enemy energy engine english enjoy enjoyed enough ensure enter entered enterprises entire
    entrepreneurial entry envisioned envoy epidemic episode equal equivalent essential established estimate
    etc ethnic euro european even event ever every everyone evident exact exactly examine example exceed
    excess exchange excise exercise exotic expand expanded expect expected expenditure expenses experienced
    expert expertise exploded explore explorers export exposure expressed extend extended external extra
    extract extreme extremely extremists eye face faced facilitate fact factory faculty faded fail failure
    fairly fall fallen families family far fares farm farmer faster fastest fatal father fauna favor favorite
    favour fear feathered february federal fee feel feet fell fellow felt female fence fertilizer festival
    fever few fewer fewest field fifth fight figure filed filipino fill filled film filmed final finalize
    financed financial find fine finger finish finished finnish fire fired firm firm's first fiscal fish
    fisheries five fixed fixture fjords flag flash fleet flew flight flood flourished flow flowed flowers
    fluent fly flyer focal focus focused focuses folders follow followed food foot football for force forced
    forecast forecasters foreign foreigners forest forestry forget form formal formalizes formed former
    formerly fort fortune fought found founded fountain four fourballs foursomes fourteen fourth frames
    framework fraud fraudulent free freedom french frequent fresh friday friendly friends from front fruit
    fuel fueled full fund fundamental funded funeral funnel further future gain gained gallons game gangs gap
    garden gas gate gauge gave gazebo general geothermal german gesture get giant give given glad glass global
    gloomy goal god gold golden golf gone good gospel got gotten govern government's governor grace grams
    grand granted grants gravel great greater greatest greatly greek green greenback grew grip gross ground
    group group's grow grown growth guarantee guaranteed guard guest guesthouse guilty gulf gunmen gym
    gymnasium gyroscope habits had hair hajj half hall hamlet hammock hampered hand handle handmade hangi
    happen happened happy harbor harbour hard harm has hassle hat have head headed headlines headquarters
    health healthy hear heard heart heat heather heavier heavy hectares heels hei heir held help helped
    hemisphere her herald herbivores here heritage hero hidden hide hierarchy high higher highest highway hike
    hill him himself hindu his historian historic history hit hold hole holy home homeland hometowns hominids
    hone honestly honor hope hoped horseback horses hospital host hosted hostel hot hotel hottest hour house
    household how however http huge human hundreds hungarian hunters hurricane hurt husband hydrogen ice idea
    identified identify idn ill illegal illustrates image imagery immediate immediately immoral immune impact
    implemented implied import important imported imposed improve improved impulses inc inch inches include
    included income increase increased increasingly indeed independent index indian indicates indicted
    indirectly individual indonesian induced industrial industries industry inexperienced infected infinite
    inflows infrastructure inhabited initial injured injuries injury inkjet inland input inside insight
    inspired install installed instant institute intact intended inter interest interested interior internal
    internet interview into intrahepatic introduced invade invaded invented invest invested involved involves
    iranian iraqi irish islam islamic island isle israeli issue issued italian items its itself jail january
    japanese jargon jeans jet jew jewish jobs join joined joint journal jousts judge judiciary july jumped
    june jungle jupiter just justice karate keep kept key keyboard kids killed kilometers kilometres kind king
    kingdom knees knights know knowledge known koran korean kph kremlin lab labor labour lack ladder lady laid
    lake land landfall landmarks landscape language large larger largest last lasted late later latest latin
    latter launch launched law lawyer lay lead leader league leak learn learned least leave led left legal
    legislature legs lender length lens lenses less let lethal letter level leverage liberal library license
    lie lieutenant life lifelong lifestyle lifted light lighter like likely likened limit limited line liners
    linkage list listed literature little live liver loaded loan lobster local long longer look looked lord
    loss lost lot love low lower lowered ltd lucid lunar machinery macho macro made magnetic magnitude mail
    mailboxes main mainland mainly mainstay maintain maintained majesty major make maker malay male mall man
    managed manager mandatory manicured manipulate manpower manufactured many march margins marina marine
    maritime mark marked market market's marriage married mars mass masters match matches material matte
    matter mature maximum may maybe mayor meal mean meant meantime meanwhile measures medal media medicine
    medieval mediterranean medium meet meltdown member memorandum memorial memorize memory men mercury mere
    merger messages met metal meteorites method metro metropolis micro microscope microscopist microwave mid
    middle midfield midst might mild mile milestone militant militaristic military million mind mindset
    minimal minimum minister ministry ministry's minus minute mirage miss mix mixed mobile moderate modern
    module molecules momentum monastery monday monetary money monomorphic month month's monthly moon more
    moroccan morphine mortgage mosque mosquitoes most mostly mother motorists mount mountain move moved mph
    mrs much mudflow multi multilateral multiple mummy murder museum muslim must name named namely narrow
    nation's natural nature navy near nearly necessary need needed neighborhoods neighbors neither nerve nest
    net network neurotoxins neutral neutrons never new newly newspaper next nice nickel night nine nomadic
    nominee non none noodle nor normal north northbound northeast northern northwestern norwegian not notably
    note noted notice november now nuclear nucleus number objects obligors observe observed obtain obtained
    occupied occur occurred ocean october off offer offered office officer official offshore often oil old
    older oldest olympic once one online only onshore onto open opened opener opera operate opinion oppose
    optimistic order organ origin original originate other otherwise ounce our out outdoors outlook output
    outrun outside ovens over overall overcome overnight overscan overseas own owned oxygen pace pacific pack
    packed pact pad page paid paint painted pakistani palace palm paper parents parish park parody part
    participate particle particular particularly parties partner party party's pass passed passengers passport
    past path patient pattern pay pct peaks peers penalty peninsula pentagon people people's per percent
    percentage performed perhaps period permit person personal phalanges pharmacy phase phenomena phenomenon
    phenotypic phone photographs photon photos pick picture piece pig pilgrimage pillars pipe piracy pit place
    placed plains plan plane planetary planned plant plasm platform play played player playoff playwrights
    plaza please pledged plenty plus ply pocket point pointed pole police policies policy polish politics poll
    pool poor pope poppy popular port portfolio portofolio portuguese possibly post postal postcards posted
    postmodern potential pounds poverty power practice pre precedent predict predicted prefer preferred
    prepare prepared preseason present presented presenter president presidential press pressure pretty
    prevent prey price priced primarily primary primates prime prince princess principle printers prior prison
    prisoner private privileges prix prize pro probably probe problem procedure proceeds process processed
    produce produced product prof professional professor profile profit program programmer progress project
    projected promise properties property proposed prospects protect protest protestant protesters protocol
    protons provide provided province proxies public public's publicly published publisher pull pumps pupils
    purchase purchased purpose pursued push pushed put quake quarantine quarter quarterly queen quest quickly
    quilt quite quot quoted quotes quran race racer racial racist radio raffia railway rain rainfall
    rainforest rainy raise rallies ramadan ran range ranked rapid rapper rare rarely rate rather ratify ratio
    reach reached read ready real realize reappointed reason reassess rebound recall receipts received recent
    recently recipient recognize record recorded recover rectangular red reduce reduced referendum referred
    reflect reflected reform regard regent region region's regional register registered regular rejected
    relationships relaxed release released relevant relied relief religion remain remained remember reminds
    remnants remove repay replace replaced report reported reportedly represented represents republic
    republican requests require required rescue research researcher reserve resigned resist resisted resolve
    resources respect respected rest restaurant restore restored result resulted retail retain return returned
    rev revenue reverend reverse reviewed rice richest ride right ringgit rings rise risk river road robbed
    rock rocket role rolled roller romanian roofs room roots rose rough roughly round route routine routinely
    royal rubble rugby rugged ruined ruins rule run runway rupiah rupiah's rural russian saddle safely safety
    said sail saint sale salt same sampled sand satellite saturday saturn saudi save saw say scam scandal
    scanner scattered scene schedule scheduled scheme scholars school schoolwork scientific scientist
    scopolamine score scored scorpions scottish scourge scrap screen scuba sea seal search season second
    secondary secret secretary sector's secured see seeds seek seekers seem seen seize seldom select self sell
    semester seminar senate send senior sense sensory sent september serb sergeant serie serve served service
    set setbacks settle seven several sex sexual shadow shape share sharia shark sharp she shelters ship shock
    shop short shorter shot should shoulders shouldn't show show's showed shown side sidelines sidewalks sight
    sign signal signed significant significantly silent silver similar simple simply since single sir sister
    site six sixth size skater skates ski skill skip sky skyscrapers sled sleep slightly slippery slopes sloth
    slow small smaller smartphone smooth snakes snow social society soft softball sold soldiers solve some
    someone sometimes somewhere son soon sore sort sought sound soundly source south southern southwest
    sovereignty space spacewalk spam spanish spare spatial speak speaker special specialise specialist
    specialize species specific speech speed speedway spell spend spill spirit spoke spoken spokesman
    spokesperson spokeswoman sport spot spray spread square squeezed stab stabbed stadium staff stage stairs
    stake standard star start started state state's status stay steal steam steel steep steeper step
    stereotype stick sticky still stock stole stomach stone stood stopped stops store stored stories storm
    story straighter strait strategic strategy straw street strength strengthen strengthened striker strokes
    strong stronger strongest strongly struck structure structured student studied studies studio study
    stunned sub-district subject submarine subprime subscribers subsidiaries subsidiary subsidy substitute
    succeed success successor such sucks sudden suddenly sued suffered sufferer sugar suggest suggested
    suicide sultan summer summit sun sunday sunny superior supermarkets supervisory supplies supply support
    supported supreme sure surface surge surged surplus survey survivors suspect suspected suspicion sustained
    swedish swept swim swiss switch syariah symptoms syndrome system tackle take taken talk tampered tank
    tankers target targeted tarrifs taste taught tax taxes taxis teach teachers teaches team tear technique
    teeth telephone telescope tell temperature temple temporary ten tend tended tender term terraces territory
    test tested testimony text thai than thanks that that's the theater theatre theft their them theme
    themselves then theories theory there there's thereafter these they they'll they're they've thieves thin
    think thinner third this those though thousand threat three throat throne through throughout throw thrown
    thursday thus ticket tide ties tilt tilted time timely tiny tip title today today's together told toll
    tomb ton tone tonight too took tool top torah tornado tornadoes total totaled touch tough tour tourist
    tower town toxic toy track trade traded traders traffic trail train trained transfer transferred transform
    transit transmit transmitted transparent transport transported trap trapped travel traveled traveler
    traveller treasurer treasury treat treaty treeless trees trend trial tribes tribune tried tries trigger
    triggered trilion trillion trip troop trophy trouble trust try tsunami tuesday turkish turn turned turnout
    twenties twenty twice two type typhoon umbrella unaudited unbeaten unconverted under underestimate undergo
    underpowered understand underwriters undisbursed unfamiliar unfortunately union unique unit united
    universe unknown unless unlikely unplugged unsolicited unsure until upgraded upheaval upon upper upright
    uproot urban use used users usual vaccine valid valley value valve variables variety vary vehicle venture
    venus verified versus very vessel via vice victim victory video vietnamese view village violent virus visa
    visit visited visual vital volatile volcanic volcano volume volunteer vote voted voters wait waited walk
    walked wall want wanted war warm wary was wasn't watch watched water waved wavelengths waves way weak
    weaken weakened wealth wealthy weapons wear weather web website wednesday wee week week's weekly weigh
    weight welcome welfare well welsh went were weren't west western westminster wet what wheel when where
    whereabouts whether which while white who whole whom whose why wide widely widespread wife wifi wilds will
    win wind window windy winner winter wish wished with withdrawn within without withstand woman women won
    won't word work worked worker world world's worldwide worried worry worse worst worth worthwhile would
    wouldn't written wrong year year's yellow yen yes yesterday yet yield you you'll you're young your
    yourself youth zero zoom
    """.split()
)

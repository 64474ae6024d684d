"""Common words that capitals do not make a name: at the head of a sentence, in titles, in institutions' names.

The most frequent words of Indonesian news and of its English that the patterns in names.py do not cover already, and
those of offices, institutions, places and peoples. A word that is missing here can only cause a finding where the other
text has an unknown one as well."""

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
    kasus kata kategori katolik kaum kawasan kaya kayak kebun kecil kedua keempat keenam kejagung kejari
    kejati kelas kelima kelompok keluar keluarga kemarin kembali kenal kepada kepala keppres keras kereta
    kerja kerjasama kertas ketemu ketiga ketika ketua ketum khatulistiwa khawatir khusus kiai kilometer kimia
    kinerja kini kira kiri kisah kisaran kita kitab klaim klasemen klinik kliring klub koalisi koleksi
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
    sebagai sebagaimana sebanyak sebelum seberapa sebesar sebuah secara securities sedang sederhana sedikit
    seekor segala segera segmen seharga sehari sehat sehingga seiring sejahtera sejak sejarah sejati sejauh
    sekadar sekali sekaligus sekarang sekitar sekjen sekretaris seks seksi seksual sektor sekuriti sel selain
    selalu selam selama selandia selasa selat selesai seluas seluler seluruh semacam semakin semangat
    sementara semester seminggu sempat sempurna semua semula senada senang sendiri senilai senin senjata
    sentimen sentral seorang sepak sepakat sepanjang sepeda seperti sepuluh seri serial serikat sering serius
    serotonin serta sertifikat serupa seseorang sesi sesuai sesuatu sesudah setahun setan setapak setara
    setempat setiap setuju seusai siang siap siapa siaran sidang signifikan sih sihir siklon simpanan singa
    singapura singkat sini sinyal sipil sirkuit sisi sistem siswa situs skema skor skotlandia skuat soal
    software sorti sosial spanyol spesialis spesifik stabil stadion staf standar standing stasiun strategi
    strategis struktur studi suami suap suara suatu subsidi sudah suhu suka sukses suku sulit sumber sungai
    sungguh supaya super supermarket surat suriah swasta swedia swiss syuting tadi tahan tahanan tahap tahu
    tahun tahunan tajam tak takut taman tambah tambahan tampak tampil tanah tanaman tanda tangan tangga
    tanggal tangguh tanggung tani tanjung tanker tanpa tantangan tapi tarif tarik tata tegas tekanan teknik
    teknis teks telah telepon televisi teluk teman temen tempat tempo tenaga tenang tendangan tengah tenggara
    tentang tentara tentu tepat terakhir terang teratur terbaik terbang terbaru terbatas terbesar terbuka
    terbunuh tercapai tercatat tercermin tercipta terdakwa terdapat terdiri tergantung tergugat terhadap
    terhubung terima terjadi terjepit terkait terkena terkenal terkendali terkini terlalu terlebih terletak
    terlibat terlihat terluka termasuk terminal ternyata terpasang terpengaruh terpenting terpopuler tersangka
    tersebar tersebut tersedia tersisa tertentu tertinggal tertinggi tertulis tertunda terus terutama tetangga
    tetap tetapi tewas tiap tiba tidak tidur tier tiga tiket tim timnas timur tindakan tinggal tinggi tingkat
    tiongkok tipe tipis titik toko tokoh tol topan topi tradisional tragedi transaksi transmisi transparansi
    tren triliun triwulan trofi tropis tsunami tua tuan tubuh tuduhan tugas tugu tuhan tujuan tujuh tukar
    tumbuh tunggal tuntutan tur turis turki turun tutur twitter uang ucap udara ujar ujung ukuran ulang umat
    umum undang undangan unggahan unggul ungkap uni unsur untuk upaya update urutan usaha usai usia uskup
    ustaz utama utang utara valuta views vulgar vulkanik waisak wajib waketum waktu walau walaupun wanita
    warga warisan waspada wilayah wisata wisatawan working yahudi yaitu yakin yakni yang yayasan yordania
    yudikatif yunani yupiter zaman
    """.split()
)
ENGLISH_WORDS = frozenset(
    """
    abandon able about above abroad absolute absolutely absolutes absorbed abuse academic academy accents
    accept access accessed accident accidents accomplished accord accordion account accounted accounts
    accurate accused achieve achieved acquire acquired across act acts actual acute add added address
    addresses adequate adjacent admitted adopted advanced advantage advent adventure advice adviser advocate
    affairs affect affected affects affirmed african after afternoon afternoons again against age aged agenda
    agent agents ago agree agreed agricultural agriculture ahead aid aim aimed air airline airlines airport
    airports aisles aka album alcohol alert all allegedly alley allow allowed allows almost along alphabet
    alpine alps already also alternate although always ambassador ambush american amid among amount amounted
    amounts analyst analysts ancient and anger animals anniversary announced annual another answer answers ant
    antarctic anti antique any anywhere appeal appeals appear appeared applied apply appoint appointed
    appreciate approach approaches approval approved approximately apps april arab architecture arctic are
    area areas arena argue arisen armed army around arrange arrest arrested arrival arrived arson art article
    artificial artistic arts asian ask asked aspects assault assembly assess asset assets assigned assistants
    assists associate assume assumes assured astronomer ate athletes atlantic atmosphere atom atoms atrium
    attack attacked attacks attempt attempted attempts attended attitude attorney attract august austrian
    author autonomy avalanche avenue average averaged avoid avoided award awarded aware away babies back
    backdrop background backyard bad bag bags bail balkan ball ballot balls baltic ban band bank bank's banks
    banquets bare barrel barrels bars base baseball based bases basic basin basis battle battles bauxite bay
    beach beaches bear bears beat beauty became because become becomes bed beds been before beg began begin
    beginners begins begun behavior behaviour behind belgian beliefs believe believed believes below belt
    benchmark benefit benefits bengali bent besides best better between beverage beyond bible bid big bigger
    biggest bike bilateral bile bill billion billions biologist bird birth birthday bishop bit black block
    blocked blocks blog blood blooded bloody blue blueprint board boards boat body bomb bond bonds book booked
    books boomerangs boos boost borders born bosses both bottles bought box boxers boy brain branch branches
    brand branded brands break breakfast breakwater brevis bridge britain british britons broadcast broader
    broke bronze brother brought buddhist budget build built bulb bulgarian bulk bullied bunch bureau
    bureaucratic burial burns bus businesses businessmen busy but buy cabinet cable cables calcium calendar
    call called calls calm came cameras camp campaign can can't canal cancel canceled cancer cancers candidate
    candidates cannot canyon cape capital capsule captain captured car card cards care cargo caribbean
    carillon carriages carried carries carry cars cartoons case cases cash casinos cast castle castles
    categories category cathedral catholic caught cause caused causes cavalry cave caves cell cella cells
    cellular cent center centers central centre cents centuries century certain certainly certificates chain
    chair chairman chairs chairwoman challenges chamber champion change changed changes channel channeled
    chapel chapter character charge charged charges chariots charismatic charter cheap cheaper check checks
    chief children chinese chip chips chloride choice choose christian christmas church churches cigarettes
    circular circulatory cite cited cities citizen citizens city city's civil claim claimed claims class
    classic clauses clean clear clients cliffs climate climb climbed close closed closely closer closure
    clothes cloud clouds club clubs coach coal coast coastal coastline code coffee coffin coined cold colder
    coldest collapse collapsed colleagues collected college colonel colony com combine combined combines come
    comedy comes command commander commercial commissioner commissioners committed committee common commonly
    commons communist compacted companies companions company company's compare compared compete complete
    completed completely completes composed composite compound compounds comprises computer computers concave
    concentrate concerned concerns concerts conclude condominiums conduct conducted confirm confirmed conflict
    confused congress connected connects conquistadors consequently consider considerably considered consisted
    consistent consistently consists consortium consul consumer contact contains content continents continue
    continued continues contract contracts contribute contributed control controlled controls convenient
    converted convinced cool copies copy copyright core cork corp corporate corps correct correctly cosmonaut
    cosmonauts cost costs cot could council countries country country's county couple coupon coupons course
    court cousin cover covered covers cracks crash crashed create credit credits crew crime criminal crises
    crisis croat cross crossed crowd crowded crude cruise crush cubic cultural culture cup curb current
    currently customer customers customs cut cyclone czech daily damage damaged dance danger danish data date
    dates day days dead deadly deal dealers death debenture debentures debt debts decades december decide
    decided declared decline declined decrease decree deemed deep deer defeat defense deficit defines degree
    degrees delay delayed delivered demand demands democrat democratic denied denounce depend depends deposit
    deposits deputy described desert deserts design designed designer designers despite destroyed detailed
    details determine determined develop developed device devices diagnosis diagnostic dialects did didn't
    died differ different difficult difficulties difficulty dig digest dinosaurs diplomat direct directly
    disadvantage disagree disappointed disarm disaster disasters discount discover discovered discovery
    discuss discussed disease diseases dislike displays dispute dissipate distant distinct distinguished
    distribute distributed district disturbed divided dividend dividends does doesn't dogs dollar dollars
    domestic don don't done donor donors door double down downstream downtown dozens draft drafted drama draw
    dream dreams drew drinks driven drone drop dropped drops drought drove drug drunk duct due dutch each
    earlier earliest early earmarked earned earth earthquake easiest easily east easter eastern easy eat
    economic economies economy edge effect effects efficient efficiently effort efforts egyptian eid eight
    eighth either elected electoral electronic else elsewhere embassy emperor emphasis empire employee
    employees empty enables enacted encourage encouraged encourages end ended endorsed enemy energy engine
    english enjoy enjoyed enough ensure enter entered enterprises entire entrepreneurial entry envisioned
    envoy epidemic episode equal equivalent essential established estimate estimates etc ethnic euro european
    euros even event events ever every everyone evident exact exactly examine example exceed excess exchange
    excise exercise exotic expand expanded expect expected expenditure expenditures expenses experienced
    expert expertise experts exploded explore explorers explores export exports exposure expressed extend
    extended extends external extra extract extreme extremely extremists eye eyes face faced faces facilitate
    fact factory faculty faded fail failure failures fairly fall fallen falls families family far fares farm
    farmer farmers faster fastest fatal father fauna favor favorite favour fear feathered february federal fee
    feel feels feet fell fellow felt female fence fertilizer festival festivals fever few fewer fewest field
    fields fifth fight fights figure figures filed filipino fill filled film filmed final finalize financed
    financial find fine finger fingers finish finished finnish fire fired firm firm's firms first fiscal fish
    fisheries five fixed fixture fjords flag flags flash fleet flew flight flights flood floods flourished
    flow flowed flowers flows fluent fly flyer focal focus focused focuses folders follow followed food foot
    football for force forced forces forecast forecasters foreign foreigners forest forestry forests forget
    form formal formalizes formed former formerly forms fort fortune fought found founded fountain four
    fourballs foursomes fourteen fourth fourths frames framework fraud fraudulent free freedom french frequent
    fresh friday friendly friends from front fruit fuel fueled full fund fundamental funded funds funeral
    funnel further future gain gained gains gallons game games gangs gap gaps garden gardens gas gate gates
    gauge gave gazebo general generals geothermal german gesture get gets giant give given gives glad glass
    global gloomy goal goals god gold golden golf gone good goods gospel got gotten govern government's
    governor grace grams grand granted grants gravel great greater greatest greatly greek green greenback grew
    grip gross ground grounds group group's groups grow grown growth guarantee guaranteed guarantees guard
    guest guesthouse guests guilty gulf gunmen gym gymnasium gyroscope habits had hair hajj half hall hamlet
    hammock hampered hand handle handmade hands hangi happen happened happens happy harbor harbour hard harm
    has hassle hat hats have head headed headlines headquarters heads health healthy hear heard heart heat
    heather heavier heavy hectares heels hei heir held help helped helps hemisphere her herald herbivores here
    heritage hero hidden hide hierarchy high higher highest highway hike hikes hill hills him himself hindu
    his historian historic history hit hits hold holds hole holes holy home homeland hometowns hominids hone
    honestly honor hope hoped hopes horseback horses hospital host hosted hostel hosts hot hotel hotels
    hottest hour hours house household houses how however http huge human humans hundreds hungarian hunters
    hurricane hurt husband hydrogen ice idea ideas identified identify idn ill illegal illustrates image
    imagery images immediate immediately immoral immune impact implemented implied import important imported
    imports imposed improve improved impulses inc inch inches include included includes income incomes
    increase increased increases increasingly indeed independent index indian indicates indicted indirectly
    individual individuals indonesian induced industrial industries industry inexperienced infected infinite
    inflows infrastructure inhabited initial injured injuries injury inkjet inland input inputs inside insight
    inspired install installed instant institute intact intended inter interest interested interests interior
    internal internet interview into intrahepatic introduced invade invaded invented invest invested involved
    involves iranian iraqi irish islam islamic island islands isle israeli issue issued italian items its
    itself jail january japanese jargon jeans jet jets jew jewish jobs join joined joint journal jousts judge
    judges judiciary july jumped june jungle jupiter just justice karate keep kept key keyboard kids killed
    kilometers kilometres kind kinds king kingdom kings knees knights know knowledge known knows koran korean
    kph kremlin lab labor labour lack ladder lady laid lake lakes land landfall landmarks landscape landscapes
    language languages large larger largest last lasted late later latest latin latter launch launched law
    laws lawyer lawyers lay lead leader leaders league leak learn learned least leave leaves led left legal
    legislature legs lender length lens lenses less let lethal letter letters level levels leverage liberal
    library license lie lies lieutenant life lifelong lifestyle lifted light lighter like likely likened limit
    limited line liners linkage list listed literature little live liver lives loaded loan loans lobster local
    long longer look looked lord loss lost lot lots love low lower lowered ltd lucid lunar machinery macho
    macro made magnetic magnitude mail mailboxes main mainland mainly mainstay maintain maintained majesty
    major make maker makes malay male mall man managed manager mandatory manicured manipulate manpower
    manufactured many march margins marina marine maritime mark marked market market's markets marriage
    married mars mass masters match matches material materials matte matter matters mature maximum may maybe
    mayor meal mean means meant meantime meanwhile measures medal media medicine medieval mediterranean medium
    meet meltdown member members memorandum memorial memorize memory men mercury mere merger messages met
    metal meteorites method metro metropolis micro microscope microscopist microwave mid middle midfield midst
    might mild mile miles milestone militant militaristic military million mind minds mindset minimal minimum
    minister ministers ministry ministry's minus minute minutes mirage miss mix mixed mobile moderate modern
    module molecules momentum monastery monday monetary money monomorphic month month's monthly months moon
    more moroccan morphine mortgage mosque mosquitoes most mostly mother motorists mount mountain mountains
    move moved moves mph mrs much mudflow multi multilateral multiple mummy murder museum muslim must name
    named namely names narrow nation's natural nature navy near nearly necessary need needed needs
    neighborhoods neighbors neither nerve nerves nest net network networks neurotoxins neutral neutrons never
    new newly news newspaper next nice nickel night nine nomadic nominee non none noodle nor normal north
    northbound northeast northern northwestern norwegian not notably note noted notes notice november now
    nuclear nucleus number numbers objects obligors observe observed obtain obtained occupied occur occurred
    ocean october off offer offered offers office officer officers offices official officials offshore often
    oil old older oldest olympic olympics once one ones online only onshore onto open opened opener opera
    operate operates opinion oppose optimistic order organ organs origin original originate originates other
    others otherwise ounce our out outdoors outlook output outrun outside ovens over overall overcome
    overnight overscan overseas own owned owns oxygen pace pacific pack packed pact pad page paid paint
    painted pakistani palace palm palms paper papers parents parish park parks parody part participate
    particle particles particular particularly parties partner partners parts party party's pass passed
    passengers passport past path paths patient patients pattern patterns pay pct peaks peers penalty
    peninsula pentagon people people's peoples per percent percentage performed perhaps period permit permits
    person personal phalanges pharmacy phase phases phenomena phenomenon phenotypic phone photographs photon
    photons photos pick picture pictures piece pieces pig pigs pilgrimage pillars pipe piracy pit place placed
    places plains plan plane planes planetary planned plans plant plants plasm platform play played player
    players playoff plays playwrights plaza please pledged plenty plus ply pocket point pointed points pole
    police policies policy polish politics poll polls pool poor pope poppy popular port portfolio portofolio
    portuguese possibly post postal postcards posted postmodern potential pounds poverty power practice
    practices pre precedent predict predicted predicts prefer preferred prepare prepared preseason present
    presented presenter president presidential press pressure pressures pretty prevent prey price priced
    prices primarily primary primates prime prince princess principle principles printers prior prison
    prisoner prisoners private privileges prix prize pro probably probe problem problems procedure procedures
    proceeds process processed produce produced produces product products prof professional professor profile
    profit program programmer programs progress project projected projects promise properties property
    proposed prospects protect protest protestant protesters protests protocol protons provide provided
    provides province provinces proxies public public's publicly published publisher pull pulls pumps pupils
    purchase purchased purpose pursued push pushed put quake quarantine quarter quarterly quarters queen quest
    quickly quilt quite quot quoted quotes quran race racer races racial racist radio raffia railway rain
    rainfall rainforest rains rainy raise rallies ramadan ran range ranges ranked rapid rapper rare rarely
    rate rates rather ratify ratio reach reached read ready real realize reappointed reason reasons reassess
    rebound recall receipts received recent recently recipient recipients recognize record recorded records
    recover rectangular red reduce reduced referendum referred reflect reflected reflects reform reforms
    regard regent region region's regional regions register registered regular rejected relationships relaxed
    release released relevant relied relief religion remain remained remains remember reminds remnants remove
    repay replace replaced report reported reportedly reports represented represents republic republican
    requests require required requires rescue research researcher reserve reserves resigned resist resisted
    resolve resources respect respected rest restaurant restaurants restore restored result resulted results
    retail retain return returned rev revenue revenues reverend reverse reviewed rice richest ride right
    rights ringgit rings rise rises risk risks river rivers road roads robbed rock rocket rocks role rolled
    roller romanian roofs room roots rose rough roughly round route routes routine routinely royal rubble
    rugby rugged ruined ruins rule rules run runs runway rupiah rupiah's rural russian saddle safely safety
    said sail saint sale sales salt same sampled sand satellite saturday saturn saudi save saw say says scam
    scandal scanner scattered scene schedule scheduled scheme scholars school schools schoolwork scientific
    scientist scientists scopolamine score scored scorpions scottish scourge scrap screen scuba sea seal
    search season second secondary seconds secret secretary sector's secured see seeds seek seekers seeks seem
    seems seen seize seldom select self sell semester seminar senate send senior sense sensory sent september
    serb sergeant serie series serve served serves service services set setbacks sets settle seven several sex
    sexual shadow shape share shares sharia shark sharp she shelters ship ships shock shop shops short shorter
    shot should shoulders shouldn't show show's showed shown shows side sidelines sides sidewalks sight sign
    signal signed significant significantly signs silent silver similar simple simply since single singles sir
    sister site sites six sixth size skater skates ski skill skills skip sky skyscrapers sled sleds sleep
    slightly slippery slopes sloth slow small smaller smartphone smooth snakes snow social society soft
    softball sold soldiers solve some someone sometimes somewhere son soon sore sort sought sound soundly
    source sources south southern southwest sovereignty space spacewalk spam spanish spare spatial speak
    speaker speakers speaks special specialise specialist specialists specialize species specific speech speed
    speeds speedway spell spend spill spirit spoke spoken spokesman spokesperson spokeswoman sport sports spot
    spray spread square squeezed stab stabbed stadium staff stage stages stairs stake stakes standard star
    stars start started starts state state's states status stay steal steam steel steep steeper step steps
    stereotype stereotypes stick sticky still stock stole stomach stone stones stood stopped stops store
    stored stores stories storm story straighter strait strategic strategy straw street streets strength
    strengthen strengthened strengths striker strokes strong stronger strongest strongly struck structure
    structured student students studied studies studio study stunned sub-district subject submarine submarines
    subprime subscribers subsidiaries subsidiary subsidy substitute succeed success successor such sucks
    sudden suddenly sued suffered sufferer sufferers sugar suggest suggested suicide sultan summer summit sun
    sunday sunny superior supermarkets supervisory supplies supply support supported supports supreme sure
    surface surge surged surplus survey survivors suspect suspected suspicion sustained swedish swept swim
    swiss switch syariah symptoms syndrome system tackle take taken takes talk tampered tank tankers tanks
    target targeted targets tarrifs taste taught tax taxes taxis teach teachers teaches team tear technique
    teeth telephone telescope tell temperature temperatures temple temporary ten tend tended tender tends term
    terms terraces territory test tested testimony tests text thai than thanks that that's the theater theatre
    theft their them theme themselves then theories theory there there's thereafter these they they'll they're
    they've thieves thin think thinner third thirds this those though thousand thousands threat threats three
    throat throne through throughout throw thrown thursday thus ticket tickets tide tides ties tilt tilted
    tilts time timely times tiny tip title today today's together told toll tomb tombs ton tone tonight tons
    too took tool tools top torah tornado tornadoes total totaled touch tough tour tourist tourists tower town
    toxic toy track trade traded traders traffic trail trails train trained trains transfer transferred
    transform transit transmit transmitted transparent transport transported trap trapped travel traveled
    traveler travelers traveller travellers treasurer treasury treat treaty treeless trees trend trial tribes
    tribune tried tries trigger triggered triggers trilion trillion trillions trip trips troop troops trophy
    trouble trust try tsunami tuesday turkish turn turned turnout turns twenties twenty twice two type types
    typhoon umbrella unaudited unbeaten unconverted under underestimate undergo underpowered understand
    underwriters undisbursed unfamiliar unfortunately union unique unit united units universe unknown unless
    unlikely unplugged unsolicited unsure until upgraded upheaval upon upper upright uproot urban use used
    users uses usual vaccine valid valley valleys value values valve variables variety vary vehicle vehicles
    venture venus verified versus very vessel via vice victim victims victory video videos vietnamese view
    village villages violent virus visa visas visit visited visits visual vital volatile volcanic volcano
    volume volunteer vote voted voters wait waited walk walked wall walls want wanted wants war warm wars wary
    was wasn't watch watched water waters waved wavelengths waves way ways weak weaken weakened wealth wealthy
    weapons wear weather web website websites wednesday wee week week's weekly weigh weighs weight welcome
    welcomes welfare well welsh went were weren't west western westminster wet what wheel when where
    whereabouts whether which while white who whole whom whose why wide widely widespread wife wifi wilds will
    win wind window windows winds windy winner wins winter wish wished with withdrawn within without withstand
    woman women won won't word words work worked worker works world world's worldwide worried worry worse
    worst worth worthwhile would wouldn't written wrong year year's years yellow yen yes yesterday yet yield
    you you'll you're young your yourself youth zero zoom
    """.split()
)

"""A small dictionary of words that news is full of, Indonesian to English.

Aligning two texts goes by it, beside names and figures. It translates nothing: a word that is missing, or
loosely rendered, costs a little evidence. Words are compared by stems: *mengatakan* and *dikatakan* are one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sejajar.language.stemming import stem

_WORDS = """
acara event/program/show | ada be/have/exist | adat custom/traditional | adik brother/sister/younger | adil
court/justice/fair | agama religion/religious | agung supreme/great/attorney | agustus august | ahli expert
| air water | ajak invite/urge/ask | ajar teach/study/teaching | akademik academic | akhir end/final/last |
akibat result/cause/due/consequence | akses access | aktif active | alam nature/natural/experience | alasan
reason | alat tool/device/equipment | aman secure/security/safe/safety | amerika america/american/us | anak
child/children/son/daughter/kid | ancam threat/threaten | anggap consider/think/regard | anggaran budget |
anggota member | anggur wine/grape | angin wind | angka number/figure/rate | angkat lift/raise/appoint |
anjing dog | antar between/deliver | api fire | aplikasi app/application | april april | arab
arab/arabia/saudi | arah direction/direct | artikel article | artis artist/celebrity | as us/american | asap
smoke | asing foreign | atap roof | atas over/above/on | atlet athlete | atur
rule/regulation/arrange/regulate | australia australia/australian | awal early/beginning/start/initial |
awas watch/supervise | ayah father | ayam chicken | babak round/half | badai storm/hurricane | bagi
share/divide/for | bagian part | bagus good/nice | bahan material/ingredient | bahas discuss/discussion |
bahasa language | bahaya danger/dangerous | baik good/well/better | baju clothes/shirt | bakar burn/fire |
balas reply/respond/revenge | bandara airport | banding compare/appeal | bandingkan compare | bangsa
nation/national | bangun build/development/building/construction | banjir flood | bank bank | bantah deny |
bantu help/aid/assist/assistance | banyak many/much/more/most/lot | barang goods/item | barat west/western |
baru new/recent/just | batal cancel | batas limit/border/restrict | batu stone/rock | bawa bring/take/carry
| bawah under/below | bayar pay/payment | bayi baby | bebas free/freedom/release | beda different/difference
| bela defend/defence/defense | belakang behind/back/recent | belanda netherlands/dutch | beli buy/purchase
| benar true/right/correct/really | bencana disaster | bentuk form/shape | berangkat depart/leave | beras
rice | berat heavy/weight/serious/severe | berhasil succeed/success/manage | berita news/report | bersih
clean | bertahan survive | besar big/large/great/major | besok tomorrow | biasa
usual/usually/normal/ordinary | biaya cost/fee | bicara speak/talk/spokesman/spokesperson | bidang
field/sector | bijak policy/wise | biji seed | bintang star | bir beer | bisnis business | bocor leak |
bohong lie | bola ball/football | boleh may/allow | bom bomb | buah fruit | buat make/made/for | budaya
culture/cultural | buka open | bukan not | bukti evidence/proof/prove | buku book | bulan month/moon | bumi
earth | bunga interest/flower | bunuh kill/murder | buru hunt | buruh labour/labor/worker | buruk
bad/worse/poor | burung bird | bus bus | cabang branch | cahaya light | calon candidate/prospective | cantik
beautiful | capai reach/achieve | cara way/method/how | cari search/seek/look/find | catat record/note |
cedera injury/injure | cegah prevent | cepat fast/quick/quickly/rapid | cerita story/tell | cetak
print/score | cina china/chinese | cinta love | coba try/attempt | cuaca weather | cukup enough/quite | curi
steal | daerah region/area | daftar list/register | dagang trade | daging meat | dalam in/inside/deep |
damai peace | dampak impact/effect | dana fund/money | dapat can/get/receive | dapur kitchen | darah blood |
darat land/army/ground | darurat emergency | dasar base/basic/basis/ground | data data | datang come/arrive
| daun leaf | daya power/resource | dekat near/close | delapan eight | demo protest | demokrasi democracy |
denda fine | dengar hear/listen | depan front/next/future/forward | desa village | desak urge/press |
desember december | dewan council/board/house | dewasa adult | didik education/educate | dinding wall |
dingin cold | direktur director | diri self/himself/themselves | diskon discount | dokter doctor | dokumen
document | dorong push/encourage | dua two/second | duduk sit | duga allege/allegedly/suspect | duka
grief/condolence | dukung support | dunia world | edar circulate/distribute | ekonomi economy/economic |
ekspor export | emas gold | empat four | enam six | energi energy | eropa europe/european | es ice |
evakuasi evacuate/evacuation | februari february | filipina philippines/filipino | film film/movie | foto
photo/picture/photograph | gabah paddy | gabung join/merge | gagal fail/failure | gaji salary/wage | gambar
picture/image | ganggu disturb/disrupt | ganja cannabis/marijuana | ganti replace/change | garam salt | gas
gas | gawang goal | gedung building | gelap dark | gelar hold/title | gelombang wave | gempa
earthquake/quake | gerak move/movement | gereja church | gigi tooth/teeth | gol goal | gratis free |
gubernur governor | gugat sue/lawsuit | gula sugar | guna use/useful | gunung mountain/mount/volcano | guru
teacher | habis finish/spend/run | hadap face | hadiah prize/gift | hadir attend/present | hak right | hakim
judge | halaman page/yard | hamil pregnant/pregnancy | hancur destroy/shatter | hapus remove/delete/scrap |
harap hope/expect | harga price | hari day | harta wealth/asset | hasil result/produce/yield | hati
heart/liver/careful | hewan animal | hidup life/live | hilang lose/lost/missing/disappear | hitam black |
hitung count/calculate | hiu shark | hotel hotel | hubung connect/relation/relationship/contact | hujan rain
| hukum law/legal/punish/sentence/punishment | hutan forest | hutang debt | ibadah worship | ibu mother |
ikan fish | iklan advert/advertisement/ad | iklim climate | ikut follow/join/participate/take | ilmu science
| ilmuwan scientist | impor import | inflasi inflation | informasi information | ingat remember/remind/warn
| inggris english/england/britain/british | ingin want/wish | isi content/fill | istirahat rest/break |
istri wife | italia italy/italian | izin permit/permission | jabat office/position/official | jadi
become/be/so | jadwal schedule | jaga guard/keep/maintain | jahat crime/evil/criminal | jaksa prosecutor |
jalan road/street/walk/way/run | jam hour/clock | jamin guarantee/ensure | janji promise/pledge | januari
january | jarak distance | jaring network/net | jaringan network | jatuh fall/drop/crash | jauh far/distant
| jawab answer/respond/responsible | jelas clear/explain | jelaskan explain | jembatan bridge | jenazah body
| jendela window | jenis type/kind | jepang japan/japanese | jerman germany/german | jual sell/sale | juara
champion/winner | judul title | juli july | jumat friday | jumlah number/amount/total | juni june | jurnalis
journalist | juta million | kabar news | kabinet cabinet | kaca glass | kaget shock/surprise | kaki
foot/leg/feet | kalah lose/defeat/lost | kali time/times | kamar room | kamboja cambodia | kamis thursday |
kampanye campaign | kampung village | kampus campus | kanan right | kandidat candidate | kantor office |
kapal ship/boat/vessel | kapten captain | karier career | karya work | karyawan employee/staff | kasih
give/love | kasus case | kata say/word/tell | kawasan area/region | kaya rich | kebun garden/plantation |
kecewa disappoint | kecil small/little | keluar out/exit/leave | keluarga family | keluh complain | kemarin
yesterday | kembali return/again/back | kembang develop/development/grow | kena hit/affect | kenal
know/known/recognize | kendara vehicle/drive/driver | kepala head/chief | keras hard/violence/loud | kereta
train/railway | kering dry/drought | kerja work/job/worker/cooperation | kertas paper | kesehatan health |
ketua chair/chairman/leader/head | khawatir worry/concern/fear | khusus special | kini now | kira
about/estimate/think | kiri left | kirim send | kisah story | klaim claim | klub club | kolam pool |
komentar comment | kompetisi competition | kondisi condition | konflik conflict | kongres congress |
konsumen consumer | kopi coffee | koran newspaper | korban victim/casualty | korea korea/korean | korupsi
corruption/graft | kota city/town | kotor dirty | krisis crisis | kritik
critic/criticise/criticize/criticism | kuasa power/authority | kuat strong/power/strengthen | kucing cat |
kuda horse | kulit skin | kumpul collect/gather | kunci key/lock | kunjung visit | kurang less/lack/reduce |
kursi seat/chair | laba profit | lagu song | lahan land | lahir born/birth | lain other/another/different |
laki man/male/men | lampu lamp/light | langgar violate/violation | langit sky | langkah step/move | langsung
direct/directly/immediately/live | lantai floor | lantik inaugurate/swear | lapang field | lapor report |
lari run | latih train/practice/coach | laut sea/ocean/navy | lawan opponent/against/fight | layan
service/serve | layar screen | lebih more/over/than | leceh harass/harassment | ledak
explode/explosion/blast | lemah weak | lembaga institution/agency | lengkap complete/full | lepas
release/off | letak lie/locate | letus erupt/eruption | lewat pass/through | liga league | lihat
see/look/view | lima five | lindung protect/protection | listrik electricity/electric/power | longsor
landslide | luar outside/foreign/out | luas wide/area/broad | lubang hole | luka wound/injure/injury | lulus
pass/graduate | lupa forget | maaf sorry/apologise/apologize | mahal expensive | mahasiswa student |
mahkamah court | main play/player/game | majalah magazine | maju advance/forward | makan eat/food/meal |
makna meaning | malam night/evening | maling thief | manajer manager | manfaat benefit/use | manis sweet |
manusia human/man | marah anger/angry | maret march | masa time/period/future | masalah problem/issue |
masuk enter/include/into | masyarakat community/society/public/people | mata eye | matahari sun/solar | mati
die/dead/death | medis medical | mei may | meja table/desk | menang win/victory/won | menit minute | menteri
minister/ministry | merah red | merdeka independence/independent | mesir egypt/egyptian | mewah luxury |
miliar billion | milik own/have/belong | militer military | milyar billion | mimpi dream | minggu
sunday/week | minim minimum | minta ask/request/demand | minum drink | minyak oil | miskin poor/poverty |
mobil car/vehicle | modal capital | mogok strike | mohon request/appeal | muda young/youth | mudah
easy/easily | mudik homecoming | mulai start/begin | muncul appear/emerge | mungkin
may/possible/maybe/might/could | murah cheap | murid pupil/student | musik music/musician | musim season |
musuh enemy | naik rise/increase/up/climb/ride | nama name | narkoba drug | negara country/state/nation |
negeri country/state | nenek grandmother | nikah marry/wedding/marriage | nilai value/score/say/grade |
nomor number | norwegia norway/norwegian | november november | nyata state/declare/real/statement | obat
medicine/drug | objek object | oktober october | olah process | olahraga sport | operasi operation/surgery |
oposisi opposition | orang people/person/man | otak brain | pabrik factory/plant | pagi morning | pajak tax
| pakai use/wear | pakar expert | paling most | panas hot/heat | pandang view | pandemi pandemic | panen
harvest | pangan food | panggil call/summon | panjang long/length | pantai beach/coast | pantau monitor |
parlemen parliament | partai party | pasar market | pasien patient | pasokan supply | paspor passport |
pasti sure/certain/ensure | pasukan troop/force | patuh comply | pecah break | pegawai employee/civil |
pejabat official | pekan week | pelabuhan port/harbour/harbor | pelajar student | pelanggan customer |
pelatih coach/trainer | peluang chance/opportunity | peluru bullet/missile | pemerintah government | pemilu
election | pemimpin leader | pengacara lawyer/attorney | pengadilan court | pengungsi refugee/evacuee |
penjara prison/jail | penonton audience/spectator | pensiun retire/retirement | penting important | penuh
full/fulfil/fulfill | penumpang passenger | penyakit disease | peran role | perang war | perangkat device |
percaya trust/believe | perdana prime | perempuan woman/women/female | periksa
examine/check/examination/investigate | perintah government/order | peristiwa incident/event | perkosa rape
| perlu need/necessary | pernah ever/once | persen percent | pertama first | perusahaan company/firm | pesan
message/order | pesawat plane/aircraft/airplane | pesta party | petugas officer | piala cup/trophy | pihak
party/side | pikir think/thought | pilih choose/vote/elect/election/voter | pimpin lead/leader/leadership |
pindah move/transfer | pinjam loan/borrow | pintar smart | pintu door | pohon tree | polandia poland/polish
| polisi police | politik politics/political/politician | potensi potential | potong cut | praktik practice
| prancis france/french | presiden president/presidential | pria man/men | proyek project | puas
satisfy/satisfaction | publik public | puing debris/rubble | pukul hit/beat | pulang home/return | pulau
island | puluh ten/dozen | puncak peak/top | punya have/own | pusat center/centre/central | putih white |
putra son | putri daughter/princess/women | putus decide/decision/verdict | rabu wednesday | racun poison |
raih win/achieve | raja king | rakyat people | ramah friendly | ramai busy/crowd | rancang design/draft |
rapat meeting | rasa feel/taste | rata average | ratus hundred | rawat treat/treatment/care | rekam record |
rekan colleague | rencana plan | rendah low | resmi official/officially | restoran restaurant | ribu
thousand | ringan light | roket rocket | rokok cigarette/smoke | roti bread | ruang room/space | rugi
loss/damage | rumah house/home | rusak damage/break | rusia russia/russian | sabtu saturday | sadar
aware/realise/realize/conscious | sah legal/valid/pass | saham share/stock | saing compete/competition/rival
| sakit sick/pain/hospital/ill/illness/disease | saksi witness | salah wrong/fault/mistake/one | salju snow
| sama same/together | sambut welcome | sampah waste/rubbish/garbage | sampai until/reach/arrive/convey |
sandera hostage | sapi cow/cattle | sarapan breakfast | satu one/unite | sawah field/paddy | sayang
unfortunately/love | sebab cause/because | sebar spread | sebut call/mention/say | sedih sad | sedikit
little/few | segera soon/immediately | sehat health/healthy | sejarah history/historic/historical | sekarang
now | sekolah school | seksual sexual/sex | selamat safe/congratulate/survive | selandia zealand | selasa
tuesday | selatan south/southern | selesai finish/complete/resolve | selidik investigate/investigation |
seluruh whole/all/entire | semangat spirit | sembilan nine | senang happy | senapan rifle | senat senate |
seni art | senin monday | senjata weapon/gun/arm | sepakat agree/agreement/deal | sepeda
bicycle/bike/motorcycle | september september | sepuluh ten | serah hand/submit/surrender | serang attack |
seri draw/series | serikat states/united/union | serius serious | sewa rent | siang noon/afternoon | siap
ready/prepare | siar broadcast | sidang trial/session/hearing | sidik investigate/investigation | sifat
nature | sikap attitude/stance | siswa student/pupil | situs site/website | skor score | spanyol
spain/spanish | suami husband | suara voice/vote/sound | subuh dawn | sudah already | suhu temperature |
suka like | sulit difficult/hard | sumber source/resource | sungai river | surat letter | suriah
syria/syrian | susu milk | susun arrange/compile | swedia sweden/swedish | swiss switzerland/swiss | syarat
condition/requirement | tabrak crash/collide/hit | tahan hold/detain/arrest/defence/defense | tahap
stage/phase | tahu know | tahun year | takut afraid/fear | tambah add/increase | tambang mine/mining |
tampil appear/perform | tanah land/soil/ground | tanam plant | tanda sign | tanding match/compete/game |
tangan hand | tanggal date | tanggap respond/response | tanggung bear/responsible/responsibility | tangkap
arrest/catch/capture | tani farmer/agriculture | tanpa without | tanya ask/question | target target | tarik
pull/attract/withdraw/interest | taruh bet/put | tawar offer | tegas stress/firm/assert | teknis technical |
teknologi technology | telepon phone/telephone | televisi television/tv | teliti research/study/researcher |
telur egg | teman friend | tembak shoot/fire/shot | tempat place | tempur combat/fight/battle | temu
meet/find/found/meeting/discover | tenaga power/energy/worker | tengah middle/central/amid/half | tenggara
southeast | tentang about | tentara army/soldier/troop/military | tentu determine/certain | tepat
right/exactly | terang explain/bright | terbang fly/flight | terbit publish/issue | teriak shout/scream |
terima accept/receive/thank | ternak livestock | tetangga neighbour/neighbor | tetap remain/still/stay |
tewas die/dead/kill | tewaskan kill | tiba arrive/sudden/suddenly | tidak not | tidur sleep | tiga three |
tim team | timbul arise | timur east/eastern | tindak act/action/measure | tinggal live/stay/leave/remain |
tinggi high/height | tingkat level/increase/rate | tiongkok china/chinese | tiru imitate | titik point |
toko shop/store | tokoh figure/leader | tolak reject/refuse/oppose | tolong help | tonton watch/spectator |
transaksi transaction | tsunami tsunami | tua old/parent | tubuh body | tuduh accuse/accusation/allegation |
tugas duty/task/officer | tugu monument | tuhan god | tuju aim/goal/destination/purpose | tujuh seven |
tulis write/writer | tumbuh grow/growth | tunda postpone/delay | tunggu wait | tunjuk show/appoint/point |
turis tourist | turki turkey/turkish | turnamen tournament | turun fall/drop/down/decline | tutup
close/cover | tutur say | uang money | ubah change | ucap say | ujar say | uji test | ujung end/tip | ukur
size/measure | ulang repeat/again | ular snake | umum public/general | umur age | undang invite/law/act |
ungkap reveal/say/express | universitas university | untung profit/lucky | upacara ceremony | upah wage |
upaya effort | urus manage/affair/board | usaha business/effort/company/try | usia age | usul
propose/proposal | utama main/major/prime/top | utang debt | utara north/northern | wakil
deputy/vice/representative | waktu time | wanita woman/women/female | warga citizen/resident/people | warna
colour/color | warta report | wartawan journalist/reporter | waspada alert | wilayah region/territory/area |
wisata tourism/tourist | wujud realise/realize | yakin believe/convince/confident | yunani greece/greek |
zaman era/age
"""

_FORM = re.compile(r"\s*\|\s*")


def folded(word: str) -> str:
    """In lower case and without accents, so that *Nürburgring* and *Nurburgring* are one."""
    return unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode() or word.lower()


@cache
def _dictionary() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for form in _FORM.split(" ".join(_WORDS.split())):
        indonesian, _, english = form.partition(" ")
        stems = frozenset(stem(word, "en") for word in english.split("/"))
        for key in {indonesian, stem(indonesian, "id")}:
            found[key] = found.get(key, frozenset()) | stems
    return found


_SWALLOWED = (("meny", "s"), ("peny", "s"), ("meng", "k"), ("peng", "k"), ("men", "t"), ("pen", "t"),
              ("mem", "p"), ("pem", "p"))  # fmt: skip
"""Prefixes that take the place of a root's first letter: *menembak* is *tembak*. Snowball leaves that out."""


@cache
def english_stems(indonesian: str) -> frozenset[str]:
    """Stems of the English words that an Indonesian word may have become; none where it is not known."""
    words = _dictionary()
    word = folded(indonesian)
    roots = [word, stem(word, "id")]
    roots += [
        stem(letter + word[len(prefix) :], "id") for prefix, letter in _SWALLOWED if word.startswith(prefix)
    ]
    return next((words[root] for root in roots if root in words), frozenset())

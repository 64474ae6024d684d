"""The words of the interface about those who stand behind the articles, and about what they vouch for."""

from __future__ import annotations

PEOPLE: dict[str, tuple[str, str]] = {
    # in an article's head
    "signed-by": ("Ditandatangani {names}", "Signed by {names}"),
    "signed-count": ("{name} ({count} dari {total})", "{name} ({count} of {total})"),
    "signed-rest": ("{count} orang lain", "{count} more"),
    # on the page of the status
    "status-people": ("Penanda tangan", "Who signed"),
    "status-people-intro": (
        "Orang yang paling banyak menandatangani teks Inggris di situs ini.",
        "Those who have signed most of the English on this site.",
    ),
    "status-person": ("Nama", "Name"),
    "status-last": ("Terakhir", "Last"),
    # people
    "people": ("Siapa di baliknya", "Who stands behind it"),
    "people-all": ("Semua orang", "All people"),
    "people-intro": (
        "Penulis, penerjemah, dan penyunting di situs ini, serta mereka yang menandatangani terjemahannya. "
        "Angka di belakang nama adalah jumlah artikelnya.",
        "The authors, translators and editors of this site, and those who have signed its translations, each "
        "with their number of briefings.",
    ),
    "people-none": ("Belum ada yang disebut.", "Nobody is named yet."),
    "did-author": ("Penulis", "Author"),
    "did-translator": ("Penerjemah", "Translator"),
    "did-editor": ("Penyunting", "Editor"),
    "did-signed": (
        "Menandatangani {count} dari {total} bagian teks",
        "Signed {count} of {total} passages",
    ),
    "did-signed-all": ("bagian teks yang ditandatangani: {count}", "passages signed: {count}"),
    "did-last": ("terakhir {date}", "last on {date}"),
    # what the words mean
    "means-reviewed": (
        "Diperiksa: seseorang telah membaca teks Inggrisnya dan menyatakannya selesai.",
        "Reviewed: a person has read the English and called it finished.",
    ),
    "means-signed": (
        "Ditandatangani: seseorang menjamin dengan namanya bahwa persis teks Inggris ini sesuai dengan "
        "persis teks Indonesia ini; begitu salah satunya berubah, tanda tangannya gugur.",
        "Signed: a person answers by name for exactly this English of exactly this Indonesian; once either "
        "changes, the signature lapses.",
    ),
    "means-short": ("Apa artinya?", "What does this mean?"),
    "means-more": ("Status seluruh situs", "How the whole site stands"),
    "means": ("Arti “diperiksa” dan “ditandatangani”", "What “reviewed” and “signed” mean"),
}
"""Indonesian, English."""

"""What a book of briefings says of itself, in both languages."""

from __future__ import annotations

BOOKS: dict[str, tuple[str, str]] = {
    "book-lead": (
        "{count} dari {days}, paragraf demi paragraf dalam bahasa Indonesia dan Inggris.",
        "{count} of {days}, paragraph by paragraph in Indonesian and English.",
    ),
    "book-about": ("Tentang buku ini", "About this book"),
    "book-articles": ("Artikel", "Briefings"),
    "book-parts": ("Bagian buku", "Parts of the book"),
    "book-pages": ("Halaman", "Pages"),
    "book-address": ("Alamat", "Address"),
    "book-reviewed-by": ("Terjemahan diperiksa oleh", "Translation reviewed by"),
    "book-reviewers": (
        "Yang memeriksa terjemahan dan membubuhkan namanya: {names}.",
        "Those who reviewed passages of the English and signed them: {names}.",
    ),
    "book-states": (
        "Terjemahan yang belum diperiksa manusia diberi keterangan di tempatnya.",
        "English that no person has reviewed yet says so where it stands.",
    ),
    "book-changed": (
        "Keadaan artikel per {date}; versi terbaru ada di alamat masing-masing.",
        "The articles are as of {date}; the latest version of each is at its address.",
    ),
    "book-rights": (
        "Hak atas teks dan gambar ada pada pihak yang disebut di akhir artikel dan di bawah gambarnya.",
        "Texts and pictures belong to those named at the end of each article and below each picture.",
    ),
    "book-font": (
        "Huruf: Source Serif 4, berlisensi SIL Open Font License 1.1. Dibuat dengan Sejajar.",
        "Set in Source Serif 4, under the SIL Open Font License 1.1. Made with Sejajar.",
    ),
    "book-access": (
        "Teks dapat diubah ukurannya, berstruktur dengan judul, dan setiap bagian menyebut bahasanya. "
        "Nomor halaman disediakan untuk mengutip; tidak ada buku cetaknya.",
        "The text can be resized, is structured by headings, and each passage says its language. "
        "Page numbers are there for citing; there is no printed book that they are from.",
    ),
    "book-access-pictures": (
        "Teks dapat diubah ukurannya, berstruktur dengan judul, dan setiap bagian menyebut bahasanya; gambar "
        "disertai keterangan. Nomor halaman disediakan untuk mengutip; tidak ada buku cetaknya.",
        "The text can be resized, is structured by headings, and each passage says its language; pictures "
        "have captions. Page numbers are there for citing; there is no printed book that they are from.",
    ),
}
"""Indonesian, English."""

"""Every word of the interface, in both languages, and dates as each language writes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from types import MappingProxyType

from babel.dates import format_date, get_month_names

from sejajar.language.wording_citing import CITING
from sejajar.language.wording_of_books import BOOKS
from sejajar.language.wording_of_people import PEOPLE
from sejajar.language.wording_of_reading import READING
from sejajar.model import Edition

_LOCALES: dict[Edition, str] = {"id": "id", "en": "en_GB"}

WORDING: dict[str, tuple[str, str]] = {
    # the home pages and the archive
    "home-title": ("Kabar terbaru", "Latest briefings"),
    "home-intro": (
        "Berita Indonesia, paragraf demi paragraf, dengan terjemahan Inggris di sampingnya.",
        "Indonesian news, paragraph by paragraph, with the original beside the English.",
    ),
    "archive": ("Arsip", "Archive"),
    "archive-title": ("Arsip", "Archive"),
    "archive-year": ("Arsip {year}", "Archive {year}"),
    "archive-all": ("Semua tahun", "All years"),
    "archive-more": ("Semua artikel ada di arsip", "All briefings are in the archive"),
    "archive-intro": ("Semua artikel menurut tahun dan bulan.", "All briefings by year and month."),
    "count-one": ("{count} artikel", "{count} briefing"),
    "count-many": ("{count} artikel", "{count} briefings"),
    "nothing-yet": ("Belum ada artikel.", "There are no briefings yet."),
    # lists: topics, places, outlets; pages of a list; the bar chart
    "all-tag": ("Topik", "Topics"),
    "all-place": ("Tempat", "Places"),
    "all-outlet": ("Media", "Outlets"),
    "all-tag-intro": ("Semua topik dan jumlah artikelnya.", "All topics, with their counts of briefings."),
    "all-place-intro": (
        "Semua tempat dan jumlah artikelnya.",
        "All places, with their numbers of briefings.",
    ),
    "all-outlet-intro": (
        "Semua media yang dikutip dan jumlah artikelnya.",
        "All outlets cited, with their counts of briefings.",
    ),
    "about-list": ("{title}: {count}, paragraf demi paragraf.", "{title}: {count}, paragraph by paragraph."),
    "page-of": ("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "page-before": ("Halaman sebelumnya", "Previous page"),
    "page-after": ("Halaman berikutnya", "Next page"),
    "year": ("Tahun", "Year"),
    "chart-months": ("Jumlah artikel per bulan", "Briefings a month"),
    # below an article
    "foot-tag": ("Topik", "Topics"),
    "foot-place": ("Tempat", "Place"),
    "foot-outlet": ("Media yang dikutip", "Sources cited"),
    "dates": ("Tanggal yang disebut", "Dates mentioned"),
    "related": ("Artikel terkait", "Related briefings"),
    "neighbours": ("Artikel sebelum dan sesudahnya", "Previous and next briefing"),
    "previous": ("Sebelumnya", "Previous"),
    "next": ("Berikutnya", "Next"),
    # the editors' page
    "status": ("Status terjemahan", "Translation status"),
    "status-intro": (
        "Sejauh mana teks Inggris di situs ini sudah diterjemahkan dan diperiksa manusia.",
        "How far the English on this site has been translated and reviewed by people.",
    ),
    "status-months": ("Menurut bulan", "By month"),
    "status-articles": ("Belum selesai diperiksa", "Not fully reviewed"),
    "status-first": ("Baca lebih dulu", "Read first"),
    "status-first-intro": (
        "Bagian teks yang belum ditandatangani, mulai dari yang paling mungkin keliru.",
        "Passages that nobody has signed, the likeliest to be wrong first.",
    ),
    "risk-errors": ("kesalahan: {number}", "errors: {number}"),
    "risk-warnings": ("peringatan: {number}", "warnings: {number}"),
    "risk-differs": (
        "dua mesin berbeda pendapat (kemiripan {number}%)",
        "two engines differ (likeness {number}%)",
    ),
    "risk-lost": ("markah, angka, atau istilah hilang di jalan", "markup, figures or terms lost on the way"),
    "risk-stale": ("naskah asalnya berubah", "its source has changed"),
    "risk-figures": ("angka: {number}", "figures: {number}"),
    "risk-length": ("{number} kata", "{number} words"),
    "status-none": ("Semua artikel sudah selesai diperiksa.", "All briefings have been fully reviewed."),
    "status-rest": ("Selain itu masih ada {count}.", "There are a further {count}."),
    "status-total": ("Jumlah", "Total"),
    "status-month": ("Bulan", "Month"),
    "status-article": ("Artikel", "Briefing"),
    "status-date": ("Tanggal", "Date"),
    "status-count": ("Artikel", "Briefings"),
    "status-passages": ("Bagian teks", "Passages"),
    "status-translated": ("Diterjemahkan", "Translated"),
    "status-reviewed": ("Diperiksa", "Reviewed"),
    "status-signed": ("Ditandatangani", "Signed"),
    "status-stale": ("Usang", "Out of date"),
    "status-flagged": ("Temuan", "Findings"),
    # the glossary
    "glossary": ("Glosarium", "Glossary"),
    "glossary-intro": (
        "Istilah yang dipakai di situs ini dan padanan Inggrisnya.",
        "The terms used on this site, in English and Indonesian.",
    ),
    "glossary-none": ("Glosarium masih kosong.", "The glossary is still empty."),
    "letters": ("Abjad", "Letters"),
    "also": ("juga", "also"),
    # the footer
    "made-with": ("Dibuat dengan {tool}", "Made with {tool}"),
    # the head of an article
    "points": ("Poin kunci", "Key points"),
    "alt": ("Teks alternatif gambar", "Text that describes the picture"),
    "table": ("Tabel", "Table"),
    "table-words": ("Teks dalam tabel", "Words in the table"),
    "contents": ("Daftar isi", "Contents"),
    "by": ("Oleh {names}", "By {names}"),
    "translated-by": ("Terjemahan: {names}", "Translation: {names}"),
    "edited-by": ("Penyunting: {names}", "Edited by {names}"),
    "updated": ("Diperbarui {date}", "Updated {date}"),
    "reviewed": (
        "{count} dari {total} bagian teks telah diperiksa manusia",
        "{count} of {total} passages reviewed by a person",
    ),
    "reviewed-all": (
        "Semua {total} bagian teks telah diperiksa manusia",
        "All {total} passages reviewed by a person",
    ),
    "reviewed-none": (
        "Belum ada bagian teks yang diperiksa manusia",
        "No passage has been reviewed by a person yet",
    ),
    "draft": ("Draf", "Draft"),
    "draft-note": (
        "Artikel ini masih draf dan belum diterbitkan.",
        "This briefing is a draft and not published yet.",
    ),
    "scheduled": ("Terjadwal", "Scheduled"),
    "scheduled-note": (
        "Artikel ini akan terbit pada {moment}.",
        "This briefing will be published on {moment}.",
    ),
    "moved": ("Artikel ini sudah pindah alamat", "This briefing has moved"),
    "moved-link": ("Buka di alamat barunya", "Open it at its new address"),
    "retracted": ("Artikel ditarik", "Briefing retracted"),
    "retracted-note": (
        "Artikel yang pernah terbit di alamat ini telah ditarik. Isinya tidak lagi tersedia.",
        "The briefing once published at this address has been retracted. Its text is no longer available.",
    ),
    "retracted-reason": ("Alasan penarikan", "Why it was retracted"),
    # under `mkdocs serve`, while a file is broken
    "broken": (
        "Ada kesalahan dalam berkas. Sebelum diperbaiki, perubahan Anda tidak tampil di sini.",
        "A file has an error. Until it is corrected, your changes do not show here.",
    ),
    "broken-more": (
        "Masih ada {count} lagi; semuanya tertulis di terminal.",
        "There are {count} more; the terminal has them all.",
    ),
    # states, below the headlines and at a pair
    "headline-state": ("Judul Inggris: {state}", "English headline: {state}"),
    "untranslated": ("Belum diterjemahkan", "Not yet translated"),
    "untranslated-note": (
        "Bagian ini belum diterjemahkan; teks Indonesianya tetap ditampilkan",
        "This passage has not been translated yet; its Indonesian text stands in its place",
    ),
    "pending": ("Menunggu pemeriksaan", "Awaiting review"),
    "pending-note": (
        "Terjemahan bagian ini ditampilkan setelah diperiksa manusia",
        "The translation of this passage is shown once a person has reviewed it",
    ),
    "machine": ("Terjemahan mesin", "Machine translation"),
    "machine-note": (
        "Terjemahan mesin, belum diperiksa manusia",
        "Machine translation, not yet reviewed by a person",
    ),
    "needs-work": ("Perlu disempurnakan", "Needs work"),
    "needs-work-note": (
        "Terjemahan ini masih dikerjakan",
        "This translation is still being worked on",
    ),
    "stale": ("Terjemahan lama", "Older translation"),
    "stale-note": (
        "Teks Indonesianya berubah setelah bagian ini diterjemahkan",
        "The Indonesian text has changed since this passage was translated",
    ),
    # after a text, in small letters
    "machine-short": ("mesin", "machine"),
    "needs-work-short": ("belum selesai", "unfinished"),
    "stale-short": ("versi lama", "older version"),
    "reviewed-note": ("telah diperiksa manusia", "reviewed by a person"),
    "findings": ("Temuan pemeriksaan", "What the checks found"),
    # the tools of a pair
    "tools": ("Alat untuk bagian ini", "Tools for this passage"),
    "copy-link": ("Salin tautan", "Copy link"),
    "copied-link": ("Tautan ke bagian ini telah disalin.", "The link to this passage has been copied."),
    "copy-citation": ("Salin kutipan", "Copy citation"),
    "copied-citation": (
        "Kutipan dalam dua bahasa telah disalin.",
        "The citation in both languages has been copied.",
    ),
    "copy-failed": (
        "Peramban tidak mengizinkan penyalinan. Salinlah dari sini:",
        "The browser does not allow copying. Copy it from here:",
    ),
    "suggest": ("Usulkan terjemahan yang lebih baik", "Suggest a better translation"),
    # on a narrow screen; begins like the name above, for those who say what they see
    "suggest-short": ("Usulkan terjemahan", "Suggest"),
    "accessed": ("diakses pada {date}", "accessed {date}"),
    "language-id": ("Indonesia", "Indonesian"),
    "language-en": ("Inggris", "English"),
    "order": ("Tukar urutan kedua bahasa", "Swap the two languages"),
    # the foot of an article
    "terms-here": ("Istilah dalam artikel ini", "Terms in this briefing"),
    "translation": ("Terjemahan", "Translation"),
    "source": ("Teks asli", "Original text"),
    "references": ("Fakta dari", "Facts from"),
    "source-note": ("Hak atas teks ada pada sumbernya.", "The text belongs to its source."),
    "tags": ("Topik", "Topics"),
    "corrections": ("Ralat", "Corrections"),
    "via": ("melalui {outlet}", "via {outlet}"),
    # search
    "search": ("Cari", "Search"),
    "search-clear": ("Kosongkan", "Clear"),
    "search-close": ("Tutup pencarian", "Close search"),
    "search-type": ("Ketik kata dalam bahasa Indonesia atau Inggris", "Type a word in Indonesian or English"),
    "search-wait": ("Mencari…", "Searching…"),
    "search-one": ("1 hasil", "1 result"),
    "search-many": ("{count} hasil", "{count} results"),
    "search-none": (
        "Tidak ada hasil untuk “{query}”. Coba kata lain, atau buka arsip.",
        "Nothing found for “{query}”. Try another word, or go to the archive.",
    ),
    "search-none-filtered": (
        "Tidak ada hasil untuk “{query}” dengan saringan ini.",
        "Nothing found for “{query}” with these filters.",
    ),
    "search-none-own": ("Tidak ada dalam bahasa Indonesia.", "Nothing in English."),
    "search-other": ("Dalam bahasa Inggris", "In Indonesian"),
    "search-more": ("Tampilkan lebih banyak", "Show more"),
    "search-failed": (
        "Pencarian sedang tidak tersedia. Semua artikel ada di arsip.",
        "Search is not available at the moment. The archive has all briefings.",
    ),
    "search-script": (
        "Pencarian memerlukan JavaScript. Semua artikel ada di arsip.",
        "Search needs JavaScript. The archive has all briefings.",
    ),
    "search-archive": ("Buka arsip", "Go to the archive"),
    "search-filters": ("Saringan", "Filters"),
    "search-tag": ("Topik", "Topic"),
    "search-outlet": ("Media", "Outlet"),
    "search-year": ("Tahun", "Year"),
    "search-any": ("Semua", "All"),
    "search-page": ("Halaman tentang situs ini", "Page about this site"),
    **BOOKS,
    **READING,
    **CITING,
    "switch": ("Read in English", "Baca dalam bahasa Indonesia"),
    "switch-short": ("English", "Indonesia"),
    # what a theme says by itself, on pages of a builder that knows one language for all
    "theme-header": ("Kepala halaman", "Header"),
    "theme-footer": ("Kaki halaman", "Footer"),
    "theme-nav": ("Navigasi", "Navigation"),
    "theme-tabs": ("Tab", "Tabs"),
    "theme-toc": ("Daftar isi", "Table of contents"),
    "theme-skip": ("Lewati ke isi", "Skip to content"),
    "theme-top": ("Kembali ke atas", "Back to top"),
    "theme-source": ("Ke repositori", "Go to repository"),
    "theme-copy": ("Salin ke papan klip", "Copy to clipboard"),
    "theme-copied": ("Tersalin ke papan klip", "Copied to clipboard"),
    "theme-version": ("Pilih versi", "Select version"),
    **PEOPLE,
}
"""Indonesian, English. `switch` is for those who read the other language, so it is in theirs."""


def say(edition: Edition, key: str, **values: object) -> str:
    return WORDING[key][edition == "en"].format(**values)


def in_sentence(words: str) -> str:
    """The interface's words as they stand inside a sentence: `machine translation`."""
    return words[:1].lower() + words[1:]


def count(edition: Edition, number: int) -> str:
    """`12 artikel`; English tells one from many."""
    return say(edition, "count-one" if number == 1 else "count-many", count=number)


def reviewed(edition: Edition, number: int, total: int) -> str:
    """How many of all passages a person has reviewed, in a sentence: all, so many, or none."""
    key = "reviewed-all" if number == total else "reviewed" if number else "reviewed-none"
    return say(edition, key, count=number, total=total)


@cache
def strings(edition: Edition) -> MappingProxyType[str, str]:
    """All strings of one edition, for the templates."""
    return MappingProxyType({key: pair[edition == "en"] for key, pair in WORDING.items()})


@cache
def long_date(day: date, edition: Edition, *, american: bool = False) -> str:
    """`20 Juli 2025`, `20 July 2025`; as American styles of citation have English dates `July 20, 2025`."""
    pattern = "MMMM d, y" if american and edition == "en" else "d MMMM y"
    return format_date(day, pattern, locale=_LOCALES[edition])


@cache
def day_in(day: date, edition: Edition, *, american: bool = False) -> str:
    """The same without the year: `20 Juli`, `20 July`, `July 20`."""
    pattern = "MMMM d" if american and edition == "en" else "d MMMM"
    return format_date(day, pattern, locale=_LOCALES[edition])


def long_moment(moment: datetime, edition: Edition) -> str:
    """`20 Juli 2025 pukul 08.00 (UTC+7)`, `20 July 2025 at 08:00 (UTC+7)`, in the zone it is written in."""
    clock, word = (":", "at") if edition == "en" else (".", "pukul")
    offset = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, minutes = divmod(abs(offset), 60)
    zone = f"{'+' if offset > 0 else '−'}{hours}" + (f":{minutes:02}" if minutes else "") if offset else ""
    return f"{long_date(moment.date(), edition)} {word} {moment:%H{clock}%M} (UTC{zone})"


@cache
def short_date(day: date, edition: Edition) -> str:
    """`20 Jul`: where the year stands above."""
    return format_date(day, "d MMM", locale=_LOCALES[edition])


@cache
def short_month(month: int, edition: Edition) -> str:
    """`Jul`: three letters or four, where there is little room."""
    name = get_month_names("abbreviated", context="stand-alone", locale=_LOCALES[edition])[month]
    return str(name)


@cache
def month_name(month: int, edition: Edition) -> str:
    name = get_month_names("wide", context="stand-alone", locale=_LOCALES[edition])[month]
    return str(name)

"""What readers follow, keep and set: Indonesian, English; part of `WORDING`."""

READING: dict[str, tuple[str, str]] = {
    # for those who follow and share
    "feed-title": ("{site}: edisi Indonesia", "{site}: English edition"),
    "feed-topic": ("{topic}: {site}", "{topic}: {site}"),
    "feed": ("Umpan web", "Web feed"),
    "feed-both": ("Umpan dwibahasa", "Feed in both languages"),
    "feed-of-topic": ("Umpan topik ini", "Feed of this topic"),
    # what a word has to tell
    "word": ("Kata", "Word"),
    "word-root": ("Kata dasar", "Root"),
    "word-articles": ("Artikel lain dengan kata ini", "Other articles with this word"),
    "word-none": ("Tidak ada artikel lain dengan kata ini.", "No other article has this word."),
    "word-failed": (
        "Artikel lain sedang tidak dapat dicari.",
        "Other articles cannot be searched at the moment.",
    ),
    "word-dictionary": ("Cari di KBBI", "Look it up in KBBI, the Indonesian dictionary"),
    "word-address": (
        "https://kbbi.kemendikdasmen.go.id/entri/{word}",
        "https://kbbi.kemendikdasmen.go.id/entri/{word}",
    ),
    "word-close": ("Tutup", "Close"),
    # reading without a network
    "offline-title": ("Tidak ada jaringan", "No network"),
    "offline-text": (
        "Halaman ini belum tersimpan di peramban Anda. Yang sudah Anda baca tetap dapat dibaca.",
        "This page is not kept in your browser. What you have read before can still be read.",
    ),
    "offline-again": ("Coba lagi", "Try again"),
    "offline-kept": ("Yang dapat dibaca sekarang", "What can be read now"),
    "offline-nothing": ("Belum ada artikel yang tersimpan.", "No briefing is kept yet."),
    "offline-copy": (
        "Jaringan tidak menjawab. Ini salinan yang tersimpan pada {moment}.",
        "The network does not answer. This is the copy kept on {moment}.",
    ),
    "keep": ("Simpan bulan ini untuk dibaca tanpa jaringan", "Keep this month for reading offline"),
    "keep-drop": ("Hapus bulan ini dari peramban", "Remove this month from the browser"),
    "keep-kept": ("Artikel yang tersimpan: {count}", "Briefings kept: {count}"),
    "keep-progress": ("Menyimpan {done} dari {total}…", "Keeping {done} of {total}…"),
    "keep-full": (
        "Ruang penyimpanan penuh: tidak semua artikel tersimpan.",
        "There is no space left: not every briefing was kept.",
    ),
    "keep-network": (
        "Jaringan terputus: tidak semua artikel tersimpan.",
        "The network was lost: not every briefing was kept.",
    ),
    # the controls
    "comfort": ("Ukuran huruf dan panjang baris", "Text size and line length"),
    "comfort-size": ("Ukuran huruf", "Text size"),
    "comfort-size-1": ("Kecil", "Small"),
    "comfort-size-2": ("Biasa", "Normal"),
    "comfort-size-3": ("Agak besar", "Larger"),
    "comfort-size-4": ("Besar", "Large"),
    "comfort-size-5": ("Sangat besar", "Very large"),
    "comfort-line": ("Panjang baris", "Line length"),
    "comfort-line-narrow": ("Pendek", "Short"),
    "comfort-line-normal": ("Biasa", "Normal"),
    "comfort-line-wide": ("Panjang", "Long"),
    "views": ("Tampilan bahasa", "Languages shown"),
    "view-both": ("Berdampingan", "Side by side"),
    "view-id": ("Indonesia", "Indonesian"),
    "view-en": ("Inggris", "English"),
    "show-id": ("Tampilkan teks Indonesia", "Show the Indonesian"),
    "show-en": ("Tampilkan teks Inggris", "Show the English"),
    "palette-default": ("Beralih ke tampilan gelap", "Switch to dark mode"),
    "palette-slate": ("Beralih ke tampilan terang", "Switch to light mode"),
}

"""The words of reading without a network: Indonesian, English; part of `WORDING`."""

OFFLINE: dict[str, tuple[str, str]] = {
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
}

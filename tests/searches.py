"""A site to be searched, and twenty searches: what is typed, the form in the text, where to land."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sejajar.model import Edition
from sites import add_article, make_site


class Search(NamedTuple):
    typed: str
    form: str
    """In the text, which has no other form of the word."""
    language: Edition
    paragraph: str
    """How the paragraph begins."""


SEARCHES = (
    Search("tani", "pertanian", "id", "Lahan pertanian di Karawang"),
    Search("ekspor", "mengekspor", "id", "Indonesia kini mengekspor"),
    Search("lapor", "dilaporkan", "id", "Kerusakan itu dilaporkan"),
    Search("menteri", "kementerian", "id", "Kedua kementerian menunggu"),
    Search("kuat", "penguatan", "id", "Penguatan rupiah berlanjut"),
    Search("terbang", "penerbangan", "id", "Penerbangan malam dibatalkan"),
    Search("tulis", "menulis", "id", "Ia menulis surat"),
    Search("mengirimkan", "pengiriman", "id", "Pengiriman barang"),
    Search("memakai", "pemakaian", "id", "Pemakaian air naik"),
    Search("olah", "pengolahan", "id", "Pengolahan sampah"),
    Search("farm", "farming", "en", "There is more land for farming"),
    Search("export", "exports", "en", "Indonesia now exports"),
    Search("report", "reported", "en", "Residents reported"),
    Search("ministry", "ministries", "en", "Both ministries"),
    Search("rise", "rose", "en", "The rupiah rose"),
    Search("city", "cities", "en", "Flights between two cities"),
    Search("write", "wrote", "en", "She wrote"),
    Search("buy", "bought", "en", "Goods bought"),
    Search("child", "children", "en", "Children use"),
    Search("study", "studies", "en", "Studies of waste"),
)

ARTICLES = (
    (
        "2025/2025-03-06-panen-raya",
        "Warta Uji",
        "Pangan",
        ("Panen raya dimulai di Jawa Barat", "Main harvest begins in West Java"),
        (
            ("Lahan pertanian di Karawang bertambah.", "There is more land for farming in Karawang."),
            ("Indonesia kini mengekspor kopi ke Jepang.", "Indonesia now exports coffee to Japan."),
            ("Kerusakan itu dilaporkan warga pada Senin.", "Residents reported the damage on Monday."),
            ("Kedua kementerian menunggu data baru.", "Both ministries await new figures."),
        ),
    ),
    (
        "2024/2024-11-02-kabut",
        "Kabar Contoh",
        "Perhubungan",
        ("Kabut tebal menutup bandara", "Thick fog closes the airport"),
        (
            ("Penguatan rupiah berlanjut sampai sore.", "The rupiah rose until the afternoon."),
            ("Penerbangan malam dibatalkan.", "Flights between two cities were called off at night."),
            ("Ia menulis surat kepada warga.", "She wrote to the residents."),
            ("Pengiriman barang tertunda dua hari.", "Goods bought last week come two days late."),
        ),
    ),
    (
        "2024/2024-08-19-kemarau",
        "Warta Uji",
        "Pangan",
        ("Kemarau panjang di Nusa Tenggara", "A long dry season in Nusa Tenggara"),
        (
            ("Pemakaian air naik di kalangan anak-anak.", "Children use more water."),
            ("Pengolahan sampah dimulai bulan depan.", "Studies of waste begin next month."),
            ("Sawah menunggu hujan di bulan Oktober.", ""),
        ),
    ),
)
RETRACTED = "Berita bohong tentang gempa raksasa"
DRAFT = "Rancangan tentang kapal selam"
ABOUT = {
    "tentang.md": ("id", "Tentang", "Situs ini dikelola sukarelawan."),
    "about.md": ("en", "About", "Volunteers run this site."),
}


def make_searchable_site(root: Path) -> Path:
    """Three articles, all but one paragraph in both languages; a draft, a retracted one, two other pages."""
    make_site(root, articles=[])
    for folder, outlet, tag, title, paragraphs in ARTICLES:
        text = article(folder, outlet, tag, title[0], [indonesian for indonesian, _ in paragraphs])
        add_article(root, f"content/{folder}", text, dict([title, *paragraphs]))
    for slug, headline, status in (("gempa", RETRACTED, "retracted"), ("kapal", DRAFT, "draft")):
        folder = f"2025/2025-01-01-{slug}"
        text = article(folder, "Warta Uji", "Pangan", headline, [f"{headline}."], status)
        add_article(root, f"content/{folder}", text, {headline: f"English of {slug}"})
    for name, (language, heading, words) in ABOUT.items():
        text = f"---\ntitle: {heading}\nlang: {language}\nkind: text\n---\n\n# {heading}\n\n{words}\n"
        (root / "docs" / name).write_text(text, encoding="utf-8")
    return root


def article(
    folder: str, outlet: str, tag: str, title: str, paragraphs: list[str], status: str = "published"
) -> str:
    head = (
        f"date: {folder[5:15]}\nstatus: {status}\nplace: Bandung\n"
        f"source: {{outlet: {outlet}, url: https://example.org/, rights: Dengan izin}}\ntags: [{tag}]"
    )
    return f"---\n{head}\n---\n\n# {title}\n\n" + "\n\n".join(paragraphs) + "\n"

"""A site whose articles are hard to bind into a book: signs, scripts, lengths, pictures of every kind."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image

from photos import SVG, photo
from sites import add_article, make_site

HARD = "content/2025/2025-05-04-tanda-sulit"
HARD_TITLE = "Harga < biaya & “untung” 'kecil' 🍚 نص عربي \\<b\\>"
LONG = "Kalimat yang panjang sekali tentang panen dan harga. " * 95
LONG_ENGLISH = "A very long sentence about the harvest and about prices. " * 95
HARD_TEXT = f"""\
---
date: 2025-05-04
place: Bandung & Cimahi
authors: ['A. & B. <Redaksi>']
translators: [Ana Contoh]
tags: [Pangan, 'Harga & upah']
references:
- {{outlet: Warta Uji, url: 'https://example.org/a?b=1&c=2', title: 'Judul <asli>'}}
corrections:
- {{date: 2025-05-06, text: 'Angka & satuan diperbaiki.'}}
---

# {HARD_TITLE}

- Poin dengan [taut](https://example.org/?a=1&b=2) dan *miring **tebal***.
- نقطة عربية مع 2.000 ton.

{LONG.strip()}

## 1. Bagian & lainnya

> “Kami < mereka,” kata Siti.
>
> — Siti & Budi, petani (via Warta Uji)

1. Satu.
2. Dua 🌾.

![Sawah & padi](sawah.webp "Sawah. Foto: Ana")

![Grafik](grafik.svg "Grafik. Ilustrasi: Ana")

![Potret](potret.jpg "Potret. Foto: Ana")

## 2. Tanpa padanan

Paragraf tanpa terjemahan.
"""
HARD_ENGLISH = {
    HARD_TITLE: "Price < cost & “gain” 'small' 🍚 نص عربي",
    LONG.strip(): LONG_ENGLISH.strip(),
    "Bagian & lainnya": "A section & more",
    "“Kami < mereka,” kata Siti.": "“We < they,” said Siti.",
    "Satu.": "One.",
    "Sawah. Foto: Ana": "Paddy. Photo: Ana",
}
PLAIN = "content/2025/2025-05-20-polos"
PLAIN_TEXT = """\
---
date: 2025-05-20
tags: [Pangan]
---

# Judul saja

Satu paragraf.
"""


def hard_site(root: Path, *, latin: bool = False) -> Path:
    """Three published articles, of which one is hard; a draft, a scheduled and a retracted one besides.

    `latin`: without emoji and Arabic.
    """
    text = re.sub("[\u0600-\u06ff\U0001f000-\U0001ffff]", "", HARD_TEXT) if latin else HARD_TEXT
    make_site(root)
    folder = root / HARD
    folder.mkdir(parents=True)
    (folder / "sawah.webp").write_bytes(photo("WEBP", (400, 300)))
    (folder / "grafik.svg").write_bytes(SVG)
    (folder / "potret.jpg").write_bytes(turned())
    add_article(root, HARD, text, HARD_ENGLISH)
    add_article(root, PLAIN, PLAIN_TEXT, {"Judul saja": "A title alone"})
    for day, name, status in (
        (21, "draf", "status: draft"),
        (22, "terjadwal", "publish_at: 2099-01-01T00:00:00+07:00"),
        (23, "ditarik", "status: retracted"),
    ):
        unseen = (
            f"---\ndate: 2025-05-{day}\n{status}\ntags: [Rahasia]\n---\n\n# Tersembunyi\n\nTeks rahasia.\n"
        )
        add_article(root, f"content/2025/2025-05-{day}-{name}", unseen, {"Tersembunyi": "Hidden"})
    return root


def turned() -> bytes:
    """A photograph larger than a screen that the camera held sideways, and that says where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "S", 2: (6.0, 12.0, 0.0)}
    out = io.BytesIO()
    Image.new("RGB", (2400, 1200), "#446688").save(out, "JPEG", exif=exif)
    return out.getvalue()

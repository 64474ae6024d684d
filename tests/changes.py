"""What may happen to a site between two builds, and how two built sites are compared."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from photos import photo
from sejajar.formats import catalog as catalog_format
from sejajar.model import signed
from sites import ARTICLE, ENGLISH, add_article, make_site

NAMES = ("panen-raya", "panen-usai", "harga-naik", "rapat")


def site_in(root: Path) -> Path:
    """Three articles that name each other, a page by hand that names the newest, and what surrounds them."""
    make_site(root, articles=[])
    edited(root / "mkdocs.yml", "      dress: site\n", "      dress: site\n      people: true\n")
    for number, name in enumerate(NAMES[:3]):
        add_article(root, f"content/2025/2025-03-0{6 + number}-{name}", article(name, 6 + number), ENGLISH)
    return root


def article(name: str, day: int) -> str:
    return ARTICLE.replace("2025-03-06", f"2025-03-0{day}").replace("Jawa Barat", f"Jawa Barat {name}", 1)


def files(folder: Path) -> dict[str, bytes]:
    """All that is published; the search's own files are another test's."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if "pagefind" not in path.parts and path.name != "sitemap.xml.gz"
    }


def same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


Change = Callable[[Path, random.Random], None]


def folders(root: Path) -> list[Path]:
    return sorted(path.parent for path in root.glob("content/*/*/article.id.md"))


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(before, after), "utf-8")


def edit_text(root: Path, chance: random.Random) -> None:
    edited(
        chance.choice(folders(root)) / "article.id.md", "juta ton", f"juta ton dan {chance.randint(2, 99)}"
    )


def edit_title(root: Path, chance: random.Random) -> None:
    edited(chance.choice(folders(root)) / "article.id.md", "# Panen", f"# {chance.choice('ABC')} & “Panen”")


def edit_english(root: Path, chance: random.Random) -> None:
    path = chance.choice(folders(root)) / "article.en.po"
    edited(path, "The price of paddy", f"What paddy costs {chance.randint(2, 99)}")


def doubt(root: Path, chance: random.Random) -> None:
    """An English text is said to need work, or no longer to."""
    path = chance.choice(folders(root)) / "article.en.po"
    loaded, _ = catalog_format.loads(path.read_text("utf-8"), path.name)
    assert loaded
    entry = chance.choice([entry for entry in loaded.entries if entry.msgstr])
    done = replace(entry, fuzzy=not entry.fuzzy)
    path.write_text(catalog_format.dumps(loaded.updated([done])), "utf-8")


def sign_by_name(root: Path, chance: random.Random) -> None:
    """With another name each time, and not always as it was written before."""
    path = chance.choice(folders(root)) / "article.en.po"
    loaded, _ = catalog_format.loads(path.read_text("utf-8"), path.name)
    assert loaded
    entry = chance.choice([entry for entry in loaded.entries if entry.msgstr])
    name = chance.choice(("Ana Wijaya", "ana wijaya", "Budi <b@example.org>", "王小明"))
    done = signed(entry, entry.msgstr, name, dt.date(2026, 11, chance.randint(1, 28)))
    path.write_text(catalog_format.dumps(loaded.updated([done])), "utf-8")


def credit(root: Path, chance: random.Random) -> None:
    path = chance.choice(folders(root)) / "article.id.md"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("authors:")]
    lines.insert(1, f"authors: [{chance.choice('ABC')}na]")
    path.write_text("\n".join(lines) + "\n", "utf-8")


def retag(root: Path, chance: random.Random) -> None:
    edited(chance.choice(folders(root)) / "article.id.md", "[Pangan", f"[{chance.choice('XYZ')}, Pangan")


def draft(root: Path, chance: random.Random) -> None:
    edited(chance.choice(folders(root)) / "article.id.md", "status: published", "status: draft")


def retract(root: Path, chance: random.Random) -> None:
    edited(chance.choice(folders(root)) / "article.id.md", "status: published", "status: retracted")


def add(root: Path, chance: random.Random) -> None:
    number = chance.randint(1, 9)
    folder = f"content/2024/2024-03-0{number}-{NAMES[3]}-{number}"
    if not (root / folder).exists():
        text = ARTICLE.replace("2025-03-06", f"2024-03-0{number}")
        add_article(root, folder, text, ENGLISH)


def rename(root: Path, chance: random.Random) -> None:
    folder = chance.choice(folders(root))
    folder.rename(folder.with_name(f"{folder.name}-{chance.randint(2, 999)}"))


def delete(root: Path, chance: random.Random) -> None:
    if len(folders(root)) > 1:
        shutil.rmtree(chance.choice(folders(root)))


def add_term(root: Path, chance: random.Random) -> None:
    with (root / "content" / "glossary.csv").open("a", encoding="utf-8") as glossary:
        glossary.write(
            f"{chance.choice(('gabah', 'Karawang', 'sawah'))}{chance.choice(('', ' basah'))},paddy\n"
        )


def add_picture(root: Path, chance: random.Random) -> None:
    folder = chance.choice(folders(root))
    (folder / "sawah.png").write_bytes(photo())
    path = folder / "article.id.md"
    if "sawah.png" not in path.read_text("utf-8"):
        path.write_text(f'{path.read_text("utf-8")}\n![Sawah](sawah.png "Sawah. Foto: Warta Uji")\n', "utf-8")


def set_name(root: Path, chance: random.Random) -> None:
    path = root / "mkdocs.yml"
    edited(path, "site_name: Meja", f"site_name: {chance.choice(('Meja', 'Panen'))} {chance.randint(2, 9)}")


def hold_back(root: Path, _: random.Random) -> None:
    edited(
        root / "mkdocs.yml", "on_incomplete: ignore", "on_incomplete: ignore\n      publish_english: reviewed"
    )


def touch(root: Path, chance: random.Random) -> None:
    os.utime(chance.choice(folders(root)) / "article.id.md")


CHANGES: tuple[Change, ...] = (
    edit_text, edit_title, edit_english, doubt, sign_by_name, credit, retag, draft, retract, add, rename,
    delete, add_term, add_picture, set_name, hold_back, touch,
)  # fmt: skip

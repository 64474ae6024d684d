"""Trees that somebody could commit to take, remove or publish what is not theirs: how each is made.

What is said of each stands in `hostile_trees.txt`.

Each function gets the site's folder and one beside it, `outside`, of which nothing may change or be
published.
"""

from __future__ import annotations

import os
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

from photos import SVG, photo
from sites import ARTICLE, FOLDER

SECRET = "the secret that stays"
Tree = Callable[[Path, Path], object]
NAME = f"{FOLDER}/article.id.md"
EVIL_SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script>'
    b'<a href="javascript:alert(1)"><rect width="9" height="9"/></a><image href="https://evil.example/x"/></svg>'
)
BOMB_SVG = (
    b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
)
HTML = b"<!doctype html><script>alert(1)</script>"


def link(path: str, target: str = "") -> Tree:
    """A link at `path` to something outside."""

    def make(root: Path, outside: Path) -> None:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_file():
            place.unlink()
        place.symlink_to(outside / target if target else outside)

    return make


def moved(path: str) -> Tree:
    """What is at `path` lies outside, and a link leads there."""

    def make(root: Path, outside: Path) -> None:
        (root / path).rename(outside / "moved")
        (root / path).symlink_to(outside / "moved")

    return make


def picture(name: str, data: bytes | str = "", written: str = "") -> Tree:
    """An article with a picture; `data` in words is where a link in its place leads."""

    def make(root: Path, outside: Path) -> None:
        folder = root / FOLDER
        text = ARTICLE + f'\n![Sawah](<{written or name}> "Sawah. Foto: Warta Uji")\n'
        (folder / "article.id.md").write_text(text, encoding="utf-8")
        if isinstance(data, bytes):
            (folder / name).write_bytes(data)
        else:
            (folder / name).symlink_to(outside / data)

    return make


def products(*names: str) -> Tree:
    """A list of what is ours below `docs/media`, with names that are not."""

    def make(root: Path, outside: Path) -> None:
        (root / "docs/media").mkdir(parents=True)
        lines = (name.replace("OUTSIDE", str(outside)) for name in names)
        (root / "docs/media/.products").write_text("".join(f"{line}\n" for line in lines))

    return make


def text(path: str, words: str | bytes) -> Tree:
    def make(root: Path, _: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(words.encode() if isinstance(words, str) else words)

    return make


def folder(path: str) -> Tree:
    """A folder where a file belongs."""

    def make(root: Path, _: Path) -> None:
        if (root / path).is_file():
            (root / path).unlink()
        (root / path).mkdir(parents=True)

    return make


def pipe(path: str) -> Tree:
    """A named pipe, at which a reader would wait for ever."""

    def make(root: Path, _: Path) -> None:
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return make


def listening(path: str) -> Tree:
    def make(root: Path, _: Path) -> None:
        here = Path.cwd()
        os.chdir((root / path).parent)
        try:
            with socket.socket(socket.AF_UNIX) as server:
                server.bind(Path(path).name)
        finally:
            os.chdir(here)

    return make


def gone(path: str) -> Tree:
    def make(root: Path, _: Path) -> None:
        if (root / path).is_dir():
            (root / path).rmdir()
        else:
            (root / path).unlink()

    return make


def inner(path: str, target: str) -> Tree:
    """A link with just these words."""

    def make(root: Path, _: Path) -> None:
        (root / path).symlink_to(target)

    return make


def device(path: str) -> Tree:
    def make(root: Path, _: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to("/dev/zero")

    return make


def named(old: str, new: str | bytes) -> Tree:
    """A folder or file under another name."""

    def make(root: Path, _: Path) -> None:
        (root / old).rename((root / old).with_name(os.fsdecode(new)))

    return make


def both(*trees: Tree) -> Tree:
    def make(root: Path, outside: Path) -> None:
        for tree in trees:
            tree(root, outside)

    return make


def page(path: str) -> Tree:
    """A page with the mark of a generated one."""
    name = path.removeprefix("docs/")
    return text(
        path, f"<!-- Made by sejajar from content/ as {name}. Edit the source, not this file. -->\n\nx\n"
    )


CAFE = "café.jpg"
FOTO = f"{FOLDER}/foto.jpg"
TREES: dict[str, Tree] = {
    # the content
    "the content is a link": moved("content"),
    "a year is a link": moved("content/2025"),
    "an article's folder is a link": moved(FOLDER),
    "an article is a link": both(text("x", ""), link(NAME, "secret.txt")),
    "an article is a link to a device": device(NAME),
    "an article is a pipe": pipe(NAME),
    "an article is a folder": folder(NAME),
    "a catalog is a link": link(f"{FOLDER}/article.en.po", "secret.txt"),
    "a catalog is a link to nothing": link(f"{FOLDER}/article.en.po", "new.po"),
    "a catalog is a device": device(f"{FOLDER}/article.en.po"),
    "a catalog is a pipe": pipe(f"{FOLDER}/article.en.po"),
    "a catalog is a folder": folder(f"{FOLDER}/article.en.po"),
    "the glossary is a link": link("content/glossary.csv", "secret.txt"),
    "the glossary is a device": device("content/glossary.csv"),
    "the glossary is a folder": folder("content/glossary.csv"),
    "a folder of the content leads up": inner("content/loop", ".."),
    "a folder of the content leads to all": inner("content/all", "/"),
    "an article is no text": text(NAME, b"\x89PNG\r\n\x1a\n\x00"),
    "a folder's name has a line break": named("content/2025", "2025\n::error::x"),
    "a folder's name turns the direction": named("content/2025", "2025\u202e"),
    "a folder's name is no text": named("content/2025", b"2025\xff"),
    "a folder's name has an escape": named("content/2025", "2025\x1b]52;c;x\x07"),
    "an article's folder leads up by its name": named(FOLDER, "2025-03-06-.."),
    "an article's folder has a quote": named(FOLDER, '2025-03-06-a"b'),
    "an article's folder is of another alphabet": named(FOLDER, "2025-03-06-кафе"),
    "an article's folder is very long": named(FOLDER, "2025-03-06-" + "a" * 240),
    "an article's folder is hidden": named(FOLDER, ".2025-03-06-panen-raya"),
    "an import was cut off": text("content/2025/.sejajar-0123456789ab/article.id.md", ARTICLE),
    # pictures
    "a picture is a link": picture("foto.jpg", "secret.txt"),
    "a picture is a link to a picture": picture("foto.jpg", "photo.jpg"),
    "a picture is a link to a device": both(picture("foto.jpg", b""), device(f"{FOLDER}/foto.jpg")),
    "a picture is a pipe": both(picture("foto.jpg", b""), pipe(f"{FOLDER}/foto.jpg")),
    "a picture is a socket": both(picture("foto.jpg", b""), gone(FOTO), listening(FOTO)),
    "a picture is a folder": both(picture("foto.jpg", b""), gone(FOTO), folder(FOTO)),
    "a picture is a link in a circle": both(picture("foto.jpg", b""), gone(FOTO), inner(FOTO, "foto.jpg")),
    "a picture lies above": picture("foto.jpg", photo(), "../foto.jpg"),
    "a picture lies above in a disguise": picture("foto.jpg", photo(), "%2e%2e%2ffoto.jpg"),
    "a picture has a whole path": picture("foto.jpg", photo(), "/etc/passwd"),
    "a picture is a page": picture("evil.md", b"# x\n\n<script>alert(1)</script>\n"),
    "a picture is HTML": picture("evil.html", HTML),
    "a picture is HTML by another name": picture("evil.jpg", HTML),
    "a picture is a script": picture("evil.js", b"alert(1)"),
    "a picture is a style sheet": picture("evil.css", b"*{}"),
    "a picture is the article": picture("article.id.md.jpg", ARTICLE.encode()),
    "a picture is the list of products": picture(".products", photo()),
    "a picture is empty": picture("foto.png", b""),
    "a picture is half": picture("foto.png", photo("PNG")[:12]),
    "a picture has another's name": picture("foto.png", photo("WEBP")),
    "a picture is an SVG by another name": picture("foto.png", SVG),
    "an SVG is a picture by another name": picture("foto.svg", photo("PNG")),
    "an SVG has scripts": picture("foto.svg", EVIL_SVG),
    "an SVG is a bomb": picture("foto.svg", BOMB_SVG),
    "an SVG is deep": picture(
        "foto.svg", b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 99 + b"</g>" * 99 + b"</svg>"
    ),
    "an SVG is HTML": picture(
        "foto.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'><script>1</script></html>"
    ),
    "a picture is of a format for one browser": picture("foto.bmp", photo("BMP")),
    "a picture is of many pixels": picture("foto.png", photo("PNG", (12_000, 9_000), "1")),
    "a picture has a name of Windows": picture("con.jpg", photo()),
    "a picture ends in a dot": picture("foto.jpg.", photo()),
    "a picture has a line break": picture("a\nb.jpg", photo(), "a%0Ab.jpg"),
    "a picture turns the direction": picture("a\u202egpj.jpg", photo()),
    "a picture's name is very long": picture("a" * 240 + ".jpg", photo()),
    "a picture has a twin": both(
        picture(CAFE, photo()),
        text(f"{FOLDER}/{unicodedata.normalize('NFD', CAFE)}", photo("JPEG", (9, 9))),
    ),
    # what is generated, and where
    "docs is a link": moved("docs"),
    "docs is a link to itself": both(gone("docs/index.md"), gone("docs"), inner("docs", ".")),
    "docs/id is a link": link("docs/id"),
    "docs/en is a link to nothing": link("docs/en", "new"),
    "a year of the pages is a link": link("docs/id/2025"),
    "a page is a link": link("docs/id/index.md", "secret.txt"),
    "a page is a link to a page": link("docs/id/2025/03/panen-raya.md", "page.md"),
    "a page's place is a folder": folder("docs/id/2025/03/panen-raya.md"),
    "docs/media is a link": link("docs/media"),
    "an article's pictures are a link": both(picture("foto.jpg", photo()), link("docs/media/panen-raya")),
    "a picture's copy is a link": both(
        picture("foto.jpg", photo()), link("docs/media/panen-raya/foto.jpg", "photo.jpg")
    ),
    "the list of products is a link": link("docs/media/.products", "list.txt"),
    "the list of products leads up": products("../../outside/secret.txt", "media/../../outside/secret.txt"),
    "the list of products has whole paths": products("OUTSIDE/secret.txt"),
    "the list of products goes through a link": both(
        products("media/out/secret.txt"), link("docs/media/out")
    ),
    "the list of products names pages": products(
        "index.md", "id/index.md", "media/../index.md", "media/a/.."
    ),
    "the list of products is no text": text("docs/media/.products", b"\xff\xfe"),
    "the list of products is a folder": folder("docs/media/.products"),
    "a page that is nobody's has our mark": page("docs/id/2025/03/lain.md"),
    "a file of docs is a link": link("docs/leak.txt", "secret.txt"),
    "a folder of docs is a link": link("docs/leak"),
    "a folder of docs leads up": inner("docs/loop", ".."),
    "a file of docs leads to what is hidden": both(text(".env", SECRET), inner("docs/leak.txt", "../.env")),
    "site is a link": link("site"),
    "a folder of site is a link": link("site/media"),
    # what we keep
    ".sejajar is a link": link(".sejajar"),
    ".sejajar is a file": text(".sejajar", "x"),
    ".sejajar's .gitignore is a link": link(".sejajar/.gitignore", "secret.txt"),
    "the pages of runs are a link": link(".sejajar/pages"),
    "a run's pages are a link": link(".sejajar/pages/1"),
    "a run's lock is a link": link(".sejajar/pages/1.lock", "secret.txt"),
    "a page of a run is a link": link(".sejajar/pages/1/id/index.md", "secret.txt"),
    "a folder of a run is a link": link(".sejajar/pages/1/id", ""),
    "findings were committed": text(".sejajar/checks.json", "{}"),
    "cards were committed": text(".sejajar/cards/x.png", b"x"),
    "cards are a link": link(".sejajar/cards"),
    "bundles were committed": text(".sejajar/search/id-x/pagefind.js", "alert(1)"),
    "bundles are a link": link(".sejajar/search"),
}

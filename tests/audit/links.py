"""Follows every link of the built site, to pages, files and anchors; external addresses are left alone.

Run it as `python tests/audit/links.py [folder]` after a build. Absolute addresses of the site itself
(canonical, hreflang) are followed too: its own address is read from the pages' canonical links.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ROOT = Path(__file__).parents[2]


@dataclass
class Document(HTMLParser):
    """The links of one HTML file with their lines, its anchors, and its own address."""

    canonical: str = ""
    links: list[tuple[int, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.anchors |= {attributes[name] for name in ("id", "name") if name in attributes}
        if tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes.get("href", "")
        if tag == "link" and attributes.get("rel") in ("preconnect", "dns-prefetch"):
            return
        self.links += [(self.getpos()[0], attributes[name]) for name in ("href", "src") if name in attributes]


def read(site: Path) -> dict[str, Document]:
    """The HTML files of a site by their path below it, with forward slashes."""
    documents = {}
    for path in sorted(site.rglob("*.html")):
        document = Document()
        document.feed(path.read_text(encoding="utf-8"))
        documents[path.relative_to(site).as_posix()] = document
    return documents


def address_of(documents: dict[str, Document]) -> str:
    """The site's own address, ending in a slash: a page's canonical address less its path."""
    for path, document in documents.items():
        page = path.removesuffix("index.html")
        if document.canonical.endswith("/" + page):
            return document.canonical.removesuffix(page)
    return "http://site.invalid/"


def broken_links(site: Path) -> list[str]:
    """Every internal link of the site that leads nowhere, as `page:line: link: why`."""
    documents = read(site)
    home = address_of(documents)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = []
    for path, document in documents.items():
        for line, link in document.links:
            target = urlsplit(urljoin(home + path, link))
            address = target._replace(query="", fragment="").geturl()
            if not address.startswith(home):
                if address.startswith(urljoin(home, "/")) and not link.startswith(("http:", "https:")):
                    broken.append(f"{path}:{line}: {link}: leads out of the site's folder")
                continue
            name = unquote(address.removeprefix(home))
            name += "index.html" if name.endswith("/") or not name else ""
            if name not in files:
                broken.append(f"{path}:{line}: {link}: no such page or file")
            elif name in documents and unquote(target.fragment) not in {"", *documents[name].anchors}:
                broken.append(f"{path}:{line}: {link}: no such anchor")
    return broken


def main(folder: Path = ROOT / "site") -> int:
    pages = len(read(folder))
    broken = broken_links(folder)
    print("\n".join([*broken, f"{pages} pages, {len(broken)} broken links"]))
    return int(bool(broken) or not pages)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))

"""Takes the pictures of the guide and the README from the running site: `make pictures`.

They go to docs/pictures/, as WebP, each under LARGEST bytes. Take them again when the pages look different.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from conftest import CHROMIUM_FLAGS
from desks import article_of, running
from sejajar import catalogs as catalog_format
from sejajar.commands import Site
from sejajar.model import Entry, filled, signed
from served import served
from terminal import Terminal

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
LARGEST = 120_000
"""Bytes."""
DESKTOP, PHONE = (1280, 800), (390, 780)
ARTICLE = "2025/02/produksi-beras-2024/"
FOLDER = "content/2025/2025-02-03-produksi-beras-2024"


@dataclass(frozen=True, slots=True)
class Shot:
    name: str
    path: str
    size: tuple[int, int] = DESKTOP
    scheme: str = "light"
    scale: float = 1.25
    """Device pixels a CSS pixel."""
    prepare: Callable[[Page], None] | None = None
    """What a reader does before the picture is taken."""


def opened(page: Page) -> None:
    """The second section, its first paragraph with the counterpart below it, as after a tap."""
    page.evaluate("""() => {
        const heading = document.querySelectorAll(".md-content h2")[1];
        scrollTo({top: heading.getBoundingClientRect().top + scrollY - 110, behavior: "instant"});
        const pairs = [...document.querySelectorAll(".sj-pair")];
        const after = pair => heading.compareDocumentPosition(pair) & Node.DOCUMENT_POSITION_FOLLOWING;
        const below = pairs.find(pair => after(pair) && pair.querySelector("p"));
        below.querySelector("p").click();
    }""")


def searched(word: str) -> Callable[[Page], None]:
    def search(page: Page) -> None:
        page.keyboard.press("/")
        page.locator("[data-sj-search] input").type(word, delay=30)
        page.locator("[data-sj-results] a").first.wait_for()
        page.wait_for_timeout(800)  # the other language's results come after

    return search


SHOTS = (
    Shot("article-id", f"id/{ARTICLE}"),
    Shot("article-en", f"en/{ARTICLE}"),
    Shot("phone-id", f"id/{ARTICLE}", PHONE, "dark", 2, opened),
    Shot("phone-en", f"en/{ARTICLE}", PHONE, "dark", 2, opened),
    Shot("search-id", "id/", (1280, 640), "light", 1.25, searched("produksi")),
    Shot("search-en", "en/", (1280, 640), "light", 1.25, searched("sell")),
)


def take(browser: Browser, address: str, shot: Shot) -> None:
    context = browser.new_context(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        device_scale_factor=shot.scale,
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
        has_touch=shot.size == PHONE,
    )
    page = context.new_page()
    page.goto(address + shot.path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    if shot.prepare:
        shot.prepare(page)
    page.wait_for_timeout(400)
    save(shot.name, page.screenshot())
    context.close()


def save(name: str, png: bytes) -> None:
    """As WebP, in the best quality that stays under the limit."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in (85, 75, 65, 55, 45):
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        if len(out.getvalue()) < LARGEST:
            PICTURES.mkdir(exist_ok=True)
            (PICTURES / f"{name}.webp").write_bytes(out.getvalue())
            print(f"{name}.webp: {picture.width} by {picture.height}, {len(out.getvalue()):,} bytes")
            return
    raise SystemExit(f"{name} is too large")


# The review screen: a real run in a terminal, drawn as the terminal would.

_WRONG = ("30.62 million tonnes", "30.26 million tonnes")
"""A figure with two digits changed, for the checks to find."""
_TODAY = dt.date(2026, 11, 24)


def prepared(site: Path) -> None:
    """All of the article signed, but for one paragraph that a machine got wrong."""
    path = site / FOLDER / "article.en.po"
    catalog, _ = catalog_format.loads(path.read_text(encoding="utf-8"), str(path))
    assert catalog
    entries = [_with_state(entry) for entry in catalog.entries]
    path.write_text(catalog_format.dumps(replace(catalog, entries=tuple(entries))), encoding="utf-8")


def _with_state(entry: Entry) -> Entry:
    if entry.context == "paragraph" and _WRONG[0] in entry.msgstr:
        return filled(replace(entry, msgstr=""), entry.msgstr.replace(*_WRONG), "google", _TODAY)
    return signed(entry, entry.msgstr, "Dewi Anggraini", _TODAY) if entry.msgstr else entry


def review_screen(site: Path) -> str:
    """What `sejajar review` draws, with its colours."""
    command = [str(Path(sys.executable).with_name("sejajar")), "review", FOLDER, "--as", "Rani Wulandari"]
    with Terminal(command, site, {}, columns=112, lines=22) as terminal:
        terminal.until("accept")
        drawn = terminal.printed.rpartition("\x1b[2J")[2]
        terminal.press("q")
        terminal.ended()
    return drawn


_PAPER = (
    "display:inline-block;margin:0;padding:20px 24px;background:#1d1f21;color:#e8e6e1;"
    "font:15px/1.45 'DejaVu Sans Mono',monospace"
)
_STYLES = {
    "1": "font-weight:bold",
    "2": "opacity:.65",
    "4": "text-decoration:underline",
    "9": "text-decoration:line-through",
    "31": "color:#ff8f80",
    "32": "color:#8fd694",
    "33": "color:#f2cc60",
    "36": "color:#79d2e6",
}


def as_html(drawn: str) -> str:
    """A terminal's output as a page: colours and weights, no other escapes."""
    drawn = re.sub(r"\x1b\[[0-9;?]*[A-Za-ln-z]", "", drawn).replace("\r\n", "\n").strip("\n")
    parts: list[str] = []
    styles: list[str] = []
    for part in re.split(r"(\x1b\[[0-9;]*m)", drawn):
        if not part.startswith("\x1b["):
            parts.append(f'<span style="{";".join(styles)}">{html.escape(part)}</span>')
            continue
        for code in part[2:-1].split(";"):
            styles = [*styles, _STYLES[code]] if code in _STYLES else []
    return f'<pre style="{_PAPER}">{"".join(parts)}</pre>'


def desk_pictures(browser: Browser, site: Path) -> None:
    """The queue, an article at the pair that a machine got wrong, and the same on a phone."""
    with running(Site(site, site / "docs", name="Sejajar")) as desk:
        for name, (width, height), scale in (("article", DESKTOP, 1.25), ("phone", PHONE, 1.5)):
            context = browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=scale, locale="en-GB"
            )
            page = context.new_page()
            page.goto(f"{desk.address}/enter?token={desk.office.entrance.keys.new()}")
            page.wait_for_selector("[name=name]")
            page.fill("[name=name]", "Rani Wulandari")
            page.click(".desk-main-button")
            page.wait_for_selector("#count")
            if name == "article":
                page.goto(f"{desk.address}/?state=all")
                save("desk-queue", page.screenshot())
            page.goto(f"{desk.address}{article_of(FOLDER)}")
            page.wait_for_selector(".desk-findings li")
            page.keyboard.press("Enter")
            page.wait_for_selector(".desk-text")
            page.evaluate("document.querySelector('.sj-active').scrollIntoView({block: 'center'})")
            save(f"desk-{name}", page.screenshot())
            context.close()


@contextmanager
def copied() -> Iterator[Path]:
    """The site's own files in a folder where nothing is lost."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "desk"
        site.mkdir()
        shutil.copy(ROOT / "mkdocs.yml", site)
        shutil.copytree(ROOT / "content", site / "content")
        products = shutil.ignore_patterns("id", "en", "media")
        shutil.copytree(ROOT / "docs", site / "docs", ignore=products)
        yield site


def main() -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("No Chromium: install one, or name one in the variable CHROMIUM.")
    with copied() as site, sync_playwright() as playwright:
        built = site / "built"
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(built)]
        subprocess.run(build, cwd=site, check=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        with served(built, "https://example.github.io/sejajar/") as address:
            for shot in SHOTS:
                take(browser, address, shot)
        prepared(site)
        page = browser.new_page(device_scale_factor=1.5, viewport={"width": 1280, "height": 800})
        page.set_content(as_html(review_screen(site)))
        save("review-screen", page.locator("pre").screenshot())
        desk_pictures(browser, site)
        browser.close()


if __name__ == "__main__":
    main()

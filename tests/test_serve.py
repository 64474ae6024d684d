"""`mkdocs serve`: one edit, one rebuild, whatever was edited."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sites import FOLDER, make_site
from waiting import PATIENCE, until

PACKAGE = Path(__file__).parents[1] / "generator" / "sejajar"


class Server:
    """`mkdocs serve` in a folder, with what it has said so far."""

    def __init__(self, root: Path, source: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/sejajar/"
        environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            env=environment | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self) -> None:
        assert self.process.stdout
        self.lines.extend(self.process.stdout)  # extends line by line, as they come

    def count(self, words: str) -> int:
        return sum(words in line for line in self.lines)

    def wait_for(self, words: str, times: int) -> None:
        def said() -> bool:
            assert self.process.poll() is None, "".join(self.lines)
            return self.count(words) >= times

        until(said, lambda: f"{words!r} not {times} times in:\n{''.join(self.lines)}")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode()).replace("\u00a0", " ")  # figures hold on to what they count

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    root = make_site(tmp_path / "site")
    # A copy of the package, so that a template of ours can be edited without touching the work tree.
    shutil.copytree(PACKAGE, tmp_path / "generator" / "sejajar")
    server = Server(root, tmp_path / "generator")
    try:
        server.wait_for("Serving on", 1)
        yield server
    finally:
        server.stop()


def test_one_edit_one_rebuild(server: Server, tmp_path: Path) -> None:
    """An edit of an article, a catalog, the glossary, a page by hand or a template of ours: one build each.

    After each, two seconds more (the watcher looks twice a second) for a build too many.
    """
    site = tmp_path / "site"
    folder = site / FOLDER
    template = tmp_path / "generator" / "sejajar" / "theme" / "base.html"
    edits: list[tuple[Path, Callable[[str], str]]] = [
        (folder / "article.id.md", lambda text: text.replace("2 juta ton", "3 juta ton")),
        (folder / "article.en.po", lambda text: text.replace("The price of paddy", "What paddy costs", 1)),
        (site / "content" / "glossary.csv", lambda text: text + "gabah,unhusked rice\n"),
        (site / "docs" / "index.md", lambda text: text + "\nSelamat datang.\n"),
        (template, lambda text: text.replace("{% extends", "{# diubah #}{% extends", 1)),
    ]
    builds = server.count("Building documentation")
    assert builds == 1
    for path, edit in edits:
        before = path.read_text(encoding="utf-8")
        after = edit(before)
        assert after != before, path
        path.write_text(after, encoding="utf-8")
        builds += 1
        server.wait_for("Building documentation", builds)
        server.wait_for("Reloading browsers", builds - 1)
        time.sleep(2)
        assert server.count("Building documentation") == builds, f"{path}:\n{''.join(server.lines)}"
    page = server.get("id/2025/03/panen-raya/")
    assert "3 juta ton" in page
    assert "What paddy costs" in page
    assert "Selamat datang." in server.get("")


def test_a_broken_article_is_said_with_its_line_and_serving_goes_on(server: Server, tmp_path: Path) -> None:
    """While an editor's article is broken the last good pages stand; once fixed, the new ones do."""
    path = tmp_path / "site" / FOLDER / "article.id.md"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("## 1. Harga gabah", "### 1. Harga gabah"), encoding="utf-8")
    server.wait_for("article.id.md:17: error heading-level", 1)
    server.wait_for("Reloading browsers", 1)
    assert server.count("The content has errors; the pages stay as they were.") == 1
    for page, words in (
        ("id/2025/03/panen-raya/", "Ada kesalahan dalam berkas."),
        ("en/archive/", "A file has an error."),
        ("", "Ada kesalahan dalam berkas."),
        ("404.html", "Ada kesalahan dalam berkas."),
    ):
        (banner,) = BeautifulSoup(server.get(page), "html.parser")(class_="sj-broken")
        said = banner.get_text(" ", strip=True)
        assert banner["role"] == "alert", page
        assert words in said, page
        assert f"{FOLDER}/article.id.md:17 headings with ### are not part of the article format" in said, page
    assert "2 juta ton" in server.get("id/2025/03/panen-raya/")
    path.write_text(good.replace("2 juta ton", "4 juta ton"), encoding="utf-8")
    server.wait_for("Reloading browsers", 2)
    fixed = server.get("id/2025/03/panen-raya/")
    assert "4 juta ton" in fixed
    assert "sj-broken" not in fixed
    assert server.count("Traceback") == 0

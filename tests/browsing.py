"""A built site behind a server like GitHub Pages', and a browser that must not complain about it."""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, Page

TEXT = (".html", ".css", ".js", ".json", ".xml", ".svg", ".webmanifest")


class PagesHandler(SimpleHTTPRequestHandler):
    """Gzips what is text, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.split("?")[0].endswith("/") else path
        if path.suffix not in TEXT or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


def build(root: Path, built: Path) -> None:
    """`mkdocs build --strict` of the site in `root`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(built)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server for `folder`, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(PagesHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


READY = "document.querySelector('.sj-reveal') || !document.querySelector('.sj-article')"


@contextmanager
def opened(browser: Browser, address: str, width: int, **options: Any) -> Iterator[Page]:
    """A page at this width in a fresh profile, that must not complain or ask another host for anything."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    own = "/".join(address.split("/")[:3])
    page.on(
        "request", lambda asked: None if asked.url.startswith((own, "data:")) else faults.append(asked.url)
    )
    page.goto(address)
    if options.get("java_script_enabled", True):
        page.wait_for_function(READY)
    yield page
    context.close()
    # Material asks for a sitemap at the configured address of the site, which is not that of the test.
    assert [fault for fault in faults if "sitemap.xml" not in fault] == []

"""A built site behind a web server, as readers get it: below a path, compressed, missing pages as 404."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

COMPRESSED = (".html", ".css", ".js", ".json", ".xml", ".svg", ".webmanifest", ".txt")
"""What GitHub Pages compresses; fonts, pictures and search indexes are compressed in themselves."""


class _Handler(SimpleHTTPRequestHandler):
    mount = "/sejajar"

    def __init__(self, *args: Any, home: str, **kwargs: Any) -> None:
        self.home = home
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if not path.startswith(self.mount + "/"):
            self.send_error(404)
            return
        self.path = path.removeprefix(self.mount)
        name = Path(self.translate_path(self.path))
        if name.is_dir():
            if not path.endswith("/"):
                self.send_response(301)
                self.send_header("Location", path + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            name /= "index.html"
        found = name.is_file()
        self.answer(name if found else Path(self.directory) / "404.html", 200 if found else 404)

    def answer(self, name: Path, status: int) -> None:
        body = name.read_bytes()
        if self.home and name.suffix in COMPRESSED:
            here = f"http://{self.headers['Host']}{self.mount}/"
            body = body.replace(self.home.encode(), here.encode())
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(name))
        self.send_header("Cache-Control", "max-age=600")
        if name.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@contextmanager
def served(site: Path, home: str = "") -> Iterator[str]:
    """The address, ending in `/sejajar/`, at which `site` is served while the context lasts.

    `home` is the `site_url` that it was built with; in what is served, this address stands in its place, so
    that absolute links and the sitemap lead back here, as they would where the site is at home.
    """
    handler = functools.partial(_Handler, directory=str(site), home=home)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sejajar/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

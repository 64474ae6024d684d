"""How long a build takes: half the articles against all, and against mkdocs-static-i18n with the same text.

Run it as `python tests/bench/build.py [articles]`. Both sites have the same theme and extensions; the peer
gets each language as a page of its own (`slug.id.md`, `slug.en.md`), which is how it is used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]

from sejajar import catalogs as catalog_format  # noqa: E402
from sejajar.formats import article as article_format  # noqa: E402
from sites import MKDOCS, make_site, many_articles, translated  # noqa: E402

PEER = (
    MKDOCS.replace(
        "  - sejajar:\n      dress: site\n      on_incomplete: ignore\n",
        "  - search\n  - i18n:\n      docs_structure: suffix\n      languages:\n"
        "        - {locale: id, name: Bahasa Indonesia, default: true, build: true}\n"
        "        - {locale: en, name: English, build: true}\n",
    ).partition("\nnav:\n")[0]
    + "\n"
)


def our_site(root: Path, count: int) -> None:
    make_site(root, articles=[])
    for article, english in many_articles(count):
        folder = root / article.folder
        folder.mkdir(parents=True)
        catalog = catalog_format.sync(catalog_format.empty(f"{article.folder}/article.en.po"), article)
        (folder / "article.id.md").write_text(article_format.dumps(article))
        (folder / "article.en.po").write_text(translated(catalog_format.dumps(catalog), english))


def peer_site(root: Path, count: int) -> None:
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(PEER)
    (root / "docs" / "index.md").write_text("# Sejajar\n")
    for article, english in many_articles(count):
        text = article_format.dumps(article)
        folder = root / "docs" / f"{article.metadata.date:%Y/%m}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{article.slug}.id.md").write_text(text)
        for source, target in english.items():
            text = text.replace(source, target)
        (folder / f"{article.slug}.en.md").write_text(text)


def build(root: Path) -> float:
    """Seconds that `mkdocs build` takes, start-up included."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    start = time.perf_counter()
    subprocess.run(command, cwd=root, check=True, env=environment)
    return time.perf_counter() - start


def weight(root: Path) -> float:
    """Megabytes of the built site."""
    return sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()) / 1e6


def main(count: int = 1000) -> None:
    folder = Path(tempfile.mkdtemp(prefix="sejajar-bench-"))
    try:
        print(f"build: {count} articles of 18 segments, two editions, {os.cpu_count()} cores")
        our_site(folder / "half", count // 2)
        our_site(folder / "all", count)
        half, whole, again = build(folder / "half"), build(folder / "all"), build(folder / "all")
        print(f"  sejajar, {count // 2:>5} articles  {half:7.1f} s")
        print(f"  sejajar, {count:>5} articles  {whole:7.1f} s  {weight(folder / 'all'):6.1f} MB")
        print(f"  sejajar, nothing changed {again:6.1f} s")
        print(f"  ratio all / half         {whole / half:7.2f}    (linear: 2.00; at most 2.30)")
        if find_spec("mkdocs_static_i18n") is None:
            print("  mkdocs-static-i18n is not installed: skipped; `make bench` installs it")
            return
        peer_site(folder / "peer", count)
        peer = build(folder / "peer")
        print(f"  mkdocs-static-i18n       {peer:7.1f} s  {weight(folder / 'peer'):6.1f} MB")
        print(f"  ratio sejajar / peer     {whole / peer:7.2f}    (at most 1.00)")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

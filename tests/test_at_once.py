"""Two commands at once on one site: each does its work or says why not, and neither undoes the other's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sites import ENGLISH, FOLDER, make_site

RUN = "import sys; from sejajar.cli import main; main(sys.argv[1:])"


def at_once(root: Path, *calls: tuple[str, ...]) -> list[int]:
    """The exit codes of commands that are all at work together."""
    started = [subprocess.Popen([sys.executable, "-c", RUN, *call], cwd=root) for call in calls]
    return [process.wait() for process in started]


def test_of_two_imports_of_one_text_one_makes_the_article_and_the_other_says_that_it_is_there(
    tmp_path: Path,
) -> None:
    """One folder, whole, whoever comes first; two syncs beside each other leave it and its English whole."""
    root = make_site(tmp_path)
    (root / "tempel.txt").write_text(
        "Harga Beras Turun\n\nHarga beras turun pada Jumat (7/3/2025).\n\nPembeli datang.\n", encoding="utf-8"
    )
    assert sorted(at_once(root, ("import", "tempel.txt"), ("import", "tempel.txt"))) == [0, 1]
    made = root / "content/2025/2025-03-07-harga-beras-turun"
    assert sorted(path.name for path in made.iterdir()) == ["article.en.po", "article.id.md"]
    with (root / FOLDER / "article.id.md").open("a", encoding="utf-8") as file:
        file.write("\nKalimat baru di akhir.\n")
    assert at_once(root, ("sync",), ("sync",)) == [0, 0]
    catalog = (root / FOLDER / "article.en.po").read_text(encoding="utf-8")
    assert all(f'msgstr "{english}"' in catalog for english in ENGLISH.values())
    assert catalog.count("Kalimat baru di akhir.") == 1
    assert not list(root.glob("content/**/.sejajar-*"))

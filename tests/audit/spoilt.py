"""Reads 100,000 spoilt articles, catalogs, glossaries, spreadsheets, pastes; asks Hypothesis and atheris.

Each has to be read or to be a problem, what was read has to survive being written, and no word may be lost.
`python tests/audit/spoilt.py SEED` reads others. What was not borne lies in `build/spoilt/`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutation import KINDS, run

TOTAL = 100_000
PROPERTIES = [
    f"tests/test_{name}.py"
    for name in ("article", "catalog_file", "catalog_edits", "glossary", "figures_hostile")
]
"""Tests of properties, with fifty times the examples."""
PIECE = 2_000
SECONDS = 60
"""For each kind under atheris, which follows the branches that a text takes."""
ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build/spoilt"


def piece(job: tuple[str, int, int]) -> tuple[str, list[tuple[str, str]]]:
    kind, count, seed = job
    return kind, [(text, f"{type(error).__name__}: {error}") for text, error in run(kind, count, seed)]


def mutations(seed: int) -> int:
    """How many files were not borne."""
    each = -(-TOTAL // len(KINDS))
    jobs = [
        (kind, min(PIECE, each - start), seed * TOTAL + start)
        for kind in KINDS
        for start in range(0, each, PIECE)
    ]
    failed: Counter[str] = Counter()
    with ProcessPoolExecutor() as pool:
        for kind, found in pool.map(piece, jobs):
            for text, told in found:
                failed[kind] += 1
                KEPT.mkdir(parents=True, exist_ok=True)
                path = KEPT / f"{kind.replace(' ', '-')}-{failed[kind]}.txt"
                path.write_text(text, errors="surrogatepass", newline="")
                print(f"{path.relative_to(ROOT)}: {told[:200]}")
    for kind in KINDS:
        print(f"{each:,} {kind}: {failed[kind]:,} not borne")
    return failed.total()


def guided(kind: str) -> None:
    """atheris, until its time is over or something is not borne. Never returns."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["sejajar"]):
        for name in [name for name in sys.modules if name.startswith(("sejajar", "mutation"))]:
            del sys.modules[name]
        import mutation
    sound, check = mutation.KINDS[kind]
    corpus = KEPT / "corpus" / kind.replace(" ", "-")
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "sound").write_text(sound, newline="")
    arguments = [sys.argv[0], f"-max_total_time={SECONDS}", f"-artifact_prefix={KEPT}/", str(corpus)]
    atheris.Setup(arguments, lambda data: check(data.decode("utf-8", "ignore")))
    atheris.Fuzz()


def main() -> int:
    if len(sys.argv) > 2:
        guided(sys.argv[2])
    failed = mutations(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    properties = [sys.executable, "-m", "pytest", "-q", "--hypothesis-profile=audit", *PROPERTIES]
    failed += subprocess.run(properties, cwd=ROOT, check=False).returncode != 0
    if find_spec("atheris") is None:
        print("atheris is not installed, which `pip install 'atheris~=3.0'` does: its part is left out")
        return int(failed > 0)
    for kind in KINDS:
        done = subprocess.run([sys.executable, __file__, "1", kind], env=os.environ, check=False)
        failed += done.returncode != 0
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())

"""Lives of sites, two hundred and fifty of them, each of five to nine changes and builds; takes an hour.

What stands at the end of each has to be, byte for byte, what a build from nothing makes; `tests/sequences.py`
has what may happen.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> int:
    command = [sys.executable, "-m", "pytest", "-q", "--hypothesis-profile=audit", "tests/test_sequences.py"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

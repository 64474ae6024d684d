"""A program that makes an index beside us: in a process of its own, so that others are made meanwhile."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from sejajar import storage
from sejajar.search import child_process


class Leashed:
    """One that reads and writes in a folder that nobody else knows, and ends with us, however we end."""

    def __init__(
        self, root: Path, files: Iterable[tuple[str, str | bytes]], command: Callable[[Path], Sequence[str]]
    ) -> None:
        """`files`: what the program is to find in its folder; `command`: how it is called, by that folder."""
        self.killed = False
        """It was ended before it was done."""
        self._scratch = storage.Scratch(root)
        self.folder = self._scratch.path
        try:
            storage.write_new(self.folder, files)
            # A session of its own: what ends all of a build's processes must not end the leash first.
            self._process = subprocess.Popen(
                (sys.executable, "-I", child_process.__file__, *command(self.folder)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,
            )
        except BaseException:
            self._scratch.cleanup()
            raise

    def wait(self) -> tuple[int, str]:
        """Its exit code, and what it has said."""
        said = self._process.stdout.read() if self._process.stdout else ""
        return self._process.wait(), said

    def kill(self) -> None:
        """Ends it, from whatever thread."""
        if self._process.stdin and not self._process.stdin.closed:
            self.killed = self._process.poll() is None
            self._process.stdin.close()

    def end(self) -> None:
        """Ends it where it still runs, and removes its folder."""
        self.kill()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._scratch.cleanup()

"""A real terminal for tests: a program in a pseudo-terminal, its keys, and the screen that it last drew."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from waiting import PATIENCE, until

_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_CLEARED = "\x1b[2J"


class Terminal:
    """`with Terminal([...], folder, environment) as terminal:`; 80 columns and 24 lines unless told."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        environment: dict[str, str],
        columns: int = 80,
        lines: int = 24,
    ) -> None:
        self.keyboard, self._screen = pty.openpty()
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.printed = ""
        self._pressed = 0
        """How much had been printed when a key was pressed last."""
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color", **environment},
            stdin=self._screen,
            stdout=self._screen,
            stderr=self._screen,
            start_new_session=True,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.keyboard)
        os.close(self._screen)

    @property
    def screen(self) -> str:
        """What has been drawn since the screen was last cleared, without colours."""
        return _ESCAPES.sub("", self.printed.rpartition(_CLEARED)[2]).replace("\r\n", "\n")

    def until(self, text: str) -> str:
        """The screen, once `text` is on it after the last key and the program waits for a key or a line."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read()
            new = len(self.printed) > self._pressed
            if new and text in self.screen and (self._waits_for_key() or text.endswith(": ")):
                return self.screen
        raise AssertionError(f"“{text}” did not appear; the screen is:\n{self.screen}")

    def press(self, keys: str) -> None:
        self._pressed = len(self.printed)
        os.write(self.keyboard, keys.encode())

    def interrupt(self) -> None:
        """As `kill -INT` does; once more where it came just before the program began to wait for a key."""

        def heeded() -> bool:
            os.killpg(self.process.pid, signal.SIGINT)
            end = time.monotonic() + 1
            while self._waits_for_key() and time.monotonic() < end:
                self._read()
            return not self._waits_for_key()

        until(heeded, lambda: f"the program goes on; the screen is:\n{self.screen}")

    def ended(self) -> int:
        """The program's exit code."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read()
            if self.process.poll() is not None:
                self._read()
                return self.process.returncode
        raise AssertionError(f"the program goes on; the screen is:\n{self.screen}")

    def _read(self) -> None:
        while select.select([self.keyboard], [], [], 0.02)[0]:
            self.printed += os.read(self.keyboard, 65536).decode(errors="replace")

    def _waits_for_key(self) -> bool:
        """Raw mode: the program reads single keys."""
        flags: int = termios.tcgetattr(self._screen)[3]
        return not flags & termios.ICANON

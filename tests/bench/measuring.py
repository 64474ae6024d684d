"""What a command costs: processor time of all its processes, time on the clock, memory at its peak."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.1
"""Seconds between two looks at a command's processes."""
_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER of Linux's prctl(2)."""


@dataclass(frozen=True, slots=True)
class Cost:
    cpu: float
    """Seconds of processor time, user and system, of the command and all that it started."""
    wall: float
    """Seconds until the command had ended."""
    peak: float
    """Megabytes at most of all its processes together, with the largest one's share of files (programs,
    libraries) alone; where the system does not tell, of the largest process."""
    search: float = 0
    """Of `cpu`, what the processes of Pagefind took."""
    peak_aside: float = 0
    """As `peak`, without the processes of Pagefind; the same where the system does not tell."""


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Runs a command to its end, and that of whatever it has left running; raises where it fails."""
    adopt()
    with (folder / "bench.log").open("wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(environment or {})}, stdout=log, stderr=log
        )
        watcher = _Watcher(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu, largest = usage.ru_utime + usage.ru_stime, usage.ru_maxrss
        with suppress(ChildProcessError):  # raised when nothing is left
            while True:
                _, _, usage = os.wait4(-1, 0)
                cpu += usage.ru_utime + usage.ru_stime
                largest = max(largest, usage.ru_maxrss)
        watcher.stop()
    if process.returncode:
        told = (folder / "bench.log").read_text("utf-8", "replace")
        raise RuntimeError(
            f"{' '.join(command)} in {folder} ended with {process.returncode}:\n{told[-4000:]}"
        )
    unit = 1 if sys.platform == "darwin" else 1024
    # Of a process that has just begun the system counts what the one that began it held, which is us.
    peak = watcher.peak or largest * unit / 1e6
    return Cost(cpu, wall, peak, watcher.search, watcher.peak_aside or peak)


def adopt() -> None:
    """Has Linux give us the processes whose parents have ended, so that their work is counted too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT, 1, 0, 0, 0)


class _Watcher:
    """Looks at a process and those below it, as `/proc` shows them."""

    def __init__(self, process: int) -> None:
        self.peak = self.peak_aside = 0.0
        self._search: dict[int, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(process,), daemon=True)
        self._thread.start()

    @property
    def search(self) -> float:
        return sum(self._search.values())

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self, process: int) -> None:
        while not self._ended.wait(PAUSE):
            own, files, ours = 0.0, 0.0, 0.0
            for one in set(family(process)) | set(family(os.getpid())) - {os.getpid()}:
                with suppress(OSError, ValueError):
                    anonymous, mapped = _memory(one)
                    own, files = own + anonymous, max(files, mapped)
                    if b"pagefind" in Path(f"/proc/{one}/cmdline").read_bytes():
                        self._search[one] = _taken(one)
                    else:
                        ours += anonymous
            self.peak = max(self.peak, own + files)
            self.peak_aside = max(self.peak_aside, ours + files)


def family(process: int) -> Iterator[int]:
    """A process and all below it."""
    yield process
    with suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from family(int(child))


def _memory(process: int) -> tuple[float, float]:
    """Megabytes of its own, and of files that others may map too."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    told = {name: int(size.split()[0]) / 1e3 for name, _, size in (line.partition(":\t") for line in lines)
            if name.startswith("Rss")}  # fmt: skip
    return told.get("RssAnon", 0) + told.get("RssShmem", 0), told.get("RssFile", 0)


def _taken(process: int) -> float:
    """Seconds of processor time that a process has taken so far, without those below it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def weight(folder: Path) -> float:
    """Megabytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6

"""A Dask cluster of worker processes, for tests."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from sejajar.build.executors import executor
from waiting import PATIENCE, until

SOON = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}
"""How long a scheduler looks for what a dead worker has made: half a minute, unless said."""
KEY = "of-the-workers"
"""Of LibreTranslate, in the workers' environment."""


def can_make_records(_: int) -> bool:
    return "sejajar.build.making" in sys.modules


class Scheduler:
    """A Dask cluster of worker processes, as a user would start it."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.address = ""
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        until(lambda: bool(self._address()), lambda: self.said())
        self.address = self._address()
        for _ in range(workers):
            self._start("worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard")

    def _file(self) -> Path:
        return self.folder / "scheduler.json"

    def _address(self) -> str:
        """Empty while the scheduler has not written all of it: the file is there before its text."""
        try:
            return str(json.loads(self._file().read_text("utf-8"))["address"])
        except ValueError:
            return ""

    def _start(self, kind: str, *arguments: str) -> None:
        paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
        with (self.folder / f"{len(self.processes)}.log").open("wb") as log:
            self.processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self._file()), *arguments],
                    env={**os.environ, "PYTHONPATH": paths, "SEJAJAR_LIBRETRANSLATE_KEY": KEY, **SOON},
                    cwd=self.folder,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )
        until(self._file().exists, lambda: self.said())

    def said(self) -> str:
        return "\n".join(path.read_text("utf-8") for path in sorted(self.folder.glob("*.log")))

    def has_made_records(self) -> bool:
        """Whether a worker has read articles: nothing else loads what that takes."""
        with executor(self.address, patience=PATIENCE) as remote:
            return any(remote.map(can_make_records, range(20)))

    def worker(self) -> int:
        """The process of one of the workers; if it is killed, its nanny starts another."""
        with executor(self.address, patience=PATIENCE) as remote:
            return remote.submit(os.getpid).result(PATIENCE)

    def stop(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)  # the workers that its nannies watch over too
                process.wait(PATIENCE)


class Elsewhere(Executor):
    """Workers on another machine, as far as a task can tell: what goes there and comes back is bytes."""

    elsewhere = True

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def map(
        self,
        fn: Callable[..., Any],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[Any]:
        assert timeout is None
        for task in zip(*iterables, strict=False):
            self.sent.append(pickle.dumps((fn, task)))
            function, arguments = pickle.loads(self.sent[-1])
            yield pickle.loads(pickle.dumps(function(*arguments)))
        del chunksize

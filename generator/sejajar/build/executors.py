"""Where work that fans out is done: by the processes of this machine, or by a Dask cluster."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar
from weakref import WeakSet

Result = TypeVar("Result")

FEW = 100
"""Fewer tasks than this are done in this process: another takes about a second to begin."""
VARIABLE = "SEJAJAR_CLUSTER"
"""Of the environment: the address of a cluster, instead of the one that the settings name."""
AHEAD = 4
"""Chunks on their way for each worker, so that neither tasks nor results pile up in memory."""


@contextmanager
def executor(
    address: str | None = None, jobs: int | None = None, *, few: int = FEW, patience: float = 10
) -> Iterator[ChunkedExecutor]:
    """An executor for functions that can be pickled: top-level, with arguments and results that can be.

    Without an `address` it is this machine's: `jobs` processes (as many as there are processors, unless
    said), started with the first `map` of at least `few` tasks; with one job, or fewer tasks, it works in
    this process. `address` is that of a Dask scheduler, `tcp://host:8786`; it has `patience` seconds to
    answer. Raises ClusterError where it does not, or where its workers have other code than this process.

    `map` gives the results in order and begins when the first is asked for; a worker that dies costs time
    only, since its tasks are done by others, in the end by this process. An error in a task ends the map.
    """
    if address:
        from sejajar.build.cluster import connected

        with connected(address, patience) as client:
            yield client
        return
    local = _Local(jobs or processors(), few)
    try:
        yield local
    finally:
        local.shutdown(cancel_futures=True)


def chosen(setting: str) -> str:
    """The address of the cluster that is to do the work; empty where there is none."""
    return os.environ.get(VARIABLE, setting).strip()


def processors() -> int:
    """How many processors this process may use; a container's share can be smaller than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class ChunkedExecutor(Executor):
    """An executor whose `map` sends a bounded number of chunks ahead, and gives the results in order."""

    elsewhere = False
    """Its workers may be on machines that lack this one's files."""

    @property
    def at_once(self) -> int:
        """How many tasks its workers do at the same time."""
        raise NotImplementedError

    def send(self, function: Callable[..., Result], chunk: list[Any]) -> Future[Any] | None:
        """Has a worker do a chunk; None where there is no worker any more."""
        raise NotImplementedError

    def received(self, future: Future[Any]) -> list[Any] | None:
        """What `send` began; None where its worker is gone. Raises what a task raised."""
        raise NotImplementedError

    def map(
        self,
        fn: Callable[..., Result],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[Result]:
        """`map(fn, *iterables)`; takes from `iterables` no more than it needs. There is no `timeout`."""
        if timeout is not None:
            raise NotImplementedError
        return self._mapped(fn, zip(*iterables, strict=False), max(1, chunksize))

    def _mapped(self, function: Callable[..., Result], tasks: Iterator[Any], size: int) -> Iterator[Result]:
        underway: deque[tuple[Future[Any] | None, list[Any]]] = deque()
        ahead = AHEAD * self.at_once
        try:
            while True:
                while len(underway) < ahead and (chunk := list(islice(tasks, size))):
                    underway.append((self.send(function, chunk), chunk))
                if not underway:
                    return
                future, chunk = underway.popleft()
                results = self.received(future) if future else None
                yield from (function(*task) for task in chunk) if results is None else results
        finally:
            for future, _ in underway:
                if future:
                    future.cancel()


class _Local(ChunkedExecutor):
    """Processes of this machine, from the first map on that is worth them."""

    def __init__(self, jobs: int, few: int) -> None:
        self._jobs = jobs
        self._few = few
        self._pool: ProcessPoolExecutor | None = None
        self._submitted: WeakSet[Future[Any]] = WeakSet()
        self._has_worked = self._is_useless = False

    @property
    def at_once(self) -> int:
        return self._jobs

    def send(self, function: Callable[..., Result], chunk: list[Any]) -> Future[Any] | None:
        if self._is_useless:
            return None
        try:
            return self.submit(done, function, chunk)
        except BrokenExecutor:  # since a worker has died; the chunks that were on their way come back to us
            self.shutdown(wait=False)
            if not self._has_worked:  # none will: a program without `if __name__ == "__main__"`, no memory
                self._is_useless = True
                return None
            return self.submit(done, function, chunk)

    def received(self, future: Future[Any]) -> list[Any] | None:
        try:
            found: list[Any] = future.result()
        except BrokenExecutor:
            return None
        self._has_worked = True
        return found

    def _mapped(self, function: Callable[..., Result], tasks: Iterator[Any], size: int) -> Iterator[Result]:
        first = list(islice(tasks, self._few)) if self._jobs > 1 else []
        if self._jobs < 2 or len(first) < self._few:
            return (function(*task) for task in chain(first, tasks))
        return super()._mapped(function, chain(first, tasks), size)

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """As a process pool's: a future fails where its worker dies. `map` does not."""
        future = self._started().submit(fn, *args, **kwargs)
        self._submitted.add(future)
        return future

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not forked: MkDocs's `serve` runs threads, and a lock that one of them holds would stay locked.
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), _end_with_parent)
        return self._pool

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if not self._pool:
            return
        if cancel_futures:
            # Not by the pool, which then waits for ever for the result of a task that cannot be pickled:
            # https://github.com/python/cpython/issues/116685
            for future in list(self._submitted):
                future.cancel()
        self._pool.shutdown(wait)
        self._pool = None


def done(function: Callable[..., Result], chunk: Iterable[Any]) -> list[Result]:
    """What a worker does with a chunk."""
    return [function(*task) for task in chunk]


def _end_with_parent() -> None:
    """Ctrl-C is the parent's to answer; and a parent that is killed outright leaves no worker behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

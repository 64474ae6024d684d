"""Work that is handed to a Dask cluster, the extra `sejajar[cluster]`; the only file that imports Dask."""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sejajar import storage
from sejajar.build.executors import ChunkedExecutor, done
from sejajar.i18n import gettext

if TYPE_CHECKING:
    from distributed import Client

Result = TypeVar("Result")

PACKAGE = Path(__file__).parents[1]
GLANCE = 5.0
"""Seconds between two looks at whether there still are workers."""
RETURN = 30.0
"""Seconds that a cluster without any worker has to get one, before this process does the work itself."""
RECONNECT = 10.0
"""The same for a scheduler that does not answer any more."""
NOISY = "distributed", "distributed.client", "distributed.utils_comm", "tornado.application"
"""Loggers that print a traceback for each connection that is lost."""

log = logging.getLogger("sejajar")

_Done = tuple[list[Result], Exception | None]
"""The results of a chunk, or what one of its tasks has raised."""
Releases = Mapping[str, str]
"""By package, the release that is installed; `sejajar` with a hash over its code."""


class ClusterError(Exception):
    """A cluster that cannot be used: the message says why, and what to do."""


@contextmanager
def connected(address: str, patience: float) -> Iterator[ChunkedExecutor]:
    """The executor of a cluster whose scheduler is at `address`, which has `patience` seconds to answer.

    Raises ClusterError where Dask is not installed, nobody answers, there is no worker, or one has other
    code or libraries than this process: its pages might differ.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("a cluster needs Dask: pip install 'sejajar[cluster]'") from None
    _asked(address, patience)
    with _quiet(), Client(address, timeout=min(patience, RECONNECT), set_as_default=False) as client:
        _compare(client, address, patience)
        yield _Cluster(client, address)


@contextmanager
def _quiet() -> Iterator[None]:
    """What Dask says of lost connections is left out: either it costs time only, or we say it in a line."""
    levels = {name: logging.getLogger(name).level for name in NOISY}
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def _asked(address: str, patience: float) -> None:
    """Whether a scheduler answers; a client that finds none prints a traceback when it is thrown away."""
    from distributed import rpc
    from distributed.security import Security

    async def identity() -> Any:
        async with rpc(
            address, timeout=patience, connection_args=Security().get_connection_args("client")
        ) as there:
            return await there.identity()

    try:
        with ThreadPoolExecutor(1) as apart:  # this thread may have an event loop already
            answer = apart.submit(lambda: asyncio.run(asyncio.wait_for(identity(), patience))).result()
    except (ValueError, TypeError) as error:
        message = f"{address} is no address of a Dask scheduler, which looks like tcp://host:8786: {error}"
        raise ClusterError(message) from None
    except OSError:  # a time-out too
        message = f"no Dask scheduler answers at {address}; start one with `dask scheduler`"
        raise ClusterError(message) from None
    kind = answer.get("type") if isinstance(answer, Mapping) else None
    if kind != "Scheduler":
        raise ClusterError(f"what answers at {address} is no Dask scheduler, but says that it is: {kind}")


def _compare(client: Client, address: str, patience: float) -> None:
    here = _release("distributed")
    there = client.get_versions()["scheduler"]["packages"]["distributed"]
    if there != here:
        raise ClusterError(
            f"the scheduler at {address} runs distributed {there}, and this process {here}: "
            "install the same release on both"
        )
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError:
        message = f"the scheduler at {address} has no workers; start some with `dask worker {address}`"
        raise ClusterError(message) from None
    try:
        installed = client.run(_installed)
    except ImportError as error:
        message = f"a worker of {address} cannot load sejajar ({error}); install the same release there"
        raise ClusterError(message) from None
    for worker, theirs in sorted(installed.items()):
        _refuse_other(theirs, _installed(), worker)


def _refuse_other(theirs: Releases, ours: Releases, worker: str) -> None:
    """Raises ClusterError where a worker would work with other code or other libraries."""
    others = [
        f"{name} {theirs.get(name) or 'missing'} instead of {ours.get(name) or 'none'}"
        for name in sorted({*ours, *theirs})
        if theirs.get(name) != ours.get(name)
    ]
    if others:
        raise ClusterError(
            f"the worker {worker} has {', '.join(others)}: install the same there, or its pages may differ"
        )


@cache
def _installed() -> Releases:
    """What this process works with: Python, our code, and the libraries that it names."""
    code = "".join(
        storage.digest(PACKAGE, f"*.{kind}") for kind in ("py", "tsv", "txt", "toml", "po", "html")
    )
    required = (line for line in metadata.requires("sejajar") or () if "extra ==" not in line)
    names = sorted({re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in required})
    return {
        "Python": "{}.{}".format(*sys.version_info),
        **{name: _release(name) for name in names},
        "sejajar": f"{_release('sejajar')} ({sha256(code.encode()).hexdigest()[:8]})",
    }


def _release(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


class _Cluster(ChunkedExecutor):
    elsewhere = True

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address
        self._executor = client.get_executor(pure=False)  # else results are kept by a hash of the arguments
        self._lost = False
        self._looking = threading.Lock()
        self._threads, self._counted = 1, -GLANCE

    @property
    def at_once(self) -> int:
        now = time.monotonic()
        if not self._lost and now - self._counted > GLANCE:  # not for each of many small maps
            self._counted = now
            with suppress(OSError, RuntimeError):  # gone: whoever waits for results says so
                threads: Mapping[str, int] = self._client.nthreads()
                self._threads = max(1, sum(threads.values()))
        return self._threads

    def send(self, function: Callable[..., Result], chunk: list[Any]) -> Future[Any] | None:
        from distributed.client import ClosedClientError

        if self._lost:
            return None
        try:
            return self.submit(_done, _installed(), function, chunk)
        except (ClosedClientError, OSError, RuntimeError):  # another thread waits for what is lost with it
            self._look()
            return None

    def received(self, future: Future[Any]) -> list[Any] | None:
        while not self._lost:
            try:
                outcome: _Done[Any] = future.result(GLANCE)
            except TimeoutError:
                if future.done():
                    return None
                self._look()
            except Exception:  # the cluster's: a task's own comes as a value
                return None
            else:
                results, error = outcome
                if error:
                    raise error
                return results
        return None

    def _look(self) -> None:
        """Whether there still are workers; that there are none is said once, whichever thread finds out."""
        with self._looking:
            if not self._lost and not self._has_workers():
                self._lost = True
                message = gettext("the cluster at {0} has gone; this process does the rest of its work")
                log.warning(message.format(self._address))

    def _has_workers(self) -> bool:
        try:
            self._client.wait_for_workers(1, timeout=RETURN)
        except (OSError, RuntimeError):  # a time-out too, or a client that has given up
            return False
        return bool(self._client.status == "running")

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        future: Future[Result] = self._executor.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._executor.shutdown(wait and not cancel_futures)


def _done(ours: Releases, function: Callable[..., Result], chunk: Iterable[Any]) -> _Done[Result]:
    """As `done`, on a worker, which may have joined after the others were compared."""
    try:
        _refuse_other(_installed(), ours, "that joined")
        return done(function, chunk), None
    except Exception as error:
        return [], error

"""Work that fans out, on this machine's processes or a Dask cluster's: a worker that dies costs time only."""

from __future__ import annotations

import math
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from clusters import KEY, Scheduler
from sejajar.build import cluster
from sejajar.build.cluster import ClusterError
from sejajar.build.executors import VARIABLE, executor
from sejajar.formats import article as article_format
from servers import serving
from sites import ARTICLE, ENGLISH, FOLDER, make_site, many_articles
from waiting import PATIENCE, until

ADDRESS = "tcp://127.0.0.1:9"


def place(number: int) -> tuple[int, int]:
    return number, os.getpid()


def fatal(number: int, here: int, mark: str) -> int:
    """The square; the first worker that takes the number 7 dies of it, and leaves a mark."""
    if number == 7 and os.getpid() != here and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def always_fatal(number: int, here: int) -> int:
    if number == 7 and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def wrong(number: int) -> int:
    if number == 7:
        raise ValueError("7 is wrong")
    return number


def late(_: int) -> int:
    raise TimeoutError("the task's own")


PICTURE = """
![Sawah](sawah.png "Sawah di Karawang. Foto: Warta Uji")
"""


def more_articles(count: int) -> list[tuple[str, str, dict[str, str]]]:
    return [
        (article.folder, article_format.dumps(article), english) for article, english in many_articles(count)
    ]


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scheduler]:
    running = Scheduler(tmp_path_factory.mktemp("cluster"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def local() -> Iterator[Executor]:
    with executor(jobs=2, few=10) as running:
        yield running


@pytest.fixture(scope="module")
def remote(scheduler: Scheduler) -> Iterator[Executor]:
    with executor(scheduler.address, patience=PATIENCE) as running:
        yield running


@pytest.fixture(params=["local", "remote"])
def workers(request: pytest.FixtureRequest) -> Executor:
    """This machine's processes, and a cluster's: what is claimed of one holds for the other."""
    found: Executor = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("size", [1, 7, 200])
def test_results_come_in_order_whatever_the_chunks(workers: Executor, size: int) -> None:
    """Many tasks are done by other processes than this one, and their results are those of `map`."""
    results = list(workers.map(place, range(100), chunksize=size))
    assert [number for number, _ in results] == list(range(100))
    assert os.getpid() not in {process for _, process in results}


def test_a_killed_worker_costs_no_result(workers: Executor, tmp_path: Path) -> None:
    """One of the workers is killed in the middle of a task; all results are there all the same."""
    mark = tmp_path / "killed"
    results = workers.map(fatal, range(60), [os.getpid()] * 60, [str(mark)] * 60, chunksize=3)
    assert list(results) == [number * number for number in range(60)]
    assert mark.exists()


def test_after_a_killed_worker_there_are_new_ones(workers: Executor) -> None:
    """The next map goes to other processes again."""
    assert os.getpid() not in {process for _, process in workers.map(place, range(20))}


def test_an_error_in_a_task_is_the_map_s(workers: Executor) -> None:
    """What a task raises arrives as it is, after the results before it."""
    results = workers.map(wrong, range(60), chunksize=2)
    assert [next(results) for _ in range(6)] == list(range(6))
    with pytest.raises(ValueError, match="7 is wrong"):
        list(results)


def test_a_time_out_of_a_task_is_its_own(workers: Executor) -> None:
    """It is not taken for a worker that does not answer."""
    with pytest.raises(TimeoutError, match="the task's own"):
        list(workers.map(late, range(20)))


def test_no_more_is_taken_than_is_on_its_way(workers: Executor) -> None:
    """However many tasks there are, only some are in memory at a time."""
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = workers.map(place, numbers(), chunksize=2)
    assert next(results)[0] == 0
    assert len(taken) < 100
    del results


def test_a_single_task_can_be_submitted(workers: Executor) -> None:
    """As with any executor of the standard library."""
    number, process = workers.submit(place, 3).result(PATIENCE)
    assert number == 3
    assert process != os.getpid()


def test_few_tasks_are_done_here() -> None:
    """A process takes longer to begin than they would; whether they are few shows without taking all."""
    with executor(jobs=2, few=10) as local:
        assert list(local.map(place, range(9))) == [(number, os.getpid()) for number in range(9)]
    with executor(jobs=1, few=10) as local:
        assert list(local.map(place, range(20))) == [(number, os.getpid()) for number in range(20)]


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    """Also where that is killed outright: nothing is left behind that nobody waits for."""
    script = tmp_path / "endless.py"
    script.write_text(
        "import os, sys, time\n"
        "def task(number):\n"
        "    open(f'{sys.argv[1]}/{os.getpid()}.pid', 'w').close()\n"
        "    time.sleep(3600)\n"
        "if __name__ == '__main__':\n"
        "    from sejajar.build.executors import executor\n"
        "    with executor(jobs=2, few=2) as local:\n"
        "        list(local.map(task, range(4)))\n",
        "utf-8",
    )
    parent = subprocess.Popen([sys.executable, str(script), str(tmp_path)])
    until(lambda: len(list(tmp_path.glob("*.pid"))) == 2, lambda: "the processes did not begin")
    parent.kill()
    parent.wait(PATIENCE)
    started = [int(path.stem) for path in tmp_path.glob("*.pid")]
    until(lambda: not any(map(_alive, started)), lambda: f"one of {started} still runs")


def test_tasks_that_cannot_be_pickled_hold_up_no_end(tmp_path: Path) -> None:
    """They fail, also those on their way while the others are given up; then this process goes on."""
    script = tmp_path / "unpicklable.py"
    script.write_text(
        "import time\n"
        "class Unpicklable:\n"
        "    def __reduce__(self):\n"
        "        while len(futures) < 9 or not futures[-1].cancelled():\n"
        "            time.sleep(0.01)\n"
        "        raise TypeError('it cannot be pickled')\n"
        "futures = []\n"
        "if __name__ == '__main__':\n"
        "    from sejajar.build.executors import executor\n"
        "    with executor(jobs=2, few=2) as local:\n"
        "        futures += [local.submit(id, Unpicklable()) for _ in range(9)]\n"
        "    print(*{'given up' if one.cancelled() else one.exception() for one in futures}, sep='; ')\n",
        "utf-8",
    )
    ended = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    said = ended.stdout.strip().split("; ")
    assert sorted(set(said)) == ["given up", "it cannot be pickled"]


def _alive(process: int) -> bool:
    """Whether it still runs; one that has ended and that nobody has asked about does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("error", [ValueError("not enough values to unpack"), TimeoutError(), OSError()])
def test_what_a_cluster_itself_raises_leaves_the_work_to_us(error: Exception) -> None:
    """Dask's executor fails so where it has lost a result: no task has raised it."""
    client: Any = SimpleNamespace(get_executor=lambda **_: None)
    future: Future[Any] = Future()
    future.set_exception(error)
    assert cluster._Cluster(client, "tcp://127.0.0.1:1").received(future) is None


def test_a_worker_that_dies_of_a_task_each_time_leaves_it_to_us(remote: Executor) -> None:
    """Dask gives a task up after some workers have died of it; then this process does it, and the rest."""
    results = remote.map(always_fatal, range(20), [os.getpid()] * 20)
    assert list(results) == [number * number for number in range(20)]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (ADDRESS, f"no Dask scheduler answers at {ADDRESS}; start one with `dask scheduler`"),
        (
            "8786",
            "8786 is no address of a Dask scheduler, which looks like tcp://host:8786: "
            "missing port number in address '8786'",
        ),
    ],
)
def test_an_address_where_nobody_answers_is_named(address: str, message: str) -> None:
    """In one sentence that says how to go on, and without a traceback of Dask's."""
    with pytest.raises(ClusterError) as raised, executor(address, patience=0.5):
        pass
    assert str(raised.value) == message


def test_another_server_is_no_scheduler() -> None:
    """A port behind which something else listens is told from a scheduler by its silence."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(ClusterError) as raised, executor(address, patience=0.5):
            pass
    assert str(raised.value) == f"no Dask scheduler answers at {address}; start one with `dask scheduler`"


def test_workers_with_other_releases_are_refused(remote: Executor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that joins later: its pages might not be the same bytes."""
    here = dict(cluster._installed())
    monkeypatch.setattr(cluster, "_installed", lambda: {**here, "markdown": "0.1"})
    with pytest.raises(ClusterError) as raised:
        list(remote.map(place, range(3)))
    assert str(raised.value) == (
        f"the worker that joined has markdown {here['markdown']} instead of 0.1: "
        "install the same there, or its pages may differ"
    )


def test_without_dask_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody needs Dask who has no cluster."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as raised, executor(ADDRESS):
        pass
    assert str(raised.value) == "a cluster needs Dask: pip install 'sejajar[cluster]'"


def test_a_cluster_that_is_gone_leaves_the_rest_to_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Scheduler and workers are killed in the middle: what was theirs is done here, whichever thread had
    asked for it, and it is said once."""
    monkeypatch.setattr(cluster, "GLANCE", 0.1)
    monkeypatch.setattr(cluster, "RETURN", 0.1)
    monkeypatch.setattr(cluster, "RECONNECT", 3.0)
    running = Scheduler(tmp_path, workers=1)

    def one_by_one(workers: Executor, numbers: range) -> list[tuple[int, int]]:
        return [next(workers.map(place, [number])) for number in numbers]

    try:
        with executor(running.address, patience=PATIENCE) as remote, ThreadPoolExecutor(4) as threads:
            results = remote.map(place, range(100))
            first = next(results)
            others = [threads.submit(one_by_one, remote, range(at, 400, 4)) for at in range(4)]
            running.stop()
            rest = list(results)
            found = sorted(number for other in others for number, _ in other.result(PATIENCE))
    finally:
        running.stop()
    assert [first[0], *(number for number, _ in rest)] == list(range(100))
    assert found == list(range(400))
    assert rest[-1][1] == os.getpid()
    assert [record.getMessage() for record in caplog.records] == [
        f"the cluster at {running.address} has gone; this process does the rest of its work"
    ]


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command that finds nothing kept of the site."""
    kept = {name: value for name, value in os.environ.items() if name != VARIABLE}
    shutil.rmtree(root.with_name("cache"), ignore_errors=True)
    return subprocess.run(
        [sys.executable, *command],
        cwd=root,
        env={**kept, "LANG": "C", "SEJAJAR_CACHE": str(root.with_name("cache")), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


SEJAJAR = ("-c", "from sejajar.cli import main; main()")
BUILD = ("-m", "mkdocs", "build", "--quiet", "-d")


def test_a_cluster_gives_the_same_site_and_problems(scheduler: Scheduler, tmp_path: Path) -> None:
    """Pages, feeds, cards and search are the same bytes, findings the same lines; pictures stay here."""
    root = make_site(tmp_path / "site", articles=[(FOLDER, ARTICLE + PICTURE, ENGLISH), *more_articles(4)])
    Image.new("RGB", (8, 6)).save(root / FOLDER / "sawah.png")
    assert not scheduler.has_made_records()
    here = run(root, *BUILD, "../here")
    there = run(root, *BUILD, "../there", **{VARIABLE: scheduler.address})
    assert (here.returncode, there.returncode) == (0, 0), there.stderr
    assert files(tmp_path / "here") == files(tmp_path / "there")
    assert scheduler.has_made_records()
    for command in (("check",), ("generate", "--json")):
        alone = run(root, *SEJAJAR, *command)
        together = run(root, *SEJAJAR, *command, "--cluster", scheduler.address)
        assert (together.returncode, together.stderr) == (alone.returncode, alone.stderr)


@pytest.mark.parametrize("command", ["check", "generate", "translate"])
def test_a_command_whose_cluster_does_not_answer_is_refused(tmp_path: Path, command: str) -> None:
    """With the one sentence that says why; nothing is done instead in silence."""
    done = run(make_site(tmp_path / "site"), *SEJAJAR, command, "--cluster", "8786")
    assert done.returncode == 2
    assert done.stderr.startswith("error: 8786 is no address of a Dask scheduler, which looks like tcp://")


def test_a_build_whose_cluster_does_not_answer_is_none(tmp_path: Path) -> None:
    """By the setting too; the variable comes first, and an empty one means this machine."""
    root = make_site(tmp_path / "site")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("dress: site", "dress: site\n      cluster: '8786'")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run(root, *BUILD, "../built")
    assert done.returncode == 1
    assert "8786 is no address of a Dask scheduler" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "built" / "id").exists()
    assert run(root, *BUILD, "../built", **{VARIABLE: ""}).returncode == 0


def to_translate(root: Path, url: str) -> Path:
    """A site of articles without English, to be translated by LibreTranslate."""
    without = [(folder, text, dict[str, str]()) for folder, text, _ in more_articles(3)]
    path = make_site(root, articles=[(FOLDER, ARTICLE, ENGLISH), *without]) / "mkdocs.yml"
    settings = (
        "on_incomplete: ignore\n      translate:\n        engine: libretranslate\n"
        f"        url: {url}\n        requests_per_second: 1000"
    )
    path.write_text(path.read_text("utf-8").replace("on_incomplete: ignore", settings), "utf-8")
    return root


TRANSLATE = (*SEJAJAR, "translate")
OWN = {"SEJAJAR_LIBRETRANSLATE_KEY": "our-own"}


@dataclass(frozen=True)
class Fill:
    """What a run did that had all to itself, without a cluster."""

    content: dict[str, bytes]
    said: str
    requests: list[dict[str, Any]]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Fill:
    with serving("libretranslate") as served:
        root = to_translate(tmp_path_factory.mktemp("undisturbed") / "site", served.url)
        done = run(root, *TRANSLATE, **OWN)
        requests = [request.body for request in served.received]
    assert done.returncode == 0, done.stderr
    return Fill(files(root / "content"), done.stdout.replace(served.url, "URL"), requests)


def test_a_cluster_fills_the_same_catalogs_with_keys_of_its_own(
    scheduler: Scheduler, undisturbed: Fill, tmp_path: Path
) -> None:
    """Its workers ask the engine, with the key of their own environment, and write nothing. Neither a key nor
    a text stands in what they print."""
    with serving("libretranslate") as served:
        root = to_translate(tmp_path / "site", served.url)
        done = run(root, *TRANSLATE, "--cluster", scheduler.address, **OWN)
        requests = [request.body for request in served.received]
    assert done.returncode == 0, done.stderr
    assert files(root / "content") == undisturbed.content
    assert {request["api_key"] for request in undisturbed.requests} == {"our-own"}
    assert {request["api_key"] for request in requests} == {KEY}
    assert sorted(str(one["q"]) for one in requests) == sorted(str(one["q"]) for one in undisturbed.requests)
    first, *others = done.stdout.splitlines()[1:]
    assert first == f"by the workers of {scheduler.address}, each from its own machine"
    assert others == undisturbed.said.splitlines()[1:]
    assert not any(word in scheduler.said() for word in (KEY, "our-own", requests[0]["q"][0]))


def test_a_worker_killed_while_it_asks_costs_no_translation(
    scheduler: Scheduler, undisturbed: Fill, tmp_path: Path
) -> None:
    """Its texts are asked for again; the catalogs are those of a run that nobody disturbs."""
    with serving("libretranslate", answers=2) as served:
        root, worker = to_translate(tmp_path / "site", served.url), scheduler.worker()
        with subprocess.Popen(
            [sys.executable, *TRANSLATE, "--cluster", scheduler.address],
            cwd=root,
            env={**os.environ, "LANG": "C"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            until(lambda: len(served.received) >= 4, scheduler.said)  # both workers wait for an answer
            os.kill(worker, signal.SIGKILL)
            served.answers = math.inf
            said, _ = process.communicate(timeout=PATIENCE)
        requests = len(served.received)
    assert process.returncode == 0, said
    assert files(root / "content") == undisturbed.content
    assert requests > len(undisturbed.requests)

"""Builds in processes of their own, forked from one that has loaded MkDocs and us and knows the templates.

Loading and compiling take longer than a small site's build. The order of sets is the same in all of them:
whoever claims that two processes write the same starts them anew.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NoReturn

GENERATOR = str(Path(__file__).parents[1] / "generator")
LOADED = (
    "mkdocs.__main__", "mkdocs.commands.build", "mkdocs.contrib.search", "material.plugins.search.plugin",
    "material.extensions.emoji", "pymdownx.superfences", "pymdownx.highlight", "babel.dates", "feedgenerator",
    "multiprocessing.queues", "pagefind", "PIL.ImageFont", "PIL.JpegImagePlugin", "PIL.PngImagePlugin",
    "sejajar.plugin", "sejajar.build.pages", "sejajar.build.publishing", "sejajar.build.search",
    "snowballstemmer",
)  # fmt: skip


def mkdocs(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`mkdocs` with these words, as `subprocess.run` would give it."""
    server, folder = _server()
    said = [folder / name for name in ("out", "err")]
    for one in said:
        one.write_bytes(b"")
    asked = {"words": words, "cwd": str(cwd), "said": [str(one) for one in said], "env": dict(os.environ)}
    assert server.stdin
    assert server.stdout
    print(json.dumps(asked), file=server.stdin, flush=True)
    answer = server.stdout.readline()
    assert answer, "the process that builds are forked from has ended"
    return subprocess.CompletedProcess(words, int(answer), *(one.read_text("utf-8") for one in said))


@cache
def _server() -> tuple[subprocess.Popen[str], Path]:
    folder = tempfile.TemporaryDirectory()
    command = [sys.executable, __file__, str(Path(folder.name, "compiled"))]
    environment = {**os.environ, "PYTHONPATH": GENERATOR}
    server = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def end() -> None:
        server.communicate()
        folder.cleanup()

    atexit.register(end)
    return server, Path(folder.name)


def _serve(compiled: Path) -> None:
    """Forks for each line of the input, and answers with the code with which that process ended."""
    for name in LOADED:
        with suppress(ImportError):  # of another release
            importlib.import_module(name)
    from sejajar.plugin.templates import Compiled

    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            try:
                _become(**json.loads(line))
            finally:
                compiled.write_bytes(pickle.dumps(Compiled._known))
        _, status = os.waitpid(pid, 0)
        with suppress(OSError, EOFError, pickle.UnpicklingError):  # it was killed
            Compiled._known |= pickle.loads(compiled.read_bytes())
        print(os.waitstatus_to_exitcode(status), flush=True)


def _become(words: Sequence[str], cwd: str, said: Sequence[str], env: Mapping[str, str]) -> NoReturn:
    """Is `mkdocs` from here on."""
    for number, name in enumerate((os.devnull, *said)):
        os.dup2(os.open(name, os.O_RDONLY if number == 0 else os.O_WRONLY), number)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    sys.argv[:] = ["mkdocs", *words]
    from mkdocs.__main__ import cli

    try:
        cli(prog_name="mkdocs")
    except Exception:
        traceback.print_exc()
    sys.exit(1)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))

"""Git, asked and told by its command: what it says is data, and it never asks anybody back."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

PATIENCE = 20.0
"""Seconds for a question."""
SHORT = 4.0
"""Seconds for one for which somebody's decision waits."""
COMMIT_PATIENCE = 120.0
"""Seconds for a commit, with the repository's own hooks."""


@dataclass(frozen=True, slots=True)
class Done:
    code: int | None
    """None where git is missing, or gave no answer in time."""
    out: bytes = b""
    err: str = ""
    late: bool = False

    @property
    def text(self) -> str:
        return self.out.decode("utf-8", "replace").strip()

    @property
    def ok(self) -> bool:
        return self.code == 0


def run(
    folder: Path,
    *arguments: str,
    data: bytes = b"",
    patience: float = PATIENCE,
    more: Mapping[str, str] | None = None,
) -> Done:
    """What git answers in a folder. Paths are names and no patterns; it opens no editor and asks nothing."""
    command = ["git", "-c", "core.quotePath=false", "-c", "core.editor=true", *arguments]
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**_environment(), **(more or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError:
        return Done(None, err="git is not installed, or the folder is gone")
    try:
        out, err = process.communicate(data, timeout=patience)
    except subprocess.TimeoutExpired:
        _end(process)
        return Done(None, late=True)
    return Done(process.returncode, out, err.decode("utf-8", "replace").strip())


def _environment() -> dict[str, str]:
    """The person's, without what makes git look at another repository, and in git's own language."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in _KEPT}
    return {**kept, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **_QUIET}


_KEPT = (
    "GIT_AUTHOR_NAME",
    "GIT_AUTHOR_EMAIL",
    "GIT_COMMITTER_NAME",
    "GIT_COMMITTER_EMAIL",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CEILING_DIRECTORIES",
)
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_EDITOR": "true",
    "GIT_PAGER": "cat",
    "SSH_ASKPASS": "true",
}


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends git with all that it has begun: a hook may wait for ever."""
    with contextlib.suppress(OSError, AttributeError):
        os.killpg(process.pid, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=5)
        return
    with contextlib.suppress(OSError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def is_git_s(root: Path, path: str, data: bytes | None) -> bool:
    """Whether a file with these bytes (None: no file) is what the last commit and the index have of it."""
    ask = partial(run, root, patience=SHORT)
    head = _blob(ask("ls-tree", "-z", "--full-name", "HEAD", "--", path), 2)
    index = _blob(ask("ls-files", "-s", "-z", "--", path), 1)
    if data is None:
        return not head and not index
    if not head or head != index:
        return False
    made = ask("hash-object", f"--path={path}", "--stdin", data=data)
    return made.ok and made.text == head


def _blob(done: Done, column: int) -> str:
    fields = done.text.split()
    return fields[column] if done.ok and len(fields) > column else ""

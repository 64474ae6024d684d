"""What the desk has written and nobody has committed yet, as a person reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from sejajar import storage
from sejajar.bounds import CONTROL
from sejajar.commands import git
from sejajar.commands.differences import (
    FieldChange,
    PairChange,
    TextChange,
    article_of,
    field_changes,
    pair_changes,
    text_changes,
)
from sejajar.commands.journal import Written, forget, hash_of, journal
from sejajar.model import Location, Problem, Severity
from sejajar.site.workspace import Site

MOST_DETAILED = 100
"""Files of which it is said what has changed in them; whoever has more of them reads no list of it."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that the desk has written, and what is in it that the last commit lacks."""

    path: str
    folder: str
    """The article's."""
    title: str
    people: tuple[str, ...]
    deeds: Mapping[tuple[str, str], int]
    """How often who did what: `("Ana", "reviewed")`."""
    is_new: bool = False
    is_foreign: bool = False
    """Somebody has changed it outside the desk too, and a commit of the file would take that along."""
    problem: Problem | None = None
    """Why it cannot be committed."""
    texts: tuple[TextChange, ...] = ()
    pairs: tuple[PairChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    written: Written = field(default_factory=Written)

    @property
    def signed(self) -> int:
        """How many pairs somebody has signed since."""
        return sum(bool(pair.who) for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Pending:
    """What a commit would take."""

    revision: str
    """Of all that is listed: a commit of another list than the person saw is refused."""
    changes: tuple[FileChange, ...]
    obstacles: tuple[Problem, ...]
    """Why nothing can be committed now."""


def pending(site: Site) -> Pending | None:
    """What the desk has written since the last commit; None where the folder is no repository."""
    repository, problem = opened_repository(site.root)
    if repository is None:
        return Pending("", (), (problem,)) if problem else None
    written = [one for one in journal(site) if is_content(site, one.path)]
    nested = {one.path for one in written if _is_nested(site.root, one.path)}
    states = _states(repository, [one.path for one in written if one.path not in nested])
    if states is None:
        return Pending("", (), (late(),))
    before = _committed(repository, [one.path for one in written if one.path not in nested])
    changes: list[FileChange] = []
    seen: list[tuple[str, str, bool]] = []
    for one in written:
        data = _read(site, one.path)
        state = "nested" if one.path in nested else states.get(one.path, "")
        if not state:  # committed by somebody, or taken back
            forget(site, one)
            continue
        change = _change(site, one, state, before.get(one.path), data)
        if len(changes) < MOST_DETAILED:
            change = _detailed(change, before.get(one.path), data)
        changes.append(change)
        seen.append((one.path, hash_of(data), change.is_foreign))
    revision = sha256(repr((repository.head, seen)).encode()).hexdigest()[:32]
    return Pending(revision, tuple(changes), (*obstacles(repository),))


@dataclass(frozen=True, slots=True)
class Repository:
    root: Path
    """The site's folder."""
    prefix: str
    """The site's folder within the repository, with a slash at its end, or nothing."""
    folder: Path
    """Where git keeps what it is doing."""
    head: str
    """The last commit; empty before the first."""


def opened_repository(root: Path) -> tuple[Repository | None, Problem | None]:
    """The repository that a site is in. Without one there is no problem either, unless git refuses it."""
    done = git.run(root, "rev-parse", "--is-inside-work-tree", "--show-prefix", "--absolute-git-dir")
    lines = done.out.decode("utf-8", "surrogateescape").split("\n")
    if done.ok and lines[0] == "true":
        head = git.run(root, "rev-parse", "-q", "--verify", "HEAD")
        return Repository(root, lines[1], Path(lines[2]), head.text if head.ok else ""), None
    if "dubious ownership" in done.err:
        message = "the repository belongs to another user of this machine, so git refuses it"
        hint = "run the desk as its owner, or allow it with git config --global safe.directory"
        return None, problem("git-owner", message, hint)
    if done.late:
        return None, late()
    return None, None


def late() -> Problem:
    message = "git, or a hook of the repository, gave no answer in time and was ended"
    return problem("git-late", message, "see in a terminal what `git status` and `git commit` do here")


def busy() -> Problem:
    message = "another git is at work in the repository"
    hint = "wait for it; if none is, remove the file index.lock in the folder .git"
    return problem("git-busy", message, hint)


def obstacles(repository: Repository) -> Iterator[Problem]:
    """Why nothing can be committed in this state of the repository."""
    for name, message in _UNFINISHED.items():
        if (repository.folder / name).exists():
            hint = "finish it or give it up in a terminal, and commit then"
            yield problem("git-unfinished", message, hint)
            break
    if not git.run(repository.root, "symbolic-ref", "-q", "HEAD").ok:
        message = "the repository is on no branch, so a commit could be lost"
        yield problem("git-detached", message, "go to a branch with `git switch`, and commit then")
    if (repository.folder / "index.lock").exists():
        yield busy()
    known = git.run(repository.root, "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    if not known.ok and not known.late:
        message = "git does not know who commits here"
        hint = "tell it: git config user.name 'Your Name', git config user.email you@example.org"
        yield problem("git-identity", message, hint)


_UNFINISHED = {
    "MERGE_HEAD": "a merge is under way in the repository",
    "rebase-merge": "a rebase is under way in the repository",
    "rebase-apply": "a rebase is under way in the repository",
    "CHERRY_PICK_HEAD": "a cherry-pick is under way in the repository",
    "REVERT_HEAD": "a revert is under way in the repository",
}


def problem(code: str, message: str, hint: str, path: str = ".git") -> Problem:
    """What is in the way of a commit: in the repository, or in one file of it."""
    return Problem(Location(path), Severity.ERROR, code, message, hint)


def is_content(site: Site, path: str) -> bool:
    """Whether a path is one that the desk may have written: a file in a folder below the content."""
    parts = path.split("/")
    top = site.settings.content.split("/")
    plain = not any(part in ("", "..") or part.startswith(".") or "\\" in part for part in parts)
    return plain and parts[: len(top)] == top and len(parts) > len(top) + 1 and not CONTROL.search(path)


def _is_nested(root: Path, path: str) -> bool:
    """Whether a repository of its own, a submodule for one, lies between the site and the file."""
    folders = path.split("/")[:-1]
    return any((root / "/".join(folders[:count]) / ".git").exists() for count in range(1, len(folders) + 1))


def _states(repository: Repository, paths: Sequence[str]) -> dict[str, str] | None:
    """Git's two letters by path, for those that differ from the last commit: ` M`, `??`, `!!`.

    None where git does not say.
    """
    if not paths:
        return {}
    done = git.run(
        repository.root, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all",
        "--ignored=matching", "--ignore-submodules=all", "--", *paths,
    )  # fmt: skip
    if not done.ok:
        return None
    found = {}
    for record in done.out.decode("utf-8", "surrogateescape").split("\0"):
        name = record[3:]
        if name.startswith(repository.prefix):
            found[name.removeprefix(repository.prefix)] = record[:2]
    ignored = [name for name, state in found.items() if state == "!!" and name.endswith("/")]
    below = {path: "!!" for path in paths if any(path.startswith(folder) for folder in ignored)}
    return {**below, **found}


def _committed(repository: Repository, paths: Sequence[str]) -> dict[str, bytes]:
    """The files as the last commit has them; those that it lacks are missing."""
    if not paths or not repository.head:
        return {}
    names = [f"HEAD:{repository.prefix}{path}" for path in paths]
    done = git.run(repository.root, "cat-file", "--batch", data="\n".join(names).encode() + b"\n")
    found: dict[str, bytes] = {}
    at = 0
    for path in paths:
        stop = done.out.find(b"\n", at)
        head = done.out[at:stop].split(b" ")
        at = stop + 1
        if stop < 0:
            break
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            found[path] = done.out[at : at + size]
            at += size + 1
    return found


def _read(site: Site, path: str) -> bytes | None:
    try:
        return storage.read_exact(site.root, path)
    except (OSError, ValueError):
        return None


def _change(site: Site, written: Written, state: str, before: bytes | None, now: bytes | None) -> FileChange:
    folder = written.path.rpartition("/")[0]
    return FileChange(
        written.path,
        folder,
        _title(site, folder),
        written.people,
        written.deeds,
        is_new=before is None,
        is_foreign=not written.own or hash_of(now) not in written.states,
        problem=_unfit(written.path, state, now),
        written=written,
    )


def _detailed(change: FileChange, before: bytes | None, now: bytes | None) -> FileChange:
    """With what is another now, text by text."""
    if now is None or change.problem:
        return change
    if change.path.endswith(f"/{storage.CATALOG}"):
        return replace(change, pairs=(*pair_changes(change.path, before, now),))
    if change.path.endswith(f"/{storage.ARTICLE}"):
        return replace(
            change, texts=(*text_changes(change.path, before, now),), fields=(*field_changes(before, now),)
        )
    return change


def _unfit(path: str, state: str, now: bytes | None) -> Problem | None:
    if state == "nested":
        message = "the file lies in a repository of its own within this one"
        return problem("git-nested", message, "commit it there, in a terminal", path)
    if state == "!!":
        message = "git is told to ignore the file"
        return problem(
            "git-ignored", message, "take the pattern out of .gitignore, or leave the file out", path
        )
    if "U" in state or state in ("AA", "DD"):
        message = "two versions of the file have not been merged yet"
        return problem("git-unmerged", message, "merge them in a terminal, and commit then", path)
    if now is None:
        message = "somebody has deleted the file"
        return problem(
            "git-deleted", message, "bring it back with `git restore`, or commit that it is gone", path
        )
    return None


def _title(site: Site, folder: str) -> str:
    path = f"{folder}/{storage.ARTICLE}"
    data = _read(site, path)
    article = article_of(path, data)
    return article.title.text if article else folder.rpartition("/")[2]


def counted(change: FileChange) -> Counter[str]:
    """How often what was done to a file, by whomever."""
    found: Counter[str] = Counter()
    for (_, what), times in change.deeds.items():
        found[what] += times
    return found

"""The verb that commits what the desk has written: those files, and nothing else; it never pushes."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sejajar.bounds import one_line, short
from sejajar.commands import git
from sejajar.commands.journal import forget
from sejajar.commands.pending import (
    FileChange,
    Pending,
    Repository,
    busy,
    counted,
    late,
    opened_repository,
    pending,
)
from sejajar.commands.pending import problem as _problem
from sejajar.i18n import translated
from sejajar.model import Problem
from sejajar.site.workspace import Site

_LONGEST_TITLE = 55
"""Characters, so that a subject with its verb in either language fits into the 72 that git's tools show."""
_MOST_SAID = 400
"""Characters of what git or a hook says that a message passes on."""


@dataclass(frozen=True, slots=True)
class Committed:
    commit: str
    """Its name, in full."""
    message: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotCommitted:
    """Nothing was committed, and nothing is staged that was not before."""

    problems: tuple[Problem, ...]
    pending: Pending | None
    """What there is to commit now."""


def taken(changes: Iterable[FileChange], with_foreign: Collection[str] = ()) -> tuple[FileChange, ...]:
    """The files that a commit takes: the desk's own, and those others' too that a person has named."""
    return tuple(
        change
        for change in changes
        if change.problem is None and (not change.is_foreign or change.path in with_foreign)
    )


def commit(
    site: Site,
    revision: str,
    *,
    message: str = "",
    with_foreign: Collection[str] = (),
) -> Committed | NotCommitted:
    """Commits the listed files under the names of those who worked on them.

    `revision` is that of the list that the person has seen. What others have staged stays staged and out of
    it; the repository's hooks run, and if one adds files, the commit is taken back.
    """
    repository, problem = opened_repository(site.root)
    found = pending(site)
    if repository is None or found is None:
        return NotCommitted((problem or _none(),), found)
    if found.obstacles:
        return NotCommitted(found.obstacles, found)
    if found.revision != revision:
        reason = "more was written, or committed, since you looked at the list"
        return NotCommitted((_problem("git-changed", reason, "look at it again, and commit then"),), found)
    chosen = taken(found.changes, with_foreign)
    if not chosen:
        reason = "there is nothing to commit"
        hint = "what is listed was changed outside the desk too: choose it, or commit it in a terminal"
        return NotCommitted((_problem("git-nothing", reason, hint),), found)
    known, own = _addresses(repository), _own_name(repository)
    author = _author_name(chosen, known, own)
    text = _with_trailers(message, chosen, known, author)
    address = known.get(author)
    by = f"{author} <{address}>" if address and author != own else ""
    problem = _committed(repository, chosen, text, by)
    if problem:
        return NotCommitted((problem,), pending(site))
    for change in chosen:
        forget(site, change.written)
    head = git.run(site.root, "rev-parse", "HEAD").text
    return Committed(head, text, tuple(change.path for change in chosen))


def _none() -> Problem:
    message = "there is no git repository here, or no git on this machine"
    return _problem("git-none", message, "make one with `git init`, or commit elsewhere")


def _committed(
    repository: Repository, chosen: Sequence[FileChange], text: str, author: str
) -> Problem | None:
    """Commits, or leaves the index as it was and says why.

    `author` is for git's `--author`; empty for who commits.
    """
    paths = [change.path for change in chosen]
    new = [change.path for change in chosen if change.is_new]
    named = git.run(repository.root, "add", "--intent-to-add", "--", *new) if new else None
    if named and not named.ok:
        return _refused(repository, named)
    by = (f"--author={author}",) if author else ()
    done = git.run(
        repository.root, "commit", "--quiet", "--only", "--cleanup=whitespace", "--file=-", *by, "--", *paths,
        data=text.encode(), patience=git.COMMIT_PATIENCE,
    )  # fmt: skip
    if not done.ok:
        if git.run(repository.root, "rev-parse", "-q", "--verify", "HEAD").text == repository.head:
            _unstage(repository, new)
        return _refused(repository, done)
    return _beyond(repository, paths)


def _unstage(repository: Repository, paths: Sequence[str]) -> None:
    if paths:
        git.run(repository.root, "rm", "--cached", "--quiet", "--force", "--ignore-unmatch", "--", *paths)


def _beyond(repository: Repository, paths: Sequence[str]) -> Problem | None:
    """Takes the commit back where a hook has put more into it than was asked for."""
    done = git.run(
        repository.root, "diff-tree", "--no-commit-id", "--name-only", "-r", "-z", "--root", "--no-renames",
        "HEAD",
    )  # fmt: skip
    names = set(filter(None, done.out.decode("utf-8", "surrogateescape").split("\0")))
    more = sorted(names - {f"{repository.prefix}{path}" for path in paths})
    if not more:
        return None
    made = git.run(repository.root, "rev-parse", "HEAD").text
    back = (repository.head,) if repository.head else ("-d",)
    if repository.head:
        git.run(repository.root, "update-ref", "HEAD", *back, made)
        git.run(repository.root, "reset", "--quiet", "--", *paths)
    else:
        git.run(repository.root, "update-ref", "-d", "HEAD", made)
        _unstage(repository, paths)
    message = f"a hook of the repository put {short(more[0])} into the commit, which the desk did not write"
    return _problem(
        "git-hook", message, "the commit was taken back; commit in a terminal, or change the hook"
    )


def _refused(repository: Repository, done: git.Done) -> Problem:
    """What git said, in words that say what to do."""
    if done.late or done.code is None:
        return late()
    said = short(one_line(done.err), _MOST_SAID)
    if "index.lock" in done.err:
        return busy()
    if "gpg" in done.err or "signing" in done.err:
        message = f"git could not sign the commit: {said}"
        return _problem("git-signing", message, "unlock your key in a terminal, and commit then")
    if hook := _hook(repository):
        message = f"the repository's {hook} hook refused the commit: {said}"
        return _problem("git-hook", message, "do what it asks for, and commit again")
    return _problem("git", f"git did not commit: {said}", "see in a terminal what `git status` says")


def _hook(repository: Repository) -> str:
    """A hook that may have refused a commit."""
    found = git.run(repository.root, "rev-parse", "--git-path", "hooks").text
    folder = Path(repository.root, found)
    names = ("pre-commit", "prepare-commit-msg", "commit-msg")
    return next((name for name in names if os.access(folder / name, os.X_OK)), "")


# The message.


def proposed(changes: Sequence[FileChange]) -> str:
    """A message that says which articles, and what was done to each; without the names of people."""
    if not changes:
        return ""
    articles: dict[str, list[FileChange]] = {}
    for change in changes:
        articles.setdefault(change.folder, []).append(change)
    titles = [f"“{_plain(of[0].title)}”" for of in articles.values()]
    first = next(iter(articles.values()), None)
    what = translated(f"{len(titles)} articles")
    if len(titles) == 1 and first:
        what = f"“{short(_plain(first[0].title), _LONGEST_TITLE)}”"
    subjects = {_subject(of, what) for of in articles.values()}
    subject = subjects.pop() if len(subjects) == 1 else translated(f"Update {what}")
    lines = (
        f"- {title} ({folder}): {_done(of)}"
        for title, (folder, of) in zip(titles, articles.items(), strict=True)
    )
    return f"{subject}\n\n" + "\n".join(lines) + "\n"


def _plain(title: str) -> str:
    return one_line(title).replace("“", "").replace("”", "")


def _subject(changes: Sequence[FileChange], what: str) -> str:
    """By what was done, the weightiest first; what was done to all, where there are several."""
    done = {deed for change in changes for deed in counted(change)}
    words = {
        "retracted": translated(f"Retract {what}"),
        "published": translated(f"Publish {what}"),
        "imported": translated(f"Import {what}"),
        "corrected": translated(f"Correct {what}"),
        "source": translated(f"Correct {what}"),
        "reviewed": translated(f"Review {what}"),
        "translated": translated(f"Translate {what}"),
    }
    return next((line for deed, line in words.items() if deed in done), translated(f"Update {what}"))


def _done(changes: Sequence[FileChange]) -> str:
    done = {deed for change in changes for deed in counted(change)}
    words = {
        "imported": "imported",
        "source": "Indonesian corrected",
        "metadata": "front matter changed",
        "corrected": "correction added",
        "published": "published",
        "retracted": "retracted",
        "translated": "translated by machine",
    }
    lines = [word for deed, word in words.items() if deed in done]
    if signed := sum(change.signed for change in changes):
        line = "1 pair reviewed" if signed == 1 else f"{signed} pairs reviewed"
        lines.append(line)
    pairs = [pair for change in changes for pair in change.pairs]
    if edited := sum(bool(pair.before) and pair.before != pair.now for pair in pairs):
        one, line = "the English of 1 pair changed", f"the English of {edited} pairs changed"
        lines.append(one if edited == 1 else line)
    return ", ".join(map(translated, lines or ["changed"]))


def _with_trailers(message: str, chosen: Sequence[FileChange], known: Mapping[str, str], author: str) -> str:
    """The message, and below it who has reviewed and who has written."""
    text = "\n".join(one_line(line) for line in message.splitlines()).strip() or proposed(chosen).strip()
    trailers = _trailers(chosen, known, author)
    return "\n\n".join(filter(None, (text, "\n".join(trailers)))) + "\n"


def _trailers(chosen: Sequence[FileChange], known: Mapping[str, str], author: str) -> Iterator[str]:
    reviewers = {who for change in chosen for (who, what) in change.deeds if what == "reviewed"}
    reviewers |= {pair.who for change in chosen for pair in change.pairs if pair.who in change.people}
    people = {who for change in chosen for who in change.people}
    for who in sorted(filter(None, map(_person, reviewers))):
        yield f"Reviewed-by: {who} <{known[who]}>" if who in known else f"Reviewed-by: {who}"
    for who in sorted(filter(None, map(_person, people - reviewers))):
        if who != author:
            yield f"Co-authored-by: {who} <{known[who]}>" if who in known else f"Co-authored-by: {who}"


def _person(name: str) -> str:
    """A name as it may stand in a commit."""
    return one_line(name).translate(str.maketrans("", "", "<>")).strip(" .,:;")


def _addresses(repository: Repository) -> dict[str, str]:
    """The addresses of those who have committed here, by name; who commits now among them."""
    done = git.run(repository.root, "log", "-n", "5000", "--format=%aN%x00%aE", "HEAD")
    pairs = (line.split("\0") for line in done.out.decode("utf-8", "replace").splitlines() if "\0" in line)
    found: dict[str, str] = {}
    for who, address in pairs:
        found.setdefault(who, address)
    own = _own_name(repository)
    address = git.run(repository.root, "config", "user.email").text
    if own and address:
        found[own] = address
    return {who: _person(address) for who, address in found.items() if address}


def _own_name(repository: Repository) -> str:
    return git.run(repository.root, "config", "user.name").text


def _author_name(chosen: Sequence[FileChange], known: Mapping[str, str], own: str) -> str:
    """The one person whose work it is, where git knows their address; else who commits."""
    people = {_person(who) for change in chosen for who in change.people}
    if len(people) == 1 and (only := next(iter(people))) in known:
        return only
    return own

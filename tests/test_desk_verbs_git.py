"""What the desk has written is committed, and nothing else, whatever state the repository is in."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sejajar import storage
from sejajar.commands.committing import Committed, NotCommitted, commit, proposed
from sejajar.commands.editing import Edited, edit_source
from sejajar.commands.journal import journal, noted, wrote
from sejajar.commands.metadata_form import Form, correct, form_of
from sejajar.commands.pending import Pending, pending
from sejajar.commands.previews import Asked, place, preview
from sejajar.commands.review import Accept, Edit, Place, decide, look
from sejajar.formats.glossary import Glossary
from sejajar.model import Entry
from sejajar.site.workspace import Site
from sites import ARTICLE, ENGLISH, FOLDER, make_site

PATH = f"{FOLDER}/article.id.md"
CATALOG = f"{FOLDER}/article.en.po"
OURS = "".join(line for line in ARTICLE.splitlines(keepends=True) if not line.startswith("source:"))
PRICE = ("paragraph", "Harga gabah ditetapkan Rp6.500 per kilogram.")
TITLE = ("title", "Panen raya dimulai di Jawa Barat")
TODAY = dt.date(2025, 3, 10)
SECOND = "content/2025/2025-03-07-panen-kedua"


def git(root: Path, *arguments: str, fails: bool = False) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
    assert fails or done.returncode == 0, done.stderr
    return done.stdout.strip("\n")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site below a repository's top, with two articles committed by Ana, who is git's user here."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    top = tmp_path / "repositori kami"
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    git(top, "config", "user.name", "Ana Putri")
    git(top, "config", "user.email", "ana@example.org")
    root = top / "situs"
    second = OURS.replace("2025-03-06", "2025-03-07").replace("Panen raya dimulai", "Panen kedua dimulai")
    make_site(root, articles=[(FOLDER, OURS, ENGLISH), (SECOND, second, ENGLISH)])
    (root / "lain.txt").write_text("satu\n", "utf-8")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "Mulai")
    return Site(root, root / "docs")


def correct_price(site: Site, name: str = "Ana Putri", price: str = "Rp7.000") -> None:
    made = edit_source(site, PATH, PRICE, PRICE[1].replace("Rp6.500", price), name)
    assert isinstance(made, Edited)


def accept_title(site: Site, name: str, folder: str = FOLDER, key: tuple[str, str] = TITLE) -> None:
    place_ = Place(f"{folder}/article.id.md", f"{folder}/article.en.po", key)
    seen = look(site, place_, Glossary())
    entry = seen.pair.entry  # type: ignore[union-attr]
    made = noted(
        site, place_.catalog, name, "reviewed", partial(decide, site, place_, entry, Accept(), name, TODAY)
    )
    assert isinstance(made, Entry)


def listed(site: Site) -> Pending:
    found = pending(site)
    assert found is not None
    return found


def committed(site: Site, **options: object) -> Committed:
    made = commit(site, listed(site).revision, **options)  # type: ignore[arg-type]
    assert isinstance(made, Committed), made
    return made


def refused(site: Site, **options: object) -> list[str]:
    """The problems of a commit that must not be made, and that leaves head, index and files alone."""
    root = site.root
    before = (git(root, "rev-parse", "HEAD", fails=True), git(root, "status", "--porcelain", "-uall"))
    made = commit(site, listed(site).revision, **options)  # type: ignore[arg-type]
    assert isinstance(made, NotCommitted), made
    assert (git(root, "rev-parse", "HEAD", fails=True), git(root, "status", "--porcelain", "-uall")) == before
    return [str(problem) for problem in made.problems]


def files_of(root: Path, commit: str = "HEAD") -> list[str]:
    return git(root, "-c", "core.quotePath=false", "show", "--format=", "--name-only", commit).splitlines()


def test_what_was_done_is_listed_and_committed_under_its_names(site: Site) -> None:
    """Two people's work on two articles: readable, then one commit that says which and by whom."""
    correct_price(site, "Budi")
    accept_title(site, "Ana Putri")
    found = listed(site)
    assert found.obstacles == ()
    assert [(one.path, one.people, one.is_new, one.is_foreign, one.problem) for one in found.changes] == [
        (CATALOG, ("Budi", "Ana Putri"), False, False, None),
        (PATH, ("Budi",), False, False, None),
    ]
    catalog, article = found.changes
    assert [(one.before, one.now) for one in article.texts] == [
        (PRICE[1], "Harga gabah ditetapkan Rp7.000 per kilogram.")
    ]
    assert [(one.kind, str(one.state_before), str(one.state_now), one.who) for one in catalog.pairs] == [
        ("title", "reviewed", "reviewed", "Ana Putri"),
        ("paragraph", "reviewed", "stale", ""),
    ]
    assert proposed(found.changes) == (
        f"Correct “{TITLE[1]}”\n\n- “{TITLE[1]}” ({FOLDER}): Indonesian corrected, 1 pair reviewed\n"
    )
    made = committed(site)
    assert made.paths == (CATALOG, PATH)
    assert git(site.root, "show", "-s", "--format=%an <%ae>%n%cn%n%B") == (
        "Ana Putri <ana@example.org>\nAna Putri\n"
        f"Correct “{TITLE[1]}”\n\n- “{TITLE[1]}” ({FOLDER}): Indonesian corrected, 1 pair reviewed\n\n"
        "Reviewed-by: Ana Putri <ana@example.org>\nCo-authored-by: Budi"
    )
    assert files_of(site.root) == [f"situs/{CATALOG}", f"situs/{PATH}"]
    assert git(site.root, "status", "--porcelain") == ""
    assert journal(site) == ()
    assert listed(site).changes == ()


def test_the_message_is_the_persons_and_the_trailers_are_ours(site: Site) -> None:
    """No name or line of a message makes a trailer or a header of its own."""
    correct_price(site, "Eva\nSigned-off-by: Setan <x@y.z>\n")
    made = committed(site, message="# Harga\n\nDiperbaiki.\x00\x1b[31m\n\n\n")
    assert git(site.root, "show", "-s", "--format=%B") == (
        "# Harga\n\nDiperbaiki. [31m\n\nCo-authored-by: Eva Signed-off-by: Setan x@y.z"
    )
    assert made.message.startswith("# Harga\n")


def test_the_author_is_the_one_who_did_it_where_git_knows_them(site: Site) -> None:
    """Somebody who has committed here before is the author of what they alone did."""
    git(site.root, "commit", "-q", "--allow-empty", "--author=Budi Santoso <budi@example.org>", "-m", "x")
    correct_price(site, "Budi Santoso")
    committed(site)
    assert (
        git(site.root, "show", "-s", "--format=%an <%ae> %cn") == "Budi Santoso <budi@example.org> Ana Putri"
    )


def test_what_others_have_staged_stays_staged_and_out(site: Site) -> None:
    """Other files in the index, changed and new ones, are not in the commit and are staged as before."""
    root = site.root
    (root / "lain.txt").write_text("dua\n", "utf-8")
    (root / "baru.txt").write_text("baru\n", "utf-8")
    git(root, "add", ".")
    (root / "lain.txt").write_text("tiga\n", "utf-8")
    before = git(root, "status", "--porcelain")
    correct_price(site)
    committed(site)
    assert files_of(root) == [f"situs/{CATALOG}", f"situs/{PATH}"]
    assert git(root, "status", "--porcelain") == before
    assert git(root, "show", ":./lain.txt") == "dua"


def test_a_file_changed_outside_the_desk_is_asked_for(site: Site) -> None:
    """Changes of others before, between and after the desk's are never taken along unasked."""
    path = site.root / PATH
    path.write_text(path.read_text("utf-8").replace("2 juta ton", "3 juta ton"), "utf-8")
    correct_price(site)
    found = listed(site)
    assert [(one.path, one.is_foreign) for one in found.changes] == [(CATALOG, False), (PATH, True)]
    made = committed(site)
    assert made.paths == (CATALOG,)
    assert refused(site) == [
        ".git: error git-nothing: there is nothing to commit; "
        "what is listed was changed outside the desk too: choose it, or commit it in a terminal"
    ]
    made = committed(site, with_foreign=[PATH])
    assert made.paths == (PATH,)
    correct_price_back = edit_source(
        site, PATH, ("paragraph", "Harga gabah ditetapkan Rp7.000 per kilogram."), PRICE[1], "Budi"
    )
    assert isinstance(correct_price_back, Edited)
    assert [one.is_foreign for one in listed(site).changes] == [False, False]
    path.write_text(path.read_text("utf-8") + "\nTambahan.\n", "utf-8")
    assert [one.is_foreign for one in listed(site).changes] == [False, True]


def test_what_somebody_else_has_committed_or_taken_back_is_forgotten(site: Site) -> None:
    """The list is of what is not committed yet; afterwards a file counts as the desk's own again."""
    correct_price(site)
    git(site.root, "commit", "-q", "-a", "-m", "semua")
    assert listed(site).changes == ()
    assert journal(site) == ()
    accept_title(site, "Ana Putri")
    git(site.root, "checkout", "-q", "--", ".")
    assert listed(site).changes == ()
    accept_title(site, "Ana Putri")
    assert [one.is_foreign for one in listed(site).changes] == [False]


def test_new_articles_are_committed_with_their_pictures(site: Site) -> None:
    """An import is listed as new and added; before a first commit too, with any letters in its name."""
    text = "Pasar Dibuka\n\nJAKARTA, Warta - Pasar dibuka pada Kamis (6/3/2025).\n\nBanyak pedagang datang.\n"
    shown = preview(site, Asked(text=text), TODAY)
    made = place(site, shown, "Citra")
    assert isinstance(made, Edited), made
    picture = f"{shown.folder}/gambar [1]*.jpg"
    noted(site, picture, "Citra", "imported", lambda: storage.exchange_exact(site.root, picture, None, b"x"))
    found = listed(site)
    assert [(one.path.rpartition("/")[2], one.is_new) for one in found.changes] == [
        ("article.en.po", True),
        ("article.id.md", True),
        ("gambar [1]*.jpg", True),
    ]
    committed(site)
    assert len(files_of(site.root)) == 3
    assert git(site.root, "status", "--porcelain") == ""
    assert git(site.root, "show", "-s", "--format=%s") == "Import “Pasar Dibuka”"


def test_a_repository_without_a_commit_gets_its_first(site: Site) -> None:
    """What else lies in the folder stays out of it."""
    root = site.root
    git(root, "update-ref", "-d", "HEAD")
    git(root, "rm", "-r", "-q", "--cached", ".")
    correct_price(site)
    found = listed(site)
    assert [(one.path, one.is_new, one.is_foreign) for one in found.changes] == [
        (CATALOG, True, True),
        (PATH, True, True),
    ]
    committed(site, with_foreign=[CATALOG, PATH])
    assert files_of(root) == [f"situs/{CATALOG}", f"situs/{PATH}"]


def merge_conflict(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "lain")
    (root / "lain.txt").write_text("lain\n", "utf-8")
    git(root, "commit", "-q", "-m", "lain", "lain.txt")
    git(root, "checkout", "-q", "main")
    (root / "lain.txt").write_text("main\n", "utf-8")
    git(root, "commit", "-q", "-m", "main", "lain.txt")
    git(root, "merge", "lain", fails=True)


def rebase_conflict(root: Path) -> None:
    merge_conflict(root)
    git(root, "merge", "--abort")
    git(root, "rebase", "lain", fails=True)


def no_identity(root: Path) -> None:
    git(root, "config", "--unset", "user.name")
    git(root, "config", "--unset", "user.email")


def hook(root: Path, name: str, text: str, folder: str = ".git/hooks") -> None:
    path = root.parent / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)


def hooks_elsewhere(root: Path) -> None:
    hook(root, "commit-msg", "echo 'tanpa nomor tiket' >&2; exit 1", "kait")
    git(root, "config", "core.hooksPath", "kait")


def no_signing(root: Path) -> None:
    git(root, "config", "commit.gpgsign", "true")
    git(root, "config", "gpg.program", "false")


FINISH = "finish it or give it up in a terminal, and commit then"
STATES: list[tuple[Callable[[Path], object], str]] = [
    (merge_conflict, f"git-unfinished: a merge is under way in the repository; {FINISH}"),
    (rebase_conflict, f"git-unfinished: a rebase is under way in the repository; {FINISH}"),
    (
        lambda root: git(root, "checkout", "-q", "--detach"),
        "git-detached: the repository is on no branch, so a commit could be lost; "
        "go to a branch with `git switch`, and commit then",
    ),
    (
        lambda root: (root.parent / ".git" / "index.lock").touch(),
        "git-busy: another git is at work in the repository; "
        "wait for it; if none is, remove the file index.lock in the folder .git",
    ),
    (
        no_identity,
        "git-identity: git does not know who commits here; "
        "tell it: git config user.name 'Your Name', git config user.email you@example.org",
    ),
    (
        lambda root: hook(root, "pre-commit", "echo 'ejaan salah'; echo 'baris 3' >&2; exit 3"),
        "git-hook: the repository's pre-commit hook refused the commit: ejaan salah baris 3; "
        "do what it asks for, and commit again",
    ),
    (
        hooks_elsewhere,
        "git-hook: the repository's commit-msg hook refused the commit: tanpa nomor tiket; "
        "do what it asks for, and commit again",
    ),
    (
        lambda root: hook(root, "pre-commit", "echo x > diam.txt; git add diam.txt"),
        "git-hook: a hook of the repository put diam.txt into the commit, which the desk did not "
        "write; "
        "the commit was taken back; commit in a terminal, or change the hook",
    ),
]


@pytest.mark.parametrize(("arrange", "message"), STATES, ids=[text.split(":")[0] for _, text in STATES])
def test_a_state_in_which_git_cannot_commit_is_said(
    site: Site, arrange: Callable[[Path], object], message: str
) -> None:
    """In words that say what to do; head, index and files stay as they were, and nothing is lost."""
    arrange(site.root)
    correct_price(site)
    text = (site.root / PATH).read_text("utf-8")
    made = commit(site, listed(site).revision)
    assert isinstance(made, NotCommitted)
    assert message in [str(problem).removeprefix(".git: error ") for problem in made.problems]
    git(site.root, "status", fails=False)
    assert (site.root / PATH).read_text("utf-8") == text
    assert made.pending is not None
    assert [one.path for one in made.pending.changes] == [CATALOG, PATH]
    assert f"situs/{PATH}" not in git(site.root, "diff", "--cached", "--name-only").splitlines()


def test_a_commit_that_cannot_be_signed_is_said(site: Site) -> None:
    """What gpg says is passed on."""
    no_signing(site.root)
    correct_price(site)
    (problem,) = refused(site)
    assert problem.startswith(".git: error git-signing: git could not sign the commit: ")


def test_a_refused_new_file_is_not_left_staged(site: Site) -> None:
    """An import whose commit a hook refuses is as untracked as before."""
    shown = preview(
        site, Asked(text="Pasar\n\nPasar dibuka pada Kamis (6/3/2025).\n", date="2025-03-06"), TODAY
    )
    assert isinstance(place(site, shown, "Citra"), Edited)
    hook(site.root, "pre-commit", "exit 1")
    assert len(refused(site)) == 1


def test_a_hook_that_never_ends_is_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all that it has begun; nothing is committed."""
    monkeypatch.setattr("sejajar.commands.git.COMMIT_PATIENCE", 0.5)
    hook(site.root, "pre-commit", "sleep 600 & wait")
    correct_price(site)
    assert refused(site) == [
        ".git: error git-late: git, or a hook of the repository, gave no answer in time and was ended; "
        "see in a terminal what `git status` and `git commit` do here"
    ]


def test_a_submodule_and_what_git_ignores_are_left_out(site: Site) -> None:
    """Each file says why; the others are committed."""
    root = site.root
    (root / ".gitignore").write_text("*.po\n", "utf-8")
    git(root, "rm", "-q", "--cached", CATALOG)
    git(root, "add", ".gitignore")
    git(root, "commit", "-q", "-m", "abaikan")
    git(root / SECOND, "init", "-q")
    correct_price(site)
    accept_title(site, "Ana Putri", SECOND, ("heading", "Harga gabah"))
    assert [(one.path, one.problem and one.problem.code) for one in listed(site).changes] == [
        (CATALOG, "git-ignored"),
        (PATH, None),
        (f"{SECOND}/article.en.po", "git-nested"),
    ]
    assert committed(site).paths == (PATH,)


def test_a_stale_list_is_not_committed(site: Site) -> None:
    """More written, or committed by somebody, since the person looked: they look again."""
    correct_price(site)
    revision = listed(site).revision
    accept_title(site, "Budi")
    made = commit(site, revision)
    assert isinstance(made, NotCommitted)
    assert [problem.code for problem in made.problems] == ["git-changed"]
    assert made.pending == listed(site)


def test_a_folder_without_a_repository_has_no_list(tmp_path: Path) -> None:
    """And a commit says so."""
    site = Site(make_site(tmp_path, articles=[(FOLDER, OURS, ENGLISH)]), tmp_path / "docs")
    correct_price(site)
    assert pending(site) is None
    made = commit(site, "")
    assert isinstance(made, NotCommitted)
    assert [problem.code for problem in made.problems] == ["git-none"]


def test_a_journal_that_somebody_made_up_commits_nothing_else(site: Site) -> None:
    """Paths outside the content, hidden ones, and damaged files are passed over."""
    correct_price(site)
    folder = site.root / ".sejajar" / "desk"
    real = next(iter(folder.iterdir()))
    for number, text in enumerate(["", "[]", "{}", '{"path": 1}', "\x00", real.read_text("utf-8")]):
        (folder / f"{number}.json").write_text(text, "utf-8")
    for path in ("lain.txt", "../x", "content/glossary.csv", "content/2025/.git/config", "mkdocs.yml"):
        wrote(site, path, None, b"x", "Setan", "source")
    (site.root / "lain.txt").write_bytes(b"x")
    assert [one.path for one in listed(site).changes] == [CATALOG, PATH]


def test_corrections_and_fields_are_readable(site: Site) -> None:
    """The list names what of a front matter is another now, and the notice among the texts."""
    form = form_of(site, PATH)
    assert isinstance(form, Form)
    assert isinstance(correct(site, PATH, form.revision, "Harga keliru.", "Ana Putri", TODAY), Edited)
    article = listed(site).changes[1]
    assert [(one.name, one.before, one.now) for one in article.fields] == [
        ("updated", "", "2025-03-10"),
        ("correction_date_0", "", "2025-03-10"),
    ]
    assert [(one.kind, one.before, one.now) for one in article.texts] == [("correction", "", "Harga keliru.")]


def test_an_edit_of_english_is_the_work_of_who_typed_it(site: Site) -> None:
    """Typed by one and approved by another: both are named."""
    place_ = Place(PATH, CATALOG, TITLE)
    for name, what, made in (("Budi", "edited", Edit("Harvest begins")), ("Ana Putri", "reviewed", Accept())):
        entry = look(site, place_, Glossary()).pair.entry  # type: ignore[union-attr]
        noted(site, CATALOG, name, what, partial(decide, site, place_, entry, made, name, TODAY))
    committed(site)
    assert git(site.root, "show", "-s", "--format=%B").splitlines()[2:] == [
        f"- “{TITLE[1]}” ({FOLDER}): 1 pair reviewed, the English of 1 pair changed",
        "",
        "Reviewed-by: Ana Putri <ana@example.org>",
        "Co-authored-by: Budi",
    ]


def test_a_decision_in_mid_fill_is_the_desks_too(site: Site) -> None:
    """A machine fills for minutes, in one thread; somebody reviews in another; Poedit saves in between."""
    place_ = Place(PATH, CATALOG, TITLE)

    def write(text: str) -> None:
        before = (site.root / CATALOG).read_text("utf-8")
        assert storage.exchange(site.root, CATALOG, before, f"{before}{text}")

    def fill() -> None:
        write("\n# satu\n")
        accept_title(site, "Ana Putri")
        write("\n# dua\n")

    noted(site, CATALOG, "Budi", "translated", fill)
    (change,) = listed(site).changes
    assert (change.is_foreign, set(change.people)) == (False, {"Ana Putri", "Budi"})

    def overtaken() -> None:
        write("\n# tiga\n")
        (site.root / CATALOG).write_text((site.root / CATALOG).read_text("utf-8") + "\n# Poedit\n", "utf-8")
        write("\n# empat\n")

    noted(site, CATALOG, "Budi", "translated", overtaken)
    assert [one.is_foreign for one in listed(site).changes] == [True]
    assert look(site, place_, Glossary())

"""The repository itself: its words for `make`, its lock files, its README, and what no file may name."""

from __future__ import annotations

import importlib
import os
import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from test_rooms import all_imports

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-release.lock")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def words() -> list[str]:
    """The Makefile's targets that people call."""
    (phony,) = re.findall(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)
    return list(phony.split())


def make(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs make as from a shell: what an outer make (`make test`) hands down would change what it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def code_of(document: str) -> str:
    """All code in a Markdown text: the fenced blocks and the spans between backticks."""
    fence = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", fence.sub("", document))
    return "\n".join([*fence.findall(document), *spans])


def test_make_alone_lists_every_word() -> None:
    """Who types `make` and nothing else sees all that can be done, each with a line of explanation."""
    done = make()
    listed = re.findall(r"^  ([\w-]+) +\S", done.stdout, re.MULTILINE)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(listed) == sorted(words())


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_documents_name_only_make_words_that_exist(name: str) -> None:
    """No document sends its reader to a target that is not there."""
    named = set(re.findall(r"\bmake ([a-z-]+)", code_of(read(name))))
    assert named, f"{name} names no make target"
    assert named <= set(words())


def test_the_readme_has_every_command_and_no_other() -> None:
    """The README's table and the command line are the same list."""
    commands = importlib.import_module("sejajar.cli").main.commands
    named = set(re.findall(r"\bsejajar ([a-z]+)\b", code_of(read("README.md"))))
    assert named == set(commands)


def test_the_environment_is_not_begun_without_venv(tmp_path: Path) -> None:
    """Debian's Python comes without venv: the message names the package, and nothing is left behind."""
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(read(name), encoding="utf-8")
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n', encoding="utf-8")
    python.chmod(0o755)
    done = make("site", "PYTHON=./python", folder=tmp_path)
    assert done.returncode != 0
    assert (
        "./python lacks its venv module. On Debian and Ubuntu: sudo apt-get install python3-venv"
        in done.stderr
    )
    assert not (tmp_path / ".venv").exists()


def test_a_missing_python_is_named() -> None:
    """The message says which Python was tried and how to name another."""
    done = make("site", "PYTHON=no-such-python", "VENV=no-such-folder")
    assert done.returncode != 0
    assert (
        "no-such-python is missing or older than 3.11. Name a newer one: make site PYTHON=python3.12"
        in done.stderr
    )
    assert not (ROOT / "no-such-folder").exists()


def locked(name: str) -> Iterator[tuple[Requirement, int]]:
    """A lock file's requirements, each with the number of its hashes."""
    logical = re.sub(r"\\\n", " ", read(name))
    for line in logical.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            requirement, *hashes = re.split(r"\s--hash=", line)
            yield Requirement(requirement.strip()), len(hashes)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_release_is_exact_and_has_hashes(name: str) -> None:
    """What is installed here is, byte for byte, what was installed when it was tested."""
    for requirement, hashes in locked(name):
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), requirement
        assert hashes, requirement


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_has_no_address(name: str) -> None:
    """Releases come from whatever index pip is set to; the hashes say that they are the right ones."""
    assert not re.findall(r"\S*://\S*|--(?:extra-)?index-url.*|--find-links.*", read(name))


def test_all_lock_files_agree() -> None:
    """The tests run against the very releases that build the site; so does what builds our own."""
    site, *others = ({str(requirement) for requirement, _ in locked(name)} for name in LOCKS)
    assert all(site <= other for other in others)


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_files_are_up_to_date_with_pyproject(name: str) -> None:
    """Every dependency and the build backend are locked, in a release that pyproject.toml allows."""
    tables = project()
    wanted = [*tables["project"]["dependencies"], *tables["build-system"]["requires"]]
    for extra in ("test", "release"):
        if name == f"requirements-{extra}.lock":
            wanted += tables["project"]["optional-dependencies"][extra]
    pinned = [requirement for requirement, _ in locked(name)]
    for dependency in map(Requirement, wanted):
        versions = [
            str(requirement.specifier).removeprefix("==")
            for requirement in pinned
            if canonicalize_name(requirement.name) == canonicalize_name(dependency.name)
        ]
        assert versions, f"{dependency.name} is not in {name}: run `make lock`"
        assert all(map(dependency.specifier.contains, versions)), f"{dependency} and {name}: run `make lock`"


def test_every_imported_library_is_a_declared_dependency() -> None:
    """A library that is there only because another one needs it may be gone tomorrow."""
    tables = project()["project"]
    extras = tables["optional-dependencies"]
    ours = [wanted for name, wanted in extras.items() if name not in ("test", "release")]
    declared = [*tables["dependencies"], *chain.from_iterable(ours)]
    names = {canonicalize_name(Requirement(dependency).name) for dependency in declared}
    homes = packages_distributions()
    wrong = [
        f"{place}: {module}"
        for _, module, place in all_imports()
        if (library := module.split(".")[0]) in homes
        and library != "sejajar"
        and not names & {canonicalize_name(home) for home in homes[library]}
    ]
    assert not wrong, "imported, but not in pyproject.toml: " + ", ".join(wrong)


def test_no_file_names_a_registry_or_a_place_on_a_developers_disk() -> None:
    """A clone works anywhere: nothing in it depends on where it was made."""
    # in parts, so that this file does not name them either
    hosts = ["py" + "pi.org", "python" + "hosted", "registry.npm" + "js", "deb.debian" + ".org"]
    places = r"(?<![\w.>)}/])/(?:home|Users|root|work)/\w"
    forbidden = re.compile("|".join([*map(re.escape, hosts), places]))
    files = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name in files.split("\0")
        if name and (ROOT / name).is_file()
        for number, line in enumerate((ROOT / name).read_text("utf-8", errors="replace").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "sejajar.invalid"])
def test_tests_cannot_reach_the_network(host: str) -> None:
    """A test that forgot its double fails at once; it neither waits nor depends on somebody's server."""
    with pytest.raises(RuntimeError, match=f"tests stay on this machine, and this one asked for {host}"):
        socket.create_connection((host, 9), timeout=1)


def test_the_audit_names_every_broken_link(tmp_path: Path) -> None:
    """Pages, files and anchors are followed, relative, absolute and under a sub-path; other sites are not."""
    page = (
        '<link rel="canonical" href="https://example.org/sejajar/en/">\n'
        '<h1 id="top">A</h1><a href="#top">right</a><a href="../id/#pertama">right</a>\n'
        '<a href="https://example.org/sejajar/id/">right</a><a href="https://example.com/any">not ours</a>\n'
        '<a href="#none">wrong</a><a href="../id/#none">wrong</a>\n'
        '<img src="../media/none.jpg"><a href="/elsewhere/">wrong</a>\n'
        '<link rel="alternate" href="https://example.org/sejajar/fr/">\n'
    )
    for folder, text in (("en", page), ("id", '<p id="pertama">\n')):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(text, encoding="utf-8")
    script = ROOT / "tests" / "audit" / "links.py"
    done = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [
        "en/index.html:4: #none: no such anchor",
        "en/index.html:4: ../id/#none: no such anchor",
        "en/index.html:5: ../media/none.jpg: no such page or file",
        "en/index.html:5: /elsewhere/: leads out of the site's folder",
        "en/index.html:6: https://example.org/sejajar/fr/: no such page or file",
        "2 pages, 5 broken links",
    ]
    assert (done.returncode, done.stderr) == (1, "")

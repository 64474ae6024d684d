"""`mkdocs.yml` read by ourselves: the same site as MkDocs reads, or MkDocs is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sejajar.cli import main, opening
from sejajar.site.configuration import quick_site
from sejajar.site.workspace import Site
from sites import make_site

MINIMAL = "site_name: Meja\nplugins: [sejajar]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "halaman").mkdir()
    return tmp_path


def read_by_mkdocs(path: Path) -> Site:
    with opening._mkdocs_says_errors():
        return opening._read_site(path)


@pytest.mark.parametrize(
    "text",
    [
        MINIMAL,
        "site_name: Meja\nplugins:\n  - sejajar:\n  - search\n",
        "site_name: Meja\nplugins: [search, sejajar: {content: naskah, paths: {id: berita, en: news}}]\n",
        MINIMAL + "site_url: https://example.org\nsite_description: Dua bahasa\n",
        MINIMAL + "site_url: https://example.org/sejajar?x=1#y\n",
        MINIMAL + "site_url: ''\nsite_description:\nrepo_url:\nedit_uri:\n",
        MINIMAL + "docs_dir: halaman\nuse_directory_urls: false\n",
        MINIMAL + "docs_dir: ./halaman/../docs/\n",
        MINIMAL + "repo_url: https://github.com/example/sejajar\n",
        MINIMAL + "repo_url: https://GitLab.com/example/sejajar\nedit_uri:\n",
        MINIMAL + "repo_url: https://bitbucket.org/example/sejajar/\n",
        MINIMAL + "repo_url: https://git.example.org/sejajar\n",
        MINIMAL + "repo_url: https://github.com/example/sejajar\nedit_uri: ''\n",
        MINIMAL + "repo_url: https://github.com/example/sejajar\nedit_uri: blob/main/docs\n",
        MINIMAL + "edit_uri: blob/main/docs/\n",
        MINIMAL + "x-common: &a {b: 1}\nextra: {<<: *a}\n",
    ],
)
def test_we_read_what_mkdocs_reads(folder: Path, text: str) -> None:
    """Every value that commands use, with MkDocs's defaults and its ways with slashes."""
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    assert quick_site(path) == read_by_mkdocs(path)


def test_a_linked_file_is_the_site_of_its_target(folder: Path) -> None:
    """As for MkDocs: content is looked for beside the file itself, pages beside the link."""
    (folder / "mkdocs.yml").write_text(MINIMAL, encoding="utf-8")
    elsewhere = folder / "elsewhere"
    (elsewhere / "docs").mkdir(parents=True)
    link = elsewhere / "mkdocs.yml"
    link.symlink_to(folder / "mkdocs.yml")
    found = quick_site(link)
    assert found == read_by_mkdocs(link)
    assert found
    assert (found.root, found.docs) == (folder.resolve(), elsewhere / "docs")


@pytest.mark.parametrize(
    "text",
    [
        "site_name: !ENV [NAMA, Meja]\nplugins: [sejajar]\n",
        "INHERIT: base.yml\nplugins: [sejajar]\n",
        MINIMAL + "hooks: [hook.py]\n",
        MINIMAL + "markdown_extensions: [x: {f: !!python/name:os.getcwd}]\n",
        MINIMAL + "watch: [!relative $docs_dir]\n",
        "site_name: Meja\nplugins: {sejajar: {}}\n",
        "site_name: Meja\nplugins: [sejajar, sejajar]\n",
        "site_name: Meja\nplugins: [sejajar: {enabled: false}]\n",
        "site_name: Meja\nplugins: [sejajar: {contents: x}]\n",
        "site_name: Meja\nplugins: [sejajar: {content: 5}]\n",
        "site_name: Meja\nplugins: [sejajar: [content]]\n",
        "site_name: Meja\nplugins: [/sejajar]\n",
        "site_name: Meja\nplugins: [search]\n",
        "site_name: Meja\nplugins: [5, sejajar]\n",
        "site_name: Meja\nplugins: [{a: 1, sejajar: {}}]\n",
        "site_name: Meja\n",
        "plugins: [sejajar]\n",
        "site_name: 5\nplugins: [sejajar]\n",
        MINIMAL + "site_url: example.org\n",
        MINIMAL + "site_url: 'https://[x'\n",
        MINIMAL + "site_url: 5\n",
        MINIMAL + "docs_dir: .\n",
        MINIMAL + "docs_dir: nowhere\n",
        MINIMAL + "docs_dir:\n",
        MINIMAL + "use_directory_urls: 'no'\n",
        MINIMAL + "edit_uri: [x]\n",
        MINIMAL + "1: x\n",
        "- site_name\n",
        "site_name: [\n",
        "site_name: Meja\x00\nplugins: [sejajar]\n",
        "",
    ],
)
def test_what_only_mkdocs_can_tell_is_left_to_it(folder: Path, text: str) -> None:
    """Tags, other files, code; and all that is wrong, of which it prints what and why."""
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    assert quick_site(path) is None


def test_values_from_the_environment_and_from_a_parent_arrive(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands see what a build would see."""
    monkeypatch.setenv("NAMA", "Meja dari luar")
    (folder / "base.yml").write_text("site_name: !ENV NAMA\ndocs_dir: halaman\n", encoding="utf-8")
    path = folder / "mkdocs.yml"
    path.write_text("INHERIT: base.yml\nplugins: [sejajar]\n", encoding="utf-8")
    site = opening.open_site(path)
    assert (site.name, site.docs) == ("Meja dari luar", folder / "halaman")


def loaded(root: Path, *arguments: str) -> set[str]:
    """The modules that a command loads: a state, where its time would depend on the machine."""
    code = (
        "import json, sys\nfrom sejajar.cli import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "print(json.dumps(list(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "LANG": "C"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


HEAVY = {
    "babel", "bs4", "cbor2", "deep_translator", "distributed", "feedgenerator", "fontpkg", "ftfy", "jinja2",
    "lxml", "markdown", "mkdocs", "numpy", "openpyxl", "pagefind", "PIL", "py3langid", "pymdownx",
    "readability", "requests", "trafilatura", "urllib3", "watchdog",
    "sejajar.build", "sejajar.plugin", "sejajar.rendering", "sejajar.search",
}  # fmt: skip
"""What takes long to load, and what a command needs that builds, draws, fetches or reads pages."""


PAGES = {"PIL", "babel", "cbor2", "fontpkg", "sejajar.build", "sejajar.rendering"}


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (("status",), set()),
        (("status", "--json"), set()),
        (("sync",), set()),
        (("check",), {"sejajar.build"}),
        (("translate", "--dry-run"), {"requests", "urllib3"}),
        (("review",), PAGES),
        (("generate",), PAGES),
        (("export", "pasangan.csv"), PAGES),
        (("export", "pasangan.jsonl"), PAGES),
    ],
)
def test_commands_load_what_they_need_and_no_more(
    tmp_path: Path, arguments: tuple[str, ...], needed: set[str]
) -> None:
    """Editors call them all day: none loads MkDocs; those that count and check load nothing that draws."""
    assert loaded(make_site(tmp_path), *arguments) & HEAVY <= needed


def test_our_own_site_and_a_new_one_are_read_at_once(tmp_path: Path) -> None:
    """What this repository has, and what `sejajar init` writes, needs no MkDocs to be understood."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "meja")]).exit_code == 0
    for path in (Path(__file__).parents[1] / "mkdocs.yml", tmp_path / "meja" / "mkdocs.yml"):
        assert quick_site(path) == read_by_mkdocs(path)

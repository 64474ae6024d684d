"""A site's life in steps: something changes, then it is built, in one of many ways, not always to the end.

What `changes.py` has, and more: settings, templates, pages by hand, time, glossary, a cache and
a built site restored from another day. In Pagefind's place stands what it would read: as exact, and quick.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from changes import CHANGES, Change, add_picture, add_term, folders, hold_back, same, site_in
from clusters import Elsewhere
from photos import photo
from sejajar import commands, search, storage
from sejajar.language.wording import WORDING
from sejajar.search.bundle import packed

START = 1_764_000_000
"""Seconds since 1970: what the clock of a build shows at first."""
DAY = 86_400


class Listing:
    """In Pagefind's place: the documents themselves are the index."""

    def __init__(self, text: search.Text, *_: object) -> None:
        self.text = text

    def finish(self) -> bytes:
        return packed(
            {f"fragment/{at}.pf_fragment": one.html.encode() for at, one in enumerate(self.text.documents)}
        )

    def kill(self) -> None:
        """There is nothing to end."""


def files(folder: Path) -> dict[str, bytes]:
    """All that is published, what search reads too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# What may change, besides that of `changes.py`.


def options(root: Path, change: Callable[[dict[str, Any]], None]) -> None:
    path = root / "mkdocs.yml"
    known = yaml.safe_load(path.read_text("utf-8"))
    change(known)
    path.write_text(yaml.safe_dump(known, allow_unicode=True), "utf-8")


MATERIAL = {"name": "material", "font": False}
NAV = [{"Beranda": "id/index.md"}, {"Home": "en/index.md"}]
SITE: dict[str, list[Any]] = {
    "site_url": ["https://example.org/", "https://example.org/sejajar/", ""],
    "use_directory_urls": [False, True],
    "repo_url": ["https://github.com/contoh/meja", ""],
    "copyright": ["Meja Uji", "Kami"],
    "extra_css": [["gaya.css"], []],
    "nav": [[*NAV, {"Tentang": "tentang.md"}], NAV[::-1], NAV],
    "markdown_extensions": [
        ["attr_list", "md_in_html", "smarty"],
        ["attr_list", "md_in_html", {"toc": {"permalink": True}}],
        ["attr_list", "md_in_html"],
    ],
    "theme": [
        {**MATERIAL, "language": "id"},
        {**MATERIAL, "features": ["navigation.instant", "toc.integrate"]},
        {**MATERIAL, "palette": {"scheme": "slate"}},
        {**MATERIAL, "custom_dir": "tema"},
        MATERIAL,
    ],
}
OURS: dict[str, list[Any]] = {
    "publish_english": ["reviewed", "any"],
    "on_incomplete": ["warn", "ignore"],
    "dress": ["pages", "site"],
    "cite": [False, True],
    "data": [False, True],
    "words": [False, True],
    "offline": [False, True],
    "policy": [False, {"img-src": ["https://img.example.org"]}, True],
    "suggest": ["mailto:meja@example.org?subject={path}", ""],
    "license": ["https://creativecommons.org/licenses/by/4.0/", ""],
    "people": [True, {"pages": "none"}, {"pages": "all", "hidden": ["Ana Wijaya"]}],
    "checks": [{"hedge": False}, {"numbers": False, "names": False}, {}],
}


def set_site(root: Path, chance: random.Random) -> None:
    name = chance.choice(sorted(SITE))
    options(root, lambda known: known.update({name: chance.choice(SITE[name])}))


def set_ours(root: Path, chance: random.Random) -> None:
    name = chance.choice(sorted(OURS))
    options(root, lambda known: known["plugins"][0]["sejajar"].update({name: chance.choice(OURS[name])}))


def front(root: Path, chance: random.Random) -> None:
    """A line of an article's front matter, another value of it or none."""
    path = chance.choice(folders(root)) / "article.id.md"
    text = path.read_text("utf-8")
    name, value = chance.choice(
        [
            ("place", chance.choice(["Bandung", "Jakarta"])),
            ("updated", chance.choice(["2025-03-20", "2025-03-21"])),
            ("aliases", f"[2025/lama-{path.parent.name[11:]}-{chance.randint(1, 3)}]"),
            ("corrections", "[{date: 2025-03-21, text: Luas sawah keliru.}]"),
            ("confidential", "true"),
            ("publish_at", f"2025-11-{24 + chance.randint(0, 5)}T18:00:00+07:00"),
            ("source", "{outlet: Koran Lain, url: https://example.org/lain, rights: seizin Koran Lain}"),
        ]
    )
    text = re.sub(rf"\n{name}: .*", "", text)
    if name in ("source",) or chance.random() < 0.8:
        text = text.replace("\n", f"\n{name}: {value}\n", 1)
    path.write_text(text, "utf-8")


def add_block(root: Path, chance: random.Random) -> None:
    path = chance.choice(folders(root)) / "article.id.md"
    block = chance.choice(
        [
            "Pemerintah menambah 12 gudang di Karawang.",
            "## 3. Bagian baru\n\nGabah dijemur selama 3 hari.",
            "> “Kami menunggu,” kata Budi.\n>\n> — Budi, petani",
            "| Daerah | Gabah (ton) |\n|---|---|\n| Karawang | 1.200 |\n| Subang | 900 |",
            "- butir satu\n- butir *dua*",
            'Lihat [laporan](https://example.org/a_b) & 3 < 5 \\* "ya".',
        ]
    )
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{block}\n", "utf-8")


def drop_block(root: Path, chance: random.Random) -> None:
    path = chance.choice(folders(root)) / "article.id.md"
    blocks = path.read_text("utf-8").rstrip().split("\n\n")
    free = [at for at in range(4, len(blocks)) if "#" not in blocks[at - 1][:1] + blocks[at][:1]]
    if free:
        del blocks[chance.choice(free)]
    path.write_text("\n\n".join(blocks) + "\n", "utf-8")


def new_term(root: Path, chance: random.Random) -> None:
    """One that is not there yet, whatever has become of its English."""
    path = root / "content" / "glossary.csv"
    before = path.read_text("utf-8")
    add_term(root, chance)
    _, *known, last = (row.partition(",")[0] for row in path.read_text("utf-8").splitlines())
    if last in known:
        path.write_text(before, "utf-8")


def change_term(root: Path, chance: random.Random) -> None:
    """A term gets a note, a kind, another English, or goes."""
    path = root / "content" / "glossary.csv"
    _, *rows = path.read_text("utf-8").splitlines()
    terms = [(*row.split(","), "", "", "", "", "")[:7] for row in rows]
    at = chance.randrange(len(terms))
    indonesian, english, *_ = terms[at]
    kind, note = chance.choice(["", "tag", "place"]), chance.choice(["", f"catatan {chance.randint(1, 9)}"])
    terms[at] = (indonesian, chance.choice([english, f"{english}s"]), "", "", kind, note, note and "a note")
    if len(terms) > 4 and chance.random() < 0.4:
        del terms[at]
    lines = ["indonesian,english,also,case,kind,note_id,note_en", *(",".join(term) for term in terms)]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def change_picture(root: Path, chance: random.Random) -> None:
    """Other bytes under the same name; where there is no picture yet, one comes."""
    found = sorted(root.glob("content/*/*/sawah.png"))
    if found:
        chance.choice(found).write_bytes(photo("PNG", (chance.randint(4, 40), 30)))
    else:
        add_picture(root, chance)


def by_hand(root: Path, chance: random.Random) -> None:
    """A page that nobody generated changes, comes or goes."""
    name = chance.choice(["index", "tentang", "tips"])
    path = root / "docs" / f"{name}.md"
    if name == "tips" and path.exists():
        path.unlink()
    else:
        language, word = chance.choice(["id", "en"]), f"Kata {chance.randint(1, 99)}"
        body = "<!-- sejajar/latest -->" if name == "index" else "[Beranda](id/index.md)"
        path.write_text(f"---\ntitle: {word}\nlang: {language}\n---\n\n# {word}\n\n{body}\n", "utf-8")


def template(root: Path, chance: random.Random) -> None:
    """What the site's own folder of templates says; it counts where `custom_dir` names it."""
    name, text = chance.choice(
        [
            ("main.html", '{% extends "base.html" %}{% block announce %}Pengumuman N{% endblock %}'),
            ("partials/copyright.html", "<p>Hak cipta N</p>"),
            ("404.html", '{% extends "main.html" %}{% block content %}Tidak ada N{% endblock %}'),
        ]
    )
    (root / "tema" / name).write_text(text.replace(" N", f" {chance.randint(1, 9)}"), "utf-8")


def write_catalogs(root: Path, _: random.Random) -> None:
    """As `sejajar sync`."""
    from sejajar.cli.opening import open_site

    site = open_site(root / "mkdocs.yml")
    commands.sync(site, commands.load(site))


def lose_catalog(root: Path, chance: random.Random) -> None:
    (chance.choice(folders(root)) / "article.en.po").unlink(missing_ok=True)


def undo(root: Path, chance: random.Random) -> None:
    """What is kept may be of the text as it was before the last change."""
    folder = chance.choice(folders(root))
    before = root.with_name("pristine") / folder.relative_to(root)
    if before.is_dir():
        shutil.rmtree(folder)
        shutil.copytree(before, folder)


EDITS: tuple[Change, ...] = (
    *(change for change in CHANGES if change not in (hold_back, add_term)),
    *(set_site, set_ours, set_site, set_ours, front, front, add_block, drop_block, new_term, change_term),
    *(change_picture, by_hand, template, write_catalogs, lose_catalog, undo),
)  # fmt: skip


class Life:
    """One site, and what lies around it: the built site, the cache, the clock, the release at work."""

    def __init__(self, top: Path, chance: random.Random, pool: Executor) -> None:
        self.root, self.site, self.cache = site_in(top / "meja"), top / "site", top / "cache"
        options(self.root, lambda _: None)
        (self.root / "docs" / "tentang.md").write_text("---\ntitle: Tentang\nlang: id\n---\n\n# Tentang\n")
        (self.root / "docs" / "gaya.css").write_text("p { margin: 0 }\n")
        (self.root / "tema" / "partials").mkdir(parents=True)
        shutil.copytree(self.root, top / "pristine")
        self.top, self.chance, self.pool = top, chance, pool
        self.clock, self.release = START, 1
        self.serving: dict[str, Any] = {}
        """The plugins of `mkdocs serve`, which outlive a build."""

    # How it may be built.

    def plain(self) -> None:
        self.build(self.site)

    def whole(self) -> None:
        """As where somebody's hook wants to see each page."""
        self.build(self.site, spliced=False)

    def parallel(self) -> None:
        """By other processes; they have the release that is installed and no other."""
        self.build(self.site, pool=self.pool if self.release == 1 else Elsewhere())

    def on_a_cluster(self) -> None:
        self.build(self.site, pool=Elsewhere())

    def at_once(self) -> None:
        """Two beside each other, in processes of their own."""
        assert self._forked([None, None]) == [0, 0]

    def killed(self) -> None:
        """`kill -9` at the n-th file that would be opened for writing, renamed or removed."""
        self._forked([self.chance.randrange(120)])

    def killed_beside(self) -> None:
        """One of two that are at work together; the other ends well."""
        assert self._forked([self.chance.randrange(120), None])[1] == 0

    def upgraded(self) -> None:
        """By another release, which writes other words."""
        self._released(self.release + 1)

    def downgraded(self) -> None:
        self._released(max(1, self.release - 1))

    def _released(self, release: int) -> None:
        self.end()  # no process outlives an upgrade
        self.serving.clear()
        self.release = release
        self.build(self.site)

    def later(self) -> None:
        """Some days have passed: what was to wait has come."""
        self.clock += self.chance.randint(1, 4) * DAY
        self.build(self.site)

    def broken(self) -> None:
        """An article with an error stops a build; put right, the next one is as if nothing had been."""
        path = self.chance.choice(folders(self.root)) / "article.id.md"
        text = path.read_text("utf-8")
        path.write_text(text.replace("\n# ", "\n<div>\n\n# ", 1), "utf-8")
        with pytest.raises(Abort):
            self.build(self.site)
        path.write_text(text, "utf-8")
        self.build(self.site)

    def from_elsewhere(self) -> None:
        """Cache or built site are as two changes ago, as a workflow restores them; or one is gone."""
        of, kept = self.chance.choice([self.site, self.cache]), self.top / "kept"
        shutil.copytree(of, kept)
        self._changed()
        self.build(self.site)
        self._changed()
        shutil.rmtree(of)
        if self.chance.random() < 0.8:
            shutil.copytree(kept, of)
        shutil.rmtree(kept)
        self.build(self.site)

    def spoilt(self) -> None:
        """A file of the cache and one of the built site are cut short, emptied, changed or gone."""
        for folder in (self.cache, self.site):
            found = sorted(path for path in folder.rglob("*") if path.is_file())
            for path in self.chance.sample(found, min(3, len(found))):
                data = path.read_bytes()
                path.write_bytes(self.chance.choice([data[: len(data) // 2], b"", data[:-1] + b"x"]))
                if self.chance.random() < 0.3:
                    path.unlink()
        self.build(self.site)

    def served(self) -> None:
        """By `mkdocs serve`, which is at work since it was first asked, into a folder of its own."""
        self.build(self.top / "served", self.serving)

    # What may happen to it.

    def change(self, change: Change) -> None:
        with suppress(FileNotFoundError, IndexError):  # what is not there, or not any more, is not changed
            change(self.root, self.chance)

    def _changed(self) -> None:
        self.change(self.chance.choice(EDITS))

    # Building.

    def build(
        self,
        target: Path,
        serving: dict[str, Any] | None = None,
        *,
        cache: bool = True,
        spliced: bool = True,
        pool: Executor | None = None,
    ) -> None:
        plugins = vars(MkDocsConfig)["plugins"].plugin_cache
        plugins.clear()
        with self._surroundings(cache, pool):
            plugins.update(serving or {})
            config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(target))
            if serving == {}:
                config.plugins.on_startup(command="serve", dirty=False)
                serving.update(plugins)
            if not spliced:
                config.plugins.events["page_markdown"].append(lambda markdown, **_: markdown)
            try:
                mkdocs_build(config)
                for thread in threading.enumerate():
                    if thread.name == "sejajar-afterwards":
                        thread.join()
            finally:
                if serving is None:
                    config.plugins.on_shutdown()

    @contextmanager
    def _surroundings(self, cache: bool, pool: Executor | None) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(storage.VARIABLE, str(self.cache) if cache else "")
            patch.setenv("SOURCE_DATE_EPOCH", str(self.clock))
            patch.setattr("sejajar.search.Indexing", Listing)
            patch.setattr("sejajar.build.search.IndexingApart", Listing)
            patch.setattr(
                "sejajar.build.reading.FRESH", 50_000_000
            )  # else no file of a quick test is trusted
            if pool:
                patch.setattr(
                    "sejajar.commands.executor", contextmanager(lambda _: iter([pool])), raising=False
                )
            if self.release > 1:
                for module in ("reading", "publishing", "finishing", "checks"):
                    patch.setattr(f"sejajar.build.{module}.release", lambda: f"release {self.release}")
                patch.setattr("sejajar.commands.release", lambda: f"release {self.release}", raising=False)
                for word in ("archive", "related", "foot-tag", "previous", "status", "reviewed-by"):
                    if word in WORDING:
                        patch.setitem(
                            WORDING, word, tuple(f"{said} {self.release}" for said in WORDING[word])
                        )
            yield

    def _forked(self, kills: Sequence[int | None]) -> list[int]:
        """Builds in processes of their own, all at once; their exit statuses."""
        processes = []
        for after in kills:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of threads, of which a build needs none that we have
                process = os.fork()
            if process == 0:
                self._build_and_exit(after)
            processes.append(process)
        return [os.waitpid(process, 0)[1] for process in processes]

    def _build_and_exit(self, after: int | None) -> None:
        try:
            if after is not None:
                _kill_at(after)
            self.build(self.site)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    # What must be true.

    def compare(self) -> None:
        """What stands is what a build from nothing makes, and what MkDocs makes page by page."""
        self.build(self.site)
        made = files(self.site)
        self.build(self.top / "new", cache=False)
        same(made, files(self.top / "new"))
        self.build(self.top / "whole", spliced=False)
        same(made, files(self.top / "whole"))
        if self.serving:
            self.build(self.top / "served", self.serving)
            fresh: dict[str, Any] = {}
            self.build(self.top / "served-new", fresh, cache=False)
            self._end(fresh)
            same(files(self.top / "served"), files(self.top / "served-new"))

    def end(self) -> None:
        self._end(self.serving)

    def _end(self, serving: dict[str, Any]) -> None:
        for plugin in serving.values():
            plugin.on_shutdown()


WAYS: tuple[Callable[[Life], None], ...] = (
    *(Life.plain, Life.plain, Life.whole, Life.parallel, Life.on_a_cluster, Life.at_once, Life.killed),
    *(Life.killed_beside, Life.upgraded, Life.downgraded, Life.later, Life.broken, Life.from_elsewhere),
    *(Life.spoilt, Life.served),
)  # fmt: skip


def _kill_at(number: int) -> None:
    """Ends this process, as a power cut would, at the n-th time that it is about to change a file."""
    left = [number]

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        writes = (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if writes or event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link"):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)

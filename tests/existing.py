"""Sites that somebody has already, as their owners wrote them before they heard of us."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from browsing import build
from sites import ARTICLE, ENGLISH, FOLDER, add_article

OURS = """\
  - sejajar:
      on_incomplete: ignore
"""
TERMS = "indonesian,english\nJawa Barat,West Java\nPangan,Food\nBandung,Bandung\nWarta Uji,Warta Uji\n"
REST = {
    "Pemerintah menargetkan 2 juta ton gabah.": "The government aims for 2 million tonnes of paddy.",
    "“Kami menunggu harga yang pantas,” kata Siti, dilansir Warta Uji.": (
        "“We are waiting for a fair price,” Siti said, according to Warta Uji."
    ),
    "Siti, petani": "Siti, a farmer",
}
"""Of ARTICLE what ENGLISH leaves out."""
RETRACTED = ARTICLE.replace("status: published", "status: retracted").replace("tags: [Pangan]\n", "")
RETRACTED_FOLDER = "content/2025/2025-03-06-ditarik"


@dataclass(frozen=True)
class Existing:
    """A site: its `mkdocs.yml`, of which `plugins:` is the last key, and its files."""

    settings: str
    files: dict[str, str] = field(default_factory=dict)
    ours: str = OURS
    """Our lines below its plugins."""
    in_git: bool = False

    def make(self, root: Path) -> Path:
        root.mkdir(parents=True)
        for name, text in {"mkdocs.yml": self.settings, **self.files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        if self.in_git:
            for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Situs"]):
                author = ["-c", "user.name=Siti", "-c", "user.email=siti@example.org"]
                subprocess.run(["git", *author, *command], cwd=root, check=True)
        return root

    def add_ours(self, root: Path) -> None:
        """Follows the guide: the plugin's lines, and the articles' folder."""
        (root / "mkdocs.yml").write_text(self.settings + self.ours, encoding="utf-8")
        add_article(root, FOLDER, ARTICLE, ENGLISH)
        add_article(root, RETRACTED_FOLDER, RETRACTED, {})
        glossary = (
            "indonesian,english\nJawa Barat,West Java\nPangan,Food\nBandung,Bandung\nWarta Uji,Warta Uji\n"
        )
        (root / "content/glossary.csv").write_text(glossary, encoding="utf-8")


@dataclass(frozen=True)
class Built:
    """A site as it was, and as it is with us."""

    before: Path
    after: Path


def built(site: Existing, root: Path) -> Built:
    """Builds the site strict, without us and with us."""
    site.make(root)
    build(root, root / "before")
    site.add_ours(root)
    build(root, root / "after")
    return Built(root / "before", root / "after")


PAGES = {
    "docs/index.md": "---\ntags: [Satu]\n---\n\n# Our old home\n\nOur page.\n\n## A heading\n\nText.\n",
    "docs/help/README.md": "# Help\n\nHow to [go home](../index.md).\n",
    "docs/about.md": "---\ntitle: About us\ndescription: Who we are\n---\n\nWho we are.\n",
}
HEAD = "site_name: Situs Lama\nsite_url: https://example.org/sejajar/\n"
THEME = "theme:\n  name: material\n  font: false\n  features: [navigation.instant, navigation.footer]\n"
SEARCH = "plugins:\n  - search\n"
BLOG = {
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/one.md": (
        "---\ndate: 2025-02-01\ncategories: [News]\ntags: [Satu]\n---\n\n# A post\n\nText.\n"
    ),
    "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
}
OWN_HEAD = '{% block extrahead %}{{ super() }}<meta name="x-own" content="1">{% endblock %}\n'
OVERRIDE = OWN_HEAD + "{% block announce %}PENGUMUMAN{% endblock %}\n"
PLAIN_OVERRIDE = (
    '{% block extrahead %}<meta name="x-own" content="1">{% endblock %}\n'
    '{% block content %}<div class="kami">{{ page.content }}</div>{% endblock %}\n'
    "{% block scripts %}{{ super() }}{% endblock %}\n"
)
WITH_BLOG = (
    HEAD
    + THEME
    + "  custom_dir: overrides\n"
    + "nav:\n  - Home: index.md\n  - Blog: blog/index.md\n  - Help: help/README.md\n"
    + "  - About: about.md\n  - Tags: tags.md\n"
    + SEARCH
    + "  - blog\n  - tags\n"
)
ENGLISH_ONLY = (
    HEAD
    + THEME.replace("material\n", "material\n  language: en\n  palette: {primary: teal}\n")
    + "markdown_extensions: [admonition, smarty, toc: {permalink: true}]\n"
    + SEARCH
)

SITES = {
    "plain": Existing(HEAD + THEME + SEARCH, PAGES),
    "blog, tags and an override of base.html": Existing(
        WITH_BLOG, PAGES | BLOG | {"overrides/main.html": '{% extends "base.html" %}\n' + OVERRIDE}
    ),
    "blog, tags and an override that keeps nothing of what it overrides": Existing(
        WITH_BLOG, PAGES | BLOG | {"overrides/main.html": '{% extends "base.html" %}\n' + PLAIN_OVERRIDE}
    ),
    "English only": Existing(ENGLISH_ONLY, PAGES),
    "addresses with .html": Existing(HEAD + "use_directory_urls: false\n" + THEME + SEARCH, PAGES),
    "awesome-nav and git dates": Existing(
        HEAD
        + THEME
        + SEARCH
        + "  - awesome-nav\n  - git-revision-date-localized:\n      enable_creation_date: true\n"
        + "      strict: true\n",
        PAGES | {"docs/.nav.yml": "nav:\n  - index.md\n  - About: about.md\n  - help\n"},
        in_git=True,
    ),
    "docs/en taken": Existing(
        HEAD + THEME + SEARCH,
        PAGES | {"docs/en/index.md": "# Our English pages\n", "docs/en/rules.md": "# Rules\n"},
        OURS + "      paths: {id: berita, en: news}\n",
    ),
}

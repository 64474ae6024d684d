"""Pages come from the model past Python-Markdown; what another plugin changes comes from MkDocs's own way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from browsing import build
from sites import make_site

ARTICLE = "en/2025/03/panen-raya/index.html"
HOOKS = {
    "markdown": 'def on_page_markdown(markdown, **_):\n    return markdown.replace("West Java", "*Java*")\n',
    "content": 'def on_page_content(html, **_):\n    return html.replace("West Java", "<em>Java</em>")\n',
}


def built(root: Path, hook: str = "") -> str:
    make_site(root)
    if hook:
        (root / "hook.py").write_text(HOOKS[hook], encoding="utf-8")
        config = (root / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(f"{config}hooks: [hook.py]\n", encoding="utf-8")
    build(root, root / "site")
    return body((root / "site" / ARTICLE).read_text(encoding="utf-8"))


def body(html: str) -> str:
    return html[html.index('<div class="sj-article"') : html.index("</article>")]


def test_a_plugin_that_changes_a_page_has_its_way(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Changed Markdown is converted, changed HTML kept; all else is, byte for byte, as without the plugin."""
    plain = built(tmp_path_factory.mktemp("plain"))
    assert "West Java" in plain
    for hook in HOOKS:
        changed = built(tmp_path_factory.mktemp(hook), hook)
        assert re.sub(r"<em>Java</em>|\*Java\*", "West Java", changed) == plain

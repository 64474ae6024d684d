"""Which template a name means: the site's own overrides come first, then ours, then the theme's."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import BaseLoader, BytecodeCache, Environment, FileSystemLoader, TemplateNotFound
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

_NAME = re.compile(r"(?:(?P<space>sejajar|site):(?P<first>\d+):)?(?P<name>.*)", re.S)
_EXTENDS = re.compile(r"""({%[-+]?\s*extends\s+["'])([^"']+)""")
Source = tuple[str, str | None, Callable[[], bool] | None]
OURS = "sejajar:0:"
"""Before a template's name: the one that our pages are rendered with, and everything that it includes."""


class Templates(BaseLoader):
    """Two spaces of names: the site's, unmarked, and ours (`sejajar:0:main.html`), which has our folder too.

    A template that extends its own name gets the next one of that name. So an override may extend
    `base.html`, as Material's documentation has it, or `main.html`: what it overrides comes next in the row.
    """

    def __init__(self, site: BaseLoader, folders: Sequence[str], ours: Sequence[str]) -> None:
        """`site`: what has loaded the site's templates; `folders`, `ours`: each space's, first come first."""
        self.site, self.folders = site, tuple(folders)
        self.rows = {
            "site": [FileSystemLoader(folder) for folder in folders],
            "sejajar": [FileSystemLoader(folder) for folder in ours],
        }

    def get_source(self, environment: Environment, template: str) -> Source:
        space, first, name = _parts(template)
        if not space:
            text, path, is_fresh = self.site.get_source(environment, name)
            folders = [Path(folder) / name for folder in self.folders]
            place = folders.index(Path(path)) if path and Path(path) in folders else 0
            return _leading_on(text, name, f"site:{place + 1}:"), path, is_fresh
        for place, loader in enumerate(self.rows[space][first:], first):
            with suppress(TemplateNotFound):
                text, path, is_fresh = loader.get_source(environment, name)
                return _leading_on(text, name, f"{space}:{place + 1}:"), path, is_fresh
        raise TemplateNotFound(name)

    def list_templates(self) -> list[str]:
        return self.site.list_templates()


def _leading_on(text: str, name: str, following: str) -> str:
    """A template's text; if it extends the name that it has itself, it extends the `following` one."""
    return _EXTENDS.sub(lambda tag: f"{tag[1]}{following}{tag[2]}" if tag[2] == name else tag[0], text, 1)


def _parts(template: str) -> tuple[str, int, str]:
    found = _NAME.fullmatch(template)
    assert found  # the pattern takes every text
    return found["space"] or "", int(found["first"] or 0), found["name"]


class Visible(FileSystemLoader):
    """The site's templates, listed without hidden folders.

    At each build MkDocs goes through the list for what a theme brings besides templates, past what is
    hidden; Material has fourteen thousand icons there.
    """

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for here, folders, names in os.walk(top, followlinks=self.followlinks):
                folders[:] = [folder for folder in folders if not folder.startswith(".")]
                below = Path(here).relative_to(top)
                found |= {(below / name).as_posix() for name in names if not name.startswith(".")}
        return sorted(found)


def list_visible(theme: Theme) -> None:
    """Has a theme's templates be listed so."""
    made = theme.get_env

    def get_env() -> Environment:
        environment = made()
        if type(environment.loader) is FileSystemLoader:
            environment.loader = Visible(theme.dirs)
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]


class Compiled(BytecodeCache):
    """Templates as they were compiled in this process: `serve` builds with the same ones again and again."""

    _known: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._known.get(f"{bucket.key} {bucket.checksum}")
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


Render = Callable[[str, Any], str]
"""One of our partials, by its name, with a page's context."""


def layer(environment: Environment, folders: Sequence[str], ours: Sequence[str]) -> Render:
    """Lets an environment know both spaces."""
    assert environment.loader
    environment.bytecode_cache = Compiled()
    environment.loader = Templates(environment.loader, folders, ours)

    def join_path(template: str, parent: str) -> str:
        is_ours = _parts(parent)[0] == "sejajar" and not _parts(template)[0]
        return f"{OURS}{template}" if is_ours else template

    def render(name: str, context: Any) -> str:
        return environment.get_template(f"{OURS}partials/{name}.html").render(context).strip()

    environment.join_path = join_path  # type: ignore[method-assign]
    return render


def with_additions(html: str, head: str, scripts: str) -> str:
    """A rendered page with what is ours in its head and at the end of its body, whatever made it."""
    before, mark, after = html.partition("</head>")
    html = f"{before}{head}\n{mark}{after}" if mark else f"{head}\n{html}"
    before, mark, after = html.rpartition("</body>")
    return f"{before}{scripts}\n{mark}{after}" if mark else f"{html}\n{scripts}"

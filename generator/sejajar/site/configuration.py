"""What `mkdocs.yml` says of the site, read without MkDocs where it would say the same."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import yaml

from sejajar.site import settings as settings_format
from sejajar.site.workspace import Site

_HOSTS = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}
"""What MkDocs takes for `edit_uri` where none is given."""
_ELSEWHERE = frozenset({"INHERIT", "hooks"})
"""Keys that bring in other files, which may say or do anything."""


class _UnsureError(Exception):
    """MkDocs has to say what this means, or what is wrong with it."""


def quick_site(config_file: Path) -> Site | None:
    """The site as MkDocs would read it; None where only MkDocs can tell, or has something to complain of.

    It takes ten times as long, most of it for what commands do not need. To it are left tags such as
    `!ENV`, `INHERIT`, `hooks`, plugins in another form than a list, and whatever is wrong in what we need.
    What we do not need (theme, extensions, other plugins) is not looked at: a build does that.
    """
    try:
        return _site(config_file)
    except (OSError, ValueError, yaml.YAMLError, RecursionError, _UnsureError):
        return None


def _site(config_file: Path) -> Site:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    options = yaml.load(config_file.read_bytes(), Loader=loader)
    if not isinstance(options, dict) or not all(isinstance(key, str) for key in options):
        raise _UnsureError
    if _ELSEWHERE & set(options):
        raise _UnsureError
    settings, mistakes = settings_format.read(_ours(options.get("plugins")))
    name = options.get("site_name")
    if mistakes or not isinstance(name, str):
        raise _UnsureError
    # As MkDocs has it: not resolved, the file itself is.
    folder = Path(os.path.abspath(config_file)).parent  # noqa: PTH100 (resolve() would follow links)
    repo_url = _address(options, "repo_url")
    return Site(
        config_file.resolve().parent,
        _docs(folder, _text(options, "docs_dir") if "docs_dir" in options else "docs"),
        settings,
        name=name,
        url=_address(options, "site_url", folder=True),
        repo_url=repo_url,
        edit_uri=_edit_uri(options, repo_url),
        description=_text(options, "site_description"),
        has_logo=_has_logo(options.get("theme")),
        directory_urls=_switch(options, "use_directory_urls"),
    )


def _has_logo(theme: Any) -> bool:
    icons = theme.get("icon") if isinstance(theme, dict) else None
    return isinstance(theme, dict) and bool(
        theme.get("logo") or (isinstance(icons, dict) and icons.get("logo"))
    )


def _ours(plugins: Any) -> Mapping[str, Any]:
    """The options of our own plugin, which stands once in a list."""
    if not isinstance(plugins, list):
        raise _UnsureError
    found: list[tuple[str, Any]] = []
    for plugin in plugins:
        if isinstance(plugin, str):
            name, options = plugin, None
        elif isinstance(plugin, dict) and len(plugin) == 1:
            name, options = next(iter(plugin.items()))
        else:
            raise _UnsureError
        if not isinstance(name, str):
            raise _UnsureError
        if name.rpartition("/")[2] == "sejajar":
            found.append((name, options))
    if len(found) != 1 or found[0][0] != "sejajar" or not isinstance(found[0][1], dict | None):
        raise _UnsureError
    return found[0][1] or {}


def _text(options: Mapping[str, Any], key: str) -> str:
    value = options.get(key)
    if value is not None and not isinstance(value, str):
        raise _UnsureError
    return value or ""


def _switch(options: Mapping[str, Any], key: str) -> bool:
    value = options.get(key, True)
    if not isinstance(value, bool):
        raise _UnsureError
    return value


def _address(options: Mapping[str, Any], key: str, *, folder: bool = False) -> str:
    value = _text(options, key)
    if not value:
        return ""
    parts = urlsplit(value)
    if not parts.scheme or not parts.netloc:
        raise _UnsureError
    if folder and not parts.path.endswith("/"):
        parts = parts._replace(path=f"{parts.path}/")
    return urlunsplit(parts)


def _edit_uri(options: Mapping[str, Any], repo_url: str) -> str:
    given = _text(options, "edit_uri")
    if options.get("edit_uri") is None and repo_url:
        given = _HOSTS.get(urlsplit(repo_url).netloc.lower(), "")
    return given and f"{given.removesuffix('/')}/"


def _docs(folder: Path, docs_dir: str) -> Path:
    """Raises where the folder is not there, or is that of mkdocs.yml."""
    docs = Path(os.path.abspath(folder / docs_dir))  # noqa: PTH100
    if not docs_dir or not docs.is_dir() or docs == folder:
        raise _UnsureError
    return docs

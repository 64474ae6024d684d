"""Where readers suggest a better translation: the edit form of a repository's host, or an address set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class _Host:
    word: str
    """In the host's name, since many run their own."""
    form: str


_HOSTS = (
    _Host("github", "edit/{branch}/{path}#L{line}"),
    _Host("gitlab", "-/edit/{branch}/{path}#L{line}"),
    _Host("codeberg", "_edit/{branch}/{path}#L{line}"),
    _Host("forgejo", "_edit/{branch}/{path}#L{line}"),
    _Host("gitea", "_edit/{branch}/{path}#L{line}"),
    _Host("bitbucket", "src/{branch}/{path}?mode=edit#lines-{line}"),
)
"""Each needs a branch: `HEAD` shows a file, but no form takes it. https://github.com/jupyter-book/mystmd/issues/2485
https://docs.github.com/en/repositories/working-with-files/managing-files/editing-files
https://docs.gitlab.com/user/project/repository/web_editor/"""
BRANCH = "main"
"""Where the site does not say which."""
_SUPPOSED = frozenset({"edit/master/docs/", "src/default/docs/"})
"""What MkDocs fills in for a site that says nothing of its branch."""

_BRANCH = re.compile(r"(?:^|/)(?:_?edit|blob|src/branch|src|tree|raw)/(?P<branch>[^/?#{}]+)")
"""In MkDocs's `edit_uri`: `edit/main/docs/`, `-/edit/trunk/docs/`, `src/default/docs/`."""


def suggestions(repo_url: str, edit_uri: str = "", address: str = "") -> str:
    """Where a suggestion goes: an address with `{path}` for the catalog and `{line}` for the line in it.

    `address` is the site's own, with or without these two; else it follows from the repository's, and from
    the branch that `edit_uri` names. Empty for a host that we do not know.
    """
    if address:
        return address
    found = None if edit_uri in _SUPPOSED else _BRANCH.search(edit_uri)
    name = (urlsplit(repo_url).hostname or "").casefold()
    host = next((host for host in _HOSTS if host.word in name), None)
    if not host:
        return ""
    form = host.form.replace("{branch}", found["branch"] if found else BRANCH)
    return f"{repo_url.rstrip('/').removesuffix('.git')}/{form}"


def suggestion(address: str, path: str) -> str:
    """The address of one catalog; `{line}` is still to be filled in, or taken out with `whole`."""
    return address.replace("{path}", quote(path))


def whole(address: str) -> str:
    """The address of the catalog and not of a line in it."""
    return re.sub(r"#[^#]*\{line\}[^#]*$", "", address).replace("{line}", "1")

"""Where a repository's host shows a file."""

from __future__ import annotations

from urllib.parse import urlsplit

_HOSTS = {"github": "blob/HEAD/", "gitlab": "-/blob/HEAD/"}
"""By a word in the host's name, since many run their own. Both show line 12 at `#L12`, and `HEAD` is whatever
branch is the default one:
https://docs.github.com/en/repositories/working-with-files/using-files/getting-permanent-links-to-files
https://docs.gitlab.com/user/project/repository/files/"""


def files_at(repo_url: str) -> str:
    """The address that a file's path is appended to; empty for a host that we do not know."""
    host = urlsplit(repo_url).hostname or ""
    folder = next((folder for word, folder in _HOSTS.items() if word in host), "")
    return f"{repo_url.rstrip('/').removesuffix('.git')}/{folder}" if folder else ""

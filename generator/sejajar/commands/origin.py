"""Where this Sejajar was installed from, so that a new site can have it from there as well."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from sejajar import __version__

WHEELS = "vendor"
"""The folder of a site for the wheel that it was made with: its hosts cannot reach the maker's disk."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A line for pip, and what a person should know of it."""

    requirement: str
    note: str
    wheel: Path | None = None
    """The file to be laid into the site."""


def origin() -> Origin:
    """As pip recorded it at the installation: PEP 610, `direct_url.json`."""
    try:
        recorded = distribution("sejajar").read_text("direct_url.json")
    except PackageNotFoundError:
        recorded = None
    return origin_of(json.loads(recorded)) if recorded else _index()


def origin_of(recorded: dict[str, Any]) -> Origin:
    """What a `direct_url.json` means for a new site."""
    url = str(recorded.get("url", ""))
    vcs, archive = recorded.get("vcs_info"), recorded.get("archive_info")
    if vcs:
        where = f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
        return Origin(f"sejajar @ {where}", "Exactly the commit that this site was made with.")
    path = Path(url2pathname(urlsplit(url).path)) if url.startswith("file:") else None
    if archive is not None and path is None:
        digest = (archive.get("hashes") or {}).get("sha256", "")
        note = "Exactly the file that this site was made with; pip checks its hash."
        return Origin(f"sejajar @ {url}" + (f"#sha256={digest}" if digest else ""), note)
    if archive is not None and path and path.suffix == ".whl" and path.is_file():
        note = "Exactly the wheel that this site was made with; git keeps it with the site."
        return Origin(f"./{WHEELS}/{path.name}", note, path)
    if path and path.exists():
        note = (
            "A place on the machine that this site was made on. For others, and for the workflow, name a\n"
            "# wheel or a repository instead, such as: sejajar @ git+https://example.org/sejajar.git"
        )
        return Origin(f"sejajar @ {path.resolve().as_uri()}", note)
    return _index()


def _index() -> Origin:
    note = "Where your package index does not have Sejajar, name its wheel or its repository instead."
    return Origin(f"sejajar{_range(__version__)}", note)


def _range(version: str) -> str:
    """The releases that a site made by this one works with, by the rules of semantic versions."""
    major, minor, *_ = (int(part) for part in re.findall(r"\d+", version))
    return f">={version},<{major + 1}" if major else f">={version},<0.{minor + 1}"

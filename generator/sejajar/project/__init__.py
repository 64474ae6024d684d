"""The verbs that both doors, the command line and MkDocs, call; each is loaded when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sejajar.importing import Given
    from sejajar.project.catalogs import Saved, Synced, save, sync
    from sejajar.project.desk import Desk, Parsed, Selection, Site, load, select
    from sejajar.project.fidelity import Checkup, checkup, published_findings
    from sejajar.project.finding import Finding, findable
    from sejajar.project.imports import Imported, import_pasted, set_aside, written
    from sejajar.project.lifecycle import Redirects, published, redirects, sound
    from sejajar.project.pages import Prepared, generate, prepare
    from sejajar.project.publishing import publication, publish, views
    from sejajar.project.reports import ArticleStatus, Report, check, incomplete, status
    from sejajar.project.sources import Web, expanded, is_address
    from sejajar.project.starting import Started, start

_PLACES = {
    "importing": "Given",
    "project.catalogs": "Saved Synced save sync",
    "project.desk": "Desk Parsed Selection Site load select",
    "project.fidelity": "Checkup checkup published_findings",
    "project.finding": "Finding findable",
    "project.imports": "Imported import_pasted set_aside written",
    "project.lifecycle": "Redirects published redirects sound",
    "project.pages": "Prepared generate prepare",
    "project.publishing": "publication publish views",
    "project.reports": "ArticleStatus Report check incomplete status",
    "project.sources": "Web expanded is_address",
    "project.starting": "Started start",
}
"""Where each is: `status` needs nothing that imports, searches or checks."""
_HOMES = {name: place for place, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"sejajar.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


__all__ = [
    "ArticleStatus",
    "Checkup",
    "Desk",
    "Finding",
    "Given",
    "Imported",
    "Parsed",
    "Prepared",
    "Redirects",
    "Report",
    "Saved",
    "Selection",
    "Site",
    "Started",
    "Synced",
    "Web",
    "check",
    "checkup",
    "expanded",
    "findable",
    "generate",
    "import_pasted",
    "incomplete",
    "is_address",
    "load",
    "prepare",
    "publication",
    "publish",
    "published",
    "published_findings",
    "redirects",
    "save",
    "select",
    "set_aside",
    "sound",
    "start",
    "status",
    "sync",
    "views",
    "written",
]

"""The verbs that both doors, the command line and MkDocs, call; each is loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sejajar.lazy import loading

if TYPE_CHECKING:
    from sejajar.build.checks import CheckResults, check_results
    from sejajar.build.cluster import ClusterError
    from sejajar.build.executors import chosen, executor
    from sejajar.build.finishing import Finished, finish
    from sejajar.build.now import Now, now, pictures
    from sejajar.build.pages import Prepared, generate, prepare
    from sejajar.build.publishing import offline, publish
    from sejajar.build.reading import Index
    from sejajar.build.redirects import Redirects, redirects
    from sejajar.build.release import release
    from sejajar.build.search import Finding, findable
    from sejajar.build.whole import SitePage, Whole
    from sejajar.commands.catalogs import Saved, Synced, save, sync
    from sejajar.commands.imports import Imported, import_pasted, labelled, set_aside, written
    from sejajar.commands.new_site import Started, start
    from sejajar.commands.reports import ArticleStatus, Report, check, status
    from sejajar.commands.sources import Web, expanded, is_address
    from sejajar.importing import Given
    from sejajar.site.lifecycle import published, sound
    from sejajar.site.workspace import Parsed, Selection, Site, Workspace, load, select
    from sejajar.site.zensical import zensical_problems

_PLACES = {
    "importing": "Given",
    "commands.catalogs": "Saved Synced save sync",
    "site.workspace": "Workspace Parsed Selection Site load select",
    "site.zensical": "zensical_problems",
    "build.checks": "CheckResults check_results",
    "build.search": "Finding findable",
    "commands.imports": "Imported import_pasted labelled set_aside written",
    "build.redirects": "Redirects redirects",
    "build.release": "release",
    "site.lifecycle": "published sound",
    "build.pages": "Prepared generate prepare",
    "build.reading": "Index",
    "build.cluster": "ClusterError",
    "build.executors": "chosen executor",
    "build.finishing": "Finished finish",
    "build.now": "Now now pictures",
    "build.publishing": "offline publish",
    "build.whole": "SitePage Whole",
    "commands.reports": "ArticleStatus Report check status",
    "commands.sources": "Web expanded is_address",
    "commands.new_site": "Started start",
}
"""Where each is: `status` needs nothing that imports, searches or checks."""
__getattr__ = loading(__name__, {f"sejajar.{room}": names for room, names in _PLACES.items()})


__all__ = [
    "ArticleStatus",
    "CheckResults",
    "ClusterError",
    "Finding",
    "Finished",
    "Given",
    "Imported",
    "Index",
    "Now",
    "Parsed",
    "Prepared",
    "Redirects",
    "Report",
    "Saved",
    "Selection",
    "Site",
    "SitePage",
    "Started",
    "Synced",
    "Web",
    "Whole",
    "Workspace",
    "check",
    "check_results",
    "chosen",
    "executor",
    "expanded",
    "findable",
    "finish",
    "generate",
    "import_pasted",
    "is_address",
    "labelled",
    "load",
    "now",
    "offline",
    "pictures",
    "prepare",
    "publish",
    "published",
    "redirects",
    "release",
    "save",
    "select",
    "set_aside",
    "sound",
    "start",
    "status",
    "sync",
    "written",
    "zensical_problems",
]

"""The verbs that both doors, the command line and MkDocs, call."""

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
from sejajar.project.start import Started, start

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

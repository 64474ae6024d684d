"""The English of one article: a gettext PO file with an entry a segment."""

from sejajar.catalogs.briefing import Briefing, Pair, briefing
from sejajar.catalogs.merge import merge
from sejajar.catalogs.sync import sync, sync_edit
from sejajar.formats.catalog import dumps, loads
from sejajar.model import Catalog, Entry, Stamp, State, accepts_machine, empty, filled, fingerprint, signed

__all__ = [
    "Briefing",
    "Catalog",
    "Entry",
    "Pair",
    "Stamp",
    "State",
    "accepts_machine",
    "briefing",
    "dumps",
    "empty",
    "filled",
    "fingerprint",
    "loads",
    "merge",
    "signed",
    "sync",
    "sync_edit",
]

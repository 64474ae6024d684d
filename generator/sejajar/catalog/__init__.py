"""The English of one article: a gettext PO file with an entry a segment."""

from sejajar.catalog.briefing import Briefing, Pair, briefing
from sejajar.catalog.entry import (
    Catalog,
    Entry,
    Stamp,
    State,
    accepts_machine,
    empty,
    filled,
    fingerprint,
    signed,
)
from sejajar.catalog.format import dumps, loads
from sejajar.catalog.merge import merge
from sejajar.catalog.sync import sync

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
]

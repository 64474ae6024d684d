"""From Indonesian to English by machine: engines, manners, guards, memory, and filling catalogs."""

from sejajar.translating.candidates import FLAGGED, LIKENESS, Engines, Flaw
from sejajar.translating.engines import ENGINES, engine
from sejajar.translating.fill import NotSavedError, fill
from sejajar.translating.memory import Memory, memory
from sejajar.translating.plan import Estimate, Plan, estimate, plan
from sejajar.translating.polite import Manners, Outside, Polite, Stopped
from sejajar.translating.summary import Progress, Summary
from sejajar.translating.translator import EngineError, Limits, Refusal, Translator, Usage
from sejajar.translating.wire import Timeouts

__all__ = [
    "ENGINES",
    "FLAGGED",
    "LIKENESS",
    "EngineError",
    "Engines",
    "Estimate",
    "Flaw",
    "Limits",
    "Manners",
    "Memory",
    "NotSavedError",
    "Outside",
    "Plan",
    "Polite",
    "Progress",
    "Refusal",
    "Stopped",
    "Summary",
    "Timeouts",
    "Translator",
    "Usage",
    "engine",
    "estimate",
    "fill",
    "memory",
    "plan",
]

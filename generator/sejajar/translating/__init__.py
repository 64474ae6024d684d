"""From Indonesian to English by machine: engines, their rate limits, guards, memory, and filling catalogs."""

from sejajar.translating.candidates import FLAGGED, LIKENESS, Candidate, Engines, Flaw
from sejajar.translating.engines import ENGINES, engine
from sejajar.translating.fill import IN_FLIGHT, NotSavedError, by_candidate, fill
from sejajar.translating.http import Timeouts
from sejajar.translating.memory import Memory, memory
from sejajar.translating.plan import Estimate, Plan, estimate, plan
from sejajar.translating.rate_limit import Outside, RateLimited, RetryPolicy, Stopped
from sejajar.translating.remote import remote
from sejajar.translating.segments import Translated
from sejajar.translating.summary import Progress, Summary
from sejajar.translating.translator import EngineError, Limits, Refusal, Translator, Usage

__all__ = [
    "ENGINES",
    "FLAGGED",
    "IN_FLIGHT",
    "LIKENESS",
    "Candidate",
    "EngineError",
    "Engines",
    "Estimate",
    "Flaw",
    "Limits",
    "Memory",
    "NotSavedError",
    "Outside",
    "Plan",
    "Progress",
    "RateLimited",
    "Refusal",
    "RetryPolicy",
    "Stopped",
    "Summary",
    "Timeouts",
    "Translated",
    "Translator",
    "Usage",
    "by_candidate",
    "engine",
    "estimate",
    "fill",
    "memory",
    "plan",
    "remote",
]

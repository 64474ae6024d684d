"""A pair as the page's script needs it: JSON, in the language of whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sejajar.bounds import one_line
from sejajar.build.checks import check_results
from sejajar.catalogs import Pair
from sejajar.checking import Finding, check_pair
from sejajar.commands.deciding import acceptable, machine_english, name_of, revision
from sejajar.commands.review import Look, Place, look
from sejajar.desk import body
from sejajar.desk.office import Office, Opened
from sejajar.formats.glossary import Glossary
from sejajar.i18n import gettext, translated
from sejajar.language.changes import Change, changes
from sejajar.language.inline import inline
from sejajar.model import Edition, Entry, Problem, Severity, State
from sejajar.site.workspace import Workspace

One = TypeVar("One", Finding, Problem)
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def all_pairs(office: Office, opened: Opened, edition: Edition | None = None) -> list[dict[str, Any]]:
    """Every pair of an article in reading order, briefly; with its HTML for an edition where one is named."""
    briefing, parsed = opened.briefing, opened.parsed
    if briefing is None or parsed is None:
        return []
    glossary = office.glossary
    workspace = Workspace({opened.path: parsed}, glossary, ())
    found = check_results(office.site, workspace).of[opened.path].by_pair
    written = body.by_pair(office, opened, edition) if edition else {}
    fit = set(acceptable(briefing, found))
    return [
        {
            **brief(pair),
            "number": number,
            "findings": [_finding(problem) for problem in _sorted(found.get(key, ()))],
            "acceptable": key in fit,
            "markup": written.get(name_of(key), ""),
        }
        for number, (key, pair) in enumerate(briefing.pairs.items(), 1)
    ]


def brief(pair: Pair) -> dict[str, Any]:
    """What a page shows of a pair that nobody works on."""
    entry = pair.entry
    return {
        "id": name_of(pair.segment.key),
        "kind": gettext(str(pair.segment.kind)),
        "state": str(entry.state),
        "signed": entry.signed,
        "said": said_of(entry),
        "anchor": entry.anchor or name_of(pair.segment.key),
        "revision": revision(entry),
        "indonesian": pair.segment.text,
        "english": entry.msgstr,
        "html": inline(entry.msgstr),
    }


def whole(office: Office, opened: Opened, place: Place, edition: Edition) -> dict[str, Any] | None:
    """A pair with all that helps to decide; None where it is gone."""
    briefing = opened.briefing
    seen = look(office.site, place, office.glossary)
    if briefing is None or not isinstance(seen, Look):
        return None
    entry = seen.pair.entry
    made = machine_english(office.site, briefing.catalog, entry, office.standing(opened.path), place)
    return {
        **brief(seen.pair),
        "markup": body.by_pair(office, opened, edition).get(name_of(place.key), ""),
        "findings": [_finding(found) for found in _sorted(seen.findings)],
        "terms": terms(seen.pair.segment.text, office.glossary),
        "source_changes": _changes(seen.source_changes),
        "english_changes": _changes(seen.english_changes),
        "approval": _approval(entry) if seen.approval_broken else "",
        "machine": {"text": made, "said": _made(entry), "changes": _changes(changes(made, entry.msgstr))}
        if made and made != entry.msgstr
        else None,
        "remarks": list(entry.comments),
        "silenced": [f"{code}: {reason}" for code, reason in entry.silenced],
        "refillable": entry.state is not State.REVIEWED,
    }


def findings(office: Office, indonesian: str, english: str) -> list[dict[str, str]]:
    """What the checks say of an English that is being typed."""
    found = check_pair(indonesian, one_line(english), office.glossary, office.codes)
    return [_finding(one) for one in _sorted(found)]


def terms(text: str, glossary: Glossary) -> list[dict[str, Any]]:
    """The glossary's terms in an Indonesian text, each once, with the forms that are right."""
    found = dict.fromkeys(match.term for match in glossary.find(text))
    return [
        {
            "indonesian": term.indonesian,
            "english": list(dict.fromkeys(form for form in term.accepted if form)),
            "note": term.note_en,
        }
        for term in found
    ]


def said_of(entry: Entry) -> str:
    """The state in words: `machine (google, 2026-11-23)`, `reviewed by Ana, 2026-11-24`."""
    if entry.signed and entry.reviewed:
        return gettext("signed by {0}, {1}").format(entry.reviewed.who, entry.reviewed.date)
    if entry.state is State.REVIEWED:
        return gettext("reviewed, but not signed")
    if entry.state is State.MACHINE and entry.machine:
        return _made(entry)
    return gettext(str(entry.state))


def _made(entry: Entry) -> str:
    if entry.machine is None:
        return gettext("machine")
    return gettext("machine ({0}, {1})").format(entry.machine.who, entry.machine.date)


def _approval(entry: Entry) -> str:
    stamp = entry.reviewed
    if stamp is None:
        return ""
    return gettext("Changed in the English since {0} approved it on {1}").format(stamp.who, stamp.date)


def _changes(found: Iterable[Change]) -> list[list[str]]:
    return [[change.old, change.new] for change in found]


def _finding(found: Finding | Problem) -> dict[str, str]:
    return {
        "severity": str(found.severity),
        "code": found.code,
        "message": translated(found.message),
        "hint": translated(found.hint),
    }


def _sorted(found: Iterable[One]) -> Sequence[One]:
    return sorted(found, key=lambda one: ORDER[one.severity])

"""A reviewer's spreadsheet: pairs out, decisions back in, none on what has changed since."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from sejajar import bounds, storage
from sejajar import catalogs as catalog_format
from sejajar.catalogs import Briefing
from sejajar.checking import DEFAULTS, Finding, switched
from sejajar.commands.review import (
    Accept,
    Decision,
    Edit,
    NeedsWork,
    decided,
    silencing,
    unanswered,
    with_remark,
)
from sejajar.commands.spreadsheet_rows import COLUMNS, Row, as_written, fits, problem
from sejajar.commands.spreadsheet_rows import loads as loads
from sejajar.formats import tables
from sejajar.formats.glossary import Glossary
from sejajar.model import Entry, Problem, State, fingerprint, has_errors
from sejajar.site.workspace import Site, Workspace

DECISIONS: Mapping[str, Decision | None] = MappingProxyType(
    {
        "": None,
        "accept": Accept(),
        "setuju": Accept(),
        "needs-work": NeedsWork(),
        "perlu-perbaikan": NeedsWork(),
    }
)
"""What may stand in the column `decision`, in both languages."""

_LOST = re.compile(r"\w\?\w")
"""What is left of a letter that a code page lacks."""
WIDTHS = (24, 12, 10, 12, 60, 60, 40, 14, 30, 30)
"""Of the columns, in characters."""


def rows(workspace: Workspace, codes: frozenset[str] = DEFAULTS) -> Iterator[tuple[str, ...]]:
    """The names of the columns, and all pairs of a desk in the order of paths and of reading.

    The column `findings` names the errors by the rules of `codes` that whoever accepts a pair has to answer.
    """
    yield COLUMNS
    for briefing in workspace.briefings:
        for pair in briefing.pairs.values():
            entry = pair.entry
            yield (
                briefing.article.folder,
                f"{entry.anchor} {fingerprint(entry.msgid, entry.msgstr)}",
                pair.segment.kind,
                entry.state,
                entry.msgid,
                entry.msgstr,
                _told(unanswered(entry, workspace.glossary, codes)),
                *("", "", ""),
            )


def _told(found: Iterable[Finding]) -> str:
    return "; ".join(f"{finding.code}: {finding.message}" for finding in found)


def dumps(workspace: Workspace, delimiter: str = ",", codes: frozenset[str] = DEFAULTS) -> str:
    """All pairs as CSV, for Excel and LibreOffice."""
    return tables.as_csv(rows(workspace, codes), delimiter)


def workbook(workspace: Workspace, codes: frozenset[str] = DEFAULTS) -> bytes:
    """All pairs as an Excel workbook. Raises MissingLibraryError, and TooLongError."""
    return tables.as_workbook(rows(workspace, codes), WIDTHS)


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a spreadsheet's rows: every row is counted once."""

    accepted: int = 0
    edited: int = 0
    """Another English, or a remark alone."""
    marked: int = 0
    unchanged: int = 0
    """Rows that say nothing, or nothing new."""
    refused: int = 0
    written: tuple[str, ...] = ()
    """Catalogs; with `dry_run` those that would be."""
    problems: tuple[Problem, ...] = ()


Verdict = Entry | Problem | None
"""The entry as the row would have it, why that cannot be, or that it is so already."""


def apply(
    site: Site,
    workspace: Workspace,
    data: bytes,
    path: str,
    name: str,
    date: dt.date,
    *,
    dry_run: bool = False,
    delimiter: str = "",
) -> Applied:
    """Carries the decisions of a spreadsheet into the catalogs. Each row stands or falls by itself.

    A row is refused, and named with its line, if its Indonesian or its English on the disk is not what was
    exported, if there is no such pair, or if it says what cannot be. Applying twice is applying once.
    Raises MissingLibraryError.
    """
    found, problems = loads(data, path, delimiter)
    briefings = {
        unicodedata.normalize("NFC", briefing.article.folder): briefing for briefing in workspace.briefings
    }
    ruling = _Ruling(path, name, date, workspace.glossary, switched(site.settings.checks))
    by_article: dict[str, list[Row]] = {}
    for row in found:
        by_article.setdefault(row.article, []).append(row)
    done: list[tuple[Row, Verdict]] = []
    written = []
    for folder, own in by_article.items():
        briefing = briefings.get(folder)
        verdicts = _verdicts(own, briefing, workspace, ruling)
        changed = [verdict for verdict in verdicts if isinstance(verdict, Entry)]
        if briefing and changed:
            if dry_run or _save(site, workspace, briefing, changed):
                written.append(briefing.catalog.path)
            else:
                message = f"{briefing.catalog.path} was saved by somebody else at this very moment"
                busy = problem(path, own[0].line, "busy", message, "apply the file again")
                verdicts = [busy if isinstance(verdict, Entry) else verdict for verdict in verdicts]
        done += zip(own, verdicts, strict=True)
    refused = [verdict for _, verdict in done if isinstance(verdict, Problem)]
    everything = tuple(sorted({*problems, *refused}, key=lambda one: one.location))
    return replace(_counted(done), written=tuple(written), problems=everything)


def _counted(done: list[tuple[Row, Verdict]]) -> Applied:
    decisions = [DECISIONS[row.decision] for row, verdict in done if isinstance(verdict, Entry)]
    return Applied(
        accepted=sum(isinstance(decision, Accept) for decision in decisions),
        edited=decisions.count(None),
        marked=sum(isinstance(decision, NeedsWork) for decision in decisions),
        unchanged=sum(verdict is None for _, verdict in done),
        refused=sum(isinstance(verdict, Problem) for _, verdict in done),
    )


def _save(site: Site, workspace: Workspace, briefing: Briefing, changed: list[Entry]) -> bool:
    before = workspace.parsed[briefing.article.path].source.catalog_text
    text = catalog_format.dumps(briefing.catalog.updated(changed))
    return storage.exchange(site.root, briefing.catalog.path, before, text)


@dataclass(frozen=True, slots=True)
class _Ruling:
    """What all rows are judged by."""

    path: str
    """The spreadsheet's."""
    name: str
    date: dt.date
    glossary: Glossary
    codes: frozenset[str]

    def unanswered(self, entry: Entry) -> tuple[Finding, ...]:
        return unanswered(entry, self.glossary, self.codes)


def _verdicts(
    rows: list[Row], briefing: Briefing | None, workspace: Workspace, ruling: _Ruling
) -> list[Verdict]:
    """One for each row of one article."""
    path = ruling.path
    if briefing is None or has_errors(workspace.parsed[briefing.article.path].problems):
        known = any(key.startswith(f"{rows[0].article}/") for key in workspace.parsed)
        message = (
            f"{rows[0].article} has errors" if known else f"there is no article {rows[0].article or '(none)'}"
        )
        hint = "fix what `sejajar check` says, and apply the file again" if known else "export anew"
        code = "broken" if known else "unknown"
        return [problem(path, row.line, code, message, hint) if row.says_something else None for row in rows]
    entries = {pair.entry.anchor: pair.entry for pair in briefing.pairs.values()}
    first: dict[str, int] = {}
    verdicts: list[Verdict] = []
    for row in rows:
        if entry := entries.get(row.anchor):
            row = as_written(row, entry)
        if not row.says_something:
            verdicts.append(None)
        elif entry is None:
            message = f"{row.article} has no pair “{row.anchor}” any more"
            verdicts.append(problem(path, row.line, "unknown", message, "export anew"))
        elif (line := first.setdefault(row.anchor, row.line)) != row.line:
            message = f"line {line} decides on the same pair"
            verdicts.append(problem(path, row.line, "twice", message, "keep one of the two rows"))
        else:
            verdicts.append(_judged(row, entry, ruling))
    return verdicts


def _judged(row: Row, entry: Entry, ruling: _Ruling) -> Verdict:
    path, name, date = ruling.path, ruling.name, ruling.date
    if why := _refusal(row, entry):
        code, message, hint = why
        return problem(path, row.line, code, message, hint, entry.msgid)
    decision = DECISIONS[row.decision]
    new = decided(entry, Edit(row.english), name, date)
    found = ruling.unanswered(new) if isinstance(decision, Accept) else ()
    if found and not row.reason:
        message = f"the checks find an error in this English: {_told(found)}"
        hint = "correct it, or write into the column reason why it is right as it is"
        return problem(path, row.line, "reason", message, hint, entry.msgid)
    if decision:
        new = decided(new, decision, name, date)
    if found:
        new = silencing(new, found, row.reason)
    elif row.reason and row.reason not in (reason for _, reason in new.silenced):
        new = with_remark(new, row.reason, name, date)  # it answers nothing, but somebody has written it
    new = with_remark(new, row.remark, name, date)
    if new == entry:
        return None
    if entry.signed and not new.signed and row.state != State.REVIEWED and entry.reviewed:
        message = f"{entry.reviewed.who} has signed this pair since the export"
        hint = "talk to each other, then export anew"
        return problem(path, row.line, "signed", message, hint, entry.msgid)
    return new


def _refusal(row: Row, entry: Entry) -> tuple[str, str, str] | None:
    """Code, message and hint, where the row cannot be carried out on this entry."""
    disk_as_exported = fingerprint(entry.msgid, entry.msgstr) == row.hash
    if row.decision not in DECISIONS:
        allowed = ", ".join(word for word in DECISIONS if word)
        return "decision", f"“{row.decision}” is no decision", f"write one of {allowed}, or nothing"
    if found := bounds.CONTROL.search(row.english + row.remark):
        message = f"there is an invisible control character in the row, {bounds.named(found[0])}"
        return "character", message, "delete it, or type the cell anew"
    if len(row.english) > bounds.ENGLISH:
        message = f"the English has {len(row.english):,} characters, and {bounds.ENGLISH:,} are the most"
        return "size", message, "shorten it, or divide the paragraph in the article"
    if row.indonesian != entry.msgid and disk_as_exported:
        hint = "undo that; what is wrong in the Indonesian is corrected in the article"
        return "source", "the Indonesian was changed in the spreadsheet", hint
    if row.indonesian != entry.msgid:
        hint = f"export anew; it reads now: “{entry.msgid}”"
        return "source", "the Indonesian has changed since the export", hint
    if not disk_as_exported and row.english != entry.msgstr:
        hint = f"export anew; it reads now: “{entry.msgstr}”"
        return "english", "the English has changed since the export", hint
    lossy = row.narrow and row.english != entry.msgstr
    if lossy and (not fits(entry.msgstr) or _LOST.search(row.english)):
        message = "the code page of this file has lost letters of the English"
        return "encoding", message, "save the spreadsheet as CSV UTF-8"
    if not row.english and entry.msgstr:
        hint = "put it back; what is wrong is marked as needs-work"
        return "empty", "the English was taken out, and a spreadsheet deletes nothing", hint
    if not row.english and isinstance(DECISIONS[row.decision], Accept):
        return "empty", "there is no English to accept", "write it into the column english"
    return None

"""A reviewer's spreadsheet: pairs out as CSV, decisions back in, none on what has changed since."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from sejajar import catalog as catalog_format
from sejajar import storage
from sejajar.catalog import Briefing, Entry, State, fingerprint
from sejajar.catalog.entry import one_line
from sejajar.model import Location, Problem, Severity, has_errors
from sejajar.project.desk import Desk, Site
from sejajar.project.review import Accept, Decision, Edit, NeedsWork, decided, with_remark

COLUMNS = ("article", "key", "kind", "state", "indonesian", "english", "decision", "remark")
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

_BOM = "\ufeff"
"""Without it Excel takes the file for the machine's old code page."""
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; see OWASP, CSV Injection. `unguarded` undoes it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def dumps(desk: Desk) -> str:
    """All pairs of a desk as CSV, in the order of paths and of reading, for Excel and LibreOffice."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for briefing in desk.briefings:
        for pair in briefing.pairs.values():
            entry = pair.entry
            cells = (
                briefing.article.folder,
                f"{entry.anchor} {fingerprint(entry.msgid, entry.msgstr)}",
                pair.segment.kind,
                entry.state,
                entry.msgid,
                entry.msgstr,
                "",
                "",
            )
            writer.writerow(map(guarded, cells))
    return _BOM + out.getvalue()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a spreadsheet that somebody has been through."""

    line: int
    """1-based, in the file; where the row begins."""
    article: str
    anchor: str
    hash: str
    """Over both texts as they were exported."""
    indonesian: str
    english: str
    state: str
    decision: str
    remark: str

    @property
    def says_something(self) -> bool:
        """A row that came back as it went out does not."""
        as_exported = fingerprint(self.indonesian, self.english) == self.hash
        return bool(self.decision or self.remark) or not as_exported


def loads(text: str, path: str) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a spreadsheet, saved with commas, semicolons or tabs, its columns in any order."""
    text = text.removeprefix(_BOM)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        if missing := [name for name in COLUMNS if name not in names and name != "kind"]:
            message = f"there is no column {' and no column '.join(missing)}"
            hint = "export anew, and keep the first line as it is"
            return (), (_problem(path, 1, "columns", message, hint),)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_row(dict(zip(names, cells, strict=False)), line))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "save the spreadsheet as CSV UTF-8 again"
        return (), (_problem(path, line, "syntax", f"this is no CSV: {error}", hint),)
    return tuple(rows), ()


def _row(cells: Mapping[str, str], line: int) -> Row:
    def cell(name: str) -> str:
        return unguarded(cells.get(name, "").strip())

    anchor, _, hash_ = cell("key").rpartition(" ")
    decision = re.sub(r"[\s_]+", "-", cell("decision").lower())
    english = one_line(cell("english"))
    return Row(
        line=line,
        article=cell("article").strip("/"),
        anchor=anchor.strip(),
        hash=hash_,
        indonesian=cell("indonesian"),
        english=english,
        state=cell("state"),
        decision=decision,
        remark=one_line(cell("remark")),
    )


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
    site: Site, desk: Desk, text: str, path: str, name: str, date: dt.date, *, dry_run: bool = False
) -> Applied:
    """Carries the decisions of a spreadsheet into the catalogs. Each row stands or falls by itself.

    A row is refused, and named with its line, if its Indonesian or its English on the disk is not what was
    exported, if there is no such pair, or if it says what cannot be. Applying twice is applying once.
    """
    rows, problems = loads(text, path)
    briefings = {briefing.article.folder: briefing for briefing in desk.briefings}
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    done: list[tuple[Row, Verdict]] = []
    written = []
    for folder, own in by_article.items():
        briefing = briefings.get(folder)
        verdicts = _verdicts(own, briefing, desk, path, name, date)
        changed = [verdict for verdict in verdicts if isinstance(verdict, Entry)]
        if briefing and changed:
            if dry_run or _save(site, desk, briefing, changed):
                written.append(briefing.catalog.path)
            else:
                message = f"{briefing.catalog.path} was saved by somebody else at this very moment"
                busy = _problem(path, own[0].line, "busy", message, "apply the file again")
                verdicts = [busy if isinstance(verdict, Entry) else verdict for verdict in verdicts]
        done += zip(own, verdicts, strict=True)
    found = [verdict for _, verdict in done if isinstance(verdict, Problem)]
    everything = tuple(sorted({*problems, *found}, key=lambda problem: problem.location))
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


def _save(site: Site, desk: Desk, briefing: Briefing, changed: list[Entry]) -> bool:
    before = desk.parsed[briefing.article.path].source.catalog_text
    text = catalog_format.dumps(briefing.catalog.updated(changed))
    return storage.exchange(site.root / briefing.catalog.path, before, text)


def _verdicts(
    rows: list[Row], briefing: Briefing | None, desk: Desk, path: str, name: str, date: dt.date
) -> list[Verdict]:
    """One for each row of one article."""
    if briefing is None or has_errors(desk.parsed[briefing.article.path].problems):
        known = any(key.startswith(f"{rows[0].article}/") for key in desk.parsed)
        message = (
            f"{rows[0].article} has errors" if known else f"there is no article {rows[0].article or '(none)'}"
        )
        hint = "mend what `sejajar check` says, and apply the file again" if known else "export anew"
        code = "broken" if known else "unknown"
        return [_problem(path, row.line, code, message, hint) if row.says_something else None for row in rows]
    entries = {pair.entry.anchor: pair.entry for pair in briefing.pairs.values()}
    first: dict[str, int] = {}
    verdicts: list[Verdict] = []
    for row in rows:
        entry = entries.get(row.anchor)
        if not row.says_something:
            verdicts.append(None)
        elif entry is None:
            message = f"{row.article} has no pair “{row.anchor}” any more"
            verdicts.append(_problem(path, row.line, "unknown", message, "export anew"))
        elif (line := first.setdefault(row.anchor, row.line)) != row.line:
            message = f"line {line} decides on the same pair"
            verdicts.append(_problem(path, row.line, "twice", message, "keep one of the two rows"))
        else:
            verdicts.append(_judged(row, entry, path, name, date))
    return verdicts


def _judged(row: Row, entry: Entry, path: str, name: str, date: dt.date) -> Verdict:
    if why := _refusal(row, entry):
        code, message, hint = why
        return _problem(path, row.line, code, message, hint, entry.msgid)
    decision = DECISIONS[row.decision]
    new = decided(entry, Edit(row.english), name, date)
    if decision:
        new = decided(new, decision, name, date)
    new = with_remark(new, row.remark, name, date)
    if new == entry:
        return None
    if entry.signed and not new.signed and row.state != State.REVIEWED and entry.reviewed:
        message = f"{entry.reviewed.who} has signed this pair since the export"
        hint = "talk to each other, then export anew"
        return _problem(path, row.line, "signed", message, hint, entry.msgid)
    return new


def _refusal(row: Row, entry: Entry) -> tuple[str, str, str] | None:
    """Code, message and hint, where the row cannot be carried out on this entry."""
    disk_as_exported = fingerprint(entry.msgid, entry.msgstr) == row.hash
    if row.decision not in DECISIONS:
        allowed = ", ".join(word for word in DECISIONS if word)
        return "decision", f"“{row.decision}” is no decision", f"write one of {allowed}, or nothing"
    if row.indonesian != entry.msgid and disk_as_exported:
        hint = "undo that; what is wrong in the Indonesian is corrected in the article"
        return "source", "the Indonesian was changed in the spreadsheet", hint
    if row.indonesian != entry.msgid:
        hint = f"export anew; it reads now: “{entry.msgid}”"
        return "source", "the Indonesian has changed since the export", hint
    if not disk_as_exported and row.english != entry.msgstr:
        hint = f"export anew; it reads now: “{entry.msgstr}”"
        return "english", "the English has changed since the export", hint
    if not row.english and entry.msgstr:
        hint = "put it back; what is wrong is marked as needs-work"
        return "empty", "the English was taken out, and a spreadsheet deletes nothing", hint
    if not row.english and isinstance(DECISIONS[row.decision], Accept):
        return "empty", "there is no English to accept", "write it into the column english"
    return None


def _problem(path: str, line: int, code: str, message: str, hint: str, segment: str = "") -> Problem:
    return Problem(Location(path, line), Severity.ERROR, f"csv-{code}", message, hint, segment)

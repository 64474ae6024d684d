"""What a reviewer sees of a pair, as lines for a terminal of any width. No input, and no output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from wcwidth import clip, ljust, width, wrap

from sejajar.checking import Why
from sejajar.cli.printing import COLOURS, count, styled
from sejajar.commands.review import Look
from sejajar.commands.session import Session
from sejajar.i18n import N_, gettext, translated
from sejajar.language.changes import Change, marked
from sejajar.model import Entry, State
from sejajar.visible import visible

KEYS = (
    ("a", N_("accept")),
    ("e", N_("edit")),
    ("n", N_("needs work")),
    ("s", N_("skip")),
    ("b", N_("back")),
    ("q", N_("quit")),
)
BESIDE = 100
"""Columns from which the two texts stand side by side."""
_WIDEST = 160
_STATE_COLOURS = {State.STALE: "yellow", State.NEEDS_WORK: "yellow", State.REVIEWED: "green"}


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on."""

    columns: int
    colour: bool

    @property
    def columns_used(self) -> int:
        return max(20, min(self.columns, _WIDEST))

    def styled(self, text: str, **style: bool | str) -> str:
        return styled(text, **style) if self.colour else visible(text)

    def wrapped(self, text: str, indent: str = "  ", columns: int = 0) -> list[str]:
        columns = columns or self.columns_used
        return wrap(text, columns, initial_indent=indent, subsequent_indent=indent) or [indent]


def columns(text: str) -> int:
    """That a text takes on a terminal: some letters take two."""
    return width(text)


def padded(text: str, columns: int) -> str:
    return ljust(text, columns)


def pair_lines(look: Look, session: Session, paper: Paper) -> list[str]:
    """The whole of a pair: where it is, both texts, what has changed, findings, remarks."""
    lines = [*_head(look, session, paper), *_risk(session, paper), ""]
    lines += _texts(look, paper)
    if look.source_changes:
        title = gettext("Changed in the Indonesian since this English was made")
        lines += _section(title, _difference(look.source_changes, paper), paper)
    if look.approval_broken:
        lines += _approval(look, paper)
    if look.findings:
        lines += ["", *_findings(look, paper)]
    if look.pair.entry.comments:
        lines += _section(gettext("Remarks"), map(visible, look.pair.entry.comments), paper)
    return lines


def _head(look: Look, session: Session, paper: Paper) -> Iterator[str]:
    if session.notice:
        yield from paper.wrapped(paper.styled(translated(session.notice), fg="yellow", bold=True), "")
    entry = look.pair.entry
    place = gettext("{0} of {1}").format(session.at + 1, len(session.places))
    room = paper.columns_used - len(place) - 2
    title = _clipped(visible(look.title), room)
    yield paper.styled(ljust(title, room), bold=True) + "  " + place
    state = paper.styled(translated(_state(entry)), fg=_STATE_COLOURS.get(entry.state, "cyan"))
    where = visible(f"{look.catalog}:{entry.line}" if entry.line else look.catalog)
    line = f"{gettext(str(look.pair.segment.kind))} · {state}"
    if width(line) + width(where) + 3 <= paper.columns_used:
        yield f"{line} · {paper.styled(where, dim=True)}"
        return
    yield from wrap(line, paper.columns_used)
    # its end tells more than its beginning
    short = where if width(where) <= paper.columns_used else "…" + where[1 - paper.columns_used :]
    yield paper.styled(short, dim=True)


def _risk(session: Session, paper: Paper) -> Iterator[str]:
    """Why this pair is to be read, the weightiest reason first."""
    reasons = [gettext(_WHY[reason.why]).format(reason.number) for reason in session.place.risk.reasons]
    if reasons:
        words = gettext("read it well: {0}").format("; ".join(reasons))
        yield from paper.wrapped(paper.styled(words, dim=True), "")


_WHY = {
    Why.ERRORS: N_("errors found: {0}"),
    Why.WARNINGS: N_("warnings: {0}"),
    Why.DIFFERS: N_("a second engine differs (likeness {0} %)"),
    Why.LOST: N_("markup, figures or terms were lost"),
    Why.STALE: N_("its source has changed"),
    Why.FIGURES: N_("figures: {0}"),
    Why.LENGTH: N_("{0} words"),
}


def _clipped(text: str, columns: int) -> str:
    return text if width(text) <= columns else clip(text, 0, columns - 1) + "…"


def _state(entry: Entry) -> str:
    """`machine (google, 2026-11-23)`, `reviewed, but not signed`."""
    if entry.signed and entry.reviewed:
        return f"reviewed by {entry.reviewed.who}, {entry.reviewed.date}"
    if entry.state is State.REVIEWED:
        return "reviewed, but not signed"
    if entry.state is State.MACHINE and entry.machine:
        return f"machine ({entry.machine.who}, {entry.machine.date})"
    return str(entry.state)


def _texts(look: Look, paper: Paper) -> list[str]:
    indonesian = visible(look.pair.segment.text)
    english = visible(look.pair.entry.msgstr) or paper.styled(gettext("(none yet: e to write it)"), dim=True)
    if paper.columns_used < BESIDE:
        return [
            *_section(gettext("Indonesian"), [indonesian], paper)[1:],
            *_section(gettext("English"), [english], paper),
        ]
    half = (paper.columns_used - 2) // 2
    columns = [
        [paper.styled(gettext(name), dim=True), *paper.wrapped(text, columns=half)]
        for name, text in (("Indonesian", indonesian), ("English", english))
    ]
    return [f"{ljust(left, half)}  {right}" for left, right in zip_longest(*columns, fillvalue="")]


def _section(title: str, texts: Iterable[str], paper: Paper) -> list[str]:
    lines = ["", *paper.wrapped(paper.styled(title, dim=True), "")]
    for text in texts:
        lines += paper.wrapped(text)
    return lines


def _difference(found: Sequence[Change], paper: Paper) -> list[str]:
    """In colours where there are any, else in wdiff's marks."""
    if not paper.colour:
        return [visible(marked(tuple(found)))]
    parts = []
    for change in found:
        if change.same:
            parts.append(visible(change.new))
        else:
            old = styled(change.old, fg="red", strikethrough=True) if change.old else ""
            new = styled(change.new, fg="green", underline=True) if change.new else ""
            # apart, for terminals that cannot strike through
            parts.append(f"{old} {new}" if old and new else old + new)
    return ["".join(parts)]


def _approval(look: Look, paper: Paper) -> list[str]:
    stamp = look.pair.entry.reviewed
    title = f"Changed in the English since {stamp.who} approved it on {stamp.date}" if stamp else ""
    if look.english_changes:
        return _section(translated(title), _difference(look.english_changes, paper), paper)
    missing = gettext("The approved text is neither in the file nor in git's history of it.")
    return _section(translated(title), [missing], paper)


def _findings(look: Look, paper: Paper) -> Iterator[str]:
    for finding in look.findings:
        severity = paper.styled(str(finding.severity), fg=COLOURS[finding.severity])
        hint = f"; {translated(finding.hint)}" if finding.hint else ""
        yield from wrap(
            severity + visible(f" {finding.code}: {translated(finding.message)}{hint}"),
            paper.columns_used,
            subsequent_indent="  ",
        )


def footer(paper: Paper, more: bool) -> list[str]:
    """The keys, and whether there is more to see below."""
    keys = "  ".join(f"{paper.styled(key, bold=True)} {gettext(word)}" for key, word in KEYS)
    below = paper.styled(gettext("space: more below"), fg="yellow")
    return wrap(f"{keys}  {below}" if more else keys, paper.columns_used)


def summary(session: Session) -> str:
    """What the session came to, in one line."""
    unseen = len(session.places) - session.at
    left = f"; {count(unseen, 'pair')} not looked at" if unseen else ""
    return (
        f"{count(session.accepted, 'pair')} accepted, {session.edited} edited, "
        f"{session.marked} marked as needs-work{left}"
    )

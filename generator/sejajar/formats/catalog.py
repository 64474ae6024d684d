"""The PO file as text: `loads` and `dumps`. The one file that knows polib."""

from __future__ import annotations

import re
from collections.abc import Iterable

import polib

from sejajar import bounds
from sejajar.bounds import clean, short, unbroken
from sejajar.formats import comments as marks
from sejajar.formats import normal_form
from sejajar.formats.normal_form import Item
from sejajar.model import Catalog, Entry, Key, Location, Problem, Severity, empty
from sejajar.model.catalogs import HEADER, cleaned, united

_TEXT_LINE = re.compile(
    r"(?P<mark>#~\||#\||#~)?\s*(?:(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*)?"
    r'(?P<text>"(?:[^"\\]++|\\.)*+")'
)
_COMMENT = re.compile(r"#(?P<mark>[.,:=]?)\s?(?P<text>.*)")
_POLIB_LINE = re.compile(r"\(line (\d+)\)")
_PRELUDE = 'msgid ""\nmsgstr ""\n'
_MOST_SYNTAX_PROBLEMS = 10


class _Text(str):
    """Text whose only line break is a line feed, as for gettext; `str` also breaks at U+2028 and others."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        *lines, last = self.split("\n")
        return [f"{line}\n" if keepends else line for line in lines] + ([last] if last else [])


class _File(polib.POFile):
    """polib's file without its search for a header: as a dictionary the header would lose its order."""

    def find(self, *_args: object, **_options: object) -> None:
        return None


def loads(text: str, path: str) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Read a PO file; path is for messages. The catalog is None where the syntax is broken."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        hint = (
            "it is taken for a new one; if there was English in it, get it back from the repository's history"
        )
        return empty(path), (_problem(path, 0, "po-empty", "the catalog is empty", hint, Severity.WARNING),)
    if len(text) > bounds.CATALOG:
        message = f"the catalog has {len(text):,} characters, and {bounds.CATALOG:,} are the most"
        return None, (_problem(path, 0, "too-long", message, "divide its article into several"),)
    if known := normal_form.items(text):
        return _catalog(known, path)
    if problem := _endless(text.split("\n"), path):
        return None, (problem,)
    lines, problems = _checked_lines(text.split("\n"), path)
    if problems:
        return None, problems
    try:
        # The prelude makes polib give the first comments to the first entry even if it is no header.
        file = polib.pofile(_Text(_PRELUDE + "\n".join(lines)), klass=_File, encoding="utf-8")
    except OSError as error:
        return None, (_misplaced(error, lines, path),)
    found = list(file)[1:]
    for item in found:
        item.linenum = (item.linenum or 0) - _PRELUDE.count("\n")
    return _catalog(found, path)


def _problem(
    path: str, line: int, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(Location(path, line), severity, code, message, hint)


def _syntax(path: str, line: int, message: str, hint: str) -> Problem:
    return _problem(path, line, "po-syntax", message, hint)


_QUOTES = 'a text stands between two quotes, and a quote inside it is written \\"'
_ORDER = "an entry is msgctxt, msgid and msgstr, in this order, after its comments"


_CONTINUED = re.compile(r'(?:#~\||#\||#~)?\s*"')
_BEGUN = re.compile(r"(?:#~\||#\||#~)?\s*msg")


def _endless(lines: list[str], path: str) -> Problem | None:
    """The first text or comment that goes on for ever: polib's time grows with the square of its lines."""
    characters = comments = 0
    for number, line in enumerate(lines, 1):
        begun = _BEGUN.match(line)
        if begun or _CONTINUED.match(line):
            characters = len(line) + (0 if begun else characters)
            comments = 0
        else:
            comments += line.startswith("#")
        if characters > 3 * bounds.ENGLISH:  # written with escapes
            message = f"this text has more than {bounds.ENGLISH:,} characters"
            return _problem(path, number, "too-long", message, "divide the paragraph in the article")
        if comments > bounds.COMMENTS:
            message = f"there are more than {bounds.COMMENTS:,} lines of comment on one entry"
            return _problem(path, number, "too-long", message, "delete what nobody needs any more")
    return None


def _checked_lines(lines: list[str], path: str) -> tuple[list[str], tuple[Problem, ...]]:
    """The lines in the one spelling that polib knows, and what it would misread in silence.

    polib takes a missing quote's place for the quote, and drops an entry that has no msgstr.
    """
    cleaned: list[str] = []
    problems: list[Problem] = []
    unanswered = 0
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if match := _TEXT_LINE.fullmatch(line):
            mark, word, text = match["mark"] or "", match["word"] or "", match["text"]
            if not mark.endswith("|") and word == "msgid":
                if unanswered:
                    problems.append(_syntax(path, unanswered, "this msgid has no msgstr", _ORDER))
                unanswered = number
            elif word.startswith("msgstr"):
                unanswered = 0
            # polib skips `#~|`; the entry itself says that it is obsolete
            mark = mark.replace("#~|", "#|")
            cleaned.append(" ".join(part for part in (mark, word, text) if part))
        elif not line or line == "#~":
            cleaned.append("")
        elif line.startswith(("#~", "#|")) or not (match := _COMMENT.fullmatch(line)):
            problems.append(
                _syntax(path, number, f"this line is no comment and no text: {short(line)}", _QUOTES)
            )
        else:
            # `#=` is what gettext 0.23 and later write for some flags
            cleaned.append(f"#{match['mark'].replace('=', ',')} {match['text']}")
    if unanswered:
        problems.append(_syntax(path, unanswered, "this msgid has no msgstr", _ORDER))
    if problems and not any(line.startswith("msgid") for line in cleaned):
        hint = "restore it from the repository's history, or delete it and run `sejajar sync`"
        return [], (_syntax(path, 0, "this is not a PO file", hint),)
    return cleaned, _most(problems, path)


def _most(problems: list[Problem], path: str) -> tuple[Problem, ...]:
    """The first of very many: a file that was cut up has one on each line."""
    problems.sort(key=lambda problem: problem.location)
    more = len(problems) - _MOST_SYNTAX_PROBLEMS
    if more <= 0:
        return tuple(problems)
    rest = _syntax(path, problems[-more].location.line, f"and {more} more lines like these", _QUOTES)
    return (*problems[:-more], rest)


def _misplaced(error: OSError, lines: list[str], path: str) -> Problem:
    match = _POLIB_LINE.search(str(error))
    number = int(match[1]) - _PRELUDE.count("\n") if match else 0
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    return _syntax(path, number, f"this line stands where it cannot: {short(line)}", _ORDER)


def _catalog(found: Iterable[polib.POEntry | Item], path: str) -> tuple[Catalog, tuple[Problem, ...]]:
    problems: list[Problem] = []
    header: tuple[str, ...] | None = None
    header_comments: tuple[str, ...] = ()
    foreign: list[str] = []
    entries: dict[Key, Entry] = {}
    obsolete: dict[Key, Entry] = {}
    for item in found:
        if not item.msgid and item.msgctxt is None and header is None:
            header = tuple(line.strip() for line in item.msgstr.split("\n") if line.strip())
            header_comments = tuple(item.tcomment.split("\n")) if item.tcomment else ()
        elif isinstance(item, polib.POEntry) and (problem := _unusable(item, path)):
            problems.append(problem)
            foreign.append(_po(item))
        else:
            entry = _entry(item, path, problems)
            group = obsolete if item.obsolete else entries
            if entry.key in entries and not item.obsolete:
                problems.append(_duplicate(entry, entries[entry.key], path))
            older = group.get(entry.key)
            group[entry.key] = united(older, entry) if older else entry
    for key in entries.keys() & obsolete.keys():
        entries[key] = united(obsolete.pop(key), entries[key])
    problems += _charset(header or (), path)
    catalog = Catalog(
        path,
        tuple(entries.values()),
        tuple(obsolete.values()),
        _completed(header or ()),
        header_comments,
        tuple(foreign),
    )
    return catalog, tuple(sorted(problems, key=lambda problem: problem.location))


def _unusable(item: polib.POEntry, path: str) -> Problem | None:
    line = item.linenum or 0
    if not item.msgid:
        return _syntax(path, line, "this entry has an empty msgid", _ORDER)
    if item.msgid_plural or item.msgstr_plural:
        message = f"the entry “{short(item.msgid)}” has a plural, which no segment has"
        hint = "delete it, or give it a single msgid and msgstr"
        return _problem(path, line, "po-plural", message, hint)
    return None


def _duplicate(entry: Entry, first: Entry, path: str) -> Problem:
    message = (
        f"a second entry for the {entry.context} “{short(entry.msgid)}”, which line {first.line} has already"
    )
    return _problem(
        path, entry.line, "po-duplicate", message, "keep one of the two: msgfmt refuses the file too"
    )


def _completed(header: tuple[str, ...]) -> tuple[str, ...]:
    names = {line.partition(":")[0].lower() for line in header}
    missing = (line for line in HEADER if line.partition(":")[0].lower() not in names)
    return (*header, *missing)


def _charset(header: Iterable[str], path: str) -> Iterable[Problem]:
    for line in header:
        match = re.search(r"^content-type:.*charset=([^\s;]*)", line, re.IGNORECASE)
        if match and match[1].lower() not in ("utf-8", "utf8"):
            message = f"the header says charset={match[1]}, but catalogs are UTF-8"
            yield _problem(path, 0, "po-charset", message, "convert it with `msgconv --to-code=UTF-8`")


def _entry(item: polib.POEntry | Item, path: str, problems: list[Problem]) -> Entry:
    """An entry from polib's, its translator comments read."""
    plain = item.msgstr.isascii() and item.msgstr.isprintable()  # most are, and need no second look
    msgstr = item.msgstr.strip() if plain else unbroken(item.msgstr)
    entry = Entry(
        context=item.msgctxt or "",
        msgid=item.msgid,
        msgstr=msgstr,
        fuzzy=item.fuzzy and bool(msgstr),
        previous=item.previous_msgid or "",
        flags=tuple(dict.fromkeys(flag for flag in item.flags if flag and flag != "fuzzy")),
        line=item.linenum or 0,
    )
    if item.tcomment:
        lines = (_cleaned_line(line) for line in item.tcomment.split("\n"))
        entry, malformed = marks.read(entry, [line for line in lines if line])
        for wrong in malformed:
            message = f"“# {short(wrong.line)}” is not understood and stays an ordinary comment"
            hint = f"a line like “{wrong.example}” is"
            problems.append(_problem(path, entry.line, "po-comment", message, hint, Severity.WARNING))
    if not plain or len(msgstr) > bounds.ENGLISH:
        problems += _unfit(entry, path)
    return cleaned(entry)


def _cleaned_line(line: str) -> str:
    return (line if line.isascii() and line.isprintable() else clean(line)).rstrip()


def _unfit(entry: Entry, path: str) -> Iterable[Problem]:
    """What an English text may hold no more than an Indonesian one."""
    for character in dict.fromkeys(bounds.CONTROL.findall(entry.msgstr)):
        message = f"there is an invisible control character in the English, {bounds.named(character)}"
        yield _problem(path, entry.line, "control-character", message, "delete it")
    if len(entry.msgstr) > bounds.ENGLISH:
        message = f"the English has {len(entry.msgstr):,} characters, and {bounds.ENGLISH:,} are the most"
        yield _problem(path, entry.line, "too-long", message, "divide the paragraph in the article")


def dumps(catalog: Catalog) -> str:
    """The catalog as a PO file, byte for byte as `msgcat --no-wrap` prints it."""
    header = polib.POEntry(msgid="", msgstr=_Text("".join(f"{line}\n" for line in catalog.header)))
    blocks = [_comment_lines(catalog.header_comments) + _po(header)]
    blocks += [_dumped(entry, obsolete=False) for entry in catalog.entries]
    blocks += catalog.foreign
    blocks += [_dumped(entry, obsolete=True) for entry in catalog.obsolete]
    return "\n".join(blocks)


def _dumped(entry: Entry, obsolete: bool) -> str:
    fuzzy = ["fuzzy"] if entry.fuzzy and entry.msgstr else []
    item = polib.POEntry(
        msgctxt=_Text(entry.context) if entry.context else None,
        msgid=_Text(entry.msgid),
        msgstr=_Text(entry.msgstr),
        flags=[*fuzzy, *entry.flags],
        previous_msgid=_Text(entry.previous) if entry.previous and not obsolete else None,
        obsolete=obsolete,
    )
    return _comment_lines(marks.written(entry, obsolete)) + _po(item)


def _comment_lines(lines: Iterable[str]) -> str:
    """A backslash at the end gets a space: gettext would take the next line for a part of the comment."""
    marked = (f"# {line}".rstrip() for line in lines)
    return "".join(f"{line} \n" if line.endswith("\\") else f"{line}\n" for line in marked)


def _po(item: polib.POEntry) -> str:
    """The entry as PO text, unwrapped, with a line feed at its end."""
    return item.__unicode__(0)

"""The foot of an article: what was corrected, which terms it explains, whose text it is, whose facts."""

from __future__ import annotations

from sejajar.language.inline import link, literal
from sejajar.language.wording import long_date, say
from sejajar.model import Reference, Source, Status
from sejajar.rendering.article.pair import pair
from sejajar.rendering.html.markup import Element, Node, element
from sejajar.site.notes import note_id, note_of
from sejajar.site.repository import whole
from sejajar.site.view import View


def corrections(view: View) -> Element | None:
    items = view.briefing.article.metadata.corrections
    if not items:
        return None
    retracted = view.briefing.article.metadata.status is Status.RETRACTED
    name = say(view.edition, "retracted-reason" if retracted else "corrections")
    label = element("p", name, class_="sj-label")
    rows: list[Node] = []
    for item in items:
        day = element("time", long_date(item.date, view.edition), datetime=item.date.isoformat())
        rows += [element("p", day, class_="sj-day"), pair(view, item.text)]
    return element("section", label, *rows, class_="sj-corrections", aria_label=name)


def explained(view: View) -> Element | None:
    """The notes on the terms that the text marks; the script shows each where its term stands."""
    if not view.notes.terms:
        return None
    rows: list[Node] = []
    for term in view.notes.terms:
        name: list[Node] = [element("span", literal(term.indonesian), lang="id")]
        if term.english.casefold() != term.indonesian.casefold():
            name += [" ", element("span", literal(term.english), class_="sj-english", lang="en")]
        note = element("dd", literal(note_of(term, view.edition)))
        rows.append(element("div", element("dt", *name), note, id=note_id(term)))
    summary = element("summary", view.say("terms-here"))
    return element("details", summary, element("dl", *rows), class_="sj-terms")


def sources(view: View) -> Element | None:
    """The tags are below the article, where they lead to their pages."""
    metadata = view.briefing.article.metadata
    rows: list[Node] = []
    if metadata.source:
        rows += [element("dt", view.say("source")), element("dd", *_source(view, metadata.source))]
    if metadata.references:
        items = (element("dd", *_reference(view, item)) for item in metadata.references)
        rows += [element("dt", view.say("references")), *items]
    if view.extras.suggest:
        words = link(whole(view.extras.suggest), view.say("suggest"), class_="sj-suggestion")
        rows += [element("dt", view.say("translation")), element("dd", words)]
    return element("dl", *rows, class_="sj-sources") if rows else None


def _source(view: View, source: Source) -> list[Node]:
    nodes: list[Node] = [_named(view.outlet(source.outlet), source.url)]
    nodes += [f", {literal(source.author)}"] if source.author else []
    note = literal(source.rights) if source.rights else view.say("source-note")
    return [*nodes, " ", element("span", note, class_="sj-rights")]


def _reference(view: View, reference: Reference) -> list[Node]:
    named = _named(view.outlet(reference.outlet), reference.url)
    return [named, ", ", element("cite", literal(reference.title))] if reference.title else [named]


def _named(outlet: str, url: str) -> str:
    return link(url, literal(outlet))

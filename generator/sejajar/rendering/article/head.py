"""The head of an article: where, when, who; the title in both languages; how much a person has checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sejajar.language.inline import inline, literal
from sejajar.language.wording import in_sentence, long_date, long_moment, reviewed, say
from sejajar.model import Kind, Status
from sejajar.rendering.article.pair import EXCEPTIONAL, anchor, findings, gap, glyph, name_of
from sejajar.rendering.html.markup import Element, Node, element, link, spaced
from sejajar.site.addresses import MEANINGS, PLACES, other
from sejajar.site.publication import modified
from sejajar.site.view import View

MOST_SIGNERS = 4
"""Whom the head of an article names; each has a page besides."""


def head(view: View) -> Element:
    title = view.briefing.article.title
    own, own_language = view.own(title)
    there = other(view.edition)
    counterpart = view.text(title, there) if own_language == view.edition else ""
    subtitle = (
        element("p", inline(counterpart), class_="sj-subtitle", lang=there)
        if counterpart
        else element("p", view.say(gap(view, title)), class_="sj-subtitle sj-gap")
    )
    heading = element("h1", inline(own), id=anchor(view, title), lang=own_language)
    return element(
        "div",
        _draft(view),
        _dateline(view),
        heading,
        element("div", subtitle, data_side=there if counterpart else None, data_nosnippet=""),
        _headline_state(view),
        findings(view, title),
        _people(view),
        _progress(view),
        _meanings(view),
        class_="sj-head",
        data_pair=name_of(view, title),
    )


def _headline_state(view: View) -> Element | None:
    """In whole words, where the English headline stands; what it lacks is said in its place."""
    state = view.caveat(view.briefing.article.title, "en")
    if not state or not view.english(view.briefing.article.title):
        return None
    words = view.say("headline-state", state=in_sentence(say(view.edition, f"{state}-note")))
    return element("p", glyph(state), words, class_="sj-headline-state", data_state=state)


def _draft(view: View) -> Element | None:
    if view.briefing.article.metadata.status is not Status.DRAFT:
        return None
    moment = view.briefing.article.metadata.publish_at  # kept only where it will publish the article
    badge = element("strong", view.say("scheduled" if moment else "draft"))
    note = (
        view.say("scheduled-note", moment=long_moment(moment, view.edition))
        if moment
        else view.say("draft-note")
    )
    return element("p", badge, " ", note, class_="sj-draft")


def _dateline(view: View) -> Element:
    metadata = view.briefing.article.metadata
    items: list[Node] = []
    if metadata.place:
        items.append(element("span", literal(view.name(metadata.place)), class_="sj-place"))
    day = long_date(metadata.date, view.edition)
    items.append(element("time", day, datetime=metadata.date.isoformat()))
    if metadata.source:
        items.append(element("span", literal(view.outlet(metadata.source.outlet)), class_="sj-outlet"))
    if metadata.updated or metadata.corrections:  # a correction is a change whether or not `updated` says so
        changed = modified(metadata)
        day = view.say("updated", date=long_date(changed, view.edition))
        items.append(element("time", day, datetime=changed.isoformat(), class_="sj-updated"))
    return element("p", *spaced(items), class_="sj-dateline")


def _people(view: View) -> Element | None:
    metadata = view.briefing.article.metadata
    groups = (
        ("by", metadata.authors),
        ("translated-by", metadata.translators),
        ("edited-by", metadata.editors),
    )
    said = [
        element("span", *_sentence(view, key, [_person(view, name) for name in names]))
        for key, names in groups
        if names
    ]
    if view.extras.signers:
        said.append(element("span", *_sentence(view, "signed-by", _signers(view))))
    return element("p", *spaced(said), class_="sj-people") if said else None


def _sentence(view: View, key: str, names: Sequence[Node]) -> list[Node]:
    """The words around a list of names that may be links."""
    before, after = say(view.edition, key, names="\0").split("\0")
    listed: list[Node] = []
    for name in names:
        listed += [", ", name] if listed else [name]
    space = " " if before.endswith(" ") else ""
    return [node for node in (literal(before) + space, *listed, literal(after)) if node != ""]


def _person(view: View, name: str) -> Node:
    slug = view.extras.people.get(name)
    return link(PLACES.person(view.edition, slug), literal(name)) if slug else literal(name)


def _signers(view: View) -> list[Node]:
    """Those who signed most, with how many passages."""
    first, rest = view.extras.signers[:MOST_SIGNERS], len(view.extras.signers[MOST_SIGNERS:])
    named: list[Node] = []
    for part in first:
        words = view.say("signed-count", name=part.who.name, count=part.signed, total=part.passages)
        named.append(link(PLACES.person(view.edition, part.who.slug), words))
    return [*named, view.say("signed-rest", count=rest)] if rest else named


def _progress(view: View) -> Element:
    segments = view.briefing.article.segments
    states = Counter(view.state(segment) for segment in segments)
    words = literal(reviewed(view.edition, states["reviewed"], states.total()))
    said = element("span", words, class_="sj-reviewed")
    legend = [_key(view, state, states[state]) for state in EXCEPTIONAL if states[state]]
    return element("p", *spaced([said, *legend]), class_="sj-progress")


def _meanings(view: View) -> Element:
    """What *reviewed* and *signed* mean, for who asks."""
    keys = ("means-reviewed", "means-signed") if view.extras.signers else ("means-reviewed",)
    more = link(f"{PLACES.status(view.edition)}#{MEANINGS}", view.say("means-more"))
    return element(
        "details",
        element("summary", view.say("means-short")),
        *(element("p", view.say(key)) for key in keys),
        element("p", more),
        class_="sj-means",
        data_nosnippet="",
    )


def _key(view: View, state: str, count: int) -> Element:
    """How many passages are in a state, with the way to the first that can be seen."""
    words = (glyph(state), view.say(state), f" {count}")
    found = (
        anchor(view, segment)
        for segment in view.briefing.article.segments
        if segment.kind != Kind.ALT and view.state(segment) == state
    )
    first = next(filter(None, found), None)
    if not first:
        return element("span", *words, class_="sj-key", data_state=state)
    return element("a", *words, href=f"#{first}", class_="sj-key", data_state=state)

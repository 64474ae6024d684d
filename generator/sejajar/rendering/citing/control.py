"""How to cite an article, below it: the styles to read and copy, and files for programs. Needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from sejajar.language.inline import literal
from sejajar.language.wording import say
from sejajar.rendering.citing.formats import bibtex, csl_json, ris
from sejajar.rendering.citing.styles import Entry, apa, chicago
from sejajar.rendering.citing.work import Work, works
from sejajar.rendering.html.markup import Element, Node, element, spaced
from sejajar.rendering.machine.article_data import data_addresses
from sejajar.site.publication import Publication
from sejajar.site.view import View

STYLES = {"APA": apa, "Chicago": chicago}
FILES = {
    "BibTeX": ("bib", "application/x-bibtex", bibtex),
    "RIS": ("ris", "application/x-research-info-systems", ris),
    "CSL-JSON": ("json", "application/vnd.citationstyles.csl+json", csl_json),
}
"""By the format's name: the suffix, the media type, and what writes it."""


def citing(view: View) -> Element | None:
    """None where the site has no address, or the article is not out."""
    if view.extras.publication is None:
        return None
    found = works(view, view.extras.publication)
    if not found:
        return None
    nodes: list[Node] = [element("summary", view.say("cite"))]
    for work in found:
        lang = work.edition if work.edition != view.edition else None
        label = literal(say(work.edition, "cite-edition"))
        nodes.append(element("div", element("p", label, class_="sj-label"), *_work(work), lang=lang))
    nodes.append(_data(view, view.extras.publication) or "")
    return element("details", *nodes, class_="sj-citing", data_nosnippet="")


def _data(view: View, publication: Publication) -> Element | None:
    if not view.extras.data or view.briefing.article.metadata.confidential:
        return None
    links = (element("a", name, href=address) for name, address in data_addresses(view, publication).items())
    return element("p", *spaced([f"{view.say('cite-data')}:", *links]), class_="sj-files")


@lru_cache(maxsize=8)  # each edition's page cites both editions
def _work(work: Work) -> tuple[Element, ...]:
    return tuple(_described(work))


def _described(work: Work) -> Iterator[Element]:
    for name, style in STYLES.items():
        yield element("p", element("strong", name), " ", _entry(style(work)), class_="sj-cited")
    label = literal(say(work.edition, "cite-files"))
    links = (_file(work, name) for name in FILES)
    yield element("p", *spaced([f"{label}:", *links]), class_="sj-files")


def _entry(entry: Entry) -> Element:
    """The parts as a reader sees them; the script says on which day."""
    return element(
        "span",
        _kept(entry.before),
        element("em", literal(entry.italic)),
        _kept(entry.after),
        element("span", data_accessed=entry.accessed),
        literal(entry.url),
        entry.end,
    )


def _kept(text: str) -> str:
    """HTML of a text with the spaces that part it from its neighbours."""
    inside = text.strip()
    return text.replace(inside, literal(inside)) if inside else ""


def _file(work: Work, name: str) -> Element:
    """A link that holds its file: it comes without a network too, and no page has six files beside it."""
    suffix, kind, made = FILES[name]
    data = quote(made(work), safe="/:;,=@!$'()*+?-._~")
    return element("a", name, href=f"data:{kind};charset=utf-8,{data}", download=f"{work.key}.{suffix}")

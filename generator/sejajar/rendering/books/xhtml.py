"""Our tree of a page as XML, made fit for a book: EPUB knows no HTML but the XML kind.

Element names carry no namespace in between; the root that is written says which they are in.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html import unescape
from html.entities import html5

from sejajar.rendering.html.markup import Form, Node, Place, write
from sejajar.rendering.machine.xml_text import FORBIDDEN, append_text, clean

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
OPS = "http://www.idpf.org/2007/ops"
XLINK = "http://www.w3.org/1999/xlink"

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_NUMBERED = re.compile(r"&#(?:[0-9]+|[xX][0-9A-Fa-f]+);")
_XML = ("amp", "lt", "gt", "quot", "apos")
_LAYOUT = {"data-side", "data-state", "data-edition", "data-align"}
"""Of the data that a page carries for scripts what a book's style sheet goes by."""
_UNBOOKISH = ("loading", "rel", "class_", "target", "decoding", "fetchpriority", "tabindex", "markdown")


def parsed(node: Node) -> ET.Element:
    """A tree of ours as XML; its links and pictures are named as from the site's root."""
    html = _NAMED.sub(_numbered, write(node, Form.HTML, Place()))
    html = _NUMBERED.sub(lambda found: found[0] if FORBIDDEN.search(unescape(found[0])) is None else "", html)
    root = ET.fromstring(f'<body xmlns:xlink="{XLINK}">{clean(html)}</body>')
    for one in root.iter():
        one.tag = one.tag.rpartition("}")[2]
        for name in list(one.attrib):
            if name.startswith(f"{{{XLINK}}}"):
                one.attrib[f"xlink:{name.rpartition('}')[2]}"] = one.attrib.pop(name)
    first = root[0]
    first.tail = None
    return first


def _numbered(found: re.Match[str]) -> str:
    """XML knows five names; the others are HTML's."""
    if found[1] in _XML or f"{found[1]};" not in html5:
        return found[0] if found[1] in _XML else f"&amp;{found[1]};"
    return "".join(f"&#{ord(char)};" for char in html5[f"{found[1]};"])


def el(name: str, /, *children: ET.Element | str | None, **attributes: str | None) -> ET.Element:
    """An element with text and elements in it. `class_` is `class`, `epub__type` is `epub:type`."""
    made = ET.Element(name)
    for key, value in attributes.items():
        if value is not None:
            made.set(key.rstrip("_").replace("__", ":").replace("_", "-"), clean(value))
    if "lang" in made.attrib:
        made.set("xml:lang", made.attrib["lang"])
    for child in children:
        if isinstance(child, str):
            append_text(made, child)
        elif child is not None:
            made.append(child)
    return made


def classes(one: ET.Element) -> list[str]:
    return one.get("class", "").split()


def having(root: ET.Element, class_: str) -> Iterator[ET.Element]:
    return (one for one in root.iter() if class_ in classes(one))


def without(root: ET.Element, unwanted: Callable[[ET.Element], bool]) -> None:
    """Takes elements out with all that is in them; the text after each stays."""
    for parent in list(root.iter()):
        for child in list(parent):
            if unwanted(child):
                index = list(parent).index(child)
                parent.remove(child)
                if child.tail and index:
                    parent[index - 1].tail = (parent[index - 1].tail or "") + child.tail
                elif child.tail:
                    parent.text = (parent.text or "") + child.tail


def put_first(parent: ET.Element, child: ET.Element) -> None:
    child.tail, parent.text = parent.text, None
    parent.insert(0, child)


def neutral(root: ET.Element) -> None:
    """Takes off what is for a browser's scripts, says languages as XML does, and what is SVG."""
    for one in root.iter():
        for name in list(one.attrib):
            if name in _UNBOOKISH or (name.startswith("data-") and name not in _LAYOUT):
                del one.attrib[name]
        if "lang" in one.attrib:
            one.set("xml:lang", one.attrib["lang"])
        if one.tag == "svg":
            one.set("xmlns", SVG)
            one.set("xmlns:xlink", XLINK)


def serialized(root: ET.Element) -> str:
    """An element as XML in which none but void elements close themselves: readers of HTML go by that."""
    return _CLOSED.sub(_opened, ET.tostring(root, encoding="unicode"))


def _opened(found: re.Match[str]) -> str:
    return found[0] if found[1] in _VOID else f"<{found[1]}{found[2]}></{found[1]}>"


_CLOSED = re.compile(r"<([\w:.-]+)([^<>]*?) />")
"""An empty element; in values of attributes both brackets are written as references."""
_VOID = frozenset({"br", "col", "hr", "img", "link", "meta", "wbr"})

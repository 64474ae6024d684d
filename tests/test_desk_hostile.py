"""Texts that want to be more than text, in every field of the desk that takes one: shown, and never run."""

from __future__ import annotations

import base64
import html as entities
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from lxml import html as markup  # type: ignore[import-untyped]
from playwright.sync_api import Browser as Chromium

from desks import Answer, Browser, Running, article_of, on_screen, ready, running, site_at
from hostile import PAYLOADS
from sejajar.formats import article as article_format
from sites import ARTICLE, FOLDER

FIELDS = (
    "date", "status", "publish_at", "updated", "place", "authors", "translators", "editors", "tags",
    "aliases", "source_outlet", "source_url", "source_author", "source_rights", "reference_outlet_0",
    "reference_url_0", "reference_title_0", "correction_date_0", "correction_text_0", "confidential",
)  # fmt: skip
TEXTS = (
    "place",
    "source_outlet",
    "source_author",
    "source_rights",
    "reference_outlet_0",
    "reference_title_0",
)
"""Those that take any text."""
ASKED = ("text", "title", "outlet", "url", "place", "tags", "date", "address", "filename")
OURS = "".join(line for line in ARTICLE.splitlines(keepends=True) if not line.startswith("source:"))
PATH = f"{FOLDER}/article.id.md"
HERE = article_of(FOLDER)
PASTED = """\
Pasar ikan dibuka lagi {title}

JAKARTA, Warta Uji - Pasar ikan dibuka lagi pada Kamis (6/3/2025) setelah tiga bulan.

{text}

Banyak pedagang datang sejak pagi hari, kata Siti.
"""
LOADED = ("script", "img", "iframe", "object", "embed", "link", "video", "audio", "source", "image")
ELSEWHERE = re.compile(r"\s*(?:[\w+.-]+:|[/\\]{2})")
HOVERED = "for (const one of document.querySelectorAll('*')) one.dispatchEvent(new Event('mouseover'))"
OWN = ("/", "#", "?", "data:image/")


def harmless(text: str) -> None:
    """A page, or a part of one, in which nothing runs, loads or leads where the desk did not mean it to."""
    for element in markup.document_fromstring(f"<div>{text}</div>" if text.strip() else "<p></p>").iter():
        if not isinstance(element.tag, str):
            continue
        attributes = {name.lower(): value for name, value in element.attrib.items()}
        assert element.tag not in ("iframe", "object", "embed", "base", "style", "svg", "math", "marquee"), (
            text
        )
        assert element.tag != "script" or (
            attributes.get("src", "").startswith("/static/") and not element.text
        )
        assert element.tag != "meta" or "http-equiv" not in attributes
        assert not [name for name in attributes if name.startswith("on")], attributes
        assert "style" not in attributes
        assert "autofocus" not in attributes
        if element.tag in LOADED:
            for place in (attributes.get("src", ""), attributes.get("href", "")):
                assert not ELSEWHERE.match(place) or place.startswith("data:image/"), text
        if element.tag == "form":
            assert attributes.get("action", "/").startswith("/")
        address = attributes.get("href", "").strip().lower()
        assert (
            address.startswith((*OWN, "http://", "https://", "mailto:")) or not address or ":" not in address
        )


def checked(answer: Answer) -> Answer:
    """An answer that is harmless as what it says it is; nothing went wrong within the desk."""
    assert answer.status < 500, answer.text
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/html"):
        harmless(answer.text)
    elif kind.startswith("application/json"):
        for text in within(answer.told):
            harmless(text)
    return answer


def within(told: Any) -> Iterator[str]:
    """The HTML in an answer for the page's script, which puts it into the page."""
    match told:
        case dict():
            yield from (told[name] for name in ("html", "markup") if isinstance(told.get(name), str))
            for value in told.values():
                yield from within(value)
        case list():
            for value in told:
                yield from within(value)


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Running]:
    site = site_at(tmp_path, OURS)
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.name", "Meja")
    git(tmp_path, "config", "user.email", "meja@example.org")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Mulai")
    with running(site) as found:
        yield found


def value_of(page: Answer, name: str) -> str:
    """What a form's field holds."""
    for found in markup.document_fromstring(page.text).xpath(f"//*[@name='{name}']"):
        return str(found.get("value") if found.tag == "input" else found.text or "")
    return ""


def sent(ana: Browser, path: str, **fields: str) -> Answer:
    return checked(ana.send(path, urlencode(fields)))


def form(ana: Browser, path: str, act: str, **fields: str) -> Answer:
    """A form filled in and sent, as it was shown the moment before."""
    return sent(ana, f"{HERE}{act}", revision=value_of(checked(ana.get(path)), "revision"), **fields)


def pairs(ana: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = checked(ana.get(f"{HERE}pairs")).told["pairs"]
    return found


def pages(ana: Browser) -> None:
    """Everything that there is to see, as it is now."""
    for path in (
        "/?state=all",
        "/name",
        HERE,
        f"{HERE}?edition=en",
        f"{HERE}metadata",
        f"{HERE}file",
        "/changes",
    ):
        answer = checked(ana.get(path))
        assert answer.status == 200, path
    pairs(ana)


def test_no_field_of_a_pair_makes_markup(desk: Running) -> None:
    """The Indonesian, the English, a reason, a remark; what is refused is quoted in messages."""
    ana = desk.browser()
    first, second, *_, last = (one["id"] for one in pairs(ana))
    revisions = {one["id"]: one["revision"] for one in pairs(ana)}
    for payload in PAYLOADS:
        checked(ana.post(f"{HERE}pair/{first}/check", {"text": payload}))
        for pair, told in (
            (first, {"decision": "accept", "text": payload, "reason": payload}),
            (second, {"decision": "needs-work", "remark": payload}),
        ):
            asked = {"revision": revisions[pair], **told}
            answer = checked(ana.post(f"{HERE}pair/{pair}/decide", asked)).told
            assert answer.get("why") in (None, "unanswered"), answer
            shown = [*answer.get("pairs", ()), *([answer["pair"]] if "pair" in answer else ())]
            revisions |= {one["id"]: one["revision"] for one in shown}
        answer = checked(ana.post(f"{HERE}pair/{last}/source", {"text": payload})).told
        last = answer.get("id") or last
    for pair in (first, second):
        checked(ana.get(f"{HERE}pair/{pair}"))
    pages(ana)
    assert article_format.loads((desk.office.root / PATH).read_text("utf-8"), PATH).article is not None


def test_no_field_of_the_front_matter_makes_markup(desk: Running) -> None:
    """Refused beside its field where it is no date or address, saved where it is a text; notices as well."""
    ana = desk.browser()
    revision = value_of(checked(ana.get(f"{HERE}metadata")), "revision")
    for number, payload in enumerate(PAYLOADS):
        notice = (
            ("publish", {"at": payload})
            if number % 2
            else ("correct", {"text": payload, "revision": payload})
        )
        for act, fields in (("metadata", dict.fromkeys(FIELDS, payload)), notice):
            answer = sent(ana, f"{HERE}{act}", **{"revision": revision, **fields})
            assert answer.status == 409, answer.text
    texts = [" ".join(payload.split()) for payload in PAYLOADS]
    for number in range(0, len(texts), len(TEXTS)):
        fields = {name: texts[(number + at) % len(texts)] for at, name in enumerate(TEXTS)}
        lists = dict.fromkeys(("tags", "authors", "translators", "editors"), "\n".join(texts))
        answer = form(ana, f"{HERE}metadata", "metadata", **fields, **lists)
        assert answer.status == 303, answer.text
        checked(ana.get(f"{HERE}?edition={'id' if number % 2 else 'en'}"))
    pages(ana)
    for text in texts[-3:]:
        form(ana, f"{HERE}metadata", "correct", text=text)
    form(ana, f"{HERE}metadata", "retract", text=texts[-1])
    pages(ana)


def test_no_import_makes_markup(desk: Running) -> None:
    """What is pasted, what is known about it, a file's name, an address: in the look and the article."""
    ana = desk.browser()
    looked = 0
    for number, payload in enumerate(PAYLOADS):
        checked(ana.post("/import", dict.fromkeys(ASKED, payload)))
        known = {"title": payload, "place": payload, "tags": payload, "outlet": payload}
        told = {
            "text": PASTED.format(title=f"{number} {payload}", text=payload),
            "date": "2025-03-06",
            **known,
        }
        page = f"<html><body><h1>{payload}</h1><p>{payload}</p></body></html>"
        data = base64.b64encode(page.encode()).decode()
        for asked in (told, {"data": data, "filename": payload, "english": data}):
            answer = checked(ana.post("/import", asked))
            assert answer.status == 200, answer.text
            look = checked(ana.get(answer.told["address"]))
            if text := value_of(look, "text"):
                sent(ana, answer.told["address"], text=f"{text}\n\n{payload}\n")
                looked += 1
    assert looked > len(PAYLOADS) / 2
    checked(ana.get("/?state=all"))
    checked(ana.get("/changes"))


def test_no_word_of_an_address_makes_markup(desk: Running) -> None:
    """Filters, a name, a way back, a message, a revision, a pair's and an article's name."""
    for payload in PAYLOADS:
        ana = desk.browser(payload)
        quoted = quote(payload, safe="")
        checked(
            ana.get(
                "/?" + urlencode(dict.fromkeys(("q", "state", "month", "tag", "person", "order"), payload))
            )
        )
        for path in (
            f"/article/{quoted}/",
            f"{HERE}pair/{quoted}",
            f"/import/{quoted}",
            f"/media/{quoted}/{quoted}",
        ):
            assert checked(ana.get(path)).status in (404, 410)
        sent(ana, "/language", back=payload, language=payload)
        sent(ana, "/changes", message=payload, revision=payload, foreign=payload)
        checked(ana.post("/here", {"article": payload[:90], "pair": payload[:30], "tab": payload[:30]}))
        checked(ana.post("/here", {"article": FOLDER.rpartition("/")[2], "pair": payload[:30], "tab": "x"}))
    pages(desk.browser())


def test_a_commit_has_every_payload_as_text(desk: Running) -> None:
    """In the message and among the names of people; git's own files stay as they are."""
    root = desk.office.root
    config = (root / ".git" / "config").read_bytes()
    for number, payload in enumerate(PAYLOADS):
        form(desk.browser(payload), f"{HERE}metadata", "metadata", place=f"Kota {number}")
    answer = form_of_changes(desk.browser(), message="\n".join(PAYLOADS))
    assert answer.status == 200, answer.text
    log = subprocess.run(
        ["git", "log", "-1", "--format=%B"], cwd=root, capture_output=True, check=True
    ).stdout
    assert log.count(b"Co-authored-by: ") >= len(PAYLOADS) - 3, log.decode()
    assert (root / ".git" / "config").read_bytes() == config


def form_of_changes(ana: Browser, **fields: str) -> Answer:
    return sent(ana, "/changes", revision=value_of(checked(ana.get("/changes")), "revision"), **fields)


def test_nothing_of_it_runs_in_a_browser(browser: Chromium, desk: Running) -> None:
    """All of it in one article, and each page of the desk open: nothing ran, nothing was asked of others."""
    ana = desk.browser()
    lines = "\n\n".join(map(article_format.with_start_escape, map(article_format.from_plain, PAYLOADS)))
    text = OURS.replace("## 1. Harga", f"{lines}\n\n## 1. Harga")
    answer = form(ana, f"{HERE}file", "file", text=text)
    assert answer.status == 303, entities.unescape(answer.text)
    names = "\n".join(" ".join(payload.split()) for payload in PAYLOADS)
    assert (
        form(ana, f"{HERE}metadata", "metadata", tags=names, authors=names, place=PAYLOADS[0]).status == 303
    )
    for one in pairs(ana):
        told = {"decision": "edit", "text": one["indonesian"], "revision": one["revision"]}
        checked(ana.post(f"{HERE}pair/{one['id']}/decide", told))
    look = ana.post(
        "/import", {"text": PASTED.format(title="", text="\n\n".join(PAYLOADS)), "title": "Pasar"}
    ).told["address"]
    desk.office.index.refresh()
    for path in ("/?state=all", f"{HERE}?edition=en", f"{HERE}metadata", "/changes", look):
        with on_screen(browser, desk, 1280, path) as page:
            page.evaluate("void (window.alert = window.confirm = () => { window.ran = 'a dialog' })")
            if path.startswith(HERE) and page.locator("body[data-pairs]").count():
                ready(page)
                page.keyboard.press("j")
                page.keyboard.press("Enter")
                page.keyboard.press("Escape")
            page.evaluate(HOVERED)
            assert page.evaluate("window.ran") is None, path
            assert (
                page.evaluate("document.querySelectorAll('script:not([src]), iframe, [onerror]').length") == 0
            )

"""An import from the desk: looked at first, put right, then written as it was shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sejajar.commands.editing import Edited, Refusal, Why
from sejajar.commands.journal import journal
from sejajar.commands.previews import Asked, place, preview
from sejajar.formats import article as article_format
from sejajar.formats import catalog as catalog_format
from sejajar.site.workspace import Site
from sites import make_site

TODAY = dt.date(2025, 8, 1)
TEXT = """\
Pasar Ikan Muara Dibuka Lagi

- Pedagang kembali berjualan setelah tiga bulan.

JAKARTA, Warta Uji - Pasar ikan di Muara dibuka lagi pada Kamis (31/7/2025) setelah tiga bulan.

Sebanyak 240 pedagang mendapat lapak baru, kata Siti Aminah, kepala pasar.

Baca juga: Harga ikan naik

“Kami berterima kasih kepada semua pihak,” kata Siti Aminah.
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(make_site(tmp_path, articles=[]), tmp_path / "docs")


def files(site: Site) -> list[str]:
    return sorted(
        path.relative_to(site.root).as_posix()
        for path in (site.root / "content").rglob("*")
        if path.is_file()
    )


def test_a_preview_writes_nothing_and_a_placement_what_it_showed(site: Site) -> None:
    """Recognised and set aside are shown; then exactly this is in the folder, and the journal knows it."""
    before = files(site)
    shown = preview(site, Asked(text=TEXT), TODAY)
    assert files(site) == before
    assert shown.folder == "content/2025/2025-07-31-pasar-ikan-muara-dibuka-lagi"
    assert [(one.text, one.line) for one in shown.aside if "Baca juga" in one.text] == [
        ("Baca juga: Harga ikan naik", 9)
    ]
    assert "Baca juga" not in shown.text
    assert "key points: 1" in shown.summary
    made = place(site, shown, "Ana")
    assert isinstance(made, Edited)
    assert (site.root / made.path).read_text("utf-8") == shown.text
    catalog_path = f"{shown.folder}/article.en.po"
    catalog, problems = catalog_format.loads((site.root / catalog_path).read_text("utf-8"), catalog_path)
    assert catalog is not None
    assert problems == ()
    assert shown.article is not None
    assert [entry.key for entry in catalog.entries] == [one.key for one in shown.article.segments]
    assert [(one.path, one.own, one.deeds) for one in journal(site)] == [
        (catalog_path, True, {("Ana", "imported"): 1}),
        (made.path, True, {("Ana", "imported"): 1}),
    ]


def test_what_was_put_right_in_the_preview_is_written(site: Site) -> None:
    """Lines may be changed; what the format lacks is refused with its line, and then nothing is written."""
    shown = preview(site, Asked(text=TEXT, place="Muara", tags="Perikanan\n\nPasar"), TODAY)
    before = files(site)
    bad = place(site, shown, "Ana", text=shown.text + "\n<script>alert(1)</script>\n")
    assert isinstance(bad, Refusal)
    assert [problem.code for problem in bad.problems] == ["html"]
    assert files(site) == before
    new = shown.text.replace("240 pedagang", "250 pedagang").replace("\n", "\r\n")
    made = place(site, shown, "Ana", text=new)
    assert isinstance(made, Edited)
    text = (site.root / made.path).read_text("utf-8")
    assert text == shown.text.replace("240 pedagang", "250 pedagang")
    article = article_format.loads(text, made.path).article
    assert article is not None
    assert article.metadata.tags == ("Perikanan", "Pasar")
    assert article.metadata.place == "Muara"
    assert article.metadata.status == "draft"


def test_nothing_is_written_over(site: Site) -> None:
    """Of two who import one text the second is told; a folder made meanwhile stays as it is."""
    first, second = (preview(site, Asked(text=TEXT), TODAY) for _ in range(2))
    assert isinstance(place(site, first, "Ana"), Edited)
    made = place(site, second, "Budi")
    assert isinstance(made, Refusal)
    assert made.why is Why.CHANGED
    again = preview(site, Asked(text=TEXT), TODAY)
    assert again.folder == ""
    assert "exists" in [problem.code for problem in again.problems]
    assert isinstance(place(site, again, "Budi"), Refusal)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(), {"text": "there is nothing to import"}),
        (Asked(text=" \n"), {"text": "there is nothing to import"}),
        (Asked(address="file:///etc/passwd"), {"address": "file:///etc/passwd is no web address"}),
        (Asked(address="javascript:alert(1)"), {"address": "javascript:alert(1) is no web address"}),
        (Asked(text=TEXT, date="31/7/2025"), {"date": "date is a text (31/7/2025), not a date"}),
        (Asked(text=TEXT, date="2025-02-30"), {"date": "date is 2025-02-30, a day that no calendar has"}),
        (
            Asked(text=TEXT, date="besok", url="javascript:x"),
            {
                "date": "date is a text (besok), not a date",
                "url": "source.url is javascript:x, not a web address",
            },
        ),
    ],
)
def test_what_cannot_be_begun_with_is_said_beside_its_field(
    site: Site, asked: Asked, expected: dict[str, str]
) -> None:
    """All of it at once, before anything is read or fetched."""
    shown = preview(site, asked, TODAY)
    assert {name: found[0].message for name, found in shown.fields.items()} == expected
    assert (shown.folder, shown.text) == ("", "")


def test_a_dropped_file_reads_nothing_else_from_this_machine(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name is no path, and pictures that it names are not looked for beside the server."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rahasia.jpg").write_bytes(b"\xff\xd8rahasia")
    lines = [line for line in TEXT.splitlines()[4:] if line]
    lines += [
        " ".join(lines[:2]) + f" Pada hari ke-{day} terjual {day * 7} kuintal ikan." for day in range(9)
    ]
    text = "".join(f"<p>{line}</p>" for line in lines)
    head = "<h1>Pasar Ikan Muara</h1><p><img src='rahasia.jpg' alt='x'></p>"
    page = f"<html><body><article>{head}{text}</article></body></html>"
    for name in ("../../etc/passwd.html", "https://example.org/x.html", "C:\\x\\page.html", "\u202e.html"):
        shown = preview(site, Asked(data=page.encode(), filename=name, images=True), TODAY)
        assert shown.text
        assert shown.pictures == {}
        assert all("/" not in problem.location.path for problem in shown.problems)


def test_an_address_of_this_machine_is_not_fetched(site: Site) -> None:
    """A page may not make the desk ask services behind the firewall."""
    shown = preview(site, Asked(address="http://127.0.0.1:1/"), TODAY)
    assert shown.folder == ""
    assert [problem.code for problem in shown.problems] == ["private-address"]


def test_characters_that_no_text_needs_do_not_get_in(site: Site) -> None:
    """Not through the text, nor through the fields."""
    shown = preview(
        site,
        Asked(text=TEXT.replace("Siti", "Si\u202eti"), title="Pasar\u202e\nBaru \ud800", place="A\x1b[1m"),
        TODAY,
    )
    made = place(site, replace(shown), "Ana\n\u202e")
    assert isinstance(made, Edited)
    text = (site.root / made.path).read_text("utf-8")
    assert not set("\u202e\x1b") & set(text)
    assert [*journal(site)[0].deeds] == [("Ana", "imported")]

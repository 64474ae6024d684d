"""What the desk does to an article's file, its catalog and its front matter: saved, merged or refused."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from sejajar import storage
from sejajar.catalogs import briefing
from sejajar.commands.editing import (
    Edited,
    Refusal,
    Why,
    edit_picture,
    edit_source,
    open_file,
    save_file,
)
from sejajar.commands.journal import journal
from sejajar.commands.metadata_form import (
    Form,
    FormRefusal,
    correct,
    form_of,
    publish,
    publishable,
    retract,
    save_form,
)
from sejajar.formats import article as article_format
from sejajar.formats import catalog as catalog_format
from sejajar.model import State
from sejajar.site.workspace import Site
from sites import ARTICLE, ENGLISH, FOLDER, make_site

PATH = f"{FOLDER}/article.id.md"
CATALOG = f"{FOLDER}/article.en.po"
OURS = ARTICLE.replace(
    "source: {outlet: Warta Uji, url: https://example.org/warta, rights: seizin Warta Uji}\n", ""
)
TARGET = ("paragraph", "Pemerintah menargetkan 2 juta ton gabah.")
PRICE = ("paragraph", "Harga gabah ditetapkan Rp6.500 per kilogram.")
TODAY = dt.date(2025, 3, 10)


def site_with(root: Path, text: str = OURS) -> Site:
    return Site(make_site(root, articles=[(FOLDER, text, ENGLISH)]), root / "docs")


def text_of(site: Site, path: str = PATH) -> str:
    return (site.root / path).read_text("utf-8")


def entry_of(site: Site, key: tuple[str, str]):  # type: ignore[no-untyped-def]
    catalog = catalog_format.loads(text_of(site, CATALOG), CATALOG)[0]
    assert catalog is not None
    return catalog.entry(key)


def messages(problems) -> list[str]:  # type: ignore[no-untyped-def]
    return [str(problem) for problem in problems]


def test_a_corrected_text_makes_its_english_stale(tmp_path: Path) -> None:
    """The file has the new words, the catalog the old English as stale, at once."""
    site = site_with(tmp_path)
    made = edit_source(site, PATH, PRICE, "Harga gabah ditetapkan Rp7.000 per kilogram.", "Ana")
    assert isinstance(made, Edited)
    assert made.key == ("paragraph", "Harga gabah ditetapkan Rp7.000 per kilogram.")
    assert text_of(site) == OURS.replace("Rp6.500", "Rp7.000")
    entry = entry_of(site, made.key)
    assert entry.state is State.STALE
    assert (entry.msgstr, entry.previous) == ("The price of paddy was set at Rp6,500 a kilogram.", PRICE[1])
    back = edit_source(site, PATH, made.key, PRICE[1], "Ana")
    assert isinstance(back, Edited)
    assert text_of(site) == OURS
    assert entry_of(site, PRICE).state is State.REVIEWED


def test_a_text_that_is_another_altogether_keeps_its_english_as_stale(tmp_path: Path) -> None:
    """`sync` would take it for a new one, by its looks; who edits in place says which it was."""
    site = site_with(tmp_path)
    made = edit_source(site, PATH, PRICE, "Naik.", "Ana")
    assert isinstance(made, Edited)
    assert made.key == ("paragraph", "Naik.")
    entry = entry_of(site, made.key)
    assert (entry.state, entry.msgstr) == (State.STALE, "The price of paddy was set at Rp6,500 a kilogram.")
    again = edit_source(site, PATH, made.key, "Turun tajam sekali.", "Ana")
    assert isinstance(again, Edited)
    assert again.key is not None
    entry = entry_of(site, again.key)
    assert (entry.state, entry.previous) == (State.STALE, PRICE[1])
    assert isinstance(edit_source(site, PATH, again.key, PRICE[1], "Ana"), Edited)
    assert entry_of(site, PRICE).state is State.REVIEWED


def test_a_text_that_somebody_else_has_changed_is_refused_with_both(tmp_path: Path) -> None:
    """What stands there now is said, word by word, and stays."""
    site = site_with(tmp_path)
    read = article_format.loads(OURS, PATH).article
    catalog = catalog_format.loads(text_of(site, CATALOG), CATALOG)[0]
    assert read is not None
    assert catalog is not None
    anchor = briefing(read, catalog).pairs[PRICE].entry.anchor
    assert isinstance(edit_source(site, PATH, PRICE, "Harga gabah Rp7.000 per kilogram.", "Ana"), Edited)
    before = text_of(site)
    made = edit_source(site, PATH, PRICE, "Harga gabah Rp8.000 per kilogram.", "Budi", anchor=anchor)
    assert isinstance(made, Refusal)
    assert made.why is Why.CHANGED
    assert (made.yours, made.theirs) == (
        "Harga gabah Rp8.000 per kilogram.",
        "Harga gabah Rp7.000 per kilogram.",
    )
    assert [(one.old, one.new) for one in made.changes if not one.same] == [("7.000", "8.000")] or [
        (one.old, one.new) for one in made.changes if not one.same
    ] == [("Rp7.000", "Rp8.000")]
    assert text_of(site) == before


def test_others_edits_elsewhere_are_no_hindrance(tmp_path: Path) -> None:
    """Two people correct two paragraphs of one article, each from the same page: both are saved."""
    site = site_with(tmp_path)
    assert isinstance(edit_source(site, PATH, PRICE, "Harga gabah Rp7.000 per kilogram.", "Ana"), Edited)
    assert isinstance(edit_source(site, PATH, TARGET, "Pemerintah menargetkan 3 juta ton.", "Budi"), Edited)
    assert "Rp7.000" in text_of(site)
    assert "3 juta ton." in text_of(site)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "",
            "no-words: the paragraph would have no text; "
            "write one; to take it out of the article, edit the whole text",
        ),
        (
            "Harga <b>gabah</b>.",
            "html: HTML is not part of the article format; "
            "write it in Markdown; a plain < before a letter is written &lt;",
        ),
        (
            "[klik](javascript:alert(1))",
            "link: a link cannot lead to “javascript:alert(1)”; "
            "write an address that begins with https://, mailto: or #",
        ),
        (
            "x" * 10_001,
            "too-long: the paragraph has 10,001 characters, and 10,000 are the most; "
            "divide it, with an empty line between",
        ),
    ],
    ids=["empty", "html", "script", "long"],
)
def test_what_the_format_lacks_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Nothing is written, and the problem names its line as the article's file would."""
    site = site_with(tmp_path)
    made = edit_source(site, PATH, PRICE, text, "Ana")
    assert isinstance(made, Refusal)
    assert made.why is Why.REFUSED
    line = OURS.splitlines().index(PRICE[1]) + 1
    assert messages(made.problems) == [f"{PATH}:{line}: error {message}"]
    assert text_of(site) == OURS


@pytest.mark.parametrize(
    "path",
    [
        "../mkdocs.yml",
        "content/../mkdocs.yml",
        "mkdocs.yml",
        f"{FOLDER}/article.en.po",
        "content/none/article.id.md",
        "/etc/passwd",
        f"{FOLDER}/../{FOLDER}/article.id.md",
        "content/\0/article.id.md",
        "content//article.id.md",
    ],
)
def test_only_articles_are_written(tmp_path: Path, path: str) -> None:
    """No path names anything but an article's file below the content."""
    site = site_with(tmp_path)
    for made in (
        edit_source(site, path, PRICE, "x", "Ana"),
        open_file(site, path),
        form_of(site, path),
        save_file(site, path, "", "x", "Ana"),
    ):
        assert isinstance(made, Refusal)
        assert made.why is Why.GONE
    assert text_of(site) == OURS


def test_the_words_of_others_stay(tmp_path: Path) -> None:
    """Where the front matter names a source, only notices and pictures' texts are ours to write."""
    site = site_with(tmp_path, ARTICLE)
    made = edit_source(site, PATH, PRICE, "Lain.", "Ana")
    assert isinstance(made, Refusal)
    assert made.why is Why.NOT_OURS
    assert messages(made.problems) == [
        f"{PATH}: error not-ours: the words are those of Warta Uji, and stay as they are; "
        "say what is wrong in a correction; a text of our own has no source in its front matter"
    ]
    file = open_file(site, PATH)
    assert not isinstance(file, Refusal)
    assert not file.is_ours
    again = save_file(site, PATH, file.revision, file.text.replace("Rp6.500", "Rp7.000"), "Ana")
    assert isinstance(again, Refusal)
    assert again.why is Why.NOT_OURS
    assert text_of(site) == ARTICLE
    draft = save_file(site, PATH, file.revision, file.text.replace("published", "draft"), "Ana")
    assert isinstance(draft, Edited)
    put = save_file(site, PATH, draft.revision, text_of(site).replace("Rp6.500", "Rp7.000"), "Ana")
    assert isinstance(put, Edited)


def test_a_whole_file_keeps_its_line_ends(tmp_path: Path) -> None:
    """A browser sends its own line ends; the file goes on as it was, and a stale revision is refused."""
    site = site_with(tmp_path)
    raw = ("\ufeff" + OURS).replace("\n", "\r\n").encode()
    (tmp_path / PATH).write_bytes(raw)
    file = open_file(site, PATH)
    assert not isinstance(file, Refusal)
    assert file.text == OURS
    new = file.text.replace("Pemerintah menargetkan", "Satu.\n\nPemerintah menargetkan").replace("\n", "\r\n")
    made = save_file(site, PATH, file.revision, new, "Ana")
    assert isinstance(made, Edited)
    assert (tmp_path / PATH).read_bytes() == raw.replace(b"Pemerintah", b"Satu.\r\n\r\nPemerintah")
    stale = save_file(site, PATH, file.revision, file.text, "Budi")
    assert isinstance(stale, Refusal)
    assert stale.why is Why.CHANGED
    assert (stale.yours, stale.theirs) == (file.text, new.replace("\r\n", "\n"))


def test_a_broken_file_can_be_repaired_but_not_broken(tmp_path: Path) -> None:
    """Errors that were there may stay for the moment; new ones are refused with their lines."""
    site = site_with(tmp_path, OURS)
    broken = OURS.replace("Bandung\n", "[Bandung\n")
    (tmp_path / PATH).write_text(broken, "utf-8")
    form = form_of(site, PATH)
    assert isinstance(form, Refusal)
    assert form.why is Why.BROKEN
    file = open_file(site, PATH)
    assert not isinstance(file, Refusal)
    assert [problem.code for problem in file.problems] == ["yaml"]
    refused = save_file(site, PATH, file.revision, broken + "\n<div>\n", "Ana")
    assert isinstance(refused, Refusal)
    assert [problem.code for problem in refused.problems] == ["html"]
    assert isinstance(save_file(site, PATH, file.revision, OURS, "Ana"), Edited)
    assert text_of(site) == OURS


def test_a_picture_gets_its_texts(tmp_path: Path) -> None:
    """Alternative text and caption are added, changed and taken away; a stale look at them is refused."""
    picture = "![](sawah%20a.jpg)"
    site = site_with(tmp_path, f"{OURS}\n{picture}\n")
    (tmp_path / FOLDER / "sawah a.jpg").write_bytes(b"x")
    made = edit_picture(site, PATH, "sawah a.jpg", ("", ""), "Sawah [baru]", 'Kata "padi". Foto: Ana', "Ana")
    assert isinstance(made, Edited)
    assert text_of(site) == f'{OURS}\n![Sawah [baru]](sawah%20a.jpg "Kata \\"padi\\". Foto: Ana")\n'
    stale = edit_picture(site, PATH, "sawah a.jpg", ("", ""), "Lain", "", "Budi")
    assert isinstance(stale, Refusal)
    assert (stale.why, stale.yours, stale.theirs) == (
        Why.CHANGED,
        "Lain | ",
        'Sawah [baru] | Kata "padi". Foto: Ana',
    )
    seen = ("Sawah [baru]", 'Kata "padi". Foto: Ana')
    assert isinstance(edit_picture(site, PATH, "sawah a.jpg", seen, "", "", "Ana"), Edited)
    assert text_of(site) == f"{OURS}\n{picture}\n"


def test_a_form_changes_its_keys_only(tmp_path: Path) -> None:
    """Text edited meanwhile is no hindrance; another's change of the front matter is, and both are shown."""
    site = site_with(tmp_path)
    form = form_of(site, PATH)
    assert not isinstance(form, Refusal)
    assert {key: value for key, value in form.values.items() if value} == {
        "date": "2025-03-06",
        "status": "published",
        "place": "Bandung",
        "tags": "Pangan",
    }
    assert isinstance(edit_source(site, PATH, PRICE, "Harga gabah Rp7.000.", "Ana"), Edited)
    made = save_form(site, PATH, form.revision, {"tags": "Pangan\nJawa Barat", "place": ""}, "Ana")
    assert isinstance(made, Edited)
    expected = OURS.replace(PRICE[1], "Harga gabah Rp7.000.").replace("place: Bandung\n", "")
    assert text_of(site) == expected.replace("tags: [Pangan]", "tags: [Pangan, Jawa Barat]")
    stale = save_form(site, PATH, form.revision, {"place": "Karawang"}, "Budi")
    assert isinstance(stale, FormRefusal)
    assert stale.why is Why.CHANGED
    assert stale.form is not None
    assert stale.theirs is not None
    assert (stale.form.values["place"], stale.theirs.values["place"]) == ("Karawang", "")
    assert stale.theirs.values["tags"] == "Pangan\nJawa Barat"


def test_every_problem_of_a_form_stands_beside_its_field(tmp_path: Path) -> None:
    """All at once, in the words of the article's file; nothing is written."""
    site = site_with(tmp_path)
    form = form_of(site, PATH)
    assert not isinstance(form, Refusal)
    values = {
        "date": "7/3/2025",
        "status": "terbit",
        "updated": "2025-02-30",
        "publish_at": "besok",
        "authors": "Ana\n" + "x" * 501,
        "aliases": "../rahasia",
        "source_url": "javascript:alert(1)",
        "reference_title_0": "Judul",
        "correction_date_0": "2025-03-01",
        "correction_text_1": "Ada <script>",
    }
    made = save_form(site, PATH, form.revision, values, "Ana")
    assert isinstance(made, FormRefusal)
    assert made.why is Why.REFUSED
    assert {name: [one.code for one in found] for name, found in made.problems.items()} == {
        "date": ["date"],
        "status": ["status"],
        "updated": ["date"],
        "publish_at": ["publish-at"],
        "authors": ["too-long"],
        "aliases": ["alias"],
        "source_outlet": ["missing-key"],
        "source_url": ["url"],
        "reference_outlet_0": ["missing-key"],
        "correction_text_0": ["missing-key"],
        "correction_date_1": ["missing-key"],
    }
    assert text_of(site) == OURS


def test_a_draft_is_published_once_it_may_be(tmp_path: Path) -> None:
    """Rights of others' text have to be stated; English that is missing is said and hinders nothing."""
    draft = ARTICLE.replace("status: published", "status: draft # masih").replace(
        ", rights: seizin Warta Uji", ""
    )
    site = site_with(tmp_path, draft)
    codes = [(str(one.severity), one.code) for one in publishable(site, PATH)]
    assert codes == [("error", "rights"), ("warning", "unfinished")]
    form = form_of(site, PATH)
    assert not isinstance(form, Refusal)
    made = publish(site, PATH, form.revision, "Ana")
    assert isinstance(made, FormRefusal)
    assert {name: [one.code for one in found] for name, found in made.problems.items()} == {
        "source_rights": ["rights"]
    }
    saved = save_form(site, PATH, form.revision, {"source_rights": "seizin"}, "Ana")
    assert isinstance(saved, Edited)
    form = form_of(site, PATH)
    assert not isinstance(form, Refusal)
    assert isinstance(publish(site, PATH, form.revision, "Ana", at="2025-04-01T06:00:00+07:00"), Edited)
    expected = draft.replace("status: draft #", "status: published #").replace(
        "warta}", "warta, rights: seizin}"
    )
    lines = expected.splitlines()
    lines.insert(3, "publish_at: 2025-04-01 06:00:00+07:00")
    assert text_of(site).splitlines() == lines


def test_a_correction_and_a_retraction_bring_their_notices(tmp_path: Path) -> None:
    """Each is dated, has its own pair for the English, and keeps the notices that were there."""
    site = site_with(tmp_path)
    form = form_of(site, PATH)
    assert not isinstance(form, Refusal)
    empty = correct(site, PATH, form.revision, " \n", "Ana", TODAY)
    assert isinstance(empty, FormRefusal)
    assert [*empty.problems] == ["correction_text_0"]
    made = correct(site, PATH, form.revision, "Harga: bukan\nRp6.500.", "Ana", TODAY)
    assert isinstance(made, Edited)
    assert made.key == ("correction", "Harga: bukan Rp6.500.")
    assert entry_of(site, made.key).state is State.UNTRANSLATED
    form = form_of(site, PATH)
    assert not isinstance(form, Refusal)
    again = retract(site, PATH, form.revision, "Sumber tidak ada.", "Ana", TODAY + dt.timedelta(days=1))
    assert isinstance(again, Edited)
    expected = OURS.replace("status: published\n", "status: retracted\nupdated: 2025-03-11\n").replace(
        "tags: [Pangan]\n",
        "tags: [Pangan]\ncorrections:\n- {date: 2025-03-10, text: 'Harga: bukan Rp6.500.'}\n"
        "- {date: 2025-03-11, text: Sumber tidak ada.}\n",
    )
    assert text_of(site) == expected
    edited = edit_source(site, PATH, made.key, "Harga salah.", "Ana")
    assert isinstance(edited, Edited)
    assert edited.key == ("correction", "Harga salah.")
    assert text_of(site) == expected.replace("'Harga: bukan Rp6.500.'", "Harga salah.")


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the disk is a refusal with the system's words."""
    site = site_with(tmp_path)

    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "exchange_exact", full)
    made = edit_source(site, PATH, PRICE, "Lain.", "Ana")
    assert isinstance(made, Refusal)
    assert messages(made.problems) == [
        f"{PATH}: error unwritable: the file cannot be written: No space left on device; "
        "fix its permissions, or make room on the disk"
    ]
    assert replace(made, problems=()) == Refusal(Why.UNWRITABLE)


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two correct two paragraphs, one the front matter, one adds notices, from four threads: all is there."""
    site = site_with(tmp_path)

    def source(key: tuple[str, str], name: str) -> None:
        for number in range(8):
            made = edit_source(site, PATH, key, f"{name} nomor {number}.", name)
            assert isinstance(made, Edited)
            assert made.key is not None
            key = made.key

    def fields(name: str) -> None:
        for number in range(8):
            made: Edited | FormRefusal | None = None
            while not isinstance(made, Edited):
                form = form_of(site, PATH)
                assert isinstance(form, Form)
                made = save_form(site, PATH, form.revision, {"place": f"Kota {number}"}, name)

    def notices(name: str) -> None:
        for number in range(8):
            made: Edited | FormRefusal | None = None
            while not isinstance(made, Edited):
                form = form_of(site, PATH)
                assert isinstance(form, Form)
                made = correct(site, PATH, form.revision, f"Ralat {number}.", name, TODAY)

    with ThreadPoolExecutor(4) as people:
        work = [
            people.submit(source, PRICE, "Harga"),
            people.submit(source, TARGET, "Target"),
            people.submit(fields, "Ana"),
            people.submit(notices, "Budi"),
        ]
        for one in work:
            one.result()
    expected = OURS.replace(PRICE[1], "Harga nomor 7.").replace(TARGET[1], "Target nomor 7.")
    lines = expected.replace("place: Bandung", "updated: 2025-03-10\nplace: Kota 7").splitlines()
    at = lines.index("tags: [Pangan]") + 1
    lines[at:at] = [
        "corrections:",
        *(f"- {{date: 2025-03-10, text: Ralat {number}.}}" for number in range(8)),
    ]
    assert text_of(site).splitlines() == lines
    article = article_format.loads(text_of(site), PATH).article
    catalog, problems = catalog_format.loads(text_of(site, CATALOG), CATALOG)
    assert article is not None
    assert catalog is not None
    assert problems == ()
    assert [entry.key for entry in catalog.entries] == [segment.key for segment in article.segments]
    (written,) = [one for one in journal(site) if one.path == PATH]
    assert {(who, what): times for (who, what), times in written.deeds.items()} == {
        ("Harga", "source"): 8,
        ("Target", "source"): 8,
        ("Ana", "metadata"): 8,
        ("Budi", "corrected"): 8,
    }

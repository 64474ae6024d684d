"""Storage: atomic writes, only on change, and nothing of a person's is ever overwritten or removed."""

import os
from pathlib import Path

import pytest

from photos import photo
from sejajar import storage
from sejajar.model import Location, Problem, Severity


def is_product(text: str, path: str) -> bool:
    return text.startswith(f"made {path}\n")


def products(
    docs: Path, pages: dict[str, str], media: dict[str, storage.Picture] | None = None
) -> storage.Written:
    texts = {path: f"made {path}\n{text}" for path, text in pages.items()}
    return storage.write_products(docs, "docs", ("id", "en"), texts, media or {}, is_product)


def test_a_file_is_written_only_when_its_bytes_change(tmp_path: Path) -> None:
    """The second write of one text leaves the file's time alone."""
    path = tmp_path / "a" / "b.po"
    assert storage.write(tmp_path, "a/b.po", "isi\n")
    os.utime(path, ns=(1, 1))
    assert not storage.write(tmp_path, "a/b.po", "isi\n")
    assert path.stat().st_mtime_ns == 1
    assert storage.write(tmp_path, "a/b.po", "isu\n")
    assert path.read_text() == "isu\n"


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk gives out before the rename, the reader still has the old text."""
    path = tmp_path / "b.po"
    storage.write(tmp_path, "b.po", "lama\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        storage.write(tmp_path, "b.po", "baru\n")
    assert path.read_text() == "lama\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_keeps_the_permissions_of_the_file(tmp_path: Path) -> None:
    """A catalog that a group may write stays so."""
    path = tmp_path / "b.po"
    storage.write(tmp_path, "b.po", "lama\n")
    path.chmod(0o664)
    storage.write(tmp_path, "b.po", "baru\n")
    assert path.stat().st_mode & 0o777 == 0o664


def test_pages_come_change_and_go(tmp_path: Path) -> None:
    """Only what changed is written, and what is no longer wanted goes with its empty folders."""
    first = products(tmp_path, {"id/2025/07/a.md": "satu", "en/2025/07/a.md": "one"})
    assert (first.written, first.removed, first.unchanged) == (("id/2025/07/a.md", "en/2025/07/a.md"), (), 0)
    second = products(tmp_path, {"id/2025/07/a.md": "dua", "id/index.md": "beranda"})
    assert (second.written, second.removed) == (("id/2025/07/a.md", "id/index.md"), ("en/2025/07/a.md",))
    assert not (tmp_path / "en").exists()
    assert products(tmp_path, {"id/2025/07/a.md": "dua", "id/index.md": "beranda"}).written == ()


def test_a_page_by_hand_among_the_generated_is_an_error_and_stays(tmp_path: Path) -> None:
    """A stray page, or one where a product should go, is not touched, and nothing is written."""
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "catatan.md").write_text("milik saya")
    (tmp_path / "id" / "index.md").write_text("made id/elsewhere.md\nmoved here by hand")
    result = products(tmp_path, {"id/index.md": "beranda", "en/index.md": "home"})
    message = "this file was not generated, but stands where generated files go"
    hint = "move it to another folder of docs/, remove it, or name another place for our pages as `paths`"
    assert result == storage.Written(
        problems=tuple(
            Problem(Location(path), Severity.ERROR, "foreign-file", message, hint)
            for path in ("docs/id/catatan.md", "docs/id/index.md")
        )
    )
    assert (tmp_path / "id" / "catatan.md").read_text() == "milik saya"
    assert not (tmp_path / "en").exists()


def test_images_are_copied_once_and_only_our_copies_are_removed(tmp_path: Path) -> None:
    """An image that a person put into docs/media stays; a copy of ours goes with its article."""
    (tmp_path / "foto.jpg").write_bytes(photo())
    picture = storage.find_picture(tmp_path, "foto.jpg")
    docs = tmp_path / "docs"
    (docs / "media").mkdir(parents=True)
    (docs / "media" / "logo.png").write_bytes(b"png")
    media = {"media/a/foto.jpg": picture}
    assert products(docs, {}, media).written == ("media/a/foto.jpg",)
    assert products(docs, {}, media).written == ()
    assert products(docs, {}, {}).removed == ("media/a/foto.jpg",)
    assert (docs / "media" / "logo.png").exists()
    clash = products(docs, {}, {"media/logo.png": picture})
    assert [str(problem.location) for problem in clash.problems] == ["docs/media/logo.png"]
    assert (docs / "media" / "logo.png").read_bytes() == b"png"


def test_a_folder_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    """An import never overwrites, and leaves nothing behind when it cannot finish."""
    folder = tmp_path / "2025" / "2025-07-20-a"
    assert storage.create_folder(tmp_path, "2025/2025-07-20-a", {"article.id.md": "satu"})
    assert not storage.create_folder(tmp_path, "2025/2025-07-20-a", {"article.id.md": "dua"})
    assert (folder / "article.id.md").read_text() == "satu"
    assert [path.name for path in folder.parent.iterdir()] == ["2025-07-20-a"]


def test_what_is_not_utf8_is_a_problem_with_its_line(tmp_path: Path) -> None:
    """A Windows-1252 dash in the third line is named, and the other article is still read."""
    for name, data in [("2025-01-01-a", b"---\ndate: x\n\x96\n"), ("2025-01-02-b", b"# Judul\r\n")]:
        (tmp_path / "content" / name).mkdir(parents=True)
        (tmp_path / "content" / name / "article.id.md").write_bytes(data)
    content = storage.read_content(tmp_path, "content")
    assert [source.text for source in content.sources] == ["# Judul\n"]
    assert [str(problem) for problem in content.problems] == [
        "content/2025-01-01-a/article.id.md:3: error encoding: the byte 0x96 is not UTF-8; "
        "save the file as UTF-8"
    ]


def test_a_missing_content_folder_is_said_plainly(tmp_path: Path) -> None:
    """A wrong `content:` in mkdocs.yml does not look like an empty site."""
    assert [str(problem) for problem in storage.read_content(tmp_path, "naskah").problems] == [
        "naskah: error no-content: there is no such folder; "
        "make it, or name the right one as `content` in mkdocs.yml"
    ]


def test_a_link_round_in_a_circle_is_no_picture(tmp_path: Path) -> None:
    """A folder with such a link is read like any other; an article that names it is told of the link."""
    folder = tmp_path / "content/2025-01-01-a"
    folder.mkdir(parents=True)
    (folder / "article.id.md").write_text("isi")
    (folder / "loop.jpg").symlink_to("loop.jpg")
    content = storage.read_content(tmp_path, "content")
    assert content.problems == ()
    assert [source.files for source in content.sources] == [frozenset({"article.id.md", "loop.jpg"})]

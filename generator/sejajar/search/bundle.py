"""A bundle, which a browser loads to search one edition: what it may ask for of Pagefind's, in one form.

Pagefind writes the names and values of filters in the order of a hash table, another at each run, and names
files by what is in them. Here they get one order and the names that follow from it, so that one text gives
one bundle, byte for byte.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Any

PUBLISHED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.[ie][dn].pagefind",
    "*.pf_meta",
    "filter/*.pf_filter",
    "fragment/*.pf_fragment",
    "index/*.pf_index",
    "forms.txt",
    "roots.txt",
)
"""What a browser may ask for; Pagefind's own interfaces, half a megabyte, are not ours."""
_NAME = re.compile(r"(?:[a-z]+/)?[A-Za-z0-9_.-]+")
_HEAD = b"pagefind_dcd"
"""What Pagefind's own reader looks for before it decodes."""
_ENTRY = "pagefind-entry.json"


def read_bundle(made: Path) -> dict[str, bytes]:
    """What Pagefind has made in a folder, by the paths below it, in its one form."""
    files = {
        name: path.read_bytes()
        for path in sorted(made.rglob("*"))
        if path.is_file() and _is_published(name := path.relative_to(made).as_posix())
    }
    return _in_order(files)


def _is_published(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and any(
        fnmatchcase(name, pattern) and name.count("/") == pattern.count("/") for pattern in PUBLISHED
    )


def _in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """With filters, what names them, and what names that in turn, written anew."""
    entry = json.loads(files[_ENTRY])
    made = dict(files)
    for language, about in entry["languages"].items():
        meta_name = f"pagefind.{about['hash']}.pf_meta"
        meta = _decoded(made.pop(meta_name))
        version, pages, chunks, filters, sorts, fields = meta
        renamed = [_filter_in_order(made, name, file, language) for name, file in filters]
        data = _encoded([version, pages, chunks, sorted(renamed), sorted(sorts), fields])
        about["hash"] = f"{language}_{_mark(data, 10)}"
        made[f"pagefind.{about['hash']}.pf_meta"] = data
    entry["languages"] = dict(sorted(entry["languages"].items()))
    made[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(made.items()))


def _filter_in_order(files: dict[str, bytes], name: str, file: str, language: str) -> list[str]:
    """Writes one filter anew, and returns its entry in the metadata: its name and its file's."""
    own_name, values = _decoded(files.pop(f"filter/{file}.pf_filter"))
    data = _encoded([own_name, sorted([value, sorted(pages)] for value, pages in values)])
    file = f"{language}_{_mark(data, 7)}"
    files[f"filter/{file}.pf_filter"] = data
    return [name, file]


def _decoded(data: bytes) -> Any:
    import cbor2

    return cbor2.loads(gzip.decompress(data).removeprefix(_HEAD))


def _encoded(value: Any) -> bytes:
    import cbor2

    return gzip.compress(_HEAD + cbor2.dumps(value), mtime=0)


def _mark(data: bytes, length: int) -> str:
    return sha256(data).hexdigest()[:length]


def packed(files: Mapping[str, bytes]) -> bytes:
    """A bundle in one piece, as it is kept."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return whole.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """A bundle's files by their paths; empty where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist() if _is_published(name)}
    except (zipfile.BadZipFile, ValueError, OSError):
        return {}
    return files if {_ENTRY, "pagefind.js", "forms.txt"} <= set(files) else {}

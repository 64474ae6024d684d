"""Frozen data as bytes and back, for the cache: CBOR, which can name no code, unlike a pickle."""

from __future__ import annotations

import datetime as dt
import types
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import cbor2

T = TypeVar("T")
Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]


class CodecError(ValueError):
    """The bytes are not what they should be: cut short, of another version, or somebody else's."""


def dumps(value: object) -> bytes:
    """The bytes of a value made of dataclasses, tuples, mappings, sets, enums, dates, texts and numbers."""
    return cbor2.dumps(_plain(value))


def loads(kind: type[T], data: bytes) -> T:
    """A value of `kind`, a dataclass. Raises CodecError."""
    decode = _decoder(cast(Any, kind))
    try:
        value: T = decode(cbor2.loads(data))
    except (
        cbor2.CBORDecodeError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as error:
        raise CodecError(str(error)) from error
    return value


def _plain(value: Any) -> Any:
    """A value as CBOR has it."""
    encode = _encoder(cast(Any, type(value)))
    return value if encode is _same else encode(value)


@cache
def _encoder(kind: Any) -> Encode:
    """How values of a class are made plain: looked up once a class, since a page has thousands of values."""
    if issubclass(kind, Enum):
        value: Encode = attrgetter("value")
        return value
    if issubclass(kind, str | int | float | bytes | types.NoneType):
        return _same
    if is_dataclass(kind):
        names = [field.name for field in fields(kind) if field.init]
        values = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        return lambda value: [_plain(item) for item in values(value)]
    if issubclass(kind, Mapping):
        return lambda value: [[_plain(key), _plain(item)] for key, item in value.items()]
    if issubclass(kind, frozenset | set):
        return lambda value: sorted(map(_plain, value), key=repr)
    if issubclass(kind, tuple | list):
        return lambda value: [_plain(item) for item in value]
    if issubclass(kind, dt.date):
        isoformat: Encode = kind.isoformat
        return isoformat
    raise TypeError(f"{kind.__name__} is nothing that is kept")


@cache
def _decoder(kind: Any) -> Decode:
    """How a value of a type is made of what CBOR gives."""
    if kind in (str, int, float, bool, bytes, object, Any):
        return _same
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _same
    if origin in (Union, types.UnionType):
        return _optional(inner)
    if origin is tuple:
        return _tuple(inner)
    if origin in (dict, Mapping):
        key, item = map(_decoder, inner)
        if key is _same and item is _same:
            return dict
        return lambda pairs: {key(one): item(two) for one, two in pairs}
    if origin is frozenset:
        one = _decoder(inner[0])
        return frozenset if one is _same else lambda items: frozenset(map(one, items))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (dt.date, dt.datetime):
        made: Decode = kind.fromisoformat
        return made
    if is_dataclass(kind):
        return _record(kind, [field.name for field in fields(kind) if field.init])
    if isinstance(kind, type) and issubclass(kind, tuple):
        return _record(kind, kind._fields)  # type: ignore[attr-defined]
    raise TypeError(f"{kind} is nothing that is kept")


def _same(value: Any) -> Any:
    return value


def _optional(inner: tuple[Any, ...]) -> Decode:
    (kind,) = (one for one in inner if one is not type(None))
    decode = _decoder(kind)
    return lambda value: None if value is None else decode(value)


def _tuple(inner: tuple[Any, ...]) -> Decode:
    if len(inner) == 2 and inner[1] is Ellipsis:
        one = _decoder(inner[0])
        return tuple if one is _same else lambda items: tuple(map(one, items))
    parts = tuple(map(_decoder, inner))
    return lambda items: tuple(decode(item) for decode, item in zip(parts, items, strict=True))


def _record(kind: Any, names: Iterable[str]) -> Decode:
    """A dataclass or a named tuple."""
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[name]) for name in names]
    count = len(decoders)
    changing = [(at, decode) for at, decode in enumerate(decoders) if decode is not _same]

    def decode(values: Any) -> Any:
        """Most fields are what CBOR gives; the list that it has made of them is nobody else's."""
        if len(values) != count:
            raise ValueError(f"{kind.__name__} of another version")
        for at, decode in changing:
            values[at] = decode(values[at])
        return kind(*values)

    return decode


def pack(value: object) -> bytes:
    """As `dumps`, compressed: pages are texts that say much twice."""
    return zlib.compress(dumps(value), 1)


def unpack(kind: type[T], data: bytes | None) -> T | None:
    """What was packed; None for nothing, and for what is damaged or of another version."""
    if data is None:
        return None
    try:
        return loads(kind, zlib.decompress(data))
    except (CodecError, zlib.error):
        return None


def digest(value: object) -> str:
    """A hash over data that are equal where their `repr` is: nothing with a set in it, whose order varies."""
    return sha256(repr(value).encode()).hexdigest()[:32]

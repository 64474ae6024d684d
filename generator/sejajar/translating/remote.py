"""An engine whose calls other processes make: how fast, how often and how long it is asked is decided here.

Workers know nothing of rates and catalogs. Each call is a task of its own, which ends with answers or
refusals; what these mean for the next call is the business of who hands out. A call takes no key along: the
engine is made where the call is, from the environment there.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace

from sejajar.translating.engines import Engine, engine
from sejajar.translating.translator import (
    Context,
    Contextual,
    EngineError,
    Limits,
    Meter,
    Refusal,
    Translator,
    Usage,
)


@dataclass(frozen=True, slots=True)
class Call:
    """What a worker needs to ask an engine. Its repr, which Dask logs where a task fails, holds no text."""

    name: str
    url: str
    model: str = ""
    context: Context | None = field(default=None, repr=False)
    texts: tuple[str, ...] = field(default=(), repr=False)


def answered(call: Call) -> tuple[tuple[str | Refusal, ...], Usage]:
    """On a worker: the answers, and what they have used."""
    asked: Translator
    try:
        asked = engine(call.name, os.environ, url=call.url, model=call.model)
    except EngineError as error:
        refusal = Refusal("worker", f"a worker cannot ask it: {error}", final=True)
        return (refusal,) * len(call.texts), Usage()
    if call.context and isinstance(asked, Contextual):
        asked = asked.within(call.context)
    answers = tuple(asked.translate(call.texts))
    return answers, asked.usage if isinstance(asked, Contextual) else Usage()


def remote(engine: Engine, model: str, workers: Executor) -> Translator:
    """The same engine, asked by `workers`: an executor of processes, here or on other machines.

    Its address is theirs too: 127.0.0.1 is the machine that a worker is on. A worker that dies costs time,
    and perhaps a second request for the same texts.
    """
    kind = _Contextual if isinstance(engine, Contextual) else _Remote
    return kind(engine, Call(engine.name, engine.url, model), workers)


@dataclass(frozen=True)
class _Remote:
    engine: Engine
    """The same, made here: what it is like."""
    call: Call
    workers: Executor = field(repr=False)
    meter: Meter = field(default_factory=Meter, repr=False)

    @property
    def name(self) -> str:
        return self.engine.name

    @property
    def host(self) -> str:
        return self.engine.host

    @property
    def private(self) -> bool:
        return self.engine.private

    @property
    def limits(self) -> Limits:
        return self.engine.limits

    def translate(self, texts: Sequence[str]) -> tuple[str | Refusal, ...]:
        # By `map`, which has another worker, or in the end this process, do what a dead one leaves undone.
        ((answers, usage),) = self.workers.map(answered, [replace(self.call, texts=tuple(texts))])
        self.meter.add(usage)
        return answers


@dataclass(frozen=True)
class _Contextual(_Remote):
    def within(self, context: Context) -> _Contextual:
        return replace(self, call=replace(self.call, context=context))

    @property
    def usage(self) -> Usage:
        return self.meter.usage

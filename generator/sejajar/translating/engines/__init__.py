"""From a name in the settings to an engine that is ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

from sejajar.translating.engines.deep import GOOGLE_URL, MYMEMORY_URL, Google, MyMemory
from sejajar.translating.engines.deepl import DeepL, usual_url
from sejajar.translating.engines.libretranslate import LOCAL_URL, LibreTranslate
from sejajar.translating.engines.openai import OPENAI_URL, OpenAI
from sejajar.translating.http import Timeouts, address, check_key_is_safe, is_near
from sejajar.translating.translator import EngineError

ENGINES = ("google", "mymemory", "libretranslate", "deepl", "openai")

Engine = Google | MyMemory | LibreTranslate | DeepL | OpenAI

LIBRETRANSLATE_KEY = "SEJAJAR_LIBRETRANSLATE_KEY"
OPENAI_KEY = "SEJAJAR_OPENAI_KEY"
DEEPL_KEYS = ("SEJAJAR_DEEPL_KEY", "DEEPL_AUTH_KEY")
"""The second is the name that DeepL's own tools use."""


def engine(
    name: str,
    environment: Mapping[str, str],
    *,
    url: str = "",
    model: str = "",
    private: bool = False,
    timeouts: Timeouts | None = None,
) -> Engine:
    """The engine of that name; keys are read from `environment` (`os.environ`) and from nowhere else.

    `url` replaces the engine's usual address; `model` is what a server of several is asked for. Raises
    EngineError, whose text says how to fix it.
    """
    options = {"private": private} | ({"timeouts": timeouts} if timeouts else {})
    match name:
        case "google":
            return Google(address(url, GOOGLE_URL), **options)  # type: ignore[arg-type]
        case "mymemory":
            return MyMemory(address(url, MYMEMORY_URL), **options)  # type: ignore[arg-type]
        case "libretranslate":
            key = environment.get(LIBRETRANSLATE_KEY, "").strip()
            base = address(url, LOCAL_URL)
            check_key_is_safe(base, key)
            return LibreTranslate(base, key, **options)  # type: ignore[arg-type]
        case "deepl":
            key = next((value for at in DEEPL_KEYS if (value := environment.get(at, "").strip())), "")
            if find_spec("deepl") is None:
                raise EngineError("the engine deepl needs DeepL's package: pip install 'sejajar[deepl]'")
            if not key:
                raise EngineError(
                    "the engine deepl needs a key in the environment variable SEJAJAR_DEEPL_KEY"
                )
            base = address(url, usual_url(key))
            check_key_is_safe(base, key)
            return DeepL(base, key, **options)  # type: ignore[arg-type]
        case "openai":
            if find_spec("openai") is None:
                raise EngineError("the engine openai needs its package: pip install 'sejajar[openai]'")
            if not model:
                raise EngineError("the engine openai needs a model: name one as `translate: model:`")
            base, key = address(url, OPENAI_URL), environment.get(OPENAI_KEY, "").strip()
            if not key and not is_near(base):
                raise EngineError(
                    "the engine openai needs a key in the environment variable SEJAJAR_OPENAI_KEY"
                )
            check_key_is_safe(base, key)
            return OpenAI(base, model, key, **options)  # type: ignore[arg-type]
    raise EngineError(f"there is no engine “{name}”; there are {', '.join(ENGINES)}")

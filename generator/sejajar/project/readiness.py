"""What has to be settled before an article is published: rights, credits, old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sejajar import rendering
from sejajar.model import Article, Image, Location, Problem, Severity, Status
from sejajar.rendering import Places

_CREDIT = re.compile(r"\b(?:Foto|Photo|Ilustrasi|Infografik)\s*:\s*\w")


def unready(article: Article, text: str) -> tuple[Problem, ...]:
    """What keeps an article from being published: errors; warnings while it is a draft.

    A text that was taken from somebody needs their rights stated, a picture its credit. `text` is the
    article's file, for the line.
    """
    status = article.metadata.status
    if status is Status.RETRACTED:
        return ()
    severity = Severity.WARNING if status is Status.DRAFT else Severity.ERROR
    problems = []
    source = article.metadata.source
    if source and not source.rights:
        message = f"the text is that of {source.outlet}, and nothing says that it may be published"
        hint = "write rights: … into source; where only the facts are theirs, name them in references instead"
        location = Location(article.path, _line(text, r"source\s*:"))
        problems.append(Problem(location, severity, "rights", message, hint))
    for image in (block for block in article.blocks if isinstance(block, Image)):
        caption = image.caption.text if image.caption else ""
        if not _CREDIT.search(caption):
            message = f"nothing says whose picture {image.src} is"
            hint = "end its caption with “Foto: …”, “Ilustrasi: …” or “Infografik: …”"
            location = Location(article.path, image.line)
            problems.append(Problem(location, severity, "credit", message, hint, caption))
    return tuple(problems)


def clashing_aliases(articles: Iterable[Article], texts: Mapping[str, str], places: Places) -> list[Problem]:
    """Aliases at which an article stands, or to which another has a claim too; those that name an edition.

    Case does not count, since on many disks it does not. `texts` are the article files by path, for the line.
    """
    articles = tuple(articles)
    taken = {_address(article): f"the address of {article.path}" for article in articles}
    problems = []
    for article in articles:
        for alias in article.metadata.aliases:
            name = alias.removesuffix(".html").casefold()
            hint = "delete it, or correct it"
            if edition := places.edition(alias):
                rest = alias.removeprefix(f"{places.root(edition)}/")
                message = f"the alias {alias} begins with an edition"
                hint = f"write {rest or '2025/07/slug-lama'}, which is redirected in both"
            elif name in taken:
                message = f"the alias {alias} is {taken[name]}"
            else:
                taken[name] = f"an alias of {article.path} too"
                continue
            location = Location(article.path, _line(texts[article.path], rf".*{re.escape(alias)}"))
            problems.append(Problem(location, Severity.ERROR, "alias", message, hint))
    return problems


def _address(article: Article) -> str:
    return rendering.below_edition(article).casefold()


def _line(text: str, pattern: str) -> int:
    """The first line that begins so, 1-based; 0 where none does."""
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if re.match(pattern, line)), 0)

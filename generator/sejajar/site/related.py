"""Which briefings are related: those that share tags and glossary terms, and rare ones weigh more.

A feature that many articles share would make each two of them candidates, and the work quadratic. So an
article meets, by each of its rarest features, only its nearest neighbours in time among those who have it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from math import log

from sejajar.formats.glossary import Glossary
from sejajar.model import Article

MOST = 4
FEATURES = 8
"""An article's features that bring it candidates: its rarest."""
REACH = 6
"""How many articles before and after it each feature brings."""

Feature = str
NameOf = Callable[[str], str]


def features_of(article: Article, glossary: Glossary, name_of: NameOf = str.casefold) -> frozenset[Feature]:
    """Its tags, and the glossary's terms in what an article says first: title, key points, headings, lead.

    `name_of`: under what two spellings of one tag are the same.
    """
    said = [article.title, *article.points, *(section.heading for section in article.sections)]
    said += [segment for segment in article.segments if segment.kind == "paragraph"][:1]
    terms = {match.term.indonesian for segment in said for match in glossary.find(segment.text)}
    return frozenset(name_of(text) for text in (*article.metadata.tags, *terms))


def related(features: Sequence[Collection[Feature]], most: int = MOST) -> list[list[int]]:
    """For each article, the articles most like it, the most alike first; `features` in the order of dates.

    Work: at most `2 * FEATURES * REACH` comparisons an article, however many there are.
    """
    weights = weights_of(features)
    found: list[list[int]] = []
    sets = [frozenset(item) for item in features]
    for index, near in enumerate(candidates(features, weights)):
        scores = {one: sum(weights[shared] for shared in _in_order(sets[index] & sets[one])) for one in near}
        ranked = sorted(
            (one for one in scores if scores[one] > 0),
            key=lambda one: (-round(scores[one], 9), abs(one - index), one),
        )
        found.append(ranked[:most])
    return found


def weights_of(features: Sequence[Collection[Feature]]) -> Mapping[Feature, float]:
    """The inverse document frequency of each feature: nothing for what all have, or one alone."""
    bearers: dict[Feature, int] = {}
    for item in features:
        for feature in item:
            bearers[feature] = bearers.get(feature, 0) + 1
    many = len(features)
    return {feature: log(many / count) if count > 1 else 0.0 for feature, count in bearers.items()}


def candidates(
    features: Sequence[Collection[Feature]], weights: Mapping[Feature, float]
) -> Iterator[set[int]]:
    """For each article, those that are worth a comparison with it."""
    places: dict[Feature, list[int]] = {}
    position: list[dict[Feature, int]] = []
    for index, item in enumerate(features):
        position.append({})
        for feature in item:
            if weights[feature] > 0:
                position[index][feature] = len(places.setdefault(feature, []))
                places[feature].append(index)
    for index, own in enumerate(position):
        rarest = sorted(own, key=lambda feature: (-weights[feature], str(feature)))[:FEATURES]
        near: set[int] = set()
        for feature in rarest:
            at = own[feature]
            near.update(places[feature][max(0, at - REACH) : at + REACH + 1])
        near.discard(index)
        yield near


def _in_order(features: Collection[Feature]) -> list[Feature]:
    """In one order, since a sum of floating-point numbers depends on it."""
    return sorted(features, key=str)

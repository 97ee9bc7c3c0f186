"""The same advertisement published again: found by what it says, counted once."""

from collections.abc import Iterable

from groundfloor.matching.wording import fold
from groundfloor.model.posting import PostingReading

_FACTS_TO_TELL = 3
"""Below this many facts two short advertisements may agree by chance."""


def group_repeated(readings: Iterable[PostingReading]) -> list[tuple[PostingReading, tuple[str, ...]]]:
    """Groups postings that say the same thing.

    Two postings are the same when employer, place, title and every fact with its words agree after folding: case,
    punctuation, markup and the order of the boards' own fields do not tell them apart, another town does.

    Args:
        readings: postings as read.

    Returns:
        Of each group the posting that came first, with the ids of the others in order of arrival.
    """
    first: dict[tuple[object, ...], PostingReading] = {}
    repeats: dict[tuple[object, ...], list[str]] = {}
    for reading in readings:
        key = _says(reading)
        if key in first:
            repeats[key].append(reading.id)
        else:
            first[key], repeats[key] = reading, []
    return [(reading, tuple(repeats[key])) for key, reading in first.items()]


def _says(reading: PostingReading) -> tuple[object, ...]:
    facts = sorted({(fact.kind, fold(fact.quote)) for fact in reading.facts if fact.quote})
    if len(facts) < _FACTS_TO_TELL:
        return (reading,)
    town = reading.location.split(",")[0]
    return (fold(reading.title), fold(reading.employer), fold(town), *facts)

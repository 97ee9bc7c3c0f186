"""Schooling: the level, the field, and whether experience is taken in its place."""

import re
from collections.abc import Iterable
from itertools import zip_longest

from groundfloor.model.facts import Education, Fact
from groundfloor.model.vocabulary import EDUCATION_LEVELS, EducationLevel
from groundfloor.readers.frame import Mention, ScannedText, is_ask

_FIELD = re.compile(
    r"(?:(?: ?/ ?| or )(?:an? )?(?:[BM]\.?(?:Sc|A|S)\.?|[Bb]achelor'?s|[Mm]aster'?s))?"
    r"(?: degree| diploma)?(?: or higher)?,? in (?:an? |the )?(?P<field>[A-Za-z][A-Za-z&/, -]{2,58}?)"
    r"(?=[.;(:\n]| (?:or|and) (?:an? )?(?:equivalent|related|similar|relevant|comparable|other)| is\b| from\b| with\b"
    r"| required| preferred|, (?:or|and|with|preferred|required)|$)"
)
_NOT_A_FIELD = re.compile(r"(?:any|related|relevant|progress|lieu|addition|which|order)\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"(?:\bor\b|/|,)")
_FIELD_REACH, _ALTERNATIVE_REACH, _EXPERIENCE_REACH = 90, 60, 90


def read_education(frame: ScannedText) -> list[Fact]:
    """The schooling a text asks for, one fact a level, in the order of the text.

    Of levels offered as alternatives in one breath ("associate's or bachelor's degree") the lowest is the ask. A level
    asked twice is given once, as required when any place requires it. "Degree not required" is left out.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> frame = get_scanner(open_catalogue()).scan("Bachelor's degree in History or equivalent experience a plus.")
        >>> [(fact.value.level, fact.value.field, fact.value.or_experience, fact.strength)
        ...     for fact in read_education(frame)]
        [('bachelor', 'History', True, 'preferred')]
    """
    chosen: dict[EducationLevel, Fact] = {}
    mentions = _without_alternatives(frame, list(_iter_levels(frame)))
    for mention, following in zip_longest(mentions, mentions[1:]):
        fact = _fact(frame, mention, following.start if following and following.line is mention.line else None)
        held = chosen.get(_level(mention))
        if held is None or (held.strength == "preferred" and fact.strength == "required"):
            chosen[_level(mention)] = fact
    return sorted(chosen.values(), key=lambda fact: fact.span or (0, 0))


def iter_education_mentions(frame: ScannedText) -> Iterable[Mention]:
    """Every naming of a level of schooling, the widest where several overlap. For résumés, which hold, not ask."""
    last_end = -1
    mentions = [one for one in frame.mentions("education") if one.code in EDUCATION_LEVELS]
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.start >= last_end:
            yield mention
            last_end = mention.end


def find_field(frame: ScannedText, mention: Mention) -> str | None:
    """The field of study named after a level ("degree in History"), None where none is."""
    stop = min(mention.line.end, mention.end + _FIELD_REACH)
    words = frame.text[mention.start : mention.end]
    found = _FIELD.match(frame.text, mention.end - len(" in") * words.endswith((" in", " or")), stop)
    if not found or _NOT_A_FIELD.match(found["field"]):
        return None
    return found["field"].strip(" ,-/")


def _iter_levels(frame: ScannedText) -> Iterable[Mention]:
    for mention in iter_education_mentions(frame):
        if not is_ask(mention.line):
            continue
        if mention.code == "none" or not frame.is_negated(mention.start, mention.end):
            yield mention


def _level(mention: Mention) -> EducationLevel:
    level: EducationLevel = mention.code  # type: ignore[assignment]
    return level


def _without_alternatives(frame: ScannedText, mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or not _are_alternatives(frame, kept[-1], mention):
            kept.append(mention)
        elif EDUCATION_LEVELS.index(_level(mention)) < EDUCATION_LEVELS.index(_level(kept[-1])):
            kept[-1] = mention
    return kept


def _are_alternatives(frame: ScannedText, one: Mention, other: Mention) -> bool:
    gap = frame.text[max(one.start, one.end - len(" or")) : other.start]
    if one.line is not other.line or len(gap) > _ALTERNATIVE_REACH or ";" in gap or not _ALTERNATIVE.search(gap):
        return False
    return frame.strength(one.start, one.end) == frame.strength(other.start, other.end)


def _fact(frame: ScannedText, mention: Mention, stop: int | None) -> Fact:
    value = Education(
        level=_level(mention), field=find_field(frame, mention), or_experience=_has_experience_instead(frame, mention)
    )
    return frame.fact("education", value, mention, strength=frame.strength(mention.start, mention.end, stop=stop))


def _has_experience_instead(frame: ScannedText, mention: Mention) -> bool:
    return any(
        one.code == "or_experience" and 0 <= one.start - mention.end <= _EXPERIENCE_REACH
        for one in frame.mentions("education", mention.line)
    )

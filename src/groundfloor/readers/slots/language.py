"""Languages beside each other: which, at what CEFR level, asked or welcome."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import LanguageTest
from groundfloor.model.facts import Fact, Language
from groundfloor.model.vocabulary import CEFR_LEVELS, CefrLevel
from groundfloor.readers.frame import Line, Mention, ScannedText, is_ask

_CUES = "language_cues"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d)?")
_LANGUAGES_HEADING = re.compile(r"language", re.IGNORECASE)
_GRADE_REACH, _LEVEL_REACH, _NEXT_NAME_REACH, _CUE_REACH = 28, 30, 12, 90
_LEVEL_CODE = re.compile(r"[ABC][12]", re.IGNORECASE)


def read_languages(frame: ScannedText, catalogue: Catalogue) -> list[Fact]:
    """The languages a text asks for, one fact a language, in the order of the text.

    A name counts only beside a word that shows a skill in the language ("fluent", "speaking", "a plus"): the German
    market is no German. English counts when it is asked, not when the text is merely written in it. Levels are those
    named (CEFR codes, test scores) or plain by rule: fluent C1, native C2, business level B2, conversational B1,
    basic A2. "Bilingual" without a language is ``und``.

    Args:
        frame: the scanned document.
        catalogue: for the language tests' own tables.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> catalogue = open_catalogue()
        >>> frame = get_scanner(catalogue).scan("Bilingual candidates preferred.")
        >>> [(fact.value.tag, fact.value.cefr, fact.strength) for fact in read_languages(frame, catalogue)]
        [('und', None, 'preferred')]
    """
    chosen: dict[str, Fact] = {}
    for fact in _iter_languages(frame, catalogue):
        if isinstance(fact.value, Language):
            held = chosen.get(fact.value.tag)
            chosen[fact.value.tag] = fact if held is None else _stronger(held, fact)
    if len(chosen) > 1 and "und" in chosen and chosen["und"].rule == "language_cues.und":
        chosen = {tag: fact for tag, fact in chosen.items() if tag != "und" or _adds(fact, chosen)}
    return sorted(chosen.values(), key=lambda fact: fact.span or (0, 0))


def _adds(und: Fact, chosen: dict[str, Fact]) -> bool:
    """Whether "other languages" stands beside named ones as a wish of its own, not as a word for them."""
    return not und.quote.lower().startswith(("bilingual", "multilingual"))


def _stronger(held: Fact, other: Fact) -> Fact:
    """Of two readings of one language the one with a level, then the one that requires it."""
    return max(held, other, key=lambda fact: (_has_level(fact), fact.strength == "required"))


def _has_level(fact: Fact) -> bool:
    return isinstance(fact.value, Language) and fact.value.cefr is not None


class _Clues(NamedTuple):
    names: Sequence[Mention]
    cues: Sequence[Mention]
    tests: Sequence[Mention]


def _iter_languages(frame: ScannedText, catalogue: Catalogue) -> Iterator[Fact]:
    everything = [one for slot in ("language", _CUES, "language_test") for one in frame.mentions(slot)]
    everything.sort(key=lambda one: (one.start, one.end))
    for line, mentions in groupby(everything, key=lambda one: one.line):
        if not is_ask(line):
            continue
        found = list(mentions)
        clues = _Clues(
            [one for one in found if one.slot == "language" and not _is_aside(frame, one)],
            [one for one in found if one.slot == _CUES],
            [one for one in found if one.slot == "language_test"],
        )
        yield from _read_line(frame, line, clues, catalogue)


def _read_line(frame: ScannedText, line: Line, clues: _Clues, catalogue: Catalogue) -> Iterator[Fact]:
    test_levels = dict(_iter_tests(frame, clues.tests, catalogue))
    for at, name in enumerate(clues.names):
        if frame.is_negated(name.start, name.end) or not _is_skill(line, name, clues):
            continue
        following = clues.names[at + 1] if at + 1 < len(clues.names) else None
        value = Language(tag=name.code, cefr=test_levels.pop(name.code, None) or _level(frame, name, following, clues))
        start, end = _place(frame, name, clues)
        yield frame.fact(
            "language", value, (start, end), strength=frame.strength(name.start, name.end), rule=name.rule
        )
    for tag, level in test_levels.items():
        test = clues.tests[0]
        value = Language(tag=tag, cefr=level)
        yield frame.fact("language", value, test, strength=frame.strength(test.start, test.end))
    if not clues.names:
        yield from _read_unnamed(frame, clues.cues)


def _read_unnamed(frame: ScannedText, cues: Sequence[Mention]) -> Iterator[Fact]:
    unnamed = next((one for one in cues if one.code == "und"), None)
    if unnamed and not frame.is_negated(unnamed.start, unnamed.end):
        level = next((_as_level(one.code) for one in cues if _as_level(one.code)), None)
        strength = frame.strength(unnamed.start, unnamed.end)
        yield frame.fact("language", Language(tag="und", cefr=level), unnamed, strength=strength)


def _is_skill(line: Line, name: Mention, clues: _Clues) -> bool:
    if _LANGUAGES_HEADING.search(line.heading):
        return True
    return any(max(cue.start - name.end, name.start - cue.end) <= _CUE_REACH for cue in clues.cues)


def _is_aside(frame: ScannedText, name: Mention) -> bool:
    return any(one.start <= name.start and name.end <= one.end for one in frame.asides(_CUES))


def _place(frame: ScannedText, name: Mention, clues: _Clues) -> tuple[int, int]:
    """The name with the cue before it, when that is close."""
    before = [cue.start for cue in clues.cues if cue.end <= name.start and name.start - cue.end <= _LEVEL_REACH]
    return (max(before), name.end) if before else (name.start, name.end)


def _level(frame: ScannedText, name: Mention, following: Mention | None, clues: _Clues) -> CefrLevel | None:
    """A level right after the name, else the nearest word before it, else a trailing one ("… fluently")."""
    levels = [cue for cue in clues.cues if _as_level(cue.code)]
    stop = following.start if following else name.line.end
    for cue in levels:
        near = name.end <= cue.start < min(stop, name.end + _LEVEL_REACH)
        if near and (_LEVEL_CODE.match(frame.text, cue.start) or not _speaks_of_next(cue, following)):
            return _as_level(cue.code)
    before = [cue for cue in clues.cues if cue.end <= name.start and cue.code != "und"]
    nearest = max(before, key=lambda cue: cue.end, default=None)
    if nearest and _as_level(nearest.code):
        return _as_level(nearest.code)
    after = [cue for cue in levels if cue.start >= name.end and not _leads(cue, clues.names)]
    return _as_level(after[0].code) if after and _same_breath(frame, name, after[0]) else None


def _speaks_of_next(cue: Mention, following: Mention | None) -> bool:
    return following is not None and following.start - cue.end <= _NEXT_NAME_REACH


def _leads(cue: Mention, names: Sequence[Mention]) -> bool:
    return any(0 <= name.start - cue.end <= _NEXT_NAME_REACH for name in names)


def _same_breath(frame: ScannedText, name: Mention, cue: Mention) -> bool:
    gap = frame.text[name.end : cue.start]
    return len(gap) <= _CUE_REACH and ";" not in gap


def _as_level(code: str) -> CefrLevel | None:
    return next((level for level in CEFR_LEVELS if level == code), None)


def _iter_tests(
    frame: ScannedText, tests: Sequence[Mention], catalogue: Catalogue
) -> Iterator[tuple[str, CefrLevel | None]]:
    for mention in tests:
        test = catalogue.language_tests[mention.code]
        after = frame.text[mention.end : min(mention.line.end, mention.end + _GRADE_REACH)]
        yield test.tag, read_test_level(test, after)


def read_test_level(test: LanguageTest, words: str) -> CefrLevel | None:
    """The CEFR level of a test result by the test's own published table, None when no result is named.

    Args:
        test: the test.
        words: what stands after its name, e.g. " N2 or higher".
    """
    upper = words.upper()
    graded = [band for band in test.bands if band.grade and re.search(rf"\b{re.escape(band.grade.upper())}\b", upper)]
    if graded:
        return max(graded, key=lambda band: len(band.grade)).cefr
    number = _NUMBER.search(words)
    if not number:
        return None
    score = float(number.group())
    return next(
        (
            band.cefr
            for band in test.bands
            if band.min is not None and band.min <= score and (band.max is None or score <= band.max)
        ),
        None,
    )

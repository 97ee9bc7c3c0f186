"""Languages beside each other: which, at what CEFR level, asked or welcome."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import LanguageTest
from groundfloor.model.facts import Fact, Language
from groundfloor.model.vocabulary import CEFR_LEVELS, CefrLevel
from groundfloor.readers.frame import Line, Mention, ScannedText, is_ask

_CUES = "language_cues"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d)?")
_LANGUAGES_HEADING = re.compile(r"language", re.IGNORECASE)
_GRADE_REACH, _LEVEL_REACH, _TRAILING_REACH, _CUE_REACH = 28, 30, 40, 90
_SET_APART = re.compile(r" ?[(:-] ?\(?(?:at )?(?:an? )?")
_AT_ONCE = re.compile(r" (?:language )?(?:skills )?(?:at |on |to )?(?:an? )?", re.IGNORECASE)
_EITHER = re.compile(r"(?:\b(?:or|to)|/) ?(?:an? )?$", re.IGNORECASE)
_EITHER_REACH = 8
_SUCH_AS = re.compile(r"such as|e\.?g|like|including|i\.?e|preferabl|ideally", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|or)\b|&|/", re.IGNORECASE)
_OWN_VERB = re.compile(
    r"[\w ]{0,20}\b(?:is|are|would|will|nice to have|desirable|welcome|useful|helpful|"
    r"an? (?:plus|asset|bonus|advantage))\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\bwith (?:an? )?(?:plus|bonus|preference|advantage) for\b", re.IGNORECASE)
_JOINED_NAMES = re.compile(r",? ?(?:/|&|and|or|,) ?(?:an? )?", re.IGNORECASE)
_ENDS_CLAUSE, _ENDS_ITEM = re.compile(r"[;.]"), re.compile(r"[;.,]")
_AT_LEVEL = re.compile(
    r" (?:language )?(?:skills )?(?:at|on|to|of) (?:an? )?(?:[\w-]+ ){0,3}?(?:level|standard|proficiency|[abc][12])\b",
    re.IGNORECASE,
)
_LEVEL_CODE = re.compile(r"[ABC][12]", re.IGNORECASE)


def read_languages(frame: ScannedText, catalogue: Catalogue, *, title_end: int = 0) -> list[Fact]:
    """The languages a text asks for, one fact a language, in the order of the text.

    A name counts only beside a word that shows a skill in the language ("fluent", "speaking", "a plus"): the German
    market is no German. English counts when it is asked, not when the text is merely written in it. Levels are those
    named (CEFR codes, test scores) or plain by rule: fluent C1, native C2, business level B2, conversational B1,
    basic A2. "Bilingual" without a language is ``und``.

    Args:
        frame: the scanned document.
        catalogue: for the language tests' own tables.
        title_end: where a posting's title ends in ``frame.text``: a language in a title is asked without more words.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> catalogue = open_catalogue()
        >>> frame = get_scanner(catalogue).scan("Bilingual candidates preferred.")
        >>> [(fact.value.tag, fact.value.cefr, fact.strength) for fact in read_languages(frame, catalogue)]
        [('und', None, 'preferred')]
    """
    chosen: dict[str, Fact] = {}
    for fact in _iter_languages(frame, catalogue, title_end):
        if isinstance(fact.value, Language):
            held = chosen.get(fact.value.tag)
            chosen[fact.value.tag] = fact if held is None else _stronger(held, fact)
    named = [fact for fact in chosen.values() if fact.rule != "language_cues.bilingual"]
    return sorted(named or chosen.values(), key=lambda fact: fact.span[::-1] if fact.span else (0, 0))


def _stronger(held: Fact, other: Fact) -> Fact:
    """Of two readings of one language the one with a level, then the one that requires it."""
    return max(held, other, key=lambda fact: (_has_level(fact), fact.strength == "required"))


def _has_level(fact: Fact) -> bool:
    return isinstance(fact.value, Language) and fact.value.cefr is not None


class _Clues(NamedTuple):
    names: Sequence[Mention]
    cues: Sequence[Mention]
    tests: Sequence[Mention]


def _iter_languages(frame: ScannedText, catalogue: Catalogue, title_end: int) -> Iterator[Fact]:
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
        if line.start < title_end:
            clues = clues._replace(cues=[*clues.cues, *clues.names])
        yield from _read_line(frame, line, clues, catalogue)


def _read_line(frame: ScannedText, line: Line, clues: _Clues, catalogue: Catalogue) -> Iterator[Fact]:
    test_levels = dict(_iter_tests(frame, clues.tests, catalogue))
    apart = _stand_apart(frame, clues.names)
    for at, (name, level) in enumerate(zip(clues.names, _levels(frame, clues, apart), strict=True)):
        if not frame.is_negated(name.start, name.end) and _is_skill(line, name, clues):
            place = _place(frame, name, clues, level)
            value = Language(tag=name.code, cefr=_higher(test_levels.pop(name.code, None), level))
            strength = frame.strength(name.start, name.end, stop=_stop(frame, at, clues, apart))
            yield frame.fact("language", value, place, strength=strength, rule=name.rule)
    for tag, level in test_levels.items():
        test = clues.tests[0]
        value = Language(tag=tag, cefr=level)
        yield frame.fact("language", value, test, strength=frame.strength(test.start, test.end))
    yield from _read_unnamed(frame, clues)


def _higher(of_test: CefrLevel | None, said: CefrLevel | None) -> CefrLevel | None:
    """The level asked where a test and words both name one: "business level (JLPT N2)"."""
    return max((level for level in (of_test, said) if level), default=None)


def _read_unnamed(frame: ScannedText, clues: _Clues) -> Iterator[Fact]:
    """``und`` for "bilingual" where no language is named, and "other languages" also beside named ones."""
    codes = ("other_languages",) if clues.names else ("other_languages", "bilingual")
    unnamed = next((one for one in clues.cues if one.code in codes), None)
    if unnamed and not frame.is_negated(unnamed.start, unnamed.end):
        after = (one for one in clues.cues if one.start >= unnamed.end)
        level = next((_as_level(one.code) for one in after if _as_level(one.code)), None)
        strength = frame.strength(unnamed.start, unnamed.end)
        yield frame.fact("language", Language(tag="und", cefr=level), unnamed, strength=strength)


def _is_skill(line: Line, name: Mention, clues: _Clues) -> bool:
    if _LANGUAGES_HEADING.search(line.heading):
        return True
    shown = (*clues.cues, *clues.tests)
    return any(max(cue.start - name.end, name.start - cue.end) <= _CUE_REACH for cue in shown)


def _is_aside(frame: ScannedText, name: Mention) -> bool:
    return any(one.start <= name.start and name.end <= one.end for one in frame.asides(_CUES))


def _place(frame: ScannedText, name: Mention, clues: _Clues, level: CefrLevel | None) -> tuple[int, int]:
    """The name with the cue before it or the level behind it, when they are close and in the same breath."""
    before = [cue.start for cue in clues.cues if cue.end <= name.start and name.start - cue.end <= _LEVEL_REACH]
    last_end = max((other.end for other in clues.names if other.end <= name.start), default=-1)
    is_next = 0 <= last_end <= max(before, default=-1)
    before = [at for at in before if not (_ENDS_ITEM if is_next else _ENDS_CLAUSE).search(frame.text, at, name.start)]
    start = max(before, default=name.start)
    start = name.start if "(" in frame.text[start : name.start] else start
    said = [cue for cue in clues.cues if level and cue.code == level and start <= cue.start <= name.end + _LEVEL_REACH]
    behind = said[0].end if said and not _ENDS_CLAUSE.search(frame.text, name.end, said[0].end) else name.end
    return start, max(name.end, behind)


def _levels(frame: ScannedText, clues: _Clues, apart: Sequence[bool]) -> list[CefrLevel | None]:
    """The level of each name: one right after it, else the words before it, else a trailing one ("… fluently").

    Names that follow each other without a word of skill between share the words before the first, unless a name
    stands apart.
    """
    levels: list[CefrLevel | None] = []
    shared: CefrLevel | None = None
    start, used = -1, -1
    for at, name in enumerate(clues.names):
        own = [cue for cue in clues.cues if max(start, used) <= cue.start < name.start]
        own = [cue for cue in own if not _belongs_to_last(frame, start, cue)]
        if own:
            shared = _level_said(frame, own)
        elif apart[at]:
            shared = None
        following = clues.names[at + 1].start if at + 1 < len(clues.names) else name.line.end
        is_bare = not any(_as_level(cue.code) for cue in own)
        after = _cues_right_after(frame, name, following, clues, is_bare=is_bare)
        levels.append(_level_said(frame, after) or shared)
        start, used = name.end, max(after[-1].end, frame.text.find(",", after[-1].end, following)) if after else -1
    trailing = _trailing_level(frame, clues)
    if trailing and not any(levels):
        return [level or trailing for level in levels]
    if levels and levels[-1] is None:
        levels[-1] = trailing
    return _shared_backwards(frame, clues.names, levels)


def _shared_backwards(
    frame: ScannedText, names: Sequence[Mention], levels: list[CefrLevel | None]
) -> list[CefrLevel | None]:
    """Names joined by "or" share the level said behind the last: "Korean or Japanese at conversational level"."""
    is_said = False
    for at in range(len(names) - 1, 0, -1):
        is_joined = _JOINED_NAMES.fullmatch(frame.text, names[at - 1].end, names[at].start) is not None
        is_said = is_said or _AT_LEVEL.match(frame.text, names[at].end) is not None
        is_said = is_said and is_joined and levels[at - 1] is None
        if is_said:
            levels[at - 1] = levels[at]
    return levels


def _level_said(frame: ScannedText, cues: Sequence[Mention]) -> CefrLevel | None:
    """The level of some words of skill: the highest, but of levels offered as alternatives the lowest."""
    said = [cue for cue in cues if _as_level(cue.code) and not any(_is_inside(cue, other) for other in cues)]
    levels = [level for cue in said if (level := _as_level(cue.code))]
    is_choice = any(_are_alternatives(frame, one, other) for one, other in pairwise(said))
    return (min if is_choice else max)(levels, default=None)


def _are_alternatives(frame: ScannedText, one: Mention, other: Mention) -> bool:
    between = frame.text[one.start : other.start]
    return other.start - one.end <= _EITHER_REACH and _EITHER.search(between) is not None


def _is_inside(cue: Mention, other: Mention) -> bool:
    return other.start <= cue.start and cue.end <= other.end and other.end - other.start > cue.end - cue.start


def _belongs_to_last(frame: ScannedText, last_end: int, cue: Mention) -> bool:
    """Whether a cue is a level code in brackets behind the name before: "Italian (C1), …"."""
    gap = frame.text[last_end : cue.start] if last_end >= 0 else ""
    return last_end >= 0 and bool(_LEVEL_CODE.match(frame.text, cue.start)) and "," not in gap


def _cues_right_after(
    frame: ScannedText, name: Mention, following: int, clues: _Clues, *, is_bare: bool
) -> Sequence[Mention]:
    """The level set apart behind a name: a code ("Spanish, B2"), a word in brackets or behind a colon.

    Behind a name with no word of skill before it also one that follows at once: "German at a native level".
    """
    levels = [one for one in clues.cues if name.end <= one.start < following and _as_level(one.code)]
    for at, cue in enumerate(levels):
        if cue.start >= name.end + _LEVEL_REACH:
            break
        is_adverb = frame.text[cue.start : cue.end].endswith("ly")
        is_next = is_bare and not is_adverb and _AT_ONCE.fullmatch(frame.text, name.end, cue.start)
        gap = frame.text[name.end : cue.start]
        if is_next or _LEVEL_CODE.match(frame.text, cue.start) or _SET_APART.fullmatch(gap):
            others = [one for one in levels[at + 1 : at + 2] if _are_alternatives(frame, cue, one)]
            return [cue, *others]
    return []


def _stand_apart(frame: ScannedText, names: Sequence[Mention]) -> list[bool]:
    """Which names begin a clause of their own, with its own level and strength: "English; French is a plus"."""
    apart = [False] * len(names)
    for at, (one, name) in enumerate(pairwise(names), start=1):
        gap = frame.text[one.end : name.start]
        opens = gap.rfind("(") > gap.rfind(")") and not _SUCH_AS.search(gap)
        is_last = at == len(names) - 1 and "," in gap and not _JOINED.search(gap)
        says = is_last and _OWN_VERB.match(frame.text, name.end, name.line.end)
        apart[at] = opens or ";" in gap or " - " in gap or bool(says)
    return apart


def _stop(frame: ScannedText, at: int, clues: _Clues, apart: Sequence[bool]) -> int | None:
    """Where the words about a name end: the next name that stands apart, or the languages that are left unnamed."""
    end = clues.names[at].end
    stops = [name.start for name, is_apart in list(zip(clues.names, apart, strict=True))[at + 1 :] if is_apart]
    stops += [cue.start for cue in clues.cues if cue.code == "other_languages" and cue.start >= end]
    beside = _BESIDE.search(frame.text, end, clues.names[at].line.end)
    return min([*stops, beside.start()] if beside else stops, default=None)


def _trailing_level(frame: ScannedText, clues: _Clues) -> CefrLevel | None:
    """A level behind the last name, in the same breath: "speak English and Thai fluently"."""
    if not clues.names:
        return None
    end = clues.names[-1].end
    after = [cue for cue in clues.cues if cue.start >= end and cue.start - end <= _TRAILING_REACH]
    if (
        any(cue.code in ("other_languages", "bilingual") for cue in after)
        or ";" in frame.text[end : end + _TRAILING_REACH]
    ):
        return None
    return next((_as_level(cue.code) for cue in after if _as_level(cue.code)), None)


def _as_level(code: str) -> CefrLevel | None:
    return next((level for level in CEFR_LEVELS if level == code), None)


def _iter_tests(
    frame: ScannedText, tests: Sequence[Mention], catalogue: Catalogue
) -> Iterator[tuple[str, CefrLevel | None]]:
    for mention in tests:
        test = catalogue.language_tests[mention.code]
        after = frame.text[mention.end : min(mention.line.end, mention.end + _GRADE_REACH)]
        yield test.tag, read_test_level(test, after, named=frame.text[mention.start : mention.end])


def read_test_level(test: LanguageTest, words: str, *, named: str = "") -> CefrLevel | None:
    """The CEFR level of a test result by the test's own published table, None when no result is named.

    Args:
        test: the test.
        words: what stands after its name, e.g. " N2 or higher".
        named: its name as written, for grades that repeat it ("HSK 5").
    """
    upper = " ".join((named + words).upper().split())
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

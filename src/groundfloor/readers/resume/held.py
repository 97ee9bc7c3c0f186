"""What a résumé shows beside jobs and schooling: languages, tools, qualifications, duties done, personal skills."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Coded, Fact, Language, Span
from groundfloor.model.vocabulary import CEFR_LEVELS, CefrLevel, FactKind
from groundfloor.readers.frame import Mention, ScannedText
from groundfloor.readers.resume.job_kind import find_people_led
from groundfloor.readers.resume.named_systems import iter_named_systems
from groundfloor.readers.resume.qualifications import read_held_qualifications
from groundfloor.readers.resume.sections import ResumeLine, SectionKind
from groundfloor.readers.slots.language import read_languages
from groundfloor.readers.slots.tool import LISTS, read_tools

_EVERYWHERE: dict[str, FactKind] = {
    "soft_skills": "soft_skill",
    "communication": "communication",
    "computer_literacy": "computer_literacy",
}
_IN_JOBS: dict[str, FactKind] = {"duties": "duty", "channels": "channel"}
_HELD_CHECKS = frozenset({"driving_licence", "security_clearance", "right_to_work"})
_NOT_SPOKEN: frozenset[SectionKind] = frozenset({"education", "volunteer", "affiliations"})
_TELLING: frozenset[SectionKind] = frozenset({"experience", "summary", "top"})
_LEVELS: tuple[tuple[CefrLevel, str], ...] = (
    *((level, rf"\b{level}\b") for level in CEFR_LEVELS),
    ("C2", r"\b(?:native|mother[- ]tongue|first language|bilingual)\b"),
    ("C1", r"\b(?:fluent\w*|full professional|advanced)\b"),
    ("B2", r"\b(?:business|professional|upper[- ]intermediate)\b"),
    ("B1", r"\b(?:conversational|conversant|intermediate)\b"),
    ("A2", r"\b(?:basic|elementary)\b"),
)
"""Wordings of level and the CEFR level they stand for by the rules of reading; a code named wins."""
_BRACKET = re.compile(r" ?\([^()\n]{1,40}\)")
_SPOKEN = re.compile(r"[- ]speaking\b", re.IGNORECASE)


def read_held(
    frame: ScannedText, lines: Sequence[ResumeLine], bodies: Sequence[Span], catalogue: Catalogue
) -> list[Fact]:
    """Every thing held, with its words; a thing named twice is given once.

    Duties and channels count where they are told of a job; without any job they count anywhere. All are ``stated``.

    Args:
        frame: the scanned résumé.
        lines: its lines with sections.
        bodies: where the jobs are told.
        catalogue: tools, languages, tests.
    """
    facts = [
        *_languages(frame, lines, catalogue),
        *_tools(frame, lines, catalogue),
        *read_held_qualifications(frame, lines, catalogue),
    ]
    for slot, kind in _EVERYWHERE.items():
        facts += _first_of_each(frame, frame.mentions(slot), kind, _anywhere)
    for slot, kind in _IN_JOBS.items():
        facts += _first_of_each(frame, frame.mentions(slot), kind, _within(bodies) if bodies else _anywhere)
    if not any(isinstance(fact.value, Coded) and fact.value.code == "supervise_staff" for fact in facts):
        facts += _people_led(frame, bodies, catalogue)
    checks = [one for one in frame.mentions("checks") if one.code in _HELD_CHECKS]
    facts += _first_of_each(frame, checks, "check", _outside(bodies))
    return [msgspec.structs.replace(fact, strength="stated") for fact in facts]


def _people_led(frame: ScannedText, bodies: Sequence[Span], catalogue: Catalogue) -> Iterator[Fact]:
    """The duty of leading people, from the wordings with which résumés tell it."""
    original = frame.clean.original
    for body in bodies:
        found = find_people_led(original[body.start : body.end], catalogue)
        if found:
            span = Span(body.start + found[0], body.start + found[1])
            quote = original[span.start : span.end]
            yield Fact(kind="duty", value=Coded(code="supervise_staff"), quote=quote, span=span, rule="resume_jobs.led")
            return


def _anywhere(_: Fact) -> bool:
    return True


def _within(bodies: Sequence[Span]) -> Callable[[Fact], bool]:
    return lambda fact: fact.span is not None and any(body.start <= fact.span.start < body.end for body in bodies)


def _outside(bodies: Sequence[Span]) -> Callable[[Fact], bool]:
    inside = _within(bodies)
    return lambda fact: not inside(fact)


def _first_of_each(
    frame: ScannedText, mentions: Iterable[Mention], kind: FactKind, counts: Callable[[Fact], bool]
) -> Iterator[Fact]:
    seen: set[str] = set()
    for mention in mentions:
        if mention.code in seen or frame.is_negated(mention.start, mention.end):
            continue
        code = "true" if kind == "computer_literacy" else mention.code
        fact = frame.fact(kind, Coded(code=code), mention)
        if counts(fact):
            seen.add(mention.code)
            yield fact


def _languages(frame: ScannedText, lines: Sequence[ResumeLine], catalogue: Catalogue) -> Iterator[Fact]:
    """Languages shown by their wording, those of a section on languages and those spoken with customers."""
    shown = read_languages(frame, catalogue)
    yield from (listed := [_with_level(fact, shown) for fact in _listed_languages(frame, lines)])
    not_spoken = _within([Span(line.start, line.end) for line in lines if line.kind in _NOT_SPOKEN])
    tags = {fact.value.tag for fact in listed if isinstance(fact.value, Language)}
    spoken = [one for one in frame.mentions("language") if _SPOKEN.match(frame.text, one.end)]
    for fact in [*shown, *(frame.fact("language", Language(tag=one.code), one) for one in spoken)]:
        if isinstance(fact.value, Language) and fact.value.tag not in tags and not not_spoken(fact):
            tags.add(fact.value.tag)
            yield fact


def _with_level(listed: Fact, shown: Sequence[Fact]) -> Fact:
    """A listed language without a level of its own, at the level that a test named with it stands for."""
    value = listed.value
    if not isinstance(value, Language) or value.cefr:
        return listed
    levels = (one.value.cefr for one in shown if isinstance(one.value, Language) and one.value.tag == value.tag)
    return msgspec.structs.replace(listed, value=msgspec.structs.replace(value, cefr=next(levels, None)))


def _listed_languages(frame: ScannedText, lines: Sequence[ResumeLine]) -> Iterator[Fact]:
    """Languages of a section on languages, each with the level that stands beside it."""
    counts = _within([Span(line.start, line.end) for line in lines if line.kind == "languages"])
    listed = [one for one in frame.mentions("language") if counts(frame.fact("language", Language(tag=one.code), one))]
    seen: set[str] = set()
    for one, after in pairwise([*listed, None]):
        if one is not None and one.code not in seen:
            seen.add(one.code)
            stop = after.start if after and after.line is one.line else one.line.end
            level = _find_level(frame.text[one.end : stop]) or _find_level(_lead(frame, one))
            bracket = _BRACKET.match(frame.text, one.end, stop)
            place = (one.start, bracket.end() if bracket else one.end)
            yield frame.fact("language", Language(tag=one.code, cefr=level), place, rule=one.rule)


def _lead(frame: ScannedText, mention: Mention) -> str:
    """The words of the line before a language, back to the last comma or bracket."""
    return re.split(r"[,;|()]", frame.text[mention.line.start : mention.start])[-1]


def _find_level(words: str) -> CefrLevel | None:
    return next((level for level, pattern in _LEVELS if re.search(pattern, words, re.IGNORECASE)), None)


def _tools(frame: ScannedText, lines: Sequence[ResumeLine], catalogue: Catalogue) -> Iterator[Fact]:
    """Tools of the catalogue, and names that stand beside them; lists of skills mix names with all other things."""
    mixed = _within([Span(line.start, line.end) for line in lines if line.kind not in _TELLING])
    known = [fact for fact in read_tools(frame, catalogue) if not (fact.rule.startswith(LISTS) and mixed(fact))]
    yield from known
    taken = [fact.span for fact in known if fact.span is not None]
    yield from iter_named_systems(frame.clean.original, lines, taken, _tool_names(catalogue))


def _tool_names(catalogue: Catalogue) -> frozenset[str]:
    held = _held_names(catalogue.edition)
    if not held:
        tools = catalogue.tools.values()
        held.append(frozenset(name.lower() for one in tools for name in (one.name, *one.aliases, *one.short_names)))
    return held[0]


@cache
def _held_names(_edition: str) -> list[frozenset[str]]:
    return []

"""One document, scanned once: statements with whose words they are, and every mention of the lexicon in its place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from groundfloor.model.facts import Fact, FactValue
from groundfloor.model.vocabulary import FactKind, Strength
from groundfloor.text.clean import CleanText
from groundfloor.text.patterns import Hit

Owner = Literal["job", "ask", "offer", "employer", "equal_opportunity", "unknown"]
"""Whose words a stretch of text is: about the job, the ask, the offer to the worker, the employer, the law."""


class Part(NamedTuple):
    """A stretch of the original that is known to have an owner, e.g. one field of a posting."""

    start: int
    end: int
    owner: Owner


class Line(NamedTuple):
    """One statement (line, bullet or sentence) of the cleaned text.

    ``section_strength`` is what the heading above says of its lines, None when it says nothing. ``heading`` is the
    heading above, empty when there is none.
    """

    start: int
    end: int
    owner: Owner
    section_strength: Strength | None
    heading: str
    is_heading: bool


class Mention(NamedTuple):
    """One hit of the lexicon: which slot and code, where in the cleaned text, and the line it stands in.

    ``end`` may lie beyond the end of the line when the pattern runs over a full stop.
    """

    slot: str
    code: str
    start: int
    end: int
    groups: dict[str, str]
    line: Line

    @property
    def rule(self) -> str:
        """The rule that found it, ``<slot>.<code>``."""
        return f"{self.slot}.{self.code}"


_COMMA_DISTANCE, _BREAK_DISTANCE = 12, 60
_ASIDE = "aside"
_NEGATION_REACH = 24
_BREAKS = (
    ";",
    ". ",
    " - ",
    ": ",
    "? ",
    "! ",
    " but ",
    " though ",
    " although ",
    " however ",
    "required",
    "needed",
    "necessary",
)
_SLOTS_OF_COMMON_WORDS = (
    "language", "soft_skills", "duties", "education", "experience", "strength", "training", "qualification", "checks",
    "computer_literacy", "communication", "schedule", "channels", "language_test",
)  # fmt: skip
_IS_AFTERTHOUGHT = re.compile(r"\([\w -]{4,30}\)?\.?")
_ASIDE_IN_BRACKETS = re.compile(r"\([^)]{4,}$")


class ScannedText:
    """A document cut into lines, with every mention of the lexicon at hand by slot.

    Positions count in ``text``, the cleaned text; :meth:`fact` takes them back to the original.
    """

    def __init__(self, clean: CleanText, lines: Sequence[Line], mentions: dict[str, list[Mention]]) -> None:
        self.clean, self.text, self.lines = clean, clean.text, lines
        self._asides = {slot: [one for one in found if one.code == _ASIDE] for slot, found in mentions.items()}
        self._mentions = {slot: _without_asides(found, self._asides[slot]) for slot, found in mentions.items()}
        self._by_line: dict[str, dict[int, list[Mention]]] = {}

    def mentions(self, slot: str, line: Line | None = None) -> list[Mention]:
        """Every mention of a slot in the order of the text, also negated ones and ones in the employer's own words.

        Args:
            slot: file of the lexicon, or ``tool``, ``language``, ….
            line: only those of one line; all when left out.
        """
        found = self._mentions.get(slot, [])
        if line is None or not found:
            return found
        if slot not in self._by_line:
            self._by_line[slot] = _group_by_line(found)
        return self._by_line[slot].get(line.start, [])

    def asides(self, slot: str) -> list[Mention]:
        """The mentions of a slot's code ``aside``: wordings that only look like what the slot seeks."""
        return self._asides.get(slot, [])

    def asked(self, slot: str) -> list[Mention]:
        """The mentions of a slot that can ask something of the worker: neither negated nor of employer or offer."""
        return [one for one in self.mentions(slot) if is_ask(one.line) and not self.is_negated(one.start, one.end)]

    def is_other_than_tool(self, start: int, end: int, line: Line) -> bool:
        """Whether the words of a range are read as something else already: a language, a skill, a duty."""
        return any(
            one.start < end and start < one.end for slot in _SLOTS_OF_COMMON_WORDS for one in self.mentions(slot, line)
        )

    def line_at(self, position: int) -> Line:
        """The line that holds a position; the one before it for a position between lines."""
        return self.lines[max(0, bisect_right(self._line_starts, position) - 1)]

    def words(self, start: int, end: int) -> str:
        """The cleaned words of a range, blanks and line breaks made single."""
        return " ".join(self.text[start:end].split())

    def strength(self, start: int, end: int, default: Strength = "required", *, stop: int | None = None) -> Strength:
        """Whether the words around a range require it or prefer it.

        Strength words in the line win over the heading above; the nearest one counts, a comma between makes it
        farther. One behind a semicolon, or inside brackets with other words, speaks of something else.

        Args:
            start: where the range begins in :attr:`text`.
            end: where it ends.
            default: the strength where neither line nor heading says anything.
            stop: where in the line the next thing begins, whose strength words are its own; None when nothing does.
        """
        mark = self._nearest_mark(start, end, stop)
        if mark in ("required", "preferred"):
            return "required" if mark == "required" else "preferred"
        return self.line_at(start).section_strength or default

    def is_negated(self, start: int, end: int) -> bool:
        """Whether the words around a range say that it is not needed ("no degree", "experience not required")."""
        line = self.line_at(start)
        for mark, _, mark_end in self._marks_near(line):
            gap = self.text[mark_end:start]
            if mark == "negation" and mark_end <= start and start - mark_end <= _NEGATION_REACH and not _breaks(gap):
                return True
        return self._nearest_mark(start, end) == "not_needed"

    def fact(
        self,
        kind: FactKind,
        value: FactValue,
        mention: Mention | tuple[int, int],
        *,
        strength: Strength = "stated",
        rule: str = "",
    ) -> Fact:
        """A fact with the exact words of the original and their span."""
        start, end = (mention.start, mention.end) if isinstance(mention, Mention) else mention
        rule = rule or (mention.rule if isinstance(mention, Mention) else kind)
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        span = self.clean.to_original(start, end)
        return Fact(
            kind=kind,
            value=value,
            strength=strength,
            quote=self.clean.original[span.start : span.end],
            span=span,
            rule=rule,
        )

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _marks(self) -> dict[int, list[tuple[str, int, int]]]:
        by_line = _group_by_line(self.mentions("strength"))
        for before, line in pairwise(self.lines):
            if line.start in by_line and _IS_AFTERTHOUGHT.fullmatch(self.text, line.start, line.end):
                by_line.setdefault(before.start, []).extend(by_line[line.start])
        return {
            line_start: _without_covered([(one.code, one.start, one.end) for one in found])
            for line_start, found in by_line.items()
        }

    def _marks_near(self, line: Line) -> list[tuple[str, int, int]]:
        return self._marks.get(line.start, [])

    def _nearest_mark(self, start: int, end: int, stop: int | None = None) -> str | None:
        """The strength word that speaks of a range: the nearest in its line, ``preferred`` over ``not_needed``."""
        line = self.line_at(start)
        marks = [mark for mark in self._marks_near(line) if self._can_speak_of(start, end, stop, mark)]
        if not marks:
            return None
        marks = self._inside_same_brackets(start, end, line, marks) or marks
        best = min(marks, key=lambda mark: self._distance(start, end, mark))[0]
        if best == "preferred_next" or (best == "not_needed" and any(mark[0] == "preferred" for mark in marks)):
            return "preferred"
        return best

    def _inside_same_brackets(
        self, start: int, end: int, line: Line, marks: list[tuple[str, int, int]]
    ) -> list[tuple[str, int, int]]:
        """The strength words in the brackets that hold the range: "PC skills needed (Excel a plus)"."""
        opening = self.text.rfind("(", line.start, start)
        if opening < 0 or ")" in self.text[opening:start]:
            return []
        closing = self.text.find(")", end, line.end)
        return [mark for mark in marks if opening < mark[1] and mark[2] <= (closing if closing >= 0 else line.end)]

    def _can_speak_of(self, start: int, end: int, stop: int | None, mark: tuple[str, int, int]) -> bool:
        code, mark_start, mark_end = mark
        if code == "preferred_next" and mark_start >= end:
            return self.text[mark_end : mark_end + 1] in ("", "\n", ".", ",", ";", ")")
        if code == "negation" or (stop is not None and mark_start >= stop):
            return False
        if mark_start >= end:
            gap = self.text[end:mark_start]
            return ";" not in gap and not _ASIDE_IN_BRACKETS.search(gap)
        return mark_end > start or code != "not_needed"

    def _distance(self, start: int, end: int, mark: tuple[str, int, int]) -> int:
        _, mark_start, mark_end = mark
        if mark_start < end and start < mark_end:
            return 0
        gap = self.text[mark_end:start] if mark_end <= start else self.text[end:mark_start]
        is_closed = _breaks(gap) or (mark_end <= start and gap == " and ")
        return len(gap) + _COMMA_DISTANCE * gap.count(",") + (_BREAK_DISTANCE if is_closed else 0)


def _without_asides(mentions: list[Mention], asides: list[Mention]) -> list[Mention]:
    """Leaves out what an aside covers: a "high degree of care" is no degree."""
    if not asides:
        return mentions
    by_line = _group_by_line(asides)
    return [
        one
        for one in mentions
        if one.code != _ASIDE and not any(_covers(aside, one) for aside in by_line.get(one.line.start, ()))
    ]


def _covers(aside: Mention, one: Mention) -> bool:
    return aside.start <= one.start and one.end <= aside.end


def _group_by_line(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    lines: dict[int, list[Mention]] = {}
    for one in mentions:
        lines.setdefault(one.line.start, []).append(one)
    return lines


def is_ask(line: Line) -> bool:
    """Whether a line can ask something of the worker."""
    return line.owner in ("ask", "job", "unknown")


def _without_covered(marks: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Leaves out the ``required`` in "not required"."""
    covers = [mark for mark in marks if mark[0] == "not_needed"]
    return [
        mark
        for mark in marks
        if mark[0] == "not_needed" or not any(other[1] <= mark[1] and mark[2] <= other[2] for other in covers)
    ]


def _breaks(gap: str) -> bool:
    return any(mark in gap for mark in _BREAKS)


def as_mention(hit: Hit, line: Line) -> Mention:
    """A hit of the scan with its place."""
    slot, _, code = hit.rule.partition(".")
    return Mention(slot, code, hit.start, hit.end, hit.groups, line)

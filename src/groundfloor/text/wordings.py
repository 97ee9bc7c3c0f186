"""What a pattern can stand for, in plain words: all its wordings where they can be listed, else words it needs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from re import _constants as signs  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import msgspec

EDGE = "\ue000"
"""Stands in a wording where a word must begin or end."""

_MOST_WORDINGS, _MOST_BRANCHES, _WIDEST_CLASS, _MOST_REPEATS = 400, 60, 26, 3
_CATEGORIES = {signs.CATEGORY_DIGIT: "0123456789", signs.CATEGORY_SPACE: " \t\n\f\r"}
_MOST_NEEDS, _TOO_FREQUENT = 3, 0.3
_RARER_BY_LETTER, _DIGIT_LETTERS = 0.3, 3
_PARTS_OF_EDGES = re.compile(f"{EDGE}+")


class Meaning(msgspec.Struct, array_like=True, frozen=True):
    """What is known of a pattern without running it.

    ``wordings`` are all texts it can match, the one it would choose first before the others; None where they cannot
    be listed. Then each of ``clues`` is one of its alternatives: sets of words, of each of which one must stand in a
    text, rarest set first. A clue without any set tells nothing: the pattern must always be run.
    """

    wordings: tuple[str, ...] | None
    clues: tuple[tuple[tuple[str, ...], ...], ...] = ()


class _Wording(NamedTuple):
    """Plain words, and whether more of the pattern must follow that could not be put into plain words."""

    words: str
    is_open: bool


_NOTHING, _UNKNOWN = [_Wording("", False)], [_Wording("", True)]

Items = Sequence[tuple[Any, Any]]
"""A part of a pattern as `re` reads it: kinds of sign and what each holds."""


def read_pattern(pattern: str) -> Meaning:
    r"""Puts a pattern into plain words, in small letters.

    Args:
        pattern: in RE2 syntax, meant without regard to case.

    Example:
        >>> read_pattern("colou?r(?:s|ful)?").wordings
        ('colours', 'colourful', 'colour', 'colors', 'colorful', 'color')
        >>> read_pattern(r"answer (?:\S+ ){0,3}(?:calls|phones)").clues
        ((('answer ',), ('calls', 'phones')),)
    """
    try:
        items = list(parser.parse(pattern, re.IGNORECASE | re.ASCII))
    except re.error:
        return Meaning(None, ((),))
    wordings = _list_wordings(items)
    if not any(is_open for _, is_open in wordings):
        settled = tuple(dict.fromkeys(_settle(words for words, _ in wordings)))
        if all(words.strip(EDGE) for words in settled):
            return Meaning(settled)
    return Meaning(None, tuple(dict.fromkeys(_list_needs(branch) for branch in _list_branches(items))))


def is_word(character: str) -> bool:
    """Whether a character counts as part of a word."""
    return character.isascii() and (character.isalnum() or character == "_")


def _settle(wordings: Iterable[str]) -> Iterator[str]:
    """Small letters; edges inside are checked and left out, and with them the wordings that can never match."""
    for words in wordings:
        parts = _PARTS_OF_EDGES.split(words.strip(EDGE).lower())
        if all(is_word(left[-1]) != is_word(right[0]) for left, right in pairwise(parts)):
            yield EDGE * words.startswith(EDGE) + "".join(parts) + EDGE * words.endswith(EDGE)


def _list_wordings(items: Items) -> list[_Wording]:
    """The wordings of a sequence in the order in which a backtracking search would try them."""
    found = _NOTHING
    for kind, held in items:
        if all(is_open for _, is_open in found):
            break
        longer = _join(found, _list_of_one(kind, held))
        if len(longer) > _MOST_WORDINGS:
            return _opened(found)
        found = longer
    return found


def _list_of_one(kind: Any, held: Any) -> list[_Wording]:
    if kind is signs.LITERAL:
        return [_Wording(chr(held), False)]
    if kind is signs.IN:
        return _list_class(held)
    if kind is signs.AT:
        return [_Wording(EDGE, False)] if held is signs.AT_BOUNDARY else _UNKNOWN
    if kind is signs.BRANCH:
        return _distinct(wording for branch in held[1] for wording in _list_wordings(branch))
    if kind is signs.SUBPATTERN:
        name, added_flags, removed_flags, inner = held
        wordings = _list_wordings(inner)
        return _opened(wordings) if name or added_flags or removed_flags else wordings
    if kind is signs.MAX_REPEAT or kind is signs.MIN_REPEAT:
        return _list_repeated(*held, is_greedy=kind is signs.MAX_REPEAT)
    return _UNKNOWN


def _list_class(members: Items) -> list[_Wording]:
    characters: list[str] = []
    for kind, held in members:
        if kind is signs.LITERAL:
            characters.append(chr(held))
        elif kind is signs.RANGE and held[1] - held[0] < _WIDEST_CLASS:
            characters += map(chr, range(held[0], held[1] + 1))
        elif kind is signs.CATEGORY and held in _CATEGORIES:
            characters += _CATEGORIES[held]
        else:
            return _UNKNOWN
    return [_Wording(character, False) for character in dict.fromkeys(characters)]


def _list_repeated(least: int, most: int, inner: Items, *, is_greedy: bool) -> list[_Wording]:
    once = _list_wordings(inner)
    if any(not words for words, _ in once):
        return _UNKNOWN
    if most > _MOST_REPEATS or len(once) ** most > _MOST_WORDINGS:
        return _opened(once) if least else _UNKNOWN
    found = _NOTHING
    for _ in range(most - least):
        more = _join(once, found)
        found = _distinct([*more, *_NOTHING] if is_greedy else [*_NOTHING, *more])
    for _ in range(least):
        found = _join(once, found)
    return found


def _join(first: Iterable[_Wording], second: Sequence[_Wording]) -> list[_Wording]:
    joined: list[_Wording] = []
    for wording in first:
        if wording.is_open:
            joined.append(wording)
        else:
            joined += [_Wording(wording.words + words, is_open) for words, is_open in second]
    return _distinct(joined)


def _opened(wordings: Iterable[_Wording]) -> list[_Wording]:
    return _distinct(_Wording(words, True) for words, _ in wordings)


def _distinct(wordings: Iterable[_Wording]) -> list[_Wording]:
    return list(dict.fromkeys(wordings))


def _list_branches(items: Items) -> list[Items]:
    """Cuts a sequence into one for each alternative where its first open choice stands."""
    for at, (kind, held) in enumerate(items):
        inner = list(held[3]) if kind is signs.SUBPATTERN else [(kind, held)]
        if len(inner) != 1 or inner[0][0] is not signs.BRANCH:
            continue
        branches = inner[0][1][1]
        if any(is_open for _, is_open in _list_of_one(*inner[0])) and len(branches) <= _MOST_BRANCHES:
            return [[*items[:at], *branch, *items[at + 1 :]] for branch in branches]
    return [items]


def _list_needs(items: Items) -> tuple[tuple[str, ...], ...]:
    """Sets of words that follow each other in a sequence, rarest first: of each set one must stand in a match."""
    sets: list[list[_Wording]] = []
    found = _NOTHING
    for kind, held in _iter_flat(items):
        one = _list_of_one(kind, held)
        longer = _join(found, one)
        if len(longer) > _MOST_WORDINGS:
            sets.append(found)
            found = one
        else:
            found = longer
        if any(is_open for _, is_open in found):
            sets.append(found)
            found = _list_last(kind, held)
    sets.append(found)
    needs = {tuple(sorted({words.lower().replace(EDGE, "") for words, _ in found})) for found in sets}
    ranked = sorted(filter(all, needs), key=lambda need: (_frequency(need), need))
    return tuple(need for at, need in enumerate(ranked[:_MOST_NEEDS]) if not at or _frequency(need) < _TOO_FREQUENT)


def _iter_flat(items: Items) -> Iterator[tuple[Any, Any]]:
    for kind, held in items:
        if kind is signs.SUBPATTERN and not held[1] and not held[2]:
            yield from _iter_flat(held[3])
        else:
            yield kind, held


def _list_last(kind: Any, held: Any) -> list[_Wording]:
    """What must stand at the end of something repeated at least once: after "any digits" the last of them."""
    if kind is not signs.MAX_REPEAT or not held[0]:
        return _NOTHING
    once = _list_wordings(held[2])
    return _NOTHING if any(is_open for _, is_open in once) else once


def _frequency(words: Iterable[str]) -> float:
    """How often one of some words may be met: the longer a word, the rarer; numbers are rarer than letters."""
    return sum(_RARER_BY_LETTER ** (len(word) + _DIGIT_LETTERS * any(map(str.isdigit, word))) for word in words)

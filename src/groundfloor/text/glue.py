"""Finds where two sentences were glued together when a list lost its line breaks ("good skillsStrong sense")."""

import re
from collections.abc import Collection

_CANDIDATE = re.compile(
    r"[A-Z0-9](?:"
    r"(?<=[a-z)\]%.!?:;\d\u2026\u00a6][A-Z])"
    r"|(?<=[A-Z]{3})(?=[a-z]{3})"
    r"|(?<=[a-z],[A-Z])(?=[a-z]* (?!(?:and|or|etc|is|are|in)\b)[a-z])"
    r"|(?<=[a-z)]\d)(?=\d?\+? ?(?:(?:-|\u2013|to) ?\d{1,2}\+? ?)?(?:years?|months?|yrs?)\b))"
)
_SINGLE_CAPITALS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")
_TOKEN_BEFORE = re.compile(r"[A-Za-z0-9]*$")
_TOKEN_AFTER = re.compile(r"[A-Za-z0-9]*")
_TOKEN_REACH = 40
_GLUED_PLACES_OF_A_GLUED_TEXT = 2
_OFTEN = 3
_NAMED_BEFORE = re.compile(r"(?:using|of|in|with|on|the|our|via|through|like|as) $")
_PRODUCT_AFTER = re.compile(r" (?:ERP|CRM|POS|software|system|platform|app|tool|suite)", re.IGNORECASE)


def list_glued(text: str, kept_words: Collection[str] = ()) -> list[int]:
    """Places where a new sentence begins without any blank before it, ascending.

    A lower-case word running into a capital is such a place ("skillsAbility"), and so is a full stop or bracket
    running into a word. Names with a capital inside are left whole: those in ``kept_words`` always, others
    ("HelloFresh") unless the text is seen to be glued elsewhere. A name stays a name also there where it comes back
    again and again, or is told of as a product ("using PoolPlan software").

    Args:
        text: any text.
        kept_words: names with capitals inside, in lower case.

    Example:
        >>> text = "Proficient in PowerPoint and CRM toolsStrong sense of orderAble to travel.Own car"
        >>> [text[place:place + 6] for place in list_glued(text, {"powerpoint"})]
        ['Strong', 'Able t', 'Own ca']
    """
    sure: list[int] = []
    likely: list[int] = []
    for found in _CANDIDATE.finditer(text):
        place = found.start()
        judged = _judge(text, place, kept_words)
        if judged:
            (sure if judged == "sure" else likely).append(place)
    return sorted(sure + likely) if len(sure) >= _GLUED_PLACES_OF_A_GLUED_TEXT else sure


def _judge(text: str, place: int, kept_words: Collection[str]) -> str | None:
    """``sure``, ``likely`` or None for the place before ``text[place]``, a capital."""
    last, after = text[place - 1], text[place + 1 : place + 3]
    if text[place].isdigit() or last == ",":
        return "sure"
    if last.islower():
        return _judge_word(text, place, kept_words)
    if last.isupper():
        return "likely"
    if last.isdigit():
        return "likely" if len(after) == 2 and after.isalpha() and (after.islower() or after.isupper()) else None
    before = text[place - 2 : place - 1]
    ends_a_word = (
        last in ")]"
        or before.islower()
        or before.isdigit()
        or before in ")%\u20ac"
        or (last == ":" and before.isupper())
    )
    is_article = text[place] == "A" and before.islower() and after[:1] == " "
    return "sure" if ends_a_word and (after[:1].isalpha() or is_article) else None


def _judge_word(text: str, place: int, kept_words: Collection[str]) -> str | None:
    left = _token(_TOKEN_BEFORE, text[max(0, place - _TOKEN_REACH) : place])
    right = _token(_TOKEN_AFTER, text[place : place + _TOKEN_REACH])
    if (
        len(left) <= 2
        or right in _SINGLE_CAPITALS
        or (left + right).lower() in kept_words
        or _has_kept_end(left, right, kept_words)
        or (left[0].isupper() and _is_told_as_a_name(text, place - len(left), left + right))
    ):
        return None
    return "sure" if left.islower() or left.lower() in kept_words else "likely"


def _has_kept_end(left: str, right: str, kept_words: Collection[str]) -> bool:
    """Whether this capital stands inside a kept name that is itself glued to its neighbour ("PowerPointStrong")."""
    joined, at = (left + right).lower(), len(left)
    return any(
        joined[begin:end] in kept_words
        for begin in range(max(0, at - 12), at)
        if (begin == 0 or (left[begin].isupper()))
        for end in range(at + 2, len(joined) + 1)
        if end == len(joined) or right[end - at].isupper()
    )


def _is_told_as_a_name(text: str, start: int, name: str) -> bool:
    end = start + len(name)
    if _PRODUCT_AFTER.match(text, end) and _NAMED_BEFORE.search(text, max(0, start - _TOKEN_REACH), start):
        return True
    return text.count(name) >= _OFTEN


def _token(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""

"""How high a level stands, told from the words and numbers of its name, and the order of several levels."""

import re
from collections.abc import Sequence
from itertools import combinations

from groundfloor.catalogue.ladders.names import grade_of
from groundfloor.catalogue.ladders.records import OrderedBy

_HEADS: tuple[tuple[str, float], ...] = (
    (r"owner|founder|chief|c[eotxirpm]o|(?<!vice )president", 130),
    (r"vice[ -]president|[sea]?v\.?p\.?", 110),
    (r"director|head of|head", 90),
    (r"manager|mgr", 70),
    (r"supervisor", 55),
    (r"team[ -]lead(?:er)?s?|lead(?:er)?|foreman|captain", 45),
)
"""What the name is at heart; the first that is found counts. Anything else is the work itself, at 0."""

_WORK_MANAGER = re.compile(
    r"(?:account|success|customer success|product|project|program(?:me)?|community|relationship|engagement|marketing|"
    r"delivery|content|renewals?|partner|channel|brand|case|implementation|onboarding|client)s? manager",
    re.IGNORECASE,
)
"""Managers of things, not of people: a rank of its own only beside lower names of the same ladder."""

_LEAD_IN_THE_WORK = re.compile(r"(?<!team )(?<!shift )\blead (?!of\b|for\b)(?=[a-z])", re.IGNORECASE)

_TRACK_IN_BRACKETS = re.compile(r"\s*\([^)]*\b(?:contributor|people|track|ic)\b[^)]*\)", re.IGNORECASE)

_MODIFIERS: tuple[tuple[str, float], ...] = (
    (r"intern|internship|trainee|apprentice|entry(?:[ -]level)?|graduate|new hire|probation\w*|starter|beginner", -20),
    (r"junior|jr\.?|associate|assistant|novice|foundation(?:al)?|acting|deputy", -10),
    (r"intermediate|mid(?:[ -]?level)?(?!-)|practitioner|established|developing|regular", 4),
    (r"handler", 2),
    (r"key ?holder|coordinator", 6),
    (r"senior|sr\.?|advanced|experienced|proficient", 12),
    (r"^(?!.*\b(?:expert|master|mentor|coach|trainer)\b).*\bspecialist", 14),
    (r"expert|master|mastery|mentor|coach|trainer", 16),
    (r"staff", 22),
    (r"leading", 26),
    (r"tactical level", 30),
    (r"principal", 36),
    (r"strategic level", 60),
    (r"distinguished|fellow", 50),
    (r"regional|area|district|group|executive|global|general|national|cluster", 5),
    (r"department|section|shift|duty", -4),
)
_NUMBER = re.compile(
    r"\b(?:level|grade|tier|band|rung|step|class|stage|l|t|g|p|ic|m|se|cs)\s*[-.]?\s*(\d{1,2})\b"
    r"|\b(\d{1,2})\b|\b(i{1,3}|iv|vi{0,3}|ix|x)\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_STEP = 3.0
_SLIGHT = 2.0
"""A difference this small lets the order of the file stand."""
_MANY_NAMES = 5
_NEARLY_ALL = 0.7
_MOSTLY = 0.75
"""The share of pairs of names that must speak for an order before a name that speaks against it is overruled."""


def rank_of(name: str) -> float:
    """How high a level stands by its name; only the order of such figures means anything.

    Example:
        >>> names = ["Agent", "Agent II", "Senior Agent", "Team Lead", "Assistant Manager", "Manager", "Director"]
        >>> sorted(names, key=rank_of) == names
        True
    """
    told = _told(name)
    head = head_of(name)
    modifiers = sum(weight for words, weight in _MODIFIERS if _has(words, told))
    return head + modifiers + _STEP * (number_of(name) or 0)


def manages_people(name: str) -> bool:
    """Whether a level leads others by its name; a manager of accounts or products does not.

    Example:
        >>> manages_people("Customer Success Manager"), manages_people("Manager, Customer Success")
        (False, True)
    """
    grade = grade_of(name)
    if grade and grade.word == "M":
        return True
    if re.search(r"\(people manager|\([^)]*management track", name, re.IGNORECASE):
        return True
    return any(_has(words, _told(name)) for words, _ in _HEADS[:4])


def head_of(name: str) -> float:
    """How high a name stands by what it is at heart, rank and number aside; 0 for the work itself.

    Example:
        >>> head_of("Senior Agent"), head_of("Team Lead") < head_of("Assistant Manager") == head_of("Manager")
        (0.0, True)
    """
    told = _told(name)
    return next((weight for words, weight in _HEADS if _has(words, told)), 0.0)


def _told(name: str) -> str:
    """A name with what is no rank of people in it said otherwise: managers of things, and leads in the work itself."""
    name = _TRACK_IN_BRACKETS.sub("", name)
    if not re.match(r"(?:senior |sr\.? )?manager\b", name, re.IGNORECASE):
        name = _WORK_MANAGER.sub("handler", name)
    return _LEAD_IN_THE_WORK.sub("leading ", name)


def number_of(name: str) -> int | None:
    """The number a name bears, in digits or Roman, or None.

    Example:
        >>> number_of("Support Engineer III"), number_of("L2 Agent"), number_of("Manager")
        (3, 2, None)
    """
    found = _NUMBER.search(name)
    if found is None:
        return None
    return int(found[1] or found[2]) if found[1] or found[2] else _ROMAN[found[3].lower()]


def order_levels(
    names: Sequence[str],
    *,
    grades: Sequence[float | None] = (),
    steps: Sequence[float | None] = (),
    years: Sequence[float | None] = (),
) -> tuple[list[int], OrderedBy]:
    """Positions of level names from the lowest to the highest, and how that was settled.

    Numbers of grade settle it where every level bears its own. Else the order of the file stands where nearly all
    names agree with it, is turned round where nearly all speak against it, and ranks decide where names disagree.
    Where names say nothing, the years asked may turn the file round.

    Args:
        names: as the file gives them.
        grades: the number of each level's grade, if any.
        steps: the place of each level in a line of arrows, if any.
        years: the least years each level asks, if any.
    """
    as_written = list(range(len(names)))
    numbers = list(grades) if grades else [grade.number if (grade := grade_of(name)) else None for name in names]
    if None not in numbers and len(set(numbers)) > 1:
        return _by(numbers, as_written, "numbers")
    if steps and None not in steps and len(set(steps)) == len(names):
        return _by(steps, as_written, "steps")
    ranks: list[float | None] = [rank_of(name) for name in names]
    rising, falling = _agreement(ranks)
    if not rising and not falling:
        rising, falling = _agreement(list(years)) if len(years) == len(names) else (0, 0)
    if rising + falling == 0 or rising >= _MOSTLY * (rising + falling):
        return as_written, "as_written"
    if falling >= _MOSTLY * (rising + falling):
        return as_written[::-1], "as_written_reversed"
    if _rises_but_for_few(ranks):
        return as_written, "as_written"
    return _by(ranks, as_written, "rank_words")


def _by(ranks: Sequence[float | None], as_written: list[int], how: OrderedBy) -> tuple[list[int], OrderedBy]:
    order = sorted(as_written, key=lambda at: ranks[at] or 0.0)
    if order == as_written:
        return order, "as_written"
    strictly = len(set(ranks)) == len(ranks)
    return order, "as_written_reversed" if strictly and order == as_written[::-1] else how


def _agreement(ranks: Sequence[float | None]) -> tuple[int, int]:
    """How many pairs rise and how many fall in the order of the file."""
    pairs = [(low, high) for low, high in combinations(ranks, 2) if low is not None and high is not None]
    return sum(low < high for low, high in pairs), sum(low > high + _SLIGHT for low, high in pairs)


def _rises_but_for_few(ranks: Sequence[float | None]) -> bool:
    """Whether a file goes up save for a few of many names, whose words mislead: "Executive Assistant" near the top."""
    longest: list[int] = []
    for at, rank in enumerate(ranks):
        below = (longest[before] for before in range(at) if (ranks[before] or 0.0) <= (rank or 0.0))
        longest.append(1 + max(below, default=0))
    return len(ranks) >= _MANY_NAMES and max(longest) >= _NEARLY_ALL * len(ranks)


def _has(words: str, name: str) -> bool:
    return re.search(rf"\b(?:{words})(?!\w)", name, re.IGNORECASE) is not None

"""How high a level stands, told from the words and numbers of its name, and the order of several levels."""

import re
from collections.abc import Sequence
from itertools import combinations

from groundfloor.catalogue.ladders.records import OrderedBy

_HEADS: tuple[tuple[str, float], ...] = (
    (r"owner|founder|chief|ceo|coo|cxo|cco|president", 130),
    (r"vice president|v\.?p\.?", 110),
    (r"director|head of|head", 90),
    (r"manager|mgr", 70),
    (r"supervisor", 55),
    (r"team lead(?:er)?|lead(?:er)?|foreman|captain", 45),
)
"""What the name is at heart; the first that is found counts. Anything else is the work itself, at 0."""

_MODIFIERS: tuple[tuple[str, float], ...] = (
    (r"intern|internship|trainee|apprentice|entry(?:[ -]level)?|graduate|new hire|probation\w*|starter|beginner", -20),
    (r"junior|jr\.?|associate|assistant|novice|foundation", -10),
    (r"intermediate|mid(?:[ -]?level)?|practitioner|established|developing|regular", 4),
    (r"senior|sr\.?|advanced|experienced|proficient", 12),
    (r"expert|specialist|master|mastery", 16),
    (r"staff", 22),
    (r"principal", 32),
    (r"distinguished|fellow", 38),
    (r"regional|area|group|executive|global", 5),
)
_NUMBER = re.compile(
    r"\b(?:level|grade|tier|band|rung|step|class|stage|l|t|g|p|ic|m|se|cs)\s*[-.]?\s*(\d{1,2})\b"
    r"|\b(\d{1,2})\b|\b(i{1,3}|iv|vi{0,3}|ix|x)\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_STEP = 3.0
_LEVEL_WORD = re.compile(
    r"\b(?:level|grade|tier|band|"
    + "|".join(words for words, _ in (*_HEADS, *_MODIFIERS))
    + r"|representative|agent|advis[oe]r|engineer|analyst|coordinator|consultant|technician|clerk|support)\b",
    re.IGNORECASE,
)
_WORDS_IN_A_NAME = 8


def rank_of(name: str) -> float:
    """How high a level stands by its name; only the order of such figures means anything.

    Example:
        >>> names = ["Agent", "Agent II", "Senior Agent", "Team Lead", "Assistant Manager", "Manager", "Director"]
        >>> sorted(names, key=rank_of) == names
        True
    """
    head = next((weight for words, weight in _HEADS if _has(words, name)), 0.0)
    modifiers = sum(weight for words, weight in _MODIFIERS if _has(words, name))
    return head + modifiers + _STEP * (number_of(name) or 0)


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


def is_level_name(text: str) -> bool:
    """Whether a heading or cell reads like the name of a level."""
    words = text.split()
    return 0 < len(words) <= _WORDS_IN_A_NAME and bool(_LEVEL_WORD.search(text) or _NUMBER.search(text))


def order_levels(names: Sequence[str]) -> tuple[list[int], OrderedBy]:
    """Positions of level names from the lowest to the highest, and how that was settled.

    The order of the file stands where no name speaks against it; it is turned round where every name does; where the
    names disagree, their ranks decide.
    """
    numbers = [number_of(name) for name in names]
    alone = len(set(numbers)) == len(names) and None not in numbers
    ranks = [float(number or 0) for number in numbers] if alone else [rank_of(name) for name in names]
    pairs = [(ranks[low], ranks[high]) for low, high in combinations(range(len(names)), 2)]
    rising, falling = (sum(low < high for low, high in pairs), sum(low > high for low, high in pairs))
    as_written = list(range(len(names)))
    if not falling:
        return as_written, "as_written"
    if not rising:
        return as_written[::-1], "as_written_reversed"
    return sorted(as_written, key=lambda at: ranks[at]), "rank_words"


def _has(words: str, name: str) -> bool:
    return re.search(rf"\b(?:{words})(?!\w)", name, re.IGNORECASE) is not None

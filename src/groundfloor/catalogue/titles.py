"""Whether an advertised title names a role."""

import re
from functools import lru_cache

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=50_000)
def fold_title(title: str) -> str:
    """A title as lower-case words with single spaces around each, for whole-word comparison.

    Example:
        >>> fold_title("Part-time Cashier (Store 114)")
        ' part time cashier store 114 '
    """
    return f" {_NOT_LETTERS.sub(' ', title.casefold()).strip()} "


def names_role(names: tuple[str, ...], title: str) -> bool:
    """Whether one of a role's names stands in a title as whole words.

    Example:
        >>> names_role(("Cashier",), "Part-time Cashier (Store 114)")
        True
        >>> names_role(("Team Leader",), "Teamleader")
        False
    """
    folded = fold_title(title)
    return any(fold_title(name) in folded for name in names)

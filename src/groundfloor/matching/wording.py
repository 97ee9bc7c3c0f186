"""Words as they are compared: folded, and the telling ones of a phrase."""

import re
from functools import cache, lru_cache


def fold(words: str) -> str:
    """Words as they are compared: letters and digits in lower case, one space between."""
    return _between_words().sub(" ", words.casefold()).strip()


@cache
def _between_words() -> re.Pattern[str]:
    return re.compile(r"(?:[^\w+#]|_)+")


@lru_cache(maxsize=1 << 16)
def content_words(words: str) -> frozenset[str]:
    """The telling words of a phrase, plural endings taken off."""
    return frozenset(word.rstrip("s") for word in fold(words).split() if len(word) > 3 and word not in _EMPTY_WORDS)


_EMPTY_WORDS = frozenset(
    {"and", "with", "work", "working", "experience", "industry", "industries", "related", "similar", "field", "area"}
    | {"environment", "setting", "level", "role", "roles", "position", "positions", "senior", "junior", "general"}
    | {"other", "more", "from", "than", "into", "that", "this", "years", "team", "company"}
)

"""Words of a name as plain roots, so that "Sales Advisers" and "sales advisor" meet."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9+#&]+")
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ing|ations?|ational)\b)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=s?\b|al\b|ed\b|ing\b|er)"), "or"),
    (re.compile(r"(?<=[a-z]{3})tre(?=s?\b)"), "ter"),
    (re.compile(r"(?<=[a-z])ll(?=(?:ers?|ors?|ing|ed)\b)"), "l"),
    (re.compile(r"ae(?=[a-z])"), "e"),
    (re.compile(r"(?<=[a-z]{3})ogue(?=s?\b)"), "og"),
)
"""British spellings to American ones; a word wrongly respelt is respelt wherever it stands, and still meets itself."""
_ENDINGS = (
    *("ation", "ition", "tion", "sion", "ment", "ness", "ing", "ist", "ian"),
    *("ive", "ical", "ial", "al", "er", "or", "ed", "e", "y"),
)
_SHORTEST_ROOT = 4
_NO_PLURAL = ("ss", "us", "is")


def fold_words(text: str) -> str:
    """Small letters, digits, ``+``, ``#`` and ``&`` only, accents dropped, one spelling, words a space apart.

    Example:
        >>> fold_words("Café Staff (C++)"), fold_words("Call Centre Counsellor, Organisation")
        ('cafe staff c++', 'call center counselor organization')
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    folded = " ".join(_WORD.findall(plain.lower()))
    for british, american in _SPELLINGS:
        folded = british.sub(american, folded)
    return folded


@lru_cache(maxsize=100_000)
def root_of(word: str) -> str:
    """A folded word without its plural and its commonest English ending; never shorter than four letters by that.

    Example:
        >>> root_of("advisers") == root_of("advisor"), root_of("complaints"), root_of("class"), root_of("batteries")
        (True, 'complaint', 'class', 'batter')
    """
    single = _single(word)
    for ending in _ENDINGS:
        if single.endswith(ending) and len(single) - len(ending) >= _SHORTEST_ROOT:
            return single[: -len(ending)]
    return single


def _single(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith("sses"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL) else word

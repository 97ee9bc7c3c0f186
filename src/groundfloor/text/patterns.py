"""One multi-pattern scan: many patterns over a text, each hit with the rule that found it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

import re2

_SCAN_MEMORY_BYTES = 512 << 20
_ONE_BYTE = "cp1252"
_OTHER_CURRENCY = str.maketrans(dict.fromkeys("₹₱₩₽₺₫₪฿₦₴", "¤"))


class Hit(NamedTuple):
    """One place where a pattern matches: its rule id and the half-open range in the scanned text.

    ``groups`` holds the named groups of the pattern that took part.
    """

    rule: str
    start: int
    end: int
    groups: dict[str, str]


class PatternSet:
    r"""Many RE2 patterns compiled once and tried together.

    A set match tells which patterns can match a text at all; only those are then run, so the cost of a text grows
    with what it contains, not with the number of patterns. Case is ignored. RE2 knows no look-around and its ``\b``
    and ``\w`` are ASCII only.

    Texts are scanned as one byte a character (Windows-1252), so that places need no recount: a character outside
    that set is seen as ``?``, a currency sign outside it as ``¤``. Groups give the text's own characters.

    Args:
        patterns: pairs of rule id and pattern; one rule may have many patterns.

    Raises:
        ValueError: naming rule and pattern, when a pattern is not RE2.

    Example:
        >>> scan = PatternSet([("tools.zendesk", r"\bzendesk\b"), ("duties.escalate", r"\bescalat(e|es|ing)\b")])
        >>> [(hit.rule, hit.start) for hit in scan.find("Escalate tickets in Zendesk")]
        [('duties.escalate', 0), ('tools.zendesk', 20)]
    """

    def __init__(self, patterns: Iterable[tuple[str, str]]) -> None:
        options = _options()
        self._set = re2.Set.SearchSet(options)
        self._patterns: list[_Pattern] = []
        for rule, pattern in patterns:
            try:
                in_bytes = pattern.encode(_ONE_BYTE)
                self._patterns.append(_Pattern(rule, re2.compile(in_bytes, options=options)))
                self._set.Add(in_bytes)
            except (re2.error, UnicodeEncodeError) as error:
                raise ValueError(f"pattern of rule {rule!r} is not RE2: {pattern!r} ({error})") from error
        if self._patterns:
            self._set.Compile()

    def find(self, text: str) -> list[Hit]:
        """All non-overlapping matches of every pattern, in order of place, then rule."""
        return sorted(self._iter_hits(text), key=_place)

    def _iter_hits(self, text: str) -> Iterator[Hit]:
        in_bytes = text.translate(_OTHER_CURRENCY).encode(_ONE_BYTE, errors="replace")
        for index in (self._set.Match(in_bytes) if self._patterns and text else None) or ():
            yield from self._patterns[index].iter_hits(in_bytes, text)


class _Pattern:
    def __init__(self, rule: str, pattern: Any) -> None:
        self._rule, self._pattern = rule, pattern

    @cached_property
    def _groups(self) -> tuple[tuple[str, int], ...]:
        return tuple((_as_text(name), number) for name, number in self._pattern.groupindex.items())

    def iter_hits(self, in_bytes: bytes, text: str) -> Iterator[Hit]:
        for match in self._pattern.finditer(in_bytes):
            start, end = match.span()
            if end > start:
                yield Hit(self._rule, start, end, self._words(match, text) if self._groups else {})

    def _words(self, match: Any, text: str) -> dict[str, str]:
        places = ((name, match.span(number)) for name, number in self._groups)
        return {name: text[start:end] for name, (start, end) in places if start >= 0}


def _as_text(name: str | bytes) -> str:
    return name if isinstance(name, str) else name.decode(_ONE_BYTE)


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.rule


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = _SCAN_MEMORY_BYTES
    return options

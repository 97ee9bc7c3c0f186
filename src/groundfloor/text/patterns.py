"""One multi-pattern scan: many patterns over a text, each hit with the rule that found it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import re2

_SCAN_MEMORY_BYTES = 512 << 20


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

    Args:
        patterns: pairs of rule id and pattern; one rule may have many patterns.

    Example:
        >>> scan = PatternSet([("tools.zendesk", r"\bzendesk\b"), ("duties.escalate", r"\bescalat(e|es|ing)\b")])
        >>> [(hit.rule, hit.start) for hit in scan.find("Escalate tickets in Zendesk")]
        [('duties.escalate', 0), ('tools.zendesk', 20)]
    """

    def __init__(self, patterns: Iterable[tuple[str, str]]) -> None:
        options = _options()
        self._set = re2.Set.SearchSet(options)
        self._rules: list[tuple[str, Any]] = []
        for rule, pattern in patterns:
            try:
                self._rules.append((rule, re2.compile(pattern, options=options)))
                self._set.Add(pattern)
            except re2.error as error:
                raise ValueError(f"pattern of rule {rule!r} is not RE2: {pattern!r} ({error})") from error
        if self._rules:
            self._set.Compile()

    def find(self, text: str) -> list[Hit]:
        """All non-overlapping matches of every pattern, in order of place, then rule."""
        return sorted(self._iter_hits(text), key=lambda hit: (hit.start, hit.end, hit.rule))

    def _iter_hits(self, text: str) -> Iterator[Hit]:
        for index in (self._set.Match(text) if self._rules and text else None) or ():
            rule, pattern = self._rules[index]
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    groups = {name: words for name, words in match.groupdict().items() if words is not None}
                    yield Hit(rule, match.start(), match.end(), groups)


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = _SCAN_MEMORY_BYTES
    return options

"""Dates and ranges of dates as people write them in résumés."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_YEAR = r"(?:19[4-9]|20[0-4])\d(?!\d)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_TOKEN = rf"""(?<![\d$€£#.])(?<!\d,)(?:
    (?P<iso>(?P<iso_year>{_YEAR})[-/.](?P<iso_month>0[1-9]|1[0-2])(?:[-/.]\d\d)?(?![\d/]))
  | (?P<turned>(?P<turned_year>{_YEAR})[^\S\n]+(?P<turned_month>{_MONTH}))
      (?![\s,]*(?:of\s+)?(?:\d\d?\s*,?\s*)?{_YEAR}(?!\s+{_MONTH}))
  | (?P<full>(?P<full_a>\d\d?)(?P<mark>[-/.])(?P<full_b>\d\d?)(?P=mark)(?P<full_year>{_YEAR}|\d\d(?!\d)))
  | (?P<numeric>(?P<numeric_month>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<numeric_year>{_YEAR}))
  | (?P<named>(?:\b\d\d?(?:st|nd|rd|th)?\.?\s+(?:of\s+)?)?\b(?P<named_month>{_MONTH})
      (?:\s*\d\d?(?:st|nd|rd|th)?\s*,\s*|\s+\d\d?(?:st|nd|rd|th)?\s+)?
      [\s,/.'’-]*(?:of\s+)?(?P<named_year>{_YEAR}|(?<=['’])\d\d(?!\d)|(?<=-)\d\d(?!\d)))
  | (?P<season>\b{_SEASON}(?:\s+of|,)?\s*['’]?(?P<season_year>{_YEAR}))
  | (?P<weak_numeric>(?P<weak_month>0?[1-9]|1[0-2])\s?/\s?'?(?P<weak_year>\d\d)(?![\d/]))
  | (?P<weak_named>\b(?P<weak_name>{_MONTH}))
  | (?P<weak_season>\b{_SEASON}\b)
  | (?P<year>{_YEAR})(?![%/]\d)(?!\s?(?:%|\+))
  | (?P<now>\b(?:current(?:ly)?|present(?:ly|\s+(?:day|time))?|now|today|ongoing|heute|(?<=to\s)date|(?<=till\s)date
      |still\s+(?:employed|working|there)|this\s+day)\b)
  | (?P<short_year>['’]?\d\d(?!\d|%|[/.,]\d))
)"""
_BETWEEN = (
    r"[\s,.)(]*(?:[-–—−~→]|â€[“”\"]?|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\btrough\b|\bup\s+to\b|/)"
    r"[\s,.(]*(?:-\s*)?(?:\bthe\b\s*|\b(?:to|till)\s+)?"
)
_SINCE = r"(?:\bsince|\bfrom)\s*:?\s*$"


class DateSpan(NamedTuple):
    """A date, or a range of dates, in a text.

    ``start`` and ``end`` are ``YYYY-MM``, or ``YYYY`` where no month is written; ``end`` is None for a single date
    and for a range up to now, which is ``current``. ``begin`` and ``stop`` are its place in the text.
    """

    start: str
    end: str | None
    current: bool
    begin: int
    stop: int

    @property
    def is_range(self) -> bool:
        """Whether two ends are written."""
        return self.end is not None or self.current


class _Token(NamedTuple):
    kind: str
    year: int | None
    month: int | None
    begin: int
    stop: int


def list_dates(text: str) -> list[DateSpan]:
    """All dates and ranges of dates in a text, in order.

    Months are read from names, ``07/2012``, ``2012-07`` and full dates; two-digit years and months without a year only
    where they are one end of a range. In ``03/04/2015`` the month comes first unless another date of the text has a
    first number above 12; dates with dots have the day first.

    Example:
        >>> [(one.start, one.end, one.current) for one in list_dates("Jul 2012 - present; 2010 to 2012; Summer 2009")]
        [('2012-07', None, True), ('2010', '2012', False), ('2009', None, False)]
    """
    tokens = list(_iter_tokens(text))
    spans: list[DateSpan] = []
    used_to = -1
    for token, after in pairwise([*tokens, None]):
        if token is None or token.begin < used_to:
            continue
        span = (after and _range(text, token, after)) or _single(text, token)
        if span:
            spans.append(span)
            used_to = span.stop
    return spans


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    flags = re.IGNORECASE
    return re.compile(_TOKEN, flags | re.VERBOSE), re.compile(_BETWEEN, flags), re.compile(_SINCE, flags)


def _iter_tokens(text: str) -> Iterator[_Token]:
    found = list(_patterns()[0].finditer(text))
    day_first = any(one["full"] and int(one["full_a"]) > 12 for one in found)
    for one in found:
        token = _token(one, day_first=day_first)
        if token:
            yield token


def _token(found: re.Match[str], *, day_first: bool) -> _Token | None:
    kind = next(name for name in _KINDS if found[name])
    year, month = _KINDS[kind](found, day_first)
    if month is not None and not 1 <= month <= 12:
        return None
    return _Token(kind, year, month, found.start(), found.end())


def _iso(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return int(found["iso_year"]), int(found["iso_month"])


def _full(found: re.Match[str], day_first: bool) -> tuple[int | None, int | None]:
    first, second = int(found["full_a"]), int(found["full_b"])
    month = second if day_first or "." in found["full"] or first > 12 else first
    return _whole_year(found["full_year"]), month


def _numeric(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return int(found["numeric_year"]), int(found["numeric_month"])


def _named(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return _whole_year(found["named_year"]), _month_number(found["named_month"])


def _turned(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return int(found["turned_year"]), _month_number(found["turned_month"])


def _season(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return int(found["season_year"]), None


def _weak_numeric(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return _whole_year(found["weak_year"]), int(found["weak_month"])


def _weak_named(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return None, _month_number(found["weak_name"])


def _short_year(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return _whole_year(found["short_year"].lstrip("'’")), None


def _plain_year(found: re.Match[str], _: bool) -> tuple[int | None, int | None]:
    return int(found["year"]), None


def _nothing(_: re.Match[str], __: bool) -> tuple[int | None, int | None]:
    return None, None


_KINDS = {
    "iso": _iso,
    "turned": _turned,
    "full": _full,
    "numeric": _numeric,
    "named": _named,
    "season": _season,
    "weak_numeric": _weak_numeric,
    "weak_named": _weak_named,
    "weak_season": _nothing,
    "year": _plain_year,
    "now": _nothing,
    "short_year": _short_year,
}
_WEAK = frozenset({"weak_numeric", "weak_named", "weak_season", "short_year", "now"})


def _whole_year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else 2000 + year if year < 50 else 1900 + year


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _range(text: str, first: _Token, last: _Token) -> DateSpan | None:
    """The range that two neighbouring dates make, None when they are two dates."""
    side_by_side = first.kind == last.kind == "turned" and text[first.stop : last.begin].isspace()
    if first.kind in ("now", "short_year"):
        return None
    if not side_by_side and not _patterns()[1].fullmatch(text, first.stop, last.begin):
        return None
    begin, stop = first.begin, last.stop
    if last.kind == "now":
        return DateSpan(_written(first), None, True, begin, stop) if first.year else None
    if last.kind == "short_year" and (first.kind != "year" or (last.year or 0) < (first.year or 0)):
        return None
    if last.year is None:
        return None
    start = first if first.year else first._replace(year=last.year)
    return DateSpan(_written(start), _written(last), False, begin, stop)


def _single(text: str, token: _Token) -> DateSpan | None:
    if token.kind in _WEAK:
        return None
    since = _patterns()[2].search(text, max(0, token.begin - 12), token.begin)
    current = since is not None and since.group().lower().startswith("since")
    return DateSpan(_written(token), None, current, token.begin, token.stop)


def _written(token: _Token) -> str:
    return f"{token.year:04d}-{token.month:02d}" if token.month else f"{token.year:04d}"

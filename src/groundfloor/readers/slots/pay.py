"""Pay as published: amounts, currency, period and kind; nothing is converted."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from groundfloor.model.facts import Fact, FactValue, Pay
from groundfloor.model.vocabulary import PayKind, PayPeriod
from groundfloor.readers.frame import Line, Mention, ScannedText
from groundfloor.text.folding import fold

_AMOUNTS, _CLUES, _COUNTRIES = "pay_amounts", "pay", "dollar_countries"
_SYMBOLS = {
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₱": "PHP",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "円": "JPY",
}
_WORDS = {"RM": "MYR", "RS": "INR", "R": "ZAR", "EURO": "EUR", "EUROS": "EUR", "DOLLARS": "$", "US": "USD"}
_DOLLARS = {"US": "USD", "C": "CAD", "CA": "CAD", "A": "AUD", "AU": "AUD", "NZ": "NZD", "S": "SGD", "HK": "HKD"}
_PERIODS: dict[str, PayPeriod] = {
    "h": "hour",
    "d": "day",
    "s": "day",
    "w": "week",
    "m": "month",
    "a": "year",
    "y": "year",
    "時": "hour",
    "日": "day",
    "月": "month",
    "年": "year",
}
_SHORT_PERIODS: dict[str, PayPeriod] = {"pa": "year", "ph": "hour", "pcm": "month", "pm": "month"}
_LOWEST_YEARLY, _LOWEST_MONTHLY, _HIGHEST_HOURLY = 9_000, 500, 150
_PAID_BY_THE_MONTH = frozenset({"EUR", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "RON", "HUF", "MYR", "SGD", "AED"})
_HIGHEST_YEARLY = 1_000_000
_SMALL_UNITS = frozenset({"JPY", "KRW", "HUF", "ISK", "CLP", "COP", "IDR", "VND", "PHP", "INR", "RUB"})
_LOWEST_IN_SMALL_UNITS = 30
_LAST_LATIN = 0x2FFF
_HEAD = 160
_TOO_LARGE_AFTER = re.compile(r" ?\+? ?(?:m|mm|mn|bn|b|t|tn|million|billion|trillion)\b", re.IGNORECASE)
_OPEN_BEFORE = re.compile(
    r"\b(?:from|starting(?: (?:at|from))?|starts? (?:at|from)|at least|minimum|over)[ :]*(?:of )?$", re.I
)
_OPEN_AFTER = re.compile(
    r" ?(?:\+(?! ?(?:\w+ )?(?:commissions?|bonus(?:es)?|tips|benefits|incentives?|ote|super|equity|overtime|[$£€]))"
    r"|(?:and|&|or) (?:up\b|above\b|more\b|over\b))",
    re.IGNORECASE,
)
_DOLLAR_BEHIND = re.compile(r" ?\(?(?P<code>USD|CAD|AUD|NZD|SGD|HKD|MXN|ARS|CLP|COP)\b", re.IGNORECASE)
_PERIOD_IN_OTHER_LANGUAGES = re.compile(
    r" ?(?:MXN|ARS|CLP|COP|EUR|euros?)? ?(?:\(?(?:brutt?os?|nett?os?|bruts?|nets?|lordi|netti)\b[ .)]*)?"
    r"(?:/|pro|je|im|par|por|per|al|a la|à l'|de|,)? ?"
    r"(?:(?P<hour>std\b|stunde\b|stundenlohn|heure|hora\b|uur\b|ora\b|godz)"
    r"|(?P<day>tag\b|jour\b|d[ií]a\b|dag\b|giorno)|(?P<week>woche\b|semaine|semana|settimana)"
    r"|(?P<month>monat|mes\b|mois\b|mensu|mensal|mensil|mese\b|maand|miesi)"
    r"|(?P<year>jahr|j[äa]hrlich|an\b|ann[ée]e|annuel|a[ñn]o\b|anua|anno\b|annui|jaar|rok\b|roczn))",
    re.IGNORECASE,
)
_UP_TO_BEFORE = re.compile(r"\bup to (?:an? )?(?:average of )?$|\bmaximum (?:of )?$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:\b(?:plus|and|with|as well as|in addition)|[+,]|^ ?&)\s", re.IGNORECASE)
_NEXT_ON_THE_LIST = re.compile(r"[,;.+]\s|\bplus\s", re.IGNORECASE)
_PAY_HEADING = re.compile(r"\b(?:pay|salary|compensation|wages?|remuneration|rate|earn\w*)\b", re.IGNORECASE)
_BEFORE_REACH, _AFTER_REACH, _KIND_REACH, _WORD_REACH, _NOT_PAY_REACH, _BENEFIT_REACH = 40, 30, 40, 90, 18, 28
_ALONE_SLACK = 20
_SAID_BASE = "pay.base"
_KINDS = ("commission", "bonus", "ote", "allowance", "base")


class _Amounts(NamedTuple):
    min: float | None
    max: float | None


def read_pay(frame: ScannedText, *, country: str = "") -> list[Fact]:
    """Every pay named in a text, in its order; the same pay twice is given once.

    A figure is pay when it has a period ("$15 an hour") or stands beside a word of pay ("salary", "earn"); turnover,
    prices, fees and insured sums are none. "Up to" has no minimum, "from" and "+" no maximum. A bare dollar is the
    dollar of ``country``, else of the first place named in the text, else the American one.

    Args:
        frame: the scanned document.
        country: ISO 3166 code of the posting's country, or empty.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> frame = get_scanner(open_catalogue()).scan("Pay: £11.50 - £12 an hour plus a $500 sign-on bonus")
        >>> [(fact.value.min, fact.value.max, fact.value.currency, fact.value.period, fact.value.kind_of_pay)
        ...     for fact in read_pay(frame)]
        [(11.5, 12.0, 'GBP', 'hour', 'base'), (500.0, 500.0, 'USD', 'once', 'bonus')]
    """
    facts: list[Fact] = []
    last_end = -1
    for mention in sorted(frame.mentions(_AMOUNTS), key=lambda one: (one.start, -one.end)):
        if mention.start < last_end:
            continue
        pay = _read_amount(frame, mention, country)
        if pay:
            last_end = mention.end
            is_said = pay.kind_of_pay == "base" and _near(frame, mention, "base", _KIND_REACH)
            other = _match_other_period(frame, mention)
            place = (mention.start, other.end() if other else mention.end)
            facts.append(frame.fact("pay", pay, place, rule=_SAID_BASE if is_said else mention.rule))
    return list(_iter_distinct(facts))


def _iter_distinct(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Each pay once; of the same amounts told twice, the telling that says what kind of pay it is."""
    told = {_amounts_of(fact) for fact in facts if _kind_of(fact) != "base"}
    seen: set[FactValue] = set()
    for fact in facts:
        is_vague = fact.rule != _SAID_BASE and _kind_of(fact) == "base" and _amounts_of(fact) in told
        if not is_vague and fact.value not in seen:
            yield fact
        seen.add(fact.value)


def _kind_of(fact: Fact) -> str:
    return fact.value.kind_of_pay if isinstance(fact.value, Pay) else ""


def _amounts_of(fact: Fact) -> tuple[float | None, float | None, str]:
    value = fact.value
    return (value.min, value.max, value.period) if isinstance(value, Pay) else (None, None, "")


def _read_amount(frame: ScannedText, mention: Mention, country: str) -> Pay | None:
    amounts = _amounts(frame, mention)
    top = amounts.max or amounts.min or 0
    if not top or top > _HIGHEST_YEARLY or _TOO_LARGE_AFTER.match(frame.text, mention.end):
        return None
    currency = _currency(frame, mention, country)
    kind = _kind(frame, mention)
    if _is_another_sign(mention) or _is_not_pay(frame, mention) or not _is_about_pay(frame, mention, kind):
        return None
    period = _period(frame, mention, top, kind) or _month_by_size(top, currency, kind)
    if period is None or not _is_plausible(top, period, kind, currency):
        return None
    return Pay(min=amounts.min, max=amounts.max, currency=currency, period=period, kind_of_pay=kind)


def _amounts(frame: ScannedText, mention: Mention) -> _Amounts:
    groups = mention.groups
    low = round(_number(groups["min"]) * (1000 if "min_k" in groups else 1), 2)
    high = round(_number(groups["max"]) * (1000 if "max_k" in groups else 1), 2) if "max" in groups else None
    if high is not None and low < 1000 <= high and high >= 50 * low:
        low *= 1000
    before = frame.text[max(0, mention.start - _BEFORE_REACH) : mention.start]
    if high is None and _UP_TO_BEFORE.search(before):
        return _Amounts(None, low)
    is_open = "open" in groups or "open_last" in groups or bool(_OPEN_BEFORE.search(before))
    is_open = is_open or bool(_OPEN_AFTER.match(frame.text, mention.end))
    return _Amounts(low, None if is_open and high is None else high if high is not None else low)


def _number(words: str) -> float:
    """A figure with its thousands: "48.000", "48,000" and "48 000" are the same, "12,50" is twelve and a half."""
    whole, _, end = words.replace(" ", "").replace(",", ".").rpartition(".")
    if whole and len(end) == 3:
        return float(whole.replace(".", "") + end)
    return float(f"{whole.replace('.', '')}.{end}") if whole else float(end)


def _currency(frame: ScannedText, mention: Mention, country: str) -> str | None:
    words = mention.groups.get("currency", "").upper().replace(" ", "").rstrip(".")
    if not words:
        return _currency_of_place(frame, country)
    if words in _SYMBOLS or words in _WORDS:
        words = _SYMBOLS.get(words) or _WORDS[words]
    if len(words) >= 3 and words[:3].isalpha():
        return words[:3]
    if words[-1] != "$":
        return _SYMBOLS.get(words[-1])
    behind = _DOLLAR_BEHIND.match(frame.text, mention.end)
    return _DOLLARS.get(words[:-1]) or (behind["code"].upper() if behind else _dollar_of(frame, country))


def _currency_of_place(frame: ScannedText, country: str) -> str | None:
    """The currency of a bare figure: the dollar of the country, or of the place that the posting names at its head."""
    at_head = any(one.start < _HEAD for one in frame.mentions(_COUNTRIES)[:1])
    is_dollar_country = len(country) == len("US") and f"{country.upper()}D" in _DOLLARS.values()
    return _dollar_of(frame, country) if is_dollar_country or (at_head and not country) else None


def _dollar_of(frame: ScannedText, country: str) -> str:
    mentions = frame.mentions(_COUNTRIES)
    by_country = f"{country[:2].upper()}D" if len(country) == 2 else ""
    if by_country in _DOLLARS.values():
        return by_country
    return mentions[0].code if mentions else "USD"


def _kind(frame: ScannedText, mention: Mention) -> PayKind:
    """The kind of pay by the nearest word for one; what comes beside it ("plus commission") does not change it."""
    if _near(frame, mention, "pure_commission", _WORD_REACH):
        return "commission"
    named = [one for kind in _KINDS for one in _near(frame, mention, kind, _KIND_REACH)]
    named = [one for one in named if not _is_beside(frame, mention, one) and not _is_next_label(frame, mention, one)]
    nearest = min(named, key=lambda one: (len(_gap(frame, mention, one)), _KINDS.index(one.code)), default=None)
    return cast(PayKind, nearest.code) if nearest else "base"


def _is_beside(frame: ScannedText, mention: Mention, kind: Mention) -> bool:
    """Whether a word for a kind of pay tells of other pay named with this: "$90,000 with an OTE of $150,000"."""
    if kind.code == "base" or (kind.code == "ote" and kind.start < mention.start):
        return False
    return _BESIDE.search(f"{_gap(frame, mention, kind)} ") is not None


def _is_next_label(frame: ScannedText, mention: Mention, kind: Mention) -> bool:
    """Whether a word for a kind of pay is the label of the next amount: "Base: $40k Commission: $20k"."""
    return kind.start >= mention.end and frame.text.startswith(":", kind.end)


def _gap(frame: ScannedText, one: Mention, other: Mention) -> str:
    """The words between two mentions, whichever comes first."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return frame.text[first.end : second.start]


def _near(frame: ScannedText, mention: Mention, code: str, reach: int) -> list[Mention]:
    return [
        one
        for one in frame.mentions(_CLUES, mention.line)
        if one.code == code and max(one.start - mention.end, mention.start - one.end) <= reach
    ]


def _is_another_sign(mention: Mention) -> bool:
    """Whether the sign of a currency or period is another sign of its script, which the scan takes for the same."""
    said = (mention.groups.get("period", ""), mention.groups.get("currency", ""))
    return any(sign and ord(sign[0]) > _LAST_LATIN and sign not in (*_PERIODS, *_SYMBOLS) for sign in said)


def _is_not_pay(frame: ScannedText, mention: Mention) -> bool:
    """Whether the figure is a price, a sum insured or the like; a period ("an hour") outweighs all but a benefit."""
    if any(not _is_listed_after(frame, mention, one) for one in _near(frame, mention, "benefit", _BENEFIT_REACH)):
        return True
    return "period" not in mention.groups and bool(_near(frame, mention, "not_pay", _NOT_PAY_REACH))


def _is_listed_after(frame: ScannedText, mention: Mention, benefit: Mention) -> bool:
    """Whether a benefit is the next thing on the list, not what the figure pays for: "$18 an hour, free lunch"."""
    if "period" not in mention.groups or benefit.start < mention.end:
        return False
    return bool(_NEXT_ON_THE_LIST.search(_gap(frame, mention, benefit)))


def _is_about_pay(frame: ScannedText, mention: Mention, kind: PayKind) -> bool:
    groups, line = mention.groups, mention.line
    has_currency = "currency" in groups
    if has_currency and _other_period(frame, mention):
        return line.owner != "employer"
    if "period" in groups and (has_currency or "," in groups["min"] or "." in groups["min"] or "min_k" in groups):
        return line.owner != "employer"
    if not has_currency and "min_k" not in groups and "max_k" not in groups:
        return bool("period" in groups and _near(frame, mention, "word", _WORD_REACH))
    if kind in ("bonus", "commission"):
        return has_currency
    alone = (mention.start - line.start) + (line.end - mention.end) <= _ALONE_SLACK
    return (
        alone
        or _is_sentence(frame, mention)
        or bool(_PAY_HEADING.search(line.heading))
        or bool(_near(frame, mention, "word", _WORD_REACH))
    )


def _is_sentence(frame: ScannedText, mention: Mention) -> bool:
    """Whether a range is a whole sentence, as in a short notice: "Own car. £19,000 - £21,000. Day shift"."""
    before, after = frame.text[: mention.start].rstrip(), frame.text[mention.end : mention.end + 2].rstrip()
    return "max" in mention.groups and before.endswith((".", ";")) and after in (".", ";")


def _period(frame: ScannedText, mention: Mention, top: float, kind: PayKind) -> PayPeriod | None:
    said = mention.groups.get("period", "")
    if said and not said.isascii() and said in _PERIODS:
        return _PERIODS[said]
    written = fold(said).decode().lower().replace(".", "")
    if written:
        return _SHORT_PERIODS.get(written) or _PERIODS[written[0]]
    other = _other_period(frame, mention)
    if other:
        return other
    if kind == "bonus" or (kind == "commission" and top < _LOWEST_YEARLY):
        return "once"
    nearby = _near(frame, mention, "period_word", _WORD_REACH)
    if nearby:
        return cast(PayPeriod, next(iter(nearby[0].groups)))
    return _period_by_size(top, mention.line)


def _period_by_size(top: float, line: Line) -> PayPeriod | None:
    """The period that a bare figure can only mean: a salary of 25,000 is a year's, a wage of 12 an hour's."""
    if top >= _LOWEST_YEARLY:
        return "year"
    return "hour" if top <= _HIGHEST_HOURLY and line.owner != "employer" else None


def _other_period(frame: ScannedText, mention: Mention) -> PayPeriod | None:
    """The period said behind the figure in another language than English: "14,50 € pro Stunde", "1 800 € par mois"."""
    found = _match_other_period(frame, mention)
    return cast(PayPeriod, found.lastgroup) if found else None


def _match_other_period(frame: ScannedText, mention: Mention) -> re.Match[str] | None:
    return None if "period" in mention.groups else _PERIOD_IN_OTHER_LANGUAGES.match(frame.text, mention.end)


def _month_by_size(top: float, currency: str | None, kind: PayKind) -> PayPeriod | None:
    """A bare figure between an hour's and a year's pay is a month's where pay is told by the month."""
    is_monthly = kind == "base" and currency in _PAID_BY_THE_MONTH and _LOWEST_MONTHLY <= top < _LOWEST_YEARLY
    return "month" if is_monthly else None


def _is_plausible(top: float, period: PayPeriod, kind: PayKind, currency: str | None) -> bool:
    if currency in _SMALL_UNITS:
        return top >= _LOWEST_IN_SMALL_UNITS
    if kind in ("bonus", "commission", "allowance"):
        return True
    if period == "hour":
        return 1 < top <= 500
    return top >= 1000 if period == "year" else top > 5

"""The business the worker serves in, from the words of the advertisement."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import cast

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import INDUSTRIES, IndustryId, RoleFamily
from groundfloor.readers.frame import Line, Mention, Owner, ScannedText
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.title_patterns import get_title_patterns

_TIMES_BY_KIND = {"": 1.0, "strong": 5.0, "name": 5.0}
_TIMES_BY_OWNER: dict[Owner, float] = {"employer": 1.5, "unknown": 1.0, "job": 1.0, "ask": 0.5, "offer": 0.1}
_TIMES_IN_TITLE = 3.0
_TIMES_IN_NAME = 3.0
_TIMES_DEFINED = 2.0
_MENTIONS_COUNTED = 3
_EVIDENCE_NEEDED = 2.0
_LONGEST_NAME = 60
_HEAD_LINES = 3
_DEFINES = re.compile(r"\b(?:is|are|as|be|of) (?:an?|the|one of|among|[\w.]+[’']s) (?:[\w&,'’-]+ ){0,6}$", re.I)
"""Words before a mention that make it say what the employer is: "is a leading family-owned …"."""

_FAMILY_TIMES = 6.0
_VENDORS: frozenset[RoleFamily] = frozenset(
    {
        "account_manager", "client_relations", "contact_centre_agent", "customer_success", "sales_representative",
        "technical_support", "other",
    }
)  # fmt: skip
_VENDOR_TIMES = 2.0
"""Those who sell or support a product speak of their customers' trade as much as of their own."""


def read_industry(posting: Posting, frame: ScannedText, role_family: RoleFamily, catalogue: Catalogue) -> IndustryId:
    """Reads the industry the worker serves in.

    Args:
        posting: the advertisement; the name of its employer may show the industry.
        frame: its scanned text.
        role_family: the kind of work, which speaks for the industry that it names by itself.
        catalogue: the words that show an industry.

    Returns:
        The industry with the most evidence in the text and the employer's name, else the one that the kind of work
        names by itself; ``other`` where there is none.
    """
    evidence = _weigh(frame)
    if posting.employer:
        for industry, weight in _weigh(get_scanner(catalogue).scan(posting.employer)).items():
            evidence[industry] += weight
    if role_family in _VENDORS:
        evidence["software_it"] *= _VENDOR_TIMES
    own = cast(IndustryId | None, _of_family(role_family, catalogue))
    if own:
        evidence[own] += _FAMILY_TIMES
    return _strongest(evidence) or own or "other"


def find_industry(frame: ScannedText) -> IndustryId | None:
    """The industry with the most evidence in a text, None where there is too little.

    Each wording counts at most three times; the title and the employer's words about itself count most, what it gives
    to the worker least. Of equals, the first of the closed list stands.
    """
    return _strongest(_weigh(frame))


def _strongest(evidence: Mapping[IndustryId, float]) -> IndustryId | None:
    best = max(INDUSTRIES, key=lambda one: evidence.get(one, 0.0))
    return best if evidence.get(best, 0.0) >= _EVIDENCE_NEEDED else None


def _weigh(frame: ScannedText) -> dict[IndustryId, float]:
    """Each industry's evidence; a wording said again counts for less and less."""
    evidence: dict[IndustryId, float] = defaultdict(float)
    counted: Counter[tuple[str, str]] = Counter()
    for mention in frame.mentions("industries"):
        industry, _, kind = mention.code.partition("-")
        wording = (industry, frame.words(mention.start, mention.end).lower())
        counted[wording] += 1
        if counted[wording] <= _MENTIONS_COUNTED:
            times = _TIMES_BY_KIND[kind] * _times_by_place(frame, mention, is_name=kind == "name")
            evidence[cast(IndustryId, industry)] += times / counted[wording]
    return evidence


def _times_by_place(frame: ScannedText, mention: Mention, *, is_name: bool) -> float:
    line = mention.line
    if line is frame.lines[0]:
        return _TIMES_IN_TITLE
    if _is_name(line, frame.lines[:_HEAD_LINES]):
        return _TIMES_IN_NAME
    times = _TIMES_BY_OWNER.get(line.owner, 1.0)
    if is_name:
        return times if line.owner == "employer" else 0.0
    if line.owner != "ask" and _DEFINES.search(frame.text[line.start : mention.start]):
        times *= _TIMES_DEFINED
    return times


def _is_name(line: Line, head: Sequence[Line]) -> bool:
    """Whether a line is the employer's name: one short line of its own at the head of what it says of itself."""
    return line.owner == "employer" and line.end - line.start <= _LONGEST_NAME and line in head


def _of_family(role_family: RoleFamily, catalogue: Catalogue) -> str | None:
    return next(iter(get_title_patterns(catalogue, "industry_of_family").list_matching(role_family, limit=1)), None)

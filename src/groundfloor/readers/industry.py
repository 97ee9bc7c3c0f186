"""The business the worker serves in, from the words of the advertisement."""

from collections import Counter, defaultdict
from typing import cast

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import INDUSTRIES, IndustryId, RoleFamily
from groundfloor.readers.frame import Owner, ScannedText
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.title_patterns import get_title_patterns

_STRONG_TIMES = 4
_TIMES_BY_OWNER: dict[Owner, float] = {"employer": 2.0, "unknown": 1.0, "job": 1.0, "ask": 0.25, "offer": 0.1}
_TIMES_IN_TITLE = 3.0
_MENTIONS_COUNTED = 3
_EVIDENCE_NEEDED = 3.0


def read_industry(posting: Posting, frame: ScannedText, role_family: RoleFamily, catalogue: Catalogue) -> IndustryId:
    """Reads the industry the worker serves in.

    Args:
        posting: the advertisement; the name of its employer may show the industry.
        frame: its scanned text.
        role_family: the kind of work, which names the industry where the words show none.
        catalogue: the words that show an industry.

    Returns:
        The industry with the most evidence in the text, else the one of the employer's name, else the one that the
        kind of work names by itself; ``other`` where there is none.
    """
    shown = find_industry(frame)
    if not shown and posting.employer:
        shown = find_industry(get_scanner(catalogue).scan(posting.employer))
    return shown or cast(IndustryId, _of_family(role_family, catalogue) or "other")


def find_industry(frame: ScannedText) -> IndustryId | None:
    """The industry with the most evidence in a text, None where there is too little.

    Each wording counts at most three times; the title and the employer's words about itself count most, what it gives
    to the worker least. Of equals, the first of the closed list stands.
    """
    evidence: dict[IndustryId, float] = defaultdict(float)
    counted: Counter[tuple[str, str]] = Counter()
    for mention in frame.mentions("industries"):
        wording = (mention.code, frame.words(mention.start, mention.end).lower())
        counted[wording] += 1
        if counted[wording] <= _MENTIONS_COUNTED:
            industry = cast(IndustryId, mention.code.removesuffix("-strong"))
            times = _STRONG_TIMES if mention.code.endswith("-strong") else 1
            weight = _TIMES_IN_TITLE if mention.line is frame.lines[0] else _TIMES_BY_OWNER.get(mention.line.owner, 1.0)
            evidence[industry] += times * weight
    best = max(INDUSTRIES, key=lambda one: evidence[one])
    return best if evidence[best] >= _EVIDENCE_NEEDED else None


def _of_family(role_family: RoleFamily, catalogue: Catalogue) -> str | None:
    return next(iter(get_title_patterns(catalogue, "industry_of_family").list_matching(role_family, limit=1)), None)

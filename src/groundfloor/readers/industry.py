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

_TIMES_BY_KIND = {"": 1.0, "strong": 5.0, "name": 5.0, "suffix": 5.0}
_TIMES_BY_OWNER: dict[Owner, float] = {"employer": 1.5, "unknown": 1.0, "job": 1.0, "ask": 0.5, "offer": 0.1}
_TIMES_IN_TITLE = 3.0
_TIMES_IN_NAME = 3.0
_TIMES_DEFINED = 2.0
_TIMES_NAMED = 1.5
_TIMES_SERVED = 0.4
_MANY_TRADES = 4
"""Who names so many trades in one statement lists its customers."""
_MENTIONS_COUNTED = 3
_EVIDENCE_NEEDED = 2.0
_EVIDENCE_OF_CLIENT = 3.0
_APPRENTICE = re.compile(r"\bapprentice", re.I)
_WITHOUT_CLIENT: dict[IndustryId, IndustryId] = {"staffing": "staffing", "education_training": "other"}
"""Agencies, and those who train apprentices, hire for a client: what is said where the client stays unnamed."""
_LONGEST_NAME = 60
_HEAD_LINES = 3
_NAMED = re.compile(r"(?:^|[\s(])[A-Z][\w’'.&-]* $")
"""The capital word before the last word of a firm's name: "Clearwater Energy"."""
_NAME_GOES_ON = re.compile(
    r"(?:,? (?:Inc|Ltd|LLC|Limited|plc|PLC|Group|Company|Co|Corp(?:oration)?|GmbH|Holdings|Global|UK|USA?)\b\.?)*"
    r"(?:,? (?:is|are|was|has|have|seeks?|offers?|provides?|needs?|employs|we|which|where)\b|[’']s\b|®|™)"
    r"|,? (?:Inc|Ltd|LLC|Limited|plc|PLC|GmbH|Corp)\b"
)
_NAME_COMES = re.compile(
    r"\b(?:[Aa]t|[Jj]oin(?:ing)?|[Aa]bout|[Ww]ork(?:ing)? for|behalf of|[Ww]elcome to|partnered with|part of)"
    r" (?:the )?(?:[A-Z][\w’'.&-]* ){0,3}$"
)
"""What stands behind and before a firm's name: "Clearwater Energy is", "join Clearwater Energy"."""
_DEFINES = re.compile(
    r"\b(?:(?:is|are|as|be|of|for|we[’']re) (?:an?|the|one of|among|more than|[\w.]+[’']s)"
    r"|(?:we|that|which|who|company|also|it|our (?:team|company|client)) (?:provide|offer|make|sell|build|develop"
    r"|design|manufacture|produce|supply|supplie|deliver|operate|run|speciali[sz]e in|lease|rent)s?"
    r"|speciali[sz](?:e|es|ing) in|provider of|suppliers? of|work(?:ing)? (?:for|with) an?) (?:[\w&,'’/-]+ ){0,6}$",
    re.I,
)
"""Words before a mention that make it say what the employer is or sells: "is a leading family-owned …", "we make …"."""
_SERVES = re.compile(
    r"\b(?:for|to|serv\w+|help\w*|support\w*|empower\w*|enabl\w+|across|like|including|such as|(?:used|trusted) by"
    r"|connect\w*|between|allow\w*|lets?) (?:[\w&,'’/-]+ ){0,4}$",
    re.I,
)
"""Words before a mention that make it say whom the employer serves, where the line has said what the employer is."""

_OF_OTHERS = re.compile(
    r"\b(?:(?:partner|client|customer|invest|recogni[sz]|featur|compet)\w*|backed|including|such as|like)\b", re.I
)
"""Words before a firm's name that make it another's: "our partners include …", "trusted by customers like …"."""
_CLIENTS = re.compile(
    r"\b(?:clients?|customers?|prospects?|partners?|compan(?:y|ies)|brands|business(?:es)?|stakeholders|portfolio|accounts"
    r"|network|industries|relationships with|sell\w* (?:in)?to|focus\w* on|experience|success) [^.;]{0,60}$",
    re.I,
)
"""Words before a mention that make it, where somebody sells, the trade of those sold to."""
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
        The industry with the most evidence in the text and the employer's name, an agency's client before the agency;
        else the one that the kind of work names by itself; ``other`` where there is none.
    """
    mentions = frame.mentions("industries")
    evidence = _weigh(frame, mentions, sells=role_family in _VENDORS and role_family != "other")
    if posting.employer:
        for mention in get_scanner(catalogue).scan(posting.employer).mentions("industries"):
            evidence[_industry(mention)] += _TIMES_IN_NAME * _TIMES_BY_KIND[mention.code.partition("-")[2]]
    if role_family in _VENDORS:
        evidence["software_it"] *= _VENDOR_TIMES
    own, is_sure = _of_family(role_family, posting.title, catalogue)
    if own and is_sure:
        evidence[own] += _FAMILY_TIMES
    found = _strongest(evidence)
    if found == "staffing" or (found == "education_training" and _APPRENTICE.search(posting.title)):
        return _of_client(frame, found)
    return found or own or "other"


def find_industry(frame: ScannedText) -> IndustryId | None:
    """The industry with the most evidence in a text, None where there is too little.

    Each wording counts at most three times; the title and the employer's words about itself count most, what it gives
    to the worker least. Of equals, the first of the closed list stands.
    """
    found = _strongest(_weigh(frame, frame.mentions("industries")))
    return _of_client(frame, found) if found == "staffing" else found


def _of_client(frame: ScannedText, agency: IndustryId) -> IndustryId:
    """The industry of the client for whom an agency hires, as far as the text tells outside the agency's words."""
    mentions = frame.mentions("industries")
    of_client = [one for one in mentions if one.line.owner != "employer" and _industry(one) != agency]
    return _strongest(_weigh(frame, of_client), _EVIDENCE_OF_CLIENT) or _WITHOUT_CLIENT[agency]


def _strongest(evidence: Mapping[IndustryId, float], needed: float = _EVIDENCE_NEEDED) -> IndustryId | None:
    best = max(INDUSTRIES, key=lambda one: evidence.get(one, 0.0))
    return best if evidence.get(best, 0.0) >= needed else None


def _weigh(frame: ScannedText, mentions: Sequence[Mention], *, sells: bool = False) -> dict[IndustryId, float]:
    """Each industry's evidence; a wording said again counts for less and less."""
    evidence: dict[IndustryId, float] = defaultdict(float)
    counted: Counter[tuple[str, str]] = Counter()
    before: Mention | None = None
    kept = _without_parts(mentions)
    trades_told = Counter(
        start for start, _ in {(one.line.start, _industry(one)) for one in kept if one.line.owner != "ask"}
    )
    for mention in kept:
        industry, kind = _industry(mention), mention.code.partition("-")[2]
        wording = (industry, frame.words(mention.start, mention.end).lower())
        counted[wording] += 1
        if counted[wording] <= _MENTIONS_COUNTED:
            times = _TIMES_BY_KIND[kind] * _times_by_place(frame, mention, kind)
            if trades_told[mention.line.start] >= _MANY_TRADES or _is_served(frame, mention, before, sells=sells):
                times *= _TIMES_SERVED
            evidence[industry] += times / counted[wording]
        before = mention
    return evidence


def _without_parts(mentions: Sequence[Mention]) -> list[Mention]:
    """Leaves out what overlaps a longer wording: "technology company" in a financial one."""
    kept: list[Mention] = []
    for one in mentions:
        last = kept[-1] if kept else one
        if one is last or one.start >= last.end:
            kept.append(one)
        elif one.end - one.start > last.end - last.start:
            kept[-1] = one
    return kept


def _industry(mention: Mention) -> IndustryId:
    return cast(IndustryId, mention.code.partition("-")[0])


def _is_served(frame: ScannedText, mention: Mention, before: Mention | None, *, sells: bool) -> bool:
    """Whether it names whom the employer serves: "software for hospitals", sales "to clients in the hotel trade"."""
    line = mention.line
    is_told = before is not None and before.line is line and _industry(before) != _industry(mention)
    if is_told and before is not None and _SERVES.search(frame.text[before.end : mention.start]):
        return True
    is_told = not sells or line.owner == "employer" or _industry(mention) == "software_it"
    return not is_told and _CLIENTS.search(frame.text[line.start : mention.start]) is not None


def _times_by_place(frame: ScannedText, mention: Mention, kind: str) -> float:
    line = mention.line
    if kind == "suffix":
        return _times_of_suffix(frame, mention)
    if line is frame.lines[0]:
        return _TIMES_IN_TITLE
    if _is_name(line, frame.lines[:_HEAD_LINES]):
        return _TIMES_IN_NAME
    times = _TIMES_BY_OWNER.get(line.owner, 1.0)
    if kind == "name":
        is_other = _OF_OTHERS.search(frame.text[line.start : mention.start])
        return times if not is_other and (line.owner == "employer" or _is_joined(frame, mention)) else 0.0
    if line.owner != "ask" and _DEFINES.search(frame.text[line.start : mention.start]):
        times *= _TIMES_DEFINED
    return times


def _times_of_suffix(frame: ScannedText, mention: Mention) -> float:
    """A word like "Bank" or "Energy" counts as the last of a firm's name, in capitals, of which something is said."""
    line, text = mention.line, frame.text
    if line is frame.lines[0] or line.owner in ("offer", "equal_opportunity"):
        return 0.0
    is_named = text[mention.start].isupper() and _NAMED.search(text[line.start : mention.start])
    is_firm = _NAME_GOES_ON.match(text, mention.end) or _is_joined(frame, mention)
    return _TIMES_NAMED if is_named and is_firm else 0.0


def _is_joined(frame: ScannedText, mention: Mention) -> bool:
    return _NAME_COMES.search(frame.text[mention.line.start : mention.start]) is not None


def _is_name(line: Line, head: Sequence[Line]) -> bool:
    """Whether a line is the employer's name: one short line of its own at the head of what it says of itself."""
    return line.owner == "employer" and line.end - line.start <= _LONGEST_NAME and line in head


def _of_family(role_family: RoleFamily, title: str, catalogue: Catalogue) -> tuple[IndustryId | None, bool]:
    """The industry that a kind of work or its title names by itself, and whether it is evidence beside other words."""
    words = f"{role_family} | {title.lower()}"
    key = next(iter(get_title_patterns(catalogue, "industry_of_family").list_matching(words, limit=1)), None)
    if key is None:
        return None, False
    industry, _, kind = key.partition("-")
    return cast(IndustryId, industry), kind != "by_title"

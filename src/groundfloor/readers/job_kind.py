"""What a job in a résumé was: the reading of its title, set right by what résumés hold and advertisements do not.

An advertisement of this field is about customers; a résumé also holds the jobs before and beside them. So occupations
outside the field stay ``other`` whatever their lines mention, the rung comes from the title and from people led (a
résumé asks for no experience), and service to customers must be the work itself.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.vocabulary import IndustryId, Level, RoleFamily
from groundfloor.readers.title import classify_job

_IN_FIELD = (
    r"customer|client|sales|sell|cashier|teller|call cent|reception|front desk|guest|concierge|reservation|travel agent|"
    r"retail|store|shop|telemarket|collection|complaint|claims|account (?:manager|executive|representative)|help ?desk|"
    r"technical support|tech support|it support|desktop support|tour guide|docent|usher|ticket|box office|admin|clerical|data entry|secretary|"
    r"office assistant|dispatch|personal bank"
)
_OUTSIDE = (
    r"engineer|teacher|teaching|tutor|professor|instructor|nurse|nursing|doctor|physician|therap|medical assistant|medical tech|"
    r"health ?care|health aide|caregiver|care-?giver|nanny|babysit|day ?care|childcare|wait(?:er|ress|staff)|\bserver\b|bartend|"
    r"barista|busser|\bcook\b|chef|baker|pastry|kitchen|catering|crew|dishwash|driver|courier|warehouse|forklift|loader|picker|packer|"
    r"public relations|media|journalis|reporter|editor|writer|recruit|human resources|accountant|bookkeep|financ|auditor|"
    r"underwriter|develop|programmer|designer|artist|photograph|engineer|construction|carpent|electric|plumb|mechanic|"
    r"machin|operator|assembl|manufactur|production|laborer|labourer|landscap|farm|security guard|officer|soldier|military|"
    r"police|firefight|paramedic|intern\b|research|scien|lawyer|attorney|paralegal|fitness|coach|trainer|stylist|barber|"
    r"cosmet|housekeep|janitor|clean|maintenance|marketing|event|project|business analyst|analyst|brand|estimator|"
    r"merchandiser|merchandising|stock|inbound/return|clerk of|pharmac|lab\b|veterinar|lifeguard|model|actor|music"
)
_FACING = (
    r"wait(?:er|ress|staff)|\bserver\b|host(?:ess)?\b|bartend|barista|crew|nurse|medical assistant|health ?care|health aide|"
    r"caregiver|fitness|stylist|barber|cosmet|flight attendant|steward|catering|lifeguard|banquet|fast food|leasing|"
    r"brand ambassador|pharmacy tech|owner|counsel|valet|driver.*passenger|taxi"
)
_NOT_FACING = (
    r"engineer|accountant|analyst|public relations|warehouse|teacher|reporter|editor|writer|develop|human resources|"
    r"recruit|communications|media|marketing|journalis|dispatch|production|machin|construction|nanny|inbound|stock|"
    r"merchandis|implementation|underwrit|project"
)
_CUSTOMER = (
    r"\b(?:customers?|clients?|guests?|patients?|callers?|visitors?|patrons?|shoppers?|passengers?|policyholders?)\b"
)
_LED = (
    r"\b(?:supervis(?:ed?|es|ing) (?!by)|(?:managed?|manages|managing|led|lead(?:ing)?|oversaw|overs(?:ee|aw|eeing)|direct(?:ed|ing)?) "
    r"(?:an? |the |up to |over )?(?:\w+ ){0,3}(?:team|staff|crew|employees|associates|agents|representatives|cashiers|people|personnel|"
    r"technicians|members|interns|servers|analysts|workers|volunteers)\b|direct reports|hir(?:ed|ing) (?:and|,) |performance (?:reviews|"
    r"appraisals|evaluations)|delegat(?:ed|ing) |staff(?:ing)? schedul|schedul\w+ (?:of )?(?:staff|employees|shifts))"
)
_LEVELS: tuple[tuple[Level, str], ...] = (
    ("ground", r"\b(?:intern|internship|trainee|apprentice|assistant to)\b"),
    (
        "executive_owner",
        r"\b(?:owner|founder|co-?founder|proprietor|ceo|chief executive|president(?! of)|managing director|self[- ]employed)\b",
    ),
    ("supervisor", r"\b(?:assistant|asst\.?|deputy|shift|duty|night|key holder)[- ](?:\w+ )?manager\b|\b(?:supervisor|foreman|shift lead\w*)\b"),
    ("head", r"\b(?:director|vice president|vp|chief|c[fot]o|head of)\b"),
    ("lead", r"\b(?:team lead(?:er)?|lead|leader|head|senior \w+ (?:advocate|agent|representative)|crew trainer)\b"),
    ("manager", r"\b(?:manager|superintendent|principal|general manager|administrator of|gm)\b"),
    (
        "experienced",
        r"\b(?:senior|sr\.?|ii|iii|specialist|technician|administrator|coordinator|analyst|consultant|engineer|accountant|"
        r"executive|officer|banker|underwriter|teacher|recruiter|adviser|advisor|planner|designer|developer|nurse|adjuster|"
        r"investigator|broker|producer|buyer|trainer|instructor|reporter|editor|writer|chef|bookkeeper|merchandiser|auditor|"
        r"secretary|paralegal|expert|salesperson|sales representative|executive assistant|medical assistant|personal assistant|"
        r"public relations|estimator)\b|^sales$"
    ),
)  # fmt: skip
_LEADS_BY_TITLE = (
    r"\b(?:supervisor|foreman|team lead(?:er)?|(?:store|branch|shift|floor|restaurant|district|area) manager)\b"
)
_MANAGES_THINGS = r"\b(?:account|accounts|territory|product|brand|marketing|project|case|property|content|social media)s?(?: \w+)? manager\b"
_LEARNING = re.compile(r"\b(?:intern|internship|trainee|apprentice)\b")
_ON_THEIR_OWN: frozenset[Level] = frozenset({"ground", "experienced"})
_CUSTOMER_MENTIONS = 3


class JobKind(NamedTuple):
    """What a job of a résumé was."""

    role_family: RoleFamily
    level: Level
    industry: IndustryId
    customer_facing: bool
    people_managed: bool
    role_id: str | None


def read_job_kind(title: str, lines: Sequence[str], catalogue: Catalogue) -> JobKind:
    """Reads what a job of a résumé was from its title and its lines.

    Args:
        title: the title as written, empty where there is none.
        lines: what is said about the job.
        catalogue: the patterns for titles and the roles.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> kind = read_job_kind("Waitress", ["Took orders and greeted guests"], open_catalogue())
        >>> kind.role_family, kind.level, kind.customer_facing
        ('other', 'ground', True)
    """
    told = classify_job(title, lines, catalogue)
    words, body = title.lower(), "\n".join(lines)
    outside = _finds("outside", words) and not _finds("in_field", words)
    family: RoleFamily = "other" if outside or not words else told.role_family
    led = _finds("led", body) or _finds("leads_by_title", words)
    level = _level(words, told.level, led=led)
    return JobKind(
        role_family=family,
        level=level,
        industry=told.industry,
        customer_facing=_is_facing(words, body, family, told.customer_facing),
        people_managed=led,
        role_id=told.role_id if (family, level) == (told.role_family, told.level) else None,
    )


def _level(title: str, told: Level, *, led: bool) -> Level:
    named = next((level for level, pattern in _compiled_levels() if pattern.search(title)), None)
    level = named or (told if told in _ON_THEIR_OWN else "ground")
    if level == "manager" and _finds("things", title) and not led:
        return "experienced"
    if level in _ON_THEIR_OWN and led and not _LEARNING.search(title):
        return "lead"
    return level


def _is_facing(title: str, body: str, family: RoleFamily, told: bool) -> bool:
    if family != "other" and (told or not _finds("facing", title)):
        return told
    if _finds("not_facing", title):
        return False
    return _finds("facing", title) or len(_compiled()["customer"].findall(body)) >= _CUSTOMER_MENTIONS


def _finds(name: str, text: str) -> bool:
    return _compiled()[name].search(text) is not None


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    patterns = {
        "in_field": _IN_FIELD,
        "outside": _OUTSIDE,
        "facing": _FACING,
        "not_facing": _NOT_FACING,
        "customer": _CUSTOMER,
        "led": _LED,
        "leads_by_title": _LEADS_BY_TITLE,
        "things": _MANAGES_THINGS,
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@cache
def _compiled_levels() -> list[tuple[Level, re.Pattern[str]]]:
    return [(level, re.compile(pattern)) for level, pattern in _LEVELS]

"""What a job in a résumé was: the reading of its title, set right by what résumés hold and advertisements do not.

An advertisement of this field is about customers; a résumé also holds the jobs before and beside them. So occupations
outside the field stay ``other`` whatever their lines mention, the rung comes from the title and from people led (a
résumé asks for no experience), and service to customers must be the work itself.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import LexiconEntry
from groundfloor.model.vocabulary import IndustryId, Level, RoleFamily
from groundfloor.readers.resume.job_words import title_score
from groundfloor.readers.title import JobReading, classify_job
from groundfloor.text.patterns import PatternSet

_ON_THEIR_OWN: frozenset[Level] = frozenset({"ground", "experienced"})
_MOSTLY_BEHIND: frozenset[RoleFamily] = frozenset(
    {"technical_support", "clerical_support", "dispatcher_coordinator", "customer_success"}
)
_CUSTOMER_MENTIONS, _TIMES_SERVED, _TITLE_SCORE = 3, 2, 3.0
_JOINED = re.compile(r"\s*/\s*|\s*,\s*|\s+(?:and|&)\s+")


class JobKind(NamedTuple):
    """What a job of a résumé was."""

    role_family: RoleFamily
    level: Level
    industry: IndustryId
    customer_facing: bool
    people_managed: bool
    role_id: str | None


def read_job_kind(title: str, lines: Sequence[str], catalogue: Catalogue, *, employer: str = "") -> JobKind:
    """Reads what a job of a résumé was from its title and its lines.

    Args:
        title: the title as written, empty where there is none.
        lines: what is said about the job.
        catalogue: the patterns for titles and the roles.
        employer: its name, which may show the industry; empty where there is none.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> kind = read_job_kind("Waitress", ["Took orders and greeted guests"], open_catalogue())
        >>> kind.role_family, kind.level, kind.customer_facing
        ('other', 'ground', True)
    """
    words, body = title.lower(), "\n".join(lines)
    told = _classify(title, lines, employer, catalogue)
    shows = set(_find_codes(catalogue, "resume_jobs", words))
    led = "leads-by-title" in shows or find_people_led(body, catalogue) is not None
    outside = "outside" in shows and "in-field" not in shows
    family: RoleFamily = "other" if outside or not words else told.role_family
    family = cast(RoleFamily, next(iter(_find_codes(catalogue, "resume_families", words)), family))
    if family == "customer_service_representative" and "telephone" in _find_codes(catalogue, "resume_jobs", body):
        family = "contact_centre_agent"
    level = _level(_find_codes(catalogue, "resume_levels", words), shows, told.level, led=led)
    return JobKind(
        role_family=family,
        level=level,
        industry=told.industry,
        customer_facing=_is_facing(shows, family, told.customer_facing, _count(catalogue, "customer", body))
        or ("many-sites" not in shows and _count(catalogue, "serves", body) >= _TIMES_SERVED),
        people_managed=led,
        role_id=told.role_id if (family, level) == (told.role_family, told.level) else None,
    )


def find_people_led(words: str, catalogue: Catalogue) -> tuple[int, int] | None:
    """Where the telling of a job first says that people were led, None where it does not."""
    hits = (hit for hit in _patterns(catalogue, "resume_jobs").find(words) if hit.rule == "led")
    return next(((hit.start, hit.end) for hit in hits), None)


def _classify(title: str, lines: Sequence[str], employer: str, catalogue: Catalogue) -> JobReading:
    """The reading of a title; of several titles in one ("Receptionist / Bookkeeper") the first of the field counts."""
    several = [part for part in _JOINED.split(title) if title_score(part) >= _TITLE_SCORE]
    titles = several if len(several) > 1 else [title]
    readings = [classify_job(part, lines, catalogue, employer=employer) for part in titles]
    return next((one for one in readings if one.role_family != "other"), readings[0])


def _level(named: Sequence[str], shows: set[str], told: Level, *, led: bool) -> Level:
    level = cast(Level, named[0]) if named else told if told in _ON_THEIR_OWN else "ground"
    if level == "manager" and "manages-things" in shows and not led:
        return "experienced"
    return "lead" if level in _ON_THEIR_OWN and led and "learning" not in shows else level


def _is_facing(shows: set[str], family: RoleFamily, told: bool, customers: int) -> bool:
    if "many-sites" in shows and "one-site" not in shows:
        return False
    if family in _MOSTLY_BEHIND and "not-facing" in shows:
        return customers >= _CUSTOMER_MENTIONS
    if family != "other" and (told or "facing" not in shows):
        return told
    return "not-facing" not in shows and ("facing" in shows or customers >= _CUSTOMER_MENTIONS)


def _count(catalogue: Catalogue, rule: str, body: str) -> int:
    return sum(hit.rule == rule for hit in _patterns(catalogue, "resume_jobs").find(body))


def _find_codes(catalogue: Catalogue, file_stem: str, words: str) -> list[str]:
    """The entries of a lexicon file that match, in the file's order."""
    found = {hit.rule for hit in _patterns(catalogue, file_stem).find(words)}
    return [code for code in _entries(catalogue, file_stem) if code in found]


def _entries(catalogue: Catalogue, file_stem: str) -> dict[str, LexiconEntry]:
    prefix = file_stem + "."
    return {id_.removeprefix(prefix): one for id_, one in catalogue.lexicon.items() if id_.startswith(prefix)}


def _patterns(catalogue: Catalogue, file_stem: str) -> PatternSet:
    held = _held_patterns(catalogue.edition, file_stem)
    if not held:
        entries = _entries(catalogue, file_stem)
        held.append(PatternSet((code, pattern) for code, entry in entries.items() for pattern in entry.patterns))
    return held[0]


@cache
def _held_patterns(_edition: str, _file_stem: str) -> list[PatternSet]:
    return []

"""The slots with closed lists: duties, personal skills, channels, schedule, contract, checks, body, offers."""

from collections.abc import Iterable, Iterator

from groundfloor.model.facts import Coded, Fact
from groundfloor.model.vocabulary import FactKind, Strength
from groundfloor.readers.frame import Mention, ScannedText
from groundfloor.readers.slots.direction import read_direction
from groundfloor.readers.slots.workplace import read_workplace

_KINDS: dict[str, FactKind] = {
    "duties": "duty",
    "soft_skills": "soft_skill",
    "channels": "channel",
    "schedule": "schedule",
    "employment_types": "employment_type",
    "checks": "check",
    "physical": "physical",
    "communication": "communication",
}
"""Lexicon slot to the kind of fact its codes give."""

_ASKED_OF_THE_WORKER: frozenset[FactKind] = frozenset(
    {"soft_skill", "check", "physical", "communication", "computer_literacy"}
)
_ABSENCE_IS_THE_ASK = frozenset({"background", "drug", "credit", "right_to_work", "minimum_age", "security_clearance"})
"""Checks whose wording is itself negative ("no criminal record", "no visa sponsorship")."""

_YES_NO: dict[str, FactKind] = {
    "offers.training_offered": "training_offered",
    "offers.progression_offered": "progression_offered",
    "computer_literacy.general": "computer_literacy",
}
"""Rules whose only message is that the thing is said."""


def read_coded(frame: ScannedText) -> list[Fact]:
    """Reads every slot with a closed list.

    Args:
        frame: the scanned document, a posting or a résumé.

    Returns:
        One fact for each value said, with the first words that say it, slot by slot; direction and workplace give at
        most one each. Skills, checks and demands on the body carry the strength with which they are asked, all
        others are ``stated``.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> frame = get_scanner(open_catalogue()).scan("You escalate complaints. Spotless work: no weekends.")
        >>> [fact.rule for fact in read_coded(frame) if fact.kind in ("duty", "schedule")][-1]
        'schedule.fixed_weekdays'
    """
    facts = [fact for slot, kind in _KINDS.items() for fact in _iter_first(frame, frame.mentions(slot), kind)]
    return [*facts, *_iter_said(frame), *read_direction(frame), *read_workplace(frame)]


def _iter_first(frame: ScannedText, mentions: Iterable[Mention], kind: FactKind) -> Iterator[Fact]:
    """The first mention of each code that is not taken back in its own line."""
    seen: set[str] = set()
    for mention in mentions:
        is_absence = kind == "check" and mention.code in _ABSENCE_IS_THE_ASK
        if mention.code in seen or (not is_absence and frame.is_negated(mention.start, mention.end)):
            continue
        seen.add(mention.code)
        yield frame.fact(kind, Coded(code=mention.code), mention, strength=_strength(frame, mention, kind))


def _iter_said(frame: ScannedText) -> Iterator[Fact]:
    for rule, kind in _YES_NO.items():
        slot, _, code = rule.partition(".")
        said = (one for one in frame.mentions(slot) if one.code == code and not frame.is_negated(one.start, one.end))
        mention = next(said, None)
        if mention:
            yield frame.fact(kind, Coded(code="true"), mention, strength=_strength(frame, mention, kind))


def _strength(frame: ScannedText, mention: Mention, kind: FactKind) -> Strength:
    return frame.strength(mention.start, mention.end) if kind in _ASKED_OF_THE_WORKER else "stated"

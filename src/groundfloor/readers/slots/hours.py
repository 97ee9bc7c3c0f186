"""Hours of work a week, as stated."""

from groundfloor.model.facts import Fact, Hours
from groundfloor.readers.frame import Mention, ScannedText

_MOST_HOURS_A_WEEK = 80
_FEWEST_HOURS_A_WEEK = 3
_AT_LEAST = ("minimum", "at least", "min ", "min.", "from", "more than", "over")
_UP_TO = ("up to", "maximum", "max ", "no more than")
_BEFORE_REACH = 30


def read_hours(frame: ScannedText) -> list[Fact]:
    """The hours a week of the job: one fact, the first place that names them, or none.

    "Minimum of 15 hours" has no maximum. Calls per hour, hours a day and opening hours are no hours a week.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> frame = get_scanner(open_catalogue()).scan("Part time, 16 to 24 hours per week")
        >>> [(fact.value.min, fact.value.max) for fact in read_hours(frame)]
        [(16.0, 24.0)]
    """
    for mention in frame.mentions("hours"):
        hours = _hours(frame, mention) if mention.code == "week" and mention.line.owner != "employer" else None
        if hours:
            return [frame.fact("hours", hours, mention)]
    return []


def _hours(frame: ScannedText, mention: Mention) -> Hours | None:
    groups = mention.groups
    low = float(groups["min"].replace(",", "."))
    high = float(groups["max"].replace(",", ".")) if "max" in groups else None
    if not _FEWEST_HOURS_A_WEEK <= low <= _MOST_HOURS_A_WEEK or (high is not None and high > _MOST_HOURS_A_WEEK):
        return None
    before = frame.text[max(mention.line.start, mention.start - _BEFORE_REACH) : mention.start].lower()
    is_open = "open" in groups or "open_last" in groups or any(words in before for words in _AT_LEAST)
    if high is None and any(words in before for words in _UP_TO):
        return Hours(min=None, max=low)
    return Hours(min=low, max=None if is_open and high is None else (high or low))

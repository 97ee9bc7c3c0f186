"""What the parts of a page are to one another: areas of one ladder, or ladders, of which that of service is taken."""

import re
from collections.abc import Sequence

from groundfloor.catalogue.ladders.names import names_work, plain_name
from groundfloor.catalogue.ladders.records import Criterion, Part

_SERVES = re.compile(
    r"\b(?:support|customers?|clients?|service desk|help ?desk|contact cent(?:re|er)|call cent(?:re|er)|retail|stores?|"
    r"guests?|csm|csr)\b",
    re.IGNORECASE,
)
_OTHER_FIELD = re.compile(
    r"\b(?:engineer(?:ing|s)?|software|developers?|development|product|sales|design(?:ers?)?|marketing|finance|"
    r"accounting|legal|people|hr|human resources|data|analytics|security|strategy|program(?:me)?s?|projects?|"
    r"recruit\w*|talent|research|infrastructure|devops|quality|qa|operations|administration|backend|frontend|mobile|"
    r"web|ios|android|platform)\b",
    re.IGNORECASE,
)
_TRACK = re.compile(
    r"\b(?:tracks?|paths?|ladders?|frameworks?|teams?|departments?|contributors?|ic|manage\w+|roles?)\b", re.I
)
_MANY = 2
_MOSTLY = 0.6


def take_service(parts: Sequence[Part], *, too_many: bool = False) -> tuple[list[Part], list[str]]:
    """The parts without the ladders of other fields, where one is plainly of customer service; and a note of the rest.

    Args:
        parts: what a page holds.
        too_many: whether they are more levels than any ladder has, so that one other ladder is reason enough.

    Returns:
        The parts to take, all of them where none is of service or where the others may be its own tracks.

    Example:
        >>> parts = [Part(title=title, asked={}) for title in ("Support", "Design", "Finance", "Management track")]
        >>> [part.title for part in take_service(parts)[0]], [part.title for part in take_service(parts[1:])[0]]
        (['Support', 'Management track'], ['Design', 'Finance', 'Management track'])
    """
    serving = [part for part in parts if _is_of(part, _SERVES)]
    others = [part for part in parts if part not in serving and part.title and _is_of(part, _OTHER_FIELD)]
    if not serving or len({part.title for part in others}) < (1 if too_many else _MANY):
        return list(parts), []
    titles = "; ".join(dict.fromkeys(plain_name(part.title) for part in others))
    taken = "; ".join(dict.fromkeys(plain_name(part.title) for part in serving if part.title)) or "customer service"
    kept = serving if too_many else [part for part in parts if part not in others]
    if too_many:
        titles = "; ".join(dict.fromkeys(plain_name(one.title) for one in parts if one not in serving and one.title))
    return kept, [f"Of several ladders in the file that of {taken} is taken; --part takes another: {titles}."]


def join_areas(parts: Sequence[Part]) -> list[Part]:
    """Parts of the very same levels as one ladder, each part being an area: "Level 1" under Ownership and Knowledge.

    Example:
        >>> asked = {"Level 1": (Criterion(text="Some"),), "Level 2": (Criterion(text="More"),)}
        >>> joined = join_areas([Part(title="Ownership", asked=asked), Part(title="Knowledge", asked=asked)])
        >>> len(joined), [one.area for one in joined[0].asked["Level 1"]]
        (1, ['Ownership', 'Knowledge'])
    """
    named = [part for part in parts if len(part.asked) >= _MANY]
    same = {tuple(sorted(plain_name(level).casefold() for level in part.asked)) for part in named}
    areas = [part for part in named if part.title and not _is_field(part.title)]
    if len(named) < _MANY or len(named) < len(parts) or len(same) > 1 or len(areas) * _MANY <= len(named):
        return list(parts)
    asked: dict[str, tuple[Criterion, ...]] = dict.fromkeys(named[0].asked, ())
    keys = {plain_name(level).casefold(): level for level in asked}
    for part in named:
        for level, criteria in part.asked.items():
            key = keys[plain_name(level).casefold()]
            asked[key] += tuple(Criterion(text=one.text, area=one.area or plain_name(part.title)) for one in criteria)
    return [Part(title="", asked=asked)]


def _is_field(title: str) -> bool:
    """Whether a heading is of people, their work or a track of it, rather than of something asked."""
    words = re.findall(r"\w+", title)
    fields = sum(bool(_SERVES.fullmatch(word) or _OTHER_FIELD.fullmatch(word)) for word in words)
    return bool(_TRACK.search(title)) or names_work(title) or fields == len(words)


def _is_of(part: Part, field: re.Pattern[str]) -> bool:
    """Whether a part is of a field by its heading, else by most of its levels."""
    if _SERVES.search(part.title) or _OTHER_FIELD.search(part.title):
        return field.search(part.title) is not None
    found = sum(field.search(level) is not None for level in part.asked)
    return bool(part.asked) and found >= _MOSTLY * len(part.asked)

"""Schooling in a résumé: entries with level, field, year, and whether they still run."""

import re
from functools import cache
from typing import NamedTuple

from groundfloor.model.facts import Span
from groundfloor.model.profile import Schooling
from groundfloor.model.vocabulary import EducationLevel
from groundfloor.readers.resume.dates import list_dates
from groundfloor.readers.resume.sections import ResumeLine

_DEGREES: dict[EducationLevel, tuple[str, ...]] = {
    "doctorate": (r"ph\.? ?d\b\.?", r"doctor(?:ate|al)?\b(?: of \w+)?", r"ed\.d\b|j\.d\b|juris doctor"),
    "master": (
        r"master(?:'?s|s'|’s)?(?: degree)?(?: of (?:\w+ )?\w+| in| degree)",
        r"master'?s\b",
        r"(?-i:M\.B\.A\b\.?|E?MBA\b|M\.? ?A\.?\b(?=[ ,:)]|$)|M\.S\b\.?(?:c\b\.?)?|MSc\b|MS\b(?= in\b| degree\b))",
        r"(?-i:M\.?Ed\b|M\.?Phil\b)",
        r"post ?-?graduate\b(?: \w+)?",
    ),
    "bachelor": (
        r"bachelor(?:'?s|s'|’s)?(?: degree)?(?: of (?:\w+ )?\w+)?(?: degree)?",
        r"(?-i:B\.A\b\.?|B\.S\b\.?(?:c\b\.?)?|B\.?B\.?A\b\.?|B\.?F\.?A\b|BSc\b|BA\b|B\.?A\.?Sc?\b)",
        # The Bank Secrecy Act is no degree.
        r"(?-i:BS(?:[A-Z]{1,2})?\b)(?!/AML|(?<=BSA) (?:compliance|procedures|reporting|act))",
        r"(?-i:B\.?Ed\b|B\.?Com\b|B\.?Tech\b|B\.?Eng\b)",
        r"(?:honou?rs|undergraduate|university|college|baccalaureate|4[- ]year) degree",
        r"licenciatura",
    ),
    "associate": (
        r"associate(?:'?s|s'|’s)?(?: degree)?(?: (?:of|in) (?:applied )?\w+)(?: degree)?",
        r"associate(?:'?s|s'|’s)? degree|associate(?=\s*:)",
        r"(?-i:A\.A\.?S?\b\.?|A\.S\b\.?|A\.?A\.?S\b|AA\b|AS\b(?= in| degree)|HND\b|HNC\b)",
        r"foundation degree|(?:two|2)[- ]year (?:degree|college)",
    ),
    "some_college": (r"some college(?: \(no degree\))?", r"(?:college|university) (?:course ?work|courses|credits)"),
    "vocational": (
        r"continuing education|apprenticeship|ausbildung",
        r"(?:n?vq|svq|btec|city (?:&|and) guilds)\b(?:,? (?:level )?\d\b"
        r"|(?: (?:extended|subsidiary|higher|national|first))* (?:diploma|certificate|award|nationals?)\b)*",
        r"(?:trade|vocational|technical) (?:school|diploma|training|certificate)",
        r"(?:undergraduate |graduate |professional |career )?certificate\b(?: of completion)?(?: (?:in|of)\b)?",
        r"cert\.? (?:iii|iv|3|4)\b|(?:advanced |national |professional )diploma",
    ),
    "secondary": (
        r"high[- ]?school(?: diploma| degree| graduate| equivalen\w+)?",
        r"secondary (?:school|education)(?: \w+)?|(?:senior|upper) secondary|sixth form|12th (?:grade|standard)",
        r"g\.?e\.?d\b\.?|h\.?s\.? (?:diploma|graduate)|general education(?:al)? (?:development|diploma)",
        r"gcses?|a[- ]levels?|leaving certificate|abitur|matriculation",
    ),
}
_SCHOOLS: tuple[tuple[EducationLevel, str], ...] = (
    ("secondary", r"\b(?:high school|hs|grammar school|secondary school|comprehensive|sixth form)\b"),
    ("some_college", r"\b(?:university|college|higher education|univ\.?|polytechnic|state u)\b"),
    (
        "vocational",
        r"\b(?:(?-i:Institute|INSTITUTE|Academy|ACADEMY|School|SCHOOL)|polytechnic|training cent(?:er|re)|vo-?tech)\b",
    ),
)
_DIPLOMA = r"\bdiploma\b"
_IN_PROGRESS = (
    r"\b(?:expected|anticipated|in progress|currently (?:enrolled|attending|studying|pursuing|completing)|pursuing|"
    r"candidate|ongoing|to present|- present|current(?:ly)?|present|to be completed|working towards?)\b"
)
_ASIDE = r"^[a-z]|^(?:This|I|The|My|In)\b.{60}|\btowards?\b|^.{250}"
"""Lines that tell of schooling already named."""
_NOT_SCHOOLING = r"\blicen[sc]e[ds]?\b(?! of)|\bcertification\b"
_FIELD = re.compile(
    r"^(?:\s*degree)?[\s:,–-]*(?:\((?P<in_brackets>[A-Z][\w &/-]+)\)"
    r"|(?:(?:in|of)\b\s*)?[:,]?\s*(?P<field>[A-Za-z][A-Za-z&/,' -]+))"
)
_MONTH = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?"
)
_FIELD_STOP = re.compile(
    r"\s*(?:\t|[|•;(:–]|\s-\s|\d|\blevel\s*$"
    r"|\b(?:University|College|School|Institute|Academy|High School|GPA|City|State|Present)\b"
    r"|\b(?:Summa|Magna|Cum|Graduated?)\b"
    rf"|\b(?:from|at|expected|with|minor|degree|{_MONTH})\b)",
    re.IGNORECASE,
)
_SCHOOL_ONLY = re.compile(r"high[- ]?school", re.IGNORECASE)
_SET_APART = re.compile(r"\s*[:,–-]")
_FIELD_WORDS, _HEAD_LINES, _ENTRY_WORDS = 8, 4, 25


class _Marks(NamedTuple):
    level: EducationLevel | None
    degree_end: int
    school: EducationLevel | None
    has_year: bool


def read_schooling(text: str, lines: list[ResumeLine]) -> list[Schooling]:
    r"""The entries of education in the order of the résumé.

    Args:
        text: the document's text.
        lines: its lines with sections.

    Returns:
        One entry for each degree, diploma or school; the level is the degree's, or the school's where no degree is
        named. A licence is no schooling.

    Example:
        >>> from groundfloor.model.document import Document
        >>> from groundfloor.readers.resume.sections import cut_resume
        >>> text = "Education\nBA History, University of Bath, 2014"
        >>> [(one.level, one.field, one.year) for one in read_schooling(text, cut_resume(Document(id="x", text=text)))]
        [('bachelor', 'History', 2014)]
    """
    own = [line for line in lines if line.kind == "education" and not (line.is_heading and _is_bare(line))]
    headed = own and any(line.is_heading and line.kind == "education" for line in lines)
    told = own if headed else [line for line in lines if line in own or _tells_of_school(line)]
    entries = [_entry(text, group) for group in _groups(told)]
    return [entry for entry in entries if entry is not None]


def tells_of_school(text: str) -> bool:
    """Whether words name a school or what was learnt there, with a year.

    Example:
        >>> tells_of_school("[Hill High School, Leeds, 2014 - 2019]"), tells_of_school("Elm Dental, 2014 - 2019")
        (True, False)
    """
    marks = _marks(text)
    return marks.has_year and (marks.level or marks.school) is not None


def _is_bare(line: ResumeLine) -> bool:
    return _marks(line.text).level is None


def _tells_of_school(line: ResumeLine) -> bool:
    """Whether a line outside a section on education is an entry of one, in résumés without such a section."""
    marks = _marks(line.text)
    named = marks.level is not None and (marks.level != "vocational" or marks.school is not None)
    return line.kind != "experience" and named and not line.is_heading and len(line.text.split()) <= _ENTRY_WORDS


def _groups(lines: list[ResumeLine]) -> list[list[ResumeLine]]:
    """Lines of one entry together: a second degree, school or year begins the next."""
    groups: list[list[ResumeLine]] = []
    degree = school = year = False
    for line in lines:
        marks = _marks(line.text)
        is_new = (
            (marks.level and (degree or (school and year and line.after_blank)))
            or (marks.level and marks.school and marks.has_year and school)
            or (marks.school and school and (degree or not marks.level))
            or (marks.has_year and year and not (marks.level or marks.school))
        )
        if not groups or is_new:
            groups.append([])
            degree = school = year = False
        groups[-1].append(line)
        degree, school, year = (
            degree or marks.level is not None,
            school or marks.school is not None,
            year or marks.has_year,
        )
    return groups


def _marks(text: str) -> _Marks:
    degrees, schools, diploma, _, _, aside = _patterns()
    if aside.search(text):
        return _Marks(None, 0, None, False)
    named = [(match, level) for level, pattern in degrees if (match := pattern.search(text))]
    named = sorted((one for one in named if not _SCHOOL_ONLY.fullmatch(one[0].group())), key=_rank)
    rest = text[: named[0][0].start()] + text[named[0][0].end() :] if named else text
    school = next((level for level, pattern in schools if pattern.search(rest)), None)
    has_year = bool(list_dates(text))
    if named:
        return _Marks(named[0][1], named[0][0].end(), school, has_year)
    bare = diploma.search(text) if len(text.split()) > 1 else None
    if bare:
        return _Marks("secondary" if school in (None, "secondary") else "vocational", bare.end(), school, has_year)
    return _Marks(None, 0, school, has_year)


def _rank(one: tuple[re.Match[str], EducationLevel]) -> tuple[bool, int]:
    """The degree that names the entry comes first; a real degree before a high school that stands beside it."""
    return one[1] == "secondary", one[0].start()


def _entry(text: str, lines: list[ResumeLine]) -> Schooling | None:
    head = lines[:_HEAD_LINES]
    words = text[head[0].start : head[-1].end]
    named = [(line, marks) for line in head if (marks := _marks(line.text)).level or marks.school]
    if not named:
        return None
    line, marks = next((one for one in named if one[1].level), named[0])
    level = marks.level or marks.school
    not_schooling, in_progress = _patterns()[3:5]
    if level is None or (marks.level in (None, "vocational") and not_schooling.search(line.text)):
        return None
    dates = list_dates(words)
    return Schooling(
        level=level,
        field=_field(line.text[marks.degree_end :], marks.level),
        year=int((dates[-1].end or dates[-1].start)[:4]) if dates else None,
        in_progress=in_progress.search(words) is not None,
        quote=words,
        span=Span(head[0].start, head[-1].end),
    )


def _field(words: str, level: EducationLevel | None) -> str | None:
    found = _FIELD.match(words)
    if not found or level is None:
        return None
    field = found["in_brackets"] or found["field"]
    stop = _FIELD_STOP.search(field)
    is_school = level == "secondary" and (not _SET_APART.match(words) or (stop and "chool" in stop.group()))
    first, *others = field.split(", ")
    first = first[: stop.start()] if stop and stop.start() < len(first) else first
    field = ", ".join([first, *(part for part in others if not _FIELD_STOP.search(part))]).strip(" ,-/&:")
    return field if len(field) > 2 and len(field.split()) <= _FIELD_WORDS and not is_school else None


_Levels = list[tuple[EducationLevel, re.Pattern[str]]]


@cache
def _patterns() -> tuple[_Levels, _Levels, re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    degrees = [(level, re.compile(rf"\b(?:{'|'.join(named)})", re.IGNORECASE)) for level, named in _DEGREES.items()]
    schools = [(level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _SCHOOLS]
    diploma, not_schooling, in_progress = (
        re.compile(pattern, re.IGNORECASE) for pattern in (_DIPLOMA, _NOT_SCHOOLING, _IN_PROGRESS)
    )
    return degrees, schools, diploma, not_schooling, in_progress, re.compile(_ASIDE)

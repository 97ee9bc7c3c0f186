"""Lines of a résumé and the section each stands in."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, get_args

from groundfloor.model.document import Document, LineLook

SectionKind = Literal[
    "top",
    "volunteer",
    "education",
    "experience",
    "qualifications",
    "languages",
    "skills",
    "awards",
    "summary",
    "affiliations",
    "personal",
]
"""``top`` is what stands before the first heading. Where a heading names several kinds the first of this list wins."""

_WORDS: dict[SectionKind, str] = {
    "volunteer": "volunteer volunteering volunteerism voluntary charity civic community",
    "education": "education educational academic academics schooling degrees degree coursework studies",
    "experience": "experience experiences employment history jobs positions internships internship employers"
    " occupations chronology progression appointments assignments engagements",
    "qualifications": "certification certifications certificate certificates licence licences license licenses"
    " licensure licensing training trainings credentials courses accreditation accreditations",
    "languages": "language languages linguistic",
    "skills": "skill skills skillset competencies competences competency strengths expertise proficiencies proficiency"
    " abilities capabilities highlights qualifications qualification technologies software tools",
    "awards": "accomplishments achievements awards award honors honours recognition recognitions distinctions",
    "summary": "summary profile objective objectives overview about statement introduction goal goals bio",
    "affiliations": "affiliations affiliation memberships membership associations activities organizations"
    " organisations extracurricular",
    "personal": "interests hobbies information details contact references referees portfolio publications projects"
    " presentations links data",
}
_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)
_KIND_OF_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_BESIDE = frozenset(
    word
    for words in (
        "a additional administrative and area areas background banking business call career center centre client",
        "clinical community computer core current customer development earlier executive field for",
        "functional held hospitality industry it job key leadership major management marketing me medical military",
        "my notable occupational of office on other paid path present recent",
        "past personal previous prior professional record related relevant retail sales selected service social",
        "special specialized summary support teaching technical the vocational work working",
    )
    for word in words.split()
)
"""Words that may stand in a heading beside the one that names its kind."""

_TRADES = frozenset(
    word
    for words in (
        "accounting administration administrative aerospace agricultural agriculture architectural art artistic arts",
        "automotive aviation banking broadcast campus childcare classroom coaching combat construction consulting",
        "contract corporate counseling creative culinary dance design editorial education engineering entrepreneurial",
        "federal film finance financial fitness flight food freelance government graduate hands hospital hr human",
        "insurance international laboratory law legal manufacturing maritime mechanical ministry museum musical naval",
        "nonprofit nursing on overseas performance pharmacy political practical practicum practice production project",
        "public relations research resources restaurant safety security sports staff student studio television theatre",
        "theater track trade transportation travel veterinary warehouse welding writing",
    )
    for word in words.split()
)
"""Words that stand before "Experience" in headings; in small letters the same words are an item of a list."""


_WORK = frozenset(
    word
    for words in ("work career professional employment job occupational", "my and other paid past previous recent")
    for word in words.split()
)
_WORK_LAST = frozenset({"work", "career", "background", "path"})
"""Headings made of words about work alone open the jobs when one of these comes last ("Professional Background")."""
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.)]\s+")
_HEADING_WORDS, _TRADE_WORDS = 6, 5
_EXPERIENCE = ("Experience", "Experiences", "EXPERIENCE", "EXPERIENCES")
_PAID = frozenset({"work", "employment", "professional", "paid", "career", "job", "jobs"})
_EDGES = " \t:;.-–—_=*#|•>~"
_INLINE = re.compile(r"(?P<heading>[A-Za-z][A-Za-z /&]{2,40}?)\s*:\s+(?=\S)")
_SPACED_LETTERS = re.compile(r"(?:\b[A-Z&] ){3,}[A-Z]\b")
_PROFESSIONAL_DEVELOPMENT = re.compile(r"(?:professional|personal|career) development|continuing education", re.I)
_SERVICE = re.compile(
    r"(?:u\.?s\.? )?(?:military|army|navy|naval|air force|marine corps)(?: service| background| career| record)", re.I
)
_WORK_TOLD = re.compile(r"(?:where|places) i(?:['’]ve| have)? worked(?: so far)?|what i(?:['’]ve| have) done", re.I)
_PERSONAL_ONLY = frozenset({"personal", "additional", "other", "reference", "reference:"})


class ResumeLine(NamedTuple):
    """One line: its range in the document without blanks around it, its words, its section.

    ``kind`` is the section the line stands in; headings carry the kind they open. ``after_blank`` tells that an empty
    line or a heading stands above.
    """

    start: int
    end: int
    text: str
    kind: SectionKind
    is_heading: bool
    after_blank: bool
    look: LineLook


def cut_resume(document: Document) -> list[ResumeLine]:
    r"""Cuts a résumé into its non-empty lines, each with its section.

    Example:
        >>> lines = cut_resume(Document(id="a", text="Ada\n\nWORK HISTORY\nCashier 2012\n\nSkills: Excel"))
        >>> [(line.text, line.kind) for line in lines if not line.is_heading]
        [('Ada', 'top'), ('Cashier 2012', 'experience'), ('Skills: Excel', 'skills')]
    """
    return list(_iter_lines(document))


def _iter_lines(document: Document) -> Iterator[ResumeLine]:
    kind: SectionKind = "top"
    after_blank, position = True, 0
    for index, raw in enumerate(document.text.split("\n")):
        start, position = position, position + len(raw) + 1
        text = raw.strip()
        if not text:
            after_blank = True
            continue
        heading = find_heading(text)
        kind = heading or _find_inline_heading(text) or kind
        start += len(raw) - len(raw.lstrip())
        look = document.looks[index] if document.looks else _NO_LOOK
        yield ResumeLine(start, start + len(text), text, kind, heading is not None, after_blank, look)
        after_blank = heading is not None


_NO_LOOK = LineLook()


def find_heading(text: str) -> SectionKind | None:
    """The kind of section that a whole line opens, None when it is no heading.

    Example:
        >>> find_heading("E D U C A T I O N"), find_heading("Education coordinator")
        ('education', None)
    """
    bare = _NUMBERED.sub("", text.strip(_EDGES))
    bare = _SPACED_LETTERS.sub(_unspaced, bare)
    if not bare or not (bare[0].isupper() or text.lstrip().startswith("#")) or text.endswith((",", ";")):
        return None
    if text.endswith(".") and not text.endswith(":."):
        return None
    if _PROFESSIONAL_DEVELOPMENT.fullmatch(bare):
        return "qualifications"
    if _WORK_TOLD.fullmatch(bare) or _SERVICE.fullmatch(bare) or _is_trade_experience(bare):
        return "experience"
    return _kind_of_words(re.findall(r"[a-z]+", bare.lower().replace("&", " and ")), bare)


def _is_trade_experience(bare: str) -> bool:
    """Whether a heading names experience in a trade ("Nursing Experience"), all its words in capitals."""
    words = re.split(r"[\s/&-]+", bare.rstrip(":"))
    if not 1 < len(words) <= _TRADE_WORDS or words[-1] not in _EXPERIENCE:
        return False
    return all(
        word.lower() in ("and", "of") or (word[:1].isupper() and word.lower() in _TRADES | _BESIDE)
        for word in words[:-1]
    )


def _unspaced(found: re.Match[str]) -> str:
    """Spaced letters as words; where the spaces between words are lost too, cut at the words that headings use."""
    letters = found.group().replace(" ", "")
    words = _heading_words().findall(letters)
    return " ".join(words) if sum(map(len, words)) == len(letters) else letters


@cache
def _heading_words() -> re.Pattern[str]:
    words = sorted(
        {"and", *_KIND_OF_WORD, *(word for word in _BESIDE if len(word) > 2)}, key=lambda word: (-len(word), word)
    )
    return re.compile("|".join(words), re.IGNORECASE)


def _kind_of_words(words: list[str], bare: str) -> SectionKind | None:
    if not 0 < len(words) <= _HEADING_WORDS or re.search(r"[^\w\s&/,:()'’-]|\d", bare):
        return None
    kinds = {_KIND_OF_WORD[word] for word in words if word in _KIND_OF_WORD}
    if not all(word in _KIND_OF_WORD or word in _BESIDE for word in words):
        return None
    if "experience" in kinds and _is_work_foremost(words):
        return "experience"
    if words[0] in ("summary", "profile", "objective"):
        return "summary"
    if not kinds and words[-1] in _WORK_LAST and words != ["background"] and _WORK.issuperset(words[:-1]):
        return "experience"
    if words == ["community"] or not kinds:
        return "personal" if len(words) == 1 and words[0] in _PERSONAL_ONLY else None
    return min(kinds, key=_KINDS.index)


def _is_work_foremost(words: list[str]) -> bool:
    """Whether a heading of several kinds is about paid work first ("Work and Volunteer Experience")."""
    beside = _PAID.intersection(words) and "volunteer" in words
    return bool(beside) or words[:2] == ["summary", "of"] or words[-1] == "appointments"


def _find_inline_heading(text: str) -> SectionKind | None:
    """The kind of a heading with its content on the same line ("Languages: Spanish, English")."""
    found = _INLINE.match(text)
    kind = find_heading(found["heading"]) if found else None
    return kind if kind in ("skills", "languages", "education", "qualifications", "summary") else None

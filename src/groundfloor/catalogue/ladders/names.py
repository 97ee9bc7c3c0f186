"""Whether a heading, cell or item reads like the name of a level, and what its name is without its trappings."""

import re
from functools import lru_cache
from typing import NamedTuple

_ROLE_NOUNS = (
    r"rep(?:resentative)?|agent|advis[eo]r|engineer|analyst|co-?ordinator|consultant|technician|clerk|specialist|associate|"
    r"assistant|executive|architect|designer|developer|programmer|writer|editor|advocate|ambassador|officer|cashier|"
    r"receptionist|operator|handler|supervisor|manager|mgr|lead|leader|director|head|chief|president|principal|trainer|"
    r"coach|champion|expert|guru|hero|partner|planner|recruiter|sourcer|tester|scientist|administrator|owner|founder|"
    r"key ?holder|crew|crew member|team member|staff member|host|hostess|barista|teller|colleague|apprentice|trainee|"
    r"intern|practitioner|generalist|strategist|mentor|captain|foreman|controller|fellow|counsel|salesperson|seller|"
    r"buyer|merchandiser|stylist|concierge|waiter|server|steward|conductor|scheduler|dispatcher|auditor|instructor|"
    r"facilitator|interpreter|translator|nurse|navigator|broker|underwriter|adjuster|banker|accountant|bookkeeper|"
    r"secretary|marketer|account|journeyman|master|novice|beginner|newcomer|starter|explorer|guide|contributor|"
    r"creator|producer|curator|copywriter|photographer|carer|caregiver|therapist|driver|courier|picker|packer|guard|cook|"
    r"chef|baker|butcher|cleaner|porter|housekeeper|hairdresser|beautician|tutor|teacher|lecturer|pharmacist|dispenser|"
    r"paramedic|mechanic|electrician|plumber|welder|fitter|installer|estimator|surveyor|trader|paralegal|solicitor|"
    r"member|owner|attendant|librarian|inspector|examiner|assessor|investigator|moderator|evangelist|worker|helper|"
    r"sdr|bdr|csm|csr|cse|tse|tsr|tam|ae|am|ea|pa|se|em|pm|tl|pmm|vp|svp|evp|avp|ceo|coo|cto|cio|cro|cco|cxo|cpo|cmo"
)
_NOUN_AT_END = re.compile(
    rf"\b(?:{_ROLE_NOUNS})s?\b(?:[\s&/,+-]+(?:\d{{1,2}}|[ivx]{{1,4}}|[a-d]|and))*$", re.IGNORECASE
)
_HEAD_AT_START = re.compile(
    r"^(?:\w+ )?(?:head|director|chief|vice president|s?vp|president|manager) (?:of |- ?)?\w", re.I
)
_RANKS = (
    r"intern(?:ship)?|trainee|apprentice|entry(?:[ -]level)?|graduate|junior|jr|associate|assistant|novice|foundation|"
    r"intermediate|mid(?:[ -]?level)?|practitioner|established|developing|regular|senior|sr|advanced|experienced|"
    r"proficient|expert|specialist|master|staff|principal|distinguished|fellow|lead|executive|manager|director|career"
)
_RANKS_ONLY = re.compile(rf"^(?:(?:{_RANKS})\.?(?:[ /+-]+|$))+$", re.IGNORECASE)
_WORD_NUMBERS = {
    word: at
    for at, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_GRADE_WORD = re.compile(
    r"\b(?P<word>level|grade|tier|band|rung|step|class|stage)s?\s*[-.:#]?\s*"
    rf"(?P<number>\d{{1,2}}[a-d]?|{'|'.join(_WORD_NUMBERS)}|x|ix|iv|vi{{0,3}}|i{{1,3}})\b",
    re.IGNORECASE,
)
_GRADE_LETTERS = re.compile(r"(?<![\w.$])(?P<word>[A-Z]{1,3})[- ]?(?P<number>\d{1,2}[a-dA-D]?)(?![\w%])")
_SENTENCE = re.compile(
    r"^(?:i|i'm|i've|i’m|i’ve|we|you|your|our|my|how|what|when|who|why|where|which|about|using|understanding|is|are|can|"
    r"the path|moving|becoming|getting|example|sample|note|notes|to|if|for|in|on|at|by|with|and|or|not|no)\b|"
    r"\b(?:when|if|to|and|or|with)$",
    re.IGNORECASE,
)
_CONTAINER = re.compile(
    r"\b(?:levels|ladders?|frameworks?|tracks?|path(?:way)?s?|matrix|overview|contents|process|faqs?|titles|roles|careers|"
    r"progression|promotions?|specialties|specializations|hiring|handbook|guide to|guidelines?|table|steps|journey|"
    r"competenc(?:y|ies)|q&a|vs\.?|versus|assessment|interview|questions?|benefits|checklist|template|examples?|mapping|definitions?)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?P<level>.*?)\s*[-:–—]?\s*\b(?:job )?(?:(?:specific |additional |key |core |role )?"
    r"(?:grades?|responsibilit(?:y|ies)|requirements?|(?:key )?performance indicators?|kpis?|qualifications?|skills?|"
    r"criteria|expectations?|competencies|duties|compensation|salary|pay|scope|impact|behaviou?rs?|training|tools?|"
    r"(?<!customer )(?<!candidate )(?<!client )(?<!guest )(?<!user )(?<!employee )(?<!patient )(?<!member )experience|"
    r"education)(?:\s*(?:&|and|/)\s*)?)+$",
    re.IGNORECASE,
)
_LEADS_A_FIELD = re.compile(
    r"^(?:\w+ )?(?:head|director|chief|manager|lead|supervisor|s?vp|vice president)(?: of|,) .*\b"
    r"(?:experience|training|education|skills|compensation|pay)$",
    re.IGNORECASE,
)
_TIME = r"[~<>]?\s*\d+(?:\.\d)?\s*(?:[-–—+]|to)*\s*\d*\+?\s*(?:yrs?|years?|months?|mths?|mos?)\b"
_YEARS_IN_BRACKETS = re.compile(rf"\s*\((?P<years>{_TIME}[^)]*)\)", re.I)
_YEARS_AT_END = re.compile(rf"(?:,|\s[-–—]|\s(?=~))\s*(?P<years>{_TIME})$", re.I)
ARROW = re.compile(r"\s*(?:→|➜|➔|⇒|⟶|->|=>|»|--+>)\s*")
"""From one level to the next."""

_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+")
_SHORTCODE = re.compile(r"(?<!\w):[a-z0-9_+-]+:(?!\w)")
_LEADING_NUMBER = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+", re.IGNORECASE)
_WORDS_IN_A_NAME = 9
_WORDS_BEFORE_A_GRADE, _WORDS_BEHIND_A_GRADE = 2, 4


class Grade(NamedTuple):
    """The number a level bears and the letters or word before it: (IC, 3), (level, 2)."""

    word: str
    number: float


@lru_cache(maxsize=4096)
def plain_name(text: str) -> str:
    """A heading or cell without emphasis, emoji, list number, closing colon or years in brackets.

    Example:
        >>> plain_name("**2. Team Lead** (3-5 years):")
        'Team Lead'
    """
    text = _SHORTCODE.sub("", _EMOJI.sub("", text)).replace("\n", " ").strip(" *_`#:.\t\xa0")
    text = _YEARS_AT_END.sub("", _YEARS_IN_BRACKETS.sub("", _LEADING_NUMBER.sub("", text)))
    return re.sub(r"\s+", " ", text).strip(" *_`#:.\t-–—") if text else ""


def years_in(text: str) -> str:
    """The years a name gives in brackets, or nothing.

    Example:
        >>> years_in("Level 2: Senior Agent (2-4 years)")
        '2-4 years'
    """
    found = _YEARS_IN_BRACKETS.search(text) or _YEARS_AT_END.search(text)
    return found["years"].strip() if found else ""


def grade_of(name: str) -> Grade | None:
    """The grade a name bears: a word and a number, or letters and a number.

    Example:
        >>> grade_of("Level Two: Agent"), grade_of("Lead Rep (L4)"), grade_of("Engineer 2")
        (Grade(word='level', number=2.0), Grade(word='L', number=4.0), None)
    """
    found = _GRADE_WORD.search(name)
    if found:
        return Grade(found["word"].casefold(), _number(found["number"]))
    found = _GRADE_LETTERS.search(name)
    return Grade(found["word"], _number(found["number"])) if found else None


def _number(text: str) -> float:
    text = text.casefold()
    whole = _WORD_NUMBERS.get(text) or _ROMAN.get(text)
    if whole is not None:
        return float(whole)
    digits = text.rstrip("abcd")
    return float(digits) + (" abcd".index(text[-1]) / 10 if text != digits else 0)


@lru_cache(maxsize=4096)
def is_level_name(text: str) -> bool:
    """Whether a heading or cell reads like the name of a level.

    Example:
        >>> [is_level_name(name) for name in ("Senior Agent", "IC4", "How we grow", "Agent Responsibilities")]
        [True, True, False, False]
    """
    name = plain_name(text)
    return may_be_name(text) and (names_work(name) or _is_graded(name) or bool(_RANKS_ONLY.match(name)))


def _is_graded(name: str) -> bool:
    """Whether a grade stands where names bear it: before or behind it, or within a few words; not in a sentence."""
    found = _GRADE_WORD.search(name) or _GRADE_LETTERS.search(name)
    if found is None:
        return False
    before, after = name[: found.start()].split(), name[found.end() :].strip(" *)")
    if not after or re.match(r"[:–—(/,|&]|-\s", after):
        return True
    return len(before) <= _WORDS_BEFORE_A_GRADE and len(after.split()) <= _WORDS_BEHIND_A_GRADE - len(before)


def may_be_name(text: str) -> bool:
    """Whether nothing in a heading or cell speaks against its being a level: no sentence, step, part or overview.

    Example:
        >>> may_be_name("Padawan"), may_be_name("How we grow"), may_be_name("Requirements")
        (True, False, False)
    """
    name = plain_name(text)
    words = sum(any(map(str.isalnum, word)) for word in name.split())
    if not 0 < words <= _WORDS_IN_A_NAME or "?" in name or _SENTENCE.search(name):
        return False
    overview = _CONTAINER.search(name) or is_part_name(name)
    bare = re.sub(r"\(.*?\)", "", name)
    return not overview and " > " not in bare and not ARROW.search(bare)


def names_work(text: str) -> bool:
    """Whether a name says what the work is, beyond a grade.

    Example:
        >>> names_work("L2 Agent"), names_work("L2"), names_work("Head of Support"), names_work("Judgment")
        (True, False, True, False)
    """
    name = re.sub(r"\s+(?:role|position|job)$", "", plain_name(text), flags=re.IGNORECASE)
    pieces = [piece.strip() for piece in re.split(r"\s[-–—|]\s|[,(/):]", name)]
    return any(_NOUN_AT_END.search(piece) or _HEAD_AT_START.match(piece) for piece in pieces if piece)


def is_rank(text: str) -> bool:
    """Whether a text is words of rank and nothing else.

    Example:
        >>> is_rank("Senior"), is_rank("Senior Staff"), is_rank("Senior Agent")
        (True, True, False)
    """
    return _RANKS_ONLY.match(text.strip()) is not None


def is_part_name(text: str) -> bool:
    """Whether a heading names a part of a level ("Responsibilities", "Senior Agent Requirements"), not the level."""
    name = plain_name(text)
    return _PART.match(name) is not None and not _LEADS_A_FIELD.match(name)


def is_plural(name: str) -> bool:
    """Whether a name means a group of people, as "Team Leads"."""
    name = plain_name(name)
    led = _HEAD_AT_START.match(name) or re.match(r"(?:senior )?(?:manager|director)\b", name, re.IGNORECASE)
    return not led and re.search(rf"\b(?:{_ROLE_NOUNS})s$", name, re.IGNORECASE) is not None

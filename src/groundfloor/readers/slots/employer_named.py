"""Whether an advertisement says whose it is: a name that a reader could look up."""

import re
from collections import Counter

from groundfloor.readers.frame import ScannedText

_CAPITAL = r"[A-Z][\w&'’.-]*"
_LEGAL_FORM = re.compile(
    rf"\b(?:{_CAPITAL}|\d\w*),? (?:Inc|LLC|Ltd|Limited|GmbH|Corp|Corporation|plc|PLC|Pty|Pvt|LLP|AG|BV|S\.?A)\b"
)
_KIND_OF_BODY = re.compile(
    rf"\b(?P<own>{_CAPITAL}(?: {_CAPITAL}){{0,3}}) (?:Trust|Hospital|University|Council|Foundation|Group|Hotels?|School"
    r"|College|Bank|Airlines?|Airways|Services|Solutions|Partners|Associates|Clinic|Technologies|Consulting|Resorts?"
    r"|Church|Surgery|Unit|Ward|Infirmary|Practice|Hub|Museum|Library|Lodge|Cent(?:re|er))\b(?! [Dd]egree)"
)
_PUBLIC_BODY = re.compile(
    r"\bNHS\b|(?<=[a-z] )Trust\b(?! in)|\bAgenda for Change\b|\bBand [2-9]\b"
    r"|\b(?:University|Bank|Council|College|Church|City|County|State|Hotel) of [A-Z]"
    r"|\b(?:[Tt]he|[Oo]ur) (?:Health Board|Council|University|College|School|Surgery)\b"
)
_OWN_MAILBOX = re.compile(
    r"[\w.+-]@(?!(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|aol|mail|gmx|rediffmail|proton|protonmail|icloud)"
    r"\.)[\w-]+\.\w\w"
)
_SPEAKS_OF_ITSELF = re.compile(
    rf"(?:\b(?:At|At the|[Jj]oin|[Jj]oining|[Aa]bout) |(?:^|[.!?\n:] *))(?P<own>{_CAPITAL})(?: [A-Z(][^\s,]*){{0,5}}"
    r"(?: https?://\S+)?,? (?:(?:is|are) (?:\w+ ){0,2}?(?:seeking|looking|hiring|recruiting|searching|inviting)|seeks"
    r"|invites|we\b|we're\b|has (?:an? )?(?:\w+ ){0,3}(?:opening|opportunity|vacancy|vacancies|openings)\b)",
    re.MULTILINE,
)
_SAYS_WHAT_IT_IS = re.compile(
    r"\b(?:(?!(?:We|Company|Position|Location|Industry|This|It|There|That|What|Here) )[A-Z][a-z]+ (?:is|are)"
    r"|[Ww]e are|[Oo]ur company is) (?:an?|the|one)\b"
)
_NO_DEPARTMENTS_NAME = re.compile(
    r"(?!(?:an?|the|our|your|this|these|their|all|any|no|and|or|of|in|for|as|at|with|some|several|other|key|&"
    r"|high|middle|secondary|primary|public|private|state|national|local|community|general|corporate|internal|external"
    r"|business|customer|client|guest|member|student|patient|user|human|resources?|technical|technology|social|support"
    r"|financial|professional|food|health|care|medical|surgical|emergency|information|data|it|hr|software|web|digital"
    r"|accounts?|accounting|administrative|clerical|legal|tax|payroll|property|security|cleaning|delivery|field|sales"
    r"|retail|commercial|marketing|trade|channel|reseller|strategic|target|age|focus|peer|working|work|shared|managed"
    r"|call|contact|service|services|help|profit|cost|product|teaching|appraisal|bachelor\S*|associate\S*|master\S*"
    r"|executive|full|complete|end-to-end)$)\S+",
    re.IGNORECASE,
)
_NO_COMMON_SUBJECT = re.compile(
    r"(?!(?:we|our|this|it|the|an?|company|client|position|candidates?|who|you|they|he|she|there|job|employer"
    r"|department|team|office|practice|agency|organi[sz]ation|firm|if|when|where|as|here|currently|now)$)\S+",
    re.IGNORECASE,
)
_NAME_IN_A_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\w*")
_TIMES_A_NAME_STANDS = 4


def names_its_employer(frame: ScannedText) -> bool:
    """Whether the text names an organisation, repeats a name, or has a line that says what the employer is.

    Args:
        frame: the scanned advertisement; its first line is the title.

    Returns:
        True for a legal form ("Orb Ltd"), a named or public body ("Northgate Hospital"), a sentence in which a name
        speaks ("Orb is hiring"), a mailbox at a firm's own address, a name that stands again and again, or a line
        under the employer's own heading that says what it is. A department ("Customer Services") and the words of
        the title name nobody.
    """
    text = frame.text
    return (
        any(pattern.search(text) for pattern in (_LEGAL_FORM, _PUBLIC_BODY, _OWN_MAILBOX))
        or any(_is_no_department(match["own"]) for match in _KIND_OF_BODY.finditer(text))
        or any(_NO_COMMON_SUBJECT.fullmatch(match["own"]) for match in _SPEAKS_OF_ITSELF.finditer(text))
        or _repeats_a_name(frame)
        or _has_a_line_on_itself(frame)
    )


def _is_no_department(words: str) -> bool:
    return any(_NO_DEPARTMENTS_NAME.fullmatch(word) for word in words.split())


def _has_a_line_on_itself(frame: ScannedText) -> bool:
    own = (frame.text[line.start : line.end] for line in frame.lines if line.owner == "employer")
    return any(_SAYS_WHAT_IT_IS.search(words) for words in own)


def _repeats_a_name(frame: ScannedText) -> bool:
    """A capital inside sentences again and again, on a word that never stands in small letters."""
    names = Counter(match.group() for match in _NAME_IN_A_SENTENCE.finditer(frame.text))
    title = frame.text[frame.lines[0].start : frame.lines[0].end].lower() if frame.lines else ""
    return any(
        times >= _TIMES_A_NAME_STANDS
        and name.lower() not in title
        and not re.search(rf"\b{re.escape(name.lower())}\b", frame.text)
        for name, times in names.items()
    )

"""Licences, certificates and named training that a résumé lists."""

import re
from collections.abc import Iterator, Sequence

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Fact, Qualification, Span
from groundfloor.readers.frame import ScannedText
from groundfloor.readers.resume.sections import ResumeLine
from groundfloor.readers.slots.qualification import TRAINING, iter_qualification_mentions

_WHOLE_LIST_HEADING = re.compile(r"certif|licen[sc]|credential|accredit", re.IGNORECASE)
_ALSO_SKILLS = re.compile(r"skill|abilit|strength|competenc|languages?\b", re.IGNORECASE)
_WHOLE_LIST_LABEL = re.compile(
    r"[\w /&]{0,25}\b(?:certifications|certificates|licen[sc]es|trainings?|seminars|workshops|courses)\b"
    r"[\w /&]{0,15}:\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:[A-Z].*\s(?i:certifications?|certificate|certified|certify|licen[sc]e|training|course|seminar|workshop)"
    r"|(?i:certified|licen[sc]ed|registered) (?!in\b|and\b|to\b)\w+.*"
    r"|(?i:certificate|certification|diploma|training) in .+)"
)
_CREDENTIAL = re.compile(
    r"(?:First Aide?|CPR|AED|BLS|ACLS|PALS|CNA|HHA|EMT|LPN|LVN|RN|OSHA[- ]?(?:10|30)|TIPS|TABC|RBS|PMP|CAPM|CSM"
    r"|SHRM-CP|CPA|CCNA|MCSE|MCP|MOS|Microsoft Office Specialist|(?:A|Net|Network|Security|Server)\+|ITIL|NMLS"
    r"|Notary(?: Public)?|Series \d{1,2}|Six Sigma(?: (?:Green|Black|Yellow) Belt)?)"
)
_CREDENTIALS = re.compile(rf"(?:CompTIA )?{_CREDENTIAL.pattern}(?:(?:/| ?& ?| and ){_CREDENTIAL.pattern})*")
"""Short names of licences and certificates that every trade knows; alone in a list they are one."""
_SPEAKS_FOR_ITSELF = re.compile(r"certif|licen[sc]|training|course|diploma|seminar|workshop", re.IGNORECASE)
_NO_CREDENTIAL = re.compile(
    r"\b(?:wpm|typ(?:ing|ist)|references?|available|upon request|skills?|years?|fluent|proficient|knowledge"
    r"|school|college|university|institute)\b",
    re.IGNORECASE,
)
_OTHER_THINGS = ("tool", "tool_short", "generic_tools", "language", "soft_skills", "communication", "computer_literacy")
_FILLER = re.compile(r"(?i:\b(?:microsoft|ms|the|and|of|in|skills?|suite|20\d\d)\b)|[^A-Za-z]")
_NOT_HELD = re.compile(
    r"(?:I|Seeking|Will|Provid\w+)\b|.*\b(?:staff|employee|team|new hire|on the job|on-the-job)s?\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:completed|received|earned|obtained|hold|holds|has|have|had|yearly|annual|certified in|an?|the|my)\s+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?::|\s[–-]\s|[(,–-]*\s*\b(?:(?:\d{1,2}/)?(?:19|20)\d\d|issued|expir\w+|from|at|by|through|winner)\b).*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[;•|\t]\s*|\s*,\s+(?![^()]*\))|\.\s+(?=[A-Z])|\.$")
_ITEM_CHARACTERS = 200
_EDGES = " \t.,;:•*-–—"
_LIST_WORDS, _NAMED_WORDS, _LINE_WORDS = 8, 9, 45


def read_held_qualifications(frame: ScannedText, lines: Sequence[ResumeLine], catalogue: Catalogue) -> Iterator[Fact]:
    """The qualifications a résumé shows, in two passes: those known to the catalogue, then those listed.

    Sections and labels on certificates and licences give all their items; elsewhere outside the jobs an item counts
    when its words say so ("Food Handler Certificate", "Licensed Cosmetologist").

    Args:
        frame: the scanned résumé.
        lines: its lines with sections.
        catalogue: the training items.
    """
    told = [Span(line.start, line.end) for line in lines if line.kind == "experience" or _is_sentence(line)]
    known = list(_iter_known(frame, told, catalogue))
    yield from known
    taken = [fact.span for fact in known if fact.span is not None]
    others = [frame.clean.to_original(one.start, one.end) for slot in _OTHER_THINGS for one in frame.mentions(slot)]
    seen: set[str] = set()
    for start, end in _iter_listed(lines):
        words = frame.clean.original[start:end]
        name = " ".join(words.split())
        is_held = name.lower() in seen or _overlaps(taken, start, end)
        if not is_held and not _is_something_else(words, start, others):
            seen.add(name.lower())
            span = Span(start, end)
            yield Fact(kind="qualification", value=Qualification(name=name), quote=words, span=span, rule="listed")


def _is_something_else(words: str, start: int, others: Sequence[Span]) -> bool:
    """Whether a listed item is a program, a language or a personal skill and nothing more."""
    if _SPEAKS_FOR_ITSELF.search(words):
        return " " not in words
    if _NO_CREDENTIAL.search(words):
        return True
    left = list(words)
    for span in others:
        for at in range(max(span.start, start), min(span.end, start + len(words))):
            left[at - start] = " "
    rest = "".join(left)
    return rest != words and not _FILLER.sub("", rest)


def _iter_known(frame: ScannedText, told: Sequence[Span], catalogue: Catalogue) -> Iterator[Fact]:
    """Each training item of the catalogue that is named outside the telling of jobs, once."""
    seen: set[str] = set()
    for mention in iter_qualification_mentions(frame, catalogue):
        if mention.slot != TRAINING or mention.code in seen or frame.is_negated(mention.start, mention.end):
            continue
        value = Qualification(name=catalogue.training[mention.code].name, id=mention.code)
        fact = frame.fact("qualification", value, mention)
        if fact.span is not None and not _overlaps(told, *fact.span):
            seen.add(mention.code)
            yield fact


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def _is_sentence(line: ResumeLine) -> bool:
    return len(line.text.split()) > _LINE_WORDS and line.kind in ("summary", "top", "awards")


def _iter_listed(lines: Sequence[ResumeLine]) -> Iterator[tuple[int, int]]:
    whole_list = False
    for line in lines:
        if line.is_heading:
            whole_list = line.kind == "qualifications" and _WHOLE_LIST_HEADING.search(line.text) is not None
            whole_list = whole_list and not _ALSO_SKILLS.search(line.text)
            continue
        label = _WHOLE_LIST_LABEL.match(line.text)
        listed = (whole_list and line.kind == "qualifications") or label is not None
        if line.kind not in ("experience", "personal", "volunteer") or label:
            for start, end in _iter_items(line.text, label.end() if label else 0, listed=listed):
                yield line.start + start, line.start + end


def _iter_items(text: str, begin: int, *, listed: bool) -> Iterator[tuple[int, int]]:
    at = begin
    for found in [*_BETWEEN.finditer(text, begin), None]:
        piece = text[at : found.start() if found else len(text)]
        words = _OPENING.sub("", _CUT.sub("", piece.strip(_EDGES)[:_ITEM_CHARACTERS]).strip(_EDGES))
        count = len(words.split())
        is_item = listed and 0 < count <= _LIST_WORDS and re.search(r"[^\W\d_]{2}", words)
        is_named = (1 < count <= _NAMED_WORDS and _NAMED.fullmatch(words)) or _CREDENTIALS.fullmatch(words)
        if (is_item or is_named) and not _NOT_HELD.match(words):
            start = at + piece.index(words)
            yield start, start + len(words)
        at = found.end() if found else at

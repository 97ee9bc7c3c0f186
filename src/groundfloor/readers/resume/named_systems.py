"""Programs and systems that a résumé names but the catalogue does not know, told by the words around them."""

import re
from collections.abc import Iterator, Sequence

from groundfloor.model.facts import Fact, Span, Tool
from groundfloor.readers.resume.sections import ResumeLine

_LABEL = re.compile(
    r"(?:(?:computer|software|technical|technology|technological|it|systems?|programs?|applications?|platforms?|"
    r"databases?|crm|pos|tools)\b[\w &/]{0,25}"
    r"|(?:proficient|skilled|experienced|fluent|knowledgeable|proficiency|knowledge|experience)\s+"
    r"(?:in|with|of|on|using)(?: the following)?)\s*:\s*(?=\S)"
    r"|[A-Z][\w &/]{2,24} (?:software|systems|programs|applications)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-Z])")
_ONE_NAME = r"[A-Z][\w+#!-]*(?: [A-Z][\w+#-]*){0,2}"
_USED_TOGETHER = re.compile(
    r"\b(?i:navigat\w+(?: through)?|us(?:ed?|ing)|utili[sz]\w+|proficien\w+ (?:in|with)|skilled in|familiar with"
    r"|(?:programs?|systems?|softwares?|applications?) (?:such as|like|including))(?: the)? "
    rf"(?P<names>{_ONE_NAME}(?:(?:, (?:and )?| and | & |/){_ONE_NAME})+)"
)
"""Names used in one breath; where the catalogue knows one of them, the others are programs too."""
_COMPUTER_HEADING = re.compile(
    r"\b(?:computers?|software|technolog\w+|technical|programs?|systems?|applications?)\b", re.IGNORECASE
)
_WITH_NOUN = re.compile(
    r"\b(?P<name>(?:[A-Z][a-z]*[A-Z\d][\w/+-]*|[A-Z][a-z]+(?:[ -][A-Z][\w/-]*)?))"
    r" (?:[Ss]ystems?|[Ss]oftware|CRM|POS|[Dd]atabase)\b"
)
_GENERAL = frozenset(
    word
    for words in (
        "accounting alarm and any application automated camera desktop drafting it laptop licensing",
        "chart loading mortgage production publishing tooling",
        " billing booking business cash claims communication computer",
        "computerized content core customer data database delivery digital electronic email employee enterprise",
        "filing financial front health help hotel hr information inventory learning management medical microsoft",
        "multi network new office operating order payment payroll phone point pos processing property purchasing",
        "recording register reporting reservation retail sales scheduling school security service software sound store",
        "support telephone the ticket ticketing time tracking various web windows word work",
    )
    for word in words.split()
)
_ITEM = re.compile(r"[^,;:•|/()\t]+")
_ITEM_WORDS = 3
_LISTING = frozenset({"skills", "top", "summary", "qualifications"})
_LOOKS_NAMED = re.compile(r"[A-Z]\S*[A-Z\d+#]|[A-Z]")
_NOT_A_NAME = re.compile(
    r"\b(?:skills?|knowledge|experienced?|experts?|novice|beginner|advanced|intermediate|years?|proficien\w+|ability|"
    r"typing|wpm|etc|the|of|to|for|with|from|by|my|removal|repairs?|installation|troubleshooting|configuration|maintenance)\b",
    re.IGNORECASE,
)


def iter_named_systems(
    text: str, lines: Sequence[ResumeLine], taken: Sequence[Span], known: frozenset[str] = frozenset()
) -> Iterator[Fact]:
    """Systems listed under a label or heading about computers, or named beside the word "system" or "software".

    Args:
        text: the document's text.
        lines: its lines with sections.
        taken: places already read as tools.
        known: names of tools in small letters.
    """
    seen = {text[span.start : span.end].lower() for span in taken}
    held = list(taken)
    heading, goes_on = "", False
    for line in lines:
        heading = line.text if line.is_heading else heading
        label = _find_label(line)
        goes_on = label is not None or (goes_on and not line.after_blank and _is_more_of_a_list(line))
        in_list = goes_on or (line.kind == "skills" and _COMPUTER_HEADING.search(heading) is not None)
        for start, end in _iter_names(line, label or 0, known, in_list=in_list):
            words = text[start:end]
            if words.lower() not in seen and not any(span.start < end and start < span.end for span in held):
                seen.add(words.lower())
                held.append(Span(start, end))
                yield Fact(
                    kind="tool", value=Tool(name=words), quote=words, span=Span(start, end), rule="named_systems"
                )


def _find_label(line: ResumeLine) -> int | None:
    """Where a list of programs begins behind its label ("Computer skills: …"), None where the line has none."""
    if line.kind not in _LISTING or line.is_heading:
        return None
    starts = (0, *(stop.end() for stop in _SENTENCE_END.finditer(line.text)))
    return next((found.end() for start in starts if (found := _LABEL.match(line.text, start))), None)


def _is_more_of_a_list(line: ResumeLine) -> bool:
    """Whether a line under a labelled list goes on with it: items between commas and no label of its own."""
    return not line.is_heading and "," in line.text and ":" not in line.text and line.kind in _LISTING


def _iter_names(line: ResumeLine, begin: int, known: frozenset[str], *, in_list: bool) -> Iterator[tuple[int, int]]:
    if line.is_heading:
        return
    if in_list:
        for found in _ITEM.finditer(line.text, begin):
            words = found.group().strip(" .•*-:")
            words = words.removeprefix("and ")
            if _is_name(words):
                start = found.start() + found.group().index(words)
                yield line.start + start, line.start + start + len(words)
    for found in _WITH_NOUN.finditer(line.text):
        if _stands_out(found, line.text) and not set(re.split(r"[ -]", found["name"].lower())) & _GENERAL:
            yield line.start + found.start(), line.start + found.end()
    for used in _USED_TOGETHER.finditer(line.text):
        names = list(re.finditer(_ONE_NAME, used["names"]))
        if any(name.group().lower() in known for name in names):
            start = line.start + used.start("names")
            yield from ((start + name.start(), start + name.end()) for name in names if _is_name(name.group()))


def _stands_out(found: re.Match[str], text: str) -> bool:
    """Whether a capital shows a name: always inside a sentence, at its beginning only with more than one capital."""
    opens = found.start() == 0 or text[: found.start()].rstrip()[-1:] in ".:;•*-"
    return not opens or re.search(r".[A-Z\d]", found["name"]) is not None


def _is_name(words: str) -> bool:
    return bool(
        0 < len(words.split()) <= _ITEM_WORDS
        and _LOOKS_NAMED.match(words)
        and not _NOT_A_NAME.search(words)
        and not any(word.lower() in _GENERAL for word in words.split())
    )

"""Licences and certificates, under the catalogue's name where it has one."""

import re
from collections.abc import Iterator

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Fact, Qualification
from groundfloor.readers.frame import Mention, ScannedText, is_ask

_PROOF = re.compile(
    r"\b(?:certif\w*|licen[cs]\w*|diplomas?|courses?|exams?|qualif\w*|accredit\w*|awards?|trained|training|nvq"
    r"|level \d)\b",
    re.IGNORECASE,
)
_PROOF_REACH = 25
_RUNS_ON = re.compile(r" (?:is|are|or|and|required|preferred|desired|desirable|essential|from|with|by|a plus)\b", re.I)
TRAINING, GENERIC = "training", "qualification"


def read_qualifications(frame: ScannedText, catalogue: Catalogue) -> list[Fact]:
    """The licences and certificates a text asks for, in its order, each once.

    Those the catalogue knows as a training item carry its id; others are given in the text's own words.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> catalogue = open_catalogue()
        >>> frame = get_scanner(catalogue).scan("A forklift licence is a plus.")
        >>> [(fact.value.name, fact.strength) for fact in read_qualifications(frame, catalogue)]
        [('forklift licence', 'preferred')]
    """
    chosen: dict[str, Fact] = {}
    for mention in iter_qualification_mentions(frame, catalogue):
        if is_ask(mention.line) and not frame.is_negated(mention.start, mention.end):
            name = qualification_name(frame, catalogue, mention)
            value = Qualification(name=name, id=mention.code if mention.slot == TRAINING else None)
            strength = frame.strength(mention.start, mention.end)
            chosen.setdefault(name.lower(), frame.fact("qualification", value, mention, strength=strength))
    return list(chosen.values())


def iter_qualification_mentions(frame: ScannedText, catalogue: Catalogue) -> Iterator[Mention]:
    """Every naming of a licence or certificate in the order of the text, the longest where several overlap."""
    mentions = [one for one in frame.mentions(TRAINING) if not _is_word(frame, catalogue, one)]
    mentions += frame.mentions(GENERIC)
    last_end = -1
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end, one.slot != TRAINING)):
        if mention.start >= last_end:
            yield mention
            last_end = mention.end


def _is_word(frame: ScannedText, catalogue: Catalogue, mention: Mention) -> bool:
    """Whether the words are common ones: "sie" for SIE, "medical terminology" where no course or certificate is by."""
    words = frame.text[mention.start : mention.end]
    if not words.isupper() and words.upper() in catalogue.training[mention.code].other_names:
        return True
    is_phrase = words.islower() and words.replace(" ", "").isalpha() and " " in words
    around = frame.text[max(mention.line.start, mention.start - _PROOF_REACH) : mention.end + _PROOF_REACH]
    return is_phrase and not _PROOF.search(around)


def qualification_name(frame: ScannedText, catalogue: Catalogue, mention: Mention) -> str:
    """The catalogue's name of a training item, else the words of the text."""
    if mention.slot == TRAINING:
        return catalogue.training[mention.code].name
    return _RUNS_ON.split(frame.words(mention.start, mention.end))[0]

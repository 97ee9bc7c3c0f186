"""A pattern put into plain words finds what the pattern finds, no more and no less."""

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from groundfloor.text.folding import fold
from groundfloor.text.patterns import PatternSet
from groundfloor.text.wordings import EDGE, read_pattern


@pytest.mark.parametrize(
    ("pattern", "wordings", "reason"),
    [
        ("tills?", ("tills", "till"), "what is greedy is tried longest first"),
        ("tills??", ("till", "tills"), "what is lazy is tried shortest first"),
        ("cash|cashier", ("cash", "cashier"), "alternatives keep their order, the first wins"),
        (r"\bpc\b", (f"{EDGE}pc{EDGE}",), "edges at both ends are looked at where the words stand"),
        (r"tea\b room", ("tea room",), "an edge inside that always holds is left out"),
        (r"te\bam|crew", ("crew",), "words with an edge inside a word never match"),
        ("(?:a b){2}", ("a ba b",), "what is repeated is written out"),
    ],
)
def test_a_pattern_without_gaps_is_all_its_wordings(pattern: str, wordings: tuple[str, ...], reason: str) -> None:
    assert read_pattern(pattern).wordings == wordings, reason


@pytest.mark.parametrize(
    ("pattern", "clues", "reason"),
    [
        (r"answer (?:\S+ ){0,3}calls", ((("answer ",), ("calls",)),), "words on both sides of a gap are needed"),
        (r"calls \w+|phone \w+", ((("calls ",),), (("phone ",),)), "each alternative needs its own words"),
        (r"solv\w+", ((("solv",),),), "an open end leaves its beginning"),
        (r"\d{1,4}k", ((tuple(f"{digit}k" for digit in range(10)), tuple("0123456789")),), "digits come before the k"),
        (r"\w+", ((),), "nothing is known of any word at all"),
    ],
)
def test_a_pattern_with_gaps_needs_words(pattern: str, clues: tuple[object, ...], reason: str) -> None:
    meaning = read_pattern(pattern)
    assert meaning.wordings is None
    assert meaning.clues == clues, reason


PATTERNS = (
    *(r"\bcalls?\b", "call|calls ", r"\bcall(?:s|ed)?\b", r"(?:call )?calls?", r"\bcall", r"call\b", r"\b-calls"),
    *(r"answer(?:s|ing)? (?:\S+ ){0,2}calls", r"\w+ calls", "calls$", "^answer", r"\d{1,3}k?", r"[a-z]+ed\b", "a.?b"),
    *(
        r"(?P<what>call|phone)s? (?P<how>\w+)",
        r"(?:in|out)?bound (?:call)+",
        "calls??",
        r"call[^.]*back",
        r"(?-i:Call)",
    ),
    *("(?:answer|call)(?: calls|s)", r"£ ?\d+(?:\.\d\d)?", r"cafés?\b", r"call\s+back", r"\bcalls (?:and )?answers\b"),
)
WORDS = ("call", "calls", "Called", "answer", "answers", "and", "back", "Café", "£", "12k", "inbound", "bound", "phone")
TEXTS = st.lists(st.sampled_from((*WORDS, " ", " ", " ", "-", ".", "\n", "a", "b")), max_size=25).map("".join)


@given(TEXTS)
@settings(deadline=None)
def test_any_text_has_the_hits_that_its_patterns_have_one_by_one(text: str) -> None:
    scan = PatternSet([(pattern, pattern) for pattern in PATTERNS])
    found = [(hit.rule, hit.start, hit.end) for hit in scan.find(text)]
    assert found == sorted(_iter_plain(text), key=lambda place: (place[1], place[2], place[0]))


def _iter_plain(text: str) -> list[tuple[str, int, int]]:
    options = re2.Options()
    options.case_sensitive = False
    folded = fold(text)
    return [
        (pattern, *match.span())
        for pattern in PATTERNS
        for match in re2.compile(fold(pattern), options=options).finditer(folded)
        if match.end() > match.start()
    ]

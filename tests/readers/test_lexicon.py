"""Every entry of the lexicon is held to its own examples."""

from functools import cache

import pytest

from groundfloor.catalogue.loading import KNOWLEDGE, read_folder
from groundfloor.catalogue.records import LexiconEntry
from groundfloor.text.patterns import PatternSet


@cache
def lexicon() -> dict[str, LexiconEntry]:
    return read_folder(KNOWLEDGE / "lexicon", LexiconEntry)


def complaints_about(entry: LexiconEntry) -> list[str]:
    """What an entry's own examples say against it, in words."""
    scans = {pattern: PatternSet([("entry", pattern)]) for pattern in entry.patterns}
    unmatched = [f"no pattern finds {w!r}" for w in entry.match if not any(scan.find(w) for scan in scans.values())]
    unshown = [f"no example shows {p!r}" for p, scan in scans.items() if not any(scan.find(w) for w in entry.match)]
    wrong = [f"{p!r} finds {words!r}" for p, scan in scans.items() for words in entry.refuse if scan.find(words)]
    return unmatched + unshown + wrong


@pytest.mark.parametrize("entry_id", sorted(lexicon()))
def test_every_pattern_finds_what_it_must_and_refuses_what_it_must(entry_id: str) -> None:
    complaints = complaints_about(lexicon()[entry_id])
    assert not complaints, "\n".join([entry_id, *complaints])


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        (LexiconEntry(patterns=("cat",), match=("a dog",)), "no pattern finds 'a dog'"),
        (LexiconEntry(patterns=("cat", "cow"), match=("a cat",)), "no example shows 'cow'"),
        (LexiconEntry(patterns=("cat",), match=("a cat",), refuse=("a caterer",)), "'cat' finds 'a caterer'"),
    ],
)
def test_the_check_itself_speaks_up(entry: LexiconEntry, complaint: str) -> None:
    assert complaint in complaints_about(entry)

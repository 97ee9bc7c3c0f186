"""The scan of a document with the whole lexicon: sections, lines and mentions, made once for all slot readers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.packing import keep_packed
from groundfloor.catalogue.records import LanguageName, LanguageTest
from groundfloor.model.vocabulary import Strength
from groundfloor.readers.frame import Line, Mention, Owner, Part, ScannedText, as_mention
from groundfloor.text.clean import clean_text
from groundfloor.text.lines import Statement, cut_statements
from groundfloor.text.patterns import Hit, PatternSet, PatternTable, make_table, table_name

_HEADING_SLOT, _OWNER_SLOT = "headings", "owners"
_HEADINGS: dict[str, tuple[Owner, Strength | None]] = {
    "about": ("employer", None),
    "job": ("job", None),
    "ask": ("ask", None),
    "ask_required": ("ask", "required"),
    "ask_preferred": ("ask", "preferred"),
    "offer": ("offer", None),
    "employer": ("employer", None),
    "equal_opportunity": ("equal_opportunity", None),
    "apply": ("unknown", None),
}
_AFTER_HEADING = re.compile(
    r"(?:(?:\s*(?:,|/|&|\band\b)|\s*\()[\w /&'-]{1,40}\)?|\s(?:for|of|to|in) (?:this|the|your|our) \w+)?[\s.!?*_-]*$"
    r"|[\w ,/&'()-]{0,50}(?P<colon>:)[\s*_-]*$"
)
_INLINE_HEADING = re.compile(r"[\s*_]*(?::|\s-(?:\s|(?=[A-Z])))")
_RUN_ON = re.compile(r"\s+(?:\d|(?:[A-Z][\w'-]*(?: |[,/] ?)){1,3}[a-z]|[A-Z][\w'-]*[,/])")
_WEAKEST_HEADING = "headings.about"
_RUN_ON_ALONE = frozenset({"responsibilities", "requirements", "qualifications", "duties"})
_ASKING: tuple[Owner, ...] = ("job", "ask", "unknown", "equal_opportunity")
_HEADING_LENGTH, _SENTENCE_LENGTH = 80, 400
_CAMEL = re.compile(r"[a-z][A-Z]")
_GENERAL_CAMEL_WORDS = frozenset({"javascript", "linkedin", "youtube", "iphone", "ebay", "paypal", "typescript"})
_NAMED_STAGE = 3
_ANY, _TITLES_ONLY = ("any",), ("title",)


class Scanner:
    """All patterns of the catalogue compiled together: lexicon, tools, languages and language tests.

    Rule ids are ``<slot>.<code>``: ``education.secondary``, ``tool.helpdesk.zendesk``, ``language.es``.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        patterns = list(_iter_patterns(catalogue))
        table = keep_packed(f"patterns-{table_name(patterns)}", PatternTable, lambda: make_table(patterns))
        self._patterns = PatternSet(table)
        self._contexts = {id_: entry.contexts for id_, entry in catalogue.lexicon.items() if entry.contexts != _ANY}
        names = (name for tool in catalogue.tools.values() for name in (tool.name, *tool.aliases, *tool.short_names))
        self._kept_words = _GENERAL_CAMEL_WORDS | {
            word.lower() for name in names for word in name.split() if _CAMEL.search(word)
        }

    def scan(self, original: str, parts: Sequence[Part] = ()) -> ScannedText:
        """Scans a document.

        Args:
            original: the text in which spans count.
            parts: stretches of it whose owner is known, ascending; headings inside them refine the owner.
        """
        clean = clean_text(original, self._kept_words)
        cuts = cut_statements(clean.text)
        hits = self._patterns.find(clean.text, [(cut.start, cut.end) for cut in cuts])
        base = [(clean.from_original(part.start), part.owner) for part in parts]
        lines = list(_iter_lines(clean.text, cuts, hits, base))
        return ScannedText(clean, lines, self._mentions(hits, lines))

    def _mentions(self, hits: list[Hit], lines: list[Line]) -> dict[str, list[Mention]]:
        starts = [line.start for line in lines]
        mentions: dict[str, list[Mention]] = {}
        for hit in hits if lines else ():
            line = lines[max(0, bisect_right(starts, hit.start) - 1)]
            if self._counts(hit.rule, line):
                mention = as_mention(hit, line)
                mentions.setdefault(mention.slot, []).append(mention)
        return mentions

    def _counts(self, rule: str, line: Line) -> bool:
        contexts = self._contexts.get(rule)
        if contexts is None:
            return line.owner != "equal_opportunity"
        return line.owner == "unknown" or line.owner in contexts


def _iter_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for id_, entry in catalogue.lexicon.items():
        if entry.contexts != _TITLES_ONLY:
            yield from ((id_, pattern) for pattern in entry.patterns)
    for id_, tool in catalogue.tools.items():
        sure_names = [name for name in (tool.name, *tool.aliases, *tool.formerly) if name not in tool.short_names]
        if sure_names:
            yield f"tool.{id_}", names_pattern(sure_names)
        if tool.short_names:
            yield f"tool_short.{id_}", names_pattern(tool.short_names)
    for id_, item in catalogue.training.items():
        if item.stage >= _NAMED_STAGE:
            yield f"training.{id_}", names_pattern((item.name, *item.other_names))
    for tag, language in catalogue.languages.items():
        yield f"language.{tag}", names_pattern(_language_names(language))
    for id_, test in catalogue.language_tests.items():
        yield f"language_test.{id_}", names_pattern(_test_names(test))


def _language_names(language: LanguageName) -> Iterable[str]:
    return (language.name, *language.aliases)


def _test_names(test: LanguageTest) -> Iterable[str]:
    return (test.name, *test.aliases)


def names_pattern(names: Iterable[str]) -> str:
    """One pattern for any of some names as whole words, longest first; blanks and hyphens in them stand for either."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(_name_pattern(name) for name in ordered) + ")"


def _name_pattern(name: str) -> str:
    body = re.sub(r"(?:\\?[ -])+", "[ -]?" if "-" in name else " ", re.escape(name).replace("'", "'?"))
    return (r"\b" if name[0].isalnum() else "") + body + (r"\b" if name[-1].isalnum() and name[-1].isascii() else "")


@cache
def _scanner_of(_edition: str) -> list[Scanner]:
    return []


def get_scanner(catalogue: Catalogue) -> Scanner:
    """The scanner of a catalogue, compiled at the first call and shared by all readers of that edition."""
    held = _scanner_of(catalogue.edition)
    if not held:
        held.append(Scanner(catalogue))
    return held[0]


class _Heading(NamedTuple):
    owner: Owner
    strength: Strength | None
    words: str
    is_whole_line: bool


def _iter_lines(text: str, cuts: Sequence[Statement], hits: list[Hit], base: list[tuple[int, Owner]]) -> Iterator[Line]:
    headings = _hits_by_place(hits, _HEADING_SLOT)
    owners = _hits_by_place(hits, _OWNER_SLOT)
    base_starts = [start for start, _ in base]
    section = _Heading("unknown", None, "", False)
    part = -1
    for cut in cuts:
        now = bisect_right(base_starts, cut.start) - 1
        if now != part:
            part, section = now, _Heading(base[now][1], None, "", False)
        heading = _find_heading(text, cut, headings)
        section = heading or section
        own = _own_owner(cut, owners)
        owner = section.owner if own is None or (own == "ask" and section.owner in _ASKING) else own
        is_heading = heading is not None and heading.is_whole_line
        yield Line(cut.start, cut.end, owner, section.strength, section.words, is_heading)


def _hits_by_place(hits: list[Hit], slot: str) -> tuple[list[int], list[Hit]]:
    chosen = [hit for hit in hits if hit.rule.startswith(slot + ".")]
    return [hit.start for hit in chosen], chosen


def _find_heading(text: str, cut: Statement, headings: tuple[list[int], list[Hit]]) -> _Heading | None:
    starts, chosen = headings
    at = bisect_right(starts, cut.start - 1)
    best: _Heading | None = None
    best_end = -1
    while at < len(chosen) and chosen[at].start <= cut.start + 1:
        hit, at = chosen[at], at + 1
        if hit.end < best_end or hit.end > cut.end:
            continue
        inline = _INLINE_HEADING.match(text, hit.end, cut.end)
        whole = cut.end - cut.start <= _HEADING_LENGTH and _AFTER_HEADING.match(text, hit.end, cut.end)
        if inline or (whole and (cut.starts_line or whole["colon"])) or _runs_on(text, hit, cut.end):
            owner, strength = _HEADINGS[hit.rule.partition(".")[2]]
            best, best_end = _Heading(owner, strength, text[cut.start : hit.end], bool(whole)), hit.end
    return best


def _runs_on(text: str, heading: Hit, end: int) -> bool:
    """Whether a heading with capitals runs on into what stands under it: "Who You Are 2 years of sales"."""
    words = text[heading.start : heading.end].split()
    if heading.rule == _WEAKEST_HEADING or words[0].lower() == "the" or not _RUN_ON.match(text, heading.end, end):
        return False
    if len(words) == 1:
        return words[0].istitle() and words[0].lower() in _RUN_ON_ALONE
    return words[0][0].isupper() and words[-1][0].isupper() and all(one[0].isupper() or len(one) <= 3 for one in words)


def _own_owner(cut: Statement, owners: tuple[list[int], list[Hit]]) -> Owner | None:
    starts, chosen = owners
    if cut.end - cut.start > _SENTENCE_LENGTH:
        return None
    own = chosen[bisect_left(starts, cut.start) : bisect_left(starts, cut.end)]
    said = [_HEADINGS[hit.rule.partition(".")[2]][0] for hit in own]
    return next((owner for owner in said if owner != "ask"), said[0] if said else None)

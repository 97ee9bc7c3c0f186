"""Words repeated over and over to please a machine."""

import re
from collections.abc import Iterator, Sequence

from groundfloor.model.facts import Span

_WORD = re.compile(r"\w+")
_SHORT_PHRASE, _LONGEST_PHRASE, _TIMES, _LEAST_LETTERS = 6, 20, 6, 20
_LONG_LINE_WORDS, _LEAST_DISTINCT_SHARE = 60, 0.25


def list_padding(text: str) -> list[Span]:
    """The stretches of a text that only repeat themselves, in order and apart from each other.

    Padding is a phrase of one to six words said six times on end, or one of up to twenty without a number in it, or a
    long line of which three words in four were in it before. Numbers count as words, so that a column of dates is none.

    Example:
        >>> len(list_padding("Cashier. " + "Salesforce expert " * 8))
        1
    """
    merged: list[Span] = []
    for span in sorted((*_iter_repeated(text), *_iter_poor_lines(text))):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def without_spans(text: str, spans: Sequence[Span]) -> str:
    r"""A text with blanks in the place of some stretches; line breaks and all other places stay.

    Example:
        >>> without_spans("ab\ncd", [Span(1, 4)])
        'a \n d'
    """
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text


def _iter_repeated(text: str) -> Iterator[Span]:
    found = list(_WORD.finditer(text))
    words = [one.group().lower() for one in found]
    for length in range(1, _LONGEST_PHRASE + 1):
        run = 0
        for at in range(length, len(words) + 1):
            if at < len(words) and words[at] == words[at - length]:
                run += 1
                continue
            if run >= (_TIMES - 1) * length:
                span = Span(found[at - run - length].start(), found[at - 1].end())
                if _is_padding(text[span.start : span.end], length):
                    yield span
            run = 0


def _is_padding(stretch: str, words_of_phrase: int) -> bool:
    is_list = words_of_phrase <= _SHORT_PHRASE or not any(map(str.isdigit, stretch))
    return is_list and sum(map(str.isalpha, stretch)) >= _LEAST_LETTERS


def _iter_poor_lines(text: str) -> Iterator[Span]:
    for line in re.finditer(r"[^\n]+", text):
        words = _WORD.findall(line.group().lower())
        if len(words) >= _LONG_LINE_WORDS and len(set(words)) < _LEAST_DISTINCT_SHARE * len(words):
            yield Span(line.start(), line.end())

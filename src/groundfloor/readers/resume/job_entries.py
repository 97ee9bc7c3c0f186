"""Jobs of a résumé: which lines head an entry, and its title, employer and dates."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Literal, NamedTuple, get_args

from groundfloor.model.facts import Span
from groundfloor.readers.resume.dates import DateSpan, list_dates
from groundfloor.readers.resume.job_words import (
    begins_with_placeholder,
    best_title,
    employer_score,
    ends_as_title,
    is_telling,
    without_place,
)
from groundfloor.readers.resume.sections import ResumeLine, SectionKind

_TITLE_SCORE = 3.0
_PERHAPS_SCORE, _EMPLOYER_SCORE = 0.5, 2.0
_LATER_CELL = 0.75
"""What a cell behind the first of its line loses as an employer: places stand there."""
_USUAL_PLACE_BONUS = 1.25
_BEFORE_WORDS, _AFTER_WORDS, _SINGLE_WORDS, _PROSE_WORDS = 12, 14, 10, 14
_HEADER_WORDS, _UNKNOWN_TITLE_WORDS = 12, 6
_NOT_JOBS: frozenset[SectionKind] = frozenset(
    {"education", "volunteer", "qualifications", "affiliations", "personal", "languages"}
)
_INSIDE_JOBS: frozenset[SectionKind] = frozenset({"awards", "skills", "summary"})
_BULLET = re.compile(r"[•●▪■◦‣⁃○·➢➤✓✔❖]|[*-]\s")
_PROSE = re.compile(r"(?:I|We|My|From|In|Since|Then|And|After|Before)\b|The [a-z]")
_ITEM_MARK = re.compile(r"^(?:\d{1,2}[.)]|[^\w\s(\[*#]{1,2})\s+")
_BREAKS = re.compile(r"\t|\||•|\s[–—-]+\s|\b(?:at|for|with) (?=[A-Z])|,(?=\s)|\*+|\s\(")
_FRAME = re.compile(r"\s+(?:from|since|in)$|^dates?\b.*$", re.IGNORECASE)
_LABEL = re.compile(r"^\s*(?:company|employer|organi[sz]ation|name)\s*:\s*", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Bros|Dept|Jr|Sr|St|[A-Z])\.$")
_DATE_LABEL = re.compile(
    r"^(?:employed|dates?(?: (?:of|from) ?(?:employment)?)?"
    r"|dates? (?:employed|worked)|period|duration|when|time)\b[\s:]*$",
    re.IGNORECASE,
)
_EDGES = " \t,;:|-–—()[]/•·."
_SUM_REACH_LINES, _FAR = 3, 4

_Place = Literal["before", "after", "above", "below", "above_2", "below_2", "above_3", "below_3"]
_NEAREST: tuple[_Place, ...] = get_args(_Place)


class JobEntry(NamedTuple):
    """One job as the résumé lays it out.

    ``title`` is empty where none is written. ``span`` covers title and dates; ``body`` runs from the entry's first
    line to the next entry.
    """

    title: str
    employer: str
    dates: DateSpan | None
    span: Span
    body: Span


class _Anchor(NamedTuple):
    """A date that heads an entry: its first and last line, and the words before and after it on them."""

    dates: DateSpan
    first: int
    last: int
    before: str
    after: str


class _Header(NamedTuple):
    first: int
    title: str
    employer: str
    dates: DateSpan | None


def read_job_entries(text: str, lines: list[ResumeLine]) -> list[JobEntry]:
    r"""Reads the jobs of a résumé in its own order.

    Dates head entries. The title is looked for on the line of the dates, above and below it; where several entries
    agree on the place, the others follow. An entry that repeats an earlier one is left out.

    Args:
        text: the document's text.
        lines: its lines with sections.

    Example:
        >>> from groundfloor.model.document import Document
        >>> from groundfloor.readers.resume.sections import cut_resume
        >>> text = "Experience\nHead Cashier, Corner Shop, 2012 - 2014\nCounted tills"
        >>> [(job.title, job.employer) for job in read_job_entries(text, cut_resume(Document(id="x", text=text)))]
        [('Head Cashier', 'Corner Shop')]
    """
    parted = _with_parts_of_jobs(lines)
    entries = _read_blocks(text, _iter_job_blocks(parted))
    if entries and any(line.kind == "experience" for line in parted):
        return entries
    others = [one for one in _read_blocks(text, _iter_other_blocks(parted)) if _is_plain(one)]
    read = {entry.span for entry in entries}
    entries = sorted([*entries, *(one for one in others if one.span not in read)], key=lambda one: one.span)
    return [one for one in entries if one.dates] or entries


def _read_blocks(text: str, blocks: Iterable[list[ResumeLine]]) -> list[JobEntry]:
    entries: dict[tuple[str, str | None, str | None], JobEntry] = {}
    for block in blocks:
        headers = _read_headers(text, block)
        stops = [*(block[header.first].start for header in headers[1:]), block[-1].end]
        for header, stop in zip(headers, stops, strict=False):
            entry = _entry(text, block[header.first].start, stop, header)
            dates = header.dates
            key = (entry.title.lower(), dates and dates.start, dates and dates.end)
            entries.setdefault(key, entry)
    return list(entries.values())


def _is_plain(entry: JobEntry) -> bool:
    """Whether an entry outside the sections on work is a job beyond doubt: a known title with two ends."""
    return entry.dates is not None and entry.dates.is_range and _title_in(entry.title)[1] >= _TITLE_SCORE


def _with_parts_of_jobs(lines: list[ResumeLine]) -> list[ResumeLine]:
    """Lines in which a heading inside a job ("Key achievements") is part of it: the next job stands under it."""
    kept: list[ResumeLine] = []
    starts = [at for at, line in enumerate(lines) if line.is_heading or at == 0]
    for start, stop in pairwise([*starts, len(lines)]):
        section = lines[start:stop]
        inside = kept and kept[-1].kind == "experience" and section[0].kind in _INSIDE_JOBS
        if inside and any(_starts_job(section, at) for at in range(1, len(section))):
            section = [line._replace(kind="experience", is_heading=False) for line in section]
        kept += section
    return kept


def _starts_job(section: list[ResumeLine], at: int) -> bool:
    text = section[at].text
    dates = next((one for one in list_dates(text) if one.is_range), None)
    if dates is None or _BULLET.match(text) or is_telling(text) or len(text.split()) > _HEADER_WORDS:
        return False
    around = [section[other].text for other in (at - 1, at + 1) if 0 < other < len(section)]
    beside = (text[: dates.begin] + "\t" + text[dates.stop :]).strip(_EDGES)
    return any(_title_in(words)[1] >= _TITLE_SCORE for words in ([beside] if beside else around))


def _iter_job_blocks(lines: list[ResumeLine]) -> Iterator[list[ResumeLine]]:
    """Stretches of lines that can hold jobs: the sections on experience; without any, all but the other sections."""
    headed = any(line.kind == "experience" for line in lines)
    block: list[ResumeLine] = []
    for line in lines:
        inside = line.kind == "experience" if headed else line.kind not in _NOT_JOBS
        if inside and not line.is_heading:
            block.append(line)
            continue
        if block:
            yield block
        block = []
    if block:
        yield block


def _iter_other_blocks(lines: list[ResumeLine]) -> Iterator[list[ResumeLine]]:
    """All other stretches between headings: under a heading that nobody foresaw, jobs follow some other section."""
    for kind, section in groupby(lines, key=lambda line: line.kind if not line.is_heading else None):
        if kind not in (None, "experience", "volunteer"):
            yield list(section)


def _read_headers(text: str, block: list[ResumeLine]) -> list[_Header]:
    anchors = _find_anchors(text, block)
    candidates = [_candidates(block, anchors, index) for index in range(len(anchors))]
    usual = _usual_place(candidates, _TITLE_SCORE) or _usual_place(candidates, _PERHAPS_SCORE)
    headers: list[_Header] = []
    shared = ""
    used: set[int] = set()
    for index, anchor in enumerate(anchors):
        free = {at: words for at, words in candidates[index].items() if _line_of(at, anchor) not in used}
        place, title = _choose_title(free, usual)
        used.add(_line_of(place, anchor))
        if _title_in(title)[1] < _TITLE_SCORE and _only_sums_up(anchors, index):
            shared = _choose_employer(candidates[index], "")
            continue
        employer = _choose_employer(candidates[index], title)
        shared = employer or (shared if candidates[index].get(place) == title else "")
        headers.append(_Header(min(_line_of(place, anchor), anchor.first), title, shared, anchor.dates))
    return sorted([*headers, *_dateless_headers(block, headers)], key=lambda header: header.first)


def _find_anchors(text: str, block: list[ResumeLine]) -> list[_Anchor]:
    begin, starts = block[0].start, [line.start for line in block]
    dates = [_shifted(one, begin) for one in list_dates(text[begin : block[-1].end])]
    anchors: list[_Anchor] = []
    for index, one in enumerate(dates):
        first, last = bisect_right(starts, one.begin) - 1, bisect_right(starts, one.stop - 1) - 1
        left = max(starts[first], dates[index - 1].stop if index else 0)
        right = min(block[last].end, dates[index + 1].begin if index + 1 < len(dates) else block[-1].end)
        before = _DATE_LABEL.sub("", text[left : one.begin].strip(_EDGES))
        anchor = _Anchor(one, first, last, before, text[one.stop : right].strip(_EDGES))
        if _heads_entry(block, anchor):
            anchors.append(anchor)
    return anchors


def _shifted(dates: DateSpan, by: int) -> DateSpan:
    return dates._replace(begin=dates.begin + by, stop=dates.stop + by)


def _heads_entry(block: list[ResumeLine], anchor: _Anchor) -> bool:
    """Whether a date stands in a heading line of an entry and not in a sentence about the work."""
    before, after = len(anchor.before.split()), len(anchor.after.split())
    titled = max(_title_in(anchor.before)[1], _title_in(anchor.after)[1]) >= _TITLE_SCORE
    if anchor.before[:1].islower() and before > 2:
        return False
    if _BULLET.match(block[anchor.first].text) or _PROSE.match(anchor.before):
        return anchor.dates.is_range and titled and before + after <= _PROSE_WORDS
    if anchor.dates.is_range:
        if is_telling(_ITEM_MARK.sub("", anchor.before)) and not titled:
            return False
        return before <= _BEFORE_WORDS and (titled or before == 0 or after <= _AFTER_WORDS)
    if before + after:
        at_an_end = not before or not without_place(anchor.after)
        return titled and at_an_end and before + after <= _SINGLE_WORDS
    return "-" in anchor.dates.start or _neighbours_titled(block, anchor)


def _neighbours_titled(block: list[ResumeLine], anchor: _Anchor) -> bool:
    around = [block[at].text for at in (anchor.first - 1, anchor.last + 1) if 0 <= at < len(block)]
    return any(_title_in(text)[1] >= _TITLE_SCORE for text in around)


def _candidates(block: list[ResumeLine], anchors: list[_Anchor], index: int) -> dict[_Place, str]:
    """The words at each place around a date where its title or employer can stand."""
    anchor = anchors[index]
    floor = anchors[index - 1].last if index else -1
    ceiling = anchors[index + 1].first if index + 1 < len(anchors) else len(block)
    found: dict[_Place, str] = {"before": anchor.before, "after": anchor.after}
    for sign, names in ((-1, ("above", "above_2", "above_3")), (1, ("below", "below_2", "below_3"))):
        at = anchor.first if sign < 0 else anchor.last
        for name in names:
            at += sign
            if not floor < at < ceiling or not _is_header_line(block[at]):
                break
            found[name] = block[at].text  # type: ignore[index]
    return {place: words for place, words in found.items() if words}


def _is_header_line(line: ResumeLine) -> bool:
    if begins_with_placeholder(line.text):
        return True
    telling = is_telling(_ITEM_MARK.sub("", line.text))
    return (
        len(line.text.split()) <= _HEADER_WORDS
        and not line.text[0].islower()
        and not (line.text.endswith((".", ";")) and not _ABBREVIATED.search(line.text))
        and not _BULLET.match(line.text)
        and not (telling and (_title_in(line.text)[1] < _TITLE_SCORE or _ITEM_MARK.match(line.text)))
    )


def _usual_place(candidates: list[dict[_Place, str]], least_score: float) -> _Place | None:
    """The place where most titles of this résumé stand, as far as they look like titles by that much."""
    counts: Counter[_Place] = Counter()
    for found in candidates:
        for place in _NEAREST:
            if _title_in(found.get(place, ""))[1] >= least_score:
                counts[place] += 1
    return counts.most_common(1)[0][0] if counts else None


def _choose_title(found: dict[_Place, str], usual: _Place | None) -> tuple[_Place, str]:
    best: tuple[_Place, str] = ("before", "")
    best_score = _TITLE_SCORE
    for place in _NEAREST:
        title, score = _title_in(found.get(place, ""))
        score += _USUAL_PLACE_BONUS * (place == usual and score >= 1.0) - 0.25 * _NEAREST.index(place)
        if score > best_score - 1.25 and (not best[1] or score > best_score):
            best, best_score = (place, title), score
    if best[1] and (usual is None or usual not in found or _NEAREST.index(best[0]) < _FAR):
        return best
    unknown = _unknown_title(found if not best[1] or usual is None else {usual: found[usual]}, usual)
    return unknown if unknown[1] else best


def _unknown_title(found: dict[_Place, str], usual: _Place | None) -> tuple[_Place, str]:
    """Words at the usual place or beside the date that hold no known title but nothing else either."""
    for place in (usual, "before", "after"):
        title = _title_in(found.get(place, ""))[0] if place else ""
        if place and title and _may_be_title(title):
            return place, title
    return "before", ""


def _may_be_title(words: str) -> bool:
    short = len(words.split()) <= _UNKNOWN_TITLE_WORDS
    return short and words[0].isupper() and employer_score(words) < _EMPLOYER_SCORE and not _PROSE.match(words)


def _title_in(words: str) -> tuple[str, float]:
    return best_title(words) if words else ("", 0.0)


def _choose_employer(found: dict[_Place, str], title: str) -> str:
    best, best_score = "", 0.0
    for place in _NEAREST:
        if place.startswith("below") and best:
            break
        words = found.get(place, "")
        cells = [cell for cell in _BREAKS.split(words.replace(title, "\t") if title else words) if cell.strip(_EDGES)]
        for at, cell in enumerate(cells):
            name = _FRAME.sub("", without_place(_LABEL.sub("", cell)))
            score = employer_score(name) - _LATER_CELL * (at > 0) if name and not _PROSE.match(name) else 0.0
            if score > best_score:
                best, best_score = name, score
    return best


def _only_sums_up(anchors: list[_Anchor], index: int) -> bool:
    """Whether a date without a title repeats the last one or sums up jobs that follow with their own dates."""
    whole = anchors[index]
    if index and whole.dates[:3] == anchors[index - 1].dates[:3]:
        return whole.first - anchors[index - 1].last <= _SUM_REACH_LINES
    if index + 1 == len(anchors) or not whole.dates.is_range:
        return False
    part = anchors[index + 1]
    end = "9999" if whole.dates.current else whole.dates.end or ""
    part_end = "9999" if part.dates.current else part.dates.end or part.dates.start
    near = part.first - whole.last <= _SUM_REACH_LINES
    return near and _not_after(whole.dates.start, part.dates.start) and _not_after(part_end, end)


def _not_after(one: str, other: str) -> bool:
    """Whether one date is not after another, as far as both are written."""
    length = min(len(one), len(other))
    return one[:length] <= other[:length]


def _line_of(place: _Place, anchor: _Anchor) -> int:
    steps = {"above": -1, "above_2": -2, "above_3": -3, "below": 1, "below_2": 2, "below_3": 3}
    return (anchor.last if place.startswith("below") else anchor.first) + steps.get(place, 0)


def _dateless_headers(block: list[ResumeLine], headers: list[_Header]) -> Iterator[_Header]:
    """Titles that stand alone on a line, set as headings, without any date."""
    taken = {header.title for header in headers}
    loud = bool(headers) and all(header.title.isupper() for header in headers if header.title)
    if not headers and block[0].kind == "experience":
        yield from _undated_headers(block)
        return
    for index, line in enumerate(block):
        title, score = best_title(line.text) if _is_header_line(line) else ("", 0.0)
        set_apart = line.look.bold or (loud and title.isupper()) or (not headers and line.after_blank)
        alone = len(title) >= len(line.text.strip(_EDGES)) - 1
        if set_apart and alone and title not in taken and score >= _TITLE_SCORE + 0.5:
            yield _Header(index, title, "", None)


def _undated_headers(block: list[ResumeLine]) -> Iterator[_Header]:
    """Jobs of a section in which no date stands: short lines that open with a title."""
    for index, line in enumerate(block):
        words = _BULLET.sub("", line.text, count=1).strip(_EDGES)
        title, _ = best_title(words)
        short = len(words.split()) <= _HEADER_WORDS and not words.endswith(".") and not is_telling(words)
        if short and ends_as_title(title) and words.startswith(title):
            yield _Header(index, title, _choose_employer({"before": words}, title), None)


def _entry(text: str, start: int, stop: int, header: _Header) -> JobEntry:
    places = [(header.dates.begin, header.dates.stop)] if header.dates else []
    at = text.find(header.title, start, stop) if header.title else -1
    if at >= 0:
        places.append((at, at + len(header.title)))
    span = Span(min(one for one, _ in places), max(other for _, other in places))
    return JobEntry(header.title, header.employer, header.dates, span, Span(start, stop))

"""From a file to a ladder: where its levels stand, what each asks, and which is the lowest."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from groundfloor.catalogue.ladders import headed, structured, tabled
from groundfloor.catalogue.ladders.blocks import Section
from groundfloor.catalogue.ladders.choosing import join_areas, take_service
from groundfloor.catalogue.ladders.files import MARKDOWN, STRUCTURED, TABLES, read_csv, read_text
from groundfloor.catalogue.ladders.markdown import read_sections, split_front
from groundfloor.catalogue.ladders.names import (
    Grade,
    grade_of,
    is_level_name,
    is_part_name,
    is_rank,
    names_work,
    plain_name,
)
from groundfloor.catalogue.ladders.ranks import rank_of
from groundfloor.catalogue.ladders.records import Criterion, Ladder, Part
from groundfloor.catalogue.ladders.tracks import grade_beside, make_ladder
from groundfloor.catalogue.strict_yaml import read_yaml
from groundfloor.errors import GroundfloorError

_LEVELS_AT_LEAST, _LEVELS_AT_MOST = 2, 60
_CRITERIA_COUNTED = 60
_HEADINGS_AT_MOST = 1500
_ASIDE = re.compile(
    r"\b(?:specialt|speciali[sz]ation|hiring|interview|related|see also|other pages|process|transition|switching|"
    r"certif)",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"\b(?:skills?|proficien\w+)\b", re.IGNORECASE)
_HINT = (
    "Give a table with one column or one row for each level, a heading for each level, "
    "or YAML with `levels:`; levels are names such as Agent, Senior Agent, L3 or Team Lead."
)

_HIRING = re.compile(r"\b(?:hiring|interview)", re.IGNORECASE)


def read_ladder(path: Path, name: str = "", part: str = "") -> Ladder:
    """Reads an employer's ladder.

    Levels are looked for in tables (as columns or rows), headings, lists and lines of arrows, in YAML and JSON. The way
    that finds most stands; what another way finds of the same levels is added.

    Args:
        path: a Markdown, CSV or YAML file, or a folder with a page for each level.
        name: what to call the ladder; its own title, else the file's name, where nothing is given.
        part: the heading above the levels wanted, where the file holds several ladders; without it the ladder of
            customer service is taken where one plainly is, else all of them.

    Returns:
        Levels from the lowest to the highest, whatever the order of the file.

    Raises:
        GroundfloorError: as :func:`read_text` and :func:`read_yaml`; ``table-broken`` when fewer than two levels are
            found or more than any ladder has; ``entry-unknown`` when no part bears the name asked for.
    """
    if path.is_dir():
        return make_ladder(name or path.resolve().name, _read_folder(path))
    text, notes = read_text(path)
    title, parts, steps, left = _read(text, path)
    said = _front_matter(text)[1] if path.suffix.lower() in MARKDOWN else ()
    if part:
        parts = _only(parts, part)
        title = parts[0].title or title
    else:
        many = sum(len(one.asked) for one in parts) > _LEVELS_AT_MOST
        parts, chosen = take_service(parts, too_many=many)
        left = [*left, *chosen]
    _check_size(parts, path.name, said)
    return make_ladder(name or title or path.stem, parts, (*notes, *said, *left), steps)


def _read_folder(path: Path) -> list[Part]:
    """A ladder of a page for each level: those whose title, or file name where they have none, names a level.

    Names of files say an order where all bear a number, else the words of rank do: an alphabet has none.
    """
    pages: list[tuple[float | None, str, tuple[Criterion, ...]]] = []
    for file in sorted(one for one in path.iterdir() if one.suffix.lower() in MARKDOWN and one.is_file()):
        text = read_text(file)[0]
        sections = read_sections(split_front(text)[1])
        headings = (section.heading for section in sections if section.depth == 1)
        stem = f"{file.stem[:1].upper()}{file.stem[1:]}".replace("-", " ").replace("_", " ")
        titles = (structured.title_of(_front_matter(text)[0]), next(headings, ""), stem)
        level = next((title for title in titles if is_level_name(title)), "")
        number = grade.number if (grade := grade_of(stem)) else None
        pages += [(number, level, tuple(headed.tell_page(sections)))] if level else []
    if any(number is None for number, _, _ in pages):
        pages = [(rank_of(level), level, criteria) for _, level, criteria in pages]
    pages.sort(key=lambda one: one[0] or 0.0)
    parts = [Part(title="", asked={level: criteria for _, level, criteria in pages})]
    _check_size(parts, str(path))
    return parts


def _check_size(parts: Sequence[Part], name: str, notes: Sequence[str] = ()) -> None:
    """Refuses what is no ladder: fewer than two levels, or more than any employer has."""
    levels = [plain_name(level) for part in parts for level in part.asked]
    if len(levels) < _LEVELS_AT_LEAST:
        found = f"Only one level is found in {name}: {levels[0]}." if levels else f"No levels are found in {name}."
        raise GroundfloorError("table-broken", " ".join((found, *notes)), hint=_HINT)
    if len(levels) > _LEVELS_AT_MOST:
        message = f"{name} names {len(levels)} levels, from {levels[0]} to {levels[-1]}; that is no ladder."
        titles = "; ".join(dict.fromkeys(part.title for part in parts if part.title))
        one = f"Take one of its ladders with --part: {titles}." if len(parts) > 1 and titles else ""
        raise GroundfloorError("table-broken", message, hint=one or f"Give at most {_LEVELS_AT_MOST} levels.")


def _read(text: str, path: Path) -> tuple[str, list[Part], list[Part], list[str]]:
    """The title of a file, its parts, its lines of arrows from level to level, and what was left out."""
    if path.suffix.lower() in STRUCTURED:
        content = read_yaml(text, path.name)
        return structured.title_of(content), structured.find_parts(content), [], []
    if path.suffix.lower() in TABLES:
        return "", tabled.find_parts(read_csv(text), ""), [], []
    content, _ = _front_matter(text)
    page = split_front(text)[1]
    parts = structured.find_parts(content)
    sections = read_sections(page)
    if len(sections) > _HEADINGS_AT_MOST:
        raise GroundfloorError(
            "table-broken", f"{path.name} has {len(sections)} headings; that is no ladder.", hint=_HINT
        )
    title = structured.title_of(content) or _title_of(sections)
    best, left = _best([parts, *_ways(sections)])
    if sum(len(part.asked) for part in best) < _LEVELS_AT_LEAST:
        best = headed.find_under_a_ladder(sections) or headed.find_in_lines(sections) or best
    elif not any(criteria for part in best for criteria in part.asked.values()):
        lines = headed.find_in_lines(sections)
        best = [_add(part, line, new=False) for part in best for line in lines] or best
    return title, best, headed.find_in_arrows(sections), [*left, *headed.list_circles(sections)]


def _front_matter(text: str) -> tuple[Any, tuple[str, ...]]:
    """What a page says of itself before it begins, and a note where that is no YAML and so says nothing."""
    front = split_front(text)[0]
    try:
        return (read_yaml(front, "the front matter") if front else None), ()
    except GroundfloorError as error:
        return None, (f"The front matter was left aside: {error.message}",)


def _title_of(sections: Sequence[Section]) -> str:
    first = [section for section in sections if section.depth == 1]
    return plain_name(first[0].heading) if first and not is_level_name(first[0].heading) else ""


def _ways(sections: Sequence[Section]) -> list[list[Part]]:
    tables = [
        part for section in sections for table in section.tables for part in tabled.find_parts(table, section.heading)
    ]
    headings, arrows = join_areas(headed.find_under_headings(sections)), headed.find_in_arrows(sections)
    return [_join(tables), headings, _join(join_areas(headed.find_in_lists(sections))), arrows]


def _join(parts: Sequence[Part]) -> list[Part]:
    """Tables or lists of mostly the same levels as one part."""
    joined: list[Part] = []
    for part in parts:
        at = next((at for at, one in enumerate(joined) if _alike(part, one)), None)
        if at is None:
            joined.append(part)
        else:
            joined[at] = _add(joined[at], part, new=True)
    return joined


def _alike(part: Part, other: Part) -> bool:
    """Whether half the levels are the same by name, or by grade where one of the parts gives grades alone."""
    bare = any(not any(names_work(level) for level in one.asked) for one in (part, other))
    first = 0 if bare else 1
    keys = {key for level, asked in other.asked.items() for key in _keys(level, asked)[first:] if key}
    shared = sum(any(key in keys for key in _keys(level, asked)[first:]) for level, asked in part.asked.items())
    return shared * 2 >= min(len(part.asked), len(other.asked))


def _add(part: Part, other: Part, *, new: bool) -> Part:
    """A part with what another asks of the same levels, and its own levels too where ``new``."""
    asked = dict(part.asked)
    keys = {key: level for level, criteria in asked.items() for key in _keys(level, criteria) if key}
    order, last = [*asked], -1
    for level, criteria in other.asked.items():
        at = next((keys[key] for key in reversed(_keys(level, criteria)) if key in keys), level if new else None)
        if at is None:
            continue
        if at not in asked:
            order.insert(last + 1, at)
        last = order.index(at)
        held = asked.get(at, ())
        asked[at] = (*held, *(one for one in criteria if one not in held))
    return Part(title=part.title, asked={level: asked[level] for level in order})


def _keys(level: str, asked: Sequence[Criterion]) -> list[str]:
    """What tells a level from others: its grade, if any, its name without brackets, its name."""
    grade = grade_of(level) or grade_beside(asked)
    return [f"{_letter(grade)}{grade.number}" if grade else "", _bare(level), plain_name(level).casefold()]


def _best(ways: Sequence[list[Part]]) -> tuple[list[Part], list[str]]:
    """The way that finds most, with what the others find of the same levels, and what was left out of it."""
    found = [[part for part in way if part.asked] for way in ways]
    best = max(found, key=lambda way: _weight(_without_asides(way)[0]))
    parts, left = _without_asides(best)
    for other in (part for way in found for part in way if part not in parts):
        parts = [_add(part, other, new=False) for part in parts]
    letters = {_letter(grade) for part in parts for level in part.asked if (grade := grade_of(level))}
    further = [part for way in found if way is not best for part in way if letters and _goes_on(part, letters)]
    return parts + further, left


def _goes_on(part: Part, letters: set[str]) -> bool:
    """Whether a part found another way is a further track: all its levels bear grades of other letters."""
    grades = [grade_of(level) for level in part.asked]
    own = {_letter(grade) for grade in grades if grade}
    further = len(grades) >= _LEVELS_AT_LEAST and None not in grades and not own & letters
    return further and not _is_aside(part) and not _are_steps(part)


def _letter(grade: Grade) -> str:
    """What stands before the number of a grade, a level or tier being an L."""
    return "L" if grade.word in ("level", "tier") else grade.word


def _weight(parts: Sequence[Part]) -> float:
    levels = [level for part in parts for level in part.asked]
    if len(levels) < _LEVELS_AT_LEAST:
        return len(levels) / 10
    named = sum(1.0 if names_work(level) or grade_of(level) else 0.4 for level in levels)
    criteria: list[Criterion] = [one for part in parts for asked in part.asked.values() for one in asked]
    return named + min(len(criteria), _CRITERIA_COUNTED) / 10


def _without_asides(parts: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """Parts without what is no line of levels beside one: specialties of a level, grades of a skill."""
    main = [part for part in parts if not _is_aside(part)]
    main = [part for part in main if not _are_steps(part)] or main
    if not main or len(main) == len(parts):
        return list(parts), []
    works = [_bare(level) for part in main for level in part.asked]
    kept, left = list(main), []
    for part in (one for one in parts if one not in main):
        hiring = _HIRING.search(part.title)
        ranks = {
            level: asked
            for level, asked in part.asked.items()
            if _is_rank_of_any(level, works) or (hiring and any(is_part_name(one.area) for one in asked))
        }
        kept += [Part(title="", asked=ranks)] if ranks else []
        others = [plain_name(level) for level in part.asked if level not in ranks]
        left += [f"{part.title} ({', '.join(others)})"] if others else []
    return kept, [f"Left out, being no levels: {'; '.join(left)}."] if left else []


def _are_steps(part: Part) -> bool:
    """Whether a part counts the steps of something done: "Step 1: first contact"."""
    return all((grade := grade_of(level)) is not None and grade.word == "step" for level in part.asked)


def _is_aside(part: Part) -> bool:
    """Whether a part stands under a heading of other things, or lists the degrees of a skill."""
    degrees = _DEGREES.search(part.title) and not any(names_work(_bare(level)) for level in part.asked)
    return bool(degrees or _ASIDE.search(part.title))


def _bare(level: str) -> str:
    return re.sub(r"\s*\(.*?\)", "", plain_name(level)).casefold()


def _is_rank_of_any(level: str, works: Sequence[str]) -> bool:
    name = _bare(level)
    return any(name.endswith(f" {work}") and is_rank(name.removesuffix(work)) for work in works)


def _only(parts: Sequence[Part], wanted: str) -> list[Part]:
    found = [part for part in parts if wanted.casefold() == part.title.casefold()]
    found = found or [part for part in parts if wanted.casefold() in part.title.casefold()]
    if not found:
        hint = f"The file's parts: {'; '.join(part.title or 'without a heading' for part in parts) or 'none'}."
        raise GroundfloorError("entry-unknown", f"No part of the file is headed {wanted!r}.", hint=hint)
    return found

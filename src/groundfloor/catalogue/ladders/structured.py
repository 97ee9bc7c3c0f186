"""Ladders written as YAML or JSON: levels listed or named, tracks of levels, or criteria that each name their level."""

from collections.abc import Iterator
from typing import Any

from groundfloor.catalogue.ladders.names import is_level_name, plain_name
from groundfloor.catalogue.ladders.records import Criterion, Part

_LEVEL_KEYS = ("level", "grade", "band", "rung", "rank", "tier", "rating")
_NAME_KEYS = ("name", "title", "role", "position", "job_title", "label", *_LEVEL_KEYS)
_LISTS = ("levels", "rungs", "roles", "ladder", "positions", "steps", "grades", "bands", "titles")
_TRACKS = ("tracks", "ladders", "paths", "families", "job_families", "parts", "frameworks")
_ASKED_KEYS = ("criteria", "expectations", "requirements", "responsibilities")
_LEFT_OUT = frozenset({"id", "slug", "path", "url", "link", "links", "image", "color", "colour", "uuid", "order"})
_LEVELS_AT_LEAST = 2
_MOSTLY = 0.6


def find_parts(content: Any) -> list[Part]:
    """The lines of levels that structured data holds; none where it holds no ladder."""
    content = _unwrap(content)
    if not isinstance(content, dict | list):
        return []
    for read in (_read_tracks, _read_keyed, _read_levels, _read_tagged):
        parts = [part for part in read(content) if len(part.asked) >= _LEVELS_AT_LEAST]
        if parts and any(any(part.asked.values()) for part in parts):
            return parts
    return [part for part in _read_levels(content) if len(part.asked) >= _LEVELS_AT_LEAST]


def _unwrap(content: Any) -> Any:
    """What stands under the one name that the whole data bears."""
    while isinstance(content, dict) and len(content) == 1:
        key, inner = next(iter(content.items()))
        if not isinstance(inner, dict | list):
            break
        if str(key).casefold() in (*_LISTS, *_TRACKS) and not (isinstance(inner, dict) and "levels" in inner):
            break
        content = inner
    return content


def title_of(content: Any) -> str:
    """What the data calls itself, or nothing."""
    content = _unwrap(content)
    if not isinstance(content, dict):
        return ""
    return next((plain_name(str(content[key])) for key in ("title", "name") if content.get(key)), "")


def _read_tracks(content: Any) -> Iterator[Part]:
    if not isinstance(content, dict):
        return
    lists = {key.casefold(): value for key, value in content.items() if isinstance(key, str)}
    for key in _TRACKS:
        tracks = lists.get(key)
        named = tracks.items() if isinstance(tracks, dict) else ((_name_in(one), one) for one in _dicts(tracks))
        for title, track in named:
            for part in _read_levels(track):
                yield Part(title=plain_name(str(title)), asked=part.asked)


def _read_keyed(content: Any) -> Iterator[Part]:
    """Levels named under a short key each, and criteria of an area under the same keys elsewhere."""
    levels = content.get("levels") if isinstance(content, dict) else None
    if not isinstance(levels, dict) or not all(isinstance(one, str) and is_level_name(one) for one in levels.values()):
        return
    asked: dict[str, tuple[Criterion, ...]] = dict.fromkeys(levels.values(), ())
    for key, area, value in _iter_keyed({**content, "levels": None}, frozenset(levels), ""):
        asked[levels[key]] = (*asked[levels[key]], *_flatten(value, area))
    grades = {name: (Criterion(text=str(key), area="grade"),) for key, name in levels.items()}
    yield Part(title="", asked={name: (*grades[name], *criteria) for name, criteria in asked.items()})


def _iter_keyed(value: Any, keys: frozenset[Any], area: str) -> Iterator[tuple[Any, str, Any]]:
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key in keys:
            yield key, area, inner
        else:
            yield from _iter_keyed(inner, keys, str(key).replace("_", " "))


def _read_levels(content: Any) -> Iterator[Part]:
    """A list or mapping of levels, under ``levels`` or standing alone."""
    levels = content
    if isinstance(content, dict):
        listed = (value for key, value in content.items() if str(key).casefold() in _LISTS)
        levels = next((value for value in listed if isinstance(value, dict | list)), None)
        if levels is None:
            named = {key: value for key, value in content.items() if is_level_name(str(key))}
            levels = named if len(named) >= _MOSTLY * len(content) else {}
    asked: dict[str, tuple[Criterion, ...]] = {}
    for name, value in _iter_titled(levels) if isinstance(levels, dict) else _iter_named(levels):
        asked[str(name)] = (*asked.get(str(name), ()), *_flatten(value))
    yield Part(title="", asked=asked)


def _iter_titled(levels: dict[Any, Any]) -> Iterator[tuple[Any, Any]]:
    """Levels by a key that is their name, or their grade where they bear a title."""
    for key, value in levels.items():
        titled = value if isinstance(value, dict) else {}
        name = next((titled[one] for one in _NAME_KEYS[:6] if isinstance(titled.get(one), str)), None)
        if name:
            yield name, {"grade": key, **{one: inner for one, inner in titled.items() if inner is not name}}
        else:
            yield key, value


def _iter_named(levels: Any) -> Iterator[tuple[Any, Any]]:
    for level in levels if isinstance(levels, list) else ():
        if isinstance(level, dict) and level:
            name = _name_in(level)
            rest = {key: value for key, value in level.items() if value is not name}
            yield name, rest
        elif not isinstance(level, dict | list):
            yield level, ()


def _name_in(level: dict[Any, Any]) -> Any:
    if len(level) == 1:
        return next(iter(level))
    keys = {str(key).casefold(): value for key, value in level.items()}
    return next((keys[key] for key in _NAME_KEYS if keys.get(key)), next(iter(level.values())))


def _read_tagged(content: Any) -> Iterator[Part]:
    """Criteria scattered over topics, each saying the level that it is for."""
    names = _names_by_id(content)
    asked: dict[str, tuple[Criterion, ...]] = dict.fromkeys(names.values(), ())
    for level, area, value in _iter_tagged(content, ""):
        told = names.get(str(level), f"Level {level}" if str(level).isdigit() else str(level))
        asked[told] = (*asked.get(told, ()), *_flatten(value, area))
    found = {name: criteria for name, criteria in asked.items() if criteria}
    yield Part(title="", asked=dict(sorted(found.items())) if all(name[-1:].isdigit() for name in found) else found)


def _names_by_id(content: Any) -> dict[str, str]:
    listed = content.get("levels") if isinstance(content, dict) else None
    return {str(one["id"]): str(_name_in({**one, "id": ""})) for one in _dicts(listed) if "id" in one}


def _iter_tagged(value: Any, area: str) -> Iterator[tuple[Any, str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _iter_tagged(one, area)
    elif isinstance(value, dict):
        key = next((key for key in _LEVEL_KEYS if isinstance(value.get(key), str | int)), None)
        if key is not None and len(value) > 1:
            theme = str(value.get("theme") or value.get("area") or value.get("category") or area)
            yield value[key], theme, {other: one for other, one in value.items() if other != key and other != "theme"}
            return
        here = str(value.get("title") or value.get("name") or area)
        for one in value.values():
            if isinstance(one, dict | list):
                yield from _iter_tagged(one, plain_name(here) or area)


def _flatten(value: Any, area: str = "") -> Iterator[Criterion]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if str(key).casefold() in _LEFT_OUT or str(key).casefold().endswith(("urls", "id")):
                continue
            plain = str(key).casefold() in (
                *_ASKED_KEYS,
                "examples",
                "summary",
                "description",
                "text",
                "examplecriteria",
            )
            yield from _flatten(inner, area if plain else str(key).replace("_", " "))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _flatten(inner, area)
    elif value not in (None, "", False):
        yield Criterion(text=str(value).strip(), area=area)


def _dicts(value: Any) -> list[dict[Any, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []

"""Tables and headed lists of a file, before anybody says what they mean."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from groundfloor.catalogue.strict_yaml import read_yaml
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Record

_SIZE_AT_MOST = 5_000_000


class Table(Record, frozen=True, kw_only=True):
    """Rows of cells, the header first; ``heading`` is what stands above it."""

    rows: tuple[tuple[str, ...], ...]
    heading: str = ""


class HeadedList(Record, frozen=True, kw_only=True):
    """What stands under one heading, item by item; ``depth`` is 1 for the highest heading."""

    heading: str
    depth: int
    items: tuple[str, ...]


Block = Table | HeadedList


def read_blocks(path: Path) -> list[Block]:
    """The tables and headed lists of a Markdown, CSV or YAML file, in order.

    Raises:
        GroundfloorError: ``file-missing``, ``file-unreadable``, ``file-too-large``, ``file-not-its-kind``,
            ``format-unknown`` or ``knowledge-broken`` (YAML that does not read).
    """
    readers = {
        ".md": _read_markdown,
        ".markdown": _read_markdown,
        ".csv": _read_csv,
        ".yaml": _read_yaml,
        ".yml": _read_yaml,
    }
    if path.suffix.lower() not in readers:
        hint = "Give a Markdown table (.md), .csv or .yaml."
        raise GroundfloorError("format-unknown", f"{path.name} is no ladder that can be read.", hint=hint)
    return readers[path.suffix.lower()](_read_text(path), path.name)


def _read_text(path: Path) -> str:
    if not path.is_file():
        raise GroundfloorError("file-missing", f"There is no file {path}.", hint="Check the name and the folder.")
    if path.stat().st_size > _SIZE_AT_MOST:
        raise GroundfloorError("file-too-large", f"{path.name} is larger than {_SIZE_AT_MOST // 10**6} MB.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Save it as UTF-8."
        raise GroundfloorError("file-not-its-kind", f"{path.name} is not UTF-8 text.", hint=hint) from error
    except OSError as error:
        raise GroundfloorError("file-unreadable", f"{path} cannot be opened ({error.strerror}).") from error


def _read_csv(text: str, _: str) -> list[Block]:
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:4000], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    rows = tuple(tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text), dialect) if any(row))
    return [Table(rows=rows)] if rows else []


def _read_yaml(text: str, name: str) -> list[Block]:
    """``levels:`` as a list of ``name`` and ``criteria``, or a mapping from a level's name to its criteria."""
    content = read_yaml(text, name)
    levels = content.get("levels", content) if isinstance(content, dict) else content
    title = str(content.get("name", "")) if isinstance(content, dict) else ""
    pairs: Iterable[tuple[Any, Any]] = levels.items() if isinstance(levels, dict) else _iter_named(levels)
    blocks: list[Block] = [HeadedList(heading=title, depth=1, items=())] if title else []
    return blocks + [HeadedList(heading=str(key), depth=2, items=tuple(_flatten(items))) for key, items in pairs]


def _iter_named(levels: Any) -> Iterator[tuple[Any, Any]]:
    for level in levels if isinstance(levels, list) else ():
        if isinstance(level, dict) and level:
            name = level.get("name") or level.get("level") or level.get("title") or next(iter(level.values()))
            yield name, level.get("criteria", {key: value for key, value in level.items() if value is not name})
        else:
            yield level, ()


def _flatten(value: Any, area: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flatten(inner, f"{area}{key}: ")
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _flatten(inner, area)
    elif value not in (None, ""):
        yield f"{area}{value}"


def _read_markdown(text: str, _: str) -> list[Block]:
    from markdown_it import MarkdownIt

    return list(_iter_markdown(MarkdownIt("commonmark").enable("table").parse(text)))


def _iter_markdown(tokens: Sequence[Any]) -> Iterator[Block]:
    heading, depth = "", 1
    items: list[str] = []
    rows: list[list[str]] = []
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            yield from _list_of(heading, depth, items)
            heading, depth, items = _plain(tokens[at + 1]), int(token.tag[1]), []
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_plain(tokens[at + 1]))
        elif token.type == "table_close":
            yield Table(rows=tuple(tuple(row) for row in rows), heading=heading)
        elif token.type == "paragraph_open":
            items.append(_plain(tokens[at + 1]))
    yield from _list_of(heading, depth, items)


def _list_of(heading: str, depth: int, items: Sequence[str]) -> Iterator[HeadedList]:
    if heading:
        yield HeadedList(heading=heading, depth=depth, items=tuple(item for item in items if item))


def _plain(inline: Any) -> str:
    """The words of a token without marks; a line break inside a cell parts two criteria."""
    parts = []
    for child in inline.children or ():
        if child.type in ("softbreak", "hardbreak") or (child.type == "html_inline" and "br" in child.content.lower()):
            parts.append("\n" if child.type != "softbreak" else " ")
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
    return "".join(parts).strip()

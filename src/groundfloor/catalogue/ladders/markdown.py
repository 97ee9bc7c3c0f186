"""Markdown as headed sections: lists with their depth, pipe tables, HTML tables, bold lines that stand for headings."""

import re
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

from groundfloor.catalogue.ladders.blocks import Item, Section, Table

_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(?P<front>.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_HTML_HEADING = re.compile(r"<h([1-6])\b[^<>]{0,300}>(.{0,500}?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_SUMMARY = re.compile(r"<summary\b[^<>]{0,300}>(.{0,500}?)</summary\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{[:%{][^}\n]{0,500}\}+|<%.{0,500}?%>")
_BULLET = re.compile(r"^([ \t]*)[•●▪◦‣■□►–][ \t]*(?=\S)", re.MULTILINE)
_PLACE = "ladder-table-place-{}"
_PLACED = re.compile(r"^ladder-table-place-(\d+)$")
_LISTS = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}
_BOLD_DEPTH = 7
"""The depth of a line wholly in bold: below every real heading."""


def split_front(text: str) -> tuple[str, str]:
    r"""The front matter of a page and the page after it.

    Example:
        >>> split_front("---\ntitle: Support\n---\n# Levels")
        ('title: Support', '# Levels')
    """
    found = _FRONT.match(text)
    return (found["front"], text[found.end() :]) if found else ("", text)


def read_sections(text: str) -> list[Section]:
    """The sections of a Markdown page in order, without its front matter."""
    from markdown_it import MarkdownIt

    text = _BULLET.sub(r"\1- ", text)
    text = _TEMPLATE.sub("", _replace_between(text, "<!--", "-->", lambda _: ""))
    text = _HTML_HEADING.sub(lambda found: f"\n\n{'#' * int(found[1])} {_TAG.sub('', found[2]).strip()}\n\n", text)
    text = _SUMMARY.sub(lambda found: f"\n\n**{_TAG.sub('', found[1]).strip()}**\n\n", text)
    tables: list[Table] = []

    def place(html: str) -> str:
        tables.append(read_html_table(html))
        return f"\n\n{_PLACE.format(len(tables) - 1)}\n\n"

    text = _replace_between(text, "<table", "</table>", place)
    return list(_iter_sections(MarkdownIt("commonmark").enable("table").parse(text), tables))


def _replace_between(text: str, opening: str, closing: str, make: Callable[[str], str]) -> str:
    """A text with what stands between two marks, and the marks, made anew; one that is never closed stays."""
    folded, made, at = text.lower() if len(text.lower()) == len(text) else text, [], 0
    while (start := folded.find(opening, at)) >= 0 and (end := folded.find(closing, start)) >= 0:
        end += len(closing)
        made += [text[at:start], make(text[start:end])]
        at = end
    return "".join([*made, text[at:]])


def _iter_sections(tokens: Sequence[Any], html_tables: Sequence[Table]) -> Iterator[Section]:
    heading, depth = "", 0
    items: list[Item] = []
    tables: list[Table] = []
    lists = 0
    for at, token in enumerate(tokens):
        lists += _LISTS.get(token.type, 0)
        opened = _heading(tokens, at, lists)
        if opened:
            yield Section(heading=heading, depth=depth, items=tuple(items), tables=tuple(tables))
            (heading, depth), items, tables = opened, [], []
            items += _items(tokens[at + 1], lists, after=_bold_line(tokens[at + 1])) if depth == _BOLD_DEPTH else []
        elif token.type == "table_open":
            tables.append(Table(rows=tuple(_iter_rows(tokens, at))))
        elif token.type == "paragraph_open" and (placed := _PLACED.match(tokens[at + 1].content.strip())):
            tables.append(html_tables[int(placed[1])])
        elif token.type == "paragraph_open":
            items += _items(tokens[at + 1], lists)
        elif token.type in ("fence", "code_block", "html_block"):
            items += [Item(text=text) for text in _lines(token)]
    yield Section(heading=heading, depth=depth, items=tuple(items), tables=tuple(tables))


def _heading(tokens: Sequence[Any], at: int, lists: int) -> tuple[str, int] | None:
    """The heading that a token opens, with its depth; a line wholly in bold outside a list is one."""
    if tokens[at].type == "heading_open":
        return _plain(tokens[at + 1]), int(tokens[at].tag[1])
    if tokens[at].type == "paragraph_open" and not lists and (line := _bold_line(tokens[at + 1])):
        return _words(_inside(tokens[at + 1])[:line]), _BOLD_DEPTH
    return None


def _iter_rows(tokens: Sequence[Any], start: int) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.type == "tr_open":
            row = []
        elif token.type in ("th_open", "td_open"):
            row.append(_plain(tokens[at + 1]))
        elif token.type == "tr_close":
            yield tuple(row)
        elif token.type == "table_close":
            return


def _lines(token: Any) -> list[str]:
    text = _TAG.sub("", token.content) if token.type == "html_block" else token.content
    return [line.strip() for line in text.splitlines() if line.strip()]


def _items(inline: Any, depth: int, after: int = 0) -> Iterator[Item]:
    """A paragraph, from a piece on, as one item; lines that each open in bold stand for themselves."""
    lines: list[list[Any]] = [[]]
    children = _inside(inline)[after:]
    for at, child in enumerate(children):
        opens = at + 1 < len(children) and children[at + 1].type == "strong_open"
        if child.type in ("softbreak", "hardbreak") and (opens or child.type == "hardbreak"):
            lines.append([])
        else:
            lines[-1].append(child)
    for line in lines:
        text = _words(line)
        if text:
            yield Item(text=text, depth=depth, lead=_lead(line))


def _lead(children: Sequence[Any]) -> str:
    if not children or children[0].type != "strong_open":
        return ""
    end = next(at for at, child in enumerate(children) if child.type == "strong_close")
    return _words(children[1:end])


def _inside(inline: Any) -> list[Any]:
    return [child for child in inline.children or () if child.type != "text" or child.content]


def _bold_line(inline: Any) -> int:
    """How many pieces the first line of a paragraph has where it is wholly bold, a heading in all but name; else 0."""
    children = _inside(inline)
    line = next((at for at, child in enumerate(children) if child.type.endswith("break")), len(children))
    kinds = [child.type for child in children[:line] if child.type != "text" or child.content.strip(" :")]
    wholly = kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"] and kinds.count("strong_open") == 1
    return line if wholly else 0


def _plain(inline: Any) -> str:
    """The words of a token without marks; a line break inside a cell parts two criteria."""
    return _words(inline.children or ())


def _words(children: Sequence[Any]) -> str:
    parts = []
    for child in children:
        if child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and _breaks(child.content)):
            parts.append("\n")
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
    return re.sub(r"[ \t\xa0]+", " ", "".join(parts)).strip()


def _breaks(tag: str) -> bool:
    return re.match(r"</?(?:br|p|li|ul|ol|div)\b", tag, re.IGNORECASE) is not None


def read_html_table(html: str) -> Table:
    r"""The rows of an HTML table: lines of a cell apart, cells over several columns or rows in each of them.

    Example:
        >>> read_html_table("<table><tr><th>Area<th>Agent</tr><tr><td>Work<td><ul><li>Calls<li>Mail</table>").rows
        (('Area', 'Agent'), ('Work', 'Calls\nMail'))
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return Table(rows=reader.rows())


class _TableReader(HTMLParser):
    """Cells of the outermost table; a cell is its text, its columns and its rows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._cells: list[list[tuple[str, int, int]]] = []
        self._text: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self._cells.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            given = dict(attrs)
            self._spans = (_span(given.get("colspan")), _span(given.get("rowspan")))
            self._text = []
        elif self._text is not None and _breaks(f"<{tag}"):
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        elif self._text is not None and _breaks(f"<{tag}"):
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(re.sub(r"\s+", " ", data))

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = (line.strip(" \xa0*-") for line in "".join(self._text).split("\n"))
        if not self._cells:
            self._cells.append([])
        self._cells[-1].append(("\n".join(line for line in lines if line), *self._spans))
        self._text = None

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Rows with cells over several columns said once and followed by empty ones; over several rows, in each."""
        held: dict[int, tuple[str, int]] = {}
        made: list[tuple[str, ...]] = []
        for cells in self._cells:
            row: list[str] = []
            for text, columns, rows in cells:
                _add_held(row, held)
                if rows > 1:
                    held[len(row)] = (text, rows - 1)
                row += [text, *[""] * (columns - 1)]
            _add_held(row, held)
            if any(row):
                made.append(tuple(row))
        return tuple(made)


def _add_held(row: list[str], held: dict[int, tuple[str, int]]) -> None:
    while len(row) in held:
        at = len(row)
        text, left = held.pop(at)
        if left > 1:
            held[at] = (text, left - 1)
        row.append(text)


def _span(given: str | None) -> int:
    return min(int(given), 50) if given and given.isdigit() and int(given) > 0 else 1

"""What stands in a file before anybody says what it means: headed sections with their items and tables."""

from collections.abc import Iterator

from groundfloor.model.facts import Record


class Item(Record, frozen=True, kw_only=True):
    """A line of a list or a paragraph: depth is 0 for a paragraph, 1 for the outer list; ``lead`` its bold start."""

    text: str
    depth: int = 0
    lead: str = ""


class Table(Record, frozen=True, kw_only=True):
    """Rows of cells, the header first."""

    rows: tuple[tuple[str, ...], ...]


class Section(Record, frozen=True, kw_only=True):
    """What stands under a heading up to the next; ``depth`` is 1 for the highest, 0 for what precedes all headings."""

    heading: str = ""
    depth: int = 0
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()


def iter_told(section: Section) -> Iterator[tuple[str, str]]:
    """The items of a section as area and text: what a list stands under, and what is said there."""
    above: list[str] = []
    for at, item in enumerate(section.items):
        following = section.items[at + 1] if at + 1 < len(section.items) else None
        above = above[: item.depth]
        opens = following is not None and following.depth > item.depth
        if opens and is_short(item.text):
            above = [*above, *[""] * (item.depth - len(above)), item.text.rstrip(" :.")]
            continue
        area = next((one for one in reversed(above) if one), "")
        rest = item.text.removeprefix(item.lead).lstrip()
        headed = bool(item.lead and rest) and (item.lead.endswith(":") or rest.startswith(":"))
        yield (item.lead.rstrip(" :"), rest.lstrip(": ")) if headed else (area, item.text)


def is_short(text: str) -> bool:
    """Whether a line that opens a list is its heading rather than a thing said: short, or closed with a colon."""
    return len(text.split()) <= 6 or text.rstrip().endswith(":")

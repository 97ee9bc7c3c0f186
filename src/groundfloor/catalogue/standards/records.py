"""What an imported standard holds, in one shape for all of them."""

from groundfloor.model.facts import Record


class Concept(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One occupation or skill of a standard.

    Attributes:
        id: the standard's own: an O*NET-SOC code, an ESCO address; the label where a list gives no other.
        label: the preferred name.
        names: every other name, in the standard's order, without repeats.
        about: its description.
        tasks: what people in the occupation do, in the standard's order.
        tools: systems the occupation uses.
        related: ids of related concepts, nearest first.
        skills: name of a rated skill to its importance, 1 to 5.
        employed: people employed in the occupation, None where the standard does not say.
    """

    id: str
    label: str
    names: tuple[str, ...] = ()
    about: str = ""
    tasks: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    skills: dict[str, float] = {}  # noqa: RUF012 - msgspec copies mutable defaults
    employed: int | None = None


class Crossing(Record, frozen=True, kw_only=True):
    """An occupation of one standard told in another; ``kind`` is the crosswalk's own word, e.g. ``exactMatch``."""

    start: str
    to: str
    kind: str


class Standard(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The content of one imported standard; crossings are empty but in a crosswalk."""

    occupations: tuple[Concept, ...] = ()
    skills: tuple[Concept, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    texts: tuple[str, ...] = ()


class ImportedTable(Record, frozen=True, kw_only=True):
    """One file that was imported: which table it is, its name, rows used, and the BLAKE2 digest of its bytes."""

    table: str
    file: str
    rows: int
    digest: str


class StandardHeader(Record, frozen=True, kw_only=True):
    """What is known of an installed standard without opening it.

    Attributes:
        version: as the user or the files' folder names it, ``not stated`` otherwise.
        licence: the terms the publisher gives it under.
        credit: the words of attribution that the licence asks for.
        digest: BLAKE2 digest of the packed content, checked when it is opened.
    """

    id: str
    title: str
    version: str
    licence: str
    credit: str
    tables: tuple[ImportedTable, ...]
    occupations: int
    skills: int
    crossings: int
    digest: str

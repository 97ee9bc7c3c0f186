"""O*NET tables to occupations with titles, tasks, tools, rated skills and relations."""

from collections.abc import Iterable, Mapping

from groundfloor.catalogue.standards.other_tables import whole_code
from groundfloor.catalogue.standards.records import Concept, Standard

Rows = list[dict[str, str]]

_NOTHING = ("", "n/a")
_IMPORTANCE = "IM"


def build(tables: Mapping[str, Rows]) -> Standard:
    """Gathers what the tables say of each occupation.

    Older title tables use the codes of 2010: a row whose code is not among the occupations belongs to the occupation
    of the same title, and is left out where there is none. Without the table of occupations, codes count as they are.
    A row without an O*NET-SOC code is left out.
    """
    tables = {name: _with_whole_codes(rows) for name, rows in tables.items()}
    labels = {row["code"]: row["label"] for row in tables.get("occupations", [])}
    titles = tables.get("job titles", [])
    labels = labels or {row["code"]: row.get("label") or row["code"] for row in titles}
    about = {row["code"]: row["about"] for row in tables.get("occupations", [])}
    names = _gather_names(titles, tables.get("reported titles", []), labels)
    tasks = _gather(tables.get("tasks", []), "task")
    tools = _gather(tables.get("tools", []), "tool")
    related = _gather(sorted(tables.get("related occupations", []), key=_rank), "related")
    skills = _gather_skills(tables.get("skills", []))
    return Standard(
        occupations=tuple(
            Concept(
                id=code,
                label=label,
                names=tuple(name for name in names.get(code, ()) if name != label),
                about=about.get(code, ""),
                tasks=tasks.get(code, ()),
                tools=tools.get(code, ()),
                related=related.get(code, ()),
                skills=skills.get(code, {}),
            )
            for code, label in sorted(labels.items())
        )
    )


def _with_whole_codes(rows: Rows) -> Rows:
    return [{**row, "code": code} for row in rows if (code := whole_code(row["code"]))]


def _gather(rows: Iterable[dict[str, str]], column: str) -> dict[str, tuple[str, ...]]:
    gathered: dict[str, dict[str, None]] = {}
    for row in rows:
        if row[column] not in _NOTHING:
            gathered.setdefault(row["code"], {})[row[column]] = None
    return {code: tuple(values) for code, values in gathered.items()}


def _gather_names(titles: Rows, reported: Rows, labels: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    by_title = {label.casefold(): code for code, label in labels.items()}
    rows: Rows = []
    for row in [*titles, *reported]:
        code = row["code"] if row["code"] in labels else by_title.get(row.get("label", "").casefold())
        if code:
            rows += [{"code": code, "name": name} for name in (row["name"], row.get("short", ""))]
    return _gather(rows, "name")


def _gather_skills(rows: Rows) -> dict[str, dict[str, float]]:
    gathered: dict[str, dict[str, float]] = {}
    for row in rows:
        value = _number(row["value"])
        if row["scale"] == _IMPORTANCE and value is not None:
            gathered.setdefault(row["code"], {})[row["skill"]] = value
    return gathered


def _rank(row: dict[str, str]) -> float:
    rank = _number(row.get("rank", ""))
    return rank if rank is not None else 0.0


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None

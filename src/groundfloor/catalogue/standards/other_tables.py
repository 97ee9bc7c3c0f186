"""The crosswalk between ESCO and O*NET, and the national table of employment and wages."""

import re
from collections.abc import Mapping

from groundfloor.catalogue.standards.records import Concept, Crossing, Standard

Rows = list[dict[str, str]]

_SOC_CODE = re.compile(r"(\d{2})-?(\d{4})(?:\.(\d{1,2}))?$")
_OCCUPATION = "/occupation/"


def build_crosswalk(tables: Mapping[str, Rows]) -> Standard:
    """Crossings from O*NET-SOC codes to ESCO occupations; those to broader ISCO groups are left out."""
    crossings = {
        Crossing(start=code, to=row["esco"], kind=row["kind"])
        for row in tables.get("crossings", [])
        if _OCCUPATION in row["esco"] and (code := whole_code(row["onet"]))
    }
    return Standard(crossings=tuple(sorted(crossings, key=lambda crossing: (crossing.start, crossing.to))))


def build_wages(tables: Mapping[str, Rows]) -> Standard:
    """People employed in each detailed occupation, by SOC code."""
    return Standard(
        occupations=tuple(
            Concept(id=row["code"], label=row["label"], employed=int(float(row["employed"])))
            for row in tables.get("wages", [])
            if row["group"] == "detailed" and row["employed"].replace(".", "").isdigit()
        )
    )


def whole_code(code: str) -> str | None:
    """An O*NET-SOC code in full: spreadsheets drop the last zeros. None for anything else.

    Example:
        >>> whole_code("43-4051"), whole_code("29-1141.1"), whole_code("ISCO 4222")
        ('43-4051.00', '29-1141.10', None)
    """
    found = _SOC_CODE.match(code.strip())
    return f"{found[1]}-{found[2]}.{(found[3] or '').ljust(2, '0')}" if found else None

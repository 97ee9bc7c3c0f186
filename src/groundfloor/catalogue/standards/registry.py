"""Which files are which tables of which standard, across versions: names and headings as published.

Source: O*NET database documentation, https://www.onetcenter.org/database.html (CC BY 4.0); ESCO download files,
https://esco.ec.europa.eu/en/use-esco/download; ESCO to O*NET crosswalk, European Commission and U.S. Department of
Labor (2022); U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, national tables.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_NOT_NAME = re.compile(r"[^a-z0-9]+")
_LANGUAGE_END = re.compile(r"_(?P<language>[a-z]{2})$")
SUFFIXES = (".csv", ".txt", ".xlsx", ".json")


class Publication(NamedTuple):
    """A standard as published: what it is called, its terms, and the credit its licence asks for."""

    title: str
    licence: str
    credit: str


PUBLICATIONS: dict[str, Publication] = {
    "onet": Publication(
        "O*NET database",
        "CC BY 4.0",
        "O*NET{version} Database by the U.S. Department of Labor, Employment and Training Administration "
        "(USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA.",
    ),
    "esco": Publication(
        "ESCO classification",
        "reuse with credit (Commission Decision 2011/833/EU)",
        "This service uses the ESCO{version} classification of the European Commission.",
    ),
    "esco-onet": Publication(
        "Crosswalk between ESCO and O*NET",
        "reuse with credit",
        "Crosswalk between ESCO and O*NET by the European Commission and the U.S. Department of Labor{version}.",
    ),
    "oews": Publication(
        "Occupational Employment and Wage Statistics",
        "public domain",
        "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics{version}.",
    ),
}
"""Every standard that can be imported, by id; ESCO's id carries its language, e.g. ``esco-en``."""


class Table(NamedTuple):
    """One table of a standard.

    Attributes:
        name: what it is called here.
        files: the file names it has borne, without ending and language, in small letters.
        columns: name of a column here to the headings it has borne; the first must be filled in every row.
        optional: columns that older or newer versions lack.
    """

    standard: str
    name: str
    files: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    optional: frozenset[str] = frozenset()

    def find_columns(self, heads: Sequence[str]) -> dict[str, int] | None:
        """The place of every column under these headings, or None when a needed one is not there."""
        places = {head.strip().lower(): place for place, head in enumerate(heads)}
        found = {
            name: place
            for name, headings in self.columns.items()
            for place in [next((places[head.lower()] for head in headings if head.lower() in places), None)]
            if place is not None
        }
        return found if self.columns.keys() - self.optional <= found.keys() else None

    def needed(self) -> list[str]:
        """The headings a file must have, as usually published."""
        return [headings[0] for name, headings in self.columns.items() if name not in self.optional]


_SOC = {"code": ("O*NET-SOC Code", "O*NET-SOC 2019 Code")}
_ESCO = {
    "id": ("conceptUri",),
    "label": ("preferredLabel",),
    "names": ("altLabels",),
    "hidden": ("hiddenLabels",),
    "about": ("description",),
}
_ESCO_OPTIONAL = frozenset({"hidden", "about"})
_COLLECTIONS = ("digital", "green", "language", "research", "transversal")

TABLES: tuple[Table, ...] = (
    Table("onet", "occupations", ("occupation_data",), {**_SOC, "label": ("Title",), "about": ("Description",)}),
    Table(
        "onet",
        "job titles",
        ("alternate_titles", "job_titles"),
        {
            **_SOC,
            "label": ("Title",),
            "name": ("Alternate Title", "Job Title", "Alternate Title Name"),
            "short": ("Short Title",),
        },
        frozenset({"label", "short"}),
    ),
    Table("onet", "reported titles", ("sample_of_reported_titles",), {**_SOC, "name": ("Reported Job Title",)}),
    Table("onet", "tasks", ("task_statements",), {**_SOC, "task": ("Task", "Task Title")}),
    Table(
        "onet", "tools", ("technology_skills", "software_skills"), {**_SOC, "tool": ("Example", "Workplace Example")}
    ),
    Table(
        "onet",
        "related occupations",
        ("related_occupations",),
        {**_SOC, "related": ("Related O*NET-SOC Code",), "rank": ("Index", "Related Index")},
        frozenset({"rank"}),
    ),
    Table(
        "onet",
        "skills",
        ("skills", "essential_skills", "transferable_skills"),
        {
            **_SOC,
            "skill": ("Element Name", "Skills Element Name"),
            "scale": ("Scale ID",),
            "value": ("Data Value",),
        },
    ),
    Table("esco", "occupations", ("occupations",), {**_ESCO, "group": ("iscoGroup",)}, _ESCO_OPTIONAL),
    Table("esco", "skills", ("skills",), _ESCO, _ESCO_OPTIONAL),
    Table(
        "esco",
        "skill collections",
        tuple(f"{name}skillscollection" for name in _COLLECTIONS),
        _ESCO,
        _ESCO_OPTIONAL,
    ),
    Table(
        "esco",
        "occupation skills",
        ("occupationskillrelations",),
        {"id": ("occupationUri",), "relation": ("relationType",), "skill": ("skillUri",)},
    ),
    Table(
        "esco",
        "groups",
        ("iscogroups", "skillgroups"),
        {"id": ("conceptUri",), "label": ("preferredLabel",), "about": ("description",)},
    ),
    Table("esco", "skill labels", ("skills_labels",), {}),
    Table(
        "esco-onet",
        "crossings",
        ("crosswalk_esco_onet", "esco_to_onet_soc"),
        {
            "onet": ("O*NET Id", "O*NET-SOC 2019 Code"),
            "esco": ("ESCO or ISCO URI", "ESCO/ISCO URI"),
            "kind": ("Type of Match",),
        },
    ),
    Table(
        "oews",
        "wages",
        ("national_dl",),
        {"code": ("OCC_CODE",), "label": ("OCC_TITLE",), "employed": ("TOT_EMP",), "group": ("O_GROUP",)},
    ),
)
"""Every table that can be imported. A file that none of them names is told, never guessed at."""

_YEARS = re.compile(r"_?m\d{4}_?|_v?\d+(?:[._]\d+)*$")


def find_table(path: Path) -> tuple[Table, str] | None:
    """The table a file is by its name, with its language (``""`` when the name carries none), or None.

    Example:
        >>> table, language = find_table(Path("occupations_fr.csv"))
        >>> table.standard, table.name, language
        ('esco', 'occupations', 'fr')
        >>> find_table(Path("holiday photos.csv")) is None
        True
    """
    if path.suffix.lower() not in SUFFIXES:
        return None
    stem = _YEARS.sub("_", _NOT_NAME.sub("_", path.stem.lower())).strip("_")
    ending = _LANGUAGE_END.search(stem)
    if ending:
        in_language = (table for table in TABLES if table.standard == "esco" and stem[: ending.start()] in table.files)
        for table in in_language:
            return table, ending["language"]
    return next(((table, "") for table in TABLES if stem in table.files), None)


_VERSIONS = (
    re.compile(r"db_(\d+)_(\d+)"),
    re.compile(r"v(\d+)[._](\d+)(?:[._](\d+))?", re.I),
    re.compile(r"_M(\d{4})_"),
)


def find_version(path: Path) -> str | None:
    """The version that a file's or folder's name carries, or None.

    Example:
        >>> find_version(Path("db_29_1_text")), find_version(Path("ESCO dataset - v1.2.0 - en - csv"))
        ('29.1', '1.2.0')
    """
    for name in (path.name, path.parent.name):
        for pattern in _VERSIONS:
            found = pattern.search(name)
            if found:
                return ".".join(part for part in found.groups() if part)
    return None

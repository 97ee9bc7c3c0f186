"""ESCO download files to occupations and skills, in any of its languages."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from groundfloor.catalogue.standards.records import Concept, Standard
from groundfloor.errors import GroundfloorError

Rows = list[dict[str, str]]

_BETWEEN_NAMES = re.compile(r"\s*[\n|]\s*")


def build(tables: Mapping[str, Rows]) -> Standard:
    """Gathers occupations and skills; a skill that several files hold keeps the first label and every other name."""
    skills = [row for name in ("skill labels", "skills", "skill collections") for row in tables.get(name, [])]
    needed = _needed_skills(tables.get("occupation skills", []))
    return Standard(
        occupations=_concepts(tables.get("occupations", []), needed),
        skills=_concepts(skills, {}),
        texts=tuple(f"{row['label']}. {row['about']}" for row in tables.get("groups", [])),
    )


def read_labels(path: Path, language: str) -> Rows:
    """Skill labels as JSON: ``[{"uri": …, "prefLabel": {"en": …}}]``; labels absent in the language are left out.

    Raises:
        GroundfloorError: ``table-broken``.
    """
    try:
        records: list[dict[str, Any]] = msgspec.json.decode(path.read_bytes(), type=list[dict[str, Any]])
        rows = [
            {"id": record["uri"], "label": record["prefLabel"].get(language, ""), "names": ""} for record in records
        ]
    except (msgspec.DecodeError, KeyError, AttributeError) as error:
        hint = 'It must be a list of {"uri": …, "prefLabel": {language: label}}.'
        raise GroundfloorError("table-broken", f"{path.name} is not a list of labels.", hint=hint) from error
    return [row for row in rows if row["label"]]


def _concepts(rows: Rows, needed: Mapping[str, tuple[str, ...]]) -> tuple[Concept, ...]:
    labels: dict[str, str] = {}
    names: dict[str, dict[str, None]] = {}
    about: dict[str, str] = {}
    for row in rows:
        key = row["id"]
        others = _BETWEEN_NAMES.split("\n".join((row["label"], row["names"], row.get("hidden", ""))))
        names.setdefault(key, {}).update(dict.fromkeys(name for name in others if name))
        labels.setdefault(key, row["label"])
        about[key] = about.get(key) or row.get("about", "")
    return tuple(
        Concept(
            id=key,
            label=label,
            names=tuple(name for name in names[key] if name != label),
            about=about[key],
            related=needed.get(key, ()),
        )
        for key, label in sorted(labels.items())
    )


def _needed_skills(rows: Rows) -> dict[str, tuple[str, ...]]:
    needed: dict[str, tuple[str, ...]] = {}
    for row in sorted(rows, key=lambda row: row["relation"] != "essential"):
        needed[row["id"]] = (*needed.get(row["id"], ()), row["skill"])
    return needed

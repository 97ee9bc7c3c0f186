"""Reads ``knowledge/`` into records. Each folder holds one kind of entry; an entry's id is its path."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from groundfloor.catalogue import next_step_records, records
from groundfloor.catalogue.strict_yaml import read_yaml
from groundfloor.errors import GroundfloorError

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"

EntryT = TypeVar("EntryT")

_SINGLE_FILE_IDS = frozenset(
    {
        "sources",
        "industries",
        "languages",
        "language_tests",
        "wages",
        "pay_floors",
        "employment",
        "job_search",
        "self_check",
    }
)


def read_folder(folder: Path, kind: type[EntryT]) -> dict[str, EntryT]:
    """Reads every YAML file of a folder: a mapping of key to entry.

    Args:
        folder: e.g. ``knowledge/roles``; files are taken in order of name.
        kind: the record each entry must fit.

    Returns:
        Entries by id: ``<file stem>.<key>``, or the key alone in folders whose files only group entries
        (sources, industries, languages, language tests, wages, employment).

    Raises:
        GroundfloorError: ``knowledge-broken``, naming file, entry and field.
    """
    entries: dict[str, EntryT] = {}
    for path in sorted(folder.glob("*.yaml")):
        content: Any = read_yaml(path.read_text(encoding="utf-8"), path.name)
        for key, value in (content or {}).items():
            entry_id = key if folder.name in _SINGLE_FILE_IDS else f"{path.stem}.{key}"
            if entry_id in entries:
                raise GroundfloorError("knowledge-broken", f"{path.name}: {entry_id} stands twice")
            entries[entry_id] = _convert(value, kind, f"{folder.name}/{path.name}: {key}")
    return entries


def _convert(value: Any, kind: type[EntryT], where: str) -> EntryT:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise GroundfloorError("knowledge-broken", f"{where}: {error}", hint="See docs/catalogue.md.") from error


FOLDERS: dict[str, type[Any]] = {
    "sources": records.Source,
    "industries": records.Industry,
    "roles": records.Role,
    "moves": records.Move,
    "training": records.TrainingItem,
    "tools": records.ToolEntry,
    "languages": records.LanguageName,
    "language_tests": records.LanguageTest,
    "laws": records.LawTopic,
    "self_check": records.Statement,
    "wages": records.WageTable,
    "pay_floors": records.PayFloor,
    "employment": next_step_records.EmploymentTable,
    "job_search": records.JobSearch,
    "lexicon": records.LexiconEntry,
}
"""Folder of ``knowledge/`` to the record its entries must fit."""


def read_countries(knowledge: Path) -> dict[str, records.Country]:
    """Reads ``matching/places.yaml``, the names and codes of countries and their parts."""
    path = knowledge / "matching" / "places.yaml"
    content: dict[str, Any] = read_yaml(path.read_text(encoding="utf-8"), path.name)
    return {code: _convert(value, records.Country, f"matching/places.yaml: {code}") for code, value in content.items()}


def read_rough_worth(knowledge: Path) -> dict[str, float]:
    """Reads ``matching/money.yaml``, what one unit of each money is roughly worth in US dollars."""
    path = knowledge / "matching" / "money.yaml"
    content = read_yaml(path.read_text(encoding="utf-8"), path.name)
    return _convert(content, records.RoughWorth, "matching/money.yaml").worth_in_usd


def read_weights(knowledge: Path) -> records.MatchingWeights:
    """Reads ``matching/weights.yaml``, the weights and relations of matching."""
    return _read_one(knowledge, "weights.yaml", records.MatchingWeights)


def read_next_step_weights(knowledge: Path) -> next_step_records.NextStepWeights:
    """Reads ``matching/next_steps.yaml``, what is weighed when somebody asks for the next step."""
    return _read_one(knowledge, "next_steps.yaml", next_step_records.NextStepWeights)


def _read_one(knowledge: Path, name: str, kind: type[EntryT]) -> EntryT:
    content = read_yaml((knowledge / "matching" / name).read_text(encoding="utf-8"), name)
    return _convert(content, kind, f"matching/{name}")

"""The catalogue in memory, opened from one packed file in milliseconds."""

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from groundfloor.catalogue.loading import (
    FOLDERS,
    KNOWLEDGE,
    read_countries,
    read_folder,
    read_next_step_weights,
    read_rough_worth,
    read_weights,
)
from groundfloor.catalogue.next_step_records import EmploymentTable, NextStepWeights
from groundfloor.catalogue.packing import keep_packed
from groundfloor.catalogue.records import (
    Country,
    Industry,
    JobSearch,
    LanguageName,
    LanguageTest,
    LawTopic,
    LexiconEntry,
    MatchingWeights,
    Move,
    PayFloor,
    Role,
    Source,
    Statement,
    ToolEntry,
    TrainingItem,
    WageTable,
)


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """Every entry of the knowledge, by id; countries by ISO code. ``edition`` is the fingerprint of the files."""

    edition: str
    sources: dict[str, Source]
    industries: dict[str, Industry]
    roles: dict[str, Role]
    moves: dict[str, Move]
    training: dict[str, TrainingItem]
    tools: dict[str, ToolEntry]
    languages: dict[str, LanguageName]
    language_tests: dict[str, LanguageTest]
    laws: dict[str, LawTopic]
    wages: dict[str, WageTable]
    lexicon: dict[str, LexiconEntry]
    weights: MatchingWeights
    next_steps: NextStepWeights | None = None
    employment: dict[str, EmploymentTable] = {}
    countries: dict[str, Country] = {}
    pay_floors: dict[str, PayFloor] = {}
    job_search: dict[str, JobSearch] = {}
    self_check: dict[str, Statement] = {}
    rough_worth: dict[str, float] = {}


@cache
def open_catalogue() -> Catalogue:
    """Opens the bundled catalogue, packing it first when a knowledge file has changed.

    The packed file lies in the user's cache folder under the edition's name. Where that folder cannot be written the
    catalogue is read from the knowledge files each time.

    Example:
        >>> "retail" in open_catalogue().industries
        True
    """
    edition = fingerprint(KNOWLEDGE)
    return keep_packed(f"catalogue-{edition}", Catalogue, lambda: build_catalogue(KNOWLEDGE))


def build_catalogue(knowledge: Path) -> Catalogue:
    """Reads a knowledge folder into a catalogue.

    Raises:
        GroundfloorError: ``knowledge-broken``, naming file, entry and field.
    """
    folders = {name: read_folder(knowledge / name, kind) for name, kind in FOLDERS.items()}
    return Catalogue(
        edition=fingerprint(knowledge),
        weights=read_weights(knowledge),
        next_steps=read_next_step_weights(knowledge),
        countries=read_countries(knowledge),
        rough_worth=read_rough_worth(knowledge),
        **folders,
    )


def fingerprint(knowledge: Path) -> str:
    """A short digest of names and contents of all knowledge files and of the records' definition."""
    digest = hashlib.blake2b(digest_size=12)
    files = sorted(knowledge.rglob("*.yaml"))
    for path in [*files, *(Path(__file__).with_name(f"{name}.py") for name in ("records", "next_step_records"))]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()

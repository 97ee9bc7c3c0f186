"""The standards of the evaluation data, imported afresh and held for the tasks that share them."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import platformdirs

from groundfloor.catalogue.standards.importing import import_files, import_standards
from groundfloor.catalogue.standards.records import Standard
from groundfloor.evaluation.data import get_file
from groundfloor.readers.title_linking import TitleLinker
from groundfloor.services.standards import learn_vectors, make_title_linker
from groundfloor.text.term_index import Scores
from groundfloor.text.word_vectors import WordVectors

_FILES = (
    "standards/onet/occupation_data.csv",
    "standards/onet/Alternate Titles.xlsx",
    "standards/onet/task_statements.csv",
    "standards/crosswalk/crosswalk_esco_onet.csv",
    "standards/national_M2024_dl.xlsx",
)


@cache
def read_standards(folder: Path) -> Mapping[str, Standard]:
    """ESCO, O*NET, their crosswalk and employment, by id.

    Raises:
        GroundfloorError: ``data-missing`` when one is not there.
    """
    files = [get_file(folder, name) for name in _FILES]
    esco, _ = import_standards(get_file(folder, "standards/esco"))
    return {header.id: content for header, content in [*esco, *import_files(files)[0]]}


@cache
def read_vectors(folder: Path) -> WordVectors | None:
    """Words near in meaning, learned from the standards alone."""
    return learn_vectors(read_standards(folder))


@cache
def read_title_linker(folder: Path, standard_id: str) -> TitleLinker:
    """The linker to the occupations of a standard, as ``catalogue link`` uses it."""
    return make_title_linker(read_standards(folder), standard_id, read_vectors(folder))


def kept_folder() -> Path:
    """Where vectors of the evaluation's texts are kept: the user's cache folder."""
    return Path(platformdirs.user_cache_dir("groundfloor")) / "sentences"


def iter_table(folder: Path, name: str, *, encoding: str = "utf-8") -> Iterator[dict[str, str]]:
    """The rows of a CSV file of the evaluation data."""
    with get_file(folder, name).open(encoding=encoding, newline="", errors="replace") as rows:
        yield from csv.DictReader(rows)


def read_columns(folder: Path, name: str) -> list[list[str]]:
    """The rows of a tab-separated file without headings."""
    return [line.split("\t") for line in get_file(folder, name).read_text(encoding="utf-8").splitlines() if line]


def ranks_of(scores: Scores, wanted: Sequence[int]) -> list[int]:
    """The places, from 0 and best first, of some things in a ranking whose ties are in the given order.

    Example:
        >>> ranks_of(np.array([0.1, 0.9, 0.1]), [0, 1])
        [0, 1]
    """
    order = np.argsort(-scores, kind="stable")
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    return sorted(places[list(wanted)].tolist())

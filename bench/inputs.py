"""What the benchmarks work on: the bundled examples, and real documents where the evaluation data stands."""

import os
from functools import cache
from pathlib import Path

from bench.tables import Input, describe_input
from groundfloor.evaluation.data import ENVIRONMENT
from groundfloor.model.posting import Posting
from groundfloor.services.demo import EXAMPLES
from groundfloor.services.reading import list_resume_files
from groundfloor.sources.postings import iter_postings


def find_evaluation_folder() -> Path | None:
    """The folder of evaluation data: the one the environment names, else the one beside the checkout, else None."""
    beside = Path(__file__).parents[2] / "shared" / "eval"
    folder = Path(os.environ.get(ENVIRONMENT) or beside)
    return folder if folder.is_dir() else None


@cache
def list_example_postings() -> list[Posting]:
    """The bundled example advertisements."""
    return _list_postings(EXAMPLES / "postings")


@cache
def list_real_postings() -> list[Posting]:
    """Real advertisements without annotation; none where the evaluation data is not there."""
    folder = find_evaluation_folder()
    return _list_postings(folder / "ads" / "unlabelled.jsonl.gz") if folder else []


def list_resume_pdfs() -> list[Path]:
    """Real résumés; the bundled example where the evaluation data is not there."""
    folder = find_evaluation_folder()
    return list_resume_files([folder / "resumes" / "pdf"]) if folder else [EXAMPLES / "resume.pdf"]


def describe_postings(what: str, postings: list[Posting]) -> Input:
    """Advertisements as an input, by their texts."""
    return describe_input(what, (posting.text.encode() for posting in postings))


def spread_sample(postings: list[Posting], count: int) -> list[Posting]:
    """So many postings taken evenly over the whole list; all of a shorter one."""
    step = max(1, len(postings) // count)
    return postings[::step][:count]


def _list_postings(path: Path) -> list[Posting]:
    return [item for item in iter_postings([path]) if isinstance(item, Posting)]

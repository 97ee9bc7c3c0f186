"""Reads damaged documents in a process of its own, under a memory limit, and prints what went wrong.

usage: python read_damaged.py SEED COUNT FOLDER
"""

import resource
import sys
import time
from pathlib import Path

from mutations import iter_damaged

from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding
from groundfloor.services.reading import read_postings, read_resume

MEMORY_LIMIT_BYTES = 1 << 30
LONGEST_SECONDS = 5.0
"""Of the processor's time, so that what else the machine does finds no faults."""
RESUMES = (".pdf", ".docx")


def read_one(path: Path) -> None:
    """Reads a document both as a résumé and, where it can be one, as a posting."""
    try:
        read_resume(path)
    except GroundfloorError:
        if path.suffix in RESUMES:
            return
    if path.suffix not in RESUMES:
        for item in read_postings([path]):
            if not isinstance(item, Finding):
                posting, reading = item
                for fact in reading.facts:
                    assert fact.span is None or posting.text[fact.span.start : fact.span.end] == fact.quote, fact


def main(seed: int, count: int, folder: Path) -> None:
    """Reads the documents and prints one line for each fault."""
    for number, (name, content) in enumerate(iter_damaged(seed, count)):
        path = folder / name
        path.write_bytes(content)
        start = time.process_time()
        try:
            read_one(path)
        except Exception as fault:  # noqa: BLE001 - every fault is what this looks for
            print(f"{number} {name}: {type(fault).__name__}: {fault}")  # noqa: T201 - the program's output
        if time.process_time() - start > LONGEST_SECONDS:
            print(f"{number} {name}: took longer than {LONGEST_SECONDS} s of work")  # noqa: T201
        path.unlink()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))

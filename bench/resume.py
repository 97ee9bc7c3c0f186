"""One résumé PDF, from the file to the profile, in the blink of an eye."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2

from bench.inputs import list_resume_pdfs
from bench.tables import Budget, Row, Table, describe_input
from bench.timing import find_peer, time_inputs
from groundfloor.services.reading import read_resume
from groundfloor.sources.documents import read_document

_LIMIT_S = 0.15
_MEASUREMENTS_AT_LEAST = 20


def run(repeats: int) -> list[Table]:
    """Times every PDF with each method in turns; the spread is over files and rounds."""
    files = list_resume_pdfs()
    rounds = max(repeats, -(-_MEASUREMENTS_AT_LEAST // len(files)))
    methods: dict[str, Callable[[Path], object]] = {"read": read_resume, "text": read_document, "pdfium": _pdfium_text}
    if find_peer("pypdf"):
        methods["pypdf"] = _pypdf_text
    taken = time_inputs(methods, files * rounds)
    return [
        Table(
            claim="One résumé PDF, every slot, in under 0.15 s",
            rows=(
                Row("file to profile", taken["read"]),
                Row("of it: file to text in reading order", taken["text"]),
                Row("peer: pypdf, bare text", taken.get("pypdf")),
                Row("limit: pdfium, bare text", taken["pdfium"]),
            ),
            inputs=(describe_input("résumés", (file.read_bytes() for file in files)),),
            budgets=(Budget(_LIMIT_S, measure="p95"),),
        )
    ]


def _pypdf_text(file: Path) -> list[str]:
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(file).pages]


def _pdfium_text(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_bounded() for page in document]

"""``groundfloor read``: documents to facts."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Read documents into facts with evidence.", no_args_is_help=True)

Out = Annotated[
    Path | None,
    typer.Option(
        "--out", "-o", metavar="FILE", help="Write JSON lines to this file instead of the screen", dir_okay=False
    ),
]


@app.command()
def postings(
    files: Annotated[list[Path], typer.Argument(help="Files or folders: .jsonl .json .csv .parquet .html .txt .eml")],
    out: Out = None,
) -> None:
    """Read job advertisements, one JSON line each.

    Every fact carries the words it was read from and where they stand. A record that cannot be read is named on the
    error stream and the others are done; the exit status is then 1.

    Example: groundfloor read postings ads/ --out readings.jsonl
    """
    from groundfloor.cli.output import Lines, end_with_findings, watch
    from groundfloor.model.findings import Finding
    from groundfloor.readers.posting import flatten_posting
    from groundfloor.services.reading import read_postings

    findings: list[Finding] = []
    with Lines(out) as lines:
        for item in watch(read_postings(files), "postings"):
            if isinstance(item, Finding):
                findings.append(item)
            else:
                lines.write(flatten_posting(item[1]))
                findings += item[1].findings
    end_with_findings(findings, done=lines.count)


@app.command()
def resumes(
    files: Annotated[list[Path], typer.Argument(help="Files: .pdf .docx .odt .rtf .html .txt .json (JSON Resume)")],
    out: Out = None,
) -> None:
    """Read résumés, one JSON line each.

    Names, ages and photos are not read. A file that cannot be read is named on the error stream and the others are
    done; the exit status is then 1.

    Example: groundfloor read resumes cv.pdf
    """
    from groundfloor.cli.output import Lines, end_with_findings, watch
    from groundfloor.errors import GroundfloorError
    from groundfloor.model.findings import Finding, finding_of
    from groundfloor.readers.resume.reader import flatten_profile
    from groundfloor.services.reading import list_resume_files, read_resume

    findings: list[Finding] = []
    with Lines(out) as lines:
        for file in watch(list_resume_files(files), "résumés"):
            try:
                _, profile = read_resume(file)
            except GroundfloorError as error:
                findings.append(finding_of(error, str(file)))
                continue
            lines.write(flatten_profile(profile))
            findings += profile.findings
    end_with_findings(findings, done=lines.count)

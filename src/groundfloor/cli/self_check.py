"""``groundfloor self-check``: which work would suit me?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundfloor.cli.options import Json

if TYPE_CHECKING:
    from groundfloor.catalogue.catalogue import Catalogue

_SKIP = 0


def self_check(
    answers: Annotated[
        str | None,
        typer.Option(metavar="NUMBERS", help="Answers in order, 1 to 5, 0 to skip: 5,3,0,… instead of being asked"),
    ] = None,
    postings: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="Advertisements to put in order too: files or folders")
    ] = None,
    as_json: Json = False,
) -> None:
    """Say which work you would like: 18 statements, five minutes.

    The answers order work by what you like. They close nothing and never enter a score.

    Example: groundfloor self-check --answers 5,2,4,2,4,2,3,5,1,1,4,2,3,3,2,4,3,4
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.advertisements import list_readings
    from groundfloor.cli.output import end_with_findings, print_json
    from groundfloor.cli.self_check_text import print_check
    from groundfloor.services.self_check import check_self

    catalogue = open_catalogue()
    given = _read_answers(answers, catalogue) if answers is not None else _ask(catalogue)
    readings, findings = list_readings(postings, None) if postings else ([], [])
    found = check_self(catalogue, given, readings)
    if as_json:
        print_json(found)
    else:
        print_check(found)
    end_with_findings(findings, done=len(readings))


def _read_answers(typed: str, catalogue: "Catalogue") -> dict[str, int]:
    from groundfloor.errors import GroundfloorError
    from groundfloor.services.self_check import ANSWERS

    parts = [part.strip() for part in typed.split(",")]
    known = {str(_SKIP), *map(str, ANSWERS)}
    if not known.issuperset(parts) or len(parts) > len(catalogue.self_check):
        hint = f"Give up to {len(catalogue.self_check)} numbers from 0 to 5 with commas between them."
        raise GroundfloorError("usage", f"These answers cannot be read: {typed!r}.", hint=hint)
    return {key: int(part) for key, part in zip(catalogue.self_check, parts, strict=False) if int(part) != _SKIP}


def _ask(catalogue: "Catalogue") -> dict[str, int]:
    from groundfloor.cli.output import print_filled
    from groundfloor.services.self_check import ANSWERS

    scale = ", ".join(f"{number} {words}" for number, words in ANSWERS.items())
    print_filled(f"How far is each true of you? {scale}; Enter skips.")
    given: dict[str, int] = {}
    for number, (key, statement) in enumerate(catalogue.self_check.items(), start=1):
        asked = f"{number}/{len(catalogue.self_check)} {statement.text}"
        answer = typer.prompt(asked, default="", show_default=False, prompt_suffix=" ")
        while answer.strip() not in ("", *map(str, ANSWERS)):
            answer = typer.prompt("A number from 1 to 5, or Enter", default="", show_default=False)
        if answer.strip():
            given[key] = int(answer)
    return given

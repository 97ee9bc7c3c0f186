"""``groundfloor self-check``: which work would suit me?"""

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from groundfloor.catalogue.catalogue import Catalogue
    from groundfloor.services.self_check import SelfCheck, Suited

_BEST, _LEAST = 8, 3
_SKIP = 0


def self_check(
    answers: Annotated[
        str | None,
        typer.Option(metavar="NUMBERS", help="Answers in order, 1 to 5, 0 to skip: 5,3,0,… instead of being asked"),
    ] = None,
    postings: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="Advertisements to put in order too: files or folders")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs")] = False,
) -> None:
    """Say which work you would like: 18 statements, five minutes.

    The answers order work by what you like. They close nothing and never enter a score.

    Example: groundfloor self-check --answers 5,2,4,2,4,2,3,5,1,1,4,2,3,3,2,4,3,4
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.advertisements import list_readings
    from groundfloor.cli.output import end_with_findings, print_json
    from groundfloor.services.self_check import check_self

    catalogue = open_catalogue()
    given = _read_answers(answers, catalogue) if answers is not None else _ask(catalogue)
    readings, findings = list_readings(postings, None) if postings else ([], [])
    found = check_self(catalogue, given, readings)
    if as_json:
        print_json(found)
    else:
        _print_check(found)
    end_with_findings(findings, done=len(readings))


def _read_answers(typed: str, catalogue: "Catalogue") -> dict[str, int]:
    from groundfloor.errors import GroundfloorError

    parts = [part.strip() for part in typed.split(",")]
    if not all(part.isdecimal() for part in parts) or len(parts) > len(catalogue.self_check):
        hint = f"Give up to {len(catalogue.self_check)} numbers from 0 to 5 with commas between them."
        raise GroundfloorError("usage", f"These answers cannot be read: {typed!r}.", hint=hint)
    return {key: int(part) for key, part in zip(catalogue.self_check, parts, strict=False) if int(part) != _SKIP}


def _ask(catalogue: "Catalogue") -> dict[str, int]:
    from groundfloor.services.self_check import ANSWERS

    scale = ", ".join(f"{number} {words}" for number, words in ANSWERS.items())
    _print(f"How far is each true of you? {scale}; Enter skips.")
    given: dict[str, int] = {}
    for number, (key, statement) in enumerate(catalogue.self_check.items(), start=1):
        asked = f"{number}/{len(catalogue.self_check)} {statement.text}"
        answer = typer.prompt(asked, default="", show_default=False, prompt_suffix=" ")
        while answer.strip() not in ("", *map(str, ANSWERS)):
            answer = typer.prompt("A number from 1 to 5, or Enter", default="", show_default=False)
        if answer.strip():
            given[key] = int(answer)
    return given


def _print_check(found: "SelfCheck") -> None:
    from groundfloor.services.self_check import TRAIT_WORDS

    likes = [TRAIT_WORDS[one.trait] for one in found.leanings if one.liking > 0]
    dislikes = [TRAIT_WORDS[one.trait] for one in found.leanings if one.liking < 0]
    _print(f"You lean to: {', '.join(likes)}." if likes else "")
    _print(f"You lean from: {', '.join(dislikes)}." if dislikes else "")
    if found.leanings:
        _print_order("Ground-floor work that would suit you most", found.roles[:_BEST])
        _print_order("and least", found.roles[-_LEAST:])
        _print_order("Of the advertisements on hand, those that would suit you most", found.postings[:_BEST])
    for note in found.notes:
        _print(f"Note: {note}")


def _print_order(head: str, suited: "tuple[Suited, ...]") -> None:
    from groundfloor.services.self_check import TRAIT_WORDS

    if suited:
        typer.echo(f"\n{head}")
    for one in suited:
        likes = [f"you like {', '.join(TRAIT_WORDS[trait] for trait in one.likes)}"] if one.likes else []
        dislikes = [f"not so much {', '.join(TRAIT_WORDS[trait] for trait in one.dislikes)}"] if one.dislikes else []
        _print(f"{one.name}: {'; '.join(likes + dislikes) or 'neither for nor against'}", "  ")


def _print(text: str, indent: str = "") -> None:
    from groundfloor.cli.output import WIDTH

    if text:
        typer.echo(fill(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  "))

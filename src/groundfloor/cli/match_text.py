"""Matches as text for a terminal: a verdict a line, broken limits first."""

from textwrap import fill

import typer

from groundfloor.cli.output import WIDTH
from groundfloor.matching.fit import Verdict
from groundfloor.model.vocabulary import Grade
from groundfloor.services.fitting import Match, MatchReport

SIGNS: dict[Grade, str] = {
    "exceeded": "++",
    "met": "+ ",
    "nearly": "~ ",
    "learnable": "> ",
    "missing": "- ",
    "unknown": "? ",
}
LEGEND = "++ more than asked  + met  ~ nearly  > learnable  - missing  ? not known"
_QUESTIONS_SHOWN = 3


def print_matches(report: MatchReport) -> None:
    """Prints the matches of one person, best first, each with every verdict, then what would be worth asking."""
    again = f", {report.repeated} published again and counted once" if report.repeated else ""
    typer.echo(f"{report.compared} advertisements compared{again}.")
    typer.echo(LEGEND)
    for place, match in enumerate(report.matches, start=1):
        print_match(place, match)


def print_match(place: int, match: Match) -> None:
    """Prints one match."""
    typer.echo()
    where = ", ".join(part for part in (match.employer, match.location) if part)
    typer.secho(_wrap(f"{place}. {match.title} [{match.id}]", "", "   "), bold=True)
    typer.echo(_wrap(f"fit {match.score:.2f}{f' - {where}' if where else ''}", "   ", "   "))
    if match.repeated_as:
        typer.echo(_wrap(f"also published as {', '.join(match.repeated_as)}", "   ", "   "))
    for limit in match.limits:
        typer.echo(_wrap(f"! limit {limit.state}: {limit.reason}", "   ", "     "))
    for verdict in match.verdicts:
        typer.echo(_wrap(_describe(verdict), "   ", "      "))
    for question in match.questions[:_QUESTIONS_SHOWN]:
        typer.echo(_wrap(f"worth telling: {question.text}", "   ", "      "))


def _describe(verdict: Verdict) -> str:
    wished = " (wished for)" if verdict.strength == "preferred" else ""
    return f"{SIGNS[verdict.grade]} {verdict.asked}{wished}: {verdict.reason}"


def _wrap(text: str, first: str, rest: str) -> str:
    return fill(text, WIDTH, initial_indent=first, subsequent_indent=rest)

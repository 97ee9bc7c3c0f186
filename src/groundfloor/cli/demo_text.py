"""The demo as text for a terminal: the person, the jobs, the questions, the routes."""

from textwrap import shorten

import typer

from groundfloor.cli.match_text import LEGEND, print_match
from groundfloor.cli.output import print_filled
from groundfloor.cli.route_text import print_plan
from groundfloor.services.overview import Overview

_QUOTE_WIDTH = 46


def print_overview(overview: Overview) -> None:
    """Prints everything the page shows, in the same order."""
    _head("What the résumé says")
    print_filled(overview.headline)
    for group in overview.groups:
        typer.secho(group.title, bold=True)
        for line in group.lines:
            quote = shorten(line.quote, _QUOTE_WIDTH, placeholder=" …")
            print_filled(f"{line.text}  «{quote}»" if quote and quote != line.text else line.text, "  ")
    _head(f"The {len(overview.cards)} best of {overview.compared} jobs")
    typer.echo(LEGEND)
    for place, card in enumerate(overview.cards, start=1):
        print_match(place, card.match)
        for pay in card.pay:
            print_filled(f"pay: {pay.published}{f' ({pay.yearly})' if pay.yearly else ''}", "   ")
    if overview.questions:
        _head("What would sharpen the answer")
    for question in overview.questions:
        print_filled(f"{question.text} (matters in {question.jobs} of these jobs)", "  ")
    _head("The way up")
    print_plan(overview.plan)
    _head("Honest limits")
    for caution in overview.cautions:
        print_filled(caution, "  ")


def _head(text: str) -> None:
    typer.secho(f"\n{text}\n{'=' * len(text)}", bold=True)

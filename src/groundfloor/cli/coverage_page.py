"""The page on what the catalogue covers, written from the catalogue itself."""

from collections.abc import Iterable

import typer

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.model.vocabulary import STAGES
from groundfloor.services.coverage import FEW_MOVES, MANAGEMENT, Coverage, measure_coverage

HEAD = """# What the catalogue covers

Written by `make docs` from the catalogue itself; change the knowledge files instead of this page. How the catalogue is
made and checked stands in [the catalogue](catalogue.md).
"""


def coverage_page(catalogue: Catalogue) -> str:
    """The whole page as Markdown."""
    coverage = measure_coverage(catalogue)
    parts = (_industries, _laws, _estimates, _thin, _countries, _checked)
    return "\n".join([HEAD, _totals(catalogue), *("\n".join(part(coverage)) for part in parts)])


def _totals(catalogue: Catalogue) -> str:
    kinds = ("industries", "roles", "moves", "training", "tools", "laws", "sources")
    names = {"training": "training items"}
    counts = [f"{len(getattr(catalogue, kind)):,} {names.get(kind, kind)}" for kind in kinds]
    return f"In all {', '.join(counts[:-1])} and {counts[-1]}.\n"


def _industries(coverage: Coverage) -> Iterable[str]:
    yield "## By industry\n"
    yield f"Management is {', '.join(_say(level) for level in MANAGEMENT)}. Moves start or end in the industry."
    yield "Training, by stage, is what moves into its roles name or what names the industry itself. Tools that serve"
    yield "every industry are not counted.\n"
    stages = [f"stage {stage}" for stage in STAGES]
    yield from _table(
        ["industry", "roles", "ground floor", "management", "moves", *stages, "tools"],
        (
            [one.name, one.roles, one.ground, one.management, one.moves, *one.training.values(), one.tools]
            for one in coverage.industries
        ),
    )


def _laws(coverage: Coverage) -> Iterable[str]:
    every = coverage.laws_of_every_industry
    places = sorted({place for one in coverage.industries for place in one.laws} | every.keys())
    yield "## Laws by industry and jurisdiction\n"
    yield from _table(
        ["industry", *places],
        (
            [name, *(laws.get(place, 0) for place in places)]
            for name, laws in [*((one.name, one.laws) for one in coverage.industries), ("every industry", every)]
        ),
    )


def _estimates(coverage: Coverage) -> Iterable[str]:
    values = sum(one.values for one in coverage.estimates)
    estimates = sum(one.estimates for one in coverage.estimates)
    yield "## Our own estimates\n"
    yield f"{estimates:,} of {values:,} cited values ({estimates / values:.0%}) are our own estimate, shown as such"
    yield "with its basis, see [the decision](decisions/0003-estimates-are-cited.md). A cite may stand for a whole"
    yield "entry.\n"
    yield from _table(
        ["kind", "cited values", "estimates", "share"],
        (
            [_say(one.kind), one.values, one.estimates, f"{one.estimates / one.values:.0%}"]
            for one in coverage.estimates
        ),
    )
    yield f"{coverage.moves_seen:,} of {coverage.moves:,} moves ({coverage.moves_seen / coverage.moves:.0%}) are steps"
    yield "that a publication describes; how often they are taken may still be our judgement.\n"


def _thin(coverage: Coverage) -> Iterable[str]:
    yield "## What is thin\n"
    yield f"**Industries without a role** ({len(coverage.empty_industries)}): {_list(coverage.empty_industries)}\n"
    rungs = [f"{one.industry} {one.level} ({one.moves_in} into {one.roles})" for one in coverage.thin_rungs]
    yield f"**Rungs with fewer than {FEW_MOVES} moves into their roles** ({len(rungs)}): {_list(rungs)}\n"
    yield f"**Roles with one way out** ({len(coverage.one_way_out)}): {_list(coverage.one_way_out)}\n"
    yield f"**Roles with no way out, owners aside** ({len(coverage.no_way_out)}): {_list(coverage.no_way_out)}\n"
    yield f"**Roles whose pay no table lists, owners aside** ({len(coverage.no_pay)}): {_list(coverage.no_pay)}\n"


def _countries(coverage: Coverage) -> Iterable[str]:
    yield "## By country\n"
    yield "Training that names the country, by stage, the country's own laws, and the roles that its own wage tables"
    yield "hold. Training that names no country serves everywhere.\n"
    yield from _table(
        ["country", *(f"stage {stage}" for stage in STAGES), "laws", "roles with pay"],
        ([one.name, *one.own.values(), one.laws, one.paid] for one in coverage.countries),
    )
    without = coverage.countries_without_laws
    yield f"**Countries without laws of their own here** ({len(without)}): {_list(without)}\n"
    bare = [
        f"{one.name}, stage {stage} ({len(industries)}): {', '.join(industries)}"
        for one in coverage.countries
        for stage, industries in one.bare.items()
        if industries
    ]
    yield "**Stages of an industry with no item that serves the country**\n"
    yield from (f"- {line}" for line in bare or ["none"])
    yield ""


def _checked(coverage: Coverage) -> Iterable[str]:
    undated = sum(one.undated for one in coverage.checked)
    yield "## What was checked, and when\n"
    yield f"The days on which the places cited were looked at. {undated:,} values name a source that was not looked at"
    yield "and so have no date. Estimates cannot be checked against a source and are counted above.\n"
    yield from _table(
        ["kind", "source", "values", "oldest check", "latest check", "without a date"],
        (
            [_say(one.kind), f"`{one.source}`", one.values, one.oldest or "none", one.latest or "none", one.undated]
            for one in coverage.checked
        ),
    )


def _say(kind: str) -> str:
    return kind.replace("_", " ")


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _table(heads: list[str], rows: Iterable[list[str | int]]) -> Iterable[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(f'{cell:,}' if isinstance(cell, int) else cell for cell in row)} |"
    yield ""


if __name__ == "__main__":
    typer.echo(coverage_page(open_catalogue()), nl=False)

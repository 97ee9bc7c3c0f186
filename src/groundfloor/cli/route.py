"""``groundfloor route``: the ways from here to a goal."""

from pathlib import Path
from typing import Annotated

import typer

from groundfloor.cli.store import Url

GOAL_HELP = "A role id or name, a FAMILY:LEVEL (account_manager:experienced), or an industry"


def route(
    to: Annotated[str, typer.Option("--to", metavar="GOAL", help=GOAL_HELP)],
    resume: Annotated[Path | None, typer.Option(metavar="FILE", help="Start from this résumé")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="ROLE", help="Start from this role id")] = None,
    profile: Annotated[str | None, typer.Option(metavar="ID", help="Start from a kept profile")] = None,
    months_at_most: Annotated[
        float | None, typer.Option(metavar="MONTHS", help="Leave out routes that take longer")
    ] = None,
    no_nights: Annotated[bool, typer.Option("--no-nights", help="Leave out roles with night work")] = False,
    no_pay_fall: Annotated[bool, typer.Option("--no-pay-fall", help="Leave out steps to lower pay")] = False,
    same_industry: Annotated[bool, typer.Option("--same-industry", help="Stay in the industry")] = False,
    country: Annotated[
        str, typer.Option(metavar="COUNTRY", help="Leave out training of other countries; a name or code: US, GB, …")
    ] = "",
    keep: Annotated[bool, typer.Option("--keep", help="Keep the plan in the store")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs")] = False,
    store: Url = None,
) -> None:
    """Plan the routes to a goal, with the four stages of training for each step.

    Start from a résumé, a kept profile or a role; with none of them, from the ground floor.

    Example: groundfloor route --from retail.cashier --to retail.store-manager
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.output import print_json
    from groundfloor.cli.people import find_person, read_country
    from groundfloor.cli.route_text import print_plan
    from groundfloor.errors import EXIT_FINDINGS
    from groundfloor.services.routes.planning import plan_routes, read_goal
    from groundfloor.services.routes.records import RouteConstraints

    catalogue = open_catalogue()
    constraints = RouteConstraints(
        months_at_most=months_at_most,
        refused_schedules=("nights",) if no_nights else (),
        no_pay_fall=no_pay_fall,
        same_industry=same_industry,
        country=read_country(catalogue, country),
    )
    plan = plan_routes(
        catalogue,
        profile=find_person(resume, profile, store),
        start_role=start,
        goal=read_goal(catalogue, to),
        constraints=constraints,
    )
    if keep:
        _keep(plan, profile, to, store)
    if as_json:
        print_json(plan)
    else:
        print_plan(plan)
    if plan.nothing:
        raise typer.Exit(EXIT_FINDINGS)


def _keep(plan: object, profile_id: str | None, goal: str, store: str | None) -> None:
    from datetime import date

    import msgspec

    from groundfloor.store.store import StoredPlan, open_store

    plan_id = f"{profile_id or 'anyone'} to {goal}"
    with open_store(store) as kept:
        kept.put_plan(StoredPlan(plan_id, profile_id, goal, msgspec.to_builtins(plan), date.today().isoformat()))
    typer.echo(f"Kept as {plan_id!r}.", err=True)

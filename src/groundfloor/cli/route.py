"""``groundfloor route``: the ways from here to a goal."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundfloor.cli.options import Country, Json, Refuse, Url

if TYPE_CHECKING:
    from groundfloor.model.profile import Profile
    from groundfloor.services.routes.records import RoutePlan


def route(
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="GOAL",
            help="A role id or name, a FAMILY:LEVEL, an industry, or better-paid; without it, the next steps from here",
        ),
    ] = None,
    resume: Annotated[Path | None, typer.Option(metavar="FILE", help="Start from this résumé")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="ROLE", help="Start from this role id")] = None,
    profile: Annotated[str | None, typer.Option(metavar="ID", help="Start from a kept profile")] = None,
    months_at_most: Annotated[
        float | None, typer.Option(min=0, metavar="MONTHS", help="Leave out routes that take longer")
    ] = None,
    remote: Annotated[bool, typer.Option("--remote", help="Only roles done from home")] = False,
    refuse: Refuse = None,
    pay_at_least: Annotated[
        float | None,
        typer.Option(min=0, metavar="AMOUNT", help="The least pay an hour on the way, in the money of your country"),
    ] = None,
    no_pay_fall: Annotated[bool, typer.Option("--no-pay-fall", help="Leave out steps to lower pay")] = False,
    same_industry: Annotated[bool, typer.Option("--same-industry", help="Stay in the industry")] = False,
    study_at_most: Annotated[
        float | None, typer.Option(min=0, metavar="HOURS", help="Leave out steps that need a longer course")
    ] = None,
    country: Country = "",
    postings: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="Advertisements to look through for each next role; default: kept ones"),
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep a route as a plan to tick off; see `plan`")] = False,
    number: Annotated[
        int, typer.Option("--route", min=1, metavar="NUMBER", help="Which of the routes to keep, as they are shown")
    ] = 1,
    as_json: Json = False,
    store: Url = None,
) -> None:
    """Plan the routes to a goal, with the four stages of training for each step; or, with no goal, the next steps.

    Start from a résumé, a kept profile or a role; with none of them, from the ground floor.

    Example: groundfloor route --from retail.cashier --to retail.store-manager
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.advertisements import list_readings
    from groundfloor.cli.next_text import print_next_steps
    from groundfloor.cli.output import end_with_findings, print_json
    from groundfloor.cli.people import find_person, read_country, wish_of
    from groundfloor.cli.route_text import print_plan
    from groundfloor.errors import EXIT_FINDINGS
    from groundfloor.services.ladders import list_ladders, with_ladders
    from groundfloor.services.next_steps.listing import list_next_steps
    from groundfloor.services.next_steps.listing import with_openings as with_openings_on_hand
    from groundfloor.services.routes.openings import with_openings
    from groundfloor.services.routes.planning import plan_routes, read_goal, with_wishes
    from groundfloor.services.routes.records import RouteConstraints
    from groundfloor.services.routes.whose_pay import with_country_of_postings, with_country_wished

    catalogue = with_ladders(open_catalogue(), list_ladders())
    constraints = RouteConstraints(
        months_at_most=months_at_most,
        no_pay_fall=no_pay_fall,
        same_industry=same_industry,
        study_hours_at_most=study_at_most,
        country=read_country(catalogue, country),
    )
    wish = wish_of([], remote_only=remote, refused=refuse or [], pay_at_least=pay_at_least)
    constraints = with_wishes(constraints, wish)
    person = find_person(resume, profile, store)
    readings, findings = list_readings(postings, store)
    wanted = person.preferences if person else wish
    constraints = with_country_wished(catalogue, constraints, wanted)
    constraints = with_country_of_postings(catalogue, constraints, readings, wanted)
    if to is None:
        _refuse_options(keep=keep, months_at_most=months_at_most, study_at_most=study_at_most)
        steps = list_next_steps(catalogue, profile=person, start_role=start, constraints=constraints)
        steps = with_openings_on_hand(steps, readings) if readings else steps
        (print_json if as_json else print_next_steps)(steps)
        end_with_findings(findings, done=len(readings))
        return
    plan = plan_routes(
        catalogue, profile=person, start_role=start, goal=read_goal(catalogue, to), constraints=constraints
    )
    plan = with_openings(plan, readings) if readings else plan
    if as_json:
        print_json(plan)
    else:
        print_plan(plan)
    if plan.nothing:
        raise typer.Exit(EXIT_FINDINGS)
    if keep:
        _keep(plan, number, person, read_here=resume is not None, store=store)
    end_with_findings(findings, done=len(readings))


def _refuse_options(*, keep: bool, months_at_most: float | None, study_at_most: float | None) -> None:
    """Options that only a route to a goal can keep to."""
    from groundfloor.errors import GroundfloorError

    given = {
        "--keep": keep,
        "--months-at-most": months_at_most is not None,
        "--study-at-most": study_at_most is not None,
    }
    named = [name for name, is_given in given.items() if is_given]
    if named:
        hint = "Name a goal with --to, or leave the option out."
        raise GroundfloorError("usage", f"Next steps from here know no {', '.join(named)}.", hint=hint)


def _keep(answer: "RoutePlan", number: int, person: "Profile | None", *, read_here: bool, store: str | None) -> None:
    from datetime import date

    from groundfloor.services.plans.keeping import keep_plan, make_plan
    from groundfloor.store.store import open_store

    plan = make_plan(
        answer,
        route=number,
        person=person.id if person else "",
        profile=person if read_here else None,
        today=date.today(),
    )
    with open_store(store) as kept:
        keep_plan(kept, plan, new=True)
    typer.echo(f"Route {number} is kept as a plan. See it with: groundfloor plan show {plan.id}", err=True)

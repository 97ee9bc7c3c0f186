"""``groundfloor caseload``: a page for each person and a table of all."""

from pathlib import Path
from typing import Annotated

import typer

from groundfloor.cli.options import Goal, Place, Postings, Refuse, Url


def caseload(
    to: Goal,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the pages and the table go")],
    folder: Annotated[Path | None, typer.Argument(help="A folder of résumés; default: the kept profiles")] = None,
    postings: Postings = None,
    place: Place = None,
    country: Annotated[
        str, typer.Option(metavar="COUNTRY", help="Leave out training of other countries; default: that of the place")
    ] = "",
    remote: Annotated[bool, typer.Option("--remote", help="Only work from home")] = False,
    refuse: Refuse = None,
    store: Url = None,
) -> None:
    """Make one page to print for each person, and a table of all of them.

    The table names for each person the role now, the three best jobs with score and limits, the quickest route and its
    months, the first thing to do next, and what is to be said about the file. A file that cannot be read is a row with
    its reason. A run that was broken off goes on where it stopped, and pages of what has not changed are left as
    they are.

    Example: groundfloor caseload resumes/ --to retail.floor-manager --postings ads/ --out pages/
    """
    from msgspec import structs

    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.advertisements import get_readings
    from groundfloor.cli.caseload_table import print_caseload, write_table
    from groundfloor.cli.output import end_with_findings, print_findings, watch, write_whole
    from groundfloor.cli.people import read_country, this_month, wish_of
    from groundfloor.errors import GroundfloorError
    from groundfloor.services.caseload import CaseloadQuestion, iter_caseload, list_cases, list_kept_cases
    from groundfloor.services.fitting import gazetteer_of, list_unknown_places
    from groundfloor.services.ladders import list_ladders, with_ladders
    from groundfloor.services.routes.planning import read_goal, with_wishes
    from groundfloor.services.routes.records import RouteConstraints
    from groundfloor.services.routes.whose_pay import with_country_of_postings
    from groundfloor.store.store import open_store
    from groundfloor.web.page import render_case

    catalogue = with_ladders(open_catalogue(), list_ladders())
    wish = wish_of(place or [], remote_only=remote, refused=refuse or [])
    land = read_country(catalogue, country) or gazetteer_of(catalogue).country_of(place[0] if place else "")
    question = CaseloadQuestion(
        goal=read_goal(catalogue, to),
        counted_to=this_month(),
        constraints=with_wishes(RouteConstraints(country=land), wish),
        wish=wish,
    )
    if folder:
        cases = list_cases(folder, leave_out=out)
    else:
        with open_store(store) as kept:
            cases = list_kept_cases(kept.iter_profiles())
    if not cases:
        hint = "Name a folder of résumés, or keep some with `groundfloor store add resumes`."
        raise GroundfloorError("usage", "There is nobody to make a page for.", hint=hint)
    readings, findings = get_readings(postings, store)
    print_findings([*findings, *list_unknown_places(place or [], readings, catalogue)])
    constraints = with_country_of_postings(catalogue, question.constraints, readings, wish)
    question = structs.replace(question, constraints=constraints)
    done = iter_caseload(cases, question, catalogue=catalogue, readings=readings, out=out, render=render_case)
    rows = list(watch(done, "people", total=len(cases)))
    write_whole(out / "caseload.csv", write_table([row for row, _ in rows]))
    print_caseload(rows, out)
    end_with_findings([one for row, _ in rows if row.reason for one in row.findings], done=len(rows))

"""``groundfloor match``: which jobs fit, and why."""

from typing import Annotated

import typer

from groundfloor.cli.options import Json, Place, Postings, Profile, Refuse, Resume, Url


def match(
    resume: Resume = None,
    postings: Postings = None,
    profile: Profile = None,
    top: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many jobs to show")] = 10,
    place: Place = None,
    remote: Annotated[bool, typer.Option("--remote", help="Only work from home")] = False,
    refuse: Refuse = None,
    pay_at_least: Annotated[
        float | None, typer.Option(min=0, metavar="AMOUNT", help="The least pay an hour, in the money of the place")
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Show every verdict, what it adds, and the words behind it")
    ] = False,
    as_json: Json = False,
    store: Url = None,
) -> None:
    """Rank advertisements for one person, with a verdict and the words behind it for each requirement.

    A broken limit (a licence, a language, a refused shift, another place) sorts a job below all others and is said
    first; it never hides one.

    Example: groundfloor match --resume cv.pdf --postings ads/ --place US --refuse nights
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.advertisements import get_readings
    from groundfloor.cli.match_text import print_matches
    from groundfloor.cli.output import end_with_findings, print_json
    from groundfloor.cli.people import get_person, wish_of, with_wish
    from groundfloor.services.fitting import match_profile

    wish = wish_of(place or [], remote_only=remote, refused=refuse or [], pay_at_least=pay_at_least)
    person = with_wish(get_person(resume, profile, store), wish)
    readings, findings = get_readings(postings, store)
    report = match_profile(person, readings, open_catalogue(), top=top)
    if as_json:
        print_json(report)
    else:
        print_matches(report, why=why)
    strange = [finding for finding in report.findings if finding.severity != "note"]
    end_with_findings([*findings, *strange], done=len(readings))

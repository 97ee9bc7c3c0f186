"""``groundfloor learn``: what would open more jobs."""

from typing import Annotated

import typer

from groundfloor.cli.options import Country, Json, Place, Postings, Profile, Refuse, Resume, Url


def learn(
    resume: Resume = None,
    postings: Postings = None,
    profile: Profile = None,
    top: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many things to show")] = 10,
    place: Place = None,
    remote: Annotated[bool, typer.Option("--remote", help="Only work from home")] = False,
    refuse: Refuse = None,
    country: Country = "",
    as_json: Json = False,
    store: Url = None,
) -> None:
    """Count, for every single thing to learn, the jobs on hand that it would open.

    A job is opened by a thing when nothing else that decides is lacking. Work elsewhere, or at hours refused, no
    learning opens.

    Example: groundfloor learn --resume cv.pdf --postings ads/ --country US
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.advertisements import get_readings
    from groundfloor.cli.learn_text import print_report
    from groundfloor.cli.output import end_with_findings, print_json
    from groundfloor.cli.people import get_person, read_country, wish_of, with_wish
    from groundfloor.services.learning import find_learning

    catalogue = open_catalogue()
    wish = wish_of(place or [], remote_only=remote, refused=refuse or [])
    person = with_wish(get_person(resume, profile, store), wish)
    readings, findings = get_readings(postings, store)
    report = find_learning(person, readings, catalogue, country=read_country(catalogue, country))
    if as_json:
        print_json(report)
    else:
        print_report(report, top=top)
    end_with_findings(findings, done=len(readings))

"""The main job on the bundled example: one résumé, a folder of advertisements, a goal."""

from pathlib import Path

from msgspec import structs

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.findings import Finding
from groundfloor.model.profile import Preferences
from groundfloor.services.fitting import gazetteer_of, match_profile
from groundfloor.services.overview import Overview, build_overview
from groundfloor.services.reading import read_postings, read_resume
from groundfloor.services.routes.planning import plan_routes, read_goal
from groundfloor.services.routes.records import RouteConstraints

EXAMPLES = Path(__file__).parent.parent / "examples"


def demo_overview(*, goal: str, place: str = "", top: int = 10) -> Overview:
    """Reads the example résumé and advertisements and answers for them.

    Args:
        goal: a role id, ``FAMILY:LEVEL`` or an industry.
        place: where the person looks for work; training of other countries is left out of the routes.
        top: how many jobs to explain.

    Raises:
        GroundfloorError: ``role-unknown`` when the goal is none.

    Example:
        >>> overview = demo_overview(goal="hospitality_food.front-office-manager", place="US", top=1)
        >>> overview.profile_id, len(overview.cards)
        ('resume', 1)
    """
    catalogue = open_catalogue()
    _, profile = read_resume(EXAMPLES / "resume.pdf")
    if place:
        profile = structs.replace(profile, preferences=Preferences(places=(place,)))
    items = list(read_postings([EXAMPLES / "postings"]))
    readings = [item[1] for item in items if not isinstance(item, Finding)]
    report = match_profile(profile, readings, catalogue, top=top)
    constraints = RouteConstraints(country=gazetteer_of(catalogue).country_of(place))
    plan = plan_routes(catalogue, profile=profile, goal=read_goal(catalogue, goal), constraints=constraints)
    return build_overview(profile, report, plan, catalogue, readings=readings)

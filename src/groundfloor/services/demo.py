"""The main job on the bundled example: one résumé, a folder of advertisements, a goal."""

from pathlib import Path

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.findings import Finding
from groundfloor.services.fitting import match_profile
from groundfloor.services.overview import Overview, build_overview
from groundfloor.services.reading import read_postings, read_resume
from groundfloor.services.routing import plan_routes, read_goal

EXAMPLES = Path(__file__).parent.parent / "examples"


def demo_overview(*, goal: str, top: int = 10) -> Overview:
    """Reads the example résumé and advertisements and answers for them.

    Args:
        goal: a role id, ``FAMILY:LEVEL`` or an industry.
        top: how many jobs to explain.

    Raises:
        GroundfloorError: ``role-unknown`` when the goal is none.
    """
    catalogue = open_catalogue()
    _, profile = read_resume(EXAMPLES / "resume.pdf")
    items = list(read_postings([EXAMPLES / "postings"]))
    readings = [item[1] for item in items if not isinstance(item, Finding)]
    report = match_profile(profile, readings, catalogue, top=top)
    plan = plan_routes(catalogue, profile=profile, goal=read_goal(catalogue, goal))
    return build_overview(profile, report, plan, catalogue, readings=readings)

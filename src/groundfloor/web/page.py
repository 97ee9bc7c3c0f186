"""The page of one person: one HTML file that needs no script, no font, no network."""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from groundfloor.catalogue.records import Cite, Source
from groundfloor.matching.fit import Verdict
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import GRADES, Grade, Trodden
from groundfloor.planning.options import RouteLabel
from groundfloor.services.overview import Overview
from groundfloor.services.routes.pay import tell_pay, tell_whose_pay
from groundfloor.services.routes.planning import tell_nearest
from groundfloor.services.routes.prices import tell_funding, tell_price, tell_prices
from groundfloor.services.routes.records import PayFigure, PlannedRoute
from groundfloor.services.spans import tell_months
from groundfloor.text.naming import in_a_sentence
from groundfloor.web.ladder import draw_ladder, list_levels

GRADE_WORDS: dict[Grade, tuple[str, str]] = {
    "exceeded": ("▲", "More than asked"),
    "met": ("✓", "Met"),
    "nearly": ("≈", "Nearly"),
    "learnable": ("✎", "Learn on the job"),
    "missing": ("✕", "Missing"),
    "unknown": ("?", "Not known yet"),
}
_UNSAID = "unsaid"
_UNSAID_WORDS = ("–", "Not in the advertisement")
ROUTE_WORDS: dict[RouteLabel, str] = {
    "fastest": "Fastest",
    "cheapest": "Cheapest",
    "best_paid": "Best paid",
    "best_trodden": "Best trodden",
}
TRODDEN_WORDS: dict[Trodden, str] = {
    "common": "a common step",
    "possible": "a possible step",
    "rare": "a rare step",
}
PLACES = {
    "AU": "Australia",
    "CA": "Canada",
    "CH": "Switzerland",
    "DE": "Germany",
    "EU": "European Union",
    "FR": "France",
    "GB": "United Kingdom",
    "GB-ENG": "England",
    "GB-NIR": "Northern Ireland",
    "GB-SCT": "Scotland",
    "GB-WLS": "Wales",
    "IN": "India",
    "NZ": "New Zealand",
    "PH": "Philippines",
    "US": "United States",
    "US-FL": "Florida",
}
DROPPED_WORDS = {
    "takes_far_longer": "far longer than a route shown",
    "changes_area_again": "more changes of industry than it needs",
    "same_steps_elsewhere": "the same steps in another industry",
    "nearly_the_same": "nearly the same as a route shown",
    "more_steps_for_little": "more steps than a route shown, for little gain",
    "beyond_the_first": "beyond the first routes shown",
}


class GradeGroup(Record, frozen=True, kw_only=True):
    """The verdicts of one grade, to be shown together; what the posting does not say is a group of its own."""

    grade: Grade
    sign: str
    words: str
    verdicts: tuple[Verdict, ...]


def render_overview(overview: Overview, *, one_sheet: bool = False) -> str:
    """Writes the page of one person.

    Args:
        overview: everything the page shows.
        one_sheet: print one sheet with the best jobs, the questions and the quickest route instead of the whole page.

    Returns:
        A complete HTML document. All text is escaped; nothing is fetched; the same record gives the same bytes.
    """
    routes = overview.plan.routes
    across = max((_middle_months(route) for route in routes), default=12.0)
    levels = list_levels(routes) if routes else ()
    ladders = {route.id: draw_ladder(route, months_across=across, levels=levels) for route in routes}
    quickest = min(routes, key=_middle_months, default=None)
    template = environment().get_template("overview.html")
    return squeeze(template.render(overview=overview, ladders=ladders, one_sheet=one_sheet, quickest=quickest))


def render_case(overview: Overview) -> str:
    """The page of one person of a caseload: everything on the screen, one sheet on paper."""
    return render_overview(overview, one_sheet=True)


def squeeze(html: str) -> str:
    """HTML without indentation and blank lines: white space runs together there, so they only add weight."""
    return "".join(f"{line.lstrip()}\n" for line in html.split("\n") if line.strip())


def group_by_grade(verdicts: Iterable[Verdict]) -> list[GradeGroup]:
    """Verdicts by grade, best grade first, grades without a verdict left out."""
    kept = tuple(verdicts)
    groups = [
        (grade, *GRADE_WORDS[grade], tuple(one for one in kept if one.grade == grade and one.rule != _UNSAID))
        for grade in GRADES
    ]
    groups.append(("unknown", *_UNSAID_WORDS, tuple(one for one in kept if one.rule == _UNSAID)))
    return [
        GradeGroup(grade=grade, sign=sign, words=words, verdicts=found) for grade, sign, words, found in groups if found
    ]


def tell_pay_figure(pay: PayFigure | None) -> str:
    """Median yearly pay of an occupation, "about" where the year is our sum, or that it is not known."""
    if pay is None:
        return "not known"
    return f"{'' if pay.period == 'year' else 'about '}{pay.currency} {pay.annual_median:,.0f}"


def name_source(cite: Cite, sources: dict[str, Source]) -> str:
    """Who says so, in two words; an estimate is called one. The place in the source stands beside it."""
    source = sources.get(cite.source)
    return cite.source if source is None else "Estimate" if source.estimate else source.publisher


@cache
def environment() -> Environment:
    """What the templates of all pages are filled in with; all text is escaped."""
    environment = Environment(
        loader=PackageLoader("groundfloor.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        by_grade=group_by_grade,
        in_a_sentence=in_a_sentence,
        pay=tell_pay_figure,
        place=lambda code: PLACES.get(code, code),
        words=lambda text: text.replace("_", " "),
    )
    environment.tests["web_address"] = lambda url: url.startswith(("https://", "http://"))
    environment.globals.update(
        tell_months=tell_months,
        tell_nearest=tell_nearest,
        tell_funding=tell_funding,
        tell_pay=tell_pay,
        tell_price=tell_price,
        tell_prices=tell_prices,
        tell_whose_pay=tell_whose_pay,
        name_source=name_source,
        route_words=ROUTE_WORDS,
        trodden_words=TRODDEN_WORDS,
        dropped_words=DROPPED_WORDS,
    )
    return environment


def _middle_months(route: PlannedRoute) -> float:
    return (route.months_min + route.months_max) / 2

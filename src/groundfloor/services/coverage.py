"""How much of the field the catalogue covers, until when it was checked, and where it is thin."""

from collections import Counter
from collections.abc import Callable, Iterable

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.inside import iter_inside
from groundfloor.catalogue.lookup import KINDS
from groundfloor.catalogue.records import Cite
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import INDUSTRIES, LEVELS, STAGES, Level
from groundfloor.services.routes.network import industry_of
from groundfloor.services.routes.pay import country_of_pay, find_pay
from groundfloor.services.routes.training import serves

COUNTRIES = ("US", "GB", "AU", "CA", "NZ", "IN", "PH")
"""Countries looked at one by one for training and laws."""

MANAGEMENT: tuple[Level, ...] = ("manager", "head", "executive_owner")
FEW_MOVES = 2
"""A rung with fewer moves into its roles, all counted together, is thin."""


class IndustryCoverage(Record, frozen=True, kw_only=True):
    """What the catalogue holds of one industry.

    ``moves`` start or end in it. ``training`` counts by stage the items that moves into its roles name or that name
    it. ``tools`` and ``laws`` (by jurisdiction) are those that name it; what serves every industry is not counted.
    """

    industry: str
    name: str
    roles: int
    ground: int
    management: int
    moves: int
    training: dict[int, int]
    tools: int
    laws: dict[str, int]


class Checked(Record, frozen=True, kw_only=True):
    """How many values of a kind cite a publication, and the days they were checked; ``undated`` were not looked at.

    Estimates are left out: nobody can check them against a source.
    """

    kind: str
    source: str
    values: int
    oldest: str
    latest: str
    undated: int


class EstimateShare(Record, frozen=True, kw_only=True):
    """How many of a kind's cited values are the project's own estimate."""

    kind: str
    values: int
    estimates: int


class Rung(Record, frozen=True, kw_only=True):
    """One level of one industry: its roles and the moves into them from elsewhere."""

    industry: str
    level: Level
    roles: int
    moves_in: int


class CountryCoverage(Record, frozen=True, kw_only=True):
    """Training and laws of one country.

    ``own`` counts by stage the items that name the country; ``bare`` names by stage the industries of which no item,
    not even one of every country, serves there. ``laws`` counts those of the country itself, ``paid`` the roles that
    its own wage tables hold.
    """

    country: str
    name: str
    own: dict[int, int]
    bare: dict[int, tuple[str, ...]]
    laws: int
    paid: int


class Coverage(Record, frozen=True, kw_only=True):
    """The whole measure. Lists are in order of id."""

    industries: tuple[IndustryCoverage, ...]
    laws_of_every_industry: dict[str, int]
    checked: tuple[Checked, ...]
    estimates: tuple[EstimateShare, ...]
    moves: int
    moves_seen: int
    """Moves that at least one publication describes, whoever judges how often they are taken."""
    empty_industries: tuple[str, ...]
    thin_rungs: tuple[Rung, ...]
    one_way_out: tuple[str, ...]
    no_way_out: tuple[str, ...]
    no_pay: tuple[str, ...]
    countries: tuple[CountryCoverage, ...]
    countries_without_laws: tuple[str, ...]


def measure_coverage(catalogue: Catalogue) -> Coverage:
    """Measures the whole catalogue.

    Args:
        catalogue: the catalogue; no other one is compared and no clock is read, so the same files give the same answer.

    Returns:
        Counts and the names of what is thin. Owners of a business have no way out to be missed.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> [one.ground > 0 for one in measure_coverage(open_catalogue()).industries if one.industry == "retail"]
        [True]
    """
    ways = Counter(move.start for move in catalogue.moves.values())
    below = [role_id for role_id, role in sorted(catalogue.roles.items()) if role.level != "executive_owner"]
    cites = {kind: list(iter_inside(getattr(catalogue, kind), Cite)) for kind in KINDS}
    industries = tuple(_measure_industry(catalogue, industry) for industry in INDUSTRIES if industry != "other")
    return Coverage(
        industries=industries,
        laws_of_every_industry=_count(law.jurisdiction for law in catalogue.laws.values() if not law.industries),
        checked=tuple(_list_checked(catalogue, cites)),
        estimates=tuple(_share_estimates(catalogue, kind, found) for kind, found in cites.items() if found),
        moves=len(catalogue.moves),
        moves_seen=sum(bool(move.seen_in) for move in catalogue.moves.values()),
        empty_industries=tuple(one.industry for one in industries if not one.roles),
        thin_rungs=tuple(rung for rung in _list_rungs(catalogue) if rung.moves_in < FEW_MOVES),
        one_way_out=tuple(role_id for role_id in below if ways[role_id] == 1),
        no_way_out=tuple(role_id for role_id in below if not ways[role_id]),
        no_pay=tuple(role_id for role_id in below if not find_pay(catalogue, role_id)),
        countries=tuple(_measure_country(catalogue, country) for country in COUNTRIES),
        countries_without_laws=tuple(_list_lawless(catalogue)),
    )


def _measure_industry(catalogue: Catalogue, industry: str) -> IndustryCoverage:
    roles = [role for role_id, role in catalogue.roles.items() if industry_of(role_id) == industry]
    return IndustryCoverage(
        industry=industry,
        name=catalogue.industries[industry].name if industry in catalogue.industries else industry,
        roles=len(roles),
        ground=sum(role.level == "ground" for role in roles),
        management=sum(role.level in MANAGEMENT for role in roles),
        moves=sum(industry in (industry_of(move.start), industry_of(move.to)) for move in catalogue.moves.values()),
        training=_count_stages(catalogue, _list_training(catalogue, industry).__contains__),
        tools=sum(industry in tool.industries for tool in catalogue.tools.values()),
        laws=_count(law.jurisdiction for law in catalogue.laws.values() if industry in law.industries),
    )


def _list_training(catalogue: Catalogue, industry: str) -> frozenset[str]:
    """Items that moves into an industry's roles name, or that name the industry themselves."""
    named = {
        step.item for move in catalogue.moves.values() if industry_of(move.to) == industry for step in move.training
    }
    return frozenset(named | {item_id for item_id, item in catalogue.training.items() if industry in item.industries})


def _count_stages(catalogue: Catalogue, counts: Callable[[str], bool]) -> dict[int, int]:
    found = Counter(item.stage for item_id, item in catalogue.training.items() if counts(item_id))
    return {stage: found[stage] for stage in STAGES}


def _count(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _list_checked(catalogue: Catalogue, cites: dict[str, list[Cite]]) -> Iterable[Checked]:
    estimates = _list_estimates(catalogue)
    for kind, found in cites.items():
        by_source: dict[str, list[str]] = {}
        for cite in (cite for cite in found if cite.source not in estimates):
            by_source.setdefault(cite.source, []).append(cite.checked)
        for source, days in sorted(by_source.items()):
            dated = [day for day in days if day]
            yield Checked(
                kind=kind,
                source=source,
                values=len(days),
                oldest=min(dated, default=""),
                latest=max(dated, default=""),
                undated=len(days) - len(dated),
            )


def _share_estimates(catalogue: Catalogue, kind: str, cites: list[Cite]) -> EstimateShare:
    """Of values only: what describes a move without saying how often it is taken is counted apart."""
    if kind == "moves":
        described = Counter(cite for move in catalogue.moves.values() for cite in move.seen_in)
        cites = list((Counter(cites) - described).elements())
    estimates = _list_estimates(catalogue)
    return EstimateShare(kind=kind, values=len(cites), estimates=sum(cite.source in estimates for cite in cites))


def _list_estimates(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(source_id for source_id, source in catalogue.sources.items() if source.estimate)


def _list_rungs(catalogue: Catalogue) -> Iterable[Rung]:
    """Rungs above the ground floor, which nobody has to climb to."""
    entered = Counter(move.to for move in catalogue.moves.values())
    for industry in INDUSTRIES:
        for level in LEVELS[1:]:
            roles = [
                role_id
                for role_id, role in catalogue.roles.items()
                if industry_of(role_id) == industry and role.level == level
            ]
            if roles:
                moves_in = sum(entered[role_id] for role_id in roles)
                yield Rung(industry=industry, level=level, roles=len(roles), moves_in=moves_in)


def _measure_country(catalogue: Catalogue, country: str) -> CountryCoverage:
    def is_own(item_id: str) -> bool:
        return any(place.split("-")[0] == country for place in catalogue.training[item_id].jurisdictions)

    industries = sorted({industry_of(role_id) for role_id in catalogue.roles})
    everywhere = {
        item.stage
        for item in catalogue.training.values()
        if item.rungs and not item.industries and serves(item, country)
    }
    by_industry = {
        industry: everywhere
        | {
            catalogue.training[item_id].stage
            for item_id in _list_training(catalogue, industry)
            if item_id in catalogue.training and serves(catalogue.training[item_id], country)
        }
        for industry in industries
    }
    return CountryCoverage(
        country=country,
        name=_name_country(catalogue, country),
        own=_count_stages(catalogue, is_own),
        bare={
            stage: tuple(industry for industry in industries if stage not in by_industry[industry]) for stage in STAGES
        },
        laws=sum(law.jurisdiction.split("-")[0] == country for law in catalogue.laws.values()),
        paid=_count_paid(catalogue, country),
    )


def _count_paid(catalogue: Catalogue, country: str) -> int:
    if country_of_pay(catalogue, country) != country:
        return 0
    return sum(find_pay(catalogue, role_id, country) is not None for role_id in catalogue.roles)


def _list_lawless(catalogue: Catalogue) -> Iterable[str]:
    """Countries looked at or named by training, of which no law stands here."""
    trained = {place.split("-")[0] for item in catalogue.training.values() for place in item.jurisdictions}
    lawful = {law.jurisdiction.split("-")[0] for law in catalogue.laws.values()}
    return (_name_country(catalogue, country) for country in sorted((trained | set(COUNTRIES)) - lawful))


def _name_country(catalogue: Catalogue, country: str) -> str:
    named = catalogue.countries.get(country)
    return named.name if named else country

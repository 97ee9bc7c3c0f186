"""Proof that the catalogue is whole: references, cites, ladders, examples, dates.

Each check takes the catalogue and yields findings; :func:`check_catalogue` runs them all. A check is registered by
:func:`_check`, so the list of checks is the list of functions here.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.inside import iter_inside
from groundfloor.catalogue.jurisdictions import is_jurisdiction
from groundfloor.catalogue.lookup import KINDS
from groundfloor.catalogue.records import Cite, Move, Role, TrainingItem
from groundfloor.catalogue.titles import names_role
from groundfloor.model.facts import Qualification, Tool
from groundfloor.model.findings import Finding
from groundfloor.model.vocabulary import INDUSTRIES, LEVELS, STAGES, WORK_TRAITS
from groundfloor.text.patterns import PatternSet

Check = Callable[[Catalogue, date], Iterator[tuple[str, str]]]

CHECKS: dict[str, Check] = {}
"""Name of a check to the function that yields (where, what is wrong)."""

_ID = re.compile(r"^[a-z0-9_]+(-[a-z0-9_]+)*(\.[a-z0-9_]+(-[a-z0-9_]+)*)?$")
_MANAGEMENT = frozenset({"manager", "head", "executive_owner"})
_OCCUPATION = re.compile(r"\b\d\d-\d{4}\.\d\d\b")
_RUNGS_AHEAD = 3
"""How many rungs ahead of a step the advanced training of its last stage may look."""


def check_catalogue(catalogue: Catalogue, *, today: date) -> list[Finding]:
    """Runs every check.

    Args:
        catalogue: the catalogue.
        today: the day after which no date may lie.

    Returns:
        Findings, none when the catalogue is whole.
    """
    return [
        Finding(code="knowledge-broken", severity="error", message=problem, where=where, hint=f"Check: {name}.")
        for name, check in CHECKS.items()
        for where, problem in check(catalogue, today)
    ]


def _check(check: Check) -> Check:
    CHECKS[check.__name__.removeprefix("_check_").replace("_", " ")] = check
    return check


def _entries(catalogue: Catalogue) -> Iterator[tuple[str, str, Any]]:
    for kind in (*KINDS, "employment", "pay_floors", "job_search", "lexicon"):
        for entry_id, entry in getattr(catalogue, kind).items():
            yield kind, entry_id, entry
    if catalogue.next_steps:
        yield "matching", "next_steps", catalogue.next_steps


@_check
def _check_ids_are_plain(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for kind, entry_id, _entry in _entries(catalogue):
        if kind not in ("languages", "sources", "lexicon", "matching") and not _ID.match(entry_id):
            yield f"{kind} {entry_id}", "the id is not lower-case words joined by hyphens"


@_check
def _check_all_industries_are_there(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for industry in INDUSTRIES:
        if industry not in catalogue.industries:
            yield f"industries {industry}", "the industry has no entry"


@_check
def _check_cites_name_a_source(catalogue: Catalogue, today: date) -> Iterator[tuple[str, str]]:
    for kind, entry_id, entry in _entries(catalogue):
        for cite in iter_inside(entry, Cite):
            if cite.source not in catalogue.sources:
                yield f"{kind} {entry_id}", f"cites the unknown source {cite.source!r}"
            elif catalogue.sources[cite.source].estimate and not cite.place:
                yield f"{kind} {entry_id}", "an estimate must say its basis in `place`"
            if cite.checked > today.isoformat():
                yield f"{kind} {entry_id}", f"was checked on {cite.checked}, which is still to come"


@_check
def _check_publications_are_out(catalogue: Catalogue, today: date) -> Iterator[tuple[str, str]]:
    dates = [
        *((f"sources {key}", "published", source.published or "") for key, source in catalogue.sources.items()),
        *((f"sources {key}", "read", source.accessed) for key, source in catalogue.sources.items()),
        *((f"wages {key}", "dated", table.date) for key, table in catalogue.wages.items()),
        *((f"employment {key}", "dated", table.date) for key, table in catalogue.employment.items()),
        *((f"job_search {key}", "dated", search.date) for key, search in catalogue.job_search.items()),
    ]
    for where, what, day in dates:
        if day > today.isoformat():
            yield where, f"was {what} on {day}, which is still to come"


@_check
def _check_every_source_has_a_reader(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    cited = {cite.source for _kind, _id, entry in _entries(catalogue) for cite in iter_inside(entry, Cite)}
    for source in sorted(catalogue.sources.keys() - cited):
        yield f"sources {source}", "no entry cites this source"


@_check
def _check_references_lead_somewhere(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for move_id, move in catalogue.moves.items():
        yield from _missing(f"moves {move_id}", "role", (move.start, move.to), catalogue.roles)
        yield from _missing(
            f"moves {move_id}", "training item", (step.item for step in move.training), catalogue.training
        )
    for item_id, item in catalogue.training.items():
        yield from _missing(f"training {item_id}", "law", item.laws, catalogue.laws)
    for tool_id, tool in catalogue.tools.items():
        yield from _missing(f"tools {tool_id}", "tool", filter(None, [tool.successor]), catalogue.tools)
    for kind, entry_id, entry in _entries(catalogue):
        tools = (tool.id for tool in iter_inside(entry, Tool) if tool.id)
        qualifications = (held.id for held in iter_inside(entry, Qualification) if held.id)
        yield from _missing(f"{kind} {entry_id}", "tool", tools, catalogue.tools)
        yield from _missing(f"{kind} {entry_id}", "training item", qualifications, catalogue.training)


def _missing(where: str, what: str, ids: Any, known: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for entry_id in ids:
        if entry_id not in known:
            yield where, f"names the unknown {what} {entry_id!r}"


@_check
def _check_wage_tables_count_a_role_once(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for table_id, table in catalogue.wages.items():
        counted = Counter(role_id for row in table.rows.values() for role_id in row.roles)
        yield from _missing(f"wages {table_id}", "role", counted, catalogue.roles)
        for role_id in (role_id for role_id, times in counted.items() if times > 1):
            yield f"wages {table_id}", f"counts the role {role_id!r} in two occupations"
        if counted and table.roles_cite is None:
            yield f"wages {table_id}", "does not say in `roles_cite` who put the roles to the occupations"


@_check
def _check_wages_rise(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for table_id, table in catalogue.wages.items():
        for code, row in table.rows.items():
            known = [one for one in (row.p10, row.p25, row.median, row.p75, row.p90) if one is not None]
            if known != sorted(known):
                yield f"wages {table_id} {code}", "a higher percentile is below a lower one"


@_check
def _check_pay_is_in_the_money_of_its_country(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for kind in ("wages", "pay_floors"):
        for entry_id, entry in getattr(catalogue, kind).items():
            country = catalogue.countries.get(entry.place.partition("-")[0])
            if country is None or entry.currency != country.currency:
                yield f"{kind} {entry_id}", f"{entry.currency} is not the money of {entry.place}"


@_check
def _check_prices_can_be_put_in_order(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for item_id, item in catalogue.training.items():
        if item.cost and item.cost.currency not in catalogue.rough_worth:
            yield f"training {item_id}", f"money.yaml does not list {item.cost.currency}"
        if item.cost and (item.cost.member_amount or 0.0) > item.cost.amount:
            yield f"training {item_id}", "members pay more than everybody else"


@_check
def _check_laws_are_whole(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for law_id, law in catalogue.laws.items():
        where, stem = f"laws {law_id}", law_id.split(".")[0].upper()
        if not is_jurisdiction(law.jurisdiction, catalogue.countries):
            yield where, f"holds in the unknown place {law.jurisdiction!r}"
        elif law.jurisdiction.split("-")[0].upper() != {"UK": "GB"}.get(stem, stem):
            yield where, f"stands in the file of another jurisdiction than {law.jurisdiction}"
        if not law.cite.place:
            yield where, "does not say where in its source it stands"
        if law.cite.checked and not law.url:
            yield where, "was checked, but does not say at which address"
        if len(set(law.industries)) < len(law.industries):
            yield where, "names an industry twice"


@_check
def _check_every_industry_has_a_law_of_its_own(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    named = {industry for law in catalogue.laws.values() for industry in law.industries}
    for industry in INDUSTRIES:
        if industry != "other" and industry not in named:
            yield f"industries {industry}", "no law names the industry"


@_check
def _check_bars_say_where_they_hold(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for role_id, role in catalogue.roles.items():
        where = f"roles {role_id}"
        for ask in role.asks:
            if ask.legal_bar and not ask.jurisdictions:
                yield where, "a bar set by law does not say where it holds"
            if not ask.legal_bar and (ask.jurisdictions or ask.reach or ask.task):
                yield where, "says where the law bars the work, yet is no bar"
            for place in ask.jurisdictions:
                if not is_jurisdiction(place, catalogue.countries):
                    yield where, f"a bar set by law holds in the unknown place {place!r}"


@_check
def _check_occupations_are_counted(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    counted = {code for table in catalogue.employment.values() for code in table.rows}
    for role_id, role in catalogue.roles.items():
        codes = {soc.partition(".")[0] for soc in role.soc}
        if counted and codes and not codes & counted:
            yield f"roles {role_id}", f"nobody counts how many work in {', '.join(sorted(codes))}"


@_check
def _check_moves_make_sense(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    pairs = Counter((move.start, move.to) for move in catalogue.moves.values())
    for move_id, move in catalogue.moves.items():
        where = f"moves {move_id}"
        if move.start == move.to:
            yield where, "leads from a role to itself"
        if pairs[move.start, move.to] > 1:
            yield where, f"the step {move.start} to {move.to} stands twice"
        if move.months_in_role.min > move.months_in_role.max or move.months_in_role.min < 0:
            yield where, "the range of months is not a range"
        if move.kind == "promotion" and not _goes_up(catalogue, move.start, move.to):
            yield where, "a promotion must lead to a higher level"


def _goes_up(catalogue: Catalogue, start: str, to: str) -> bool:
    if start not in catalogue.roles or to not in catalogue.roles:
        return True
    return LEVELS.index(catalogue.roles[start].level) < LEVELS.index(catalogue.roles[to].level)


@_check
def _check_moves_have_all_four_stages(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for move_id, move in catalogue.moves.items():
        held = {catalogue.training[step.item].stage for step in move.training if step.item in catalogue.training}
        for stage in sorted(STAGES.keys() - held):
            yield f"moves {move_id}", f"has no training item of stage {stage} ({STAGES[stage]})"


@_check
def _check_qualifications_say_for_which_rungs(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for item_id, item in catalogue.training.items():
        if item.stage >= 3 and (item.industries or item.jurisdictions) and not item.rungs:
            yield f"training {item_id}", "does not say in `rungs` for which rungs it is"


@_check
def _check_training_is_for_the_rung_it_leads_to(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for move_id, move in catalogue.moves.items():
        for step in move.training:
            item, role = catalogue.training.get(step.item), catalogue.roles.get(move.to)
            if item and role and item.rungs and not _prepares_for(item, role.level):
                yield f"moves {move_id}", f"{step.item} does not prepare for the rung {role.level!r}"


def _prepares_for(item: TrainingItem, level: str) -> bool:
    if item.stage < 4:
        return level in item.rungs
    rungs, reached = [LEVELS.index(rung) for rung in item.rungs], LEVELS.index(level)
    return reached <= max(rungs) and min(rungs) - reached <= _RUNGS_AHEAD


@_check
def _check_training_is_for_the_work_it_leads_to(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for move_id, move in catalogue.moves.items():
        for step in move.training:
            item, role = catalogue.training.get(step.item), catalogue.roles.get(move.to)
            if item and role and item.families and role.family not in item.families:
                yield f"moves {move_id}", f"{step.item} is not for the work {role.family!r}"


@_check
def _check_practice_is_of_a_trade_of_the_step(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for move_id, move in catalogue.moves.items():
        trades = {_industry(move.start), _industry(move.to)}
        for step in move.training:
            item = catalogue.training.get(step.item)
            if item and item.stage == 1 and item.industries and not trades & {*item.industries}:
                yield f"moves {move_id}", f"{step.item} is practice in neither of its trades"


@_check
def _check_cited_occupations_are_those_of_the_roles(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for role_id, role in catalogue.roles.items():
        for cite in iter_inside(role, Cite):
            if not {*_OCCUPATION.findall(cite.place)} <= {*role.soc}:
                yield f"roles {role_id}", f"cites {cite.place!r}, which is none of its occupations"
    for move_id, move in catalogue.moves.items():
        if not _cites_its_own_occupations(move, catalogue.roles):
            yield f"moves {move_id}", f"cites {move.trodden_cite.place!r}, which are not the occupations of its roles"


def _cites_its_own_occupations(move: Move, roles: dict[str, Role]) -> bool:
    codes, place = _OCCUPATION.findall(move.trodden_cite.place), move.trodden_cite.place
    if len(codes) != 2 or not {move.start, move.to} <= roles.keys():
        return not codes
    start, to = reversed(codes) if "way round" in place else codes
    return start in roles[move.start].soc and to in roles[move.to].soc


@_check
def _check_every_ladder_is_climbable(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    upward: dict[str, set[str]] = {role: set() for role in catalogue.roles}
    for move in catalogue.moves.values():
        if move.start in upward and move.to in upward and _industry(move.start) == _industry(move.to):
            upward[move.start].add(move.to)
    reached_from = {role: _reachable(role, upward) for role in catalogue.roles}
    for role_id, role in catalogue.roles.items():
        if role.level == "ground" and not any(catalogue.roles[to].level in _MANAGEMENT for to in reached_from[role_id]):
            yield f"roles {role_id}", "no route leads from this ground-floor role to a management role of its industry"
        if role.level in _MANAGEMENT and not _has_ground_floor_below(catalogue.roles, role_id, reached_from):
            yield f"roles {role_id}", "no route leads to this role from a ground-floor role of its industry"


def _industry(role_id: str) -> str:
    return role_id.split(".", 1)[0]


def _has_ground_floor_below(roles: dict[str, Role], role_id: str, reached_from: dict[str, set[str]]) -> bool:
    return any(role_id in reached_from[start] for start, role in roles.items() if role.level == "ground")


def _reachable(start: str, edges: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for to in edges[waiting.pop()] - reached:
            reached.add(to)
            waiting.append(to)
    return reached


@_check
def _check_no_role_stands_alone(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    touched = {role for move in catalogue.moves.values() for role in (move.start, move.to)}
    for role_id in catalogue.roles:
        if role_id not in touched:
            yield f"roles {role_id}", "no move leads to this role or away from it"


@_check
def _check_roles_belong_to_a_listed_industry(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for role_id in catalogue.roles:
        if _industry(role_id) not in INDUSTRIES:
            yield f"roles {role_id}", "the file's name is not an industry"


@_check
def _check_title_examples_hold(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for role_id, role in catalogue.roles.items():
        for title in role.titles.match:
            if not names_role(role.titles.names, title):
                yield f"roles {role_id}", f"does not recognise {title!r}, which it should match"
        for title in role.titles.refuse:
            if names_role(role.titles.names, title):
                yield f"roles {role_id}", f"recognises {title!r}, which it should refuse"


@_check
def _check_lexicon_examples_hold(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    for entry_id, entry in catalogue.lexicon.items():
        try:
            scan = PatternSet((entry_id, pattern) for pattern in entry.patterns)
        except ValueError as error:
            yield f"lexicon {entry_id}", str(error)
            continue
        for text in entry.match:
            if not scan.find(text):
                yield f"lexicon {entry_id}", f"does not match {text!r}"
        for text in entry.refuse:
            if scan.find(text):
                yield f"lexicon {entry_id}", f"matches {text!r}, which it should refuse"


@_check
def _check_every_trait_of_work_has_a_statement(catalogue: Catalogue, _: date) -> Iterator[tuple[str, str]]:
    asked = {statement.about for statement in catalogue.self_check.values()}
    for trait in WORK_TRAITS:
        if trait not in asked:
            yield f"self_check {trait}", "no statement of the self-check is about it"

"""Where people in a position go next: invented people and what an adviser would tell them."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import msgspec
import pytest
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.strict_yaml import read_yaml
from groundfloor.cli.next_text import print_next_steps
from groundfloor.errors import GroundfloorError
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Profile, Schooling
from groundfloor.model.vocabulary import Level, RoleFamily
from groundfloor.services.next_steps.listing import find_position, list_next_steps, with_openings
from groundfloor.services.next_steps.records import NextStep, NextSteps, Position, Rung
from groundfloor.services.next_steps.weighing import Weighing, weigh_next_rungs
from groundfloor.services.routes.ends import choose_start
from groundfloor.services.routes.records import RouteConstraints
from groundfloor.services.routes.standing import read_standing

sys.path.insert(0, str(Path(__file__).parents[1] / "scenarios"))

from test_route_scenarios import to_job

CATALOGUE = open_catalogue()
CASHIER = Position(rung=Rung("cashier", "ground"), industry="retail", role_id="retail.cashier")


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``jobs`` are lines of title, family, level, industry and months, latest first; ``next`` a family and a level."""

    story: str
    jobs: tuple[str, ...]
    next: str

    @property
    def rung(self) -> Rung:
        family, level = self.next.split()
        return Rung(cast(RoleFamily, family), cast(Level, level))


def read_people() -> dict[str, Person]:
    path = Path(__file__).with_name("people.yaml")
    return msgspec.convert(read_yaml(path.read_text(encoding="utf-8"), path.name), dict[str, Person])


def weigh_jobs(jobs: Sequence[Job], **more: object) -> list[Weighing]:
    profile = msgspec.convert({"id": "x", "jobs": tuple(jobs), **more}, Profile)
    standing = read_standing(profile)
    start, _ = choose_start(CATALOGUE, profile, None, standing)
    return weigh_next_rungs(CATALOGUE, find_position(profile, start, standing))


def weight_of(weighed: Sequence[Weighing], rung: Rung) -> float:
    return next(one.weight for one in weighed if one.rung == rung) / sum(one.weight for one in weighed)


def names(steps: Sequence[NextStep]) -> list[str]:
    return [step.to.name for step in steps]


def all_of(steps: NextSteps) -> tuple[NextStep, ...]:
    return (*steps.up, *steps.across, *steps.down)


@pytest.mark.parametrize("half", [0, 1])
def test_invented_people_go_where_five_steps_lead_more_often_than_where_most_of_them_go(half: int) -> None:
    people = read_people()
    asked = list(people.values())[half::2]
    told = [person.rung in [one.rung for one in weigh_jobs([*map(to_job, person.jobs)])][:5] for person in asked]
    usual = []
    for person in asked:
        counted = Counter(other.rung for other in people.values() if other is not person)
        most = sorted(counted, key=lambda rung: (-counted[rung], rung))
        usual.append(person.rung in most[:5])
    assert sum(told) > sum(usual)


def test_a_cashier_is_led_up_in_the_shop_and_sideways_onto_the_floor() -> None:
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier")
    assert {step.to.industry for step in steps.up} == {"retail"}
    assert names(steps.across)[0] == "Store assistant"
    assert not steps.down, "there is nothing below the ground floor"


def test_of_steps_up_those_first_that_a_move_leads_to_from_just_this_role() -> None:
    agent = Job(
        title="Call center agent",
        start="2021-03",
        end="2025-11",
        current=False,
        role_family="contact_centre_agent",
        level="ground",
        customer_facing=True,
        people_managed=False,
    )
    steps = list_next_steps(CATALOGUE, profile=Profile(id="x", jobs=(agent,)), limit=20)
    known = [step.move_id is not None for step in steps.up]
    assert known == sorted(known, reverse=True)
    assert set(known) == {True, False}
    assert "Contact centre team leader" in names(steps.up)


def test_the_rung_one_stands_on_and_work_outside_the_field_are_no_next_step() -> None:
    rungs = [one.rung for one in weigh_next_rungs(CATALOGUE, CASHIER)]
    assert CASHIER.rung not in rungs
    assert not [rung for rung in rungs if rung.family == "other"]


def test_every_step_carries_its_reasons_and_their_sources() -> None:
    steps = list_next_steps(CATALOGUE, start_role="contact_centre_outsourcing.inbound-agent", limit=5)
    for step in all_of(steps):
        assert {"jobs", "kind_of_work", "carries"} <= {part.name for part in step.parts}
        assert all(part.why and part.cite.source in steps.sources for part in step.parts)
        assert step.trodden_cite is None or step.trodden_cite.source in steps.sources


def test_all_shares_together_are_one() -> None:
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier", limit=1000)
    assert sum(step.share for step in all_of(steps)) == pytest.approx(1, abs=0.01)


CLERK = to_job("Office Clerk | clerical_support | ground | other | 2018-01 to 2018-12")
TELLER = to_job("Bank Teller | bank_teller | ground | banking_finance | 2015-01 to 2017-12")
HEAD_TELLER = to_job("Lead Teller | bank_teller | lead | banking_finance | 2015-01 to 2017-12")


def test_work_done_before_draws_back_most_on_the_rung_held_then() -> None:
    at_the_counter = Rung("bank_teller", "ground")
    never, once, led = (
        weight_of(weigh_jobs(jobs), at_the_counter) for jobs in ([CLERK], [CLERK, TELLER], [CLERK, HEAD_TELLER])
    )
    assert never < led < once


@pytest.mark.parametrize(
    ("months", "reason"),
    [("2018-01 to 2018-03", "early for a step up"), ("2015-01 to 2018-12", "48 months in your work")],
)
def test_a_step_up_waits_for_time_in_the_work(months: str, reason: str) -> None:
    weighed = weigh_jobs([to_job(f"Cashier | cashier | ground | retail | {months}")])
    up = next(one for one in weighed if one.way == "up")
    assert reason in [part.why for part in up.parts]


def test_a_finished_degree_speaks_for_steps_up_only() -> None:
    degree = (Schooling(level="bachelor", year=2014),)
    weighed = weigh_jobs([CLERK], education=degree)
    assert {one.way for one in weighed if "your degree" in [part.why for part in one.parts]} == {"up"}


def test_lower_pay_is_said_and_speaks_against_a_step() -> None:
    steps = list_next_steps(CATALOGUE, start_role="retail.service-desk-assistant", limit=50)
    falls = [step for step in all_of(steps) if step.pay_falls]
    assert falls
    assert all(part.factor < 1 for step in falls for part in step.parts if part.name == "pay")
    assert all(step.warnings for step in falls)


def test_refused_hours_and_work_from_home_are_kept_to() -> None:
    at_home = RouteConstraints(at_home=True, refused_schedules=("nights",))
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier", constraints=at_home, limit=20)
    for step in all_of(steps):
        setting = CATALOGUE.roles[step.to.id].setting
        assert "remote" in setting.workplace
        assert "nights" not in setting.schedule


def test_staying_in_the_industry_leaves_only_its_roles() -> None:
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier", constraints=RouteConstraints(same_industry=True))
    assert {step.to.industry for step in all_of(steps)} == {"retail"}


def test_who_starts_from_nothing_is_shown_the_ground_floor_with_most_jobs_first() -> None:
    steps = list_next_steps(CATALOGUE, limit=4)
    assert {step.to.level for step in steps.across} == {"ground"}
    assert [step.employees for step in steps.across] == sorted((step.employees for step in steps.across), reverse=True)
    assert steps.up == steps.down == ()


def test_a_move_of_the_catalogue_tells_its_months_and_how_well_trodden_it_is() -> None:
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier")
    first = steps.across[0]
    assert first.move_id
    move = CATALOGUE.moves[first.move_id]
    assert (first.months_min, first.trodden) == (move.months_in_role.min, move.trodden)


def test_a_sideways_step_says_how_many_ways_up_it_opens() -> None:
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier", limit=10)
    assert any(step.opens for step in steps.across)


def test_advertisements_for_just_the_next_role_are_named() -> None:
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier")
    wanted = steps.across[0].to
    work = {"role_family": wanted.family, "level": wanted.level, "industry": wanted.industry}
    empty = {"soc": (), "workplace": "not_stated", "direction": "not_stated", "facts": ()}
    reading = msgspec.convert({"id": "a", "title": "Shop assistant", **work, **empty}, PostingReading)
    opened = with_openings(steps, [reading])
    assert [opening.title for opening in opened.across[0].openings or ()] == ["Shop assistant"]
    assert opened.up[0].openings == ()


def test_a_catalogue_without_weights_says_so() -> None:
    with pytest.raises(GroundfloorError, match="no weights"):
        list_next_steps(replace(CATALOGUE, next_steps=None), start_role="retail.cashier")


def test_an_unknown_role_is_answered_with_the_nearest() -> None:
    with pytest.raises(GroundfloorError) as error:
        list_next_steps(CATALOGUE, start_role="retail.cashir")
    assert error.value.code == "role-unknown"


def test_a_rung_whose_jobs_nobody_counts_is_still_a_step() -> None:
    leads = replace(CATALOGUE.roles["retail.checkout-lead"], family="cashier", soc=())
    catalogue = replace(CATALOGUE, roles={**CATALOGUE.roles, "own.head-cashier": leads})
    weighed = weigh_next_rungs(catalogue, CASHIER)
    step = next(one for one in weighed if one.role_id == "own.head-cashier")
    assert step.employees == 0
    assert step.parts[0].why == "nobody counts the jobs in till work on this rung"
    assert step.weight > weighed[-1].weight > 0


def test_the_role_that_stands_for_other_work_is_no_step_away_from_it() -> None:
    office = [to_job("Office Clerk | clerical_support | ground | business_services | 2018-01 to 2019-12")]
    steps = list_next_steps(CATALOGUE, profile=Profile(id="x", jobs=tuple(office)), limit=50)
    assert steps.start.role
    assert steps.start.role.id not in {step.to.id for step in all_of(steps)}


def test_what_another_country_asks_by_law_is_left_out_where_the_country_is_named() -> None:
    asked = {}
    for country in ("DE", "GB"):
        steps = list_next_steps(CATALOGUE, constraints=RouteConstraints(country=country), limit=50)
        asked[country] = {need.where for step in all_of(steps) for need in step.needs if need.legal_bar}
    assert asked["DE"] != asked["GB"]


def led(title: str, level: str, *, led_people: bool = True) -> Profile:
    job = to_job(f"{title} | other | {level} | logistics_mail | 2021-03 to 2025-10")
    return Profile(id="x", jobs=(replace(job, people_managed=led_people, customer_facing=False),))


def test_who_has_led_people_in_other_work_may_lead_here_in_their_own_industry_first() -> None:
    steps = list_next_steps(CATALOGUE, profile=led("Warehouse Team Leader", "lead"))
    assert steps.across[0].to.id == "logistics_mail.logistics-service-team-leader"
    assert {step.to.family for step in steps.across} == {"team_leader"}
    assert all(step.to.level == "ground" for step in steps.down)
    assert {step.to.level for step in steps.up} == {"supervisor"}
    assert steps.start.note == (
        "No customer-service job is known; that you led people as Warehouse Team Leader counts."
    )
    kind = next(part for part in steps.across[0].parts if part.name == "kind_of_work")
    assert kind.why == "you have led people, if in other work"


def test_who_has_managed_in_other_work_is_offered_no_rung_above_their_own() -> None:
    steps = list_next_steps(CATALOGUE, profile=led("Warehouse Manager", "manager"))
    assert steps.up == ()
    assert {step.to.level for step in steps.across} == {"manager"}


def test_who_did_other_work_and_led_nobody_begins_on_the_ground_floor() -> None:
    steps = list_next_steps(CATALOGUE, profile=led("Warehouse Operative", "ground", led_people=False))
    assert {step.to.level for step in steps.across} == {"ground"}


def test_what_the_law_of_one_country_asks_is_told_as_such_where_no_country_is_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = {}
    for country in ("", "AU", "GB"):
        constraints = RouteConstraints(country=country)
        steps = list_next_steps(
            CATALOGUE, start_role="hospitality_food.food-service-attendant", constraints=constraints
        )
        print_next_steps(replace(steps, up=steps.up[:1], across=(), down=()))
        told[country] = " ".join(capsys.readouterr().out.split())
    name = "Responsible Service of Alcohol certificate"
    assert f"the law asks, but only there: in New South Wales (Australia) {name}" in told[""]
    assert f"it asks: 6 months of food service, {name} (Australia)" in told["AU"]
    assert name not in told["GB"]

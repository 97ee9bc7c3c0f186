"""A store made by an earlier version is taken along with everything in it."""

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from alembic import command
from alembic.config import Config

import groundfloor.store
from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.profile import Profile
from groundfloor.services.plans.keeping import get_plan, list_plans
from groundfloor.services.plans.showing import show_plan
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import NothingFound, RouteConstraints, RoutePlan
from groundfloor.store.store import _make_engine, open_store

DAY = "2026-10-01"
PROFILE = Profile(id="rosa", months_customer_facing=14)
POSTING = Posting(id="ad-1", title="Cashier – Spätschicht")
READING = PostingReading(
    id="ad-1",
    title="Cashier",
    role_family="cashier",
    level="ground",
    soc=(),
    industry="retail",
    workplace="onsite",
    direction="not_stated",
    facts=(),
)


def answer(**wishes: Any) -> RoutePlan:
    constraints = RouteConstraints(country="US", **wishes)
    return plan_routes(
        open_catalogue(), goal="retail.store-manager", start_role="retail.cashier", constraints=constraints
    )


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store as the first version of the tables made it, with a person, a posting and three plans."""
    path = tmp_path / "kept.db"
    engine = _make_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(groundfloor.store.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.commit()
    engine.dispose()
    with sqlite3.connect(path) as rows:
        rows.execute("INSERT INTO profiles VALUES ('rosa', 'cv.pdf', 'Cashier 2019', ?, ?)", (text(PROFILE), DAY))
        rows.execute("INSERT INTO postings VALUES ('ad-1', 'hash', ?, ?, ?)", (text(POSTING), text(READING), DAY))
        plans = {
            "rosa to retail.store-manager": ("rosa", answer()),
            "anyone to retail.store-manager": (None, answer()),
            "anyone to the moon": (None, answer(months_at_most=1)),
        }
        for plan_id, (person, found) in plans.items():
            row = (plan_id, person, "retail.store-manager", text(found), DAY)
            rows.execute("INSERT INTO plans VALUES (?, ?, ?, ?, ?)", row)
    rows.close()
    return f"sqlite:///{path}"


def text(record: Any) -> str:
    return msgspec.json.encode(record).decode()


def test_people_postings_and_plans_are_all_there_after_an_update(url: str) -> None:
    with open_store(url) as store:
        assert store.find_profile("rosa") == PROFILE
        assert list(store.iter_readings()) == [READING]
        assert store.list_ids("plans") == [
            "anyone to retail.store-manager",
            "anyone to the moon",
            "rosa to retail.store-manager",
        ]


def test_an_old_plan_goes_on_with_its_first_route_and_names_the_others(url: str) -> None:
    with open_store(url) as store:
        plan = get_plan(store, "rosa to retail.store-manager")
    first, *others = answer().routes
    assert plan.route == first
    assert [way.roles[-1] for way in plan.other_ways] == [route.goal.name for route in others]
    assert (plan.person, plan.asked, plan.made_on, plan.changed_on) == ("rosa", "retail.store-manager", DAY, DAY)
    assert plan.constraints == RouteConstraints(country="US")
    assert plan.sources == answer().sources


def test_an_old_plan_that_found_no_route_is_kept_to_be_planned_again(url: str) -> None:
    assert isinstance(answer(months_at_most=1).nothing, NothingFound)
    with open_store(url) as store:
        plan = get_plan(store, "anyone to the moon")
    assert plan.route.steps == ()
    assert plan.route.goal.id == "retail.store-manager"
    assert plan.constraints.months_at_most == 1


def test_every_old_plan_can_be_shown(url: str) -> None:
    with open_store(url) as store:
        views = [show_plan(plan, today=date(2026, 11, 25)) for plan in list_plans(store)]
    assert all(view.next for view in views)


def test_an_updated_store_is_updated_once(url: str) -> None:
    open_store(url).close()
    with sqlite3.connect(url.removeprefix("sqlite:///")) as rows:
        before = rows.execute("SELECT record, changed_on FROM plans ORDER BY id").fetchall()
    rows.close()
    open_store(url).close()
    with sqlite3.connect(url.removeprefix("sqlite:///")) as rows:
        assert rows.execute("SELECT record, changed_on FROM plans ORDER BY id").fetchall() == before
    rows.close()
    assert {day for _, day in before} == {DAY}
    assert all("route" in json.loads(record) for record, _ in before)


def test_removing_a_person_still_removes_their_plans_after_an_update(url: str) -> None:
    with open_store(url) as store:
        store.remove("profiles", "rosa")
        assert len(store.list_plans()) == 2

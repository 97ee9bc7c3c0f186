"""What is kept stays kept, and what cannot be kept is told plainly."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from groundfloor.errors import GroundfloorError
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.profile import Profile
from groundfloor.store import schema
from groundfloor.store.store import Store, StoredPlan, open_store

DAY = "2026-11-25"


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'kept.db'}"


def a_reading(posting_id: str, title: str = "Cashier") -> tuple[Posting, PostingReading]:
    reading = PostingReading(
        id=posting_id,
        title=title,
        role_family="cashier",
        level="ground",
        soc=("41-2011.00",),
        industry="retail",
        workplace="onsite",
        direction="not_stated",
        facts=(),
    )
    return Posting(id=posting_id, title=title), reading


def test_a_kept_profile_comes_back_whole_after_reopening(url: str) -> None:
    profile = Profile(id="rosa", months_customer_facing=14)
    with open_store(url) as store:
        store.put_profile(profile, document_name="rosa.pdf", document_text="Cashier 2019", added_on=DAY)
    with open_store(url) as store:
        assert store.find_profile("rosa") == profile
        assert store.find_profile("someone else") is None
        assert store.list_ids("profiles") == ["rosa"]


def test_postings_put_twice_are_kept_once_with_the_newest_reading(url: str) -> None:
    with open_store(url) as store:
        assert store.put_postings((a_reading(f"ad-{n}") for n in range(2500)), added_on=DAY) == 2500
        store.put_postings([a_reading("ad-7", title="Head cashier")], added_on=DAY)
        assert len(store.list_ids("postings")) == 2500
        assert [r.title for r in store.iter_readings() if r.id == "ad-7"] == ["Head cashier"]


def test_removing_a_person_removes_their_plans_too(url: str) -> None:
    with open_store(url) as store:
        store.put_profile(Profile(id="rosa"), document_name="", document_text="", added_on=DAY)
        store.put_plan(StoredPlan("plan-1", "rosa", "retail.floor-manager", {"ticks": []}, DAY, DAY))
        store.put_plan(StoredPlan("plan-2", None, "retail.floor-manager", {"ticks": []}, DAY, DAY))
        assert store.remove("profiles", "rosa")
        assert not store.remove("profiles", "rosa")
        assert [plan.id for plan in store.list_plans()] == ["plan-2"]
        assert store.find_plan("plan-1") is None


def test_a_plan_put_again_comes_back_as_it_was_put_last(url: str) -> None:
    plan = StoredPlan("plan-1", None, "retail.floor-manager", {"ticks": []}, DAY, DAY)
    ticked = plan._replace(record={"ticks": ["a course"]}, changed_on="2026-12-01")
    with open_store(url) as store:
        store.put_plan(plan)
        store.put_plan(ticked)
    with open_store(url) as store:
        assert store.find_plan("plan-1") == ticked
        assert store.list_plans() == [ticked]


def test_an_unwritable_folder_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError, match="cannot be used") as caught:
        open_store(f"sqlite:///{tmp_path / 'no such folder' / 'kept.db'}")
    assert caught.value.code == "store-unavailable"
    assert "--store" in caught.value.hint


def test_a_file_that_is_no_database_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear employer, " * 200)
    with pytest.raises(GroundfloorError, match="cannot be used"):
        open_store(f"sqlite:///{path}")
    assert path.read_text().startswith("Dear employer")


@pytest.mark.parametrize(
    ("address", "code"),
    [("not an address", "store-unavailable"), ("oracle://somewhere", "feature-missing")],
)
def test_an_address_that_leads_nowhere_is_named(address: str, code: str) -> None:
    with pytest.raises(GroundfloorError) as caught:
        open_store(address)
    assert caught.value.code == code


def test_a_store_made_by_a_newer_version_is_left_alone(url: str, tmp_path: Path) -> None:
    open_store(url).close()
    with sqlite3.connect(tmp_path / "kept.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(GroundfloorError, match="newer version"):
        open_store(url)


def test_the_migrations_make_exactly_the_tables_of_the_schema(url: str) -> None:
    open_store(url).close()
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), schema.metadata)
    engine.dispose()
    assert differences == []


def test_a_writer_killed_in_the_middle_leaves_whole_batches(url: str) -> None:
    code = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_store import a_reading
from groundfloor.store.store import open_store
def rows():
    for n in range(5000):
        if n == 3500:
            os._exit(9)
        yield a_reading(f"ad-{{n}}")
open_store({url!r}).put_postings(rows(), added_on="2026-11-25")
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with open_store(url) as store:
        assert len(store.list_ids("postings")) == 3000
        store.put_postings((a_reading(f"ad-{n}") for n in range(5000)), added_on=DAY)
        assert len(store.list_ids("postings")) == 5000


def test_two_people_can_read_while_one_writes(url: str) -> None:
    with open_store(url) as writer, open_store(url) as reader:
        writer.put_postings([a_reading("ad-1")], added_on=DAY)
        readings = reader.iter_readings()
        assert next(readings).id == "ad-1"
        writer.put_postings([a_reading("ad-2")], added_on=DAY)
        assert reader.list_ids("postings") == ["ad-1", "ad-2"]
        readings.close()  # type: ignore[attr-defined]


def test_the_store_is_closed_with_its_context(url: str) -> None:
    with open_store(url) as store:
        assert isinstance(store, Store)
    assert not list(Path(url.removeprefix("sqlite:///")).parent.glob("*-wal"))

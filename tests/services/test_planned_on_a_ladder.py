"""An employer's ladder kept and planned on: from the shop floor into it, up through it, with what each level asks."""

from datetime import date
from pathlib import Path

import pytest

from groundfloor.catalogue import packing
from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.checks import check_catalogue
from groundfloor.catalogue.records import Move
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Experience, Tool
from groundfloor.model.profile import Job, Profile
from groundfloor.services import ladders
from groundfloor.services.ladders import install_ladder, list_ladders, remove_ladder, with_ladders
from groundfloor.services.next_steps.listing import list_next_steps
from groundfloor.services.routes.planning import plan_routes

LADDER = """
# Brook support

| Area | Support Agent | Senior Support Agent | Support Team Lead | Support Manager |
|---|---|---|---|---|
| Work | Answers calls | Resolves complaints | Plans shifts | Runs the department |
| Asks | Fluent Spanish is required | 2 years of customer service experience | | Bachelor's degree required |
"""
TODAY = date(2026, 11, 25)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brook.md").write_text(LADDER, encoding="utf-8")
    install_ladder(tmp_path / "brook.md", industry="software_it", today=TODAY, folder=tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def field(folder: Path) -> Catalogue:
    return with_ladders(open_catalogue(), list_ladders(folder))


def test_levels_become_roles_with_what_they_ask_and_whose_words_say_so(field: Catalogue) -> None:
    agent = field.roles["software_it.brook-support-support-agent"]
    assert [(ask.kind, ask.strength, ask.cite.source) for ask in agent.asks] == [
        ("language", "required", "ladder-brook-support")
    ]
    assert field.sources["ladder-brook-support"].title == "Brook support (brook.md)"


def test_rungs_never_fall_and_the_bundled_catalogue_stays_as_it_is(field: Catalogue) -> None:
    levels = [role.level for role_id, role in field.roles.items() if ".brook-support-" in role_id]
    assert levels == ["ground", "experienced", "lead", "manager"]
    assert not any(".brook-support-" in role_id for role_id in open_catalogue().roles)


def test_a_cashier_is_shown_the_way_into_the_ladder_and_up(field: Catalogue) -> None:
    plan = plan_routes(field, start_role="retail.cashier", goal="software_it.brook-support-support-team-lead")
    assert plan.routes
    assert any(step.kind == "promotion" and "Brook" in step.to.name for route in plan.routes for step in route.steps)


def test_a_step_says_what_is_new_at_the_level_and_brings_training_of_the_catalogue(field: Catalogue) -> None:
    plan = plan_routes(field, start_role="Senior Support Agent", goal="Support Manager")
    step = plan.routes[0].steps[-1]
    assert step.note.startswith("The ladder asks here: Work: Runs the department")
    assert any(stage.items for stage in step.stages)
    assert step.months_cite.source == "groundfloor-estimate"


def test_a_catalogue_with_a_ladder_is_whole(field: Catalogue) -> None:
    own = [one for one in check_catalogue(field, today=TODAY) if "brook" in f"{one.where} {one.message}"]
    assert own == []


def test_a_ladder_of_the_same_name_replaces_the_older_one_and_one_removed_is_gone(folder: Path, tmp_path: Path) -> None:
    install_ladder(tmp_path / "brook.md", industry="retail", today=TODAY, folder=folder)
    assert [one.industry for one in list_ladders(folder)] == ["retail"]
    assert remove_ladder("Brook Support", folder), "by its name as by its id"
    assert list_ladders(folder) == []
    assert not remove_ladder("brook-support", folder)
    assert not remove_ladder("../brook", folder)


def test_a_damaged_ladder_is_named_with_the_way_out(folder: Path) -> None:
    (folder / "brook-support.ladder.json").write_text("{", encoding="utf-8")
    with pytest.raises(GroundfloorError, match="damaged") as refused:
        list_ladders(folder)
    assert "ladder remove brook-support" in refused.value.hint


def test_a_folder_that_cannot_be_made_is_said_plainly(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(GroundfloorError) as refused:
        install_ladder(tmp_path / "brook.md", industry="retail", today=TODAY, folder=tmp_path / "file")
    assert refused.value.code == "output-unwritable"


TRACKS = """
# Dune desk

## Individual track
| Level | Title | Years | Time in role | Asks |
|---|---|---|---|---|
| L1 | Desk Agent | 0-1 | 6-12 months | Answers mail |
| L2 | Senior Desk Agent | 2+ | 1-2 years | Uses Zendesk; trains newcomers |
| L3 | Principal Desk Agent | 6+ | | Sets the way of working |

## Management track
| Level | Title | Asks |
|---|---|---|
| M1 | Desk Manager | Leads the team |
| M2 | Head of Desk | Leads managers |
"""
ID = "software_it.dune-desk"


@pytest.fixture
def dune(tmp_path: Path) -> Catalogue:
    (tmp_path / "dune.md").write_text(TRACKS, encoding="utf-8")
    install_ladder(tmp_path / "dune.md", industry="software_it", today=TODAY, folder=tmp_path / "kept")
    return with_ladders(open_catalogue(), list_ladders(tmp_path / "kept"))


def own_moves(field: Catalogue) -> dict[tuple[str, str], Move]:
    """The moves between levels of the ladder, by the ends of their ids."""
    return {
        (move.start.removeprefix(f"{ID}-"), move.to.removeprefix(f"{ID}-")): move
        for move in field.moves.values()
        if move.start.startswith(ID) and move.to.startswith(ID)
    }


def test_each_track_is_climbed_by_itself_and_people_come_to_lead_from_below_the_experts(dune: Catalogue) -> None:
    assert set(own_moves(dune)) == {
        ("desk-agent", "senior-desk-agent"),
        ("senior-desk-agent", "principal-desk-agent"),
        ("senior-desk-agent", "desk-manager"),
        ("desk-manager", "head-of-desk"),
    }


def test_the_ladders_own_months_stand_before_the_years_it_asks_and_both_before_an_estimate(dune: Catalogue) -> None:
    moves = own_moves(dune)
    months = {ends: (move.months_in_role.min, move.months_in_role.cite.source) for ends, move in moves.items()}
    assert months["desk-agent", "senior-desk-agent"] == (6, "ladder-dune-desk")
    assert months["senior-desk-agent", "principal-desk-agent"] == (12, "ladder-dune-desk")
    assert months["desk-manager", "head-of-desk"][1] == "groundfloor-estimate"


def test_bare_years_in_a_column_are_experience_of_the_ladders_own_work(dune: Catalogue) -> None:
    asks = [ask.value for ask in dune.roles[f"{ID}-principal-desk-agent"].asks]
    assert [(value.months_min, value.months_max) for value in asks if isinstance(value, Experience)] == [(72, None)]
    assert all(value.role_families for value in asks if isinstance(value, Experience))


def test_the_rung_comes_from_the_name_and_the_grade(dune: Catalogue) -> None:
    levels = [role.level for role_id, role in dune.roles.items() if role_id.startswith(ID)]
    assert levels == ["ground", "experienced", "lead", "manager", "head"]


def test_a_system_that_a_level_newly_asks_brings_the_training_that_gives_it(dune: Catalogue) -> None:
    step = own_moves(dune)["desk-agent", "senior-desk-agent"]
    taught = [value for item in step.training for value in dune.training[item.item].gives]
    assert any(isinstance(value, Tool) and value.id == "helpdesk.zendesk" for value in taught)


def test_nobody_leaves_a_ladder_to_come_back_higher_up(dune: Catalogue) -> None:
    plan = plan_routes(dune, start_role="Desk Manager", goal=f"{ID}-head-of-desk")
    ways = [[step.to.id for step in route.steps] for route in plan.routes]
    assert ways
    assert all(role_id.startswith(ID) for way in ways for role_id in way)


def test_whoever_stands_on_a_rung_can_go_on_to_other_work_of_the_catalogue(dune: Catalogue) -> None:
    assert plan_routes(dune, start_role="Senior Desk Agent", goal="customer_success:manager").routes


def test_names_keep_the_capitals_of_the_employer_in_a_sentence(dune: Catalogue) -> None:
    plan = plan_routes(dune, start_role="Desk Manager", goal=f"{ID}-head-of-desk")
    assert " as Desk Manager (Dune desk)." in plan.routes[0].steps[0].opens


def a_profile(title: str, industry: str = "software_it") -> Profile:
    job = Job(
        title=title,
        start="2023-11",
        end="2026-11",
        role_family="customer_service_representative",
        industry=industry,  # type: ignore[arg-type]
        level="ground",
        customer_facing=True,
        people_managed=False,
        current=False,
    )
    return Profile(id="ada", jobs=(job,))


def test_a_person_whose_job_is_a_level_begins_there_and_her_months_count_for_that_level_alone(dune: Catalogue) -> None:
    plan = plan_routes(dune, profile=a_profile("Desk Agent"), goal=f"{ID}-principal-desk-agent")
    assert plan.start.role is not None
    assert plan.start.role.id == f"{ID}-desk-agent"
    first, second = plan.routes[0].steps
    assert (first.months_min, second.months_min) == (0.0, 12.0)


def test_a_job_of_that_name_in_another_industry_is_not_taken_for_a_level(dune: Catalogue) -> None:
    start = plan_routes(dune, profile=a_profile("Desk Agent", "hospitality_food"), goal=f"{ID}-desk-manager").start
    assert start.role is None or not start.role.id.startswith(ID)


def test_a_catalogue_with_tracks_is_whole(dune: Catalogue) -> None:
    assert [one for one in check_catalogue(dune, today=TODAY) if "dune" in f"{one.where} {one.message}"] == []


def test_a_route_to_a_level_never_goes_in_and_out_of_the_ladder(dune: Catalogue) -> None:
    plan = plan_routes(dune, start_role="Desk Agent", goal="Head of Desk")
    inside = [[step.to.id.startswith(ID) for step in route.steps] for route in plan.routes]
    assert inside
    assert all(all(steps) for steps in inside)


def test_a_name_that_a_level_bears_means_the_level_and_not_the_catalogues_role(tmp_path: Path) -> None:
    text = "| Title | Asks |\n|---|---|\n| Cashier | Serves |\n| Store Manager | Leads |\n"
    (tmp_path / "shop.md").write_text(text, encoding="utf-8")
    install_ladder(tmp_path / "shop.md", industry="retail", today=TODAY, folder=tmp_path / "kept")
    field = with_ladders(open_catalogue(), list_ladders(tmp_path / "kept"))
    plan = plan_routes(field, start_role="cashier", goal="store manager")
    assert plan.start.role is not None
    assert (plan.start.role.name, plan.goal.roles[0].name) == ("Cashier (shop)", "Store Manager (shop)")
    by_id = plan_routes(field, start_role="retail.cashier", goal="retail.store-manager")
    assert by_id.goal.roles[0].name == "Store manager"


def test_the_next_level_is_the_first_of_the_next_steps(dune: Catalogue) -> None:
    steps = list_next_steps(dune, start_role="Senior Desk Agent")
    assert {step.to.id for step in steps.up[:2]} == {f"{ID}-principal-desk-agent", f"{ID}-desk-manager"}
    assert all(step.months_min is not None for step in steps.up[:2])


def test_a_level_holds_what_those_under_it_ask(dune: Catalogue) -> None:
    lower, higher = (set(dune.roles[f"{ID}-{name}"].duties) for name in ("desk-agent", "principal-desk-agent"))
    assert lower
    assert lower <= higher


def test_what_a_ladder_adds_is_made_once_and_anew_when_the_ladder_changes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing.platformdirs, "user_cache_dir", lambda _: str(tmp_path / "cache"))
    made = with_ladders(open_catalogue(), list_ladders(folder))
    monkeypatch.setattr(ladders, "PostingReader", None)
    kept = with_ladders(open_catalogue(), list_ladders(folder))
    assert (kept.roles, kept.moves, kept.edition) == (made.roles, made.moves, made.edition)
    install_ladder(tmp_path / "brook.md", industry="retail", today=TODAY, folder=folder)
    with pytest.raises(TypeError):
        with_ladders(open_catalogue(), list_ladders(folder))


def test_one_trainer_does_not_make_a_restaurants_crew_trainers_and_a_known_name_is_that_role(tmp_path: Path) -> None:
    levels = "- Hourly Crew Worker\n- Crew Trainer\n- Shift Leader\n- First Assistant Manager\n- Restaurant Manager\n"
    (tmp_path / "fast-food.md").write_text(levels, encoding="utf-8")
    kept = install_ladder(tmp_path / "fast-food.md", industry="hospitality_food", today=TODAY, folder=tmp_path / "kept")
    field = with_ladders(open_catalogue(), [kept])
    own = [move for move_id, move in field.moves.items() if move_id.startswith(f"{kept.id}.into-")]
    assert {move.start.partition(".")[0] for move in own} == {"hospitality_food"}
    assert "hospitality_food.restaurant-manager" in {move.start for move in own}

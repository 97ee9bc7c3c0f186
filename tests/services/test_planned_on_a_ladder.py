"""An employer's ladder kept and planned on: from the shop floor into it, up through it, with what each level asks."""

from datetime import date
from pathlib import Path

import pytest

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.checks import check_catalogue
from groundfloor.errors import GroundfloorError
from groundfloor.services.ladders import install_ladder, list_ladders, remove_ladder, with_ladders
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
    assert remove_ladder("brook-support", folder)
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

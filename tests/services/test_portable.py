"""What carries from role to role, and which work can move abroad: told from the roles, never typed."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.records import Role
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Education
from groundfloor.services.field import show_entry
from groundfloor.services.portable import compare_roles, list_portable
from groundfloor.services.relocation import tell_relocation

FIELD = open_catalogue()


def test_a_cashier_brings_the_till_and_the_face_to_face_to_a_bank_and_learns_selling_there() -> None:
    pair = compare_roles(FIELD, "retail.cashier", "Bank teller")
    states = {thing.name: thing.state for thing in pair.things}
    assert states["handling cash"] == "carries"
    assert states["face to face"] == "carries"
    assert states["selling"] == "new"
    assert 0.3 < pair.share < 0.8


def test_a_duty_near_to_one_that_was_done_is_nearly_brought_and_says_through_what() -> None:
    nearly = [
        thing
        for role_id in FIELD.roles
        for thing in compare_roles(FIELD, "retail.cashier", role_id).things
        if thing.state == "nearly"
    ]
    assert nearly
    assert all(thing.kind == "duty" and thing.through for thing in nearly)


def test_a_role_carries_wholly_into_itself_and_more_schooling_covers_less() -> None:
    assert compare_roles(FIELD, "retail.cashier", "retail.cashier").share == 1
    degree = next(role_id for role_id, role in FIELD.roles.items() if asks_degree(role))
    brought = compare_roles(FIELD, degree, "retail.cashier").things
    assert all(thing.state == "carries" for thing in brought if thing.kind == "education")


def asks_degree(role: Role) -> bool:
    return any(isinstance(ask.value, Education) and ask.value.level == "bachelor" for ask in role.asks)


def test_the_roles_into_which_most_carries_come_first_and_none_is_a_step_down() -> None:
    pairs = list_portable(FIELD, "retail.store-manager", limit=8)
    assert [pair.share for pair in pairs] == sorted((pair.share for pair in pairs), reverse=True)
    assert all(pair.to.level not in ("ground", "experienced") for pair in pairs)


def test_a_role_nobody_knows_is_refused_with_names_near_to_it() -> None:
    with pytest.raises(GroundfloorError) as refused:
        compare_roles(FIELD, "retail.cashier", "bank tellr")
    assert "banking_finance.bank-teller" in refused.value.hint


@pytest.mark.parametrize(
    ("role", "mobility", "because"),
    [
        ("retail.cashier", "stays", "face to face"),
        ("banking_finance.bank-teller", "stays", "face to face"),
        ("hospitality_food.front-desk-agent", "stays", "not done from home"),
        ("contact_centre_outsourcing.chat-agent", "can_move", "from home"),
        ("insurance.licensed-customer-representative", "partly", "licence of the place"),
    ],
)
def test_work_moves_abroad_by_channel_and_law(role: str, mobility: str, because: str) -> None:
    told = tell_relocation(FIELD.roles[role])
    assert told.mobility == mobility
    assert any(because in reason for reason in told.reasons)


def test_a_role_is_shown_with_both() -> None:
    view = show_entry(FIELD, "retail.cashier")
    assert view.relocation
    assert len(view.carries_into) == 5


def test_a_role_says_what_it_asks_and_which_laws_are_met_in_it() -> None:
    view = show_entry(FIELD, "contact_centre_outsourcing.inbound-agent", "GB")
    needed = [ask.name for ask in view.asks if ask.needed]
    assert needed == [ask.name for ask in view.asks][: len(needed)]
    assert "secondary school" in needed
    assert {FIELD.laws[law.id].jurisdiction.partition("-")[0] for law in view.laws} <= {"GB", "world"}
    assert any(law.of_the_trade and "calls" in law.name.casefold() for law in view.laws)


def test_laws_on_calls_are_not_met_where_nobody_is_on_the_phone() -> None:
    chat = show_entry(FIELD, "contact_centre_outsourcing.chat-agent")
    assert not [law for law in chat.laws if FIELD.laws[law.id].topic in ("calling", "recording")]


@pytest.mark.parametrize(("name", "entry_id"), [("cashier", "retail.cashier"), ("Zendesk", "helpdesk.zendesk")])
def test_an_entry_is_shown_by_its_name_as_well(name: str, entry_id: str) -> None:
    assert show_entry(FIELD, name).id == entry_id


def test_a_misspelled_entry_is_answered_with_the_nearest_names() -> None:
    with pytest.raises(GroundfloorError) as refused:
        show_entry(FIELD, "cahsier")
    assert "retail.cashier" in refused.value.hint

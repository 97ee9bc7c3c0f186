"""The ladders of the catalogue, rung by rung, as a careers adviser would ask about them."""

import pytest

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.model.vocabulary import INDUSTRIES, LEVELS

WHOLE_LADDERS = (
    "retail",
    "contact_centre_outsourcing",
    "hospitality_food",
    "museums_attractions_events",
    "telecom_media",
)

FAMOUS_STEPS = [
    ("retail.cashier", "retail.floor-manager", "service to the management of a floor"),
    ("retail.service-desk-assistant", "retail.complaints-manager", "the returns desk to all complaints"),
    ("retail.store-assistant", "retail.sales-manager", "the shop floor to the sales target"),
    ("contact_centre_outsourcing.chat-agent", "contact_centre_outsourcing.client-services-manager", "chat to clients"),
    (
        "contact_centre_outsourcing.text-message-agent",
        "contact_centre_outsourcing.operations-manager",
        "text to a site",
    ),
    ("hospitality_food.food-service-attendant", "hospitality_food.owner", "the counter to a house of one's own"),
    ("museums_attractions_events.docent", "museums_attractions_events.head-of-visitor-experience", "a tour to a house"),
    ("telecom_media.phone-shop-assistant", "telecom_media.business-account-manager", "the phone shop to accounts"),
    ("healthcare.medical-receptionist", "healthcare.practice-manager", "the desk of a practice to the practice"),
    (
        "healthcare.appointment-scheduler",
        "healthcare.head-of-patient-services",
        "booking visits to all patient services",
    ),
    (
        "public_sector_nonprofit.contact-officer",
        "public_sector_nonprofit.head-of-customer-services",
        "a council's line to its head",
    ),
    (
        "logistics_mail.parcel-counter-clerk",
        "logistics_mail.logistics-service-manager",
        "the parcel counter to a branch",
    ),
    (
        "utilities_energy.billing-enquiries-agent",
        "utilities_energy.utility-complaints-specialist",
        "bills to complaints",
    ),
    ("property.leasing-consultant", "property.agency-owner", "viewings to an agency of one's own"),
    ("staffing.recruitment-resourcer", "staffing.staffing-branch-manager", "finding people to running the branch"),
    ("retail.cashier", "healthcare.patient-access-manager", "the till to a hospital's front door"),
]

CENTRE_ROLES = (
    "quality-analyst",
    "workforce-planner",
    "knowledge-manager",
    "escalations-agent",
    "retention-agent",
    "back-office-agent",
    "subject-expert",
    "coach",
    "campaign-manager",
    "training-quality-manager",
    "operations-manager",
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return open_catalogue()


def climb(catalogue: Catalogue, reached: set[str], level: str) -> set[str]:
    """Roles of a level that one promotion or step up leads to from the roles reached so far."""
    ups = (move for move in catalogue.moves.values() if move.kind in ("promotion", "step_up_client_relations"))
    return {move.to for move in ups if move.start in reached and catalogue.roles[move.to].level == level}


@pytest.mark.parametrize("industry", WHOLE_LADDERS)
def test_no_rung_is_missing_between_the_ground_floor_and_ones_own_business(catalogue: Catalogue, industry: str) -> None:
    own = {role_id: role for role_id, role in catalogue.roles.items() if role_id.startswith(f"{industry}.")}
    reached = {role_id for role_id, role in own.items() if role.level == "ground"}
    for level in LEVELS[1:]:
        reached = climb(catalogue, reached, level) & own.keys()
        assert reached, f"nobody climbs to {level} from the rung below"


@pytest.mark.parametrize(("start", "goal", "why"), FAMOUS_STEPS, ids=[why for *_, why in FAMOUS_STEPS])
def test_the_well_known_ways_up_are_open(catalogue: Catalogue, start: str, goal: str, why: str) -> None:
    reached, waiting = {start}, [start]
    while waiting:
        role = waiting.pop()
        ahead = {move.to for move in catalogue.moves.values() if move.start == role} - reached
        reached |= ahead
        waiting += ahead
    assert goal in reached


def test_a_skipped_rung_or_an_uneven_income_is_said_in_a_note(catalogue: Catalogue) -> None:
    leaps = [
        move_id
        for move_id, move in catalogue.moves.items()
        if move_id.split(".")[0] in WHOLE_LADDERS
        and catalogue.roles[move.start].level == "ground"
        and catalogue.roles[move.to].level in ("manager", "head", "executive_owner")
        and move.note is None
    ]
    assert leaps == []


@pytest.mark.parametrize("industry", [industry for industry in INDUSTRIES if industry != "other"])
def test_every_industry_has_a_ground_floor_and_a_management(catalogue: Catalogue, industry: str) -> None:
    levels = {role.level for role_id, role in catalogue.roles.items() if role_id.startswith(f"{industry}.")}
    assert "ground" in levels
    assert levels & {"manager", "head", "executive_owner"}


@pytest.mark.parametrize("industry", [industry for industry in INDUSTRIES if industry != "other"])
def test_every_industry_can_be_entered_from_another(catalogue: Catalogue, industry: str) -> None:
    entries = [
        move_id
        for move_id, move in catalogue.moves.items()
        if move.to.startswith(f"{industry}.") and not move.start.startswith(f"{industry}.")
    ]
    assert entries


@pytest.mark.parametrize("role", CENTRE_ROLES)
def test_the_work_that_people_hold_in_centres_has_a_role(catalogue: Catalogue, role: str) -> None:
    assert f"contact_centre_outsourcing.{role}" in catalogue.roles


@pytest.mark.parametrize("start", ["retail.cashier", "retail.store-assistant", "hospitality_food.waiter"])
def test_a_person_on_their_feet_is_one_step_from_work_at_home(catalogue: Catalogue, start: str) -> None:
    nexts = [catalogue.roles[move.to] for move in catalogue.moves.values() if move.start == start]
    assert any("remote" in role.setting.workplace for role in nexts)

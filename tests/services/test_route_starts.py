"""The role a route starts in for somebody whose latest job the catalogue does not name."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.profile import Job, Profile
from groundfloor.model.vocabulary import RoleFamily
from groundfloor.services.routes.ends import choose_start
from groundfloor.services.routes.standing import Standing


@pytest.mark.parametrize(
    ("title", "family", "role_id", "reason"),
    [
        (
            "Night service rep",
            "customer_service_representative",
            "retail.service-desk-assistant",
            "one shared word is no loan desk, and no bank either",
        ),
        (
            "Loan service rep",
            "customer_service_representative",
            "banking_finance.loan-service-representative",
            "loans are named",
        ),
        ("Chat agent", "contact_centre_agent", "contact_centre_outsourcing.chat-agent", "its own words come first"),
    ],
)
def test_the_nearest_role_where_no_industry_is_known(title: str, family: RoleFamily, role_id: str, reason: str) -> None:
    job = Job(
        title=title,
        start="2020",
        end="2022",
        current=False,
        role_family=family,
        level="ground",
        customer_facing=True,
        people_managed=False,
    )
    choice, _ = choose_start(open_catalogue(), Profile(id="1", jobs=(job,)), None, Standing())
    assert choice.role is not None
    assert choice.role.id == role_id, reason

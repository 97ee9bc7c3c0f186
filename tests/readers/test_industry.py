"""The business an advertisement's worker serves in."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import RoleFamily
from groundfloor.readers.industry import read_industry
from groundfloor.readers.scanning import get_scanner


@pytest.mark.parametrize(
    ("text", "employer", "family", "industry", "reason"),
    [
        ("We are a regional bank.", "", "other", "banking_finance", "the text says so"),
        ("Join our hotel. Guests love our hotel.", "", "receptionist", "hospitality_food", "said twice"),
        ("Answer calls.", "Northgate Insurance Company", "contact_centre_agent", "insurance", "the employer's name"),
        ("Chase payments.", "", "collections", "collections_credit", "the work names the industry by itself"),
        (
            "High school diploma. Dental cover.",
            "",
            "contact_centre_agent",
            "other",
            "schooling and benefits tell nothing",
        ),
    ],
)
def test_the_industry_and_what_shows_it(
    text: str, employer: str, family: RoleFamily, industry: str, reason: str
) -> None:
    posting = Posting(id="1", description=text, employer=employer)
    frame = get_scanner(open_catalogue()).scan(posting.text)
    assert read_industry(posting, frame, family, open_catalogue()) == industry, reason
